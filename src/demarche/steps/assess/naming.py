"""Readable names of incidents: `albania-2022-07`, and a title made of rows only."""

from __future__ import annotations

import re
import unicodedata
from calendar import month_name
from collections import Counter
from collections.abc import Sequence

from demarche.model.atoms import PartialDate
from demarche.model.record import AttributionRow, Party, TypeRow, VictimRow
from demarche.model.vocabulary.attribution import PartyKind, Stance
from demarche.model.vocabulary.incidents import Sector
from demarche.reference.tables import countries

_TYPES_IN_TITLE = 3
_SLUG_LENGTH = 40
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
    return 2 if accused.name.split()[-1].islower() else 0


def _accused(attributions: Sequence[AttributionRow]) -> str | None:
    """The group that most sources name, else the state, else any accused; nobody unknown."""
    counts: Counter[tuple[int, str]] = Counter()
    for row in attributions:
        if row.stance in _NAMES_AUTHOR and row.accused.kind is not PartyKind.UNSPECIFIED:
            counts[_vagueness(row.accused), row.accused.name] += row.on.sources
    best = min(counts, key=lambda key: (key[0], -counts[key], key[1]), default=None)
    return best[1] if best else None


def base_id(victims: Sequence[VictimRow], attributions: Sequence[AttributionRow], start: PartialDate | None) -> str:
    """Victim country, else accused, else first victim, and the month of the start as far as it is known."""
    country = _first_country(victims, attributions)
    accused = _accused(attributions)
    names = (country_name(country) if country else "", accused or "", victims[0].party.name if victims else "")
    place = next((made for name in names if (made := slug(name))), "unnamed")
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


def _target(victims: Sequence[VictimRow], place: str | None) -> str:
    if not victims:
        return ""
    row = next((row for row in victims if place and row.party.country == place), victims[0])
    country = country_name(row.party.country) if row.party.country else None
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
