"""DOCX: paragraphs, headings, list items and rows of tables, with the number of the paragraph.

What was deleted with changes tracked, comments, instructions of fields and alternative renderings are no text. Runs that are
marked as hidden, white on no ground, or too small to be read stay in the text, told to be hidden. Headers and footers are page
furniture; footnotes come last.
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

KIND = "a Word document (DOCX)"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_MAIN = re.compile(r"word/document\d*\.xml")
_EDGES = re.compile(r"word/(?:header|footer)\d*\.xml")
_NOTES = (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote"))
_PASSED = frozenset(
    "del moveFrom instrText delText comment annotationRef rt pPr rPr tblPr trPr tcPr sectPr Fallback pict".split()
)
"""Elements whose text is none of the document's."""
_SPACES = frozenset("tab br cr ptab".split())
_TINY = 6
"""Size in half points below which nobody reads; footnotes have sixteen and more."""
_OFF = frozenset(("0", "false", "off", "none"))
_STYLE_DEPTH = 20


@dataclass
class _Style:
    name: str
    based_on: str | None
    hidden: bool
    outlined: bool
    listed: bool


def read_docx(data: bytes) -> Page:
    """The text of a DOCX file. Raises RejectedInput when it cannot be read."""
    package = Package(data, KIND)
    main = next((name for name in package.names if _MAIN.fullmatch(name)), None)
    tree = package.tree(main) if main else None
    if tree is None:
        raise RejectedInput(f"it is {KIND} without a text: open it elsewhere and save it anew")
    walk = _Walk(_styles(package.tree("word/styles.xml")))
    body = next((element for element in tree if _tag(element) == "body"), tree)
    found = list(walk.blocks(body))
    for name, what in _NOTES:
        found.extend(walk.notes(package.tree(name), what))
    edges = dict.fromkeys(
        line.text for name in package.names if _EDGES.fullmatch(name) for line in walk.edge(package.tree(name))
    )
    found.extend(Line(text, Kind.RUNNING, "header or footer") for text in edges)
    return page(found, _metadata(package), KIND)


def _tag(element: Any) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _value(parent: Any, *names: str) -> str | None:
    """The `val` of a descendant, one name for each level; None where there is none, empty where it has no value."""
    for name in names:
        parent = next((child for child in parent if _tag(child) == name), None) if parent is not None else None
    return None if parent is None else next((value for key, value in parent.attrib.items() if key.endswith("}val")), "")


def _is_on(parent: Any, *names: str) -> bool:
    told = _value(parent, *names)
    return told is not None and told.lower() not in _OFF


def _child(parent: Any, name: str) -> Any | None:
    return next((child for child in parent if _tag(child) == name), None)


def _styles(tree: Any | None) -> dict[str, _Style]:
    found: dict[str, _Style] = {}
    for element in () if tree is None else tree:
        if _tag(element) == "style":
            identifier = next((value for key, value in element.attrib.items() if key.endswith("}styleId")), "")
            found[identifier] = _Style(
                name=(_value(element, "name") or "").lower(),
                based_on=_value(element, "basedOn"),
                hidden=_is_on(element, "rPr", "vanish"),
                outlined=_value(element, "pPr", "outlineLvl") not in {None, "9"},
                listed=_child(element, "pPr") is not None and _value(element, "pPr", "numPr") is not None,
            )
    return found


