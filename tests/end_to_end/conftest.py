"""Records that several files of this folder look into: of the captured page, and of the examples."""

from __future__ import annotations

from pathlib import Path

import pytest
from captured_page import CAPTURED, Page
from running import EXAMPLES, answer, ok

from demarche.edges.store import open_store


@pytest.fixture(scope="session")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    """The captured page, read as a user would read it: nothing is told of it but where it lies."""
    if not CAPTURED.exists():
        pytest.skip("the captured page is not part of the repository")
    record = tmp_path_factory.mktemp("page") / "record.sqlite"
    said = ok("read", CAPTURED, record=record).text
    with open_store(record, create=False) as store:
        (facts,) = store.sources()
        document = store.document(facts.id)
    incidents, claims = answer("incidents", record=record), answer("claims", record=record)
    return Page(record, document.text, document.blocks, incidents, claims, said)


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of everything in examples/, as `make demo` makes it. To be read, not to be written."""
    record = tmp_path_factory.mktemp("examples") / "record.sqlite"
    ok("read", EXAMPLES, record=record)
    return record
