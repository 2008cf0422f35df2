"""Whether a stretch of a sentence is whole: a clause that says by itself that something is so, and loses nothing by what stands around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from summarizer.figures.lexicon import word_set
from summarizer.figures.marks import DASHES, is_mark, unpaired
from summarizer.text.lexicon import words_of
from summarizer.text.sentence_bounds import sentence_ends

if TYPE_CHECKING:
    from summarizer.parse.words import Span as Tokens
    from summarizer.parse.words import Token

VERBS = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
VOUCHING = words_of("vouching")
LINKING = word_set("also however but and meanwhile moreover thus therefore yet so still then instead")
# Clauses behind these are said to be so by themselves, and others are whole without them.
_BESIDE = word_set("while whereas although though after because since as")
_ASIDE = word_set("despite amid following besides")  # phrases that others are whole without
_TURNING = word_set("or nor but yet")  # what follows takes something back, or says that it may not be so
_KEPT = word_set("respectively not only except without unless if until whether lest")
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
_LOOSE = word_set("advcl appos acl prep npadvmod advmod parataxis")


class Told(NamedTuple):
    """What is known of the figure beside the words around it."""

    dimension: str | None
    giver: str | None
    lacks_noun: bool  # the noun it counts stands with the figure before


def verb_of_whole(words: Tokens, report: Tokens, told: Told) -> Token | None:
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
        token.i for token in report.doc[words.end : report.end] if token.text in DASHES and is_mark(token)
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
        return lost.i >= words.end or (lost.head.i == root.i and lost.lower_ in {*_BESIDE, *LINKING, "that"})
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
    return lost.lower_ in LINKING or (behind == "," and lost.lower_ in _ASIDE)


def _may_close(lost: Token) -> bool:
    """Whether the words that end the sentence may be left out: what stands behind a mark, a second verb."""
    first = lost.left_edge
    if {first.lower_, lost.lower_} & _KEPT or any(child.lower_ in _KEPT for child in lost.lefts):
        return False
    before = first.nbor(-1) if first.i else first
    if before.text in DASHES and is_mark(before):
        return True
    if lost.dep_ == "conj":
        return lost.pos_ in VERBS and _ends_a_list(lost)
    is_beside = lost.dep_ == "advcl" and first.lower_ in {"while", "whereas", "although"}
    is_told_of = lost.dep_ == "relcl" and first.tag_ in _RELATIVE
    return is_beside or ((lost.dep_ in _LOOSE or is_told_of) and is_mark(before))


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
