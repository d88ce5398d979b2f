"""Sitemaps and their indexes: addresses, and no reports."""

from __future__ import annotations

from typing import Any, NoReturn

from demarche.errors import RejectedInput
from demarche.model.source import Link
from demarche.steps.unpack.limits import MEMBERS
from demarche.steps.unpack.opening import Opening
from demarche.steps.unpack.tree import tree
from demarche.steps.unpack.words import address, line


def open_sitemap(opening: Opening) -> NoReturn:
    """Raises RejectedInput always, which says how many addresses there are."""
    found = sitemap_links(opening.capture.data)
    lists = sum(link.lists for link in found)
    what = f"{lists:,} further sitemaps" if lists else f"{len(found):,} addresses" if found else "no address"
    raise RejectedInput(f"it is a sitemap, which lists {what} and holds no report itself; read the pages that it lists")


def sitemap_links(data: bytes) -> tuple[Link, ...]:
    """The addresses that a sitemap or an index of sitemaps lists, each once, in its order, at most as many as the standard
    allows."""
    root, _ = tree(data, "the sitemap")
    found: dict[str, Link] = {}
    for entry in root:
        held = {_local(child): child for child in entry}
        url = address(_said(held.get("loc")))
        if len(found) >= MEMBERS:
            break
        if url and url not in found:
            found[url] = Link(url, _said(held.get("lastmod")), _said(_deep(entry, "title")), _local(entry) == "sitemap")
    return tuple(found.values())


def _deep(entry: Any, name: str) -> Any:
    """The news extension gives the headline of a page."""
    return next((one for one in entry.iter() if _local(one) == name), None)


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def _said(element: Any) -> str | None:
    return line("".join(element.itertext())) if element is not None else None
