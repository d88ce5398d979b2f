import time

from hypothesis import given
from hypothesis import strategies as st
from ingest_samples import PARAGRAPH

from demarche.model.source import likeness
from demarche.steps.ingest import sketch

WORDS = [f"word{number}" for number in range(2000)]
STORY = " ".join(WORDS[:500])


def test_a_sketch_is_sixty_four_numbers() -> None:
    signature = sketch(STORY)
    assert len(signature) == 64
    assert all(0 <= number < 2**32 for number in signature)


def test_case_and_marks_do_not_matter() -> None:
    assert sketch(STORY) == sketch(STORY.upper().replace(" ", ",  "))


def test_no_words_give_no_sketch() -> None:
    assert sketch(" \n—") == ()


def test_copies_are_alike_and_strangers_are_not() -> None:
    shortened = " ".join(WORDS[:400])
    stranger = " ".join(WORDS[1000:1500])
    assert likeness(sketch(STORY), sketch(STORY)) == 1.0
    # 396 of 496 runs are shared
    assert 0.6 < likeness(sketch(STORY), sketch(shortened)) < 0.97
    assert likeness(sketch(STORY), sketch(stranger)) < 0.1


def test_short_texts_have_sketches_too() -> None:
    assert likeness(sketch("Two words"), sketch("two words")) == 1.0
    assert likeness(sketch(PARAGRAPH), sketch("A wholly different short sentence about another thing.")) < 0.2


@given(st.text(max_size=200))
def test_any_text_has_a_sketch(text: str) -> None:
    assert len(sketch(text)) in {0, 64}
    assert sketch(text) == sketch(text)


def test_a_sketch_takes_under_a_millisecond() -> None:
    sketch(STORY)
    best = min(timed() for _ in range(50))
    # 0.6 ms on an idle core; the tests run beside others
    assert best < 0.003


def timed() -> float:
    started = time.perf_counter()
    sketch(STORY)
    return time.perf_counter() - started
