"""A web server as it is on the wire: real sockets on loopback that answer what a test has them answer, however wrong it is."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from threading import Thread

from demarche.edges.clock import Clock
from demarche.settings import FetchSettings

LOOPBACK = "127.0.0.0/8"
SETTINGS = FetchSettings(networks=(LOOPBACK,), pause=0.0, robots=False)
"""Of most tests: servers on loopback may be asked, without pauses and at once for the page."""


@dataclass(frozen=True, slots=True)
class Page:
    """What goes back. `length` is announced in place of the true one, none at all where it is negative. `late` seconds pass
    before the first byte, `drip` seconds between two bytes of the body; an endless one ends when nobody listens any longer."""

    body: bytes = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    length: int | None = None
    late: float = 0.0
    drip: float = 0.0
    endless: bool = False
    whole: bytes | None = None
    """All that is sent, in place of everything else."""

    def head(self) -> bytes:
        """Status line and headers."""
        phrase = HTTPStatus(self.status).phrase if self.status in list(HTTPStatus) else "Odd"
        lines = [f"HTTP/1.1 {self.status} {phrase}", *(f"{name}: {value}" for name, value in self.headers)]
        announced = len(self.body) if self.length is None else self.length
        lines += [f"Content-Length: {announced}"] if announced >= 0 else []
        return "\r\n".join((*lines, "", "")).encode()


def moved(location: str, status: int = 302) -> Page:
    """A redirect."""
    return Page(status=status, headers=(("Location", location),))


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it came: its path with the query, and its headers by their lower-case names."""

    path: str
    headers: dict[str, str]


Answer = Callable[[Asked], Page] | Mapping[str, Page]


@dataclass
class Site:
    """Answers each request, and remembers it."""

    answer: Answer
    host: str
    port: int
    scheme: str = "http"
    asked: list[Asked] = field(default_factory=list)
    connections: int = 0

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return f"{self.scheme}://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}"

    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [one.path for one in self.asked]

    def page(self, asked: Asked) -> Page:
        """The answer to a request."""
        if callable(self.answer):
            return self.answer(asked)
        return self.answer.get(asked.path, Page(b"nothing here", 404))


@contextmanager
def serving(
    answer: Answer, host: str = "127.0.0.1", tls: ssl.SSLContext | None = None, unasked: Page | None = None
) -> Iterator[Site]:
    """Serve on a free port until the end of the block. `unasked` is sent to everybody at once, whatever they say."""
    listener = socket.create_server((host, 0), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=50)
    site = Site(answer, host, listener.getsockname()[1], "https" if tls else "http")

    def accept() -> None:
        with suppress(OSError):
            while True:
                connection, _ = listener.accept()
                site.connections += 1
                Thread(target=_serve, args=(site, connection, tls, unasked), daemon=True).start()

    thread = Thread(target=accept, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()


def _serve(site: Site, connection: socket.socket, tls: ssl.SSLContext | None, unasked: Page | None) -> None:
    connection.settimeout(20)
    with suppress(OSError):  # who asked may have gone, or not trust the certificate
        stream = tls.wrap_socket(connection, server_side=True) if tls else connection
        with stream:
            if unasked:
                _send(stream, unasked)
            asked = _request(stream)
            if asked:
                site.asked.append(asked)
                _send(stream, site.page(asked))


def _request(stream: socket.socket) -> Asked | None:
    head = b""
    while b"\r\n\r\n" not in head:
        piece = stream.recv(65536)
        if not piece:
            return None
        head += piece
    first, *lines = head.decode("latin-1").removesuffix("\r\n\r\n").split("\r\n")
    named = (line.partition(": ") for line in lines)
    return Asked(first.split(" ")[1], {name.lower(): value for name, _, value in named})


def _send(stream: socket.socket, page: Page) -> None:
    time.sleep(page.late)
    stream.sendall(page.head() if page.whole is None else page.whole)
    pieces = [page.body[place : place + 1] for place in range(len(page.body))] if page.drip else [page.body]
    for piece in pieces:
        stream.sendall(piece)
        time.sleep(page.drip)
    while page.endless:
        stream.sendall(page.body)
        time.sleep(page.drip)


@dataclass
class Waits:
    """A clock that stands still but for whoever sleeps by it, and says how long each slept."""

    at: float = 1000.0
    slept: list[float] = field(default_factory=list)

    def clock(self) -> Clock:
        """The clock itself."""
        return Clock(now=lambda: "2026-11-24T12:00:00.000000Z", elapsed=lambda: self.at, sleep=self._sleep)

    def _sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += seconds
