"""JSON lines that are odd: half a character, something else than a string, a text without end."""

from __future__ import annotations

import io
import json

import pytest

from bot.cli.jsonl import Lines, encoded, string
from bot.cli.page import page_shape
from bot.readers.batches import article_in, attempt, text_of
from bot.readers.many import MAY_PASS, ArchiveText
from handlers.domain.sentences import sentence_for
from summarizer.errors import TooLong
from summarizer.parse.pipeline import LONGEST_TEXT
from summarizer.reader import Reader

HALF = "\ud83d"


def test_half_a_character_is_replaced_and_moves_nothing():
    """Positions in the text stay what they were; in an id it is kept."""
    (line,) = Lines([json.dumps({"id": HALF, "text": f"The {HALF} mayor"})], ("id", "text"))
    assert string(line, "text") == "The \ufffd mayor"
    assert encoded(line["id"]) == b'"\\ud83d"\n'


def test_what_is_no_string_is_passed_over_and_told(capsys):
    """It would be read as the words "None" and "7"; endless nesting is no JSON of ours either."""
    lines = Lines(
        ['{"id": 1, "text": null}', '{"id": 2, "text": 7}', "[" * 100_000, '{"id": 3, "text": "x"}'],
        ("id", "text"),
    )
    assert [line["id"] for line in lines] == [3]
    assert lines.skipped == 3
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "line 1 skipped: no JSON object with id, text (a string)"
    assert [one.split()[1] for one in told] == ["1", "2", "3"]


@pytest.mark.parametrize("path", ["nowhere.html", "a\0b", HALF])
def test_a_file_that_cannot_be_opened_has_its_error_and_kind(path):
    """Also one that no file can be called."""
    shape = page_shape({"id": 1, "url": f"https://courier.example/{HALF}", "path": path})
    assert (shape["text"], shape["kind"]) == ("", "FileUnreadable")
    assert shape["url"] == "https://courier.example/\ufffd"
    assert shape["error"].startswith(path)


def test_a_text_that_is_too_long_is_told_before_it_is_read():
    """With how long it may be; trying again would not help."""
    long = "x " * (LONGEST_TEXT // 2) + "y"
    with pytest.raises(TooLong) as raised:
        Reader(pipeline=None).extract(long)
    assert sentence_for(raised.value) == (
        "That text has 3,000,001 characters, and I read at most 3,000,000 at once; share it in parts."
    )
    line = attempt(text_of, ArchiveText(1, "stdin:", text=long))
    assert line["kind"] == "TooLong"
    assert line["kind"] not in MAY_PASS
    assert attempt(text_of, ArchiveText(1, "stdin:", text=long[:-1])).text == long[:-1]


def test_what_is_no_article_has_its_kind():
    """The name of its error."""
    line = attempt(article_in, ArchiveText(1, "https://courier.example/", text=""))
    assert line["kind"] == "EmptyPage"
    assert line["error"].endswith(".")


def test_lines_are_read_from_any_stream():
    """An empty line is none."""
    assert list(Lines(io.StringIO('\n{"id": 1}\n\n'), ("id",))) == [{"id": 1}]
