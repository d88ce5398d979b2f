"""Readable names of incidents: `albania-2022-07`, and a title made of rows only."""

from __future__ import annotations

import re
import unicodedata
from calendar import month_name
from collections import Counter
from collections.abc import Sequence

from demarche.model.atoms import PartialDate
from demarche.model.record import AttributionRow, MeansRow, Party, TypeRow, VictimRow
from demarche.model.vocabulary.attribution import PartyKind, Stance
from demarche.model.vocabulary.incidents import MeansKind, Sector
from demarche.reference.tables import countries

_TYPES_IN_TITLE = 3
_SLUG_LENGTH = 40
_LONGEST = 5
_MANY = 4
"""So many victims of one country, none of them named by more sources, are the country to a title."""
_SMALL = frozenset("of the for and de la al in".split())
_GROUPS = frozenset({PartyKind.GROUP, PartyKind.CRIMINAL_GROUP, PartyKind.HACKTIVIST, PartyKind.ATTACKER})
_NAMES_AUTHOR = frozenset({Stance.ASSERTS, Stance.SUSPECTS, Stance.CLAIMS_RESPONSIBILITY})


def country_name(code: str) -> str:
    """The short English name of a country; its code when it is not known."""
    known = countries().get(code)
    return known.names[0] if known else code


def slug(name: str) -> str:
    """Lower-case ASCII words with hyphens, at most 40 characters; empty when nothing is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:_SLUG_LENGTH].strip("-")


def _first_country(victims: Sequence[VictimRow], attributions: Sequence[AttributionRow]) -> str | None:
    """The country that most sources name a victim in; the accused's own comes last, for a worm that came home."""
    accused = {row.accused.country for row in attributions if row.stance in _NAMES_AUTHOR}
    counts: Counter[str] = Counter()
    for row in victims:
        if row.party.country:
            counts[row.party.country] += row.on.sources
    order = list(counts)
    return min(order, key=lambda code: (code in accused, -counts[code], order.index(code)), default=None)


def _vagueness(accused: Party) -> int:
    """0 for a group by name, 1 for a state, 2 for what only describes somebody: `Iranian hackers`."""
    if accused.kind is PartyKind.STATE:
        return 1
    return 0 if _proper(accused.name) else 2


def _accused(attributions: Sequence[AttributionRow]) -> str | None:
    """The group that most sources name, else the state, else any accused that reads as a name; nobody unknown."""
    counts: Counter[tuple[int, str]] = Counter()
    for row in attributions:
        named = row.accused.kind is not PartyKind.UNSPECIFIED and not row.accused.name[:1].islower()
        if row.stance in _NAMES_AUTHOR and named:
            counts[_vagueness(row.accused), row.accused.name] += row.on.sources
    best = min(counts, key=lambda key: (key[0], -counts[key], key[1]), default=None)
    return best[1] if best else None


def _proper(name: str) -> bool:
    """Whether a name is one, and no description: `Predatory Sparrow`, not `Iranian hackers` or `a group known as X`."""
    words = name.split()
    telling = [word for word in words if word not in _SMALL]
    return len(words) <= _LONGEST and name[:1].isupper() and all(not word.islower() for word in telling)


def _body(victims: Sequence[VictimRow]) -> str | None:
    """The best supported victim with a name of its own."""
    return next((row.party.name for row in victims if _proper(row.party.name)), None)


def _group(attributions: Sequence[AttributionRow]) -> str | None:
    """The named group that most sources accuse. No state: a name that begins with one reads as if it had been hit."""
    counts: Counter[str] = Counter()
    for row in attributions:
        if row.stance in _NAMES_AUTHOR and row.accused.kind in _GROUPS and _proper(row.accused.name):
            counts[row.accused.name] += row.on.sources
    return min(counts, key=lambda name: (-counts[name], name), default=None)


def _malware(means: Sequence[MeansRow]) -> str | None:
    known = [row for row in means if row.means.kind is MeansKind.MALWARE]
    return min(known, key=lambda row: (-row.on.sources, row.means.name)).means.name if known else None


def base_id(
    victims: Sequence[VictimRow], attributions: Sequence[AttributionRow], means: Sequence[MeansRow], start: PartialDate | None
) -> str:
    """Victim country, else a victim's name, a named group or malware; and the month of the start as far as it is known."""
    country = _first_country(victims, attributions)
    names = (country_name(country) if country else None, _body(victims), _group(attributions), _malware(means))
    place = next((made for name in names if name and (made := slug(name))), "unnamed")
    when = str(start)[:7] if start else "undated"
    return f"{place}-{when}"


def _letters(number: int) -> str:
    """1 is b, 25 is z, 26 is aa."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def distinct(bases: Sequence[str]) -> list[str]:
    """The bases made distinct: the first of equal ones keeps it, the next get -b, -c and so on. A base ends in a date or in
    `undated`, so that no letter can be one's own.
    """
    taken: Counter[str] = Counter()
    found = []
    for base in bases:
        found.append(f"{base}-{_letters(taken[base])}" if taken[base] else base)
        taken[base] += 1
    return found


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _support(row: VictimRow, rows: Sequence[VictimRow]) -> int:
    """How many sources name the victim by a name of which a word is in this one: Sony Pictures, Sony Pictures Entertainment."""
    words = {word for word in row.party.name.split() if word[:1].isupper()}
    return row.on.sources + sum(one.on.sources for one in rows if one is not row and words & set(one.party.name.split()))


def _target(victims: Sequence[VictimRow], place: str | None) -> str:
    if not victims:
        return ""
    there = [row for row in victims if place and row.party.country == place] or list(victims)
    row = max(there, key=lambda one: (_support(one, there), -there.index(one)))
    country = country_name(row.party.country) if row.party.country else None
    if country and len(there) >= _MANY and len({_support(one, there) for one in there}) == 1:
        return country
    if row.party.kind is PartyKind.STATE:
        of_government = row.sector is Sector.GOVERNMENT
        return f"{_possessive(row.party.name)} government" if of_government else row.party.name
    return f"{row.party.name} ({country})" if country and country not in row.party.name else row.party.name


def _when(start: PartialDate | None) -> str:
    if not start:
        return ""
    return f" ({month_name[start.month]} {start.year})" if start.month else f" ({start.year})"


def title(
    victims: Sequence[VictimRow], types: Sequence[TypeRow], attributions: Sequence[AttributionRow], start: PartialDate | None
) -> str:
    """`Attack on Albania's government: disruption, destruction (July 2022)`."""
    target, accused = _target(victims, _first_country(victims, attributions)), _accused(attributions)
    head = f"Attack on {target}" if target else f"Attack ascribed to {accused}" if accused else "Attack"
    kinds = ", ".join(row.type for row in types[:_TYPES_IN_TITLE])
    return f"{head}{': ' + kinds if kinds else ''}{_when(start)}"
