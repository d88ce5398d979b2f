"""What a reader of a page would not see: elements hidden by attribute, by style, by a class that everybody hides, or by the
page's own style sheets. Such text must not become a claim.

What only a browser could tell is not: styles from other files, selectors that look at other elements, colours on pictures.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice

_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))")
_LENGTH = re.compile(r"([+-]?(?:\d+\.?\d*|\.\d+))(px|pt|em|rem|ex|ch|vw|vh|vmin|vmax|%|cm|mm|in)?$")
_PIXELS = {
    "pt": 4 / 3,
    "em": 16.0,
    "rem": 16.0,
    "ex": 8.0,
    "ch": 8.0,
    "vw": 12.8,
    "vh": 7.2,
    "cm": 38.0,
    "mm": 3.8,
    "in": 96.0,
    "pc": 16.0,
}
_SMALLEST_FONT = 2.5
"""Pixels below which nobody reads."""
_FAINTEST = 0.05
_FAR, _VERY_FAR = 100.0, 999.0
"""Pixels to the left or above at which an element that is placed, and one that is moved, is off the screen; pages with
columns move those by hundreds."""
_PLACED = ("left", "right", "top", "bottom", "text-indent", "inset-inline-start", "inset-block-start")
_MOVED = ("margin-left", "margin-top", "translate", "transform")
_NO_EXTENT = ("height", "max-height", "width", "max-width")
_MOVE = re.compile(r"(?:translate(?:x|y|3d)?\(\s*)?(-\d[\d.]*[a-z%]*)")
_NO_SCALE = re.compile(r"scale(?:3d|x|y)?\(\s*(?:0+(?:\.0*)?|\.0+)\s*[,)]")
_NO_CLIP = re.compile(r"rect\(\s*([01])(?:px)?[\s,]+([01])(?:px)?[\s,]+\1(?:px)?[\s,]+\2(?:px)?\s*\)")
_NO_PATH = re.compile(r"(?:inset\(\s*(?:[5-9]\d|100)%|circle\(\s*0)")
_NO_FILTER = re.compile(r"opacity\(\s*(?:0+(?:\.0*)?|\.0+)%?\s*\)")
_CLEAR = re.compile(r"transparent|(?:rgb|hsl)a?\([^)]*[,/]\s*(?:0+(?:\.0*)?|\.0+)%?\s*\)|#[0-9a-f]{6}00|#[0-9a-f]{3}0")
_FONT_SIZE = re.compile(r"(?:^|\s)([\d.]+(?:px|pt|em|rem|%)?)\s*(?:/|\s)")
_COLOURS = {
    "white": "ffffff",
    "black": "000000",
    "snow": "fffafa",
    "ivory": "fffff0",
    "whitesmoke": "f5f5f5",
    "ghostwhite": "f8f8ff",
}
_WHITE = re.compile(r"[ef][0-9a-f][ef][0-9a-f][ef][0-9a-f]")
_GROUNDED = re.compile(r"background|bgcolor|<link\b[^>]{0,500}stylesheet|@import", re.IGNORECASE)
_HIDING_CLASSES = frozenset(
    "hidden visually-hidden visuallyhidden sr-only d-none screen-reader-text is-hidden display-none".split()
)
_BRACE = re.compile("[{}]")
_SELECTOR = re.compile(r"(?:(?:html|body|main|article|\*)\s*>?\s+)*([a-z][\w-]*|\*)?((?:[.#][\w-]+)+)", re.IGNORECASE)
_SCREENS = re.compile(r"@(?:media\s+(?:only\s+)?(?:screen|all)\s*$|layer\b|supports\b)", re.IGNORECASE)
_CONDITIONS = 5
_SHEETS_LIMIT = 50
_SHEET_LIMIT = 500_000

Selectors = Mapping[str, frozenset[tuple[str, frozenset[str]]]]
"""By one of the classes (`.x`) and identifiers (`#x`) that an element must have: its name, empty for any, and all of them."""


def unescape(text: str) -> str:
    """Character references as characters; a text with an absurd one (thousands of digits) stays as it is."""
    try:
        return html.unescape(text)
    except ValueError:
        return text


def _rules(sheet: str, conditions: int = 0) -> Iterator[tuple[str, str]]:
    """Selector and declarations of the rules that hold on every screen: those outside of other braces."""
    depth = start = body = 0
    selector = ""
    for brace in _BRACE.finditer(sheet):
        if brace[0] == "{":
            if depth == 0:
                selector, body = sheet[start : brace.start()].rpartition(";")[2].strip(), brace.end()
            depth += 1
            continue
        depth = max(0, depth - 1)
        if depth == 0:
            start = brace.end()
            if not selector.startswith("@"):
                yield selector, sheet[body : brace.start()]
            elif conditions < _CONDITIONS and _SCREENS.match(selector):
                yield from _rules(sheet[body : brace.start()], conditions + 1)


def hiding_selectors(page: str) -> Selectors:
    """What the page's own style sheets hide outright."""
    found: dict[str, frozenset[tuple[str, frozenset[str]]]] = {}
    for start in islice(re.finditer(r"<style\b[^>]{0,500}>", page, re.IGNORECASE), _SHEETS_LIMIT):
        limit = start.end() + _SHEET_LIMIT
        end = page.find("</", start.end(), limit)
        for selector, declarations in _rules(_COMMENT.sub(" ", page[start.end() : end if end >= 0 else limit])):
            if hides(declarations):
                for each in filter(None, map(_SELECTOR.fullmatch, map(str.strip, selector.split(",")))):
                    needed = frozenset(re.findall(r"[.#][\w-]+", each[2]))
                    of_one = found.get(min(needed), frozenset())
                    found[min(needed)] = of_one | {((each[1] or "").lower().strip("*"), needed)}
    return found


