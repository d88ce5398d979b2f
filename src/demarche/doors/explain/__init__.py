"""What was read in one report, laid over its text: passages, roles and scores, for the terminal and as a page."""

from demarche.doors.explain.explanation import Entry, Explanation, Label, Piece, Row, Strand, explanation
from demarche.doors.explain.html import page
from demarche.doors.explain.roles import Part, Role, parts

__all__ = ["Entry", "Explanation", "Label", "Part", "Piece", "Role", "Row", "Strand", "explanation", "page", "parts"]
