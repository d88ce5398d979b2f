from __future__ import annotations

from fact_samples import reading
from hypothesis import given
from hypothesis import strategies as st

from demarche.model.claim import PRIMARY, TypeValue
from demarche.model.vocabulary.incidents import IncidentType
from demarche.steps.extract.dates.start import find_dates
from demarche.steps.extract.facts.context import find_context
from demarche.steps.extract.facts.impacts import find_impacts
from demarche.steps.extract.facts.means import find_means
from demarche.steps.extract.facts.services import find_services
from demarche.steps.extract.facts.types import find_types
from demarche.steps.extract.facts.victims import find_victims
from demarche.steps.extract.reading import READER, READER_VERSION

FACTS = (find_victims, find_services, find_dates, find_types, find_impacts, find_means, find_context)
PHRASES = (
    "Hackers attacked the Estonian parliament on 3 May.",
    "A wiper erased disks!",
    "“No data was stolen,” he said.",
    "In 2014 relations were tense; İstanbul’s port lost $3m.",
    "Iran denied it.",
    "The ransomware encrypted files of 3,000 patients.",
    "e-Albania, a portal, came under attack.",
)


def test_a_claim_carries_the_reader_and_the_words_of_its_sentence() -> None:
    made = reading("Hackers attacked a bank. They left.")
    claim = made.claim(made.sentences[1], TypeValue(IncidentType.DDOS), score=0.7)
    assert (claim.reader, claim.reader_version, claim.score, claim.event) == (READER, READER_VERSION, 0.7, PRIMARY)
    assert claim.passage.quote == "Hackers attacked a bank."


def test_plain_words_keep_their_offsets_across_line_breaks() -> None:
    made = reading("Hackers attacked\na bank in Estonia.")
    sentence = made.sentences[1]
    first, _ = made.tape.offsets(sentence.start, sentence.end)
    assert made.plain[1] == "Hackers attacked a bank in Estonia."
    assert made.document.text[first + 17 : first + 23] == made.plain[1][17:23] == "a bank"


def test_lower_case_keeps_length_even_for_letters_that_grow() -> None:
    made = reading("İstanbul was attacked.")
    assert [len(text) for text in made.lowered] == [len(text) for text in made.plain]


@given(st.lists(st.sampled_from(PHRASES), min_size=1, max_size=12))
def test_every_claim_is_a_quote_and_reading_twice_is_reading_once(phrases: list[str]) -> None:
    body = " ".join(phrases)
    made, again = reading(body, "2022-09-08"), reading(body, "2022-09-08")
    claims = [claim for find in FACTS for claim in find(made)]
    assert all(made.document.text[claim.passage.start : claim.passage.end] == claim.passage.quote for claim in claims)
    assert [claim.id for claim in claims] == [claim.id for find in FACTS for claim in find(again)]
    assert all(0 < claim.score <= 1 for claim in claims)


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(text: str) -> None:
    made = reading(text)
    for find in FACTS:
        find(made)
