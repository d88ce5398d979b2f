from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cli_samples import OTHER, WIRE, make_record
from typer.testing import CliRunner, Result

from demarche import __version__
from demarche.doors.cli import app
from demarche.steps.publish import Format

RUN = (sys.executable, "-m", "demarche")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_record(tmp_path_factory.mktemp("cli"))


def invoke(*arguments: str | Path, **environment: str) -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)), env={"COLUMNS": "200", **environment})


def ok(*arguments: str | Path, **environment: str) -> str:
    result = invoke(*arguments, **environment)
    assert result.exit_code == 0, result.output
    return result.stdout


def program(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*RUN, *map(str, arguments)], capture_output=True, env={**os.environ, **environment}, check=False, timeout=60
    )


def listed(place: Path, *filters: str) -> list[str]:
    return [incident["id"] for incident in json.loads(ok("incidents", "--record", place, "--json", *filters))]


def claim_of(place: Path, predicate: str, asserter: str = "unspecified") -> dict[str, Any]:
    found = json.loads(ok("claims", "--record", place, "--predicate", predicate, "--asserter", asserter, "--json"))
    claim: dict[str, Any] = found[0]
    return claim


def test_the_version_is_printed() -> None:
    assert ok("--version") == f"demarche {__version__}\n"


def test_without_a_command_the_help_is_shown() -> None:
    assert "verify" in invoke().output


