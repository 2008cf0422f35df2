"""The head of a page: which of its claims is the headline, who signs, and when it came out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from summarizer.article import read_html
from summarizer.article.dates import parse_date
from summarizer.article.names import byline_names
from tests.summarizer.article.pages import STORY, page

URL = "https://town.example/2026/pool"
HEADLINE = "Mail boat Marigold sinks off the island"
TEXT = "".join(f"<p>{line}</p>" for line in STORY)


def read(head="", heading=f"<h1>{HEADLINE}</h1>", title=HEADLINE, beneath="", after=""):
    """The article of a page with these claims."""
    markup = f"<html><head><title>{title}</title>{head}</head><body><article>{heading}{beneath}{TEXT}</article>{after}"
    return read_html(markup.encode(), URL)


LD = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    "claims",
    [
        {"head": LD.format('{"@type": "NewsArticle", "headline": "pagewriter"}')},
        {"head": '<meta property="og:title" content="Island News - All the News of the Islands">'},
        {"heading": f"<h1>we have moved to island.example</h1><h1>{HEADLINE}</h1>"},
        {"heading": f'<h1><span class="kicker">Sea</span> {HEADLINE} <span class="badge">LIVE</span></h1>'},
        {"title": f"{HEADLINE} | Island News"},
    ],
)
def test_the_title_is_what_most_claims_agree_on(claims):
    """Junk of the system, a slogan, a notice, a kicker and a badge are no headline."""
    assert read(**claims).title == HEADLINE


@pytest.mark.parametrize(
    ("url", "title", "outlet"),
    [
        ("https://www.harbourpost.example/a", f"{HEADLINE} | Harbour Post", "Harbour Post"),
        (
            "https://news.stormlea-herald.example/a",
            f"{HEADLINE} – The Stormlea Herald",
            "The Stormlea Herald",
        ),
        ("https://getferrywire.example/a", f"{HEADLINE} - FerryWire", "FerryWire"),
        ("https://tidings.example/a", f"{HEADLINE} | Sea &amp; Islands | Tidings.example", "Tidings.example"),
        ("https://janssons.example/a", f"{HEADLINE} | JANSSON’S®", "JANSSON’S®"),
        ("https://odmhospitals.example/a", f"{HEADLINE} » ODM Animal Hospitals", "ODM Animal Hospitals"),
    ],
)
def test_a_site_whose_name_the_address_spells_is_the_outlet_and_no_part_of_the_title(url, title, outlet):
    """Where nothing else on the page says who publishes it; all claims carry the name."""
    article = read_html(
        f"<html><head><title>{title}</title><meta property='og:title' content='{title}'></head>"
        f"<body><article>{TEXT}</article></body></html>".encode(),
        url,
    )
    assert (article.outlet, article.title.startswith(HEADLINE), outlet in article.title) == (
        outlet,
        True,
        False,
    )


def test_an_agency_on_its_own_site_is_the_outlet():
    """Elsewhere it only gave the text, and the site's own name stands beside it."""
    head = LD.format('{"@type": "NewsArticle", "publisher": {"name": "Reuters"}}')
    claims = f"<title>{HEADLINE} | Reuters</title>{head}<meta property='og:site_name' content='U.S.'>"
    page_of = f"<html><head>{claims}</head><body><article>{TEXT}</article></body></html>".encode()
    assert read_html(page_of, "https://www.reuters.com/a").outlet == "Reuters"
    assert read_html(page_of, "https://www.town.example/a").outlet == "U.S."


def test_the_headline_that_readers_see_is_the_title():
    """The claims were written for search engines; the only main heading tells of the same in other words."""
    title = "Marigold mail boat: what happened and when"
    metas = f'<meta property="og:title" content="{title}">'
    assert read(metas, title=title).title == HEADLINE


@pytest.mark.parametrize(
    "heading", ["<h1>News of the southern islands</h1>", f"<h1>{HEADLINE}</h1><h1>{HEADLINE}!</h1>"]
)
def test_a_main_heading_of_something_else_is_no_title(heading):
    """A section's name shares no word with it; of several headings the claims decide."""
    title = "Marigold mail boat: what happened and when"
    assert read(f'<meta property="og:title" content="{title}">', heading, title).title == title


@pytest.mark.parametrize("heading", ["What they do about it is up to them", "Where most of these come from"])
def test_words_that_stand_everywhere_make_no_heading_the_title(heading):
    """A part's heading shares "what", "about" and "these" with many a title."""
    title = "What do people love about these boats?"
    found = read(f'<meta property="og:title" content="{title}">', f"<h1>{heading}</h1>", title)
    assert found.title == title


