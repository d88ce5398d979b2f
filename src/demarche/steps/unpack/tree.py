"""XML of strangers as a tree: without entities, document types or the network, and with what was dropped on the way told."""

from __future__ import annotations

import re
from html.entities import html5
from typing import Any

from demarche.errors import RejectedInput
from demarche.steps.unpack.limits import parsed
from demarche.steps.unpack.opening import printable, reading
from demarche.steps.unpack.source import decoded

_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,300}\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]{0,1000}(?:\[[^\]]{0,100000}\]\s*)?>", re.IGNORECASE)
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{0,31});")
_OWN = frozenset(("amp", "lt", "gt", "quot", "apos"))
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]|&#(?:[0-8]|1[1-24-9]|2[0-9]|3[01]|0);")


def tree(data: bytes, what: str) -> tuple[Any, str | None]:
    """The root element, and what was wrong on the way there. RejectedInput where there is no root."""
    from lxml import etree

    text = _DOCTYPE.sub("", _DECLARATION.sub("", decoded(parsed(data, f"it is {what}")), count=1), count=1)
    text = _IMPOSSIBLE.sub("", _ENTITY.sub(_character, text))
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    with reading(what):
        root = etree.fromstring(text.encode(errors="replace"), parser)
    if root is None:
        raise RejectedInput(f"{what} is damaged: nothing in it can be read")
    return root, _wrong(parser, what)


def _character(found: re.Match[str]) -> str:
    """What HTML calls so: XML knows five names only, and parsers drop or expand the others."""
    return found[0] if found[1] in _OWN else html5.get(f"{found[1]};", "\ufffd")


def _wrong(parser: Any, what: str) -> str | None:
    errors = [
        error for error in parser.error_log if error.type_name not in {"NS_ERR_UNDEFINED_NAMESPACE", "WAR_NS_URI_RELATIVE"}
    ]
    if not errors:
        return None
    first = printable(" ".join(errors[0].message.split())[:150])
    return f"{what} is damaged at line {errors[0].line:,} ({first}): what stands there or after it may be missing"
