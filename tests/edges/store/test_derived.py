from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import store_samples as samples

from demarche.edges.store import IncidentFilter, Store, open_store
from demarche.errors import NotFound
from demarche.model.atoms import PartialDate
from demarche.model.vocabulary.attribution import Stance, Standing
from demarche.model.vocabulary.incidents import IncidentType
from demarche.model.vocabulary.responses import Act, Status

WIPED = samples.incident(
    "albania-2022-07",
    attributions=(samples.attribution(samples.IRAN),),
    responses=(samples.response(Act.SEVER_RELATIONS, Status.DONE), samples.response(Act.SANCTIONS, Status.THREATENED)),
)
SPIED = samples.incident("albania-2023", "2023", types=(IncidentType.ESPIONAGE_ACCESS,))
CLAIMED = samples.incident(
    "albania-2023-12",
    "2023-12",
    attributions=(samples.attribution(samples.GROUP, Stance.CLAIMS_RESPONSIBILITY),),
)
UNDATED = samples.incident("albania", None, attributions=(samples.attribution(samples.IRAN, Stance.DENIES),))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.sqlite") as opened:
        opened.save(samples.record(UNDATED, CLAIMED, SPIED, WIPED), "abc")
        yield opened


def found(store: Store, wanted: IncidentFilter) -> list[str]:
    return [incident.id for incident in store.incidents(wanted)]


def test_a_record_comes_back_as_it_was_saved(store: Store) -> None:
    assert list(store.incidents()) == [WIPED, SPIED, CLAIMED, UNDATED]
    assert store.parties() == samples.record().parties
    assert store.incident("albania-2023") == SPIED
    assert store.built() == "abc"


def test_a_record_takes_the_place_of_the_one_before(store: Store) -> None:
    store.save(samples.record(SPIED), "def")
    assert list(store.incidents()) == [SPIED]
    assert store.built() == "def"


def test_before_the_first_record_nothing_is_built(tmp_path: Path) -> None:
    with open_store(tmp_path / "new.sqlite") as store:
        assert store.built() is None


def test_many_incidents_come_in_order(store: Store) -> None:
    many = [samples.incident(f"albania-{number:04d}", f"{1900 + number % 200}") for number in range(450)]
    store.save(samples.record(*many), "many")
    expected = sorted(many, key=lambda incident: (str(incident.start), incident.id))
    assert list(store.incidents()) == expected


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (IncidentFilter(accused="IR"), ["albania-2022-07", "albania-2023-12"]),
        (IncidentFilter(accused="homeland justice"), ["albania-2023-12"]),
        (IncidentFilter(accused="AL"), []),
        (IncidentFilter(victim="AL", type=IncidentType.ESPIONAGE_ACCESS), ["albania-2023"]),
        (IncidentFilter(since=PartialDate(2023)), ["albania-2023", "albania-2023-12"]),
        (IncidentFilter(since=PartialDate(2023, 12, 31)), ["albania-2023", "albania-2023-12"]),
        (IncidentFilter(until=PartialDate(2022)), ["albania-2022-07"]),
        (IncidentFilter(until=PartialDate(2023, 2)), ["albania-2022-07", "albania-2023"]),
        (IncidentFilter(since=PartialDate(2024)), []),
        (IncidentFilter(standing=Standing.UNATTRIBUTED), ["albania-2023"]),
        (IncidentFilter(responded_with=Act.SEVER_RELATIONS), ["albania-2022-07"]),
        (IncidentFilter(responded_with=Act.SANCTIONS), []),
        (IncidentFilter(accused="IR", since=PartialDate(2023)), ["albania-2023-12"]),
    ],
)
def test_filters_narrow(store: Store, wanted: IncidentFilter, expected: list[str]) -> None:
    assert found(store, wanted) == expected


def test_a_wrong_identifier_gets_the_nearest_ones(store: Store) -> None:
    with pytest.raises(NotFound, match="did you mean albania-2022-07"):
        store.incident("albania-2022-08")
    with pytest.raises(NotFound, match="lists them"):
        store.incident("zzz")
