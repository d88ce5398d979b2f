"""What servers are spared and told: pauses, statuses that ask to come back, and what other statuses mean."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from demarche.edges.clock import Clock
from demarche.edges.fetch.exchange import Exchange
from demarche.errors import FetchError
from demarche.settings import FetchSettings

LATER = frozenset((429, 500, 502, 503, 504))
"""Statuses after which it is worth asking again."""
_ADVICE = {
    401: "it wants a login; save the page with a browser and read the file",
    403: "it refuses programs or wants a login; save the page with a browser and read the file",
    404: "nothing is there; see that the address is written right",
    410: "it was taken away; a web archive may have it",
    451: "it may not be shown there; a web archive may have it",
}


class Pauses:
    """How long each host has been left alone, and the waiting that is still due."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._asked: dict[str, float] = {}

    def wait(self, host: str, seconds: float) -> None:
        """Wait until the host has been left alone for that long."""
        if host in self._asked:
            due = self._asked[host] + seconds - self._clock.elapsed()
            if due > 0:
                self._clock.sleep(due)

    def note(self, host: str) -> None:
        """The host was asked just now."""
        self._asked[host] = self._clock.elapsed()


def listed(host: str, settings: FetchSettings) -> None:
    """FetchError for a host that the settings keep from being asked."""
    if _among(host, settings.deny):
        raise FetchError(f"{host} is among the hosts that are not asked (DEMARCHE_FETCH_DENY)")
    if settings.allow and not _among(host, settings.allow):
        raise FetchError(f"{host} is not among the hosts that are asked (DEMARCHE_FETCH_ALLOW)")


def asked_pause(answer: Exchange, now: str) -> float:
    """The seconds for which a response asks to be left alone; 0 where it does not say, or not so that it can be understood."""
    said = (answer.header("Retry-After") or "").strip()
    if said.isascii() and said.isdigit():
        return float(said[:9])
    try:
        until = parsedate_to_datetime(said)
    except ValueError:
        return 0.0
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.fromisoformat(now)).total_seconds())


def meaning(answer: Exchange, now: str) -> str:
    """Why a response is none that can be kept, and what to do."""
    status = f"it answers with status {answer.status} {_phrase(answer.status)}".rstrip()
    pause = asked_pause(answer, now)
    if answer.status in LATER:
        return f"{status}; try again {f'in {pause:,.0f} seconds' if pause else 'later'}"
    return f"{status}; {_ADVICE.get(answer.status, 'what it sends is not the page')}"


def _phrase(status: int) -> str:
    """The standard's words and not the server's, which may be anything."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def _among(host: str, names: Sequence[str]) -> bool:
    """Whether a host is one of the names or below one."""
    known = [name.lower().strip(".") for name in names]
    return any(host == name or host.endswith(f".{name}") for name in known)
