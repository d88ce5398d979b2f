"""What the headers of a message say: subject, sender, day, list and address."""

from __future__ import annotations

import re
from datetime import datetime
from email import policy
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Any

from demarche.errors import UsageError
from demarche.model.atoms import PartialDate
from demarche.steps.ingest.decode import normalise
from demarche.steps.ingest.page import Metadata

HEADER_LIMIT = 2_000
"""Characters of a header that are looked at; the time that its parsing takes grows faster than its length."""
_REPLY = re.compile(r"^(?:\s*(?:re|aw|sv|antw|fwd?|wg|tr|rif|enc)\s*(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
_FORWARD = re.compile(r"\s*(?:\[[^\]]{1,60}\]\s*)?(?:fwd?|wg|tr|enc|rv|i)\s*:", re.IGNORECASE)
_LIST = re.compile(r"^\s*(?:\"?([^\"<>]*?)\"?\s*)?<([^<>\s]+)>\s*$")
_ADDRESS = re.compile(r"https?://[^\s<>]{3,500}")
_WEBMAIL = frozenset(
    "gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.co.uk icloud.com me.com aol.com gmx.de "
    "gmx.net web.de proton.me protonmail.com mail.ru yandex.ru yandex.com qq.com 163.com 126.com zoho.com fastmail.com "
    "posteo.de tutanota.com t-online.de orange.fr free.fr libero.it".split()
)
"""Where people have their mail: such a domain publishes nothing."""
_FAILURES = (AttributeError, IndexError, LookupError, RecursionError, TypeError, ValueError)
"""What the standard library's parsers of headers raise on malformed ones."""
_FIRST_YEAR = 1982
"""The year of the form that messages have."""


def headers(message: Message[Any, Any]) -> tuple[Metadata, tuple[str, ...]]:
    """What the headers say, and which of them say nothing that can be understood."""
    wrong: list[str] = []
    sender = _sender(_raw(message, "from"), wrong)
    subject = _shown("subject", _raw(message, "subject"), wrong)
    archived = _ADDRESS.search(_raw(message, "archived-at") or "")
    known = Metadata(
        title=_REPLY.sub("", subject or "").strip() or None,
        author=sender[0],
        publisher=_publisher(_raw(message, "list-id"), sender[1], wrong),
        published=_day(_raw(message, "date"), wrong),
        published_from="header",
        url=archived[0] if archived else None,
    )
    return known, (f"the headers {', '.join(sorted(set(wrong)))} are malformed",) if wrong else ()


def is_forwarded(message: Message[Any, Any]) -> bool:
    """Whether a message passes on an earlier one, as its subject has it."""
    return bool(_FORWARD.match(_shown("subject", _raw(message, "subject"), []) or ""))


def _raw(message: Message[Any, Any], name: str) -> str | None:
    """The first header of a name as it is written, unfolded; bytes beyond ASCII are read as UTF-8."""
    for key, value in message.raw_items():
        if key.lower() == name:
            written = str(value)[:HEADER_LIMIT].encode("utf-8", "surrogateescape").decode("utf-8", "replace")
            return " ".join(written.split()) or None
    return None


def _parsed(name: str, raw: str) -> Any:
    return policy.default.header_factory(name, raw)


def _shown(name: str, raw: str | None, wrong: list[str]) -> str | None:
    """A header with encoded words decoded."""
    if raw is None:
        return None
    try:
        shown = str(_parsed(name, raw))
    except _FAILURES:
        wrong.append(name)
        shown = raw
    return " ".join(normalise(shown)[0].split()) or None


def _sender(raw: str | None, wrong: list[str]) -> tuple[str | None, str | None]:
    """Who sent it, and the domain of the address."""
    if raw is None:
        return None, None
    try:
        first = next(iter(_parsed("from", raw).addresses), None)
        named, address, domain = (first.display_name, first.addr_spec, first.domain) if first else ("", "", "")
    except _FAILURES:
        named = address = domain = ""
    address = address if domain and "@" in address.strip("@") else ""
    if not (named or address):
        wrong.append("from")
        return None, None
    shown = " ".join(normalise(named or address)[0].split())
    return shown.strip("\"'") or None, domain.lower() or None


def _publisher(list_id: str | None, domain: str | None, wrong: list[str]) -> str | None:
    """The mailing list, else the domain that the message is from."""
    found = _LIST.match(list_id or "")
    if found:
        return _shown("list-id", (found[1] or "").strip() or found[2], wrong)
    return domain if domain and domain not in _WEBMAIL and "." in domain else None


def _day(raw: str | None, wrong: list[str]) -> PartialDate | None:
    """The day on which it was sent, as it was where it was sent from."""
    if raw is None:
        return None
    try:
        sent: datetime = parsedate_to_datetime(raw)
        if sent.year >= _FIRST_YEAR:
            return PartialDate.of(sent.date())
    except (*_FAILURES, OverflowError, UsageError):
        wrong.append("date")
    return None
