"""Office files: DOCX and ODT."""

from __future__ import annotations

from demarche.steps.ingest.office.docx import read_docx
from demarche.steps.ingest.office.odt import read_odt

__all__ = ["read_docx", "read_odt"]
