from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from accusation_samples import HEADLINE, claims
from fact_samples import document
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.model.atoms import canonical_json
from demarche.model.claim import UNSPECIFIED, AttributionValue, Claim, DateValue
from demarche.model.vocabulary.attribution import PartyKind, Stance
from demarche.model.vocabulary.yardsticks import ConfidenceLevel, Scale
from demarche.steps.extract import extract, read_tape
from demarche.steps.extract.reading import READER, READER_VERSION

STORY = (
    "Albania cut ties with Iran on Wednesday after prime minister Edi Rama blamed it for a cyberattack that wiped servers.\n\n"
    "The UK’s NCSC said Iran was almost certainly responsible for the attack. US officials told Reuters that hackers linked to "
    "Iran had likely stolen data. Mandiant assessed with moderate confidence that Iran carried out the attack.\n\n"
    "“These claims are baseless,” said the Iranian foreign ministry. Canada, Estonia and Australia signed a statement that "
    "condemned Iran for the attack. In 2017 the NotPetya worm was blamed on Russia."
)
FRAGMENTS = (
    "Albania blamed Iran for the attack. ",
    "“It was Iran. We are sure,” said Microsoft. ",
    "The attack was attributed to APT34 ",
    'US officials told Reuters that "Russia" did it. ',
    "İstanbul’s port – hit in May – lost $3m. ",
    "A gang calling itself Grey Moon hit a bank. ",
    "Iran denied it. ",
    "he said ",
    "according to ",
    "\n\n",
    "\n",
    "”",
    "“",
    "? ",
    "\U000f0000",
    "\U000f8001 was behind the attack. ",
    "\ue000",
    "ﬀ ",
)


def accusations(body: str, published: str | None = None) -> list[Claim]:
    kept = {Stance.ASSERTS, Stance.SUSPECTS}
    return [one for one in claims(body, published) if isinstance(one.value, AttributionValue) and one.stance in kept]


def digest(text: str) -> str:
    found = extract(document(text, "2022-09-08"))
    return hashlib.sha256(canonical_json([{"id": claim.id, "claim": claim} for claim in found]).encode()).hexdigest()


@pytest.mark.parametrize(
    "body",
    [
        "The attack on the Albanian parliament was blamed on Iran.",
        "The attack on the Albanian government has been attributed to Iran.",
        "Iran was blamed for the attack on Albania.",
        "Iran has been accused of hacking the servers of Albania’s foreign ministry.",
    ],
)
def test_a_passive_without_an_agent_is_never_promoted_to_a_government(body: str) -> None:
    assert [claim.asserter for claim in accusations(body)] == [UNSPECIFIED]


@pytest.mark.parametrize(
    ("body", "asserter"),
    [
        ("Iran was blamed by Albania for the attack.", "Albania"),
        ("The attack was blamed on Iran, the Albanian foreign ministry said.", "Albanian foreign ministry"),
        ("According to Microsoft, the attack was carried out by Iran.", "Microsoft"),
    ],
)
def test_a_passive_with_a_source_is_of_the_source(body: str, asserter: str) -> None:
    assert asserter in {claim.asserter.name for claim in accusations(body)}


def test_the_innermost_source_asserts_and_the_medium_relays() -> None:
    (claim,) = accusations("Reuters reported that US officials had concluded that Iran was behind the attack.")
    assert (claim.asserter.name, claim.asserter.country) == ("US officials", "US")
    assert claim.relayed_by is not None
    assert (claim.relayed_by.name, claim.relayed_by.kind) == ("Reuters", PartyKind.MEDIA)


