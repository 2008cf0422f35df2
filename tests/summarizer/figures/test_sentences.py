"""Own news sentences of every subject through the real model: value, unit and modifier of each figure."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summarizer.figures import find_figures
from tests.summarizer.figures.reading import as_case

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

pytestmark = pytest.mark.model

Case = tuple[object, str | None, str | None]
SENTENCES = tuple(
    line.split(" => ")
    for line in Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").splitlines()
    if " => " in line
)


@pytest.fixture(scope="module")
def parses(nlp: Language) -> dict[str, Doc]:
    """Each sentence with its parse, all parsed in one go."""
    texts = [text for text, _ in SENTENCES]
    return dict(zip(texts, nlp.pipe(texts), strict=True))


@pytest.mark.parametrize(("text", "told"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_a_sentence_gives_exactly_its_figures(parses: dict[str, Doc], text: str, told: str) -> None:
    """Each figure with its unit and modifier, in order, and none beside them."""
    found = [as_case(figure) for figure in find_figures(parses[text], ())]
    expected = _cases(told)
    assert [case[1:] for case in found] == [case[1:] for case in expected]
    for (value, _, _), (wanted, _, _) in zip(found, expected, strict=True):
        assert value == (wanted if wanted is None else pytest.approx(wanted))


def _cases(told: str) -> list[Case]:
    """The figures of a line of sentences.txt: "3.2|percentage|up; 45|dollar|"."""
    if told == "-":
        return []
    parts = (case.strip().split("|") for case in told.split(";"))
    return [(_value(value), unit or None, modifier or None) for value, unit, modifier in parts]


def _value(written: str) -> object:
    if written == "?":
        return None
    low, dots, high = written.partition("..")
    return (float(low), float(high)) if dots else float(low)
