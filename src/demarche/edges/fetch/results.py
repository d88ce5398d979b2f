"""What fetching an address gives: everything that evidence of it needs later."""

from __future__ import annotations

import re
from dataclasses import dataclass

from demarche.edges.fetch.exchange import Exchange

_MEDIA_TYPE = re.compile(r"[a-z0-9!#$&^_.+-]{1,127}/[a-z0-9!#$&^_.+-]{1,127}\Z")
_CHARSET = re.compile(r""";\s*charset\s*=\s*["']?([A-Za-z0-9_.:+-]{1,40})""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Answer:
    exchanges: tuple[Exchange, ...]
    """The redirects that were followed, and the exchange that ended them."""
    tool: str
    """The name and version of this program."""

    @property
    def last(self) -> Exchange:
        """The exchange that gave the answer."""
        return self.exchanges[-1]

    @property
    def url(self) -> str:
        """Where the answer came from, after all redirects."""
        return self.last.url

    @property
    def redirects(self) -> tuple[str, ...]:
        """The addresses that led there, in order; empty where the first one answered."""
        return tuple(exchange.url for exchange in self.exchanges[:-1])

    @property
    def etag(self) -> str | None:
        """What the server calls this version, for the next time."""
        return self.last.header("ETag")

    @property
    def modified(self) -> str | None:
        """When it was changed as the server says, for the next time."""
        return self.last.header("Last-Modified")


@dataclass(frozen=True, slots=True)
class Fetched(_Answer):
    """A body, decompressed, and the exchanges that led to it."""

    data: bytes

    @property
    def raw(self) -> bytes:
        """The body as it was sent."""
        return self.last.raw

    @property
    def media_type(self) -> str | None:
        """As the server says, lower-case and without parameters; None where it says none."""
        said = (self.last.header("Content-Type") or "").partition(";")[0].strip().lower()
        return said if _MEDIA_TYPE.match(said) else None

    @property
    def charset(self) -> str | None:
        """As the server says, lower-case; None where it says none."""
        said = _CHARSET.search(self.last.header("Content-Type") or "")
        return said[1].lower() if said else None


@dataclass(frozen=True, slots=True)
class NotModified(_Answer):
    """The server says that what was fetched before is what it has."""
