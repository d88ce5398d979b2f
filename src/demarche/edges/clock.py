"""The clock. Nothing that is made of claims depends on it."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """The present instant in UTC, as ISO 8601 with microseconds, so that of two decisions in a row the later one sorts last."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
