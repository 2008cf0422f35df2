"""Pasted text: lines, wrapped lines, blank lines."""

from __future__ import annotations

import pytest

from summarizer.article import article_from_text
from tests.summarizer.article.pages import STORY


def test_blank_lines_and_single_ones_part_paragraphs():
    """Both ways of pasting give the same article."""
    single = article_from_text("\n".join(STORY), "file:///a.txt")
    blank = article_from_text("\r\n\r\n".join(STORY), "file:///a.txt")
    assert single.text == blank.text == "\n\n".join(STORY)


def test_wrapped_lines_are_joined():
    """Text from a mail program, broken every 60 letters."""
    wrapped = "\n\n".join("\n".join(wrap(paragraph, 60)) for paragraph in STORY)
    assert article_from_text(wrapped, "file:///a.txt").text == "\n\n".join(STORY)


def wrap(paragraph, width):
    """Lines of at most `width` letters."""
    lines = [""]
    for word in paragraph.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def test_invisible_characters_are_taken_out():
    """Soft hyphens, zero-width blanks and no-break blanks of copied pages."""
    dirty = STORY[0].replace("council", "coun\u00adcil").replace(" to ", "\u00a0to\u200b ")
    assert article_from_text(dirty, "file:///a.txt").text == STORY[0]


def test_the_address_is_kept_and_cleaned():
    """A file's URI stays; a web address loses its trackers in canonical_url."""
    assert article_from_text(STORY[0], "file:///a.txt").canonical_url == "file:///a.txt"
    assert article_from_text(STORY[0], "https://a.example/x?fbclid=1").canonical_url == "https://a.example/x"


BELOW = (
    "The town council of Hartwell closed the old mill bridge on Monday after a lorry broke through its deck.",
    "Divers looked at the piers and found two of them cracked.",
    "The bridge was built by prisoners.",
    "It will stay closed until the spring.",
)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (
            "Hartwell Closes Old Mill Bridge After Lorry Breaks Through.",
            "Hartwell Closes Old Mill Bridge After Lorry Breaks Through",
        ),
        (
            "Hartwell closes bridge as lorry breaks through deck.",
            "Hartwell closes bridge as lorry breaks through deck",
        ),
        ("The old mill bridge, closed at last.", "The old mill bridge, closed at last"),
        ("Mill bridge closed;", "Mill bridge closed"),
        ("Who closed the Hartwell bridge, and why?", "Who closed the Hartwell bridge, and why?"),
        ("Council silent on bridge in the U.K.", "Council silent on bridge in the U.K."),
    ],
    ids=(
        "title case",
        "no article",
        "an article, and told again",
        "a semicolon",
        "a question",
        "an abbreviation",
    ),
)
def test_a_first_line_with_a_full_stop_is_the_headline_by_its_words(line: str, title: str):
    """An archive ends headlines as sentences; they lose the stop, and the text keeps it."""
    article = article_from_text("\n\n".join((line, *BELOW)), "file:///a.txt")
    assert article.title == title
    assert article.text.startswith(line)


@pytest.mark.parametrize(
    "line",
    [
        "Hartwell council closed the mill bridge on Monday.",
        "Ann Example said Hartwell was safe.",
        "HARTWELL, Caldria (AP) — Bridge closed after lorry breaks through.",
        "“Hartwell Bridge Is Closed For Good And All.”",
        "They closed Hartwell bridge without warning.",
        "Hartwell is a town of bridges, and all of them were built by men who had never seen a lorry or a tram.",
    ],
    ids=("a day", "what somebody said", "a dateline", "a quotation", "a pronoun", "a long sentence"),
)
def test_a_first_sentence_is_no_headline(line: str):
    """Where nothing shows that it is one, the text has no title."""
    assert article_from_text("\n\n".join((line, *BELOW)), "file:///a.txt").title is None


@pytest.mark.parametrize(
    "lines",
    [
        ("Divers find cracks in two piers.",),
        (
            "ABSTRACT.",
            "Divers have found cracks in the piers of a bridge that the town closed.",
            "FULL TEXT.",
        ),
    ],
    ids=("a second headline", "an abstract"),
)
def test_the_line_below_a_pasted_headline_is_the_standfirst(lines: tuple[str, ...]):
    """It is one if it is a headline itself, or is called an abstract."""
    article = article_from_text(
        "\n\n".join(("Hartwell bridge closed after crash.", *lines, *BELOW)), "file:///a.txt"
    )
    assert article.standfirst == (lines[1] if len(lines) > 1 else lines[0])
    assert (
        article_from_text(
            "\n\n".join(("Hartwell bridge closed after crash.", *BELOW)), "file:///a.txt"
        ).standfirst
        is None
    )


def test_a_short_first_sentence_below_a_pasted_headline_is_no_standfirst():
    """It has an article, as sentences have: it is the story's."""
    line = "The season of the Hartwell bridge is over."
    assert (
        article_from_text(
            "\n\n".join(("Hartwell bridge closed after crash", line, *BELOW)), "file:///a.txt"
        ).standfirst
        is None
    )
