"""Whom a pronoun means that nothing else resolves: who spoke last, where nobody else came between and the two agree."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summarizer.attribution.phrases import head_of
from summarizer.attribution.pronouns import SUBJECT, numbers_of_sentences
from summarizer.text.lexicon import words_of
from summarizer.text.names import BODIES, GIVEN_TO, is_calling, pronoun_of_role
from summarizer.text.pronouns import HE_SHE, PRONOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.reading import Reading
    from summarizer.model import Source, Span
    from summarizer.parse.words import Token

# Sentences between who spoke last and the pronoun: "he" reaches further than "they" and "it".
FARTHEST = {"he": 3, "she": 3, "they": 1, "it": 1}
DOCUMENTS = words_of("documents")


@dataclass(frozen=True, slots=True)
class Spoken:
    """Who spoke, and by which words: the head of the mention."""

    source: Source
    head: Token
    sentence: int


def with_continued(
    reading: Reading, spans: Sequence[Span | None], sources: Sequence[Source | None]
) -> tuple[Source | None, ...]:
    """The sources, each open pronoun with who spoke before it, where that can be nobody else."""
    numbers = numbers_of_sentences(reading)
    order = sorted((span.start, at) for at, span in enumerate(spans) if span)
    found = list(sources)
    last: Spoken | None = None
    for _, at in order:
        span, source = spans[at], found[at]
        tokens = reading.tokens(span) if span else []
        if source is None or not tokens or reading.is_quoted(tokens[0]):
            continue
        head = head_of(tokens)
        sentence = numbers[head.i]
        if is_open(source, head):
            if last is None or not continues(reading, last, head, sentence):
                continue
            source = replace(source, name=last.source.name, role=last.source.role)
            found[at] = source
        if head.lower_ in PRONOUNS and last is not None and source.name == last.source.name:
            last = replace(last, sentence=sentence, source=source)
        else:
            last = Spoken(source, head, sentence)
    return tuple(found)


def is_open(source: Source, head: Token) -> bool:
    return source.name == source.mention and head.lower_ in FARTHEST


def continues(reading: Reading, last: Spoken, pronoun: Token, sentence: int) -> bool:
    """Whether the pronoun means who spoke last: near, of one kind, and with no rival since."""
    word = pronoun.lower_
    if sentence - last.sentence > FARTHEST[word] or not agrees(word, last.head, last.source):
        return False
    between = reading.words[last.head.i + 1 : pronoun.i]
    return not any(is_rival(word, token, last.source) for token in between if not reading.is_quoted(token))


def agrees(word: str, head: Token, source: Source) -> bool:
    """Whether "he", "she", "they" or "it" can be said of a source with this head."""
    given = GIVEN_TO.get(source.name.split()[0].lower())
    if given is not None and word in FARTHEST and word not in (given, "they"):
        return False  # neither "it" nor "she" is Henry Example
    is_plural = head.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" for child in head.children)
    if word == "they":
        return is_plural or head.ent_type_ == "ORG" or head.lower_ in BODIES or head.lower_ in DOCUMENTS
    if is_plural:
        return False
    if word == "it":
        return head.ent_type_ in ("ORG", "GPE") or head.lower_ in BODIES or head.lower_ in DOCUMENTS
    if head.pos_ == "NOUN" or is_calling(head.lower_):
        return is_calling(head.lower_) and pronoun_of_role(head.lower_) in (None, word)
    return head.pos_ == "PROPN" and (head.ent_type_ == "PERSON" or source.role is not None)


def is_somebody(name: Token) -> bool:
    """Whether a name that the model takes for no person's may be one's: it knows no kind, or a calling stands before it."""
    return name.ent_type_ == "" or any(
        child.dep_ == "compound" and is_calling(child.lower_) for child in name.lefts
    )


def is_rival(word: str, token: Token, source: Source) -> bool:
    """Whether another one could be meant as well: a subject of that kind, or anybody named for "he" and "she"."""
    if word in HE_SHE and token.pos_ == "PROPN":
        is_person = token.ent_type_ == "PERSON" or (token.dep_ in SUBJECT and is_somebody(token))
        return is_person and token.text not in source.name.split()
    if token.dep_ not in SUBJECT or token.text in source.name.split():
        return False
    if token.lower_ in PRONOUNS:
        return token.lower_ in HE_SHE and HE_SHE[token.lower_] != word and word in HE_SHE
    return agrees(word, token, source)
