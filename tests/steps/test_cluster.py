import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from record_samples import ALBANIA, IRAN, UK, US, Report, many, september, sketch_of, vendor, wire

from demarche.errors import IntegrityError
from demarche.model.atoms import PartialDate
from demarche.model.claim import MeansValue, PartyName, ResponseValue, ServiceValue
from demarche.model.echoes import echoes
from demarche.model.record import Cluster, Judgement, JudgementKind
from demarche.model.vocabulary.attribution import PartyKind
from demarche.model.vocabulary.incidents import IncidentType, MeansKind, ServiceEffect
from demarche.model.vocabulary.responses import Act, Status
from demarche.steps.cluster import cluster
from demarche.steps.cluster.features import features
from demarche.steps.cluster.scoring import VICTIM_SLACK_DAYS, evidence
from demarche.steps.resolve import resolve

JBS = PartyName("JBS", PartyKind.COMPANY, "US")
COLONIAL = PartyName("Colonial Pipeline", PartyKind.COMPANY, "US")


def clusters(reports: Sequence[Report], judgements: Sequence[Judgement] = (), seed: int | None = None) -> tuple[Cluster, ...]:
    claims = [claim for report in reports for claim in report.claims]
    sources = {report.name: report.facts for report in reports}
    decided = list(judgements)
    if seed is not None:
        chance = random.Random(seed)  # noqa: S311 - a shuffle hides no secret
        chance.shuffle(claims)
        chance.shuffle(decided)
        turned = list(sources.items())
        chance.shuffle(turned)
        sources = dict(turned)
    return cluster(claims, sources, resolve(claims, decided), decided)


def sets(found: Sequence[Cluster]) -> set[frozenset[str]]:
    return {frozenset(unit.id for unit in one.units) for one in found}


def together(left: Report, right: Report) -> bool:
    return len(clusters([left, right])) == 1


def told(name: str, published: str | None = None, start: str | None = None, victim: PartyName | None = ALBANIA) -> Report:
    return Report(name, published).tells(victim, start, IncidentType.DESTRUCTION, IRAN)


def judged(kind: JudgementKind, subject: str, other: str | None, day: int = 1) -> Judgement:
    return Judgement(kind, subject, "a.reader", f"2026-01-{day:02d}T00:00:00Z", other)


def test_the_albania_case_and_its_neighbours() -> None:
    found = sets(clusters([wire(), vendor(), september()]))
    assert found == {
        frozenset({"doc-wire/primary", "doc-vendor/primary"}),
        frozenset({"doc-wire/other-1"}),
        frozenset({"doc-border/primary"}),
    }


def test_a_join_keeps_its_points_and_both_values() -> None:
    joined = next(one for one in clusters([wire(), vendor()]) if len(one.units) == 2)
    (join,) = joined.joins
    assert (join.left, join.right) == ("doc-vendor/primary", "doc-wire/primary")
    assert join.score >= 4
    assert "country AL" in join.reason
    assert "start 2022-07 and 2022-07-15" in join.reason
    assert "accused IR" in join.reason


@pytest.mark.parametrize("start", ["2022-07-15", "2022-07-17", "2022-07", "2022"])
def test_the_same_event_dated_less_exactly_or_some_days_off(start: str) -> None:
    assert together(told("doc-1", "2022-09-08", "2022-07-15"), told("doc-2", "2024-01-10", start))


@pytest.mark.parametrize("start", ["2022-07-25", "2022-09", "2023", "2021-07-15"])
def test_another_event_of_another_day(start: str) -> None:
    assert not together(told("doc-1", "2024-01-08", "2022-07-15"), told("doc-2", "2024-01-10", start))


def test_one_without_a_date_joins_when_it_was_published_near_and_not_otherwise() -> None:
    assert together(told("doc-1", "2022-09-08", "2022-07-15"), told("doc-2", "2022-09-10"))
    assert not together(told("doc-1", "2022-09-08", "2022-07-15"), told("doc-2", "2024-09-10"))
    assert not together(told("doc-1", None, "2022-07-15"), told("doc-2"))


def less_sure(report: Report, score: float) -> Report:
    report.claims = [replace(claim, score=score) for claim in report.claims]
    return report


