"""Pasted text: lines, wrapped lines, blank lines."""

from __future__ import annotations

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
