"""Currencies by name: the signs and codes before or after a number, the words after it."""

from __future__ import annotations

import re
from typing import NamedTuple

SIGNS = {
    "$": "dollar",
    "€": "euro",
    "£": "pound sterling",
    "¥": "yen or yuan",
    "₹": "indian rupee",
    "₽": "russian ruble",
    "₩": "south korean won",
    "₪": "shekel",
    "₺": "turkish lira",
    "₴": "ukrainian hryvnia",
    "₦": "nigerian naira",
    "₱": "philippine peso",
    "₫": "vietnamese dong",
    "₿": "bitcoin",
    "₵": "ghanaian cedi",
    "₸": "kazakhstani tenge",
    "₼": "azerbaijani manat",
    "₾": "georgian lari",
    "֏": "armenian dram",
    "฿": "thai baht",
    "₡": "costa rican colon",
    "₲": "paraguayan guarani",
    "৳": "bangladeshi taka",
}
CODES = {
    "USD": "dollar",
    "US$": "dollar",
    "EUR": "euro",
    "GBP": "pound sterling",
    "JPY": "japanese yen",
    "CNY": "chinese yuan",
    "RMB": "chinese yuan",
    "CN¥": "chinese yuan",
    "INR": "indian rupee",
    "Rs": "rupee",
    "PKR": "pakistani rupee",
    "LKR": "sri lankan rupee",
    "AUD": "australian dollar",
    "AU$": "australian dollar",
    "A$": "australian dollar",
    "CAD": "canadian dollar",
    "CA$": "canadian dollar",
    "C$": "canadian dollar",
    "NZD": "new zealand dollar",
    "NZ$": "new zealand dollar",
    "HKD": "hong kong dollar",
    "HK$": "hong kong dollar",
    "SGD": "singapore dollar",
    "S$": "singapore dollar",
    "TWD": "new taiwan dollar",
    "NT$": "new taiwan dollar",
    "BRL": "brazilian real",
    "R$": "brazilian real",
    "MXN": "mexican peso",
    "MX$": "mexican peso",
    "RM": "malaysian ringgit",
    "MYR": "malaysian ringgit",
    "R": "south african rand",
    "ZAR": "south african rand",
    "CHF": "swiss franc",
    "SEK": "swedish krona",
    "NOK": "norwegian krone",
    "DKK": "danish krone",
    "PLN": "polish zloty",
    "RUB": "russian ruble",
    "UAH": "ukrainian hryvnia",
    "TRY": "turkish lira",
    "ILS": "shekel",
    "NIS": "shekel",
    "KRW": "south korean won",
    "NGN": "nigerian naira",
    "KES": "kenyan shilling",
    "KSh": "kenyan shilling",
    "PHP": "philippine peso",
    "IDR": "indonesian rupiah",
    "Rp": "indonesian rupiah",
    "THB": "thai baht",
    "AED": "uae dirham",
    "SAR": "saudi riyal",
    "EGP": "egyptian pound",
    "CZK": "czech koruna",
    "HUF": "hungarian forint",
    "RON": "romanian leu",
    "BGN": "bulgarian lev",
    "ISK": "icelandic krona",
    "HRK": "croatian kuna",
    "VND": "vietnamese dong",
    "COP": "colombian peso",
    "CLP": "chilean peso",
    "ARS": "argentine peso",
    "PEN": "peruvian sol",
    "QAR": "qatari riyal",
    "KWD": "kuwaiti dinar",
    "BHD": "bahraini dinar",
    "OMR": "omani riyal",
    "JOD": "jordanian dinar",
    "IQD": "iraqi dinar",
    "IRR": "iranian riyal",
    "LBP": "lebanese pound",
    "MAD": "moroccan dirham",
    "TND": "tunisian dinar",
    "GHS": "ghanaian cedi",
    "TZS": "tanzanian shilling",
    "UGX": "ugandan shilling",
    "ETB": "ethiopian birr",
    "KZT": "kazakhstani tenge",
    "GEL": "georgian lari",
    "AMD": "armenian dram",
    "AZN": "azerbaijani manat",
    "NPR": "nepalese rupee",
    "MMK": "burmese kyat",
    "XAF": "central african franc",
    "XOF": "west african franc",
    "RSD": "serbian dinar",
    "BDT": "bangladeshi taka",
    "Tk": "bangladeshi taka",
    # What is left of £ and ¥ where a wire or an archive has been squeezed into ASCII (unidecode's spelling).
    "PS": "pound sterling",
    "Y": "japanese yen",
    "Y=": "japanese yen",
}
WORDS = {
    "dollar": "dollar",
    "dollars": "dollar",
    "buck": "dollar",
    "bucks": "dollar",
    "euro": "euro",
    "euros": "euro",
    "yen": "japanese yen",
    "yuan": "chinese yuan",
    "renminbi": "chinese yuan",
    "rupee": "rupee",
    "rupees": "rupee",
    "shekel": "shekel",
    "shekels": "shekel",
    "ruble": "russian ruble",
    "rubles": "russian ruble",
    "rouble": "russian ruble",
    "roubles": "russian ruble",
    "rand": "south african rand",
    "ringgit": "malaysian ringgit",
    "baht": "thai baht",
    "won": "south korean won",
    "zloty": "polish zloty",
    "zlotys": "polish zloty",
    "naira": "nigerian naira",
    "rupiah": "indonesian rupiah",
    "hryvnia": "ukrainian hryvnia",
    "hryvnias": "ukrainian hryvnia",
    "lira": "turkish lira",
    "forint": "hungarian forint",
    "forints": "hungarian forint",
    "real": "brazilian real",
    "reais": "brazilian real",
    "franc": "franc",
    "francs": "franc",
    "peso": "peso",
    "pesos": "peso",
    "krona": "krona",
    "kronor": "krona",
    "krone": "krone",
    "kroner": "krone",
    "crown": "crown",
    "crowns": "crown",
    "dirham": "dirham",
    "dirhams": "dirham",
    "riyal": "riyal",
    "riyals": "riyal",
    "dinar": "dinar",
    "dinars": "dinar",
    "taka": "bangladeshi taka",
    "shilling": "shilling",
    "shillings": "shilling",
    "sterling": "pound sterling",
    "bitcoin": "bitcoin",
    "bitcoins": "bitcoin",
    "koruna": "czech koruna",
    "korunas": "czech koruna",
    "koruny": "czech koruna",
    "kuna": "croatian kuna",
    "kunas": "croatian kuna",
    "dong": "vietnamese dong",
    "cedi": "ghanaian cedi",
    "cedis": "ghanaian cedi",
    "tenge": "kazakhstani tenge",
    "lari": "georgian lari",
    "manat": "azerbaijani manat",
    "birr": "ethiopian birr",
    "kwacha": "zambian kwacha",
    "kyat": "burmese kyat",
    "leu": "romanian leu",
    "lei": "romanian leu",
    "lev": "bulgarian lev",
    "leva": "bulgarian lev",
    "afghani": "afghani",
    "afghanis": "afghani",
    "guarani": "paraguayan guarani",
    "quetzals": "guatemalan quetzal",
    "rial": "riyal",
    "rials": "riyal",
    "paise": "paisa",
    "kopecks": "kopeck",
    "kopeks": "kopeck",
    "kr": "crown",
    "tugrik": "mongolian tugrik",
    "cent": "cent",
    "cents": "cent",
    "pence": "penny",
    "penny": "penny",
    "sen": "sen",
}
# Currencies that several countries share by name; the country's adjective goes before.
SHARED = frozenset(
    "dollar peso rupee franc krona krone crown dirham riyal dinar shilling pound lira won ruble real".split()
)
COUNTRIES = {
    "us": "",
    "u.s.": "",
    "american": "",
    "british": "sterling",
    **{
        word: word
        for word in (
            "australian canadian singapore fijian jamaican bahamian namibian argentine mexican chilean colombian"
            " philippine uruguayan cuban dominican indian pakistani nepalese mauritian swiss rwandan congolese"
            " swedish icelandic danish norwegian czech moroccan uae emirati saudi qatari omani kuwaiti iraqi"
            " jordanian serbian tunisian algerian libyan bahraini kenyan ugandan tanzanian somali egyptian"
            " lebanese syrian sudanese yemeni turkish russian belarusian brazilian iranian"
        ).split()
    },
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
    + rf"))\.?|(?:(?P<country>(?<![A-Za-z.])(?:US|U\.S\.|HK|AU|NZ|A(?=\S)|C(?=\S)))\s?)?(?P<sign>[{re.escape(''.join(SIGNS))}])(?P<behind>US|HK|AU|A|C|NZ)?)\s?$"
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
PLACES = {
    "rupee": {"India": "indian", "Pakistan": "pakistani", "Sri Lanka": "sri lankan", "Nepal": "nepalese"},
    "peso": {
        "Mexico": "mexican",
        "Chile": "chilean",
        "Colombia": "colombian",
        "Argentina": "argentine",
        "Philippines": "philippine",
        "Cuba": "cuban",
        "Uruguay": "uruguayan",
    },
    "krona": {"Sweden": "swedish", "Iceland": "icelandic"},
    "krone": {"Norway": "norwegian", "Denmark": "danish"},
    "crown": {
        "Sweden": "swedish",
        "Norway": "norwegian",
        "Denmark": "danish",
        "Iceland": "icelandic",
        "Czech": "czech",
    },
    "franc": {"Switzerland": "swiss", "Swiss": "swiss", "Rwanda": "rwandan"},
    "riyal": {"Saudi": "saudi", "Qatar": "qatari", "Oman": "omani", "Iran": "iranian", "Yemen": "yemeni"},
    "dirham": {"Emirates": "uae", "UAE": "uae", "Dubai": "uae", "Morocco": "moroccan"},
    "dinar": {
        "Kuwait": "kuwaiti",
        "Iraq": "iraqi",
        "Jordan": "jordanian",
        "Serbia": "serbian",
        "Tunisia": "tunisian",
    },
    "shilling": {"Kenya": "kenyan", "Uganda": "ugandan", "Tanzania": "tanzanian", "Somalia": "somali"},
}
_CHINA = re.compile(r"\b(?:China|Chinese|Beijing|Shanghai|Hong Kong|yuan|renminbi)\b")
_JAPAN = re.compile(r"\b(?:Japan|Japanese|Tokyo|Nikkei|yen)\b")


def by_place(text: str, unit: str) -> str:
    """`unit` ("rupee", "peso per kilogram") with the country that `text` speaks of, when it is one only."""
    base, per, what = unit.partition(" per ")
    if base == SIGNS["¥"]:
        is_yuan = _CHINA.search(text) and not _JAPAN.search(text)
        return f"{'chinese yuan' if is_yuan else 'japanese yen'}{per}{what}"
    named = {adjective for place, adjective in PLACES.get(base, {}).items() if re.search(rf"\b{place}", text)}
    if len(named) != 1:
        return unit
    return f"{with_country(named.pop(), base) or base}{per}{what}"
