"""One request over a connection to an address that was checked, and its response: no proxy, no redirect, no second look-up."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException
from http.client import IncompleteRead as ShortRead
from threading import Timer

from urllib3 import HTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, IncompleteRead

from demarche.edges.clock import Clock
from demarche.edges.fetch.address import Address
from demarche.edges.fetch.names import Unreached
from demarche.edges.fetch.target import Target
from demarche.edges.text import printable
from demarche.errors import FetchError

Trust = Callable[[], ssl.SSLContext]
"""What says which certificates are good; asked only where there is TLS, as it reads hundreds of them."""

WHOLE = frozenset((200, 203))
"""The statuses whose bodies are what was asked for. No other body is read."""
_TRIED = 4
"""Addresses of one host that are tried in turn; large sites have dozens."""
_PIECE = 64 * 1024
_LATE = "no whole response came within the time for one address (DEMARCHE_FETCH_SECONDS)"
_SHOWN = 200
"""Characters of what a server said that are handed on."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Of one exchange: bytes of the body as it is sent, and seconds until a connection stands, between two pieces of a
    response, and for the whole."""

    size: int
    connect: float
    read: float
    whole: float


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request as it was sent and the response as it came. Header lines stand in their order, each as often as it was sent."""

    url: str
    address: str
    """The one that was asked, without the port."""
    request: tuple[tuple[str, str], ...]
    protocol: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    raw: bytes
    """The body as it was sent, still compressed, chunks joined; empty where `status` is not in `WHOLE`."""
    started: str
    ended: str

    def header(self, name: str) -> str | None:
        """The value of a header, of several lines the values with commas between them; None where it was not sent."""
        values = [value for known, value in self.headers if known.lower() == name.lower()]
        return ", ".join(values) if values else None


def exchange(
    asked: Target, addresses: Sequence[Address], headers: Mapping[str, str], limits: Limits, clock: Clock, trust: Trust
) -> Exchange:
    """Ask for a target at the first of the addresses that takes a connection. TLS and the header `Host` go by its name.

    Unreached when nothing comes that could be judged; FetchError when what comes breaks a limit or the protocol.
    """
    started, ends = clock.now(), time.monotonic() + limits.whole
    sent = {"Host": asked.authority, **headers}
    connection = _connection(asked, limits.read, trust)
    connected = connection.standing = _connected(asked, addresses, limits, ends)
    try:
        with _cut_at(connected, ends):
            address = str(connected.getpeername()[0])
            connection.request("GET", asked.path, headers=sent, preload_content=False, decode_content=False)
            with closing(connection.getresponse()) as response:
                raw = _body(response, limits.size) if response.status in WHOLE else b""
    except (OSError, HTTPError, HTTPException, ValueError) as error:
        raise _fault(error, asked, limits, late=time.monotonic() >= ends) from error
    finally:
        connection.close()
        connected.close()
    if time.monotonic() >= ends:  # the body of a response that tells no length ends where the connection is cut
        raise Unreached(_LATE)
    return Exchange(
        url=asked.url,
        address=address,
        request=tuple(sent.items()),
        protocol="HTTP/1.0" if response.version == 10 else "HTTP/1.1",
        status=response.status,
        reason=response.reason or "",
        headers=tuple(response.headers.items()),
        raw=raw,
        started=started,
        ended=clock.now(),
    )


class _Plain(HTTPConnection):
    """A connection over a socket that stands already."""

    standing: socket.socket

    def _new_conn(self) -> socket.socket:
        return self.standing


class _Secure(HTTPSConnection):
    """A connection with TLS over a socket that stands already."""

    standing: socket.socket

    def _new_conn(self) -> socket.socket:
        return self.standing


def _connection(asked: Target, seconds: float, trust: Trust) -> _Plain | _Secure:
    if asked.scheme == "https":
        return _Secure(asked.host, asked.port, timeout=seconds, ssl_context=trust())
    return _Plain(asked.host, asked.port, timeout=seconds)


def _connected(asked: Target, addresses: Sequence[Address], limits: Limits, ends: float) -> socket.socket:
    last: OSError | None = None
    for address in addresses[:_TRIED]:
        tried = socket.socket(socket.AF_INET if address.version == 4 else socket.AF_INET6, socket.SOCK_STREAM)
        try:
            tried.settimeout(max(0.001, min(limits.connect, ends - time.monotonic())))
            tried.connect((str(address), asked.port))
        except OSError as error:
            tried.close()
            last = error
        else:
            tried.settimeout(limits.read)
            tried.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return tried
    if isinstance(last, TimeoutError):
        raise Unreached(f"{asked.authority} took no connection within {limits.connect:g} seconds") from last
    raise Unreached(f"{asked.authority} cannot be reached: {_why(last) if last else 'it has no address'}") from last


@contextmanager
def _cut_at(connected: socket.socket, ends: float) -> Iterator[None]:
    """Break the connection when the time is up: time-outs of a socket start anew with every byte that drips in.

    The connection is held by a descriptor of its own, as TLS takes over the socket that it is given.
    """
    held = connected.dup()
    watch = Timer(max(0.0, ends - time.monotonic()), _cut, (held,))
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()
        watch.join()
        held.close()


def _cut(held: socket.socket) -> None:
    with suppress(OSError):
        held.shutdown(socket.SHUT_RDWR)


def _body(response: HTTPResponse, limit: int) -> bytes:
    length = response.length_remaining
    if length is not None and length > limit:
        raise FetchError(f"its body has {length:,} bytes, over the size limit of {limit:,}")
    pieces, size = [], 0
    while piece := response.read(_PIECE, decode_content=False):
        pieces.append(piece)
        size += len(piece)
        if size > limit:
            raise FetchError(f"its body is over the size limit of {limit:,} bytes")
    return b"".join(pieces)


def _fault(error: Exception, asked: Target, limits: Limits, late: bool) -> FetchError:
    if late:
        return Unreached(_LATE)
    cause: BaseException = error
    while cause.__cause__ is not None:
        cause = cause.__cause__
    if isinstance(cause, ssl.SSLCertVerificationError):
        return FetchError(f"the certificate of {asked.authority} is not good: {cause.verify_message}")
    if isinstance(cause, (IncompleteRead, ShortRead)):
        return Unreached("its body does not end where it was announced to; it may be whole at another time")
    if isinstance(cause, TimeoutError):
        return Unreached(f"{asked.authority} sent nothing for {limits.read:g} seconds")
    return Unreached(f"the connection to {asked.authority} broke off: {_why(cause)}")


def _why(error: BaseException) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return printable(f"{type(error).__name__}: {error}")[:_SHOWN]
