"""Turn hand-written annotations that quote their spans into annotations with character offsets.

A writer keeps, beside each report `<id>.txt`, a draft `<id>.json` in the annotation scheme (see docs/annotation.md) in which
every span is given by its words: `"span": "the exact sentence"` instead of `start` and `end`, and `"headline": "the words"`.
This command finds the words, refuses a span that is missing or ambiguous (add `"nth": 2` to mean the second place), checks
every value set, and writes one JSON line per report.

usage: python -m bench.freeze FOLDER OUT.jsonl
"""

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

TYPES = frozenset(
    ("data-theft leak disruption destruction ransomware espionage-access defacement ddos financial-theft influence ").split()
)
IMPACTS = frozenset(
    ("service-outage data-destroyed data-encrypted data-exposed personal-data-exposed money-lost physical-effect ").split()
)
SECTORS = frozenset(
    (
        "government parliament political-party election military critical-infrastructure energy health finance telecom "
        "transport media education technology retail-services civil-society international-organisation individuals "
        "other "
    ).split()
)
ASSERTER_KINDS = frozenset(
    ("government company media researcher victim attacker anonymous-official international-organisation unspecified ").split()
)
ACCUSED_KINDS = frozenset(("state group individual criminal-group hacktivist ").split())
STANCES = frozenset(("asserts suspects denies doubts claims-responsibility declines-to-attribute ").split())
ACTS = frozenset(
    (
        "statement condemnation call-for-restraint summon-ambassador recall-ambassador expel-diplomats sever-relations "
        "sanctions travel-ban indictment arrest reward-offer raid-or-seizure takedown technical-advisory assistance "
        "mutual-defence-consultation counter-operation military legal-suit law-or-policy resignation-or-dismissal "
        "ransom-paid ransom-refused "
    ).split()
)
STATUSES = frozenset(("done announced threatened considered ruled-out ").split())


def locate(text: str, words: str, nth: int = 1) -> tuple[int, int]:
    """Offsets of the nth occurrence of `words`; ValueError when there is none, or several and no nth was asked for."""
    places: list[int] = []
    start = text.find(words)
    while start >= 0:
        places.append(start)
        start = text.find(words, start + 1)
    if not words or len(places) < nth:
        raise ValueError(f"not in the text: {words!r}")
    if len(places) > 1 and nth == 1:
        first = places[0]
        return first, first + len(words)
    return places[nth - 1], places[nth - 1] + len(words)


def must(value: Any, allowed: frozenset[str], what: str) -> None:
    """ValueError unless value is in the set."""
    if value not in allowed:
        raise ValueError(f"{what}: {value!r} is not one of {sorted(allowed)}")


def frozen_entry(text: str, entry: dict[str, Any]) -> dict[str, Any]:
    """One attribution or response with its span as offsets."""
    entry = dict(entry)
    start, end = locate(text, entry.pop("span"), entry.pop("nth", 1))
    return {**entry, "start": start, "end": end}


def frozen(identifier: str, text: str, draft: dict[str, Any]) -> dict[str, Any]:
    """The annotation of one report, checked."""
    incident = draft["incident"]
    for value in incident["types"]:
        must(value, TYPES, "type")
    for value in incident["impacts"]:
        must(value, IMPACTS, "impact")
    for victim in incident["victims"]:
        must(victim["sector"], SECTORS, "sector")
    for entry in draft["attributions"]:
        must(entry["asserter_kind"], ASSERTER_KINDS, "asserter_kind")
        if entry["accused"] != "unknown" or entry.get("accused_kind"):
            must(entry["accused_kind"], ACCUSED_KINDS, "accused_kind")
        must(entry["stance"], STANCES, "stance")
        if entry.get("confidence_words") and entry["confidence_words"].lower() not in text.lower():
            raise ValueError(f"confidence words not in the text: {entry['confidence_words']!r}")
    for entry in draft["responses"]:
        must(entry["kind"], ACTS, "kind")
        must(entry["status"], STATUSES, "status")
    return {
        "id": identifier,
        "published": draft.get("published"),
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "headline": list(locate(text, draft["headline"])) if draft.get("headline") else None,
        "primary": draft.get("primary"),
        "mentioned": draft.get("mentioned", []),
        "kind": draft.get("kind"),
        "incident": incident,
        "attributions": [frozen_entry(text, entry) for entry in draft["attributions"]],
        "responses": [frozen_entry(text, entry) for entry in draft["responses"]],
    }


def main(arguments: list[str]) -> int:
    """Freeze every draft of a folder; prints each fault and exits 1 when there is one."""
    if len(arguments) != 2:
        print(__doc__)
        return 2
    folder, out = Path(arguments[0]), Path(arguments[1])
    lines, faults = [], 0
    for draft in sorted(folder.glob("*.json")):
        report = draft.with_suffix(".txt")
        try:
            text = report.read_bytes().decode("utf-8")
            lines.append(json.dumps(frozen(draft.stem, text, json.loads(draft.read_text("utf-8"))), ensure_ascii=False))
        except (OSError, ValueError, KeyError, TypeError) as fault:
            faults += 1
            print(f"{draft.name}: {type(fault).__name__}: {fault}", file=sys.stderr)
    if not faults:
        out.write_text("".join(line + "\n" for line in lines), "utf-8")
        print(f"{len(lines)} reports -> {out.name}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