def test_of_several_main_headings_the_one_that_says_the_same_is_the_title():
    """The others head boxes of the page."""
    title = "Mail boat Marigold sinks and all aboard are safe"
    headings = f"<h1>{HEADLINE}</h1><h1>Letters from the island each Friday</h1>"
    assert read(f'<meta property="og:title" content="{title}">', headings, title).title == HEADLINE


@pytest.mark.parametrize("behind", ["(harbourpost.example) 87", "112", "(wire.island.example)"])
def test_an_address_and_a_number_behind_the_title_in_its_heading_are_no_part_of_it(behind):
    """Where a link leads, and how many comments there are."""
    assert read(heading=f"<h1>{HEADLINE} {behind}</h1>").title == HEADLINE


@pytest.mark.parametrize("behind", ["2026", "off Cape 4"])
def test_a_year_or_a_name_with_a_number_behind_another_claim_stays(behind):
    """The page's heading says more than its claims."""
    title = f"{HEADLINE} {behind}"
    assert read(f'<meta property="og:title" content="{HEADLINE}">', f"<h1>{title}</h1>").title == title


def test_a_masthead_before_the_title_is_the_outlet():
    """A main heading that the address spells, on a page that repeats it before each title."""
    name = "Marrow Data Blog"
    markup = (
        f"<html><head><title>{name}: {HEADLINE}</title></head><body><div><h1>{name}</h1></div>"
        f"<div><h3>{HEADLINE}</h3>{TEXT}</div></body></html>"
    )
    article = read_html(markup.encode(), "https://blog.marrow.example/2026/boat")
    assert (article.title, article.outlet) == (HEADLINE, name)


def test_asterisks_around_a_name_are_no_part_of_the_title():
    """A way of setting slanted letters that the page's maker forgot to read."""
    assert read(title="*The Marigold* sinks (1911)", heading="").title == "The Marigold sinks (1911)"


def test_a_number_of_a_mark_that_was_escaped_twice_is_a_mark():
    """As in "&#x26;"."""
    title = "Parish &amp;#x26; county sink a boat"
    assert read(title=title, heading=f"<h1>{title}</h1>").title == "Parish & county sink a boat"


PORTAL = (
    "<link rel='canonical' href='https://harbourpost.example/sea/marigold'>"
    "<meta property='og:site_name' content='Everything Today'>"
)


@pytest.mark.parametrize(
    ("head", "link", "outlet"),
    [
        (PORTAL, "<a href='https://www.harbourpost.example/?from=portal'>Harbour Post</a>", "Harbour Post"),
        (
            PORTAL,
            "<a href='https://harbourpost.example'><img alt='The Harbour Post'></a>",
            "The Harbour Post",
        ),
        (PORTAL, "<a href='https://harbourpost.example/'>Visit the site</a>", "Everything Today"),
        (PORTAL, "<a href='https://gazette.example/'>Harbour Post</a>", "Everything Today"),
        (PORTAL.replace("harbourpost.example/sea", "www.town.example/sea"), "", "Everything Today"),
        (
            PORTAL.replace("/sea/marigold", "/"),
            "<a href='https://harbourpost.example/'>Harbour Post</a>",
            "Everything Today",
        ),
    ],
)
def test_a_portal_names_the_outlet_that_the_story_is_from(head, link, outlet):
    """The canonical address is of another site, and a link to its front page says what it is called."""
    assert read(head, beneath=f"<span>{link}</span>").outlet == outlet


def test_a_headline_that_ends_in_other_words_keeps_them():
    """A dash in it does not make its end a site."""
    title = f"{HEADLINE} - all five aboard are safe"
    assert read(title=title, heading=f"<h1>{title}</h1>").title == title


@pytest.mark.parametrize(
    "beneath",
    [
        '<span class="author vcard"><a href="/staff/rowe">Ada Rowe | Island Media</a></span>',
        '<span class="authorname-txt"><span class="cut">Ada Rowe</span></span>',
    ],
)
def test_an_author_named_in_a_class_signs(beneath):
    """As systems of publishers mark it."""
    assert read(beneath=beneath).byline == ("Ada Rowe",)


def test_the_line_under_the_headline_names_all_authors():
    """Where the page's claims give the first of them."""
    article = read(
        head='<meta name="author" content="Ada Rowe">',
        beneath='<div class="byline">By <a>Ada Rowe &amp; Sami Holt</a></div>',
    )
    assert article.byline == ("Ada Rowe", "Sami Holt")


def test_marks_that_were_escaped_twice_are_marks():
    """In the title, and in the text, where a quotation would be lost."""
    article = read(
        heading="<h1>Parish &amp;amp; county say &amp;quot;not yet&amp;quot;</h1>",
        title="Parish &amp;amp; county say &amp;quot;not yet&amp;quot;",
        beneath="<p>&amp;ldquo;Nobody told the pilots,&amp;rdquo; the harbour master said on Wednesday morning.</p>",
    )
    assert article.title == 'Parish & county say "not yet"'
    assert "“Nobody told the pilots,” the harbour master said" in article.text


