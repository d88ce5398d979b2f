from __future__ import annotations

from typing import Any

import pytest
from made import as_json, captures, refusals

from demarche.model.atoms import Marking

AMBER_1 = "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82"
STRICT_2 = "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003"
ORG = {"type": "identity", "id": "identity--1", "name": "CERT Norway"}


def report(**given: Any) -> dict[str, Any]:
    made = {
        "type": "report",
        "id": "report--1",
        "name": "A breach",
        "description": "Norway said that Russia did it.",
        "published": "2022-09-08T10:00:00Z",
        "created": "2022-01-01T10:00:00Z",
        "created_by_ref": "identity--1",
        "external_references": [{"source_name": "x"}, {"source_name": "y", "url": "https://cert.example/1"}],
        "lang": "en",
    }
    return {name: value for name, value in {**made, **given}.items() if value is not None}


def bundle(*objects: Any) -> bytes:
    return as_json({"type": "bundle", "id": "bundle--1", "objects": objects})


def test_a_report_keeps_who_made_it_and_when_it_was_published() -> None:
    (found,) = captures("b.json", bundle(ORG, report()))
    assert (found.name, found.data) == ("b.json!/report--1", b"A breach\n\nNorway said that Russia did it.\n")
    assert (found.title, found.publisher, str(found.published)) == ("A breach", "CERT Norway", "2022-09-08")
    assert (found.url, found.language, found.marking) == ("https://cert.example/1", "en", Marking.CLEAR)


@pytest.mark.parametrize(
    ("thing", "text"),
    [
        ({"type": "note", "abstract": "A", "content": "B.", "authors": ["C", "D"]}, "A\n\nB.\n"),
        ({"type": "opinion", "opinion": "disagree", "explanation": "B."}, "disagree\n\nB.\n"),
        ({"type": "campaign", "name": "A", "description": "B."}, "A\n\nB.\n"),
        ({"type": "intrusion-set", "name": "A", "description": "A is a group."}, "A is a group.\n"),
        ({"type": "incident", "description": "B."}, "B.\n"),
    ],
)
def test_what_people_wrote_is_a_report(thing: dict[str, Any], text: str) -> None:
    (found,) = captures("b.json", bundle({"id": f"{thing['type']}--1", "created": "2022-09-08T10:00:00Z", **thing}))
    assert (found.data.decode(), str(found.published)) == (text, "2022-09-08")
    assert found.author == ("C, D" if thing["type"] == "note" else None)


def test_an_envelope_of_taxii_a_list_and_a_single_object_are_read_too() -> None:
    for value in ({"more": False, "objects": [report()]}, [report()], report()):
        assert [one.name for one in captures("b.json", as_json(value))] == ["b.json!/report--1"]


def test_what_is_not_read_is_told() -> None:
    data = bundle(
        ORG, report(revoked=True), report(id="report--2", description=None), {"type": "indicator"}, {"type": "indicator"}, 7
    )
    assert refusals("b.json", data) == {
        "b.json!/report--1": "the report was revoked by its author",
        "b.json!/report--2": "the report 'A breach' has no description: there is nothing to read",
        "b.json!/": "objects: 4 that hold no report were passed over (1 identity, 2 indicator, 1 object of no type)",
    }


def extended(mark: str) -> dict[str, Any]:
    return {
        "type": "marking-definition",
        "id": "marking-definition--1",
        "extensions": {"extension-definition--1": {"tlp_2_0": mark}},
    }


@pytest.mark.parametrize(
    ("refs", "definition", "marking"),
    [
        ([AMBER_1], None, Marking.AMBER),
        ([AMBER_1, STRICT_2], None, Marking.AMBER_STRICT),
        (["marking-definition--1"], extended("amber+strict"), Marking.AMBER_STRICT),
        (["marking-definition--1"], {"definition_type": "tlp", "definition": {"tlp": "green"}}, Marking.GREEN),
        (["marking-definition--1"], {"definition_type": "statement", "definition": {"statement": "© us"}}, Marking.CLEAR),
        (["marking-definition--1"], {"definition_type": "tlp", "definition": {"tlp": "mauve"}}, Marking.RED),
        (["marking-definition--2"], None, Marking.RED),
    ],
)
def test_the_strictest_mark_counts_and_what_nobody_explains_is_red(
    refs: list[str], definition: dict[str, Any] | None, marking: Marking
) -> None:
    told = [{"type": "marking-definition", "id": "marking-definition--1", **definition}] if definition else []
    (found,) = captures("b.json", bundle(report(object_marking_refs=refs), *told))
    assert found.marking is marking


