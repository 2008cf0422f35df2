"""Names found at once: what spaCy's recogniser decides word by word, decided for all words of a text together.

It looks at a word and, inside a name, at that name's first word and the word before. So the scores outside of names are known
beforehand, and names that have begun are gone on with side by side. spaCy asks at each word again whether each of 74 steps is
allowed: a third of the parse of a single text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice, pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from summarizer.parse.plain_steps import Floats, Ints, Scorer
from summarizer.parse.spacy_library import IS_SPACE, SENT_START, Span

if TYPE_CHECKING:
    from spacy.pipeline.transition_parser import Parser
    from spacy.tokens import Doc

Flags: TypeAlias = NDArray[np.bool_]
Score: TypeAlias = Callable[[Ints], Floats]  # [place, what it looks at] to [place, step]
Name: TypeAlias = tuple[int, int, str]  # its first word, the word behind it, its label

LOOKS_AT = 3  # the word, the first word of its name, the word before
NOTHING = -1


@dataclass(frozen=True, slots=True)
class Steps:
    """The numbers of the steps that a recogniser may take at a word."""

    labels: Sequence[str]  # of the name that each step is about
    outside: int
    alone: Sequence[int]  # names of one word
    first: Sequence[int]  # first words of longer names
    inside: Ints  # for each step the one that goes on with its name
    last: Ints  # for each step the one that ends its name

    @classmethod
    def of(cls, recogniser: Parser) -> Steps:
        moves: Any = recogniser.moves
        number = {moves.get_class_name(at): at for at in range(moves.n_moves)}
        labels = [name[2:] for name in number]
        alone, first = ([number[kind + one] for one in set(labels) if one] for kind in ("U-", "B-"))
        inside, last = (
            np.array([number.get(kind + one, NOTHING) for one in labels]) for kind in ("I-", "L-")
        )
        return cls(labels, number["O"], alone, first, inside, last)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of some texts, one text behind the other."""

    is_blank: Flags  # no name begins there
    is_last: Flags  # of a sentence: no name goes on behind it

    @classmethod
    def of(cls, docs: Sequence[Doc]) -> Words:
        is_blank, is_first = (
            np.concatenate([doc.to_array(attribute) for doc in docs]) == 1
            for attribute in (IS_SPACE, SENT_START)
        )
        is_first[list(accumulate(map(len, docs[:-1]), initial=0))] = True
        return cls(is_blank, np.roll(is_first, -1))


class NamesAtOnce:
    """Finds the names that spaCy's recogniser would find. A text that has some already is left to that."""

    def __init__(self, recogniser: Parser) -> None:
        self._recogniser = recogniser
        self._steps = Steps.of(recogniser)

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc], batch_size=1))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int) -> Iterator[Doc]:
        remaining = iter(docs)
        while batch := list(islice(remaining, batch_size)):
            have = [doc.has_annotation("ENT_IOB") for doc in batch]  # an empty text has every annotation
            self._name([doc for doc, has in zip(batch, have, strict=True) if not has])
            yield from (self._recogniser(doc) if has else doc for doc, has in zip(batch, have, strict=True))

    def _name(self, docs: Sequence[Doc]) -> None:
        if not docs:
            return
        names = find_names(Words.of(docs), self._steps, Scorer.of(self._recogniser, docs).at)
        for doc, (start, end) in zip(docs, pairwise(accumulate(map(len, docs), initial=0)), strict=True):
            own = names[bisect_left(names, (start,)) : bisect_left(names, (end,))]
            doc.set_ents([Span(doc, first - start, behind - start, label) for first, behind, label in own])


def find_names(words: Words, steps: Steps, score: Score) -> list[Name]:
    """The names of some words in order: the best step at each word outside of the name before it."""
    places = np.full((len(words.is_blank), LOOKS_AT), NOTHING, dtype=np.int32)
    places[:, 0] = np.arange(len(places))
    best = best_steps(words, steps, score(places))
    ends = ends_of_names(words, steps, best, score)
    names: list[Name] = []
    for at in np.flatnonzero(best != steps.outside).tolist():
        if not names or names[-1][1] <= at:
            names.append((at, ends.get(at, at + 1), steps.labels[best[at]]))
    return names


def best_steps(words: Words, steps: Steps, scores: Floats) -> Ints:
    """The best step at each word where no name is open."""
    allowed = np.zeros(scores.shape, dtype=bool)
    allowed[:, steps.outside] = True
    allowed[:, steps.alone] = ~words.is_blank[:, None]
    allowed[:, steps.first] = ~(words.is_blank | words.is_last)[:, None]
    best: Ints = np.where(allowed, scores, -np.inf).argmax(1)
    return best


def ends_of_names(words: Words, steps: Steps, best: Ints, score: Score) -> dict[int, int]:
    """For the first word of each longer name the word behind that name."""
    firsts = np.flatnonzero(np.isin(best, steps.first))
    here = firsts + 1
    ends: dict[int, int] = {}
    while len(firsts):
        scores = score(np.stack([here, firsts, here - 1], axis=1).astype(np.int32))
        rows, step = np.arange(len(firsts)), best[firsts]
        goes_on = (scores[rows, steps.inside[step]] >= scores[rows, steps.last[step]]) & ~words.is_last[here]
        ends.update(zip(firsts[~goes_on].tolist(), (here[~goes_on] + 1).tolist(), strict=True))
        firsts, here = firsts[goes_on], here[goes_on] + 1
    return ends


def looks_as_here(recogniser: Parser) -> bool:
    """Whether a recogniser looks at these words."""
    lower: Any = recogniser.model.get_ref("lower")
    return bool(lower.get_dim("nF") == LOOKS_AT)
