"""The trained reader: what it is shown, what it makes of the network's answers, and that it is the same every time."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from demarche.model.claim import AttributionValue, Claim, DenialValue, PartyName, ResponseValue
from demarche.model.source import Capture, Document
from demarche.model.vocabulary.attribution import PartyKind, Predicate, Stance
from demarche.model.vocabulary.responses import Act
from demarche.steps.extract import extract as by_rule
from demarche.steps.extract import ordered, read_tape
from demarche.steps.extract.accusations.scoring import scorer
from demarche.steps.extract.calibration import SORTS
from demarche.steps.extract.case import case_of
from demarche.steps.extract.trained import extract, proposed, uncalibrated
from demarche.steps.extract.trained.candidates import Candidate, joined
from demarche.steps.extract.trained.choice import choice, log_odds, signs
from demarche.steps.extract.trained.decoding import Decoder, Thresholds
from demarche.steps.extract.trained.network import ACTS, READER, ROLES, SAID, network
from demarche.steps.extract.trained.parties import Parties, same
from demarche.steps.extract.trained.sieve import worth_showing
from demarche.steps.ingest import ingest

REPORT = """Norway blames Russia for break-in at parliament

OSLO, October 13, 2020 - Norway's foreign minister said on Tuesday that Russia was behind the August break-in at the e-mail of
the Storting, the country's parliament.

"It is our assessment that Russia stands behind this activity," the minister told reporters.

The Russian embassy in Oslo rejected the accusation as a serious provocation. The police are looking into the case.

