"""robots.txt as RFC 9309 has it: the longest rule of the groups for this program decides, `*` and `$` are understood."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

LIMIT = 500 * 1024
"""Bytes that are read, the least that the standard asks for; what stands further on is passed over."""
_LINE = re.compile(r"\r\n|\r|\n")
_TOKEN = re.compile(r"[A-Za-z_-]+")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


@dataclass(frozen=True, slots=True)
class Rules:
    """What a server asks of a program: patterns of paths with whether each is allowed, and seconds between requests."""

    patterns: tuple[tuple[str, bool], ...] = ()
    delay: float = 0.0
    missing: str | None = None
    """Why the file could not be had; nothing is allowed then, but for a file that is not there."""

    def allows(self, path: str) -> bool:
        """Whether a path, with its query, may be asked for."""
        if path == "/robots.txt":
            return True
        wanted, longest, allowed = _normal(path), -1, True
        for pattern, allow in self.patterns:
            if (len(pattern), allow) > (longest, allowed and longest >= 0) and _fits(pattern, wanted):
                longest, allowed = len(pattern), allow
        return allowed

    def why(self) -> str:
        """Why a path is not allowed, behind the name of the file."""
        if self.missing:
            return f"cannot be had, so that nothing is asked of that server: {self.missing}"
        return "asks programs to leave this alone; save the page with a browser and read the file"


NOTHING_SAID = Rules()


def nothing_allowed(reason: str) -> Rules:
    """The rules of a server whose own cannot be had."""
    return Rules((("/", False),), missing=reason)


def rules(data: bytes, token: str) -> Rules:
    """The rules of a file for the program of this name, else those for all programs."""
    groups = list(_groups(data[:LIMIT].decode("utf-8", "replace").removeprefix("\ufeff")))
    for name in (token.lower(), "*"):
        own = [lines for names, lines in groups if name in names]
        if own:
            said = [line for lines in own for line in lines]
            patterns = tuple((_normal(value), key == "allow") for key, value in said if key != "crawl-delay" and value)
            return Rules(patterns, max((_seconds(value) for key, value in said if key == "crawl-delay"), default=0.0))
    return NOTHING_SAID


def _groups(text: str) -> Iterator[tuple[set[str], list[tuple[str, str]]]]:
    names: set[str] = set()
    lines: list[tuple[str, str]] = []
    for key, value in _lines(text):
        if key == "user-agent":
            if lines:
                yield names, lines
                names, lines = set(), []
            found = _TOKEN.match(value)
            names.add("*" if value.startswith("*") else found[0].lower() if found else "")
        elif names:
            lines.append((key, value))
    yield names, lines


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in _LINE.split(text):
        key, colon, value = line.partition("#")[0].partition(":")
        key = key.strip().lower()
        if colon and key in {"user-agent", "allow", "disallow", "crawl-delay"}:
            yield key, value.strip()


def _normal(path: str) -> str:
    """A path or pattern so that two ways to write the same character are one."""
    return _ESCAPE.sub(_unescaped, quote(path, safe="/%:=&?~+!$,;'@()*[]|-._"))


def _unescaped(found: re.Match[str]) -> str:
    character = chr(int(found[1], 16))
    return character if character in _PLAIN else found[0].upper()


def _fits(pattern: str, path: str) -> bool:
    anchored = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    place = len(first)
    last = others.pop() if others and anchored else None
    for piece in others:
        found = path.find(piece, place)
        if found < 0:
            return False
        place = found + len(piece)
    if last is not None:
        return len(path) - len(last) >= place and path.endswith(last)
    return not anchored or place == len(path)


def _seconds(text: str) -> float:
    try:
        found = float(text)
    except ValueError:
        return 0.0
    return found if math.isfinite(found) and found > 0 else 0.0