def test_a_slogan_behind_its_name_is_no_part_of_the_outlet():
    """And a headline that a page gives as the site's name is none."""
    assert (
        read('<meta property="og:site_name" content="Island News - Latest Headlines">').outlet
        == "Island News"
    )
    assert read(f'<meta property="og:site_name" content="{HEADLINE}">').outlet == "town.example"


def test_a_relative_canonical_address_counts_from_the_base():
    """The page says where its addresses begin."""
    head = '<base href="https://town.example/x/"><link rel="canonical" href="../news/pool?id=3">'
    assert read(head).canonical_url == "https://town.example/news/pool?id=3"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Tara Dole, MD", ("Tara Dole",)),
        ("Tara Dole, MD, PhD and Jan Holt, R.N.", ("Tara Dole", "Jan Holt")),
        ("By Sam Orr, Jr.", ("Sam Orr Jr.",)),
        ("Colm Reade | March 2, 2026 | Email", ("Colm Reade",)),
        ("Tamsin Vale Twitter", ("Tamsin Vale",)),
        ("By Tamsin Vale, County Editor, and Colm Reade", ("Tamsin Vale", "Colm Reade")),
        ("By county reporter Tamsin Vale", ("Tamsin Vale",)),
        ("Jan Holt. Medically reviewed by Tara Dole", ("Jan Holt",)),
        ("By ABBY WELLS, TOBY GARLAND and ROB BYRD", ("Abby Wells", "Toby Garland", "Rob Byrd")),
        ("Share", ()),
        ("J J", ()),
        ("Written by", ()),
    ],
)
def test_a_byline_gives_people(line, names):
    """Degrees, tools, roles and reviewers are none."""
    assert byline_names(line) == names


def test_the_reporter_signs_before_the_house_and_a_desk_where_nobody_else_does():
    """JSON-LD names the house; the author of a teaser below is another story's."""
    house = LD.format('{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Island Trust"}}')
    assert read(house, beneath="<p class='byline'>By Tamsin Vale</p>").byline == ("Tamsin Vale",)
    assert read(house).byline == ("Island Trust",)
    river = "<div class='river'><h3><a href='/x'>Trams</a></h3><div class='author-name'>Chronicle View</div></div>"
    desk = "<span itemprop='author'>Our Coast Staff</span>"
    assert read(beneath=desk, after=river).byline == ("Our Coast Staff",)
    assert read(after=river).byline == ()


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-02T18:04:00Z[Europe/London]", datetime(2026, 3, 2, 18, 4, tzinfo=UTC)),
        ("13.4.2025 18:30", datetime(2025, 4, 13, 18, 30)),  # the page gives no zone
        ("March 2, 2026, 6:04 pm JST", datetime(2026, 3, 2, 18, 4, tzinfo=timezone(timedelta(hours=9)))),
        (
            "Updated March 2, 2026 — 6.04pm, first published at 5.00am AEDT",
            datetime(2026, 3, 2, 5, tzinfo=timezone(timedelta(hours=11))),
        ),
        (
            "Updated March 2, 2026 9:30 am, first published March 1, 2026 8:15 am GMT",
            datetime(2026, 3, 1, 8, 15, tzinfo=UTC),
        ),
        ("2093-03-02T18:04:00Z", None),
        ("99.99.2025", None),
    ],
)
def test_dates_are_read_as_pages_write_them(text, moment):
    """A zone in brackets, days before months with points, when it first came out; a year to come is none."""
    assert parse_date(text) == moment


@pytest.mark.parametrize(
    "claims",
    [
        {"head": LD.format('{"@type": "NewsArticle", "datePublished": 1772442000}')},
        {"beneath": '<abbr class="published" title="2026-03-02T09:00:00+00:00">9:00 AM</abbr>'},
        {
            "head": LD.format(
                '/*<![CDATA[*/{"@type": "NewsArticle", "datePublished": "2026-03-02T09:00:00Z"}/*]]>*/'
            )
        },
        {"head": '<meta name="article:published_time" value="2026-03-02T09:00:00Z">'},
    ],
)
def test_the_time_of_publishing_is_found_where_it_is_hidden(claims):
    """Seconds as a number, the title of an abbreviation, JSON-LD in a comment, a meta element with a value."""
    assert read(**claims).published == datetime(2026, 3, 2, 9, tzinfo=UTC)


def test_a_day_that_nothing_marks_is_found_but_not_the_day_of_a_change():
    """The day stands in the address; a page that only says when it was changed has none."""
    address = "https://town.example/2026/03/02/pool"
    assert read_html(page(), address).published == datetime(2026, 3, 2)
    assert read('<meta property="article:modified_time" content="2026-03-05T08:00:00Z">').published is None
