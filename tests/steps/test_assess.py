import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from record_samples import (
    ALBANIA,
    IRAN,
    MANDIANT,
    RAMA,
    TEHRAN,
    UK,
    US,
    Report,
    accuses,
    build,
    day,
    september,
    sketch_of,
    vendor,
    wire,
)

from demarche.model.atoms import Marking
from demarche.model.claim import (
    PRIMARY,
    UNKNOWN,
    UNSPECIFIED,
    AliasValue,
    DateValue,
    DenialValue,
    ImpactValue,
    Likelihood,
    MeansValue,
    PartyName,
    ResponseValue,
    TypeValue,
    Value,
    VictimValue,
)
from demarche.model.record import Incident, Lag
from demarche.model.vocabulary.act_facts import LADDER
from demarche.model.vocabulary.attribution import Basis, PartyKind, Stance, Standing
from demarche.model.vocabulary.incidents import DataClass, DateRole, Impact, IncidentType, MeansKind, Sector
from demarche.model.vocabulary.responses import Act, Status
from demarche.model.vocabulary.yardsticks import Scale
from demarche.steps.assess.naming import distinct, slug

RUSSIA = PartyName("Russia", PartyKind.STATE, "RU")
PRESS = PartyName("The Daily Wire", PartyKind.MEDIA, "GB")
OFFICIALS = PartyName("US officials", PartyKind.ANONYMOUS_OFFICIAL, "US")
GANG = PartyName("Quiet Otter", PartyKind.CRIMINAL_GROUP)


def only(*reports: Report) -> Incident:
    (incident,) = build(list(reports))
    return incident


def albania() -> Incident:
    return next(incident for incident in build([wire(), vendor(), september()]) if incident.id == "albania-2022-07")


def test_the_albania_case_in_one_piece() -> None:
    found = albania()
    assert found.title == "Attack on Albania's government: destruction, leak, disruption (July 2022)"
    assert (found.standing, found.contested, str(found.start)) == (Standing.GOVERNMENT_ATTRIBUTED, True, "2022-07-15")
    assert [(row.party.name, row.sector) for row in found.victims] == [
        ("Albania", Sector.GOVERNMENT),
        ("Albanian Parliament", Sector.PARLIAMENT),
    ]
    assert {row.type for row in found.types} == {IncidentType.DESTRUCTION, IncidentType.LEAK, IncidentType.DISRUPTION}
    assert [row.service.name for row in found.services] == ["e-Albania"]
    assert found.impacts[0].impact.data_classes == (DataClass.EMAIL, DataClass.NAMES, DataClass.NATIONAL_ID)
    assert [(row.text, str(row.since)) for row in found.context] == [("words", "2014")]
    assert [row.means.name for row in found.means] == ["ZeroCleare"]


def test_the_ledger_has_a_line_for_each_asserter_and_nobody_is_promoted() -> None:
    ledger = [(row.asserter.name, row.stance, str(row.said_on)) for row in albania().attributions]
    assert ledger == [
        ("Mandiant", Stance.SUSPECTS, "2022-08-04"),
        ("Edi Rama", Stance.ASSERTS, "2022-09-07"),
        ("National Cyber Security Centre", Stance.ASSERTS, "2022-09-07"),
        ("United States", Stance.ASSERTS, "2022-09-07"),
        ("unspecified", Stance.ASSERTS, "None"),
    ]
    almost = next(row.likelihood for row in albania().attributions if row.likelihood)
    assert (almost.words, almost.scale, almost.low, almost.high) == ("almost certainly", Scale.PHIA, 95, 100)
    assert {row.accused.name for row in albania().attributions} == {"Iran"}


def test_a_denial_stands_beside_with_its_word() -> None:
    (denial,) = albania().denials
    assert (denial.party.name, denial.words, str(denial.said_on)) == ("Iran", "baseless", "2022-09-07")


