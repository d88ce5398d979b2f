"""Comparing with corpora of others: on records of their form, with sentences of our own."""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bench import outside
from bench.outside_measures import (
    Counts,
    Measure,
    Text,
    attackers,
    attacks,
    deeds,
    malware_in_news,
    malware_in_reports,
    named,
    names,
    silence,
    speakers,
    victims,
)
from demarche.model.claim import Reader
from demarche.model.source import Capture
from demarche.readers import rule_reader
from demarche.steps.ingest import ingest

ROOT = Path(__file__).parents[2]


def record(text: str, **more: Any) -> dict[str, Any]:
    return {"id": text[:8], "split": "dev", "text": text, "spans": [], "events": [], "labels": {}, **more}


def span(text: str, words: str, label: str = "") -> dict[str, Any]:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "label": label, "text": words}


def counted(measure: Measure, of: dict[str, Any]) -> dict[str, Counts]:
    document = ingest(Capture("one.txt", of["text"].encode()))
    assert document.text == of["text"]
    found: dict[str, Counts] = {}
    for name, counts in measure(Text(of, document, rule_reader()(document))):
        found[name] = found.get(name, Counts()) + counts
    return found


def test_names_are_compared_by_place_and_by_exact_place() -> None:
    text = "Sandworm broke into a utility in western Ukraine with BlackEnergy, analysts of ESET said on Monday morning.\n"
    spans = [span(text, "Sandworm", "GROUP"), span(text, "western Ukraine", "LOC"), span(text, "BlackEnergy", "MALWARE")]
    found = counted(names, record(text, spans=spans))
    assert found["names: group, exactly"] == Counts(1, 1, 1, 1)
    assert found["names: place"] == Counts(1, 1, 1, 1)
    assert found["names: place, exactly"] == Counts(1, 0, 1, 0)
    assert found["names: malware, exactly"] == Counts(1, 1, 1, 1)
    assert found["names: organisation"] == Counts(1, 0, 0, 0)


def test_malware_is_compared_by_name_where_nothing_was_learned() -> None:
    text = "The attackers encrypted the port’s servers with NotPetya, and something that they call Quellbad, police said.\n"
    spans = [span(text, "NotPetya", "MALWARE"), span(text, "Quellbad", "TOOL"), span(text, "attackers", "GROUP")]
    (found,) = counted(malware_in_reports, record(text, spans=spans)).values()
    assert found == Counts(1, 1, 2, 1)
    assert counted(malware_in_reports, record(text, spans=spans, split="train")) == {}
    wiped = {
        "type": "Attack.Ransom",
        "realis": "Other",
        "args": [{"role": "Tool", "type": "Malware", **span(text, "NotPetya")}],
    }
    (found,) = counted(malware_in_news, record(text, events=[wiped])).values()
    assert (found.right, found.to_find, found.found) == (1, 1, 1)


HIT = "Ransomware hit the servers of Lakeside Hospital and encrypted its files, the hospital said. It blamed Sandworm.\n"


def event(kind: str, realis: str, *arguments: tuple[str, str, str]) -> dict[str, Any]:
    args = [{"role": role, "type": of, **span(HIT, words)} for role, of, words in arguments]
    return {"type": kind, "realis": realis, "args": args}


def test_kinds_of_attack_count_once_and_only_where_they_happened() -> None:
    both = [event("Attack.Ransom", "Actual"), event("Attack.Ransom", "Actual"), event("Attack.Databreach", "Generic")]
    found = counted(attacks, record(HIT, events=both))
    assert found["attack: ransom"] == Counts(1, 1, 1, 1)
    assert found["attack: data breach"] == Counts(0, 0, 0, 0)


def test_victims_are_right_by_any_attack_and_to_be_found_by_name_where_it_happened() -> None:
    hospital = ("Victim", "Organization", "Lakeside Hospital")
    happened = event("Attack.Ransom", "Actual", hospital, ("Victim", "Organization", "the hospital"))
    assert counted(victims, record(HIT, events=[happened]))["victims"] == Counts(1, 1, 1, 1)
    threatened = event("Attack.Ransom", "Other", hospital)
    assert counted(victims, record(HIT, events=[threatened]))["victims"] == Counts(1, 1, 0, 0)
    other = event("Vulnerability-related.PatchVulnerability", "Actual", hospital)
    assert counted(victims, record(HIT, events=[other]))["victims"] == Counts(1, 0, 0, 0)


def test_attackers_are_those_that_any_voice_accuses() -> None:
    named_one = event("Attack.Ransom", "Actual", ("Attacker", "Organization", "Sandworm"))
    assert counted(attackers, record(HIT, events=[named_one]))["attackers"] == Counts(1, 1, 1, 1)
    assert counted(attackers, record(HIT))["attackers"] == Counts(1, 0, 0, 0)


@pytest.mark.parametrize(
    ("text", "words", "is_name"),
    [
        ("It was done by Sandworm.", "Sandworm", True),
        ("It was done by the Lazarus Group.", "the Lazarus Group", True),
        ("It happened. Scammers did it.", "Scammers", False),
        ("Scammers did it.", "Scammers", False),
        ("It was done by hackers.", "hackers", False),
    ],
)
def test_a_name_has_a_capital_that_no_beginning_explains(text: str, words: str, is_name: bool) -> None:
    assert named(text, text.index(words), text.index(words) + len(words)) is is_name


SAID = "Estonia’s foreign minister said on Monday that Russia was behind the cyberattack on its parliament.\n"