def on_plain_ground(page: str) -> bool:
    """Whether nothing on a page gives any ground a colour, so that white text is white on white."""
    return not _GROUNDED.search(page)


def is_hidden(name: str, attributes: Mapping[str, str], hiding: Selectors, plain_ground: bool = False) -> bool:
    """Whether an element of this name and these attributes is hidden; `hiding` are the selectors that style sheets hide."""
    if "hidden" in attributes or (name == "dialog" and "open" not in attributes):
        return True
    if not attributes:
        return False
    style = attributes.get("style", "")
    if attributes.get("aria-hidden", "").lower() == "true" or (style and hides(unescape(style), plain_ground)):
        return True
    if plain_ground and _is_white(attributes.get("color", "")):
        return True
    own = {f".{known}" for known in attributes.get("class", "").split()}
    if any(known[1:] in _HIDING_CLASSES for known in own):
        return True
    own.add(f"#{attributes.get('id')}")
    return any(element in {"", name} and needed <= own for one in own for element, needed in hiding.get(one, ()))


@lru_cache(maxsize=512)
def hides(declarations: str, plain_ground: bool = False) -> bool:
    """Whether declarations of style leave nothing to see."""
    told = _declared(declarations)
    return _is_undisplayed(told) or _is_away(told) or _is_unreadable(told, plain_ground)


def _declared(declarations: str) -> dict[str, str]:
    """The values by their properties, the last one of each; escapes and comments resolved."""
    if "\\" in declarations or "/*" in declarations:
        declarations = _ESCAPE.sub(_escaped, _COMMENT.sub("", declarations))
    told: dict[str, str] = {}
    for declaration in declarations.lower().split(";"):
        name, _, value = declaration.partition(":")
        told[name.strip()] = value.replace("!important", "").strip()
    return told


def _escaped(found: re.Match[str]) -> str:
    if found[2]:
        return found[2]
    code = int(found[1], 16)
    return chr(code) if code < 0x110000 else ""


def _is_undisplayed(told: Mapping[str, str]) -> bool:
    if told.get("display") == "none" or told.get("visibility") in {"hidden", "collapse"}:
        return True
    if told.get("content-visibility") == "hidden" or _NO_PATH.search(told.get("clip-path", "")):
        return True
    if told.get("position") in {"absolute", "fixed"} and _NO_CLIP.search(told.get("clip", "")):
        return True
    clipped = any(told.get(name) in {"hidden", "clip"} for name in ("overflow", "overflow-x", "overflow-y"))
    return clipped and any(_pixels(told[name]) == 0 for name in _NO_EXTENT if name in told)


def _is_away(told: Mapping[str, str]) -> bool:
    """Whether an element is placed where no screen reaches."""
    if any(_pixels(told[name]) <= -_FAR for name in _PLACED if name in told):
        return True
    moves = (move[1] for name in _MOVED if name in told and (move := _MOVE.search(told[name])))
    return any(_pixels(move) <= -_VERY_FAR for move in moves) or bool(_NO_SCALE.search(told.get("transform", "")))


def _is_unreadable(told: Mapping[str, str], plain_ground: bool) -> bool:
    size = told.get("font-size") or next(iter(_FONT_SIZE.findall(told.get("font", ""))), "16px")
    if size[:1].isdigit() or size[:1] == ".":
        per_cent = size.endswith("%")
        if 0 <= _pixels(size.rstrip("%")) * (0.16 if per_cent else 1) < _SMALLEST_FONT:
            return True
    if 0 <= _number(told.get("opacity", "1")) < _FAINTEST or _number(told.get("zoom", "1")) == 0:
        return True
    colour = told.get("color", "")
    ground = told.get("background-color") or told.get("background", "")
    if _NO_FILTER.search(told.get("filter", "")) or _CLEAR.fullmatch(colour):
        return True
    return bool(colour) and (_colour(colour) == _colour(ground) if ground else plain_ground and _is_white(colour))


def _pixels(value: str) -> float:
    """A length in pixels of an ordinary screen; not a number where it is none."""
    found = _LENGTH.match(value.strip())
    return float(found[1]) * _PIXELS.get(found[2] or "px", 1.0) if found else float("nan")


def _number(value: str) -> float:
    try:
        return float(value.rstrip("%")) / (100 if value.endswith("%") else 1)
    except ValueError:
        return 1.0


def _colour(value: str) -> str:
    """Six hexadecimal digits for the ways in which colours are mostly written, else the value."""
    value = value.strip().lower()
    if re.fullmatch(r"#[0-9a-f]{3}", value):
        return "".join(2 * digit for digit in value[1:])
    parts = re.fullmatch(r"rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)", value)
    if parts:
        return "".join(f"{min(255, int(part)):02x}" for part in parts.groups())
    return _COLOURS.get(value, value.lstrip("#"))


def _is_white(value: str) -> bool:
    return bool(_WHITE.fullmatch(_colour(value)))
