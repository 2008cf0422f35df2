"""Pages that people link to and that are no article: each is declined with what it is."""

from __future__ import annotations

import pytest

from summarizer.article import article_from_html
from summarizer.errors import ConsentPage, NotAnArticle, SignInNeeded
from tests.summarizer.article.pages import STORY, page

HEADLINES = (
    "Harbour wall to be raised by a metre before winter",
    "Two schools in Kelby close for a week",
    "Ferry fares rise for the third time this year",
    "Baker wins prize for a loaf of rye",
    "Council argues over the colour of a bridge",
    "Fire in a barn costs a farmer his hay",
    "Swimmer crosses the bay in record time",
    "Library opens on Sundays again",
)
SUMMARIES = (
    "The work will cost nine million crowns and begin in September, the harbour office said.",
    "Heating in both of them failed on Monday night, and parts have to come from abroad.",
    "The line blames the price of fuel, while passengers say that the boats are never full.",
    "Her grandmother wrote the recipe down in 1931 and nobody has changed a gram of it since.",
    "Green was chosen by the last council, but the new one prefers the red of the old one.",
    "Nobody was hurt, and the animals were brought out in time by the neighbours.",
    "She had trained for it in the pool that the town wants to close, and slept for ten hours after it.",
    "Readers had asked for that for years, and two of them will now sit at the desk.",
)
BIOGRAPHY = (
    "<p>Nell Garrick has covered the county for the Courier since 2009. She studied history in Stormlea, plays the cello "
    "badly and has walked along every river of the county. Before she came to us, she wrote for the Weekly Tide.</p>"
)
SITE = "https://courier.example"


def whole(title, body, head=""):
    """A page of an outlet, with its menu, its cookie bar and its foot."""
    return (
        f"<!doctype html><html lang='en'><head><title>{title}</title>{head}</head><body><header><nav>"
        "<a href='/'>Home</a><a href='/news'>News</a><a href='/sport'>Sport</a></nav></header>"
        f"<main>{body}</main><div id='cookie-banner'><p>We use cookies to give you the best experience.</p></div>"
        "<footer><p>© 2026 The Kelby Courier. All rights reserved.</p><a href='/contact'>Contact</a></footer></body></html>"
    ).encode()


def teasers(card="<div><h3><a href='/n/{0}'>{1}</a></h3><time>{0} March 2026</time><p>{2}</p></div>"):
    """Cards of other stories, with a day between headline and line unless `card` says otherwise."""
    pairs = zip(HEADLINES, SUMMARIES, strict=True)
    return "".join(card.format(number, *pair) for number, pair in enumerate(pairs, 1))


def claim(kind):
    """A claim in JSON-LD."""
    return f'<script type="application/ld+json">{{"@type": "{kind}", "name": "x"}}</script>'


LINKED_CARD = "<a class='card' href='/n/{0}'><h3>{1}</h3><p>{2}</p></a>"
ARTICLE_CARD = (
    "<article><h2><a href='/n/{0}'>{1}</a></h2><p>Reporter {0} of the Courier</p><p>{2}</p></article>"
)
LINE = "<li><span>{0} March</span> <a href='/n/{0}'>{1}</a></li>"
NEXT_UP = f"<h2>Up next</h2><ul>{teasers(LINE)}</ul>"
MOVED = "<p>It may have been moved or taken down. Here is what others have read today.</p>"


