"""From a set of nodes to a party: its name, kind, country, aliases, and the state it is said to act for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from demarche.model.record import Alias, Party
from demarche.model.vocabulary.attribution import PartyKind, StateResponsibility
from demarche.reference.tables import body_spelling, countries
from demarche.steps.resolve.actors import Actor
from demarche.steps.resolve.gather import STATE, Node, Said, shown
from demarche.steps.resolve.joins import listed_actor
from demarche.steps.resolve.judged import party_id
from demarche.steps.resolve.names import fold, split_acronym

_PRECEDENCE = (
    PartyKind.STATE,
    PartyKind.GOVERNMENT,
    PartyKind.INTERNATIONAL_ORGANISATION,
    PartyKind.CRIMINAL_GROUP,
    PartyKind.HACKTIVIST,
    PartyKind.GROUP,
    PartyKind.MEDIA,
    PartyKind.COMPANY,
    PartyKind.RESEARCHER,
    PartyKind.INDIVIDUAL,
    PartyKind.ORGANISATION,
    PartyKind.ATTACKER,
    PartyKind.VICTIM,
    PartyKind.ANONYMOUS_OFFICIAL,
    PartyKind.UNSPECIFIED,
)
"""Of several kinds a party is the one that says most; a body called a state once and a government once is a government."""

_UNION = "EU"


def _fullest(name: str) -> tuple[bool, int, int, bool, str]:
    return "’s " in name or "'s " in name, -len(name.split()), -len(name), name.isupper(), name


def _kind(nodes: Sequence[Node]) -> PartyKind:
    kinds = {kind for node in nodes for kind in node.kinds}
    if all(node.family == STATE for node in nodes):
        return PartyKind.INTERNATIONAL_ORGANISATION if nodes[0].country == _UNION else PartyKind.STATE
    if kinds >= {PartyKind.STATE, PartyKind.GOVERNMENT}:
        kinds.discard(PartyKind.STATE)
    return min(kinds, key=_PRECEDENCE.index)


def _listed(nodes: Sequence[Node]) -> Actor | None:
    """The actor of the reference lists, when all its nodes that are listed lead to the same one."""
    found = {actor.name: actor for node in nodes if (actor := listed_actor(node))}
    return next(iter(found.values())) if len(found) == 1 else None


def _name(nodes: Sequence[Node], listed: Actor | None) -> str:
    state = next((node for node in nodes if node.family == STATE), None)
    if state and state.country in countries():
        return countries()[state.country or ""].names[0]
    if listed:
        return listed.name
    name = min((shown(name) for node in nodes for name in node.names), key=_fullest)
    return body_spelling(name)


def _country(nodes: Sequence[Node], name: str) -> str | None:
    main = next((node for node in nodes if node.country and node.core == fold(name)), None)
    codes = sorted({node.country for node in nodes if node.country})
    return main.country if main else codes[0] if len(codes) == 1 else None


def _aliases(nodes: Sequence[Node], name: str, listed: Actor | None, said: Said) -> tuple[Alias, ...]:
    cores = {node.core for node in nodes}
    found = {(alias, by) for core in cores for alias, by in said.aliases_of.get(core, ())}
    explained = {alias for alias, _ in found}
    written = {part for node in nodes for known in node.names for part in (known.name, *split_acronym(known.name)) if part}
    found |= {(alias, "reporting") for alias in written - explained}
    found |= set(listed.aliases) if listed else set()
    return tuple(Alias(alias, by) for alias, by in sorted(found) if alias != name)


def _link(nodes: Sequence[Node], said: Said) -> tuple[str | None, StateResponsibility | None]:
    """The state that most claims tie it to, and how; None when two states are named as often."""
    states: Counter[str] = Counter()
    grades: Counter[tuple[str, StateResponsibility]] = Counter()
    for name in (name for node in nodes for name in node.names):
        for (state, grade), count in said.links.get(name, Counter()).items():
            states[state] += count
            if grade:
                grades[state, grade] += count
    best = [state for state, count in states.items() if count == max(states.values())]
    if len(best) != 1:
        return None, None
    order = list(StateResponsibility)
    graded = [(-count, order.index(grade), grade) for (state, grade), count in grades.items() if state == best[0]]
    return best[0], min(graded)[2] if graded else None


def describe(nodes: Sequence[Node], reasons: Sequence[str], said: Said, parted: bool = False) -> Party:
    """The party that a set of nodes is. `parted` sets were told apart by a person and carry a list's name only as their own."""
    listed = _listed(nodes)
    if listed and parted and fold(listed.name) not in {node.core for node in nodes}:
        listed = None
    name, kind = _name(nodes, listed), _kind(nodes)
    country = _country(nodes, name)
    state, grade = _link(nodes, said)
    why = "; ".join(reasons) or (f"country code {country}" if nodes[0].family == STATE else "one name")
    return Party(party_id(name, kind, country), name, kind, country, _aliases(nodes, name, listed, said), state, grade, why)
