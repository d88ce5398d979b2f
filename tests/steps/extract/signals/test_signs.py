from __future__ import annotations

import re

import pytest
from fact_samples import reading

from demarche.steps.extract.facts.context import SIGNS
from demarche.steps.extract.facts.means import VECTORS
from demarche.steps.extract.signals.harmtable import HARM
from demarche.steps.extract.signals.signaltable import DEEDS
from demarche.steps.extract.signals.signs import Sign, SignReader, StemIndex, total

STOLEN = Sign("stolen", 1.0, "stole", r"\bstolen? \w+")


def weights(body: str) -> list[tuple[float, bool]]:
    made = reading(body)
    return [(one.weight, one.firm) for one in SignReader([STOLEN]).find(made.sentences, made.lowered)]


@pytest.mark.parametrize(
    ("body", "weight", "firm"),
    [
        ("The gang stole files.", 1.0, True),
        ("There is no sign that it stole files.", 0.0, False),
        ("They fear that it could have stolen files.", 0.35, False),
        ("In the past they stole files elsewhere.", 0.5, True),
    ],
)
def test_denied_supposed_and_old_things_weigh_less(body: str, weight: float, firm: bool) -> None:
    ((found, certain),) = weights(body)
    assert found == pytest.approx(weight)
    assert certain is firm


def test_repetition_counts_ever_less() -> None:
    made = reading("It stole files. It stole mail. It stole keys.")
    found = list(SignReader([STOLEN]).find(made.sentences, made.lowered))
    assert total(found, {"stolen": 1.0}) == pytest.approx(1.0 + 0.6 + 0.5)


def test_stems_call_for_patterns_in_their_own_sentence_only() -> None:
    index = StemIndex(["stole|theft", "wipe"])
    assert index.triggered(["they stole it", "nothing", "a wiper and a theft"]) == {0: {0}, 2: {0, 1}}


@pytest.mark.parametrize("sign", [*DEEDS, *HARM, *SIGNS, *VECTORS], ids=lambda sign: f"{sign.label}-{sign.stems[:12]}")
def test_every_sign_compiles_and_has_lower_case_stems(sign: Sign[object]) -> None:
    re.compile(sign.pattern)
    assert all(stem and stem == stem.lower() for stem in sign.stems.split("|"))
    assert 0 < sign.weight <= 1.5
