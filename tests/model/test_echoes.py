import random

from hypothesis import given
from hypothesis import strategies as st

from demarche.model.atoms import Marking, PartialDate
from demarche.model.echoes import ECHO_LIKENESS, echoes
from demarche.model.source import Origin, Outcome, SourceFacts, likeness


def facts(name: str, sketch: tuple[int, ...], published: str | None = None) -> SourceFacts:
    date = PartialDate.parse(published) if published else None
    return SourceFacts(name, Origin(name, "0", "text/plain", published=date), Marking.CLEAR, Outcome.OK, None, sketch)


def sketch(seed: int) -> tuple[int, ...]:
    chance = random.Random(seed)  # noqa: S311 - sample data, no secret here
    return tuple(chance.getrandbits(32) for _ in range(64))


def mixed(of: tuple[int, ...], other: tuple[int, ...], places: int) -> tuple[int, ...]:
    """As alike to `of` as `places` of 64, evenly spread."""
    return tuple(one if index * places % 64 < places else two for index, (one, two) in enumerate(zip(of, other, strict=True)))


def test_near_copies_count_as_the_one_published_first() -> None:
    one = sketch(1)
    found = echoes([facts("b", one, "2022-07-16"), facts("a", one), facts("c", one, "2022-07-15"), facts("d", sketch(2))])
    assert found == {"a": "c", "b": "c", "c": "c", "d": "d"}


def test_a_copy_cut_by_a_third_is_still_an_echo_and_a_shared_quotation_is_none() -> None:
    one, cut, quoting = sketch(1), mixed(sketch(1), sketch(2), 42), mixed(sketch(1), sketch(3), 16)
    assert likeness(one, cut) >= ECHO_LIKENESS > likeness(one, quoting)
    assert echoes([facts("a", one), facts("b", cut), facts("c", quoting)]) == {"a": "a", "b": "a", "c": "c"}


def test_documents_without_words_are_nobodys_echo() -> None:
    assert echoes([facts("a", ()), facts("b", ())]) == {"a": "a", "b": "b"}


@given(st.lists(st.integers(0, 3), min_size=1, max_size=12), st.integers(0, 99))
def test_any_order_gives_the_same_originals(seeds: list[int], shuffle: int) -> None:
    known = [facts(f"doc-{number}", sketch(seed), f"2022-07-{seed + 1:02d}") for number, seed in enumerate(seeds)]
    turned = known[:]
    random.Random(shuffle).shuffle(turned)  # noqa: S311 - a shuffle hides no secret
    found = echoes(known)
    assert found == echoes(turned)
    assert all(found[original] == original for original in found.values())
