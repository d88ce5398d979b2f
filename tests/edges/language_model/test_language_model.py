from __future__ import annotations

import gzip
import json
import pickle
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from chat_endpoint import Asked, ChatEndpoint, Reply, answer, attribution, chat_endpoint, completion, party, says

from demarche.edges.language_model import TRIES, LanguageModel
from demarche.edges.language_model.exchange import LIMIT
from demarche.edges.language_model.wire import schema
from demarche.errors import DemarcheError, EndpointError, UsageError
from demarche.model.claim import AttributionValue, PartyName
from demarche.model.vocabulary.attribution import Basis, PartyKind, Stance

IRAN = attribution("Tirana blames Iran.", party("Tirana", "state", "AL"), party("Iran", "state", "IR"))
GOOD = says({"attribution": [IRAN]})


@pytest.fixture
def endpoint() -> Iterator[ChatEndpoint]:
    with chat_endpoint(GOOD) as served:
        yield served


def gives_up(served: ChatEndpoint, cache: Path, seconds: float = 20.0) -> str:
    with pytest.raises(EndpointError) as caught:
        served.model(cache, seconds=seconds).answers("Read.", ["A report."])
    return str(caught.value)


# --- asking


def test_an_answer_comes_back_as_what_was_said(endpoint: ChatEndpoint, tmp_path: Path) -> None:
    (found,) = endpoint.model(tmp_path).answers("Read.", ["A report."])
    (saying,) = found.sayings
    assert (saying.quote, saying.stance, saying.event, found.undated) == ("Tirana blames Iran.", Stance.ASSERTS, 0, 0)
    assert saying.asserter == PartyName("Tirana", PartyKind.STATE, "AL")
    assert saying.value == AttributionValue(PartyName("Iran", PartyKind.STATE, "IR"), Basis.POLITICAL_STATEMENT)


def test_the_request_asks_for_the_schema_and_offers_no_tools(endpoint: ChatEndpoint, tmp_path: Path) -> None:
    endpoint.model(tmp_path, name="a/model").answers("Read.", ["A report."])
    (asked,) = endpoint.asked
    assert asked.path == "/v1/chat/completions"
    assert asked.body == {
        "model": "a/model",
        "messages": [{"role": "system", "content": "Read."}, {"role": "user", "content": "A report."}],
        "response_format": {"type": "json_schema", "json_schema": {"name": "claims", "strict": True, "schema": schema()}},
        "temperature": 0,
        "stream": False,
    }
    assert "Authorization" not in asked.headers
    assert asked.headers["Accept-Encoding"] == "identity"


def test_the_key_is_sent_and_shown_nowhere_else(tmp_path: Path) -> None:
    with chat_endpoint(Reply(b"who are you?", 401)) as served:
        model = served.model(tmp_path, key="sk-secret")
        with pytest.raises(EndpointError) as caught:
            model.answers("Read.", ["A report."])
    assert [asked.headers["Authorization"] for asked in served.asked] == ["Bearer sk-secret"]
    assert "status 401: who are you?" in str(caught.value)
    assert "sk-secret" not in f"{caught.value}{model!r}"


@pytest.mark.parametrize("end", ["", "/", "/chat/completions", "/chat/completions/"])
def test_the_address_may_be_the_base_or_the_whole(endpoint: ChatEndpoint, tmp_path: Path, end: str) -> None:
    LanguageModel(f"{endpoint.url}{end}?api-version=2", "small", tmp_path).answers("Read.", ["A report."])
    assert endpoint.asked[0].path == "/v1/chat/completions?api-version=2"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "127.0.0.1:8080",
        "ftp://example.org/v1",
        "file:///etc/hosts",
        "http://",
        "http://a:99999/",
        "http://a b/",
        "http://[",
        "http://a/\n",
    ],
)
def test_what_is_no_address_is_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(UsageError, match="DEMARCHE_LLM_URL must be"):
        LanguageModel(url, "small", tmp_path)


