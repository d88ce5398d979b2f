"""Every name in the claims, put into nodes of names that are equal once folded."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from demarche.model.claim import (
    AliasValue,
    AttributionValue,
    Claim,
    DenialValue,
    LinkValue,
    PartyName,
    ResponseValue,
    Value,
    VictimValue,
)
from demarche.model.vocabulary.attribution import PartyKind, Stance, StateResponsibility
from demarche.reference.tables import countries
from demarche.steps.resolve.names import fold, names_state, split_acronym, without_legal_form, without_titles

STATE, NAMED, ANONYMOUS, NOBODY = "state", "named", "anonymous", "nobody"

_FAMILIES = {PartyKind.UNSPECIFIED: NOBODY, PartyKind.ANONYMOUS_OFFICIAL: ANONYMOUS}
_PERSONAL = frozenset(
    {PartyKind.GOVERNMENT, PartyKind.INDIVIDUAL, PartyKind.RESEARCHER, PartyKind.COMPANY, PartyKind.VICTIM, PartyKind.STATE}
)
_BUSINESSES = frozenset({PartyKind.COMPANY, PartyKind.ORGANISATION, PartyKind.VICTIM})


@dataclass(frozen=True, slots=True)
class Node:
    """Names that are one party by their letters alone. `key` orders and names it; `core` is the folded name."""

    key: str
    family: str
    core: str
    country: str | None
    names: tuple[PartyName, ...]

    @property
    def kinds(self) -> frozenset[PartyKind]:
        """What its names are said to be."""
        return frozenset(name.kind for name in self.names)


@dataclass(slots=True)
class Said:
    """What the claims say of names: the nodes by key, the aliases by asserter, the ties to states."""

    nodes: dict[str, Node] = field(default_factory=dict)
    paired: set[tuple[str, str, str]] = field(default_factory=set)
    """Name and alias as claims pair them, and who does."""
    aliases_of: defaultdict[str, set[tuple[str, str]]] = field(default_factory=lambda: defaultdict(set))
    """For a folded name the spellings that claims give it beside those of its nodes, and who uses them."""
    links: defaultdict[PartyName, Counter[tuple[str, StateResponsibility | None]]] = field(
        default_factory=lambda: defaultdict(Counter)
    )
    """For a name the states that claims tie it to, how, and how often."""


def _in_value(value: Value) -> tuple[PartyName | None, ...]:
    match value:
        case VictimValue() | DenialValue():
            return (value.party,)
        case AttributionValue():
            return (value.accused,)
        case ResponseValue():
            return (value.by, value.against)
        case LinkValue():
            return (value.party, value.state)
    return ()


def named_in(claim: Claim) -> Iterator[PartyName]:
    """Every party that a claim names: who says it, who passes it on, and those in its value."""
    for name in (claim.asserter, claim.relayed_by, *_in_value(claim.value)):
        if name is not None:
            yield name


def shown(name: PartyName) -> str:
    """The name as a party would carry it: without an acronym in brackets, and without a person's titles."""
    plain = split_acronym(name.name)[0]
    return without_titles(plain) if name.kind in _PERSONAL else plain


def _key(name: PartyName) -> tuple[str, str, str | None]:
    if names_state(name):
        return STATE, name.country or "", name.country
    family = _FAMILIES.get(name.kind, NAMED)
    core = fold(shown(name))
    return family, without_legal_form(core) if name.kind in _BUSINESSES else core, name.country


def _take(claim: Claim, said: Said) -> None:
    value = claim.value
    if isinstance(value, AliasValue) and claim.stance is Stance.ASSERTS:
        asserter = claim.asserter
        used_by = "reporting" if asserter.kind is PartyKind.UNSPECIFIED else asserter.name
        said.paired.add((value.name, value.alias, used_by))
    if claim.stance not in (Stance.ASSERTS, Stance.SUSPECTS):
        return
    if isinstance(value, LinkValue) and value.state.country in countries():
        said.links[value.party][value.state.country or "", value.responsibility] += 1


def _explain(said: Said) -> None:
    """Keep who uses which name; an alias that no claim names a party by goes to the party it is said to be."""
    cores = {node.core for node in said.nodes.values()}
    for name, alias, used_by in said.paired:
        for spelling, other in ((name, alias), (alias, name)):
            core, partner = fold(spelling), fold(other)
            said.aliases_of[core if core in cores else partner].add((spelling, used_by))


def gather(claims: Iterable[Claim]) -> Said:
    """Read all claims once."""
    said = Said()
    names: set[PartyName] = set()
    for claim in claims:
        names.update(named_in(claim))
        _take(claim, said)
    grouped: defaultdict[tuple[str, str, str | None], list[PartyName]] = defaultdict(list)
    for name in names:
        grouped[_key(name)].append(name)
    for (family, core, country), members in grouped.items():
        key = "\x1f".join((family, core, country or ""))
        ordered = tuple(sorted(members, key=lambda name: (name.name, name.kind, name.country or "")))
        said.nodes[key] = Node(key, family, core, country, ordered)
    said.nodes = dict(sorted(said.nodes.items()))
    _explain(said)
    return said