def test_a_day_that_was_hardly_read_does_not_part_two_reports() -> None:
    severed = ResponseValue(Act.SEVER_RELATIONS, ALBANIA, Status.DONE, IRAN)
    one = told("doc-1", "2022-09-08", "2022-07-15").says(severed)
    other = told("doc-2", "2022-09-10", "2022-08-30").says(severed)
    assert not together(one, other)
    assert not together(one, less_sure(other, 0.6))
    assert together(one, less_sure(other, 0.15))


def test_a_country_that_was_hardly_read_speaks_less_against_another() -> None:
    def against(score: float) -> float:
        reports = [told("doc-1", "2022-09-08", "2022-07-15"), less_sure(told("doc-2", "2022-09-09", "2022-07-15", UK), score)]
        claims = [claim for report in reports for claim in report.claims]
        sources = {report.name: report.facts for report in reports}
        units = features(claims, sources, resolve(claims, ()), echoes(sources.values()))
        return evidence(*units.values()).points

    assert against(0.45) > against(0.55) > against(1.0)


def test_no_event_begins_after_its_report() -> None:
    early = told("doc-1", "2022-07-10").says(ServiceValue("e-Albania", ServiceEffect.SUSPENDED))
    late = told("doc-2", "2022-07-20", "2022-07-15").says(ServiceValue("e-Albania", ServiceEffect.SUSPENDED))
    assert not together(early, late)


def test_two_victims_of_one_month_stay_apart_and_one_victim_is_one_event() -> None:
    jbs = Report("doc-1", "2021-06-10").tells(JBS, "2021-05", IncidentType.RANSOMWARE)
    again = Report("doc-2", "2021-06-11").tells(JBS, "2021-05-30", IncidentType.RANSOMWARE)
    colonial = Report("doc-3", "2021-06-10").tells(COLONIAL, "2021-05", IncidentType.RANSOMWARE)
    assert sets(clusters([jbs, again, colonial])) == {
        frozenset({"doc-1/primary", "doc-2/primary"}),
        frozenset({"doc-3/primary"}),
    }


def test_intrusion_and_blow_of_one_named_victim_may_lie_weeks_apart() -> None:
    victim = PartyName("Change Healthcare", PartyKind.COMPANY, "US")
    one = Report("doc-1", "2024-03-01").tells(victim, "2024-02-12", IncidentType.RANSOMWARE)
    other = Report("doc-2", "2024-03-02").tells(victim, "2024-02-21", IncidentType.RANSOMWARE)
    assert together(one, other)


def test_a_worm_across_borders_is_one_event_by_its_name() -> None:
    maersk = PartyName("Maersk", PartyKind.COMPANY, "DK")
    one = told("doc-1", "2017-07-01", "2017-06-27").says(MeansValue(MeansKind.MALWARE, "NotPetya"))
    other = told("doc-2", "2017-07-02", "2017-06-27", maersk).says(MeansValue(MeansKind.MALWARE, "NotPetya"))
    assert together(one, other)
    plain = told("doc-2", "2017-07-02", "2017-06-27", maersk)
    assert not together(one, plain)


def test_a_telling_response_joins_a_report_that_gives_no_date() -> None:
    severed = ResponseValue(Act.SEVER_RELATIONS, ALBANIA, Status.DONE, IRAN)
    one = told("doc-1", "2022-09-08", "2022-07-15").says(severed)
    assert together(one, told("doc-2", "2023-07-01").says(severed))


def test_events_of_one_document_are_never_one() -> None:
    report = told("doc-1", "2022-09-08", "2022-07-15").tells(ALBANIA, "2022-07-15", IncidentType.DESTRUCTION, IRAN, "other-1")
    bridge = told("doc-2", "2022-09-08", "2022-07-15")
    assert len(clusters([report])) == 2
    assert len(clusters([report, bridge])) == 2


def test_a_chain_of_vague_dates_does_not_join_two_exact_ones() -> None:
    first, last = told("doc-1", "2022-12-01", "2022-07-01"), told("doc-3", "2022-12-01", "2022-07-30")
    vague = told("doc-2", "2022-12-01", "2022-07")
    assert len(clusters([first, vague, last])) == 2


