from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from chat_endpoint import ChatEndpoint, attribution, chat_endpoint, party, says
from typer.testing import CliRunner, Result

from demarche import open_record
from demarche.doors.api import disagreements
from demarche.doors.cli import app
from demarche.doors.cli.sheet import COLUMNS
from demarche.doors.judging import Decision
from demarche.errors import NotFound, UsageError
from demarche.model.source import Capture, Document
from demarche.readers import rule_reader
from demarche.steps.ingest import ingest

REPORT = (
    "Norway names Russia\n\nOSLO, 13 October 2020 - Norway said that Russia was behind the breach of its parliament.\n\n"
    "=SUM(1) Few at Hawkeye would be surprised by a Chinese hand in it.\n"
)
ALONE = attribution(
    "=SUM(1) Few at Hawkeye would be surprised by a Chinese hand in it",
    party("Hawkeye", "company"),
    party("Chinese", country="CN"),
)
OTHERWISE = attribution(
    "Norway said that Russia was behind the breach", party("Norway"), party("Russia", country="RU"), stance="suspects"
)
SAID = says({"attribution": [OTHERWISE, ALONE]})


@pytest.fixture
def endpoint() -> Iterator[ChatEndpoint]:
    with chat_endpoint(SAID) as served:
        yield served


@pytest.fixture
def report(tmp_path: Path) -> Path:
    place = tmp_path / "norway.txt"
    place.write_text(REPORT, encoding="utf-8")
    return place


@pytest.fixture
def known(endpoint: ChatEndpoint, tmp_path: Path) -> dict[str, str]:
    return endpoint.environment(tmp_path / "cache")


def invoke(*arguments: str | Path, **environment: str) -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)), env={"COLUMNS": "160", **environment})


def compare(*arguments: str | Path, **environment: str) -> Result:
    return invoke("disagreements", "--readers", "rules,llm", *arguments, **environment)


def rows_of(sheet: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(sheet.read_bytes().decode("utf-8-sig"), newline="")))


def fill(sheet: Path, answers: dict[str, str], note: str = "", delimiter: str = ",") -> None:
    """Write an answer into the rows that these readers are asked about."""
    rows = rows_of(sheet)
    for row in rows:
        row["decision"] = answers.get(f"{row['about']} {row['read by']} {row['stance']}", "")
        row["note"] = note if row["decision"] else ""
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, COLUMNS, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    sheet.write_bytes(buffer.getvalue().encode("utf-8"))


# --- what they disagree on


def test_what_two_readers_disagree_on_is_shown_with_the_words_and_both_answers(report: Path, known: dict[str, str]) -> None:
    found = compare(report, **known)
    assert found.exit_code == 8
    first, *rest = found.stdout.splitlines()
    assert first.startswith("norway.txt  ")
    assert " by rules, 2 claims by llm: " in first
    shown = [" ".join(line.split()) for line in rest]
    place = shown.index("attribution, stance")
    assert shown[place + 1].startswith(
        "“OSLO, 13 October 2020 - Norway said that Russia was behind the breach of its parliament"
    )
    assert shown[place + 2].startswith("rules Norway asserts · Russia did it, political-statement 0.")
    assert shown[place + 3] == "llm Norway suspects · Russia did it, political-statement 0.50"
    alone = shown.index("rules no such claim")
    assert shown[alone - 1] == "“=SUM(1) Few at Hawkeye would be surprised by a Chinese hand in it”"
    assert shown[alone + 1].startswith("llm Hawkeye asserts · Chinese did it")
    assert found.stderr == f"demarche: {first.rpartition(': ')[2]} between rules and llm\n"


def test_as_json_every_disagreement_has_its_passage_and_both_claims(report: Path, known: dict[str, str]) -> None:
    found = compare(report, report.parent / "gone.txt", "--json", **known)
    assert found.exit_code == 8
    norway, gone = json.loads(found.stdout)
    assert (gone["document"], gone["reason"], gone["disagreements"]) == (None, "there is no such file", [])
    assert norway["claims"]["llm"] == 2
    by_field = {tuple(each["differs"]): each for each in norway["disagreements"] if each["predicate"] == "attribution"}
    stance = by_field["stance",]
    assert [stance["readers"][name]["stance"] for name in ("rules", "llm")] == ["asserts", "suspects"]
    assert by_field[()]["readers"]["rules"] is None
    for each in norway["disagreements"]:
        start, end, quote = (each["passage"][name] for name in ("start", "end", "quote"))
        assert document_of(report).text[start:end] == quote


def document_of(report: Path) -> Document:
    return ingest(Capture(report.name, report.read_bytes()))


