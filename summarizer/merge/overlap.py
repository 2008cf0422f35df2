"""Quotations of one source that overlap: what a fuller bullet quotes already is not quoted again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from summarizer.merge.gate import FEWEST_WORDS_OF_A_CUT, is_run_of
from summarizer.merge.said import QUOTED, quotations_of, take_apart
from summarizer.merge.voices import likeness
from summarizer.model import Bullet, Span
from summarizer.text.leaning import leaning

FEWEST_PARTS = 2
SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=\S)")
Tells = Callable[[Bullet, Bullet], bool]


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence of a quotation: where it stands, and the marks it takes when it stands alone."""

    span: Span
    quotation: Span  # with its marks
    opening: str
    closing: str

    def alone(self, text: str) -> str:
        return f"{self.opening}{self.span.of(text)}{self.closing}"


def trim(
    bullet: Bullet, fuller: Sequence[Bullet], tells: Tells
) -> tuple[Bullet, tuple[tuple[Bullet, Bullet], ...]]:
    """The bullet without the sentences that one of `fuller` tells, and each that does with the sentence by itself.

    Only bullets that are nothing but quotations are trimmed: words between them would lose their sense.
    """
    if bullet.kind != "direct" or take_apart(bullet.text).is_framed:
        return bullet, ()
    parts = list(parts_of(bullet.text))
    if len(parts) < FEWEST_PARTS:
        return bullet, ()
    single = [replace(bullet, text=part.alone(bullet.text)) for part in parts]
    tellers = [teller_of(part, fuller, tells) for part in single]
    told = {part: teller for part, teller in zip(parts, tellers, strict=True) if teller}
    for part in [
        part for part, after in pairwise(parts) if part in told and leans(bullet.text, part, after, told)
    ]:
        del told[part]
    kept = [part for part in parts if part not in told]
    if not 0 < len(kept) < len(parts):
        return bullet, ()
    text = joined(bullet.text, kept)
    shorter = replace(bullet, text=text, line=text if bullet.line == bullet.text else bullet.line)
    return shorter, tuple((told[part], one) for part, one in zip(parts, single, strict=True) if part in told)


def parts_of(text: str) -> Iterator[Part]:
    """The sentences of all quotations of `text`."""
    for match in QUOTED.finditer(text):
        quotation = Span(*match.span())
        inner = Span(*match.span(1 if match[1] else 2))
        opening, closing = text[quotation.start : inner.start], text[inner.end : quotation.end]
        cuts = [
            inner.start,
            *(inner.start + cut.end() for cut in SENTENCE_END.finditer(inner.of(text))),
            inner.end,
        ]
        for start, end in pairwise(cuts):
            size = len(text[start:end].rstrip())
            yield Part(Span(start, start + size), quotation, opening, closing or opening)


def leans(text: str, part: Part, after: Part, told: dict[Part, Bullet]) -> bool:
    """Whether the sentence behind `part` in its quotation stays and points back to it."""
    return part.quotation == after.quotation and after not in told and bool(leaning(after.span.of(text)))


def teller_of(part: Bullet, fuller: Sequence[Bullet], tells: Tells) -> Bullet | None:
    """The first of `fuller` in which the quotation stands, or that tells it as another outlet has it."""
    (words,) = quotations_of(part.text) or ((),)
    if len(words) < FEWEST_WORDS_OF_A_CUT:
        return None
    return next((one for one in fuller if is_known(words, one, part) or tells(one, part)), None)


def is_known(words: tuple[str, ...], fuller: Bullet, part: Bullet) -> bool:
    """Whether what is quoted stands within one of the quotations of `fuller`, and the two sources go together."""
    is_one = likeness(fuller.source, part.source) in {"same", "related"}
    return is_one and any(is_run_of(words, whole) for whole in take_apart(fuller.text).quotations)


def joined(text: str, parts: Sequence[Part]) -> str:
    """The parts in one line, with a mark where the text has one between them or another part stood."""
    told = parts[0].opening + parts[0].span.of(text)
    for before, part in pairwise(parts):
        between = text[before.span.end : part.span.start]
        if before.quotation == part.quotation:
            told += (" " if between.isspace() else " … ") + part.span.of(text)
            continue
        is_next = text[before.quotation.end : part.quotation.start].isspace() and (
            before.span.end + len(before.closing) == before.quotation.end
        )
        told += before.closing + (" " if is_next else " … ") + part.opening + part.span.of(text)
    return told + parts[-1].closing
