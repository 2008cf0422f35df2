from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given, settings

from handlers.render.slack import (
    BRIEF_USES,
    DIGEST_USES,
    help_message,
    notice_message,
    pointer_message,
    problem_message,
    reading_message,
)
from tests.handlers.render import generated
from tests.handlers.render.slack_rules import assert_slack_takes, shown_lines

WHEN = datetime(2026, 3, 9, 14, 5, tzinfo=UTC)
PERMALINK = "https://team.slack.com/archives/C1/p1773065100000100"


def test_a_pointer_is_one_line() -> None:
    """What, when, and where the brief is; who shared it is not called."""
    message = pointer_message("Rain & wind", "https://a.example/x", WHEN, PERMALINK)
    assert_slack_takes(message)
    assert shown_lines(message) == [
        (
            "Already briefed: *<https://a.example/x|Rain &amp; wind>* · "
            "<!date^1773065100^{date_short_pretty}, {time}|9 March 2026, 14:05 UTC> · "
            f"<{PERMALINK}|see the brief>"
        )
    ]
    assert message.text == "Already briefed: Rain &amp; wind"


def test_a_problem_names_the_link_and_says_why() -> None:
    """One clear sentence, the link pressable."""
    message = problem_message("https://www.a.example/news/x?id=1", "The page asks for a sign-in.")
    assert_slack_takes(message)
    assert shown_lines(message) == [
        "<https://www.a.example/news/x?id=1|a.example/news/x>: The page asks for a sign-in."
    ]
    assert message.text == "a.example/news/x: The page asks for a sign-in."


@settings(deadline=None)
@given(generated.texts, generated.urls)
def test_no_title_or_address_breaks_a_notice(title: str, url: str) -> None:
    """Whatever somebody shares, the answer is a message that Slack takes."""
    assert_slack_takes(pointer_message(title, url, WHEN, PERMALINK))
    assert_slack_takes(problem_message(url, "It could not be read."))
    assert_slack_takes(reading_message([url]))


def test_our_own_sentences_keep_their_code_marks() -> None:
    """A command in a sentence is shown as one; & < > are escaped."""
    message = notice_message("Type `/invite @Nutgraf` & ask <again>.")
    assert shown_lines(message) == ["Type `/invite @Nutgraf` &amp; ask &lt;again&gt;."]


def test_several_links_are_counted_while_they_are_read() -> None:
    """One link is named, several are counted."""
    assert reading_message(["https://a.example/x"]).text == "Reading a.example/x…"
    assert reading_message(["https://a.example/x", "https://b.example/y"]).text == "Reading 2 articles…"


def test_help_shows_what_was_wrong_and_every_use() -> None:
    """Unknown words get the problem first, then an example of each use."""
    for uses in (BRIEF_USES, DIGEST_USES):
        message = help_message(uses, "I do not know “frob”.")
        assert_slack_takes(message)
        lines = shown_lines(message)
        assert lines[0] == "I do not know “frob”."
        assert [line.split("`")[1] for line in lines[1:]] == [use.typed for use in uses]
