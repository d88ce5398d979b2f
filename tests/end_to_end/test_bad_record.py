"""Records that are none, records in a bad state, full disks, and outputs that cannot be written."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from bad_inputs import UTF8
from running import EXAMPLES, Ended, Way, answer, documents_in, findings, ok, run

COMMANDS = (("read", "report.txt"), ("incidents",), ("verify",), ("export", "--format", "json"))


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of one report. To be read, not to be written."""
    folder = tmp_path_factory.mktemp("one")
    (folder / "report.txt").write_bytes(UTF8)
    ok("read", folder / "report.txt", record=folder / "record.sqlite")
    return folder / "record.sqlite"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "report.txt").write_bytes(UTF8)
    return tmp_path


def random_bytes(place: Path) -> None:
    place.write_bytes(bytes(number * 37 % 251 for number in range(9000)))


def another_program(place: Path) -> None:
    connection = sqlite3.connect(place)
    connection.execute("CREATE TABLE incidents (id TEXT)")
    connection.execute("INSERT INTO incidents VALUES ('mine')")
    connection.commit()
    connection.close()


def cut_off(place: Path) -> None:
    another_program(place)
    place.write_bytes(place.read_bytes()[:700])


def said_once(ended: Ended) -> str:
    """The one line of an error, with nothing on standard output."""
    assert ended.text == ""
    (line,) = ended.error.splitlines()
    assert line.startswith("demarche: ")
    return line


@pytest.mark.parametrize("command", COMMANDS[:2], ids=lambda command: command[0])
@pytest.mark.parametrize(
    ("make", "said"),
    [
        (random_bytes, "is not a Demarche record; name another file, it was left as it is"),
        (another_program, "it is another program's database; name another file, it was left as it is"),
        (cut_off, "is damaged or is not a Demarche record"),
    ],
)
def test_a_file_that_is_no_record_is_left_as_it_is(
    folder: Path, make: Callable[[Path], None], said: str, command: tuple[str, ...]
) -> None:
    place = folder / "record.sqlite"
    make(place)
    before = place.read_bytes()
    ended = run(*command, record=place, way=Way(folder=folder))
    assert ended.code == 5
    assert said in said_once(ended)
    assert place.read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == ["record.sqlite", "report.txt"]


@pytest.mark.parametrize("command", COMMANDS[:2], ids=lambda command: command[0])
def test_a_folder_is_no_record(folder: Path, command: tuple[str, ...]) -> None:
    ended = run(*command, record=folder, way=Way(folder=folder))
    assert ended.code == 5
    assert "is a folder, not a record; name a file in it" in said_once(ended)


def test_no_record_can_lie_below_a_file(folder: Path) -> None:
    ended = run("read", folder / "report.txt", record=folder / "report.txt" / "record.sqlite")
    assert ended.code == 5
    assert "is or lies in a file; name a folder" in said_once(ended)


def test_the_environment_may_name_a_bad_record_too(folder: Path) -> None:
    ended = run("incidents", way=Way(environment={"DEMARCHE_RECORD": str(folder)}))
    assert ended.code == 5
    assert "is a folder" in said_once(ended)


@pytest.mark.parametrize("command", COMMANDS[1:], ids=lambda command: command[0])
def test_a_missing_record_is_made_by_read_alone(folder: Path, command: tuple[str, ...]) -> None:
    ended = run(*command, record=folder / "none.sqlite")
    assert ended.code == 5
    assert "`demarche read` makes one" in said_once(ended)
    assert not (folder / "none.sqlite").exists()


def allow(size: int) -> Callable[[], None]:
    """What makes every file larger than so many bytes fail to grow."""
    import resource

    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.skipif(os.name != "posix", reason="limits are set as POSIX has them")
def test_a_record_that_may_not_grow_keeps_what_was_read(tmp_path: Path) -> None:
    record = tmp_path / "record.sqlite"
    ended = run("read", EXAMPLES, record=record, way=Way(inside=allow(200_000)))
    assert ended.code == 5
    (line,) = ended.error.splitlines()
    assert line.startswith(f"demarche: the disk of {record} failed, is full, or is over its quota")
    assert findings(record) == []
    held = documents_in(record)
    assert 1 <= held == sum(line.startswith("ok ") for line in ended.text.splitlines())
    assert f"; {len(list(EXAMPLES.glob('*.txt'))) - held} new; " in ok("read", EXAMPLES, record=record).lines[-1]
    assert findings(record) == []


