"""Builds the reader's weights from annotated corpora. Never imported at run time."""
