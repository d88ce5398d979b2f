"""The clock. Nothing that is made of claims depends on it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime


def now() -> str:
    """The present instant in UTC, as ISO 8601 with microseconds, so that of two decisions in a row the later one sorts last."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


@dataclass(frozen=True, slots=True)
class Clock:
    """What time it is, how many seconds have passed since some instant, and how to wait; whoever waits is given one, so that
    waiting can be tried without it."""

    now: Callable[[], str] = now
    elapsed: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