def test_responses_stand_by_rung_each_done_or_only_threatened() -> None:
    rows = [(row.act, row.by.name, row.status, row.rung) for row in albania().responses]
    assert rows == [
        (Act.SEVER_RELATIONS, "Albania", Status.DONE, LADDER.index(Act.SEVER_RELATIONS) + 1),
        (Act.CONDEMNATION, "United Kingdom", Status.DONE, LADDER.index(Act.CONDEMNATION) + 1),
        (Act.FURTHER_ACTION, "United States", Status.THREATENED, 0),
    ]
    severed = albania().responses[0]
    assert severed.against is not None
    assert (severed.against.name, str(severed.date), severed.terms) == ("Iran", "2022-09-07", "within 24 hours")


def test_lags_count_days_between_exact_moments_only() -> None:
    assert set(albania().lags) == {
        Lag("start", "attribution", 20),
        Lag("start", "government-attribution", 54),
        Lag("start", "response", 54),
        Lag("government-attribution", "response", 0),
    }
    alone = next(incident for incident in build([wire()]) if incident.id == "albania-2022-07")
    assert Lag("start", "attribution", 54) in alone.lags
    assert only(vendor()).lags == ()


def test_a_passive_without_an_agent_starts_no_clock() -> None:
    report = Report("doc-1").tells(ALBANIA, "2022-07-15").says(accuses(IRAN), said_on="2022-07-16")
    assert only(report).lags == ()
    assert only(report.says(accuses(IRAN), MANDIANT, said_on="2022-07-20")).lags == (Lag("start", "attribution", 5),)


def test_no_lag_runs_backwards() -> None:
    report = Report("doc-1").tells(ALBANIA, "2022-07-15").says(accuses(IRAN), RAMA, said_on="2022-07-01")
    assert only(report).lags == ()


def test_incidents_that_share_a_document_are_related_and_others_are_not() -> None:
    found = {incident.id: incident for incident in build([wire(), vendor(), september()])}
    assert set(found) == {"albania-2022-07", "albania-2022-09", "united-kingdom-2022-05"}
    assert found["albania-2022-07"].related == ("united-kingdom-2022-05",)
    assert found["united-kingdom-2022-05"].related == ("albania-2022-07",)
    assert found["albania-2022-09"].related == ()


def test_every_row_keeps_all_its_claims() -> None:
    reports = [wire(), vendor()]
    kept: set[str] = set()
    for incident in build(reports):
        for rows in (
            incident.victims,
            incident.dates,
            incident.types,
            incident.services,
            incident.impacts,
            incident.means,
            incident.attributions,
            incident.denials,
            incident.responses,
            incident.context,
        ):
            for row in rows:
                kept |= set(row.on.claims)
    assert kept == {claim.id for report in reports for claim in report.claims}


def test_forty_echoes_are_one_source() -> None:
    copies = [Report(f"doc-{n:02d}", "2022-07-16", sketch=sketch_of("wire")).tells(ALBANIA, "2022-07-15") for n in range(40)]
    (victim,) = only(*copies).victims
    assert (len(victim.on.claims), victim.on.sources) == (40, 1)
    other = Report("doc-other", "2022-07-17").tells(ALBANIA, "2022-07-15")
    incident = only(*copies, other)
    assert (len(incident.victims[0].on.claims), incident.victims[0].on.sources) == (41, 2)
    assert {source.echo_of for source in incident.sources} == {None, "doc-00"}
    assert sum(source.echo_of is None for source in incident.sources) == 2


