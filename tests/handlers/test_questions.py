"""Plain questions as look-ups."""

import pytest

from handlers.commands.brief import BriefLinks, LookUp
from handlers.commands.questions import asked
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
    assert asked(text) == LookUp(Look(kind, words))


def test_links_are_briefed():
    """As after /brief."""
    assert asked("<@U0BOT> <https://a.example/1>") == BriefLinks(("https://a.example/1",), "asker")


@pytest.mark.parametrize("text", ["", "<@U0BOT>", "<@U0BOT> thank you", "help", "what is it?", "so " * 40])
def test_what_asks_for_nothing_gets_no_guess(text):
    """Help is shown instead."""
    found = asked(text)
    assert found is None or found.look.kind == "search"
    assert text != "<@U0BOT>" or found is None
