"""What modals show of a brief."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given

from handlers.domain.corrected import Correction, marks_of
from handlers.domain.message import View
from handlers.render.escape import entities
from handlers.render.markdown import brief_markdown
from handlers.render.slack import brief_message
from handlers.render.slack_briefing import Outcome, link_view, outcomes_view
from handlers.render.slack_copy import FENCE, markdown_view, parts_of
from handlers.render.slack_evidence import evidence_view
from handlers.render.slack_feedback import CHOICE, WORDS, reason_in, reason_view, thanks_message
from handlers.render.slack_pages import ENTRIES_A_PAGE
from handlers.render.slack_sources import done_view, form_view, sources_view
from handlers.render.slack_views import notice_view, removal_view, statements_view
from summarizer.model import Article, Brief, Bullet, Credit, Dropped, Evidence, Span
from tests.handlers.render import generated
from tests.handlers.render.briefs import HARBOUR_BRIEF, hostile_brief
from tests.handlers.render.slack_rules import assert_slack_takes, assert_slack_takes_view, mrkdwn_texts

WHERE = (Evidence("https://outlet.example/story", Span(0, 5)),)
ABOUT = '{"brief":"b","part":"statements"}'


def lines_of(view: View) -> list[str]:
    return "\n".join(mrkdwn_texts(view.blocks)).split("\n")


def all_statements(brief: Brief, page: int, about: str) -> View:
    return statements_view(brief, page, about, {})


def pages(brief: Brief, view: Callable[[Brief, int, str], View] = all_statements) -> list[View]:
    """All pages, as Next leads through them."""
    shown, page = [], "0"
    while page:
        shown.append(view(brief, int(page), ABOUT))
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
    assert len(lines) == len(brief.statements) + len(brief.figures) + len(brief.more_figures)


@pytest.mark.slow
@generated.whole
@given(generated.briefs())
def test_slack_takes_the_evidence_of_any_brief_and_every_proof_is_there(brief: Brief) -> None:
    """Each passage once; its statement above it."""
    shown = pages(brief, evidence_view)
    for view in shown:
        assert_slack_takes_view(view)
    places = sum(line.startswith(("<http", "open at")) for view in shown for line in lines_of(view))
    assert places >= sum(len(bullet.evidence) for bullet in brief.statements)


@pytest.mark.slow
@generated.whole
@given(generated.briefs())
def test_slack_takes_the_markdown_of_any_brief_and_all_of_it_is_there(brief: Brief) -> None:
    """No article's backticks end the preformatted text."""
    for page in (0, 1, 10_000):
        assert_slack_takes_view(markdown_view(brief, page, ABOUT))
    parts = list(parts_of(brief_markdown(brief)))
    assert not any(FENCE in part for part in parts)
    assert squeezed("".join(parts)) == squeezed(entities(brief_markdown(brief)))


@pytest.mark.slow
@generated.whole
@given(generated.briefs())
def test_slack_takes_the_list_of_sources_and_every_form_of_any_brief(brief: Brief) -> None:
    """Each statement once, with its button; each form with the sources of the brief."""
    corrections = [
        correction(mark, bullet.source)
        for bullet, mark in zip(brief.statements[::2], marks_of(brief)[::2], strict=True)
    ]
    shown = pages(brief, lambda brief, page, about: sources_view(brief, corrections, page, about))
    for view in shown:
        assert_slack_takes_view(view)
    beside = [
        block["accessory"]["text"]["text"] for view in shown for block in view.blocks if "accessory" in block
    ]
    assert (beside.count("Undo"), beside.count("Fix")) == (
        len(corrections),
        len(brief.statements) - len(corrections),
    )
    one = Outcome("https://outlet.example/1", brief=brief, brief_id="share:1/0")
    assert_slack_takes_view(outcomes_view([one], "A <note>.", ABOUT))
    assert_slack_takes_view(
        outcomes_view([one] * 4 + [Outcome("https://x.example/<a|b>", problem="No & no.")], "", ABOUT)
    )
    for line in marks_of(brief)[:3]:
        assert_slack_takes_view(form_view(brief, line, ABOUT))
    for one in corrections[:3]:
        assert_slack_takes_view(done_view(one, "Done.", ABOUT))
    assert_slack_takes(brief_message(brief, key="k", correctors=dict.fromkeys(brief.statements, "U024BE7LH")))


def correction(line: str, was: Credit | None) -> Correction:
    source = was or Credit("Jane <Doe>", "a & b")
    return Correction(
        "press:T1:1.1", "share:1/0", line, source, was, "U024BE7LH", datetime(2026, 3, 2, tzinfo=UTC)
    )


