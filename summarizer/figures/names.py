"""Numbers that the parse shows to be no figure: parts of names, years, ages behind a name, pronouns."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.figures.amount import Amount
from summarizer.figures.lexicon import word_set
from summarizer.text.lexicon import words_of

if TYPE_CHECKING:
    from summarizer.parse.words import Doc, Span, Token

NAMING = frozenset({"ORG", "PRODUCT", "FAC", "GPE", "LOC", "PERSON", "WORK_OF_ART", "LAW", "EVENT", "NORP"})
FIRST_YEAR, LAST_YEAR = 1500, 2100
LAST_DAY = 31
OLDEST = 115
# Words that make a number after them a reference to something told before: "the two", "all three".
POINTING = words_of("pointing")
_SUMS = words_of("sums")
_PRONOUN_HEADS = word_set("this that the which each every another any no some only same last next first")


def is_name(doc: Doc, tokens: Span, amount: Amount, noun: Token | None) -> bool:
    """Whether the number of `amount` (whose words are `tokens`) names something or dates it."""
    if amount.has_unit or amount.shape != "number":
        return False
    if amount.number.written == "digits":
        is_date = _is_year(tokens, amount, noun)
        return is_date or (not is_age(doc, tokens, amount) and _is_in_name(doc, tokens, noun))
    return _is_pronoun(doc, tokens, amount, noun)


def _is_year(tokens: Span, amount: Amount, noun: Token | None) -> bool:
    first = tokens[0]
    value = amount.value or Decimal(0)
    if first.ent_type_ == "DATE" and noun is None and value <= LAST_DAY:
        return True
    if not FIRST_YEAR <= value <= LAST_YEAR or "," in tokens.text or value != value.to_integral_value():
        return False
    if "." in tokens.text:
        return False
    return noun is None or noun.tag_ not in {"NNS", "NNPS"} or first.ent_type_ == "DATE"


def is_age(doc: Doc, tokens: Span, amount: Amount) -> bool:
    """Jamie Doe, 25, said; Doe (25)."""
    if not Decimal(0) < (amount.value or Decimal(0)) <= OLDEST or tokens.start < 2:  # noqa: PLR2004 - a name and a mark
        return False
    mark, name = doc[tokens.start - 1], doc[tokens.start - 2]
    after = doc[tokens.end] if tokens.end < len(doc) else None
    closes = after is None or after.text in {",", ".", ")", ";", "-", "–", "—", "―"}
    is_of_someone = name.pos_ == "PROPN" or (
        name.tag_ == "NN" and after is not None and after.text == "," and name.lower_ not in _SUMS
    )
    return closes and mark.text in {",", "("} and is_of_someone and "%" not in tokens.text


def _is_in_name(doc: Doc, tokens: Span, noun: Token | None) -> bool:
    first = tokens[0]
    if doc[tokens.end : tokens.end + 3].text.endswith(("percent", "%")) and doc[tokens.end].lower_ == "to":
        return False  # Hollis would beat Brandt 46 to 40 percent
    if first.ent_type_ in NAMING and _has_company(doc, first):
        return True
    after = doc[tokens.end] if tokens.end < len(doc) else None
    is_of = after is not None and (after.lower_ == "of" or after.is_title)
    is_counting = noun is not None and noun.tag_ in {"NNS", "NNPS"} and not is_of  # Local 88 of …, Ro 11 Pro
    before = doc[first.i - 1] if first.i else None
    if before is not None and before.pos_ == "PROPN" and before.whitespace_ and not is_counting:
        return any(map(str.isupper, before.text)) and before.ent_type_ not in {"DATE", "TIME"}
    if before is not None and before.text == ":" and before.i and before.nbor(-1).ent_type_ == "PERSON":
        return True  # a mark that a player is given
    if after is not None and after.is_title and after.pos_ in {"ADP", "DET"} and not _is_headline(first.sent):
        return True  # 7 On Your Side
    # 787 Dreamliner: a whole number before one capitalised thing counts nothing.
    is_one_thing = noun is not None and noun.tag_ == "NNP" and not _MODELS.fullmatch(noun.text)
    return is_one_thing and not {".", ","} & set(first.text)


def _is_headline(sentence: Span) -> bool:
    """Whether the small words of a sentence are written in capitals, too."""
    small = [token for token in sentence[1:] if token.pos_ in {"ADP", "DET"}]
    return sum(token.is_title for token in small) * 2 > len(small)


_MODELS = re.compile(r"[A-Z]+-?[0-9]+s")  # A220s, F-16s: several of a model are counted


def _has_company(doc: Doc, token: Token) -> bool:
    """Whether the named thing that `token` is of has words of its own before the number."""
    return bool(token.i and doc[token.i - 1].ent_type_ == token.ent_type_ and token.ent_iob_ == "I")


def _is_pronoun(doc: Doc, tokens: Span, amount: Amount, noun: Token | None) -> bool:
    """One who, the two, all three, bottom three: nothing is counted here."""
    before = doc[tokens.start - 1].lower_ if tokens.start else ""
    if amount.value in {0, 1} and (noun is None or doc[tokens.end].text == "-"):
        return True
    if amount.value == 1 and before in _PRONOUN_HEADS:
        return before != "only"
    is_tied = tokens.end < len(doc) and doc[tokens.end].text == "-"
    return noun is None and (before in POINTING or is_tied)
