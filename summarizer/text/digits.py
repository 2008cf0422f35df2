"""Numbers written in digits: "1,234.5", "2 000 000", "5'250'000", "1.2bn", "3 1/2", "−12", "½".

Every pattern reads each character a bounded number of times, so that a page of digits costs no more than a
page of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from summarizer.text.bounds import WORDS_OF_BOUNDS
from summarizer.text.currencies import CODES_BEHIND, WORDS, currency_before
from summarizer.text.lexicon import alternatives, numbers_of, words_of
from summarizer.text.number import Number, plain
from summarizer.text.number_words import SCALES

LAST_GROUP = 3  # digits behind the last comma, in thousands and in lakhs alike
SHORTEST_WORD = 3  # letters; a currency's word that may stand behind a decimal comma has more
MAX_DIGITS = 15  # before the point: quadrillions; a longer run is an account, a phone or a serial number

SUFFIXES = numbers_of("multipliers")
MONEY_ONLY = frozenset({"mm", "b", "t", "T", "cr", "Cr"})  # elsewhere millimetre, bit, tonne, tesla
GLYPHS = {"¼": (1, 4), "½": (1, 2), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅕": (1, 5), "⅛": (1, 8)}

_SCALE = alternatives(SCALES)
_SUFFIX = alternatives(SUFFIXES)
_GLYPH = "".join(GLYPHS)
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LEVEL = str.maketrans(f"{_RAISED}⁻−–", "0123456789---")
_I = re.IGNORECASE | re.ASCII
_SIGN = (
    r"(?=[-−–m.0-9])(?<![0-9])(?P<sign>(?:(?<![\w.,)\]%$€£-])(?<![0-9]\s)[-−–]|(?<=[$€£])[-−]|(?<!\w)(?<!plus or )minus[\s-])"
    r"[$€£]?)?(?<![0-9])(?<![0-9][.,])"
)
_BEHIND = (
    rf"(?:(?: ?(?P<glyph>[{_GLYPH}]))|(?<![0-9]{{4}})[ -](?P<over>[1-9])/(?P<under>2|3|4|5|8|16|32)(?![\w/.]))?"
    # A power needs its mark or its minus: "1920x1080" is a screen.
    rf"(?:\s?[×x*]\s?10(?:(?:\^|(?=[-−–]))(?P<power>[-−–]?[0-9]{{1,2}})(?![0-9])|(?P<raised>⁻?[{_RAISED}]{{1,2}})(?![{_RAISED}])))?"
    rf"(?:(?:[\s-]?(?P<scale>{_SCALE})(?:[\s](?P<more>crore|million|billion|trillion))?\b)"
    rf"|\s?(?P<suffix>(?-i:{_SUFFIX}))(?![\w°²³/]))?"
)
_GAP = " \u00a0\u2009\u202f'’"
DIGITS = re.compile(
    rf"{_SIGN}(?P<digits>[0-9]+(?:,[0-9]{{2,3}})*(?:\.[0-9]+)?|(?<![\w.])\.[0-9]+){_BEHIND}", _I
)
# Thousands set apart by blanks or apostrophes, as in South Africa, Canada, the north of Europe and Switzerland.
SET_APART = re.compile(
    rf"{_SIGN}(?P<digits>[1-9][0-9]{{0,2}}(?P<gap>[{_GAP}])[0-9]{{3}}(?:(?P=gap)[0-9]{{3}}){{0,4}}(?:\.[0-9]+)?)"
    rf"(?![0-9]|,[0-9]|(?P=gap)[0-9]){_BEHIND}",
    _I,
)
# A comma before one digit or two, as on the continent of Europe: it needs its money, its scale or a measure to be no list.
_MEASURED = re.compile(
    rf"\s?(?:[%°€]|(?:-|–|to\s|and\s)\s?[0-9]+,[0-9]{{1,2}}(?![0-9,])|-?per[\s-]cent|percent|degrees?|hours?|{alternatives(word for word in WORDS if len(word) > SHORTEST_WORD)}"
    r"|(?:centi|milli|kilo)?(?:met(?:re|er)|lit(?:re|er)|gram)s?|tonnes?|(?-i:[kcm]?m|[kµm]?g|[mcd]?l|t|ha|[kMGT]?Wh?|[kMG]B|km/h)(?![\w'’]))",
    _I,
)
DECIMAL_COMMA = re.compile(
    rf"{_SIGN}(?P<digits>[0-9]{{1,3}}(?:\.[0-9]{{3}})*,[0-9]{{1,2}})(?![0-9]|[,.][0-9]){_BEHIND}", _I
)
LONE_GLYPH = re.compile(rf"(?<!\w)(?P<glyph>[{_GLYPH}])(?!\w)")
_MONEY_RANGE = re.compile(r"[$€£¥₹]\s?[0-9][0-9.,]*\s?(?:-|–|to\s)\s?$")  # $10-15m
_REACH = 24  # characters
_COUNTED = re.compile(
    r"(?:\s?(?:-|–|to|or|and)\s?[0-9][0-9.,]*m)?\s(?:of\s|[a-z][a-z-]+\s)?"
    rf"(?:people|men|women|children|[a-z-]{{3,}}s|{alternatives((*WORDS, *CODES_BEHIND))})\b"
)
# What stands before a name's own number ("Route 66 200 people queued", "the A1 200 cars"), an age or "'98"; a word that
# opens a sentence before a count, as "some" does, is no name.
_OPENERS = alternatives(
    WORDS_OF_BOUNDS | frozenset("another and between but just only or than that the these those with".split())
)
_NAMED = alternatives(words_of("numbered"))
_NAME_BEFORE = re.compile(
    rf"(?:[A-Za-z][-–]?|(?<!\w)['’]|(?:\b(?!(?i:{_OPENERS})\b)[A-Z][\w’'.-]*|\b(?i:{_NAMED}|aged?|ages)\.?)\s)$"
)
_MORE_DIGITS_BEFORE = re.compile(rf"[0-9][{_GAP}]$")
_YEAR_BEFORE = re.compile(r"(?<![0-9])(?:1[5-9]|20)[0-9]{2} $")


def read_digits(match: re.Match[str]) -> Iterator[Number]:
    """The number, unless the digits are a code ("007"), a list ("5,10,15") or too many."""
    digits = match["digits"].replace(",", "")
    is_code = len(digits) > 1 and digits[0] == "0" and digits[1] != "."  # 007, 0117
    if _is_short(digits) and not is_code and _is_grouped(match["digits"]):
        yield _number(match, Decimal(digits))


def read_set_apart(match: re.Match[str]) -> Iterator[Number]:
    """The number, unless the groups are two numbers side by side ("on Route 66 200 people")."""
    digits = match["digits"].replace(match["gap"], "")
    if _is_short(digits) and _is_one_number(match):
        yield _number(match, Decimal(digits))


def read_decimal_comma(match: re.Match[str]) -> Iterator[Number]:
    """The number of "4,5 kg", "€3,6 million"; nothing for "rooms 4,5 and 6"."""
    is_measured = match["scale"] or match["suffix"] or _MEASURED.match(match.string, match.end("digits"))
    if is_measured or currency_before(match.string, match.start("digits")):
        yield _number(match, Decimal(match["digits"].replace(".", "").replace(",", ".")))


def _is_short(digits: str) -> bool:
    return len(digits.partition(".")[0]) <= MAX_DIGITS


def _is_one_number(match: re.Match[str]) -> bool:
    text, start = match.string, match.start("digits")
    reach = max(0, start - _REACH)
    if _MORE_DIGITS_BEFORE.search(text, reach, start) and not _YEAR_BEFORE.search(text, reach, start):
        return False
    has_one_gap = match["digits"].count(match["gap"]) == 1
    is_named = has_one_gap and match["gap"].isspace() and _NAME_BEFORE.search(text, reach, start)
    return not is_named or currency_before(text, start) is not None


def read_glyph(match: re.Match[str]) -> Iterator[Number]:
    """A fraction in one character, with no digits before it."""
    value = _part(match)
    yield Number(match.start(), match.end(), "fraction", value, value)


def _number(match: re.Match[str], mantissa: Decimal) -> Number:
    mantissa += _part(match)
    if match["sign"]:
        mantissa = -mantissa
    scale, end = _scale(match)
    start = match.start("sign") if match["sign"] else match.start()
    return Number(start, end, "digits", plain(mantissa * scale), plain(mantissa))


def _part(match: re.Match[str]) -> Decimal:
    """The fraction behind the digits: "3½", "3 1/2"."""
    if match["glyph"]:
        over, under = GLYPHS[match["glyph"]]
        return Decimal(over) / under
    return Decimal(match["over"]) / Decimal(match["under"]) if match["over"] else Decimal(0)


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
    if power := match["power"] or match["raised"]:
        return Decimal(1).scaleb(int(power.translate(_LEVEL))), match.end(
            "power" if match["power"] else "raised"
        )
    if match["scale"]:
        more = SCALES[match["more"].lower()] if match["more"] else 1
        return Decimal(SCALES[match["scale"].lower()] * more), match.end()
    suffix = match["suffix"]
    if suffix and _is_scale(match, suffix):
        return Decimal(SUFFIXES[suffix]), match.end()
    return Decimal(1), max(match.end("glyph"), match.end("under"), match.end("digits"))


def _is_scale(match: re.Match[str], suffix: str) -> bool:
    """Whether a letter is a multiplier: "$5m" and "5m people" are millions, "a 5m wall" is metres."""
    text, start = match.string, match.start()
    if currency_before(text, start) or _MONEY_RANGE.search(text, max(0, start - _REACH), start):
        return True
    if suffix in MONEY_ONLY or text[match.start("suffix") - 1].isspace():
        return False
    return suffix != "m" or _COUNTED.match(text, match.end()) is not None
