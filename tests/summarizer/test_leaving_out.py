"""An article without a sentence: the others keep their places and lean on none that is gone."""

from __future__ import annotations

from datetime import UTC, datetime

from summarizer.attribution.marks import find_quotations
from summarizer.leaving_out import (
    article_without,
    blanked,
    extract_without,
    sentences_of,
    with_open_pronouns,
)
from summarizer.model import Article, Cue, Extract, Figure, Note, Post, Source, Span, Statement, Table

TEXT = (
    "Ann Lindqvist spoke first. “The well is dry. It was dry in May,” she said.\n\n"
    "Marta Kovacs came later. He said the road was shut."
)


def place(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def test_a_quotation_is_never_cut():
    """Sentences that share a quotation are one, since a half of it would run on to the end of its paragraph."""
    assert [span.of(TEXT) for span in sentences_of(TEXT)] == [
        "Ann Lindqvist spoke first.",
        "“The well is dry. It was dry in May,” she said.",
        "Marta Kovacs came later.",
        "He said the road was shut.",
    ]
    assert sentences_of("") == ()


def test_what_is_left_out_is_a_stop_on_a_line_of_its_own():
    """Every other character stands where it stood, and no quotation goes on over the gap."""
    gap = place("“The well is dry. It was dry in May,” she said.")
    kept = blanked(TEXT, [gap])
    assert (len(kept), kept[: gap.start], kept[gap.end :]) == (len(TEXT), TEXT[: gap.start], TEXT[gap.end :])
    assert gap.of(kept).split() == ["."]
    assert gap.of(kept)[0] == gap.of(kept)[-1] == "\n"
    assert find_quotations(kept) == ()
    assert [blanked("ab.", [Span(0, size)]) for size in (1, 2, 3)] == [".b.", "...", "\n.\n"]


def test_nobody_is_named_by_a_pronoun_behind_a_gap():
    """Whom "he" means may stand in the sentence that was not read; farther on it cannot."""
    said = Statement(
        (place("the road was shut"),),
        "indirect",
        Source("Ole Brandt", "He", place("He")),
        Cue("said", place("said the")),
    )
    named = Statement(
        (place("The well is dry"),), "direct", Source("Ann Lindqvist", "Lindqvist", place("Lindqvist"))
    )
    gap = place("Marta Kovacs came later.")
    assert with_open_pronouns((named, said), TEXT, []) == (named, said)
    kept, opened = with_open_pronouns((named, said), TEXT, [gap])
    assert (kept, opened.source) == (named, Source("He", "He", place("He")))
    far = TEXT.replace("later. ", "later. " + "Rain fell. " * 8)
    moved = Statement(
        (place("the road was shut", far),), "indirect", Source("Ole Brandt", "He", place("He", far))
    )
    assert with_open_pronouns((moved,), far, [place("Marta Kovacs came later.", far)]) == (moved,)


def test_parts_of_an_article_in_the_gap_go_with_it():
    """Its posts, notes and tables there, and what was found there; all else stays."""
    gap, other = place("Marta Kovacs came later."), place("Ann Lindqvist spoke first.")
    article = Article(
        "https://courier.example/well",
        TEXT,
        posts=(Post("X", None, "@ann", None, gap.of(TEXT), gap), Post("X", None, "@b", None, "", other)),
        notes=(Note("update", "More.", gap), Note("update", "Beside.")),
        tables=(Table((("a",),), span=gap), Table((("b",),), span=other)),
        published=datetime(2026, 3, 2, tzinfo=UTC),
    )
    less = article_without(article, [gap])
    assert (less.posts, less.notes, less.tables) == (article.posts[1:], article.notes[1:], article.tables[1:])
    assert (len(less.text), less.published) == (len(TEXT), article.published)
    here, there = Figure(Span(gap.start, gap.start + 5), "Marta"), Figure(Span(0, 3), "Ann")
    split = Statement((other,), "indirect", Source("Marta Kovacs", "Marta", Span(gap.start, gap.start + 5)))
    whole = Statement((other,), "indirect")
    assert extract_without(Extract((split, whole), (here, there)), [gap]) == Extract((whole,), (there,))
