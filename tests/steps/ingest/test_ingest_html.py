import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ingest_samples import PARAGRAPH, lines, page, read

from demarche.errors import RejectedInput
from demarche.model.atoms import PartialDate
from demarche.model.source import Outcome
from demarche.steps.ingest.markup import read_markup, tokens

UNSEEN = "The Elbonian army did it, the president of Elbonia said in a long statement on Monday."
FACT = "The Lazarus Group was behind the attack, the ministry said in a long statement on Monday evening."


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>{}</p>",
        '<p hidden="until-found">{}</p>',
        '<div style="display:none"><p>{}</p></div>',
        '<p style="color:red; DISPLAY : none !important">{}</p>',
        '<p style="visibility:hidden">{}</p>',
        '<p style="font-size:0">{}</p>',
        '<p style="font-size: 0.0em;">{}</p>',
        '<p style="opacity:0">{}</p>',
        '<p style="position:absolute;left:-9999px">{}</p>',
        '<p style="&#100;isplay:none">{}</p>',
        '<div aria-hidden="true"><p>{}</p></div>',
        '<p class="x sr-only">{}</p>',
        '<p class="shy">{}</p>',
        '<p id="gone">{}</p>',
        "<template><p>{}</p></template>",
        "<noscript><p>{}</p></noscript>",
        "<script>var text = '<p>{}</p>'</script>",
        "<style>p::after {{ content: '{}' }}</style>",
        "<dialog><p>{}</p></dialog>",
        "<!-- <p>{}</p> -->",
        "<div hidden><b></div></b><p hidden>{}</p>",
        "<b><div hidden></b><p>{}</p></div>",
        "<p hidden><i>{}<div></div>",
        "<textarea>{}</textarea>",
        "<svg><text>{}</text></svg>",
    ],
)
def test_hidden_text_never_reaches_the_document(hidden: str) -> None:
    styles = "<style>.shy, .other { display:none } #gone{visibility:hidden} @media print { article { display:none } }</style>"
    document = read(page(f"<p>{PARAGRAPH}</p>{hidden.format(UNSEEN)}<p>{FACT}</p>", styles), "a.html")
    assert "Elbonia" not in document.text
    assert lines(document, "content") == [PARAGRAPH, FACT]


@pytest.mark.parametrize(
    "shown",
    [
        '<p style="font-size:0.9em">{}</p>',
        '<p style="opacity:0.8">{}</p>',
        '<p style="left:-5px">{}</p>',
        '<p aria-hidden="false">{}</p>',
        "<p class=shyer>{}</p>",
    ],
)
def test_visible_text_stays(shown: str) -> None:
    document = read(
        page(f"<p>{PARAGRAPH}</p>{shown.format(FACT)}", "<style>.shy{display:none} @media print{.shyer{display:none}}</style>"),
        "a.html",
    )
    assert FACT in lines(document, "content")


@pytest.mark.parametrize(
    "body",
    [
        "<section><div hidden>x</section><p>{}</p>",
        "<ul><li hidden>x<li>y</ul><p>{}</p>",
        "<p hidden>x<p>{}</p>",
        "<table><tr><td hidden>x<td>y</table><p>{}</p>",
    ],
)
def test_an_unclosed_hidden_element_hides_no_more_than_itself(body: str) -> None:
    document = read(page(f"<p>{PARAGRAPH}</p>{body.format(FACT)}"), "a.html")
    assert FACT in lines(document, "content")


def test_more_hidden_than_shown_is_partial() -> None:
    document = read(page(f"<p>{PARAGRAPH}</p><div hidden>{UNSEEN * 5}</div>"), "a.html")
    assert document.outcome is Outcome.PARTIAL
    assert "hidden" in str(document.reason)


@pytest.mark.parametrize("depth", [250, 300, 5000])
def test_deep_nesting_loses_no_sentence(depth: int) -> None:
    document = read(page(f"<p>{PARAGRAPH}</p>" + "<div>" * depth + f"<p>{FACT}</p>" + "</div>" * depth), "a.html")
    assert FACT in lines(document, "content")
    assert document.outcome is Outcome.PARTIAL
    assert "deep" in str(document.reason)


def test_old_pages_without_end_tags_are_not_deep() -> None:
    document = read(page(f"<p>{PARAGRAPH}" * 300 + "<ul>" + "<li>An item of the list" * 300), "a.html")
    assert document.outcome is Outcome.OK


