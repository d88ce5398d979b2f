"""Hundreds of ways to have a fetcher ask somebody whom it must not ask, with listeners that must hear nothing.

Each address is written in every way that some program understands, and is given as it is, behind a name, and behind a redirect.
All connections that this process opens are watched besides: none may go anywhere but to the server that redirects.
"""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from dataclasses import replace
from ipaddress import IPv4Address, IPv6Address, ip_network

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from web_server import SETTINGS, Asked, Page, Site, moved, serving

from demarche.edges.fetch import Fetcher, FetchError
from demarche.edges.fetch.address import SPECIAL
from demarche.settings import FetchSettings

FOUR = (
    "127.0.0.1 127.255.255.254 0.0.0.0 10.0.0.1 100.64.0.1 100.100.100.200 169.254.169.254 172.16.0.1 192.168.1.1 192.0.0.170 "
    "192.0.2.1 192.88.99.1 198.18.0.1 224.0.0.1 240.0.0.1 255.255.255.255 168.63.129.16"
).split()
SIX = (
    ":: ::1 ::2 fe80::1 febf::1 fec0::1 fc00::1 fd00:ec2::254 fd12:3456::1 ff02::1 ff0e::1 100::1 2001::1 2001:2::1 2001:10::1 "
    "2001:20::1 2001:db8::1 3fff::1 5f00::1 4000::1 e000::1 3ffe::1 2620:4f:8000::1"
).split()

_CIRCLED = {str(digit): chr(0x2460 + digit - 1) if digit else "⓪" for digit in range(10)}


def _four_forms(text: str) -> dict[str, str]:
    """The host of an address that leads to an IPv4 address, by what the way of writing is called."""
    number, parts = int(IPv4Address(text)), [int(part) for part in text.split(".")]
    high, low = number >> 16, number & 0xFFFF
    seven = f"{high:x}:{low:x}"
    return {
        "plain": text,
        "dot": f"{text}.",
        "two dots": f"{text}..",
        "integer": str(number),
        "integer and dot": f"{number}.",
        "hex": hex(number),
        "HEX": hex(number).upper(),
        "octal": f"0{number:o}",
        "octal parts": ".".join(f"0{part:o}" for part in parts),
        "hex parts": ".".join(map(hex, parts)),
        "mixed parts": f"{parts[0]}.{parts[1]:#x}.0{parts[2]:o}.{parts[3]}",
        "zeros": ".".join(f"{part:03d}" for part in parts),
        "two parts": f"{parts[0]}.{number & 0xFFFFFF}",
        "three parts": f"{parts[0]}.{parts[1]}.{low}",
        "overflow": str(number + (1 << 32)),
        "circled": "".join(_CIRCLED.get(character, character) for character in text),
        "full width": text.translate({ord(str(digit)): 0xFF10 + digit for digit in range(10)}),
        "ideographic dots": text.replace(".", "。"),
        "full-width dots": text.replace(".", "．"),
        "percent": "".join(f"%{ord(character):02X}" for character in text),
        "percent dots": text.replace(".", "%2e"),
        "soft hyphen": text.replace(".", "\u00ad."),
        "user": f"press.example@{text}",
        "user and password": f"press.example:443@{text}",
        "backslash": f"press.example\\@{text}",
        "other backslash": f"{text}\\@press.example",
        "space": f"press.example {text}",
        "tab": f"{text[:4]}\t{text[4:]}",
        "mapped": f"[::ffff:{text}]",
        "mapped hex": f"[::ffff:{seven}]",
        "mapped whole": f"[0:0:0:0:0:FFFF:{seven}]",
        "translated": f"[::ffff:0:{seven}]",
        "compatible": f"[::{text}]",
        "NAT64": f"[64:ff9b::{text}]",
        "local NAT64": f"[64:ff9b:1::{text}]",
        "6to4": f"[2002:{seven}::1]",
        "Teredo": f"[2001:0:4136:e378:8000:63bf:{high ^ 0xFFFF:x}:{low ^ 0xFFFF:x}]",
        "ISATAP": f"[2606:4700::5efe:{seven}]",
        "brackets": f"[{text}]",
        "name": f"{text.replace('.', '-')}.leads.example",
        "name and dot": f"{text.replace('.', '-')}.leads.example.",
        "name of several": f"{text.replace('.', '-')}.also.example",
    }


def _six_forms(text: str) -> dict[str, str]:
    address = IPv6Address(text)
    name = address.exploded.replace(":", "-")
    return {
        "plain": f"[{text}]",
        "whole": f"[{address.exploded}]",
        "upper case": f"[{address.exploded.upper()}]",
        "zone": f"[{text}%25eth0]",
        "bare zone": f"[{text}%1]",
        "no brackets": text,
        "user": f"press.example@[{text}]",
        "name": f"{name}.leads.example",
        "name of several": f"{name}.also.example",
    }


_FOURS = {text: {f"{text} {form}": host for form, host in _four_forms(text).items()} for text in FOUR}
_SIXES = {text: {f"{text} {form}": host for form, host in _six_forms(text).items()} for text in SIX}
HOSTS = {case: host for forms in (*_FOURS.values(), *_SIXES.values()) for case, host in forms.items()}
DIRECT = {f"http {case}": f"http://{host}" for case, host in HOSTS.items()}
DIRECT |= {f"https {case}": f"https://{host}" for text in FOUR[:2] for case, host in _FOURS[text].items()}
TURNED = {case: host for text in ("127.0.0.1", "10.0.0.1", "169.254.169.254") for case, host in _FOURS[text].items()}
TURNED |= {case: host for text in ("::1", "fe80::1", "fd00:ec2::254", "2001:db8::1") for case, host in _SIXES[text].items()}
SCHEMES = "ftp ftps file gopher dict ldap ldaps tftp sftp ssh telnet ws wss data jar netdoc javascript smb mailto".split()
ODD_SCHEMES = ("ht\ttp", "http ", "ｈttp", "http\u200b", "h%74tp", "")
TURNS: dict[int, str] = {}
"""Where the crossroads lead, by number."""