@pytest.mark.parametrize(
    ("asserter", "stance", "expected"),
    [
        (UNSPECIFIED, Stance.ASSERTS, Standing.MEDIA_ALLEGED),
        (PRESS, Stance.ASSERTS, Standing.MEDIA_ALLEGED),
        (OFFICIALS, Stance.ASSERTS, Standing.MEDIA_ALLEGED),
        (MANDIANT, Stance.SUSPECTS, Standing.INDUSTRY_ASSESSED),
        (PartyName("Ann Lee", PartyKind.RESEARCHER), Stance.ASSERTS, Standing.INDUSTRY_ASSESSED),
        (RAMA, Stance.SUSPECTS, Standing.GOVERNMENT_ATTRIBUTED),
        (PartyName("NATO", PartyKind.INTERNATIONAL_ORGANISATION), Stance.ASSERTS, Standing.GOVERNMENT_ATTRIBUTED),
        (GANG, Stance.CLAIMS_RESPONSIBILITY, Standing.SELF_CLAIMED),
        (RAMA, Stance.DOUBTS, Standing.UNATTRIBUTED),
        (MANDIANT, Stance.DENIES, Standing.UNATTRIBUTED),
    ],
)
def test_what_one_attribution_amounts_to(asserter: PartyName, stance: Stance, expected: Standing) -> None:
    incident = only(Report("doc-1").tells().says(accuses(IRAN), asserter, stance))
    assert incident.standing is expected
    assert incident.contested is (stance in (Stance.DOUBTS, Stance.DENIES))


def test_a_refusal_to_attribute_attributes_nothing() -> None:
    report = Report("doc-1").tells().says(accuses(UNKNOWN), RAMA, Stance.DECLINES_TO_ATTRIBUTE)
    assert only(report).standing is Standing.UNATTRIBUTED
    assert only(report).attributions[0].accused.name == "unknown"


def test_courts_and_charges_establish() -> None:
    charge = ResponseValue(Act.INDICTMENT, US, Status.DONE, IRAN)
    assert only(Report("doc-1").tells().says(charge)).standing is Standing.JUDICIALLY_ESTABLISHED
    legal = accuses(IRAN, Basis.LEGAL_ACTION)
    assert only(Report("doc-1").tells().says(legal, US)).standing is Standing.JUDICIALLY_ESTABLISHED
    assert only(Report("doc-1").tells().says(legal, MANDIANT)).standing is Standing.INDUSTRY_ASSESSED
    threat = ResponseValue(Act.INDICTMENT, US, Status.CONSIDERED, IRAN)
    assert only(Report("doc-1").tells().says(threat)).standing is Standing.UNATTRIBUTED


def test_another_accused_state_contests_and_a_second_voice_does_not() -> None:
    agreed = Report("doc-1").tells().says(accuses(IRAN), RAMA).says(accuses(IRAN), US)
    assert not only(agreed).contested
    assert only(agreed.says(accuses(RUSSIA), MANDIANT)).contested
    passive = Report("doc-1").tells().says(accuses(IRAN), RAMA).says(accuses(RUSSIA), UNSPECIFIED)
    assert not only(passive).contested
    joint = Report("doc-1").tells().says(accuses(IRAN), RAMA).says(accuses(RUSSIA), RAMA)
    assert not only(joint).contested


def test_dissent_makes_two_rows_and_the_better_supported_start_wins() -> None:
    reports = [Report(f"doc-{number}", "2022-09-01").tells(ALBANIA, "2022-07-15") for number in range(2)]
    reports.append(Report("doc-2", "2022-09-01").tells(ALBANIA, "2022-07-17"))
    reports += [Report(f"doc-{number}", "2022-09-01").tells(ALBANIA, "2022-07") for number in range(3, 6)]
    incident = only(*reports)
    assert [(str(row.date), row.on.sources) for row in incident.dates] == [
        ("2022-07", 3),
        ("2022-07-15", 2),
        ("2022-07-17", 1),
    ]
    assert str(incident.start) == "2022-07-15"


def test_a_publication_date_never_becomes_an_event_date() -> None:
    incident = only(Report("doc-1", "2022-09-08").tells(ALBANIA))
    assert incident.start is None
    assert incident.dates == ()
    assert incident.id == "albania-undated"


def test_the_strictest_marking_wins() -> None:
    reports = [
        Report("doc-1", "2022-09-08", Marking.GREEN).tells(ALBANIA, "2022-07-15"),
        Report("doc-2", "2022-09-08", Marking.AMBER).tells(ALBANIA, "2022-07-15"),
    ]
    assert only(*reports).marking is Marking.AMBER
    assert only(reports[0]).marking is Marking.GREEN


