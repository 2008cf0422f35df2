"""Whether a cue reports words that were uttered, and who is credited with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.cues import (
    CLAUSE,
    FINDING,
    FRAMES,
    SAYING,
    SOME,
    STILL_SAYING,
    WRITTEN,
)
from summarizer.attribution.phrases import VERBS, child_of
from summarizer.attribution.words import words
from summarizer.text.names import BODIES, CALLINGS, PERSON_ENDING

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
# Mark a clause that tells when.
WHEN = words("before after until when once since")
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
    return not any(
        test(cue) for test in (is_left_out, is_unsaid_infinitive, is_question, is_supposed, is_evidence)
    )


def is_left_out(cue: Token) -> bool:
    """Whether a cue tells what is not done, or may not be: "without saying", "as opposed to defending", "don’t let them tell you"."""
    if cue.dep_ == "pcomp":
        return cue.head.lower_ in WITHOUT or cue.head.head.lower_ == "opposed"
    return cue.dep_ == "ccomp" and cue.head.lemma_.lower() == "let"


def is_supposed(cue: Token) -> bool:
    """Whether a participle tells what would be said if something came to pass: "If she wins he would move, calling it …"."""
    main = cue.head
    if cue.tag_ != "VBG" or cue.dep_ != "advcl" or child_of(cue, "nsubj") is not None or main.dep_ != "ROOT":
        return False
    is_open = any(child.dep_ == "aux" and child.lower_ in MODALS for child in main.children)
    return is_open and any(
        mark.lower_ in CONDITIONS
        for clause in main.children
        if clause.dep_ == "advcl"
        for mark in clause.lefts
    )


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


def quoted_as(cue: Token) -> Token | None:
    """The verb in the passive of "the ministry was quoted as saying": its subject spoke, its agent passes it on."""
    link = cue.head
    if cue.dep_ != "pcomp" or link.lower_ != "as" or child_of(link.head, "nsubjpass") is None:
        return None
    return link.head


def outer_saying(cue: Token) -> Token | None:
    """The saying verb that "adding …" or "… and criticized" goes on with, though the parse hangs it lower."""
    if child_of(cue, "nsubj") is not None:
        return None
    if cue.tag_ == "VBG" and cue.dep_ in ("advcl", "xcomp", "conj"):
        verb = next((verb for verb in cue.ancestors if is_saying(verb) and is_somebodys(verb)), None)
        if verb is not None and is_in_passing(verb) and is_cue(verb.head) and is_somebodys(verb.head):
            return verb.head
        return verb
    if cue.dep_ == "conj" and cue.head.dep_ == "ccomp" and goes_on(cue, cue.head):
        return cue.head.head
    if cue.dep_ == "conj" and cue.head.dep_ == "advcl" and cue.head.tag_ != cue.tag_:
        above = (verb for verb in cue.ancestors if is_saying(verb) and verb.tag_ == cue.tag_)
        return next((verb for verb in above if child_of(verb, "nsubj") is not None), None)
    return None


def is_somebodys(verb: Token) -> bool:
    """Whether a verb has a subject of its own that can speak."""
    subject = child_of(verb, "nsubj")
    return subject is not None and can_speak(subject)


def is_in_passing(verb: Token) -> bool:
    """Whether a verb says when something else was said: "They rejected the plan before she [announced] it, maintaining that …"."""
    return verb.dep_ == "advcl" and any(mark.lower_ in WHEN for mark in verb.lefts)


def goes_on(cue: Token, clause: Token) -> bool:
    """Whether `cue`, joined to a clause, has the tense of the verb that governs the clause, not the clause's."""
    outer = clause.head
    if not is_saying(outer) or clause.i < outer.i or cue.tag_ != outer.tag_ or not is_cue(cue):
        return False
    subject = child_of(clause, "nsubj")
    is_again = cue.lemma_ == outer.lemma_  # "said the board slept and said that …"
    return clause.tag_ != cue.tag_ or is_again or (subject is not None and not can_speak(subject))


def is_main(verb: Token) -> bool:
    """Whether a verb is that of its sentence, or of a credit within it ("…, Example said")."""
    return verb.dep_ == "ROOT" or is_saying(verb)


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
    meant = antecedent_of(source)
    if cue.lemma_.lower() in FINDING_ONLY:
        return meant.lemma_.lower() in WRITTEN
    is_own = source.head.i == cue.i or quoted_as(cue) is not None
    is_thing = meant.i != source.i and cue.lemma_.lower() == "post"  # "a story that posted this week"
    return (is_own and not is_thing and cue.lemma_.lower() not in FINDING) or can_speak(meant)


def antecedent_of(word: Token) -> Token:
    """The noun that "which" or "that" tells of, at the head of a relative clause; another word itself."""
    clause = word.head
    is_relative = word.lower_ in ("which", "that") and word.tag_ in ("WDT", "WP") and clause.dep_ == "relcl"
    return clause.head if is_relative else word


def is_saying(token: Token) -> bool:
    return token.pos_ in VERBS and token.lemma_.lower() in SAYING


def is_cue(token: Token) -> bool:
    return is_saying(token) or (token.pos_ in VERBS and token.lemma_.lower() in FRAMES)
