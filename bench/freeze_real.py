"""Turn drafts about real articles, which quote, into annotations that do not.

A writer keeps, in a folder outside the repository, one draft `<any name>.json` for each article (corpora/real/README.md), in
which every span is given by its words. This command finds the words in the article, checks every value set, and writes one JSON
line per article, in which places are numbers.

usage: python -m bench.freeze_real FOLDER OUT.jsonl
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.freeze import frozen
from bench.outside import DATA
from bench.real import Key, articles
from demarche.model.source import Capture
from demarche.steps.ingest import ingest


def line_of(draft: Mapping[str, Any], texts: Mapping[Key, str]) -> dict[str, Any]:
    """One annotation without words of the text. ValueError when the article or a span is missing, KeyError when a field is."""
    key = draft["corpus"], draft["id"]
    if key not in texts:
        raise ValueError(f"{'/'.join(key)} is not among the articles")
    text = texts[key][: draft.get("cut")]
    if ingest(Capture("article.txt", text.encode())).text != text:
        raise ValueError("is changed when it is read, so that places would not fit: take another article")
    found = frozen(draft["id"], text, dict(draft))
    return {"corpus": draft["corpus"], "id": found.pop("id"), "cut": len(text), **found}


def main(arguments: Sequence[str], folder: Path = DATA) -> int:
    """Freeze every draft of a folder; prints each fault and exits 1 when there is one."""
    if len(arguments) != 2:
        print(__doc__)
        return 2
    drafts = {place.name: json.loads(place.read_text("utf-8")) for place in sorted(Path(arguments[0]).glob("*.json"))}
    of_others = sorted({draft["corpus"] for draft in drafts.values()})
    texts = {key: text for corpus in of_others for key, text in articles(corpus, folder).items()}
    lines, faults = [], 0
    for name, draft in drafts.items():
        try:
            lines.append(line_of(draft, texts))
        except (ValueError, KeyError, TypeError) as fault:
            faults += 1
            print(f"{name}: {type(fault).__name__}: {fault}", file=sys.stderr)
    if not faults:
        ordered = sorted(lines, key=lambda line: (line["corpus"], line["id"]))
        written = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in ordered)
        Path(arguments[1]).write_text(written, "utf-8")
        print(f"{len(lines)} articles -> {Path(arguments[1]).name}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
