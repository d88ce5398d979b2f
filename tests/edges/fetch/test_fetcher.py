"""What the fetcher gets, keeps and passes on, from real servers on loopback."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Callable
from dataclasses import replace

import pytest
from web_server import SETTINGS, Asked, Page, Waits, moved, serving

from demarche.edges.fetch import Fetched, Fetcher, FetchError, NotModified
from demarche.settings import FetchSettings

TEXT = b"Albania accuses Iran."
HTML = ("Content-Type", "text/html; charset=Windows-1252")


def fetched(fetcher: Fetcher, url: str) -> Fetched:
    found = fetcher.fetch(url)
    assert isinstance(found, Fetched)
    return found


def test_what_is_fetched_holds_all_that_evidence_needs() -> None:
    sent = gzip.compress(TEXT)
    page = Page(sent, headers=(HTML, ("Content-Encoding", "gzip"), ("X-A", "1"), ("X-A", "2"), ("ETag", '"v1"')))
    with serving({"/a?b": page}) as site:
        found = fetched(Fetcher(SETTINGS, Waits().clock()), f"{site.origin}/a?b#c")
        (asked,) = site.asked
    assert (found.data, found.raw) == (TEXT, sent)
    assert (found.media_type, found.charset, found.etag, found.modified) == ("text/html", "windows-1252", '"v1"', None)
    assert (found.url, found.redirects) == (f"{site.origin}/a?b", ())
    assert re.fullmatch(r"demarche/\d+\.\d+\.\d+", found.tool)
    last = found.last
    assert (last.protocol, last.status, last.reason, last.address) == ("HTTP/1.1", 200, "OK", "127.0.0.1")
    assert last.started == last.ended == "2026-11-24T12:00:00.000000Z"
    assert [(name, value) for name, value in last.headers if name == "X-A"] == [("X-A", "1"), ("X-A", "2")]
    assert {name.lower(): value for name, value in last.request} == asked.headers
    assert asked.headers["host"] == f"127.0.0.1:{site.port}"
    assert asked.headers["user-agent"].startswith(found.tool)


def test_the_agent_can_be_named_otherwise() -> None:
    with serving({"/": Page(TEXT)}) as site:
        fetched(Fetcher(replace(SETTINGS, agent="desk/1 (desk@mfa.example)")), site.origin)
        assert site.asked[0].headers["user-agent"] == "desk/1 (desk@mfa.example)"


@pytest.mark.parametrize(
    ("said", "media_type", "charset"),
    [
        ("text/HTML;charset=utf-8", "text/html", "utf-8"),
        ('application/pdf; name="a;b"', "application/pdf", None),
        ("text/plain; charset='Latin1' ", "text/plain", "latin1"),
        ("html", None, None),
        ("text/ht ml", None, None),
        ("../../x", None, None),
    ],
)
def test_the_kind_of_a_page_is_what_the_server_says(said: str, media_type: str | None, charset: str | None) -> None:
    with serving({"/": Page(TEXT, headers=(("Content-Type", said),))}) as site:
        found = fetched(Fetcher(SETTINGS), site.origin)
    assert (found.media_type, found.charset) == (media_type, charset)


def test_without_a_word_of_it_the_kind_is_unknown() -> None:
    with serving({"/": Page(TEXT)}) as site:
        found = fetched(Fetcher(SETTINGS), site.origin)
    assert (found.media_type, found.charset) == (None, None)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_and_kept(status: int) -> None:
    with serving({"/c": Page(TEXT)}, host="127.0.0.2") as other:
        pages = {"/a": replace(moved("b?x=1", status), body=b"see b"), "/b?x=1": moved(f"{other.origin}/c", status)}
        with serving(pages) as site:
            found = fetched(Fetcher(SETTINGS), f"{site.origin}/a")
    assert found.data == TEXT
    assert found.redirects == (f"{site.origin}/a", f"{site.origin}/b?x=1")
    assert found.url == f"{other.origin}/c"
    assert [one.status for one in found.exchanges] == [status, status, 200]
    assert [one.address for one in found.exchanges] == ["127.0.0.1", "127.0.0.1", "127.0.0.2"]
    assert found.exchanges[0].raw == b""


def test_an_endless_redirect_is_given_up() -> None:
    with serving(lambda asked: moved(f"{asked.path}1")) as site:
        with pytest.raises(FetchError, match="it redirects more than 10 times"):
            Fetcher(SETTINGS).fetch(f"{site.origin}/")
        assert site.connections == 11
    with serving(lambda asked: moved(asked.path)) as site, pytest.raises(FetchError, match="more than 0 times"):
        Fetcher(replace(SETTINGS, redirects=0)).fetch(site.origin)


@pytest.mark.parametrize("page", [Page(status=302), Page(status=300), Page(status=305, headers=(("Location", "/x"),))])
def test_a_redirect_that_leads_nowhere_is_an_error(page: Page) -> None:
    with serving({"/": page, "/x": Page(TEXT)}) as site, pytest.raises(FetchError, match=f"status {page.status} "):
        Fetcher(SETTINGS).fetch(site.origin)


def test_a_version_that_is_known_is_not_sent_again() -> None:
    def answer(asked: Asked) -> Page:
        same = asked.headers.get("if-none-match") == '"v1"' or asked.headers.get("if-modified-since") == "then"
        return (
            Page(status=304, headers=(("ETag", '"v1"'),), length=-1)
            if same
            else Page(TEXT, headers=(("Last-Modified", "then"),))
        )

    with serving(answer) as site:
        fetcher = Fetcher(SETTINGS)
        first = fetched(fetcher, site.origin)
        again = fetcher.fetch(site.origin, modified=first.modified)
        same = fetcher.fetch(site.origin, etag='"v1"')
        other = fetcher.fetch(site.origin, etag='"v0"')
        wrong = fetcher.fetch(site.origin, etag='"v1"\r\nX: y', modified="\u2028")
    assert isinstance(again, NotModified)
    assert isinstance(same, NotModified)
    assert (same.etag, same.url, same.last.status) == ('"v1"', f"{site.origin}/", 304)
    assert isinstance(other, Fetched)
    assert isinstance(wrong, Fetched)
    assert "if-none-match" not in site.asked[-1].headers


def test_an_unasked_not_modified_is_an_error() -> None:
    with serving({"/": Page(status=304, length=-1)}) as site, pytest.raises(FetchError, match="status 304 Not Modified"):
        Fetcher(SETTINGS).fetch(site.origin)


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (202, "status 202 Accepted; what it sends is not the page"),
        (204, "status 204 No Content"),
        (206, "status 206 Partial Content"),
        (401, "status 401 Unauthorized; it wants a login"),
        (403, "status 403 Forbidden; it refuses programs"),
        (404, "status 404 Not Found; nothing is there"),
        (410, "status 410 Gone; it was taken away"),
        (451, "a web archive may have it"),
        (418, "status 418 I'm a Teapot"),
        (599, "status 599; what it sends"),
    ],
)
def test_no_status_but_success_gives_a_page(status: int, said: str) -> None:
    with serving({"/": Page(TEXT, status)}) as site:
        with pytest.raises(FetchError, match=re.escape(said)):
            Fetcher(SETTINGS).fetch(site.origin)
        assert site.connections == 1


def test_203_is_a_page_and_an_empty_one_is_one_too() -> None:
    with serving({"/": Page(TEXT, 203), "/empty": Page(b"")}) as site:
        assert fetched(Fetcher(SETTINGS), site.origin).data == TEXT
        assert fetched(Fetcher(SETTINGS), f"{site.origin}/empty").data == b""


def chunked(*pieces: bytes, end: bytes = b"0\r\n\r\n") -> Page:
    """A body in chunks."""
    body = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + end
    return Page(whole=b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body)


def test_chunks_are_joined_and_a_body_without_a_length_ends_with_the_connection() -> None:
    with serving({"/chunks": chunked(TEXT[:5], TEXT[5:]), "/close": Page(TEXT, length=-1)}) as site:
        assert fetched(Fetcher(SETTINGS), f"{site.origin}/chunks").data == TEXT
        assert fetched(Fetcher(SETTINGS), f"{site.origin}/close").data == TEXT


def test_nothing_is_read_beyond_the_announced_length() -> None:
    with serving({"/": Page(TEXT, length=7)}) as site:
        assert fetched(Fetcher(SETTINGS), site.origin).data == b"Albania"


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (Page(TEXT, length=len(TEXT) + 1), "does not end where"),
        (Page(b"", length=5), "does not end where"),
        (chunked(TEXT, end=b""), "does not end where"),
        (chunked(end=b"ffffffff\r\nx"), "does not end where"),
        (chunked(end=b"zz\r\nx\r\n0\r\n\r\n"), "does not end where"),
        (Page(whole=b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\nHello, you"), "broke off"),
        (Page(whole=b"SSH-2.0-OpenSSH_9.6\r\n" + b"\x1b[2J" * 99), "broke off"),
        (Page(whole=b""), "broke off"),
        (Page(whole=b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n"), "broke off"),
        (Page(whole=b"HTTP/1.1 200 OK\r\nX: " + b"y" * 99999 + b"\r\n\r\n"), "broke off"),
        (Page(whole=b"HTTP/1.1 abc OK\r\n\r\n"), "broke off"),
    ],
)
def test_a_response_that_is_none_is_tried_again_and_then_refused(page: Page, said: str) -> None:
    with serving({"/": page}) as site:
        with pytest.raises(FetchError, match=said) as raised:
            Fetcher(SETTINGS).fetch(site.origin)
        assert site.connections == 3
    assert len(str(raised.value)) < 400


@pytest.mark.parametrize("answer", [{"/": Page(TEXT)}, {"/": chunked(TEXT)}, {"/": Page(TEXT, length=-1)}])
def test_a_body_over_the_size_limit_is_refused(answer: dict[str, Page]) -> None:
    with serving(answer) as site:
        assert fetched(Fetcher(replace(SETTINGS, size=len(TEXT))), site.origin).data == TEXT
        with pytest.raises(FetchError, match="over the size limit of 20"):
            Fetcher(replace(SETTINGS, size=20)).fetch(site.origin)
        assert site.connections == 2


def test_an_endless_body_is_cut_at_the_limit() -> None:
    endless = serving({"/": Page(b"x" * 99999, length=-1, endless=True)})
    with endless as site, pytest.raises(FetchError, match="over the size limit of 1,000,000 bytes"):
        Fetcher(replace(SETTINGS, size=1_000_000)).fetch(site.origin)


def test_a_body_that_is_announced_as_too_long_is_not_read() -> None:
    with serving({"/": Page(TEXT, length=10**10)}) as site:
        with pytest.raises(FetchError, match="its body has 10,000,000,000 bytes, over the size limit"):
            Fetcher(SETTINGS).fetch(site.origin)
        assert site.connections == 1


@pytest.mark.parametrize(
    ("coding", "coder"),
    [("gzip", gzip.compress), ("deflate", zlib.compress), ("gzip, gzip", lambda data: gzip.compress(gzip.compress(data)))],
)
def test_a_compression_bomb_is_refused(coding: str, coder: Callable[[bytes], bytes]) -> None:
    bomb = coder(b"\0" * 30_000_000)
    assert len(bomb) < 40_000
    with serving({"/": Page(bomb, headers=(("Content-Encoding", coding),))}) as site:
        with pytest.raises(FetchError, match="over the size limit when decompressed"):
            Fetcher(replace(SETTINGS, size=1_000_000)).fetch(site.origin)
        assert site.connections == 1


@pytest.mark.parametrize("coding", ["br", "zstd", "aes128gcm"])
def test_a_coding_that_was_not_asked_for_is_not_unpacked(coding: str) -> None:
    with serving({"/": Page(b"\x1b\xff\xff\x01", headers=(("Content-Encoding", coding),))}) as site:
        with pytest.raises(FetchError, match=f"coded as '{coding}', which was not asked for"):
            Fetcher(SETTINGS).fetch(site.origin)
        assert site.asked[0].headers["accept-encoding"] == "gzip, deflate"


def test_hosts_are_kept_out_or_in_by_name() -> None:
    with serving({"/": Page(TEXT), "/out": moved("http://other.example/")}) as site:
        address = f"http://news.press.example:{site.port}"

        def fetch(url: str, **lists: tuple[str, ...]) -> Fetched:
            return fetched(Fetcher(replace(SETTINGS, **lists), resolve=lambda _: ("127.0.0.1",)), url)  # type: ignore[arg-type]

        assert fetch(address, allow=("Press.example",), deny=("ress.example", "old.press.example")).data == TEXT
        with pytest.raises(FetchError, match=r"news.press.example is among the hosts that are not asked"):
            fetch(address, allow=("press.example",), deny=("press.example.",))
        with pytest.raises(FetchError, match=r"news.press.example is not among the hosts that are asked"):
            fetch(address, allow=("ws.press.example",))
        with pytest.raises(FetchError, match=r"^redirected by .*/out: other.example is not among the hosts"):
            fetch(f"{address}/out", allow=("press.example",))
        assert site.connections == 2


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving({"/": Page(b"of the proxy")}, host="127.0.0.2") as proxy, serving({"/": Page(TEXT)}) as site:
        for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.origin)
        monkeypatch.delenv("no_proxy", raising=False)
        assert fetched(Fetcher(SETTINGS), site.origin).data == TEXT
        assert proxy.connections == 0


def test_without_settings_nothing_but_the_public_web_is_asked() -> None:
    with serving({"/": Page(TEXT)}) as site:
        with pytest.raises(FetchError, match=r"127.0.0.1 is a loopback address; if that network is yours to ask, name it"):
            Fetcher().fetch(site.origin)
        assert site.connections == 0
    assert FetchSettings() == Fetcher()._settings
