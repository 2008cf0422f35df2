"""What modals show of a brief."""

from __future__ import annotations

import pytest
from hypothesis import given

from handlers.render.message import View
from handlers.render.slack_pages import ENTRIES_A_PAGE
from handlers.render.slack_views import notice_view, statements_view
from summarizer.model import Article, Brief, Bullet, Credit, Dropped, Evidence, Span
from tests.handlers.render import generated
from tests.handlers.render.briefs import HARBOUR_BRIEF, hostile_brief
from tests.handlers.render.slack_rules import assert_slack_takes_view, mrkdwn_texts

WHERE = (Evidence("https://outlet.example/story", Span(0, 5)),)
ABOUT = '{"brief":"b","part":"statements"}'


def lines_of(view: View) -> list[str]:
    return "\n".join(mrkdwn_texts(view.blocks)).split("\n")


def pages(brief: Brief) -> list[View]:
    """All pages, as Next leads through them."""
    shown, page = [], "0"
    while page:
        shown.append(statements_view(brief, int(page), ABOUT))
        presses = [
            one for block in shown[-1].blocks if block["type"] == "actions" for one in block["elements"]
        ]
        page = next((one["value"] for one in presses if one["text"]["text"] == "Next"), "")
    return shown


def long_brief(count: int) -> Brief:
    bullets = tuple(
        Bullet(Credit(f"Source {n % 7}"), "said", "indirect", f"statement {n}", WHERE) for n in range(count)
    )
    return Brief((Article("https://outlet.example/story", "Words"),), (), bullets, (), Dropped())


@pytest.mark.slow
@generated.whole
@given(generated.briefs())
def test_slack_takes_every_page_of_any_brief_and_nothing_is_left_out(brief: Brief) -> None:
    """Whatever an article holds: each statement and figure is on one of the pages."""
    shown = pages(brief)
    for view in shown:
        assert_slack_takes_view(view)
    lines = [line for view in shown for line in lines_of(view) if line.startswith("• ")]
    assert len(lines) == len(brief.bullets) + len(brief.figures)


def test_a_long_brief_is_paged_and_says_where_it_is() -> None:
    """Every statement once, in order of its source."""
    shown = pages(long_brief(40))
    assert len(shown) == 3
    assert f"{ENTRIES_A_PAGE + 1}–{2 * ENTRIES_A_PAGE} of 40" in lines_of(shown[1])
    assert sum(line.startswith("• ") for view in shown for line in lines_of(view)) == 40


def test_a_page_that_is_not_there_is_the_nearest_that_is() -> None:
    """A brief may have become shorter since its modal was opened."""
    assert statements_view(HARBOUR_BRIEF, 99, ABOUT) == statements_view(HARBOUR_BRIEF, 0, ABOUT)


def test_a_hostile_article_stays_words() -> None:
    """In modals as in messages."""
    for view in pages(hostile_brief()):
        assert_slack_takes_view(view)


def test_a_brief_without_statements_says_so() -> None:
    """No empty modal."""
    empty = Brief((Article("", "Words"),), (), (), (), Dropped())
    assert "No statement" in "".join(lines_of(statements_view(empty, 0, ABOUT)))


def test_our_own_sentences_are_taken() -> None:
    """A modal may say one sentence."""
    assert_slack_takes_view(notice_view("That is <gone> & done."))
