"""STIX 2.0 and 2.1 bundles: what people wrote in them becomes reports, and the rest is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from demarche.model.atoms import Marking
from demarche.steps.unpack.marks import STIX_IDS, strictest, tlp
from demarche.steps.unpack.opening import Found, Known, Opening
from demarche.steps.unpack.words import address, day, language, line, plain

TEXTS: Mapping[str, tuple[str, str]] = {
    "report": ("name", "description"),
    "note": ("abstract", "content"),
    "opinion": ("opinion", "explanation"),
    "incident": ("name", "description"),
    "campaign": ("name", "description"),
    "intrusion-set": ("name", "description"),
    "threat-actor": ("name", "description"),
}
"""The types that are read, and which of their properties are title and text."""

Thing = Mapping[str, Any]


def objects(value: Any) -> Sequence[Any] | None:
    """The objects of a bundle, of a TAXII envelope, or of a bare list; None for what is none of these."""
    if isinstance(value, dict) and value.get("type") == "bundle":
        held = value.get("objects")
        return held if isinstance(held, list) else []
    if isinstance(value, dict) and _is_object(value):
        return [value]
    held = value.get("objects") if isinstance(value, dict) else value
    return held if isinstance(held, list) and held and all(map(_is_object, held)) else None


def _is_object(value: Any) -> bool:
    kind = value.get("type") if isinstance(value, dict) else None
    return isinstance(kind, str) and str(value.get("id")).startswith(f"{kind}--")


def open_stix(opening: Opening, held: Sequence[Any]) -> Iterator[Found]:
    """A report for each object in which people wrote something."""
    things = [one for one in held if isinstance(one, dict)]
    known = {str(one.get("id")): one for one in things}
    left_out = Counter({"object of no type": len(held) - len(things)}) if len(things) < len(held) else Counter()
    for thing in things:
        kind = str(thing.get("type"))
        if kind in TEXTS:
            yield _report(opening, thing, known)
        else:
            left_out[line(kind) or "object of no type"] += 1
    yield from opening.passed_over("objects", left_out)


def _report(opening: Opening, thing: Thing, known: Mapping[str, Thing]) -> Found:
    kind = str(thing["type"])
    title_name, text_name = TEXTS[kind]
    title, text = line(thing.get(title_name)), thing.get(text_name)
    place = line(thing.get("id")) or kind
    if thing.get("revoked") is True:
        return opening.refused(place, f"the {kind} was revoked by its author")
    if not isinstance(text, str) or not text.strip():
        return opening.refused(
            place, f"the {kind} {title!r} has no {text_name}: there is nothing to read" if title else "it has no text"
        )
    return opening.member(place, plain(title, text), **_known(thing, title, known))


def _known(thing: Thing, title: str | None, known: Mapping[str, Thing]) -> Known:
    creator = known.get(str(thing.get("created_by_ref")), {})
    authors = thing.get("authors")
    return {
        "title": title,
        "url": _url(thing),
        "publisher": line(creator.get("name")),
        "published": day(thing.get("published")) or day(thing.get("created")),
        "author": line(", ".join(map(str, authors))) if isinstance(authors, list) else None,
        "language": language(thing.get("lang")),
        "marking": strictest(_marking(mark, known) for mark in _marks(thing)),
    }


def _url(thing: Thing) -> str | None:
    references = thing.get("external_references")
    listed = references if isinstance(references, list) else []
    return next((url for one in listed if isinstance(one, dict) and (url := address(one.get("url")))), None)


def _marks(thing: Thing) -> Iterator[str]:
    """Those of the whole object, and those of parts of it, since its parts are not told apart later."""
    whole, parts = thing.get("object_marking_refs"), thing.get("granular_markings")
    yield from (str(mark) for mark in (whole if isinstance(whole, list) else ()))
    yield from (
        str(part["marking_ref"])
        for part in (parts if isinstance(parts, list) else ())
        if isinstance(part, dict) and "marking_ref" in part
    )


def _marking(mark: str, known: Mapping[str, Thing]) -> Marking:
    """A statement of copyright or terms restricts nobody; what the bundle does not explain is for nobody."""
    if mark in STIX_IDS:
        return STIX_IDS[mark]
    told = known.get(mark)
    if told is None:
        return Marking.RED
    extensions = told.get("extensions")
    for extension in extensions.values() if isinstance(extensions, dict) else ():
        if isinstance(extension, dict) and "tlp_2_0" in extension:
            return tlp(str(extension["tlp_2_0"]))
    definition = told.get("definition")
    if told.get("definition_type") == "tlp" and isinstance(definition, dict):
        return tlp(str(definition.get("tlp")))
    return Marking.CLEAR if told.get("definition_type") == "statement" else Marking.RED
