"""Numbers that somebody denies: "not 20, as first reported", "denied that it had cost $90 million"."""

from __future__ import annotations

import re

from summarizer.text.bounds import BOUND
from summarizer.text.lexicon import alternatives, words_of
from summarizer.text.negations import NEGATED_VERB
from summarizer.text.sentence_bounds import sentence_around
from summarizer.text.span import Span

_REACH = 160  # characters each way in which the sentence ends
_LEFT = alternatives(words_of("no_denial"))
# What stands between the word that denies and the number; "the $5m fine" is there, whoever has not paid it.
_NEAR = rf"(?:(?!(?:{_LEFT})\b)[\w'’-]+\s){{0,3}}?(?:(?:{BOUND}|an?|some|even)\s)*"
_NOT = re.compile(
    rf"\bnot\s(?:(?:{BOUND}|an?|the|some)\s)*$|{NEGATED_VERB}\s(?!only\b|just\b|more\b|less\b|fewer\b){_NEAR}$",
    re.IGNORECASE,
)
_DENYING = re.compile(
    r"\b(?:den(?:y|ied|ies|ying)\s(?:that|having|any|(?:the\s)?(?:claims?|reports?|allegations?|suggestions?)|[a-z]+ing)"
    r"|(?:reject|dismiss|disput|refut)(?:e|ed|es|s|ing)\s(?:that|(?:the\s|a\s|any\s)?(?:claims?|reports?|allegations?|suggestions?|figures?|estimates?)))\b"
    r"(?:(?!\b(?:but|while|saying|adding|insisting)\b)[^.;!?])*$",
    re.IGNORECASE,
)
_UNTRUE = re.compile(
    r"(?:\s[\w'’-]+){0,3}?\s(?:is|was|were|are)\s(?:wrong|false|untrue|incorrect|not\s(?:true|correct))\b",
    re.IGNORECASE,
)
_FALSELY = re.compile(
    r"\b(?:falsely|wrongly|incorrectly|mistakenly)\W{0,3}\s(?:(?:\w+ing|claims?|claimed|said|says|told|reported|put|stated|alleged|asserted)\b|that\b)"
)


def is_denied(text: str, start: int, end: int) -> bool:
    """Whether the sentence denies the number at `start`..`end` of `text`."""
    sentence = sentence_around(text, Span(start, end), _REACH)
    before = text[sentence.start : start]
    is_false = _NOT.search(before) or _DENYING.search(before) or _FALSELY.search(before)
    return bool(is_false or _UNTRUE.match(text, end, sentence.end))
