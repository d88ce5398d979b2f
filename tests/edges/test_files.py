from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from demarche.edges.files import SIZE_LIMIT, Given, captures, count
from demarche.model.atoms import Marking, PartialDate
from demarche.model.source import Capture, Refused


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Also the working directory, so that relative paths can be tried."""
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.HTML", "deep/c.md", "deep/er/d.htm", ".hidden.txt", ".git/e.txt", "image.png"):
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_bytes(name.encode())
    return tmp_path


def names(*paths: str | Path) -> list[str]:
    return [found.name for found in captures(paths)]


def reason(path: str | Path) -> str:
    (only,) = captures([path])
    assert isinstance(only, Refused)
    return only.reason


def test_a_folder_gives_its_reports_in_sorted_order(folder: Path) -> None:
    assert names("in") == ["in/a.HTML", "in/b.txt", "in/deep/c.md", "in/deep/er/d.htm"]
    assert [found.data for found in captures([folder / "in"]) if isinstance(found, Capture)] == [
        b"a.HTML",
        b"b.txt",
        b"deep/c.md",
        b"deep/er/d.htm",
    ]


def test_the_inputs_are_counted_before_they_are_read(folder: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    given = [str(folder), str(folder / "gone.txt"), str(empty)]
    assert count(given) == len(list(captures(given))) > 3
    assert count(["-"]) == 1


@pytest.mark.parametrize("name", ["a.zip", "a.warc.gz", "a.CSV", "in/feed.xml"])
def test_nobody_knows_how_many_reports_an_unopened_container_holds(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"x")
    assert count([str(folder / name)]) is None
    assert count([str(folder / "in" / "b.txt"), str(folder / name)]) is None
    assert name in names(folder)[-1] or f"{folder.name}/{name}" in names(folder)


@pytest.mark.usefixtures("folder")
def test_what_annotates_a_report_is_no_report() -> None:
    Path("in/b.json").write_bytes(b"{}")
    Path("in/c.json").write_bytes(b"{}")
    assert names("in") == ["in/a.HTML", "in/b.txt", "in/c.json", "in/deep/c.md", "in/deep/er/d.htm"]
    assert names("in/b.json") == ["in/b.json"]


@pytest.mark.usefixtures("folder")
def test_an_archive_may_be_larger_than_a_report() -> None:
    for name in ("in/big.zip", "in/big.txt"):
        with open(name, "wb") as stream:
            stream.truncate(SIZE_LIMIT + 1)
    assert [type(one) for one in captures(["in/big.zip", "in/big.txt"])] == [Capture, Refused]


def test_no_name_tells_where_on_the_machine_it_lay(folder: Path) -> None:
    assert names(folder / "in")[0] == "in/a.HTML"
    assert names(folder / "in" / "b.txt", folder / "gone.txt") == ["b.txt", "gone.txt"]
    assert names("in/b.txt", "./in/../in/b.txt") == ["in/b.txt", "in/../in/b.txt"]


@pytest.mark.usefixtures("folder")
def test_a_file_that_is_named_is_tried_whatever_its_suffix() -> None:
    assert list(captures(["in/image.png"])) == [Capture("in/image.png", b"image.png")]
    assert names("in/.hidden.txt") == ["in/.hidden.txt"]


@pytest.mark.usefixtures("folder")
def test_what_was_told_goes_with_every_capture() -> None:
    given = Given("https://example.org/a", "The Wire", PartialDate(2022, 9), Marking.AMBER)
    for found in captures(["in"], given):
        assert isinstance(found, Capture)
        assert (found.url, found.publisher, found.published, found.marking) == (
            "https://example.org/a",
            "The Wire",
            PartialDate(2022, 9),
            Marking.AMBER,
        )


def test_a_hyphen_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Input:
        buffer = io.BytesIO(b"from a pipe")

    monkeypatch.setattr("sys.stdin", Input)
    assert list(captures(["-"])) == [Capture("-", b"from a pipe")]


def test_a_closed_standard_input_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert reason("-").startswith("standard input is closed")


def test_a_file_that_goes_between_listing_and_reading_is_refused_in_its_place(folder: Path) -> None:
    found = captures(["in"])
    assert next(found).name == "in/a.HTML"
    (folder / "in" / "b.txt").unlink()
    assert next(found) == Refused("in/b.txt", "there is no such file")
    assert [one.name for one in found] == ["in/deep/c.md", "in/deep/er/d.htm"]


def test_what_cannot_be_captured_is_refused_in_its_place(folder: Path) -> None:
    (folder / "in" / "link.txt").symlink_to(folder / "nowhere.txt")
    found = list(captures(["in/b.txt", "gone.txt", "in/link.txt", "in/a.HTML"]))
    assert [type(one) for one in found] == [Capture, Refused, Refused, Capture]
    assert found[1] == Refused("gone.txt", "there is no such file")
    assert found[2] == Refused("in/link.txt", "a link to a file that is not there")


def test_a_file_over_the_limit_is_refused(folder: Path) -> None:
    (folder / "just.txt").write_bytes(b"x" * 100)
    (folder / "over.txt").write_bytes(b"x" * 101)
    just, over = captures(["just.txt", "over.txt"], size_limit=100)
    assert isinstance(just, Capture)
    assert isinstance(over, Refused)
    assert "size limit of 100 bytes" in over.reason


def test_a_pipe_is_refused_and_never_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "in" / "pipe.txt")
    assert "pipe, socket or device" in reason("in/pipe.txt")
    assert "in/pipe.txt" in names("in")


def test_a_device_is_refused() -> None:
    assert "pipe, socket or device" in reason("/dev/zero")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("path", "said"), [("a\0b.txt", "null"), ("x" * 5000, "too long"), ("in/b.txt/c.txt", "directory")])
def test_an_impossible_path_is_refused(path: str, said: str) -> None:
    assert said in reason(path)


def test_a_name_that_is_not_utf8_can_be_shown(folder: Path) -> None:
    place = os.fsencode(folder / "in") + b"/caf\xe9.txt"
    with open(place, "wb") as stream:
        stream.write(b"x")
    found = [one for one in captures(["in"]) if one.name == "in/caf\\udce9.txt"]
    assert [type(one) for one in found] == [Capture]


def test_a_folder_without_reports_is_not_passed_over_in_silence(folder: Path) -> None:
    (folder / "empty").mkdir()
    assert "holds no report" in reason("empty")


def test_a_link_to_a_folder_is_not_followed_in_silence(folder: Path) -> None:
    (folder / "in" / "loop").symlink_to(folder / "in")
    found = {one.name: one for one in captures(["in"])}
    assert len(found) == 5
    assert isinstance(found["in/loop"], Refused)


def test_what_may_not_be_read_is_refused(folder: Path) -> None:
    (folder / "in" / "b.txt").chmod(0)
    if os.access(folder / "in" / "b.txt", os.R_OK):
        pytest.skip("the administrator may read everything")
    (folder / "in" / "deep").chmod(0)
    try:
        found = {one.name: one for one in captures(["in"])}
    finally:
        (folder / "in" / "deep").chmod(0o755)
    assert found["in/b.txt"] == Refused("in/b.txt", "no right to read it")
    assert found["in/deep"] == Refused("in/deep", "no right to read it")
