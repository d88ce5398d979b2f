"""How servers are treated: robots.txt, pauses between addresses, second tries, and the time that it all may take."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from web_server import SETTINGS, Asked, Page, Site, Waits, moved, serving

from demarche.edges.fetch import Fetched, Fetcher, FetchError

TEXT = b"Norway answers."
OBEYING = replace(SETTINGS, robots=True, pause=1.0)


def data(fetcher: Fetcher, url: str) -> bytes:
    found = fetcher.fetch(url)
    assert isinstance(found, Fetched)
    return found.data


def in_turn(*pages: Page) -> Callable[[Asked], Page]:
    """The pages one after another, the last one for ever; no robots.txt."""
    left = list(pages)
    return lambda asked: Page(status=404) if asked.path == "/robots.txt" else left.pop(0) if len(left) > 1 else left[0]


def robots(*lines: str) -> Page:
    return Page("\n".join(("User-agent: demarche", *lines)).encode())


def test_a_path_that_robots_txt_keeps_programs_from_is_not_asked_for() -> None:
    with serving({"/robots.txt": robots("Disallow: /a", "Allow: /a/b"), "/a/b": Page(TEXT), "/c?d": Page(TEXT)}) as site:
        fetcher = Fetcher(OBEYING, Waits().clock())
        with pytest.raises(FetchError, match=f"the robots.txt of 127.0.0.1:{site.port} asks programs to leave this"):
            fetcher.fetch(f"{site.origin}/a/c")
        assert data(fetcher, f"{site.origin}/a/b") == data(fetcher, f"{site.origin}/c?d") == TEXT
        assert site.paths() == ["/robots.txt", "/a/b", "/c?d"]
        assert data(Fetcher(SETTINGS), f"{site.origin}/a/b") == TEXT
        assert site.paths()[3:] == ["/a/b"]


def test_a_redirect_obeys_the_rules_of_where_it_leads() -> None:
    with serving({"/robots.txt": robots("Disallow: /x"), "/x": Page(TEXT)}, host="127.0.0.2") as other:
        with (
            serving({"/": moved(f"{other.origin}/x")}) as site,
            pytest.raises(FetchError, match=r"^redirected by .* asks programs"),
        ):
            Fetcher(OBEYING, Waits().clock()).fetch(site.origin)
        assert other.paths() == ["/robots.txt"]


def test_robots_txt_may_lie_elsewhere_but_not_in_a_network_that_is_not_public() -> None:
    with serving({"/r": robots("Disallow: /x")}) as other:
        with serving({"/robots.txt": moved(f"{other.origin}/r"), "/y": Page(TEXT)}) as site:
            fetcher = Fetcher(OBEYING, Waits().clock())
            with pytest.raises(FetchError, match="asks programs"):
                fetcher.fetch(f"{site.origin}/x")
            assert data(fetcher, f"{site.origin}/y") == TEXT
        assert other.paths() == ["/r"]
        with serving({"/robots.txt": moved(f"{other.origin}/r"), "/y": Page(TEXT)}, host="127.0.0.2") as site:
            fetcher = Fetcher(replace(OBEYING, networks=("127.0.0.2/32",)), Waits().clock())
            with pytest.raises(FetchError, match="cannot be had, so that nothing is asked of that server: redirected by"):
                fetcher.fetch(f"{site.origin}/y")
            assert site.paths() == ["/robots.txt"]
        assert other.connections == 1


@pytest.mark.parametrize("status", [204, 400, 401, 403, 404, 410])
def test_where_there_is_no_robots_txt_all_may_be_fetched(status: int) -> None:
    with serving({"/robots.txt": Page(b"User-agent: *\nDisallow: /", status), "/": Page(TEXT)}) as site:
        assert data(Fetcher(OBEYING, Waits().clock()), site.origin) == TEXT


@pytest.mark.parametrize(
    "page", [Page(status=500), Page(status=503), Page(status=429), Page(status=302), Page(b"x" * 5_000_000)]
)
def test_where_it_cannot_be_had_nothing_may_be_fetched_for_a_while(page: Page) -> None:
    ill = [page]
    with serving(lambda asked: Page(TEXT) if asked.path == "/" else ill[0] if ill else Page(status=404)) as site:
        waits = Waits()
        fetcher = Fetcher(replace(OBEYING, tries=1), waits.clock())
        for _ in range(2):
            with pytest.raises(FetchError, match="cannot be had, so that nothing is asked of that server"):
                fetcher.fetch(site.origin)
        assert site.paths() == ["/robots.txt"]
        ill.clear()
        waits.at += 301
        assert data(fetcher, site.origin) == TEXT


def test_rules_are_believed_for_a_day() -> None:
    with serving({"/robots.txt": robots("Disallow: /x"), "/": Page(TEXT)}) as site:
        waits = Waits()
        fetcher = Fetcher(OBEYING, waits.clock())
        for later in (0, 86_000, 1000):
            waits.at += later
            assert data(fetcher, site.origin) == TEXT
        assert site.paths() == ["/robots.txt", "/", "/", "/robots.txt", "/"]


def test_a_server_that_is_not_there_is_told_as_such() -> None:
    with serving({}) as site:
        gone = site.origin
    with pytest.raises(FetchError, match=r"^127.0.0.1:\d+ cannot be reached: connection refused$"):
        Fetcher(OBEYING, Waits().clock()).fetch(gone)


def test_a_host_rests_between_two_addresses_and_others_need_not_wait_for_it() -> None:
    pages = {"/a": Page(TEXT), "/b": moved("/a")}
    with serving(pages) as site, serving(pages, host="127.0.0.2") as other:
        waits = Waits()
        fetcher = Fetcher(replace(OBEYING, pause=2.0), waits.clock())
        data(fetcher, f"{site.origin}/b")
        data(fetcher, f"{other.origin}/a")
        assert waits.slept == []
        waits.at += 0.5
        data(fetcher, f"{site.origin}/a")
        assert waits.slept == [1.5]
        waits.at += 9
        data(fetcher, f"{site.origin}/b")
        assert waits.slept == [1.5]


@pytest.mark.parametrize(("asked", "slept"), [("7", 7.0), ("0.2", 1.0), ("86400", 60.0), ("soon", 1.0)])
def test_a_delay_that_robots_txt_asks_for_is_kept_up_to_a_minute(asked: str, slept: float) -> None:
    with serving({"/robots.txt": robots(f"Crawl-delay: {asked}"), "/": Page(TEXT)}) as site:
        waits = Waits()
        fetcher = Fetcher(OBEYING, waits.clock())
        data(fetcher, site.origin)
        data(fetcher, site.origin)
        assert waits.slept == [slept]


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_whoever_is_overloaded_is_asked_again_after_a_while(status: int) -> None:
    with serving(in_turn(Page(status=status), Page(status=status), Page(TEXT))) as site:
        waits = Waits()
        assert data(Fetcher(OBEYING, waits.clock()), site.origin) == TEXT
        assert waits.slept == [1.0, 2.0]


def test_tries_are_counted() -> None:
    with serving(in_turn(Page(status=503))) as site:
        waits = Waits()
        with pytest.raises(FetchError, match="status 503 Service Unavailable; try again later"):
            Fetcher(OBEYING, waits.clock()).fetch(site.origin)
        assert waits.slept == [1.0, 2.0]
        assert site.paths() == ["/robots.txt", "/", "/", "/"]


def test_a_connection_that_breaks_is_opened_again() -> None:
    with serving(in_turn(Page(whole=b""), Page(TEXT, length=99), Page(TEXT))) as site:
        waits = Waits()
        assert data(Fetcher(OBEYING, waits.clock()), site.origin) == TEXT
        assert waits.slept == [1.0, 2.0]


@pytest.mark.parametrize(
    ("said", "slept"),
    [
        ("7", [7.0]),
        ("0", [1.0]),
        ("Tue, 24 Nov 2026 12:00:40 GMT", [40.0]),
        ("Tue, 24 Nov 2026 12:00:40", [40.0]),
        ("Tue, 24 Nov 2020 12:00:40 GMT", [1.0]),
        ("soon", [1.0]),
        ("-5", [1.0]),
        ("٣", [1.0]),
        ("61", []),
        ("9" * 400, []),
        ("Tue, 24 Nov 2027 12:00:00 GMT", []),
    ],
)
def test_a_pause_that_is_asked_for_is_kept_or_the_page_given_up_for_now(said: str, slept: list[float]) -> None:
    header = ("Retry-After", said.encode().decode("latin-1"))
    with serving(in_turn(Page(status=429, headers=(header,)), Page(TEXT))) as site:
        waits = Waits()
        fetcher = Fetcher(OBEYING, waits.clock())
        if slept:
            assert data(fetcher, site.origin) == TEXT
        else:
            with pytest.raises(FetchError, match=r"status 429 Too Many Requests; try again in [\d,]+ seconds"):
                fetcher.fetch(site.origin)
        assert waits.slept == slept


def refused_within(site: Site, seconds: float, fetcher: Fetcher) -> str:
    """The refusal of a site's page, that comes within some seconds."""
    started = time.monotonic()
    with pytest.raises(FetchError) as raised:
        fetcher.fetch(site.origin)
    assert time.monotonic() - started < seconds
    return str(raised.value)


