"""Plain questions as look-ups."""

import pytest

from handlers.commands.brief import BriefLinks, Help, LookUp
from handlers.commands.questions import Words, asked
from handlers.commands.talk import Talk
from handlers.domain.lookups import Look


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("<@U0BOT> what did Bruce say?", "who", "Bruce"),
        ("what did Tammy Bruce say about tariffs on steel?", "who", "Tammy Bruce about tariffs steel"),
        ("What has the coast guard said on the missing?", "who", "coast guard about missing"),
        ("who is Ilse Marrack?", "who", "Ilse Marrack"),
        ("who said that the hull was damaged?", "search", "hull damaged"),
        ("who has said anything about the bridge", "search", "bridge"),
        ("how many people are missing?", "figures", "missing"),
        ("how much will the bridge cost", "figures", "bridge cost"),
        (
            "did she really say “we are treating this as a rescue”?",
            "check",
            "we are treating this as a rescue",
        ),
        ("ferry inquiry", "search", "ferry inquiry"),
        ("anything on the ferry?", "search", "ferry"),
        ("search ferry", "search", "ferry"),
        ("latest", "latest", ""),
    ],
)
def test_a_question_is_understood(text, kind, words):
    """By a few rules; the rest are the words that mean something."""
    wanted = asked(text)
    assert isinstance(wanted, LookUp)
    assert wanted.look == Look(kind, words)


def test_links_are_briefed():
    """As after /brief."""
    assert asked("<@U0BOT> <https://a.example/1>") == BriefLinks(("https://a.example/1",), "asker")


@pytest.mark.parametrize("text", ["ferry inquiry", "<@U0BOT> great catch on that one", "settings"])
def test_words_alone_may_be_looked_for_or_be_talk(text):
    """Who asks in a channel and finds nothing gets no sentence."""
    assert isinstance(asked(text), Words)


@pytest.mark.parametrize(
    "text", ["hi", "Hello there!", "<@U0BOT> good morning", "<@U0BOT>", "\N{WAVING HAND SIGN}"]
)
def test_a_greeting_is_no_search(text):
    """Nor is a mention alone."""
    assert asked(text) == Talk("hello")


@pytest.mark.parametrize("text", ["thanks", "<@U0BOT> thank you so much!", "Great, thanks", "cheers"])
def test_thanks_are_no_search(text):
    """However they are said."""
    assert asked(text) == Talk("thanks")


@pytest.mark.parametrize(
    "text",
    ["help", "/brief help", "brief help", "/brief", "?", "help me please", "what can you do?", "/digest now"],
)
def test_a_call_for_help_is_understood(text):
    """Also a command that came as a message."""
    assert asked(text) == Help()


def test_a_command_that_came_as_a_message_is_read_as_one():
    """With or without its stroke."""
    assert asked("/brief who Marrack") == asked("brief who Marrack") == LookUp(Look("who", "Marrack"))


@pytest.mark.parametrize("text", ["what is it?", "so " * 40])
def test_what_asks_for_nothing_gets_no_guess(text):
    """Neither a search nor a greeting."""
    assert asked(text) == Talk("other")
