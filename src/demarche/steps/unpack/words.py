"""What containers write in many ways: days, languages, addresses, one-line texts; and how a report is written of its parts."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_tz
from html import escape, unescape

from demarche.errors import UsageError
from demarche.model.atoms import PartialDate

TEXT, HTML, MARKDOWN, MESSAGE = "text/plain", "text/html", "text/markdown", "message/rfc822"

LINE_LIMIT = 500
"""Characters of a title, a name or an author; what is longer is no such thing, and is cut."""
URL_LIMIT = 2_000
"""Characters of an address; no browser takes many more."""

_ISO = re.compile(r"(\d{4})(?:[-/](\d{2})(?:[-/](\d{2}))?)?(?![\d/-])")
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:T|$)")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WORDED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:[a-z]+,? )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -]{_MONTH},?[ -](?P<year>\d{{4}})\b",
        rf"(?:[a-z]+,? )?{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})\b",
        rf"{_MONTH},? (?P<year>\d{{4}})$",
    )
)
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_].*)?", re.DOTALL)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_MARKUP = re.compile(r"</(?:p|div|span|strong|em|b|i|a|ul|ol|li|h[1-6]|blockquote|table)\s*>|<br\s*/?>", re.IGNORECASE)
_BLOCK = re.compile(r"<(?:p|div|ul|ol|table|article|section|blockquote|h[1-6])\b", re.IGNORECASE)
_BLANK = re.compile(r"\n\s*\n")


def day(written: object) -> PartialDate | None:
    """The day that a date or a time is on, where its writer was: `2022-09`, `2022-09-07T23:30:00-05:00`, `Wed, 07 Sep 2022
    23:30:00 EST`, `7 September 2022`. None for another form, and for days that are written in figures alone with the year last:
    nobody knows their order."""
    if isinstance(written, datetime | date):
        return _date(written.year, written.month, written.day)
    text = " ".join(str(written or "")[:100].split())
    if found := _ISO.match(text) or _COMPACT.match(text):
        year, month, number = found.groups()
        return _date(int(year), int(month) if month else None, int(number) if number else None)
    for pattern in _WORDED:
        if found := pattern.match(text):
            groups = found.groupdict()
            month_number = _MONTHS.index(groups["month"].lower()) + 1
            return _date(int(groups["year"]), month_number, int(groups["day"]) if groups.get("day") else None)
    posted = parsedate_tz(text) if re.search("[A-Za-z]", text) else None
    return _date(*posted[:3]) if posted else None


def _date(year: int, month: int | None, number: int | None) -> PartialDate | None:
    try:
        return PartialDate(year, month, number)
    except UsageError:
        return None


def language(written: object) -> str | None:
    """ISO 639-1 of a tag such as `en-GB`."""
    found = _LANGUAGE.fullmatch(str(written or "").strip()[:40])
    return found[1].lower() if found else None


def address(written: object) -> str | None:
    """An http address; None for anything else."""
    text = str(written or "").strip()
    fits = (
        len(text) <= URL_LIMIT and text.isprintable() and " " not in text and text.lower().startswith(("http://", "https://"))
    )
    return text if fits else None


def line(written: object) -> str | None:
    """A text on one line, cut where it is too long to be one; None where nothing is left."""
    text = str(written)[: 4 * LINE_LIMIT] if isinstance(written, str | int | float) else ""
    shown = "".join(one if one.isprintable() else " " for one in text)
    return " ".join(shown.split())[:LINE_LIMIT].strip() or None


def unmarked(source: object) -> str | None:
    """A one-line text that may be HTML."""
    text = str(source or "")[: 8 * LINE_LIMIT]
    return line(unescape(_TAG.sub(" ", text)) if "<" in text or "&" in text else text)


def visible(source: str) -> int:
    """About how many characters of some HTML are seen, blanks apart."""
    return len("".join(unescape(_TAG.sub(" ", source)).split()))


def is_markup(text: str) -> bool:
    """Whether a text is HTML."""
    return _MARKUP.search(text) is not None


def page(title: str | None, body: str) -> bytes:
    """A report as HTML, its headline first."""
    body = body if _BLOCK.search(body) else f"<p>{body}</p>"
    heading = f"<title>{escape(title)}</title>" if title else ""
    first = f"<h1>{escape(title)}</h1>\n" if title else ""
    start = f'<!DOCTYPE html>\n<html><head><meta charset="utf-8">{heading}</head><body><article>'
    source = f"{start}\n{first}{body}\n</article></body></html>\n"
    return source.encode(errors="replace")


def paragraphs(text: str) -> str:
    """Plain text as HTML."""
    return "\n".join(f"<p>{escape(one.strip())}</p>" for one in _BLANK.split(text) if one.strip())


def plain(title: str | None, text: str) -> bytes:
    """A report as text, its headline first unless the text begins with it."""
    body = text.strip()
    if title and not " ".join(body[: 2 * len(title) + 20].split()).startswith(title):
        body = f"{title}\n\n{body}".strip()
    return f"{body}\n".encode(errors="replace")