def test_readers_that_agree_end_with_0(report: Path) -> None:
    class Named:
        def __call__(self, document: Document) -> Any:
            return rule_reader()(document)

    (found,) = disagreements([report], (Named(), "rules"))
    assert (found.differences, found.left) == ((), found.right)
    dull = report.with_name("dull.txt")
    dull.write_text("The weather was fine today.\n", encoding="utf-8")
    with chat_endpoint(says({})) as served:
        agreed = compare(dull, **served.environment(report.parent / "other"))
    assert (agreed.exit_code, agreed.stderr) == (0, "")
    assert agreed.stdout == "dull.txt  0 claims by rules, 0 claims by llm: no disagreement\n"


def test_no_record_is_touched(report: Path, known: dict[str, str], tmp_path: Path) -> None:
    compare(report, **known, DEMARCHE_RECORD=str(tmp_path / "r.sqlite"))
    assert not (tmp_path / "r.sqlite").exists()


def test_when_nothing_can_be_read_the_exit_code_is_3(tmp_path: Path, known: dict[str, str]) -> None:
    found = compare(tmp_path / "gone.txt", **known)
    assert (found.exit_code, found.stdout) == (3, "rejected gone.txt: there is no such file\n")


@pytest.mark.parametrize("readers", ["rules", "rules,rules", "rules,model,llm", ""])
def test_two_different_readers_are_compared(report: Path, readers: str) -> None:
    found = invoke("disagreements", report, "--readers", readers)
    assert found.exit_code == 2
    assert "two different readers are compared, as in --readers rules,model" in found.stderr


def test_the_trained_reader_is_held_against_the_rules_where_no_others_are_named(report: Path) -> None:
    pytest.importorskip("onnxruntime")
    found = invoke("disagreements", report)
    assert found.exit_code in {0, 8}
    assert " by rules, " in found.stdout
    assert " by model: " in found.stdout


def test_any_number_of_workers_gives_the_same(report: Path, known: dict[str, str]) -> None:
    other = report.with_name("other.txt")
    other.write_text(REPORT.replace("breach", "hack"), encoding="utf-8")
    one = compare(report, other, "--json", "--workers", "1", **known)
    assert one.stdout == compare(report, other, "--json", "--workers", "2", **known).stdout
    assert len(json.loads(one.stdout)) == 2


# --- put up for review


@pytest.fixture
def sheet(report: Path, known: dict[str, str], tmp_path: Path) -> Path:
    place = tmp_path / "questions.csv"
    assert compare(report, "--review", place, **known).exit_code == 8
    return place


@pytest.fixture
def record(report: Path, tmp_path: Path) -> Path:
    place = tmp_path / "r.sqlite"
    assert invoke("read", report, "--record", place, "--reader", "rules").exit_code == 0
    return place


def accused(record: Path) -> list[tuple[str, str]]:
    """Whom the record says who accused of it, and how."""
    with open_record(record, create=False) as book:
        rows = [row for incident in book.incidents() for row in incident.attributions]
        return sorted((row.accused.name, row.stance.value) for row in rows)


def test_a_sheet_has_a_row_for_each_claim_in_question_and_no_formula(sheet: Path) -> None:
    rows = rows_of(sheet)
    assert tuple(rows[0]) == COLUMNS
    assert {row["decision"] + row["note"] for row in rows} == {""}
    stances = [(row["read by"], row["stance"], row["differs in"]) for row in rows if row["about"] == "attribution"]
    assert stances == [("rules", "asserts", "stance"), ("llm", "suspects", "stance"), ("llm", "asserts", "")]
    assert rows[0]["report"] == "norway.txt"
    assert [row["the other reader"] for row in rows if row["words"].startswith("'=SUM(1) Few at")] == [
        "rules has no such claim"
    ]
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]


def test_what_is_rejected_leaves_the_record_and_stays_with_who_rejected_it(sheet: Path, record: Path) -> None:
    assert accused(record) == [("Russia", "asserts")]
    fill(sheet, {"attribution rules asserts": "reject"}, "Norway was not sure")
    done = invoke("judge", sheet, "--by", "A. Desk", "--record", record)
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("0 accepted, 1 rejected, 0 known already, ")
    assert accused(record) == []
    claims = json.loads(invoke("claims", "--record", record, "--predicate", "attribution", "--json").stdout)
    why = " ".join(invoke("why", claims[0]["id"], "--record", record).stdout.split())
    assert "judged rejected by A. Desk at 2" in why
    assert "Z: Norway was not sure" in why
    judged = json.loads(invoke("why", claims[0]["id"], "--record", record, "--json").stdout)["judgement"]
    assert (judged["kind"], judged["author"], judged["subject"]) == ("reject", "A. Desk", claims[0]["id"])
    assert claims[0]["id"] not in invoke("export", "--format", "csv", "--record", record).stdout
    assert invoke("verify", "--record", record).exit_code == 0


