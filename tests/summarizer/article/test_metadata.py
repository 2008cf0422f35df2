"""What a page says about itself, wherever it says it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest

from summarizer.article import read_html
from summarizer.article.dates import parse_date
from summarizer.article.names import byline_names, without_outlet
from tests.summarizer.article.pages import page

URL = "https://www.town.example/2026/pool?utm_source=x"


def read(head="", body=""):
    """The article of a page with `head` and `body`."""
    return read_html(page(body, head), URL)


def ld(**claims):
    """A script with JSON-LD."""
    return f'<script type="application/ld+json">{json.dumps(claims)}</script>'


def test_json_ld_comes_first():
    """Headline, publisher, authors, dates and language are taken from it, also out of a @graph with references."""
    graph = [
        {"@type": "WebSite", "name": "Town site"},
        {"@type": "Organization", "@id": "#org", "name": "The Town Crier"},
        {"@type": "Person", "@id": "#jan", "name": "Jan Holt"},
        {
            "@type": ["NewsArticle"],
            "headline": "Pool stays open &amp; dry | The Town Crier",
            "publisher": {"@id": "#org"},
            "author": [{"@id": "#jan"}, {"@type": "Person", "name": "Mia Sund"}],
            "datePublished": "2026-03-03T10:15:00+01:00",
            "dateModified": "2026-03-03T12:00:00Z",
        },
    ]
    metas = '<meta property="og:title" content="Other"><meta name="author" content="Someone Else">'
    article = read(ld(**{"@context": "https://schema.org", "@graph": graph}) + metas)
    assert (article.title, article.outlet, article.byline) == (
        "Pool stays open & dry",
        "The Town Crier",
        ("Jan Holt", "Mia Sund"),
    )
    assert article.published == datetime(2026, 3, 3, 10, 15, tzinfo=timezone(timedelta(hours=1)))
    assert article.modified == datetime(2026, 3, 3, 12, tzinfo=UTC)


def test_meta_elements_come_second():
    """Open Graph and the like, when there is no JSON-LD or it is broken."""
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>'
        '<meta property="og:title" content="Pool stays open - The Town Crier"><meta property="og:site_name" content="The Town Crier">'
        '<meta name="author" content="By Jan Holt and Mia Sund, Staff writers"><meta property="article:published_time" content="2026-03-03T10:15:00Z">'
    )
    article = read(head)
    assert (article.title, article.outlet, article.byline) == (
        "Pool stays open",
        "The Town Crier",
        ("Jan Holt", "Mia Sund"),
    )
    assert article.published == datetime(2026, 3, 3, 10, 15, tzinfo=UTC)


def test_the_page_itself_comes_last():
    """What a reader sees: the headline, the byline under it, the time element."""
    article = read(body='<p class="byline">By Jan Holt</p><time datetime="2026-03-03T10:15:00Z">today</time>')
    assert (article.title, article.byline, article.outlet) == (
        "Pool stays open",
        ("Jan Holt",),
        "town.example",
    )
    assert article.published == datetime(2026, 3, 3, 10, 15, tzinfo=UTC)


def test_loose_json_ld_is_read():
    """A comma too many and a raw line break are forgiven."""
    article = read(
        '<script type="application/ld+json">\n<!-- \n{"@type":"NewsArticle","headline":"Pool\nstays open","author":"Jan Holt",}\n--></script>'
    )
    assert (article.title, article.byline) == ("Pool stays open", ("Jan Holt",))


@pytest.mark.parametrize(
    ("claimed", "canonical"),
    [
        ("https://www.town.example/2026/pool-stays", "https://www.town.example/2026/pool-stays"),
        ("/2026/pool-stays?fbclid=1", "https://www.town.example/2026/pool-stays"),
        ("https://amp.town.example/2026/pool-stays", "https://amp.town.example/2026/pool-stays"),
        ("https://www.town.example/", "https://www.town.example/2026/pool"),
        ("https://elsewhere.example/2026/pool", "https://www.town.example/2026/pool"),
        ("javascript:void(0)", "https://www.town.example/2026/pool"),
        ("http://[bad", "https://www.town.example/2026/pool"),
    ],
)
def test_a_canonical_link_counts_within_the_site(claimed, canonical):
    """Not another site's, and not the front door, which templates give by mistake."""
    assert read(f'<link rel="canonical" href="{claimed}">').canonical_url == canonical


@pytest.mark.parametrize("value", [False, "False", "false", "http://schema.org/False"])
def test_a_paywall_is_marked(value):
    """isAccessibleForFree in all the ways it is written; partial text stays an article."""
    article = read(ld(**{"@type": "NewsArticle", "isAccessibleForFree": value}))
    assert article.paywalled
    assert article.text


def test_without_a_claim_there_is_no_paywall():
    """Free and silent pages alike."""
    assert not read(ld(**{"@type": "NewsArticle", "isAccessibleForFree": True})).paywalled
    assert not read().paywalled


