"""A phrase or clause of the parse cut to what it says of a number: whole branches are kept or left out, none is torn."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from summarizer.figures.counted import NOUNS
from summarizer.figures.lexicon import word_set

if TYPE_CHECKING:
    from summarizer.parse.words import Token

# What a word cannot be without, and what may stand beside it.
_WHOLE = word_set(
    "nsubj nsubjpass csubj csubjpass expl aux auxpass neg prt dobj dative attr acomp oprd xcomp pobj pcomp compound amod poss"
    " case nummod det predet nmod quantmod agent preconj mark"
)
VERBS = frozenset({"VERB", "AUX"})
_MAY = word_set("prep advmod npadvmod advcl acl relcl")
_ASKING = frozenset({"WRB", "WP", "WDT", "WP$"})
_LINKING = word_set("also however but meanwhile moreover thus therefore")
OPEN = word_set("if whether unless until lest")  # what stands behind them is not said to be so
_ASKED = frozenset({"asked", "questioned"})  # whose answer a share gave
_ANSWERS = frozenset({"yes", "no"})
_NOT = re.compile(r"not|never|n['’]t")
_APART = frozenset(",;:—–()[]")
_CLOSED_BY = {"“": "”", "‘": "’", "(": ")", "[": "]", '"': '"'}
_CLOSING = frozenset(_CLOSED_BY.values())


def cut(root: Token, must: Sequence[Token], most: int) -> list[Token]:
    """`root` with what belongs to it, with `must` and all on the way there, and with other branches up to `most` words."""
    kept: set[int] = set()
    waiting: list[Token] = []
    for token in [root, *_ways(root, must)]:
        _keep(token, root, kept, waiting)
    near = [token.i for token in must]
    while waiting:
        branch = min(waiting, key=lambda token: min(abs(token.i - at) for at in near))
        waiting.remove(branch)
        tried, more = set(kept), list(waiting)
        _keep(branch, root, tried, more)
        if sum(not root.doc[at].is_punct for at in tried) <= most:
            kept, waiting = tried, more
    return _with_marks(root, kept, near)


def _ways(root: Token, must: Sequence[Token]) -> Iterator[Token]:
    """The words in `must` and those between them and the root; of several numbers that are listed the own one."""
    for token in must:
        step = token
        while step.i not in {root.i, step.head.i}:
            yield step
            head = step.head
            is_number = step.dep_ == "conj" and head.i != root.i and head.pos_ not in VERBS
            if is_number and _has_number(head) and _has_number(step):
                head = head.head
            elif step.dep_ == "conj":
                yield from [child for child in head.rights if child.dep_ == "cc" and child.i < step.i][-1:]
            step = head


def _keep(token: Token, root: Token, kept: set[int], waiting: list[Token]) -> None:
    """Keeps the word with what it cannot be without; what may stand beside it waits."""
    if token.i in kept:
        return
    kept.add(token.i)
    for child in token.children:
        if _is_needed(child, root):
            _keep(child, root, kept, waiting)
        elif child.dep_ in _MAY and child.tag_ not in _ASKING and not _is_apart(child):
            waiting.append(child)


def _is_needed(child: Token, root: Token) -> bool:
    """Whether its head means another thing without the word."""
    if child.tag_ in _ASKING or child.dep_ == "mark":
        return child.head.i != root.i
    if (rule := _RULES.get(child.dep_)) is not None:
        return rule(child)
    is_behind = child.i > child.head.i and _is_apart(child)
    return child.lower_ in _ANSWERS or (child.dep_ in _WHOLE and not is_behind)


def _is_listed(child: Token) -> bool:
    """Whether something is said of this word and of the one before together: small "and medium" towns, sold "or closed"."""
    head = child.head
    if child.dep_ == "cc":
        return any(other.dep_ == "conj" and _is_listed(other) for other in head.rights)
    is_either = any(other.dep_ == "cc" and other.lower_ == "or" for other in head.rights)
    return not _has_number(child) if head.pos_ not in VERBS else is_either


def _is_tied(preposition: Token) -> bool:
    """Of what it is, what a verb calls for, and the rest of a name: the Fund "for Mills"."""
    head, behind = preposition.head, next(preposition.rights, None)
    is_name = (
        head.pos_ == behind.pos_ == "PROPN" and preposition.lower_ == "for" if behind is not None else False
    )
    is_next = preposition.i == head.i + 1 and (head.pos_ not in NOUNS or is_name)
    return preposition.lower_ != "according" and (preposition.lower_ == "of" or is_next)


def _is_small(adverb: Token) -> bool:
    """A word that says how or whether; a measure only where it touches: "Moll-leaning"."""
    is_near = adverb.dep_ == "advmod" or not adverb.doc[adverb.i + 1 : adverb.head.i].text.strip("-")
    return is_near and adverb.left_edge.i == adverb.right_edge.i and not _is_apart(adverb)


_RULES: Mapping[str, Callable[[Token], bool]] = {
    "conj": _is_listed,
    "cc": _is_listed,
    "prep": _is_tied,
    "advmod": _is_small,
    "npadvmod": _is_small,
    "ccomp": lambda child: child.i > child.head.i,
    "advcl": lambda child: child.lower_ in _ASKED or any(word.lower_ in OPEN for word in child.lefts),
}


def _has_number(token: Token) -> bool:
    return any(part.tag_ == "CD" for part in token.doc[token.left_edge.i : token.i + 1])


def _is_apart(child: Token) -> bool:
    """Whether a mark or its own sense parts the branch from what it stands beside: it says something more."""
    if child.lower_ == "according" or (child.dep_ == "advmod" and child.lower_ in _LINKING):
        return True
    if child.i > child.head.i:
        first = child.left_edge
        return first.i > 0 and (first.nbor(-1).text in _APART or first.nbor(-1).tag_ == "CC")
    last = child.right_edge
    return last.i + 1 < len(last.doc) and last.nbor().text in _APART


def _with_marks(root: Token, kept: Collection[int], must: Collection[int]) -> list[Token]:
    """The words that are kept, in order, with the marks between those that are neighbours."""
    words: list[Token] = []
    marks: list[Token] = []
    for token in root.doc[min(kept) : max(kept) + 2]:
        is_mark = token.is_punct and token.text != "%"
        is_denial = token.i - 1 in kept and _NOT.fullmatch(token.lower_)  # which the parse may hang elsewhere
        if (token.i in kept and not is_mark) or is_denial:
            words += [*marks, token]
            marks = []
        elif is_mark and words and words[-1].i + 1 == token.i - len(marks):
            marks.append(token)
            if token.text in _CLOSING:
                words += marks
                marks = []
        else:
            marks = []
    while len(words) > 1 and words[-1].dep_ == "prep" and any(words[-1].rights) and words[-1].i not in must:
        words.pop()  # what it led on to is left out
    odd = _unpaired(words)
    return [token for token in words if token.i not in odd]


def _unpaired(words: Sequence[Token]) -> set[int]:
    """The brackets and quotation marks whose other half is not among the words."""
    odd: set[int] = set()
    waiting: list[Token] = []
    for token in words:
        if waiting and token.text == _CLOSED_BY.get(waiting[-1].text):
            waiting.pop()
        elif token.text in _CLOSED_BY:
            waiting.append(token)
        elif token.text in _CLOSING and token.text != "’":  # the parents’ mill
            odd.add(token.i)
    return odd | {token.i for token in waiting}