@pytest.mark.parametrize(
    "page",
    [
        Page(b"x" * 10_000, drip=0.02),
        Page(b"x" * 10_000, drip=0.02, length=-1),
        Page(b"x", drip=0.01, length=-1, endless=True),
        Page(b"X: y\r\n" * 10_000, drip=0.01, whole=b"HTTP/1.1 200 OK\r\n"),
        Page(b"1\r\nx\r\n" * 10_000, drip=0.01, whole=b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"),
        Page(b"HTTP/1.1 100 Continue\r\n\r\n" * 10_000, drip=0.01, whole=b"HTTP/1.1 100 Continue\r\n\r\n"),
    ],
)
def test_a_response_that_drips_in_is_cut_when_its_time_is_over(page: Page) -> None:
    with serving({"/": page}) as site:
        said = refused_within(site, 15, Fetcher(replace(SETTINGS, seconds=0.4)))
        assert said == "no whole response came within the time for one address (DEMARCHE_FETCH_SECONDS)"
        assert site.connections == 1


def test_silence_is_not_waited_out() -> None:
    with serving({"/": Page(TEXT, late=9)}) as site:
        said = refused_within(site, 8, Fetcher(replace(SETTINGS, read_seconds=0.2, tries=2)))
        assert said == f"127.0.0.1:{site.port} sent nothing for 0.2 seconds"
        assert site.connections == 2


def test_all_redirects_and_tries_share_the_time() -> None:
    with serving(lambda asked: Page(status=302, headers=(("Location", f"{asked.path}1"),), late=0.2)) as site:
        refused_within(site, 8, Fetcher(replace(SETTINGS, seconds=0.5)))
        assert site.connections <= 3
    with serving({"/": Page(status=503, late=0.3)}) as site:
        refused_within(site, 8, Fetcher(replace(SETTINGS, seconds=0.5, tries=50)))
        assert site.connections <= 2
