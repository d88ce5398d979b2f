from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from demarche.doors.cli.bar import pace

pty = pytest.importorskip("pty")

RUN = (sys.executable, "-m", "demarche")
COUNT = 4
CONTROL = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]")


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(COUNT - 1):
        text = f"OSLO - Norway said that Russia was behind breach {number}.\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    (folder / "passed-over.png").write_bytes(b"\x89PNG")
    (tmp_path / "one.txt").write_text("Sweden said that Russia was behind it.\n", encoding="utf-8")
    return folder


def on_a_terminal(arguments: Sequence[str | Path], streams: str) -> tuple[dict[str, bytes], int]:
    """Run the program with these of its streams on one terminal, the others in pipes; what came out of each."""
    ours, theirs = pty.openpty()
    given: dict[str, int] = {name: theirs if name in streams else subprocess.PIPE for name in ("stdout", "stderr")}
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "120"}
    with subprocess.Popen([*RUN, *map(str, arguments)], env=environment, **given) as program:  # type: ignore[call-overload]  # streams by name
        os.close(theirs)
        shown = bytearray()
        while True:
            try:
                piece = os.read(ours, 65_536)
            except OSError:  # what Linux says when nobody holds the other end any longer
                piece = b""
            if not piece:
                break
            shown += piece
        os.close(ours)
        out, errors = program.communicate(timeout=60)
    return {"terminal": bytes(shown), "stdout": out or b"", "stderr": errors or b""}, program.returncode


def given_to_read(reports: Path) -> tuple[str | Path, ...]:
    return "read", "--reader", "rules", "--record", reports.parent / "r.sqlite", reports, reports.parent / "one.txt"


def bar(shown: bytes) -> list[tuple[int, int]]:
    """How far the bar was, each time it was drawn."""
    return [(int(done), int(total)) for done, total in re.findall(rb"(\d+) of (\d+) reports? read", CONTROL.sub(b"", shown))]


def test_a_terminal_shows_how_far_it_is_how_fast_and_how_long_the_rest_takes(reports: Path) -> None:
    out, code = on_a_terminal(given_to_read(reports), "stdout stderr")
    drawn = bar(out["terminal"])
    assert code == 0
    assert {total for _, total in drawn} == {COUNT}
    assert drawn == sorted(drawn)
    assert b"making the record" in out["terminal"]
    assert b"4 inputs: 4 ok" in out["terminal"]


def test_the_bar_stays_on_standard_error_when_output_is_piped(reports: Path) -> None:
    out, _ = on_a_terminal(given_to_read(reports), "stderr")
    assert bar(out["terminal"])
    assert out["stdout"].startswith(b"ok       reports/0.txt  ")
    assert b"\x1b" not in out["stdout"]
    assert b" read" not in out["stdout"]


def test_the_bar_has_no_end_where_a_file_may_hold_many_reports(reports: Path) -> None:
    rows = "text\n" + "Norway said that Russia was behind it.\n" * 3
    (reports / "table.csv").write_text(rows, encoding="utf-8")
    out, code = on_a_terminal(given_to_read(reports), "stdout stderr")
    assert code == 0
    assert bar(out["terminal"]) == []
    assert re.search(rb"\d reports? read", CONTROL.sub(b"", out["terminal"]))
    assert b"7 inputs: 7 ok" in out["terminal"]


def test_the_bar_goes_on_where_an_input_holds_more_than_its_name_tells(reports: Path) -> None:
    (reports / "table.txt").write_bytes(
        b"<rss><channel>" + b"<item><title>Norway said so</title></item>" * 3 + b"</channel></rss>"
    )
    out, code = on_a_terminal(given_to_read(reports), "stdout stderr")
    assert code == 0
    assert b"7 inputs" in out["terminal"]


@pytest.mark.parametrize("streams", ["stdout", ""])
def test_there_is_no_bar_where_standard_error_is_no_terminal(reports: Path, streams: str) -> None:
    out, _ = on_a_terminal(given_to_read(reports), streams)
    assert bar(b"".join(out.values())) == []
    assert out["stderr"] == b""
    assert b"4 inputs: 4 ok" in b"".join(out.values())


def test_there_is_no_bar_with_json(reports: Path) -> None:
    out, _ = on_a_terminal([*given_to_read(reports), "--json"], "stderr")
    assert out["terminal"] == b""
    assert len(json.loads(out["stdout"])) == COUNT


def test_comparing_readers_shows_the_bar_too(reports: Path) -> None:
    pytest.importorskip("onnxruntime")
    out, _ = on_a_terminal(["disagreements", reports, "--readers", "rules,best"], "stderr")
    assert {total for _, total in bar(out["terminal"])} == {COUNT - 1}
    assert out["stdout"].startswith(b"reports/0.txt  ")


@pytest.mark.parametrize(
    ("speed", "left", "said"),
    [
        (None, None, ""),
        (0.0, 3.0, ""),
        (1234.4, 61.2, "1,234 a second, 1:01 left"),
        (4.25, None, "4.2 a second"),
        (4.25, 3725.0, "4.2 a second, 1:02:05 left"),
        (0.05, 600.0, "3.0 a minute, 10:00 left"),
    ],
)
def test_the_pace_is_told_in_words(speed: float | None, left: float | None, said: str) -> None:
    assert pace(speed, left) == said