def test_what_is_accepted_is_added_to_its_report_and_can_be_taken_back(sheet: Path, record: Path) -> None:
    fill(sheet, {"attribution rules asserts": "reject", "attribution llm suspects": " Accept "})
    done = invoke("judge", sheet, "--by", "desk", "--record", record, "--json")
    assert json.loads(done.stdout) == {
        "accepted": 1,
        "added": 1,
        "known": 0,
        "left_open": len(rows_of(sheet)) - 2,
        "rejected": 1,
    }
    assert accused(record) == [("Russia", "suspects")]
    assert invoke("verify", "--record", record).exit_code == 0
    fill(sheet, {"attribution rules asserts": "accept", "attribution llm suspects": "reject"})
    done = invoke("judge", sheet, "--by", "desk", "--record", record)
    assert "1 accepted, 1 rejected, 0 known already" in done.stdout
    assert "; 0 claims added to " in done.stdout
    assert accused(record) == [("Russia", "asserts")]


def test_deciding_the_same_again_adds_nothing(sheet: Path, record: Path) -> None:
    fill(sheet, {"attribution rules asserts": "reject"})
    invoke("judge", sheet, "--by", "desk", "--record", record)
    before = record.read_bytes()
    assert "0 rejected, 1 known already" in invoke("judge", sheet, "--by", "desk", "--record", record).stdout
    assert record.read_bytes() == before


def test_a_rejection_holds_when_the_report_is_read_again_by_another_reader(
    sheet: Path, record: Path, report: Path, known: dict[str, str]
) -> None:
    fill(sheet, {"attribution llm suspects": "reject", "attribution llm asserts": "reject"})
    assert invoke("judge", sheet, "--by", "desk", "--record", record).exit_code == 0
    assert invoke("read", report, "--record", record, "--reader", "llm", **known).exit_code == 0
    assert accused(record) == [("Russia", "asserts")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_sheet_may_come_back_from_a_spreadsheet(sheet: Path, record: Path, delimiter: str) -> None:
    fill(sheet, {"attribution rules asserts": "REJECT"}, "no; not so, they say", delimiter)
    assert "1 rejected" in invoke("judge", sheet, "--by", "desk", "--record", record).stdout


def test_a_report_that_the_record_does_not_hold_is_read_first(sheet: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Norway said nothing about it.\n", encoding="utf-8")
    record = tmp_path / "other.sqlite"
    assert invoke("read", other, "--record", record, "--reader", "rules").exit_code == 0
    before = record.read_bytes()
    fill(sheet, {"attribution rules asserts": "reject", "attribution llm suspects": "accept"})
    done = invoke("judge", sheet, "--by", "desk", "--record", record)
    assert done.exit_code == 4
    assert "read the report into it before you accept" in done.stderr
    assert record.read_bytes() == before


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("reject", "perhaps", "line 2: 'perhaps' is no decision; write accept or reject"),
        ('""stance"":""asserts""', '""stance"":""denies""', "line 2: the column 'claim' is not as it was written"),
        ('""predicate"":""attribution""', '""predicate"":""weather""', "the column 'claim' is not as it was written"),
        ("decision,", "verdict,", "it has no column 'decision'"),
        ("norway.txt", "norway\udce4", "not UTF-8"),
        ("norway.txt", "norway" * 30_000, "cannot be read as CSV: field larger than field limit"),
    ],
)
def test_a_sheet_that_was_spoilt_is_refused_whole(sheet: Path, record: Path, before: str, after: str, said: str) -> None:
    fill(sheet, {"attribution rules asserts": "reject"})
    first, *others = sheet.read_text("utf-8").splitlines(keepends=True)
    wanted = next(line for line in others if line.startswith("reject"))
    text = (first + wanted).replace(before, after)
    sheet.write_bytes(text.encode("utf-8", "surrogateescape"))
    kept = record.read_bytes()
    done = invoke("judge", sheet, "--by", "desk", "--record", record)
    assert (done.exit_code, record.read_bytes()) == (2, kept)
    assert said in done.stderr


def test_a_judgement_is_signed(sheet: Path, record: Path) -> None:
    fill(sheet, {"attribution rules asserts": "reject"})
    assert invoke("judge", sheet, "--by", " ", "--record", record).exit_code == 2
    assert invoke("judge", sheet, "--record", record).exit_code == 2


def test_the_python_interface_judges_too(record: Path, tmp_path: Path) -> None:
    with open_record(record) as book:
        (claim,) = book.claims(predicate="attribution")
        with pytest.raises(UsageError, match="both accepted and rejected"):
            book.judge([Decision(claim, True), Decision(claim, False)], "desk")
        judged = book.judge([Decision(claim, False), Decision(claim, False)], "desk")
        assert (judged.rejected, judged.accepted, judged.known, judged.added) == (1, 0, 1, 0)
        why = book.why(claim.id)
        assert why.judgement
        assert why.judgement.author == "desk"
        dull = tmp_path / "dull.txt"
        dull.write_text("The weather was fine today.\n", encoding="utf-8")
        (found,) = book.disagreements([dull], ("rules", rule_reader()))
        assert (found.name, found.differences) == ("dull.txt", ())
    with open_record(tmp_path / "empty.sqlite") as empty, pytest.raises(NotFound, match="read the report into it"):
        empty.judge([Decision(claim, True)], "desk")
