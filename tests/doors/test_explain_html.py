from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest
from cli_samples import RED
from explain_samples import ACCUSATION, IRAN, RAMA, TEXT, VALUES, WIPED, claim, document, small
from hypothesis import given
from hypothesis import strategies as st

from demarche.doors.explain import Role, explanation, page
from demarche.doors.explain.markup import css_name, literal, text_of
from demarche.model.atoms import Marking
from demarche.model.claim import AttributionValue, Claim, ServiceValue
from demarche.model.source import Block, Document, Origin
from demarche.model.vocabulary.attribution import Basis, Predicate
from demarche.model.vocabulary.incidents import ServiceEffect
from demarche.pipeline import Explained

TAGS = "html head meta title style body main nav ol li article header h1 section div p span b small em i a footer".split()
VOID = {"meta"}
ANY_TEXT = st.text(st.characters(codec="utf-8")) | st.text("\0<>&\"'\r\n\t \x1b\u202e\u2066\u2069\x85ab-", max_size=60)


@dataclass
class Read(HTMLParser):
    """A page as a browser has it: the text of its reports, the text of everything, its tags and their attributes."""

    text: list[str] = field(default_factory=list)
    everything: list[str] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    inside: list[bool] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            of_text = ("class", "text") in attrs
            self.inside.append(of_text or bool(self.inside and self.inside[-1]))

    def handle_endtag(self, tag: str) -> None:
        assert tag not in VOID
        self.inside.pop()

    def handle_data(self, data: str) -> None:
        self.everything.append(data)
        if self.inside and self.inside[-1]:
            self.text.append(data)


def markup(*told: Explained) -> str:
    return b"".join(page(told)).decode()


def explained(whole: Document, *claims: Claim) -> Explained:
    return Explained(whole.origin.name, whole, claims)


def read(*told: Explained) -> Read:
    found = Read()
    found.feed(markup(*told))
    found.close()
    assert found.inside == []
    return found


def classes(found: Read, name: str) -> list[dict[str, str | None]]:
    return [attributes for _, attributes in found.tags if name in (attributes.get("class") or "").split()]


def test_the_words_of_a_passage_are_underlined_and_its_names_marked() -> None:
    whole = document("Iran did it.\n")
    (row,) = explanation(whole, [claim(whole, "Iran did it.", ACCUSATION)]).rows
    assert text_of(row, whole.text, 1) == (
        '<a class="n attribution" href="#c1-1" data-n="1" aria-label="claim 1: attribution" title="claim 1: attribution"></a>'
        '<span class="l1 p1-0-12" style="--l0:var(--attribution)"><span class="role r-accused from to">Iran</span>'
        '<i class="tag r-accused" data-role="accused"></i></span>'
        '<span class="l1 p1-0-12" style="--l0:var(--attribution)"> did it.</span><span class="gap">\n</span>'
    )


def test_each_claim_has_a_card_with_all_that_it_says() -> None:
    whole, claims = small()
    found = read(explained(whole, *claims))
    assert [card["id"] for card in classes(found, "card")] == ["c1-1", "c1-2"]
    text = " ".join("".join(found.everything).split())
    (accusation, denial) = (words for words in re.split(r"(?=\d attribution |\d denial )", text) if re.match(r"[12] ", words))
    for words in (
        "Iran did it, political-statement",
        "0.50",
        "asserter Edi Rama (AL)",
        "accused Iran",
        "hedge “almost certainly”",
    ):
        assert words in accusation
    assert "asserts · “almost certainly” · primary event · reader hand 1 · " in accusation
    assert "not named here" not in accusation
    assert "denier Iran" in denial
    assert "denies · primary event" in denial


def test_the_head_tells_of_the_report_and_counts_the_claims_of_each_predicate() -> None:
    whole, claims = small()
    text = "".join(read(explained(whole, *claims)).everything)
    for words in (
        "A small report",
        "report.txt",
        "day of publication unknown",
        "TLP:CLEAR",
        "attribution 1",
        "denial 1",
        "2 claims;",
    ):
        assert words in text


def test_a_name_that_the_passage_lacks_is_said_not_to_be_there() -> None:
    whole = document("Tehran did it.")
    assert "<small>accused</small> Iran <em>not named here</em>" in markup(
        explained(whole, claim(whole, whole.text, ACCUSATION))
    )


def test_what_was_not_read_is_grey_and_says_why() -> None:
    whole, claims = small()
    out = markup(explained(whole, *claims))
    assert '<section class="row unread">' in out
    assert "not read: page furniture, menu" in out


def test_passages_that_share_words_are_both_drawn_and_another_event_is_broken() -> None:
    whole = document("Iran wiped it, says Edi Rama.")
    crossing = [claim(whole, "Iran wiped it", WIPED), claim(whole, "it, says Edi Rama.", ACCUSATION, event="other-1")]
    out = markup(explained(whole, *crossing))
    style = "--l0:var(--type);--l1:var(--attribution);--e1:transparent"
    assert f'<span class="l2 p1-0-13 p1-11-29" style="{style}">it</span>' in out
    assert ".l2{padding-bottom:6px;" in out
    assert "event other-1" in out
    assert "1 of them about another event" in out


