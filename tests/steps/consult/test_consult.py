from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest
from consult_samples import ELBONIA, IRAN, KOVAC, REPORT, accusation, document, fact
from hypothesis import given
from hypothesis import strategies as st

from demarche.model.atoms import PartialDate
from demarche.model.claim import (
    UNKNOWN,
    UNSPECIFIED,
    AliasValue,
    AttributionValue,
    Confidence,
    DateValue,
    DenialValue,
    ImpactValue,
    Likelihood,
    MeansValue,
    PartyName,
    ResponseValue,
    ServiceValue,
    VictimValue,
)
from demarche.model.saying import Answer, Saying
from demarche.model.vocabulary.attribution import Basis, PartyKind, Stance
from demarche.model.vocabulary.incidents import DateRole, Impact, MeansKind, Sector, ServiceEffect
from demarche.model.vocabulary.responses import Act, Status
from demarche.model.vocabulary.yardsticks import ConfidenceLevel, Scale
from demarche.steps.consult import Consulted, consult
from demarche.steps.consult.checking import LONGEST

TEXT = REPORT
SENTENCE = "The interior minister, Rosa Kovac, said on Sunday that Elbonia was almost certainly behind the\nattack"
TAX_OFFICE = PartyName("tax office", PartyKind.GOVERNMENT)
NOBODY = PartyName("nobody in particular", PartyKind.UNSPECIFIED)


def consulted(*sayings: Saying) -> Consulted:
    return consult(document(), [Answer(sayings)], "small 1")


def dropped(*sayings: Saying) -> dict[str, int]:
    found = consulted(*sayings)
    assert len(found.claims) + sum(found.dropped.values()) == len(sayings)
    return dict(found.dropped)


# --- what stands


def test_a_saying_whose_quote_stands_becomes_a_claim() -> None:
    (claim,) = consulted(accusation(SENTENCE, words="almost certainly", said_on=PartialDate(2024, 8, 4))).claims
    start = TEXT.index(SENTENCE)
    assert claim.passage == document().passage(start, start + len(SENTENCE))
    assert claim.value == AttributionValue(ELBONIA, Basis.POLITICAL_STATEMENT)
    assert (claim.asserter, claim.stance, claim.event) == (KOVAC, Stance.ASSERTS, "primary")
    assert claim.likelihood == Likelihood("almost certainly", Scale.PHIA, 95, 100)
    assert claim.said_on == PartialDate(2024, 8, 4)
    assert (claim.reader, claim.reader_version) == ("llm", "small 1")


def test_words_of_confidence_are_no_likelihood_and_bind_officials_alone() -> None:
    text = "Some Vendor said with moderate confidence that it was Elbonia."
    saying = accusation(text, asserter=PartyName("Some Vendor", PartyKind.COMPANY, "GB"), words="moderate confidence")
    (claim,) = consult(document(f"A notice\n\n{text}\n"), [Answer((saying,))], "1").claims
    assert claim.likelihood is None
    assert claim.confidence == Confidence("moderate confidence", Scale.NONE, ConfidenceLevel.MODERATE)


def test_the_blanks_round_a_quote_do_not_matter_and_the_first_place_counts() -> None:
    (claim,) = consulted(accusation("  Rosa Kovac\n", asserter=None)).claims
    assert claim.passage.start == TEXT.index("Rosa Kovac")
    assert claim.passage.quote == "Rosa Kovac"


def test_names_may_differ_in_blanks_and_long_ones_in_case() -> None:
    named = PartyName("THE\tattack", PartyKind.GROUP)
    assert dropped(accusation(SENTENCE, named)) == {}


def test_equal_claims_are_one_and_all_stand_in_the_order_of_the_text() -> None:
    late = fact("The tax office is shut.", ServiceValue("tax office", ServiceEffect.SUSPENDED))
    found = consulted(late, accusation(SENTENCE), late)
    assert [claim.passage.start for claim in found.claims] == sorted(TEXT.index(one) for one in (SENTENCE, late.quote))
    assert found.dropped == {}