def test_a_form_for_a_statement_that_is_gone_is_none() -> None:
    """The page was read again."""
    assert form_view(HARBOUR_BRIEF, "0123", ABOUT) is None


def test_a_proof_is_marked_among_the_words_around_it() -> None:
    """Bold where it stands, with a link that opens the page there."""
    seen = "\n".join(line for view in pages(HARBOUR_BRIEF, evidence_view) for line in lines_of(view))
    assert re.search(r" \*the findings as “premature[^*]*\*", seen)
    assert "open at The Alder Gazette>" in seen
    assert "#:~:text=" in seen


def test_the_markdown_is_the_whole_brief() -> None:
    """As the command line writes it."""
    (view,) = pages(HARBOUR_BRIEF, markdown_view)
    told = [text for text in mrkdwn_texts(view.blocks) if text.startswith(FENCE)]
    assert "".join(told).count(FENCE) == 2 * len(told)
    assert "# [Port Alder shuts terminal" in told[0]


def test_a_reason_is_one_of_a_few_or_in_words() -> None:
    """Or both; nothing when neither was given."""
    chosen = {CHOICE: {CHOICE: {"type": "static_select", "selected_option": {"value": "figure"}}}}
    written = {WORDS: {WORDS: {"type": "plain_text_input", "value": " 40, not 400 "}}}
    assert reason_in({**chosen, **written}) == "A figure is wrong: 40, not 400"
    assert reason_in(written) == "40, not 400"
    assert reason_in({CHOICE: {CHOICE: {"selected_option": None}}, WORDS: {WORDS: {"value": None}}}) == ""


def test_forms_and_thanks_are_taken() -> None:
    """What Slack shows for feedback and removal."""
    assert_slack_takes_view(reason_view(ABOUT))
    assert_slack_takes_view(removal_view(ABOUT))
    assert_slack_takes_view(link_view())
    assert_slack_takes(thanks_message("share:1/0", is_new=True))


def squeezed(text: str) -> str:
    """Without line ends, which a part may add or take at its borders."""
    return text.replace("\n", "")


def test_a_long_brief_is_paged_and_says_where_it_is() -> None:
    """Every statement once, in order of its source."""
    shown = pages(long_brief(40))
    assert len(shown) == 3
    assert f"{ENTRIES_A_PAGE + 1}–{2 * ENTRIES_A_PAGE} of 40" in lines_of(shown[1])
    assert sum(line.startswith("• ") for view in shown for line in lines_of(view)) == 40


def test_the_modal_has_everything_in_the_articles_order_and_every_quotation_whole() -> None:
    """Below its sources, shown in the message or not; a quotation that the message cuts stands once, whole."""
    whole, *others = HARBOUR_BRIEF.bullets
    cut = replace(whole, text="“Nobody will work …”", line="“Nobody will work …”", is_cut=True)
    brief = replace(HARBOUR_BRIEF, bullets=(others[2], cut), more=(whole, *others[:2], *others[3:]))
    lines = [line for view in pages(brief) for line in lines_of(view) if line.startswith("• ")]
    told = [line.split("\N{NO-BREAK SPACE}<")[0].split(" (")[0].removeprefix("• ") for line in lines][:6]
    assert told == [
        "“Nobody will work under those cranes until we know why they cracked,”",
        "added that the inspection would take “at least nine days”",
        "Nearly 80% of the week’s cargo had already been sent to Lowmouth, 120 kilometres down the coast",
        "“We asked for new bolts three years in a row,”",
        "dismissed the findings as “premature”",
        "show that repairs worth $1.2 million were put off in 2023",
    ]


def test_a_page_that_is_not_there_is_the_nearest_that_is() -> None:
    """A brief may have become shorter since its modal was opened."""
    assert all_statements(HARBOUR_BRIEF, 99, ABOUT) == all_statements(HARBOUR_BRIEF, 0, ABOUT)


def test_a_hostile_article_stays_words() -> None:
    """In modals as in messages."""
    for view in pages(hostile_brief()):
        assert_slack_takes_view(view)


def test_a_brief_without_statements_says_so() -> None:
    """No empty modal."""
    empty = Brief((Article("", "Words"),), (), (), (), Dropped())
    assert "No statement" in "".join(lines_of(all_statements(empty, 0, ABOUT)))


def test_our_own_sentences_are_taken() -> None:
    """A modal may say one sentence."""
    assert_slack_takes_view(notice_view("That is <gone> & done."))
