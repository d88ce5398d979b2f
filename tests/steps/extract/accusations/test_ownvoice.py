from __future__ import annotations

import pytest
from accusation_samples import read

from demarche.model.claim import PartyName
from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract.accusations.ownvoice import report_voice

PUBLISHER = PartyName("Example Labs", PartyKind.ORGANISATION)


def voice(body: str, publisher: PartyName | None = None) -> PartyName | None:
    made = read(body)
    return report_voice(made.tape, made.sentences, publisher)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Mandiant has a new paper. We assess that Iran did it. Our telemetry shows it.", "Mandiant"),
        ("Mandiant saw it in Albania. In May we observed a wiper. Our customers are safe.", "Mandiant"),
        ("FOR IMMEDIATE RELEASE. The NCSC and the FBI found a wiper.", "NCSC"),
        ("Statement by the Albanian foreign ministry. Iran did it.", "Albanian foreign ministry"),
        ("We condemn the attack on Albania. Our partners do too.", "Albania"),
    ],
)
def test_a_report_that_says_we_is_of_the_first_body_it_names(body: str, name: str) -> None:
    found = voice(body)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "body",
    [
        "Mandiant has a new paper. Iran did it.",
        "We asked Mandiant. It said that Iran did it.",
        "“We assess that Iran did it,” said Mandiant. “Our telemetry shows it.”",
        "“We assess that Iran did it. Our telemetry shows it. We track them,” said Mandiant.",
        '"We assess that Iran did it. Our telemetry shows it," said Mandiant.',
        "“We are sure.\n\n“Our own sensors saw it.\n\n“We shall tell,” said Mandiant.",
    ],
)
def test_a_journalist_s_report_has_no_voice_of_its_own(body: str) -> None:
    assert voice(body) is None
    assert voice(body, PUBLISHER) is None


def test_what_follows_an_unclosed_quotation_counts_in_the_next_paragraph() -> None:
    body = "“It was so, said Mandiant.\n\nWe assess that Iran did it. Our telemetry shows it."
    assert voice(body, PUBLISHER) == PUBLISHER


def test_the_publisher_goes_before_anybody_named() -> None:
    assert voice("Mandiant agrees. We assess that Iran did it. Our telemetry shows it.", PUBLISHER) == PUBLISHER


def test_a_vendor_that_nobody_names_stays_unspecified() -> None:
    body = "It was a wiper. We assess that Iran did it. Our telemetry shows it."
    assert voice(body) == PartyName("unspecified", PartyKind.COMPANY)
