"""The same reports, read in other processes, orders, numbers of workers and surroundings, give the same bytes."""

from __future__ import annotations

import random
import re
import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path

import pytest
from running import EXAMPLES, Way, ok

FORMS = ("json", "jsonl", "csv")
ENGLISH = {"LC_ALL": "C.UTF-8", "TZ": "UTC"}
ELSEWHERE = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "TZ": "Pacific/Kiritimati"}
"""A process that believes in ASCII, where it is tomorrow already."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How the reports are read: in how many runs, in which order, by how many workers, in which process."""

    seed: str
    workers: str = "1"
    shuffle: int | None = None
    runs: int = 1
    surroundings: tuple[tuple[str, str], ...] = tuple(ENGLISH.items())


MANNERS = {
    "two workers": Manner(seed="31337", workers="2", shuffle=1),
    "other surroundings": Manner(seed="7", shuffle=2, surroundings=tuple(ELSEWHERE.items())),
    "a few at a time": Manner(seed="99", shuffle=3, runs=3),
}
"""Each in another order than the plain one, and with another hash seed."""

PLAIN = Manner(seed="0")

Exports = dict[str, bytes]


def export(record: Path, manner: Manner) -> Exports:
    way = Way(environment={"PYTHONHASHSEED": manner.seed, **dict(manner.surroundings)})
    return {form: ok("export", "--format", form, record=record, way=way).out for form in FORMS}


def read(reports: list[Path], record: Path, manner: Manner) -> list[str]:
    """Read them so; the last line that each run printed."""
    if manner.shuffle is not None:
        reports = random.Random(manner.shuffle).sample(reports, len(reports))  # noqa: S311 - a shuffle, not a secret
    way = Way(environment={"PYTHONHASHSEED": manner.seed, **dict(manner.surroundings)})
    parts = [reports[first :: manner.runs] for first in range(manner.runs)]
    return [ok("read", "--workers", manner.workers, *part, record=record, way=way).lines[-1] for part in parts]


def contents(record: Path) -> dict[str, list[tuple[object, ...]]]:
    connection = sqlite3.connect(record)
    try:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
        return {table: sorted(connection.execute(f"SELECT * FROM {table}"), key=repr) for table in tables}
    finally:
        connection.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("determinism")


@pytest.fixture(scope="module")
def reports(folder: Path) -> list[Path]:
    """The examples, a copy of one of them under another name, and inputs that end badly."""
    (folder / "in").mkdir()
    found = [Path(shutil.copy(path, folder / "in")) for path in sorted(EXAMPLES.glob("*.txt"))]
    assert len(found) >= 16
    for name, data in (
        ("copy.txt", found[0].read_bytes()),
        ("another.txt", found[0].read_bytes()),
        ("latin.txt", "Iran attacked Albania’s café on 15 July 2022, Tirana said.".encode("cp1252")),
        ("empty.txt", b""),
    ):
        (folder / "in" / name).write_bytes(data)
        found.append(folder / "in" / name)
    return found


@pytest.fixture(scope="module")
def plain(folder: Path, reports: list[Path]) -> Path:
    read(reports, folder / "plain.sqlite", PLAIN)
    return folder / "plain.sqlite"


@pytest.fixture(scope="module")
def exported(plain: Path) -> Exports:
    return export(plain, PLAIN)


@pytest.mark.parametrize("form", FORMS)
def test_an_export_holds_what_was_read(exported: Exports, form: str) -> None:
    for words in (b"albania-2022-07", b"attribution", b"Viasat"):
        assert words in exported[form]


@pytest.mark.parametrize("manner", list(MANNERS))
def test_the_same_bytes_and_rows(folder: Path, reports: list[Path], plain: Path, exported: Exports, manner: str) -> None:
    record = folder / f"{manner}.sqlite"
    read(reports, record, MANNERS[manner])
    found = export(record, MANNERS[manner])
    assert {form: found[form] == exported[form] for form in FORMS} == dict.fromkeys(FORMS, True)
    assert contents(record) == contents(plain)


def test_reading_twice_adds_nothing(folder: Path, reports: list[Path], plain: Path, exported: Exports) -> None:
    record = folder / "twice.sqlite"
    shutil.copy(plain, record)
    (said,) = read(reports, record, Manner(seed="5", shuffle=4))
    assert re.match(r"\d+ inputs: .*; 0 new; ", said)
    assert contents(record) == contents(plain)
    assert export(record, PLAIN) == exported


def test_a_record_read_from_other_folders_tells_of_none_of_them(folder: Path, exported: Exports) -> None:
    for form in FORMS:
        assert str(folder).encode() not in exported[form]
        assert str(EXAMPLES.parent).encode() not in exported[form]


@pytest.mark.parametrize("reader", ["model", "best"])
def test_other_readers_say_the_same_in_any_order_with_any_number_of_workers(
    folder: Path, reports: list[Path], reader: str
) -> None:
    pytest.importorskip("onnxruntime")
    few = reports[2:8:2]
    found = []
    for workers, order in (("1", few), ("2", few[::-1]), ("3", [few[1], few[0], few[2]])):
        record = folder / f"{reader}-{workers}.sqlite"
        ok("read", "--reader", reader, "--workers", workers, *order, record=record)
        found.append(export(record, PLAIN))
    assert found[0] == found[1] == found[2]
    assert b'"reader":"model"' in found[0]["json"]
