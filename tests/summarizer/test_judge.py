"""One statement as two outlets print it, each in its own cut, words and name of the source; and look-alikes."""

from __future__ import annotations

import pytest

from summarizer.merge import merge
from summarizer.merge.aligned import align, prepare
from summarizer.merge.judge import WEIGHTS, features
from summarizer.model import Bullet, Credit, Evidence, Span

ORR = ("Tomas Orr", "harbour master of Skerrin")

ONE = [
    (
        ORR,
        "“We are definitely treating the sinking as suspicious at this point, and divers go down again on Friday.”",
        ORR,
        "the harbour office was “treating the sinking as suspicious at this point” but he would not say why",
    ),
    (
        ORR,
        "“When the patch is ready every skipper should run, not walk, to get it aboard.”",
        ORR,
        "“Every skipper should run, not walk, to get it aboard.”",
    ),
    (
        ORR,
        "the pilots had warned the port three times about the broken lamp on the northern mole",
        ORR,
        "pilots had three times warned the port of the broken lamp on the northern mole",
    ),
    (
        ("Lind’s agent", None),
        "“We ask you to respect the privacy of the Lind family at this time.”",
        ("Jon Pell", "agent of the novelist"),
        "“We ask you to respect the privacy of the Lind family at this time,”",
    ),
    (
        ("Ostmark Rail", None),
        "the new trains will not run before the signals at Tarrow have been replaced",
        ("Vera Holt", "head of operations at Ostmark Rail"),
        "the new trains will not run before all the old signals at Tarrow have been replaced",
    ),
    (
        None,
        "“I never dreamed that I would stand here and hold this cup in front of all of you.”",
        ("Ada Lind", "captain of Rovers"),
        "“I never dreamed I would stand here and hold this cup in front of all of you”",
    ),
    (
        ("police", None),
        "youths attacked a police station, three banks and a government building in central Kelby with petrol bombs",
        ("authorities", None),
        "youths, some of them on motorcycles, attacked a police station, three banks and a government building in central Kelby",
    ),
]
APART = [
    (
        ORR,
        "“We are treating the sinking of the Marigold as suspicious at this point.”",
        ("Ines Dahl", "fire chief of Skerrin"),
        "“We are treating the sinking of the Marigold as suspicious at this point.”",
    ),
    (
        ORR,
        "at least 75 people were taken off the burning ferry before midnight on Tuesday",
        ORR,
        "at least 78 people were taken off the burning ferry before midnight on Tuesday",
    ),
    (
        ORR,
        "the boat had been sold in June to the skipper Rolf Hane for a token price",
        ORR,
        "the boat had been sold in June to the skipper Mia Sund for a token price",
    ),
    (
        ("the union", None),
        "the talks on pay in the northern mines will go on through the whole of the weekend",
        ("the company", None),
        "the talks on pay in the northern mines will go on through the whole of the weekend",
    ),
    (
        ("Altland’s defence ministry", None),
        "none of its aircraft had crossed the line over the strait on Monday morning",
        ("Ostermark’s defence ministry", None),
        "none of its aircraft had crossed the line over the strait on Monday morning",
    ),
    (
        ("a friend", None),
        "she went to the clinic on Tuesday and that her family supported her decision",
        ("a friend", None),
        "“Her family is supportive of her decision.” “She booked the room herself.”",
    ),
]


def bullet(source, text, url):
    """A bullet of one article."""
    credit = source and Credit(*source)
    kind = "direct" if text.startswith("“") else "indirect"
    return Bullet(credit, "said", kind, text, (Evidence(url, Span(0, len(text))),))


def both(source, text, other, words, urls=("https://a.example/1", "https://b.example/1")):
    """What is left of the two."""
    return merge([bullet(source, text, urls[0]), bullet(other, words, urls[1])])


@pytest.mark.parametrize("pair", ONE)
def test_a_statement_that_two_outlets_word_each_in_its_way_is_one(pair):
    """With the proof of both, under the name that is known."""
    (left,) = both(*pair)
    assert {proof.url for proof in left.evidence} == {"https://a.example/1", "https://b.example/1"}
    assert left.source in {Credit(*source) for source in (pair[0], pair[2]) if source}


@pytest.mark.parametrize("pair", APART)
def test_statements_that_only_look_alike_stay_apart(pair):
    """Another speaker, number, name or body, or a claim that the fuller one has not."""
    assert len(both(*pair)) == len(("one", "two"))


def test_within_an_article_other_words_are_another_statement():
    """Nobody writes one statement twice; what is close there is meant apart."""
    source, text, other, words = ONE[0]
    assert len(both(source, text, other, words, urls=("https://a.example/1",) * 2)) == len(("one", "two"))


def test_a_speaker_left_open_is_the_one_whom_the_other_outlet_names():
    """Their words are the same."""
    source, text, other, words = ONE[5]
    assert [left.source for left in both(source, text, other, words)] == [Credit(*other)]


def test_each_weight_has_its_feature():
    """A weight without one would never count."""
    aligned = align(prepare("taxes will rise in May"), prepare("in May taxes rise"))
    assert list(features(aligned, "same")) == list(WEIGHTS)
