"""Inputs that are no reports, or are ones in a bad state, each with how it must end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

MEBIBYTE = 1024 * 1024

REPORT = (
    "Ruritania blames Iran for an attack on its ministry\n\n"
    "STRELSAU, 8 September 2022 - Ruritania’s neighbour Albania said on Wednesday that Iran had carried out the cyberattack "
    "that wiped the servers of the Albanian government on 15 July 2022. Albania severed diplomatic relations with Iran.\n\n"
    "Tehran rejected the accusation as baseless.\n"
)
LATIN = REPORT.encode("cp1252")
UTF8 = REPORT.encode()


@dataclass(frozen=True, slots=True)
class Bad:
    """One input: its bytes, made when they are needed; the outcome it must end with, and words of the reason."""

    name: str
    data: Callable[[], bytes]
    outcome: str
    said: str = ""
    holds_claims: bool = False


def _deep(tag: str) -> bytes:
    opened, closed = f"<{tag}>".encode(), f"</{tag}>".encode()
    return b"<html><body><p>" + UTF8 + b"</p>" + opened * 100_000 + b"deep" + closed * 100_000 + b"</body></html>"


def _rubbish() -> bytes:
    return bytes((number * number // 7) % 256 for number in range(100_000))


BAD = (
    Bad("empty.txt", bytes, "rejected", "is empty"),
    Bad("white.txt", lambda: b" \t\r\n" * 500, "rejected", "is empty"),
    Bad("rubbish.txt", _rubbish, "rejected", "binary data"),
    Bad("rubbish.html", _rubbish, "rejected", "binary data"),
    Bad("picture.txt", lambda: b"\x89PNG\r\n\x1a\n" + _rubbish(), "rejected", "PNG image"),
    Bad("latin.txt", lambda: LATIN, "partial", "not UTF-8", True),
    Bad("broken.txt", lambda: UTF8.replace(b"neighbour", b"neigh\xff\xc3(bour"), "partial", "not UTF-8", True),
    Bad("cut-short.txt", lambda: UTF8 + b"\xe2\x80", "partial", "not UTF-8", True),
    Bad("utf-16.txt", lambda: REPORT.encode("utf-16"), "ok", "", True),
    Bad("utf-16-big.txt", lambda: b"\xfe\xff" + REPORT.encode("utf-16-be"), "ok", "", True),
    Bad("utf-16-bare.txt", lambda: REPORT.encode("utf-16-le"), "ok", "", True),
    Bad("nul.txt", lambda: UTF8.replace(b"neighbour", b"neigh\0bour"), "partial", "control character", True),
    Bad("one-line.txt", lambda: b"word " * (10 * MEBIBYTE), "partial", "only the first"),
    Bad("one-word.html", lambda: b"x" * (50 * MEBIBYTE), "partial", "only the first"),
    Bad("too-large.txt", lambda: b"y" * (65 * MEBIBYTE), "rejected", "size limit"),
    Bad("deep-blocks.html", lambda: _deep("div"), "partial", "deep", True),
    Bad("deep-words.html", lambda: _deep("b"), "partial", "deep", True),
    Bad("only-tags.html", lambda: b"<html><head><title></title></head><body><p></p></body></html>", "rejected", "nothing"),
)
