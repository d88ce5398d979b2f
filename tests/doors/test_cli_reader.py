from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from chat_endpoint import ChatEndpoint, Reply, attribution, chat_endpoint, party, says
from typer.testing import CliRunner, Result

from demarche import open_record
from demarche.doors.cli import app
from demarche.doors.cli.options import complete_reader

REPORT = "Norway names Russia\n\nOSLO - Norway said that Russia was behind the breach of its parliament.\n"
BEHIND = attribution(
    "Norway said that Russia was behind the breach", party("Norway", country="NO"), party("Russia", country="RU")
)
SAID = says({"attribution": [BEHIND, {**BEHIND, "quote": "Russia did it"}, {**BEHIND, "words": "surely"}]})


@pytest.fixture
def endpoint() -> Iterator[ChatEndpoint]:
    with chat_endpoint(SAID) as served:
        yield served


@pytest.fixture
def report(tmp_path: Path) -> Path:
    place = tmp_path / "norway.txt"
    place.write_text(REPORT, encoding="utf-8")
    return place


def invoke(*arguments: str | Path, **environment: str) -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)), env={"COLUMNS": "200", **environment})


def test_read_asks_the_language_model_and_says_what_it_dropped(endpoint: ChatEndpoint, report: Path, tmp_path: Path) -> None:
    known, record = endpoint.environment(tmp_path / "cache"), ("--record", tmp_path / "r.sqlite")
    first = invoke("read", *record, "--reader", "llm", report, **known)
    assert first.exit_code == 0, first.output
    assert first.stdout.splitlines()[0] == "ok       norway.txt  1 claim, 2 answers dropped (name 1, quote 1)"
    again = invoke("read", *record, "--json", report, **known, DEMARCHE_READER="llm")
    assert json.loads(again.stdout)[0]["dropped"] == {"name": 1, "quote": 1}
    claims = json.loads(invoke("claims", *record, "--json").stdout)
    assert [claim["reader"] for claim in claims] == ["llm"]
    assert invoke("verify", *record).exit_code == 0
    assert len(endpoint.asked) == 1


def test_the_option_comes_before_the_environment(endpoint: ChatEndpoint, report: Path, tmp_path: Path) -> None:
    known = {**endpoint.environment(tmp_path / "cache"), "DEMARCHE_READER": "llm"}
    assert invoke("annotate", "--reader", "rules", report, **known).exit_code == 0
    assert endpoint.asked == []


def test_annotate_asks_it_too(endpoint: ChatEndpoint, report: Path, tmp_path: Path) -> None:
    found = invoke("annotate", "--reader", "llm", report, **endpoint.environment(tmp_path / "cache"))
    assert found.exit_code == 0, found.output
    assert [each["accused"] for each in json.loads(found.stdout)["attributions"]] == ["Russia"]
    assert found.stderr == "norway.txt: 2 answers dropped (name 1, quote 1)\n"


def test_a_marked_report_stays_here(endpoint: ChatEndpoint, report: Path, tmp_path: Path) -> None:
    known, record = endpoint.environment(tmp_path / "cache"), ("--record", tmp_path / "r.sqlite")
    given = ("read", *record, "--reader", "llm", "--marking", "amber", report)
    refused = invoke(*given, **known)
    assert (refused.exit_code, len(endpoint.asked)) == (3, 0)
    assert "rejected norway.txt: marked amber" in refused.stdout
    assert invoke(*given, **known, DEMARCHE_LLM_MARKING="amber").exit_code == 0


def test_an_endpoint_that_fails_is_told_for_each_report(report: Path, tmp_path: Path) -> None:
    with chat_endpoint(Reply(b"no such model", 404)) as served:
        found = invoke("read", "--record", tmp_path / "r.sqlite", "--reader", "llm", report, **served.environment(tmp_path))
    assert found.exit_code == 3
    assert f"rejected norway.txt: the language model at {served.url} gave no answer: it answers with status 404" in found.stdout


@pytest.mark.parametrize(
    ("reader", "said"),
    [("oracle", "it is one of rules model llm best"), ("llm", "set DEMARCHE_LLM_URL and DEMARCHE_LLM_MODEL")],
)
@pytest.mark.parametrize("command", ["read", "annotate"])
def test_a_reader_that_cannot_be_had_is_a_usage_error(
    report: Path, tmp_path: Path, command: str, reader: str, said: str
) -> None:
    record = ("--record", tmp_path / "r.sqlite") if command == "read" else ()
    found = invoke(command, *record, "--reader", reader, report, DEMARCHE_LLM_URL="", DEMARCHE_LLM_MODEL="")
    assert (found.exit_code, found.stderr.count("\n")) == (2, 1)
    assert said in found.stderr


def test_the_python_interface_takes_a_name_too(
    endpoint: ChatEndpoint, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in endpoint.environment(tmp_path / "cache").items():
        monkeypatch.setenv(name, value)
    with open_record(tmp_path / "r.sqlite") as record:
        assert record.read(report, reader="llm").inputs[0].dropped == {"name": 1, "quote": 1}
        (found,) = record.annotate([report], reader="llm")
        assert found.annotation
    assert len(endpoint.asked) == 1


def test_readers_are_completed() -> None:
    assert complete_reader("r") == ["rules"]
    assert complete_reader("") == ["rules", "model", "llm", "best"]


def test_the_best_reader_says_of_what_it_is_made_and_what_it_kept(
    endpoint: ChatEndpoint, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("demarche.readers.find_spec", lambda _: None)
    known, record = endpoint.environment(tmp_path / "cache"), ("--record", tmp_path / "r.sqlite")
    first = invoke("read", *record, "--reader", "best", report, **known)
    assert first.exit_code == 0, first.output
    assert first.stderr == "best reader here: rules, confirmed by the language model small\n"
    assert re.match(r"ok       norway.txt  \d claims?, 1 confirmed, 2 answers dropped \(name 1, quote 1\)\n", first.stdout)
    again = invoke("read", *record, "--json", report, **known, DEMARCHE_READER="best")
    (told,) = json.loads(again.stdout)
    assert (told["readers"], told["confirmed"], told["withheld"]) == (["rules", "llm"], 1, 0)
    claims = json.loads(invoke("claims", *record, "--predicate", "attribution", "--json").stdout)
    assert [claim["reader"] for claim in claims] == ["rules+llm"]
    assert invoke("verify", *record).exit_code == 0
    for command in (("annotate",), ("read", "--explain")):
        assert "best reader here: rules, confirmed" in invoke(*command, "--reader", "best", report, **known).stderr
    assert len(endpoint.asked) == 1


@pytest.mark.parametrize("reader", ["rules", "model"])
def test_other_readers_are_named_in_json_alone(report: Path, tmp_path: Path, reader: str) -> None:
    if reader == "model":
        pytest.importorskip("onnxruntime")
    found = invoke("read", "--record", tmp_path / "r.sqlite", "--reader", reader, "--json", report)
    assert [told["readers"] for told in json.loads(found.stdout)] == [[reader]]
    assert found.stderr == ""
