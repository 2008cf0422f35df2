"""Pages that cannot be briefed say why; real articles pass."""

from __future__ import annotations

import pytest

from summarizer.article import article_from_html, article_from_text
from summarizer.errors import ConsentPage, EmptyPage, NotAnArticle, OtherLanguage, SignInNeeded
from tests.summarizer.article.pages import STORY, page

URL = "https://town.example/2026/pool"
GERMAN = (
    "Der Stadtrat hat am Montag beschlossen, das Schwimmbad ein weiteres Jahr offen zu halten, obwohl die Kosten gestiegen sind. "
    "Die Bürgermeisterin sagte, dass es der einzige Ort in der Stadt sei, an dem Kinder schwimmen lernen können. "
    "Zwei Mitglieder stimmten dagegen, weil das Dach nach ihrer Ansicht keinen weiteren Winter mehr aushalten wird."
)
TEASERS = "".join(
    f'<div><h3><a href="/{n}">Council says number {n} of many plans will go ahead</a></h3><p>A short line about it.</p></div>'
    for n in range(30)
)


def html(body, head=""):
    """A page with nothing but `body`."""
    return f"<html><head><title>Town</title>{head}</head><body>{body}</body></html>".encode()


def test_a_front_page_is_no_article():
    """Many headlines that lead elsewhere, and no story."""
    with pytest.raises(NotAnArticle):
        article_from_html(html(TEASERS), "https://town.example/")
    with pytest.raises(NotAnArticle):
        article_from_html(
            html(TEASERS, '<meta property="og:type" content="website">'), "https://town.example/news/"
        )


def test_a_product_or_video_page_is_no_article():
    """A line or two beside a price or a player."""
    for kind in ("Product", "VideoObject"):
        head = f'<script type="application/ld+json">{{"@type": "{kind}", "name": "Goggles"}}</script>'
        with pytest.raises(NotAnArticle):
            article_from_html(
                html(
                    "<h1>Goggles</h1>" + "<p>They are blue and they float on water.</p>" * 3 + TEASERS, head
                ),
                URL,
            )


def test_an_error_page_is_no_article():
    """A site's "not found" that comes with status 200."""
    body = (
        "<nav>"
        + "<a href='/x'>Section of the site</a> " * 30
        + "</nav><h1>Page not found</h1><p>The page you want is not here.</p>"
    )
    with pytest.raises(NotAnArticle):
        article_from_html(html(body), URL)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<div id='root'></div><script src='/app.js'></script>",
        "<noscript>You need to enable JavaScript to run this app.</noscript><div id='app'></div>",
    ],
)
def test_a_page_that_needs_a_browser_is_empty(body):
    """Nothing but scripts, or nothing at all."""
    with pytest.raises(EmptyPage):
        article_from_html(html(body), URL)


def test_a_consent_page_is_told():
    """What stands in front of an article, and nothing of the article."""
    body = "<h1>Before you continue</h1><p>We and our 214 partners store cookies on your device.</p><button>Accept all</button> <a>Manage cookies</a>"
    with pytest.raises(ConsentPage):
        article_from_html(html(body), URL)


def test_a_wall_without_text_needs_sign_in():
    """A headline, a sentence, and an offer."""
    body = "<h1>Pool stays open</h1><p>The council has voted.</p><div><p>Subscribe to continue reading. Already a subscriber? Log in to continue.</p></div>"
    with pytest.raises(SignInNeeded):
        article_from_html(html(body), URL)


def test_partial_text_before_a_wall_is_an_article():
    """Two paragraphs can be briefed, and are marked."""
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script>'
    )
    article = article_from_html(page(head=head, story=STORY[:3]), URL)
    assert article.paywalled
    assert article.text.split("\n\n") == list(STORY[:3])


def test_another_language_is_named():
    """By the words, whatever the page claims; in HTML and in pasted text."""
    for lang in ("de", "en-US", ""):
        with pytest.raises(OtherLanguage) as caught:
            article_from_html(
                f"<html lang='{lang}'><body><article><h1>Bad</h1><p>{GERMAN}</p></article></body></html>".encode(),
                URL,
            )
        assert caught.value.language == "de"
    with pytest.raises(OtherLanguage):
        article_from_text(GERMAN, "file:///a.txt")


