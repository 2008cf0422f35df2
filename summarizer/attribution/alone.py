"""A quotation that is a paragraph of its own behind one that tells of its speaker alone."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.attribution.factual import can_speak
from summarizer.attribution.phrases import mention
from summarizer.attribution.pronouns import SUBJECT
from summarizer.attribution.reading import Candidate, Reading
from summarizer.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.parse.words import Token

PARAGRAPH = re.compile(r"[^\n]+")
FEWEST_WORDS = 8
# A quotation in single marks that its paragraph leaves open: what comes next goes on with it.
LEFT_OPEN = re.compile(r"[:,] [‘'](?=\w)")


def find_alone(reading: Reading) -> Iterator[Candidate]:
    """A candidate for each paragraph that is nothing but a quotation, where the one before names one person only."""
    paragraphs = [Span(*found.span()) for found in PARAGRAPH.finditer(reading.text) if found.group().strip()]
    for before, paragraph in pairwise(paragraphs):
        inside = reading.quotations_in(paragraph)
        words = paragraph.of(reading.text)
        is_whole = len(inside) == 1 and len(inside[0].span.of(reading.text).strip()) >= len(words.strip()) - 1
        if not is_whole or len(words.split()) < FEWEST_WORDS or inside[0].continues or not inside[0].closed:
            continue
        speaker = only_person(reading, before)
        if speaker is not None:
            yield Candidate((inside[0].span,), None, mention(speaker), "alone")


def only_person(reading: Reading, paragraph: Span) -> Token | None:
    """The subject of the paragraph's first sentence, where it is a person and the paragraph names and quotes nobody else."""
    tokens = reading.tokens(paragraph)
    words = paragraph.of(reading.text)
    if reading.quotations_in(paragraph) or not words.rstrip().endswith(".") or LEFT_OPEN.search(words):
        return None
    named = [token for token in tokens if token.ent_type_ == "PERSON" and token.dep_ != "compound"]
    subjects = [token for token in named if token.dep_ in SUBJECT and can_speak(token)]
    if not subjects or any(token.text != subjects[0].text for token in named):
        return None
    return subjects[0]