Oslo summoned the Russian ambassador on Wednesday. The weather was mild, and the cafés along the harbour were full.
"""


def read(text: str = REPORT) -> Document:
    return ingest(Capture("report.txt", text.encode()))


def accusations(claims: tuple[Claim, ...]) -> set[tuple[str | None, str | None, Stance]]:
    return {
        (claim.asserter.country, claim.value.accused.country, claim.stance)
        for claim in claims
        if isinstance(claim.value, AttributionValue)
    }


def test_it_reads_who_accuses_who_denies_and_who_answers() -> None:
    claims = extract(read())
    assert ("NO", "RU", Stance.ASSERTS) in accusations(claims)
    denials = {
        (claim.value.party.country, claim.value.words.split()[0]) for claim in claims if isinstance(claim.value, DenialValue)
    }
    assert denials in ({("RU", "provocation")}, {("RU", "rejected")})
    summons = [claim.value for claim in claims if isinstance(claim.value, ResponseValue) and claim.value.act is Act.SUMMONS]
    assert [value.by.country for value in summons] == ["NO"]


def test_every_claim_stands_on_its_words() -> None:
    document = read()
    for claim in extract(document):
        assert document.text[claim.passage.start : claim.passage.end] == claim.passage.quote
        assert 0.0 <= claim.score <= 1.0


def test_facts_that_it_does_not_learn_are_those_of_the_rules() -> None:
    document = read()
    learned = (AttributionValue, DenialValue, ResponseValue)
    kinds = [{type(claim.value) for claim in reader(document)} - set(learned) for reader in (extract, by_rule)]
    assert kinds[0] == kinds[1] != set()


def test_its_accusations_are_told_from_those_of_the_rules() -> None:
    told = [claim for claim in extract(read()) if isinstance(claim.value, AttributionValue)]
    assert {claim.reader for claim in told} == {READER}


def test_scores_become_likelihoods_of_the_same_claims() -> None:
    first, told = ordered(uncalibrated(read())), extract(read())
    assert Counter(replace(claim, score=0.0) for claim in told) == Counter(replace(claim, score=0.0) for claim in first)
    changed = {claim.predicate for claim in set(told) - set(first)}
    assert Predicate.ATTRIBUTION in changed <= set(SORTS)


def test_another_process_reads_the_same() -> None:
    program = (
        "import sys; from demarche.model.source import Capture; from demarche.steps.ingest import ingest;"
        "from demarche.steps.extract.trained import extract;"
        "print([claim.id for claim in extract(ingest(Capture('report.txt', sys.stdin.buffer.read())))])"
    )
    environment = {"PYTHONHASHSEED": "7", "PYTHONPATH": str(Path(__file__).parents[4] / "src")}
    ran = subprocess.run(
        [sys.executable, "-c", program], input=REPORT.encode(), env=environment, capture_output=True, check=True
    )
    assert ran.stdout.decode().strip() == str([claim.id for claim in extract(read())])


def test_a_text_without_any_accusation_gives_none() -> None:
    text = "Bakers in Lyon won a prize\n\nThe jury praised the crust. The price of flour has risen by a tenth since March."
    assert not [claim for claim in extract(read(text)) if isinstance(claim.value, AttributionValue | DenialValue)]


def test_an_empty_report_gives_nothing() -> None:
    assert extract(Document("", read().origin)) == ()


def test_the_network_sees_tokens_where_they_stand() -> None:
    reading = read_tape(read())
    seen = network().see(reading, [1])[1]
    assert len(seen.said) == len(SAID)
    assert seen.roles.shape == (len(seen.places), len(ROLES))
    words = [reading.document.text[place[0] : place[1]] for place in seen.places if place]
    assert "Norway" in words
    assert all(word and not word.isspace() for word in words)
    assert seen.says("asserts") > 0.5 > seen.says("sever-relations")


def test_higher_thresholds_never_tell_more() -> None:
    reading = read_tape(read())
    for seen in network().see(reading, range(len(reading.sentences))).values():
        told = [
            {(one.stance, one.speaker, one.accused) for one in Decoder(seen, Thresholds(said=bar)).positions()}
            for bar in (0.1, 0.5, 0.99)
        ]
        assert told[2] <= told[1] <= told[0]


def test_a_party_is_the_mention_that_the_words_name_or_the_words() -> None:
    document = read()
    reading = read_tape(document)
    case = case_of(reading)
    parties = Parties(reading, case.speakers, case.suspects)
    start = document.text.index("The Russian embassy")
    assert parties.voice((start + 4, start + 19), reading.sentences[4]).party.country == "RU"
    weather = document.text.index("cafés along")
    assert parties.accused((weather + 1, weather + 3)) == PartyName("cafés", PartyKind.GROUP)
    assert parties.voice(None, reading.sentences[0]).party.name == "unspecified"


@pytest.mark.parametrize(
    ("left", "right", "alike"),
    [
        (PartyName("Oslo", PartyKind.STATE, "NO"), PartyName("Norway", PartyKind.GOVERNMENT, "NO"), True),
        (PartyName("APT28", PartyKind.GROUP), PartyName("apt28", PartyKind.GROUP), True),
        (PartyName("APT28", PartyKind.GROUP), PartyName("APT29", PartyKind.GROUP), False),
        (PartyName("Oslo", PartyKind.STATE, "NO"), PartyName("Moscow", PartyKind.STATE, "RU"), False),
    ],
)
def test_two_names_are_one_party_by_name_or_state(left: PartyName, right: PartyName, alike: bool) -> None:
    assert same(left, right) is same(right, left) is alike


def test_what_rules_and_network_both_say_is_one_candidate() -> None:
    found = proposed(read_tape(read()), network(), scorer("accuses"))
    both = [one for one in found.candidates if one.rule and one.network]
    assert both
    one = both[0]
    apart = [replace(one, network=0.0)], [replace(one, rule=0.0, ruled=False)]
    (alone,) = joined(*apart)
    assert alone == replace(one, beside=alone.beside)
    elsewhere = replace(one, sentence=found.reading.sentences[-1], rule=0.0)
    assert len(joined(apart[0], [elsewhere])) == 2


def test_agreement_makes_a_candidate_likelier() -> None:
    (one, *_) = [
        one for one in proposed(read_tape(read()), network(), scorer("accuses")).candidates if one.rule and one.network
    ]
    alone = [replace(one, network=0.0), replace(one, rule=0.0, ruled=False)]
    assert all(choice().likely(one) > choice().likely(other) for other in alone)


def test_signs_say_who_thinks_so() -> None:
    (one, *_) = proposed(read_tape(read()), network(), scorer("accuses")).candidates
    candidate: Candidate = replace(one, rule=0.0, network=0.5)
    told = dict(signs(candidate))
    assert (told["no-rule"], told["no-network"], told["network"], told["both"]) == (1.0, 0.0, 0.0, 0.0)
    assert log_odds(0.0) == -log_odds(1.0) < -3


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("The ministry accused China of being behind the hack.", True),
        ("Tehran denied that it had anything to do with it.", True),
        ("Ottawa expelled two Russian diplomats over the hack.", True),
        ("Spending on security has doubled in ten years, but auditors still find old software in many offices.", False),
        ("Rain fell on the roofs.", False),
    ],
)
def test_only_sentences_that_may_tell_something_are_shown(sentence: str, shown: bool) -> None:
    assert worth_showing(sentence) is shown


def test_the_card_names_the_network_that_is_there() -> None:
    import hashlib
    from importlib.resources import files

    data = files("demarche.steps.extract.trained").joinpath("data")
    card = json.loads(data.joinpath("network.json").read_bytes())
    whole = data.joinpath("network.onnx").read_bytes()
    assert card["network"] == hashlib.sha256(whole).hexdigest()
    assert len(whole) < 30_000_000
    assert b"IsNaN" not in whole  # it would guard rows of attention that a mask hides, in a fifth of the reader's time
    assert set(ACTS) < set(SAID)
