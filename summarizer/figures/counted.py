"""The noun that a number counts, and the unit made of it: "158 Ukrainian drones" -> "Ukrainian drone"."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

NOUNS = frozenset({"NOUN", "PROPN"})
_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "CCONJ", "NUM"})
_PEOPLE = frozenset({"person", "persons", "people", "peoples"})
# Adjectives that say nothing of what is counted.
_EMPTY = frozenset("more other others additional further extra such consecutive straight different total overall".split())
_REACH = 8  # tokens looked through for the noun; longer strings of adjectives are not written


def counted_noun(doc: Doc, tokens: Span) -> Token | None:
    """The head of what the number in `tokens` counts: to its right, or behind "of"; else None."""
    last = tokens[-1]
    if tokens.end >= len(doc):
        return None
    if doc[tokens.end].lower_ == "of":
        return _behind_of(doc, tokens.end)
    head = _climb(last)
    if head is not None and head.i >= tokens.end and head.i - tokens.end <= _REACH and not _is_broken(doc, tokens.end, head.i):
        return _last_of_compound(head)
    return _next_noun(doc, tokens.end)


def _climb(token: Token) -> Token | None:
    """From the number up to the noun it is the number of."""
    while token.dep_ in {"quantmod", "compound", "nummod", "advmod", "amod", "nmod"} and token.head.i > token.i:
        if token.head.pos_ in NOUNS:
            return token.head
        token = token.head
    return None


def _is_broken(doc: Doc, start: int, end: int) -> bool:
    return any(t.is_punct and t.text not in {"-", "’", "'", '"', "“", "”"} and t.text != "," for t in doc[start:end])


def _last_of_compound(noun: Token) -> Token:
    while noun.dep_ in {"compound", "nmod"} and noun.head.i > noun.i and noun.head.pos_ in NOUNS and noun.tag_ not in {"NNS", "NNPS"}:
        noun = noun.head
    return noun


def _behind_of(doc: Doc, of: int) -> Token | None:
    for child in doc[of].children:
        if child.dep_ == "pobj" and child.pos_ in NOUNS and child.i - of <= _REACH:
            return child
    return _next_noun(doc, of + 1)


def _next_noun(doc: Doc, start: int) -> Token | None:
    """Where the parse is of no help: the last noun of the words that follow, while they can be one phrase."""
    found = None
    for token in doc[start : start + _REACH]:
        if token.pos_ in NOUNS:
            found = token
            if token.tag_ in {"NNS", "NNPS"}:
                return found
        elif found is not None or not (token.pos_ in {"ADJ", "DET"} or token.tag_ in {"VBN", "HYPH"}):
            break
    return found


def unit_of(doc: Doc, start: int, noun: Token) -> str:
    """The singular name of what is counted, with the adjectives and nouns between `start` and the noun."""
    words = []
    for token in doc[start : noun.i]:
        if token.pos_ not in _INSIDE and token.text != "-":
            words.clear()
        elif words or (token.lower_ not in _EMPTY and token.pos_ in {"NOUN", "PROPN", "ADJ"}):
            words.append(token)
    name = "".join(token.text_with_ws for token in words) + singular(noun)
    return "people" if singular(noun) == "people" and not words else name


def singular(noun: Token) -> str:
    """The noun as a unit: "drones" -> "drone", "Americans" -> "American", "persons" -> "people"."""
    lemma = noun.lemma_ or noun.text
    if lemma.casefold() in _PEOPLE:
        return "people"
    if noun.tag_ == "NNPS" and lemma.endswith("s") and not lemma.endswith("ss"):
        return lemma[:-1]
    return lemma
