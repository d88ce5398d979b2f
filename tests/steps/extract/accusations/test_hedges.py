from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.model.claim import PartyName
from demarche.model.vocabulary.attribution import PartyKind, Stance
from demarche.model.vocabulary.yardsticks import ICD203, PHIA, ConfidenceLevel, Scale
from demarche.steps.extract.accusations.hedges import hedge_in, measured
from demarche.steps.extract.accusations.origins import Voice
from demarche.steps.extract.mentions.tape import Kind

WORDS = sorted({*PHIA, *ICD203, "high confidence", "with moderate confidence", "low confidence", "fully confident", "perhaps"})


def voice(country: str | None, kind: Kind = Kind.OFFICIAL) -> Voice:
    return Voice(PartyName("ministry", PartyKind.GOVERNMENT, country), kind)


@pytest.mark.parametrize(
    ("text", "words", "stance"),
    [
        ("was almost certainly behind", "almost certainly", Stance.ASSERTS),
        ("was Almost Certainly behind", "Almost Certainly", Stance.ASSERTS),
        ("is highly likely to be", "highly likely", Stance.ASSERTS),
        ("with high confidence", "with high confidence", Stance.ASSERTS),
        ("are highly confident", "highly confident", Stance.ASSERTS),
        ("beyond reasonable doubt", "beyond reasonable doubt", Stance.ASSERTS),
        ("has concluded that", "has concluded", Stance.ASSERTS),
        ("believes that", "believes", Stance.ASSERTS),
        ("was likely behind", "likely", Stance.SUSPECTS),
        ("with moderate confidence", "with moderate confidence", Stance.SUSPECTS),
        ("with low confidence", "with low confidence", Stance.SUSPECTS),
        ("possibly", "possibly", Stance.SUSPECTS),
        ("the suspected authors", "suspected", Stance.SUSPECTS),
        ("an alleged role", "alleged", Stance.SUSPECTS),
        ("it appears to be", "appears to", Stance.SUSPECTS),
        ("bears the hallmarks of", "bears the hallmarks", Stance.SUSPECTS),
        ("a realistic possibility", "realistic possibility", Stance.SUSPECTS),
        ("is believed to be", "believed to", Stance.SUSPECTS),
    ],
)
def test_words_give_a_stance(text: str, words: str, stance: Stance) -> None:
    found = hedge_in(text)
    assert found is not None
    assert (found.words, found.stance) == (words, stance)


@pytest.mark.parametrize(
    "text", ["", "said that it did", "an unlikely place", "the uncertainty", "in confidence", "an impossible task"]
)
def test_other_words_hedge_nothing(text: str) -> None:
    assert hedge_in(text) is None


@pytest.mark.parametrize(
    ("text", "words", "stance"),
    [
        ("believes it was likely", "likely", Stance.SUSPECTS),
        ("has concluded that it may be", "may be", Stance.SUSPECTS),
        ("almost certainly, and the evidence suggests so", "almost certainly", Stance.ASSERTS),
        ("suspected for long, and now with high confidence", "with high confidence", Stance.ASSERTS),
    ],
)
def test_a_soft_word_outweighs_a_verb_but_not_a_phrase_of_the_yardsticks(text: str, words: str, stance: Stance) -> None:
    found = hedge_in(text)
    assert found is not None
    assert (found.words, found.stance) == (words, stance)


@pytest.mark.parametrize(
    ("words", "country", "scale", "low", "high"),
    [
        ("almost certainly", "GB", Scale.PHIA, 95, 100),
        ("almost certainly", "US", Scale.ICD203, 95, 99),
        ("Almost  Certainly", "GB", Scale.PHIA, 95, 100),
        ("highly likely", "GB", Scale.PHIA, 80, 90),
        ("highly likely", "US", Scale.ICD203, 80, 95),
        ("likely", "GB", Scale.PHIA, 55, 75),
        ("likely", "US", Scale.ICD203, 55, 80),
        ("realistic possibility", "GB", Scale.PHIA, 40, 50),
        ("realistic possibility", "US", Scale.ICD203, None, None),
        ("likely", "AL", Scale.NONE, None, None),
        ("likely", None, Scale.NONE, None, None),
        ("perhaps", "GB", Scale.PHIA, None, None),
    ],
)
def test_likelihood_is_read_on_the_yardstick_of_the_speaker(
    words: str, country: str | None, scale: Scale, low: int | None, high: int | None
) -> None:
    likelihood, confidence = measured(words, voice(country))
    assert confidence is None
    assert likelihood is not None
    assert (likelihood.words, likelihood.scale, likelihood.low, likelihood.high) == (words, scale, low, high)


@pytest.mark.parametrize("kind", [Kind.COMPANY, Kind.EXPERT, Kind.MEDIA])
def test_a_company_of_a_state_is_not_bound_to_its_yardstick(kind: Kind) -> None:
    likelihood, _ = measured("likely", voice("US", kind))
    assert likelihood is not None
    assert (likelihood.scale, likelihood.low) == (Scale.NONE, None)


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("with high confidence", ConfidenceLevel.HIGH),
        ("high degree of confidence", ConfidenceLevel.HIGH),
        ("Highly confident", ConfidenceLevel.HIGH),
        ("moderate confidence", ConfidenceLevel.MODERATE),
        ("medium-to-high confidence", ConfidenceLevel.MODERATE),
        ("with low confidence", ConfidenceLevel.LOW),
        ("some confidence", None),
        ("fully confident", None),
    ],
)
def test_confidence_has_a_level_and_no_likelihood(words: str, level: ConfidenceLevel | None) -> None:
    likelihood, confidence = measured(words, voice("US"))
    assert likelihood is None
    assert confidence is not None
    assert (confidence.words, confidence.level, confidence.scale) == (words, level, Scale.ICD203)


@given(st.sampled_from(WORDS), st.sampled_from(["GB", "US", "AL", None]), st.sampled_from(Kind))
def test_no_phrase_is_both_likelihood_and_confidence(words: str, country: str | None, kind: Kind) -> None:
    likelihood, confidence = measured(words, voice(country, kind))
    assert (likelihood is None) != (confidence is None)
    if likelihood is not None and likelihood.low is not None and likelihood.high is not None:
        assert 0 <= likelihood.low < likelihood.high <= 100
