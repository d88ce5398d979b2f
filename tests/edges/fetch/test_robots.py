import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.edges.fetch.robots import LIMIT, NOTHING_SAID, nothing_allowed, rules


def allowed(file: str, path: str) -> bool:
    return rules(file.encode(), "demarche").allows(path)


FOR_ALL = "User-agent: *\n"


@pytest.mark.parametrize(
    ("lines", "path", "expected"),
    [
        ("Disallow: /private", "/private/x", False),
        ("Disallow: /private", "/public", True),
        ("Disallow:", "/anything", True),
        ("Disallow: /\nAllow: /news/", "/news/1", True),
        ("Allow: /news/\nDisallow: /", "/sport/1", False),
        ("Disallow: /page\nAllow: /page", "/page", True),
        ("Disallow: /*.pdf$", "/a/b.pdf", False),
        ("Disallow: /*.pdf$", "/a/b.pdf?x", True),
        ("Disallow: /*.pdf", "/a/b.pdf?x", False),
        ("Disallow: /a*b*c$", "/a1b2c3c", False),
        ("Disallow: /a*b*c$", "/a1b2c3", True),
        ("Disallow: /a*a$", "/a", True),
        ("Disallow: *secret", "/the/secret/x", False),
        ("Disallow: /$", "/", False),
        ("Disallow: /$", "/x", True),
        ("Disallow: /*?print", "/x?print=1", False),
        ("Disallow: /caf%c3%a9", "/caf%C3%A9/x", False),
        ("Disallow: /café", "/caf%C3%A9/x", False),
        ("Disallow: /%7euser", "/~user/x", False),
        ("Disallow: /a%2Fb", "/a/b", True),
        ("Disallow: / # everything", "/x", False),
        ("disallow : /x", "/x", False),
        ("Disallow: /", "/robots.txt", True),
        ("Disallow /x", "/x", True),
    ],
)
def test_the_longest_rule_that_fits_decides(lines: str, path: str, expected: bool) -> None:
    assert allowed(FOR_ALL + lines, path) is expected


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("User-agent: demarche\nDisallow: /\n\nUser-agent: *\nDisallow:", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Demarche/9\nDisallow:", True),
        ("User-agent: other\nUser-agent: demarche\nDisallow: /", False),
        ("User-agent: demarcheur\nDisallow: /", True),
        ("User-agent: other\nDisallow: /", True),
        ("User-agent: demarche\nAllow: /y\nUser-agent: a\nDisallow: /z\nUser-agent: demarche\nDisallow: /", False),
        ("Disallow: /", True),
        ("\ufeffUser-agent: *\r\nDisallow: /\r\n", False),
        ("User-agent: *\rDisallow: /", False),
        ("", True),
        ("<!doctype html><p>Not found", True),
    ],
)
def test_the_groups_for_this_program_come_before_those_for_all(file: str, expected: bool) -> None:
    assert allowed(file, "/x") is expected


@pytest.mark.parametrize(
    ("said", "delay"), [("5", 5.0), ("0.5", 0.5), ("soon", 0.0), ("-3", 0.0), ("nan", 0.0), ("inf", 0.0), ("1e400", 0.0)]
)
def test_a_delay_is_a_number_of_seconds(said: str, delay: float) -> None:
    assert rules(f"User-agent: *\nCrawl-delay: {said}".encode(), "demarche").delay == delay


def test_without_a_file_everything_is_allowed_and_with_one_that_cannot_be_had_nothing() -> None:
    assert NOTHING_SAID.allows("/x")
    closed = nothing_allowed("it broke")
    assert not closed.allows("/x")
    assert closed.why() == "cannot be had, so that nothing is asked of that server: it broke"
    assert "asks programs to leave this alone" in rules(b"User-agent: *\nDisallow: /", "demarche").why()


def test_what_stands_beyond_the_limit_is_passed_over() -> None:
    assert allowed(FOR_ALL + "#" * LIMIT + "\nDisallow: /", "/x")


@settings(deadline=None)
@given(st.binary(max_size=200), st.text(max_size=30))
def test_any_file_gives_an_answer(file: bytes, path: str) -> None:
    assert rules(b"User-agent: *\nDisallow: /" + file, "demarche").allows(f"/{path}") in {True, False}


@pytest.mark.parametrize(
    "line", ["Disallow: /" + "*a" * 200_000 + "b$", "Disallow: /*a*b*c\n" * 20_000, "User-agent: x\n" * 30_000]
)
def test_a_hostile_file_takes_no_long(line: str) -> None:
    started = time.process_time()
    assert allowed(FOR_ALL + line, "/" + "a" * 4000)
    assert time.process_time() - started < 5
