"""A language model behind an endpoint that speaks OpenAI's chat completions: asked each question once.

It is given instructions, a message and a schema, and no tools. Its answer is parsed as sayings and as nothing else.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import orjson
from pydantic import BaseModel, Field, ValidationError

from demarche.edges.language_model.cache import Cache
from demarche.edges.language_model.exchange import Response, Unanswered, post
from demarche.edges.language_model.wire import parse, schema
from demarche.edges.text import printable
from demarche.errors import EndpointError, UsageError
from demarche.model.atoms import canonical_json
from demarche.model.saying import Answer

__all__ = ["LanguageModel"]

TRIES = 3
_PATH = "/chat/completions"
_LATER = frozenset((408, 425, 429))
"""Statuses that ask to come back, besides all of the server's own faults."""
_TEMPERATURE = "temperature"
"""Models that think before they answer often refuse to be told one; they are asked again without."""
_SHOWN = 200
"""Characters of a refusal that are handed on."""


class _Message(BaseModel):
    content: str | None = None


class _Choice(BaseModel):
    message: _Message
    finish_reason: str | None = None


class _Completion(BaseModel):
    choices: list[_Choice] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """An endpoint, the name of a model there, and where its answers are kept.

    `seconds` bound all questions about a report. `pause` is that before a second try, also in seconds; the
    next is twice as long. UsageError for an address that cannot be asked.
    """

    url: str
    model: str
    cache: Path
    key: str | None = field(default=None, repr=False)
    seconds: float = 300.0
    pause: float = 0.5

    def __post_init__(self) -> None:
        """Refuse an address that is none, or that would show a password wherever it is printed."""
        try:
            parts = urlsplit(self.url)
            usable = parts.scheme in {"http", "https"} and parts.hostname and (parts.port or 1)
        except ValueError:
            usable = False
        if not usable or not _is_word(self.url):
            raise UsageError(
                "DEMARCHE_LLM_URL must be the address of an OpenAI-compatible endpoint, such as http://127.0.0.1:8080/v1"
            )
        if parts.username or parts.password:
            raise UsageError("DEMARCHE_LLM_URL holds a user or a password; give the endpoint's key in DEMARCHE_LLM_KEY")
        if self.key is not None and not _is_word(self.key):
            raise UsageError("DEMARCHE_LLM_KEY holds a blank or a character that no key has; set it to the key alone")

    def version(self, instructions: str) -> str:
        """The model's name, and a hash of the instructions and the schema that it answers under."""
        asked = canonical_json({"prompt": instructions, "schema": schema()})
        return f"{self.model} {hashlib.sha256(asked.encode()).hexdigest()[:12]}"

    def answers(self, instructions: str, messages: Sequence[str]) -> tuple[Answer, ...]:
        """What it says to each message, out of the cache where it was asked before. EndpointError when it does not answer, or
        not as it must, after as many tries as are worth it.
        """
        ends = time.monotonic() + self.seconds
        return tuple(self._answer(instructions, message, ends) for message in messages)

    def _answer(self, instructions: str, message: str, ends: float) -> Answer:
        cache, key = Cache(self.cache), self._key(instructions, message)
        kept = cache.kept(key)
        if kept is not None:
            try:
                return parse(kept)
            except EndpointError:  # the file was damaged: it is as if it were not there
                pass
        said, answer = self._asked(instructions, message, ends)
        cache.keep(key, said)
        return answer

    def _key(self, instructions: str, message: str) -> str:
        """Everything that an answer depends on, hashed."""
        asked = {"model": self.model, "prompt": instructions, "schema": schema(), "text": message}
        return hashlib.sha256(canonical_json(asked).encode()).hexdigest()

    def _body(self, instructions: str, message: str, heat: dict[str, int]) -> bytes:
        form = {"name": "claims", "strict": True, "schema": schema()}
        asked = {
            "model": self.model,
            "messages": [{"role": "system", "content": instructions}, {"role": "user", "content": message}],
            "response_format": {"type": "json_schema", "json_schema": form},
            "stream": False,
        }
        return orjson.dumps(asked | heat)

    def _asked(self, instructions: str, message: str, ends: float) -> tuple[str, Answer]:
        """The text of an answer that fits, and the answer."""
        last, heat = "", {_TEMPERATURE: 0}
        for attempt in range(TRIES):
            if attempt:
                time.sleep(min(self.pause * 2 ** (attempt - 1), max(0.0, ends - time.monotonic())))
            left = ends - time.monotonic()
            if left <= 0:
                last = last or f"the {self.seconds:g} seconds for a report (DEMARCHE_LLM_SECONDS) are over"
                break
            try:
                body = self._body(instructions, message, heat)
                said = _content(post(self._target(), body, self._headers(), left))
                return said, parse(said)
            except _Final as error:
                last = str(error)
                if _TEMPERATURE not in heat or _TEMPERATURE not in last:
                    break
                heat = {}
            except EndpointError as error:
                last = str(error)
        raise EndpointError(
            f"the language model at {self.url.partition('?')[0]} gave no answer: {printable(last)}; see that it runs and that "
            "DEMARCHE_LLM_URL, DEMARCHE_LLM_MODEL and DEMARCHE_LLM_KEY are right, or read with --reader rules"
        )

    def _target(self) -> str:
        parts = urlsplit(self.url)
        path = parts.path.rstrip("/")
        return parts._replace(path=path if path.endswith(_PATH) else path + _PATH, fragment="").geturl()

    def _headers(self) -> dict[str, str]:
        headers = {"Content-Type": "application/json", "Accept": "application/json", "Accept-Encoding": "identity"}
        return headers | ({"Authorization": f"Bearer {self.key}"} if self.key else {})


def _is_word(text: str) -> bool:
    """Whether it can stand in the head of a request as it is."""
    return bool(text) and text.isascii() and text.isprintable() and " " not in text


class _Final(EndpointError):
    """A refusal that would be the same if it were asked again."""


def _content(response: Response) -> str:
    """The text of the model in a response; EndpointError when there is none."""
    said = " ".join(response.body[: 4 * _SHOWN].decode("utf-8", "replace").split())[:_SHOWN]
    if 300 <= response.status < 400:
        raise _Final(f"it answers with a redirect ({response.status}), and redirects are not followed")
    if response.status >= 500 or response.status in _LATER:
        raise Unanswered(f"it answers with status {response.status}: {said}")
    if response.status != 200:
        raise _Final(f"it answers with status {response.status}: {said}")
    try:
        choice = _Completion.model_validate_json(response.body).choices[0]
    except ValidationError:
        raise EndpointError(f"what it sends is no chat completion: {said}") from None
    if choice.finish_reason == "length":
        raise _Final("its answer was cut off; let it write longer answers, or give it shorter reports")
    if choice.message.content is None:
        raise EndpointError("its message is empty")
    return choice.message.content
