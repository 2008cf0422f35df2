"""Statements from nouns: "the minister's announcement that …", "her claim that …", "their demand to …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.credited import source_of
from summarizer.attribution.cues import SAID_THINGS, UTTERS
from summarizer.attribution.phrases import child_of, edges, mention
from summarizer.attribution.reading import Candidate, Reading, span_of, widened_to_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.parse.words import Token

# Words between the noun and its clause: "announcement late on Tuesday that".
FARTHEST_CLAUSE = 4


def find_nouns(reading: Reading) -> Iterator[Candidate]:
    """A candidate for each noun of saying that has a clause and somebody who said it."""
    for token in reading.words:
        if token.pos_ == "NOUN" and token.lemma_.lower() in SAID_THINGS and not reading.is_quoted(token):
            yield from said_thing(reading, token)


def said_thing(reading: Reading, noun: Token) -> Iterator[Candidate]:
    clause = clause_of(noun)
    source = owner_of(noun)
    if clause is None or source is None:
        return
    content = edges(reading.doc, clause)
    if content:
        yield Candidate((widened_to_marks(reading, content),), span_of(noun), mention(source), "noun")


def clause_of(noun: Token) -> Token | None:
    """The clause that begins with "that" behind the noun, wherever the parse has hung it."""
    for token in noun.doc[noun.i + 1 : min(noun.i + 2 + FARTHEST_CLAUSE, noun.sent.end)]:
        if token.lower_ == "that":
            return (
                token.head
                if token.dep_ == "mark" and token.head.i > token.i and token.head.left_edge.i == token.i
                else None
            )
        if token.pos_ not in ("PROPN", "NOUN", "NUM", "ADV", "ADP", "DET"):
            return None
    return None


def owner_of(noun: Token) -> Token | None:
    """Whose words the noun means: a possessor, "by" or "from" somebody, or who made, repeated, issued them."""
    for child in noun.children:
        if child.dep_ == "poss" or (child.dep_ == "nmod" and child_of(child, "case") is not None):
            return child
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            return child_of(child, "pobj")
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_.lower() in UTTERS:
        return source_of(verb)
    return None
