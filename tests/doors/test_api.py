from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pdf_samples import Sheet, pdf

import demarche
from demarche.doors.api import CONTEXT, OpenRecord, annotate, open_record
from demarche.errors import NotFound, StoreError, UsageError
from demarche.model.atoms import Marking, PartialDate
from demarche.model.claim import AttributionValue, Claim, PartyName, VictimValue
from demarche.model.source import Document, Outcome
from demarche.model.vocabulary.attribution import PartyKind, Stance
from demarche.model.vocabulary.incidents import Sector

REPORT = (
    "Albania cuts ties with Iran over cyber attack\n\n"
    "TIRANA, 8 September 2022 - Albania’s prime minister, Edi Rama, said on Wednesday that Iran had carried out the "
    "cyberattack that wiped the servers of the Albanian government on 15 July 2022. Albania severed diplomatic relations with "
    "Iran and ordered its diplomats to leave within 24 hours.\n\n"
    "Tehran rejected the accusation as baseless. The White House said it would take further action against Iran.\n"
)
OTHER = (
    "Norway blames Russia for breach of parliament\n\n"
    "OSLO, 13 October 2020 - Norway’s foreign minister, Ine Eriksen Soreide, said on Tuesday that Russia was behind the breach "
    "of the parliament’s e-mail system on 24 August 2020. The Russian embassy denied it.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "albania.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "in" / "norway.txt").write_text(OTHER, encoding="utf-8")
    return tmp_path


@pytest.fixture
def record(folder: Path) -> Iterator[OpenRecord]:
    with open_record(folder / "record.sqlite") as opened:
        summary = opened.read(folder / "in")
        assert summary.count(Outcome.OK) == 2
        yield opened


def attribution(record: OpenRecord, accused: str) -> str:
    found = [
        claim.id
        for claim in record.claims(predicate="attribution")
        if isinstance(claim.value, AttributionValue) and claim.value.accused.name == accused
    ]
    return found[0]


def test_the_package_offers_the_door() -> None:
    assert demarche.open_record is open_record
    assert demarche.OpenRecord is OpenRecord


def test_incidents_are_found_by_who_is_accused(record: OpenRecord) -> None:
    by_code = [incident.id for incident in record.incidents(accused="IR")]
    assert len(by_code) == 1
    assert [incident.id for incident in record.incidents(accused="Iran")] == by_code
    assert [incident.id for incident in record.incidents(accused="Russia")] != by_code
    assert list(record.incidents(accused="CN")) == []
    assert record.show(by_code[0]).id == by_code[0]


