"""Annotations of real articles: their form, and how they come to their texts again, on an article of our own."""

from __future__ import annotations

import gzip
import json
import re
import zlib
from pathlib import Path
from typing import Any

import pytest

from bench import freeze_real, real
from bench.accuracy import measure_all
from bench.breakdown import OTHER, document_kind
from bench.freeze import ACCUSED_KINDS, ACTS, ASSERTER_KINDS, IMPACTS, SECTORS, STANCES, STATUSES, TYPES
from bench.scoring import Score
from demarche.readers import rule_reader

ROOT = Path(__file__).parents[2]
LINES = [(name, line) for name in real.files(ROOT) for line in real.kept(name, ROOT)]
HEADLINE = "Harbour of Velmora hacked"
DENIED = "Ruritania denied that it was involved"
ARTICLE = (
    f"{HEADLINE}\n\nVelmora accused Ruritania on Monday of the cyberattack that stopped the cranes of its harbour. "
    f"{DENIED}. Velmora expelled two Ruritanian diplomats over the attack.\n\nAsked for more, nobody answered.\n"
)
FIELDS = frozenset("corpus id cut published sha256 headline primary mentioned kind incident attributions responses".split())
ATTRIBUTION = frozenset(
    ("asserter asserter_kind asserter_country accused accused_kind accused_country stance confidence_words start end").split()
)
RESPONSE = frozenset("kind by by_country against against_country status start end".split())


