"""Cities, regions and companies, and the country that they tell."""

from __future__ import annotations

import pytest

from demarche.reference.places import Placed, placed_in
from demarche.reference.tables import countries, rows, words


def test_cities_and_companies_tell_their_country() -> None:
    text = "Toronto police said the Maersk terminal in Rotterdam stood still."
    found = [(text[one.start : one.end], one.country, one.seated) for one in placed_in(text)]
    assert found == [("Toronto", "CA", False), ("Maersk", "DK", True), ("Rotterdam", "NL", False)]


def test_of_two_names_the_longer_counts_and_only_as_a_whole_word() -> None:
    assert list(placed_in("West Virginia")) == [Placed(0, 13, "US", seated=False)]
    assert not list(placed_in("Torontonians"))
    assert not list(placed_in("toronto"))


@pytest.mark.parametrize("row", rows("places.tsv"), ids=lambda row: row[0])
def test_every_row_has_a_known_country_and_clean_names(row: list[str]) -> None:
    code, places, seats = [*row, ""][:3]
    assert code in countries()
    names = words(places) + words(seats)
    assert names
    assert all(name == name.strip() and len(name) > 2 for name in names)


def test_no_name_lies_in_two_countries() -> None:
    codes: dict[str, set[str]] = {}
    for row in rows("places.tsv"):
        for name in words(";".join(row[1:])):
            codes.setdefault(name, set()).add(row[0])
    assert {name for name, found in codes.items() if len(found) > 1} == set()
