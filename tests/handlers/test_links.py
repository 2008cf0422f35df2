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
        ("nothing", ()),
    ],
)
def test_a_command_gives_its_links_marked_or_not(text, links):
    """Slack marks links in commands only where the app asks for it."""
    assert typed_links(text) == links


def test_a_malformed_link_is_kept_to_be_told_about():
    """Its author gets a sentence rather than silence."""
    assert shared_links("<http://[broken/>") == ("http://[broken/",)
