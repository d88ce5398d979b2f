"""`from demarche import open_record`: the verbs of the command line, with the same answers."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer
from running import EXAMPLES, answer, ok, run

from demarche import OpenRecord, open_record
from demarche.doors.cli.app import app
from demarche.errors import DemarcheError
from demarche.model.atoms import plain

SCRIPT = """
import sys
from demarche import open_record

with open_record(sys.argv[1]) as record:
    summary = record.read(sys.argv[2])
    assert {result.outcome for result in summary.inputs} == {"ok"}, summary
    for incident in record.incidents(accused="IR", since="2022-01"):
        print(incident.id, incident.standing)
    assert not list(record.verify())
"""
"""What the documentation tells a user to write."""


@pytest.fixture
def record(examples: Path) -> OpenRecord:
    return open_record(examples, create=False)


@pytest.mark.parametrize("verb", sorted(typer.main.get_group(app).commands))
def test_every_command_is_a_verb_of_an_open_record(verb: str) -> None:
    assert callable(getattr(OpenRecord, verb))


def test_a_script_reads_and_asks_as_the_commands_do(tmp_path: Path, examples: Path) -> None:
    made = tmp_path / "record.sqlite"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", SCRIPT, str(made), str(EXAMPLES)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    listed = answer("incidents", "--accused", "IR", "--since", "2022-01", record=examples)
    assert done.stdout.splitlines() == [f"{incident['id']} {incident['standing']}" for incident in listed]
    assert ok("export", "--format", "json", record=made).out == ok("export", "--format", "json", record=examples).out


@pytest.mark.parametrize(
    ("options", "question"),
    [
        ((), {}),
        (("--accused", "RU"), {"accused": "RU"}),
        (("--victim", "AL", "--type", "destruction"), {"victim": "AL", "type": "destruction"}),
        (("--since", "2015", "--until", "2022-03"), {"since": "2015", "until": "2022-03"}),
        (("--standing", "government-attributed"), {"standing": "government-attributed"}),
        (("--responded", "sanctions"), {"responded_with": "sanctions"}),
    ],
)
def test_incidents(examples: Path, record: OpenRecord, options: tuple[str, ...], question: dict[str, Any]) -> None:
    found = [plain(incident) for incident in record.incidents(**question)]
    assert found == answer("incidents", *options, record=examples)
    assert found != []


def test_show_and_claims_of_an_incident(examples: Path, record: OpenRecord) -> None:
    assert plain(record.show("albania-2022-07")) == answer("show", "albania-2022-07", record=examples)
    claims = answer("claims", "--incident", "albania-2022-07", record=examples)
    assert [claim.id for claim in record.claims(incident="albania-2022-07")] == [claim["id"] for claim in claims]
    british = answer("claims", "--predicate", "attribution", "--asserter", "GB", record=examples)
    assert [claim.id for claim in record.claims(predicate="attribution", asserter="GB")] == [claim["id"] for claim in british]
    assert british != []


def test_why(examples: Path, record: OpenRecord) -> None:
    (claim, *_) = record.claims(predicate="denial")
    told, found = answer("why", claim.id, record=examples), record.why(claim.id)
    assert (told["before"], told["quote"], told["after"]) == (found.before, found.quote, found.after)
    assert told["claim"]["id"] == claim.id


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
def test_export(examples: Path, record: OpenRecord, form: str) -> None:
    assert b"".join(record.export(form)) == ok("export", "--format", form, record=examples).out


def test_annotate(record: OpenRecord) -> None:
    report = EXAMPLES / "albania-2022-wire.txt"
    (found,) = record.annotate([report])
    assert found.annotation == json.loads(ok("annotate", report).out)


def test_verify(examples: Path, record: OpenRecord) -> None:
    assert list(record.verify()) == []
    assert ok("verify", record=examples).code == 0


@pytest.mark.parametrize(
    ("arguments", "verb", "given"),
    [
        (("show", "nowhere-1999"), "show", ("nowhere-1999",)),
        (("why", "0"), "why", ("0",)),
        (("export", "--format", "xml"), "export", ("xml",)),
    ],
)
def test_an_error_has_the_same_words(
    examples: Path, record: OpenRecord, arguments: tuple[str, ...], verb: str, given: tuple[str, ...]
) -> None:
    with pytest.raises(DemarcheError) as raised:
        getattr(record, verb)(*given)
    ended = run(*arguments, record=examples)
    assert (ended.code, ended.error) == (raised.value.exit_code, f"demarche: {raised.value}\n")
