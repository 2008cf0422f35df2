"""Which body "the hospital" and "the company" mean."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from summarizer.attribution.names import plain
from summarizer.attribution.outlets import is_outlet
from summarizer.text.names import BODIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.parse.words import Doc, Token

THE_NOUN = 2  # words in "the hospital"
# Nouns that no name of a firm ends in; they mean the one body named right before.
FIRMS = frozenset({"company", "firm", "giant"})
# Of these an article has more than those whose names end in the word.
OF_MANY = frozenset({"party", "government", "group", "team", "club"}) | FIRMS


class Bodies:
    """The bodies that an article names, each with the first place of its name."""

    def __init__(self, doc: Doc) -> None:
        self._named = [
            (entity.start, entity.end, plain(entity.text)) for entity in doc.ents if entity.label_ == "ORG"
        ]  # in order
        self.names: dict[str, int] = {}
        for start, _, name in self._named:
            self.names.setdefault(name, start)

    def meant(self, tokens: Sequence[Token], head: Token) -> str | None:
        """The name behind "the hospital", if the text has named one hospital so far, or behind "the company", "the tech giant"."""
        noun = head.lower_
        if tokens[0].lower_ != "the" or head.tag_ != "NN" or head.i != tokens[-1].i:
            return None
        if noun in FIRMS and all(
            token.text.islower() or token.ent_type_ in ("GPE", "NORP") for token in tokens[1:]
        ):
            return self._last_before(head)
        if len(tokens) != THE_NOUN or noun not in BODIES or noun in OF_MANY:
            return None
        fitting = [name for name, first in self.names.items() if is_called(name, noun) and first < head.i]
        return fitting[0] if len(fitting) == 1 else None

    def _last_before(self, head: Token) -> str | None:
        """The one body that this sentence names before `head`, or else the sentence before."""
        here = head.sent
        before = here[0].nbor(-1).sent if here.start else here
        for start, end in ((here.start, head.i), (before.start, before.end)):
            names = {name for name in self._within(start, end) if not is_outlet(name)}
            if names:
                return names.pop() if len(names) == 1 else None
        return None

    def _within(self, start: int, end: int) -> Iterator[str]:
        """The names between two words, given by their numbers."""
        for at in range(bisect_left(self._named, (start,)), len(self._named)):
            _, name_end, name = self._named[at]
            if name_end > end:
                return
            yield name


def is_called(name: str, noun: str) -> bool:
    """Whether a name says that its bearer is one of this noun: "Example Hospital", "Ministry of Health"."""
    words = name.lower().split()
    return len(words) > 1 and (words[-1] == noun or words[:2] == [noun, "of"])
