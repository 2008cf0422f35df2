"""What is told of those counted, in a word or two: captured, still missing, brought ashore."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.figures.lexicon import word_set
from summarizer.text.bounds import WORDS_OF_BOUNDS
from summarizer.text.lexicon import words_of

if TYPE_CHECKING:
    from summarizer.parse.words import Doc, Token

EMPTY_VERBS = words_of("empty_verbs")
_STATE_VERBS = word_set("be remain stay lie stand go feel become")
# They say nothing without their particle: brought ashore, set aside.
_LIGHT_VERBS = word_set("bring put send set leave lead keep pull draw carry")
_NOT_PARTICLES = words_of("no_particles")
# "Killing at least seven people": the participle of what is done to them.
_DONE = {
    "killing": "killed",
    "injuring": "injured",
    "wounding": "wounded",
    "stranding": "stranded",
    "displacing": "displaced",
    "destroying": "destroyed",
    "damaging": "damaged",
    "infecting": "infected",
    "trapping": "trapped",
    "carrying": "carried",
}
_ABOUT = WORDS_OF_BOUNDS | word_set("as many")
_NEAR_DOING = 4  # tokens between "killing" and its number: "at least", "as many as"
_NEAR = 2  # tokens between a verb and its particle


def fate(subject: Token) -> list[Token]:
    """What is told of those counted: captured, launched, died, "still missing"; nothing for a clause of its own."""
    return _participle(subject) or _state(subject) or _act(subject)


def _state(subject: Token) -> list[Token]:
    """Missing of "fourteen people were missing"."""
    verb = subject.head
    if subject.dep_ != "nsubj" or verb.lemma_ not in _STATE_VERBS:
        return []
    state = next(
        (child for child in verb.rights if child.dep_ in {"acomp", "advmod"} and child.pos_ == "ADJ"), None
    )
    return [*(child for child in state.lefts if child.dep_ == "advmod"), state] if state else []


def _act(subject: Token) -> list[Token]:
    """Drowned of "nine people drowned": a verb that says it all, without object or clause."""
    verb = subject.head
    if subject.dep_ != "nsubj" or verb.tag_ not in {"VBD", "VBN", "VBG"} or verb.lemma_ in EMPTY_VERBS:
        return []
    is_more = any(
        child.dep_ in {"dobj", "ccomp", "xcomp", "neg", "attr", "dative"} for child in verb.children
    )
    return [] if is_more or verb.pos_ != "VERB" else with_particle(verb)


def with_particle(verb: Token) -> list[Token]:
    """Brought ashore, entered twice, unaccounted for: the verb and the small word that belongs to it."""
    small = next(
        (
            child
            for child in verb.rights
            if child.tag_ in {"RB", "RP", "IN"} and child.i - verb.i <= _NEAR and _is_particle(child)
        ),
        None,
    )
    if small is None:
        return [] if verb.lemma_ in _LIGHT_VERBS else [verb]
    return [verb, small]


def _is_particle(token: Token) -> bool:
    is_alone = not any(True for _ in token.children)
    return is_alone and token.dep_ in {"prt", "advmod", "prep"} and token.lower_ not in _NOT_PARTICLES


def done_to(doc: Doc, start: int) -> str | None:
    """Killed for the number at `start` of "killing at least seven people", carried for "carrying 78"."""
    for token in reversed(doc[max(0, start - _NEAR_DOING) : start]):
        if token.lower_ in _DONE:
            return _DONE[token.lower_]
        if token.lower_ not in _ABOUT:
            break
    return None


def _participle(noun: Token) -> list[Token]:
    """Captured of "two men had been captured", launched of "Russia launched 55 drones": what happened to them."""
    verb = noun.head
    if verb.pos_ != "VERB" or verb.lemma_ in EMPTY_VERBS or verb.tag_ not in {"VBN", "VBD"}:
        return []
    is_same_form = verb.tag_ == "VBN" or verb.lower_.endswith("ed")
    is_undergoing = noun.dep_ == "nsubjpass" or (noun.dep_ == "dobj" and is_same_form)
    is_undone = any(child.dep_ == "neg" for child in verb.children)
    return with_particle(verb) if is_undergoing and not is_undone else []
