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

DEFAULT_READER = "model"
DEFAULT_SECONDS = 300


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
class Settings:
    """Where the record is, how many processes read reports, by which reader, and the language model where there is one."""

    record: Path
    workers: int = 1
    reader: str = DEFAULT_READER
    language_model: LanguageModelSettings | None = None


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
    return Settings(chosen, max(1, count), named, _language_model(known))


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


def _marking(given: str) -> Marking:
    try:
        return Marking(given.strip().lower())
    except ValueError:
        raise UsageError(f"{MARKING_VARIABLE} is {given!r}; set it to one of {' '.join(Marking)}, or unset it") from None
