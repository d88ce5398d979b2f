"""From names to addresses: one look-up, every answer checked, and the connection to none but the checked ones."""

from __future__ import annotations

import socket
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest
from web_server import SETTINGS, Page, Waits, moved, serving

from demarche.edges.fetch import Fetched, Fetcher, FetchError
from demarche.edges.fetch.names import system_resolve

TEXT = b"Montenegro suspects."
ONLY_SECOND = replace(SETTINGS, networks=("127.0.0.2/32",))


@dataclass
class Resolver:
    """Gives its answers one after another, the last one for ever, and remembers what it was asked."""

    answers: list[Sequence[str] | Exception]
    asked: list[str] = field(default_factory=list)

    def __call__(self, name: str) -> Sequence[str]:
        self.asked.append(name)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer


def test_a_name_that_leads_elsewhere_the_second_time_is_looked_up_once() -> None:
    with serving({"/": Page(TEXT)}, host="127.0.0.2") as site, serving({"/": Page(b"inside")}) as inside:
        resolver = Resolver([("127.0.0.2",), ("127.0.0.1",)])
        found = Fetcher(replace(ONLY_SECOND, robots=True), Waits().clock(), resolver).fetch(
            f"http://Rebind.example:{site.port}/"
        )
        assert isinstance(found, Fetched)
        assert (found.data, found.last.address) == (TEXT, "127.0.0.2")
        assert resolver.asked == ["rebind.example"]
        assert site.paths() == ["/robots.txt", "/"]
        assert {one.headers["host"] for one in site.asked} == {f"rebind.example:{site.port}"}
        assert inside.connections == 0


def test_each_redirect_is_looked_up_and_checked_anew() -> None:
    with serving({"/": moved("/again")}, host="127.0.0.2") as site, serving({"/again": Page(b"inside")}) as inside:
        resolver = Resolver([("127.0.0.2",), ("127.0.0.1",)])
        with pytest.raises(FetchError, match=r"rebind.example leads to an address that is not public: 127.0.0.1 is a loopback"):
            Fetcher(ONLY_SECOND, resolve=resolver).fetch(f"http://rebind.example:{site.port}/")
        assert resolver.asked == ["rebind.example"] * 2
        assert (site.connections, inside.connections) == (1, 0)


def test_a_second_try_goes_to_the_checked_address_too() -> None:
    with serving({"/": Page(status=503)}, host="127.0.0.2") as site:
        resolver = Resolver([("127.0.0.2",), ("127.0.0.1",)])
        with pytest.raises(FetchError, match="status 503"):
            Fetcher(ONLY_SECOND, Waits().clock(), resolver).fetch(f"http://rebind.example:{site.port}/")
        assert (len(resolver.asked), site.connections) == (1, 3)


@pytest.mark.parametrize(
    "answer", [("127.0.0.2", "127.0.0.1"), ("127.0.0.1", "127.0.0.2"), ("127.0.0.2", "::1"), ("127.0.0.2", "fe80::1%1")]
)
def test_one_address_that_may_not_be_asked_spoils_a_name(answer: tuple[str, ...]) -> None:
    with serving({"/": Page(TEXT)}, host="127.0.0.2") as site:
        with pytest.raises(FetchError, match=r"both.example leads to an address that is not public"):
            Fetcher(ONLY_SECOND, resolve=Resolver([answer])).fetch(f"http://both.example:{site.port}/")
        assert site.connections == 0


def test_the_next_address_is_tried_when_the_first_takes_no_connection() -> None:
    with serving({"/": Page(TEXT)}) as site:
        resolver = Resolver([("127.0.0.5", "127.0.0.6", "127.0.0.1")])
        found = Fetcher(SETTINGS, resolve=resolver).fetch(f"http://several.example:{site.port}/")
        assert isinstance(found, Fetched)
        assert found.last.address == "127.0.0.1"
        many = Resolver([(*(f"127.0.0.{number}" for number in range(5, 9)), "127.0.0.1")])
        with pytest.raises(FetchError, match=r"several.example:[0-9]+ cannot be reached"):
            Fetcher(SETTINGS, Waits().clock(), many).fetch(f"http://several.example:{site.port}/")
        assert site.connections == 1


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (socket.gaierror(socket.EAI_NONAME, "Name or service not known"), "there is no host gone.example; see that"),
        (socket.gaierror(socket.EAI_AGAIN, "Temporary failure"), "the name gone.example could not be looked up"),
        (OSError("no network"), r"the name gone.example could not be looked up \(no network\)"),
        (UnicodeError("label too long"), "could not be looked up"),
        ((), "the name gone.example has no address"),
        (("127.1",), "gone.example is at '127.1', which is no address"),
        (("http://1.1.1.1",), "which is no address"),
    ],
)
def test_a_name_without_an_address_is_told_with_the_reason(answer: Sequence[str] | Exception, said: str) -> None:
    with pytest.raises(FetchError, match=said):
        Fetcher(SETTINGS, resolve=Resolver([answer])).fetch("https://gone.example/")


def test_a_resolver_that_does_not_answer_is_not_waited_for() -> None:
    def slow(_: str) -> Sequence[str]:
        time.sleep(9)
        return ("127.0.0.1",)

    started = time.monotonic()
    with pytest.raises(FetchError, match=r"the name slow.example could not be looked up .no answer within"):
        Fetcher(replace(SETTINGS, connect_seconds=0.1), resolve=slow).fetch("https://slow.example/")
    assert time.monotonic() - started < 8


def test_the_systems_resolver_gives_each_address_once() -> None:
    found = system_resolve("localhost")
    assert {"127.0.0.1", "::1"} & set(found)
    assert len(found) == len(set(found))
    with pytest.raises(socket.gaierror):
        system_resolve("gone.invalid")
    with pytest.raises(FetchError, match="localhost leads to an address that is not public"):
        Fetcher().fetch("http://localhost/")