def test_read_tells_how_each_input_ended_and_what_all_came_to(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(WIRE, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    out = ok("--record", tmp_path / "r.sqlite", "read", tmp_path / "wire.txt", tmp_path / "empty.txt")
    first, second, _, last = out.splitlines()
    assert first.startswith("ok       wire.txt  ")
    assert second.startswith("rejected empty.txt: ")
    assert last.startswith("2 inputs: 1 ok, 1 rejected; 1 new; ")
    assert last.endswith("r.sqlite")
    again = ok("--record", tmp_path / "r.sqlite", "--verbose", "read", tmp_path / "wire.txt")
    assert "known already  doc-" in again
    assert "; 0 new; " in again


def test_read_as_json_tells_how_each_input_ended(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(WIRE, encoding="utf-8")
    given = ("read", tmp_path / "wire.txt", tmp_path / "gone.txt", "--json")
    first, second = json.loads(ok("--record", tmp_path / "r.sqlite", *given))
    assert (first["name"], first["outcome"], first["new"]) == ("wire.txt", "ok", True)
    assert first["claims"] > 0
    assert (second["outcome"], second["reason"]) == ("rejected", "there is no such file")


def test_read_ends_with_3_only_when_everything_was_rejected(tmp_path: Path) -> None:
    result = invoke("read", "--record", tmp_path / "r.sqlite", tmp_path / "gone.txt")
    assert result.exit_code == 3
    assert "rejected gone.txt: there is no such file" in result.stdout


def test_a_report_in_which_nothing_was_found_says_so(tmp_path: Path) -> None:
    (tmp_path / "dull.txt").write_text("The weather was fine today.\n", encoding="utf-8")
    assert "no claim found in it" in ok("read", "--record", tmp_path / "r.sqlite", tmp_path / "dull.txt")


def test_standard_input_is_read_with_what_is_told_of_it(tmp_path: Path) -> None:
    record = tmp_path / "r.sqlite"
    told = ["--publisher", "Tech Monitor", "--published", "2022-09", "--url", "https://example.org/x", "--marking", "green"]
    done = subprocess.run(
        [*RUN, "--record", str(record), "read", "-", *told], input=OTHER.encode(), capture_output=True, check=True, timeout=60
    )
    assert b"1 ok" in done.stdout
    document = json.loads(ok("export", "--record", record, "--format", "json"))["documents"][0]
    expected = {"publisher": "Tech Monitor", "published": "2022-09", "url": "https://example.org/x", "marking": "green"}
    assert {name: document[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ((), ["norway-2020-08", "albania-2022-07"]),
        (("--accused", "IR"), ["albania-2022-07"]),
        (("--accused", "Iran", "--victim", "AL"), ["albania-2022-07"]),
        (("--victim", "NO"), ["norway-2020-08"]),
        (("--type", "destruction"), ["albania-2022-07"]),
        (("--since", "2021"), ["albania-2022-07"]),
        (("--until", "2020-08"), ["norway-2020-08"]),
        (("--standing", "government-attributed"), ["norway-2020-08", "albania-2022-07"]),
        (("--responded", "sever-relations"), ["albania-2022-07"]),
        (("--responded", "military"), []),
    ],
)
def test_filters_narrow_the_incidents(place: Path, filters: tuple[str, ...], expected: list[str]) -> None:
    found = [name for name in listed(place, *filters) if "undated" not in name]
    assert found == expected


def test_incidents_are_lines_and_a_list_of_none_says_so(place: Path) -> None:
    lines = ok("incidents", "--record", place, "--accused", "IR").splitlines()
    assert len(lines) == 2
    assert lines[0].split() == "incident start standing said to be by hit what reports".split()
    fields = ["albania-2022-07", "2022-07-15", "contested, government-attributed", "Iran", "AL", "destruction", "1"]
    assert [part.strip() for part in lines[1].split("  ") if part.strip()] == fields
    none = invoke("incidents", "--record", place, "--responded", "military")
    assert (none.exit_code, none.stdout) == (0, "")
    assert "no incident fits" in none.stderr


def test_the_record_may_be_named_before_or_after_the_command_or_by_the_environment(place: Path) -> None:
    after = ok("incidents", "--record", place)
    assert after == ok("--record", place, "incidents") == ok("incidents", DEMARCHE_RECORD=str(place))
    assert after.count("\n") == 4


def test_json_has_sorted_keys_and_is_the_same_every_time(place: Path) -> None:
    text = ok("show", "--record", place, "albania-2022-07", "--json")
    shown = json.loads(text)
    assert text == json.dumps(shown, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    assert shown in json.loads(ok("incidents", "--record", place, "--json"))
    claims = ok("claims", "--record", place, "--json")
    assert claims == ok("claims", "--record", place, "--json")
    assert [claim["id"] for claim in json.loads(claims)] == sorted(claim["id"] for claim in json.loads(claims))
    assert json.loads(ok("claims", "--record", place, "--asserter", "nobody at all", "--json")) == []


def test_claims_are_found_by_predicate_asserter_document_and_incident(place: Path) -> None:
    denial = claim_of(place, "denial", "Iran")
    document = denial["passage"]["document"]
    of_document = json.loads(ok("claims", "--record", place, "--document", document, "--json"))
    assert {claim["passage"]["document"] for claim in of_document} == {document}
    assert denial in of_document
    lines = ok("claims", "--record", place, "--incident", "norway-2020-08").splitlines()
    assert len(lines) == 5
    assert any("Russia did it, political-statement" in line for line in lines)
    british = ok("claims", "--record", place, "--asserter", "GB", "--predicate", "attribution")
    assert "“almost certainly” 95–100 % (UK PHIA)" in british


def test_why_opens_a_claim_by_the_beginning_of_its_identifier(place: Path) -> None:
    claim = claim_of(place, "denial", "Iran")
    whole = ok("why", "--record", place, claim["id"])
    assert whole == ok("why", "--record", place, claim["id"][len("claim-") :][:8])
    flat = " ".join(whole.split())
    assert "Iran · denies · not Iran: “baseless”" in flat
    assert "Tehran called the charge baseless ." not in flat
    assert "Tehran called the charge baseless." in flat
    for told in (
        "The Wire",
        "https://example.org/a",
        "2022-09-08, as given",
        "score 0.75",
        "reports/albania.txt",
        "TLP:CLEAR",
    ):
        assert told in flat
    reason = json.loads(ok("why", "--record", place, claim["id"], "--json"))
    assert reason["claim"]["id"] == claim["id"]
    assert reason["quote"] == "Tehran called the charge baseless"
    assert reason["document"]["sha256"] in flat


def test_the_beginning_of_several_claims_is_refused_with_some_of_them(place: Path) -> None:
    result = invoke("why", "--record", place, "claim-")
    assert result.exit_code == 2
    assert "several claims begin with 'claim-', such as claim-" in result.stderr


def test_annotate_prints_a_line_for_each_report_and_touches_no_record(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(WIRE, encoding="utf-8")
    (tmp_path / "other.txt").write_text(OTHER, encoding="utf-8")
    record = tmp_path / "none.sqlite"
    told = ("--published", "2022-09-08")
    paths = (tmp_path / "wire.txt", tmp_path / "gone.txt", tmp_path / "other.txt")
    result = invoke("annotate", *paths, *told, DEMARCHE_RECORD=str(record))
    assert result.exit_code == 0
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(entry["id"], entry["published"]) for entry in found] == [("wire", "2022-09-08"), ("other", "2022-09-08")]
    assert "rejected gone.txt: there is no such file" in result.stderr
    assert not record.exists()
    assert invoke("annotate", tmp_path / "gone.txt").exit_code == 3


@pytest.mark.parametrize("form", list(Format))
def test_export_gives_the_same_bytes_to_a_file_and_to_a_pipe(place: Path, tmp_path: Path, form: Format) -> None:
    output = tmp_path / "out"
    ok("export", "--record", place, "--format", form.value, "--output", output)
    done = program("export", "--record", place, "--format", form.value)
    assert done.stdout == output.read_bytes() != b""
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_an_export_that_cannot_be_written_leaves_nothing(place: Path, tmp_path: Path) -> None:
    result = invoke("export", "--record", place, "--format", "csv", "--output", tmp_path / "no" / "x.csv")
    assert result.exit_code == 1
    assert "cannot be written: No such file or directory" in result.stderr


def test_verify_says_that_all_is_well_or_what_is_not(place: Path, tmp_path: Path) -> None:
    assert ok("verify", "--record", place).startswith("all is well with ")
    assert json.loads(ok("verify", "--record", place, "--json")) == []
    spoilt = tmp_path / "spoilt.sqlite"
    copied = place.read_bytes()
    assert copied.count(b"Tehran called the charge baseless") > 0
    spoilt.write_bytes(copied.replace(b"called the charge baseless", b"called the charge blameless"[:26]))
    result = invoke("verify", "--record", spoilt)
    assert result.exit_code == 6
    assert "document doc-" in result.stdout
    assert "in " + str(spoilt) in result.stderr
    result = invoke("verify", "--record", spoilt, "--json")
    assert result.exit_code == 6
    assert {"blob", "document"} <= {finding["kind"] for finding in json.loads(result.stdout)}


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("show", "albania-2022-08"), 4, "did you mean albania-2022-07, "),
        (("why", "ffffffffffffffffffff"), 4, "no claim"),
        (("incidents", "--type", "destruktion"), 2, "did you mean destruction? It is one of data-theft leak"),
        (("incidents", "--responded", "expel-diplomat"), 2, "did you mean expel-diplomats? It is one of advisory"),
        (("incidents", "--standing", "sure"), 2, "it is one of unattributed"),
        (("incidents", "--accused", "Irann"), 2, "no such country: 'Irann'"),
        (("incidents", "--since", "July"), 2, "write it as 2022, 2022-07 or 2022-07-15"),
        (("claims", "--predicate", "denail"), 2, "did you mean denial?"),
        (("export", "--format", "xml"), 2, "it is one of json jsonl csv"),
    ],
)
def test_an_error_is_one_line_with_its_exit_code(place: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    result = invoke(*arguments, "--record", place)
    assert (result.exit_code, result.stdout) == (code, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith("demarche: ")
    assert said in line


def test_a_record_that_is_missing_or_none_is_said_so(tmp_path: Path) -> None:
    missing = invoke("incidents", "--record", tmp_path / "no.sqlite")
    assert (missing.exit_code, missing.stderr.count("\n")) == (5, 1)
    assert "`demarche read` makes one" in missing.stderr
    (tmp_path / "junk.sqlite").write_text("junk", encoding="utf-8")
    junk = invoke("read", "--record", tmp_path / "junk.sqlite", tmp_path)
    assert (junk.exit_code, junk.stderr.count("\n")) == (5, 1)
    assert (tmp_path / "junk.sqlite").read_text("utf-8") == "junk"


def test_a_senseless_environment_is_a_usage_error(place: Path) -> None:
    result = invoke("read", "--record", place, "x.txt", DEMARCHE_WORKERS="many")
    assert result.exit_code == 2
    assert "DEMARCHE_WORKERS is 'many'" in result.stderr


def test_verbose_says_where_an_error_came_from(place: Path) -> None:
    result = invoke("--verbose", "--record", place, "show", "nowhere")
    assert result.exit_code == 4
    assert "Traceback" in result.stderr
    assert result.stderr.splitlines()[-1].startswith("demarche: no incident 'nowhere'")


def test_a_reader_that_closes_the_pipe_early_gets_no_traceback(place: Path) -> None:
    with subprocess.Popen(
        [*RUN, "--record", str(place), "export", "--format", "json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 1


@pytest.mark.skipif(os.name != "posix", reason="SIGINT is sent as POSIX has it")
def test_ctrl_c_ends_with_130_and_a_line(tmp_path: Path) -> None:
    import signal

    arguments = [*RUN, "--record", str(tmp_path / "r.sqlite"), "read", "-"]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdin
        assert running.stderr
        while not (tmp_path / "r.sqlite").exists():
            assert running.poll() is None
        running.send_signal(signal.SIGINT)
        errors = running.stderr.read()
    assert running.returncode == 130, errors
    assert errors.decode().splitlines()[-1] == "demarche: interrupted; what was read before is kept"
    assert b"Traceback" not in errors
