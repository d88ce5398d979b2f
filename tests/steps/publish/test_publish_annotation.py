from __future__ import annotations

import hashlib
import runpy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from publish_samples import (
    ALBANIA,
    HEADLINE,
    IRAN,
    KANAANI,
    RAMA,
    TEXT,
    UNSPECIFIED,
    attribution,
    denial,
    document,
    says,
    sure,
    victim,
)

from demarche.model.atoms import PartialDate
from demarche.model.claim import (
    AttributionValue,
    Claim,
    DateValue,
    ImpactValue,
    MeansValue,
    PartyName,
    ResponseValue,
    TypeValue,
    VictimValue,
)
from demarche.model.vocabulary.attribution import Basis, PartyKind, Stance
from demarche.model.vocabulary.incidents import DateRole, Impact, IncidentType, MeansKind, Sector
from demarche.model.vocabulary.responses import Act, Status
from demarche.steps.publish import annotation

READ = document()

SCHEME: dict[str, frozenset[str]] = runpy.run_path(str(Path(__file__).parents[3] / "bench" / "freeze.py"))
"""The value sets of the annotation files, as the command that checks them has them."""


def test_the_facts_of_the_document_come_first() -> None:
    found = annotation(READ, [])
    assert found["id"] == "albania-wire"
    assert found["published"] == "2022-09-08"
    assert found["sha256"] == hashlib.sha256(TEXT.encode()).hexdigest()
    start, end = found["headline"]
    assert TEXT[start:end] == HEADLINE
    assert (found["primary"], found["cluster"], found["mentioned"]) == (None, None, [])
    assert annotation(READ, [], "albania-2022-07")["cluster"] == "albania-2022-07"
    assert annotation(replace(READ, blocks=()), [])["headline"] is None


def test_an_attribution_has_its_asserter_accused_words_and_span() -> None:
    (entry,) = annotation(READ, [attribution(READ)])["attributions"]
    assert entry == {
        "asserter": "Edi Rama",
        "asserter_kind": "government",
        "asserter_country": "AL",
        "accused": "Iran",
        "accused_kind": "state",
        "accused_country": "IR",
        "stance": "asserts",
        "confidence_words": "almost certainly",
        "start": TEXT.index("Edi Rama"),
        "end": TEXT.index(" wiped"),
    }
    (entry,) = annotation(READ, [sure(READ)])["attributions"]
    assert entry["confidence_words"] == "almost certainly"


def test_a_denial_accuses_the_denier_and_a_spokesman_may_speak_for_it() -> None:
    (entry,) = annotation(READ, [denial(READ)])["attributions"]
    assert (entry["asserter"], entry["accused"], entry["stance"]) == ("Nasser Kanaani", "Iran", "denies")
    (entry,) = annotation(READ, [denial(READ, UNSPECIFIED)])["attributions"]
    assert (entry["asserter"], entry["asserter_kind"], entry["asserter_country"]) == ("Iran", "government", "IR")


def test_a_refusal_to_attribute_accuses_nobody_known() -> None:
    value = AttributionValue(IRAN, Basis.POLITICAL_STATEMENT)
    claim = says(READ, "Edi Rama", value, RAMA, Stance.DECLINES_TO_ATTRIBUTE)
    (entry,) = annotation(READ, [claim])["attributions"]
    assert (entry["accused"], entry["accused_country"], entry["stance"]) == ("unknown", None, "declines-to-attribute")


def test_other_events_are_mentioned_and_nothing_more() -> None:
    other = replace(attribution(READ), event="other-1")
    found = annotation(READ, [other, victim(READ)])
    assert found["mentioned"] == ["other-1"]
    assert found["attributions"] == []
    assert found["incident"]["victim_countries"] == ["AL"]


def test_claims_of_another_document_are_left_out() -> None:
    elsewhere = document(name="other.txt", text=TEXT + "More.\n")
    assert annotation(READ, [attribution(elsewhere)])["attributions"] == []


def starting(words: str, date: str) -> Claim:
    return says(READ, words, DateValue(DateRole.START, PartialDate.parse(date), words))


def test_the_start_is_what_most_dates_agree_with_then_the_most_exact_then_the_earliest() -> None:
    disclosed = says(READ, "July", DateValue(DateRole.DISCLOSED, PartialDate.parse("2022-07-01"), "July"))
    month, exact, wrong = starting("July 2022", "2022-07"), starting("15 July", "2022-07-15"), starting("2022", "2021-01-01")
    assert annotation(READ, [disclosed])["incident"]["start_date"] is None
    assert annotation(READ, [wrong, month, exact])["incident"]["start_date"] == "2022-07-15"
    assert annotation(READ, [exact, wrong])["incident"]["start_date"] == "2021-01-01"


