"""What the clause of a number says: who does it, what is said of them, and what follows, without the number itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.figures.counted import NOUNS, PLURALS
from summarizer.figures.modifiers import CHANGE
from summarizer.figures.phrases import ABOUT_THE_NUMBER, BREAKS, before
from summarizer.text.pronouns import HE_SHE

if TYPE_CHECKING:
    from summarizer.parse.words import Doc, Token

Meant = Callable[["Token"], str | None]  # the name of whom a pronoun means, if that is sure

MOST_REST = 14  # words
MAX_SUBJECT = 7  # words of who does it
MAX_CLIMB = 4  # verbs looked through for who does it
GROUP_REACH = 120  # tokens
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SHARES = frozenset({"percent", "%", "percentage", "cent", "pc"})
VERBS = frozenset({"VERB", "AUX"})
CHANGING = re.compile(CHANGE)
_AUXILIARIES = frozenset({"aux", "auxpass", "neg"})
_BELOW = frozenset({"xcomp", "conj", "advcl", "pcomp"})  # clauses whose subject stands in the one above
_NEXT = frozenset({"advcl", "parataxis", "ROOT", "conj"})  # clauses that a conjunction opens or follows


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number stands: the tokens it takes in its text, and who knows whom a pronoun means."""

    doc: Doc
    skip: frozenset[int]
    meant: Meant

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
        return next((token for token in tokens if token.head.i not in self.skip), tokens[0])

    @property
    def is_bare(self) -> bool:
        """Whether the number has no sign or unit: 130 of "killed 130"."""
        return all(token.like_num or token.text == "-" for token in self.doc[self.start : self.end])


def who(place: Place, verb: Token) -> list[Token]:
    """Who does it: the subject with what belongs to it, also that of a clause above; nobody for an open pronoun."""
    subject = subject_of(verb)
    if subject is None or subject.i in place.skip:
        return []
    if subject.pos_ == "PRON":
        return [subject] if subject.lower_ in HE_SHE and place.meant(subject) else []
    if subject.pos_ not in NOUNS or subject.ent_type_ in {"DATE", "TIME"}:
        return []  # two crashes months apart killed nobody by "months"
    words = [*before(place.doc, subject, place.skip), subject]
    behind = next((child for child in subject.rights if child.lower_ in {"of", "in", "for"}), None)
    if behind is None or behind.i != subject.i + 1:
        return words
    whole = words + rest(place, behind.i, behind.right_edge.i + 1)
    return whole if len(whole) <= MAX_SUBJECT else words


def open_subject(verb: Token) -> list[Token]:
    """It of "it would cost $3m": a pronoun that nobody can resolve is better than no subject."""
    subject = subject_of(verb)
    return [subject] if subject is not None and subject.pos_ == "PRON" else []


def subject_of(verb: Token) -> Token | None:
    for _ in range(MAX_CLIMB):
        own = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
        if own is not None:
            return verb.head if own.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl" else own
        if verb.dep_ == "acl" and verb.tag_ == "VBG":
            return verb.head
        above = verb.head.head if verb.dep_ == "pcomp" else verb.head
        if verb.dep_ not in _BELOW or above.pos_ not in VERBS:
            return None
        verb = above
    return None


def group_before(place: Place, verb: Token) -> list[Token]:
    """Voters of "50 percent said so", where "among voters" or "40 percent of voters" stands before."""
    if verb.lower_ == "leading":
        return []
    for token in reversed(place.doc[max(0, place.start - GROUP_REACH) : place.start]):
        if token.tag_ not in PLURALS or token.dep_ != "pobj":
            continue
        is_share = token.head.lower_ == "of" and token.head.head.lower_ in SHARES
        if token.head.lower_ == "among" or is_share:
            return [*before(place.doc, token, frozenset()), token]
    return []


def verb_words(verb: Token) -> list[Token]:
    """Will be sold: a verb with its auxiliaries, and the verbs above that it completes ("plans to sell")."""
    first = verb
    while first.dep_ == "xcomp" and first.head.pos_ == "VERB" and verb.i - first.head.i <= MAX_CLIMB:
        first = first.head
    start = min([child.i for child in first.lefts if child.dep_ in _AUXILIARIES] + [first.i])
    particle = [child for child in verb.rights if child.dep_ == "prt" or _is_lone(child, verb)][:1]
    return [*(token for token in verb.doc[start : verb.i + 1] if token.text not in BREAKS), *particle]


def _is_lone(child: Token, verb: Token) -> bool:
    """In of "taking in $5m", which the parse takes for a preposition without anything behind it."""
    return child.tag_ in {"IN", "RP"} and child.i == verb.i + 1 and child.right_edge.i == child.i


def said_of(place: Place, verb: Token, end: int) -> list[Token]:
    """What the verb says of its subject, which ends at `end`; nothing when it says the number itself: is $5m, rose 5%."""
    behind = [child for child in verb.rights if child.i >= end]
    is_number = any(
        child.i in place.skip or any(one.i in place.skip for one in child.children) for child in behind
    )
    if is_number and (verb.lemma_ == "be" or CHANGING.fullmatch(verb.lower_)):
        return []
    first = [child.i for child in verb.lefts if child.dep_ in {*_AUXILIARIES, "advmod"} and child.i >= end]
    return rest(place, min([*first, max(end, verb.i)]), verb.right_edge.i + 1)


def rest(place: Place, start: int, end: int) -> list[Token]:
    """The words from `start` on that the same clause says, without the number; no further clause."""
    words: list[Token] = []
    for token in place.doc[start:end]:
        is_next = token.dep_ in {"cc", "mark"} and (token.head.dep_ in _NEXT or not words)
        is_next = is_next or (token.dep_ == "cc" and token.head.pos_ == "VERB")
        if token.text in BREAKS or token.is_space or is_next or len(words) >= MOST_REST:
            break
        if token.i not in place.skip and not _is_beside_number(token, place.skip):
            words.append(token)
    return words


def _is_beside_number(token: Token, skip: frozenset[int]) -> bool:
    """More than of "more than 20", by of "by 5%": words that stand or fall with the number."""
    behind = token.i + 1 if token.i + 1 in skip else token.i + 2
    is_bound = token.lower_ in ABOUT_THE_NUMBER and behind in skip
    return is_bound or (token.dep_ == "prep" and any(child.i in skip for child in token.children))
