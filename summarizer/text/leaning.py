"""Whether a line leans on words that stand before it on the page: "they", "that reality", "But …". The one place that knows.

A word that points is answered by words before it in the line, by the line's source, or by what the reader knows already;
what nothing answers leans. A line is read as it is printed, without a parse.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from summarizer.text.lexicon import words_of
from summarizer.text.meant import HER, are_nobody, is_nobody, is_nothing
from summarizer.text.pointing import (
    FEWEST_WORDS_BEFORE_NOUN,
    FIRST_WORDS,
    points_far,
    points_near,
    points_to_place,
    points_to_such,
    points_to_those,
    points_to_told,
)
from summarizer.text.printed import Meant, Printed, words_in

LINKING = words_of("linking")
POINTS: Mapping[str, Callable[[Printed, int], bool]] = {
    **dict.fromkeys((*HER, "he", "him", "his", "himself"), is_nobody),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), are_nobody),
    **dict.fromkeys(("it", "its", "itself"), is_nothing),
    "this": points_near,
    "these": points_near,
    "that": points_far,
    "those": points_to_those,
    "there": points_to_place,
    "such": points_to_such,
    "the": points_to_told,
}
DENIES = ("deni", "deny", "dismiss", "reject", "refut", "rebut", "disput", "condemn", "denounc")
DENIAL_WITHIN = 2  # words before what is denied: "has denied it"
SHORT_LINE = 8  # words: a line no longer has nothing beside the word that points
_END = r"\s*(?:[.,;!?…”\"]|$)"
_IS = r"\s+(?:is|was|are|were|had|has|will|would|said)\b"
# Groups of words that point whatever they stand behind.
GROUPS = re.compile(
    rf"""\b(?:
        the\s+same(?={_END}|\s+(?:thing|for)\b)
      | (?:some|one|two|three|many|most|all|none|both|few|each|any|neither|either|half)\s+of\s+(?:them|these|those|this|that|it)\b
      | the\s+other(?:s|\s+(?:two|three|four|one|side|half))?(?={_END}|{_IS})
      | the\s+(?:latter|former)(?=['’]|{_END}|{_IS})
      | (?:do|does|did|done|doing|think|thinks|said|hope)\s+so(?={_END})
      | that(?:['’]s|\s+is)\s+why
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# One of the first is in each group, or "of" with one of the others: few lines have any.
IN_GROUPS = frozenset(("same", "other", "others", "latter", "former", "so", "why"))
BEHIND_OF = frozenset(("them", "these", "those", "this", "that", "it"))
# First words that answer something only before a comma or a pronoun: "No, …", "Still it …"; not "No driver …".
HALF_LINKS = frozenset(("no", "right", "well", "still", "then", "rather", "sure", "correct"))
ANSWERS = re.compile(r"\s*[,.!…”\"]|\s+(?:it|he|she|they|we|i)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Leaning:
    """A word or words that point to what stands before the line; `is_first`: a reader meets nothing else before them."""

    text: str
    is_first: bool


def leaning(
    line: str, *, known: Collection[str] = (), told: Collection[Meant] = (), source: Collection[Meant] = ()
) -> tuple[Leaning, ...]:
    """The words of a line that point to what stands before it.

    `known` are the stems of words that the reader has seen: "this law" below a headline with "law" is understood. `told`
    are the pronouns that can mean somebody whom the reader knows, `source` those that can mean whoever the line stands
    under, outside quotation marks.
    """
    return tuple(_found(Printed(line, tuple(words_in(line)), known, told, source)))


def opens_leaning(line: str, source: Collection[Meant] = ()) -> bool:
    """Whether one of the first words of a line points to what stands before it."""
    return any(one.is_first for one in leaning(line, source=source))


def _found(line: Printed) -> Iterator[Leaning]:
    if line.words and _links(line):
        yield Leaning(line.words[0].text, is_first=True)
    for at, word in enumerate(line.words):
        points = POINTS.get(word.low)
        if points is None or not points(line, at) or answers_news(line, at):
            continue
        is_early = at < (1 if word.low == "the" else FIRST_WORDS) or len(line.words) <= SHORT_LINE
        yield Leaning(word.text, is_first=is_early)
    if may_have_group(line) and (group := GROUPS.search(line.text)):
        before = sum(word.start < group.start() for word in line.words)
        if before < FEWEST_WORDS_BEFORE_NOUN:
            yield Leaning(group.group(), is_first=before < FIRST_WORDS)


def may_have_group(line: Printed) -> bool:
    """Whether a line has the words that one of the groups has at least."""
    words = {word.low for word in line.words}
    return not words.isdisjoint(IN_GROUPS) or ("of" in words and not words.isdisjoint(BEHIND_OF))


def answers_news(line: Printed, at: int) -> bool:
    """Whether a denial at the head of the line answers what the article is about: "dismissed them as groundless"."""
    verb = line.low(at - 1)
    is_object = line.low(at) in ("them", "it", "this", "that", "the")
    return is_object and at <= DENIAL_WITHIN and verb.startswith(DENIES) and not line.words[at].is_quoted


def _links(line: Printed) -> bool:
    """Whether the first word answers or goes on from something: "But they did", "Yes"; not "So far" or "Because of rain, …"."""
    first, behind = line.words[0], line.behind(0)
    if first.low not in LINKING or not first.is_capital:
        return False
    if first.low == "so":
        return re.match(r"\s+(?:far|many|much|long as)\b", behind) is None
    if first.low in HALF_LINKS:
        return ANSWERS.match(behind) is not None
    if first.low in ("because", "either", "neither"):
        return not any(joint in behind for joint in (",", " or ", " nor "))
    return True
