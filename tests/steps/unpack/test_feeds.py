from __future__ import annotations

import pytest
from made import RSS, as_json, captures, opened, refusals

from demarche.errors import RejectedInput
from demarche.model.source import Capture, Link
from demarche.steps.ingest import ingest
from demarche.steps.unpack import links

ATOM = """<?xml version="1.0" encoding="utf-16"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Der Bote</title>
<entry><title type="html">&lt;b&gt;Oslo&lt;/b&gt; klagt an</title><id>urn:1</id><updated>2022-09-08T01:00:00Z</updated>
<published>2022-09-07</published><link href="https://bote.example/1"/><author><name>N. Ame</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Oslo sagt, es war Moskau.</p></div></content></entry>
<entry><title>Ohne Tag</title><id>urn:2</id><updated>2022-09-08T01:00:00Z</updated><content>Nur &lt; Text.

Und mehr.</content></entry></feed>"""
RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Old Wire</title></channel>
<item><title>Oslo</title><link>https://old.example/1</link><description>Short.</description><dc:date>2022-09</dc:date></item></rdf:RDF>"""


def test_an_item_of_rss_is_a_report_with_all_that_the_feed_says_of_it() -> None:
    first, *_ = captures("feed", RSS)
    assert (first.name, first.title, first.publisher, first.author) == (
        "feed!/https://wire.example/a",
        "Norway blames Russia",
        "The Wire & Co",
        "A. Desk",
    )
    assert (str(first.published), first.url, first.language, first.note) == ("2022-09-07", "https://wire.example/a", "en", None)
    text = ingest(first).text
    assert text.startswith(
        "Norway blames Russia\n\nNorway said on Wednesday that Russia had broken into its parliament… in July."
    )
    assert text.endswith("Moscow denied it on the same day.")


def test_less_than_a_report_says_so_and_where_the_whole_is() -> None:
    _, second, third = captures("feed", RSS)
    assert second.note == "only a summary in the feed; read its address https://wire.example/b"
    assert third.note == "only a headline in the feed; read its address https://wire.example/c"
    assert refusals("feed", RSS) == {"feed!/empty": "the item has neither a text nor a headline"}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_atom_is_read_in_any_unicode(encoding: str) -> None:
    first, second = captures("feed", ATOM.encode(encoding))
    assert (first.title, first.publisher, first.author, first.language) == ("Oslo klagt an", "Der Bote", "N. Ame", "de")
    assert (str(first.published), str(second.published), second.url) == ("2022-09-07", "2022-09-08", None)
    assert ingest(second).text == "Ohne Tag\n\nNur < Text.\n\nUnd mehr."


def test_rdf_is_read_and_a_day_is_as_exact_as_it_is_written() -> None:
    (found,) = captures("feed", RDF)
    assert (found.title, found.publisher, str(found.published)) == ("Oslo", "Old Wire", "2022-09")


def test_a_long_description_is_taken_for_the_whole_report_unless_it_breaks_off() -> None:
    def note(text: str) -> str | None:
        feed = f"<rss version='2.0'><channel><item><title>T</title><description>{text}</description></item></channel></rss>"
        return captures("feed", feed.encode())[0].note

    assert note("Norway said so. " * 100) is None
    assert note("Norway said so. " * 100 + "And […]") == "only a summary in the feed"
    assert note("Norway said so.") == "only a summary in the feed"


def test_a_damaged_feed_gives_what_can_be_read_and_says_where_it_broke() -> None:
    found = opened("feed", RSS.replace(b"</title><link>https://wire.example/c", b"</ttle><link>https://wire.example/c"))
    assert [one.name for one in found if isinstance(one, Capture)][:2] == [
        "feed!/https://wire.example/a",
        "feed!/https://wire.example/b",
    ]
    assert "damaged at line 8" in refusals("feed", RSS.replace(b"<title>Third</title>", b"<title>Third</ttle>"))["feed!/"]


def test_links_are_those_of_the_items() -> None:
    assert links(Capture("feed", RSS)) == (
        Link("https://wire.example/a", "Wed, 07 Sep 2022 23:30:00 -0500", "Norway blames Russia"),
        Link("https://wire.example/b", None, "Second"),
        Link("https://wire.example/c", None, "Third"),
    )
    assert links(Capture("a.txt", b"https://wire.example/a")) == ()


JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "J",
    "language": "en-US",
    "authors": [{"name": "The desk"}],
    "items": [
        {
            "id": "1",
            "url": "https://j.example/1",
            "title": "T",
            "content_html": "<p>Norway said so.</p>",
            "date_published": "2022-09-07T23:30:00-05:00",
            "authors": [{"name": "A"}, {"name": "B"}],
        },
        {"id": "2", "content_text": "Sweden said so."},
        {"id": "3", "title": "Only this", "external_url": "https://j.example/3"},
        {"id": "4", "summary": "Short."},
        {"id": "5"},
        "none",
    ],
}


def test_a_json_feed_is_read_like_the_others() -> None:
    found = captures("f.json", as_json(JSON_FEED))
    assert [(one.name, one.title, str(one.published), one.author, one.language, one.publisher) for one in found[:2]] == [
        ("f.json!/https://j.example/1", "T", "2022-09-07", "A, B", "en", "J"),
        ("f.json!/2", None, "None", "The desk", "en", "J"),
    ]
    assert [one.note for one in found] == [
        None,
        None,
        "only a headline in the feed; read its address https://j.example/3",
        "only a summary in the feed",
    ]
    assert list(refusals("f.json", as_json(JSON_FEED))) == ["f.json!/5", "f.json!/item 6"]


def test_links_of_a_json_feed_are_those_of_its_items() -> None:
    assert links(Capture("f.json", as_json(JSON_FEED))) == (
        Link("https://j.example/1", "2022-09-07T23:30:00-05:00", "T"),
        Link("https://j.example/3", None, "Only this"),
    )
    assert links(Capture("b.json", as_json({"type": "bundle"}))) == ()


SITEMAP = b"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> https://a.example/1 </loc><lastmod>2022-09-08</lastmod><news:news><news:title>One</news:title></news:news></url>
<url><loc>https://a.example/2</loc></url><url><loc>https://a.example/2</loc></url><url><loc>javascript:x</loc></url></urlset>"""
INDEX = b"<sitemapindex><sitemap><loc>https://a.example/s.xml</loc></sitemap></sitemapindex>"


def test_a_sitemap_holds_addresses_and_no_report() -> None:
    said = refusals("s.xml", SITEMAP)["s.xml"]
    assert said.startswith("it is a sitemap, which lists 2 addresses and holds no report itself")
    assert "lists 1 further sitemaps" in refusals("s.xml", INDEX)["s.xml"]
    assert links(Capture("s.xml", SITEMAP)) == (
        Link("https://a.example/1", "2022-09-08", "One"),
        Link("https://a.example/2"),
    )
    assert links(Capture("s.xml", INDEX)) == (Link("https://a.example/s.xml", lists=True),)


def test_links_of_what_cannot_be_read_are_refused() -> None:
    with pytest.raises(RejectedInput):
        links(Capture("s.xml", b"<urlset>" + b" " * (33 << 20)))
