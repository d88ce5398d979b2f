"""The weights of responses: what counts as right, that a fit repeats, and that the file in the package is the one trained."""

from __future__ import annotations

import pytest

from bench.corpora import corpora
from demarche.model.claim import PartyName
from demarche.model.vocabulary.attribution import PartyKind

pytest.importorskip("sklearn")

from training.responses import OUT, Report, Rows, fitted, fold, held_apart, is_by, learned, main, read


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    reports = [one for corpus in corpora() if corpus.name == "train" for one in corpus.reports[:30]]
    return [item for one in reports for item in read("train", one)]


def test_a_doer_is_right_by_name_or_by_country() -> None:
    entry = {"by": "Foreign Office", "by_country": "GB"}
    assert is_by(entry, PartyName("London", PartyKind.STATE, "GB"))
    assert is_by({"by": "Medibank", "by_country": None}, PartyName("Medibank", PartyKind.COMPANY))
    assert not is_by(entry, PartyName("Paris", PartyKind.STATE, "FR"))


def test_signs_of_fewer_than_three_reports_get_no_weight() -> None:
    rows: Rows = [(number, frozenset({"bias", f"own{number}"}), "yes" if number % 2 else "no") for number in range(6)]
    rows += [(0, frozenset({"bias", "twice"}), "yes")] * 4
    rows += [(number, frozenset({"telling"}), "yes") for number in range(3)]
    weights = fitted(rows, 1.0)["yes"]
    assert weights["telling"] > 0
    assert not any(sign.startswith("own") or sign == "twice" for sign in weights)


def test_more_than_two_classes_have_a_table_each() -> None:
    rows: Rows = [(number, frozenset({f"is={one}"}), one) for number in range(4) for one in ("done", "announced", "considered")]
    tables = fitted(rows, 1.0)
    assert set(tables) == {"done", "announced", "considered"}
    assert all(max(table, key=table.__getitem__) == f"is={one}" for one, table in tables.items())


def test_labels_stand_beside_candidates_one_to_one(reports: list[Report]) -> None:
    assert any(any(report.done) for report in reports)
    for report in reports:
        assert len(report.found) == len(report.done) == len(report.right) == len(report.doer_signs)
        assert not any(any(right) for done, right in zip(report.done, report.right, strict=True) if not done)


def test_a_fit_repeats(reports: list[Report]) -> None:
    assert learned(reports) == learned(reports)


def test_reports_of_one_incident_are_held_apart_together(reports: list[Report]) -> None:
    folds: dict[str, set[int]] = {}
    for report in reports:
        folds.setdefault(str(report.gold.gold["primary"] or report.gold.id).split("-")[0], set()).add(fold(report))
    assert len(folds) > len(set().union(*folds.values())) > 1
    assert {len(numbers) for numbers in folds.values()} == {1}


def test_most_signs_get_no_weight(reports: list[Report]) -> None:
    judge = learned(reports)
    signs = {sign for report in reports for answer in report.found for sign in answer.signs}
    assert 0 < len(judge.acts) < len(signs) / 10


def test_every_report_is_judged_once(reports: list[Report]) -> None:
    judged = held_apart(reports)
    assert sorted(report.gold.id for report, _ in judged) == sorted(report.gold.id for report in reports)


@pytest.mark.slow
def test_the_package_carries_what_training_writes() -> None:
    assert OUT.is_file()
    assert main(["--check"]) == 0