def test_undated_reports_are_no_bridge_between_two_days() -> None:
    july = [told(f"doc-{number}", "2022-09-08", "2022-07-15" if number == 1 else None) for number in (1, 2, 3)]
    september = told("doc-4", "2022-09-12", "2022-09-10")
    found = sets(clusters([*july, september]))
    assert frozenset({"doc-4/primary"}) in found
    assert any({"doc-1/primary", "doc-2/primary", "doc-3/primary"} <= one for one in found)


def test_an_aside_does_not_keep_its_report_out_of_the_event() -> None:
    first = told("doc-1", "2022-09-08", "2022-07-15").says(ServiceValue("e-Albania", ServiceEffect.SUSPENDED))
    report = told("doc-2", "2022-09-08", "2022-07-15")
    report.tells(ALBANIA, "2022-07-15", IncidentType.DESTRUCTION, IRAN, "other-1")
    report.says(ServiceValue("e-Albania", ServiceEffect.SUSPENDED), event="other-1")
    assert frozenset({"doc-1/primary", "doc-2/primary"}) in sets(clusters([first, report]))


def test_an_undated_report_of_the_weeks_after_is_of_the_time() -> None:
    severed = ResponseValue(Act.SEVER_RELATIONS, ALBANIA, Status.DONE, IRAN)
    told_at_once = told("doc-1", "2022-07-20").says(severed)
    later = told("doc-2", "2024-07-20", "2022-07-15").says(severed)
    (join,) = next(one for one in clusters([told_at_once, later]) if len(one.units) == 2).joins
    assert "published when the other begins" in join.reason


def test_a_report_that_names_no_victim_does_not_join_two_countries() -> None:
    severed = ResponseValue(Act.SEVER_RELATIONS, ALBANIA, Status.DONE, IRAN)
    reports = [told(f"doc-{n}", "2022-09-08", "2022-07-15", victim).says(severed) for n, victim in enumerate((ALBANIA, UK))]
    bridge = told("doc-2", "2022-09-08", "2022-07-15", None).says(severed)
    assert together(reports[0], bridge)
    assert together(reports[1], bridge)
    assert len(clusters([*reports, bridge])) == 2


def test_points_without_a_time_or_without_a_victim_are_not_enough() -> None:
    otter = PartyName("Quiet Otter", PartyKind.GROUP)
    undated = [told(f"doc-{year}", f"{year}-01-01").tells(None, None, None, otter) for year in (2020, 2024)]
    assert not together(*undated)
    nowhere = [told(f"doc-{n}", "2022-09-08", "2022-07-15", None).tells(None, None, None, otter) for n in (1, 2)]
    assert not together(*nowhere)


def test_near_copies_are_one_event_even_where_reading_them_differed() -> None:
    one = told("doc-1", "2022-09-08", "2022-07-15")
    copy = Report("doc-2", "2022-09-09", sketch=sketch_of("doc-1")).tells(None, None, IncidentType.DDOS)
    (found,) = clusters([one, copy])
    assert found.joins[0].reason == "near-copies of one text"


def test_persons_merge_and_part_and_take_it_back() -> None:
    july, border = told("doc-1", "2022-09-08", "2022-07-15"), told("doc-2", "2022-09-12", "2022-09-10")
    pair = "doc-1/primary", "doc-2/primary"
    merge, split = judged(JudgementKind.MERGE, *pair), judged(JudgementKind.SPLIT, *pair, day=2)
    assert len(clusters([july, border])) == 2
    (merged,) = clusters([july, border], [merge])
    assert "a.reader" in merged.joins[0].reason
    assert clusters([july, border], [merge, split]) == clusters([july, border])
    assert clusters([july, border], [split, judged(JudgementKind.SAME_AS, *pair, day=3)])[0].units == merged.units


def test_a_split_pair_does_not_meet_through_a_third() -> None:
    reports = [told(f"doc-{number}", "2022-09-08", "2022-07-15") for number in (1, 2, 3)]
    split = judged(JudgementKind.NOT_SAME_AS, "doc-1/primary", "doc-3/primary")
    found = sets(clusters(reports, [split]))
    assert len(found) == 2
    assert not any({"doc-1/primary", "doc-3/primary"} <= one for one in found)


