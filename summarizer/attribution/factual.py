"""Whether a cue reports words that were uttered, and who is credited with them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.cues import (
    CLAUSE,
    FINDING,
    FRAMES,
    SAYING,
    SOME,
    STILL_SAYING,
    UTTERS,
    WRITTEN,
)
from summarizer.attribution.phrases import VERBS, child_of, subject_of
from summarizer.attribution.words import words
from summarizer.text.names import BODIES, CALLINGS

if TYPE_CHECKING:
    from summarizer.parse.words import Token

FINDING_ONLY = FINDING - CLAUSE
MODALS = words(
    """
    can could may might should must will would wo ca ’ll 'll ’d 'd
    """
)
WITHOUT = frozenset({"without", "than", "of", "from", "against", "into"})
CONDITIONS = frozenset({"if", "unless", "whether"})
NOBODY = frozenset({"nobody", "none", "neither"})
NESTED = frozenset({"relcl", "acl", "ccomp", "pcomp", "csubj"})


def is_uttered(cue: Token) -> bool:
    """Whether the words behind `cue` were said, not denied, wished for, asked about or imagined."""
    for child in cue.children:
        if child.dep_ == "neg" or (child.dep_ == "aux" and child.lower_ in MODALS):
            return False
        if child.dep_ == "mark" and child.lower_ in CONDITIONS:
            return False
        if child.dep_ == "nsubj" and (child.lower_ in NOBODY or says_no(child)):
            return False
    if cue.dep_ == "pcomp" and cue.head.lower_ in WITHOUT:
        return False
    return not is_unsaid_infinitive(cue) and not is_question(cue) and not is_evidence(cue)


def is_evidence(cue: Token) -> bool:
    """Whether a participle tells what an event shows, not what somebody said: "prices fell, suggesting that …"."""
    return (
        cue.lemma_.lower() in FINDING
        and cue.tag_ == "VBG"
        and cue.dep_ == "advcl"
        and outer_saying(cue) is None
    )


def says_no(noun: Token) -> bool:
    return any(child.lower_ == "no" for child in noun.children)


def is_unsaid_infinitive(cue: Token) -> bool:
    """Infinitives say what somebody wants or refuses to say, save after "went on", "used" and their like."""
    if not any(child.dep_ == "aux" and child.lower_ == "to" for child in cue.children):
        return False
    return not (cue.dep_ == "advcl" or (cue.dep_ == "xcomp" and cue.head.lemma_.lower() in STILL_SAYING))


def is_question(cue: Token) -> bool:
    """ "Did he say …?": the verb of the main clause with an auxiliary before its subject, or none of them."""
    sentence = cue.sent
    return (
        cue.dep_ == "ROOT"
        and any(token.text == "?" for token in sentence[-3:])
        and child_of(cue, "ccomp") is not None
        and sentence[0].pos_ in ("AUX", "ADV", "PRON", "SCONJ")
        and sentence[0].tag_[0] in "WVM"
    )


def is_nested(cue: Token) -> bool:
    """Whether the cue stands inside a clause that somebody else's cue may govern."""
    while cue.dep_ == "conj":
        cue = cue.head
    return cue.dep_ in NESTED


def source_of(cue: Token) -> Token | None:
    """Who is credited by the verb `cue`: its subject, or that of the saying verb it goes on with."""
    if is_told_ahead(cue) or (
        cue.tag_ == "VBN" and cue.dep_ in ("advcl", "acl", "relcl") and child_of(cue, "aux") is None
    ):
        return agent_of(cue)
    quoted = quoted_as(cue)
    if quoted is not None:
        return child_of(quoted, "nsubjpass")
    if child_of(cue, "auxpass") is not None or child_of(cue, "nsubjpass") is not None:
        return agent_of(cue)
    if cue.dep_ == "acl" and is_issued(cue.head):
        return source_of(cue.head.head)
    if cue.dep_ == "acl" and cue.head.dep_ == "pobj" and cue.head.lemma_.lower() not in WRITTEN:
        return None  # "spread on social media suggesting …": the parse hangs the participle too low to trust
    outer = outer_saying(cue)
    return subject_of(outer) if outer is not None else subject_of(cue)


