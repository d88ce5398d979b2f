"""Our own small tables: how countries, their people, their capitals and their bodies are named in English reporting.

`countries.tsv`: ISO 3166-1 alpha-2 (with XK and EU), names, demonyms, and metonyms of the government.
`bodies.tsv`: agencies, organisations, companies and outlets that speak in reports.
`officials.tsv`: people who are known to speak for a state.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from demarche.errors import UsageError
from demarche.model.vocabulary.attribution import PartyKind


@dataclass(frozen=True, slots=True)
class Country:
    """A state and the words that mean it; `names[0]` is the usual short name."""

    code: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    metonyms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """An agency, organisation, company or outlet; all `names` mean it."""

    names: tuple[str, ...]
    kind: PartyKind
    country: str | None


def rows(name: str) -> list[list[str]]:
    """The cells of one of our tables, line by line."""
    text = files("demarche.reference").joinpath("data", name).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def words(cell: str) -> tuple[str, ...]:
    """What a cell lists."""
    return tuple(word for word in cell.split(";") if word)


@cache
def countries() -> dict[str, Country]:
    """Every country by its code."""
    known = [[*row, "", "", ""][:4] for row in rows("countries.tsv")]
    return {code: Country(code, words(names), words(demonyms), words(metonyms)) for code, names, demonyms, metonyms in known}


@cache
def bodies() -> tuple[Body, ...]:
    """Every body. A row may list several bodies of one state and kind; the resolver tells them apart."""
    return tuple(Body(words(names), PartyKind(kind), code or None) for code, kind, names in rows("bodies.tsv"))


@cache
def _spellings() -> dict[str, str]:
    spelt: dict[str, str] = {}
    for body in bodies():
        for name in body.names:
            spelt.setdefault(name.casefold(), name)
    return spelt


def body_spelling(name: str) -> str:
    """The name of a body as our own table spells it, "NATO" for "Nato"; any other name as it is."""
    return _spellings().get(name.casefold(), name)


_LETTERS = str.maketrans({"’": "'", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ə": "a"})
"""Letters that are no letter with an accent to Unicode, as English reporting writes them."""


def _plain(name: str) -> str:
    """A person's name in lower case without accents, initials and "Jr", so that its spellings meet."""
    folded = unicodedata.normalize("NFKD", name.translate(_LETTERS)).encode("ascii", "ignore").decode().lower()
    words = [word for word in folded.replace("-", " ").split() if not (word.endswith(".") and len(word) == 2)]
    return " ".join(word for word in words if word.rstrip(".") != "jr")


@cache
def _officials() -> dict[str, str]:
    return {_plain(name): code for code, names in rows("officials.tsv") for name in words(names)}


def official_country(name: str) -> str | None:
    """The state that a person with this full name is known to speak for; None for everybody else."""
    return _officials().get(_plain(name))


@cache
def _surnames() -> dict[str, tuple[str, str] | None]:
    found: dict[str, tuple[str, str] | None] = {}
    for code, names in rows("officials.tsv"):
        for name in words(names):
            first, surname = name[0], name.rsplit(" ", 1)[-1]
            known = found.setdefault(surname, (name, code))
            if known is not None and (known[0][0], known[1]) != (first, code):
                found[surname] = None
    return found


def official_by_surname(surname: str) -> tuple[str, str] | None:
    """The full name and the state of the only official of our own table with a surname, who may go by several spellings; None
    where there are others. Others than officials may be called so as well: look for an office beside it."""
    return _surnames().get(surname)


@cache
def known_incidents() -> re.Pattern[str]:
    """Finds the names by which reports recall well-known incidents, the longest first."""
    names = sorted((row[0] for row in rows("incidents.tsv")), key=lambda name: (-len(name), name))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, names)) + r")\b")


@cache
def _codes() -> dict[str, str]:
    named: dict[str, str] = {}
    for country in countries().values():
        for word in (country.code, *country.names, *country.demonyms, *country.metonyms):
            named.setdefault(word.casefold(), country.code)
    return named


def country_code(words: str) -> str:
    """The code that a code, country name, demonym or metonym means; UsageError when it means none."""
    code = _codes().get(words.strip().casefold())
    if code is None:
        raise UsageError(f"no country is known as {words!r}; use its English name or its two-letter code, such as IR or Iran")
    return code


def country_name(code: str) -> str:
    """The usual short English name of a country code; the code itself when unknown."""
    country = countries().get(code)
    return country.names[0] if country else code
