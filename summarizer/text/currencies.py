"""Currencies by name: the signs and codes before or after a number, the words after it."""

from __future__ import annotations

import re
from typing import NamedTuple

from summarizer.text.lexicon import groups_of, kinds_of, words_of

SIGNS, CODES, WORDS = kinds_of("currency_signs"), kinds_of("currency_codes"), kinds_of("currency_words")
SHARED = words_of("shared_currencies")
# Those that may stand behind the number: "60m zł", "50 USD"; others would be read into units and words.
CODES_BEHIND = ("zł", "Kč", "kr", *(code for code in CODES if len(code) == len("USD") and code.isupper()))
COUNTRIES = {
    "us": "",
    "u.s.": "",
    "american": "",
    "british": "sterling",
    **{word: word for word in words_of("currency_countries")},
    **{
        words: words
        for words in ("hong kong", "new zealand", "new taiwan", "sri lankan", "south korean", "north korean")
    },
}
_CROWNS = {
    "swedish": "krona",
    "icelandic": "krona",
    "danish": "krone",
    "norwegian": "krone",
    "czech": "koruna",
}

_PREFIX = re.compile(
    r"(?:(?P<code>(?<![A-Za-z0-9])(?:"
    + "|".join(re.escape(code) for code in sorted(CODES, key=len, reverse=True))
    + rf"))\.?|(?:(?P<country>(?<![A-Za-z.])(?:US|U\.S\.|HK|AU|NZ|A(?=\S)|C(?=\s?\S)))\s?)?(?P<sign>[{re.escape(''.join(SIGNS))}])(?P<behind>US|HK|AU|A|C|NZ)?)\s?$"
)
_PREFIX_REACH = 8  # characters: "U.S. $ " is the longest
_BY_LETTERS = {"HK": "HK$", "AU": "AU$", "A": "A$", "C": "C$", "NZ": "NZ$"}


class Prefix(NamedTuple):
    """A currency written before the number that starts where `start` and its sign end."""

    start: int
    unit: str


def currency_before(text: str, position: int) -> Prefix | None:
    """The currency whose sign or code ends at `position`, with or without one space between."""
    begin = max(0, position - _PREFIX_REACH)
    match = _PREFIX.search(text[begin:position])
    if match is None:
        return None
    if code := match["code"]:
        return Prefix(begin + match.start(), CODES[code])
    letters = match["behind"] or match["country"] or ""
    start = match.start("country") if match["country"] else match.start("sign")
    return Prefix(
        begin + start, CODES[_BY_LETTERS[letters]] if letters in _BY_LETTERS else SIGNS[match["sign"]]
    )


def with_country(country: str, unit: str) -> str | None:
    """The name of `unit` ("dollar", "pound", "crown") of the country whose adjective is given, if one is."""
    known = COUNTRIES.get(country.casefold())
    if known is None:
        return None
    if unit == "crown":
        return f"{known} {_CROWNS[known]}" if known in _CROWNS else None
    if unit == "pound":
        return f"{known} pound" if known not in {"sterling", ""} else "pound sterling" if known else None
    base = unit.rpartition(" ")[2]
    return f"{known} {base}".strip() if base in SHARED else None


# Where a text names one country of a shared currency and no other, its unit is that country's.
_PLACES = tuple(
    (base, adjective.replace("_", " "), " ".join(place))
    for base, adjective, *place in groups_of("currency_places")
)
_CHINA = re.compile(r"\b(?:China|Chinese|Beijing|Shanghai|Hong Kong|yuan|renminbi)\b")
_JAPAN = re.compile(r"\b(?:Japan|Japanese|Tokyo|Nikkei|yen)\b")


def by_place(text: str, unit: str) -> str:
    """`unit` ("rupee", "peso per kilogram") with the country that `text` speaks of, when it is one only."""
    base, per, what = unit.partition(" per ")
    if base == SIGNS["¥"]:
        is_yuan = _CHINA.search(text) and not _JAPAN.search(text)
        return f"{'chinese yuan' if is_yuan else 'japanese yen'}{per}{what}"
    named = {
        adjective for shared, adjective, place in _PLACES if shared == base and re.search(rf"\b{place}", text)
    }
    if len(named) != 1:
        return unit
    return f"{with_country(named.pop(), base) or base}{per}{what}"
