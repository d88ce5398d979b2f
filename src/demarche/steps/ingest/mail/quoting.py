"""Which lines of a message were written by others before, or belong to every message of its sender."""

from __future__ import annotations

import re
from collections.abc import Sequence

from demarche.steps.ingest.page import Kind

_QUOTED = re.compile(r"\s{0,3}(?:>|\|\s)")
_WROTE = re.compile(
    r"\s*(?:On\b.{4,300}\bwrote|Am\b.{4,300}\bschrieb\b.{0,100}|Le\b.{4,300}\ba écrit|El\b.{4,300}\bescribió|"
    r".{2,100}<\S+@\S+>.{0,60}\bwrote)\s*:\s*$"
)
_BY_PROGRAM = re.compile(r"\d{1,2}[:.]\d{2}|@")
"""What a program writes of an earlier message, and a report that quotes somebody does not: a time of day, an address."""
_ORIGINAL = re.compile(
    r"\s*-{3,}\s*(?:Original Message|Ursprüngliche Nachricht|Message d'origine|Reply Message)\s*-{3,}\s*$", re.IGNORECASE
)
_FORWARDED = re.compile(r"\s*(?:-{3,}\s*Forwarded (?:message|by)\b.{0,80}|Begin forwarded message:)\s*$", re.IGNORECASE)
_FIELD = re.compile(r"\s*\*?(?:From|Sent|Date|To|Cc|Subject|Reply-To|Von|Gesendet|An|Betreff|De|Envoyé|À|Objet)\s?:\*?(?:\s|$)")
_SENT = re.compile(r"\s*\*?(?:Sent|Date|Gesendet|Envoyé)\s?:")
_SIGNATURE = re.compile(r"--\s?$")
_SENT_FROM = re.compile(r"\s*(?:Sent from my \w|Get Outlook for |Von meinem \w+ gesendet)", re.IGNORECASE)
_PGP_START = re.compile(r"-----BEGIN PGP SIGNED MESSAGE-----\s*$")
_PGP_HASH = re.compile(r"Hash: [\w, -]{1,80}$")
_PGP_END = re.compile(r"-----BEGIN PGP SIGNATURE-----\s*$")
_BLOCK = 6
"""Lines within which the headers of an earlier message stand together."""
_SIGNATURE_LINES = 30
"""Lines of a signature at most: what is longer is text below a rule of two dashes."""


def quoted(rows: Sequence[str], forwarded: bool) -> list[Kind | None]:
    """What is set apart of the lines of a message, line by line. In a message that is `forwarded` the earlier message is what
    it is about: only its headers are set apart.
    """
    found: list[Kind | None] = [None] * len(rows)
    at = 0
    while at < len(rows):
        row = rows[at][:400]
        if _FORWARDED.match(row) or (forwarded and (_ORIGINAL.match(row) or _is_block(rows, at))):
            at = _headers(rows, at, found)
            continue
        if _ORIGINAL.match(row) or _is_block(rows, at):
            return [*found[:at], *([Kind.QUOTED] * (len(rows) - at))]
        kind = _kind(rows, at)
        if kind is Kind.SIGNATURE and not _SENT_FROM.match(row):
            return [*found[:at], *(Kind.QUOTED if _QUOTED.match(each) else kind for each in rows[at:])]
        found[at] = kind
        if kind is Kind.QUOTED and not _QUOTED.match(row):
            at = _attribution(rows, at, found)
        at += 1
    return found


def _kind(rows: Sequence[str], at: int) -> Kind | None:
    row = rows[at][:400]
    if _QUOTED.match(row) or _wrote(rows, at):
        return Kind.QUOTED
    if _SENT_FROM.match(row) or _PGP_END.match(row):
        return Kind.SIGNATURE
    if _PGP_START.match(row) or (_PGP_HASH.match(row) and at and _PGP_START.match(rows[at - 1])):
        return Kind.HEADER
    return Kind.SIGNATURE if _SIGNATURE.match(row) and 0 < len(rows) - at <= _SIGNATURE_LINES else None


def _wrote(rows: Sequence[str], at: int) -> int:
    """How many lines announce an earlier message: `On Monday Ann Example wrote:`, which may be wrapped; 0 for none."""
    row = rows[at][:400]
    below = rows[at + 1][:400].strip() if at + 1 < len(rows) else ""
    for lines, words in ((1, row), (2, f"{row} {below}" if row.lstrip().startswith("On ") else "")):
        if _WROTE.match(words) and (_BY_PROGRAM.search(words) or _QUOTED.match(below)):
            return lines
    return 0


def _attribution(rows: Sequence[str], at: int, found: list[Kind | None]) -> int:
    """The last line of what announces an earlier message. Where no marks of quotation follow, all that follows is that
    message."""
    last = at + _wrote(rows, at) - 1
    after = next((number for number in range(last + 1, len(rows)) if rows[number].strip()), None)
    end = len(rows) - 1 if after is not None and not _QUOTED.match(rows[after]) else last
    for number in range(at, end + 1):
        found[number] = Kind.QUOTED
    return end


def _is_block(rows: Sequence[str], at: int) -> bool:
    """Whether the headers of an earlier message begin here: a sender, and a day below it."""
    if not re.match(r"\s*\*?(?:From|Von|De)\s?:\*?\s", rows[at][:400]):
        return False
    block = [row[:400] for row in rows[at : at + _BLOCK] if row.strip()]
    return sum(bool(_FIELD.match(row)) for row in block) >= 3 and any(_SENT.match(row) for row in block)


def _headers(rows: Sequence[str], at: int, found: list[Kind | None]) -> int:
    """Where the text of a forwarded message begins."""
    found[at] = Kind.HEADER
    at += 1
    while at < len(rows) and (not rows[at].strip() or _FIELD.match(rows[at][:400])):
        if rows[at].strip():
            found[at] = Kind.HEADER
        at += 1
    return at
