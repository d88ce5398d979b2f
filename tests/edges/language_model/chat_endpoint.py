"""A language model's endpoint as it is on the wire: a real HTTP server on loopback that says what a test has it say."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from demarche.edges.language_model import LanguageModel
from demarche.model.vocabulary.attribution import Predicate

Items = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back. `late` seconds pass before it does, `drip` seconds between its bytes; an endless one ends when nobody
    listens any longer."""

    body: bytes
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    late: float = 0.0
    drip: float = 0.0
    endless: bool = False


@dataclass
class Asked:
    """One request as it came."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def system(self) -> str:
        """The instructions."""
        return str(self.body["messages"][0]["content"])

    @property
    def user(self) -> str:
        """The message with the report."""
        return str(self.body["messages"][1]["content"])


@dataclass
class ChatEndpoint:
    """Answers each request by `reply`, and remembers it."""

    reply: Callable[[Asked], Reply]
    url: str = ""
    asked: list[Asked] = field(default_factory=list)

    def model(self, cache: Path, name: str = "small", seconds: float = 20.0, key: str | None = None) -> LanguageModel:
        """A language model at this endpoint that does not wait long before it tries again."""
        return LanguageModel(self.url, name, cache, key, seconds, pause=0.01)

    def environment(self, cache: Path) -> dict[str, str]:
        """The settings that name it."""
        return {"DEMARCHE_LLM_URL": self.url, "DEMARCHE_LLM_MODEL": "small", "DEMARCHE_LLM_CACHE": str(cache)}


@contextmanager
def chat_endpoint(reply: Callable[[Asked], Reply] | Reply) -> Iterator[ChatEndpoint]:
    """Serve on a free port of loopback until the end of the block."""
    endpoint = ChatEndpoint((lambda _: reply) if isinstance(reply, Reply) else reply)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            asked = Asked(self.path, dict(self.headers), json.loads(self.rfile.read(length)))
            endpoint.asked.append(asked)
            with suppress(OSError):  # who asked may have gone
                _send(self, endpoint.reply(asked))

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that http.server gives it
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    endpoint.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield endpoint
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _send(handler: BaseHTTPRequestHandler, reply: Reply) -> None:
    time.sleep(reply.late)
    lines = [f"HTTP/1.0 {reply.status} Said", *(f"{name}: {value}" for name, value in reply.headers)]
    whole = "\r\n".join((*lines, "", "")).encode() + reply.body
    pieces = [whole[place : place + 1] for place in range(len(whole))] if reply.drip else [whole]
    for piece in pieces:
        handler.wfile.write(piece)
        handler.wfile.flush()
        time.sleep(reply.drip)
    while reply.endless:
        handler.wfile.write(reply.body * 65_536)


def completion(said: str | None, finish_reason: str = "stop") -> Reply:
    """A chat completion with this text."""
    choice = {"index": 0, "message": {"role": "assistant", "content": said}, "finish_reason": finish_reason}
    return Reply(json.dumps({"id": "1", "object": "chat.completion", "choices": [choice]}).encode())


def says(lists: dict[str, Items]) -> Reply:
    """A completion whose text fits the schema: the given lists, all others empty."""
    return completion(json.dumps(answer(lists)))


def answer(lists: dict[str, Items]) -> dict[str, Items]:
    """All lists that an answer must have."""
    return {predicate.value: lists.get(predicate.value, []) for predicate in Predicate}


def party(name: str, kind: str = "state", country: str | None = None) -> dict[str, Any]:
    """Somebody, as an answer names them."""
    return {"name": name, "kind": kind, "country": country}


def attribution(quote: str, asserter: dict[str, Any] | None, accused: dict[str, Any], **other: Any) -> dict[str, Any]:
    """One item of the list of attributions."""
    value = {"accused": accused, "basis": "political-statement", "responsibility": None}
    spoken = {"relayed_by": None, "words": None, "said_on": None, "stance": "asserts", "event": 0}
    return {"quote": quote, "asserter": asserter, **spoken, "value": value, **other}


def fact(quote: str, value: dict[str, Any], **other: Any) -> dict[str, Any]:
    """One item of a list of facts."""
    return {"quote": quote, "event": 0, "asserter": None, "stance": "asserts", "value": value, **other}
