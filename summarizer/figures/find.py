"""Every figure of a parsed text, in order, with its unit, modifier, concept and source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.figures.amount import Amount
from summarizer.figures.amounts import find_amounts
from summarizer.figures.concept import concept_of
from summarizer.figures.counted import counted_noun
from summarizer.figures.given_unit import with_given_unit
from summarizer.figures.hedges import hedge_of, is_hedge
from summarizer.figures.label import label_of
from summarizer.figures.links import start_of, with_links
from summarizer.figures.modifiers import modifier_of
from summarizer.figures.names import is_name
from summarizer.figures.polarity import is_denied
from summarizer.figures.stretches import Place
from summarizer.figures.whole_clauses import Told
from summarizer.model import Figure, Span, Statement

if TYPE_CHECKING:
    from summarizer.parse.words import Doc, Token
    from summarizer.parse.words import Span as Tokens

# Dimensions of which "rose 5" is a difference: then the figure is marked "up" or "down".
CHANGING = frozenset({"share", "points", "money", "money rate"})


def find_figures(
    doc: Doc, statements: Sequence[Statement], original: str | None = None
) -> tuple[Figure, ...]:
    """The figures of `doc.text` in order of appearance; a figure's source is that of the statement it is in.

    `original` is the text as it was before odd blanks were made plain, character for character: surfaces are
    cut from it. Raises ValueError when its length is another.
    """
    text = doc.text
    if original is not None and len(original) != len(text):
        raise ValueError(f"not the text of this document: {len(original)} characters, not {len(text)}")
    figures = with_links(text, tuple(_figures(doc, text, _Held(statements))))
    if original is None or original == text:
        return figures
    return tuple(_as_written(figure, original) for figure in figures)


def _as_written(figure: Figure, text: str) -> Figure:
    """`figure` in the characters of the article itself."""
    compared = figure.compared and replace(figure.compared, text=figure.compared.span.of(text))
    return replace(figure, surface=figure.span.of(text), compared=compared)


def _figures(doc: Doc, text: str, held: _Held) -> Iterator[Figure]:
    """`text` is handed on because a Doc builds its text again each time it is asked."""
    before: Amount | None = None
    counted: Token | None = None
    for amount in find_amounts(text):
        tokens = doc.char_span(amount.start, amount.end, alignment_mode="expand")
        if tokens is None or not len(tokens):
            continue
        noun = None if amount.has_unit else counted_noun(doc, tokens)
        if noun is None and amount.started and not amount.has_unit:  # from 61 people to 92
            tokens = (
                doc.char_span(amount.started.start, amount.started.end, alignment_mode="expand") or tokens
            )
            noun = counted_noun(doc, tokens)
        if is_name(doc, tokens, amount, noun) or _is_idiom(tokens, amount):
            continue
        if _PER.search(text, max(0, amount.start - _PER_REACH), amount.start):
            continue  # 14 deaths per 100,000 people
        if before is not None and noun is not None and noun == counted and _is_apposed(text, before, amount):
            continue
        elided = counted if noun is None and not amount.has_unit else None
        counted = noun or elided
        before = with_given_unit(text, tokens, amount, noun, before)
        place = Place(doc, frozenset(range(tokens.start, tokens.end)))
        figure = _figure(text, before, concept_of(doc, tokens, noun, before.dimension), held)
        told = Told(before.dimension, figure.source, lacks_noun=elided is not None)
        label = label_of(place, noun, told)
        yield replace(figure, label=label.text, clearness=label.clearness, leans=label.leans)


def _figure(text: str, amount: Amount, concept: str | None, held: _Held) -> Figure:
    return Figure(
        span=Span(amount.start, amount.end),
        surface=text[amount.start : amount.end],
        value=amount.value,
        low=amount.low,
        high=amount.high,
        modifier=modifier_of(
            text,
            amount.start,
            amount.end,
            is_change=amount.dimension in CHANGING,
            is_time=amount.dimension == "time",
        ),
        unit=amount.unit,
        concept=concept,
        source=held.source_at(amount.start, amount.end),
        compared=start_of(text, amount.started) if amount.started else None,
        denied=is_denied(text, amount.start, amount.end),
        hedge=hedge_of(text, amount.start, amount.end) or held.hedge_at(amount.start, amount.end),
    )


_PER = re.compile(r"\b(?:per|for every)\s$")
_PER_REACH = 12  # characters
_TIMES_VERB = re.compile(r"(?:doubl|tripl|trebl|quadrupl|quintupl|halv)", re.IGNORECASE)
_APART = re.compile(r"[,;.()/]|\b(?:of|or|and|to|in|than|from)\b")


def _is_apposed(text: str, before: Amount, amount: Amount) -> bool:
    """Whether a second number before one noun names it: two new 737 jets."""
    return amount.number.written == "digits" and not _APART.search(text[before.end : amount.start])


def _is_idiom(tokens: Tokens, amount: Amount) -> bool:
    """The doubles in tennis, two halves: a multiple is a verb, or a number of times."""
    return amount.shape == "multiple" and bool(_TIMES_VERB.match(tokens.text)) and tokens[0].pos_ != "VERB"


class _Held:
    """Which statement holds a place of the text; of several the narrowest, so that nested ones win."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._spans = sorted(
            (span.end - span.start, span.start, span.end, statement.source.name, _cue_of(statement))
            for statement in statements
            if statement.source is not None
            for span in statement.content
        )

    def source_at(self, start: int, end: int) -> str | None:
        """The name of who says what stands at `start`..`end`, or None when it is the article's own."""
        return next((name for first, last, name, _ in self._at(start, end)), None)

    def hedge_at(self, start: int, end: int) -> str | None:
        """The cue of the statement there, when it is one that vouches for nothing: "claimed"."""
        cue = next((cue for _, _, _, cue in self._at(start, end)), "")
        return cue if is_hedge(cue) else None

    def _at(self, start: int, end: int) -> Iterator[tuple[int, int, str, str]]:
        for _, first, last, name, cue in self._spans:
            if first <= start and end <= last:
                yield first, last, name, cue


def _cue_of(statement: Statement) -> str:
    return statement.cue.text.casefold() if statement.cue else ""
