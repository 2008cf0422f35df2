"""The numbers of a statement in one form, so that "twenty-five percent" equals "25%" and not "nearly 25%"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import prod

from summarizer.merge.words import Token
from summarizer.text.bounds import BOUNDS, sign_of
from summarizer.text.numbers import Number, read_factor, scan_numbers, scan_ordinals, write_number

# A bound is part of the claim: "at least 20" and "20" are two claims, "over 20" and "more than 20" one.
LONGEST_BOUND = max(len(phrase.split()) for phrase in BOUNDS)
VAGUE = {
    "ten": 10,
    "dozen": 12,
    "score": 20,
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
}
MOST_OF_VAGUE = 20  # times: of 2,000 and more nobody says "hundreds"
SIGNS = frozenset("$€£¥%")
LITTLE = frozenset(("a", "of"))  # "a few hundred" is "few hundred"


@dataclass(frozen=True, slots=True)
class Stated:
    """A number of a statement: its value with its sign, its form with its bound too, and the places of its words."""

    value: str
    form: str
    places: range


def may_be(one: str, two: str) -> bool:
    """Whether one of two forms is vague and leaves room for the other: "scores" for 50; not "scores" for 5,000."""
    return _leaves_room(one, two) or _leaves_room(two, one)


def _leaves_room(vague: str, form: str) -> bool:
    size = _size(vague)
    value = re.fullmatch(r"~?(\d+(?:\.\d+)?)", form)
    if size is None:
        return False
    return _size(form) == size or (value is not None and size < float(value[1]) < size * MOST_OF_VAGUE)


def _size(form: str) -> int | None:
    """What a vague number counts by: 1000 for "thousands", 10,000 for "tens thousands"; None for another number."""
    words = form.split()
    known = [VAGUE.get(word.removesuffix("s"), 0) for word in words if word != "few"]
    return prod(known) if all(known) and known and form not in VAGUE else None


def find_numbers(text: str, tokens: Sequence[Token]) -> tuple[Stated, ...]:
    """The numbers of `text` in order; `tokens` are its words."""
    found: list[Stated] = []
    end = 0
    for value, places in _values(text, tokens):
        if places.start < end:
            continue
        first, bound = _bound_before(tokens, places.start, end)
        last, sign = _sign_around(tokens, range(first, places.stop))
        found.append(Stated(value + sign, bound + value + sign, range(first, last)))
        end = last
    return tuple(found)


def _values(text: str, tokens: Sequence[Token]) -> list[tuple[str, range]]:
    """What the words are worth that state a number, and their places: the longer first where two begin at one word."""
    numbers = ((_worth(text, number), number) for number in scan_numbers(text))
    ordinals = ((f"{number.value}th", number) for number in scan_ordinals(text))
    found = [*chain(_placed(tokens, numbers), _placed(tokens, ordinals)), *_words(tokens)]
    return sorted(found, key=lambda one: (one[1].start, -len(one[1])))


def _worth(text: str, number: Number) -> str:
    if number.value is not None:
        return write_number(number.value).replace(",", "")
    return " ".join(word for word in text[number.start : number.end].casefold().split() if word not in LITTLE)


def _placed(tokens: Sequence[Token], numbers: Iterable[tuple[str, Number]]) -> Iterator[tuple[str, range]]:
    """The numbers by the places of their words; "one" alone is mostly a pronoun."""
    at = 0
    for value, number in numbers:
        while at < len(tokens) and tokens[at].end <= number.start:
            at += 1
        end = at
        while end < len(tokens) and tokens[end].start < number.end:
            end += 1
        if at < end and [token.low for token in tokens[at:end]] != ["one"]:
            yield value, range(at, end)


def _words(tokens: Sequence[Token]) -> Iterator[tuple[str, range]]:
    """Words that say how many times, and digits that no number has: of a code or a list."""
    for place, token in enumerate(tokens):
        factor = read_factor(token.low)
        if factor is not None:
            yield f"x{factor}", range(place, place + 1)
        elif token.low[0].isdigit():
            yield token.key, range(place, place + 1)


def _bound_before(tokens: Sequence[Token], at: int, free: int) -> tuple[int, str]:
    """Where the number begins with its bound, and the bound in one form; `free` is the first place it may take."""
    start = at - 1 if at > free and tokens[at - 1].text in SIGNS else at
    for size in range(LONGEST_BOUND, 0, -1):
        sign = (
            sign_of(" ".join(token.low for token in tokens[start - size : start]))
            if start - size >= free
            else ""
        )
        if sign:
            return start - size, sign
    return start, ""


def _sign_around(tokens: Sequence[Token], places: range) -> tuple[int, str]:
    """Where the number ends with the sign behind it, and its sign: "$5", "5 dollars", "−$5", "5 per cent"."""
    end = places.stop
    if end < len(tokens) and tokens[end].key in SIGNS:
        return end + 1, tokens[end].key
    sign = next((token.key for token in tokens[places.start : end] if token.key in SIGNS), "")
    is_share = [token.key for token in tokens[end : end + 2]] == ["per", "cent"]
    return end, sign or ("%" if is_share else "")
