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
        '<p style="clip:rect(0,0,0,0);position:absolute">{}</p>',
        '<p style="clip:rect(1px, 1px, 1px, 1px);position:fixed">{}</p>',
        '<p style="clip-path:inset(50%)">{}</p>',
        '<p style="margin-left:-9999px">{}</p>',
        '<p style="transform:translateX(-9999px)">{}</p>',
        '<p style="transform:scale(0)">{}</p>',
        '<p style="color:transparent">{}</p>',
        '<p style="color:rgba(0,0,0,0)">{}</p>',
        '<p style="color:white;background-color:#FFF">{}</p>',
        '<p style="font-size:1px">{}</p>',
        '<p style="font-size:5%">{}</p>',
        '<p style="font:0/0 a">{}</p>',
        '<p style="height:0;overflow:hidden">{}</p>',
        '<p style="opacity:0.01">{}</p>',
        '<p style="content-visibility:hidden">{}</p>',
        '<p style="display:/**/none">{}</p>',
        '<p style="display:no\\6e e">{}</p>',
        '<p style="' + "a:b;" * 2000 + 'display:none">{}</p>',
        '<p class="tagged">{}</p>',
        '<p class="one two">{}</p>',
        '<p class="below">{}</p>',
        '<p class="screen">{}</p>',
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
    styles = (
        "<style>@import 'x.css';.shy, .other { display:none } #gone{visibility:hidden}"
        "@media print { article { display:none } } p.tagged{display:none} .one.two{opacity:0}"
        "body .below{/* x */display:none} @media screen{.screen{display:none}}</style>"
    )
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
        '<p style="color:#fff">{}</p>',
        '<p style="color:#fff;background:#000">{}</p>',
        '<p style="margin-left:-100%">{}</p>',
        '<p style="transform:translate(-50%,-50%)">{}</p>',
        '<p style="font-size:80%">{}</p>',
        '<p style="font:12px/1.2 serif">{}</p>',
        '<p style="max-height:300px;overflow:hidden">{}</p>',
        "<div class=two><p>{}</p></div>",
        "<div class=overflow-hidden><p>{}</p></div>",
        "<!--><p>{}</p>",
        "<!-- x --!><p>{}</p>",
    ],
)
def test_visible_text_stays(shown: str) -> None:
    document = read(
        page(
            f"<p>{PARAGRAPH}</p>{shown.format(FACT)}",
            "<style>.shy, .one.two{display:none} @media print{.shyer{display:none}}</style><link rel=stylesheet href=a.css>",
        ),
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


def test_white_text_is_hidden_where_no_ground_has_a_colour() -> None:
    for white in ('<font color="white">{}</font>', '<p style="color:#fefefe">{}</p>'):
        assert UNSEEN not in read(page(f"<p>{PARAGRAPH}</p>{white.format(UNSEEN)}<p>{FACT}</p>"), "a.html").text
        assert (
            UNSEEN
            in read(page(f"<p>{PARAGRAPH}</p>{white.format(UNSEEN)}", "<style>p{background:navy}</style>"), "a.html").text
        )


def test_what_the_parser_loses_is_read_without_it() -> None:
    document = read(f"{page(f'<p>{PARAGRAPH}</p>')}\n{FACT}\n", "a.html")
    assert lines(document, "content") == [PARAGRAPH, FACT]
    assert "the parser lost" in (document.reason or "")


def test_a_table_of_short_cells_is_not_lost() -> None:
    rows = "".join(f"<tr><td>{number}</td><td>a</td><td>b</td></tr>" for number in range(60))
    assert read(page(f"<p>{PARAGRAPH}</p><table>{rows}</table><p>{FACT}</p>"), "a.html").outcome is Outcome.OK


def test_a_comment_without_an_end_is_no_text() -> None:
    assert UNSEEN not in read(page(f"<p>{PARAGRAPH}</p>") + f"<!-- {UNSEEN}", "a.html").text


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
