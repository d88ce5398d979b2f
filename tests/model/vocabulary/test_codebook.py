import inspect
from enum import StrEnum

import pytest

from demarche.model.vocabulary import attribution, incidents, responses, yardsticks
from demarche.model.vocabulary.act_facts import ACTS, LADDER, rung
from demarche.model.vocabulary.attribution import PartyKind, Stance
from demarche.model.vocabulary.attribution_facts import KINDS, LEVELS, STANCES
from demarche.model.vocabulary.codebook import definition
from demarche.model.vocabulary.incident_facts import DATA_CLASSES, IMPACTS, TYPES, annotated_impact
from demarche.model.vocabulary.incidents import DataClass, Impact, IncidentType, Sector
from demarche.model.vocabulary.responses import Act
from demarche.model.vocabulary.sector_facts import SECTORS
from demarche.model.vocabulary.yardsticks import ICD203, PHIA, ConfidenceLevel, Scale, band, scale_of

# The value sets of the annotation scheme.
TYPE = set(
    "data-theft leak disruption destruction ransomware espionage-access defacement ddos financial-theft influence".split()
)
IMPACT = set(
    "service-outage data-destroyed data-encrypted data-exposed personal-data-exposed money-lost physical-effect".split()
)
SECTOR = set(
    "government parliament political-party election military critical-infrastructure energy health finance telecom transport "
    "media education technology retail-services civil-society international-organisation individuals other".split()
)
KIND_A = set(
    "government company media researcher victim attacker anonymous-official international-organisation unspecified".split()
)
KIND_B = set("state group individual criminal-group hacktivist".split())
STANCE = set("asserts suspects denies doubts claims-responsibility declines-to-attribute".split())
ACT = set(
    "statement condemnation call-for-restraint summon-ambassador recall-ambassador expel-diplomats sever-relations sanctions "
    "travel-ban indictment arrest reward-offer raid-or-seizure takedown technical-advisory assistance "
    "mutual-defence-consultation counter-operation military legal-suit law-or-policy resignation-or-dismissal ransom-paid "
    "ransom-refused".split()
)

# The codes of CAMEO 1.1b3 that the table uses, as the codebook words them.
CAMEO = {
    "010": "Make statement",
    "015": "Acknowledge or claim responsibility",
    "016": "Deny responsibility",
    "020": "Make an appeal or request",
    "040": "Consult",
    "051": "Praise or endorse",
    "070": "Provide aid",
    "080": "Yield",
    "090": "Investigate",
    "111": "Criticize or denounce",
    "112": "Accuse",
    "114": "Complain officially",
    "115": "Bring lawsuit against",
    "124": "Refuse to yield",
    "160": "Reduce relations",
    "161": "Reduce or break diplomatic relations",
    "163": "Impose embargo, boycott, or sanctions",
    "171": "Seize or damage property",
    "1724": "Impose state of emergency or martial law",
    "173": "Arrest, detain, or charge with legal action",
    "174": "Expel or deport individuals",
    "176": "Attack cybernetically",
}
PLOVER = set(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE "
    "ASSAULT".split()
)
DOMESTIC = {
    Act.INVESTIGATION,
    Act.LAWSUIT,
    Act.LAW_OR_POLICY,
    Act.RESIGNATION_OR_DISMISSAL,
    Act.PUBLIC_EMERGENCY,
    Act.ASSISTANCE,
    Act.RANSOM_PAID,
    Act.RANSOM_REFUSED,
}


def vocabularies() -> list[type[StrEnum]]:
    found = []
    for module in (attribution, incidents, responses, yardsticks):
        for _, member in inspect.getmembers(module, inspect.isclass):
            if issubclass(member, StrEnum) and member.__module__ == module.__name__:
                found.append(member)
    return found


def test_all_vocabularies_are_looked_at() -> None:
    assert {"Act", "Status", "Stance", "Sector", "IncidentType", "Scale"} <= {kind.__name__ for kind in vocabularies()}


@pytest.mark.parametrize("vocabulary", vocabularies(), ids=lambda kind: kind.__name__)
def test_every_value_has_a_definition_of_one_line_and_its_own(vocabulary: type[StrEnum]) -> None:
    words = [definition(value) for value in vocabulary]
    assert all(word and "\n" not in word and word[0].isupper() and len(word) <= 100 for word in words)
    assert len(set(words)) == len(words)


def test_values_of_two_sets_with_one_word_keep_their_own_definitions() -> None:
    assert str(PartyKind.MEDIA) == str(Sector.MEDIA)
    assert definition(Sector.MEDIA) != definition(PartyKind.MEDIA)


def test_every_value_that_is_mapped_is_in_its_table() -> None:
    assert set(ACTS) == set(Act)
    assert set(TYPES) == set(IncidentType)
    assert set(SECTORS) == set(Sector)
    assert set(IMPACTS) == set(Impact)
    assert set(DATA_CLASSES) == set(DataClass)
    assert set(KINDS) == set(PartyKind)
    assert set(STANCES) == set(Stance)
    assert set(LEVELS) == set(ConfidenceLevel)


def test_annotation_names_stay_within_the_scheme() -> None:
    assert {facts.annotation for facts in TYPES.values()} == TYPE
    assert {facts.annotation for facts in SECTORS.values()} == SECTOR
    assert {facts.annotation for facts in STANCES.values()} == STANCE
    assert {annotated_impact(impact, personal) for impact in Impact for personal in (False, True)} == IMPACT
    assert {facts.asserter for facts in KINDS.values()} == KIND_A
    assert {facts.accused for facts in KINDS.values()} == KIND_B