def test_other_events_are_numbered_as_the_text_has_them_over_all_answers() -> None:
    gang = PartyName("Night Owl", PartyKind.CRIMINAL_GROUP)
    held = accusation("a gang that calls itself Night Owl held the harbour to ransom", gang, None, event=1)
    began = fact("it began on 2 July", DateValue(DateRole.START, PartialDate(2024, 7, 2), "2 July"), event=1)
    found = consult(document(), [Answer((held, accusation(SENTENCE))), Answer((began,))], "1")
    assert [(claim.passage.quote, claim.event) for claim in found.claims] == [
        (SENTENCE, "primary"),
        (began.quote, "other-1"),
        (held.quote, "other-2"),
    ]


# --- what is dropped


@pytest.mark.parametrize(
    "quote",
    [
        "Elbonia did it.",
        "said on Sunday that Elbonia was almost certainly behind the attack",  # a blank for a line break
        "said on sunday that Elbonia was almost certainly behind the",
        "Rosa Kovac said  so in Iran too",
        "",
        " \n",
        "Ten tips for a safer password",
    ],
)
def test_a_quote_that_does_not_stand_byte_for_byte_in_the_content_is_dropped(quote: str) -> None:
    assert dropped(accusation(quote)) == {"quote": 1}


def test_furniture_is_no_content_and_nothing_is_quoted_across_it() -> None:
    text = document().text
    across = text[text.index("the tax office.") : text.index("Rosa Kovac said so") + 10]
    assert "Read more" in across
    assert dropped(accusation(across), accusation("Read more: Ten tips")) == {"quote": 2}


def test_a_quote_as_long_as_a_page_supports_nothing() -> None:
    text = "Elbonia did it. " + "Nobody knows why. " * 200
    long = accusation(text[: LONGEST + 1], asserter=None)
    found = consult(document(f"A notice\n\n{text}\n"), [Answer((long, accusation(text[:15], asserter=None)))], "1")
    assert (len(found.claims), found.dropped) == (1, {"quote": 1})


@pytest.mark.parametrize(
    "saying",
    [
        accusation(SENTENCE, PartyName("France", PartyKind.STATE, "FR")),
        accusation(SENTENCE, asserter=PartyName("Rosa", PartyKind.GOVERNMENT), relayed_by=PartyName("AFP", PartyKind.MEDIA)),
        accusation(SENTENCE, words="beyond doubt"),
        accusation(SENTENCE, PartyName("Elb", PartyKind.STATE)),
        accusation(SENTENCE, PartyName("US", PartyKind.STATE, "US")),  # the report has "us" only
        accusation(SENTENCE, PartyName("", PartyKind.STATE)),
        fact("The tax office is shut.", ServiceValue("harbour office", ServiceEffect.SUSPENDED)),
        fact("The tax office is shut.", MeansValue(MeansKind.MALWARE, "ZeroCleare")),
        fact("The tax office is shut.", MeansValue(MeansKind.CVE, "CVE-2019-0604")),
        fact("it began on 2 July", DateValue(DateRole.START, PartialDate(2024, 7, 2), "on July 2nd")),
        fact("The tax office is shut.", DenialValue(ELBONIA, "baseless"), stance=Stance.DENIES),
        fact("The harbour paid.", ResponseValue(Act.RANSOM_PAID, PartyName("Zenda", PartyKind.ORGANISATION), Status.DONE)),
        fact("The harbour paid.", ImpactValue(Impact.MONEY_LOST, whose="Zenda")),
    ],
)
def test_a_name_or_word_that_the_report_does_not_have_is_dropped(saying: Saying) -> None:
    assert dropped(saying) == {"name": 1}


@pytest.mark.parametrize(
    "saying",
    [
        accusation(SENTENCE, PartyName("Elbonia", PartyKind.STATE, "QQ")),
        accusation(SENTENCE, PartyName("Elbonia", PartyKind.STATE, "Elbonia")),
        fact("The tax office is shut.", MeansValue(MeansKind.CVE, "tax")),
        fact("The harbour paid.", ImpactValue(Impact.MONEY_LOST, amount=1, currency="dollars")),
    ],
)
def test_a_code_that_there_is_none_of_is_dropped(saying: Saying) -> None:
    assert dropped(saying) == {"code": 1}


