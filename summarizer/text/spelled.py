"""Numbers written in words: "two and a half million", "zero point three", "two-thirds", "dozens"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from math import gcd

from summarizer.text.lexicon import alternatives, numbers_of
from summarizer.text.number import Number, plain
from summarizer.text.number_words import CARDINALS, HUNDRED, SCALES, TEN, TENS, read_words

PARTS = numbers_of("fractions")
SLASHED = frozenset({(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (2, 5), (3, 5), (4, 5), (1, 8), (1, 10)})
LONGEST_SPELLING = 30  # words; "nine hundred and ninety-nine trillion …" down to the ones has 29

_SMALL = alternatives(CARDINALS)
_TENS = alternatives(frozenset(word for word, value in CARDINALS.items() if value in TENS))
_TEENS = alternatives(frozenset(word for word, value in CARDINALS.items() if TEN <= value not in TENS))
_DIGIT = alternatives(frozenset(word for word, value in CARDINALS.items() if value < TEN))
_SCALE = alternatives(SCALES)
_PART = alternatives(PARTS)
# "Thirty-second" is mostly a length of time.
_NTH = alternatives(frozenset(numbers_of("ordinals")) - {"second"})
_I = re.IGNORECASE | re.ASCII

VAGUE = re.compile(
    r"\b(?:(?:(?:tens|dozens|scores|hundreds|thousands|millions) of )?"
    r"(?:dozens|hundreds|thousands|millions|billions|trillions|lakhs|crores)"
    rf"|(?:several|many|(?:a )?few|(?:a )?couple(?: of)?) (?:{_SCALE})s?|scores(?= of ))\b",
    _I,
)
SHARES = re.compile(
    rf"\b(?:(?P<count>{_SMALL}|an?)[-\s](?P<part>{_PART})s?"
    r"|(?P<half>half)(?=\s(?:of|the|its|their|his|her|our|my|your|all|that|those|these|as)\b)"
    r"|(?:(?<=by )|(?<=nearly )|(?<=about )|(?<=almost )|(?<=over )|(?<=than ))(?P<halved>half)(?!-|\san?\b|\stime)"
    # "3 1/2" is one number in digits; "in 2025 1/2 of them" is none.
    r"|(?:(?<![0-9][ -])|(?<=[0-9]{4}[ -]))(?P<over>[0-9]{1,3})[/⁄](?P<under>[0-9]{1,4})(?![\w/⁄.]))(?!-|\w)",
    _I,
)
# "A third of", "a third more", "a third." are shares; "a third man", "a quarter of an hour" are not.
_AFTER_A_SHARE = re.compile(
    r"\s(?:of\s(?!an?\s(?:century|hour|mile)\b)|more|less|fewer|higher|lower|larger|smaller|as\s)|[,.;)]|\s*$",
    _I,
)
_OF = re.compile(r"\s(?:of|inch|mile|cup|teaspoon|tablespoon)\b", _I)
_OF_A_SCALE = re.compile(rf" of an? (?P<scale>{_SCALE})\b", _I)
SPELLED = re.compile(
    rf"\b(?:(?P<half>(?:an? )?half[ -](?:an?[ -])?(?=(?:{_SCALE})\b))|an? (?=(?:{_SCALE})\b))?"
    # No possessive quantifier: Python before 3.11.5 gets them wrong. The look ahead keeps a run from being cut short.
    rf"(?P<words>(?:{_SMALL}|{_SCALE})(?:(?: and |[-\s])(?:{_SMALL}|{_SCALE})){{0,60}})\b"
    rf"(?!(?: and |[-\s])(?:{_SMALL}|{_SCALE})|-(?:{_NTH})\b)",
    _I,
)
_AND_A_PART = re.compile(
    rf"[ -]and[ -](?P<count>an?|one|two|three)[ -](?P<part>half|quarter|third)s?\b(?:[ -](?P<scale>{_SCALE})\b)?",
    _I,
)
_AND_BEFORE = re.compile(rf"\b(?:{_SMALL}|{_SCALE})(?P<joint>[ -]and[ -])$", _I)
_AND_REACH = 20  # characters: "seventeen and "
# "One point two million", but not "one point clear: two million".
_POINT = re.compile(
    rf"[ -]point[ -](?P<decimals>(?:{_DIGIT})(?:[ -](?:{_DIGIT}))*)\b(?:[ -](?P<scale>{_SCALE})\b)?", _I
)
_WORD_YEAR = re.compile(rf"(?:eighteen|nineteen|twenty)[\s-](?:{_TENS}|{_TEENS})\b", _I)
_LETTERS = re.compile(r"[A-Za-z]+")
_MINUS = re.compile(r"(?<!\w)(?<!plus or )minus[\s-]$", _I)
_MINUS_REACH = 16  # characters: "plus or minus "


def read_vague(match: re.Match[str]) -> Iterator[Number]:
    """Dozens, several hundred: a number without a value."""
    yield Number(match.start(), match.end(), "vague")


def read_share(match: re.Match[str]) -> Iterator[Number]:
    """Two-thirds, half of, 3/4, a quarter of a million."""
    value = None if _belongs_to_a_whole(match) else _share(match)
    if value is None:
        return
    if rest := _OF_A_SCALE.match(match.string, match.end()):
        value = plain(value * SCALES[rest["scale"].lower()])
    yield Number(match.start(), rest.end() if rest else match.end(), "fraction", value, value)


def _belongs_to_a_whole(match: re.Match[str]) -> bool:
    """Whether "three-quarter" stands in "two and three-quarter billion"."""
    text, start = match.string, match.start()
    before = match["count"] and _AND_BEFORE.search(text, max(0, start - _AND_REACH), start)
    return bool(before and _and_a_part(text, before.start("joint")))


def _and_a_part(text: str, end: int) -> re.Match[str] | None:
    """The "and a half" behind a number that ends at `end`; "five and a third of the seats" is two numbers."""
    rest = _AND_A_PART.match(text, end)
    if (
        rest is None
        or rest["scale"]
        or rest["part"].lower() == "half"
        or rest["count"].lower() not in {"a", "an"}
    ):
        return rest
    return None if _AFTER_A_SHARE.match(text, rest.end()) else rest


def _share(match: re.Match[str]) -> Decimal | None:
    if match["half"] or match["halved"]:
        return Decimal("0.5")
    if match["over"]:
        over, under = int(match["over"]), int(match["under"])
        is_share = (over, under) in SLASHED or (over < under and _OF.match(match.string, match.end()))
        return Decimal(over) / under if is_share else None
    count, part = match["count"].lower(), match["part"].lower()
    number = CARDINALS.get(count, 1)  # "a" is one
    # "A third man" and "in three quarters" (of a year) count on; "three-quarters" and "two thirds" are shares.
    is_open = count in {"a", "an"} or (part == "quarter" and "-" not in match[0])
    if part == "half" or (is_open and not _AFTER_A_SHARE.match(match.string, match.end())):
        return None
    is_share = 0 < number < PARTS[part] and gcd(number, PARTS[part]) == 1
    return Decimal(number) / PARTS[part] if is_share else None


def read_spelled(match: re.Match[str]) -> Iterator[Number]:
    """The numbers that a run of number words spells: mostly one, but "one, two" are two."""
    base = match.start("words")
    tokens = list(_LETTERS.finditer(match["words"]))
    words = [token[0].lower() for token in tokens]
    first = 0
    while first < len(words) and not _WORD_YEAR.match(match.string, base + tokens[first].start()):
        reading = read_words(words[first : first + LONGEST_SPELLING])
        if reading is None:
            first += 1
            continue
        run = words[first : first + reading.used]
        leads = first == 0 and match.start() < base
        if leads or run[0] not in SCALES:  # a bare "hundred" or "million" is no number
            start = match.start() if leads else base + tokens[first].start()
            end = base + tokens[first + reading.used - 1].end()
            value = reading.value * (Decimal("0.5") if leads and match["half"] else 1)
            yield _with_minus(match.string, _with_rest(match.string, start, end, value, _last_scale(run)))
        first += reading.used


def _last_scale(words: Sequence[str]) -> int:
    """What the last word of a spelled number multiplies by: a million in "two hundred million"."""
    return SCALES.get(words[-1], 1)


def _with_rest(text: str, start: int, end: int, value: Decimal, scale: int) -> Number:
    """A spelled number with the "and a half" or the "point five" behind it."""
    if rest := _and_a_part(text, end):
        of = 1 if scale == HUNDRED or rest["scale"] else scale  # "a million and a half"
        whole = value + of * Decimal(CARDINALS.get(rest["count"].lower(), 1)) / PARTS[rest["part"].lower()]
    elif scale == 1 and (rest := _POINT.match(text, end)):
        decimals = "".join(str(CARDINALS[word.lower()]) for word in _LETTERS.findall(rest["decimals"]))
        whole = value + Decimal(f"0.{decimals}")
    else:
        return Number(start, end, "words", plain(value), plain(value / scale))
    behind = SCALES[rest["scale"].lower()] if rest["scale"] else 1
    mantissa = whole if rest["scale"] else whole / scale
    return Number(start, rest.end(), "words", plain(whole * behind), plain(mantissa))


def _with_minus(text: str, number: Number) -> Number:
    """A spelled number with the "minus" before it; "plus or minus three" is none below zero."""
    minus = _MINUS.search(text, max(0, number.start - _MINUS_REACH), number.start)
    if minus is None or number.value is None or number.mantissa is None:
        return number
    return replace(number, start=minus.start(), value=-number.value, mantissa=-number.mantissa)
