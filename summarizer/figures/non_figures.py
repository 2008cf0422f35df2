"""Where digits stand that no editor calls a figure: dates, years, clock times, ordinals, phones, lists.

Works on characters alone. Names that hold a number ("Boeing 737") and ages behind a name need the parse:
see names.py.
"""

from __future__ import annotations

import re

from summarizer.text.currencies import CODES
from summarizer.text.dates import MONTH
from summarizer.text.lexicon import alternatives, numbers_of, words_of

_HOURS = range(1, 13)
_TO_TWELVE = alternatives(
    frozenset(word for word, value in numbers_of("cardinals").items() if value in _HOURS)
)
_DAY = r"(?:[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[0-9]|2[01])[0-9]{2}"
_DATES = (
    rf"\b(?:{_DAY}\s?(?:-|–|to|and|&)\s?)?{_DAY}\s(?:of\s)?{MONTH}(?:,?\s{_YEAR}\b)?",
    rf"\b{MONTH}\s{_DAY}(?:\s?(?:-|–|to|and|&)\s?{_DAY})?(?![0-9%,.]*[0-9%])(?:,?\s{_YEAR}\b)?",
    rf"\b{MONTH}(?:\sof)?,?\s{_YEAR}\b",
    r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b",
    r"\b[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})\b",
    r"\b[0-9]{1,2}\.[0-9]{1,2}\.(?:20)?[0-9]{2}\b",
    r"(?i:\b(?:early|mid|late)[- ])?(?<![0-9,.])['’]?[0-9]{1,4}0['’]?s\b",  # the 1990s, in his 50s
    r"(?<!\w)['’][0-9]{2}\b(?!['’])",  # the class of '98
    rf"\b{_YEAR},?\s[0-2]?[0-9][.:][0-5][0-9]\b",  # 12 Mar 2026 22.18
    rf"\b(?:FY|CY|Q[1-4]\s?|H[12]\s?)['’]?(?:{_YEAR}|[0-9]{{2}})\b",
    rf"\b{_YEAR}\s?[-–/]\s?(?:{_YEAR}|[0-9]{{2}})\b(?!\s?(?:%|[a-z]+s\b))",  # 2018-19, 1939–1945
)
# A bare 15xx..20xx is a year where a preposition of time or a comma before it says so, and no noun behind
# it is counted; "killed 1,995" has its comma, "1995 people" its noun.
_YEARS = (
    rf"(?<=\b(?:in|In|by|By)\s){_YEAR}\b(?![,.]?[0-9%])",
    rf"\b(?:since|until|till|circa|Since|Until)\s{_YEAR}\b(?![,.]?[0-9%])",
    rf"\b(?:from|between|From|Between)\s{_YEAR}\s(?:to|and|until|through)\s{_YEAR}\b(?![,.]?[0-9%])",
    rf"\((?:{_YEAR})(?:[-–]{_YEAR})?\)",
    r"\b(?:19[5-9]|20[0-3])[0-9]\s(?:and|or)\s(?:19[5-9]|20[0-3])[0-9]\b(?![,.]?[0-9%])",  # the 2014 and 2016 campaigns
)
_CLOCK = (
    r"\b[0-9]{1,2}(?:[.:][0-9]{2}){0,2}\s?(?:-|–|to)\s?[0-9]{1,2}(?:[.:][0-9]{2})?\s?(?i:a\.?m\b\.?|p\.?m\b\.?)",
    r"\b[0-9]{1,2}(?:[.:][0-9]{2}){0,2}\s?(?i:a\.?m\b\.?|p\.?m\b\.?|o['’]clock)",
    r"\b[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?\b",
    r"\b[0-9]{4}\s?(?:GMT|BST|UTC|EDT|EST|CET|CEST|PT|ET|IST|AEST|hrs|hours local)\b",
    rf"\b(?i:{_TO_TWELVE})\s(?i:o['’]clock|[ap]\.?m\b\.?)",
)
# "18 400 000" and "12 345 678 voters" are counts with their thousands set apart, and no phone numbers.
_NO_COUNT = (
    r"(?![1-9][0-9]{0,2}(?:\s[0-9]{3}){0,4}\s(?:[0-9]00|[0-9]{3}\s(?:[a-z-]+\s)?(?:people|men|women|children|[a-z]{3,}s))\b"
    r"(?!\s?[0-9-]))"
)
_CODES = (
    r"\b1\)\s(?=[a-z])|(?<=[,;]\s)[2-9]\)\s(?=[a-z])|(?<=\band\s)[2-9]\)\s(?=[a-z])",  # items of a list in a sentence
    r"\b(?i:[a-z]?-?code):?\s[0-9]+\b",
    r"\b[0-9]+(?:st|nd|rd|th)\b",
    r"\b(?:555|[0-9]{3}(?=-0))-[0-9]{4}\b",
    r"\b(?:9/11|24/7|7/7|50/50|50-50|20/20|fifty-fifty|[0-9]+-a-side|[0-9]+-[0-9]+-[0-9]+)\b",
    rf"(?:\+[0-9]{{1,3}}[\s.-]?)?(?:\([0-9]{{2,5}}\)\s?)?\b{_NO_COUNT}[0-9]{{2,5}}[\s.-][0-9]{{3,4}}[\s.-](?:[0-9]{{4}}\b(?!,[0-9])|[0-9]{{3}}\b(?!,))(?!\.[0-9])",
    r"\b0[0-9]{2,5}[\s-](?:[0-9]{5,7}|[0-9]{2,4}(?:[\s-][0-9]{2,4}){1,4})\b(?![.,][0-9])",
    r"\+[0-9]{1,3}(?:[\s.-]?[0-9]{2,5}){2,5}\b",
    r"\([0-9]{3}\)\s?[0-9]{3}[\s-][0-9]{4}\b",
    (
        r"(?i:\b(?:call(?:ed|ing)?|rang|ring(?:ing)?|phone|tel|telephone|dial(?:led|ling)?|hotline|helpline|line|text|fax)[:.]?\s(?-i:[A-Z]+\s)?(?:on\s|at\s|to\s)?)"
        r"[0-9][0-9 -]{1,15}[0-9]\b(?![.,]?[0-9]|\s?%|-[a-z]|\s(?:[a-z-]+\s)?(?:[a-z]+s|people|men|women|children)\b)"
    ),
    r"\b(?:https?://|www\.|(?<![\w.-])[\w.-]{1,64}@|@|#)\S+|\b\w*_\w*",
    r"\b[0-9]+(?:\.[0-9]+){2,}\b",  # versions and addresses on the net
    r"(?m:^[ \t]*(?:\(?[0-9]{1,3}[.)]|#[0-9]{1,3})(?=[ \t]+\S|[ \t]*$))",  # numbers of a list
    r"=\"[^\"\s]*\"|<[^<>\n]{0,200}>|\b[0-9.]+(?:px|rem)\b",  # what is left of markup and of style sheets
    rf"\b(?=[A-Z]{{3}}\s[0-9])(?!(?:{alternatives(CODES)})\s)[A-Z]{{3}}\s[0-9]{{6}}[A-Z]?\b(?![.,][0-9]|\s(?:[a-z-]+\s)?[a-z]+s\b)",  # a star or flash: FRB 121102
    r"\b(?:Fortune|FTSE|S\s?&\s?P|S\s?&amp;\s?P|Russell|Nikkei|Forbes|Stoxx|STOXX|CAC|DAX|ASX|CSI|Hang Seng|Big|Group of|sp)\s[0-9]{2,4}\b(?![.,][0-9])",
    r"\[[0-9]{1,3}\]",  # marks of notes
    r"\b[A-Z][a-z]+\s[0-9]{1,4},\s[0-9]{1,5}[-–][0-9]{1,5}\s\((?:19|20)[0-9]{2}\)",  # a journal's volume and pages
    r"(?<=\bknown as )[0-9]+\b(?![.,]?[0-9]|\s?(?:%|[a-z]))",
    r"\b(?:[0-9]{1,5}\s?[-–]\s?)?[0-9]{1,5}[A-Za-z]?\s(?:[A-Z]\.?\s)?(?:[A-Z0-9][a-z]+\s){1,3}(?:Road|Street|Avenue|Lane|Drive|Boulevard|Square|Rd|St|Ave|Blvd)\b",
    r"(?i:\blast[- ](?:16|32|64)|\blast-(?:four|eight))\b",  # rounds of a cup
    r"\b(?:(?i:the|an?)|year-old)\s7[0-8]7(?:-[0-9]{1,3}[A-Z]*)?\b(?!\s[a-z]+s\b)",  # the 757
    r"\b7[0-8]7(?:-[0-9]{1,3}[A-Z]*|[xX])\b",  # a 787-9, 777x jets
    rf"(?i:\b(?:{_TO_TWELVE})[- ]figures?\b)",  # a six-figure sum
    r"\b(?:4K|8K|3D|2D|[2-6]G|LTE|i[3579]|[0-9]{1,2}x[0-9]{1,2})\b",
    r"\bPS[1-5]\b(?![.,]?[0-9]|\s?(?:m|bn|million|billion)\b)",  # a console, not pounds
    r"\b[0-9]{1,3}-(?:D|alpha|beta|gamma|delta)\b",  # 3-D, 17-beta
    r"\b[2-9](?:[x×]|\s[x×]\s)[1-9]00(?:\s?k?m|[\s-]met(?:re|er)s?)?\b",  # a relay: 4x200m
    r"\b[0-9]{2,5}\sblock\b(?=\sof\s[A-Z0-9])",  # the 2300 block of a street
    # What a campaign or a film is called: Raise to $20
    (
        r"\b(?:campaign|movement|group|coalition|petition|film|album|song|book|play|show|series|app|called|named|dubbed|titled|entitled)"
        r",?\s[“\"‘']?(?:[A-Z][\w’']*\s){1,3}(?:(?:for|to|of|over|at|in|on)\s)?[$£€]?[0-9][0-9,]*\b"
    ),
    r"\bthe\s[A-Z][a-z]+\sfor\s[$£€][0-9]{1,2}\b(?![.,]?[0-9]|\s(?:[bmt]r?illion|an?\b|per\b|each\b))",
    # digits that belong to letters before them: COVID-19, G7, F-16, A320; not money codes, signs or "sub-7"
    (
        r"\b(?=[A-Za-z]*[-–]?[0-9])"
        r"(?!(?:PS|RM|Rs?|USD?|EUR|GBP|AUD|CAD|HKD?|NZD?|JPY|CNY|RMB|INR|CHF|Y|A|C|S|NT|Tk|Rp|KSh|NIS|(?i:sub|minus|mid|pre|post|non|over|under|to|plus))(?:-|\$)?[0-9])"
        r"(?:[A-Za-z]+|[A-Za-z]*[A-Z][A-Za-z]*[-–]|[A-Za-z]*[0-9]+[A-Za-z]+-)[0-9]+[A-Za-z0-9-]*"
    ),
    # roads and models, but not "R7 250 000", which is rand
    r"\b(?:A|C|S|Y|R(?![0-9]{1,3}\s(?:000|[0-9]{3}\s[0-9]{3})\b))[0-9]{1,3}[A-Z]?\b(?![.,][0-9]|\s(?:m|b|tr)illion)",
    r"(?i:\b(?:covid|sars-cov)[- ]{0,2}[0-9]{1,2}|\bu-?[12][0-9]s?|\bunder-[12][0-9]s?)\b",
)
_LABEL_NUMBER = (
    rf"\.?\s(?:#\s?)?(?:[0-9]{{1,4}}|(?i:{_TO_TWELVE}))"
    r"\b(?![.,]?[0-9%]|[-–][0-9]|[-\s]?(?:%|per|percent|bn|m\b|million|billion|thousand|people|points?\b))"
)
_NUMBERED = f"(?i:{alternatives(words_of('numbered'))})"
_SOMETIMES_NUMBERED = (
    r"(?<!this )(?<!last )(?<!that )(?<!next )"
    rf"(?i:{alternatives(words_of('sometimes_numbered'))})"
)
# "Article 5", "category 4", "No. 10", "Day 3", "chapter three"
_LABELS = (
    rf"\b{_NUMBERED}{_LABEL_NUMBER}",
    rf"\b{_SOMETIMES_NUMBERED}{_LABEL_NUMBER}(?!\s(?:[a-z-]+\s)?(?:[a-z]+s|men|women|children)\b)",
    r"\b[A-Z]{2}\s[0-9]{5}(?:-[0-9]{4})?\b",  # CA 90210
    r"№\s?[0-9]+|#\s?[0-9]+|\b(?:401|403|457)\s?\([kb]\)",  # a 401(k)
)
_FIXED = (
    r"(?i:\b(?:one another|no one|one['’]s|someone|any one|this one|that one|which one|the one|each one|every one"
    r"|another one|one by one|one-by-one|one-on-one|one-off|one-time|one-way|one-sided|two-way|one day\b(?=,| I| he| she"
    r"| they| we| you| it| the| when)|the same one|one-to-one|two-faced|one-shot|zero-sum|zero tolerance|zero-tolerance"
    rf"|four-letter|(?:mother|father|mum|mom|dad)[- ]of[- ](?:{_TO_TWELVE})|one-two|six-pack|ground zero|net zero|net-zero|back to square one|one or the other|one thing|for one\b(?=[,.])"
    r"|number one|first one|last one|next one|one and only|one last|one way or|at one (?:time|stage|point)(?!\s(?:ahead|behind|clear|above|below))"
    r"|half[- ]time|first half|second half|half[- ](?:hour|century|marathon|brother|sister|term|way)"
    r"|third (?:party|world|quarter|place|time)|quarter[- ]?final|semi|on all fours|high[- ]five))\b"
)
# None of all these begins inside a word, unless at a digit, nor at a blank within a line: half the time is saved by not trying there.
_ANYWHERE_ELSE = r"(?!\B[A-Za-z]|(?<=[^\n])\s)"
_ALL = re.compile(f"{_ANYWHERE_ELSE}(?:{'|'.join((*_DATES, *_CLOCK, *_YEARS, *_CODES, *_LABELS, _FIXED))})")


def mask_non_figures(text: str) -> bytearray:
    """One byte a character of `text`, set where it belongs to a date, a clock time, a phone, a label …"""
    mask = bytearray(len(text))
    for match in _ALL.finditer(text):
        mask[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return mask
