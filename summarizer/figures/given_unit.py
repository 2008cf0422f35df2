"""The unit of an amount that has none of its own: the noun it counts, or the unit given just before."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.figures.amount import Amount
from summarizer.figures.amounts import OLDEST
from summarizer.figures.counted import NOUNS, singular, unit_of
from summarizer.figures.lexicon import word_set
from summarizer.figures.names import is_age
from summarizer.figures.units import BY_WORD, Measure, with_rate
from summarizer.text.bounds import BOUND

if TYPE_CHECKING:
    from summarizer.parse.words import Span, Token

_PEOPLE = word_set("he she i you who they")
_BEING = word_set("be turn")
# "from 21 mpg in the city to 23": the second is in miles per gallon too. "Fell 2 percent, the other by 1".
_CARRIED = re.compile(rf"\bfrom\s[^.;\n]{{0,80}}\sto\s(?:(?:{BOUND}|just)\s)?$")
_CHANGED_TOO = re.compile(
    r"\b(?:increase|decrease|rise|rose|fall|fell|drop|decline|gain|slip|climb)[a-z]*\sby\s$"
)
LIKE = 3  # times; numbers further apart are hardly of one measure
_REACH = 100  # characters looked back for "from"


def with_given_unit(
    text: str, tokens: Span, amount: Amount, noun: Token | None, before: Amount | None
) -> Amount:
    """`amount`, whose words in `text` are `tokens`, with the unit that the words around it give; `before` is the amount before it in the text."""
    if amount.has_unit or amount.shape == "score":
        return amount
    if noun is not None and noun.i >= tokens.end:
        return _counting(text, tokens, amount, noun)
    if is_age(tokens.doc, tokens, amount) or _is_age_of_someone(tokens, amount):
        return replace(amount, unit="year of age", dimension="age")
    if before is not None and (_is_carried(text, tokens, before) or _is_like(tokens, before, amount)):
        return replace(amount, unit=before.unit, dimension=before.dimension)
    if tokens.end < len(tokens.doc) and tokens.doc[tokens.end].lower_ == "who":
        return replace(amount, unit="people")
    return _labelled(text, tokens, amount) or _behind_or(tokens, amount)


_LABEL = re.compile(r"(?:^|\n)[ \t]*(?:[-–•*·]\s*)?[A-Z][\w '’()-]{1,40}:[ \t]*(?:[a-z]+ ){0,2}$")


def is_labelled(text: str, start: int) -> bool:
    """Whether the number at `start` stands in a list of labels: "Deaths: 14"."""
    return _LABEL.search(text, max(0, start - _REACH), start) is not None


def _labelled(text: str, tokens: Span, amount: Amount) -> Amount | None:
    """14 of "Deaths: 14" counts deaths."""
    if not is_labelled(text, tokens.start_char):
        return None
    noun = next((token for token in reversed(tokens.doc[: tokens.start]) if token.text != ":"), None)
    is_counted = noun is not None and noun.lower_.endswith("s") and noun.pos_ in NOUNS
    return replace(amount, unit=singular(noun)) if noun is not None and is_counted else amount


def _counting(text: str, tokens: Span, amount: Amount, noun: Token) -> Amount:
    """In drones, in tests per day; a share ("a fifth of 30,000 litres") has no unit, "half of a mile" has."""
    is_share = amount.number.written == "fraction" and (amount.value or 0) <= 1
    if is_share or amount.shape == "ratio":
        is_of_one = tokens.doc[tokens.end : tokens.end + 2].text.lower() in {"of a", "of an", "of one"}
        measure = BY_WORD.get(noun.lower_) if is_of_one else None
        return replace(amount, unit=measure.name, dimension=measure.dimension) if measure else amount
    end = noun.idx + len(noun.text)
    return replace(
        amount, unit=with_rate(text, Measure(unit_of(tokens.doc, tokens.end, noun), "count", end)).name
    )


def _is_age_of_someone(tokens: Span, amount: Amount) -> bool:
    """She will be 35: a bare number that someone is or turns."""
    verb = tokens.root.head
    if amount.shape != "number" or not 0 < (amount.value or 0) <= OLDEST or verb.lemma_ not in _BEING:
        return False
    if tokens.root.dep_ not in {"attr", "acomp", "dobj", "npadvmod"}:
        return False
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    return subject is not None and (subject.lower_ in _PEOPLE or subject.ent_type_ == "PERSON")


def _is_carried(text: str, tokens: Span, before: Amount) -> bool:
    """Whether the unit of the amount before goes for this one too."""
    start = tokens.start_char
    if before.dimension is None or before.start < tokens.sent.start_char:
        return False
    if before.dimension == "share" and _CHANGED_TOO.search(text, max(0, start - _REACH), start):
        return True
    came_from = text[max(0, before.start - _REACH) : start]
    carried = _CARRIED.search(came_from)
    return carried is not None and before.start >= start - len(came_from) + carried.start()


def _is_like(tokens: Span, before: Amount, amount: Amount) -> bool:
    """Whether a bare number is the like of the measure before it: 84.75 cents, while the lowest is 74.07."""
    one, two = before.value, amount.value
    if before.start < tokens.sent.start_char or before.dimension in {
        None,
        "share",
        "time",
        "age",
        "multiple",
    }:
        return False
    if one is None or two is None or not one / LIKE <= two <= one * LIKE:
        return False
    return one % 1 != 0 != two % 1


def _behind_or(tokens: Span, amount: Amount) -> Amount:
    """A pick or two: the noun stands before."""
    if tokens.start < 2 or tokens.doc[tokens.start - 1].lower_ != "or":  # noqa: PLR2004 - a noun and "or"
        return amount
    noun = tokens.doc[tokens.start - 2]
    return replace(amount, unit=singular(noun)) if noun.pos_ in NOUNS else amount
