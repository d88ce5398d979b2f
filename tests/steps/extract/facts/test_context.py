from __future__ import annotations

import pytest
from fact_samples import reading

from demarche.model.atoms import PartialDate
from demarche.model.claim import ContextValue
from demarche.model.vocabulary.attribution import ContextTopic
from demarche.steps.extract.facts.context import find_context


def context(body: str) -> list[ContextValue]:
    return [claim.value for claim in find_context(reading(body, "2022-09-08")) if isinstance(claim.value, ContextValue)]


def test_tense_relations_since_a_year() -> None:
    assert context("Ties between Tirana and Tehran have been tense since 2014.") == [
        ContextValue(ContextTopic.RELATIONS, PartialDate(2014))
    ]


@pytest.mark.parametrize(
    ("body", "topic"),
    [
        ("It came in retaliation for the removal of a statue.", ContextTopic.MOTIVE),
        ("The country hosts members of an exiled opposition group.", ContextTopic.MOTIVE),
        ("The group struck on the eve of the election.", ContextTopic.MOTIVE),
        ("It is the latest in a series of reckless actions.", ContextTopic.PRECEDENT),
    ],
)
def test_motives_and_precedents_are_told_by_their_words(body: str, topic: ContextTopic) -> None:
    assert [value.topic for value in context(body)] == [topic]


def test_a_plain_sentence_is_no_background() -> None:
    assert context("The hackers stole data and the ministry closed its website.") == []


def test_background_is_a_few_sentences_at_most() -> None:
    assert len(context(" ".join(["It came in retaliation for the sanctions."] * 20))) == 6
