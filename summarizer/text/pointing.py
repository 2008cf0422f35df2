"""What "this", "that", "those", "such", "there" and "the move" point to in a printed line, if to anything in it."""

from __future__ import annotations

import re

from summarizer.text.lexicon import alternatives, words_of
from summarizer.text.printed import Printed
from summarizer.text.stop_words import STOP_WORDS
from summarizer.text.words import stem

# A pointing word so near the line's first is what the reader meets before anything that could answer it.
FIRST_WORDS = 4
# "This" and "that" are answered by a thought before them in the line; so many words are one.
FEWEST_WORDS_OF_THOUGHT = 10
FEWEST_WORDS_BEFORE_NOUN = 6
FEWEST_LETTERS_OF_NOUN = 4
ALONE = STOP_WORDS | {""}  # behind a pointing word they show that no noun follows
NEAR = words_of("near")
TOLD_BEFORE = words_of("told_before")
# Single events, writings, people and sums: with a pointing word they are looked for before the line, wherever they stand in it.
TOLD_THINGS = TOLD_BEFORE | words_of("told_things") | words_of("said_things") | words_of("documents")
POINTS_TO_THINGS = frozenset(("the", "that", "this", "these", "those", "such", "both", "each"))
FARTHEST_THING = 3  # words: "the last such tape"
BEFORE_THAT = words_of("before_that")
BEFORE_CLAUSES = words_of("before_clauses")
_VERBS = alternatives(
    (words_of("auxiliaries") - {"are", "were", "be", "been", "being", "have"})
    | {"does", "did", "means", "makes"}
)
THAT_IS = re.compile(
    rf"that(?:'(?:s|ll|d)|\s+(?:(?:{_VERBS})(?:n't)?|seems|kind|sort|type|way|said|alone|one))\b",
    re.IGNORECASE,
)
# At the end of its clause, alone or with a noun: "do that.", "recognize that reality".
THAT_ENDS = re.compile(
    r"[Tt]hat(?:\s+(?!all|many|most|some|no|any|every|people|they|we|you|he|she|it|i\b)[a-z-]+)?"
    r"(?=\s*(?:[.,;:!?…)”\"—–]|$|at\ all\b))"
)
THAT_TIME = re.compile(r"that\s+(?:day|week|month|year|night|time|moment|much)\b", re.IGNORECASE)
# In a quotation what goes on around whoever speaks: "This is a witch hunt", "this is not a rally".
THIS_IS = re.compile(r"this(?:'s|\s+(?:is|was|isn't|wasn't))\s+(?:not\s+)?(?:an?|my|our)\b", re.IGNORECASE)
THIS_ALONE = re.compile(
    r"th(?:is|at)(?:(?:'s)?\s+(?:is|was|will|would|means)\b|\s*[.,;!?…”\"])", re.IGNORECASE
)
THOSE_WHO = re.compile(rf"those\s+(?:{alternatives(words_of('behind_those'))}|\w+ed|\w+ing)\b", re.IGNORECASE)
THERE_IS = re.compile(
    rf"there(?:'\w+|\s+(?:\w+ly\s+|\w+n't\b|(?:may|might|could|must)\s+)?(?:{alternatives(words_of('auxiliaries'))}|seems?|appears?|need|goes|comes?|exists?)\b|\s+\w+n't\b)",
    re.IGNORECASE,
)
SUCH = re.compile(r"such\s+(?!as\b|an?\b)\w", re.IGNORECASE)
# "The problem is" begins to tell what it is.
EXPLAINED = frozenset(
    ("argument", "idea", "issue", "plan", "point", "problem", "question", "reality", "reason", "result")
)
# Behind "the move" it says which one.
SAYS_WHICH = re.compile(r"\s+(?:of|to|that|for|with|by|in|about|on|against|an?)\b|\s+[A-Z]|['’]")


def points_near(line: Printed, at: int) -> bool:
    """Whether "this" or "these" is neither time nor place nor anything that the line or its reader has.

    "This" without a noun behind another word is what the news is about: "We are treating this as a rescue".
    """
    is_news = line.low(at) == "this" and not line.words[at].is_first and line.low(at + 1) in ALONE
    return not is_news and not is_answered(line, at)