def test_a_page_whose_main_text_is_missed_keeps_its_visible_text() -> None:
    prose = "".join(f"<div class=comment><p>{PARAGRAPH} It was reason number {number}.</p></div>" for number in range(20))
    document = read(f"<html><body><p>{FACT}</p>{prose}</body></html>", "a.html")
    assert "reason number 19" in document.text or document.outcome is Outcome.OK
    assert FACT in document.text


def test_headline_comes_first_and_paragraphs_are_apart() -> None:
    document = read(page(f"<p>{PARAGRAPH}</p><p>{FACT}</p>"), "a.html")
    assert document.text == f"Wiper hits the ministry\n\n{PARAGRAPH}\n\n{FACT}"
    assert lines(document, "headline") == ["Wiper hits the ministry"]


def test_lists_and_tables_keep_their_rows() -> None:
    body = f"<p>{PARAGRAPH}</p><ul><li>Names of 40,000 people were taken</li><li>Nobody was paid</li></ul>"
    body += f"<table><tr><td>7 September</td><td>Relations severed</td></tr></table><p>{FACT}</p>"
    document = read(page(body), "a.html")
    assert "Names of 40,000 people were taken\nNobody was paid" in document.text
    assert "7 September | Relations severed" in lines(document, "content")


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2022-09-08T23:30:00-04:00">', "2022-09-08"),
        ('<meta name="pubdate" content="8 September 2022">', "2022-09-08"),
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2022-09-08"}</script>', "2022-09-08"),
        (
            '<script type="application/ld+json">{"@graph":[{"@type":"Person"},'
            '{"@type":["Article"],"datePublished":"2022-09-08"}]}</script>',
            "2022-09-08",
        ),
        ('<script type="application/ld+json">{"@type": broken</script>', None),
        ('<script type="application/ld+json">' + '{"@type":[' * 20_000 + "</script>", None),
        ('<meta name="date" content="soon">', None),
    ],
)
def test_publication_date_comes_from_the_metadata(head: str, published: str | None) -> None:
    document = read(page(f"<p>{PARAGRAPH}</p>", head), "a.html")
    assert (str(document.origin.published) if document.origin.published else None) == published


def test_time_element_gives_the_date() -> None:
    document = read(page(f'<time datetime="2021-03-04T10:00">yesterday</time><p>{PARAGRAPH}</p>'), "a.html")
    assert document.origin.published == PartialDate(2021, 3, 4)


@pytest.mark.parametrize(
    "title", ["Wiper hits the ministry | The Courier", "The Courier - Wiper hits the ministry", "Wiper hits the ministry"]
)
def test_the_site_is_no_part_of_the_title(title: str) -> None:
    document = read(page(f"<p>{PARAGRAPH}</p>", f"<title>{title}</title>"), "a.html")
    assert document.origin.title == "Wiper hits the ministry"


def test_surrogates_in_metadata_are_replaced() -> None:
    data = '{"@type":"NewsArticle","headline":"A \\ud800 title of words","publisher":{"name":"P\\udfff"}}'
    head = f'<script type="application/ld+json">{data}</script>'
    document = read(f"<html><head>{head}</head><body><p>{PARAGRAPH}</p></body></html>", "a.html")
    assert document.origin.publisher == "P\ufffd"
    assert document.text.startswith("A \ufffd title of words\n")


def test_a_canonical_address_must_be_one() -> None:
    script = '<link rel="canonical" href="javascript:alert(1)">'
    assert read(page(f"<p>{PARAGRAPH}</p>", script), "a.html").origin.url is None


def test_absurd_character_references_are_survived() -> None:
    document = read(page(f"<p>&#{'9' * 6000}; {PARAGRAPH}</p><p>{FACT}</p>"), "a.html")
    assert FACT in document.text


def test_a_page_without_visible_text_is_rejected() -> None:
    with pytest.raises(RejectedInput, match="visible text"):
        read("<html><body><script>let x = 1</script></body></html>", "a.html")


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="<>/!-?= \"'abp&#;h1ii\n", max_size=120))
def test_tokens_go_through_any_markup_once(source: str) -> None:
    position = 0
    for token in tokens(source):
        start, end = token if isinstance(token, tuple) else (token.start, token.end)
        assert position <= start <= end <= len(source)
        position = end
    assert read_markup(source).depth >= 0
