"""The program as a user runs it: another process, real files, nothing of the tests inside it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from demarche.doors.api import open_record

PROGRAM = (sys.executable, "-m", "demarche")
ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
SECONDS = 120.0
"""No run may take longer, whatever it is given; most take one."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended."""

    code: int
    out: bytes
    error: str

    @property
    def text(self) -> str:
        """Standard output as text."""
        return self.out.decode()

    @property
    def lines(self) -> list[str]:
        """Every line of both outputs that is not blank."""
        return [line for line in (self.text + self.error).splitlines() if line.strip()]


@dataclass(frozen=True, slots=True)
class Way:
    """What a run is given besides its arguments. `before` is a command that starts the program; `inside` runs in the child."""

    given: bytes = b""
    environment: Mapping[str, str] | None = None
    before: tuple[str, ...] = ()
    inside: Callable[[], None] | None = None
    folder: Path | None = None
    seconds: float = SECONDS


USUAL = Way()


def run(*arguments: str | Path, record: Path | None = None, way: Way = USUAL) -> Ended:
    """Run the program and wait for it. No run may show a traceback, whatever it was given."""
    # Coverage writes a file of its own when a process ends, which a limit set inside would make it fail to.
    left_out = ("DEMARCHE_", "COVERAGE_") if way.inside else ("DEMARCHE_",)
    known = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
    named = () if record is None else ("--record", str(record))
    done = subprocess.run(
        [*way.before, *PROGRAM, *named, *map(str, arguments)],
        input=way.given,
        capture_output=True,
        check=False,
        env={**known, "COLUMNS": "200", **(way.environment or {})},
        cwd=way.folder,
        timeout=way.seconds,
        preexec_fn=way.inside,
    )
    ended = Ended(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))
    assert "Traceback" not in ended.error, ended.error
    return ended


def ok(*arguments: str | Path, record: Path | None = None, way: Way = USUAL) -> Ended:
    """A run that must succeed."""
    ended = run(*arguments, record=record, way=way)
    assert ended.code == 0, ended
    return ended


def answer(*arguments: str | Path, record: Path) -> Any:
    """What a command prints as JSON."""
    return json.loads(ok(*arguments, "--json", record=record).out)


def claims(record: Path) -> list[str]:
    """The identifiers of all claims, likewise."""
    with open_record(record, create=False) as opened:
        return [claim.id for claim in opened.claims()]


def documents_in(record: Path) -> int:
    """How many documents a record holds."""
    with open_record(record, create=False) as opened:
        return len({ended.document for ended in opened.inputs() if ended.document})


def findings(record: Path) -> list[str]:
    """What `verify` finds wrong, without the start of another process."""
    with open_record(record, create=False) as opened:
        return [f"{found.kind} {found.subject}: {found.message}" for found in opened.verify()]
