from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
import typer
from typer.testing import CliRunner

from demarche.doors.cli import app
from demarche.model.vocabulary.responses import Act

COMMANDS = "read incidents show why claims annotate disagreements judge export verify".split()
HEAVY = "alembic lxml orjson pycountry pymispgalaxies sqlalchemy trafilatura ahocorasick_rs".split()


def help_of(*command: str) -> str:
    result = CliRunner().invoke(app, [*command, "--help"], env={"COLUMNS": "120"})
    assert result.exit_code == 0
    return result.stdout


def test_the_help_lists_the_commands_in_the_order_of_their_use() -> None:
    listed = re.findall(r"^│ (\w+) ", help_of().split("Commands")[1], re.MULTILINE)
    assert listed == COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_examples_that_begin_with_the_program(command: str) -> None:
    examples = help_of(command).split("Examples")[1]
    assert re.search(rf"\bdemarche (?:\S+ \S+ )?{command}\b", examples)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_and_argument_is_explained(command: str) -> None:
    parameters = typer.main.get_group(app).commands[command].params
    assert parameters
    assert [found.name for found in parameters if not getattr(found, "help", None)] == []


def imported(*arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "demarche", *arguments],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}


@pytest.mark.parametrize("arguments", [("--help",), ("incidents", "--help"), ("--version",)])
def test_help_imports_nothing_heavy(arguments: tuple[str, ...]) -> None:
    found = imported(*arguments)
    assert "typer" in found
    assert [name for name in HEAVY if name in found] == []
    assert [name for name in found if name.startswith(("demarche.steps", "demarche.edges", "demarche.pipeline"))] == []


@pytest.mark.slow
def test_help_is_there_in_less_than_the_blink_of_an_eye() -> None:
    def once() -> float:
        before = os.times()
        subprocess.run([sys.executable, "-m", "demarche", "--help"], capture_output=True, check=True, timeout=60)
        after = os.times()
        return (after.children_user + after.children_system) - (before.children_user + before.children_system)

    # Processor time, and the best of several: what is measured is the program, not what else the machine is doing.
    assert min(once() for _ in range(5)) < 0.3


def completed(words: str) -> list[str]:
    environment = {"_DEMARCHE_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split(" ")) - 1)}
    script = "import sys; sys.argv[0] = 'demarche'; from demarche.doors.cli import app; app(prog_name='demarche')"
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, **environment},
    )
    return done.stdout.split()


def test_the_shell_completes_commands_and_values() -> None:
    assert completed("demarche ver") == ["verify"]
    assert completed("demarche incidents --responded se") == sorted(
        (act.value for act in Act if act.value.startswith("se")), key=[act.value for act in Act].index
    )
    assert completed("demarche export --format ") == ["json", "jsonl", "csv"]
    assert completed("demarche read --marking amber") == ["amber", "amber+strict"]
