"""Files, folders, standard input and web addresses as captures; what cannot be captured is a refusal with its reason."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from demarche.edges.text import printable
from demarche.model.atoms import Marking, PartialDate
from demarche.model.source import Capture, Refused

if TYPE_CHECKING:
    from demarche.edges.fetch.fetcher import Fetcher
    from demarche.settings import FetchSettings

REPORTS = frozenset((".txt", ".html", ".htm", ".md", ".pdf", ".docx", ".odt", ".eml"))
CONTAINERS = frozenset(
    (".zip", ".gz", ".warc", ".wacz", ".mbox", ".xml", ".rss", ".atom", ".rdf", ".json", ".stix", ".csv", ".tsv", ".xlsx")
)
"""What may hold several reports."""
SUFFIXES = REPORTS | CONTAINERS
"""What is read from a folder. A file that is named itself is always tried."""

STANDARD_INPUT = "-"
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
"""How a web address begins, of any scheme. No path needs two slashes in a row."""
SIZE_LIMIT = 64 * 1024 * 1024
"""Bytes. A report is text; what is larger is a dump or a mistake."""
ARCHIVES = frozenset((".zip", ".gz", ".warc", ".wacz", ".mbox"))
ARCHIVE_LIMIT = 256 * 1024 * 1024
"""Bytes of a file that may hold many reports. It is kept in memory while it is read."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the reader of the inputs was told about them; it applies to each."""

    url: str | None = None
    publisher: str | None = None
    published: PartialDate | None = None
    marking: Marking = Marking.CLEAR
    columns: tuple[tuple[str, str], ...] = ()
    """Which column of a table holds what."""


class _Unfit(Exception):
    """A file that is there and cannot be a report; the message is the reason."""


def captures(
    paths: Iterable[str | os.PathLike[str]],
    given: Given | None = None,
    size_limit: int | None = None,
    fetch: FetchSettings | None = None,
) -> Iterator[Capture | Refused]:
    """Each input in turn: files as named, folders recursively in sorted order, `-` for standard input, and what is written as a
    web address from there.

    In folders, hidden files, other suffixes than `SUFFIXES` and annotations (`a.json` beside `a.txt`) are passed over. Names
    are as typed; of an absolute path only what lies below the named folder's parent is kept, so that no record tells where on a
    machine its reports lay. A file may have `size_limit` bytes; where that is not given, as many as its kind may have.
    """
    told, web = given or Given(), None
    for given_path in paths:
        path = os.fspath(given_path)
        if path == STANDARD_INPUT:
            yield _standard_input(told, size_limit)
        elif _ADDRESS.match(path):
            web = web or _web(fetch)
            yield _fetched(path, told, web)
        elif os.path.isdir(path):
            yield from _folder(Path(path), told, size_limit)
        else:
            yield _file(Path(path), _shown(Path(path), Path(path)), told, size_limit)


def count(paths: Iterable[str | os.PathLike[str]]) -> int | None:
    """How many inputs `captures` would give of these paths; None where one of them may hold any number of reports, which
    only its opening tells."""
    total = 0
    for path in map(Path, paths):
        found = [_place(one) for one in _walk(path)] if path.is_dir() else [path]
        if any(one.suffix.lower() in CONTAINERS for one in found):
            return None
        total += max(1, len(found))
    return total


def _shown(path: Path, named: Path) -> str:
    below = path.relative_to(named.parent) if named.is_absolute() else path
    return printable(below.as_posix())


def _folder(folder: Path, given: Given, size_limit: int | None) -> Iterator[Capture | Refused]:
    empty = True
    for found in sorted(_walk(folder), key=lambda item: _place(item).as_posix()):
        empty = False
        path, name = _place(found), _shown(_place(found), folder)
        yield _file(path, name, given, size_limit) if isinstance(found, Path) else Refused(name, found.reason)
    if empty:
        kinds = " ".join(sorted(SUFFIXES))
        yield Refused(_shown(folder, folder), f"the folder holds no report; those read from a folder end in {kinds}")


def _place(found: Path | Refused) -> Path:
    return found if isinstance(found, Path) else Path(found.name)


def _walk(folder: Path) -> Iterator[Path | Refused]:
    shut: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=shut.append):
        here = Path(place)
        folders[:] = [name for name in folders if not name.startswith(".")]
        links = [here / name for name in folders if (here / name).is_symlink()]
        yield from (Refused(str(link), "a link to a folder is not followed; name that folder itself") for link in links)
        yield from (here / name for name in names if _is_read(name, names))
    yield from (Refused(str(error.filename), _why(error)) for error in shut)


def _is_read(name: str, beside: Sequence[str]) -> bool:
    stem, suffix = os.path.splitext(name)
    annotates = suffix.lower() == ".json" and any(f"{stem}{one}" in beside for one in (".txt", ".html", ".md"))
    return suffix.lower() in SUFFIXES and not name.startswith(".") and not annotates


def _file(path: Path, name: str, given: Given, size_limit: int | None) -> Capture | Refused:
    try:
        # Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as stream:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                return Refused(name, "not a file but a pipe, socket or device; give a file, a folder, or - for standard input")
            limit = ARCHIVE_LIMIT if path.suffix.lower() in ARCHIVES else SIZE_LIMIT
            return _capture(name, stream, given, size_limit or limit)
    except (OSError, ValueError) as error:
        return Refused(name, _why(error, dangling=os.path.islink(path)))


def _web(fetch: FetchSettings | None) -> Fetcher:
    from demarche.edges.fetch.fetcher import Fetcher

    return Fetcher(fetch)


def _fetched(address: str, given: Given, web: Fetcher) -> Capture | Refused:
    from demarche.edges.fetch.reports import captured

    found = captured(address, web)
    if isinstance(found, Refused):
        return found
    told = replace(found, publisher=given.publisher, published=given.published, marking=given.marking, columns=given.columns)
    return replace(told, url=given.url or found.url)


def _standard_input(given: Given, size_limit: int | None) -> Capture | Refused:
    if sys.stdin is None:  # what Python makes of a standard input that was closed before it started
        return Refused(STANDARD_INPUT, "standard input is closed; send the report to it, or name a file")
    return _capture(STANDARD_INPUT, sys.stdin.buffer, given, size_limit or SIZE_LIMIT)


def _capture(name: str, stream: BinaryIO, given: Given, size_limit: int) -> Capture | Refused:
    try:
        data = _bytes(stream, size_limit)
    except (OSError, _Unfit) as error:
        return Refused(name, _why(error))
    return Capture(name, data, given.url, given.publisher, given.published, given.marking, columns=given.columns)


def _bytes(stream: BinaryIO, size_limit: int) -> bytes:
    data = stream.read(size_limit + 1)
    if len(data) > size_limit:
        raise _Unfit(f"over the size limit of {size_limit} bytes; split it into its reports")
    return data


def _why(error: Exception, dangling: bool = False) -> str:
    if isinstance(error, FileNotFoundError):
        return "a link to a file that is not there" if dangling else "there is no such file"
    if isinstance(error, PermissionError):
        return "no right to read it"
    if isinstance(error, OSError):
        return printable(f"cannot be read: {error.strerror or error}")
    return printable(str(error))
