"""One frozen `Settings`, read from the environment and the command line once, at the door."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from demarche.errors import UsageError

APPLICATION = "demarche"
RECORD_VARIABLE = "DEMARCHE_RECORD"
WORKERS_VARIABLE = "DEMARCHE_WORKERS"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the record is, and how many processes read reports."""

    record: Path
    workers: int = 1


def default_record() -> Path:
    """`record.sqlite` in the user's data folder, as the platform has it."""
    from platformdirs import user_data_path

    return user_data_path(APPLICATION, appauthor=False) / "record.sqlite"


def settings(record: Path | None = None, workers: int | None = None, environment: Mapping[str, str] | None = None) -> Settings:
    """What was given, else what the environment says, else the default. UsageError when the environment makes no sense."""
    known = os.environ if environment is None else environment
    chosen = record or (Path(known[RECORD_VARIABLE]) if known.get(RECORD_VARIABLE) else default_record())
    count = workers or _number(known.get(WORKERS_VARIABLE) or "1")
    return Settings(record=chosen, workers=max(1, count))


def _number(given: str) -> int:
    try:
        return int(given)
    except ValueError:
        raise UsageError(f"{WORKERS_VARIABLE} is {given!r}; set it to a number of processes, such as 4, or unset it") from None