def test_secrets_that_would_leak_are_refused_without_being_shown(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds a user") as caught:
        LanguageModel("http://anna:hunter2@example.org/v1", "small", tmp_path)
    assert "hunter2" not in str(caught.value)
    with pytest.raises(UsageError, match="DEMARCHE_LLM_KEY") as caught:
        LanguageModel("http://example.org/v1", "small", tmp_path, key="hunter2\nX-Other: 1")
    assert "hunter2" not in str(caught.value)


def test_it_travels_to_other_processes(endpoint: ChatEndpoint, tmp_path: Path) -> None:
    model = endpoint.model(tmp_path, key="k")
    again = pickle.loads(pickle.dumps(model))  # noqa: S301 - made a line ago
    assert again == model
    assert again.answers("Read.", ["A report."]) == model.answers("Read.", ["A report."])


# --- the cache


def test_what_was_asked_once_is_not_asked_again_even_when_nobody_is_there(endpoint: ChatEndpoint, tmp_path: Path) -> None:
    messages = ["A report.", "Another."]
    first = endpoint.model(tmp_path).answers("Read.", messages)
    assert len(endpoint.asked) == 2
    assert LanguageModel("http://127.0.0.1:1/v1", "small", tmp_path).answers("Read.", messages) == first
    assert len(endpoint.asked) == 2


def test_model_prompt_and_text_are_all_of_the_key(endpoint: ChatEndpoint, tmp_path: Path) -> None:
    for name, instructions, text in (("a", "b", "c"), ("x", "b", "c"), ("a", "x", "c"), ("a", "b", "x"), ("ab", "", "c")):
        endpoint.model(tmp_path, name=name).answers(instructions, [text])
    assert len(endpoint.asked) == len(list(tmp_path.rglob("*.json"))) == 5


def test_the_version_names_the_model_and_what_it_is_asked(endpoint: ChatEndpoint, tmp_path: Path) -> None:
    model = endpoint.model(tmp_path)
    assert model.version("Read.").startswith("small ")
    assert model.version("Read.") == endpoint.model(tmp_path / "elsewhere").version("Read.")
    assert len({model.version("Read."), model.version("Read!"), endpoint.model(tmp_path, name="big").version("Read.")}) == 3


@pytest.mark.parametrize("damage", [b"", b'{"victim": []}', b"\xff\xfe"])
def test_a_damaged_answer_is_asked_for_anew(endpoint: ChatEndpoint, tmp_path: Path, damage: bytes) -> None:
    first = endpoint.model(tmp_path).answers("Read.", ["A report."])
    (kept,) = tmp_path.rglob("*.json")
    whole = kept.read_bytes()
    kept.write_bytes(damage)
    assert endpoint.model(tmp_path).answers("Read.", ["A report."]) == first
    assert (len(endpoint.asked), kept.read_bytes()) == (2, whole)


def test_nothing_unfinished_lies_in_the_cache_and_nobody_else_may_look(endpoint: ChatEndpoint, tmp_path: Path) -> None:
    endpoint.model(tmp_path / "cache").answers("Read.", ["A report."])
    (kept,) = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert (kept.suffix, len(kept.stem)) == (".json", 64)
    assert stat.S_IMODE(kept.stat().st_mode) & 0o077 == 0
    assert stat.S_IMODE(kept.parent.stat().st_mode) & 0o077 == 0


def test_a_cache_that_cannot_be_written_is_said_so(endpoint: ChatEndpoint, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(DemarcheError, match="set DEMARCHE_LLM_CACHE to a folder"):
        endpoint.model(tmp_path / "file").answers("Read.", ["A report."])


# --- what goes wrong

NO_LIST: dict[str, Any] = answer({})
RUBBISH = {
    "prose": completion("Iran did it."),
    "half": completion('{"victim": ['),
    "a list": completion("[]"),
    "a list too few": completion(json.dumps({name: items for name, items in NO_LIST.items() if name != "victim"})),
    "a list too many": completion(json.dumps({**NO_LIST, "tools": []})),
    "a field too many": says({"attribution": [{**IRAN, "run": "ls"}]}),
    "a field too few": says({"attribution": [{name: value for name, value in IRAN.items() if name != "quote"}]}),
    "another word": says({"attribution": [{**IRAN, "stance": "knows"}]}),
    "a denial among attributions": says({"attribution": [{**IRAN, "stance": "denies"}]}),
    "a number for a text": says({"attribution": [{**IRAN, "quote": 7}]}),
    "a text for a number": says({"attribution": [{**IRAN, "event": "1"}]}),
    "an event beyond all": says({"attribution": [{**IRAN, "event": 100}]}),
    "no completion": Reply(b'{"choices": []}'),
    "no JSON": Reply(b"<html>"),
    "no text": completion(None),
}


@pytest.mark.parametrize("reply", RUBBISH.values(), ids=RUBBISH)
def test_rubbish_is_asked_for_anew_and_then_given_up(tmp_path: Path, reply: Reply) -> None:
    with chat_endpoint(reply) as served:
        said = gives_up(served, tmp_path)
    assert len(served.asked) == TRIES
    assert served.url in said
    assert "or read with --reader rules" in said
    assert not list(tmp_path.rglob("*.json"))


@pytest.mark.parametrize("status", [408, 429, 500, 503])
def test_a_fault_that_passes_does_no_harm(tmp_path: Path, status: int) -> None:
    replies = iter([Reply(b"later", status), Reply(b"", status), GOOD])
    with chat_endpoint(lambda _: next(replies)) as served:
        assert len(served.model(tmp_path).answers("Read.", ["A report."])[0].sayings) == 1
    assert len(served.asked) == TRIES


def test_a_fault_that_stays_is_told(tmp_path: Path) -> None:
    with chat_endpoint(Reply(b"out of\x1b[31m memory", 500)) as served:
        said = gives_up(served, tmp_path)
    assert len(served.asked) == TRIES
    assert "it answers with status 500: out of" in said


@pytest.mark.parametrize("status", [400, 403, 404, 204])
def test_a_refusal_is_not_asked_for_twice(tmp_path: Path, status: int) -> None:
    with chat_endpoint(Reply(b"", status)) as served:
        assert f"status {status}" in gives_up(served, tmp_path)
    assert len(served.asked) == 1


def test_a_model_that_takes_no_temperature_is_asked_without(tmp_path: Path) -> None:
    def reply(asked: Asked) -> Reply:
        return Reply(b"unsupported value: 'temperature'", 400) if "temperature" in asked.body else GOOD

    with chat_endpoint(reply) as served:
        assert len(served.model(tmp_path).answers("Read.", ["A report."])[0].sayings) == 1
    with chat_endpoint(Reply(b"no temperature, please", 400)) as served:
        gives_up(served, tmp_path / "other")
    assert len(served.asked) == 2


def test_an_answer_that_was_cut_off_is_told(tmp_path: Path) -> None:
    with chat_endpoint(completion('{"victim": [', finish_reason="length")) as served:
        assert "cut off" in gives_up(served, tmp_path)
    assert len(served.asked) == 1


def test_a_redirect_is_not_followed(endpoint: ChatEndpoint, tmp_path: Path) -> None:
    elsewhere = Reply(b"", 307, (("Location", f"{endpoint.url}/chat/completions"),))
    with chat_endpoint(elsewhere) as served:
        assert "redirects are not followed" in gives_up(served, tmp_path)
    assert (len(served.asked), len(endpoint.asked)) == (1, 0)


def test_nobody_listening_is_told(tmp_path: Path) -> None:
    with chat_endpoint(GOOD) as gone:
        pass
    assert "connection refused" in gives_up(gone, tmp_path)


def test_no_response_is_read_without_end(tmp_path: Path) -> None:
    with chat_endpoint(Reply(b" ", endless=True)) as served:
        assert f"longer than {LIMIT:,} bytes" in gives_up(served, tmp_path)


def test_a_compressed_response_is_not_blown_up(tmp_path: Path) -> None:
    with chat_endpoint(Reply(gzip.compress(GOOD.body), headers=(("Content-Encoding", "gzip"),))) as served:
        assert "no chat completion" in gives_up(served, tmp_path)


SLOW = {
    "silent": Reply(GOOD.body, late=2.0),
    "dripping": Reply(GOOD.body, drip=0.1),
    "dripping a header": Reply(GOOD.body, headers=(("X-Long", "a" * 1000),), drip=0.1),
    "dripping a body of known length": Reply(GOOD.body, headers=(("Content-Length", str(len(GOOD.body))),), drip=0.02),
}


@pytest.mark.parametrize("reply", SLOW.values(), ids=SLOW)
def test_the_time_is_bounded_as_a_whole(tmp_path: Path, reply: Reply) -> None:
    with chat_endpoint(reply) as served:
        began = time.monotonic()
        said = gives_up(served, tmp_path, seconds=0.4)
        assert time.monotonic() - began < 1.5
    assert "no whole response came within" in said
    assert len(served.asked) == 1


def test_all_questions_about_a_report_share_its_time(tmp_path: Path) -> None:
    with chat_endpoint(Reply(GOOD.body, late=0.15)) as served:
        model = served.model(tmp_path, seconds=0.4)
        with pytest.raises(EndpointError, match="gave no answer"):
            model.answers("Read.", [f"Part {number}." for number in range(9)])
    assert len(served.asked) < 5
    assert list(tmp_path.rglob("*.json")), "what was answered in time is kept"


def test_what_a_model_asks_for_is_never_called(tmp_path: Path) -> None:
    call = {"id": "1", "type": "function", "function": {"name": "fetch", "arguments": '{"url": "http://127.0.0.1:1/"}'}}
    choice = {"message": {"content": None, "tool_calls": [call]}, "finish_reason": "tool_calls"}
    with chat_endpoint(Reply(json.dumps({"choices": [choice]}).encode())) as served:
        assert "its message is empty" in gives_up(served, tmp_path)
    assert {asked.path for asked in served.asked} == {"/v1/chat/completions"}


def test_a_date_that_no_calendar_has_is_counted(tmp_path: Path) -> None:
    undated = {**IRAN, "said_on": "2022-02-30"}

    def reply(_: Asked) -> Reply:
        return says({"attribution": [undated, IRAN, {**IRAN, "said_on": "last week"}]})

    with chat_endpoint(reply) as served:
        (found,) = served.model(tmp_path).answers("Read.", ["A report."])
    assert (len(found.sayings), found.undated) == (1, 2)