def attribution(source: str, *, at: str = SAID) -> dict[str, Any]:
    place = span(at, source)
    return {
        "cue": [[[at.index("said"), at.index("said") + 4]]],
        "content": [[[at.index("that"), len(at) - 1]]],
        "source": [[[place["start"], place["end"]]]],
    }


def test_speakers_are_compared_with_the_sources_of_their_sentence() -> None:
    right = counted(speakers, record(SAID, events=[attribution("Estonia’s foreign minister")]))["speakers"]
    assert right.told == right.right > 0
    wrong = counted(speakers, record(SAID, events=[attribution("parliament")]))["speakers"]
    assert (wrong.told, wrong.right) == (right.told, 0)
    assert counted(speakers, record(SAID))["speakers"] == wrong
    assert counted(speakers, record(SAID, events=[attribution("its")]))["speakers"].right == 0


def test_passages_with_pronouns_for_sources_are_left_out() -> None:
    text = SAID.replace("Estonia’s foreign minister said", "Estonia’s foreign minister spoke and he said")
    assert counted(speakers, record(text, events=[attribution("he", at=text)]))["speakers"].told == 0


def test_silence_is_asked_only_of_what_tells_of_no_attack() -> None:
    assert counted(silence, record(SAID)) == {}
    calm = "The mayor blamed the governor for the state of the roads, and promised new buses by spring.\n"
    (counts,) = counted(silence, record(calm)).values()
    assert counts.to_find == 1


def test_deeds_are_compared_by_act_doer_and_target() -> None:
    text = "Albania severed diplomatic relations with Iran on Wednesday over the cyberattack on its government websites.\n"
    spans = [span(text, "Albania", "SOURCE"), span(text, "Iran", "TARGET")]
    found = counted(deeds, record(text, spans=spans, labels={"root": "SANCTION"}))
    assert found["responses: act"] == Counts(1, 1)
    assert found["responses: by"] == Counts(1, 1)
    turned = counted(deeds, record(text, spans=[span(text, "websites", "SOURCE")], labels={"root": "AID"}))
    assert (turned["responses: act"], turned["responses: by"]) == (Counts(1, 0), Counts(1, 0))


def test_shares_are_told_only_where_there_is_something_to_share() -> None:
    assert (Counts().precision, Counts().recall) == (None, None)
    assert (Counts(4, 1, 2, 2).precision, Counts(4, 1, 2, 2).recall) == (0.25, 1.0)
    assert Counts(1, 1, 2, 0) + Counts(1, 0, 3, 2) == Counts(2, 1, 5, 2)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    with gzip.open(tmp_path / "casie.jsonl.gz", "wt", encoding="utf-8") as lines:
        for number in range(30):
            lines.write(json.dumps({**record(f"Report {number}.\n{HIT}"), "id": str(number)}) + "\n")
    yield tmp_path
    shutil.rmtree(tmp_path)


def test_a_sample_is_the_same_every_time_and_grows_by_adding(folder: Path) -> None:
    whole = outside.records("casie", 100, folder)
    assert len(whole) == 30
    assert [one["id"] for one in whole] != sorted(one["id"] for one in whole)
    assert outside.records("casie", 7, folder) == whole[:7]
    assert outside.records("polnear", 7, folder) == []


def test_a_corpus_is_compared_by_every_measure_and_what_cannot_be_read_is_left_out(folder: Path) -> None:
    sample = [*outside.records("casie", 3, folder), record("\ufeffBroken\r\n\r\ntext"), record(" ")]
    found = outside.compared("casie", sample, rule_reader())
    assert found.texts == 3
    assert set(found.counts) == {"attack: data breach", "attack: ransom", "victims", "attackers", "malware"}
    assert found.counts["attack: ransom"] == Counts(3, 0, 0, 0)


def compared(number: int) -> dict[str, outside.Compared]:
    return {"polnear": outside.Compared(number, {"speakers": Counts(number, 1), "silence": Counts(to_find=4, found=3)})}


def test_figures_of_one_reader_are_kept_beside_those_of_others(tmp_path: Path) -> None:
    (tmp_path / "bench").mkdir()
    (tmp_path / "docs/measured").mkdir(parents=True)
    for reader, number in (("model", 3), ("rules", 4), ("model", 2)):
        outside.write({reader: compared(number)}, tmp_path)
    assert outside.kept(tmp_path) == {"rules": compared(4), "model": compared(2)}
    page = (tmp_path / outside.TABLE).read_text("utf-8")
    assert page == outside.markdown(outside.kept(tmp_path))
    assert "| speakers | 0.250 | 4 | – | 0.500 | 2 | – | – |" in page
    assert "| silence | – | – | 0.750 | – | – | 0.750 | 4 |" in page


def test_the_page_shows_the_figures_that_are_kept() -> None:
    figures = outside.kept(ROOT)
    assert "rules" in figures
    assert (ROOT / outside.TABLE).read_text("utf-8") == outside.markdown(figures)


def test_without_the_corpora_nothing_is_measured_and_a_note_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(outside, "records", absent(tmp_path))
    before = outside.kept(ROOT)
    assert outside.main(["--reader", "rules", "--write"]) == 0
    assert "casie is left out: it does not lie beside the repository" in capsys.readouterr().err
    assert outside.kept(ROOT) == before


def absent(folder: Path) -> Callable[[str, int], list[dict[str, Any]]]:
    whole = outside.records
    return lambda corpus, limit: whole(corpus, limit, folder)


def test_any_reader_can_be_compared(folder: Path) -> None:
    silent: Reader = lambda _: ()  # noqa: E731 - a reader that finds nothing
    assert outside.compared("casie", outside.records("casie", 5, folder), silent).counts["victims"] == Counts()
