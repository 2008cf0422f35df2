"""Numbers as a newspaper writes them, in digits and in words, and back.

Only the number itself: its unit, its range and what it counts are found by the modules that build on
this one. Every pattern reads each character a bounded number of times (possessive quantifiers), so that
a page of digits costs no more than a page of words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain
from math import gcd
from typing import Literal

from summarizer.figures.currencies import currency_before
from summarizer.figures.number_words import ALL_SCALES, ONES, PARTS, TENS, read_words

Written = Literal["digits", "words", "fraction", "vague"]

LAST_GROUP = 3  # digits behind the last comma, in thousands and in lakhs alike
MAX_DIGITS = 15  # quadrillions; a longer run of digits is an account, a phone or a serial number

SUFFIXES = {
    **dict.fromkeys(("k", "K"), 10**3),
    **dict.fromkeys(("m", "M", "mn", "mln", "mm"), 10**6),
    **dict.fromkeys(("b", "B", "bn", "Bn", "BN", "bln"), 10**9),
    **dict.fromkeys(("t", "T", "tn", "trn"), 10**12),
    **dict.fromkeys(("cr", "Cr"), 10**7),
}
MONEY_ONLY = frozenset({"mm", "b", "t", "T", "cr", "Cr"})  # elsewhere millimetre, bit, tonne, tesla
GLYPHS = {"¼": (1, 4), "½": (1, 2), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅕": (1, 5), "⅛": (1, 8)}
SLASHED = frozenset({(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (2, 5), (3, 5), (4, 5), (1, 8), (1, 10)})

_SMALL = "|".join(sorted((*ONES, *TENS), key=len, reverse=True))
_SCALE = "|".join(sorted(ALL_SCALES, key=len, reverse=True))
_PART = "|".join(sorted(PARTS, key=len, reverse=True))
_SUFFIX = "|".join(sorted(SUFFIXES, key=len, reverse=True))
_GLYPH = "".join(GLYPHS)
_I = re.IGNORECASE | re.ASCII

_VAGUE = re.compile(
    r"\b(?:(?:(?:tens|dozens|scores|hundreds|thousands|millions) of )?"
    r"(?:dozens|hundreds|thousands|millions|billions|trillions|lakhs|crores)"
    rf"|(?:several|many|(?:a )?few|(?:a )?couple(?: of)?) (?:{_SCALE})s?|scores(?= of ))\b",
    _I,
)
_PARTS = re.compile(
    rf"\b(?:(?P<count>{_SMALL}|an?)[-\s](?P<part>{_PART})s?"
    r"|(?P<half>half)(?=\s(?:of|the|its|their|his|her|our|my|your|all|that|those|these|as)\b)"
    r"|(?:(?<=by )|(?<=nearly )|(?<=about )|(?<=almost )|(?<=over )|(?<=than ))(?P<halved>half)(?!-|\san?\b|\stime)"
    r"|(?P<over>[0-9]{1,3})[/⁄](?P<under>[0-9]{1,4})(?![\w/⁄.]))(?!-|\w)",
    _I,
)
# "a third of", "a third more", "a third." are shares; "a third man", "a quarter of an hour" are not.
_AFTER_A_PART = re.compile(
    r"\s(?:of\s(?!an?\s(?:century|hour|mile)\b)|more|less|fewer|higher|lower|larger|smaller|as\s)|[,.;)]|\s*$",
    _I,
)
_OF = re.compile(r"\s(?:of|inch|mile|cup|teaspoon|tablespoon)\b", _I)
_OF_A_SCALE = re.compile(rf" of an? (?P<scale>{_SCALE})\b", _I)
_WORDS = re.compile(
    rf"\b(?:(?P<half>half (?:an? )?(?=(?:{_SCALE})\b))|an? (?=(?:{_SCALE})\b))?"
    # No possessive quantifier: Python before 3.11.5 gets them wrong. The look ahead keeps a run from being cut short.
    rf"(?P<words>(?:{_SMALL}|{_SCALE})(?:(?: and |[-\s])(?:{_SMALL}|{_SCALE})){{0,60}})\b(?!(?: and |[-\s])(?:{_SMALL}|{_SCALE}))",
    _I,
)
_AND_A_PART = re.compile(
    rf"[ -]and[ -](?:an?|one|three)[ -](?P<part>half|quarters?|third)\b(?: (?P<scale>{_SCALE})\b)?", _I
)
_WORD_YEAR = re.compile(
    rf"(?:eighteen|nineteen|twenty)[\s-](?:{'|'.join(TENS)}|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen)\b",
    _I,
)
_DIGITS = re.compile(
    r"(?<![0-9])(?P<sign>(?:(?<![\w.,)\]%$€£-])(?<![0-9]\s)[-−–]|(?<=[$€£])[-−]|(?<!\w)(?<!plus or )minus[\s-])[$€£]?)?(?<![0-9])(?<![0-9][.,])"
    r"(?P<digits>[0-9]+(?:,[0-9]{2,3})*(?:\.[0-9]+)?|(?<![\w.])\.[0-9]+)"
    rf"(?:(?: ?(?P<glyph>[{_GLYPH}]))|[ -](?P<over>[1-9])/(?P<under>2|3|4|5|8|16|32)(?![\w/.]))?(?:\s?[×x*]\s?10\^?(?P<power>[-−–]?[0-9]{{1,2}})(?![0-9]))?"
    rf"(?:(?:[\s-](?P<scale>{_SCALE})(?:[\s](?P<more>crore|million|billion|trillion))?\b)|\s?(?P<suffix>(?-i:{_SUFFIX}))(?![\w°²³/]))?",
    _I,
)
_LONE_GLYPH = re.compile(rf"(?<!\w)(?P<glyph>[{_GLYPH}])(?!\w)")
_MONEY_RANGE = re.compile(r"[$€£¥₹]\s?[0-9][0-9.,]*\s?(?:-|–|to\s)\s?$")  # $10-15m
_RANGE_REACH = 24  # characters
_LETTERS = re.compile(r"[A-Za-z]+")
_LONGEST_SPELLING = 30  # words; "nine hundred and ninety-nine trillion …" down to the ones has 29
_COUNTED = re.compile(r"\s(?:of\s|[a-z][a-z-]+\s)?(?:people|men|women|children|[a-z-]{3,}s)\b")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text. `value` is None when it is vague; `mantissa` is the value before its scale."""

    start: int
    end: int
    written: Written
    value: Decimal | None = None
    mantissa: Decimal | None = None

    @property
    def is_scaled(self) -> bool:
        return self.value != self.mantissa