def test_facts_of_the_incident_are_sets_and_what_is_denied_is_none_of_them() -> None:
    claims = [
        victim(READ),
        says(READ, "government", VictimValue(ALBANIA, Sector.WATER)),
        says(READ, "wiped", TypeValue(IncidentType.DESTRUCTION)),
        says(READ, "wiped the", TypeValue(IncidentType.DESTRUCTION)),
        says(READ, "attack", TypeValue(IncidentType.DDOS), KANAANI, Stance.DENIES),
        says(READ, "servers", ImpactValue(Impact.DATA_EXPOSED, personal=True)),
        says(READ, "servers of", ImpactValue(Impact.DATA_EXPOSED)),
        says(READ, "it", MeansValue(MeansKind.MALWARE, "ZeroCleare")),
        says(READ, "it", MeansValue(MeansKind.CVE, "CVE-2019-0604")),
        says(READ, "it", MeansValue(MeansKind.VECTOR, "phishing")),
    ]
    assert annotation(READ, claims)["incident"] == {
        "start_date": None,
        "victims": [
            {"name": "Albania", "country": "AL", "sector": "government"},
            {"name": "Albania", "country": "AL", "sector": "critical-infrastructure"},
        ],
        "victim_countries": ["AL"],
        "types": ["destruction"],
        "impacts": ["data-exposed", "personal-data-exposed"],
        "malware": ["ZeroCleare"],
        "cves": ["CVE-2019-0604"],
    }


def test_responses_that_the_scheme_has_no_act_for_are_left_out() -> None:
    britain = PartyName("Britain", PartyKind.STATE, "GB")
    condemned = says(READ, "Britain condemned the attack.", ResponseValue(Act.CONDEMNATION, britain, Status.DONE, IRAN))
    inquiry = says(READ, "Britain", ResponseValue(Act.INVESTIGATION, britain, Status.DONE))
    (entry,) = annotation(READ, [inquiry, condemned, condemned])["responses"]
    start = TEXT.index("Britain")
    assert entry == {
        "kind": "condemnation",
        "by": "Britain",
        "by_country": "GB",
        "against": "Iran",
        "against_country": "IR",
        "status": "done",
        "start": start,
        "end": start + len("Britain condemned the attack."),
    }


def members(found: dict[str, Any]) -> list[tuple[str, str]]:
    pairs = [(name, "TYPES") for name in found["incident"]["types"]]
    pairs += [(name, "IMPACTS") for name in found["incident"]["impacts"]]
    pairs += [(entry["sector"], "SECTORS") for entry in found["incident"]["victims"]]
    for entry in found["attributions"]:
        pairs += [(entry["asserter_kind"], "ASSERTER_KINDS"), (entry["accused_kind"], "ACCUSED_KINDS")]
        pairs.append((entry["stance"], "STANCES"))
    for entry in found["responses"]:
        pairs += [(entry["kind"], "ACTS"), (entry["status"], "STATUSES")]
    return pairs


@pytest.mark.parametrize("kind", list(PartyKind))
@pytest.mark.parametrize("stance", list(Stance))
def test_every_value_is_one_of_the_scheme(kind: PartyKind, stance: Stance) -> None:
    party = PartyName("Somebody", kind)
    claims = [says(READ, "Edi Rama", AttributionValue(party, Basis.THIRD_PARTY), party, stance)]
    claims += [says(READ, "Britain", ResponseValue(act, party, status)) for act in Act for status in Status]
    claims += [says(READ, "wiped", TypeValue(kind)) for kind in IncidentType]
    claims += [says(READ, "servers", ImpactValue(impact)) for impact in Impact]
    claims += [says(READ, "government", VictimValue(party, sector)) for sector in Sector]
    found = members(annotation(READ, claims))
    assert len(found) > 100
    assert [value for value, allowed in found if value not in SCHEME[allowed]] == []


def test_the_order_of_claims_changes_nothing() -> None:
    claims = [attribution(READ), denial(READ), victim(READ), starting("15 July", "2022-07-15")]
    assert annotation(READ, claims) == annotation(READ, claims[::-1])