def test_denied_facts_make_no_rows() -> None:
    report = Report("doc-1").tells().says(TypeValue(IncidentType.DATA_THEFT), ALBANIA, Stance.DENIES)
    report.says(ResponseValue(Act.SANCTIONS, US, Status.DONE), US, Stance.DENIES)
    assert {row.type for row in only(report).types} == {IncidentType.DESTRUCTION}
    assert only(report).responses == ()


def test_a_vague_sector_target_or_day_goes_to_the_only_one_it_may_mean() -> None:
    report = Report("doc-1").says(VictimValue(ALBANIA, Sector.OTHER)).says(VictimValue(ALBANIA, Sector.GOVERNMENT))
    report.says(ResponseValue(Act.SANCTIONS, US, Status.DONE, IRAN, day("2022-09-09")))
    report.says(ResponseValue(Act.SANCTIONS, US, Status.DONE, None, day("2022-09"))).says(
        ResponseValue(Act.SANCTIONS, US, Status.DONE)
    )
    incident = only(report)
    assert [(row.sector, len(row.on.claims)) for row in incident.victims] == [(Sector.GOVERNMENT, 2)]
    (sanctions,) = incident.responses
    assert (str(sanctions.date), len(sanctions.on.claims)) == ("2022-09-09", 3)
    assert sanctions.against is not None
    assert sanctions.against.name == "Iran"


def test_two_targets_or_days_stay_two_rows() -> None:
    report = Report("doc-1").tells()
    for against, when in ((IRAN, "2022-09-09"), (IRAN, "2022-12-01"), (RUSSIA, "2022-09-09")):
        report.says(ResponseValue(Act.SANCTIONS, US, Status.DONE, against, day(when)))
    report.says(ResponseValue(Act.SANCTIONS, US, Status.DONE))
    assert sorted((row.against.name if row.against else "", str(row.date)) for row in only(report).responses) == [
        ("", "None"),
        ("Iran", "2022-09-09"),
        ("Iran", "2022-12-01"),
        ("Russia", "2022-09-09"),
    ]


def test_wordings_of_one_asserter_stay_apart_and_silence_joins_the_only_one() -> None:
    likely = Likelihood("likely", Scale.ICD203, 55, 80)
    certain = Likelihood("almost certainly", Scale.ICD203, 95, 99)
    report = Report("doc-1").tells().says(accuses(IRAN), US, said_on="2022-09-08", likelihood=likely)
    report.says(accuses(IRAN), US, said_on="2022-09-07")
    (row,) = only(report).attributions
    assert (row.likelihood, str(row.said_on), len(row.on.claims)) == (likely, "2022-09-07", 2)
    rows = only(report.says(accuses(IRAN), US, likelihood=certain)).attributions
    assert {row.likelihood for row in rows} == {likely, certain, None}


def test_a_relay_is_named_unless_somebody_had_it_directly() -> None:
    relayed = Report("doc-1").tells(ALBANIA, "2022-07-15").says(accuses(IRAN), RAMA, relayed_by=PRESS)
    assert only(relayed).attributions[0].relayed_by == PRESS
    direct = Report("doc-2").tells(ALBANIA, "2022-07-15").says(accuses(IRAN), RAMA)
    assert only(relayed, direct).attributions[0].relayed_by is None


