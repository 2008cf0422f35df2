"""Two statements laid word against word: what runs through both, and what stands in one in the place of something else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import accumulate, pairwise

from summarizer.merge.numbers import find_numbers, may_be
from summarizer.merge.said import (
    ENDS_ASIDE,
    MODALS,
    STANCES,
    Said,
    modals_of,
    negations_of,
    qualifiers_of,
    take_apart,
)
from summarizer.merge.words import STOP, Token, marks_of, tokenise
from summarizer.text.negations import is_negation
from summarizer.text.pronouns import PERSON_OF

# Forms that reported speech puts in each other's place: "I haven't" is "he had not".
FORMS = (
    dict.fromkeys(("'m", "am", "is", "are", "was", "were", "'re", "been", "being"), "be")
    | dict.fromkeys(("has", "have", "had", "'ve"), "have")
    | dict.fromkeys(("do", "does", "did"), "do")
)
# They are weighed for themselves, and are no words that a statement shares with another.
WEIGHED = ENDS_ASIDE | frozenset(MODALS) | frozenset(FORMS)
NO_QUALIFIER = frozenset(("any", "another"))  # across outlets they change nothing
# Where what is said begins anew: the words before it neither deny nor doubt what follows.
JOINT = re.compile(r"[,;:.!?—–…]|\bthat\b")
SLOT = 3  # words, at most, of a place in which two statements give two numbers of one thing
NAME_SLOT = 2


@dataclass(frozen=True, slots=True)
class Word:
    """A word that counts: a number in its form, or a content word by its key."""

    key: str
    is_number: bool
    is_name: bool


@dataclass(frozen=True, slots=True)
class Prepared:
    """A statement ready to be laid against others."""

    said: Said
    tokens: tuple[Token, ...]
    keys: tuple[str, ...]  # of all tokens
    counted: tuple[int, ...]  # how many content words stand before each token, and at the end
    words: tuple[Word, ...]
    content: Counter[str]
    near: frozenset[str]  # what its content words are, or are near in meaning to


@dataclass(frozen=True, slots=True)
class Aligned:
    """How a statement lies within one that is at least as full."""

    shorter: Prepared
    longer: Prepared
    shared: int  # content words
    in_order: int  # of them
    run: int  # words of the longest run that both have
    run_content: int
    window: tuple[Token, ...]  # of the longer: the clause in which the shorter one's words stand
    substituted: int  # places where each has other content words
    number_for_number: bool
    name_for_name: bool
    says_no: bool  # one has a "not" before words that the other has without it
    another_bound: bool  # one gives a number as a limit that the other gives as it is: "more than $5"


@lru_cache(maxsize=4096)  # the same text is compared with many others
def prepare(text: str) -> Prepared:
    """`text` taken apart word by word."""
    said, tokens = take_apart(text), tokenise(text)
    forms = {place: number.form for number in find_numbers(text, tokens) for place in number.places}
    words = tuple(
        Word(forms.get(place, token.key), place in forms, token.key in said.names)
        for place, token in enumerate(tokens)
        if place in forms or counts(token)
    )
    counted = tuple(accumulate(map(counts, tokens), initial=0))
    keys = tuple(map(form_of, tokens))
    content = Counter(token.key for token in tokens if counts(token))
    near = frozenset(mark for key in content for mark in marks_of(key))
    return Prepared(said, tokens, keys, counted, words, content, near)


def alike(part: Counter[str], whole: Prepared) -> int:
    """How many words of `part` stand in `whole`, or are near in meaning to one of it."""
    return sum(not marks_of(key).isdisjoint(whole.near) for key in part)


def counts(token: Token) -> bool:
    """Whether a word says something by itself: neither a small word nor a verb's helper nor a "not"."""
    return not (token.low in STOP or token.low in WEIGHED or is_negation(token.low))


def form_of(token: Token) -> str:
    """What a word is laid against another by, whoever speaks and whenever."""
    if is_negation(token.low):
        return "not"
    return FORMS.get(token.low) or MODALS.get(token.low) or ("he" if token.low in PERSON_OF else token.key)


def align(one: Prepared, two: Prepared) -> Aligned:
    """The two laid against each other, the one with fewer words first."""
    shorter, longer = sorted((one, two), key=fullness)
    blocks = [
        block
        for block in SequenceMatcher(None, shorter.keys, longer.keys, autojunk=False).get_matching_blocks()
        if block.size
    ]
    substituted, number_for_number, name_for_name = slots(shorter.words, longer.words)
    return Aligned(
        shorter,
        longer,
        shared=(shorter.content & longer.content).total(),
        in_order=in_order(shorter, longer),
        run=max((block.size for block in blocks), default=0),
        run_content=max(
            (shorter.counted[block.a + block.size] - shorter.counted[block.a] for block in blocks), default=0
        ),
        window=window_of(longer, [(block.b, block.b + block.size) for block in blocks]),
        substituted=substituted,
        number_for_number=number_for_number,
        name_for_name=name_for_name,
        says_no=has_other_no(shorter, longer),
        another_bound=has_other_bound(shorter, longer),
    )


