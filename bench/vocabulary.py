"""Write docs/vocabulary.md from the vocabularies of the model: python -m bench.vocabulary"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path

from bench.corpora import ROOT
from demarche.model.atoms import Marking
from demarche.model.vocabulary import act_facts, attribution, incidents, responses, yardsticks
from demarche.model.vocabulary.codebook import definition

PAGE = Path("docs/vocabulary.md")

_HEAD = """<!-- made by `python -m bench.vocabulary` from demarche.model.vocabulary; do not edit -->

# Vocabulary

Every value that a claim can take, in one line each. Their places in the codebooks of CAMEO, PLOVER, EuRepoC and STIX stand
beside the definitions in `demarche.model.vocabulary`.
"""

_SETS: Sequence[tuple[str, type[StrEnum]]] = (
    ("Predicates", attribution.Predicate),
    ("Incident types", incidents.IncidentType),
    ("Sectors", incidents.Sector),
    ("Impacts", incidents.Impact),
    ("Classes of exposed data", incidents.DataClass),
    ("Effects on services", incidents.ServiceEffect),
    ("Means", incidents.MeansKind),
    ("Days", incidents.DateRole),
    ("Kinds of party", attribution.PartyKind),
    ("Stances", attribution.Stance),
    ("Bases of attributions", attribution.Basis),
    ("Standings", attribution.Standing),
    ("State responsibility", attribution.StateResponsibility),
    ("Levels of confidence", yardsticks.ConfidenceLevel),
    ("Topics of background", attribution.ContextTopic),
    ("Status of a response", responses.Status),
)


def page() -> str:
    """The page as it must be."""
    return "\n".join((_HEAD, *(_section(name, kind) for name, kind in _SETS), _acts(), _yardsticks(), _markings()))


def _section(name: str, kind: type[StrEnum]) -> str:
    return _table(name, ("value", "meaning"), ((f"`{value}`", definition(value)) for value in kind))


def _acts() -> str:
    acts = sorted(responses.Act, key=lambda act: (act_facts.rung(act) == 0, act_facts.rung(act)))
    rows = ((str(act_facts.rung(act) or "–"), f"`{act}`", definition(act)) for act in acts)
    return _table("Response acts", ("rung", "value", "meaning"), rows)


def _yardsticks() -> str:
    scales = ((yardsticks.Scale.PHIA, yardsticks.PHIA), (yardsticks.Scale.ICD203, yardsticks.ICD203))
    rows = ((f"`{scale}`", words, f"{low}–{high} %") for scale, bands in scales for words, (low, high) in bands.items())
    return _table("Yardsticks", ("scale", "words", "band"), rows)


def _markings() -> str:
    return _table("Markings", ("value", "strictness"), ((f"`{marking}`", str(marking.rank)) for marking in Marking))


def _table(name: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [f"## {name}", "", *(f"| {' | '.join(cells)} |" for cells in (columns, ["---"] * len(columns), *rows))]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    (ROOT / PAGE).write_text(page(), "utf-8")
