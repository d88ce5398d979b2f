"""Names of actors and malware, from the MISP galaxies that the package `pymispgalaxies` carries.

Alias tables are many-to-many: 46 of 2,393 actor names belong to more than one cluster, so a name leads to a tuple of clusters.
The package's own loader checks every file against a JSON schema, which takes seconds; the files are read directly instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import orjson

from demarche.errors import StoreError

ACTOR_GALAXIES = ("threat-actor", "mitre-intrusion-set", "microsoft-activity-group")
MALWARE_GALAXIES = ("malpedia", "mitre-malware", "tool", "rat", "backdoor", "banker", "botnet", "stealer")
RANSOMWARE_GALAXY = "ransomware"

_EXTERNAL = re.compile(r"\s+-\s+[A-Z]+\d+$")  # MITRE appends its identifier to a name: "APT28 - G0007"
_MALWARE_TAIL = re.compile(r"\s+(?:ransomware|malware|trojan|rat)\b.*$", re.IGNORECASE)
_COUNTRY = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class Cluster:
    """One actor or malware family of one galaxy. `country` is ISO 3166-1 alpha-2 where the galaxy states one."""

    galaxy: str
    name: str
    synonyms: tuple[str, ...]
    country: str | None = None


def _folder() -> Path:
    spec = find_spec("pymispgalaxies")
    if spec is None or not spec.submodule_search_locations:
        raise StoreError("the package pymispgalaxies is missing; install demarche with its dependencies")
    return Path(spec.submodule_search_locations[0]) / "data" / "misp-galaxy" / "clusters"


def _country(meta: dict[str, Any]) -> str | None:
    code = meta.get("country")
    return code if isinstance(code, str) and _COUNTRY.fullmatch(code) else None


@cache
def clusters(galaxy: str) -> tuple[Cluster, ...]:
    """The clusters of one galaxy, in the order of the file."""
    values = orjson.loads((_folder() / f"{galaxy}.json").read_bytes())["values"]
    found = []
    for value in values:
        meta = value.get("meta") or {}
        synonyms = tuple(str(name).strip() for name in meta.get("synonyms") or [])
        found.append(Cluster(galaxy, _EXTERNAL.sub("", value["value"]).strip(), synonyms, _country(meta)))
    return tuple(found)


def _table(galaxies: tuple[str, ...]) -> dict[str, tuple[Cluster, ...]]:
    table: dict[str, list[Cluster]] = {}
    for galaxy in galaxies:
        for cluster in clusters(galaxy):
            for name in dict.fromkeys((cluster.name, *cluster.synonyms)):
                table.setdefault(name, []).append(cluster)
    return {name: tuple(found) for name, found in table.items()}


@cache
def actor_names() -> dict[str, tuple[Cluster, ...]]:
    """Every actor name and alias, to the clusters that it may mean."""
    return _table(ACTOR_GALAXIES)


@cache
def malware_names() -> dict[str, tuple[Cluster, ...]]:
    """Every malware name and alias, to the families that it may mean."""
    return _table(MALWARE_GALAXIES)


@cache
def ransomware_names() -> dict[str, tuple[Cluster, ...]]:
    """Every ransomware name without the word itself; the operators of a ransomware go by its name in reports."""
    table: dict[str, list[Cluster]] = {}
    for cluster in clusters(RANSOMWARE_GALAXY):
        for name in dict.fromkeys(_MALWARE_TAIL.sub("", name).strip() for name in (cluster.name, *cluster.synonyms)):
            table.setdefault(name, []).append(cluster)
    return {name: tuple(found) for name, found in table.items() if name}
