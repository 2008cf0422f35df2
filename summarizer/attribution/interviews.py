"""Who answers in an interview: the person whom its introduction brings in; and answers whose questions carry no label."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.attribution.reading import Candidate, Reading
from summarizer.model import Span
from summarizer.text.names import GIVEN_TO, NOT_PERSONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# So many questions, each a paragraph of its own, make an interview; a longer one tells more than it asks.
FEWEST_QUESTIONS, LONGEST_QUESTION = 3, 45
# Of the answers so many are told by an "I" or a "we"; a list of questions that the reporter answers has none.
IN_THE_FIRST_PERSON = 0.6
FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b")
SPOKEN_TO = re.compile(r"\b[Yy]ou\b|\b[Yy]our\b")
# Before a name they say that this is who was asked.
ASKED = re.compile(
    r"\b(?:interview(?:ed)?(?: with)?|(?:spoke|talked|spoken|sat down|caught up|chatted) (?:to|with)|we asked|questions (?:for|to))\b[^.?!]{0,60}$",
    re.IGNORECASE,
)


def find_interview(reading: Reading, paragraphs: Sequence[Span]) -> Iterator[Candidate]:
    """The answers of an interview whose questions are paragraphs without a label, as what the person introduced said."""
    text = reading.text
    questions = [at for at, paragraph in enumerate(paragraphs) if is_question(paragraph.of(text))]
    if len(questions) < FEWEST_QUESTIONS or questions[0] == 0:
        return
    asked = asked_person(reading, paragraphs[questions[0]].start)
    answers = [
        paragraphs[one + 1 : two]
        for one, two in pairwise((*questions, min(questions[-1] + 2, len(paragraphs))))
    ]
    told = [answer for answer in answers if answer and FIRST_PERSON.search(answer[0].of(text))]
    if asked is None or len(told) < max(FEWEST_QUESTIONS - 1, IN_THE_FIRST_PERSON * len(questions)):
        return
    for answer in answers:
        for at, paragraph in enumerate(answer):
            if at == 0 or goes_on(paragraph.of(text)):
                yield Candidate((paragraph,), None, asked, "turn", verbatim=True)


def goes_on(paragraph: str) -> bool:
    """Whether a further paragraph is the answer's: told by an "I", and to nobody; who asks may do so without a question mark."""
    return FIRST_PERSON.search(paragraph) is not None and SPOKEN_TO.search(paragraph) is None


def is_question(paragraph: str) -> bool:
    """Whether a paragraph is a question and no more, and nobody's in quotation marks."""
    words = paragraph.split()
    return (
        len(words) <= LONGEST_QUESTION and words[-1].endswith("?") and paragraph.lstrip()[0] not in "“\"‘'«"
    )


def asked_person(reading: Reading, end: int) -> Span | None:
    """The first full name before `end` of the one person it brings in, or of whom it says that they were asked; None in doubt."""
    people = [
        entity
        for entity in reading.doc.ents
        if entity.label_ == "PERSON"
        and len(entity) > 1
        and entity.end_char <= end
        and not names_a_body(entity.text)
    ]
    surnames = {entity[-1].lower_ for entity in people}
    asked = [entity for entity in people if ASKED.search(reading.text[:end], 0, entity.start_char)]
    one = people if len(surnames) == 1 else asked[:1]
    return Span(one[0].start_char, one[0].end_char) if one else None


def names_a_body(name: str) -> bool:
    """Whether what the model takes for a person is a firm or an office by its words."""
    words = name.casefold().split()
    return words[0] not in GIVEN_TO and not NOT_PERSONS.isdisjoint(words)