def fullness(prepared: Prepared) -> tuple[int, str]:
    return len(prepared.said.words) + len(prepared.said.numbers), prepared.said.text


def in_order(shorter: Prepared, longer: Prepared) -> int:
    """How many content words of the shorter stand in the longer in its order."""
    mine, theirs = ([token.key for token in side.tokens if counts(token)] for side in (shorter, longer))
    blocks = SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)


def window_of(longer: Prepared, runs: Sequence[tuple[int, int]]) -> tuple[Token, ...]:
    """The tokens of `longer` from the clause in which the first shared content word stands to the last one."""
    telling = [(start, end) for start, end in runs if longer.counted[end] > longer.counted[start]]
    if not telling:
        return longer.tokens
    first, last = telling[0][0], telling[-1][1]
    before = longer.said.text[: longer.tokens[first].start]
    joint = max((match.end() for match in JOINT.finditer(before)), default=0)
    while first and longer.tokens[first - 1].start >= joint:
        first -= 1
    return longer.tokens[first:last]


def slots(shorter: Sequence[Word], longer: Sequence[Word]) -> tuple[int, bool, bool]:
    """How often other words stand in one place, and whether two numbers or two names do."""
    known = {word.key for word in shorter}, {word.key for word in longer}
    substituted, numbers, names = 0, False, False
    matcher = SequenceMatcher(None, [w.key for w in shorter], [w.key for w in longer], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "replace":
            continue
        mine = [word for word in shorter[a:b] if word.key not in known[1]]
        theirs = [word for word in longer[c:d] if word.key not in known[0]]
        substituted += bool(mine and theirs)
        numbers |= has_two_numbers(mine, theirs)
        names |= is_other_name(mine, theirs) and not (
            by_initials(mine, longer) or by_initials(theirs, shorter)
        )
    return substituted, numbers, names


def has_two_numbers(mine: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether each has a number of its own in a place that is a few words wide, and neither leaves room for the other."""
    one, two = ([word.key for word in words if word.is_number] for words in (mine, theirs))
    differ = bool(one and two) and not any(may_be(first, second) for first in one for second in two)
    return differ and min(len(mine), len(theirs)) <= SLOT


def has_other_no(one: Prepared, two: Prepared) -> bool:
    """Whether a "not" stands in one before words that both have; "I feel we aren't" is "I don't feel we are"."""
    matcher = SequenceMatcher(None, one.keys, two.keys, autojunk=False)
    places = 0
    for (kind, a, b, c, d), (_, after, end, *_) in pairwise(matcher.get_opcodes()):
        is_place = kind != "equal" and max(b - a, d - c) <= SLOT and one.counted[end] > one.counted[after]
        places += is_place and (one.keys[a:b].count("not") + two.keys[c:d].count("not")) % 2
    return places % 2 == 1


def has_other_bound(one: Prepared, two: Prepared) -> bool:
    """Whether a number that both give is more, or less, than that in one alone."""
    mine, theirs = (Counter(map(parted, side.said.numbers)) for side in (one, two))
    limits = {limit for limit in (*mine, *theirs) if limit[1]}
    stated = {value for value, _ in mine} & {value for value, _ in theirs}
    return any(
        value in stated and not ((value, limit) in mine and (value, limit) in theirs)
        for value, limit in limits
    )


def parted(form: str) -> tuple[str, str]:
    """A number's value, and ">" or "<" where it is only a limit: "about 5" and "nearly 5" may be 5."""
    value = form.lstrip("<>=~")
    return value, form[0] if form[0] in "<>" else ""


def is_other_name(mine: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether nothing but a name stands in the place of another."""
    return all(0 < len(side) <= NAME_SLOT and all(word.is_name for word in side) for side in (mine, theirs))


def by_initials(name: Sequence[Word], words: Sequence[Word]) -> bool:
    """Whether a name stands among `words` by its initials, or is the initials of two of them: "IE", "Internet Explorer"."""
    keys = [word.key.casefold() for word in words]
    pairs = {first[0] + second[0] for first, second in pairwise(keys)}
    initials = "".join(word.key[0] for word in name).casefold()
    return (len(name) > 1 and initials in keys) or name[0].key.casefold() in pairs


def stand_of(tokens: Sequence[Token]) -> tuple[object, ...]:
    """How often `tokens` say no, what takes back, modals, qualifying words and stances, each to be compared."""
    plain = list(tokens)
    lows = [token.low for token in plain]
    negations = negations_of(plain, lows)
    return (
        negations.count("not") % 2,
        frozenset(negations) - {"not"},
        modals_of(plain, lows),
        qualifiers_of([token for token in plain if token.low not in NO_QUALIFIER]),
        frozenset(token.key for token in plain if token.key in STANCES),
    )