def test_a_unit_can_be_taken_out_of_everything_and_put_back() -> None:
    reports = [told(f"doc-{number}", "2022-09-08", "2022-07-15") for number in (1, 2, 3)]
    out, back = judged(JudgementKind.SPLIT, "doc-2/primary", None), judged(JudgementKind.MERGE, "doc-2/primary", None, 2)
    assert sets(clusters(reports, [out])) == {
        frozenset({"doc-1/primary", "doc-3/primary"}),
        frozenset({"doc-2/primary"}),
    }
    assert clusters(reports, [out, back]) == clusters(reports)


def test_a_claim_without_its_document_is_refused() -> None:
    report = told("doc-1")
    with pytest.raises(IntegrityError, match="doc-1"):
        cluster(report.claims, {}, resolve(report.claims, []), [])


STARTS = st.sampled_from([None, "2022", "2022-07", "2022-07-15", "2022-07-16", "2022-07-30", "2022-09-10"])
VICTIMS = st.sampled_from([None, ALBANIA, US, UK, JBS, COLONIAL])
PUBLISHED = st.sampled_from([None, "2022-07-20", "2022-09-08", "2022-09-12", "2024-01-01"])
REPORTS = st.lists(st.tuples(PUBLISHED, STARTS, VICTIMS), min_size=1, max_size=8)
UNITS = st.integers(0, 7).map(lambda number: f"doc-{number}/primary")
DECISIONS = st.lists(
    st.builds(
        judged,
        st.sampled_from([JudgementKind.MERGE, JudgementKind.SPLIT, JudgementKind.SAME_AS, JudgementKind.NOT_SAME_AS]),
        UNITS,
        st.none() | UNITS,
        st.integers(1, 28),
    ),
    max_size=4,
)


def made(rows: list[tuple[str | None, str | None, PartyName | None]]) -> list[Report]:
    return [told(f"doc-{number}", *row) for number, row in enumerate(rows)]


@given(REPORTS, DECISIONS, st.integers(0, 999))
@settings(deadline=None)
def test_any_order_gives_the_same_clusters(
    rows: list[tuple[str | None, str | None, PartyName | None]], decisions: list[Judgement], seed: int
) -> None:
    reports = made(rows)
    assert clusters(reports, decisions) == clusters(reports, decisions, seed)


@given(REPORTS)
@settings(deadline=None)
def test_no_event_begins_on_two_days_far_apart(rows: list[tuple[str | None, str | None, PartyName | None]]) -> None:
    reports = {report.name: row for report, row in zip(made(rows), rows, strict=True)}
    for found in clusters(made(rows)):
        days = [PartialDate.parse(start) for unit in found.units if (start := reports[unit.document][1]) and len(start) == 10]
        assert all(one.agrees(other, VICTIM_SLACK_DAYS) for one in days for other in days)


@given(REPORTS, UNITS, UNITS)
@settings(deadline=None)
def test_a_judgement_and_its_reversal_leave_a_pair_as_the_reversal_has_it(
    rows: list[tuple[str | None, str | None, PartyName | None]], left: str, right: str
) -> None:
    reports = made(rows)
    merge, split = judged(JudgementKind.MERGE, left, right), judged(JudgementKind.SPLIT, left, right, 2)
    assert clusters(reports, [merge, split]) == clusters(reports, [split])


def test_generated_events_are_found_again() -> None:
    reports = many(600)
    event = {report.name: report.event for report in reports}
    sizes: dict[int, int] = {}
    for number in event.values():
        sizes[number] = sizes.get(number, 0) + 1
    right = missed = 0.0
    for found in clusters(reports):
        inside = [event[unit.document] for unit in found.units]
        for number in inside:
            right += inside.count(number) / len(inside) / len(reports)
            missed += inside.count(number) / sizes[number] / len(reports)
    assert right >= 0.98, "B-cubed precision"
    assert missed >= 0.98, "B-cubed recall"