def is_told_ahead(cue: Token) -> bool:
    """Whether whoever speaks next was told it, though the tag is of the past: "Told that Example had left, she said …"."""
    is_ahead = cue.dep_ == "advcl" and cue.i < cue.head.i and bool(cue.is_sent_start)
    return is_ahead and cue.tag_ == "VBD" and child_of(cue, "nsubj") is None


def quoted_as(cue: Token) -> Token | None:
    """The verb in the passive of "the ministry was quoted as saying": its subject spoke, its agent passes it on."""
    link = cue.head
    if cue.dep_ != "pcomp" or link.lower_ != "as" or child_of(link.head, "nsubjpass") is None:
        return None
    return link.head


def is_issued(noun: Token) -> bool:
    """Whether somebody gave a text out: "the board issued a statement warning that …" is the board's warning."""
    is_text = noun.dep_ == "dobj" and noun.lemma_.lower() in WRITTEN
    return is_text and noun.head.lemma_.lower() in UTTERS


def agent_of(cue: Token) -> Token | None:
    by = child_of(cue, "agent")
    return child_of(by, "pobj") if by is not None else None


def outer_saying(cue: Token) -> Token | None:
    """The saying verb that "adding …" or "… and criticized" goes on with, though the parse hangs it lower."""
    if child_of(cue, "nsubj") is not None:
        return None
    if cue.tag_ == "VBG" and cue.dep_ in ("advcl", "xcomp", "conj"):
        return next(
            (
                verb
                for verb in cue.ancestors
                if is_saying(verb) and (subject := child_of(verb, "nsubj")) is not None and can_speak(subject)
            ),
            None,
        )
    if cue.dep_ == "conj" and cue.head.dep_ == "ccomp" and goes_on(cue, cue.head):
        return cue.head.head
    if cue.dep_ == "conj" and cue.head.dep_ == "advcl" and cue.head.tag_ != cue.tag_:
        above = (verb for verb in cue.ancestors if is_saying(verb) and verb.tag_ == cue.tag_)
        return next((verb for verb in above if child_of(verb, "nsubj") is not None), None)
    return None


def goes_on(cue: Token, clause: Token) -> bool:
    """Whether `cue`, joined to a clause, has the tense of the verb that governs the clause, not the clause's."""
    outer = clause.head
    if not is_saying(outer) or clause.i < outer.i or cue.tag_ != outer.tag_ or not is_cue(cue):
        return False
    subject = child_of(clause, "nsubj")
    return clause.tag_ != cue.tag_ or (subject is not None and not can_speak(subject))


def can_speak(noun: Token) -> bool:
    """Whether a subject can be a source: not "the bridge", "that effect"."""
    if noun.pos_ != "NOUN" or noun.ent_type_ in ("PERSON", "ORG", "GPE", "NORP"):
        return noun.pos_ != "VERB" and noun.lower_ not in ("this", "that", "it", "there", "what")
    word = noun.lemma_.lower()
    return (
        word in CALLINGS
        or word in WRITTEN
        or word in BODIES
        or word in SOME
        or noun.tag_ == "NNS"
        or bool(PERSON_ENDING.search(word))
    )


def can_say(source: Token, cue: Token) -> bool:
    """Whether `source` can have uttered what `cue` governs: only written sources find or show.

    The subject of another verb must be able to speak: "an inquiry has led to …, claiming that …".
    """
    if cue.lemma_.lower() in FINDING_ONLY:
        return source.lemma_.lower() in WRITTEN
    is_own = source.head.i == cue.i or quoted_as(cue) is not None
    return (is_own and cue.lemma_.lower() not in FINDING) or can_speak(source)


PERSON_ENDING = re.compile(r"(?:er|or|ist|ian|ant|(?<!m)ent|eer|man|woman|person)$")  # no "retirement"


def is_saying(token: Token) -> bool:
    return token.pos_ in VERBS and token.lemma_.lower() in SAYING


def is_cue(token: Token) -> bool:
    return is_saying(token) or (token.pos_ in VERBS and token.lemma_.lower() in FRAMES)
