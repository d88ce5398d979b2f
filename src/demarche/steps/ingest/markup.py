"""A forgiving reader of HTML that never recurses and never goes back: cost linear in the page, whatever the page.

It serves three ends: it measures how deep the tags nest before a parser that gives up on deep pages may see it, it takes out
everything that a reader of the page would not see, and it keeps a plain text of its own to fall back on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from demarche.steps.ingest.hidden import hiding_selectors, is_hidden, on_plain_ground, unescape
from demarche.steps.ingest.page import Kind

_NAME = re.compile(r"[a-zA-Z][^\s/>]{0,60}")
_ATTRIBUTE = re.compile(r"[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"'][^\s>]*))?)?")
_COMMENT_END = re.compile(r"--!?>")
"""Browsers also take `<!-->` for a whole comment, and `--!>` for the end of one."""
_TAG_END = re.compile(r"[\s/]*>?")
_RAW_END = {
    name: re.compile(rf"</{name}\b[^>]*>?", re.IGNORECASE) for name in ("script", "style", "title", "textarea", "iframe", "xmp")
}
_SPACES = re.compile(r"\s+")

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 "
    "h4 h5 h6 header hr html legend li main nav ol option p pre section summary table tbody td tfoot th thead tr ul".split()
)
_CLOSES_ITSELF = frozenset("p li dt dd tr td th option".split())
_UNSEEN = frozenset(
    "template noscript script style title svg math object audio video canvas iframe datalist textarea select button".split()
)
_APART = frozenset("nav aside footer".split())
_CELLS = frozenset({"td", "th"})
_KINDS = {"li": Kind.ITEM, "tr": Kind.TABLE, "td": Kind.TABLE, "th": Kind.TABLE, "pre": Kind.CODE, "h1": Kind.TITLE}
_KINDS.update({f"h{level}": Kind.HEADING for level in range(2, 7)})

_WALK_LIMIT = 64


@dataclass(frozen=True, slots=True)
class Tag:
    """A start or end tag; `start` and `end` are its place in the source."""

    name: str
    closing: bool
    attributes: dict[str, str]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class VisibleBlock:
    """The visible text of one block element; `apart` when it stands in a menu, an aside, a footer or a form."""

    text: str
    kind: Kind | None
    apart: bool


@dataclass
class Reading:
    """What one pass over a page found. `source` is the page without what is hidden; `shown` and `hidden` count characters of
    text, of which scripts and the like are neither."""

    source: list[str] = field(default_factory=list)
    blocks: list[VisibleBlock] = field(default_factory=list)
    heads: list[Tag] = field(default_factory=list)
    title: str | None = None
    linked_data: list[str] = field(default_factory=list)
    depth: int = 0
    tags: int = 0
    shown: int = 0
    hidden: int = 0


def tokens(page: str) -> Iterator[Tag | tuple[int, int]]:
    """Tags, and the stretches of text between them. Raw elements (scripts and their like) come as a start tag, their text, and
    an end tag; comments and declarations are left out.
    """
    position, size, last_close = 0, len(page), page.rfind(">")
    while position < size:
        start = page.find("<", position)
        if start < 0 or start > last_close:
            comment = page.find("<!--", position)
            yield position, comment if comment >= 0 else size
            return
        if start > position:
            yield position, start
        tag = _tag(page, start)
        if tag is None:
            position = _skip(page, start)
            if position == start + 1:
                yield start, position
            continue
        yield tag
        position = tag.end
        if tag.name in _RAW_END and not tag.closing:
            found = _RAW_END[tag.name].search(page, position)
            stop = found.start() if found else size
            yield position, stop
            yield Tag(tag.name, True, {}, stop, stop)
            position = found.end() if found else size


def _tag(page: str, start: int) -> Tag | None:
    closing = page.startswith("/", start + 1)
    name = _NAME.match(page, start + 1 + closing)
    if not name:
        return None
    attributes: dict[str, str] = {}
    position = name.end()
    while found := _ATTRIBUTE.match(page, position):
        if not closing and len(attributes) < 100:
            attributes.setdefault(found[1].lower(), found[2] or found[3] or found[4] or "")
        position = found.end()
    ending = _TAG_END.match(page, position)
    return Tag(name[0].lower(), closing, attributes, start, ending.end() if ending else position)


def _skip(page: str, start: int) -> int:
    """Past a comment, a declaration or an instruction; one character on when it is none, for then it is text."""
    if page.startswith("<!--", start):
        found = _COMMENT_END.search(page, start + 2)
        return found.end() if found else len(page)
    if page.startswith(("<!", "<?", "</"), start):
        end = page.find(">", start)
        return end + 1 if end >= 0 else len(page)
    return start + 1


class _Reader:
    """The state of one pass: which elements are open, since where the page is hidden, and the block being gathered."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.hiding = hiding_selectors(page)
        self.plain_ground = on_plain_ground(page)
        self.found = Reading()
        self.open: list[str] = []
        self.counts: Counter[str] = Counter()
        self.hidden_from: int | None = None
        self.declared_hidden = False
        self.laid_out = False
        """Whether the open table row holds more than a line a cell: such a table is there for the layout."""
        self.joined = False
        self.words: list[str] = []

    def run(self) -> Reading:
        for token in tokens(self.page):
            if isinstance(token, tuple):
                self.text(self.page[token[0] : token[1]])
            elif token.closing:
                self.end(token)
            else:
                self.start(token)
        self.flush()
        return self.found

    def text(self, raw: str) -> None:
        inside = self.open[-1] if self.open else ""
        if inside == "title" and self.found.title is None and "svg" not in self.open[-4:]:
            self.found.title = _SPACES.sub(" ", unescape(raw[:2000])).strip() or None
        if inside == "script" and '"@' in raw and len(raw) < 500_000:
            self.found.linked_data.append(raw)
        if self.hidden_from is None:
            self.words.append(raw)
            self.found.source.append(raw)
            self.found.shown += len(raw)
        elif self.declared_hidden:
            self.found.hidden += len(raw)

    def start(self, tag: Tag) -> None:
        self.found.tags += 1
        if tag.name in {"meta", "link", "time"} and len(self.found.heads) < 2000:
            self.found.heads.append(tag)
        if tag.name in _CELLS and self.words and not self.laid_out:
            self.words.append(" | ")
            self.joined = True
        elif tag.name in _BLOCKS or tag.name == "br":
            self.laid_out = tag.name != "tr" and (self.laid_out or bool(self.words))
            self.flush()
        self.close_implied(tag.name)
        if tag.name in VOID:
            self.keep(tag)
            return
        if self.hidden_from is None and (tag.name in _UNSEEN or self.is_hidden(tag)):
            self.hidden_from = len(self.open)
            self.declared_hidden = tag.name not in _UNSEEN
        self.open.append(tag.name)
        self.counts[tag.name] += 1
        self.found.depth = max(self.found.depth, len(self.open))
        self.keep(tag)

    def is_hidden(self, tag: Tag) -> bool:
        return is_hidden(tag.name, tag.attributes, self.hiding, self.plain_ground)

    def close_implied(self, name: str) -> None:
        """A paragraph ends where a block starts, a list item where the next one does."""
        ended = "p" if name in _BLOCKS and self.counts["p"] else name
        if (ended == "p" or ended in _CLOSES_ITSELF) and self.counts[ended] and self.reachable(ended):
            while self.pop() != ended:
                pass

    def end(self, tag: Tag) -> None:
        if tag.name in _BLOCKS and tag.name not in _CELLS:
            self.flush()
        if not self.counts[tag.name] or (tag.name not in _BLOCKS and not self.reachable(tag.name)):
            return
        hidden_from = self.hidden_from
        while self.pop() != tag.name:
            pass
        if hidden_from is None or len(self.open) < hidden_from:
            self.found.source.append(f"</{tag.name}>")

    def reachable(self, name: str) -> bool:
        """Whether an inline end tag finds its start before a block does: `</b>` closes no `div`."""
        for other in self.open[: -_WALK_LIMIT - 1 : -1]:
            if other == name:
                return True
            if other in _BLOCKS:
                return False
        return False

    def pop(self) -> str:
        name = self.open.pop()
        self.counts[name] -= 1
        if self.hidden_from is not None and len(self.open) <= self.hidden_from:
            self.hidden_from = None
        return name

    def keep(self, tag: Tag) -> None:
        if self.hidden_from is None:
            self.found.source.append(self.page[tag.start : tag.end])

    def flush(self) -> None:
        if not self.words:
            return
        text = _SPACES.sub(" ", unescape("".join(self.words))).strip()
        self.words.clear()
        if text:
            kind = next((_KINDS[name] for name in reversed(self.open[-6:]) if name in _KINDS), None)
            kind = None if kind is Kind.TABLE and not self.joined else kind
            apart = any(self.counts[name] for name in _APART)
            self.found.blocks.append(VisibleBlock(text, kind, apart))
        self.joined = False


def read_markup(page: str) -> Reading:
    """One pass over a page."""
    return _Reader(page).run()