@pytest.mark.parametrize(
    ("address", "body", "kind"),
    [
        ("/", whole("The Kelby Courier", teasers()), "home page"),
        ("/", whole("The Kelby Courier", teasers(ARTICLE_CARD)), "home page"),
        ("/sport/", whole("Sport", f"<h1>Sport</h1>{teasers()}"), "listing"),
        ("/business", whole("Business", f"<h1>Business</h1>{teasers(LINKED_CARD)}"), "listing"),
        ("/events", whole("What is on", f"<h1>What is on</h1>{teasers(ARTICLE_CARD)}"), "listing"),
        ("/topic/wall", whole("The wall", f"<h1>The wall</h1><p>{SUMMARIES[0]}</p>{teasers()}"), "listing"),
        ("/2026/03", whole("March", f"<h1>March 2026</h1><ul>{teasers(LINE)}</ul>"), "listing"),
        ("/search?q=x", whole("Search", f"<h1>Results for “pool”</h1><p>214 found</p>{teasers()}"), "listing"),
        ("/author/nell", whole("Nell Garrick", f"<h1>Nell Garrick</h1>{BIOGRAPHY}{teasers()}"), "profile"),
        ("/contact", whole("Contact", "<h1>Contact us</h1><p>4 Quay Street.</p>", claim("ContactPage")), "profile"),
        ("/video/1", whole("Wall", f"<h1>{HEADLINES[0]}</h1><p>{SUMMARIES[0]} {SUMMARIES[1]}</p>{NEXT_UP}"), "video"),
        ("/podcasts/tide/1", whole("Tide", f"<h1>The wall, part one</h1><p>{' '.join(SUMMARIES[:3])}</p>{NEXT_UP}"), "podcast"),
        ("/n/999", whole("Gone", f"<h1>Sorry, we can’t find that page</h1>{MOVED}{teasers()}"), "error page"),
        ("/subscribe", whole("Subscribe", f"<h1>Choose your subscription</h1><p>{SUMMARIES[7]}</p><p>{SUMMARIES[3]}</p>"), "other"),
    ],
)  # fmt: skip
def test_a_page_of_another_kind_is_declined_with_its_kind(address, body, kind):
    """Though nothing on it claims a kind, its address, its headline or its rows of teasers tell."""
    with pytest.raises(NotAnArticle) as refused:
        article_from_html(body, f"{SITE}{address}")
    assert refused.value.kind == kind


def test_a_long_page_of_consent_is_told_by_its_headline():
    """It says in several paragraphs what becomes of a visit."""
    said = "".join(
        f"<p>With your permission partner {n} of ours may use the place of your device and what it has shown before.</p>"
        for n in range(9)
    )
    with pytest.raises(ConsentPage):
        article_from_html(whole("Courier", f"<h1>We value your privacy</h1>{said}"), f"{SITE}/n/1")


OFFER = (
    "<h2>Subscribe to continue reading</h2><p>Unlimited access for 5 crowns a week. Cancel whenever you like.</p>"
    "<ul><li>All articles of the Courier, on every device you own</li><li>The Sunday letter, with a recipe</li></ul>"
)


def test_what_a_wall_offers_is_no_text():
    """One sentence of the story is too little; three paragraphs are an article."""
    with pytest.raises(SignInNeeded):
        article_from_html(
            whole("Wall", f"<h1>{HEADLINES[0]}</h1><p>{SUMMARIES[0]}</p>{OFFER}"), f"{SITE}/n/1"
        )
    article = article_from_html(page(after=OFFER), f"{SITE}/n/2")
    assert article.text.split("\n\n") == list(STORY)


def test_an_offer_in_the_middle_of_a_story_costs_nothing():
    """A box that asks to subscribe, on a page that shows the whole story below."""
    after = "".join(f"<p>{line}</p>" for line in (*SUMMARIES, *SUMMARIES)) + "".join(
        f"<p>Report {n} on the roof says that {n * 7} beams are rotten.</p>" for n in range(9)
    )
    article = article_from_html(page(after="<p>Subscribe to continue reading</p>" + after), f"{SITE}/n/2")
    assert "Report 8 on the roof" in article.text


@pytest.mark.parametrize("address", ["/video/pool", "/podcasts/pool", "/author/rowe/pool", "/topic/pool"])
def test_a_story_at_such_an_address_is_an_article_when_it_says_so_or_is_long(address):
    """An address alone declines nothing."""
    claimed = page(head='<meta property="og:type" content="article">')
    assert article_from_html(claimed, f"{SITE}{address}").text
    assert article_from_html(page(story=(*STORY, *SUMMARIES)), f"{SITE}{address}").text


@pytest.mark.parametrize(
    "opener", ["<a href='#answer{0}'><h3>{1}?</h3></a>", "<h3><a href='#'>{1}?</a></h3>"]
)
def test_questions_that_open_their_answers_are_headings_and_no_teasers(opener):
    """An answer stands below each, in the same story."""
    asked = "".join(
        f"{opener.format(number, headline)}<p>{line}</p>"
        for number, (headline, line) in enumerate(zip(HEADLINES, SUMMARIES, strict=True))
    )
    article = article_from_html(page(after=asked), f"{SITE}/n/3")
    assert all(line in article.text for line in SUMMARIES)
