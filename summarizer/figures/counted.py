"""The noun that a number counts, and the unit made of it: "158 Ukrainian drones" -> "Ukrainian drone"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.figures.lexicon import word_set
from summarizer.figures.units import BY_WORD
from summarizer.text.lexicon import words_of
from summarizer.text.marks import MARKS

if TYPE_CHECKING:
    from summarizer.parse.words import Doc, Span, Token

if TYPE_CHECKING:
    from summarizer.parse.words import Doc, Span, Token

NOUNS = frozenset({"NOUN", "PROPN"})
PLURALS = frozenset({"NNS", "NNPS"})
# What a hyphen ties to a number without counting it.
_NOT_COUNTED = words_of("hyphened")
_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "CCONJ"})
_PEOPLE = frozenset({"person", "persons", "people", "peoples"})
# Adjectives that say nothing of what is counted.
_EMPTY = word_set(
    "few many several various certain more other others additional further extra such total overall"
)
_SAME_IN_PLURAL = word_set("species series headquarters barracks crossroads means")
_OF_F = word_set("wolves halves leaves shelves thieves calves loaves scarves hooves selves elves sheaves")
_REACH = 8  # tokens looked through for the noun; longer strings of adjectives are not written


def counted_noun(doc: Doc, tokens: Span) -> Token | None:
    """The head of what the number in `tokens` counts: to its right, or behind "of"; else None."""
    if tokens.end >= len(doc) or _is_joined_on(doc, tokens.end):
        return None
    after = doc[tokens.end]
    if after.lower_ == "of":
        return _behind_of(doc, tokens.end)
    if tokens.text.endswith("-"):
        return _behind_hyphen(doc, tokens.end - 1)
    if after.text == "-" and not tokens[-1].whitespace_:
        return _behind_hyphen(doc, tokens.end)
    head = _climb(tokens[-1])
    if head is not None and 0 <= head.i - tokens.end <= _REACH and not _is_broken(doc, tokens.end, head.i):
        return _last_of_compound(head)
    return _next_noun(doc, tokens.end)


def _is_joined_on(doc: Doc, after: int) -> bool:
    """Whether an "and" behind the number leads to something else: "she is 66 and retires"."""
    return doc[after].tag_ == "CC" and after + 1 < len(doc) and not doc[after + 1].like_num


def _climb(token: Token) -> Token | None:
    """From the number up to the noun it is the number of."""
    while (
        token.dep_ in {"quantmod", "compound", "nummod", "advmod", "amod", "nmod"} and token.head.i > token.i
    ):
        if token.head.pos_ in NOUNS:
            return token.head
        token = token.head
    return None


def _is_broken(doc: Doc, start: int, end: int) -> bool:
    """Whether words between a number and a noun part them: a mark, a preposition ("212 in 48 overs")."""
    return any(
        (t.is_punct and t.text not in MARKS and t.text not in {"-", ","}) or t.tag_ == "IN"
        for t in doc[start:end]
    )


def _last_of_compound(noun: Token) -> Token:
    while (
        noun.dep_ in {"compound", "nmod"}
        and noun.head.i > noun.i
        and noun.head.pos_ in NOUNS
        and (noun.tag_ not in PLURALS or noun.head.tag_ in PLURALS)
    ):
        noun = noun.head
    return _behind_prefix(noun)


def _behind_prefix(noun: Token) -> Token:
    """Defendants for the "co" of "co-defendants", which the tokenizer splits."""
    doc = noun.doc
    if (
        noun.i + 2 < len(doc)
        and doc[noun.i + 1].text == "-"
        and not noun.whitespace_
        and doc[noun.i + 2].pos_ in NOUNS
    ):
        return doc[noun.i + 2]
    return noun


def _behind_hyphen(doc: Doc, hyphen: int) -> Token | None:
    """Member of "a 15-member committee"; "three-way", "two-sided" count nothing."""
    if hyphen + 1 >= len(doc):
        return None
    token = doc[hyphen + 1]
    if token.text == "," or token.pos_ in {"CCONJ", "ADP", "PART"}:  # four-, five- and six-cylinder engines
        later = next(
            (t for t in doc[hyphen + 1 : hyphen + _REACH] if t.text == "-" and t.i + 1 < len(doc)), None
        )
        token = later.nbor() if later else token
    return token if token.pos_ in NOUNS and token.lower_ not in _NOT_COUNTED else None


def _behind_of(doc: Doc, of: int) -> Token | None:
    for child in doc[of].children:
        if child.dep_ == "pobj" and child.pos_ in NOUNS and child.i - of <= _REACH:
            is_owner = child.i + 1 < len(doc) and doc[child.i + 1].text in {
                "'s",
                "’s",
            }  # of the coast's 51 sirens
            return _next_noun(doc, child.i + 2) if is_owner else child
    return _next_noun(doc, of + 1)


def _next_noun(doc: Doc, start: int) -> Token | None:
    """Where the parse is of no help: the last noun of the words that follow, while they can be one phrase."""
    found = None
    for token in doc[start : start + _REACH]:
        if token.pos_ in NOUNS:
            found = _behind_prefix(token)
            if found.tag_ in PLURALS:
                return found
        elif found is not None and token.text in {"'s", "’s"}:
            found = None
        elif found is not None or not _may_precede(token):
            break
    return found


def _may_precede(token: Token) -> bool:
    """Whether the word can stand between a number and its noun."""
    return (
        token.pos_ in {"ADJ", "CCONJ", "NUM"} or token.tag_ in {"VBN", "VBG", "HYPH"} or token.text in MARKS
    )


def unit_of(doc: Doc, start: int, noun: Token) -> str:
    """The singular name of what is counted, with the adjectives and nouns between `start` and the noun."""
    measure = BY_WORD.get(noun.lower_) if noun.pos_ == "NOUN" else None
    if measure is not None:
        return measure.name
    words: list[Token] = []
    for token in doc[start : noun.i]:
        if is_tied_to_number(token) or not (_may_be_inside(token) or token.text == "-"):
            words.clear()
        elif words or (token.lower_ not in _EMPTY and (token.pos_ in NOUNS or _is_telling(token))):
            words.append(token)
    name = "".join(token.text_with_ws for token in words) + singular(noun)
    return "people" if singular(noun) == "people" and not words else name


def _may_be_inside(token: Token) -> bool:
    """Whether the word can stand inside the name of what is counted; 737 in "737 Max jets" can."""
    is_model = token.text.isdigit() and token.nbor().pos_ == "PROPN"
    return token.pos_ in _INSIDE or _is_telling(token) or is_model


def _is_telling(token: Token) -> bool:
    """Whether the word can open it: an adjective, a participle ("paying subscribers")."""
    return token.pos_ == "ADJ" or (token.tag_ in {"VBG", "VBN"} and token.dep_ == "amod")


def is_tied_to_number(token: Token) -> bool:
    """Whether the word is part of "500-megawatt", "18-year-old": a measure that stands inside a phrase."""
    doc, place = token.doc, token.i
    while place > 1 and "-" in {doc[place].text, doc[place - 1].text} and not doc[place - 1].whitespace_:
        place -= 1
    return doc[place].tag_ == "CD" and place + 1 < len(doc) and doc[place + 1].text == "-" and place < token.i


def singular(noun: Token) -> str:
    """The noun as a unit: "drones" -> "drone", "Americans" -> "American", "persons" -> "people"."""
    lemma = _lemma(noun)
    if lemma.casefold() in _PEOPLE:
        return "people"
    if noun.tag_ == "NNPS" and lemma[1:].endswith("s") and not lemma.endswith("ss"):
        return lemma[:-1]
    return lemma


def _lemma(noun: Token) -> str:
    """The model's lemma, unless it is another word: it makes "taxis" of "taxes"."""
    text, lemma = noun.text, noun.lemma_ or noun.text
    if noun.lower_ in _SAME_IN_PLURAL:
        return text
    if text.endswith("ves") and lemma.endswith("f") and f"{lemma[:-1]}ves" not in _OF_F:
        return text[:-1]  # graves
    if text.endswith("s") and text[:-1].isupper():
        return text[:-1]  # RBIs, MPs
    if noun.tag_ not in PLURALS or len(lemma) < len(text) or not text[1:].endswith("s"):
        return lemma
    return text[:-2] if text.endswith(("xes", "ses", "zes", "ches", "shes")) else text[:-1]
