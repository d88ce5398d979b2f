from __future__ import annotations

import pytest
from fact_samples import reading

from demarche.model.claim import Claim, PartyName, VictimValue
from demarche.model.vocabulary.attribution import PartyKind
from demarche.model.vocabulary.incidents import Sector
from demarche.steps.extract.dates.said import dated

VALUE = VictimValue(PartyName("Albania", PartyKind.STATE, "AL"), Sector.GOVERNMENT)


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("On Wednesday the minister blamed a neighbour.", "2022-09-07"),
        ("The minister blamed a neighbour for the attack on Wednesday.", "None"),
        ("The minister, who had been in office for less than a day, blamed a neighbour.", "None"),
        ("The minister has blamed a neighbour since Wednesday.", "None"),
    ],
)
def test_the_day_of_a_saying_is_one_that_the_sentence_names(body: str, day: str) -> None:
    made = reading(body, "2022-09-08")
    told: list[Claim] = [made.claim(made.sentences[1], VALUE)]
    assert [str(claim.said_on) for claim in dated(made, told)] == [day]
