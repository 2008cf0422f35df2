"""What a statement says, taken apart into what decides whether another says the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from summarizer.merge.numbers import Stated, find_numbers
from summarizer.merge.words import STOP, Token, key_of, tokenise
from summarizer.text.dates import MONTH_NAMES, WEEKDAY_NAMES
from summarizer.text.lexicon import kinds_of, words_of
from summarizer.text.negations import is_negation
from summarizer.text.pronouns import PERSON_OF
from summarizer.text.words import stem

QUOTED = re.compile(r"[“\"]([^”\"]+)[”\"]?|‘(.+?)’(?=[\s,.;:!?…)]|$)")


def _keys(words: Iterable[str]) -> frozenset[str]:
    return frozenset(key for word in words for key in (key_of(word), stem(word)))


NOT_DONE = frozenset({("yet", "to")})
# Verbs and adjectives that turn a claim round or take it back.
REVERSALS = _keys(words_of("reversals"))
DETERMINERS = frozenset("a an the its his her their our my".split())
PLACES = frozenset(
    "in at on near over across outside inside during for with within under along around".split()
)
JOINTS = frozenset(("and", "but"))
ENDS_ASIDE = words_of("auxiliaries")
STEPS = frozenset(("by", "from", "to"))
OBLIGES = frozenset(("have", "has", "had", "need", "needs"))
MODALS = kinds_of("modals")
# Within what somebody says, these put the rest into another mind or another world.
STANCES = _keys(words_of("stances"))
QUANTIFIERS = words_of("quantifiers")
# Words that make another thing of what they stand beside: a former minister is none, a minister's wife neither.
QUALIFIERS = _keys(words_of("qualifiers"))
TIMES = words_of("times_of_day") | frozenset(map(str.lower, WEEKDAY_NAMES))
MONTHS = frozenset(map(str.lower, MONTH_NAMES))


@dataclass(frozen=True, slots=True)
class Said:
    """One content, taken apart. Names and numbers keep their order: it tells who did what to whom."""

    text: str
    quotations: tuple[tuple[str, ...], ...]  # every word in quotation marks, a tuple for each pair of them
    words: tuple[str, ...]  # content words, names among them
    names: frozenset[str]
    numbers: tuple[str, ...]
    negations: tuple[str, ...]
    modals: frozenset[str]
    stances: tuple[str, ...]
    qualifiers: frozenset[str]
    times: frozenset[str]
    persons: frozenset[str]
    steps: frozenset[tuple[str, str]]
    asides: tuple[bool, ...]  # of each content word: whether it may be left out without changing what is said
    passive: bool
    is_framed: bool  # words stand outside the quotation marks

    @property
    def begins_aside(self) -> bool:
        """Whether it opens with a place or time: "in the pit nine miners were trapped"."""
        return bool(self.asides) and self.asides[0]

    @property
    def quoted(self) -> int:
        """How many words stand in quotation marks."""
        return sum(map(len, self.quotations))


@lru_cache(maxsize=4096)  # the same text is compared with many others
def take_apart(text: str) -> Said:
    """What `text` says, ready to be compared."""
    tokens = tokenise(text)
    numbers = find_numbers(text, tokens)
    used = frozenset(place for number in numbers for place in number.places)
    rest = [token for place, token in enumerate(tokens) if place not in used]
    lows = [token.low for token in rest]
    words = tuple(token.key for token in rest if is_content(token))
    return Said(
        text=text,
        quotations=quotations_of(text),
        words=words,
        names=frozenset(token.key for token in rest if is_name(token)),
        numbers=tuple(number.form for number in numbers),
        negations=negations_of(rest, lows),
        modals=modals_of(rest, lows),
        stances=tuple(sorted(token.key for token in rest if token.key in STANCES)),
        qualifiers=qualifiers_of(rest),
        times=times_of(rest, lows),
        persons=frozenset(PERSON_OF[low] for low in lows if low in PERSON_OF),
        steps=steps_of(tokens, numbers),
        asides=asides_of(tokens, used),
        passive="by" in lows,
        is_framed=bool(re.search(r"\w", QUOTED.sub(" ", text))),
    )


def quotations_of(text: str) -> tuple[tuple[str, ...], ...]:
    parts = (double or single for double, single in QUOTED.findall(text))
    found = (tuple(token.low for token in tokenise(part)) for part in parts)
    return tuple(words for words in found if words)


def is_content(token: Token) -> bool:
    return not (token.low in STOP or token.low in MODALS or is_negation(token.low))


def is_name(token: Token) -> bool:
    return token.text[0].isupper() and not token.opens and is_content(token) and not is_time(token)


def is_time(token: Token) -> bool:
    return token.low in TIMES or (token.low in MONTHS and token.text[0].isupper() and not token.opens)


def negations_of(tokens: list[Token], lows: list[str]) -> tuple[str, ...]:
    plain = ["not" for low in lows if is_negation(low)]
    open_still = ["not" for pair in pairwise(lows) if pair in NOT_DONE]
    return tuple(sorted(plain + open_still + [token.key for token in tokens if token.key in REVERSALS]))


def modals_of(tokens: list[Token], lows: list[str]) -> frozenset[str]:
    found = {
        MODALS[low] for low, token in zip(lows, tokens, strict=True) if low in MODALS and not is_time(token)
    }
    if any(first in OBLIGES and second == "to" for first, second in pairwise(lows)):
        found.add("must")
    if any(low.endswith("'ll") for low in lows):
        found.add("will")
    return frozenset(found)


def qualifiers_of(tokens: list[Token]) -> frozenset[str]:
    found = {token.key for token in tokens if token.low in QUANTIFIERS or token.key in QUALIFIERS}
    of_many = {first.low for first, second in pairwise(tokens) if first.low == "one" and second.low == "of"}
    return frozenset(found | of_many)


def steps_of(tokens: Sequence[Token], numbers: Sequence[Stated]) -> frozenset[tuple[str, str]]:
    """Where something went, from where, or how far: "fell to 5", "fell by five", "a train from Tessel"."""
    stated = {number.places.start: number.form for number in numbers}
    plain = [
        (token.low, stated.get(place, token.key))
        for place, token in enumerate(tokens)
        if place in stated or token.low not in DETERMINERS
    ]
    return frozenset((step, what) for (step, _), (_, what) in pairwise(plain) if step in STEPS)


def asides_of(tokens: Sequence[Token], used: frozenset[int]) -> tuple[bool, ...]:
    """Whether each content word is an aside: a name, a measure, part of "in the harbour", or behind an "and".

    A word put before another one is none: a controlled explosion is no explosion, a draft of a deal no deal.
    """
    found = []
    is_aside = False
    for place, token in enumerate(tokens):
        if token.low in PLACES or token.low in JOINTS or (place and token.opens):
            is_aside = True
        elif place in used:
            is_aside = True  # "40 tonnes of waste"
        elif token.low in ENDS_ASIDE:
            is_aside = False
        if place not in used and is_content(token):
            found.append(is_aside or token.low == "one" or is_name(token))
    return tuple(found)


def times_of(tokens: list[Token], lows: list[str]) -> frozenset[str]:
    return frozenset(low for low, token in zip(lows, tokens, strict=True) if is_time(token))
