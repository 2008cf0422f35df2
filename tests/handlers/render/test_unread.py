"""Every rendering of a brief says in one small line that a sentence could not be read."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from handlers.render.markdown import brief_markdown
from handlers.render.slack_brief import brief_message
from handlers.render.terminal import print_brief
from summarizer.model import Brief, Span, Unread
from tests.handlers.render.briefs import HARBOUR_BRIEF
from tests.handlers.render.slack_rules import assert_slack_takes

UNREAD = Unread(Span(0, 20), "IndexError at agree.py:97 limits", HARBOUR_BRIEF.article.url)
LINE = f"1 sentence could not be read (reference {UNREAD.reference})."


def in_terminal(brief: Brief) -> str:
    console = Console(file=io.StringIO(), width=200)
    print_brief(brief, console)
    return console.file.getvalue()  # type: ignore[attr-defined]


def in_slack(brief: Brief) -> str:
    message = brief_message(brief, key="k")
    assert_slack_takes(message)
    notes = [block for block in message.blocks if block["type"] == "context"]
    return str(notes)


@pytest.mark.parametrize("render", [in_terminal, in_slack, brief_markdown])
def test_the_line_is_there_once_and_only_then(render):
    """With the reference that leads to the log, and no name of the error."""
    shown = render(replace(HARBOUR_BRIEF, unread=(UNREAD,)))
    assert shown.count(LINE) == 1
    assert "IndexError" not in shown
    assert "could not be read" not in render(HARBOUR_BRIEF)