def test_likelihood_and_confidence_are_kept_apart_on_the_speaker_s_yardstick() -> None:
    by_name = {claim.asserter.name: claim for claim in accusations(STORY)}
    british, american, company = by_name["NCSC"], by_name["US officials"], by_name["Mandiant"]
    assert british.likelihood is not None
    assert (british.likelihood.scale, british.likelihood.low, british.likelihood.high) == (Scale.PHIA, 95, 100)
    assert (british.stance, british.confidence) == (Stance.ASSERTS, None)
    assert american.likelihood is not None
    assert (american.likelihood.scale, american.likelihood.low, american.likelihood.high) == (Scale.ICD203, 55, 80)
    assert company.confidence is not None
    assert (company.confidence.level, company.likelihood) == (ConfidenceLevel.MODERATE, None)
    assert company.stance is Stance.SUSPECTS


def test_no_date_of_the_event_comes_from_the_publication_date() -> None:
    body = "Hackers attacked the Albanian parliament and wiped its servers. Albania blamed Iran."
    dated = [claim for claim in claims(body, "2022-09-08") if isinstance(claim.value, DateValue)]
    assert dated == []
    assert {claim.said_on for claim in claims(body, "2022-09-08")} == {None}
    told = claims("Hackers attacked the Albanian parliament on 15 July 2022.", "2022-09-08")
    assert "2022-07-15" in {str(claim.value.date) for claim in told if isinstance(claim.value, DateValue)}


def test_an_aside_about_another_attack_has_its_own_event() -> None:
    padding = "It rained. " * 4
    found = accusations(f"Albania blamed Iran. {padding}In 2017 the NotPetya worm was blamed on Russia.", "2022-09-08")
    assert {(claim.value.accused.name, claim.event) for claim in found if isinstance(claim.value, AttributionValue)} == {
        ("Iran", "primary"),
        ("Russia", "other-1"),
    }


def test_claims_are_in_reading_order_each_once_and_signed_by_the_reader() -> None:
    found = extract(document(f"{HEADLINE}\n\n{STORY}"))
    assert [claim.passage.start for claim in found] == sorted(claim.passage.start for claim in found)
    assert len({claim.id for claim in found}) == len(found) > 8
    assert {(claim.reader, claim.reader_version) for claim in found} == {(READER, READER_VERSION)}


PROGRAM = "import test_extract as t; print(t.digest(t.HEADLINE + '\\n\\n' + t.STORY))"


def test_no_hash_seed_leaves_a_trace() -> None:
    here = Path(__file__).parent
    paths = os.pathsep.join([str(here), str(here.parents[2] / "src"), *sys.path])
    digests = set()
    for seed in ("1", "31337"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths}
        done = subprocess.run([sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=True)
        digests.add(done.stdout.strip())
    assert digests == {digest(f"{HEADLINE}\n\n{STORY}")}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=12))
def test_every_claim_is_a_quote_of_any_text_and_nothing_raises(fragments: list[str]) -> None:
    made = document(f"{HEADLINE}\n\n{''.join(fragments)}", "2022-09-08")
    found = extract(made)
    assert all(made.text[claim.passage.start : claim.passage.end] == claim.passage.quote for claim in found)
    assert all(0 < claim.score <= 1 for claim in found)
    assert [claim.id for claim in found] == [claim.id for claim in extract(made)]
    assert all((claim.likelihood is None or claim.confidence is None) for claim in found)


@pytest.mark.parametrize("letter", ["\U000f0000", "\U000f8001", "\U000fffff", "\ue000"])
def test_private_use_characters_of_a_text_are_no_mentions(letter: str) -> None:
    made = document(f"{HEADLINE}\n\n{letter} was behind the attack. Albania blamed {letter}. Microsoft blamed Iran.")
    reading = read_tape(made)
    assert {named.party.name for row in reading.named for _, named in row} >= {"Albania", "Microsoft", "Iran"}
    assert all(made.text[named.start : named.end] != letter for row in reading.named for _, named in row)
    accused = {claim.value.accused.name for claim in extract(made) if isinstance(claim.value, AttributionValue)}
    assert accused == {"Iran"}


def test_an_empty_document_makes_no_claims() -> None:
    assert extract(document("")) == ()
    assert extract(document("\n\n \n")) == ()