@pytest.mark.parametrize("key", ["p1-0-13", "p1-11-29"])
def test_pointing_at_a_claim_lights_its_passage(key: str) -> None:
    whole = document("Iran wiped it, says Edi Rama.")
    crossing = [claim(whole, "Iran wiped it", WIPED), claim(whole, "it, says Edi Rama.", ACCUSATION)]
    out = markup(explained(whole, *crossing))
    assert out.count(f"main:has(.card.{key}:is(:hover,:target)) .text .{key}{{") == 1
    assert re.search(rf'class="card \w+ {key}"', out)


def test_nothing_comes_from_elsewhere_and_nothing_runs() -> None:
    whole, claims = small()
    found = read(explained(whole, *claims), explained(whole, *claims))
    assert {tag for tag, _ in found.tags} <= set(TAGS)
    assert "default-src 'none'" in (found.tags[3][1]["content"] or "")
    for _, attributes in found.tags:
        assert not {name for name in attributes if name.startswith("on") or name in {"src", "srcset", "action"}}
        assert (attributes.get("href") or "#").startswith("#")
    assert not re.search(r"url\(|@import|//", markup(explained(whole)))


def test_light_and_dark_give_each_predicate_and_role_a_colour() -> None:
    light, dark = markup().split("prefers-color-scheme: dark")
    for predicate in Predicate:
        assert f"--{predicate}: #" in light
        assert f"--{predicate}: #" in dark
        assert f".{predicate} {{ --p: var(--{predicate}); }}" in dark
    for role in Role:
        assert re.search(rf"\.{css_name(role)}[ ,]", dark), role


def test_several_reports_have_a_list_of_contents_and_claims_of_their_own() -> None:
    whole, claims = small()
    found = read(
        explained(whole, *claims), Explained("gone.txt", None, reason="there is no such file"), explained(whole, *claims)
    )
    targets = [attributes["href"] for tag, attributes in found.tags if tag == "a" and not attributes.get("class")]
    assert targets == ["#report-1", "#report-2", "#report-3"]
    identifiers = [attributes["id"] for _, attributes in found.tags if "id" in attributes]
    assert len(identifiers) == len(set(identifiers)) == 7
    assert "rejected: there is no such file" in "".join(found.everything)


def test_a_report_without_claims_says_so() -> None:
    out = markup(explained(document("The weather was fine.")))
    assert "no claim found in it; 21 of 21 characters read as content" in out
    assert "legend" not in out.partition("</style>")[2]


HOSTILE = "<script>alert(1)</script> & \"'><img src=x onerror=alert(1)> </div></main>"


def test_hostile_words_are_words() -> None:
    named = f"report{HOSTILE}.txt"
    origin = Origin(named, "0" * 64, "text/html", url="javascript:alert(1)", publisher=HOSTILE, title=HOSTILE)
    blocks = (Block(0, len(HOSTILE), "content"), Block(len(HOSTILE), 2 * len(HOSTILE), "furniture", HOSTILE))
    whole = Document(HOSTILE * 2, origin, Marking.RED, blocks, reason=HOSTILE)
    service = ServiceValue(HOSTILE, ServiceEffect.DISRUPTED)
    passage = whole.passage(0, len(HOSTILE))
    hostile = Claim(passage, service, RAMA, claim(whole, "alert", WIPED).stance, HOSTILE, HOSTILE, 0.5, event=HOSTILE)
    red = claim(whole, "alert", AttributionValue(RED, Basis.THIRD_PARTY), RED)
    found = read(Explained(named, whole, (hostile, red)), Explained(HOSTILE, None, reason=HOSTILE))
    assert {tag for tag, _ in found.tags} <= set(TAGS)
    assert all(not name.startswith("on") for _, attributes in found.tags for name in attributes)
    assert "".join(found.text) == whole.text
    assert not {character for character in "".join(found.everything) if character in "\x1b\u202e"}
    assert "TLP:RED" in "".join(found.everything)


@pytest.mark.parametrize(
    ("character", "code", "kept"),
    [
        ("\u202e", "U+202E", "\u202e"),
        ("\x1b", "U+001B", "\x1b"),
        ("\r", "U+000D", "&#13;"),
        ("\0", "U+0000", "\ufffd"),
        ("\ud800", "U+D800", "\ufffd"),
    ],
)
def test_characters_that_cannot_be_seen_are_shown_and_held_in(character: str, code: str, kept: str) -> None:
    assert re.fullmatch(
        rf'a<span class="odd" data-code="{re.escape(code)}" title="[\w -]+">{kept}</span>b', literal(f"a{character}b")
    )


@given(st.data())
def test_without_its_tags_the_text_is_every_character_in_order(data: st.DataObject) -> None:
    text = data.draw(ANY_TEXT.filter(bool))
    middle = data.draw(st.integers(0, len(text)))
    whole = document(text, Block(0, middle, "furniture"), Block(middle, len(text), "content"))
    claims = []
    for value in data.draw(st.lists(st.sampled_from(VALUES), max_size=4)):
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        claims.append(claim(whole, text[start:end], value, IRAN, hedge=data.draw(st.sampled_from([None, text[start:end]]))))
    found = read(explained(whole, *claims))
    assert "".join(found.text) == text.replace("\0", "\ufffd")


def test_the_text_of_the_small_report_is_all_there() -> None:
    whole, claims = small()
    assert "".join(read(explained(whole, *claims)).text) == TEXT
