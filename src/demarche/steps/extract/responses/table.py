"""Reads the tables of verbs and nouns: what each line means, and which acts each word may begin.

A table is a text. A line that begins with a blank goes on with the line before it, four blanks taken off. `{NAME}` stands for
a group of `words`. Verbs are written as `impose`, as `expel+` (doubles its last letter), or as all forms with slashes.

    sanctions unsaid: freeze/froze/frozen       the act, its flags, and the verbs that may be it
    + ...                                       what belongs to the verb ("off"), active and passive
    > ...                                       what must follow in the active
    < ...                                       what the subject of the passive must hold

    sanctions unsaid: sanctions penalties       the act, its flags, and the words that a noun for it begins with
    = ...                                       the noun
    > impose announce roll_out                  the verbs that do it
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from demarche.model.vocabulary.responses import Act
from demarche.steps.extract.responses.nouns import NOUNS
from demarche.steps.extract.responses.verbs_of_others import VERBS_OF_OTHERS
from demarche.steps.extract.responses.verbs_of_states import VERBS_OF_STATES
from demarche.steps.extract.responses.words import WORDS

PARTICIPLES = frozenset(
    "thrown flown broken cut put sent brought taken given told shut withdrawn drawn hit seen paid held left shot".split()
)
"""Participles that do not end in -ed."""
_PLACEHOLDER = re.compile(r"\{([A-Z][A-Z_0-9]*)\}")
_NEVER = "(?!)"


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb that does an act: `after` must follow it in the active, `subject` must stand before it in the passive (None: no
    passive), `particle` belongs to the verb in both."""

    act: Act
    flags: frozenset[str]
    """`unsaid`: a doer whom nobody names is still certain to be a state. `considered`: it is that, whatever the words say."""
    particle: re.Pattern[str]
    after: re.Pattern[str]
    subject: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Thing:
    """A noun that names an act: `phrase` matches from its first word on, `done_by` are the verbs that do it."""

    act: Act
    flags: frozenset[str]
    """`owned`: a possessor before it ("an FBI alert") says that it was done. `signed`: so does "by" or "from" after it.
    `unsaid`: the state in reach may be meant when nobody is named. `offered`: to offer it is to do it."""
    phrase: re.Pattern[str]
    done_by: re.Pattern[str]


def inflected(base: str) -> list[str]:
    """The forms of a verb as a table writes it."""
    if "/" in base:
        return base.split("/")
    if base.endswith("+"):
        stem = base[:-1]
        return [stem, f"{stem}s", f"{stem}{stem[-1]}ed", f"{stem}{stem[-1]}ing", f"{stem}ed", f"{stem}ing"]
    if base.endswith("e"):
        return [base, f"{base}s", f"{base}d", f"{base[:-1]}ing"]
    if base.endswith("y") and base[-2] not in "aeou":
        return [base, f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base}ing"]
    plural = f"{base}es" if re.search(r"(?:s|sh|ch|x|z)$", base) else f"{base}s"
    return [base, plural, f"{base}ed", f"{base}ing"]


def filled(pattern: str) -> str:
    """A pattern with its groups of words put in."""
    return _PLACEHOLDER.sub(lambda match: WORDS[match.group(1)], pattern)


def _entries(table: str) -> Iterator[dict[str, str]]:
    """The entries of a table: the head under the key `head`, each other line under its mark."""
    entry: dict[str, str] = {}
    mark = ""
    for line in table.strip("\n").split("\n"):
        if line.startswith("    "):
            entry[mark] += line[4:]
        elif line[0] in "+><=":
            mark = line[0]
            entry[mark] = line[2:]
        else:
            if entry:
                yield entry
            mark, entry = "head", {"head": line}
    yield entry


def _head(entry: dict[str, str]) -> tuple[Act, frozenset[str], list[str]]:
    name, words = entry["head"].split(":", 1)
    act, *flags = name.split()
    return Act(act), frozenset(flags), words.split()


def _verbs(words: str) -> re.Pattern[str]:
    """The verbs that do what a noun names, in all forms, the longer ones first."""
    forms: set[str] = set()
    for word in words.split():
        verb, *particles = word.split("_")
        forms |= {" ".join([form, *particles]) for form in inflected(verb)}
    return re.compile(rf"\b(?:{'|'.join(sorted(forms, key=lambda form: (-len(form), form)))})\b" if forms else _NEVER)


@cache
def deeds() -> dict[str, tuple[Deed, ...]]:
    """The deeds that each form of a verb may begin."""
    table: dict[str, list[Deed]] = {}
    for entry in (*_entries(VERBS_OF_STATES), *_entries(VERBS_OF_OTHERS)):
        act, flags, verbs = _head(entry)
        deed = Deed(
            act,
            flags,
            re.compile(filled(entry.get("+", ""))),
            re.compile(filled(entry.get(">", _NEVER))),
            re.compile(filled(entry["<"]), re.IGNORECASE) if "<" in entry else None,
        )
        for form in dict.fromkeys(form for verb in verbs for form in inflected(verb)):
            table.setdefault(form, []).append(deed)
    return {form: tuple(found) for form, found in table.items()}


@cache
def things() -> dict[str, tuple[Thing, ...]]:
    """The nouns that each word may begin, by the word in lower case."""
    table: dict[str, list[Thing]] = {}
    for entry in _entries(NOUNS):
        act, flags, firsts = _head(entry)
        thing = Thing(act, flags, re.compile(filled(entry["="]), re.IGNORECASE), _verbs(entry.get(">", "")))
        for first in firsts:
            table.setdefault(first, []).append(thing)
    return {first: tuple(found) for first, found in table.items()}