def answers(name: str) -> tuple[str, ...]:
    """A resolver that leads names to what they spell, some of them to a public address first."""
    spelt, kind, *_ = name.split(".")
    address = spelt.replace("-", ":") if spelt.count("-") == 7 else spelt.replace("-", ".")
    return {"leads": (address,), "also": ("1.1.1.1", address)}.get(kind, ("1.1.1.1",))


_WATCHED: list[object] = []
_WATCHING: list[bool] = []


def _watch(event: str, details: tuple[object, ...]) -> None:
    if _WATCHING and event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}:
        _WATCHED.append(details[1] if event == "socket.connect" else (event, details))


sys.addaudithook(_watch)  # it stays for as long as the process, and does nothing but in this module's tests


@pytest.fixture
def opened() -> Iterator[list[object]]:
    """Where connections were opened to, and which names the system was asked for, during the test."""
    _WATCHED.clear()
    _WATCHING.append(True)
    yield _WATCHED
    _WATCHING.clear()


@pytest.fixture(scope="module")
def canary() -> Iterator[Site]:
    with serving({}) as site:
        yield site


@pytest.fixture(scope="module")
def canary_six(canary: Site) -> Iterator[int]:
    """The canary's port, on which something listens at ::1 as well where there is one."""
    try:
        listener = socket.create_server(("::1", canary.port), family=socket.AF_INET6)
    except OSError:
        yield canary.port
        return
    listener.setblocking(False)
    with listener:
        yield canary.port
        with pytest.raises(BlockingIOError):
            listener.accept()


@pytest.fixture(scope="module")
def crossroads() -> Iterator[Site]:
    """A server that may be asked, and redirects to whatever stands in its path by number."""

    def answer(asked: Asked) -> Page:
        return moved(TURNS[int(asked.path[1:])].encode().decode("latin-1"), status=307)

    try:
        with serving(answer, host="127.0.0.2") as site:
            yield site
    except OSError:
        pytest.skip("this machine has one loopback address only")


def _with_port(url: str, port: int) -> str:
    return f"{url}:{port}/latest/meta-data/"


@pytest.mark.parametrize("case", DIRECT)
def test_an_address_that_is_not_public_is_refused_however_it_is_written(
    case: str, canary: Site, canary_six: int, opened: list[object]
) -> None:
    fetcher = Fetcher(FetchSettings(pause=0.0), resolve=answers)
    with pytest.raises(FetchError) as raised:
        fetcher.fetch(_with_port(DIRECT[case], canary_six))
    assert len(str(raised.value)) > 20
    assert opened == []
    assert canary.connections == 0


@pytest.mark.parametrize("case", TURNED)
def test_a_redirect_to_one_is_refused_too(case: str, canary: Site, crossroads: Site, opened: list[object]) -> None:
    number = len(TURNS)
    TURNS[number] = _with_port(f"{'https' if number % 2 else 'http'}://{HOSTS[case]}", canary.port)
    fetcher = Fetcher(replace(SETTINGS, networks=("127.0.0.2/32",)), resolve=answers)
    with pytest.raises(FetchError, match=rf"^redirected by {crossroads.origin}/{number}: "):
        fetcher.fetch(f"{crossroads.origin}/{number}")
    assert opened == [("127.0.0.2", crossroads.port)]
    assert canary.connections == 0


@pytest.mark.parametrize(
    ("scheme", "redirect"), [*((one, False) for one in (*SCHEMES, *ODD_SCHEMES)), *((one, True) for one in SCHEMES)]
)
def test_no_other_scheme_is_spoken(scheme: str, redirect: bool, canary: Site, crossroads: Site, opened: list[object]) -> None:
    number = len(TURNS)
    TURNS[number] = f"{scheme}://127.0.0.1:{canary.port}/etc/passwd"
    fetcher = Fetcher(SETTINGS, resolve=answers)
    with pytest.raises(FetchError, match=r"only http and https|no scheme|control character"):
        fetcher.fetch(f"{crossroads.origin}/{number}" if redirect else TURNS[number])
    assert opened == ([("127.0.0.2", crossroads.port)] if redirect else [])
    assert canary.connections == 0


def test_the_canary_hears_those_who_may_ask_it(canary: Site, opened: list[object]) -> None:
    with pytest.raises(FetchError, match="status 404"):
        Fetcher(SETTINGS).fetch(canary.origin)
    assert canary.connections == 1
    assert opened == [("127.0.0.1", canary.port)]
    canary.connections = 0


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_address_of_a_special_network_is_asked_in_any_form(canary: Site, opened: list[object], data: st.DataObject) -> None:
    network = ip_network(data.draw(st.sampled_from(SPECIAL))[0])
    address = str(network[data.draw(st.integers(0, network.num_addresses - 1))])
    forms = _six_forms(address) if network.version == 6 else _four_forms(address)
    host = forms[data.draw(st.sampled_from(sorted(forms)))]
    with pytest.raises(FetchError):
        Fetcher(FetchSettings(pause=0.0), resolve=answers).fetch(f"http://{host}:{canary.port}/")
    assert opened == []


def test_there_are_enough_of_them() -> None:
    assert len(DIRECT) + len(TURNED) + 2 * len(SCHEMES) > 1000
    assert len(set(DIRECT.values())) > 0.95 * len(DIRECT)
