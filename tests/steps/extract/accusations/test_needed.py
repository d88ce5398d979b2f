from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from demarche.steps.extract.accusations.needed import Needed

NEEDS = ["blam|accus", "", "hand |the hand|and", "é|accused of"]
TEXTS = st.lists(st.sampled_from(["blam", "accus", "ed of", "the ", "hand", " ", "é", "n", "\U000f0001"]), max_size=9).map(
    "".join
)


@given(TEXTS)
def test_a_bit_tells_whether_one_of_a_patterns_words_is_there(text: str) -> None:
    met = [not joined or any(word in text for word in joined.split("|")) for joined in NEEDS]
    assert Needed(NEEDS).held(text) == sum(1 << index for index, held in enumerate(met) if held)


@given(st.lists(TEXTS, max_size=6))
def test_several_texts_at_once_hold_what_each_holds_alone(texts: list[str]) -> None:
    needed = Needed(NEEDS)
    assert needed.each(texts) == [needed.held(text) for text in texts]
