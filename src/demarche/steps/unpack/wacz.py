"""WACZ: a ZIP archive with WARC files and the list of the pages that somebody looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from zipfile import ZipFile

from demarche.errors import RejectedInput
from demarche.model.source import Capture, Refused
from demarche.steps.unpack.archive import contents
from demarche.steps.unpack.opening import Found, Opening
from demarche.steps.unpack.strictjson import read_json
from demarche.steps.unpack.warc import open_warc
from demarche.steps.unpack.words import HTML, TEXT, line

_LISTS = ("pages/pages.jsonl", "pages/extraPages.jsonl")


@dataclass
class _Pages:
    """The pages that are listed, by address, with their titles, and which of them were found."""

    titles: dict[str, str | None] = field(default_factory=dict)
    found: set[str] = field(default_factory=set)


def open_web_archive(opening: Opening, archive: ZipFile) -> Iterator[Found]:
    """The pages of the list, or every page where there is no list."""
    pages = _pages(opening, archive)
    left_out: Counter[str] = Counter()
    for entry in archive.infolist():
        if entry.filename.startswith("archive/") and entry.filename.endswith((".warc", ".warc.gz")):
            try:
                inner = replace(opening.capture, data=contents(opening, archive, entry))
            except RejectedInput as error:
                yield opening.refused(entry.filename, str(error))
                continue
            yield from _listed(Opening(inner, opening.budget, opening.given), opening, pages, left_out)
    missing = sorted(pages.titles.keys() - pages.found)
    yield from (opening.refused(url, "the list of pages names it, and no record holds it") for url in missing)
    yield from opening.passed_over("resources of pages", left_out)


def _listed(warc: Opening, opening: Opening, pages: _Pages, left_out: Counter[str]) -> Iterator[Found]:
    for found in open_warc(warc):
        url = found.url if isinstance(found, Capture) else found.name.partition("!/")[2]
        if url in pages.titles:
            pages.found.add(url)
        elif pages.titles and url and (isinstance(found, Refused) or found.media_type in {HTML, TEXT}):
            left_out["not in the list of pages"] += 1
            continue
        if isinstance(found, Capture):
            yield replace(found, container=opening.sha256, title=pages.titles.get(url or "") or found.title)
        else:
            yield found


def _pages(opening: Opening, archive: ZipFile) -> _Pages:
    pages = _Pages()
    for name in _LISTS:
        entry = archive.NameToInfo.get(name)
        rows = contents(opening, archive, entry).splitlines() if entry else []
        for row in filter(None, map(bytes.strip, rows)):
            page = read_json(row)
            if isinstance(page, dict) and (url := line(page.get("url"))):
                pages.titles[url] = line(page.get("title"))
    return pages
