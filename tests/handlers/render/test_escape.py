from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from handlers.render.escape import bold, enclosed, link, link_address, mrkdwn, plain
from tests.examples import examples
from tests.handlers.render import generated


@pytest.mark.parametrize(
    ("tricky", "shown"),
    [
        ("<!channel>", "&lt;!channel&gt;"),
        ("<@U123456>", "&lt;@U123456&gt;"),
        ("R&D", "R&amp;D"),
        ("AT&amp;T", "AT&amp;amp;T"),
        ("line\nbreak\x1b[31m", "line break [31m"),
        ("over\u202eride", "override"),
        ("@some_name_x", "@some_name_x"),
        ("sh*t", "sh*t"),
        ("at 10:30:45", "at 10:30:45"),
        ("snow :) and 3:1", "snow :) and 3:1"),
    ],
)
def test_words_stay_words(tricky: str, shown: str) -> None:
    """What Slack would act on comes out as words; what is harmless stays as written."""
    assert mrkdwn(tricky) == shown


@pytest.mark.parametrize(
    "tricky", ["*bold*", "_it_", "~gone~", "`code`", ":bomb:", "> quote", "“*bold*”", "a *b* c", ":100:"]
)
def test_formatting_characters_are_replaced_by_look_alikes(tricky: str) -> None:
    """A marker that could open something no longer does, and the line looks the same."""
    shown = mrkdwn(tricky)
    assert not re.search(r"(?<!\w)[*_~`](?=\S)|:[a-z0-9]+:|^&gt;", shown)
    assert len(shown) == len(tricky)


@settings(max_examples=examples(2), deadline=None)
@given(generated.words)
def test_nothing_unescaped_is_left_of_any_text(text: str) -> None:
    """No text holds < or >, an & that is no escape, a control character or half a character."""
    shown = mrkdwn(text)
    assert not re.search(r"[<>\x00-\x1f\u202e\ud800-\udfff]|&(?!(?:amp|lt|gt);)", shown)


@settings(deadline=None)
@given(generated.words)
def test_nothing_closes_the_marks_around_it(text: str) -> None:
    """Between our own marks no formatting character is left."""
    assert not set(enclosed(text)) & set("*_~`<>\n")


def test_a_link_holds_neither_its_own_end_nor_its_own_bar() -> None:
    """An address with > or | cannot break out of the link."""
    assert (
        link("https://a.example/x|y>z<w?a=1&b=2", "label")
        == "<https://a.example/x%7Cy%3Ez%3Cw?a=1&amp;b=2|label>"
    )


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "file:///etc/passwd", "", "mailto:a@b.example", "https://a.example/" + "x" * 900],
)
def test_what_is_no_web_address_is_not_linked(url: str) -> None:
    """The label stands alone."""
    assert link(url, "label") == "label"
    assert link_address(url) == ""


def test_nothing_in_bold_is_nothing() -> None:
    """Two bare marks would show as such."""
    assert bold(enclosed("\u200b \n")) == ""


def test_half_a_character_is_made_whole() -> None:
    """Text with a lone surrogate can still be sent."""
    assert plain("a\ud83d b").encode()
