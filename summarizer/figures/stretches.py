"""What may be told of a number: the unbroken stretches of the page that hold it and are whole, each said to be so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.datelines import dateline_end
from summarizer.figures.counted import NOUNS
from summarizer.figures.lexicon import word_set
from summarizer.text.bounds import WORDS_OF_BOUNDS
from summarizer.text.lexicon import words_of
from summarizer.text.sentence_bounds import sentence_ends

if TYPE_CHECKING:
    from summarizer.parse.words import Doc, Token
    from summarizer.parse.words import Span as Tokens

MOST_WORDS = 40
MOST_OF_PHRASE, MOST_OF_TWO = 24, 28
_LONGEST_BRACKET = 12  # words: "(Nov. 3, 2026 4:58 PM)"
_NEAR = 4  # words before a sentence's end, among them an abbreviation
VERBS = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_ROUGHLY = frozenset({"or so", "or more", "or less", "or fewer"})
VOUCHING = words_of("vouching")
_LINKING = word_set("also however but and meanwhile moreover thus therefore yet so still then instead")
# Clauses behind these are said to be so by themselves, and others are whole without them.
_BESIDE = word_set("while whereas although though after because since as")
_ASIDE = word_set("despite amid following besides")  # phrases that others are whole without
_TURNING = word_set("or nor but yet")  # what follows takes something back, or says that it may not be so
_KEPT = word_set("respectively not only except without unless if until whether lest")
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
_DASHES = frozenset(("—", "–", "―", "--", "-", "(", "["))  # whatever stands behind them is an aside
_FORMAL = word_set("top behalf kind sort terms case addition")  # on top of, in terms of
_PERHAPS = word_set("would could might may should if unless whether")
_LOOSE = word_set("advcl appos acl prep npadvmod advmod parataxis")
_MARKS = frozenset((*',;:—–―-()[]“”"…', "--", "...", "''", "``"))
_CLOSED_BY = {"“": "”", "(": ")", "[": "]", '"': '"'}
_CLOSING = frozenset(_CLOSED_BY.values())


class Told(NamedTuple):
    """What is known of the figure beside the words around it."""

    dimension: str | None
    giver: str | None
    lacks_noun: bool  # the noun it counts stands with the figure before


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
            if _is_short(words, MOST_WORDS) and (root := _whole(words, report, told)) is not None:
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
        _is_mark(sentence.doc[at]) or sentence.doc[at].is_space or _links(sentence.doc[at])
    ):
        at += 1
    return at


def _links(word: Token) -> bool:
    """But, or However before a comma."""
    is_apart = word.nbor().text == ","
    return word.lower_ in _LINKING and (is_apart or word.tag_ == "CC") and not word.nbor().is_quote


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
        doc[start].is_space or (_is_mark(doc[start]) and doc[start].text not in _CLOSED_BY)
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


def _is_mark(token: Token) -> bool:
    """Whether the token is a mark between words, and no hyphen within one."""
    is_within = token.text == "-" and token.i > 0 and not (token.whitespace_ and token.nbor(-1).whitespace_)
    return token.text in _MARKS and not is_within


def _may_be_bared(token: Token) -> bool:
    is_mark = token.text in {".", "!"} or (_is_mark(token) and token.text not in _CLOSING)
    return is_mark or token.is_space or token.tag_ == "CC"


def unpaired(words: Tokens) -> set[int]:
    """The brackets and quotation marks whose other half is not among the words."""
    odd: set[int] = set()
    waiting: list[Token] = []
    for token in words:
        if waiting and token.text == _CLOSED_BY.get(waiting[-1].text):
            waiting.pop()
        elif token.text in _CLOSED_BY:
            waiting.append(token)
        elif token.text in _CLOSING:
            odd.add(token.i)
    return odd | {token.i for token in waiting}


def _is_short(words: Tokens, most: int) -> bool:
    text = words.text
    return "\n" not in text and len(text.split()) <= most


def _starts(report: Tokens, place: Place) -> list[int]:
    """Where a clause that holds the number may begin: behind a mark, and where that of a verb above it does."""
    marks = [token.i + 1 for token in place.doc[report.start : place.start] if _is_mark(token)]
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
    found = [token.i for token in behind if _is_mark(token) or token.dep_ in {"cc", "mark"}]
    return [*found, report.end]


def _whole(words: Tokens, report: Tokens, told: Told) -> Token | None:
    """The verb on which the words hang where they say by themselves that something is so; None where they do not."""
    start, end = words.start, words.end
    tops = [
        token
        for token in words
        if not token.is_punct and (not start <= token.head.i < end or token.head.i == token.i)
    ]
    if len(tops) != 1 or tops[0].pos_ not in VERBS or not _is_said_so(tops[0], words, told):
        return None
    lost = (token for token in report if not start <= token.i < end and start <= token.head.i < end)
    aside = end if _ends_before_aside(words, report) else report.end
    is_whole = all(token.i >= aside or _may_go(token, tops[0], words, told) for token in lost)
    return tops[0] if is_whole and not unpaired(words) and not is_of_two(words.text) else None


def is_of_two(text: str) -> bool:
    """Whether a sentence that the parse has overlooked ends within the words: "above 24C. One in five"."""
    return any(0 < end < len(text) for end in sentence_ends(text))


def _ends_before_aside(words: Tokens, report: Tokens) -> bool:
    """Whether the last dash of the sentence stands behind the words: what follows is said in passing."""
    dashes = [
        token.i for token in report.doc[words.end : report.end] if token.text in _DASHES and _is_mark(token)
    ]
    return dashes == [words.end] and report.doc[words.end].text not in {"(", "["}


def _is_said_so(verb: Token, words: Tokens, told: Told) -> bool:
    """Whether a verb has its subject and its form among the words, and its clause stands for itself."""
    inside = [child for child in verb.lefts if child.i >= words.start]
    forms = {verb.tag_, *(child.tag_ for child in inside if child.dep_ in {"aux", "auxpass"})}
    has_subject = any(child.dep_ in SUBJECTS for child in inside)
    has_mark = any(child.dep_ == "mark" for child in inside)
    return has_subject and not has_mark and bool(forms & FINITE) and _stands(verb, told)


def _stands(verb: Token, told: Told) -> bool:
    """Whether what the clause of a verb says is said to be so."""
    marks = {child.lower_ for child in verb.lefts if child.dep_ == "mark"}
    if marks - _BESIDE - {"that"} or any(child.tag_ == "WRB" for child in verb.lefts):
        return False
    if verb.dep_ == "conj":
        return "or" not in _joints(verb) and verb.head.pos_ in VERBS and _stands(verb.head, told)
    rule = _STANDING.get(verb.dep_)
    return rule is not None and rule(verb, told)


def _is_vouched_for(verb: Token, told: Told) -> bool:
    """Whether somebody who stands beside the figure vouches for the clause: not "does not believe that", "hopes that"."""
    is_doubted = any(child.dep_ == "neg" for child in verb.head.children)
    is_vouching = verb.i < verb.head.i or verb.head.lemma_ in VOUCHING
    is_told = verb.head.dep_ in {"relcl", "acl"} or _stands(verb.head, told)
    return told.giver is not None and not is_doubted and is_vouching and is_told


_STANDING: Mapping[str, Callable[[Token, Told], bool]] = {
    "ROOT": lambda *_: True,
    "parataxis": lambda *_: True,
    "ccomp": _is_vouched_for,
    "advcl": lambda verb, _: any(child.lower_ in _BESIDE for child in verb.lefts if child.dep_ == "mark"),
}


def _may_go(lost: Token, root: Token, words: Tokens, told: Told) -> bool:
    """Whether the words, which hang on `root`, are whole without a branch of theirs."""
    if lost.dep_ in {"cc", "mark"}:
        return lost.i >= words.end or (lost.head.i == root.i and lost.lower_ in {*_BESIDE, *_LINKING, "that"})
    if lost.is_punct or lost.is_space or lost.dep_ in {"intj", "meta"}:
        return True
    if lost.lower_ == "according":
        return told.giver is not None
    return _may_open(lost) if lost.i < words.start else _may_close(lost)


def _may_open(lost: Token) -> bool:
    """Whether the words that open the sentence may be left out: However; After a night of rain, …; It is old: …"""
    behind = lost.doc[lost.right_edge.i + 1].text
    marks = {child.lower_ for child in lost.lefts if child.dep_ in {"mark", "prep"}}
    if behind in {":", ";"}:
        return lost.dep_ in {"ccomp", "parataxis", "dep"}
    if lost.dep_ == "advcl":
        return behind == "," and (bool(marks & _BESIDE) or (not marks and lost.tag_ in {"VBG", "VBN"}))
    return lost.lower_ in _LINKING or (behind == "," and lost.lower_ in _ASIDE)


def _may_close(lost: Token) -> bool:
    """Whether the words that end the sentence may be left out: what stands behind a mark, a second verb."""
    first = lost.left_edge
    if {first.lower_, lost.lower_} & _KEPT or any(child.lower_ in _KEPT for child in lost.lefts):
        return False
    before = first.nbor(-1)
    if before.text in _DASHES and _is_mark(before):
        return True
    if lost.dep_ == "conj":
        return lost.pos_ in VERBS and _ends_a_list(lost)
    is_beside = lost.dep_ == "advcl" and first.lower_ in {"while", "whereas", "although"}
    is_told_of = lost.dep_ == "relcl" and first.tag_ in _RELATIVE
    return is_beside or ((lost.dep_ in _LOOSE or is_told_of) and _is_mark(before))


def _ends_a_list(lost: Token) -> bool:
    """Whether the verbs before a second or third one are whole without it: not "buys, sells" of "buys, sells and mends"."""
    head = lost.head
    is_main = head.tag_ in FINITE or any(child.dep_ in SUBJECTS for child in head.lefts)
    is_joined = bool(_joints(lost)) or any(child.dep_ in {*SUBJECTS, "conj"} for child in lost.children)
    is_last = head.dep_ != "conj" or bool(_joints(head))
    return is_main and is_joined and is_last and not _joints(lost) & _TURNING


def _joints(verb: Token) -> set[str]:
    """The words that join a verb to the one before: and, but."""
    return {child.lower_ for child in verb.head.rights if child.dep_ == "cc" and child.i < verb.i}


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
            if words[0].tag_ in {"IN", "TO"} and words[0].lower_ not in WORDS_OF_BOUNDS:
                continue  # to just 75,000 pledged
            is_told = _is_short(words, MOST_OF_PHRASE) and any(token.pos_ == "VERB" for token in words)
            if _holds(words, start, end) and is_told and not unpaired(words) and not is_of_two(words.text):
                yield Stretch("phrase", words, root)


def _is_doubtful(verb: Token) -> bool:
    """Whether what a verb says is denied, only possible, or asked."""
    words = {child.lower_ for child in verb.lefts if child.dep_ in {"aux", "mark"}}
    return any(child.dep_ == "neg" for child in verb.children) or bool(words & _PERHAPS)