def scan_numbers(text: str) -> tuple[Number, ...]:
    """Every number phrase of `text` in order, none overlapping; names and dates are not yet sorted out."""
    taken = bytearray(len(text))
    found = []
    for pattern, read in _READERS:
        for number in chain.from_iterable(map(read, pattern.finditer(text))):
            if not any(taken[number.start : number.end]):
                taken[number.start : number.end] = b"\1" * (number.end - number.start)
                found.append(number)
    return tuple(sorted(found, key=lambda number: number.start))


def read_number(text: str) -> Decimal | None:
    """The value of `text` when all of it is one number, in digits or in words, else None."""
    text = text.strip()
    numbers = scan_numbers(text)
    if len(numbers) != 1 or (numbers[0].start, numbers[0].end) != (0, len(text)):
        return None
    return numbers[0].value


def write_number(value: Decimal) -> str:
    """`value` in digits with thousands marked: "1,356.2". `read_number` reads it back."""
    return f"{plain(value):,f}"


def plain(value: Decimal) -> Decimal:
    """`value` without trailing zeros and without an exponent: 1.50 -> 1.5, 1E+6 -> 1000000."""
    value = value.normalize()
    _, _, exponent = value.as_tuple()
    return value.quantize(Decimal(1)) if isinstance(exponent, int) and exponent > 0 else value


def _read_vague(match: re.Match[str]) -> Iterator[Number]:
    yield Number(match.start(), match.end(), "vague")


def _read_parts(match: re.Match[str]) -> Iterator[Number]:
    value = _part(match)
    if value is None:
        return
    if rest := _OF_A_SCALE.match(match.string, match.end()):
        value = plain(value * ALL_SCALES[rest["scale"].lower()])
    yield Number(match.start(), rest.end() if rest else match.end(), "fraction", value, value)


def _part(match: re.Match[str]) -> Decimal | None:
    if match["half"] or match["halved"]:
        return Decimal("0.5")
    if match["over"]:
        over, under = int(match["over"]), int(match["under"])
        is_share = (over, under) in SLASHED or (over < under and _OF.match(match.string, match.end()))
        return Decimal(over) / under if is_share else None
    count, part = match["count"].lower(), match["part"].lower()
    number = 1 if count in {"a", "an"} else (ONES | TENS)[count]
    # "A third man" and "in three quarters" (of a year) count on; "three-quarters" and "two thirds" are shares.
    is_open = count in {"a", "an"} or (part == "quarter" and "-" not in match[0])
    if part == "half" or (is_open and not _AFTER_A_PART.match(match.string, match.end())):
        return None
    return (
        Decimal(number) / PARTS[part] if 0 < number < PARTS[part] and gcd(number, PARTS[part]) == 1 else None
    )


