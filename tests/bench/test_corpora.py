import json
import re
import shutil
from pathlib import Path

import pytest

from bench import accuracy, figures, freeze
from bench.corpora import HELD_OUT, INCIDENTS, ROOT, Annotated, corpora, incident_names, predicted

EXAMPLES = ROOT / "examples"


def test_the_frozen_annotations_of_the_examples_are_up_to_date(tmp_path: Path) -> None:
    assert freeze.main([str(EXAMPLES), str(tmp_path / "annotations.jsonl")]) == 0
    made = (tmp_path / "annotations.jsonl").read_text("utf-8")
    assert made == (EXAMPLES / "annotations.jsonl").read_text("utf-8"), "run `make pin`"


def test_the_examples_are_as_many_and_as_varied_as_they_must_be() -> None:
    (examples,) = (corpus for corpus in corpora() if corpus.name == "examples")
    gold = [report.gold for report in examples.reports]
    incidents = [annotation["primary"] for annotation in gold]
    assert len(gold) >= 16
    assert len(set(incidents)) >= 5
    assert max(incidents.count(incident) for incident in incidents) >= 3
    assert {"wire", "statement", "advisory", "vendor-blog", "denial-story", "noisy-page"} <= {
        annotation["kind"] for annotation in gold
    }


def test_every_annotation_of_every_corpus_fits_its_text() -> None:
    for corpus in corpora():
        for report in corpus.reports:
            text = report.data.decode("utf-8")
            for entry in (*report.gold["attributions"], *report.gold["responses"]):
                assert text[entry["start"] : entry["end"]].strip(), report.id
        assert len({report.id for report in corpus.reports}) == len(corpus.reports)


def test_an_annotation_that_does_not_fit_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "examples"
    folder.mkdir()
    name = "albania-2022-wire"
    shutil.copy(EXAMPLES / f"{name}.txt", folder)
    draft = json.loads((EXAMPLES / f"{name}.json").read_text("utf-8"))
    draft["attributions"][0]["span"] = "words that nobody wrote"
    (folder / f"{name}.json").write_text(json.dumps(draft), "utf-8")
    with pytest.raises(ValueError, match=rf"examples/{name}\.json: not in the text: 'words that nobody wrote'"):
        corpora(tmp_path)


def test_reports_of_an_incident_share_its_name_whatever_their_annotators_called_it() -> None:
    reports = [report for corpus in corpora() for report in corpus.reports]
    renamed = {(report.gold["primary"], report.incident) for report in reports if report.gold["primary"] != report.incident}
    assert len(renamed) > 50
    assert {incident_names()[given] for given, _ in renamed} == {shared for _, shared in renamed}
    known = {report.gold["primary"] for report in reports}
    assert [name for name in incident_names() if name not in known] == []


def test_a_name_that_means_two_incidents_is_refused(tmp_path: Path) -> None:
    place = tmp_path / INCIDENTS
    place.parent.mkdir(parents=True)
    place.write_text("one-2020\tother-2020\nthird-2021\tother-2020\n", "utf-8")
    with pytest.raises(ValueError, match="names other-2020 twice"):
        incident_names(tmp_path)


def test_the_hash_of_a_corpus_tells_of_every_change(tmp_path: Path) -> None:
    folder = tmp_path / "examples"
    shutil.copytree(EXAMPLES, folder)
    (before,) = corpora(tmp_path)
    text = folder / "albania-2022-wire.txt"
    text.write_text(text.read_text("utf-8") + "\nOne more line.\n", "utf-8")
    (after,) = corpora(tmp_path)
    assert before.sha256 != after.sha256
    assert before.sha256 == next(corpus.sha256 for corpus in corpora() if corpus.name == "examples")


def test_the_reader_is_told_the_day_of_the_capture_and_answers_in_the_scheme() -> None:
    (examples,) = (corpus for corpus in corpora() if corpus.name == "examples")
    reports = [report for report in examples.reports if report.id.startswith("albania")]
    answers = predicted(reports)
    assert [answer["id"] for answer in answers] == [report.id for report in reports]
    assert [answer["published"] for answer in answers] == [report.gold["published"] for report in reports]
    assert any(answer["attributions"] for answer in answers)


def test_a_report_that_cannot_be_read_is_left_out_and_scored_as_empty() -> None:
    (examples,) = (corpus for corpus in corpora() if corpus.name == "examples")
    broken = Annotated(b"\x00" * 64, {**examples.reports[0].gold, "id": "broken"})
    assert predicted([broken]) == []


def test_a_corpus_is_measured_with_every_measure() -> None:
    (examples,) = (corpus for corpus in corpora() if corpus.name == "examples")
    scores = figures.measure(examples).pinned.scores
    assert {"attribution", "response", "type", "start-date", "b-cubed"} <= set(scores)
    assert all(0.0 <= score.f1 <= 1.0 for score in scores.values())
    assert scores["attribution"].gold > 50


def test_every_corpus_is_measured_and_misses_of_the_held_out_one_are_never_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert accuracy.main(["--reader", "rules", "--show", "1000"]) == 0
    shown = capsys.readouterr().out
    assert [corpus.name for corpus in corpora() if f"\n{corpus.name}: " not in f"\n{shown}"] == []
    assert re.search(r"^rules: \S+ missed attribution ", shown, re.MULTILINE)
    held_out = [report.id for corpus in corpora() if corpus.name == HELD_OUT for report in corpus.reports]
    assert len(held_out) > 20
    assert [report for report in held_out if f" {report} " in shown] == []
