"""What a number is measured in: the unit behind it, and the "per" behind that."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from summarizer.figures.ambiguous import RIVALS, Rival, rival_of
from summarizer.figures.unit_table import UNITS, Unit
from summarizer.text import currencies
from summarizer.text.lexicon import words_of

BY_SYMBOL = {symbol: unit for unit in UNITS for symbol in unit.symbols}
BY_WORD = {word.casefold(): unit for unit in UNITS for word in unit.words}
# A letter that stands alone is a unit only when it touches its number: "5 A levels", "10 C students".
_LONE_LETTERS = frozenset(s for s in BY_SYMBOL if len(s) == 1 and s.isalpha()) - frozenset("WVJmgCF")
# Words of everyday use that are a unit only where they touch the number: "5 in the car", "3 am", "2 st".
_MUST_TOUCH = _LONE_LETTERS | {
    "in",
    "st",
    "ms",
    "min",
    "mi",
    "ha",
    "pp",
    "bp",
    "mb",
    "cal",
    "kt",
    "t",
    "mp",
    "x",
    "×",
}
_LONGEST = max(len(word.split()) for word in BY_WORD)

_SYMBOL = re.compile(
    r"[ \u00a0-]?(?P<symbol>"
    + "|".join(re.escape(s) for s in sorted({*BY_SYMBOL, *RIVALS}, key=len, reverse=True))
    + r")(?![\w²³])(?!-[a-z])"
)
_SIGN = re.compile(r"\s?(?P<symbol>%|°\s?[CF]\b|[°′″×](?!\w))")
_WORDS = re.compile(
    r"(?:[\s\u00a0]|-)?(?P<words>(?:[A-Za-z%.]+(?:-[A-Za-z]+){0,3})(?:[\s-][A-Za-z.]+(?:-[A-Za-z]+){0,3}){0,4})"
)
_RATE = re.compile(
    r"(?:\s?/\s?|\s(?:per|an?|each|every)\s)(?!year\s(?:ago|earlier|later|before|after))(?P<words>[A-Za-z]+(?:[\s-][A-Za-z]+){0,4})"
)
# 14 deaths per 100,000 people: the second number is part of the unit.
_RATE_OF_MANY = re.compile(
    r"\s(?:per|for every)\s(?P<many>(?:[0-9][0-9,]*(?:\s(?:thousand|million))?|thousand|hundred thousand|million))\b(?!\sper)"
    r"(?:\s(?P<what>(?:live\s)?[a-z]+))?"
)
_NO_NOUN = words_of("no_unit")
_OVER = re.compile(r"/[a-zA-Zµμ]{1,3}[23²³]?(?!\w)")  # A/cm2: a unit that is written over another is meant
_DECIMAL = re.compile(r"[0-9]\.[0-9]+$")
_RATE_SYMBOL = re.compile(r"[A-Za-zµμ]{1,3}[23²³]?(?!\w)")
_RATE_HYPHEN = re.compile(r"-(?:per|an?)-(?P<words>[A-Za-z]+)")
# What follows "$3 a …" when it is a rate; behind "per" any noun goes.
_RATE_NOUNS = words_of("rated")
_CURRENCY_SHARE = frozenset({"cent", "penny", "sen"})


class Measure(NamedTuple):
    """A unit as it stands in a text: its name, its dimension, and where its words end."""

    name: str
    dimension: str
    end: int
    size: Decimal = Decimal(0)


def measure_after(text: str, position: int) -> Measure | None:
    """The unit whose words follow the number that ends at `position`, with its rate ("a gallon") if any."""
    unit = _currency_word(text, position) or _unit_word(text, position) or _unit_symbol(text, position)
    return with_rate(text, unit) if unit else None


def with_rate(text: str, measure: Measure) -> Measure:
    """`measure` carried on over "per barrel", "a month", "/kg" behind it."""
    if measure.dimension in {"share", "multiple", "age"}:
        return measure
    if many := _RATE_OF_MANY.match(text, measure.end):
        what = "" if many["what"] is None or many["what"] in _NO_NOUN else f" {many['what']}"
        name = f"{measure.name} per {many['many']}{what}"
        return measure._replace(
            name=name, dimension=f"{measure.dimension} rate", end=many.end("many") + len(what)
        )
    for pattern in (_RATE, _RATE_HYPHEN):
        match = pattern.match(text, measure.end)
        if match and (per := _per(match, is_open="per" in match[0][:5] or "/" in match[0][:2])):
            name, end = per
            return measure._replace(
                name=f"{measure.name} per {name}", dimension=f"{measure.dimension} rate", end=end
            )
    return measure


def _per(match: re.Match[str], *, is_open: bool) -> tuple[str, int] | None:
    """The name of what a rate is per, and where its words end. `is_open`: any noun will do."""
    start = match.start("words")
    if is_open and (symbol := _RATE_SYMBOL.match(match.string, start)) and symbol[0] in BY_SYMBOL:
        return BY_SYMBOL[symbol[0]].name, symbol.end()
    ends = [word.end() for word in re.finditer(r"[A-Za-z]+", match["words"])]
    for end in reversed(ends[:_LONGEST]):
        unit = BY_WORD.get(match["words"][:end].casefold())
        if unit and unit.dimension not in {"share", "multiple", "age"}:
            return unit.name, start + end
    first = match["words"][: ends[0]].casefold()
    return (first, start + ends[0]) if first in _RATE_NOUNS or is_open else None


def _unit_word(text: str, position: int) -> Measure | None:
    """The longest run of words behind `position` that names a unit."""
    match = _WORDS.match(text, position)
    if match is None:
        return None
    start = match.start("words")
    ends = [m.end() for m in re.finditer(r"[A-Za-z.%]+", match["words"])]
    for end in reversed(ends[: _LONGEST + 1]):
        phrase = match["words"][:end]
        unit = BY_WORD.get(phrase.casefold()) or BY_WORD.get(phrase.casefold().rstrip("."))
        if unit and _may_be_word(text, position, unit, phrase):
            return _measure(unit, start + len(phrase.rstrip(".")))
    return None


def _may_be_word(text: str, position: int, unit: Unit, phrase: str) -> bool:
    """Whether the words mean the unit here: "2 second-half goals" and "10 second graders" do not."""
    if unit.name in {"second", "minute"} and not phrase.endswith("s"):
        end = position + len(phrase) + 1
        return text[position : position + 1] == "-" or not re.match(
            r"[-\s](?:half|place|grade|round|leg|division|team)", text[end:]
        )
    return True


def _unit_symbol(text: str, position: int) -> Measure | None:
    match = _SIGN.match(text, position) or _SYMBOL.match(text, position)
    if match is None:
        return None
    symbol = match["symbol"].replace(" ", "")
    if rival := rival_of(symbol, text, position, match.end()):
        return _rival(rival, match.end())
    touches = match.start("symbol") == position
    if not touches and symbol in _MUST_TOUCH and not _OVER.match(text, match.end()):
        return None
    if symbol == "s" and not _DECIMAL.search(text, max(0, position - _REACH), position):
        return None  # "the 2018s", "two Model 3s"; seconds that are worth a letter have tenths
    unit = BY_SYMBOL.get(symbol)
    return _measure(unit, match.end()) if unit else None


def _rival(rival: Rival, end: int) -> Measure:
    return Measure(rival.name, rival.dimension, end)


def _measure(unit: Unit, end: int) -> Measure:
    return Measure(unit.name, unit.dimension, end, unit.size)


_CURRENCY = re.compile(
    r"[\s\u00a0-]?(?P<country>(?:US|U\.S\.|[A-Z][a-z]+(?:\s(?:Kong|Zealand|Lankan|Korean|Taiwan))?)[\s])?"
    rf"(?P<word>{'|'.join(sorted((*currencies.WORDS, 'pound', 'pounds'), key=len, reverse=True))})\b",
    re.IGNORECASE,
)
_CURRENCY_CODE = re.compile(
    r"[\s\u00a0]?(?P<code>" + "|".join(re.escape(code) for code in currencies.CODES_BEHIND) + r")\b"
)
_TRAILING_SIGN = re.compile(r"\s?(?P<sign>[€£₽₪])(?!\w)")
_STERLING_PENCE = re.compile(r"\s?p(?![\w/]|\.\w)")
_CENTS = re.compile(r"\s?¢|c(?![\w/.-])")
_WEIGHED = re.compile(
    r"\b(?:weigh|weight|heav|lift|lost|lose|gain|shed|overweight|squat|bench)", re.IGNORECASE
)
_MONEY_TALK = re.compile(
    r"(?:£|\bPS[0-9]|\bsterling\b|\bpence\b|\bpounds? (?:fell|rose|against|to the dollar))"
)
_MONEY_SCALE = re.compile(r"(?:million|billion|trillion|bn|mn?|k|thousand)\s?$")
_REACH = 40  # characters looked back for what is weighed
_TALK_REACH = 300  # characters each way in which a £ makes "pounds" money


def _currency_word(text: str, position: int) -> Measure | None:
    """Money in words: "10.5 million Australian dollars", "40 pence", "3 million pounds", "50 USD"."""
    if match := _TRAILING_SIGN.match(text, position):
        return Measure(currencies.SIGNS[match["sign"]], "money", match.end())
    if match := _CURRENCY_CODE.match(text, position):
        return Measure(currencies.CODES[match["code"]], "money", match.end())
    if match := _STERLING_PENCE.match(text, position):
        rival = rival_of("p", text, position, match.end())
        return _rival(rival, match.end()) if rival else Measure("penny", "money", match.end())
    if match := _CENTS.match(text, position):
        return Measure("cent", "money", match.end())
    match = _CURRENCY.match(text, position)
    return _spelled_currency(text, position, match) if match else None


def _spelled_currency(text: str, position: int, match: re.Match[str]) -> Measure | None:
    word = match["word"].casefold()
    country = (match["country"] or "").strip()
    unit = "pound" if word.startswith("pound") else currencies.WORDS[word]
    if country:
        named = currencies.with_country(country, unit)
        return Measure(named, "money", match.end()) if named else None
    if text[match.end() : match.end() + 5].casefold() in {"-foot", "-feet", " feet"}:
        return None
    if unit == "pound":
        return _pound(text, position, match.end())
    if word == "won" and not _MONEY_SCALE.search(text[max(0, position - _REACH) : position]):
        return None  # "of 20 won seats" and "the two won" are no Korean money
    return Measure(unit, "money", match.end())


def _pound(text: str, position: int, end: int) -> Measure:
    """Sterling or weight: money when millions of it are meant or the text talks of money, else weight."""
    before = text[max(0, position - _REACH) : position]
    around = text[max(0, position - _TALK_REACH) : position + _TALK_REACH]
    is_talk = not _WEIGHED.search(before) and _MONEY_TALK.search(around)
    if is_talk or (_MONEY_SCALE.search(before) and "weigh" not in before):
        return Measure("pound sterling", "money", end)
    unit = BY_SYMBOL["lb"]
    return _measure(unit, end)
