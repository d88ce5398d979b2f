"""One request over HTTP and its response: no redirects, proxies or compression, and a bound on its size and its time."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException
from threading import Timer
from urllib.parse import urlsplit

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from demarche.errors import EndpointError

LIMIT = 4 * 1024 * 1024
"""Bytes of a response. An answer about a portion of a report has some tens of thousands."""


class Unanswered(EndpointError):
    """Nothing came that could be judged: asking again may help."""


@dataclass(frozen=True, slots=True)
class Response:
    """The status of a response, and its body."""

    status: int
    body: bytes


def post(url: str, body: bytes, headers: Mapping[str, str], seconds: float) -> Response:
    """Send a body to an address and return what comes back within that many seconds, whatever its status.

    Unanswered when nothing does: nobody listens, the connection breaks, the time is up. EndpointError when it is too long.
    """
    parts = urlsplit(url)
    target = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"
    ends = time.monotonic() + seconds
    connection = _connection(url, seconds)
    try:
        with _cut_after(connection, seconds):
            connection.request("POST", target, body=body, headers=headers, preload_content=False, decode_content=False)
            response = connection.getresponse()
            found = response.read(LIMIT + 1)
    except (OSError, HTTPError, HTTPException, ValueError) as error:
        raise Unanswered(_late(seconds) if time.monotonic() >= ends else _why(error)) from error
    finally:
        connection.close()
    if time.monotonic() >= ends:  # the body of a response that tells no length ends where the connection is cut
        raise Unanswered(_late(seconds))
    if len(found) > LIMIT:
        raise EndpointError(f"its response is longer than {LIMIT:,} bytes")
    return Response(response.status, found)


def _connection(url: str, seconds: float) -> HTTPConnection:
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme == "https":
        return HTTPSConnection(host, parts.port or 443, timeout=seconds, ssl_context=ssl.create_default_context())
    return HTTPConnection(host, parts.port or 80, timeout=seconds)


@contextmanager
def _cut_after(connection: HTTPConnection, seconds: float) -> Iterator[None]:
    """Break the connection when the time is up: time-outs of a socket start anew with every byte that drips in."""
    watch = Timer(seconds, _cut, (connection,))
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()


def _cut(connection: HTTPConnection) -> None:
    if isinstance(connection.sock, socket.socket):
        with suppress(OSError):
            socket.socket.shutdown(connection.sock, socket.SHUT_RDWR)  # past TLS, which is in use by the other thread


def _late(seconds: float) -> str:
    return f"no whole response came within {seconds:.0f} seconds"


def _why(error: Exception) -> str:
    cause: BaseException = error
    while cause.__cause__ is not None:
        cause = cause.__cause__
    if isinstance(cause, OSError) and cause.strerror:
        return cause.strerror.lower()
    return f"{type(cause).__name__}: {cause}"
