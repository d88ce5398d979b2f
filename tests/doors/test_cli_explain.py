from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from cli_samples import HOSTILE, WIRE, reader
from explain_samples import ACCUSATION, RAMA, WIPED, claim, document, small
from typer.testing import CliRunner, Result

from demarche import pipeline
from demarche.doors.cli import app
from demarche.doors.cli.explain import print_explanation
from demarche.doors.explain import explanation
from demarche.model.atoms import PartialDate
from demarche.model.claim import Claim
from demarche.model.source import Capture, Document

GOLDEN = Path(__file__).parents[1] / "golden" / "explain"
REPORT = (
    "Albania cuts ties\n\n"
    "TIRANA, 8 September 2022 - Albania's prime minister, Edi Rama, said that Iran carried out the attack.\n"
)


def invoke(*arguments: str | Path, **environment: str) -> Result:
    return CliRunner().invoke(app, ["read", *map(str, arguments)], env={"COLUMNS": "100", **environment})


@pytest.fixture
def report(tmp_path: Path) -> Path:
    place = tmp_path / "albania.txt"
    place.write_text(REPORT, encoding="utf-8")
    return place


def printed(capsys: pytest.CaptureFixture[str], whole: Document, *claims: Claim) -> str:
    print_explanation(explanation(whole, claims))
    return "\n".join(line.rstrip() for line in capsys.readouterr().out.splitlines()) + "\n"


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(("name", "text"), [("wire", WIRE), ("hostile", HOSTILE)])
def test_a_report_is_printed_as_it_was(name: str, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    capture = Capture(f"{name}.txt", text.encode(), publisher="The Wire", published=PartialDate(2022, 9, 8))
    (found,) = pipeline.explain([capture], reader)
    assert found.document is not None
    assert printed(capsys, found.document, *found.claims) == (GOLDEN / f"{name}.txt").read_text("utf-8")


def test_what_was_not_read_stands_apart_line_by_line(capsys: pytest.CaptureFixture[str]) -> None:
    whole, claims = small()
    out = printed(capsys, whole, *claims)
    assert "\n    not read: page furniture, menu\n    Subscribe now\n" in out
    assert "[Edi Rama‹asserter› said Iran‹accused› almost certainly‹hedge› did it.]1 [Iran‹asserter," in out


def test_passages_that_share_words_have_numbered_brackets(capsys: pytest.CaptureFixture[str]) -> None:
    whole = document("It was wiped then, Rama says.")
    out = printed(
        capsys, whole, claim(whole, "It was wiped then", WIPED), claim(whole, "wiped then, Rama says.", ACCUSATION, RAMA)
    )
    assert "  1[It was 2[wiped then]1, Rama says.]2\n" in out
    assert "asserter Edi Rama (AL) (not named here), accused Iran (not named here)" in out


def test_no_character_of_a_report_is_obeyed(capsys: pytest.CaptureFixture[str]) -> None:
    whole = document("Iran \x1b[31mdid\u202e it.\rGone\n")
    out = printed(capsys, whole, claim(whole, whole.text.strip(), ACCUSATION))
    assert not re.search("[\x1b\u202e\r]", out)
    assert "[Iran‹accused› \ufffd[31mdid\ufffd it. Gone]1" in out


def test_the_command_needs_no_record_and_makes_none(report: Path) -> None:
    record = report.parent / "record.sqlite"
    done = invoke(report, "--explain", DEMARCHE_RECORD=str(record))
    assert done.exit_code == 0, done.output
    assert "Iran‹accused›" in done.stdout
    assert "Edi Rama‹asserter›" in done.stdout
    assert re.search(r"attribution 1\b", done.stdout)
    assert list(report.parent.iterdir()) == [report]


def test_what_is_told_of_the_report_is_shown(report: Path) -> None:
    done = invoke(report, "--explain", "--publisher", "The Wire", "--published", "2022-09", "--marking", "amber")
    assert "The Wire · published 2022-09 · " in done.stdout
    assert "TLP:AMBER" in done.stdout


def test_standard_input_is_explained() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "demarche", "read", "-", "--explain"],
        input=REPORT.encode(),
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert "Iran‹accused›".encode() in done.stdout
    assert b"\x1b" not in done.stdout


def test_with_colours_roles_are_coloured_and_without_they_are_written(report: Path) -> None:
    coloured = invoke(report, "--explain", FORCE_COLOR="1", TERM="xterm-256color").stdout
    plain = invoke(report, "--explain", FORCE_COLOR="1", TERM="xterm-256color", NO_COLOR="1").stdout
    assert "\x1b[1;31mIran\x1b[0m" in coloured
    assert "‹" not in coloured
    assert "accused" in coloured  # the legend
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", plain)
    assert re.search(r"Iran(\x1b\[[0-9;]*m)*‹accused›", plain)


def test_the_page_is_written_and_said_to_be(report: Path, tmp_path: Path) -> None:
    place = tmp_path / "page.html"
    done = invoke(report, "--html", place)
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == f"what was read in 1 report is shown in {place}\n"
    assert 'data-role="accused"' in place.read_text("utf-8")
    both = invoke(report, "--html", place, "--explain")
    assert "Iran‹accused›" in both.stdout


def test_the_page_is_the_same_with_any_number_of_workers(report: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(WIRE, encoding="utf-8")
    pages = []
    for workers in ("1", "2"):
        assert invoke(report, other, "--html", tmp_path / "page.html", "--workers", workers).exit_code == 0
        pages.append((tmp_path / "page.html").read_bytes())
    assert pages[0] == pages[1]
    assert b'id="report-2"' in pages[0]


@pytest.mark.parametrize("option", ["--json", "--record"])
def test_what_would_keep_or_print_something_else_is_refused(report: Path, option: str) -> None:
    record = (report.parent / "r.sqlite",) if option == "--record" else ()
    done = invoke(report, "--explain", option, *record)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "leave out --record and --json" in done.stderr
    assert list(report.parent.iterdir()) == [report]


def test_the_page_must_not_lie_among_the_reports(report: Path) -> None:
    for inputs, place in ((report, report), (report.parent, report.parent / "page.html")):
        done = invoke(inputs, "--html", place)
        assert (done.exit_code, done.stdout) == (2, "")
        assert "lies among the reports" in done.stderr
    assert report.read_text("utf-8") == REPORT


def test_what_cannot_be_read_is_said_and_ends_with_3_when_nothing_was_read(report: Path) -> None:
    gone = report.parent / "gone.txt"
    done = invoke(gone, report, "--explain")
    assert (done.exit_code, done.stderr) == (0, "rejected gone.txt: there is no such file\n")
    alone = invoke(gone, "--explain")
    assert (alone.exit_code, alone.stdout, alone.stderr) == (3, "", "rejected gone.txt: there is no such file\n")
