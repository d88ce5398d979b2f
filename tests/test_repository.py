import ast
import os
import re
import shutil
import subprocess
import tomllib
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
SHARED = ROOT / "../shared"
CODE = [path for folder in ("src", "bench", "training") for path in sorted((ROOT / folder).rglob("*.py"))]
LOCKS = ("locks/run.txt", "locks/dev.txt")

MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|root|home/(?!anna\b)\w+|Users/(?!anna\b)\w+)/")
REGISTRY = re.compile(
    "|".join(("pypi" + r"\.org", "pythonhosted" + r"\.org", "npmjs" + r"\.", "--(?:extra-)?index" + "-url", "simple" + r"/\b"))
)
COPIED_WORDS = 14
"""That many words in a row are no chance, unless they are a list of numbers."""


@cache
def committed() -> tuple[Path, ...]:
    git = shutil.which("git")
    listed = None
    if git and (ROOT / ".git").exists():
        command = [git, "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    if listed is None:
        pytest.skip("this is no checkout")
    return tuple(path for name in sorted(listed.split("\0")) if name and (path := ROOT / name).is_file())


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_no_file_names_a_place_on_a_machine() -> None:
    home = str(Path.home())
    for path in committed():
        text = text_of(path)
        assert not MACHINE_PATH.search(text), relative(path)
        assert len(home) < 6 or home not in text, relative(path)


def test_no_file_names_a_registry() -> None:
    for path in committed():
        if path.name != "test_repository.py":
            assert not REGISTRY.search(text_of(path)), relative(path)


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_is_pinned_and_hashed(name: str) -> None:
    entries = re.sub(r"\\\n\s*", "", text_of(ROOT / name)).splitlines()
    assert len(entries) > 30
    for entry in entries:
        assert re.fullmatch(r"[a-z0-9._-]+==\S+( ; [^-]+?)?( ?--hash=sha256:[0-9a-f]{64})+", entry), entry[:80]


def locked(name: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9._-]+)==([^\s;\\]+)", text_of(ROOT / name), re.M))


def wanted(name: str) -> list[str]:
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))
    groups, extras = project["dependency-groups"], project["project"]["optional-dependencies"]
    asked: list[str] = [*project["project"]["dependencies"], *groups["build"]]
    return [*asked, *groups["dev"], *groups["docs"], *extras["postgres"]] if name == LOCKS[1] else asked


@pytest.mark.parametrize("name", LOCKS)
def test_the_locks_are_those_of_the_project(name: str) -> None:
    pinned = locked(name)
    for line in wanted(name):
        requirement = Requirement(line)
        version = pinned.get(canonicalize_name(requirement.name))
        assert version is not None, f"{line} is not in {name}: run `make lock`"
        assert requirement.specifier.contains(version), f"{name} has {version} for {line}: run `make lock`"


def test_both_locks_agree() -> None:
    run, dev = map(locked, LOCKS)
    assert {name: version for name, version in run.items() if dev.get(name) != version} == {}


def test_files_and_functions_are_short() -> None:
    for path in CODE:
        text = text_of(path)
        assert text.count("\n") <= 300, f"{relative(path)} has {text.count(chr(10))} lines"
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
                inner = node.body[1:] if ast.get_docstring(node) else node.body
                length = node.end_lineno - inner[0].lineno + 1 if inner else 0
                assert length <= 40, f"{relative(path)}: {node.name} has {length} lines"


def test_every_exception_to_the_linter_has_a_reason() -> None:
    for path in [*CODE, *sorted((ROOT / "tests").rglob("*.py"))]:
        for line in text_of(path).splitlines():
            found = re.search(r"# noqa\b(?:: [A-Z0-9, ]+)?(.*)$", line)
            if found and path != Path(__file__):
                assert len(found[1].removeprefix(" - ").split()) >= 3, f"{relative(path)}: {line.strip()}"


def test_names_of_test_modules_are_unique() -> None:
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert len(names) == len(set(names))


def test_what_must_run_can_run() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    targets = set(re.findall(r"^([a-z]+):", text_of(ROOT / "Makefile"), re.M))
    assert {"demo", "test", "check", "accuracy", "bench", "docs", "lock", "setup", "help"} <= targets
    assert "Apache License" in text_of(ROOT / "LICENSE")
    assert "END OF TERMS AND CONDITIONS" in text_of(ROOT / "LICENSE")


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def rows(text: str) -> set[tuple[str, ...]]:
    found = words(text)
    runs = (tuple(found[place : place + COPIED_WORDS]) for place in range(len(found) - COPIED_WORDS + 1))
    return {run for run in runs if sum(map(str.isdigit, run)) < 3}


def prose(text: str) -> str:
    """Without tables and code: lists of values are the same wherever they stand."""
    text = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    return "\n".join(line for line in text.splitlines() if not line.startswith("|"))


def test_nothing_is_copied_from_what_lies_beside_the_repository() -> None:
    papers = [*SHARED.glob("*.md"), *SHARED.glob("*/*.md"), *SHARED.glob("reports/*.txt")]
    if not papers:
        pytest.skip("nothing lies beside the repository")
    theirs = set().union(*(rows(prose(text_of(paper))) for paper in papers))
    for path in committed():
        if path.suffix in {".md", ".py", ".txt", ".json", ".jsonl", ".toml", ".svg"} and "locks" not in path.parts:
            shared = rows(text_of(path)) & theirs
            assert not shared, f"{relative(path)}: {' '.join(min(shared))}"