def _read_words(match: re.Match[str]) -> Iterator[Number]:
    """The numbers that a run of number words spells: mostly one, but "one, two" are two."""
    base = match.start("words")
    tokens = list(_LETTERS.finditer(match["words"]))
    words = [token[0].lower() for token in tokens]
    first = 0
    while first < len(words) and not _WORD_YEAR.match(match.string, base + tokens[first].start()):
        reading = read_words(words[first : first + _LONGEST_SPELLING])
        if reading is None:
            first += 1
            continue
        last = first + reading.used - 1
        leads = first == 0 and match.start() < base
        if leads or words[first] not in ALL_SCALES:  # a bare "hundred" or "million" is no number
            yield _spelled(
                match, leads, base + tokens[first].start(), base + tokens[last].end(), reading.value
            )
        first = last + 1


def _spelled(match: re.Match[str], leads: bool, start: int, end: int, value: Decimal) -> Number:  # noqa: FBT001
    """A number in words with the "half a" before it or the "and a half" behind it."""
    if leads:
        start, value = match.start(), value * (Decimal("0.5") if match["half"] else 1)
    elif rest := _AND_A_PART.match(match.string, end):
        value, end = (value + _extra(rest)) * ALL_SCALES.get((rest["scale"] or "").lower(), 1), rest.end()
    return Number(start, end, "words", plain(value), plain(value))


def _extra(match: re.Match[str]) -> Decimal:
    over = 3 if "three" in match[0].lower() else 1
    return Decimal(over) / PARTS[match["part"].lower().rstrip("s")]


def _read_digits(match: re.Match[str]) -> Iterator[Number]:
    digits = match["digits"].replace(",", "")
    is_code = len(digits) > 1 and digits[0] == "0" and digits[1] != "."  # 007, 0117
    if len(digits) > MAX_DIGITS or is_code or not _is_grouped(match["digits"]):
        return
    mantissa = Decimal(digits)
    if match["glyph"]:
        over, under = GLYPHS[match["glyph"]]
        mantissa += Decimal(over) / under
    elif match["over"]:
        mantissa += Decimal(match["over"]) / Decimal(match["under"])
    if match["sign"]:
        mantissa = -mantissa
    scale, end = _scale(match)
    start = match.start("sign") if match["sign"] else match.start()
    yield Number(start, end, "digits", plain(mantissa * scale), plain(mantissa))


def _is_grouped(digits: str) -> bool:
    """Whether commas stand where thousands (or lakhs) are marked: not in "5,10,15"."""
    whole, _, _ = digits.partition(".")
    head, *groups = whole.split(",")
    if not groups:
        return True
    return len(head) <= len(groups[-1]) == LAST_GROUP and all(
        len(group) == len(groups[0]) for group in groups[:-1]
    )


def _scale(match: re.Match[str]) -> tuple[Decimal, int]:
    """The multiplier written after the digits, and where it ends."""
    if match["power"]:
        return Decimal(1).scaleb(int(re.sub("[−–]", "-", match["power"]))), match.end("power")
    if match["scale"]:
        return Decimal(
            ALL_SCALES[match["scale"].lower()] * ALL_SCALES.get((match["more"] or "").lower(), 1)
        ), match.end()
    before = max(match.end("glyph"), match.end("under"), match.end("digits"))
    suffix = match["suffix"]
    if suffix and _is_scale(match, suffix):
        return Decimal(SUFFIXES[suffix]), match.end()
    return Decimal(1), before


def _is_scale(match: re.Match[str], suffix: str) -> bool:
    """Whether a letter is a multiplier: "$5m" and "5m people" are millions, "a 5m wall" is metres."""
    text, start = match.string, match.start()
    if currency_before(text, start) or _MONEY_RANGE.search(text, max(0, start - _RANGE_REACH), start):
        return True
    if suffix in MONEY_ONLY or text[match.start("suffix") - 1].isspace():
        return False
    return suffix != "m" or _COUNTED.match(text, match.end()) is not None


def _read_glyph(match: re.Match[str]) -> Iterator[Number]:
    over, under = GLYPHS[match["glyph"]]
    value = Decimal(over) / under
    yield Number(match.start(), match.end(), "fraction", value, value)


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Iterator[Number]]], ...] = (
    (_VAGUE, _read_vague),
    (_PARTS, _read_parts),
    (_DIGITS, _read_digits),
    (_WORDS, _read_words),
    (_LONE_GLYPH, _read_glyph),
)
