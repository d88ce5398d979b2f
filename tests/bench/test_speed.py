import json
from pathlib import Path

import pytest

from bench import speed
from bench.generate import reports
from bench.speed import Figure

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_everything_is_measured(tmp_path: Path) -> None:
    figures = list(speed.measure(10, tmp_path))
    named = {figure.what for figure in figures}
    assert {
        "start-up, demarche --help",
        "matching all names",
        "reading invented reports, one core",
        "read 1 reports into a record",
        "read 10 reports into a record",
        "read 10 reports, peak memory",
        "demarche show INCIDENT",
        "demarche incidents",
        "demarche export --format json",
    } <= named
    assert all(figure.value > 0 for figure in figures)
    names = next(figure for figure in figures if figure.what == "names looked for")
    assert names.met


@pytest.mark.skipif(not speed.NEWS.exists(), reason="the articles lie beside the repository")
def test_both_readers_read_the_same_articles(tmp_path: Path) -> None:
    articles = speed.news(2)
    figures = [*speed.reading(reports(1), articles), *speed.memory(tmp_path, articles)]
    goals = {figure.what: figure.goal for figure in figures if figure.goal}
    assert goals["reading invented reports, one core"] == "at least 100"
    assert goals["read 2 real articles by the network, peak memory"] == "under 600"
    speeds = {figure.unit: figure.value for figure in figures if figure.what == "reading real news by the network, one core"}
    assert speeds["MB/s"] * 1_000_000 == pytest.approx(speeds["times 3 kB/s"] * speed.USUAL)
    assert 0 < speeds["times 3 kB/s"] < next(figure.value for figure in figures if figure.what == "reading real news, one core")


def test_a_failing_program_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"demarche --record .* failed"):
        speed.program("--record", str(tmp_path / "none.sqlite"), "show", "nothing")


@pytest.mark.parametrize(
    ("value", "words"), [(12345.6, "12,346"), (100.0, "100"), (3.0, "3"), (12.34, "12.3"), (1.234, "1.23"), (0.1234, "0.123")]
)
def test_numbers_are_shown_with_three_digits(value: float, words: str) -> None:
    assert speed.shown(value) == words


def test_an_aim_that_is_missed_is_said() -> None:
    assert "MISSED" in speed.line(Figure("reading", 20.0, "reports/s", "at least 100", False))
    assert "met" in speed.line(Figure("reading", 200.0, "reports/s", "at least 100", True))
    assert speed.line(Figure("reading", 200.0, "reports/s")).endswith("reports/s")


def test_the_documentation_shows_the_figures_that_are_kept() -> None:
    kept = json.loads((ROOT / speed.RESULTS).read_text("utf-8"))
    figures = [Figure(**figure) for figure in kept["figures"]]
    assert (ROOT / speed.TABLE).read_text("utf-8") == speed.markdown(kept["reports"], figures, kept["machine"])