def points_far(line: Printed, at: int) -> bool:
    """Whether "that" points, and to nothing that the line has: "that reality", "that is not the case"."""
    rest, before = line.rest(at).replace("’", "'"), line.low(at - 1)
    if THAT_TIME.match(rest) and at >= FIRST_WORDS:
        return False
    if line.words[at].is_first or before in BEFORE_CLAUSES:
        points = bool(THAT_IS.match(rest))
    else:
        points = bool(THAT_ENDS.match(rest)) or before in BEFORE_THAT
    return points and not is_answered(line, at)


def points_to_those(line: Printed, at: int) -> bool:
    """Whether "those" are not "those who …" and nothing that the line or its reader has."""
    return not THOSE_WHO.match(line.rest(at)) and not is_answered(line, at)


def points_to_place(line: Printed, at: int) -> bool:
    """Whether "there" is a place that the line has not named; "there is" is none."""
    if at == 0 or THERE_IS.match(line.rest(at).replace("’", "'")):
        return False
    if line.low(at - 1) in ("out", "is", "are", "was", "were", "be"):
        return False
    return not any(word.is_capital and not word.is_first for word in line.words[:at])


def points_to_such(line: Printed, at: int) -> bool:
    """Whether "such work" stands before the line has said what work."""
    return at < FIRST_WORDS and SUCH.match(line.rest(at)) is not None


def points_to_told(line: Printed, at: int) -> bool:
    """Whether "the move" is something that nobody has told the reader: no word behind it says which."""
    noun = line.low(at + 1)
    if noun not in TOLD_BEFORE or stem(noun) in line.known or at >= FEWEST_WORDS_BEFORE_NOUN:
        return False
    if noun in EXPLAINED and line.low(at + 2) in ("is", "was"):
        return False
    return SAYS_WHICH.match(line.behind(at + 1)) is None


def is_answered(line: Printed, at: int) -> bool:
    """Whether a thought before the word, or a noun behind it that the line or its reader has, says what is meant."""
    is_around = line.words[at].is_quoted and THIS_IS.match(line.rest(at).replace("’", "'"))
    if is_around or is_noun_known(line, at):
        return True
    if any(word.is_first for word in line.words[FIRST_WORDS : at + 1]):
        return True  # a sentence of the line stands before it
    return at >= FEWEST_WORDS_OF_THOUGHT and THIS_ALONE.match(line.rest(at).replace("’", "'")) is not None


def is_noun_known(line: Printed, at: int) -> bool:
    """Whether the noun behind a pointing word is here and now, or stands before it or in what the reader knows."""
    nouns = (line.low(at + 1), line.low(at + 2))
    if NEAR.intersection(nouns):
        return True
    seen = {*line.known, *(stem(word.low) for word in line.words[:at])}
    return any(stem(noun) in seen for noun in nouns if len(noun) >= FEWEST_LETTERS_OF_NOUN)


def points_to_thing(line: Printed, at: int) -> bool:
    """Whether "the tape", "that tweet" or "such a meeting" is something told before, which neither line nor reader has."""
    if line.low(at) not in POINTS_TO_THINGS:
        return False
    first = at + 2 if line.low(at + 1) in ("a", "an") else at + 1
    for noun in range(first, min(first + FARTHEST_THING, len(line.words))):
        low, gap = line.low(noun), line.text[line.words[noun - 1].end : line.words[noun].start]
        if (
            gap.strip()
            or low in STOP_WORDS
            or (line.words[noun].is_capital and not line.words[noun].is_first)
        ):
            return False
        if low in TOLD_THINGS:
            return not is_no_pointer(line, at, noun) and not is_known(line, at, low)
    return False


def is_no_pointer(line: Printed, at: int, noun: int) -> bool:
    """Whether words behind "the tape" say which, or "that" before several opens a clause: said that talks went on."""
    if line.low(at) == "the":
        return SAYS_WHICH.match(line.behind(noun)) is not None
    return line.low(at) == "that" and line.low(noun).endswith("s")


def is_known(line: Printed, at: int, noun: str) -> bool:
    """Whether the line before word number `at`, or what its reader knows, has the noun."""
    return stem(noun) in line.known or any(stem(word.low) == stem(noun) for word in line.words[:at])
