"""CSV and its kin: records of fields, quoted or not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from demarche.errors import RejectedInput
from demarche.steps.unpack.limits import parsed
from demarche.steps.unpack.opening import Found, Opening
from demarche.steps.unpack.rows import COLUMN_LIMIT, Row, reports
from demarche.steps.unpack.source import decoded

_DELIMITERS = ",;\t|"
_LINE_END = re.compile("\r\n?|\n")
_QUOTED = re.compile(r'"([^"]*(?:""[^"]*)*)"[ \t]*')


def open_table(opening: Opening) -> Iterator[Found]:
    """A report for each row."""
    text = decoded(parsed(opening.capture.data, "it is a table"))
    yield from reports(opening, rows(text))


def rows(text: str) -> Iterator[Row]:
    """The records of a table, numbered from 1, by whatever separates them. Raises RejectedInput for a quote without an end.

    The module `csv` refuses fields over a limit that only the whole process can have another of.
    """
    delimiter = _delimiter(text)
    bare = re.compile(f"[^{re.escape(delimiter)}\r\n]*")
    position, number = 0, 0
    while position < len(text):
        number += 1
        ending = _LINE_END.search(text, position)
        end = ending.start() if ending else len(text)
        if text.find('"', position, end) < 0:
            yield number, text[position:end].split(delimiter, COLUMN_LIMIT)[:COLUMN_LIMIT]
            position = ending.end() if ending else end
            continue
        cells: list[str] = []
        ended = False
        while not ended:
            cell, position = _cell(text, position, bare, number)
            if len(cells) < COLUMN_LIMIT:
                cells.append(cell)
            ended = not text.startswith(delimiter, position)
            position += 0 if ended else 1
        position += 2 if text.startswith("\r\n", position) else 1
        yield number, cells


def _cell(text: str, position: int, bare: re.Pattern[str], number: int) -> tuple[str, int]:
    """A cell, and where it ends: at a delimiter, a line end, or the end."""
    if not text.startswith('"', position):
        end = _end(bare, text, position)
        return text[position:end], end
    found = _QUOTED.match(text, position)
    if not found:
        raise RejectedInput(
            f"a quotation mark opens a field of row {number} and is never closed: the rest cannot be told apart"
        )
    end = _end(bare, text, found.end())
    return found[1].replace('""', '"') + text[found.end() : end], end


def _end(bare: re.Pattern[str], text: str, position: int) -> int:
    found = bare.match(text, position)
    return found.end() if found else position


def _delimiter(text: str) -> str:
    """What stands most often between the fields of the first line."""
    first = re.sub(r'"[^"]*"', "", text[:20_000].lstrip("\r\n").partition("\n")[0])
    return max(_DELIMITERS, key=first.count)
