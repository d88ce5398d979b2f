from hypothesis import given
from hypothesis import strategies as st

from demarche.model.disjoint import Partition

LETTERS = st.sampled_from("abcdefgh")
PAIRS = st.lists(st.tuples(LETTERS, LETTERS), max_size=20)


def test_sets_are_named_by_their_least_member() -> None:
    partition = Partition("abcd")
    assert partition.join("d", "b")
    assert partition.find("d") == "b"
    assert partition.groups() == {"a": ["a"], "b": ["b", "d"], "c": ["c"]}


def test_a_second_join_of_the_same_pair_does_nothing() -> None:
    partition = Partition("ab")
    assert partition.join("a", "b")
    assert not partition.join("b", "a")


def test_what_is_kept_apart_does_not_meet_through_a_third() -> None:
    partition = Partition("abc")
    partition.keep_apart("a", "c")
    assert partition.join("a", "b")
    assert not partition.join("b", "c")
    assert partition.groups() == {"a": ["a", "b"], "c": ["c"]}


@given(PAIRS)
def test_the_order_of_joins_leaves_no_trace(pairs: list[tuple[str, str]]) -> None:
    one, other = Partition("abcdefgh"), Partition("hgfedcba")
    shuffled = sorted(pairs, key=lambda pair: pair[::-1])
    for left, right in pairs:
        one.join(left, right)
    for left, right in shuffled:
        other.join(right, left)
    assert one.groups() == other.groups()


@given(PAIRS, PAIRS)
def test_no_set_ever_holds_a_pair_that_is_kept_apart(apart: list[tuple[str, str]], joins: list[tuple[str, str]]) -> None:
    partition = Partition("abcdefgh")
    parted = [pair for pair in apart if pair[0] != pair[1]]
    for pair in parted:
        partition.keep_apart(*pair)
    for pair in joins:
        partition.join(*pair)
    assert all(partition.find(left) != partition.find(right) for left, right in parted)
