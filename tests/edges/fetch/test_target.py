import string
from ipaddress import ip_address

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.edges.fetch.target import Target, redirected, shown, target
from demarche.errors import FetchError

BASE = target("https://press.example/news/2026/item.html?id=4")

UNDERSTOOD = {
    "https://press.example": "https://press.example/",
    "HTTPS://Press.EXAMPLE:443/A?b#c": "https://press.example/A?b",
    "http://press.example:80?q=1": "http://press.example/?q=1",
    "http://press.example:8080/": "http://press.example:8080/",
    "http://press.example:/x": "http://press.example/x",
    "http://press.example./x": "http://press.example/x",
    "https://press.example/a b/é?q=ü\u2028": "https://press.example/a%20b/%C3%A9?q=%C3%BC%E2%80%A8",
    "https://press.example/a%20b%2F?x=%zz": "https://press.example/a%20b%2F?x=%zz",
    "https://press.example/x?u=http://other.example/@1": "https://press.example/x?u=http://other.example/@1",
    "https://press.example/\\other.example": "https://press.example/%5Cother.example",
    "https://bücher.example/": "https://xn--bcher-kva.example/",
    "https://BÜCHER.example/": "https://xn--bcher-kva.example/",
    "https://новости.example/": "https://xn--b1amnebsh.example/",
    "https://xn--bcher-kva.example/": "https://xn--bcher-kva.example/",
    "https://my_site.example/": "https://my_site.example/",
    "http://1.1.1.1/": "http://1.1.1.1/",
    "http://[2606:4700:4700:0:0:0:0:1111]:8443/": "http://[2606:4700:4700::1111]:8443/",
}

REFUSED = {
    "press.example/x": "has no scheme",
    "": "has no scheme",
    "ftp://press.example/": "not ftp:",
    "file:///etc/hosts": "not file:",
    "javascript:alert(1)": "not javascript:",
    "https:press.example": "names no host",
    "https:/press.example/": "names no host",
    "https:///press.example/": "names no host",
    "https://?x": "names no host",
    "https://user@press.example/": "a user or a password",
    "https://user:secret@press.example/": "a user or a password",
    "https://press.example\\@other.example/": "a user or a password",
    "https://press.example\\.other.example/": "a backslash",
    "https://press%2eexample/": "a percent sign",
    "https://press.example:0/": "is no port",
    "https://press.example:65536/": "is no port",
    "https://press.example:８０/": "is no port",
    "https://press.example:8:8/": "is no port",
    "https://press.example:22/": "no web server",
    "http://press.example:6667/": "no web server",
    "https://press..example/": "no name of a host",
    "https://press.example../": "no name of a host",
    "https://.press.example/": "no name of a host",
    "https://-press.example/": "no name of a host",
    "https://press example/": "no name of a host",
    "https://press!.example/": "no name of a host",
    f"https://{'a' * 64}.example/": "no name of a host",
    f"https://{'a.' * 130}example/": "no name of a host",
    "https://ｐress.example/": "stand for others",
    "https://straße.example/": "stand for others",
    "https://pre\u200dss.example/": "stand for others",
    "https://1.1.1/": "a number in place of a host",
    "https://16843009/": "a number in place of a host",
    "https://1.1.1.1./": "a number in place of a host",
    "https://0x1.1.1.1/": "a number in place of a host",
    "https://press.0x7f/": "a number in place of a host",
    "https://1.1.1.256/": "a number in place of a host",
    "https://01.1.1.1/": "a number in place of a host",
    "https://1。1。1。1/": "a number in place of a host",
    "https://[2606:4700::1111/": "brackets",
    "https://[2606:4700::1111]8/": "brackets",
    "https://[press.example]/": "no IPv6 address",
    "https://[v1.fe80::1]/": "no IPv6 address",
    "https://press.example/\r\nHost: other.example": "a control character",
    "https://press.example/\x00": "a control character",
    "https://press.example/\ud800": "surrogate",
    f"https://press.example/{'x' * 9000}": "longer than 8,192",
}


@pytest.mark.parametrize("url", UNDERSTOOD)
def test_an_address_is_written_in_one_way(url: str) -> None:
    assert target(url).url == UNDERSTOOD[url]
    assert target(target(url).url) == target(url)


@pytest.mark.parametrize("url", REFUSED)
def test_what_is_no_plain_address_is_refused_with_the_reason(url: str) -> None:
    with pytest.raises(FetchError, match=REFUSED[url]):
        target(url)


def test_a_target_has_all_that_a_request_needs() -> None:
    assert target("http://1.1.1.1:8080/x?y") == Target("http", "1.1.1.1", 8080, "/x?y", ip_address("1.1.1.1"))
    assert target("https://[2606::1]/").authority == "[2606::1]"
    assert target("https://[2606::1]/").host == "2606::1"
    assert (BASE.origin, BASE.sibling("/robots.txt").url) == ("https://press.example", "https://press.example/robots.txt")


PIECES = (
    "http",
    "https",
    ":",
    "//",
    "/",
    "@",
    "[",
    "]",
    "::1",
    "127.0.0.1",
    "press.example",
    "%",
    "\\",
    "?",
    "#",
    ".",
    "0x7f",
    "①",
)


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=9).map("".join))
def test_nothing_but_an_address_or_a_refusal_comes_of_any_text(text: str) -> None:
    try:
        found = target(text)
    except FetchError:
        return
    assert found.url.isascii()
    assert not set(found.url) & set(' \\"<>^`{}')
    assert set(found.host) <= set(string.ascii_lowercase + string.digits + "._-:")
    assert target(found.url) == found


@pytest.mark.parametrize(
    ("location", "leads"),
    [
        ("other.html", "https://press.example/news/2026/other.html"),
        ("/", "https://press.example/"),
        ("?id=5", "https://press.example/news/2026/item.html?id=5"),
        ("../../x/./y", "https://press.example/x/y"),
        ("//other.example/a", "https://other.example/a"),
        ("http://other.example", "http://other.example/"),
        (" https://other.example/ ", "https://other.example/"),
        ("/\\other.example/", "https://press.example/%5Cother.example/"),
        ("/caf\u00c3\u00a9", "https://press.example/caf%C3%A9"),
        ("/caf\u00e9", "https://press.example/caf%C3%A9"),
    ],
)
def test_a_redirect_leads_where_it_says(location: str, leads: str) -> None:
    assert redirected(BASE, location).url == leads


@pytest.mark.parametrize(
    "location",
    ["file:///etc/hosts", "ftp://press.example/", "https://a\x00b/", "http://[::1", "https://u:p@press.example/", "x" * 9000],
)
def test_a_redirect_to_what_is_no_address_is_refused(location: str) -> None:
    with pytest.raises(FetchError):
        redirected(BASE, location)


def test_no_password_is_shown() -> None:
    assert shown("https://anna:secret@press.example/a@b") == "https://***@press.example/a@b"
    assert shown("https://press.example/a@b\x00") == "https://press.example/a@b\\0"
