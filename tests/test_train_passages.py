"""The passages that the tagger is measured on, beside its corpus: their notation."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from train.passages import read_passages
from train.polnear import Annotated, Span


@pytest.fixture
def passages(tmp_path: Path) -> tuple[Annotated, ...]:
    """Two passages of one kind and one of another."""
    path = tmp_path / "passages.txt"
    path.write_text(
        "# Two cues\n\n"
        "{12s Ann Bell} {1c said} {1t the ferry was late} and {2o hoped} {2t for wind}.\n“{3t Go},” {3c said} {3s Orr}.\n\n"
        "{s The board} {c was quoted} by a paper {c as saying} {t that the pier would close}.\n\n"
        "# None\n\n"
        "The pier is closed.\n",
        encoding="utf-8",
    )
    return read_passages(path)


def words(passage: Annotated, spans: tuple[Span, ...]) -> list[str]:
    return [passage.text[start:end] for start, end in spans]


def test_a_line_is_a_paragraph_and_braces_are_not_in_the_text(passages: tuple[Annotated, ...]) -> None:
    """What the network reads looks like an article."""
    assert passages[0].text == "Ann Bell said the ferry was late and hoped for wind.\n\n“Go,” said Orr."
    assert [passage.name for passage in passages] == ["Two cues", "Two cues", "None"]


def test_a_span_with_two_numbers_belongs_to_two_attributions(passages: tuple[Annotated, ...]) -> None:
    """One source may have two cues, and one of them may be a thought."""
    said, hoped, _ = passages[0].attributions
    assert words(passages[0], said.source) == words(passages[0], hoped.source) == ["Ann Bell"]
    assert words(passages[0], hoped.content) == ["for wind"]
    assert [said.is_speech, hoped.is_speech] == [True, False]


def test_a_cue_may_be_in_two_parts(passages: tuple[Annotated, ...]) -> None:
    """A paper that is named inside the cue is no part of it."""
    (only,) = passages[1].attributions
    assert words(passages[1], only.cue) == ["was quoted", "as saying"]


def test_the_passages_of_the_project_are_well_formed() -> None:
    """No brace is left over, every attribution has content, and no word is marked twice."""
    for passage in read_passages():
        assert not set("{}") & set(passage.text), passage.text
        for one in passage.attributions:
            assert one.content, passage.text
        contents = sorted(span for one in passage.attributions for span in one.content)
        assert all(one[1] <= two[0] for one, two in pairwise(contents)), passage.text
