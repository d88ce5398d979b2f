"""Invented reports in any number, always the same ones, to measure speed on: python -m bench.generate FOLDER [REPORTS]

Several reports tell of each incident, in different words and from different days; some are near-copies of others. Countries and
groups are real so that the reader has names to find, the incidents are not: nothing here may be taken for reporting.
"""

from __future__ import annotations

import random
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import count, islice
from pathlib import Path
from typing import Any

SENTENCES = Path(__file__).with_name("sentences.toml")
FIRST_DAY = date(2010, 1, 1)
DAYS = 15 * 365
"""Incidents lie within this many days of the first."""

ECHOES = 0.08
"""The share of reports that copy another of their incident under a headline of their own."""

SIZE = 3000
"""Characters that a report has at least."""


@dataclass(frozen=True, slots=True)
class Report:
    """One invented report."""

    name: str
    text: str


@cache
def _sentences() -> dict[str, Any]:
    return tomllib.loads(SENTENCES.read_text("utf-8"))


def reports(number: int) -> list[Report]:
    """That many reports; the first ones of a larger number are the same."""
    return list(islice(_endless(), number))


def _endless() -> Iterator[Report]:
    for incident in count():
        chance = random.Random(f"incident {incident}")  # noqa: S311 - sentences, not secrets
        facts = _facts(chance)
        texts: list[str] = []
        for place in range(chance.choice((1, 1, 2, 2, 3, 4, 6))):
            copied = texts and chance.random() < ECHOES
            body = chance.choice(texts) if copied else _body(chance, {**facts, **_day(chance, facts["start"], place)})
            texts.append(body)
            headline = chance.choice(_sentences()["slots"]["headlines"])
            yield Report(f"report-{incident:06d}-{place}", f"{_capital(headline.format_map(facts))}\n\n{body}")


def _facts(chance: random.Random) -> dict[str, Any]:
    """What is so in an invented incident, for all of its reports."""
    lines = _sentences()
    victim, accuser, ally, other = chance.sample(lines["countries"]["victims"], 4)
    accused = chance.choice(lines["countries"]["accused"])
    if chance.random() < 0.7:
        accuser = victim
    kind = chance.choice(list(lines["types"]))
    start = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    field = chance.choice(lines["words"]["fields"])
    body, body_short = (words.format(victim_adj=victim[1], field=field) for words in chance.choice(lines["words"]["bodies"]))
    roles = {"victim": victim, "accuser": accuser, "accused": accused, "ally": ally, "other": other}
    return {
        **{role: country[0] for role, country in roles.items()},
        **{f"{role}_adj": country[1] for role, country in roles.items()},
        **{f"{role}_capital": country[2] for role, country in roles.items()},
        "body": body,
        "body_short": body_short,
        "kind": kind,
        "kind_phrase": lines["types"][kind][0],
        "kind_noun": lines["types"][kind][1],
        "start": start,
        "month": f"{start:%B}",
        "start_month": f"{start - timedelta(days=40):%B}",
        "early_year": start.year - chance.randint(2, 9),
        "group": chance.choice(lines["groups"][accused[0]]),
        "vendor": chance.choice(lines["words"]["vendors"]),
        "malware": chance.choice(lines["words"]["malware"]),
        "persona": chance.choice(lines["words"]["personas"]),
        "cve": f"CVE-{start.year - 1}-{chance.randint(1000, 39999)}",
        **_numbers(chance),
    }


def _numbers(chance: random.Random) -> dict[str, Any]:
    return {
        "count": f"{chance.randint(12, 980) * 1000:,}",
        "servers": chance.randint(12, 900),
        "gigabytes": chance.randint(20, 950),
        "money": chance.randint(2, 60),
        "pages": chance.randint(9, 80),
        "few": chance.choice(("two", "three", "four", "five", "six")),
        "days": chance.choice(("two", "three", "five", "nine", "ten")),
        "weeks": chance.choice(("two", "three", "four", "six", "seven")),
    }


def _day(chance: random.Random, start: date, place: int) -> dict[str, str]:
    """The day of one report, and how that report words the day of the incident."""
    published = start + timedelta(days=chance.randint(1, 20) + 25 * place)
    words = f"{start:%B} {start.day}"
    if chance.random() < 0.5:
        words = f"{start.day} {start:%B}"
    if start.year != published.year or chance.random() < 0.3:
        words = f"{words}, {start.year}" if words[0].isalpha() else f"{words} {start.year}"
    return {
        "start_words": words,
        "weekday": f"{published:%A}",
        "dateline": f"{published:%B} {published.day}, {published.year}",
    }


def _body(chance: random.Random, facts: Mapping[str, Any]) -> str:
    """The running text: a paragraph for each thing that a report of its kind tells, and more until it is long enough."""
    lines = _sentences()
    order = list(lines["kinds"][chance.choice(list(lines["kinds"]))])
    pools: dict[str, list[str]] = {}
    paragraphs: list[str] = []
    for slot in (*order, *(chance.choice(order) for _ in range(40))):
        if len(paragraphs) >= len(order) and sum(map(len, paragraphs)) >= SIZE:
            break
        told = _told(chance, pools, slot, lines["effects"][facts["kind"]] if slot == "effects" else lines["slots"][slot])
        if told:
            paragraphs.append(" ".join(_capital(sentence.format_map(facts)) for sentence in told))
    return f"{facts['victim_capital'].upper()}, {facts['dateline']} - " + "\n\n".join(paragraphs) + "\n"


def _told(chance: random.Random, pools: dict[str, list[str]], slot: str, sentences: Sequence[str]) -> list[str]:
    """One to three sentences that this report has not had yet."""
    pool = pools.setdefault(slot, chance.sample(sentences, len(sentences)))
    return [pool.pop() for _ in range(min(len(pool), chance.randint(1, 3)))]


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def write(folder: Path, number: int) -> int:
    """Write reports as text files; their bytes together."""
    folder.mkdir(parents=True, exist_ok=True)
    size = 0
    for report in reports(number):
        size += (folder / f"{report.name}.txt").write_bytes(report.text.encode())
    return size


def main(arguments: Sequence[str]) -> int:
    """Write reports into a folder."""
    if len(arguments) not in {1, 2}:
        print(__doc__)
        return 2
    number = int(arguments[1]) if len(arguments) == 2 else 10_000
    print(f"{number:,} reports, {write(Path(arguments[0]), number):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
