"""From a target to the addresses that may be asked for it: every one that its name leads to is checked, once."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterable, Sequence
from ipaddress import ip_address
from threading import Thread

from demarche.edges.fetch.address import Address, Network, refusal
from demarche.edges.fetch.target import Target
from demarche.errors import FetchError

Resolve = Callable[[str], Sequence[str]]
"""A name's addresses as texts; OSError where it has none."""


class Unreached(FetchError):
    """Nothing came that could be judged: asking again may help."""


def system_resolve(name: str) -> Sequence[str]:
    """What this machine's resolver says, each address once, in its order."""
    found = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return tuple(dict.fromkeys(str(place[0]) for *_, place in found))


def checked(target: Target, resolve: Resolve, allowed: Sequence[Network], seconds: float) -> tuple[Address, ...]:
    """The addresses of a target, in the resolver's order. A name that leads to any address that may not be asked is refused
    whole: it is how somebody reaches into a network that is not theirs.

    FetchError where one may not, or where there is none within that many seconds.
    """
    if target.literal:
        found: tuple[Address, ...] = (target.literal,)
    else:
        found = tuple(_parsed(target.host, _answered(target.host, resolve, seconds)))
    for address in found:
        reason = refusal(address, allowed)
        if reason:
            leads = "" if target.literal else f"{target.host} leads to an address that is not public: "
            raise FetchError(f"{leads}{reason}; if that network is yours to ask, name it in DEMARCHE_FETCH_NETWORKS")
    return found


def _parsed(name: str, answers: Iterable[str]) -> Iterable[Address]:
    for answer in answers:
        try:
            yield ip_address(answer)
        except ValueError:
            raise FetchError(f"the resolver says that {name} is at {answer!r}, which is no address") from None


def _answered(name: str, resolve: Resolve, seconds: float) -> Sequence[str]:
    """The resolver's answer. It is asked in a thread of its own: the system's cannot be told how long it may take."""
    answers: list[Sequence[str] | OSError | UnicodeError] = []

    def ask() -> None:
        try:
            answers.append(resolve(name))
        except (OSError, UnicodeError) as error:
            answers.append(error)

    asking = Thread(target=ask, daemon=True)
    asking.start()
    asking.join(seconds)
    answer = answers[0] if answers else TimeoutError(f"no answer within {seconds:.0f} seconds")
    if isinstance(answer, socket.gaierror) and answer.errno != socket.EAI_AGAIN:
        raise FetchError(f"there is no host {name}; see that the address is written right") from answer
    if isinstance(answer, (OSError, UnicodeError)):
        raise Unreached(f"the name {name} could not be looked up ({answer})") from answer
    if not answer:
        raise FetchError(f"the name {name} has no address")
    return answer