def test_names_of_incidents_without_a_victim_country() -> None:
    claimed = Report("doc-1").tells(None, "2022-05").says(accuses(GANG), MANDIANT)
    assert (only(claimed).id, only(claimed).title) == (
        "quiet-otter-2022-05",
        "Attack ascribed to Quiet Otter: destruction (May 2022)",
    )
    hackers = PartyName("Iranian hackers", PartyKind.GROUP, "IR")
    described = only(Report("doc-1").tells(None, "2022-05").says(accuses(hackers)).says(accuses(IRAN)))
    assert (described.id, described.title) == ("unnamed-2022-05", "Attack ascribed to Iran: destruction (May 2022)")
    phrase = PartyName("year involving a group known as MuddyWater", PartyKind.GROUP)
    assert only(Report("doc-1").tells(None, "2022-02").says(accuses(phrase))).title == "Attack: destruction (February 2022)"
    malware = Report("doc-1").tells(None, "2022-02", accused=hackers).says(MeansValue(MeansKind.MALWARE, "AcidRain"))
    assert only(malware).id == "acidrain-2022-02"
    victim = PartyName("Société Générale", PartyKind.COMPANY)
    assert only(Report("doc-1").tells(victim, "2022")).id == "societe-generale-2022"
    assert only(Report("doc-1").says(TypeValue(IncidentType.DDOS))).id == "unnamed-undated"


def test_the_accuseds_own_country_does_not_name_the_incident() -> None:
    report = Report("doc-1").tells(PartyName("Rosneft", PartyKind.COMPANY, "RU"), "2017-06", accused=RUSSIA)
    report.says(VictimValue(PartyName("Maersk", PartyKind.COMPANY, "DK"), Sector.TRANSPORT))
    assert only(report).id == "denmark-2017-06"


def test_names_that_collide_get_letters_the_most_reported_none() -> None:
    first = [Report(f"doc-{name}", "2022-08-30").tells(ALBANIA, "2022-07-25") for name in "yz"]
    second = Report("doc-a", "2022-08-30").tells(ALBANIA, "2022-07-02")
    found = {incident.id: len(incident.sources) for incident in build([*first, second])}
    assert found == {"albania-2022-07": 2, "albania-2022-07-b": 1}
    assert distinct(["x"] * 28)[-3:] == ["x-z", "x-aa", "x-ab"]


def test_slugs_are_short_ascii_words() -> None:
    assert slug("Côte d'Ivoire") == "cote-d-ivoire"
    assert slug("x" * 60) == "x" * 40
    assert slug("Комитет") == ""


def test_units_that_tell_of_no_event_make_no_incident() -> None:
    report = Report("doc-1").tells(ALBANIA, "2022-07-15").says(AliasValue("A", "B"), MANDIANT, event="other-1")
    assert [incident.id for incident in build([report])] == ["albania-2022-07"]


def test_a_day_alone_is_an_incident_only_where_a_report_is_about_it() -> None:
    report = Report("doc-1").tells(ALBANIA, "2022-07-15").says(DateValue(DateRole.START, day("2019"), "2019"), event="other-1")
    assert [incident.id for incident in build([report])] == ["albania-2022-07"]
    alone = Report("doc-2").says(DateValue(DateRole.START, day("2019"), "2019"))
    assert [incident.id for incident in build([alone])] == ["unnamed-2019"]
    nobody = VictimValue(PartyName("agencies", PartyKind.GOVERNMENT), Sector.GOVERNMENT)
    assert [incident.id for incident in build([report.says(nobody, event="other-2")])] == ["albania-2022-07"]
    assert [incident.title for incident in build([Report("doc-2").says(nobody)])] == ["Attack on agencies"]


def test_what_a_minister_did_is_the_states_deed_where_the_state_did_it() -> None:
    severed = [ResponseValue(Act.SEVER_RELATIONS, by, Status.DONE, IRAN, day("2022-09-07")) for by in (RAMA, ALBANIA)]
    report = Report("doc-1").tells(ALBANIA, "2022-07-15").says(severed[0])
    assert [row.by.name for row in only(report).responses] == ["Edi Rama"]
    report.says(severed[1]).says(ResponseValue(Act.SEVER_RELATIONS, US, Status.DONE, IRAN, day("2022-09-07")))
    rows = only(report).responses
    assert [(row.by.name, len(row.on.claims)) for row in rows] == [("Albania", 2), ("United States", 1)]


