"""Numbers that somebody denies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.article import article_from_text
from summarizer.brief import make_brief
from summarizer.figures import find_figures
from summarizer.figures.polarity import is_denied
from summarizer.model import Extract

if TYPE_CHECKING:
    from spacy.language import Language

DENIED = [
    "The ferry carried 75 people, not 78.",
    "Police said that it was not the 78 first reported.",
    "The mayor denied that the bridge had cost 78 million crowns.",
    "The bank denied losing 78 million crowns.",
    "We did not lose 78 jobs.",
    "The firm doesn't employ 78 people.",
    "She dismissed reports that 78 workers had left.",
    "The mayor said a figure of 78 was wrong.",
    "Brandt, alleging - again falsely - that Tarrow lost 78 jobs, left.",
    "He falsely claimed that 78 homes had burned.",
]
CLAIMED = [
    "Not only 78 homes but a barn burned.",
    "No more than 78 people came.",
    "The club has not paid the 78 million crowns.",
    "The fire did not spread until 78 crews had left.",
    "She dismissed reports of a strike but said 78 workers had left.",
    "The court rejected a 78 million crown claim.",
]


@pytest.mark.parametrize(
    ("text", "denied"), [*((text, True) for text in DENIED), *((text, False) for text in CLAIMED)]
)
def test_a_number_is_denied_where_its_clause_denies_it(text: str, *, denied: bool) -> None:
    """Not 78, did not lose 78; but not only 78, not paid the 78."""
    start = text.index("78")
    assert is_denied(text, start, start + 2) is denied


@pytest.mark.model
def test_a_denied_number_is_kept_and_never_shown(nlp: Language) -> None:
    """The extract tells that it is denied; the brief shows it nowhere."""
    text = "Police said 12 people were hurt, not 20 as first reported."
    figures = find_figures(nlp(text), ())
    assert [(figure.surface, figure.denied) for figure in figures] == [("12", False), ("20", True)]
    brief = make_brief([article_from_text(text, "https://courier.example/ferry")], [Extract((), figures)])
    assert [key.figure.surface for key in (*brief.figures, *brief.more_figures)] == ["12"]