def test_a_mark_on_a_part_holds_of_the_whole() -> None:
    part = [{"marking_ref": AMBER_1, "selectors": ["description"]}, "none", {"lang": "de"}]
    (found,) = captures("b.json", bundle(report(granular_markings=part)))
    assert found.marking is Marking.AMBER


def event(**given: Any) -> dict[str, Any]:
    made = {
        "uuid": "e-1",
        "info": "Breach of a parliament",
        "date": "2022-07-15",
        "publish_timestamp": "1662600000",
        "Orgc": {"name": "CERT Norway"},
        "distribution": "3",
        "Attribute": [
            {"type": "text", "value": "Norway said that Russia did it.", "comment": ""},
            {"type": "link", "value": "https://cert.example/1", "comment": "The first report."},
            {"type": "ip-dst", "value": "198.51.100.1"},
            {"type": "comment", "value": "This was taken back.", "deleted": True},
        ],
        "Object": [{"Attribute": [{"type": "sha256", "value": "0" * 64}]}],
        "EventReport": [{"uuid": "r-1", "name": "Report", "content": "# What\n\nNorway said so."}, {"uuid": "r-2"}],
    }
    return {**made, **given}


def test_an_event_and_its_reports_are_reports() -> None:
    found = captures("e.json", as_json({"Event": event()}))
    assert [(one.name, one.title, one.media_type) for one in found] == [
        ("e.json!/e-1", "Breach of a parliament", "text/plain"),
        ("e.json!/e-1/r-1", "Report", "text/markdown"),
    ]
    assert found[0].data.decode() == "Breach of a parliament\n\nNorway said that Russia did it.\n\nThe first report.\n"
    assert {(one.publisher, str(one.published)) for one in found} == {("CERT Norway", "2022-09-08")}
    assert (found[0].url, found[0].note) == ("https://cert.example/1", None)
    assert refusals("e.json", as_json({"Event": event()})) == {
        "e.json!/e-1/r-2": "the event report has no text",
        "e.json!/": "attributes: 2 that hold no report were passed over (1 ip-dst, 1 sha256)",
    }


def test_the_answer_of_a_search_holds_several_events() -> None:
    found = captures("e.json", as_json({"response": [{"Event": event(uuid="a")}, {"Event": event(uuid="b")}]}))
    assert [one.name for one in found if "/r-" not in one.name] == ["e.json!/a", "e.json!/b"]


def test_an_event_with_its_title_alone_is_less_than_a_report() -> None:
    (found,) = captures("e.json", as_json({"Event": event(Attribute=[], Object=[], EventReport=[], publish_timestamp="0")}))
    assert (found.note, found.published) == ("only the title of the event, without a text", None)


@pytest.mark.parametrize(
    ("given", "marking"),
    [
        ({"Tag": [{"name": "tlp:amber+strict"}, {"name": "tlp:green"}, {"name": "type:OSINT"}]}, Marking.AMBER_STRICT),
        ({"Tag": [{"name": "tlp:white"}], "distribution": "0"}, Marking.CLEAR),
        ({"Tag": [{"name": "tlp:ex:chr"}]}, Marking.RED),
        ({"distribution": "0"}, Marking.AMBER_STRICT),
        ({"distribution": "1"}, Marking.AMBER),
        ({"Attribute": [{"type": "text", "value": "He said so.", "Tag": [{"name": "tlp:red"}]}]}, Marking.RED),
        ({}, Marking.CLEAR),
    ],
)
def test_tags_mark_an_event_and_else_its_distribution(given: dict[str, Any], marking: Marking) -> None:
    assert captures("e.json", as_json({"Event": event(**given)}))[0].marking is marking