@dataclass
class _Walk:
    """One pass over the parts of a document, counting its paragraphs and tables."""

    styles: dict[str, _Style]
    paragraphs: int = 0
    tables: int = 0
    boxes: list[Any] = field(default_factory=list)
    """Text boxes that were met in the paragraph at hand."""

    def blocks(self, parent: Any) -> Iterator[Line]:
        """The lines of everything below an element."""
        for element in parent:
            tag = _tag(element)
            if tag == "p":
                yield from self.paragraph(element)
            elif tag == "tbl":
                self.tables += 1
                yield from self.table(element, self.tables)
            elif tag not in _PASSED:
                yield from self.blocks(element)

    def paragraph(self, element: Any) -> Iterator[Line]:
        self.boxes = []
        found = lines(self.spans(element), self.kind(element), f"paragraph {self.paragraphs + 1}")
        self.paragraphs += bool(found)
        boxes = self.boxes
        yield from found
        for box in boxes:
            yield from self.blocks(box)

    def table(self, element: Any, number: int) -> Iterator[Line]:
        at = 0
        for each in element.iter(f"{_W}tr", f"{_STRICT}tr"):
            at += 1
            if next(each.iterancestors(f"{_W}tbl", f"{_STRICT}tbl"), None) is not element:
                continue  # a row of a table within a cell: its words are in the cell's
            cells = [list(self.spans(cell, True)) for cell in each if _tag(cell) in {"tc", "sdt"}]
            yield from row(cells, f"table {number}, row {at}")

    def notes(self, tree: Any | None, what: str) -> Iterator[Line]:
        """The footnotes or endnotes; those with a type are rules between text and notes."""
        number = 0
        for element in () if tree is None else tree:
            if not any(key.endswith("}type") for key in element.attrib):
                number += 1
                yield from lines(self.spans(element), None, f"{what} {number}")

    def edge(self, tree: Any | None) -> Iterator[Line]:
        for element in () if tree is None else tree.iter(f"{_W}p", f"{_STRICT}p"):
            yield from (line for line in lines(self.spans(element), None, "") if line.kind is not Kind.HIDDEN)

    def spans(self, parent: Any, in_table: bool = False, hidden: bool = False) -> Iterator[Span]:
        """The words below an element, in order."""
        tag = _tag(parent)
        if tag == "p":
            hidden = hidden or self.is_styled_hidden(_value(parent, "pPr", "pStyle"))
            in_table = (
                in_table or _child(_child(parent, "pPr") if _child(parent, "pPr") is not None else parent, "shd") is not None
            )
        elif tag == "r":
            hidden = hidden or self.is_hidden(_child(parent, "rPr"), in_table)
        for element in parent:
            name = _tag(element)
            if name == "t":
                yield Span(element.text or "", hidden)
            elif name in _SPACES:
                yield Span(" ", hidden)
            elif name == "noBreakHyphen":
                yield Span("-", hidden)
            elif name == "txbxContent" and not in_table:
                self.boxes.append(element)
            elif name not in _PASSED:
                yield from self.spans(element, in_table, hidden)
        if tag == "p":
            yield Span(" ", hidden)

    def is_hidden(self, properties: Any | None, on_ground: bool) -> bool:
        """Whether a run is marked as hidden, white on no ground, or tiny."""
        if properties is None:
            return False
        told = _value(properties, "vanish")
        if told is not None:
            return told.lower() not in _OFF
        size = _value(properties, "sz") or ""
        if size.isdecimal() and int(size) < _TINY:
            return True
        grounded = on_ground or _child(properties, "shd") is not None or _child(properties, "highlight") is not None
        white = is_white(_value(properties, "color")) and not grounded
        return white or self.is_styled_hidden(_value(properties, "rStyle"))

    def is_styled_hidden(self, style: str | None) -> bool:
        return any(each.hidden for each in self.chain(style))

    def kind(self, element: Any) -> Kind | None:
        """What a paragraph is by its style."""
        chain = list(self.chain(_value(element, "pPr", "pStyle")))
        names = [each.name for each in chain]
        if names[:1] == ["title"]:
            return Kind.TITLE
        outlined = _value(element, "pPr", "outlineLvl") not in {None, "9"}
        if outlined or any(each.outlined or each.name.startswith(("heading", "subtitle")) for each in chain):
            return Kind.HEADING
        if any(name.startswith("toc ") for name in names):
            return Kind.CONTENTS
        if _value(element, "pPr", "numPr") is not None or any(each.listed or each.name.startswith("list ") for each in chain):
            return Kind.ITEM
        return None

    def chain(self, style: str | None) -> Iterator[_Style]:
        """A style and those it is based on."""
        for _ in range(_STYLE_DEPTH):
            known = self.styles.get(style or "")
            if known is None:
                return
            yield known
            style = known.based_on


def _metadata(package: Package) -> Metadata:
    try:
        tree = package.tree("docProps/core.xml")
    except RejectedInput:
        tree = None  # the text is there, whatever is wrong with what is said about it
    told = {_tag(element): element.text for element in (() if tree is None else tree)}
    return Metadata(
        title=fileinfo.title(told.get("title")),
        author=fileinfo.author(told.get("creator")),
        created=fileinfo.created(told.get("created")),
    )
