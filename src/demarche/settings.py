"""One frozen `Settings`, read from the environment and the command line once, at the door."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from demarche.errors import UsageError
from demarche.model.atoms import Marking

APPLICATION = "demarche"
RECORD_VARIABLE = "DEMARCHE_RECORD"
WORKERS_VARIABLE = "DEMARCHE_WORKERS"
READER_VARIABLE = "DEMARCHE_READER"
URL_VARIABLE = "DEMARCHE_LLM_URL"
MODEL_VARIABLE = "DEMARCHE_LLM_MODEL"
KEY_VARIABLE = "DEMARCHE_LLM_KEY"
CACHE_VARIABLE = "DEMARCHE_LLM_CACHE"
SECONDS_VARIABLE = "DEMARCHE_LLM_SECONDS"
MARKING_VARIABLE = "DEMARCHE_LLM_MARKING"
ALLOW_VARIABLE = "DEMARCHE_FETCH_ALLOW"
DENY_VARIABLE = "DEMARCHE_FETCH_DENY"
NETWORKS_VARIABLE = "DEMARCHE_FETCH_NETWORKS"
AGENT_VARIABLE = "DEMARCHE_FETCH_AGENT"
FETCH_SECONDS_VARIABLE = "DEMARCHE_FETCH_SECONDS"
PAUSE_VARIABLE = "DEMARCHE_FETCH_PAUSE"
ROBOTS_VARIABLE = "DEMARCHE_FETCH_ROBOTS"

DEFAULT_READER = "model"
DEFAULT_SECONDS = 300
_DAY = 24 * 3600
"""Seconds; nobody means to wait longer, and clocks cannot tell very large numbers."""


@dataclass(frozen=True, slots=True)
class LanguageModelSettings:
    """The endpoint of a language model and the model's name there; where its answers are kept; how many seconds all questions
    about one report may take; and the strictest marking of a report that it may be shown."""

    url: str
    model: str
    cache: Path
    key: str | None = field(default=None, repr=False)
    seconds: int = DEFAULT_SECONDS
    marking: Marking = Marking.CLEAR


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """What may be fetched, and how. UsageError for a host, a network or an agent that is none.

    `allow` and `deny` hold names of hosts, each of which stands for the names below it too; where `allow` is not empty, no
    other host is asked. `networks` holds networks that are asked although they are not public, such as `10.0.0.0/8`.
    """

    agent: str | None = None
    """How the program names itself; None for its name and version."""
    allow: tuple[str, ...] = ()
    deny: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    robots: bool = True
    """Whether a server's robots.txt is obeyed."""
    size: int = 64 * 1024 * 1024
    """Bytes of a body at most, as it is sent and again as it is decompressed."""
    connect_seconds: float = 10.0
    read_seconds: float = 20.0
    """How long nothing may come while a response is waited for."""
    seconds: float = 60.0
    """How long all exchanges for one address may take together; waiting between them is not counted."""
    redirects: int = 10
    tries: int = 3
    pause: float = 1.0
    """Seconds between two addresses of one host, and before a second try; before a third they are twice as many."""
    longest_pause: float = 60.0
    """Seconds; whoever asks to be left alone for longer is given up for now."""

    def __post_init__(self) -> None:
        """Refuse what would otherwise be found wrong only when the first address is fetched."""
        for network in self.networks:
            _is_network(network)
        for host in (*self.allow, *self.deny):
            if not host.isascii() or not host.strip(".") or set(host) & set("/@*?#\\ "):
                raise UsageError(f"{host!r} in {ALLOW_VARIABLE} or {DENY_VARIABLE} is no host; write names such as example.org")
        if self.agent is not None and not (self.agent.strip() and self.agent.isascii() and self.agent.isprintable()):
            raise UsageError(f"{AGENT_VARIABLE} holds a character that no header has; write it in plain letters")