def draft(**more: Any) -> dict[str, Any]:
    said = {"asserter_country": None, "accused_country": None, "confidence_words": None, "accused_kind": "state"}
    ruritania = {"asserter": "Ruritania", "asserter_kind": "government", "accused": "Ruritania"}
    return {
        "corpus": "casie",
        "id": "1",
        "cut": len(ARTICLE) - 34,
        "published": "2018-03-06",
        "kind": "wire",
        "headline": HEADLINE,
        "primary": "velmora-2018",
        "incident": {
            "start_date": None,
            "victims": [{"name": "Harbour of Velmora", "country": None, "sector": "transport"}],
            "victim_countries": [],
            "types": ["disruption"],
            "impacts": [],
            "malware": [],
            "cves": [],
        },
        "attributions": [{**said, **ruritania, "stance": "denies", "span": DENIED}],
        "responses": [],
        **more,
    }


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A corpus of others with one article."""
    folder = tmp_path / "data"
    folder.mkdir()
    with gzip.open(folder / "casie.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.write(json.dumps({"id": "1", "text": ARTICLE}) + "\n")
        lines.write(json.dumps({"id": "2", "text": "Line ends of another kind\r\n\r\nare changed.\r\n"}) + "\n")
    return folder


def frozen(tmp_path: Path, data: Path, *drafts: dict[str, Any], name: str = "a") -> int:
    """Freeze drafts into a repository of its own."""
    folder = tmp_path / "drafts"
    folder.mkdir(exist_ok=True)
    (tmp_path / real.FOLDER).mkdir(parents=True, exist_ok=True)
    for number, one in enumerate(drafts):
        (folder / f"{number}.json").write_text(json.dumps(one), "utf-8")
    return freeze_real.main([str(folder), str(tmp_path / real.FOLDER / f"{name}.jsonl")], data)


def test_a_frozen_article_quotes_nothing_and_finds_its_words_again(tmp_path: Path, data: Path) -> None:
    assert frozen(tmp_path, data, draft()) == 0
    (line,) = real.kept("a", tmp_path)
    assert DENIED not in json.dumps(line)
    assert HEADLINE not in json.dumps(line)
    (corpus,) = real.corpora(["a"], tmp_path, data)
    (report,) = corpus.reports
    text = report.data.decode()
    assert text == ARTICLE[:-34]
    (entry,) = report.gold["attributions"]
    assert text[entry["start"] : entry["end"]] == DENIED
    assert text[slice(*report.gold["headline"])] == HEADLINE
    assert (report.id, report.incident) == ("casie-1", "velmora-2018")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"headline": "Words that nobody wrote"}, "not in the text"),
        ({"id": "3"}, "casie/3 is not among the articles"),
        ({"corpus": "polnear"}, "polnear/1 is not among the articles"),
        ({"id": "2", "cut": None}, "is changed when it is read"),
        ({"incident": {}}, "KeyError: 'types'"),
    ],
)
def test_a_draft_that_does_not_fit_is_named_and_nothing_is_written(
    tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str], wrong: dict[str, Any], said: str
) -> None:
    assert frozen(tmp_path, data, draft(), draft(**wrong)) == 1
    assert capsys.readouterr().err.startswith(f"1.json: {'' if 'Error' in said else 'ValueError: '}{said}")
    assert real.files(tmp_path) == []


def test_freezing_asks_for_two_places(capsys: pytest.CaptureFixture[str]) -> None:
    assert freeze_real.main(["one"]) == 2
    assert "usage: python -m bench.freeze_real" in capsys.readouterr().out


def test_an_article_that_is_another_or_missing_is_refused(tmp_path: Path, data: Path) -> None:
    frozen(tmp_path, data, draft())
    (line,) = real.kept("a", tmp_path)
    texts = real.articles("casie", data)
    assert real.restored(line, texts).data.decode() == ARTICLE[:-34]
    changed = {("casie", "1"): ARTICLE.replace("Monday", "Sunday")}
    with pytest.raises(ValueError, match="casie/1 is another text"):
        real.restored(line, changed)
    with pytest.raises(ValueError, match="casie/1 is not among the articles"):
        real.restored(line, {})


def test_what_is_missed_is_shown_of_the_first_file_alone(
    tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    unsaid = {**draft()["attributions"][0], "asserter": "Nobody", "accused": "Nobody", "stance": "doubts"}
    for name in ("a", "b"):
        assert frozen(tmp_path, data, draft(attributions=[unsaid]), name=name) == 0
    monkeypatch.setattr(real, "files", lambda _=tmp_path: ["a", "b"])
    assert real.main(["--reader", "rules", "--show", "9"], tmp_path, data) == 0
    shown = capsys.readouterr().out
    assert shown.count("casie-1 missed attribution") == 1
    assert "real, file a: real articles, whose misses are looked at (1 reports)" in shown
    assert real.main(["--file", "b", "--reader", "rules", "--show", "9"], tmp_path, data) == 0
    assert "casie-1" not in capsys.readouterr().out


def test_the_page_is_of_both_readers_and_every_file(tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("onnxruntime")
    frozen(tmp_path, data, draft())
    page = tmp_path / real.TABLE
    page.parent.mkdir(parents=True)
    assert real.main(["--reader", "rules", "--write"], tmp_path, data) == 2
    assert "leave out --file and --reader" in capsys.readouterr().err
    assert not page.exists()
    assert real.main(["--write"], tmp_path, data) == 0
    assert "| measure | rules: precision |" in page.read_text("utf-8")
    assert "**real, file a**" in page.read_text("utf-8")


def test_without_the_articles_nothing_is_measured_and_it_is_said_so(
    tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    frozen(tmp_path, data, draft())
    assert list(real.corpora(["a"], tmp_path, tmp_path / "nowhere")) == []
    assert real.main([], tmp_path, tmp_path / "nowhere") == 0
    assert "nothing is measured: the articles do not lie beside the repository" in capsys.readouterr().out


def words(name: str) -> int:
    return len(name.split())


@pytest.mark.parametrize(("name", "line"), LINES, ids=[f"{name}-{line['id'][:40]}" for name, line in LINES])
def test_every_line_has_the_form_of_the_scheme(name: str, line: dict[str, Any]) -> None:
    assert set(line) == FIELDS
    assert zlib.crc32(line["id"].encode()) % 2 == (name == "b")
    assert re.fullmatch("[0-9a-f]{64}", line["sha256"])
    assert re.fullmatch(r"\d{4}(-\d\d){0,2}", line["published"] or "2018")
    assert document_kind(line["kind"]) != OTHER
    spans = [*line["attributions"], *line["responses"]]
    places = [(entry["start"], entry["end"]) for entry in spans] + ([line["headline"]] if line["headline"] else [])
    assert all(0 <= start < end <= line["cut"] for start, end in places)
    incident = line["incident"]
    assert set(incident) == set("start_date victims victim_countries types impacts malware cves".split())
    assert set(incident["types"]) <= TYPES
    assert set(incident["impacts"]) <= IMPACTS
    assert all(set(victim) == {"name", "country", "sector"} and victim["sector"] in SECTORS for victim in incident["victims"])
    for entry in line["attributions"]:
        assert set(entry) == ATTRIBUTION
        assert entry["asserter_kind"] in ASSERTER_KINDS
        assert entry["accused_kind"] in ACCUSED_KINDS or (entry["accused"], entry["accused_kind"]) == ("unknown", None)
        assert entry["stance"] in STANCES
    for entry in line["responses"]:
        assert set(entry) == RESPONSE
        assert entry["kind"] in ACTS
        assert entry["status"] in STATUSES


@pytest.mark.parametrize(("name", "line"), LINES, ids=[f"{name}-{line['id'][:40]}" for name, line in LINES])
def test_no_line_quotes_more_than_a_name(name: str, line: dict[str, Any]) -> None:
    assert name in {"a", "b"}
    hedges = [entry["confidence_words"] or "" for entry in line["attributions"]]
    assert max(map(words, hedges), default=0) <= 6
    named = [victim["name"] for victim in line["incident"]["victims"]] + line["incident"]["malware"]
    named += [entry[role] for entry in line["attributions"] for role in ("asserter", "accused")]
    named += [entry[role] or "" for entry in line["responses"] for role in ("by", "against")]
    assert [one for one in named if words(one) > 10] == []


def test_every_annotation_fits_its_article_where_the_articles_are() -> None:
    found = list(real.corpora(real.files(ROOT), ROOT))
    if not found:
        pytest.skip("the articles are not part of the repository")
    for corpus in found:
        for report in corpus.reports:
            text = report.data.decode()
            for entry in (*report.gold["attributions"], *report.gold["responses"]):
                assert text[entry["start"] : entry["end"]].strip(), report.id


def test_the_tables_are_of_files_and_of_parts(tmp_path: Path, data: Path) -> None:
    frozen(tmp_path, data, draft())
    measured = measure_all({"rules": rule_reader()}, tuple(real.corpora(["a"], tmp_path, data)))
    rows = {(table.title, table.row): table.rows for table in real.all_tables(measured)}
    assert rows["real, file a", "measure"]["attribution"]["rules"].gold == 1
    assert isinstance(rows["real", "kind"]["wire (1)"]["rules"], Score)
