from __future__ import annotations

from itertools import pairwise

from explain_samples import ACCUSATION, DENIAL, IRAN, RAMA, TEXT, VALUES, WIPED, claim, document, small
from hypothesis import given
from hypothesis import strategies as st

from demarche.doors.explain import Explanation, Role, explanation
from demarche.doors.explain.facts import note, size
from demarche.model.claim import Claim
from demarche.model.source import Block
from demarche.model.vocabulary.attribution import Predicate

LETTERS = "abcdefghij klmnopqrst"


def strands(found: Explanation) -> dict[tuple[str, Predicate, bool], tuple[str, int, bool]]:
    seen = {strand for row in found.rows for piece in row.pieces for strand in piece.strands}
    text = found.document.text
    return {
        (text[strand.start : strand.end], strand.predicate, strand.other_event): (strand.numbers, strand.lane, strand.crossed)
        for strand in seen
    }


def test_claims_are_numbered_as_they_are_read_whatever_their_order() -> None:
    whole, claims = small()
    found = explanation(whole, claims)
    assert [(entry.number, entry.claim.predicate) for entry in found.entries] == [
        (1, Predicate.ATTRIBUTION),
        (2, Predicate.DENIAL),
    ]
    assert explanation(whole, claims[::-1]) == found


def test_claims_of_another_document_are_left_out() -> None:
    whole, claims = small()
    assert explanation(document("Another."), claims).entries == ()
    assert len(explanation(whole, claims).entries) == 2


def test_what_was_not_read_says_why() -> None:
    whole, claims = small()
    found = explanation(whole, claims)
    assert [(row.read, note(row), len(row.entries)) for row in found.rows] == [
        (False, "not read: page furniture, menu", 0),
        (True, "", 2),
    ]
    assert size(found) == f"2 claims; {len(TEXT) - 15} of {len(TEXT)} characters read as content"


def test_text_that_no_block_has_was_not_read() -> None:
    found = explanation(document("One. Two. Three.", Block(5, 9, "content")), ())
    assert [(row.block.start, row.block.end, row.read) for row in found.rows] == [(0, 5, False), (5, 9, True), (9, 16, False)]
    assert size(found) == "no claim found in it; 4 of 16 characters read as content"


def test_claims_of_one_passage_share_a_strand_for_each_predicate_and_kind_of_event() -> None:
    whole = document("Iran wiped it.")
    told = [
        claim(whole, "Iran wiped it.", WIPED),
        claim(whole, "Iran wiped it.", ACCUSATION),
        claim(whole, "Iran wiped it.", ACCUSATION, RAMA),
        claim(whole, "Iran wiped it.", ACCUSATION, event="other-1"),
    ]
    found = explanation(whole, told)
    assert strands(found) == {
        ("Iran wiped it.", Predicate.TYPE, False): ("1", 0, False),
        ("Iran wiped it.", Predicate.ATTRIBUTION, False): ("2–3", 1, False),
        ("Iran wiped it.", Predicate.ATTRIBUTION, True): ("4", 2, False),
    }
    assert (found.totals, found.elsewhere) == ({Predicate.TYPE: 1, Predicate.ATTRIBUTION: 3}, 1)
    assert found.rows[0].lanes == 3


def test_passages_that_share_words_run_beside_one_another() -> None:
    whole = document("Iran wiped it, says Edi Rama. Baseless.")
    told = [
        claim(whole, "Iran wiped it, says", WIPED),
        claim(whole, "it, says Edi Rama.", ACCUSATION),
        claim(whole, "Baseless.", DENIAL),
    ]
    assert strands(explanation(whole, told)) == {
        ("Iran wiped it, says", Predicate.TYPE, False): ("1", 0, True),
        ("it, says Edi Rama.", Predicate.ATTRIBUTION, False): ("2", 1, True),
        ("Baseless.", Predicate.DENIAL, False): ("3", 0, False),
    }


def test_a_name_has_every_role_that_claims_give_it_and_the_innermost_name_comes_first() -> None:
    whole = document("Iran wiped it.")
    both = explanation(whole, [claim(whole, "Iran wiped it.", ACCUSATION, IRAN)])
    (label,) = both.rows[0].pieces[0].labels
    assert label.roles == (Role.ASSERTER, Role.ACCUSED)
    nested = explanation(whole, [claim(whole, "Iran wiped it.", ACCUSATION, RAMA, hedge="Iran wiped")])
    assert [[(label.start, label.end) for label in piece.labels] for piece in nested.rows[0].pieces] == [
        [(0, 4), (0, 10)],
        [(0, 10)],
        [],
    ]


@st.composite
def explained(draw: st.DrawFn) -> Explanation:
    text = draw(st.text(LETTERS, min_size=1, max_size=40))
    cuts = sorted({0, len(text), *draw(st.lists(st.integers(0, len(text)), max_size=4))})
    blocks = [Block(start, end, draw(st.sampled_from(["content", "furniture", "headline"]))) for start, end in pairwise(cuts)]
    whole = document(text, *blocks)
    claims: list[Claim] = []
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        value = draw(st.sampled_from(VALUES))
        claims.append(claim(whole, text[start:end], value, hedge=draw(st.sampled_from([None, "a", text[start:end]]))))
    return explanation(whole, claims)


@given(explained())
def test_the_pieces_are_the_text(found: Explanation) -> None:
    pieces = [piece for row in found.rows for piece in row.pieces]
    assert [piece.start for piece in pieces] == [0, *(piece.end for piece in pieces)][: len(pieces)]
    assert pieces[-1].end == len(found.document.text)
    assert all(piece.start < piece.end for piece in pieces)


@given(explained())
def test_every_claim_is_drawn_on_just_its_passage(found: Explanation) -> None:
    assert sorted(entry.number for row in found.rows for entry in row.entries) == [entry.number for entry in found.entries]
    pieces = [piece for row in found.rows for piece in row.pieces]
    for entry in found.entries:
        passage = entry.claim.passage
        drawn = [piece for piece in pieces if any(each.first <= entry.number <= each.last for each in piece.strands)]
        assert (drawn[0].start, drawn[-1].end) == (passage.start, passage.end)
        assert "".join(found.document.text[piece.start : piece.end] for piece in drawn) == passage.quote


@given(explained())
def test_no_two_strands_share_a_lane_at_one_place(found: Explanation) -> None:
    for row in found.rows:
        for piece in row.pieces:
            lanes = [strand.lane for strand in piece.strands]
            assert len(lanes) == len(set(lanes))
            if len({(strand.start, strand.end) for strand in piece.strands}) > 1:
                assert all(strand.crossed for strand in piece.strands)
