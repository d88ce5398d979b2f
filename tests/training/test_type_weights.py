"""The training of the weights that tell kinds of operations, on made-up reports."""

from __future__ import annotations

import pytest

pytest.importorskip("sklearn")

from training.types import KINDS, LEAST, LEAST_SAID, OUT, RARE, Report, ease, fitted, held_apart, scores

from demarche.model.vocabulary.incidents import IncidentType
from demarche.steps.extract.facts.types import SPEAKS_FOR, type_weights
from demarche.steps.extract.facts.typesigns import BIAS


def report(case: str, kind: IncidentType) -> Report:
    """A report whose only signal is the first one of a kind."""
    return Report(case, frozenset({BIAS, f"{next(iter(SPEAKS_FOR[kind]))}>1.2"}), frozenset({kind}))


REPORTS = [report(f"case-{number}-{kind}", kind) for number in range(10 * RARE) for kind in KINDS]
LOUD = REPORTS[KINDS.index(IncidentType.DESTRUCTION)]


def test_signs_weigh_for_the_kind_that_they_come_with() -> None:
    weights = fitted(REPORTS)
    loud, quiet = (weights.kinds.index(kind) for kind in (IncidentType.DESTRUCTION, IncidentType.ESPIONAGE_ACCESS))
    assert weights.of["wiped>1.2"][loud] > 0 > weights.of["wiped>1.2"][quiet]
    assert set(weights.told(LOUD.signs)) == LOUD.kinds


def test_rare_signs_have_no_weight() -> None:
    odd = Report("odd", LOUD.signs | {"once"}, LOUD.kinds)
    assert "once" not in fitted([*REPORTS, odd]).of


def test_a_loud_kinds_own_signs_get_weight_most_easily() -> None:
    kind = IncidentType.DESTRUCTION
    assert ease("wiped>1.2", kind) > ease("outage>1.2", kind) > ease("~wipe>1", IncidentType.DDOS) > ease("data+take", kind)
    assert ease("early ~wipe", kind) == ease("~wipe>4", kind) > ease("wipe+work", kind) > ease("data+take", kind)


def test_reports_held_apart_are_judged_without_their_own_incident() -> None:
    assert scores(held_apart(REPORTS), 0.2, 0.2) == "1.000 1.000 1.000"


def test_the_package_carries_what_was_learned() -> None:
    assert type_weights().kinds == KINDS
    assert (type_weights().least, type_weights().least_said) == (LEAST, LEAST_SAID)
    assert OUT.is_file()