def test_english_under_a_foreign_claim_is_english():
    """Templates forget to change the attribute."""
    assert article_from_html(page().replace(b"lang='en'", b"lang='de'"), URL).language == "en"


def test_a_story_on_the_front_door_is_an_article():
    """Single-page sites put a story at the root; the page says that it is one."""
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Pool stays open"}</script>'
    )
    assert article_from_html(page(head=head), "https://town.example/").text


@pytest.mark.parametrize(
    "story", [STORY, STORY[:3], tuple(f"{line} He said it {n} times." for n in range(9) for line in STORY)]
)
def test_stories_short_and_long_pass(story):
    """Without JSON-LD, without Open Graph, with a cookie bar and thirty teasers below."""
    body = page(story=story).replace(
        b"</article>", b"</article><div class='cookie-bar'>Accept all cookies</div>" + TEASERS.encode()
    )
    assert article_from_html(body, URL).text.startswith(story[0])


def test_empty_text_is_an_empty_page():
    """A file with nothing but blanks."""
    with pytest.raises(EmptyPage):
        article_from_text(" \n\n ", "file:///a.txt")


def test_a_shop_page_with_reviews_is_no_article():
    """What buyers write is prose, but no story; the page says that it sells."""
    reviews = "".join(
        f"<li><p>I have bought {n} of these and would do it again, since they never leak.</p></li>"
        for n in range(30)
    )
    head = '<script type="application/ld+json">{"@type": "Product", "name": "Goggles", "offers": {"@type": "Offer"}}</script>'
    with pytest.raises(NotAnArticle):
        article_from_html(html(f"<h1>Goggles</h1><ul>{reviews}</ul>", head), URL)


@pytest.mark.parametrize(
    "headline", ["404", "Page not found", "Just a moment...", "This page is no longer available"]
)
def test_an_error_page_is_known_by_its_headline(headline):
    """However many words it has to say about it."""
    body = (
        f"<h1>{headline}</h1>"
        + "<p>It may have been moved, or it may never have been here in the first place.</p>" * 5
    )
    with pytest.raises(NotAnArticle):
        article_from_html(html(body), URL)


def test_a_story_about_a_page_that_was_not_found_is_an_article():
    """A headline that only sounds like an error."""
    body = page().replace(b"<h1>Pool stays open", b"<h1>Council's page not found for weeks")
    lines = "".join(
        f"<p>Speaker {n} said on Monday that nobody had looked at it for {n} weeks.</p>" for n in range(20)
    )
    assert article_from_html(body.replace(b"</article>", f"{lines}</article>".encode()), URL).text


@pytest.mark.parametrize(
    ("body", "head", "url", "kind"),
    [
        (TEASERS, "", "https://town.example/", "home page"),
        (TEASERS, "", "https://town.example/news/", "listing"),
        ("<h1>Goggles</h1><p>They are blue and they float.</p>", "Product", URL, "shop"),
        ("<h1>Swim</h1><p>Watch how they swim.</p>" + TEASERS, "VideoObject", URL, "video"),
        ("<h1>Swim talk</h1><p>An hour on water.</p>" + TEASERS, "PodcastEpisode", URL, "podcast"),
        ("<h1>Page not found</h1><p>The page you want is not here.</p>", "", URL, "error page"),
    ],
)
def test_a_page_that_is_no_article_is_declined_with_its_kind(body, head, url, kind):
    """By its address, by what it claims, by what is left of it."""
    claims = f'<script type="application/ld+json">{{"@type": "{head}", "name": "x"}}</script>' if head else ""
    filler = "<nav>" + "<a href='/x'>Section of the site</a> " * 30 + "</nav>"
    with pytest.raises(NotAnArticle) as refused:
        article_from_html(html(filler + body, claims), url)
    assert refused.value.kind == kind


def test_a_way_in_with_a_password_needs_signing_in():
    """A tracker or an office behind a log-in shows a form and little else."""
    form = (
        "<h1>Town tracker</h1><form><input name=user><input type='password' name=p><button>Go</button></form>"
    )
    with pytest.raises(SignInNeeded):
        article_from_html(html(form + "<p>All rights are with the town.</p>"), URL)
