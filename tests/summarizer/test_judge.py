"""One statement as two outlets print it, each in its own cut, words and name of the source; and look-alikes."""

from __future__ import annotations

from dataclasses import replace

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
    (
        ("researchers at the safety firm Ostmark", None),
        "attacks on the signals were spreading “like wildfire” through the northern network",
        ("Vera Holt", "researcher from the safety company Ostmark"),
        "attacks on the signals of the northern network were spreading “like wildfire”",
    ),
    (
        ("her rep", None),
        "Lind has checked into the Tarrow clinic for the winter",
        ("Lind’s publicist", None),
        "Lind has checked herself into the Tarrow clinic for the winter",
    ),
    (
        ORR,
        "“I don’t think that any charges will be filed after the sinking of the Marigold.”",
        ORR,
        "he did not think charges would be filed after the sinking of the Marigold",
    ),
    (
        ORR,
        "the pilots were hurt when the crane on the northern mole collapsed",
        ORR,
        "the pilots were wounded when the crane on the northern mole came down",
    ),
    (
        ("the Skerrin Herald", None),
        "the ferry was held up off the northern mole just past two in the morning after the lamp had failed",
        ORR,
        "the ferry was held up off the northern mole shortly after two in the morning because the lamp failed",
    ),
    (
        ("“Long Mole” actor and former travel reporter Ada Lind", None),
        "she did not need to sail around the northern mole any more",
        ("Ada Lind", None),
        "“I am so happy. I do not need to sail around the northern mole any more.”",
    ),
    (
        ("port figures from November", None),
        "nearly three quarters of the boats at the northern mole carry no lamp",
        ("port figures from last month", None),
        "nearly three quarters of all boats at the northern mole carry no lamp",
    ),
    (
        ORR,
        "the new rules are printed for the northern mole in more than 30 harbours and scores of languages",
        ORR,
        "the new rules are printed for the northern mole in more than 30 harbours and around 50 languages",
    ),
    (
        ORR,
        "the fault was found only in version 7 of Harbour Pilot, but version 6 on older boats of Ostmark is at risk",
        ORR,
        "the fault was found only in HP 7 on all boats of Ostmark, but HP 6 is at risk",
    ),
]
APART = [
    (
        ORR,
        "the sinking of the Marigold did more than $2 million in damage to the northern mole",
        ORR,
        "the sinking of the Marigold did $2 million in damage to the northern mole",
    ),
    (
        ORR,
        "the new line of boats for the northern mole was shown to skippers in September",
        ORR,
        "the new line of boats for the northern mole was shown to skippers in December",
    ),
    (
        ORR,
        "the pilots had warned the port of the broken lamp on the northern mole",
        ORR,
        "the pilots had never warned the port of the broken lamp on the northern mole",
    ),
    (
        ("a spokesman", None),
        "the talks on pay in the northern mines will go on through the whole of the weekend",
        ("a spokeswoman for the port", None),
        "the talks on pay in the northern mines will go on through the whole of the weekend",
    ),
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
    (
        ORR,
        "the crew of the Marigold was paid for by dozens of skippers at the northern mole",
        ORR,
        "the crew of the Marigold was paid for by 4,000 skippers at the northern mole",
    ),
    (
        ("a brother of the skipper Ada Lind", None),
        "the sinking of the Marigold was no accident and the port should say so",
        ("Ada Lind", None),
        "the sinking of the Marigold was no accident and the port should say so",
    ),
    (
        ("Ada Lind’s brother", None),
        "the sinking of the Marigold was no accident and the port should say so",
        ("Ada Lind", None),
        "the sinking of the Marigold was no accident and the port should say so",
    ),
    (
        ("the star", None),
        "Lind has checked into the Tarrow clinic for the winter and may stay on",
        ("Jon Pell", "the star’s agent"),
        "the clinic at Tarrow has rooms for the winter",
    ),
    (
        ("Emily Post", "mayor of Skerrin"),
        "the sinking of the Marigold was no accident and the port should say so",
        ORR,
        "the sinking of the Marigold was no accident and the port should say so",
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


def test_what_one_refused_to_say_is_not_what_another_said():
    """A refusal is told by its cue; without it the two read alike."""
    refused = replace(
        bullet(ORR, "whether divers had found the crew of the Marigold", "https://a.example/1"),
        cue="would not say",
    )
    said = bullet(ORR, "divers had found the crew of the Marigold", "https://b.example/1")
    assert len(merge([refused, said])) == len(("one", "two"))
    again = replace(
        bullet(ORR, "to say whether divers had found the crew", "https://b.example/1"), cue="declined"
    )
    assert len(merge([refused, again])) == 1


def test_a_statement_that_a_third_outlet_joins_to_a_line_comes_there():
    """The fullest wording and the shortest share little; the one between them is told by both."""
    texts = (
        "“Whatever is left of the northern mole, we will rebuild it with our own hands before the winter storms come.”",
        "whatever was left of the northern mole would be rebuilt with their own hands before the winter storms",
        "the northern mole would be rebuilt with their own hands",
    )
    said = [bullet(ORR, text, f"https://{name}.example/1") for name, text in zip("abc", texts, strict=True)]
    (left,) = merge(said)
    assert (left.text, len(left.evidence)) == (texts[0], 3)
    assert merge(said[::-1]) == (left,)


def test_the_surest_pair_is_joined_first():
    """Of two lines that may be one with a third, the third goes to that which it has more of, wherever it comes."""
    near = "the harbour office will pay for the lamp on the northern mole and for two new pilot boats"
    far = (
        "the council wants the harbour office to pay for every lamp and every boat lost in the storm of March"
    )
    one = "the harbour office will pay for the lamp on the northern mole and two pilot boats"
    said = [
        bullet(ORR, text, f"https://{name}.example/1")
        for name, text in zip("abc", (far, near, one), strict=True)
    ]
    left = merge(said)
    assert {(line.text, len(line.evidence)) for line in left} == {(far, 1), (near, 2)}
    assert set(merge(said[::-1])) == set(left)


def test_a_line_does_not_stand_for_what_only_a_chain_joins_to_it():
    """Each of the two is told by the one between them; the first tells nothing of the last."""
    texts = (
        "the ferry left the northern mole at dawn and the pilots warned the port of the broken lamp",
        "the pilots warned the port of the broken lamp and asked for a new crane",
        "they asked for a new crane",
    )
    said = [bullet(ORR, text, f"https://{name}.example/1") for name, text in zip("abc", texts, strict=True)]
    first = next(line for line in merge(said) if line.text == texts[0])
    assert "https://c.example/1" not in {proof.url for proof in first.evidence}


def test_a_report_is_folded_into_what_somebody_says_and_never_the_reverse():
    """An outlet's own words are no words of the source that another outlet names."""
    words = "divers found the crew of the Marigold"
    text = "On Friday divers found the crew of the Marigold in the engine room below the northern mole."
    report = Bullet(None, None, "indirect", text, (Evidence("https://b.example/1", Span(0, 90)),))
    (left,) = merge([report, bullet(ORR, f"{words} in the engine room", "https://a.example/1")])
    assert (left.source, left.text) == (Credit(*ORR), f"{words} in the engine room")


def test_other_words_within_the_marks_are_told():
    """Outlets that change a quotation are named; hyphens, capitals and a part of it are no other words."""
    shown = "“It is an honor to be named in the same breath as the old keepers of this long-lost lamp.”"
    changed = "“It is an honor to be named in the same line as the old keepers of this lamp.”"
    same = "“an honor to be named in the same breath as the old keepers of this long lost lamp”"
    urls = [f"https://{name}.example/1" for name in "abc"]
    said = [bullet(ORR, text, url) for text, url in zip((shown, changed, same), urls, strict=True)]
    (left,) = merge(said)
    assert (left.text, left.otherwise) == (shown, (urls[1],))
    assert merge([left]) == (left,)


def test_each_weight_has_its_feature():
    """A weight without one would never count."""
    aligned = align(prepare("taxes will rise in May"), prepare("in May taxes rise"))
    assert list(features(aligned, "same")) == list(WEIGHTS)
