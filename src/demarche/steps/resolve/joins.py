"""The ways in which two nodes may be one party, strongest first, each with its reason. An ambiguous name joins nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.resolve.actors import Actor, actors
from demarche.steps.resolve.gather import NAMED, Node, Said, shown
from demarche.steps.resolve.names import body_words, fold, initials, looks_like_person, split_acronym

ATTACKERS = frozenset({PartyKind.GROUP, PartyKind.CRIMINAL_GROUP, PartyKind.HACKTIVIST, PartyKind.ATTACKER})
_PERSONS = frozenset({PartyKind.GOVERNMENT, PartyKind.INDIVIDUAL, PartyKind.RESEARCHER, PartyKind.VICTIM, PartyKind.COMPANY})
_SURNAME_LETTERS = 3


@dataclass(frozen=True, slots=True, order=True)
class NameJoin:
    """Two nodes that may be one, and why. The lower the rank, the stronger the reason."""

    rank: int
    left: str
    right: str
    reason: str


def _join(rank: int, one: Node, other: Node, reason: str) -> NameJoin:
    left, right = sorted((one.key, other.key))
    return NameJoin(rank, left, right, reason)


def _same_name(nodes: list[Node]) -> Iterator[NameJoin]:
    """A name without a country joins the same name with one, when there is only one."""
    by_core: defaultdict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        by_core[node.core].append(node)
    for core, same in by_core.items():
        placed, loose = [n for n in same if n.country], [n for n in same if not n.country]
        if len(placed) == 1:
            yield from (_join(1, placed[0], other, f"same name: {core}") for other in loose)


def _acronyms(nodes: list[Node]) -> Iterator[NameJoin]:
    """A long name and its acronym within one country: in brackets beside it, or its initials when no other name has them."""
    long_forms: defaultdict[tuple[str, str | None], dict[str, Node]] = defaultdict(dict)
    for node in nodes:
        brackets = {split_acronym(name.name)[1] for name in node.names} - {None}
        for short in {fold(short) for short in brackets if short} | initials(node.core):
            long_forms[short, node.country][node.key] = node
    for node in nodes:
        known = long_forms.get((node.core, node.country), {})
        if len(known) == 1 and " " not in node.core:
            other = next(iter(known.values()))
            if other.key != node.key:
                yield _join(2, node, other, f"acronym: {node.core.upper()} of {other.core}")


def _bodies(nodes: list[Node]) -> Iterator[NameJoin]:
    """Government bodies of one country whose names hold the same words: Treasury Department, Department of the Treasury."""
    same: defaultdict[tuple[str, str], list[Node]] = defaultdict(list)
    for node in nodes:
        if node.country and node.kinds & {PartyKind.GOVERNMENT, PartyKind.STATE}:
            words = body_words(node.core, node.country)
            if words:
                same[node.country, words].append(node)
    for (_, words), group in same.items():
        yield from (_join(3, group[0], other, f"same words: {words}") for other in group[1:])


def listed_actor(node: Node) -> Actor | None:
    """The actor of the reference lists that a group's name means, unless the text puts it in another country."""
    found = actors().get(node.core) if node.kinds & ATTACKERS else None
    agree = found is None or found.country is None or node.country in (None, found.country)
    return found if agree else None


def _listed(nodes: list[Node]) -> Iterator[NameJoin]:
    """Groups that the reference lists hold to be one actor."""
    same: defaultdict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        actor = listed_actor(node)
        if actor:
            same[actor.name].append(node)
    for name, group in same.items():
        yield from (_join(4, group[0], other, f"reference list: both are {name}") for other in group[1:])


def _told(nodes: list[Node], said: Said) -> Iterator[NameJoin]:
    """Two names that a report says are one party's. An alias said of several names joins none of them."""
    by_core: defaultdict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        by_core[node.core].append(node)
    pairs = {(fold(name), fold(alias)) for name, alias, _ in said.paired}
    of_alias: defaultdict[str, set[str]] = defaultdict(set)
    for name, alias in pairs:
        of_alias[alias].add(name)
    for name, alias in sorted(pairs):
        one, other = by_core.get(name, ()), by_core.get(alias, ())
        if len(one) == len(other) == 1 and one[0].key != other[0].key and len(of_alias[alias]) == 1:
            yield _join(5, one[0], other[0], f"said to be one: {name}, {alias}")


def _surnames(nodes: list[Node]) -> Iterator[NameJoin]:
    """A single word that ends just one person's full name, of the same country and kind."""
    full: defaultdict[tuple[str, str | None, PartyKind], dict[str, Node]] = defaultdict(dict)
    for node in nodes:
        if any(looks_like_person(shown(name)) for name in node.names):
            for kind in node.kinds & _PERSONS:
                full[node.core.split()[-1], node.country, kind][node.key] = node
    for node in nodes:
        if " " in node.core or len(node.core) < _SURNAME_LETTERS:
            continue
        for kind in sorted(node.kinds & _PERSONS):
            known = full.get((node.core, node.country, kind), {})
            if len(known) == 1:
                other = next(iter(known.values()))
                yield _join(6, node, other, f"surname: {node.core} of {other.core}")


def joins(said: Said) -> tuple[NameJoin, ...]:
    """Every possible join of nodes, strongest first."""
    nodes = [node for node in said.nodes.values() if node.family == NAMED]
    ways = (_same_name(nodes), _acronyms(nodes), _bodies(nodes), _listed(nodes), _told(nodes, said), _surnames(nodes))
    return tuple(sorted({join for way in ways for join in way}))
