from __future__ import annotations

import hashlib
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import REPORT, RSS, as_json, captures, mailbox, message, opened, packed, refusals, zipped

from demarche.model.atoms import Marking, PartialDate
from demarche.model.source import Capture, Refused
from demarche.steps.unpack import unpack, unpacked
from demarche.steps.unpack.limits import DEPTH, MEMBERS, TOTAL_BYTES, Budget, Full

TEXT = REPORT.encode()


@pytest.mark.parametrize(
    "data",
    [
        TEXT,
        b"",
        b"   ",
        b"<html><body>x</body></html>",
        b"<!DOCTYPE html><p>x",
        b"%PDF-1.7",
        b"{not json}",
        b"[Update] Oslo said so.",
    ],
)
def test_what_is_no_container_is_itself(data: bytes) -> None:
    capture = Capture("report.txt", data, "https://example.org", "The Wire")
    assert list(unpack(capture)) == [capture]


def test_refusals_pass_through_and_containers_are_opened_in_their_place() -> None:
    gone, text = Refused("gone.txt", "there is no such file"), Capture("a.txt", TEXT)
    found = list(unpacked([gone, Capture("b.zip", zipped({"c.txt": TEXT})), text]))
    assert [one.name for one in found] == ["gone.txt", "b.zip!/c.txt", "a.txt"]


def test_what_was_told_goes_before_what_the_container_says_and_the_stricter_marking_wins() -> None:
    table = b"text,publisher,date,tlp\nNorway said so.,The Wire,2022-09-08,amber\nSweden said so.,,,\n"
    told = captures("t.csv", table, publisher="Desk", published=PartialDate(2021), marking=Marking.GREEN)
    assert [(one.publisher, str(one.published), one.marking) for one in told] == [
        ("Desk", "2021", Marking.AMBER),
        ("Desk", "2021", Marking.GREEN),
    ]
    said = captures("t.csv", table)
    assert [(one.publisher, str(one.published or ""), one.marking) for one in said] == [
        ("The Wire", "2022-09-08", Marking.AMBER),
        (None, "", Marking.CLEAR),
    ]


def test_every_member_names_the_bytes_that_it_was_taken_out_of() -> None:
    inner = zipped({"c.txt": TEXT})
    (found,) = captures("a.zip", zipped({"b.zip": inner}), url="https://example.org/a.zip")
    assert (found.name, found.container, found.url) == ("a.zip!/b.zip!/c.txt", hashlib.sha256(inner).hexdigest(), None)


def nested(levels: int) -> bytes:
    data = TEXT
    for level in range(levels):
        data = zipped({f"{level}.zip" if level else "report.txt": data})
    return data


@pytest.mark.parametrize("levels", range(1, DEPTH + 1))
def test_containers_are_opened_as_deep_as_the_limit(levels: int) -> None:
    (found,) = opened("a.zip", nested(levels))
    assert isinstance(found, Capture)
    assert found.data == TEXT
    assert found.name.count("!/") == levels


def test_what_nests_deeper_is_refused_by_its_name() -> None:
    (found,) = opened("a.zip", nested(DEPTH + 1))
    assert isinstance(found, Refused)
    assert found.name.count("!/") == DEPTH
    assert "within 3 containers" in found.reason


def test_a_message_at_the_depth_limit_is_read_and_its_attachment_is_refused() -> None:
    letter = message()
    letter.add_attachment("Norway said so.", filename="n.txt")
    found = opened("a.zip", zipped({"b.zip": zipped({"c.zip": zipped({"d.eml": letter.as_bytes()})})}))
    assert [type(one) for one in found] == [Capture, Refused]
    assert found[1].name.endswith("d.eml!/n.txt")


def test_members_are_given_as_they_are_asked_for() -> None:
    rows = b"text\n" + b"Norway said so.\n" * 100_000
    found = unpack(Capture("t.csv", rows))
    assert [one.name for one in islice(found, 2)] == ["t.csv!/row 2", "t.csv!/row 3"]


def test_more_members_than_the_limit_are_not_read_and_it_is_told() -> None:
    found = opened("t.csv", b"text\n" + b"N.\n" * (MEMBERS + 5))
    assert len(found) == MEMBERS + 1
    assert found[-1] == Refused("t.csv", f"it holds more than {MEMBERS:,} members: those after them were not read; split it")


def test_one_budget_holds_for_all_levels() -> None:
    budget = Budget(members=1, bytes=10)
    budget.member()
    with pytest.raises(Full, match="members"):
        budget.member()
    budget.unpacked(10)
    with pytest.raises(Full, match=f"{TOTAL_BYTES:,} bytes"):
        budget.unpacked(1)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("e.zip", b"PK\x05\x06" + bytes(18)),
        ("e.csv", b"text,title\n"),
        ("e.rss", b"<rss version='2.0'><channel><title>x</title></channel></rss>"),
        ("e.json", as_json({"version": "https://jsonfeed.org/version/1.1", "items": []})),
        ("e.json", as_json({"type": "bundle", "id": "bundle--1"})),
        ("e.warc", b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"),
        ("e.mbox", b"\n"),
        ("e.xml", b"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'/>"),
    ],
)
def test_a_container_with_nothing_in_it_is_refused(name: str, data: bytes) -> None:
    (found,) = opened(name, data)
    assert isinstance(found, Refused)
    assert found.reason


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"7z\xbc\xaf\x27\x1cx", "a 7z archive"),
        (b"Rar!\x1a\x07\x01", "a RAR archive"),
        (bytes(257) + b"ustar", "a tar archive"),
        (b"<?xml version='1.0'?><nitf/>", "'nitf'"),
        (as_json({"some": "thing"}), "JSON of no kind"),
    ],
)
def test_what_is_known_and_not_opened_is_refused_with_its_kind(data: bytes, said: str) -> None:
    (reason,) = refusals("file", data).values()
    assert said in reason


@pytest.mark.parametrize("wrap", [packed, lambda data: zipped({"x": data}), mailbox])
def test_the_same_bytes_give_the_same_members(wrap: object) -> None:
    data = wrap(RSS)  # type: ignore[operator]
    assert opened("x", data) == opened("x", data)


@given(st.binary(max_size=300), st.sampled_from(["", ".zip", ".csv", ".json", ".xml", ".mbox", ".eml", ".warc", ".gz"]))
def test_whatever_the_bytes_are_something_comes_out(data: bytes, suffix: str) -> None:
    found = opened(f"x{suffix}", data)
    assert found
    assert all(one.name.startswith("x") and one.name.isprintable() for one in found)


STARTS = (b"PK\x03\x04", b"\x1f\x8b\x08\0", b"WARC/1.0\r\n", b"From a Wed 2022\nA: b\n", b"<rss>", b'{"a":', b"<urlset>", b"[{")


@given(st.sampled_from(STARTS), st.binary(max_size=200))
def test_what_begins_like_a_container_and_is_none_is_told(start: bytes, rest: bytes) -> None:
    found = opened("x", start + rest)
    assert found
    assert all(isinstance(one, Refused) is bool(getattr(one, "reason", "")) for one in found)
