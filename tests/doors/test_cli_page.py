from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from cli_samples import make_record
from rich.cells import cell_len
from typer.testing import CliRunner

from demarche.doors.cli import app, ledger, words
from demarche.doors.cli.output import one_line
from demarche.model.claim import Confidence, Likelihood, PartyName
from demarche.model.record import DenialRow, Party, Stands
from demarche.model.vocabulary.attribution import PartyKind
from demarche.model.vocabulary.yardsticks import ConfidenceLevel, Scale

WIDTHS = [40, 60, 80, 100, 200]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_record(tmp_path_factory.mktemp("page"))


def page(place: Path, incident: str = "albania-2022-07", width: int = 200, *options: str) -> str:
    result = CliRunner().invoke(app, [*options, "--record", str(place), "show", incident], env={"COLUMNS": str(width)})
    assert result.exit_code == 0, result.output
    return result.stdout


def part(text: str, heading: str) -> list[list[str]]:
    """The rows under a heading, as cells; continued lines of a row come as rows of their own."""
    below = text.split(f"{heading}\n", 1)[1].split("\n\n", 1)[0]
    return [re.split(r"\s{2,}", line.strip()) for line in below.splitlines()]


def shown_ids(place: Path) -> set[str]:
    result = CliRunner().invoke(app, ["claims", "--record", str(place), "--incident", "albania-2022-07", "--json"])
    return {words.short(claim["id"]) for claim in json.loads(result.stdout)}


def test_the_headline_says_how_far_it_is_attributed_and_that_it_is_contested(place: Path) -> None:
    title, standing, facts = page(place).splitlines()[:3]
    assert "Albania" in title
    assert standing.split("  ")[0].split() == ["GOVERNMENT-ATTRIBUTED"]
    assert "CONTESTED" in standing
    assert facts == "albania-2022-07 · 1 report · TLP:CLEAR"
    assert "CONTESTED" not in page(place, "norway-2020-08")


def test_the_facts_come_with_sources_and_claims(place: Path) -> None:
    text = page(place)
    rows = [re.split(r"\s{2,}", line.strip()) for line in text.splitlines()[6:12]]
    assert [row[:3] for row in rows] == [
        ["what", "destruction", "1"],
        ["whom", "Albania · government", "1"],
        ["started", "2022-07-15", "1"],
        ["services", "e-Albania: suspended", "1"],
        ["impact", "data exposed · names · of officials · 300 people", "1"],
        ["means", "malware ZeroCleare", "1"],
    ]
    assert {row[3] for row in rows} <= shown_ids(place)


def test_each_attribution_is_a_row_with_its_words_and_its_band(place: Path) -> None:
    rows = part(page(place), "Who says who did it")
    assert rows[0] == ["who says it", "of whom", "how", "in their words", "said on", "sources", "claim"]
    ledger = {row[0]: row[1:] for row in rows[2:]}
    assert ledger["Britain's cyber agency (GB)"][:4] == [
        "Iran",
        "asserts",
        "“almost certainly” 95–100 % (UK PHIA)",
        "2022-09-07",
    ]
    assert ledger["Some Vendor"][:3] == ["Iran", "asserts", "“likely”"]
    assert ledger["Edi Rama (AL)"][:4] == ["Iran", "asserts", "–", "–"]
    assert ledger["United States"][0] == "nobody"
    assert ["through The Wire", "technical report", "“moderate confidence”"] in rows


def test_a_denial_stands_on_the_columns_of_the_attributions(place: Path) -> None:
    text = page(place)
    rows = part(text, "Who denies it")
    assert rows[2][:5] == ["Iran", "itself", "denies", "“baseless”", "–"]
    headings = [line for line in text.splitlines() if line.startswith("who says it")]
    assert len(headings) == 2
    assert len(rows[0]) == 7


def test_a_denial_without_words_of_its_own_shows_none() -> None:
    row = DenialRow(Party("party-1", "Iran", PartyKind.STATE, "IR"), "", None, Stands(("claim-1",), 1))
    ((_, _, _, said, *_),) = ledger.denials([row]).cells
    assert said == "–"


def test_responses_follow_the_ladder_and_show_how_far_they_have_come(place: Path) -> None:
    rows = part(page(place), "How it was answered, lowest rung first")[2:]
    assert [row[:5] for row in rows if len(row) > 2] == [
        ["5", "condemnation", "United Kingdom", "–", "done"],
        ["20", "sever relations", "Albania", "Iran", "done 2022-09-07"],
        ["–", "further action", "United States", "Iran", "threatened"],
        ["–", "investigation", "Albania", "–", "done"],
    ]
    assert ["“24 hours”"] in rows


def test_background_lags_and_sources_close_the_page(place: Path) -> None:
    text = page(place)
    assert part(text, "Background")[2][0] == "“tense since 2014” (since 2014)"
    assert ["from start to response", "54 days"] in part(text, "How long it took")
    sources = part(text, "Sources")
    assert sources[0] == ["[1]", "2022-09-08", "Albania cuts ties with Iran over cyber attack"]
    assert sources[1] == ["The Wire · https://example.org/a · reports/albania.txt"]


def test_verbose_adds_why_reports_were_joined_only_where_they_were(place: Path) -> None:
    assert "Taken for one incident because" not in page(place, "albania-2022-07", 200, "--verbose")


@pytest.mark.parametrize("width", WIDTHS)
def test_at_any_width_every_claim_can_be_copied_and_no_line_is_too_long(place: Path, width: int) -> None:
    text = page(place, width=width)
    assert shown_ids(place) <= set(re.findall(r"\b[0-9a-f]{8}\b", text))
    assert max(map(cell_len, text.splitlines())) <= width


@pytest.mark.parametrize("command", ["incidents", "claims"])
def test_nothing_that_a_report_says_reaches_the_terminal_as_a_command(place: Path, command: str) -> None:
    result = CliRunner().invoke(app, [command, "--record", str(place)])
    assert "Red� [bold]Team[/bold]" in result.stdout
    assert "\x1b" not in result.stdout
    assert "\u202e" not in result.stdout


def test_one_line_keeps_letters_and_takes_everything_else_apart() -> None:
    assert one_line("a\tb\nc\r\nd") == "a b c d"
    assert one_line("Ünïcödé “quotes” – 电") == "Ünïcödé “quotes” – 电"
    assert one_line("\x1b[2Jx\x07y\u202ez\x9b") == "�[2Jx�y�z�"


def test_likelihood_and_confidence_are_two_things_in_words() -> None:
    likelihood = Likelihood("highly likely", Scale.ICD203, 80, 95)
    assert words.sureness(likelihood, Confidence("strong evidence", Scale.NONE, ConfidenceLevel.HIGH)) == [
        "“highly likely” 80–95 % (US ICD-203)",
        "“strong evidence” high confidence",
    ]
    assert words.sureness(Likelihood("likely", Scale.NONE), None) == ["“likely”"]
    assert words.sureness(None, Confidence("High confidence", Scale.NONE, ConfidenceLevel.HIGH)) == ["“High confidence”"]
    assert words.sureness(None, None) == []


def test_a_country_stands_beside_a_name_that_does_not_say_it() -> None:
    assert words.party(PartyName("Edi Rama", PartyKind.GOVERNMENT, "AL")) == "Edi Rama (AL)"
    assert words.party(PartyName("Iran", PartyKind.STATE, "IR")) == "Iran"
    assert words.party(None) == ""
