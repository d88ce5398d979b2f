"""How fast the program is, and how much memory it takes: `make bench`.

Everything is measured on invented reports (bench/generate.py), and what a user waits for with the program itself in a process
of its own. Times are seconds of wall clock, sizes 10^6 bytes; reading is done by one process.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.corpora import ROOT
from bench.generate import Report, reports, write

if TYPE_CHECKING:
    from demarche.model.claim import Reader
    from demarche.model.source import Capture, Document

RESULTS = Path("bench/results.json")
TABLE = Path("docs/measured/speed.md")
MILLION = 1_000_000
STEPS = (10, 5, 2.5, 1)
"""The sizes read for the check that cost is linear: the whole number divided by these."""
STARTS = 9
USUAL = 3000
"""Bytes of a usual report."""
NEWS = ROOT.parent / "shared" / "data" / "casie.jsonl.gz"
LEAST_NAMES = 10_000
FASTEST, TRAINED = 100, 8
"""Usual reports that the rules and the trained reader are to read in a second on one core."""
MEMORY = 600
"""MB that the program is to stay under while it reads."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing measured; `goal` as words, `met` None where there is none."""

    what: str
    value: float
    unit: str
    goal: str | None = None
    met: bool | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the program: wall-clock seconds, and the most memory it had, in bytes."""

    seconds: float
    memory: int
    output: bytes


def program(*arguments: str) -> Run:
    """Run `demarche` in a process of its own. OSError when it fails."""
    with tempfile.TemporaryFile() as out:
        started = time.perf_counter()
        actions = [(os.POSIX_SPAWN_DUP2, out.fileno(), 1)]
        child = os.posix_spawn(sys.executable, [sys.executable, "-m", "demarche", *arguments], os.environ, file_actions=actions)
        _, status, usage = os.wait4(child, 0)
        seconds = time.perf_counter() - started
        if os.waitstatus_to_exitcode(status):
            raise OSError(f"demarche {' '.join(arguments)} failed")
        out.seek(0)
        unit = 1 if sys.platform == "darwin" else 1024
        return Run(seconds, usage.ru_maxrss * unit, out.read())


def starting() -> Iterable[Figure]:
    """How long the program takes to say what it can do."""
    runs = [program("--help").seconds for _ in range(STARTS)]
    middle = statistics.median(runs)
    yield Figure("start-up, demarche --help", middle, "s", "under 0.3", middle < 0.3)


def news(number: int) -> list[bytes]:
    """So many real articles about cyber incidents (CASIE), where the corpora that lie beside the repository do; else none."""
    if not NEWS.exists():
        return []
    with gzip.open(NEWS, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"].encode() for line in islice(lines, number)]


def reading(texts: Sequence[Report], articles: Sequence[bytes]) -> Iterable[Figure]:
    """How fast reports become claims, without any record, in this process: invented ones by the rules, and real articles by
    the rules and by the trained reader. Invented reports are denser than real news: they tell of some thirty things each, ten
    of them accusations."""
    from demarche.model.source import Capture
    from demarche.steps.extract import extract
    from demarche.steps.extract.trained import extract as trained
    from demarche.steps.ingest import ingest

    captures = [Capture(f"{report.name}.txt", report.text.encode()) for report in texts]
    yield Figure("first report, tables loaded", _timed(lambda: extract(ingest(captures[0]))), "s")
    yield from _read("invented reports", captures, extract, FASTEST)
    real = [Capture(f"{number}.txt", text) for number, text in enumerate(articles)]
    if real:
        yield from _read("real news", real, extract, FASTEST)
        yield Figure("first report by the network, network loaded", _timed(lambda: trained(ingest(captures[0]))), "s")
        yield from _read("real news by the network", real, trained, TRAINED)


def _read(what: str, captures: Sequence[Capture], reader: Reader, least: int) -> Iterable[Figure]:
    from demarche.steps.ingest import ingest

    size = sum(len(capture.data) for capture in captures)
    documents: list[Document] = []
    ingesting = _timed(lambda: documents.extend(map(ingest, captures)))
    extracting = _timed(lambda: [reader(document) for document in documents])
    speed = size / USUAL / (ingesting + extracting)
    yield Figure(f"reading {what}, one core", speed, "times 3 kB/s", f"at least {least}", speed >= least)
    yield Figure(f"reading {what}, one core", size / (ingesting + extracting) / MILLION, "MB/s")
    yield Figure("of it ingesting", ingesting / (ingesting + extracting) * 100, "%")


def memory(folder: Path, articles: Sequence[bytes]) -> Iterable[Figure]:
    """The most memory that the program has while each reader reads real articles into a record."""
    source = folder / "news"
    source.mkdir()
    for number, text in enumerate(articles):
        (source / f"{number}.txt").write_bytes(text)
    for reader, name in (("rules", "rules"), ("model", "network")) if articles else ():
        run = program("--record", str(folder / f"{reader}.sqlite"), "read", "--reader", reader, str(source))
        most = run.memory / MILLION
        yield Figure(
            f"read {len(articles):,} real articles by the {name}, peak memory", most, "MB", f"under {MEMORY}", most < MEMORY
        )


def naming(texts: Sequence[Report]) -> Iterable[Figure]:
    """How fast all names are looked for."""
    from demarche.reference.lexicon import lexicon

    yield Figure("names loaded", _timed(lexicon), "s")
    found = lexicon()
    number = len(found.entries)
    yield Figure("names looked for", number, "names", f"over {LEAST_NAMES:,}", number > LEAST_NAMES)
    size = sum(len(report.text.encode()) for report in texts)
    speed = size / _timed(lambda: [found.find(report.text) for report in texts]) / MILLION
    yield Figure("matching all names", speed, "MB/s", "at least 20", speed >= 20)


def recording(folder: Path, number: int) -> Iterable[Figure]:
    """What a record costs: reading into it by the rules at several sizes, and asking the largest."""
    costs = []
    record = folder / "record.sqlite"
    for step in STEPS:
        some = int(number / step)
        source = folder / f"reports-{some}"
        size = write(source, some)
        record.unlink(missing_ok=True)
        run = program("--record", str(record), "read", "--reader", "rules", str(source))
        costs.append(run.seconds / some)
        yield Figure(f"read {some:,} reports into a record", run.seconds, "s")
        yield Figure(f"read {some:,} reports, peak memory", run.memory / MILLION, "MB")
    yield Figure("reading into a record", 1 / costs[-1], "reports/s")
    yield Figure("reading into a record", size / number / costs[-1] / MILLION, "MB/s")
    growth = costs[-1] / min(costs)
    yield Figure("cost of a report, largest record against the cheapest", growth, "times", "under 1.5", growth < 1.5)
    yield Figure("the record", record.stat().st_size / MILLION, "MB")
    yield from asking(record)


def asking(record: Path) -> Iterable[Figure]:
    """How long a user waits for each answer."""
    listed = program("--record", str(record), "incidents", "--json")
    incidents = json.loads(listed.output)
    largest = max(incidents, key=lambda incident: (len(incident["sources"]), incident["id"]))
    yield Figure("incidents in it", len(incidents), "incidents")
    for words in (
        ("incidents",),
        ("incidents", "--accused", "IR", "--since", "2015"),
        ("show", largest["id"]),
        ("claims", "--predicate", "denial"),
        ("export", "--format", "json"),
        ("export", "--format", "csv"),
    ):
        run = program("--record", str(record), *words)
        shown = "show INCIDENT" if words[0] == "show" else " ".join(words)
        yield Figure(f"demarche {shown}", run.seconds, "s")
        if words[0] == "export":
            yield Figure(f"demarche {shown}, peak memory", run.memory / MILLION, "MB")


def _timed(work: Callable[[], Any]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def measure(number: int, folder: Path) -> Iterable[Figure]:
    """Everything, for records of `number` reports; works in `folder`."""
    texts, articles = reports(max(1, number // 10)), news(max(1, number // 50))
    yield from starting()
    yield from naming(texts)
    yield from reading(texts, articles)
    yield from memory(folder, articles)
    yield from recording(folder, number)


def machine() -> str:
    """What was measured on, without names."""
    processors = Path("/proc/cpuinfo")
    lines = processors.read_text("utf-8").splitlines() if processors.exists() else []
    model = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())
    return f"{model}, {os.cpu_count()} cores; Python {platform.python_version()}, {platform.system()}"


def shown(value: float) -> str:
    """A number with three digits that say something."""
    if value >= 100 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 1 else f"{value:.3f}"


def line(figure: Figure) -> str:
    """One figure for a terminal."""
    judged = "" if figure.met is None else f"  ({figure.goal}: {'met' if figure.met else 'MISSED'})"
    return f"{figure.what:56} {shown(figure.value):>9} {figure.unit}{judged}"


def markdown(number: int, figures: Sequence[Figure], on: str) -> str:
    """The figures as a page's part."""
    lines = ["<!-- made by `make bench ARGS=--write`; do not edit -->", ""]
    lines += [f"{number:,} invented reports, on {on}.", "", "| what | | | aim |", "| --- | ---: | --- | --- |"]
    lines += [f"| {figure.what} | {shown(figure.value)} | {figure.unit} | {figure.goal or ''} |" for figure in figures]
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str]) -> int:
    """Measure and print; 1 when an aim is missed."""
    parser = argparse.ArgumentParser(prog="python -m bench.speed", description=__doc__)
    parser.add_argument("--reports", type=int, default=10_000, metavar="N", help="how many reports the largest record holds")
    parser.add_argument("--write", action="store_true", help=f"keep the figures in {RESULTS} and {TABLE}")
    asked = parser.parse_args(arguments)
    on, figures = machine(), []
    print(f"{asked.reports:,} invented reports, on {on}")
    with tempfile.TemporaryDirectory() as folder:
        for figure in measure(asked.reports, Path(folder)):
            figures.append(figure)
            print(line(figure), flush=True)
    if asked.write:
        kept = {"machine": on, "reports": asked.reports, "figures": [asdict(figure) for figure in figures]}
        (ROOT / RESULTS).write_text(json.dumps(kept, indent=1) + "\n", "utf-8")
        (ROOT / TABLE).write_text(markdown(asked.reports, figures, on), "utf-8")
        print(f"written to {RESULTS} and {TABLE}")
    return 1 if any(figure.met is False for figure in figures) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
