"""Whatever it is given, the program ends soon, with one clear line for each input, and keeps what it had read before."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from bad_inputs import BAD, LATIN, UTF8, Bad
from running import PROGRAM, Ended, Way, claims, documents_in, findings, ok, run

SOON = 60.0
"""Seconds after which a run is given up. Most take one on an idle machine."""

GIVEN_UP_RIGHTS = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
"""Takes from the administrator's processes the power to read what nobody may."""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of one report. To be read, not to be written."""
    folder = tmp_path_factory.mktemp("kept")
    (folder / "report.txt").write_bytes(UTF8)
    ok("read", folder / "report.txt", record=folder / "record.sqlite")
    assert len(claims(folder / "record.sqlite")) >= 3
    return folder / "record.sqlite"


@pytest.fixture
def record(kept: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(kept, tmp_path / "record.sqlite"))


@pytest.fixture(scope="module")
def everything(kept: Path, tmp_path_factory: pytest.TempPathFactory) -> Everything:
    """All of `BAD` in one run, into a copy of the record."""
    folder = tmp_path_factory.mktemp("everything")
    record = Path(shutil.copy(kept, folder / "record.sqlite"))
    for bad in BAD:
        (folder / bad.name).write_bytes(bad.data())
    ended = read(record, *(folder / bad.name for bad in BAD))
    for bad in BAD:
        (folder / bad.name).unlink()
    return Everything(record, ended)


@dataclass(frozen=True, slots=True)
class Everything:
    """A record that was given every bad input, and how that run ended."""

    record: Path
    ended: Ended


def read(record: Path, *inputs: str | Path, way: Way | None = None) -> Ended:
    return run("read", *inputs, record=record, way=way or Way(seconds=SOON))


def nothing_is_lost(record: Path, kept: Path) -> bool:
    return findings(record) == [] and set(claims(kept)) <= set(claims(record))


def hold_back() -> tuple[str, ...]:
    """What to put before the program so that rights count; nothing for whoever is no administrator."""
    if os.geteuid() != 0:
        return ()
    if not shutil.which("setpriv"):
        pytest.skip("the administrator may read everything, and setpriv is not installed")
    return GIVEN_UP_RIGHTS


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name)
def test_it_ends_as_it_must(everything: Everything, bad: Bad) -> None:
    (line,) = [line for line in everything.ended.lines if re.search(rf" {re.escape(bad.name)}(:|  )", line)]
    assert line.split()[0] == bad.outcome
    assert bad.said in line
    assert len(line) < 400
    assert (re.search(r" [1-9]\d* claim", line) is not None) == bad.holds_claims


def test_every_input_has_one_line_and_the_rest_is_kept(everything: Everything, kept: Path) -> None:
    assert len(everything.ended.lines) == len(BAD) + 1
    assert (everything.ended.code, everything.ended.error) == (0, "")
    assert nothing_is_lost(everything.record, kept)


@pytest.mark.parametrize(
    ("data", "outcome"), [(UTF8, "ok"), (LATIN, "partial"), (b"", "rejected"), (b"\0\1\2" * 99, "rejected")]
)
def test_standard_input_and_its_exit_code(record: Path, kept: Path, data: bytes, outcome: str) -> None:
    ended = read(record, "-", way=Way(given=data, seconds=SOON))
    assert re.match(rf"{outcome} +-(:|  )", ended.lines[0])
    assert ended.code == (3 if outcome == "rejected" else 0)
    assert nothing_is_lost(record, kept)


def test_a_closed_standard_input_is_rejected(record: Path) -> None:
    closed = ("sh", "-c", 'exec "$@" <&-', "sh")
    ended = read(record, "-", way=Way(before=closed))
    assert ended.lines[0].startswith("rejected -: standard input is closed")
    assert ended.code == 3


