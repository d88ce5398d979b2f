"""ODT: paragraphs, headings, list items and rows of tables, with the number of the paragraph.

What was deleted with changes tracked and comments are no text. What a style hides, white on no ground, or too small to be read
stays in the text, told to be hidden. Headers and footers are page furniture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from demarche.errors import RejectedInput
from demarche.steps.ingest import fileinfo
from demarche.steps.ingest.office.lines import Span, lines, page, row
from demarche.steps.ingest.office.package import Package, is_white
from demarche.steps.ingest.page import Kind, Line, Metadata, Page

KIND = "an OpenDocument text (ODT)"
_PASSED = frozenset(
    "tracked-changes annotation annotation-end note-citation hidden-text sequence-decls variable-decls user-field-decls forms "
    "ruby-text scripts desc title".split()
)
"""Elements whose text is none of the document's."""
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}text"
_INDEXES = frozenset(
    "table-of-content illustration-index table-index object-index user-index alphabetical-index bibliography".split()
)
_SPACES = frozenset("s tab line-break".split())
_EDGES = re.compile(r"(?:header|footer)(?:-left|-first)?")
_SIZE = re.compile(r"(\d+(?:\.\d+)?)pt")
_TINY = 3.0
"""Size in points below which nobody reads."""
_STYLE_DEPTH = 20


@dataclass(frozen=True, slots=True)
class _Style:
    parent: str | None
    hidden: bool
    grounded: bool


def read_odt(data: bytes) -> Page:
    """The text of an ODT file. Raises RejectedInput when it cannot be read."""
    package = Package(data, KIND)
    if b"encryption-data" in (package.bytes("META-INF/manifest.xml") or b""):
        raise RejectedInput(f"it is {KIND} that needs a password: save it without one, and read that")
    tree = package.tree("content.xml")
    body = None if tree is None else next(tree.iter(_TEXT), None)
    if tree is None or body is None:
        raise RejectedInput(f"it is {KIND} without a text: open it elsewhere and save it anew")
    common = package.tree("styles.xml")
    walk = _Walk(_styles(tree) if common is None else _styles(common) | _styles(tree))
    found = list(walk.blocks(body))
    edges = dict.fromkeys(line.text for line in walk.edges(common))
    found.extend(Line(text, Kind.RUNNING, "header or footer") for text in edges)
    return page(found, _metadata(package), KIND)


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _told(element: Any, name: str) -> str | None:
    """An attribute by its name without the namespace."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)


def _styles(tree: Any) -> dict[str, _Style]:
    found: dict[str, _Style] = {}
    for element in tree.iter():
        name = _told(element, "name") if _tag(element) == "style" else None
        if name is None:
            continue
        own = [child for child in element if _tag(child).endswith("-properties")]
        size = _SIZE.fullmatch(next((value for each in own if (value := _told(each, "font-size"))), ""))
        grounded = any(_told(each, "background-color") not in {None, "transparent"} for each in own)
        white = any(is_white(_told(each, "color")) for each in own) and not grounded
        unseen = any(_told(each, "display") == "none" for each in own)
        tiny = size is not None and float(size[1]) < _TINY
        found[name] = _Style(_told(element, "parent-style-name"), unseen or white or tiny, grounded)
    return found


@dataclass
class _Walk:
    """One pass over a document, counting its paragraphs and tables."""

    styles: dict[str, _Style]
    paragraphs: int = 0
    tables: int = 0
    aside: list[Any] = field(default_factory=list)
    """Notes and text boxes that were met in the paragraph at hand."""

    def blocks(self, parent: Any, kind: Kind | None = None, hidden: bool = False) -> Iterator[Line]:
        """The lines of everything below an element."""
        for element in parent:
            tag = _tag(element)
            if tag in {"p", "h"}:
                yield from self.paragraph(element, kind, hidden)
            elif tag == "table":
                self.tables += 1
                yield from self.table(element, self.tables, hidden)
            elif tag not in _PASSED:
                inner = Kind.CONTENTS if tag in _INDEXES else Kind.ITEM if tag == "list" else kind
                yield from self.blocks(element, inner, hidden or _is_unseen(element))

    def paragraph(self, element: Any, kind: Kind | None, hidden: bool) -> Iterator[Line]:
        self.aside = []
        place = f"paragraph {self.paragraphs + 1}"
        found = lines(self.spans(element, hidden), kind or self.kind(element), place)
        self.paragraphs += bool(found)
        aside = self.aside
        yield from found
        for each in aside:
            yield from self.blocks(each, None, hidden)

    def table(self, element: Any, number: int, hidden: bool) -> Iterator[Line]:
        at = 0
        for each in element.iter():
            if _tag(each) != "table-row":
                continue
            at += 1
            if next(parent for parent in each.iterancestors() if _tag(parent) == "table") is element:
                cells = [list(self.spans(cell, hidden, True)) for cell in each if _tag(cell) == "table-cell"]
                yield from row(cells, f"table {number}, row {at}")

    def edges(self, tree: Any | None) -> Iterator[Line]:
        for element in () if tree is None else tree.iter():
            if _EDGES.fullmatch(_tag(element)):
                yield from (line for line in self.blocks(element) if line.kind is not Kind.HIDDEN)

    def spans(self, parent: Any, hidden: bool, in_table: bool = False) -> Iterator[Span]:
        """The words below an element, in order."""
        hidden = hidden or _is_unseen(parent) or (not in_table and self.is_hidden(_told(parent, "style-name")))
        if parent.text and _tag(parent) not in {"list", "table-cell"}:
            yield Span(parent.text, hidden)
        for element in parent:
            tag = _tag(element)
            if tag in _SPACES:
                yield Span(" ", hidden)
            elif tag in {"note-body", "text-box"} and not in_table:
                self.aside.append(element)
            elif tag not in _PASSED:
                yield from self.spans(element, hidden, in_table)
            if element.tail and tag not in {"p", "h", "list-item"}:
                yield Span(element.tail, hidden)
        if _tag(parent) in {"p", "h"}:
            yield Span(" ", hidden)

    def is_hidden(self, style: str | None) -> bool:
        for _ in range(_STYLE_DEPTH):
            known = self.styles.get(style or "")
            if known is None or known.grounded:
                return False
            if known.hidden:
                return True
            style = known.parent
        return False

    def kind(self, element: Any) -> Kind | None:
        """What a paragraph is by its element and style."""
        style = _told(element, "style-name") or ""
        for _ in range(_STYLE_DEPTH):
            if style == "Title":
                return Kind.TITLE
            if style in {"Subtitle", "Heading"}:
                return Kind.HEADING
            known = self.styles.get(style)
            style = (known.parent if known else None) or ""
        return Kind.HEADING if _tag(element) == "h" else None


def _is_unseen(element: Any) -> bool:
    return _told(element, "display") == "none" or _told(element, "is-hidden") == "true"


def _metadata(package: Package) -> Metadata:
    try:
        tree = package.tree("meta.xml")
    except RejectedInput:
        tree = None  # the text is there, whatever is wrong with what is said about it
    told = {_tag(element): element.text for element in (() if tree is None else tree.iter())}
    return Metadata(
        title=fileinfo.title(told.get("title")),
        author=fileinfo.author(told.get("initial-creator") or told.get("creator")),
        created=fileinfo.created(told.get("creation-date")),
    )