def test_many_victims_of_one_country_are_the_country_to_a_title() -> None:
    names = ["Northbank", "Eastbank", "Harbour Daily", "Reform Party"]
    report = Report("doc-1").tells(None, "2007-04", IncidentType.DDOS)
    for name in names[:3]:
        report.says(VictimValue(PartyName(name, PartyKind.ORGANISATION, "EE"), Sector.OTHER))
    assert only(report).title.startswith("Attack on Eastbank (Estonia): ddos")
    report.says(VictimValue(PartyName(names[3], PartyKind.ORGANISATION, "EE"), Sector.OTHER))
    assert only(report).title.startswith("Attack on Estonia: ddos")


VALUES: st.SearchStrategy[Value] = st.sampled_from(
    [
        VictimValue(ALBANIA, Sector.GOVERNMENT),
        VictimValue(UK, Sector.OTHER),
        DateValue(DateRole.START, day("2022-07-15"), ""),
        DateValue(DateRole.START, day("2022-07"), ""),
        DateValue(DateRole.DISCLOSED, day("2022-07-18"), ""),
        TypeValue(IncidentType.LEAK),
        ImpactValue(Impact.DATA_EXPOSED, (DataClass.NAMES, DataClass.EMAIL)),
        ImpactValue(Impact.DATA_EXPOSED, (DataClass.EMAIL, DataClass.NAMES)),
        MeansValue(MeansKind.MALWARE, "ZeroCleare"),
        MeansValue(MeansKind.MALWARE, "ZEROCLEARE"),
        accuses(IRAN),
        accuses(RUSSIA),
        accuses(UNKNOWN),
        DenialValue(IRAN, "Baseless"),
        DenialValue(TEHRAN, "baseless"),
        ResponseValue(Act.SANCTIONS, US, Status.DONE, IRAN, day("2022-09")),
        ResponseValue(Act.SANCTIONS, US, Status.DONE, None, day("2022-09-09")),
        ResponseValue(Act.SANCTIONS, US, Status.DONE),
        ResponseValue(Act.SANCTIONS, US, Status.THREATENED),
    ]
)
SAYINGS = st.tuples(
    st.integers(0, 5),
    VALUES,
    st.sampled_from([RAMA, US, MANDIANT, UNSPECIFIED, PartyName("Rama", PartyKind.GOVERNMENT, "AL")]),
    st.sampled_from(list(Stance)),
    st.sampled_from([PRIMARY, "other-1"]),
    st.sampled_from([None, "2022-09-07", "2022-09"]),
)


@given(st.lists(SAYINGS, min_size=1, max_size=25), st.integers(0, 999))
@settings(deadline=None)
def test_any_order_gives_the_same_record(
    sayings: list[tuple[int, Value, PartyName, Stance, str, str | None]], seed: int
) -> None:
    reports = {
        number: Report(f"doc-{number}", "2022-10-01", sketch=sketch_of(str(number // 2)))
        for number in {row[0] for row in sayings}
    }
    for number, value, asserter, stance, event, said_on in sayings:
        reports[number].says(value, asserter, stance, event=event, said_on=said_on)
    everything = list(reports.values())
    found = build(everything)
    assert found == build(everything, seed=seed)
    assert len({incident.id for incident in found}) == len(found)
    for incident in found:
        assert incident.id not in incident.related
        assert all(row.on.sources <= len(incident.sources) for row in incident.attributions)


@given(st.lists(SAYINGS, min_size=1, max_size=25))
@settings(deadline=None)
def test_nobodys_word_alone_is_never_a_governments(
    sayings: list[tuple[int, Value, PartyName, Stance, str, str | None]],
) -> None:
    report = Report("doc-0").tells()
    for _, value, _, stance, _, _ in sayings:
        if not isinstance(value, ResponseValue):
            report.says(value, UNSPECIFIED, stance)
    assert list(Standing).index(only(report).standing) <= list(Standing).index(Standing.MEDIA_ALLEGED)
