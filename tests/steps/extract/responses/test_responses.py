"""Response rules on sentences of our own, each under a report that says who was attacked and who is suspected."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest
from fact_samples import reading
from hypothesis import given, settings
from hypothesis import strategies as st
from more_response_samples import NOTHING, OTHERS
from response_samples import DIPLOMACY, REPORTS, SANCTIONS_AND_LAW, Row, samples_of

from demarche.model.claim import ResponseValue
from demarche.model.source import Capture
from demarche.model.vocabulary.responses import Act, Status
from demarche.steps.extract import read_tape
from demarche.steps.extract.responses import find_responses
from demarche.steps.extract.responses.table import deeds, inflected, things
from demarche.steps.ingest import ingest

ALBANIA, WATER, GERMANY = "ALBANIA", "WATER", "GERMANY"
OF_WORDS = frozenset({Act.STATEMENT, Act.FURTHER_ACTION, Act.SOLIDARITY, Act.INVESTIGATION})
"""Acts that sentences about other acts hold beside them."""
SAMPLES = [*DIPLOMACY, *SANCTIONS_AND_LAW, *samples_of(OTHERS)]


def found_in(report: str, sentence: str, besides: frozenset[Act] = OF_WORDS) -> list[ResponseValue]:
    """The responses that the sentence holds when it follows a report's lead."""
    published, lead = REPORTS[report]
    made = reading(f"{lead}\n\n{sentence}", published)
    start = made.document.text.index(sentence)
    values = [claim.value for claim in find_responses(made) if claim.passage.start >= start]
    return [value for value in values if isinstance(value, ResponseValue) and value.act not in besides]


def row(value: ResponseValue) -> Row:
    against = value.against.country if value.against else None
    return value.act.value, value.by.country or value.by.name, value.status.value, against


@pytest.mark.parametrize(("report", "sentence", "expected"), SAMPLES)
def test_who_did_what_to_whom_and_how_far(report: str, sentence: str, expected: set[Row]) -> None:
    assert {row(value) for value in found_in(report, sentence)} == expected


@pytest.mark.parametrize(("report", "sentence", "nothing"), samples_of(NOTHING))
def test_what_is_no_answer_to_the_attack(report: str, sentence: str, nothing: set[Row]) -> None:
    assert {row(value) for value in found_in(report, sentence)} == nothing


@pytest.mark.parametrize(
    ("report", "sentence", "act", "status"),
    [
        (ALBANIA, "NATO expressed its solidarity with Albania.", Act.SOLIDARITY, Status.DONE),
        (ALBANIA, "Washington vowed to take further action against Iran.", Act.FURTHER_ACTION, Status.THREATENED),
        (ALBANIA, "The United States will take further action, the White House said.", Act.FURTHER_ACTION, Status.ANNOUNCED),
        (ALBANIA, "Britain reserved the right to respond.", Act.FURTHER_ACTION, Status.CONSIDERED),
        (ALBANIA, "Albania lodged a formal protest with the Iranian embassy.", Act.PROTEST_NOTE, Status.DONE),
        (ALBANIA, "Britain urged Iran to stop.", Act.STATEMENT, Status.DONE),
        (GERMANY, "Germany suspended talks with Russia.", Act.SUSPEND_COOPERATION, Status.DONE),
        (GERMANY, "Poland closed the Russian consulate in Poznan.", Act.CLOSE_MISSION, Status.DONE),
        (GERMANY, "German prosecutors opened an investigation.", Act.INVESTIGATION, Status.DONE),
    ],
)
def test_acts_outside_the_annotation_scheme(report: str, sentence: str, act: Act, status: Status) -> None:
    assert (act, status) in {(value.act, value.status) for value in found_in(report, sentence, frozenset())}


@pytest.mark.parametrize(
    ("sentence", "terms"),
    [
        ("Albania ordered Iranian diplomats to leave within 24 hours.", "within 24 hours"),
        ("Iranian diplomats were given 48 hours to leave the country.", "48 hours"),
        ("The State Department offered up to $10 million for information on the group.", "up to $10 million"),
    ],
)
def test_terms_are_kept_as_said(sentence: str, terms: str) -> None:
    assert [value.terms for value in found_in(ALBANIA, sentence)] == [terms]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Albania expelled two Iranian diplomats on September 6.", "2022-09-06"),
        ("Albania severed relations with Iran yesterday over the cyberattack in July.", "2022-09-06"),
        ("Albania expelled two Iranian diplomats over the attack in July.", None),
        ("Albania could expel Iranian diplomats on Friday.", None),
    ],
)
def test_an_act_takes_its_own_date_and_never_that_of_the_attack(sentence: str, day: str | None) -> None:
    assert [str(value.date) if value.date else None for value in found_in(ALBANIA, sentence)] == [day]


