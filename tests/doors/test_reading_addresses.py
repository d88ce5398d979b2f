"""Reports that are given by their address: from a server on loopback to the record, and to a reason where there is none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result
from web_server import LOOPBACK, Page, Site, moved, serving

from demarche import open_record
from demarche.doors.cli import app
from demarche.model.source import Outcome

REPORT = (
    b"<html><head><meta charset='utf-8'><title>Norway blames Russia</title></head><body><article><h1>Norway blames Russia</h1>"
    b"<p>OSLO, 13 October 2020 - Norway's foreign minister said that Russia broke into the e-mail of its parliament on "
    b"24 August 2020.</p><p>Russia called the accusation baseless.</p></article></body></html>"
)
HTML = (("Content-Type", "text/html; charset=utf-8"),)


@pytest.fixture
def site() -> Iterator[Site]:
    pages = {
        "/robots.txt": Page(b"User-agent: *\nDisallow: /drafts/"),
        "/norway": Page(REPORT, headers=HTML),
        "/short": moved("/norway", 301),
        "/empty": Page(b"", headers=HTML),
        "/picture": Page(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", headers=(("Content-Type", "image/png"),)),
        "/drafts/1": Page(REPORT, headers=HTML),
    }
    with serving(pages) as served:
        yield served


def invoke(*arguments: str | Path, **settings: str) -> Result:
    environment = {"COLUMNS": "300", "DEMARCHE_FETCH_NETWORKS": LOOPBACK, "DEMARCHE_FETCH_PAUSE": "0", **settings}
    return CliRunner().invoke(app, list(map(str, arguments)), env=environment)


def test_an_address_is_read_as_a_file_is(site: Site, tmp_path: Path) -> None:
    done = invoke(
        "read", f"{site.origin}/short", "--reader", "rules", "--publisher", "Press", "--record", tmp_path / "r.sqlite"
    )
    assert done.exit_code == 0, done.output
    assert done.output.startswith(f"ok       {site.origin}/short  ")
    with open_record(tmp_path / "r.sqlite") as book:
        (claim, *_) = book.claims(predicate="attribution")
        origin = book.why(claim.id).source.origin
        assert list(book.verify()) == []
    assert (origin.name, origin.url) == (f"{site.origin}/short", f"{site.origin}/norway")
    assert (origin.media_type, origin.publisher, origin.title) == ("text/html", "Press", "Norway blames Russia")
    assert site.paths() == ["/robots.txt", "/short", "/norway"]


def test_what_cannot_be_had_ends_as_rejected_and_the_rest_is_read(site: Site, tmp_path: Path) -> None:
    (tmp_path / "norway.html").write_bytes(REPORT)
    with serving({}) as closed:
        gone = closed.origin
    addresses = {
        f"{site.origin}/drafts/1": "robots.txt",
        f"{site.origin}/nothing": "status 404 Not Found",
        f"{site.origin}/empty": "",
        f"{site.origin}/picture": "",
        gone: "cannot be reached: connection refused",
        "http://10.0.0.1/": "10.0.0.1 is a private address",
        "file:///etc/hosts": "only http and https addresses are fetched, not file:",
        "https://anna:secret@press.example/": "holds a user or a password",
    }
    place = tmp_path / "r.sqlite"
    done = invoke("read", *addresses, tmp_path / "norway.html", "--reader", "rules", "--json", "--record", place)
    assert done.exit_code == 0, done.output
    *ended, last = json.loads(done.stdout)
    assert (last["name"], last["outcome"]) == ("norway.html", "ok")
    assert [one["outcome"] for one in ended] == ["rejected"] * len(addresses)
    for one, said in zip(ended, addresses.values(), strict=True):
        assert said in one["reason"]
        assert one["reason"]
    assert ended[-1]["name"] == "https://***@press.example/"
    with open_record(place) as book:
        assert len(list(book.inputs("rejected"))) == len(addresses)
    assert b"secret" not in place.read_bytes()


def test_loopback_is_not_read_from_unless_it_was_allowed(site: Site, tmp_path: Path) -> None:
    done = invoke("read", f"{site.origin}/norway", "--record", tmp_path / "r.sqlite", DEMARCHE_FETCH_NETWORKS="")
    assert done.exit_code == 3
    assert "127.0.0.1 is a loopback address; if that network is yours to ask, name it in DEMARCHE_FETCH_NETWORKS" in done.output
    assert site.connections == 0


@pytest.mark.parametrize("command", [("annotate",), ("read", "--explain")])
def test_other_commands_take_addresses_too(command: tuple[str, ...], site: Site) -> None:
    done = invoke(*command, f"{site.origin}/norway", "--reader", "rules")
    assert done.exit_code == 0, done.output
    assert site.paths() == ["/robots.txt", "/norway"]


def test_what_was_told_of_a_report_comes_before_what_the_server_says(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DEMARCHE_FETCH_NETWORKS", LOOPBACK)
    monkeypatch.setenv("DEMARCHE_FETCH_ROBOTS", "off")
    told = {"url": "https://press.example/1", "published": "2020-10-14", "marking": "amber"}
    with open_record(tmp_path / "r.sqlite") as book:
        (ended,) = book.read(f"{site.origin}/norway", reader="rules", **told).inputs  # type: ignore[arg-type]
        assert ended.outcome is Outcome.OK
        claim = next(book.claims())
        source = book.why(claim.id).source
        assert list(book.verify()) == []
    assert (source.origin.url, str(source.origin.published), source.marking) == (
        "https://press.example/1",
        "2020-10-14",
        "amber",
    )
    assert site.paths() == ["/norway"]


def test_a_setting_that_makes_no_sense_is_told_before_anything_is_read(site: Site, tmp_path: Path) -> None:
    done = invoke("read", f"{site.origin}/norway", "--record", tmp_path / "r.sqlite", DEMARCHE_FETCH_NETWORKS="10.0.0.1/8")
    assert done.exit_code == 2
    assert "DEMARCHE_FETCH_NETWORKS holds '10.0.0.1/8'" in done.output
    assert site.connections == 0
