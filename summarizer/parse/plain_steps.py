"""How a parser or a recogniser of spaCy's scores its steps, without what only training needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.pipeline.transition_parser import Parser
    from spacy.tokens import Doc

Floats: TypeAlias = NDArray[np.float32]
Ints: TypeAlias = NDArray[np.int32]
State: TypeAlias = Any  # of a parse: its stack of words not done, its buffer of words to come, the ties found


def has_plain_steps(parser: Parser) -> bool:
    """Whether the best step is always taken, and every step is scored, as in the small, middle and large models."""
    attributes = parser.model.attrs
    return bool(
        parser.cfg["beam_width"] == 1 and attributes["has_upper"] and not attributes["unseen_classes"]
    )


@dataclass(frozen=True, slots=True)
class Scorer:
    """Scores the steps that may be taken at places of some texts."""

    of_texts: Any  # spaCy's own, which has the words' vectors
    weights: Floats
    bias: Floats

    @classmethod
    def of(cls, parser: Parser, docs: Sequence[Doc]) -> Scorer:
        of_texts: Any = parser.model.predict(docs)
        upper = of_texts.vec2scores
        return cls(of_texts, upper.get_param("W").T, upper.get_param("b"))

    def at(self, words: Ints) -> Floats:
        """[place, step], for the numbers of the words that are looked at: [place, word]."""
        scores: Floats = self.of_texts.state2vec.predict(words) @ self.weights + self.bias
        return scores

    def at_states(self, states: Sequence[State]) -> Floats:
        """[state, step]."""
        return self.at(self.of_texts.get_token_ids(states))
