"""What is told of those counted, in a word or two: captured, still missing, brought ashore."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.figures.lexicon import word_set
from summarizer.text.bounds import WORDS_OF_BOUNDS
from summarizer.text.lexicon import kinds_of, words_of

if TYPE_CHECKING:
    from summarizer.parse.words import Doc, Token

EMPTY_VERBS = words_of("empty_verbs")
_STATE_VERBS = word_set("be remain stay lie stand go feel become")
# They say nothing without their particle: brought ashore, set aside.
_LIGHT_VERBS = word_set("bring put send set leave lead keep pull draw carry")
_NOT_PARTICLES = words_of("no_particles")
_NOT_DOING = word_set("follow accord regard concern exclude plan consider involve near start")
_TRYING = word_set("try attempt seek fail refuse threaten")
_MANAGING = word_set("manage succeed begin start continue")
_ABOUT = WORDS_OF_BOUNDS | word_set("as many")
_SAME = word_set("hit cut put set shut hurt let cost spread burst split shed bid read")
_NEAR_DOING = 4  # tokens between "killing" and its number: "at least", "as many as"
_NEAR_OBJECT = 4  # tokens between a verb and its object
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
    """Drowned of "nine people drowned", signed a petition of "a million people signed a petition"."""
    verb = subject.head
    if subject.dep_ != "nsubj" or verb.tag_ not in {"VBD", "VBN", "VBG"} or verb.lemma_ in EMPTY_VERBS:
        return []
    deps = {child.dep_: child for child in verb.children}
    if verb.pos_ != "VERB" or {"ccomp", "xcomp", "neg", "attr", "dative", "acomp"} & set(deps):
        return []
    return _with_object(verb, deps["dobj"]) if "dobj" in deps else with_particle(verb)


def _with_object(verb: Token, thing: Token) -> list[Token]:
    """The verb and the few words up to its object; nothing for a pronoun or another number."""
    words = list(verb.doc[verb.i : thing.i + 1])
    is_plain = thing.pos_ in {"NOUN", "PROPN"} and 0 < thing.i - verb.i <= _NEAR_OBJECT
    return words if is_plain and not any(word.like_num or word.is_punct for word in words) else []


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


def done_to(doc: Doc, start: int, noun: Token) -> str | None:
    """What is done to `noun`, whose number is at `start`: killed of "killing at least seven people", will be cut of "will cut 40 jobs"."""
    verb = noun.head if noun.dep_ == "dobj" else _doing(doc, start)
    if (
        verb is None
        or verb.pos_ != "VERB"
        or verb.lemma_ in EMPTY_VERBS | _NOT_DOING | _STATE_VERBS | _LIGHT_VERBS | _NO_PASSIVE
    ):
        return None
    if any(child.dep_ in {"neg", "prt"} or child.tag_ == "WDT" for child in verb.children):
        return None
    done = participle_of(verb.lemma_)
    modal = next((child for child in verb.lefts if child.tag_ in {"MD", "TO"}), None)
    if verb.tag_ == "VB" and modal is not None:
        if modal.tag_ == "MD":
            return f"{modal.lower_} be {done}"
        if verb.head.lemma_ in _MANAGING:
            return done
        return f"({verb.head.lower_} to {verb.lower_})" if verb.head.lemma_ in _TRYING else f"to be {done}"
    is_under_way = any(child.lemma_ == "be" for child in verb.lefts)
    is_past = verb.tag_ in {"VBD", "VBN"} or (verb.tag_ == "VBG" and not is_under_way)
    return done if is_past else None


def _doing(doc: Doc, start: int) -> Token | None:
    """Killing of "killing at least seven people", where the parse does not tie them."""
    for token in reversed(doc[max(0, start - _NEAR_DOING) : start]):
        if token.tag_ == "VBG":
            return token
        if token.lower_ not in _ABOUT:
            break
    return None


_NO_PASSIVE = frozenset({"cost", "total", "equal"})  # nothing "is cost"
_FORMS = {
    base: form for form, base in kinds_of("irregular").items()
}  # of two the later, which is the participle
_DOUBLED = re.compile(r"[^aeiou]*[aeiou][bdgmnpt]")  # stab, trap, gun


_PREFIX = re.compile(r"(over|under|out|re|with)?(.+)")


def participle_of(verb: str) -> str:
    """The past participle of a verb's base form: stabbed, carried, built."""
    prefix, base = _PREFIX.fullmatch(verb).groups("")  # type: ignore[union-attr]  # it matches every word
    if base in _FORMS or base in _SAME:
        return f"{prefix}{_FORMS.get(base, base)}"
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2:-1] not in set("aeiou"):
        return f"{verb[:-1]}ied"
    return f"{verb}{verb[-1] if _DOUBLED.fullmatch(verb) else ''}ed"


def _participle(noun: Token) -> list[Token]:
    """Captured of "two men had been captured", launched of "Russia launched 55 drones": what happened to them."""
    verb = noun.head
    if verb.pos_ != "VERB" or verb.lemma_ in EMPTY_VERBS or verb.tag_ not in {"VBN", "VBD"}:
        return []
    is_same_form = verb.tag_ == "VBN" or verb.lower_.endswith("ed")
    is_undergoing = noun.dep_ == "nsubjpass" or (noun.dep_ == "dobj" and is_same_form)
    is_undone = any(child.dep_ == "neg" for child in verb.children)
    return with_particle(verb) if is_undergoing and not is_undone else []
