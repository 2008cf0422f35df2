"""Which document "the letter" is: the one that the article has brought in, by the words that tell it from others."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from summarizer.attribution.names import plain
from summarizer.attribution.phrases import INDEFINITE, child_of, is_the_noun, mention
from summarizer.attribution.unnamed import Introduced
from summarizer.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.reading import Reading
    from summarizer.parse.words import Token

DOCUMENTS = words_of("documents") | {
    "article",
    "story",
    "post",
    "tweet",
    "interview",
    "op-ed",
    "editorial",
    "book",
    "video",
    "suit",
}
BROUGHT_IN_BY = INDEFINITE | {"another", "one"}
MOST_WORDS = 9


class Documents:
    """The letters, reports and polls of one article."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def meant(self, tokens: Sequence[Token], head: Token) -> str | None:
        """The full words for "the letter", if the text has brought in one letter so far."""
        noun = head.lower_
        if not is_the_noun(tokens) or noun not in DOCUMENTS:
            return None
        before = [one for one in self._introduced if one.noun.i < head.i and one.noun.lower_ == noun]
        return before[0].name if len(before) == 1 and is_telling(before[0].name) else None

    @cached_property
    def _introduced(self) -> list[Introduced]:
        return [
            Introduced(word, named_in_full(self._reading, word))
            for word in self._reading.words
            if word.tag_ == "NN" and word.lower_ in DOCUMENTS and is_introduced(word)
        ]


def is_telling(name: str) -> bool:
    """Whether words tell a document from others, by a name or a number: "an open letter" does not."""
    return any(character.isupper() or character.isdigit() for character in name)


def is_introduced(noun: Token) -> bool:
    """Whether a noun is brought in as one of many: "a letter", "another letter"."""
    return any(child.dep_ in ("det", "nummod") and child.lower_ in BROUGHT_IN_BY for child in noun.children)


def named_in_full(reading: Reading, noun: Token) -> str:
    """The words for a document up to what a heading has room for."""
    start = mention(noun).start
    ends = {noun.idx + len(noun), mention(noun).end, end_behind(noun) or mention(noun).end}
    texts = [plain(reading.text[start:end]) for end in sorted(ends)]
    text = next((text for text in reversed(texts) if len(text.split()) <= MOST_WORDS), texts[0])
    return text[:1].lower() + text[1:]


def end_behind(noun: Token) -> int | None:
    """Where the words behind a document end that tell it from others, wherever the parse has hung them: "an article [in the Courier]"."""
    if noun.i + 1 >= len(noun.doc) or noun.nbor(1).dep_ not in ("prep", "dative", "agent"):
        return None
    thing = child_of(noun.nbor(1), "pobj")
    if thing is None:
        return None
    name = child_of(thing, "appos")
    last = name if name is not None and name.pos_ == "PROPN" and name.left_edge.i == thing.i + 1 else thing
    return mention(last).end
