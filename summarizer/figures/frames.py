"""What may be told of a number: the phrases and clauses that hold it, from the narrowest to the whole sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.attribution.datelines import behind_dateline
from summarizer.figures.counted import NOUNS
from summarizer.figures.cutting import OPEN, VERBS, cut
from summarizer.figures.lexicon import word_set
from summarizer.figures.phrases import ABOUT_THE_NUMBER
from summarizer.text.bounds import WORDS_OF_BOUNDS
from summarizer.text.lexicon import words_of

if TYPE_CHECKING:
    from summarizer.parse.words import Doc, Token
    from summarizer.parse.words import Span as Tokens

MOST_OF_PHRASE, MOST_OF_CLAUSE, MOST_OF_SUBJECT = 14, 20, 10  # words
MOST_PHRASES = 3  # around a number
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_AUXILIARIES = frozenset({"aux", "auxpass", "neg"})
_TOLD = word_set(
    "fact report claim statement estimate finding evidence news ruling citation announcement"
)  # that it is so
_ROUGHLY = frozenset({"or so", "or more", "or less", "or fewer"})
_SHARED_FORMS = frozenset(
    {"VB", "VBN", "VBG"}
)  # verbs that share the first one's auxiliary: will sell and buy
_VOUCHING = words_of("vouching")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number stands: the tokens it takes in its text."""

    doc: Doc
    skip: frozenset[int]

    @property
    def start(self) -> int:
        return min(self.skip)

    @property
    def end(self) -> int:
        return max(self.skip) + 1

    @property
    def top(self) -> Token:
        """The topmost token of the number."""
        tokens = self.doc[self.start : self.end]
        return next(token for token in tokens if token.head.i not in self.skip or token.head.i == token.i)


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to tell what a number is of: its words, the word they hang on, and whether the number is among them."""

    kind: str  # own, phrase, clause, sentence
    words: tuple[Token, ...]
    root: Token
    has_number: bool


def frames_of(place: Place, noun: Token | None) -> Iterator[Frame]:
    """The ways to tell what the number at `place` is of, which counts `noun`."""
    number = _with_bound(place)
    held = noun if noun is not None else place.top
    for kind, root in _roots(held):
        words = cut(root, [*number, held], MOST_OF_CLAUSE if kind == "clause" else MOST_OF_PHRASE)
        if kind == "clause":
            words = [*_shared(root), *words]
        report = behind_dateline(words)
        words = report if held in report and place.skip <= {token.i for token in report} else words
        if kind != "own":
            yield Frame(kind, tuple(words), root, has_number=True)
        if without := _without(words, place.skip):
            yield Frame(kind, tuple(without), root, has_number=False)
    yield from _sentences(held.sent)


def _sentences(sentence: Tokens) -> Iterator[Frame]:
    """A short sentence as it stands, and with the one before it, which may name what "it" is."""
    alone = _plain(sentence)
    before = _plain(sentence[0].nbor(-1).sent) if sentence.start and not sentence[0].nbor(-1).is_space else []
    for words in (alone, [*before, *alone] if before else []):
        is_quoted = any(token.is_quote for token in words)
        if words and not is_quoted and sum(not token.is_punct for token in words) <= MOST_OF_CLAUSE:
            yield Frame("sentence", tuple(words), sentence.root, has_number=True)


def _plain(sentence: Tokens) -> list[Token]:
    """The words of a sentence without the marks around it."""
    words = behind_dateline([token for token in sentence if not token.is_space])
    while words and words[0].is_quote:
        words.pop(0)
    while words and words[-1].is_quote:
        words.pop()
    return words


def _with_bound(place: Place) -> list[Token]:
    """The words of a number with "more than" before it and "or so" behind it."""
    doc, start, end = place.doc, place.start, place.end
    while start and doc[start - 1].lower_ in WORDS_OF_BOUNDS and not doc[start].is_sent_start:
        start -= 1
    return list(doc[start : end + 2 if doc[end : end + 2].text.lower() in _ROUGHLY else end])


def _roots(held: Token) -> Iterator[tuple[str, Token]]:
    """The nouns above the number, and the first clause."""
    yield "own", held
    phrases = 0
    for token in held.ancestors:
        if token.pos_ in NOUNS and phrases < MOST_PHRASES and token.dep_ != "compound":
            phrases += 1
            yield "phrase", token
        elif token.pos_ in VERBS and _is_clause(token, held):
            yield "clause", token
            return


def _is_clause(verb: Token, number: Token) -> bool:
    """Whether the verb with what belongs to it says by itself that something is so."""
    if any(mark.lower_ in OPEN or mark.i > number.i for mark in _marks(verb)):
        return False  # if; two days "before" the bridge opened
    if verb.dep_ == "conj" and not _has_subject(verb):
        return verb.head.pos_ in VERBS and _is_clause(verb.head, number)
    rule = _CLAUSES.get(verb.dep_)
    return rule is None or (_has_subject(verb) and rule(verb))


def _marks(verb: Token) -> list[Token]:
    return [child for child in verb.lefts if child.dep_ == "mark"]


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)


def _is_said(verb: Token) -> bool:
    """Whether somebody vouches for the clause: not "does not believe that", "hopes that"."""
    is_doubted = any(child.dep_ == "neg" for child in verb.head.children)
    return not is_doubted and (verb.i < verb.head.i or verb.head.lemma_ in _VOUCHING)


# When a clause that has its own subject stands for itself; roots and second verbs always do, and the others never.
_NEVER: Callable[[Token], bool] = lambda _: False  # noqa: E731  # a rule like the others
_CLAUSES: Mapping[str, Callable[[Token], bool]] = {
    "ccomp": _is_said,
    "acl": lambda verb: verb.head.lemma_ in _TOLD and any(mark.lower_ == "that" for mark in _marks(verb)),
    "relcl": lambda verb: any(child.tag_ == "WRB" for child in verb.lefts),
    "advcl": lambda verb: verb.tag_ != "VBG",
    **dict.fromkeys(
        ("xcomp", "pcomp", "csubj", "csubjpass", "aux", "auxpass", "prep", "pobj", "dobj", "amod"), _NEVER
    ),
}


def _shared(verb: Token) -> list[Token]:
    """The subject that a second verb shares with the first, with an auxiliary that is of both."""
    first = verb
    while first.dep_ == "conj" and not any(child.dep_ in SUBJECTS for child in first.children):
        first = first.head
    subject = next((child for child in first.lefts if child.dep_ in SUBJECTS), None)
    if first.i == verb.i or subject is None:
        return []
    has_own = any(child.dep_ in _AUXILIARIES for child in verb.lefts)
    is_shared = verb.tag_ == first.tag_ and verb.tag_ in _SHARED_FORMS and not has_own
    shared = [child for child in first.lefts if is_shared and child.dep_ in _AUXILIARIES]
    return [*cut(subject, [subject], MOST_OF_SUBJECT), *shared]


def _without(words: list[Token], skip: frozenset[int]) -> list[Token]:
    """The words behind a number that stands first."""
    last = max((place for place, token in enumerate(words) if token.i in skip), default=None)
    if last is None:
        return []
    ahead = (token for token in words[:last] if token.i not in skip)
    if not all(
        token.pos_ == "DET" or token.tag_ == "$" or token.lower_ in ABOUT_THE_NUMBER for token in ahead
    ):
        return []
    left = words[last + 1 :]
    while left and (
        left[0].is_punct or left[0].pos_ == "DET" or left[0].tag_ == "WDT" or left[0].lower_ == "of"
    ):
        left.pop(0)
    return left
