"""Containers that are made to harm or to deceive, each with how it must end, and what it may cost."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from demarche.model.source import Capture, Refused
from demarche.steps.unpack import unpack

SECONDS = 20.0
"""Of one processor, for one input."""

Found = Capture | Refused


@dataclass(frozen=True, slots=True)
class Trap:
    """One input: its bytes, made when they are needed; how many reports come out; words of a reason among the refusals."""

    name: str
    data: Callable[[], bytes]
    reports: int = 0
    said: str = ""


def sprung(trap: Trap) -> list[Found]:
    """What comes out of a trap, which is as much as it must be and costs no more than it may."""
    data, before = trap.data(), time.process_time()
    found = list(unpack(Capture(trap.name, data)))
    assert time.process_time() - before < SECONDS
    reasons = "\n".join(one.reason for one in found if isinstance(one, Refused))
    assert sum(isinstance(one, Capture) for one in found) == trap.reports, reasons
    assert trap.said in reasons
    assert bool(reasons) is bool(trap.said), reasons
    assert all(one.name.isprintable() and one.name.startswith(trap.name) for one in found)
    return found