def test_an_agency_as_publisher_is_not_the_outlet():
    """Agency copy on a paper's page is the paper's page with the agency credited."""
    head = ld(
        **{
            "@type": "NewsArticle",
            "publisher": {"name": "Associated Press"},
            "author": "The Associated Press",
        }
    )
    article = read(head + '<meta property="og:site_name" content="The Town Crier">')
    assert (article.outlet, article.agency, article.byline) == ("The Town Crier", "AP", ())


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jan Holt", ("Jan Holt",)),
        ("BY JAN HOLT AND MIA SUND", ("Jan Holt", "Mia Sund")),
        ("By Katya Merrow in Lisk and Sebastian Ong in Dromond", ("Katya Merrow", "Sebastian Ong")),
        ("Jan Holt, Mia Sund & Ola O'Neill-Berg", ("Jan Holt", "Mia Sund", "Ola O'Neill-Berg")),
        ("By Jan Holt, Political Correspondent", ("Jan Holt",)),
        ("By Jan Holt | Staff Writer | jan@town.example", ("Jan Holt",)),
        ("Words by Jan Holt · Photographs by Teo Falk", ("Jan Holt",)),
        ("Staff", ()),
        ("The Town Crier", ()),
        ("Town Crier newsroom", ()),
        ("Reuters", ()),
        ("https://facebook.com/jan", ()),
        ("admin", ()),
        ("Posted on March 3", ()),
        ("Jan Holt, Jan Holt", ("Jan Holt",)),
    ],
)
def test_bylines_become_names(line, names):
    """Names apart; no desks, agencies, addresses, places or the outlet itself."""
    assert byline_names(line, "The Town Crier") == names


@pytest.mark.parametrize(
    "title",
    [
        "Pool stays open | The Town Crier",
        "Pool stays open - Town Crier",
        "Pool stays open – The Town Crier | News",
        "The Town Crier: Pool stays open",
    ],
)
def test_titles_lose_their_outlet(title):
    """In front or behind, with or without "The"."""
    assert without_outlet(title, ("The Town Crier", "Town Crier")) == "Pool stays open"


@pytest.mark.parametrize("behind", [" | Town Crier", " - The Town Crier", " | Town Crier Weekly"])
def test_titles_lose_the_first_words_of_their_outlets_name(behind):
    """A long name is cut where it stands behind a title."""
    outlet = "The Town Crier Weekly Magazine" if "The" in behind else "Town Crier Weekly Magazine"
    assert without_outlet(f"Pool stays open{behind}", (outlet,)) == "Pool stays open"


def test_one_word_that_an_outlets_name_begins_with_is_the_titles_own():
    """ "Pool stays open - Town" may be about the town."""
    title = "Pool stays open - Town"
    assert without_outlet(title, ("Town Crier Weekly",)) == title


def test_titles_keep_what_is_theirs():
    """Dashes and outlets' names inside a headline stay."""
    assert (
        without_outlet("Roof – not walls – worries council", ("The Town Crier",))
        == "Roof – not walls – worries council"
    )
    assert without_outlet("How the Town Crier was saved", ("Town Crier",)) == "How the Town Crier was saved"


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-03-03T10:15:00Z", datetime(2026, 3, 3, 10, 15, tzinfo=UTC)),
        ("2026-03-03T10:15:00.000-0500", datetime(2026, 3, 3, 10, 15, tzinfo=timezone(timedelta(hours=-5)))),
        ("2026-03-03 10:15:00 +0100", datetime(2026, 3, 3, 10, 15, tzinfo=timezone(timedelta(hours=1)))),
        ("2026-03-03", datetime(2026, 3, 3)),  # the page gives no zone
        ("Tue, 03 Mar 2026 10:15:00 GMT", datetime(2026, 3, 3, 10, 15, tzinfo=UTC)),
        ("March 3, 2026 at 4:22 PM EST", datetime(2026, 3, 3, 16, 22, tzinfo=timezone(timedelta(hours=-5)))),
        ("March 3, 2026 4:22 pm ET", datetime(2026, 3, 3, 16, 22, tzinfo=timezone(timedelta(hours=-5)))),
        ("4:22 PM PT, Fri July 3, 2026", datetime(2026, 7, 3, 16, 22, tzinfo=timezone(timedelta(hours=-7)))),
        ("3 March 2026 10.15 GMT", datetime(2026, 3, 3, 10, 15, tzinfo=UTC)),
        ("Published 10:51 p.m. March 3, 2026", datetime(2026, 3, 3, 22, 51)),
        ("1772532900", datetime(2026, 3, 3, 10, 15, tzinfo=UTC)),
        ("1772532900000", datetime(2026, 3, 3, 10, 15, tzinfo=UTC)),
    ],
)
def test_dates_are_read_with_their_zone(written, moment):
    """ISO, mail, epoch and prose; no zone is made up."""
    read_moment = parse_date(written)
    assert read_moment == moment
    assert read_moment.utcoffset() == moment.utcoffset()


@pytest.mark.parametrize(
    "written",
    [
        "",
        None,
        "yesterday",
        "March 2026",
        "31 February 2026",
        "0001-01-01T00:00:00Z",
        "9999-99-99",
        "3 hours ago",
        "x" * 500,
    ],
)
def test_half_a_date_is_none(written):
    """Nothing is filled in from the clock."""
    assert parse_date(written) is None