def test_a_good_report_among_bad_ones_is_read(record: Path, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_bytes(b"")
    (tmp_path / "in" / "b.txt").write_bytes(LATIN)
    (tmp_path / "in" / "c.html").write_bytes(b"\0" * 100)
    (tmp_path / "in" / "d.txt").symlink_to("nowhere.txt")
    ended = read(record, tmp_path / "in", tmp_path / "gone.txt")
    assert ended.code == 0
    said = [line.split()[:2] for line in ended.lines[:-1]]
    assert said == [
        ["rejected", "in/a.txt:"],
        ["partial", "in/b.txt"],
        ["rejected", "in/c.html:"],
        ["rejected", "in/d.txt:"],
        ["rejected", "gone.txt:"],
    ]
    assert "a link to a file that is not there" in ended.lines[3]
    assert ended.lines[4] == "rejected gone.txt: there is no such file"
    assert findings(record) == []


def started(record: Path, folder: Path) -> subprocess.Popen[str]:
    """A run over many reports that has read the first of them."""
    folder.mkdir()
    for number in range(60):
        (folder / f"{number:03}.txt").write_bytes(UTF8 * 2 + str(number).encode())
    arguments = [*PROGRAM, "--record", str(record), "read", str(folder)]
    running = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert running.stdout
    assert "000.txt" in running.stdout.readline()
    return running


def test_a_file_that_vanishes_between_listing_and_reading_is_rejected(record: Path, tmp_path: Path) -> None:
    with started(record, tmp_path / "in") as running:
        (tmp_path / "in" / "059.txt").unlink()
        out, error = running.communicate(timeout=SOON)
    assert (running.returncode, error) == (0, "")
    assert "rejected in/059.txt: there is no such file\n" in out
    assert "60 inputs: 59 ok, 1 rejected; 59 new;" in out
    assert findings(record) == []


def test_a_run_that_is_killed_keeps_what_it_had_read(record: Path, kept: Path, tmp_path: Path) -> None:
    with started(record, tmp_path / "in") as running:
        running.send_signal(signal.SIGKILL)
        running.communicate(timeout=SOON)
    assert running.returncode == -signal.SIGKILL
    assert 2 <= documents_in(record) < 61
    assert nothing_is_lost(record, kept)


def test_files_and_folders_without_rights_are_rejected(record: Path, kept: Path, tmp_path: Path) -> None:
    before = hold_back()
    (tmp_path / "in" / "shut").mkdir(parents=True)
    for name in ("in/open.txt", "in/secret.txt", "in/shut/hidden.txt"):
        (tmp_path / name).write_bytes(LATIN)
    (tmp_path / "in" / "secret.txt").chmod(0)
    (tmp_path / "in" / "shut").chmod(0)
    try:
        some = read(record, tmp_path / "in", way=Way(before=before))
        none = read(record, tmp_path / "in" / "shut", way=Way(before=before))
    finally:
        (tmp_path / "in" / "shut").chmod(0o755)
    assert some.lines[1:3] == ["rejected in/secret.txt: no right to read it", "rejected in/shut: no right to read it"]
    assert some.code == 0
    assert none.lines[0] == "rejected shut: no right to read it"
    assert none.code == 3
    assert nothing_is_lost(record, kept)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("read", "--unknown", "x.txt"), "No such option: --unknown"),
        (("read",), "Missing argument 'PATH'"),
        (("reed", "x.txt"), "No such command 'reed'"),
        (("read", "x.txt", "--workers", "0"), "Invalid value for '--workers'"),
        (("read", "x.txt", "--marking", "purple"), "no such marking: 'purple'"),
        (("read", "x.txt", "--published", "July"), "not a date: 'July'"),
        (("export",), "Missing option '--format'"),
    ],
)
def test_what_cannot_be_understood_is_said_and_ends_with_2(record: Path, arguments: tuple[str, ...], said: str) -> None:
    before = record.read_bytes()
    ended = run(*arguments, record=record)
    assert (ended.code, ended.text) == (2, "")
    assert said in ended.error
    assert record.read_bytes() == before


def test_all_of_it_is_over_soon(record: Path, tmp_path: Path) -> None:
    """A page of 350,000 characters without a full stop, which rules that look far back would read for ever."""
    (tmp_path / "endless.txt").write_bytes(b"Iran, Albania and the United States, which " * 8_000)
    begun = time.monotonic()
    ended = read(record, tmp_path / "endless.txt")
    assert ended.code == 0
    assert time.monotonic() - begun < SOON