def test_incidents_are_found_by_other_filters(record: OpenRecord) -> None:
    everything = {incident.id: incident for incident in record.incidents()}
    assert set(everything) == {incident.id for incident in record.record().incidents}
    for standing in {incident.standing for incident in everything.values()}:
        found = {incident.id for incident in record.incidents(standing=standing.value)}
        assert found == {key for key, incident in everything.items() if incident.standing is standing}
    assert list(record.incidents(since="2150")) == []
    assert list(record.incidents(until=PartialDate(1950))) == []


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ({"accused": "Irann"}, "no such country"),
        ({"victim": "Nowhere"}, "no such country"),
        ({"type": "flood"}, "no such incident type: 'flood'; it is one of data-theft"),
        ({"standing": "certain"}, "no such standing"),
        ({"responded_with": "shrug"}, "no such response act"),
        ({"since": "July"}, "not a date"),
        ({"until": "2022-13"}, "no such month"),
    ],
)
def test_a_filter_outside_its_vocabulary_is_a_usage_error(record: OpenRecord, question: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        record.incidents(**question)


def test_a_misspelt_filter_never_answers_with_everything(record: OpenRecord, folder: Path) -> None:
    with pytest.raises(UsageError, match="no 'acused' here; there are accused"):
        record.incidents(acused="IR")  # type: ignore[call-arg]
    with pytest.raises(UsageError, match="no 'asserters'"):
        record.claims(asserters="IR")  # type: ignore[call-arg]
    with pytest.raises(UsageError, match="no 'publishd'"):
        record.read(folder / "in", publishd="2022")  # type: ignore[call-arg]


def test_claims_are_found_by_predicate_asserter_document_and_incident(record: OpenRecord) -> None:
    everything = {claim.id: claim for claim in record.claims()}
    assert list(everything) == sorted(everything)
    attributions = {key for key, claim in everything.items() if claim.predicate == "attribution"}
    assert {claim.id for claim in record.claims(predicate="attribution")} == attributions
    albanian = {key for key, claim in everything.items() if claim.asserter.country == "AL"}
    assert {claim.id for claim in record.claims(asserter="Albania")} == albanian != set()
    (incident,) = record.incidents(accused="IR")
    of_incident = list(record.claims(incident=incident.id))
    assert {claim.passage.document for claim in of_incident} == {source.document for source in incident.sources}
    assert {claim.id for row in [*incident.attributions] for claim in of_incident if claim.id in row.on.claims} != set()
    document = of_incident[0].passage.document
    assert {claim.id for claim in record.claims(document=document)} == {
        key for key, claim in everything.items() if claim.passage.document == document
    }
    with pytest.raises(UsageError, match="no such predicate"):
        record.claims(predicate="gossip")
    with pytest.raises(NotFound):
        record.claims(incident="atlantis-2022")


def test_why_gives_the_words_in_their_context(record: OpenRecord) -> None:
    why = record.why(attribution(record, "Iran"))
    assert why.quote == why.claim.passage.quote
    assert why.before + why.quote + why.after in REPORT
    assert len(why.before) <= CONTEXT
    assert len(why.after) <= CONTEXT
    assert why.source.origin.name == "in/albania.txt"
    assert len(why.source.origin.sha256) == 64
    with pytest.raises(NotFound, match="no claim"):
        record.why("claim-00000000000000000000")


def test_what_is_told_of_reports_goes_with_them(folder: Path) -> None:
    with open_record(folder / "other.sqlite") as record:
        record.read(
            folder / "in" / "albania.txt", published="2022-09-09", publisher="The Wire", marking="amber", url="https://a.b/c"
        )
        why = record.why(next(record.claims()).id)
        origin = why.source.origin
        assert (origin.publisher, origin.published, origin.url) == ("The Wire", PartialDate(2022, 9, 9), "https://a.b/c")
        assert why.source.marking is Marking.AMBER
        with pytest.raises(UsageError, match="no such marking"):
            record.read(folder / "in", marking="purple")


def test_inputs_tell_how_each_ended(record: OpenRecord, folder: Path) -> None:
    summary = record.read(folder / "gone.txt", folder / "in" / "albania.txt")
    assert [result.outcome for result in summary.inputs] == [Outcome.REJECTED, Outcome.OK]
    assert [ended.name for ended in record.inputs("rejected")] == ["gone.txt"]
    assert {ended.name for ended in record.inputs()} == {"gone.txt", "in/albania.txt", "in/norway.txt", "albania.txt"}
    with pytest.raises(UsageError, match="no such outcome"):
        record.inputs("lost")


def test_a_reader_may_be_given(folder: Path) -> None:
    with open_record(folder / "silent.sqlite") as record:
        summary = record.read(folder / "in", reader=lambda _document: ())
        assert [result.claims for result in summary.inputs] == [0, 0]
        assert list(record.incidents()) == []
        assert record.parties() == ()


def test_annotating_gives_one_annotation_per_report(folder: Path, record: OpenRecord) -> None:
    annotated = list(annotate([folder / "in", folder / "gone.txt"]))
    assert [one.name for one in annotated] == ["in/albania.txt", "in/norway.txt", "gone.txt"]
    assert [one.annotation is None for one in annotated] == [False, False, True]
    assert list(record.annotate([folder / "in", folder / "gone.txt"])) == annotated


def test_reports_annotated_together_name_the_incidents_that_a_record_would_have(folder: Path, record: OpenRecord) -> None:
    found = [one.annotation for one in annotate([folder / "in"]) if one.annotation]
    incidents = {incident.id: incident for incident in record.incidents()}
    assert {one["cluster"] for one in found} <= incidents.keys()
    assert [str(incidents[one["cluster"]].start) for one in found] == [one["incident"]["start_date"] for one in found]
    assert [one["primary"] for one in found] == [one["cluster"] for one in found]


def test_export_and_verify(record: OpenRecord) -> None:
    exported = b"".join(record.export("json"))
    assert exported == b"".join(record.export("json"))
    for incident in record.incidents():
        assert incident.id.encode() in exported
    assert list(record.verify()) == []
    with pytest.raises(UsageError, match="no such export format"):
        record.export("xml")


def test_a_record_opens_where_the_environment_says(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMARCHE_RECORD", str(folder / "named.sqlite"))
    with open_record() as record:
        assert record.place == str(folder / "named.sqlite")
    with pytest.raises(StoreError, match="no record at"):
        open_record(folder / "missing.sqlite", create=False)


def test_importing_the_door_imports_nothing_heavy() -> None:
    heavy = ("sqlalchemy", "trafilatura", "lxml", "pycountry", "ahocorasick_rs", "pymispgalaxies", "demarche.steps.extract")
    code = "import sys, demarche.doors.api, demarche.pipeline; print(*[name for name in sys.modules])"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(heavy).isdisjoint(ended.stdout.split())
    assert "demarche.pipeline" in ended.stdout.split()


LONG = "word " * 100


def test_why_says_on_which_page_the_words_stand(folder: Path) -> None:
    first, second = Sheet(), Sheet()
    first.line("The ministry said nothing about it on the day of the attack.", 72, 100)
    second.line("On the next day it said that Iran did it.", 72, 100)
    (folder / "a.pdf").write_bytes(pdf([first, second]))
    with open_record(folder / "pages.sqlite") as record:
        record.read(folder / "a.pdf", reader=says_iran_did_it)
        assert record.why(next(record.claims()).id).place == "page 2"
        assert list(record.verify()) == []


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        (f"{LONG}end. Before it. Iran did it. After it. {LONG}", "Before it. ", " After it."),
        ("Iran did it.", "", ""),
        ("Before. Iran did it, they say. After.", "Before. ", " After."),
        (f"{LONG}Iran did it. {LONG}", LONG[-155:], " " + LONG[:155].rstrip()),
        ("Title\n\nIran did it.\n\nNext paragraph.\nMore", "Title\n\n", "\n\nNext paragraph."),
    ],
)
def test_the_context_of_a_claim_is_a_sentence_or_as_much_as_fits(folder: Path, text: str, before: str, after: str) -> None:
    (folder / "long.txt").write_text(text, encoding="utf-8")
    with open_record(folder / "context.sqlite") as record:
        record.read(folder / "long.txt", reader=says_iran_did_it)
        why = record.why(next(record.claims()).id)
    assert (why.before, why.after) == (before, after)
    assert before + why.quote + after in text


def says_iran_did_it(document: Document) -> tuple[Claim, ...]:
    somebody = PartyName("Somebody", PartyKind.ORGANISATION)
    start = document.text.index("Iran did it")
    passage = document.passage(start, document.text.index(".", start) + 1)
    return (Claim(passage, VictimValue(somebody, Sector.OTHER), somebody, Stance.ASSERTS, "hand", "1", 1.0),)
