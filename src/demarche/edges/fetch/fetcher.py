"""The one fetcher: redirects, retries, robots.txt and pauses round exchanges with addresses that were checked."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from ipaddress import ip_network

from demarche.edges.clock import Clock
from demarche.edges.fetch.address import Address
from demarche.edges.fetch.decoding import ACCEPTED, decoded
from demarche.edges.fetch.exchange import WHOLE, Exchange, Limits, exchange
from demarche.edges.fetch.manners import LATER, Pauses, asked_pause, listed, meaning
from demarche.edges.fetch.names import Resolve, Unreached, checked, system_resolve
from demarche.edges.fetch.results import Fetched, NotModified
from demarche.edges.fetch.robots import NOTHING_SAID, Rules, nothing_allowed, rules
from demarche.edges.fetch.target import Target, redirected, shown, target
from demarche.errors import FetchError
from demarche.settings import FetchSettings

TOOL = "demarche"
"""The name that a robots.txt may address."""
REDIRECTS = frozenset((301, 302, 303, 307, 308))
ROBOTS_SIZE = 4 * 1024 * 1024
"""Bytes of a robots.txt; what is larger is none."""
ROBOTS_KEPT, ROBOTS_MISSED = 24 * 3600.0, 300.0
"""Seconds for which rules are believed (RFC 9309 allows a day), and for which a server that gave none is not asked for them."""
_NOT_MODIFIED = 304
_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
_SHOWN = 200


@dataclass(slots=True)
class _Errand:
    """What one address may cost: seconds left, and bytes; the hosts that were asked for it. One for a robots.txt waits for
    nobody and asks no robots.txt."""

    headers: Mapping[str, str]
    left: float
    size: int
    robots: bool = False
    hosts: set[str] = field(default_factory=set)

    @contextmanager
    def spending(self) -> Iterator[None]:
        """Take the time of what is done here from what is left."""
        started = time.monotonic()
        try:
            yield
        finally:
            self.left -= time.monotonic() - started


class Fetcher:
    """Fetches over http and https from public addresses, one at a time; keep one for as long as there is something to fetch, as
    it remembers what each server asked of it. Not for several threads at once.

    `resolve` gives a name's addresses. Proxies that the environment names are not used.
    """

    def __init__(
        self, settings: FetchSettings | None = None, clock: Clock | None = None, resolve: Resolve = system_resolve
    ) -> None:
        self._settings = settings or FetchSettings()
        self._clock = clock or Clock()
        self._resolve = resolve
        self._networks = tuple(map(ip_network, self._settings.networks))
        self._tool = f"{TOOL}/{version('demarche')}"
        self._trust = cache(ssl.create_default_context)
        self._pauses = Pauses(self._clock)
        self._rules: dict[str, tuple[Rules, float]] = {}

    def fetch(self, url: str, etag: str | None = None, modified: str | None = None) -> Fetched | NotModified:
        """What stands at an address; NotModified where `etag` or `modified`, as an earlier answer had them, still hold.

        FetchError, saying what was wrong and what to do, where it may not be asked for or gave nothing whole.
        """
        conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
        wanted = {name: value for name, value in conditions.items() if value and _sendable(value)}
        errand = _Errand(self._headers() | wanted, self._settings.seconds, self._settings.size)
        exchanges = self._followed(target(url), errand)
        if wanted and exchanges[-1].status == _NOT_MODIFIED:
            return NotModified(exchanges, self._tool)
        return Fetched(exchanges, self._tool, self._data(exchanges[-1], self._settings.size))

    def _headers(self) -> dict[str, str]:
        agent = self._settings.agent or f"{self._tool} (reads public reporting on cyber incidents)"
        return {"User-Agent": agent, "Accept": _ACCEPT, "Accept-Encoding": ACCEPTED, "Connection": "close"}

    def _data(self, answer: Exchange, limit: int) -> bytes:
        if answer.status not in WHOLE:
            raise FetchError(meaning(answer, self._clock.now()))
        return decoded(answer.raw, (answer.header("Content-Encoding") or "").split(","), limit)

    def _followed(self, asked: Target, errand: _Errand, addresses: tuple[Address, ...] = ()) -> tuple[Exchange, ...]:
        """The exchange with a target, at addresses where they were checked already, and those to which it led."""
        done: list[Exchange] = []
        while len(done) <= self._settings.redirects:
            try:
                done.append(self._hop(asked, errand, addresses))
                location = done[-1].header("Location")
                if done[-1].status not in REDIRECTS or location is None:
                    return tuple(done)
                asked, addresses = redirected(asked, location), ()
            except FetchError as error:
                if not done:
                    raise
                raise type(error)(f"redirected by {shown(done[-1].url)[:_SHOWN]}: {error}") from error
        raise FetchError(f"it redirects more than {self._settings.redirects} times; open it in a browser and save it")

    def _hop(self, asked: Target, errand: _Errand, addresses: tuple[Address, ...]) -> Exchange:
        listed(asked.host, self._settings)
        if not addresses:
            with errand.spending():
                addresses = checked(
                    asked, self._resolve, self._networks, min(self._settings.connect_seconds, max(0.0, errand.left))
                )
        if not errand.robots:
            self._give_way(asked, errand, addresses)
        return self._tried(asked, errand, addresses)

    def _give_way(self, asked: Target, errand: _Errand, addresses: tuple[Address, ...]) -> None:
        """Obey the host's rules, and let it rest between two errands; a redirect within it is part of one."""
        said = self._said(asked, errand, addresses) if self._settings.robots else NOTHING_SAID
        if not said.allows(asked.path):
            raise FetchError(f"the robots.txt of {asked.authority} {said.why()}")
        if asked.host not in errand.hosts:
            errand.hosts.add(asked.host)
            self._pauses.wait(asked.host, max(self._settings.pause, min(said.delay, self._settings.longest_pause)))

    def _tried(self, asked: Target, errand: _Errand, addresses: tuple[Address, ...]) -> Exchange:
        """An exchange, again after a pause where it is worth it."""
        tried = 0
        while True:
            pause = self._settings.pause * 2**tried
            tried += 1
            try:
                found = self._exchanged(asked, errand, addresses)
            except Unreached:
                if tried >= self._settings.tries or errand.left <= 0:
                    raise
            else:
                pause = max(pause, asked_pause(found, self._clock.now()))
                if found.status not in LATER or tried >= self._settings.tries or pause > self._settings.longest_pause:
                    return found
            self._clock.sleep(pause)

    def _exchanged(self, asked: Target, errand: _Errand, addresses: tuple[Address, ...]) -> Exchange:
        if errand.left <= 0:
            raise FetchError(f"the {self._settings.seconds:g} seconds for one address (DEMARCHE_FETCH_SECONDS) are over")
        limits = Limits(errand.size, self._settings.connect_seconds, self._settings.read_seconds, errand.left)
        with errand.spending():
            try:
                return exchange(asked, addresses, errand.headers, limits, self._clock, self._trust)
            finally:
                if not errand.robots:
                    self._pauses.note(asked.host)

    def _said(self, asked: Target, errand: _Errand, addresses: tuple[Address, ...]) -> Rules:
        """The rules of a server: those that it gave not long ago, or those that it gives now."""
        known = self._rules.get(asked.origin)
        if known and self._clock.elapsed() < known[1]:
            return known[0]
        own = _Errand(self._headers(), errand.left, ROBOTS_SIZE, robots=True)
        try:
            found = self._read_rules(self._followed(asked.sibling("/robots.txt"), own, addresses)[-1])
        except Unreached:  # whoever is not there has no rules, and no page either
            raise
        except FetchError as error:
            found = nothing_allowed(str(error))
        finally:
            errand.left = own.left
        kept = ROBOTS_MISSED if found.missing else ROBOTS_KEPT
        self._rules[asked.origin] = found, self._clock.elapsed() + kept
        return found

    def _read_rules(self, answer: Exchange) -> Rules:
        """RFC 9309: a file that is not there forbids nothing, a server that fails forbids everything."""
        if answer.status in LATER or answer.status // 100 not in {2, 4}:
            return nothing_allowed(meaning(answer, self._clock.now()))
        if answer.status not in WHOLE:
            return NOTHING_SAID
        return rules(self._data(answer, ROBOTS_SIZE), TOOL)


def _sendable(value: str) -> bool:
    """Whether a header can have this value as it is; a server that says other things of a page is asked without them."""
    return value.isprintable() and max(value, default="") < "\u0100"
