"""Every figure of a parsed text, in order, with its unit, modifier, concept and source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from summarizer.figures.amounts import Amount, find_amounts
from summarizer.figures.concept import concept_of
from summarizer.figures.counted import counted_noun, unit_of
from summarizer.figures.modifiers import modifier_of
from summarizer.figures.names import is_name
from summarizer.figures.units import BY_WORD
from summarizer.model import Figure, Span, Statement

CHANGING = frozenset(
    {"share", "points", "money", "money rate"}
)  # dimensions of which "rose 5" is a difference


def find_figures(doc: Doc, statements: Sequence[Statement]) -> tuple[Figure, ...]:
    """The figures of `doc.text` in order of appearance; a figure's source is that of the statement it is in."""
    held = _Held(statements)
    figures = (_figure(doc, amount, held) for amount in find_amounts(doc.text))
    return tuple(figure for figure in figures if figure is not None)


def _figure(doc: Doc, amount: Amount, held: _Held) -> Figure | None:
    tokens = doc.char_span(amount.start, amount.end, alignment_mode="expand")
    if tokens is None or not len(tokens):
        return None
    noun = None if amount.has_unit else counted_noun(doc, tokens)
    if is_name(doc, tokens, amount, noun) or _is_idiom(tokens, amount):
        return None
    amount = _with_counted_unit(doc, tokens, amount, noun)
    text = doc.text
    return Figure(
        span=Span(amount.start, amount.end),
        surface=text[amount.start : amount.end],
        value=amount.value,
        low=amount.low,
        high=amount.high,
        modifier=modifier_of(text, amount.start, amount.end, is_change=amount.dimension in CHANGING),
        unit=amount.unit,
        concept=concept_of(doc, tokens, noun, amount.dimension),
        source=held.source_at(amount.start, amount.end),
    )


def _is_idiom(tokens: Tokens, amount: Amount) -> bool:
    """The doubles in tennis, a body double: a multiple is a verb or ends in -fold."""
    return amount.shape == "multiple" and tokens.text.lower().startswith("doubl") and tokens[0].pos_ != "VERB"


def _with_counted_unit(doc: Doc, tokens: Tokens, amount: Amount, noun: Token | None) -> Amount:
    if amount.has_unit or noun is None or noun.i < tokens.end:
        return amount
    if amount.number.written == "fraction" or amount.shape == "ratio":
        return _share_of_measure(doc, tokens, amount, noun)
    return replace(amount, unit=unit_of(doc, tokens.end, noun))


def _share_of_measure(doc: Doc, tokens: Tokens, amount: Amount, noun: Token) -> Amount:
    """1/16 of a pint is in pints; a fifth of 30,000 litres is a share, which has no unit."""
    is_of_one = doc[tokens.end : tokens.end + 2].text.lower() in {"of a", "of an", "of one"}
    measure = BY_WORD.get(noun.lower_) if is_of_one else None
    return replace(amount, unit=measure.name, dimension=measure.dimension) if measure else amount


class _Held:
    """Which statement holds a place of the text; of several the narrowest, so that nested ones win."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._spans = sorted(
            (span.end - span.start, span.start, span.end, statement.source.name)
            for statement in statements
            if statement.source is not None
            for span in statement.content
        )

    def source_at(self, start: int, end: int) -> str | None:
        """The name of who says what stands at `start`..`end`, or None when it is the article's own."""
        for _, first, last, name in self._spans:
            if first <= start and end <= last:
                return name
        return None
