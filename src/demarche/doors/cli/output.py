"""Where output goes: a terminal of any width, a pipe, a file; and what may not go there."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from demarche.errors import DemarcheError

if TYPE_CHECKING:
    from rich.console import Console

_PIPED_WIDTH = 120
"""Columns of a page that is not written to a terminal, when COLUMNS does not say."""

BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the reading direction of what stands around them."""


def one_line(text: str) -> str:
    """The text on one line, with nothing in it that a terminal would obey: what a report says must never move the cursor,
    change colours or turn the reading direction."""
    return " ".join(harmless(text).split())


def harmless(text: str) -> str:
    """The text with nothing in it that a terminal would obey; line ends and tabs are blanks."""
    return "".join(map(_harmless, text))


def _harmless(character: str) -> str:
    if character in "\t\n\r":
        return " "
    return "\ufffd" if unicodedata.category(character) in {"Cc", "Cs"} or character in BIDI else character


def console(stderr: bool = False) -> Console:
    """A console on standard output (or error) that is as wide as the terminal, COLUMNS or, in a pipe, 120 columns."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() or os.environ.get("COLUMNS") else _PIPED_WIDTH
    return Console(stderr=stderr, width=width, highlight=False, emoji=False, markup=False)


def write(pieces: Iterable[bytes]) -> None:
    """Bytes to standard output as they are."""
    sys.stdout.flush()
    for piece in pieces:
        sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()


def write_file(place: Path, pieces: Iterable[bytes]) -> None:
    """Bytes into a file, whole or not at all; a link's target is written, and a pipe or device as such. DemarcheError when it
    cannot be.
    """
    try:
        if place.exists() and not place.is_file():
            with place.open("wb") as stream:
                stream.writelines(pieces)
        else:
            _replace(Path(os.path.realpath(place)), pieces)
    except OSError as error:
        raise DemarcheError(f"{place} cannot be written: {error.strerror or error}") from error


def _replace(target: Path, pieces: Iterable[bytes]) -> None:
    unfinished = target.with_name(f".{target.name}.unfinished")
    try:
        with unfinished.open("wb") as stream:
            stream.writelines(pieces)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def json_object(value: Any) -> None:
    """One value as JSON that is easy to read; keys sorted."""
    import orjson

    from demarche.model.atoms import plain

    write([orjson.dumps(plain(value), option=orjson.OPT_SORT_KEYS | orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)])


def json_array(values: Iterable[Any]) -> None:
    """Values as a JSON array, one a line as they come, so that any number of them takes no memory; keys sorted."""
    import orjson

    from demarche.model.atoms import plain

    def pieces() -> Iterable[bytes]:
        separator = b"[\n"
        for value in values:
            yield separator + orjson.dumps(plain(value), option=orjson.OPT_SORT_KEYS)
            separator = b",\n"
        yield b"[]\n" if separator == b"[\n" else b"\n]\n"

    write(pieces())


def json_line(value: Any) -> None:
    """One value as a line of JSON, in the order its maker gave it."""
    import orjson

    write([orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE)])