def test_every_act_of_the_scheme_is_reached_and_no_other() -> None:
    assert {facts.annotation for facts in ACTS.values()} - {None} == ACT


@pytest.mark.parametrize(
    ("act", "name"),
    [
        (Act.ADVISORY, "technical-advisory"),
        (Act.SUMMONS, "summon-ambassador"),
        (Act.SEIZURE_OR_TAKEDOWN, "takedown"),
        (Act.RAID, "raid-or-seizure"),
        (Act.PUBLIC_EMERGENCY, "law-or-policy"),
        (Act.LAWSUIT, "legal-suit"),
        (Act.FURTHER_ACTION, "statement"),
        (Act.PUBLIC_ATTRIBUTION, None),
        (Act.INVESTIGATION, None),
    ],
)
def test_acts_that_the_scheme_names_otherwise(act: Act, name: str | None) -> None:
    assert ACTS[act].annotation == name


def test_personal_data_exposed_is_a_name_of_its_own_and_nothing_else_is() -> None:
    changed = {impact for impact in Impact if annotated_impact(impact, True) != annotated_impact(impact)}
    assert changed == {Impact.DATA_EXPOSED}


def test_cameo_and_plover_codes_exist() -> None:
    acts, stances = ACTS.values(), STANCES.values()
    assert ({facts.cameo for facts in acts} | {facts.cameo for facts in stances}) - {None} == set(CAMEO)
    assert ({facts.plover for facts in acts} | {facts.plover for facts in stances}) - {None} <= PLOVER


@pytest.mark.parametrize(
    ("act", "code"),
    [(Act.SEVER_RELATIONS, "161"), (Act.SANCTIONS, "163"), (Act.EXPEL_DIPLOMATS, "174"), (Act.CONDEMNATION, "111")],
)
def test_codes_of_the_acts_that_matter_most(act: Act, code: str) -> None:
    assert ACTS[act].cameo == code


def test_the_ladder_holds_every_act_that_answers_a_state_once() -> None:
    assert len(set(LADDER)) == len(LADDER)
    assert set(Act) - set(LADDER) == DOMESTIC | {Act.FURTHER_ACTION}


def test_rungs_climb_from_advisory_to_armed_force() -> None:
    climb = [Act.ADVISORY, Act.CONDEMNATION, Act.SUMMONS, Act.SANCTIONS, Act.EXPEL_DIPLOMATS, Act.SEVER_RELATIONS, Act.MILITARY]
    rungs = [rung(act) for act in climb]
    assert rungs == sorted(set(rungs))
    assert rungs[0] == 1
    assert rungs[-1] == len(LADDER)
    assert {rung(act) for act in DOMESTIC} == {0}


def test_another_ladder_can_be_used() -> None:
    assert rung(Act.SANCTIONS, (Act.SANCTIONS, Act.ADVISORY)) == 1
    assert rung(Act.MILITARY, (Act.SANCTIONS, Act.ADVISORY)) == 0


# Professional Head of Intelligence Assessment (UK); Intelligence Community Directive 203, section on likelihood (US).
PUBLISHED_PHIA = {
    "remote chance": (0, 5),
    "highly unlikely": (10, 20),
    "unlikely": (25, 35),
    "realistic possibility": (40, 50),
    "likely": (55, 75),
    "probable": (55, 75),
    "highly likely": (80, 90),
    "almost certain": (95, 100),
}
PUBLISHED_ICD203 = {
    "almost no chance": (1, 5),
    "remote": (1, 5),
    "very unlikely": (5, 20),
    "highly improbable": (5, 20),
    "unlikely": (20, 45),
    "improbable": (20, 45),
    "roughly even chance": (45, 55),
    "roughly even odds": (45, 55),
    "likely": (55, 80),
    "probable": (55, 80),
    "very likely": (80, 95),
    "highly probable": (80, 95),
    "almost certain": (95, 99),
    "nearly certain": (95, 99),
}


@pytest.mark.parametrize(("scale", "table"), [(Scale.PHIA, PUBLISHED_PHIA), (Scale.ICD203, PUBLISHED_ICD203)])
def test_bands_are_those_published(scale: Scale, table: dict[str, tuple[int, int]]) -> None:
    assert {words: band(words, scale) for words in table} == table


@pytest.mark.parametrize(("ours", "table"), [(PHIA, PUBLISHED_PHIA), (ICD203, PUBLISHED_ICD203)])
def test_no_band_is_made_up(ours: dict[str, tuple[int, int]], table: dict[str, tuple[int, int]]) -> None:
    assert set(ours.values()) == set(table.values())


def test_a_phrase_means_what_its_issuer_means_by_it() -> None:
    assert band("Almost  certainly", Scale.PHIA) == (95, 100)
    assert band("almost certainly", Scale.ICD203) == (95, 99)
    assert band("almost certainly", Scale.NONE) is None
    assert band("perhaps", Scale.PHIA) is None


def test_only_officials_of_the_two_states_are_bound_to_a_yardstick() -> None:
    assert scale_of("GB", official=True) is Scale.PHIA
    assert scale_of("US", official=True) is Scale.ICD203
    assert scale_of("US", official=False) is Scale.NONE
    assert scale_of("AL", official=True) is Scale.NONE
    assert scale_of(None, official=True) is Scale.NONE