@pytest.mark.skipif(os.name != "posix", reason="limits are set as POSIX has them")
def test_a_disk_without_any_room_keeps_no_half_record(folder: Path) -> None:
    ended = run("read", folder / "report.txt", record=folder / "record.sqlite", way=Way(inside=allow(0)))
    assert ended.code == 5
    assert "is full" in said_once(ended)
    assert "1 new; " in ok("read", folder / "report.txt", record=folder / "record.sqlite").lines[-1]


SMALL_DISK = 'mount -t tmpfs -o size=300k tmpfs "$0" && "$@"; code=$?; cp "$0"/* "$0.kept"; exit $code'
"""Runs a command with a disk of its own at a place, and copies what is left on that disk."""


def test_a_full_disk_keeps_what_was_read(tmp_path: Path) -> None:
    disk, left = tmp_path / "disk", tmp_path / "disk.kept"
    disk.mkdir()
    left.mkdir()
    before = ("unshare", "--mount", "sh", "-c", SMALL_DISK, str(disk))
    if (
        not shutil.which("unshare")
        or subprocess.run([*before, "touch", disk / "x"], check=False, capture_output=True).returncode
    ):
        pytest.skip("no disk can be mounted here")
    (left / "x").unlink()
    ended = run("read", EXAMPLES, record=disk / "record.sqlite", way=Way(before=before))
    assert ended.code == 5
    assert "is full; what was read before is kept, free some space and read the rest again" in ended.error
    assert [path.name for path in left.iterdir()] == ["record.sqlite"]
    assert documents_in(left / "record.sqlite") >= 1
    assert findings(left / "record.sqlite") == []


def full(*arguments: str, record: Path) -> Ended:
    return run(*arguments, record=record, way=Way(before=("sh", "-c", 'exec "$@" >/dev/full', "sh")))


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="there is no /dev/full here")
@pytest.mark.parametrize("command", COMMANDS[1:], ids=lambda command: command[0])
def test_an_output_that_takes_nothing_is_said_so(one: Path, command: tuple[str, ...]) -> None:
    ended = full(*command, record=one)
    assert ended.code == 1
    assert "No space left on device" in said_once(ended)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_closed_outputs_are_no_accident(one: Path, tmp_path: Path, command: tuple[str, ...]) -> None:
    record = Path(shutil.copy(one, tmp_path / "record.sqlite"))
    ended = run(*command, record=record, way=Way(folder=one.parent, before=("sh", "-c", 'exec "$@" >&- 2>&-', "sh")))
    assert (ended.code, ended.lines) == (0, [])
    assert findings(record) == []


def test_an_export_into_a_link_writes_what_it_leads_to(one: Path, tmp_path: Path) -> None:
    (tmp_path / "target.csv").write_text("old")
    (tmp_path / "link.csv").symlink_to("target.csv")
    ok("export", "--format", "csv", "--output", tmp_path / "link.csv", record=one)
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "target.csv").read_bytes() == ok("export", "--format", "csv", record=one).out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.csv", "target.csv"]


@pytest.mark.skipif(os.name != "posix", reason="named pipes are made as POSIX has them")
def test_an_export_into_a_pipe_leaves_the_pipe_there(one: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        ok("export", "--format", "csv", "--output", pipe, record=one)
        assert pipe.is_fifo()
        assert os.read(reader, 1 << 16) == ok("export", "--format", "csv", record=one).out
    finally:
        os.close(reader)


def test_a_record_that_may_only_be_read_can_be_looked_at(one: Path, tmp_path: Path) -> None:
    if os.geteuid() == 0 and not shutil.which("setpriv"):
        pytest.skip("the administrator may write everything, and setpriv is not installed")
    before = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
    record = Path(shutil.copy(one, tmp_path / "record.sqlite"))
    record.chmod(0o400)
    assert answer("incidents", record=record) == answer("incidents", record=one)
    assert ok("incidents", record=record, way=Way(before=before)).text == ok("incidents", record=one).text
    (tmp_path / "more.txt").write_bytes(UTF8 + b"\nMore.\n")
    ended = run("read", tmp_path / "more.txt", record=record, way=Way(before=before))
    assert ended.code == 5
    assert "may not be written" in ended.error
