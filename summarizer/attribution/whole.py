"""A source as a whole noun phrase: nothing of it cut off at its end, no half clause left on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.names import AHEAD
from summarizer.attribution.phrases import child_of, mention

if TYPE_CHECKING:
    from summarizer.attribution.reading import Reading
    from summarizer.model import Span
    from summarizer.parse.words import Token

# What stands before a noun and says nothing without it: "One of the region's [most]", "[Lou] “Dutch” Brenner".
BEFORE_ITS_NOUN = frozenset({"det", "amod", "advmod", "poss", "case", "compound", "nummod", "nmod"})
FARTHEST_NOUN = 6  # words
# Of whom nothing is said but by what follows.
ANYBODY = frozenset({"people", "those", "someone", "somebody", "anyone", "others"})
LONGEST_CLAUSE = 12  # words
SPACED_DASH = re.compile(r"\s+[-–—]+\s+")
BOTH_SIDES = 2
# A dash, and behind it what cannot be a name.
ASIDE = re.compile(r"\s*(?:—|--|\s–)\s*(?=(?:at|in|on|by|from|with|for|as|who|which|not|now|then|also|of)\b)")
# Verbs of saying that a parse takes for the noun behind a source: "the editorial [read]".
MISTAKEN = frozenset("read reads said says wrote writes told asked added states notes claims".split())
ISSUED = frozenset({"issue", "release", "publish"})
BY = frozenset({"by", "from"})


def whole(reading: Reading, span: Span) -> Span:
    """`span` up to the noun in whose midst it ends, and without a participle whose object it lacks."""
    tokens = reading.tokens(span)
    if not tokens:
        return span
    if (
        len(tokens) > 1
        and tokens[0].lower_ in AHEAD
        and tokens[0].text.istitle()
        and tokens[1].pos_ == "PROPN"
    ):
        tokens, span = tokens[1:], type(span)(tokens[1].idx, span.end)
    told = told_of(tokens)
    if told is not None:
        return type(span)(span.start, told)
    last = noun_behind(tokens[-1])
    if last is not tokens[-1] and last.lower_ not in MISTAKEN:
        return type(span)(span.start, last.idx + len(last))
    clause = next((token for token in tokens[1:] if is_half_clause(token, tokens)), None)
    return span if clause is None else type(span)(span.start, clause.nbor(-1).idx + len(clause.nbor(-1)))


def on_one_side(text: str, source: Span, cue: Span | None) -> Span:
    """The part of a source on its cue's side of a spaced dash: "Mr. Example - 60 percent of voters" are the voters.

    Of "The warden—at her post since dawn" it is what stands before the aside.
    """
    aside = ASIDE.search(text, source.start, source.end)
    if aside and aside.start() > source.start:
        return type(source)(source.start, aside.start())
    parts = SPACED_DASH.split(source.of(text))
    if len(parts) != BOTH_SIDES or cue is None or not all(parts):
        return source
    if cue.start >= source.end:
        return type(source)(source.end - len(parts[1]), source.end)
    return type(source)(source.start, source.start + len(parts[0]))


def told_of(tokens: list[Token]) -> int | None:
    """The end of the clause without which a source is nobody: "people [who have spoken with the clerk]"."""
    noun = tokens[-1]
    clause = child_of(noun, "relcl")
    if len(tokens) > 1 or noun.lower_ not in ANYBODY or clause is None or clause.left_edge.lower_ != "who":
        return None
    words = list(noun.doc[clause.left_edge.i : clause.right_edge.i + 1])
    is_short = len(words) <= LONGEST_CLAUSE and clause.left_edge.i == noun.i + 1
    is_plain = is_short and not any(word.is_punct or word.is_space for word in words)
    return words[-1].idx + len(words[-1]) if is_plain else None


def noun_behind(last: Token) -> Token:
    """The noun before which `last` stands, in the same phrase; else `last` itself."""
    word = last
    while word.dep_ in BEFORE_ITS_NOUN and word.head.i > word.i:
        word = word.head
    kinds = ("PROPN",) if last.pos_ == "PROPN" else ("NOUN", "PROPN")  # a headline's verb is taken for a noun
    is_near = word.pos_ in kinds and word.i - last.i <= FARTHEST_NOUN
    return word if is_near else last


def is_half_clause(verb: Token, tokens: list[Token]) -> bool:
    """Whether a participle of a source has lost its object: "pupils carrying" of "pupils carrying candles"."""
    end = tokens[-1].i
    is_inside = any(token.i == verb.head.i for token in tokens)
    thing = child_of(verb, "dobj")
    return verb.dep_ == "acl" and is_inside and thing is not None and verb.i < end + 1 <= thing.i


def issuer(noun: Token) -> Span | None:
    """Whose statement it is: "a statement from the Electoral Commission", "issued by" it."""
    if noun.lemma_.lower() != "statement":
        return None
    issued = next((each for each in noun.children if each.dep_ == "acl" and each.lemma_ in ISSUED), None)
    for word in (noun, issued):
        by = (
            [each for each in word.children if each.dep_ in ("prep", "agent") and each.lower_ in BY]
            if word
            else []
        )
        who = child_of(by[0], "pobj") if by else None
        if who is not None and who.pos_ in ("PROPN", "NOUN"):
            return mention(who)
    return None