def test_each_target_of_a_list_is_an_entry_of_its_own() -> None:
    found = found_in(GERMANY, "The US Treasury blacklisted Ivan Orlov and Pavel Zimin.")
    assert [value.against.name for value in found if value.against] == ["Ivan Orlov", "Pavel Zimin"]


def test_signatories_of_an_advisory_are_entries_of_their_own() -> None:
    told = "The FBI published a joint advisory. It was co-signed by agencies from Canada, Japan and Poland."
    assert {value.by.country for value in found_in(ALBANIA, told)} == {"US", "CA", "JP", "PL"}


def test_the_speaker_of_we_is_who_is_quoted() -> None:
    found = found_in(WATER, '"We will not pay a ransom," Northfield Water said.')
    assert [value.by.name for value in found] == ["Northfield Water"]


def test_sentences_about_another_event_are_left_out() -> None:
    made = reading("Hackers attacked Albania. Britain condemned the attack.", "2022-09-07", other=(2,))
    assert find_responses(made) == []


def test_nobody_is_made_up_when_no_state_is_in_reach() -> None:
    made = reading("Somebody broke into a computer. Two diplomats were expelled.")
    assert find_responses(made) == []


def test_inflection_of_the_tables() -> None:
    assert inflected("expel+")[2:4] == ["expelled", "expelling"]
    assert inflected("impose")[1:] == ["imposes", "imposed", "imposing"]
    assert inflected("deny")[1:3] == ["denies", "denied"]
    assert inflected("cut/cuts/cutting") == ["cut", "cuts", "cutting"]


def test_every_act_that_has_a_name_in_a_text_is_in_a_table() -> None:
    named = {deed.act for found in deeds().values() for deed in found} | {
        thing.act for found in things().values() for thing in found
    }
    assert set(Act) - named == {Act.PUBLIC_ATTRIBUTION}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([row[1] for row in SAMPLES]), min_size=1, max_size=6))
def test_claims_stand_on_the_words_and_repeat_on_a_second_run(sentences: list[str]) -> None:
    made = reading(" ".join((REPORTS[ALBANIA][1], *sentences)), "2022-09-07")
    claims = find_responses(made)
    assert claims == find_responses(made)
    assert all(made.document.text[claim.passage.start : claim.passage.end] == claim.passage.quote for claim in claims)


REAL = Path(__file__).parents[4] / "../shared/reports/techmonitor-2022-09-08-albania.txt"


@pytest.mark.skipif(not REAL.exists(), reason="the shared reports are not here")
def test_a_real_page() -> None:
    made = read_tape(ingest(Capture(REAL.name, REAL.read_bytes())))
    values = [claim.value for claim in find_responses(made) if isinstance(claim.value, ResponseValue)]
    rows = {row(value) for value in values}
    assert {
        ("sever-relations", "AL", "done", "IR"),
        ("expel-diplomats", "AL", "done", "IR"),
        ("raid", "AL", "done", "IR"),
        ("condemnation", "US", "done", None),
        ("condemnation", "GB", "done", None),
        ("further-action", "US", "threatened", None),
    } <= rows
    assert not any(value.act is Act.SANCTIONS and value.status is not Status.CONSIDERED for value in values)
    assert {value.by.country for value in values} <= {"AL", "US", "GB"}
    left = next(value for value in values if value.act is Act.EXPEL_DIPLOMATS)
    assert (left.terms, str(left.date)) == ("within 24 hours", "2022-09-07")


@pytest.mark.slow
def test_a_report_takes_a_few_milliseconds() -> None:
    rows = SAMPLES
    made = reading("\n\n".join((REPORTS[ALBANIA][1], *(row[1] for row in rows))), "2022-09-07")
    find_responses(made)
    started = process_time()
    find_responses(made)
    spent = (process_time() - started) * 1000 * 3000 / len(made.document.text)
    assert spent < 40, f"{spent:.1f} ms for 3,000 characters of nothing but responses"
