"""A statement as every renderer prints it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handlers.render.figures_shown import figures_beside, figures_of_story
from handlers.render.printed import Printed, printed, sentence_of
from handlers.render.shapes import line_before
from summarizer.model import (
    Article,
    Brief,
    Bullet,
    Credit,
    DigestStory,
    Dropped,
    Evidence,
    Figure,
    KeyFigure,
    Kind,
    Line,
    Span,
)

WHERE = (Evidence("https://outlet.example/story", Span(0, 5)),)
JANE = Credit("Jane Doe")


def said(text: str, line: str = "", kind: Kind = "indirect", source: Credit | None = JANE) -> Bullet:
    return Bullet(source, "said", kind, text, WHERE, line=line)


@pytest.mark.parametrize(
    ("bullet", "sentence"),
    [
        (said("the mill was safe", "said the mill was safe"), "Jane Doe said the mill was safe"),
        (
            said("whether it opens", "refused to say whether it opens"),
            "Jane Doe refused to say whether it opens",
        ),
        (said("“We stay”", kind="direct"), "Jane Doe: “We stay”"),
        (said("the mill was safe", "The mill was safe"), "Jane Doe: The mill was safe"),
        (said("nine days", "The work takes nine days."), "Jane Doe: The work takes nine days."),
        (said("yes, nine days", kind="direct"), "Jane Doe: yes, nine days"),
        (said("the mill was safe", source=None), "Source unclear: the mill was safe"),
    ],
    ids=(
        "a cue in its place",
        "a chain of verbs",
        "a quotation",
        "a clause",
        "a sentence",
        "an answer without marks",
        "nobody",
    ),
)
def test_source_and_line_read_as_one(bullet: Bullet, sentence: str) -> None:
    """A line that begins at its cue goes on behind the name; any other stands behind a colon."""
    assert sentence_of(bullet) == sentence


def test_a_statement_has_its_parts() -> None:
    """Name, role, line, and what belongs to them."""
    bullet = Bullet(
        Credit("Jane Doe", "mayor"),
        "denied",
        "indirect",
        "the accusations",
        WHERE,
        via="AP",
        line="denied the accusations",
    )
    assert printed(bullet) == Printed("Jane Doe", "mayor", " ", "denied the accusations", "as reported by AP")


@pytest.mark.parametrize(
    ("cue", "kind", "text", "sentence"),
    [
        ("denied", "indirect", "the accusations", "Jane Doe denied the accusations"),
        ("said", "direct", "“We stay”", "Jane Doe: “We stay”"),
        ("said", "indirect", "Talks ended on Monday", "Jane Doe said: Talks ended on Monday"),
        (None, "indirect", "the accusations", "Jane Doe: the accusations"),
        ("According to", "indirect", "nearly 80% came", "Jane Doe: nearly 80% came"),
        ("citing", "mixed", "“a leak”", "Jane Doe: “a leak”"),
    ],
)
def test_a_statement_that_was_stored_without_a_line_keeps_its_cue(
    cue: str | None, kind: Kind, text: str, sentence: str
) -> None:
    """What the archive holds of earlier versions reads as it did; a cue that only points at the source is left out."""
    bullet = Bullet(JANE, cue, kind, text, WHERE, line=line_before(cue, kind, text))
    assert sentence_of(bullet) == sentence


def test_who_quotes_it_in_other_words_is_named() -> None:
    """Each outlet once, by its address."""
    bullet = Bullet(
        JANE,
        "said",
        "direct",
        "“We stay here”",
        WHERE,
        otherwise=("https://courier.example/a", "https://courier.example/b", "https://www.gazette.example/c"),
    )
    assert printed(bullet).marks == "quoted differently by courier.example and gazette.example"


def test_a_line_says_when_one_outlet_alone_has_it() -> None:
    """With the outlet's address; a file has its name."""
    bullet = Bullet(
        None,
        None,
        "indirect",
        "The crane is broken.",
        (Evidence("https://www.courier.example/a", Span(0, 9)),),
    )
    assert printed(replace(bullet, only_here=True)).marks == "only in courier.example"
    file = (Evidence("file:///desk/crane.txt", Span(0, 9)),)
    assert printed(replace(bullet, only_here=True, evidence=file)).marks == "only in crane.txt"
    assert printed(bullet).marks == ""


def test_a_number_that_another_label_gives_is_not_shown_again() -> None:
    """ "The bloc holds 192 of the 300 seats" gives both."""
    seats = figure_of("192", "The bloc holds 192 of the 300 seats")
    all_seats = figure_of("300", "The bloc holds 192 of the 300 seats")
    brief = Brief((Article("https://a.example/1", "Text."),), (), (), (seats, all_seats), Dropped())
    assert figures_beside(brief) == (seats,)


def test_a_figure_whose_words_stand_above_already_is_not_told_again() -> None:
    """Of one sentence cut at two places only the first."""
    whole = figure_of("45", "The poll found 45 percent for Moll and 40 percent for Brandt")
    again = figure_of("40 per cent", "The poll found 45 percent for Moll and 40 percent for Brandt in Tarrow")
    brief = Brief((Article("https://a.example/1", "Text."),), (), (), (whole, again), Dropped())
    assert figures_beside(brief) == (whole,)


def test_the_sentence_before_a_figure_is_left_out_where_a_line_has_it() -> None:
    """It was told to say what the figure is of, which the reader knows by then."""
    missing = figure_of("Fourteen", "Six crew came ashore, the guard said. Fourteen people are still missing")
    proof = (Evidence("https://a.example/1", Span(0, 3)),)
    line = Bullet(Credit("the guard", None), "said", "indirect", "Six crew came ashore", proof)
    brief = Brief((Article("https://a.example/1", "Text."),), (), (line,), (missing,), Dropped())
    (shown,) = figures_beside(brief)
    assert shown.figure.told == "Fourteen people are still missing"
    assert figures_beside(replace(brief, bullets=())) == (missing,)


def test_a_digest_gives_no_figure_that_its_lead_has() -> None:
    """Nor one that a line has."""
    told = figure_of("40", "The storm closed 40 schools")
    new = figure_of("9", "Nine bridges fell")
    lead = Line("The storm closed 40 schools on Monday.", told.evidence)
    assert figures_of_story(DigestStory("Storm", (), lead, (), (told, new))) == (new,)


def test_figures_take_no_more_room_than_a_brief_has() -> None:
    """A shorter one behind a long one still has its place."""
    long = [figure_of(f"{n},000", f"{n},000 " + f"sheep{n} left{n} the{n} valley{n} " * 8) for n in (1, 2, 3)]
    short = figure_of("4,000", "4,000 goats came back")
    brief = Brief((Article("https://a.example/1", "Text."),), (), (), (*long, short), Dropped())
    assert figures_beside(brief) == (long[0], long[1], short)


def figure_of(surface: str, label: str) -> KeyFigure:
    return KeyFigure(
        Figure(Span(0, 3), surface, concept=label), (Evidence("https://a.example/1", Span(0, 3)),)
    )