@pytest.mark.parametrize(
    "saying",
    [
        accusation(SENTENCE, NOBODY),
        accusation(SENTENCE, PartyName("Unknown", PartyKind.GROUP)),
        fact("The tax office is shut.", VictimValue(NOBODY, Sector.OTHER)),
        fact("The tax office is shut.", AliasValue("tax office", "tax office")),
    ],
)
def test_what_contradicts_itself_is_dropped(saying: Saying) -> None:
    assert dropped(saying) == {"sense": 1}


def test_all_that_is_dropped_is_counted_by_why() -> None:
    sayings = (accusation("no such words"), accusation(SENTENCE, NOBODY), accusation(SENTENCE))
    found = consult(document(), [Answer(sayings, undated=2), Answer(sayings[:1], undated=1)], "1")
    assert (len(found.claims), found.dropped) == (1, {"quote": 2, "sense": 1, "date": 3})


# --- what follows from a stance


def test_who_declines_to_attribute_accuses_nobody_whatever_was_filled_in() -> None:
    (claim,) = consulted(accusation(SENTENCE, ELBONIA, stance=Stance.DECLINES_TO_ATTRIBUTE)).claims
    assert claim.value == AttributionValue(UNKNOWN, Basis.POLITICAL_STATEMENT)


def test_who_owns_up_is_the_asserter() -> None:
    gang = PartyName("Night Owl", PartyKind.CRIMINAL_GROUP)
    quote = "a gang that calls itself Night Owl held the harbour"
    (claim,) = consulted(accusation(quote, gang, None, stance=Stance.CLAIMS_RESPONSIBILITY)).claims
    assert claim.asserter == gang


def test_a_denier_speaks_for_itself_unless_another_does() -> None:
    denial = DenialValue(ELBONIA, "said so")
    quote = "Rosa Kovac said so in Iran too"
    own, spoken = fact(quote, denial, stance=Stance.DENIES), fact(quote, denial, asserter=KOVAC, stance=Stance.DENIES)
    assert {claim.asserter for claim in consulted(own, spoken).claims} == {ELBONIA, KOVAC}


def test_nobody_has_one_name() -> None:
    value = ResponseValue(Act.RANSOM_PAID, NOBODY, Status.DONE, against=PartyName("unspecified", PartyKind.GROUP))
    (claim,) = consulted(fact("The harbour paid.", value, asserter=PartyName("Unknown", PartyKind.COMPANY))).claims
    assert claim.asserter == UNSPECIFIED
    assert claim.value == ResponseValue(Act.RANSOM_PAID, UNSPECIFIED, Status.DONE)


# --- for whatever is said

PARTIES = st.sampled_from([KOVAC, ELBONIA, IRAN, TAX_OFFICE, NOBODY, UNKNOWN])
QUOTES = st.tuples(st.integers(0, len(TEXT)), st.integers(0, 60)).map(lambda place: TEXT[place[0] : sum(place)]) | st.text()
SAYINGS = st.builds(
    Saying,
    quote=QUOTES,
    value=st.builds(AttributionValue, PARTIES, st.just(Basis.THIRD_PARTY))
    | st.builds(VictimValue, PARTIES, st.just(Sector.OTHER)),
    asserter=st.none() | PARTIES,
    stance=st.sampled_from(Stance),
    event=st.integers(0, 2),
)


@given(st.lists(SAYINGS, max_size=6))
def test_every_claim_stands_in_the_content_and_everything_else_is_counted(sayings: Sequence[Saying]) -> None:
    read = document()
    found = consult(read, [Answer(tuple(sayings))], "1")
    for claim in found.claims:
        passage = claim.passage
        assert read.text[passage.start : passage.end] == passage.quote
        inside = [block for block in read.blocks if block.start < passage.end and passage.start < block.end]
        assert {block.role for block in inside} <= {"headline", "content"}
    assert len(found.claims) + sum(found.dropped.values()) <= len(sayings)
    assert consult(read, [Answer(tuple(sayings))], "1") == found


@given(st.lists(SAYINGS, max_size=4), st.randoms())
def test_the_order_of_an_answer_does_not_matter(sayings: list[Saying], random: Random) -> None:
    shuffled = list(sayings)
    random.shuffle(shuffled)
    one, other = (consult(document(), [Answer(tuple(each))], "1") for each in (sayings, shuffled))
    assert one == other
