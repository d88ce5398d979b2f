"""Inputs that hold several reports, through the whole line: into a real record, and out of it again."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from demarche import open_record, pipeline
from demarche.doors.api import OpenRecord, annotate, disagreements, explain
from demarche.edges.store import Store, open_store
from demarche.errors import UsageError
from demarche.model.source import Capture, Outcome
from demarche.readers import rule_reader

OSLO = "OSLO, 8 September 2022 - Norway said that Russia was behind the breach of its parliament in July.\n"
FEED = b"""<rss version="2.0"><channel><title>The Wire</title>
<item><title>Sweden blames Russia</title><link>https://wire.example/a</link>
<pubDate>Wed, 07 Sep 2022 23:30:00 -0500</pubDate>
<description>Sweden said that Russia was behind the attack.</description></item>
<item><guid>x</guid></item></channel></rss>"""
TABLE = "headline,body,day,outlet\nOslo,Norway said that Russia stole its letters.,2022-09-08,The Daily\nOnly this,,,\n"
BUNDLE = {
    "type": "bundle",
    "id": "bundle--1",
    "objects": [
        {
            "type": "report",
            "id": "report--1",
            "name": "Oslo",
            "description": "Norway said that Russia did it.",
            "published": "2022-09-08",
        }
    ],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    with zipfile.ZipFile(reports / "press.zip", "w") as archive:
        archive.writestr("oslo.txt", OSLO)
        archive.writestr("deep/feed.xml", FEED)
    (reports / "table.csv").write_text(TABLE, encoding="utf-8")
    (reports / "bundle.json").write_text(json.dumps(BUNDLE), encoding="utf-8")
    (reports / "plain.txt").write_text(OSLO.replace("Norway", "Finland"), encoding="utf-8")
    (reports / "plain.json").write_text("{}", encoding="utf-8")
    return reports


NAMES = {
    "reports/bundle.json!/report--1": Outcome.OK,
    "reports/plain.txt": Outcome.OK,
    "reports/press.zip!/deep/feed.xml!/https://wire.example/a": Outcome.PARTIAL,
    "reports/press.zip!/deep/feed.xml!/x": Outcome.REJECTED,
    "reports/press.zip!/oslo.txt": Outcome.OK,
    "reports/table.csv!/row 2": Outcome.OK,
    "reports/table.csv!/row 3": Outcome.PARTIAL,
}


@pytest.fixture
def record(tmp_path: Path) -> Iterator[OpenRecord]:
    with open_record(tmp_path / "record.sqlite") as opened:
        yield opened


def test_each_report_ends_in_the_record_by_its_own_name(folder: Path, record: OpenRecord) -> None:
    ended = record.read(folder, reader="rules")
    assert {one.name: one.outcome for one in ended.inputs} == NAMES
    reasons = {one.name: one.reason or "" for one in ended.inputs}
    assert "read its address https://wire.example/a" in reasons["reports/press.zip!/deep/feed.xml!/https://wire.example/a"]
    assert "only a title in the row" in reasons["reports/table.csv!/row 3"]
    assert sum(one.claims for one in ended.inputs) >= 6


def test_what_was_taken_out_of_containers_is_verified_from_its_bytes(folder: Path, record: OpenRecord) -> None:
    record.read(folder, reader="rules")
    assert list(record.verify()) == []
    assert record.read(folder, reader="rules").new == 0


def test_members_keep_what_their_container_said(folder: Path, tmp_path: Path) -> None:
    with open_record(tmp_path / "r.sqlite") as record:
        record.read(folder, reader="rules")
    with open_store(tmp_path / "r.sqlite") as store:
        origins = {source.origin.name: source.origin for source in store.sources()}
    item = origins["reports/press.zip!/deep/feed.xml!/https://wire.example/a"]
    assert (item.publisher, str(item.published), item.title, item.published_from) == (
        "The Wire",
        "2022-09-07",
        "Sweden blames Russia",
        "given",
    )
    row = origins["reports/table.csv!/row 2"]
    assert (row.publisher, str(row.published)) == ("The Daily", "2022-09-08")
    assert origins["reports/press.zip!/oslo.txt"].container is not None
    assert origins["reports/plain.txt"].container is None


def ids(store: Store) -> list[str]:
    return sorted(source.id for source in store.sources())


def test_any_number_of_workers_gives_the_same(folder: Path, tmp_path: Path) -> None:
    found = []
    for workers in (1, 2):
        with open_record(tmp_path / f"{workers}.sqlite", workers=workers) as record:
            record.read(folder, reader="rules")
        with open_store(tmp_path / f"{workers}.sqlite") as store:
            found.append((ids(store), store.known()))
    assert found[0] == found[1]


def test_the_other_verbs_open_containers_too(folder: Path) -> None:
    names = sorted(NAMES)
    assert sorted(one.name for one in annotate([folder], reader="rules")) == names
    assert sorted(one.name for one in explain([folder], reader="rules")) == names
    assert sorted(one.name for one in disagreements([folder], ("rules", rule_reader()))) == names


def test_columns_are_told_through_the_door(tmp_path: Path, record: OpenRecord) -> None:
    (tmp_path / "t.csv").write_text("a,b\nHead,Norway said that Russia did it.\n", encoding="utf-8")
    assert [one.outcome for one in record.read(tmp_path / "t.csv", reader="rules").inputs] == [Outcome.REJECTED]
    (ended,) = record.read(tmp_path / "t.csv", reader="rules", columns="text=b,title=a").inputs
    assert (ended.name, ended.outcome) == ("t.csv!/row 2", Outcome.OK)
    with pytest.raises(UsageError, match="no such column"):
        record.read(tmp_path / "t.csv", reader="rules", columns="nonsense")


def test_a_capture_without_a_file_is_opened_as_well(tmp_path: Path) -> None:
    with open_store(tmp_path / "r.sqlite") as store:
        ended = pipeline.read([Capture("feed", FEED)], store, rule_reader())
    assert [one.name for one in ended.inputs] == ["feed!/https://wire.example/a", "feed!/x"]
