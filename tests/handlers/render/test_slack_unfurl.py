"""Previews below links."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from handlers.render.slack_unfurl import preview_blocks
from summarizer.model import Brief
from tests.handlers.render import generated
from tests.handlers.render.briefs import HARBOUR_BRIEF, hostile_brief
from tests.handlers.render.slack_rules import assert_blocks, mrkdwn_texts


def test_a_preview_says_who_says_what_first_and_counts_the_rest() -> None:
    """Headline, two statements, a figure, and how many more the brief has."""
    words = "\n".join(mrkdwn_texts(preview_blocks(HARBOUR_BRIEF)))
    assert words.count("• ") == 3
    assert "more statements" in words
    assert "in the brief" in words


@pytest.mark.parametrize("bullets", [0, 1, 2])
def test_a_brief_that_is_shown_whole_has_nothing_more(bullets: int) -> None:
    """Nor less than nothing."""
    brief = replace(HARBOUR_BRIEF, bullets=HARBOUR_BRIEF.bullets[:bullets], figures=())
    assert " more " not in mrkdwn_texts(preview_blocks(brief))[-1]


@generated.whole
@given(generated.briefs())
def test_slack_takes_the_preview_of_any_brief(brief: Brief) -> None:
    """Whatever an article holds; nothing in it pings, links or formats."""
    assert_blocks(preview_blocks(brief))
    assert len(preview_blocks(brief)) <= 5


def test_nothing_hostile_gets_through() -> None:
    """A headline that shouts at the channel is words."""
    assert "<!channel>" not in str(preview_blocks(hostile_brief()))
