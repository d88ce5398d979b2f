"""What a reader of a page would not see: elements hidden by attribute, by style, by a class that everybody hides, or by the
page's own style sheets. Such text must not become a claim.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from itertools import islice

_HIDING_STYLE = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|"
    r"font-size\s*:\s*(?:0+(?:\.0*)?|\.0+)\s*(?:px|pt|em|rem|%)?\s*(?:;|!|$)|"
    r"opacity\s*:\s*(?:0+(?:\.0*)?|\.0+)\s*(?:;|!|$)|(?:text-indent|left|top|right)\s*:\s*-\d{3})",
    re.IGNORECASE,
)
_HIDING_CLASSES = frozenset(
    "hidden visually-hidden visuallyhidden sr-only d-none screen-reader-text is-hidden display-none".split()
)
_BRACE = re.compile("[{}]")
_SIMPLE_SELECTOR = re.compile(r"[.#][\w-]+")
_STYLE_LIMIT = 2000
_SHEETS_LIMIT = 50
_SHEET_LIMIT = 500_000


def unescape(text: str) -> str:
    """Character references as characters; a text with an absurd one (thousands of digits) stays as it is."""
    try:
        return html.unescape(text)
    except ValueError:
        return text


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Selector and declarations of the rules that hold on every screen: those outside of other braces."""
    depth = start = body = 0
    selector = ""
    for brace in _BRACE.finditer(sheet):
        if brace[0] == "{":
            if depth == 0:
                selector, body = sheet[start : brace.start()].strip(), brace.end()
            depth += 1
            continue
        depth = max(0, depth - 1)
        if depth == 0:
            start = brace.end()
            if not selector.startswith("@"):
                yield selector, sheet[body : brace.start()]


def hiding_selectors(page: str) -> frozenset[str]:
    """The classes (`.x`) and identifiers (`#x`) that the page's own style sheets hide outright."""
    found: set[str] = set()
    for start in islice(re.finditer(r"<style\b[^>]{0,500}>", page, re.IGNORECASE), _SHEETS_LIMIT):
        limit = start.end() + _SHEET_LIMIT
        end = page.find("</", start.end(), limit)
        for selector, declarations in _rules(page[start.end() : end if end >= 0 else limit]):
            if _HIDING_STYLE.search(declarations[:_STYLE_LIMIT]):
                found.update(name.strip() for name in selector.split(",") if _SIMPLE_SELECTOR.fullmatch(name.strip()))
    return frozenset(found)


def is_hidden(name: str, attributes: Mapping[str, str], hiding: frozenset[str]) -> bool:
    """Whether an element of this name and these attributes is hidden; `hiding` are the selectors that style sheets hide."""
    if "hidden" in attributes or (name == "dialog" and "open" not in attributes):
        return True
    if not attributes:
        return False
    style = unescape(attributes.get("style", "")[:_STYLE_LIMIT])
    if attributes.get("aria-hidden", "").lower() == "true" or _HIDING_STYLE.search(style):
        return True
    classes = attributes.get("class", "").split()
    if any(known in _HIDING_CLASSES or f".{known}" in hiding for known in classes):
        return True
    return f"#{attributes.get('id')}" in hiding
