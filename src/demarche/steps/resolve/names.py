"""Names as they are compared: folded, without titles, split from their acronyms. Pure string work."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from demarche.model.claim import PartyName
from demarche.model.vocabulary.attribution import PartyKind
from demarche.reference.tables import countries

_BRACKETED = re.compile(r"(?P<long>[^()]+?)\s*\((?P<short>[A-Z][A-Za-z0-9&.-]{1,11})\)")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?!\w)")

ARTICLES = frozenset({"the", "a", "an"})
SMALL_WORDS = ARTICLES | {"of", "for", "and", "on", "in", "to", "de", "du", "des", "la"}

_TITLES = ARTICLES | frozenset(
    "mr mrs ms dr prof professor sir dame lord lady baroness president vice prime minister premier chancellor secretary "
    "foreign defence defense interior senator congressman congresswoman representative ambassador general gen colonel col "
    "lieutenant lt admiral captain major director chief spokesman spokeswoman spokesperson deputy former acting attorney "
    "king queen supreme leader ayatollah commissioner chairman chairwoman ceo".split()
)
"""Words that may stand before a person's name and are no part of it."""

_BODY_WORDS = frozenset(
    "agency army authority board bureau cabinet centre center command commission committee company corporation corps council "
    "court department directorate embassy executive force forces group guard guards inspectorate institute intelligence "
    "laboratory ministry mission navy office organisation organization parliament police presidency prosecutor secretariat "
    "security senate service services staff taskforce team treasury unit inc ltd llc university college association union "
    "alliance party bank hospital city port".split()
)
"""Words that make a name a body's, not a state's or a person's."""

_STATE_WORDS = frozenset(
    "government governments official officials authority authorities administration state states regime leadership republic "
    "islamic federation people democratic federal national nation country".split()
)
"""Words that leave a state's name a state's name."""

_BODY_KINDS = frozenset("department ministry office affairs agency".split())
"""Words that newsrooms move about or leave out in the name of one government body."""

_LEGAL_FORMS = frozenset(
    "ag co company corp corporation gmbh group holding holdings inc limited llc ltd nv plc private sa".split()
)

_STATE_KINDS = frozenset({PartyKind.STATE, PartyKind.GOVERNMENT, PartyKind.VICTIM, PartyKind.INTERNATIONAL_ORGANISATION})


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Lower case without accents, possessives, articles in front or punctuation; words parted by one space."""
    decomposed = unicodedata.normalize("NFKD", name)
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    words = _WORD.findall(_POSSESSIVE.sub("", plain.replace(".", "")).casefold())
    while len(words) > 1 and words[0] in ARTICLES:
        words.pop(0)
    return " ".join(words) or plain.casefold().strip() or name


@lru_cache(maxsize=65536)
def split_acronym(name: str) -> tuple[str, str | None]:
    """A name with an acronym in brackets as both; any other name and None."""
    found = _BRACKETED.fullmatch(name.strip())
    return (found["long"], found["short"]) if found else (name.strip(), None)


_LEFT_OUT = frozenset({"and", "the"})


@lru_cache(maxsize=65536)
def initials(name: str) -> frozenset[str]:
    """The acronyms, in lower case, that may stand for a name: of all its words, of those that are not small, and, as MOIS does,
    of all but its articles and "and".
    """
    words = fold(name).split()
    heavy = [word for word in words if word not in SMALL_WORDS]
    joined = [word for word in words if word not in _LEFT_OUT]
    made = {"".join(word[0] for word in kept) for kept in (words, heavy, joined)}
    return frozenset(letters for letters in made if len(letters) >= 3) if len(heavy) >= 2 else frozenset()


@lru_cache(maxsize=65536)
def without_titles(name: str) -> str:
    """A person's name without the titles, offices and articles before it; a name that is nothing else is left whole."""
    words = name.split()
    index = 0
    while index < len(words) - 1 and fold(words[index]) in _TITLES:
        index += 1
    return " ".join(words[index:]) if fold(words[-1]) not in _TITLES | _BODY_WORDS else name.strip()


def without_legal_form(core: str) -> str:
    """A folded business name without the words at its end that newsrooms leave out: Group, Inc, Limited."""
    words = core.split()
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words.pop()
    return " ".join(words)


@lru_cache(maxsize=65536)
def looks_like_person(name: str) -> bool:
    """Two to four capitalised words, none of which a body is called by."""
    words = name.split()
    return 2 <= len(words) <= 4 and all(word[:1].isupper() for word in words) and not set(fold(name).split()) & _BODY_WORDS


@cache
def _words_of(country: str) -> frozenset[str]:
    """Every word of the names, demonyms and metonyms of a state, and its code."""
    known = countries().get(country)
    names = (*known.names, *known.demonyms, *known.metonyms) if known else ()
    return frozenset(word for name in names for word in fold(name).split()) | {country.casefold()}


def _heavy(name: str) -> list[str]:
    return [word for word in fold(name).split() if word not in SMALL_WORDS | _STATE_WORDS]


@lru_cache(maxsize=65536)
def names_state(name: PartyName) -> bool:
    """Whether a name with a country means that state or its government as a whole, and no body or person of it."""
    if name.country is None or name.kind not in _STATE_KINDS:
        return False
    if all(word in _words_of(name.country) for word in _heavy(name.name)):
        return True
    plain = name.name.strip()
    acronym = " " not in plain and plain.isupper() and len(plain) <= 6
    return name.kind is PartyKind.STATE and not acronym and not set(fold(plain).split()) & _BODY_WORDS


@lru_cache(maxsize=65536)
def body_words(name: str, country: str) -> str:
    """What is left of a government body's name without its country and the words that move about; empty when nothing is."""
    left = {word for word in fold(name).split() if word not in SMALL_WORDS | _BODY_KINDS | _words_of(country)}
    return " ".join(sorted(left))
