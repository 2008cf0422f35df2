"""The words of a phrase of the parse, without the figure in it, and as text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer.figures.counted import NOUNS, is_tied_to_number
from summarizer.figures.lexicon import word_set
from summarizer.text.bounds import WORDS_OF_BOUNDS

if TYPE_CHECKING:
    from summarizer.parse.words import Doc, Token

MAX_WORDS = 12  # a concept is read at a glance; longer ones are cut
MAX_CLIMB = 6  # heads looked through for the clause a figure belongs to
BREAKS = frozenset('.,;:—–()[]"“”…|•')
_LOOSE_ENDS = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PART", "AUX", "PUNCT", "PRON"})
_LOOSE_WORDS = WORDS_OF_BOUNDS | word_set("- % $ up worth combined valued just only exactly well far aged")
_LEFT = frozenset(
    {"amod", "compound", "nmod", "nummod", "conj", "cc", "punct", "poss", "case", "npadvmod", "quantmod"}
)
_BEING = frozenset({"is", "are", "was", "were"})
_WHEN = frozenset({"on", "in", "at", "during"})  # before a date they tell when, not what
ABOUT_THE_NUMBER = WORDS_OF_BOUNDS | word_set("or so just only up")


def phrase(doc: Doc, noun: Token, skip: frozenset[int]) -> list[Token]:
    """`noun` with the words that belong to it, without its article and without the figure itself."""
    return [*before(doc, noun, skip), noun, *behind(doc, noun, skip)]


def before(doc: Doc, noun: Token, skip: frozenset[int]) -> list[Token]:
    return [token for token in doc[noun.left_edge.i : noun.i] if _belongs(token, noun, skip)]


def _belongs(token: Token, noun: Token, skip: frozenset[int]) -> bool:
    """Whether a word before the noun is the noun's: not an article, not "more than", not another number."""
    if token.i in skip or token.pos_ == "DET" or token.tag_ == "$" or token.lower_ in ABOUT_THE_NUMBER:
        return False
    is_ratio = token.pos_ == "ADP" and token.nbor().like_num  # 1 in 10 patients
    if is_ratio or token.text in BREAKS or token.text == "strong" or is_tied_to_number(token):
        return False
    if token.tag_ == "CD" and not (token.text.isdigit() and token.i and token.nbor(-1).pos_ == "PROPN"):
        return False
    if token.text == "-":
        return token.i > 0 and token.i - 1 not in skip and not token.nbor(-1).like_num
    steps = 0
    while token is not noun and token != noun:
        if token.dep_ not in _LEFT or token.i in skip or steps > MAX_CLIMB:
            return False
        token, steps = token.head, steps + 1
    return True


def behind(doc: Doc, noun: Token, skip: frozenset[int]) -> list[Token]:
    """The words behind the noun that belong to it: "of …", "fighting as …", up to the next mark."""
    if noun.i + 1 >= len(doc):
        return []
    first = doc[noun.i + 1]
    is_own = first.i <= noun.right_edge.i and first.pos_ not in {"PUNCT", "CCONJ"}
    is_stray = (
        first.lower_ in {"of", "to"} and first.dep_ == "prep"
    )  # the parse often hangs these on the verb
    if is_own or is_stray:
        return cut(doc, first.i, max(noun.right_edge.i if is_own else 0, first.right_edge.i) + 1, skip)
    return []


def forward(doc: Doc, start: int, *, keep_det: bool = False) -> list[Token]:
    """The noun phrase that begins at `start`, with what belongs to it."""
    for token in doc[start : start + MAX_WORDS]:
        if token.text in BREAKS or (token.pos_ == "PRON" and token.tag_ != "PRP$"):
            break
        if token.pos_ in NOUNS:
            while token.dep_ in {"compound", "nmod", "poss"} and token.head.i > token.i:
                token = token.head  # noqa: PLW2901 - the walk up is what the loop looks for
            words = cut(doc, start, token.right_edge.i + 1, frozenset())
            return words if keep_det else [word for n, word in enumerate(words) if n or word.pos_ != "DET"]
    return []


def cut(doc: Doc, start: int, end: int, skip: frozenset[int]) -> list[Token]:
    words: list[Token] = []
    for token in doc[start : min(end, start + MAX_WORDS, len(doc))]:
        if token.text in BREAKS or token.is_space or token.i in skip or (token.is_sent_start and words):
            break
        if (
            words
            and token.lower_ in _WHEN
            and token.i + 1 < len(doc)
            and token.nbor().ent_type_ in {"DATE", "TIME"}
        ):
            break
        words.append(token)
    return words


def tidy(words: Sequence[Token]) -> str | None:
    """The words as text: cut at MAX_WORDS, without a loose word at either end."""
    left = trimmed(words[:MAX_WORDS])
    while left and left[0].tag_ == "PRP$":
        left.pop(0)
    text = ""
    for last, token in zip([None, *left], left, strict=False):
        touches = last is not None and last.i + 1 == token.i and not last.whitespace_
        text += ("" if last is None or touches else " ") + token.text
    return text or None


def trimmed(words: Sequence[Token]) -> list[Token]:
    """The words without a loose preposition, article or the like at either end."""
    left = list(words)
    while left and is_loose(left[-1]):
        left.pop()
    while left and (left[0].pos_ in {"DET", "PUNCT", "CCONJ"} or left[0].lower_ in _BEING):
        left.pop(0)
    return left


def is_loose(token: Token) -> bool:
    """Whether a phrase that ends in the word is torn."""
    return token.pos_ in _LOOSE_ENDS or (token.lower_ in _LOOSE_WORDS and token.pos_ != "NOUN")
