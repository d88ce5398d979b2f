import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from bench import vocabulary
from demarche import errors, open_record
from demarche.doors.cli.app import app
from demarche.model.vocabulary.responses import Act
from demarche.readers import READERS
from demarche.settings import DEFAULT_READER

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])
COMMANDS = (DOCS / "commands.md").read_text("utf-8")
PROGRAM = typer.main.get_group(app)
SUBCOMMANDS = PROGRAM.commands


def relative(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def section(heading: str) -> str:
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", COMMANDS, re.MULTILINE | re.DOTALL)
    assert found, f"docs/commands.md has no section {heading!r}"
    return found[1]


def documented(options: str, text: str) -> bool:
    return re.search(rf"`{re.escape(options)}(?: [A-Z-]+)?`", text) is not None


@pytest.mark.parametrize("name", sorted(SUBCOMMANDS))
def test_every_command_and_each_of_its_options_is_documented(name: str) -> None:
    text = section(f"`demarche {name}`")
    options = [word for parameter in SUBCOMMANDS[name].params for word in parameter.opts if word.startswith("-")]
    assert [word for word in options if not documented(word, text)] == []


def test_every_option_before_the_command_is_documented() -> None:
    text = section("Before the command")
    options = [word for parameter in PROGRAM.params for word in parameter.opts if word.startswith("-")]
    assert len(options) > 3
    assert [word for word in options if not documented(word, text)] == []


@pytest.mark.parametrize("name", sorted(SUBCOMMANDS))
def test_no_option_is_documented_that_is_not_there(name: str) -> None:
    options = {word for parameter in SUBCOMMANDS[name].params for word in parameter.opts}
    told = re.findall(
        r"`(--?[a-z-]+)(?: [A-Z]+)?`", "\n".join(re.findall(r"^\| (.*?) \|", section(f"`demarche {name}`"), re.M))
    )
    assert set(told) <= options


def test_every_environment_variable_is_documented() -> None:
    source = "\n".join(path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py"))
    known = set(re.findall(r"\bDEMARCHE_[A-Z_]+\b", source))
    assert {"DEMARCHE_RECORD", "DEMARCHE_WORKERS"} <= known
    assert [name for name in sorted(known) if not documented(name, section("Settings"))] == []


def test_every_reader_is_documented() -> None:
    assert [name for name in READERS if not documented(name, section("`demarche read`"))] == []


def test_the_default_reader_is_documented() -> None:
    assert f"else `DEMARCHE_READER`, else `{DEFAULT_READER}`" in section("`demarche read`")
    assert f"where `--reader` is not given; else `{DEFAULT_READER}`" in section("Settings")


def every_error(kind: type[errors.DemarcheError]) -> Iterator[type[errors.DemarcheError]]:
    for below in kind.__subclasses__():
        yield below
        yield from every_error(below)


def test_every_exit_code_is_documented() -> None:
    text = section("Exit codes")
    known = [kind for kind in every_error(errors.DemarcheError) if kind.__module__ == errors.__name__]
    assert len(known) >= 5
    assert [kind for kind in known if not re.search(rf"^\| {kind.exit_code} \| .*`{kind.__name__}`", text, re.M)] == []


def test_the_vocabulary_page_is_that_of_the_model() -> None:
    assert (ROOT / vocabulary.PAGE).read_text("utf-8") == vocabulary.page(), "run `python -m bench.vocabulary`"


def fenced(page: Path) -> Iterator[str]:
    for block in re.findall(r"^```\w*\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL):
        yield from block.splitlines()


def command_lines(page: Path) -> Iterator[list[str]]:
    for line in fenced(page):
        found = re.match(r"(?:\$ )?(?:.*\| )?(?:\.venv/bin/)?demarche (.*)", line)
        if found:
            yield shlex.split(found[1].split(" | ")[0], comments=True)


@pytest.mark.parametrize("page", PAGES, ids=relative)
def test_every_command_line_on_a_page_can_be_given(page: Path) -> None:
    for words in command_lines(page):
        name = next(word for word in words if not word.startswith("-"))
        assert name in SUBCOMMANDS, words
        options = {word for parameter in SUBCOMMANDS[name].params for word in parameter.opts}
        assert {word for word in words if word.startswith("--")} <= options, words


@pytest.mark.parametrize("page", PAGES, ids=relative)
def test_every_make_target_on_a_page_is_there(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    told = set(re.findall(r"(?:^|`)make ([a-z]+)", page.read_text("utf-8"), re.M))
    assert told <= targets


@pytest.mark.parametrize("page", PAGES, ids=relative)
def test_every_link_within_the_repository_leads_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" in target:
            continue
        name, _, anchor = target.partition("#")
        place = (page.parent / name).resolve() if name else page
        assert place.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.*)", place.read_text("utf-8"), re.M)
            assert anchor in {re.sub(r"[^a-z0-9 -]", "", heading.lower()).replace(" ", "-") for heading in headings}, target


@pytest.mark.parametrize("name", ["docs/architecture.md", "CONTRIBUTING.md"])
def test_every_file_that_the_maps_name_is_there(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    roots = (
        ROOT,
        ROOT / "src" / "demarche",
        ROOT / "src" / "demarche" / "model" / "vocabulary",
        ROOT / "src/demarche/steps/extract",
    )
    paths = [path.removesuffix("*.tsv") for path in re.findall(r"`([\w./-]+(?:/|\.py|\.tsv|\.md|\*\.tsv))`", text)]
    assert len(paths) > 8
    assert [path for path in paths if not any((root / path).exists() for root in roots)] == []


def test_every_decision_is_listed() -> None:
    index = (DOCS / "decisions" / "index.md").read_text("utf-8")
    menu = (ROOT / "mkdocs.yml").read_text("utf-8")
    pages = sorted((DOCS / "decisions").glob("[0-9]*.md"))
    assert [page.name[:3] for page in pages] == [f"{number:03d}" for number in range(1, len(pages) + 1)]
    for page in pages:
        assert f"({page.name})" in index
        assert f"decisions/{page.name}" in menu
        for part in ("**Question.**", "**Choice.**", "**Measured.**", "**What would change it.**"):
            assert part in page.read_text("utf-8"), page.name


def test_the_number_of_acts_is_told_as_it_is() -> None:
    for page in ("README.md", "CHANGELOG.md"):
        told = re.findall(r"(\d+) (?:acts|kinds of response)", (ROOT / page).read_text("utf-8"))
        assert told == [str(len(Act))], page


def test_the_tutorial_works(tmp_path: Path) -> None:
    place = tmp_path / "record.sqlite"
    with open_record(place) as record:
        record.read(ROOT / "examples")
    asked = [words for words in command_lines(DOCS / "tutorial.md") if words[0] in {"incidents", "show", "export", "verify"}]
    assert len(asked) >= 6
    for words in asked:
        done = subprocess.run(
            [sys.executable, "-m", "demarche", "--record", str(place), *words],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, (words, done.stderr)
        assert done.stdout or "--output" in words, words
    assert (tmp_path / "claims.csv").stat().st_size > 1000
