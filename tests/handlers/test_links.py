"""Links in messages and commands."""

import pytest

from handlers.links import shared_links, typed_links

SHARED = [
    ("<https://courier.example/a>", ("https://courier.example/a",)),
    ("look: <https://courier.example/a|courier.example/a> now", ("https://courier.example/a",)),
    ("<https://courier.example/a?x=1&amp;y=2>", ("https://courier.example/a?x=1&y=2",)),
    ("<https://a.example/1> <https://b.example/2>", ("https://a.example/1", "https://b.example/2")),
    ("<https://a.example/1?utm_source=x> <http://www.a.example/1>", ("https://a.example/1?utm_source=x",)),
    ("`<https://a.example/1>`", ()),
    ("```see\n<https://a.example/1>```", ()),
    ("&gt; <https://a.example/quoted>\n<https://a.example/mine>", ("https://a.example/mine",)),
    ("<@U123> <#C1|desk> <!here> <mailto:a@b.example|a@b.example>", ()),
    ("<https://nutgraf.slack.com/archives/C1/p1>", ()),
    ("https://not-marked.example/by-slack", ()),
    ("", ()),
]


@pytest.mark.parametrize(("text", "links"), SHARED)
def test_a_message_gives_the_links_its_author_shares(text, links):
    """Marked links count once each; code, quotations, mentions and Slack's own links do not."""
    assert shared_links(text) == links


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("https://a.example/1", ("https://a.example/1",)),
        ("<https://a.example/1|a> here", ("https://a.example/1",)),
        ("https://a.example/1, https://b.example/2.", ("https://a.example/1", "https://b.example/2")),
        ("www.a.example/story?section=news, please", ("https://www.a.example/story?section=news",)),
        ("<http://www.a.example/1|www.a.example/1>", ("http://www.a.example/1",)),
        ("https://a.example/x%7Cy|a label", ("https://a.example/x%7Cy",)),
        ("see my.www.notes and www. or bo@www.a.example", ()),
        ("nothing", ()),
    ],
)
def test_a_command_gives_its_links_marked_or_not(text, links):
    """Slack marks links in commands only where the app asks for it."""
    assert typed_links(text) == links


def test_a_malformed_link_is_kept_to_be_told_about():
    """Its author gets a sentence rather than silence."""
    assert shared_links("<http://[broken/>") == ("http://[broken/",)


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/1?id=7&section=news&region=eu&copy=2&notify=1&quote=3",
        "https://a.example/wiki/Harbour_(film)",
        "https://a.example/wiki/Harbour_(film)?part=(2)",
    ],
)
def test_an_address_that_is_typed_stays_as_it_is(url):
    """Its parameters are no signs, and a bracket that it opens is its own."""
    assert typed_links(f"brief {url}, please") == (url,)
    assert typed_links(f"({url}).") == (url,)


@pytest.mark.parametrize(
    "around", ["[{}]", "({})", "*{}*", "“{}”", "'{}'", "{}?", "{}!", "{}:", "{}…", "({})?!"]
)
@pytest.mark.parametrize(
    "url", ["https://a.example/1", "https://a.example/dam_(2026)", "https://a.example/1?of=[2]"]
)
def test_what_stands_around_a_typed_address_is_none_of_it(around, url):
    """The end of a sentence, brackets and marks of every kind."""
    assert typed_links(f"brief {around.format(url)} now") == (url,)


def test_what_slack_escapes_in_a_text_is_unescaped_and_no_more():
    """An ampersand that was escaped twice stays escaped once."""
    assert shared_links("<https://a.example/1?x=1&amp;copy=2>") == ("https://a.example/1?x=1&copy=2",)
    assert shared_links("<https://a.example/1?x=a&amp;amp;b>") == ("https://a.example/1?x=a&amp;b",)
