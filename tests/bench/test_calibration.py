"""How far scores can be believed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from training.reader.examples import kept_apart

from bench import calibration
from bench.calibration import kept_apart_from
from bench.corpora import HELD_OUT, OF_THE_RULES, Annotated, corpora
from bench.correction import fitted
from bench.reliability import APART, Judged, across, bins, calibrated, error, kept, loads, plain
from bench.reliability_plot import markdown, svg
from demarche.model.claim import Claim
from demarche.model.source import Document
from demarche.readers import rule_reader
from demarche.steps.extract.calibration import Correction

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"


def some(score: float, right: int, wrong: int, incidents: int = 7) -> list[Judged]:
    return [Judged(score, number < right, f"incident-{number % incidents}") for number in range(right + wrong)]


def test_claims_are_put_into_tenths_and_the_last_holds_one() -> None:
    found = bins([*some(0.7, 1, 1), *some(0.76, 1, 0), *some(1.0, 1, 0), *some(0.0, 0, 1)])
    assert found[7].claims == 3
    assert found[7].score == pytest.approx(0.72)
    assert found[7].right == pytest.approx(2 / 3)
    assert (found[9].claims, found[0].claims) == (1, 1)
    assert sum(one.claims for one in found) == 5


def test_the_error_is_the_mean_distance_of_scores_from_what_is_right() -> None:
    assert error(bins(some(0.75, 3, 1))) == pytest.approx(0.0)
    assert error(bins([*some(0.9, 5, 5), *some(0.5, 5, 5)])) == pytest.approx(0.2)
    assert error(bins([])) == 0.0


def test_a_correction_finds_the_share_that_is_right() -> None:
    correction = fitted([(one.score, one.right) for one in [*some(0.9, 300, 200), *some(0.6, 200, 300)]])
    assert correction(0.9) == pytest.approx(0.6, abs=0.01)
    assert correction(0.6) == pytest.approx(0.4, abs=0.01)


def test_without_claims_nothing_is_corrected() -> None:
    assert fitted([]) == Correction()
    assert Correction()(0.3) == pytest.approx(0.3)


def test_few_claims_stay_near_the_correction_that_is_aimed_at() -> None:
    aim = Correction(0.5, -1.0)
    assert fitted([], aim) == aim
    few, many = (fitted([(0.5, True)] * number, aim) for number in (1, 100))
    assert -1.0 < few.shift < 0.0 < many.shift


def test_a_claim_of_double_weight_counts_as_two() -> None:
    once, twice = [(0.3, False), (0.8, True)], [(0.3, False), (0.8, True), (0.8, True)]
    assert fitted(once, weights=[1.0, 2.0]) == fitted(twice) != fitted(once)


@pytest.mark.parametrize("scored", [[(0.999, False)] * 300 + [(0.98, True)] * 300, [(0.2, True)] * 90 + [(0.9, False)] * 90])
def test_scores_that_say_nothing_or_the_contrary_keep_their_order(scored: list[tuple[float, bool]]) -> None:
    correction = fitted(scored)
    assert correction.slope > 0
    assert correction(0.2) < correction(0.6) < correction(0.9)
    assert correction.slope < 10


SCORES = st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=40)


@given(scored=SCORES, low=st.floats(0.02, 0.97), more=st.floats(0.001, 0.01))
def test_every_correction_keeps_the_order_of_scores_and_stays_within_bounds(
    scored: list[tuple[float, bool]], low: float, more: float
) -> None:
    correction = fitted(scored)
    assert 0 < correction(low) <= correction(low + more) < 1


def test_each_incident_is_corrected_by_what_others_taught() -> None:
    claims = [*some(0.9, 0, 40, incidents=1), *[replace(one, incident="another") for one in some(0.9, 40, 0)]]
    corrected = across(claims)
    assert len(corrected) == len(claims)
    low, high = {one.score for one in corrected if one.right}, {one.score for one in corrected if not one.right}
    assert max(low) < 0.5 < min(high)


def test_a_correction_from_reports_kept_apart_is_tried_on_held_out_ones() -> None:
    found = calibrated(some(0.9, 50, 50), some(0.9, 52, 48))
    assert found.sets[HELD_OUT].error == pytest.approx(0.38)
    assert found.sets[HELD_OUT].corrected < 0.05
    assert found.sets[APART].corrected < 0.1
    assert found.sets[APART].bins[9].claims == 100


def answered(text: str, **entry: Any) -> Annotated:
    gold: dict[str, Any] = {"id": "one", "published": None, "headline": None, "attributions": [], "responses": []}
    return Annotated(text.encode(), {**gold, **entry}, "somewhere-2031")


SEVERED = "Albania severed diplomatic relations with Iran on Wednesday over the cyberattack on its government websites.\n"


@pytest.mark.parametrize(("by", "right"), [("Albania", True), ("Malta", False)])
def test_a_claim_is_right_when_its_report_is_annotated_with_it(by: str, right: bool) -> None:
    entry = {"kind": "sever-relations", "status": "done", "by": by, "by_country": None, "against": None, "start": 0, "end": 9}
    (claim,) = calibration.judged([answered(SEVERED, responses=[entry])], rule_reader())["responses"]
    assert (claim.right, claim.incident) == (right, "somewhere-2031")
    assert 0 < claim.score < 1


def test_claims_of_other_incidents_and_in_the_headline_are_not_judged() -> None:
    def elsewhere(document: Document) -> tuple[Claim, ...]:
        return tuple(replace(claim, event="other-1") for claim in rule_reader()(document))

    assert calibration.judged([answered(SEVERED)], elsewhere)["responses"] == []
    assert calibration.judged([answered(SEVERED, headline=[0, len(SEVERED)])], rule_reader())["responses"] == []


def test_reports_kept_apart_are_those_that_nothing_was_learned_from() -> None:
    learned = {report.id for corpus in corpora() if corpus.name in {HELD_OUT, *OF_THE_RULES} for report in corpus.reports}
    for_rules, for_the_network = (kept_apart_from(reader) for reader in ("rules", "model"))
    assert len(for_rules) > len(for_the_network) > 0
    assert not {report.id for report in for_rules} & learned
    assert all(kept_apart(report.incident) for report in for_the_network)


FIGURES = {
    "rules": {"attributions": calibrated(some(0.9, 5, 5), some(0.72, 30, 4)), "responses": calibrated([], some(0.3, 1, 1))}
}


def test_figures_come_back_from_json() -> None:
    assert loads(plain(FIGURES)) == FIGURES


def test_the_drawing_has_a_panel_each_with_axes_marks_and_counts() -> None:
    drawn = etree.fromstring(svg(FIGURES).encode())
    panels = drawn.findall(f"{SVG}g")
    assert len(panels) == 2
    said = [element.text for element in panels[0].iter(f"{SVG}text")]
    assert {"rules: attributions", "score", "share of right claims", "0.2", "34", "10"} <= set(said)
    assert len(panels[0].findall(f"{SVG}circle")) == 2
    mark = panels[0].findall(f"{SVG}circle")[0]
    assert [mark.get("cx"), mark.get("cy")] == ["270.0", "150.0"]
    (faint,) = panels[1].findall(f"{SVG}circle")
    assert faint.get("opacity") == "0.35"


def test_the_table_leaves_out_tenths_without_claims() -> None:
    page = markdown(FIGURES)
    assert "| 0.9 to 1.0 | 10 | 0.900 | 0.500 | 0 | – | – |" in page
    assert "| 0.1 to 0.2 |" not in page


def test_figures_of_one_reader_are_kept_beside_those_of_others(tmp_path: Path) -> None:
    for folder in ("bench", "docs/measured", "docs/assets"):
        (tmp_path / folder).mkdir(parents=True)
    calibration.write({"model": FIGURES["rules"]}, tmp_path)
    calibration.write(FIGURES, tmp_path)
    assert list(kept(tmp_path)) == ["rules", "model"]
    assert (tmp_path / calibration.TABLE).read_text("utf-8") == markdown(kept(tmp_path))


def test_page_and_drawing_are_of_the_figures_that_are_kept() -> None:
    figures = kept(ROOT)
    assert "rules" in figures
    assert (ROOT / calibration.TABLE).read_text("utf-8") == markdown(figures)
    assert (ROOT / calibration.PLOT).read_text("utf-8") == svg(figures)
