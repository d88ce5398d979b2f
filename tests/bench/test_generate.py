import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from bench import generate

ROOT = Path(__file__).parents[2]


def test_the_same_reports_in_any_process_and_number(tmp_path: Path) -> None:
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-m", "bench.generate", str(tmp_path / seed), "30"],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        )
    written = [{path.name: path.read_bytes() for path in (tmp_path / seed).iterdir()} for seed in ("1", "2")]
    assert written[0] == written[1]
    assert {f"{report.name}.txt": report.text.encode() for report in generate.reports(30)} == written[0]
    assert generate.reports(12) == generate.reports(30)[:12]


def test_reports_are_long_enough_varied_and_several_to_an_incident() -> None:
    made = generate.reports(400)
    sizes = [len(report.text) for report in made]
    assert min(sizes) > 2000
    assert 2800 < sum(sizes) / len(sizes) < 4500
    assert len({report.text for report in made}) > 390
    incidents = Counter(report.name.rsplit("-", 1)[0] for report in made)
    assert 100 < len(incidents) < 250
    assert max(incidents.values()) >= 6
    assert not [report for report in made if "{" in report.text or "}" in report.text]


def test_some_reports_are_copies_of_others_of_their_incident() -> None:
    made = generate.reports(400)
    bodies = Counter((report.name.rsplit("-", 1)[0], report.text.split("\n", 2)[2]) for report in made)
    assert 5 <= sum(number - 1 for number in bodies.values()) <= 60


def test_the_reader_finds_something_in_nearly_every_report() -> None:
    from demarche.model.source import Capture
    from demarche.steps.extract import extract
    from demarche.steps.ingest import ingest

    found = [extract(ingest(Capture(f"{made.name}.txt", made.text.encode()))) for made in generate.reports(25)]
    assert sum(bool(claims) for claims in found) >= 23


def test_a_folder_must_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert generate.main([]) == 2
    assert "FOLDER" in capsys.readouterr().out
