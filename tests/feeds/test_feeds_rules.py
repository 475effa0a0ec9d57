"""Every rule of RSS, Atom and JSON Feed can fail, and no feed of ours breaks one."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from feed_rules import BYTE_RULES, RULES, faults, form_of
from feeds_archives import SETTINGS, SITE_PARTS, files_of, parsed, small

from building import CONTENT, HARBOUR
from dateline.archive import build
from dateline.check import collect
from dateline.plan import Site, SiteSettings, plan
from dateline.read.content import read_content

FIXTURES = Path(__file__).parent / "fixtures"
SOUND = {"rss": "rss.xml", "atom": "atom.xml", "json": "feed.json"}

# What is changed in the sound document of a form, so that it breaks this rule and no other: words
# and what stands in their place, one pair after the other.
Change = tuple[str, ...]

RSS: dict[str, Change] = {
    "is_well_formed_xml_in_utf_8": ("encoding='UTF-8'", "encoding='ISO-8859-1'"),
    "xml_holds_no_control_characters": ("Drones at", "Drones&#x85; at"),
    "version_is_stated": ('version="2.0"', 'version="0.91"'),
    "there_is_one_channel": ("</channel>", "</channel><channel-2/>"),
    "channel_has_title_link_description": ("<title>Harbour Archive</title>", "<title/>"),
    "elements_are_of_rss_or_of_a_namespace": ("<fh:archive/>", "<fh:archive/><summary>x</summary>"),
    "channel_names_itself": ('rel="self"', 'rel="related"'),
    "links_are_absolute": ("<link>https://archive.example.org/briefs", "<link>/briefs"),
    "language_is_a_tag": ("<language>en</language>", "<language>English!</language>"),
    "channel_has_a_creator": ("<dc:creator>Harbour Archive</dc:creator>", ""),
    "authors_are_e_mail_addresses": ("</item>", "<author>Harbour Archive</author></item>"),
    "dates_are_rfc_822": ("<pubDate>Wed, 05 May", "<pubDate>Wednesday, 05 May"),
    "weekdays_are_those_of_their_dates": ("<pubDate>Wed, 05 May", "<pubDate>Mon, 05 May"),
    "channel_is_as_new_as_its_newest_item": (
        "<lastBuildDate>Thu, 06 May 2021 00:00:00",
        "<lastBuildDate>Tue, 24 Nov 2026 09:17:31",
    ),
    "items_have_a_title_or_a_description": (
        "<title>5 May 2021: Drones at the pier</title>\n"
        "<link>https://archive.example.org/briefs/drones/</link>\n"
        "<description>&lt;p&gt;Drones were seen.&lt;/p&gt;</description>",
        "",
    ),
    "items_have_a_date": ("<pubDate>Wed, 05 May 2021 00:00:00 +0000</pubDate>", ""),
    "items_have_a_guid": (
        '<guid isPermaLink="false">tag:feeds.example.net,2021:briefs/drones</guid>',
        "",
    ),
    "guids_are_no_permalinks": (' isPermaLink="false">', ">"),
    "guids_are_unique": ("2021:briefs/rockets</guid>", "2021:briefs/drones</guid>"),
    "items_have_a_category": (
        '<category domain="tag:feeds.example.net,2021:verification">Claimed</category>',
        "",
    ),
    "descriptions_are_harmless": ("Rockets fell.", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    "archive_pages_lead_to_their_feed": ('rel="current"', 'rel="related"'),
    "archive_pages_lead_further_back": ("feed-archive-1.xml", "feed-archive-2.xml"),
}

ATOM: dict[str, Change] = {
    "is_well_formed_xml_in_utf_8": ("</feed>", ""),
    "xml_holds_no_control_characters": ("Drones at", "Drones\u202e at"),
    "top_is_a_feed": ("<feed ", "<feeds ", "</feed>", "</feeds>"),
    "feed_has_an_id": ("<id>tag:feeds.example.net,2021:feeds/incidents</id>", ""),
    "feed_has_a_title": ("<title>Harbour Archive</title>", "<title></title>"),
    "feed_is_dated": (
        "<title>Harbour Archive</title>\n<updated>2021-05-06T00:00:00+00:00</updated>",
        "<title>Harbour Archive</title>",
    ),
    "feed_names_itself": ('rel="self"', 'rel="related"'),
    "feed_leads_to_one_page": (' rel="alternate" type="text/html"', ' rel="related"'),
    "feed_has_an_author": ("<name>Harbour Archive</name>", ""),
    "feed_says_its_language": (' xml:lang="en"', ""),
    "entries_have_an_id": ("<id>tag:feeds.example.net,2021:briefs/drones</id>", ""),
    "entries_have_a_title": ("<title>4 May 2021: Rockets near the pier</title>", ""),
    "entries_are_dated": ("<updated>2021-05-05T00:00:00+00:00</updated>", ""),
    "entries_have_a_category": ('term="claimed" ', ""),
    "ids_are_unique": ("2021:briefs/rockets</id>", "2021:briefs/drones</id>"),
    "ids_are_iris": ("<id>tag:feeds.example.net,2021:briefs/rockets</id>", "<id>rockets</id>"),
    "links_are_absolute": ("https://archive.example.org/briefs/drones/", "../briefs/drones/"),
    "dates_are_rfc_3339": (
        "<published>2021-05-05T00:00:00+00:00</published>",
        "<published>2021-05-05</published>",
    ),
    "feed_is_as_new_as_its_newest_entry": (
        "<title>Harbour Archive</title>\n<updated>2021-05-06T00:00:00+00:00",
        "<title>Harbour Archive</title>\n<updated>2021-05-07T00:00:00+00:00",
    ),
    "texts_have_a_known_type": ('<content type="html">', '<content type="CDATA">'),
    "html_holds_no_elements": ("&lt;p&gt;Rockets fell.&lt;/p&gt;", "<p>Rockets fell.</p>"),
    "html_is_harmless": ("Rockets fell.", "&lt;img src=x onerror=alert(1)&gt;"),
    "entries_have_content_or_lead_to_it": (
        '<link href="https://archive.example.org/briefs/drones/" rel="alternate"/>',
        "",
    ),
    "archive_pages_lead_to_their_feed": ("<fh:archive/>", ""),
    "archive_pages_lead_further_back": ("atom-archive-1.xml", "atom.xml"),
}

JSON: dict[str, Change] = {
    "is_json_in_utf_8": ('"language": "en",', '"language": "en", "language": "de",'),
    "json_holds_no_control_characters": ("Drones at", "Drones\\u0007 at"),
    "version_is_stated": ("version/1.1", "version/1"),
    "feed_has_a_title": ('"title": "Harbour Archive",', ""),
    "feed_says_where_it_is": ('"home_page_url": "https://archive.example.org/",', ""),
    "next_url_leads_on": ("feed-archive-1.json", "feed.json"),
    "authors_are_objects": (
        '[{"name": "Harbour Archive", "url": "https://archive.example.org/"}]',
        '{"name": "Harbour Archive"}',
    ),
    "nothing_is_deprecated": ('"language"', '"author": {"name": "Harbour Archive"}, "language"'),
    "languages_are_tags": ('"language": "en"', '"language": "English!"'),
    "items_are_an_array_of_objects": ('"items": [', '"items": ["an item",'),
    "items_have_an_id": ('"id": "tag:feeds.example.net,2021:briefs/rockets"', '"id": 2'),
    "ids_are_unique": ("briefs/rockets", "briefs/drones"),
    "items_have_content": ('"content_html": "<p>Rockets fell.</p>",', ""),
    "html_is_harmless": ("Rockets fell.", "<a href='javascript:alert(1)'>Rockets</a>"),
    "items_are_dated": ('"date_modified": "2021-05-05T00:00:00Z",', ""),
    "dates_are_rfc_3339": (
        '"date_published": "2021-05-05T00:00:00Z"',
        '"date_published": "2021-05-05 00:00:00Z"',
    ),
    "dates_are_of_no_clock": (
        '"date_modified": "2021-05-05T00:00:00Z"',
        '"date_modified": "2026-11-24T09:17:31Z"',
    ),
    "tags_are_an_array_of_strings": ('["Claimed"]', '"Claimed"'),
    "addresses_are_absolute": ("https://archive.example.org/briefs/drones/", "/briefs/drones/"),
    "keys_are_known_or_extensions": ('"_dateline": {"grade": "claimed"}', '"grade": "claimed"'),
    "extensions_are_objects_with_plain_keys": (
        '"_dateline": {"grade": "claimed"}',
        '"_dateline": {"grade.key": "claimed"}',
    ),
    "extensions_say_what_they_are": (
        '"about": "https://archive.example.org/feeds/#json", ',
        "",
    ),
}

CHANGES: Mapping[str, Mapping[str, Change]] = {"rss": RSS, "atom": ATOM, "json": JSON}


def sound(form: str) -> str:
    return (FIXTURES / SOUND[form]).read_text(encoding="utf-8")


def changed(form: str, change: Change) -> bytes:
    text = sound(form)
    for old, new in zip(change[::2], change[1::2], strict=True):
        assert old in text
        text = text.replace(old, new, 1)
    return text.encode()


@pytest.mark.parametrize("form", RULES)
def test_the_sound_document_breaks_no_rule(form: str) -> None:
    assert faults(form, sound(form).encode()) == []


@pytest.mark.parametrize("form", RULES)
def test_for_every_rule_there_is_a_document_that_breaks_it(form: str) -> None:
    rules = [rule.__name__ for rule in (BYTE_RULES[form], *RULES[form])]
    assert sorted(CHANGES[form]) == sorted(rules)


@pytest.mark.parametrize(
    ("form", "rule"), [(form, rule) for form, changes in CHANGES.items() for rule in changes]
)
def test_a_document_that_breaks_one_rule_breaks_it_only(form: str, rule: str) -> None:
    found = faults(form, changed(form, CHANGES[form][rule]))
    assert {name for name, _ in found} == {rule}, found


def feeds_of(content: Path, settings: SiteSettings) -> dict[str, bytes]:
    archive = build(collect(read_content(content, "")))
    planned = plan(archive, Site(settings), SITE_PARTS)
    return {path: file.make() for path, file in files_of(planned).items()}


@pytest.mark.parametrize(
    ("content", "settings"),
    [(HARBOUR, SETTINGS), (HARBOUR, small(1)), (CONTENT, SETTINGS)],
    ids=["invented", "invented, with archive pages", "real"],
)
def test_our_feeds_break_no_rule(content: Path, settings: SiteSettings) -> None:
    files = feeds_of(content, settings)
    assert {name.rpartition("/")[0] for name in files} >= {"", "corrections"}
    for path, data in files.items():
        form = form_of(path)
        assert faults(form, data) == [], path
        if form != "json":
            parsed(data)
