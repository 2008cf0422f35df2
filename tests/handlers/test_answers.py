"""Answers and results come back from their steps as they were."""

from __future__ import annotations

import json
from datetime import date

import pytest

from handlers.domain.told import ToldDigest
from handlers.flows.answers import Briefed, Nothing, Pointer, Problem, answer_from, kept
from handlers.flows.reading_results import Unchanged, Unreadable, result_from, result_of
from handlers.ports import Read, Version
from summarizer.errors import EmptyPage
from summarizer.stories import Ruling
from tests.fakes.desk import brief_of

URL = "https://news.example/dam"


@pytest.mark.parametrize(
    "answer",
    [
        Briefed("b/0", URL),
        Briefed("b/0", URL, (URL, "https://other.example/dam")),
        Pointer("b/0", URL),
        Problem(URL, "There is no article.", "EmptyPage", "abcd"),
        Problem(URL),
        Nothing("b/0", URL),
        Briefed("paste:1", ""),
    ],
)
def test_an_answer_survives_the_engine(answer):
    """Through JSON, as the engine keeps it."""
    assert answer_from(json.loads(json.dumps(kept(answer)))) == answer


def test_an_answer_of_an_earlier_release_is_understood():
    """A flow that was under way while the bot was brought up to date goes on."""
    assert answer_from({"kind": "pointer", "brief_id": "b/0"}) == Pointer("b/0", "")
    assert answer_from({"kind": "problem"}) == Problem("")


def raising(error):
    raise error


@pytest.mark.parametrize(
    ("reading", "result"),
    [
        (lambda: Read(brief_of(URL), Version("v1")), Read(brief_of(URL), Version("v1"))),
        (lambda: None, Unchanged()),
        (lambda: raising(EmptyPage(URL)), Unreadable),
        (lambda: raising(ZeroDivisionError()), Unreadable),
    ],
)
def test_what_reading_gave_survives_the_engine(reading, result):
    """A brief with its version, nothing new, or why there is none."""
    found = result_from(json.loads(json.dumps(result_of(reading))))
    assert found == result or (result is Unreadable and isinstance(found, Unreadable) and found.sentence)


def test_what_a_digest_tells_survives_the_archive():
    """Also its first form, which knew neither rulings nor pictures."""
    told = ToldDigest(
        date(2026, 3, 3), date(2026, 3, 1), ("a", "b"), ("c",), 2, 1, 4, (Ruling("a", "b", together=True),), 3
    )
    assert ToldDigest.from_json(json.loads(json.dumps(told.to_json()))) == told
    first = {"day": "2026-03-03", "since": None, "briefs": ["a"], "earlier": [], "messages": 1}
    assert ToldDigest.from_json(first) == ToldDigest(date(2026, 3, 3), briefs=("a",), messages=1)
