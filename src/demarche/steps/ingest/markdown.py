"""Markdown: the text stays as it is; what is learned is which lines are headings, items, code, rules and front matter."""

from __future__ import annotations

import re

from demarche.steps.ingest.dates import find_dates
from demarche.steps.ingest.page import Kind, Metadata, Page

_HEADING = re.compile(r"(#{1,6})\s+\S")
_UNDERLINE = re.compile(r"(=+|-{2,})\s*$")
_FENCE = re.compile(r"(`{3,}|~{3,})")
_RULE = re.compile(r"\s*(?:(?:[*_-]\s*){3,}|#+|\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?)?)\s*$")
_ITEM = re.compile(r"\s*(?:[*+•‣◦▪–-]|\d{1,3}[.)]|\(?[a-z]\))\s+\S")
_TABLE = re.compile(r"\s*\|.*\|\s*$")
_FIELD = re.compile(r"([A-Za-z][A-Za-z _-]{1,30})\s*:\s*(.*)")
_KNOWN = frozenset(
    "subject from to cc title date published publisher source site author url link canonical description tags".split()
)
_FRONT_MATTER_LINES = 40
_LINE_LIMIT = 2000


def line_kinds(text: str) -> dict[int, Kind]:
    """What the lines that markup says something about are, by the offset at which they start."""
    kinds: dict[int, Kind] = {}
    position, fence, before = 0, "", -1
    for line in text.split("\n"):
        kind, fence = _kind(line[:_LINE_LIMIT], fence, before >= 0)
        if kind is Kind.HEADING and before >= 0 and _UNDERLINE.match(line):
            kinds[before] = Kind.TITLE if line[0] == "=" else Kind.HEADING
            kind = Kind.RULE
        if kind:
            kinds[position] = kind
        before = position if line.strip() and kind is None else -1
        position += len(line) + 1
    return kinds


def _kind(line: str, fence: str, after_text: bool) -> tuple[Kind | None, str]:
    """What a line is, and the fence that is open after it."""
    first = line.lstrip()[:1]
    if not fence and (not first or first.isupper()):
        return None, ""
    mark = _FENCE.match(line.strip())
    if fence:
        return Kind.CODE, "" if mark and mark[1].startswith(fence) else fence
    if mark and not line.strip().endswith("```", 4):
        return Kind.CODE, mark[1]
    heading = _HEADING.match(line)
    if heading:
        return (Kind.TITLE if len(heading[1]) == 1 else Kind.HEADING), ""
    if after_text and _UNDERLINE.match(line):
        return Kind.HEADING, ""
    for shape, kind in ((_RULE, Kind.RULE), (_ITEM, Kind.ITEM), (_TABLE, Kind.TABLE)):
        if shape.match(line):
            return kind, ""
    return None, ""


def front_matter(text: str) -> tuple[int, Metadata]:
    """Where the fields at the top of a text end (0 when it has none), and what they say. They may stand between `---` lines."""
    lines = text[:8000].split("\n")[:_FRONT_MATTER_LINES]
    fenced = bool(lines) and lines[0].rstrip() in {"---", "+++"}
    fields: dict[str, str] = {}
    position = len(lines[0]) + 1 if fenced else 0
    for line in lines[fenced:]:
        found = _FIELD.fullmatch(line.strip()[:500])
        if fenced and line.rstrip() in {"---", "..."}:
            position += len(line) + 1
            break
        if not found and not (fenced and line.startswith((" ", "-", "#"))):
            break
        if found:
            fields.setdefault(found[1].strip().lower(), found[2].strip().strip("\"'"))
        position += len(line) + 1
    if len(_KNOWN & fields.keys()) < (1 if fenced else 2):
        return 0, Metadata()
    return min(position, len(text)), _metadata(fields)


def _metadata(fields: dict[str, str]) -> Metadata:
    dates = find_dates(fields.get("date") or fields.get("published") or "")
    address = fields.get("url") or fields.get("link") or fields.get("canonical") or ""
    return Metadata(
        title=fields.get("title") or fields.get("subject") or None,
        author=fields.get("author") or None,
        publisher=fields.get("publisher") or fields.get("source") or fields.get("site") or None,
        published=dates[0].date if dates else None,
        url=address if address.startswith(("https://", "http://")) else None,
    )


def read_text(text: str) -> Page:
    """A page of text or Markdown, its front matter told from its text. Plain text is read the same way, for reports saved as
    text keep their headings and lists.
    """
    end, known = front_matter(text)
    kinds = {start: kind for start, kind in line_kinds(text).items() if start >= end}
    position = 0
    for line in text[:end].split("\n"):
        if position < end:
            kinds[position] = Kind.FRONT_MATTER
        position += len(line) + 1
    return Page(text, kinds, known)
