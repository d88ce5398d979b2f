"""Certificates: of the name that was asked for, from an authority that is trusted, whatever address answers."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from web_server import SETTINGS, Page, Waits, moved, serving

from demarche.edges.fetch import Fetched, Fetcher, FetchError

TEXT = b"Estonia attributes."


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of press.example that its own holder signed, and the key with it."""
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("there is no openssl to make a certificate with")
    place = tmp_path_factory.mktemp("tls") / "press.pem"
    subject = ["-subj", "/CN=press.example", "-addext", "subjectAltName=DNS:press.example,IP:127.0.0.1", "-days", "2"]
    made = [program, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(place), "-out", f"{place}.crt", *subject]
    subprocess.run(made, check=True, capture_output=True)
    place.write_bytes(place.read_bytes() + Path(f"{place}.crt").read_bytes())
    return place


@pytest.fixture
def context(certificate: Path) -> ssl.SSLContext:
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(certificate)
    return made


def at_loopback(_: str) -> tuple[str, ...]:
    return ("127.0.0.1",)


def test_the_name_that_was_asked_for_is_that_of_certificate_server_and_host(
    certificate: Path, context: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", f"{certificate}.crt")
    names: list[str | None] = []
    context.sni_callback = lambda _, name, __: names.append(name)
    with serving({"/": Page(TEXT)}, tls=context) as site:
        found = Fetcher(SETTINGS, resolve=at_loopback).fetch(f"https://PRESS.example:{site.port}/")
        assert isinstance(found, Fetched)
        assert (found.data, found.last.address) == (TEXT, "127.0.0.1")
        assert names == ["press.example"]
        assert site.asked[0].headers["host"] == f"press.example:{site.port}"
        by_address = Fetcher(SETTINGS).fetch(site.origin)
        assert isinstance(by_address, Fetched)
        assert by_address.data == TEXT


@pytest.mark.parametrize("start", ["direct", "redirect"])
def test_a_certificate_of_another_name_is_refused_at_once(
    start: str, certificate: Path, context: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", f"{certificate}.crt")
    with serving({"/": Page(TEXT)}, tls=context) as site:
        address = f"https://other.example:{site.port}/"
        with serving({"/": moved(address)}) as before:
            fetcher = Fetcher(SETTINGS, resolve=at_loopback)
            with pytest.raises(FetchError, match=r"the certificate of other.example:\d+ is not good: Hostname mismatch"):
                fetcher.fetch(address if start == "direct" else before.origin)
        assert (site.connections, site.asked) == (1, [])


def test_a_certificate_of_an_authority_that_nobody_trusts_is_refused(
    context: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    with serving({"/": Page(TEXT)}, tls=context) as site:
        with pytest.raises(FetchError, match="is not good: self-signed certificate"):
            Fetcher(SETTINGS, resolve=at_loopback).fetch(f"https://press.example:{site.port}/")
        assert site.asked == []


def test_a_server_without_tls_is_not_asked_over_it() -> None:
    with serving({}, unasked=Page(TEXT, 400)) as site:
        with pytest.raises(FetchError, match=r"the connection to 127.0.0.1:[0-9]+ broke off"):
            Fetcher(SETTINGS, Waits().clock()).fetch(site.origin.replace("http:", "https:"))
        assert site.asked == []


def test_a_handshake_that_drips_in_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    hello = b"\x16\x03\x03\x40\x00" + b"\x02" * 9000
    with serving({}, unasked=Page(hello, drip=0.02, whole=b"")) as site:
        with pytest.raises(FetchError, match="no whole response came within"):
            Fetcher(replace(SETTINGS, seconds=0.4)).fetch(site.origin.replace("http:", "https:"))
        assert site.connections == 1
