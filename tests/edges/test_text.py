from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.edges.text import printable, storable
from demarche.errors import IntegrityError

ANY = st.text(alphabet=st.characters(exclude_categories=[]))


@given(ANY)
def test_text_is_either_storable_as_it_is_or_refused(text: str) -> None:
    unfit = "\0" in text or any("\ud800" <= character <= "\udfff" for character in text)
    if unfit:
        with pytest.raises(IntegrityError, match="the title"):
            storable(text, "the title")
    else:
        assert storable(text, "the title") == text


@given(ANY)
def test_printable_text_is_always_storable_and_fit_text_stays_as_it_is(text: str) -> None:
    shown = printable(text)
    assert storable(shown, "it") == shown
    if shown != text:
        with pytest.raises(IntegrityError):
            storable(text, "it")


def test_bytes_of_a_file_name_are_shown_as_they_are() -> None:
    assert printable("caf\udce9\0") == "caf\\udce9\\0"
