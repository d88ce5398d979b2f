"""Which candidates become claims: by hand-made weights, and by those that the package carries."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from fact_samples import reading

from demarche.model.claim import PRIMARY, Claim, PartyName, ResponseValue
from demarche.model.source import Capture
from demarche.model.vocabulary.attribution import PartyKind
from demarche.model.vocabulary.responses import Act, Status
from demarche.steps.extract import read_tape
from demarche.steps.extract.responses.candidates import Answers, Doer, nearest
from demarche.steps.extract.responses.choice import Judge, Thresholds, find_responses, judge
from demarche.steps.extract.responses.cues import LEARNED, cued
from demarche.steps.ingest import ingest

BAR = Thresholds(rule=0.1, act=0.5, best=0.3, doer=0.6, beside=0.7)
BLANK = Judge({}, {}, {"done": {}}, BAR)
BAR_OF_PACKAGE = judge().thresholds
EXAMPLES = sorted((Path(__file__).parents[4] / "examples").glob("*.txt"))
LEAD = "Norway's parliament was hacked in August, and the government in Oslo blamed Russia for the attack."


def named(country: str, at: int | None = 0) -> Doer:
    return Doer(PartyName(country, PartyKind.STATE, country), at, "STATE")


def by_rule(country: str) -> Doer:
    made = reading(f"{LEAD}\n\nSweden condemned the attack.", "2020-10-13")
    return replace(named(country, None), how="ruled", claim=find_responses(made)[0])


def act_of(claim: Claim) -> Act | None:
    return claim.value.act if isinstance(claim.value, ResponseValue) else None


def sides(likely: float, scored: list[tuple[Doer, float]]) -> list[str | None]:
    return [doer.party.country for doer, _ in BLANK.pick(likely, scored)]


def test_the_likeliest_doer_needs_less_than_a_further_one() -> None:
    assert sides(0.6, [(named("NO"), 0.4), (named("SE"), 0.35)]) == ["NO"]
    assert sides(0.6, [(named("NO"), 0.9), (named("SE"), 0.65)]) == ["NO", "SE"]
    assert sides(0.6, [(named("NO"), 0.2)]) == []
    assert sides(0.4, [(named("NO"), 0.9)]) == []


def test_somebody_whom_the_sentence_does_not_name_is_a_doer_only_when_likeliest() -> None:
    assert sides(0.6, [(named("NO"), 0.9), (named("SE", None), 0.8)]) == ["NO"]
    assert sides(0.6, [(named("NO"), 0.8), (named("SE", None), 0.9)]) == ["NO", "SE"]


def test_of_one_state_only_the_likeliest_stands() -> None:
    office = Doer(PartyName("foreign ministry", PartyKind.GOVERNMENT, "NO"), 4, "OFFICIAL")
    assert BLANK.pick(0.9, [(named("NO"), 0.7), (office, 0.8)]) == [(office, 0.8)]


def test_what_a_rule_proposes_stays_unless_the_weights_are_sure_that_it_is_wrong() -> None:
    assert sides(0.2, [(by_rule("SE"), 0.2), (named("NO"), 0.9)]) == ["SE"]
    assert sides(0.05, [(by_rule("SE"), 0.9)]) == []
    assert sides(0.9, [(by_rule("SE"), 0.9), (named("NO"), 0.65)]) == ["SE"]
    assert sides(0.9, [(by_rule("SE"), 0.9), (named("NO"), 0.75)]) == ["SE", "NO"]


@pytest.mark.parametrize(
    ("word", "act"),
    [("condemning", Act.CONDEMNATION), ("sued", Act.LAWSUIT), ("expulsion", Act.EXPEL_DIPLOMATS), ("visas", Act.TRAVEL_BAN)],
)
def test_cues_are_words_and_their_beginnings(word: str, act: Act) -> None:
    assert act in cued(word)


def test_a_short_cue_stands_for_itself_alone() -> None:
    assert Act.LAWSUIT in cued("sue")
    assert cued("suet") == ()


def test_candidates_stand_on_their_sentence_and_nobody_beside_a_rule_of_their_own_state() -> None:
    made = reading(f"{LEAD}\n\nSweden condemned the attack, and Denmark lent Oslo a hand. It summoned the envoy.", "2020-10-13")
    answers = Answers(made)
    found = list(answers)
    assert {Act.CONDEMNATION, Act.ASSISTANCE, Act.SUMMONS} <= {answer.act for answer in found} <= LEARNED
    for answer in found:
        text = answer.scene.text
        assert all(text[cue.start : cue.end].lower() == cue.word for cue in answer.cues)
        doers = answers.doers(answer)
        ruled = {doer.party.country for doer in doers if doer.claim is not None}
        assert not any(doer.party.country in ruled for doer in doers if doer.claim is None and doer.party.country)
        assert all(doer.at is not None for doer in doers if ruled and doer.claim is None)
        assert all(nearest(answer, doer) in answer.cues for doer in doers)


@pytest.mark.parametrize("word", ["several", "billion", "ransomware", "personal", "assistant", "decryption", "called", "took"])
def test_words_that_name_no_act_are_no_cues(word: str) -> None:
    assert cued(word) == ()


def test_a_cue_with_a_full_stop_stands_for_itself_alone() -> None:
    assert Act.LAW_OR_POLICY in cued("bill")
    assert Act.LAW_OR_POLICY not in cued("billboards")


@pytest.mark.parametrize(
    ("sentence", "act", "country"),
    [
        ("Officials in Moscow have condemned the decision of Norway to name the hackers.", Act.CONDEMNATION, "NO"),
        ("No arrests were made in Norway, the police said.", Act.ARREST, "NO"),
        ("A reward was offered in Norway for tips leading to arrests.", Act.ARREST, "NO"),
        ("Sweden said it would provide Norway with assistance.", Act.ASSISTANCE, "NO"),
        ("The weather service put out an alert about the heat.", Act.ADVISORY, "NO"),
    ],
)
def test_the_state_that_was_hit_does_not_stand_in_for_others(sentence: str, act: Act, country: str) -> None:
    claims = find_responses(reading(f"{LEAD}\n\n{sentence}", "2020-10-13"))
    found = {(act_of(claim), claim.value.by.country) for claim in claims if isinstance(claim.value, ResponseValue)}
    assert (act, country) not in found


def test_whoever_only_tells_of_an_act_has_not_done_it() -> None:
    made = reading(f"{LEAD}\n\nThe minister Kari Moe said Sweden has condemned the attack.", "2020-10-13")
    claims = [claim for claim in find_responses(made) if act_of(claim) is Act.CONDEMNATION]
    assert {claim.value.by.country for claim in claims if isinstance(claim.value, ResponseValue)} == {"SE"}


def test_a_speaker_condemns_by_what_is_said_of_the_accused() -> None:
    made = reading(
        f"{LEAD}\n\nSweden's prime minister said Russia's reckless actions showed a disregard for all.", "2020-10-13"
    )
    claims = [claim for claim in find_responses(made) if act_of(claim) is Act.CONDEMNATION]
    assert {claim.value.by.country for claim in claims if isinstance(claim.value, ResponseValue)} == {"SE"}


def test_a_sieve_stops_what_no_rule_proposes() -> None:
    made = reading(f"{LEAD}\n\nTheir rules leave no room for a reward. Sweden condemned the attack.", "2020-10-13")
    ruled = {(one.scene.sentence.number, one.act) for one in Answers(made) if one.said}
    kept = {(one.scene.sentence.number, one.act) for one in Answers(made, lambda signs: "act=reward-offer" in signs)}
    assert (made.sentences[-1].number, Act.CONDEMNATION) in ruled
    assert {act for _, act in kept - ruled} == {Act.REWARD_OFFER}
    assert ruled <= kept


def test_the_weights_leave_no_room_for_many_candidates() -> None:
    readings = [read_tape(ingest(Capture(path.name, path.read_bytes()))) for path in EXAMPLES]
    everything = [answer for made in readings for answer in Answers(made)]
    kept = [answer for made in readings for answer in Answers(made, judge().room)]
    assert 0 < len(kept) < 0.9 * len(everything)


def test_the_weights_find_what_no_rule_makes_and_say_how_sure_they_are() -> None:
    more = 0
    for path in EXAMPLES:
        made = read_tape(ingest(Capture(path.name, path.read_bytes())))
        ruled = {doer.claim.id for answer in Answers(made) for doer in answer.said if doer.claim is not None}
        claims = find_responses(made)
        chosen = [claim for claim in claims if act_of(claim) in LEARNED and claim.id not in ruled]
        more += len(chosen)
        assert all(BAR_OF_PACKAGE.act * BAR_OF_PACKAGE.best <= claim.score < 1.0 for claim in chosen)
        assert all(claim.event == PRIMARY for claim in claims)
        assert [claim.id for claim in claims] == [claim.id for claim in find_responses(made)]
    assert more >= 3


def test_a_refused_ransom_is_done_however_it_is_said() -> None:
    made = reading(f"{LEAD}\n\nThe company will not pay the ransom, and its lawyers were told not to negotiate.", "2020-10-13")
    refused = [answer for answer in Answers(made) if answer.act is Act.RANSOM_REFUSED]
    assert [BLANK.status(answer, named("NO", None)) for answer in refused] == [Status.DONE]
