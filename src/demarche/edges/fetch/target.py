"""Web addresses, taken apart strictly: what two programs could read in two ways is refused and not guessed at."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import quote, urljoin

from demarche.edges.fetch.address import Address
from demarche.edges.text import printable
from demarche.errors import FetchError

PORTS = {"http": 80, "https": 443}
URL_LIMIT = 8192
"""Characters. Servers refuse longer ones."""
UNFIT_PORTS = frozenset(
    (1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, *range(6665, 6670), 6679, 6697, 10080)
)
"""Above 1023, ports of services that could take a request for a command; browsers refuse them too. Below, only 80 and 443 are
asked."""

_SHOWN = 200
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_PARTS = re.compile(r"//([^/?#]*)([^?#]*)(\?[^#]*)?(?:#.*)?\Z", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\Z")
_NUMBER = re.compile(r"(?:[0-9]+|0x[0-9a-f]*)\Z")
_KEPT = "/%:=&?~+!$,;'@()*[]|-._"
"""Printable ASCII that stays as it is in a path or a query."""
_AMBIGUOUS = frozenset("ßς\u200c\u200d")
"""Characters that lead to one name by the older rules for names and to another by the newer."""
_USER = re.compile(r"\A([A-Za-z][A-Za-z0-9+.-]*:/*)[^/?#]*@")


@dataclass(frozen=True, slots=True)
class Target:
    """Whom to ask for what: `host` is a lower-case name in ASCII, or the standard form of `literal`, without brackets."""

    scheme: str
    host: str
    port: int
    path: str
    """With the query, as it goes into the request."""
    literal: Address | None = None

    @property
    def authority(self) -> str:
        """The host with its port where that is not the scheme's own: what the header `Host` says."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme and authority: what one robots.txt holds for."""
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        """The whole address, without a fragment."""
        return self.origin + self.path

    def sibling(self, path: str) -> Target:
        """Another path of the same server."""
        return Target(self.scheme, self.host, self.port, path, self.literal)


def shown(url: str) -> str:
    """An address as it can be printed and kept: without the user and the password that it may hold."""
    return printable(_USER.sub(r"\1***@", url))


def target(url: str) -> Target:
    """What an address names. FetchError where it is not one of http or https, or not written as such are."""
    if len(url) > URL_LIMIT:
        raise FetchError(f"the address is longer than {URL_LIMIT:,} characters; no server answers such")
    if _CONTROL.search(url):
        raise FetchError("the address holds a control character or half of a surrogate pair; write it anew")
    scheme = _SCHEME.match(url)
    if not scheme:
        raise FetchError("the address has no scheme; write it with https:// in front")
    name = scheme[1].lower()
    if name not in PORTS:
        raise FetchError(f"only http and https addresses are fetched, not {name[:_SHOWN]}:")
    parts = _PARTS.match(url[scheme.end() :])
    if not parts or not parts[1]:
        raise FetchError(f"the address names no host; write it as {name}://host/path")
    host, port, literal = _authority(parts[1], PORTS[name])
    path = quote(f"{parts[2] or '/'}{parts[3] or ''}", safe=_KEPT)
    return Target(name, host, port, path, literal)


def redirected(base: Target, location: str) -> Target:
    """Where a redirect leads. `location` is the header as it came: bytes told as Latin-1, which are UTF-8 where they can be."""
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode()
    if _CONTROL.search(location) or len(location) > URL_LIMIT:
        raise FetchError("the redirect's address holds a control character or is too long")
    try:
        return target(urljoin(base.url, location.strip(" ")))
    except ValueError:
        raise FetchError("the redirect's address is none") from None


def _authority(text: str, default: int) -> tuple[str, int, Address | None]:
    if "@" in text:
        raise FetchError("the address holds a user or a password, which hides where it leads; leave them out")
    if "\\" in text or "%" in text:
        raise FetchError("the host of the address holds a backslash or a percent sign; write it plainly")
    if text.startswith("["):
        inner, bracket, rest = text[1:].partition("]")
        if not bracket or (rest and not rest.startswith(":")):
            raise FetchError("the brackets of the IPv6 address are not closed where they must be")
        six = _six(inner)
        return str(six), _port(rest[1:], default), six
    host, _, port = text.partition(":")
    name, literal = _host(host)
    return name, _port(port, default), literal


def _six(text: str) -> IPv6Address:
    try:
        return IPv6Address(text)
    except AddressValueError:
        raise FetchError(f"[{text[:_SHOWN]}] is no IPv6 address") from None


def _port(text: str, default: int) -> int:
    if not text:
        return default
    if not (text.isascii() and text.isdigit() and len(text) <= 5 and 1 <= int(text) <= 65535):
        raise FetchError(f"{text[:_SHOWN]!r} is no port; leave it out, or write a number up to 65535")
    port = int(text)
    if (port < 1024 and port not in PORTS.values()) or port in UNFIT_PORTS:
        raise FetchError(f"port {port} belongs to a service that is no web server; ports 80, 443 and most above 1023 are asked")
    return port


def _host(text: str) -> tuple[str, IPv4Address | None]:
    plain = text.isascii()
    host = (text if plain else _encoded(text)).lower()
    name = host.removesuffix(".")
    labels = name.split(".")
    if _NUMBER.match(labels[-1]):
        return _four(host, plain)
    if len(name) > 253 or not all(map(_LABEL.match, labels)):
        raise FetchError(f"{text[:_SHOWN]!r} is no name of a host")
    return name, None


def _four(host: str, plain: bool) -> tuple[str, IPv4Address]:
    """Four decimal numbers without leading zeros; all other ways to write an IPv4 address are ways to hide one."""
    try:
        address = IPv4Address(host)
    except AddressValueError:
        address = None
    if address is None or not plain:
        raise FetchError(f"{host[:_SHOWN]!r} is a number in place of a host; write an IPv4 address as four decimal numbers")
    return str(address), address


def _encoded(text: str) -> str:
    """A name with letters beyond ASCII as names of the internet are asked for (`xn--...`)."""
    folded = text.casefold() if not _AMBIGUOUS & set(text) else ""
    if len(text) > 253 or not folded or unicodedata.normalize("NFKC", folded) != folded:
        raise FetchError(f"{text[:_SHOWN]!r} holds characters that stand for others; write the name as xn--...")
    try:
        return folded.encode("idna").decode()
    except UnicodeError:
        raise FetchError(f"{text[:_SHOWN]!r} is no name of a host") from None
