from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from publish_samples import attribution, denial, document, facts, incident, record, says, sure, victim

from demarche.model.atoms import Marking
from demarche.model.claim import VALUE_CLASSES, AliasValue, Claim, ContextValue
from demarche.model.record import Join
from demarche.model.vocabulary.attribution import ContextTopic
from demarche.steps.publish import Format, publish
from demarche.steps.publish.table import escaped, header

READ = document(marking=Marking.AMBER)
CLAIMS = [attribution(READ), denial(READ), victim(READ)]
SOURCES = {READ.id: facts(READ)}
RECORD = record(incident(victim(READ)))


def published(form: Format, claims: list[Claim] | None = None) -> bytes:
    return b"".join(publish(RECORD, CLAIMS if claims is None else claims, SOURCES, form))


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


@pytest.mark.parametrize("form", list(Format))
def test_no_order_of_claims_and_no_repetition_changes_a_byte(form: Format) -> None:
    forms = {published(form, [*order, order[0]]) for order in permutations(CLAIMS)}
    assert forms == {published(form)}


@pytest.mark.parametrize("form", list(Format))
def test_an_empty_record_is_published_too(form: Format) -> None:
    data = b"".join(publish(record(), [], {}, form))
    expected = {Format.JSON: 0, Format.JSONL: 0, Format.CSV: 1}
    if form is Format.JSON:
        assert json.loads(data)["claims"] == []
    assert data.count(b"claim,incident,event") == expected[form]


def test_json_is_one_object_of_incidents_claims_documents_and_parties() -> None:
    found = json.loads(published(Format.JSON))
    assert list(found) == ["incidents", "claims", "documents", "parties"]
    assert [entry["id"] for entry in found["claims"]] == sorted(claim.id for claim in CLAIMS)
    assert [entry["id"] for entry in found["parties"]] == ["party-1", "party-2"]
    assert found["documents"] == [
        {"id": READ.id, "marking": "amber", "outcome": "ok", "reason": None}
        | {"name": "reports/albania-wire.txt", "sha256": READ.origin.sha256, "media_type": "text/plain"}
        | {"title": READ.origin.title, "publisher": "=The Wire", "published": "2022-09-08"}
    ]
    claim = next(entry for entry in found["claims"] if entry["predicate"] == "attribution")
    assert claim["value"]["accused"] == {"name": "Iran", "kind": "state", "country": "IR"}
    assert claim["marking"] == "amber"
    assert READ.text[claim["passage"]["start"] : claim["passage"]["end"]] == claim["passage"]["quote"]


def test_jsonl_has_the_same_objects_one_a_line_each_with_its_type() -> None:
    whole = json.loads(published(Format.JSON))
    lines = [json.loads(line) for line in published(Format.JSONL).splitlines()]
    names = {"incident": "incidents", "claim": "claims", "document": "documents", "party": "parties"}
    assert [line["type"] for line in lines] == ["incident", *["claim"] * 3, "document", "party", "party"]
    for line in lines:
        kind = line.pop("type")
        assert line in whole[names[kind]]


def test_a_claim_that_no_row_shows_belongs_to_the_incident_of_its_event() -> None:
    alias = says(READ, "Edi Rama", AliasValue("Edi Rama", "the prime minister"))
    elsewhere = says(READ, "Last year Ruritania was hit too.", ContextValue(ContextTopic.PRECEDENT))
    other = replace(elsewhere, event="other-1")
    found = {row["claim"]: row["incident"] for row in rows(published(Format.CSV, [*CLAIMS, alias, other]))}
    assert found[alias.id] == "albania-2022-07"
    assert found[other.id] == ""


def test_a_joined_unit_without_rows_belongs_to_the_incident_it_was_joined_to() -> None:
    context = replace(says(READ, "Last year", ContextValue(ContextTopic.PRECEDENT)), event="other-1")
    join = Join(f"{READ.id}/primary", f"{READ.id}/other-1", 1.0, "by hand")
    known = record(incident(victim(READ), joins=(join,)))
    table = rows(b"".join(publish(known, [context, victim(READ)], SOURCES, Format.CSV)))
    assert {row["incident"] for row in table} == {"albania-2022-07"}


def test_csv_has_a_row_for_each_claim_with_everything_it_carries() -> None:
    (row,) = rows(published(Format.CSV, [sure(READ)]))
    expected = {
        "incident": "albania-2022-07",
        "predicate": "attribution",
        "asserter": "Edi Rama",
        "asserter_country": "AL",
        "relayed_by": "The Wire",
        "stance": "asserts",
        "likelihood_words": "certainly",
        "likelihood_scale": "uk-phia",
        "likelihood_low": "95",
        "likelihood_high": "100",
        "confidence_words": "almost certainly",
        "confidence_level": "high",
        "said_on": "2022-09-07",
        "value_accused": "Iran",
        "value_accused_kind": "state",
        "value_basis": "named-media-statement",
        "value_words": "",
        "quote": "Edi Rama said that Iran almost certainly",
        "publisher": "'=The Wire",
        "published": "2022-09-08",
        "marking": "amber",
    }
    known = record(incident(sure(READ)))
    (row,) = rows(b"".join(publish(known, [sure(READ)], SOURCES, Format.CSV)))
    assert {name: row[name] for name in expected} == expected
    assert READ.text[int(row["start"]) : int(row["end"])] == row["quote"]


def test_every_field_of_every_kind_of_value_has_a_column() -> None:
    names = {f"value_{name}" for kind in VALUE_CLASSES.values() for name in kind.__dataclass_fields__}  # type: ignore[attr-defined]
    assert names <= set(header())
    assert len(header()) == len(set(header()))


@given(st.text())
def test_no_cell_begins_a_formula_and_none_loses_a_character(cell: str) -> None:
    shown = escaped(cell)
    assert not shown.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert shown in (cell, f"'{cell}")


_HARD = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=30)


@given(_HARD, _HARD)
def test_any_words_come_back_from_csv_and_json(before: str, words: str) -> None:
    read = document(text=f"{before}{words}")
    claim = Claim(
        read.passage(len(before), len(before) + len(words)),
        AliasValue(words, before),
        attribution(READ).asserter,
        attribution(READ).stance,
        "hand",
        "1",
        1.0,
    )
    sources = {read.id: facts(read)}
    (row,) = rows(b"".join(publish(record(), [claim], sources, Format.CSV)))
    assert row["quote"] in (words, f"'{words}")
    assert row["value_alias"] in (before, f"'{before}")
    entry = json.loads(b"".join(publish(record(), [claim], sources, Format.JSON)))["claims"][0]
    assert entry["passage"]["quote"] == words