def _is_network(text: str) -> None:
    from ipaddress import ip_network

    try:
        ip_network(text)
    except ValueError as error:
        raise UsageError(f"{NETWORKS_VARIABLE} holds {text!r}: {error}; write networks as 10.0.0.0/8") from None


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the record is, how many processes read reports, by which reader, the language model where there is one, and what
    may be fetched."""

    record: Path
    workers: int = 1
    reader: str = DEFAULT_READER
    language_model: LanguageModelSettings | None = None
    fetch: FetchSettings = field(default_factory=FetchSettings)


def default_record() -> Path:
    """`record.sqlite` in the user's data folder, as the platform has it."""
    from platformdirs import user_data_path

    return user_data_path(APPLICATION, appauthor=False) / "record.sqlite"


def default_cache() -> Path:
    """`language-model` in the user's cache folder, as the platform has it."""
    from platformdirs import user_cache_path

    return user_cache_path(APPLICATION, appauthor=False) / "language-model"


def settings(
    record: Path | None = None,
    workers: int | None = None,
    environment: Mapping[str, str] | None = None,
    reader: str | None = None,
) -> Settings:
    """What was given, else what the environment says, else the default. UsageError when the environment makes no sense."""
    known = os.environ if environment is None else environment
    chosen = record or (Path(known[RECORD_VARIABLE]) if known.get(RECORD_VARIABLE) else default_record())
    count = workers or _number(known, WORKERS_VARIABLE, 1, "processes, such as 4")
    named = reader or known.get(READER_VARIABLE) or DEFAULT_READER
    return Settings(chosen, max(1, count), named, _language_model(known), fetch_settings(known))


def fetch_settings(environment: Mapping[str, str] | None = None) -> FetchSettings:
    """What the environment says of fetching, else the defaults. UsageError when it makes no sense."""
    known = os.environ if environment is None else environment
    return FetchSettings(
        agent=known.get(AGENT_VARIABLE, "").strip() or None,
        allow=_words(known, ALLOW_VARIABLE),
        deny=_words(known, DENY_VARIABLE),
        networks=_words(known, NETWORKS_VARIABLE),
        robots=_switch(known, ROBOTS_VARIABLE),
        seconds=min(_DAY, max(1, _number(known, FETCH_SECONDS_VARIABLE, 60, "seconds, such as 60"))),
        pause=min(_DAY, max(0, _number(known, PAUSE_VARIABLE, 1, "seconds, such as 1"))),
    )


def _language_model(known: Mapping[str, str]) -> LanguageModelSettings | None:
    url, model = known.get(URL_VARIABLE, "").strip(), known.get(MODEL_VARIABLE, "").strip()
    if not url and not model:
        return None
    if not url or not model:
        missing = MODEL_VARIABLE if url else URL_VARIABLE
        raise UsageError(f"a language model needs both {URL_VARIABLE} and {MODEL_VARIABLE}; set {missing}, or unset the other")
    return LanguageModelSettings(
        url=url,
        model=model,
        cache=Path(known[CACHE_VARIABLE]) if known.get(CACHE_VARIABLE) else default_cache(),
        key=known.get(KEY_VARIABLE, "").strip() or None,
        seconds=max(1, _number(known, SECONDS_VARIABLE, DEFAULT_SECONDS, "seconds, such as 300")),
        marking=_marking(known.get(MARKING_VARIABLE) or Marking.CLEAR),
    )


def _number(known: Mapping[str, str], variable: str, default: int, such: str) -> int:
    given = known.get(variable) or str(default)
    try:
        return int(given)
    except ValueError:
        raise UsageError(f"{variable} is {given!r}; set it to a number of {such}, or unset it") from None


def _words(known: Mapping[str, str], variable: str) -> tuple[str, ...]:
    return tuple(known.get(variable, "").replace(",", " ").split())


def _switch(known: Mapping[str, str], variable: str) -> bool:
    given = known.get(variable, "").strip().lower() or "on"
    if given not in {"on", "off"}:
        raise UsageError(f"{variable} is {given!r}; set it to on or off, or unset it")
    return given == "on"


def _marking(given: str) -> Marking:
    try:
        return Marking(given.strip().lower())
    except ValueError:
        raise UsageError(f"{MARKING_VARIABLE} is {given!r}; set it to one of {' '.join(Marking)}, or unset it") from None
