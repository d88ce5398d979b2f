"""Which readers can be measured here: the rules always, the trained one where its packages are, a language model, and the best
of all, where one is configured: without it the best is one of the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from demarche.errors import UsageError
from demarche.model.claim import Reader
from demarche.readers import BEST, LLM, READERS, chosen_reader
from demarche.settings import URL_VARIABLE, settings


def measurable(asked: str | None = None, environment: Mapping[str, str] | None = None) -> tuple[dict[str, Reader], list[str]]:
    """The readers by name, in the order of `READERS`, and a note for each that is left out. UsageError when one is asked for
    that cannot read here, or when the environment makes no sense."""
    known = settings(environment=environment)
    if asked is not None:
        return {asked: chosen_reader(replace(known, reader=asked))}, []
    readers: dict[str, Reader] = {}
    notes: list[str] = []
    for name in READERS:
        if name in {LLM, BEST} and known.language_model is None:
            notes.append(f"{name} is left out: {URL_VARIABLE} is not set")
            continue
        try:
            readers[name] = chosen_reader(replace(known, reader=name))
        except UsageError as lacking:
            notes.append(f"{name} is left out: {lacking}")
    return readers, notes
