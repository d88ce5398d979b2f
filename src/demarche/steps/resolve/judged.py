"""What persons decided about parties: the latest word on each pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from demarche.model.atoms import content_id
from demarche.model.record import Judgement, JudgementKind
from demarche.model.vocabulary.attribution import PartyKind
from demarche.reference.tables import countries
from demarche.steps.resolve.gather import STATE, Node, shown
from demarche.steps.resolve.joins import NameJoin, listed_actor
from demarche.steps.resolve.names import fold

_KINDS = {JudgementKind.SAME_AS, JudgementKind.NOT_SAME_AS}


def party_id(name: str, kind: PartyKind, country: str | None) -> str:
    """The identifier of a party: its name, kind and country."""
    return content_id("party", {"name": name, "kind": kind, "country": country})


def _titles(node: Node) -> Iterator[str]:
    yield from {shown(name) for name in node.names}
    listed = listed_actor(node)
    if listed:
        yield listed.name
    if node.family == STATE and node.country in countries():
        yield countries()[node.country or ""].names[0]


def _subjects(nodes: Mapping[str, Node], wanted: set[str]) -> dict[str, str]:
    """The node that each wanted name or party identifier means.

    A party's identifier was made of one of its names, under the kind that the claims of that day gave it: all kinds are tried.
    """
    found: dict[str, str] = {}
    for key, node in nodes.items():
        for name in node.names:
            found.setdefault(name.name, key)
        for title in sorted(_titles(node), key=lambda title: (fold(title) != node.core, title)):
            for kind in PartyKind:
                for country in {node.country, None}:
                    identifier = party_id(title, kind, country)
                    if identifier in wanted:
                        found.setdefault(identifier, key)
    return {subject: key for subject, key in found.items() if subject in wanted}


def decisions(
    judgements: Iterable[Judgement], nodes: Mapping[str, Node]
) -> tuple[tuple[NameJoin, ...], tuple[tuple[str, str], ...]]:
    """The pairs of nodes that persons joined, and those they parted. The latest judgement on a pair counts.

    `subject` and `other` are party identifiers or names as a text writes them; what is neither is about something else.
    """
    given = [judged for judged in judgements if judged.kind in _KINDS and judged.other]
    wanted = {subject for judged in given for subject in (judged.subject, judged.other) if subject}
    known = _subjects(nodes, wanted) if wanted else {}
    latest: dict[tuple[str, str], Judgement] = {}
    for judged in sorted(given, key=lambda item: (item.made_at, item.kind, item.author, item.subject, item.other or "")):
        left, right = known.get(judged.subject), known.get(judged.other or "")
        if left and right and left != right:
            latest[min(left, right), max(left, right)] = judged
    same = [
        NameJoin(0, *pair, f"judged the same by {j.author}") for pair, j in latest.items() if j.kind is JudgementKind.SAME_AS
    ]
    apart = [pair for pair, judged in latest.items() if judged.kind is JudgementKind.NOT_SAME_AS]
    return tuple(sorted(same)), tuple(sorted(apart))
