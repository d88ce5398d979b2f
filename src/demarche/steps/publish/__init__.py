"""Publish: the record as bytes for other programs, and one document in the scheme of the annotation files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from demarche.model.claim import Claim
from demarche.model.record import Record
from demarche.model.source import SourceFacts
from demarche.steps.publish.annotate import annotation
from demarche.steps.publish.forms import FORMS, Format
from demarche.steps.publish.objects import primary_incidents

__all__ = ["Format", "annotation", "primary_incidents", "publish"]


def publish(record: Record, claims: Sequence[Claim], sources: Mapping[str, SourceFacts], form: Format) -> Iterator[bytes]:
    """The whole record in one form, as pieces to be written one after another.

    The bytes depend on what is known alone: everything is put in the order of its identifiers, never in that of its coming.
    """
    return FORMS[form](record, claims, sources)
