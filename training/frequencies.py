"""Count how many reports of the annotated corpora, but the held-out one, hold each word: what clustering weighs words by.

usage: python -m training.frequencies [--check]
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from bench.corpora import OF_THE_RULES, corpora
from demarche.steps.cluster.words import FREQUENCIES, words
from demarche.steps.ingest import ingest

OUT = Path(__file__).parents[1] / "src" / "demarche" / "steps" / "cluster" / "data" / FREQUENCIES
LEAST = 4
"""Words of fewer reports are left out: they are as good as unheard of."""


def counted() -> str:
    """The file's text."""
    held: Counter[str] = Counter()
    reports = 0
    for corpus in corpora():
        for report in corpus.reports if corpus.name in OF_THE_RULES else ():
            document = ingest(report.capture)
            content = (document.text[block.start : block.end] for block in document.content())
            held.update({word for text in content for word, _ in words(text)})
            reports += 1
    rows = sorted((word, count) for word, count in held.items() if count >= LEAST)
    return "\n".join([str(reports), *(f"{word}\t{count}" for word, count in rows)]) + "\n"


def main(arguments: list[str]) -> int:
    """Write the file, or check that it is what the corpora give."""
    text = counted()
    if "--check" in arguments:
        return int(OUT.read_text("utf-8") != text)
    OUT.write_text(text, "utf-8")
    print(f"{text.count(chr(10)) - 1} words in {OUT.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
