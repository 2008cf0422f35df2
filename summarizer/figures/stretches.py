"""What may be told of a number: the unbroken stretches of the page that hold it and are whole, each said to be so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.attribution.datelines import dateline_end
from summarizer.figures.counted import NOUNS
from summarizer.figures.lexicon import word_set
from summarizer.figures.marks import CLOSED_BY, CLOSING, is_mark, unpaired
from summarizer.figures.whole_clauses import LINKING, VERBS, is_of_two, verb_of_whole
from summarizer.text.bounds import WORDS_OF_BOUNDS
from summarizer.text.sentence_bounds import sentence_ends

if TYPE_CHECKING:
    from summarizer.figures.whole_clauses import Told
    from summarizer.parse.words import Doc, Token
    from summarizer.parse.words import Span as Tokens

MOST_WORDS = 40
MOST_OF_PHRASE, MOST_OF_TWO = 24, 28
_LONGEST_BRACKET = 12  # words: "(Nov. 3, 2026 4:58 PM)"
_NEAR = 4  # words before a sentence's end, among them an abbreviation
_ROUGHLY = frozenset({"or so", "or more", "or less", "or fewer"})
_FORMAL = word_set("top behalf kind sort terms case addition")  # on top of, in terms of
_PERHAPS = word_set("would could might may should if unless whether")


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
class Stretch:
    """One way to tell what a number is of: words of the page as they stand there, and the word they hang on."""

    kind: str  # phrase, clause, sentence, sentences
    words: Tokens
    root: Token

    @property
    def text(self) -> str:
        return " ".join(self.words.text.split())


def stretches_of(place: Place, noun: Token | None, told: Told) -> Iterator[Stretch]:
    """The ways to tell what the number at `place` is of, which counts `noun`."""
    sentence = place.top.sent
    start, end = _held(place, noun)
    if end > sentence.end or _is_torn(sentence):
        return
    opening = _opening(sentence)
    report = place.doc[opening : sentence.end]
    seen: set[tuple[int, int]] = set()
    for whole in _sentences(sentence, opening):
        seen.add((whole.words.start, whole.words.end))
        yield whole
    for first in _starts(report, place):
        for last in _ends(report, end):
            words = _bare(place.doc, first, last)
            if (words.start, words.end) in seen or not _holds(words, start, end):
                continue
            seen.add((words.start, words.end))
            if _is_short(words, MOST_WORDS) and (root := verb_of_whole(words, report, told)) is not None:
                yield Stretch("clause", words, root)
    yield from _phrases(place, noun, start, end)


def _held(place: Place, noun: Token | None) -> tuple[int, int]:
    """Where the number with "more than" before it, "or so" behind it and the noun that it counts begins and ends."""
    doc, start, end = place.doc, place.start, place.end
    while start and doc[start - 1].lower_ in WORDS_OF_BOUNDS and not doc[start].is_sent_start:
        start -= 1
    end += 2 if doc[end : end + 2].text.lower() in _ROUGHLY else 0
    if noun is None:  # a "$5 billion, ultimately unsuccessful, lawsuit": a sum behind "a" is of what follows
        return start, end + (start > 0 and doc[start - 1].lower_ in {"a", "an"})
    return min(start, noun.i), max(end, noun.i + 1)


def _holds(words: Tokens, start: int, end: int) -> bool:
    """Whether the words hold a number as part of what they say: not "12 to 4, the mayor's share was …"."""
    opens = words.start == start and end < len(words.doc) and words.doc[end].text == ","
    return words.start <= start and end <= words.end and not opens


def _is_torn(sentence: Tokens) -> bool:
    """Whether the parse ends the sentence or the one before it in the middle: behind "Sens.", or within a word."""
    return _is_broken_at(sentence.doc, sentence.start) or _is_broken_at(sentence.doc, sentence.end)


def _is_broken_at(doc: Doc, at: int) -> bool:
    if at in {0, len(doc)} or doc[at].is_space or doc[at - 1].is_space or doc[at - 1].text in {":", ";", ")"}:
        return False
    near = doc[max(0, at - _NEAR) : at + 1]
    return doc[at].idx - 1 - near.start_char not in sentence_ends(near.text)


def _opening(sentence: Tokens) -> int:
    """Where a sentence opens behind its dateline or what stands in brackets before it, and a word that links it to others."""
    at = max(sentence.start, dateline_end(sentence[0]))
    if sentence.doc[at].text == "(":
        head = sentence.doc[at : at + _LONGEST_BRACKET]
        at = next((token.i + 1 for token in head if token.text == ")" and token.i + 1 < sentence.end), at)
    while at < sentence.end - 1 and (
        is_mark(sentence.doc[at]) or sentence.doc[at].is_space or _links(sentence.doc[at])
    ):
        at += 1
    return at


def _links(word: Token) -> bool:
    """But, or However before a comma."""
    is_apart = word.nbor().text == ","
    return word.lower_ in LINKING and (is_apart or word.tag_ == "CC") and not word.nbor().is_quote


def _sentences(sentence: Tokens, opening: int) -> Iterator[Stretch]:
    """A sentence as it stands, and a short one with the one before it, which may name what "it" is."""
    alone = _bare(sentence.doc, opening, sentence.end)
    if _is_short(alone, MOST_WORDS) and not unpaired(alone):
        yield Stretch("sentence", alone, sentence.root)
    before = sentence[0].nbor(-1).sent if sentence.start and not sentence[0].nbor(-1).is_space else None
    if before is not None:
        both = _bare(sentence.doc, _opening(before), sentence.end)
        if _is_short(both, MOST_OF_TWO) and not unpaired(both) and not any(token.is_quote for token in alone):
            yield Stretch("sentences", both, sentence.root)


def _bare(doc: Doc, start: int, end: int) -> Tokens:
    """The words without marks around them, and without the half of a pair of marks at either end."""
    while start < end - 1 and (
        doc[start].is_space or (is_mark(doc[start]) and doc[start].text not in CLOSED_BY)
    ):
        start += 1
    while start < end - 1 and _may_be_bared(doc[end - 1]):
        end -= 1
    odd = unpaired(doc[start:end])
    if odd and doc[start].i in odd:
        return _bare(doc, start + 1, end) if end - start > 1 else doc[start:end]
    if odd and doc[end - 1].i in odd:
        return _bare(doc, start, end - 1) if end - start > 1 else doc[start:end]
    return doc[start:end]


def _may_be_bared(token: Token) -> bool:
    is_end = token.text in {".", "!"} or (is_mark(token) and token.text not in CLOSING)
    return is_end or token.is_space or token.tag_ == "CC"


def _is_short(words: Tokens, most: int) -> bool:
    text = words.text
    return "\n" not in text and len(text.split()) <= most


def _starts(report: Tokens, place: Place) -> list[int]:
    """Where a clause that holds the number may begin: behind a mark, and where that of a verb above it does."""
    marks = [token.i + 1 for token in place.doc[report.start : place.start] if is_mark(token)]
    verbs = [token for token in place.top.ancestors if token.pos_ in VERBS]
    found = {report.start, *marks, *(_behind_mark(verb) for verb in verbs)}
    return sorted(start for start in found if start >= report.start)


def _behind_mark(verb: Token) -> int:
    """Where the clause of a verb begins behind its "that"."""
    at = verb.left_edge.i
    while at < verb.i and (verb.doc[at].dep_ in {"mark", "cc"} or verb.doc[at].is_punct):
        at += 1
    return at


def _ends(report: Tokens, end: int) -> list[int]:
    """Where a clause may end: before a mark or an "and" behind the number, and with the sentence."""
    behind = report.doc[end : report.end]
    found = [token.i for token in behind if is_mark(token) or token.dep_ in {"cc", "mark"}]
    return [*found, report.end]


def _phrases(place: Place, noun: Token | None, start: int, end: int) -> Iterator[Stretch]:
    """The phrases of the nouns above the number that tell something of it, where nothing above makes them doubtful."""
    top = noun if noun is not None else place.top
    if any(_is_doubtful(verb) for verb in top.ancestors):
        return
    for root in (top, *top.ancestors):
        if root.pos_ not in NOUNS or root.dep_ == "compound" or root.lower_ in _FORMAL:
            continue
        more = next(
            (child.left_edge.i for child in root.rights if child.dep_ == "conj"), root.right_edge.i + 1
        )
        for last in {more, root.right_edge.i + 1}:
            words = _bare(place.doc, root.left_edge.i, last)
            if not len(words):
                continue  # the parse hangs the first word on the second of two nouns
            if words[0].tag_ in {"IN", "TO"} and words[0].lower_ not in WORDS_OF_BOUNDS:
                continue  # to just 75,000 pledged
            is_told = _is_short(words, MOST_OF_PHRASE) and any(token.pos_ == "VERB" for token in words)
            if _holds(words, start, end) and is_told and not unpaired(words) and not is_of_two(words.text):
                yield Stretch("phrase", words, root)


def _is_doubtful(verb: Token) -> bool:
    """Whether what a verb says is denied, only possible, or asked."""
    words = {child.lower_ for child in verb.lefts if child.dep_ in {"aux", "mark"}}
    return any(child.dep_ == "neg" for child in verb.children) or bool(words & _PERHAPS)
