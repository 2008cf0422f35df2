"""Who is credited by a verb of saying: its subject, or whoever speaks where the parse has something else as the subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.cues import SAID_THINGS, UTTERS, WRITTEN
from summarizer.attribution.datelines import dateline_end
from summarizer.attribution.factual import can_speak, is_saying, outer_saying, quoted_as
from summarizer.attribution.phrases import child_of, subject_of
from summarizer.attribution.words import words

if TYPE_CHECKING:
    from summarizer.parse.words import Token

# Done to whoever answers.
PUT = words("ask press question quiz challenge")
# How somebody comes by a text that is another's.
COMES_BY = words("obtain receive get see review find leak cite quote")
RECORDINGS = words("footage video audio recording clip tape")
# What somebody does or is about, beside what they say, and itself says nothing.
MEANT = words("comment remark word move decision visit trip announcement")


def source_of(cue: Token) -> Token | None:
    """Who is credited by the verb `cue`: its subject, or that of the saying verb it goes on with."""
    quoted = quoted_as(cue)
    if quoted is not None and not is_told_ahead(cue):
        return child_of(quoted, "nsubjpass")
    if is_done_to_somebody(cue):
        return agent_of(cue)
    if is_recorded(cue):
        return cue.nbor(-1)
    return source_of_noun(cue) if cue.dep_ == "acl" else source_of_verb(cue)


def source_of_noun(cue: Token) -> Token | None:
    """Whose a participle behind a noun is: a text's own, or of who gave that out."""
    if is_issued(cue.head):
        return source_of(cue.head.head)
    if cue.head.dep_ == "pobj" and cue.head.lemma_.lower() not in WRITTEN:
        return None  # "spread on social media suggesting …": the parse hangs the participle too low to trust
    return source_of_verb(cue)


def source_of_verb(cue: Token) -> Token | None:
    outer = outer_saying(cue)
    return speaking(subject_of(outer) if outer is not None else subject_of(cue), cue)


def is_done_to_somebody(cue: Token) -> bool:
    """Whether a verb tells of whom something was said or asked, so that only who stands behind "by" has said it."""
    if is_put_to(cue) or is_told_ahead(cue) or is_passive(cue):
        return True
    return cue.tag_ == "VBN" and cue.dep_ in ("advcl", "acl", "relcl") and child_of(cue, "aux") is None


def is_passive(cue: Token) -> bool:
    return child_of(cue, "auxpass") is not None or child_of(cue, "nsubjpass") is not None


def speaking(subject: Token | None, cue: Token) -> Token | None:
    """Who speaks where the parse has a dateline, or for a participle a thing, as the subject of a verb."""
    if subject is None:
        return None
    if subject.i < dateline_end(subject):
        return next((one for one in subject.head.lefts if one.dep_ == "nsubj" and one.i > subject.i), None)
    if cue.tag_ != "VBG" or cue.dep_ != "advcl" or subject.head.i == cue.i:
        return subject
    return text_at_hand(cue.head) or nearer_speaker(subject, cue) or subject


def text_at_hand(verb: Token) -> Token | None:
    """The text that somebody came by, whose words a participle tells: "The paper obtained [a letter] asking him to go"."""
    text = child_of(verb, "dobj")
    is_text = text is not None and text.lemma_.lower() in WRITTEN
    return text if is_text and verb.lemma_.lower() in COMES_BY else None


def nearer_speaker(subject: Token, cue: Token) -> Token | None:
    """Whose participle it is, of a clause between, where the main subject is something said: "Her words came as [Example] left, saying …"."""
    if subject.lemma_.lower() not in SAID_THINGS | MEANT or is_saying(subject.head):
        return None
    between = subject.doc[subject.i + 1 : cue.i]
    others = [
        one for one in between if one.dep_ == "nsubj" and one.head.i < cue.i and one.head.dep_ == "advcl"
    ]
    return next((one for one in reversed(others) if can_speak(one)), None)


def is_put_to(cue: Token) -> bool:
    """Whether whoever speaks behind it was asked, though the tag is of the past: "Example, asked if she would go, said …"."""
    if (
        cue.lemma_.lower() not in PUT
        or cue.tag_ not in ("VBD", "VBN")
        or not cue.i
        or cue.nbor(-1).text != ","
    ):
        return False
    behind = cue.doc[cue.i + 1 : cue.sent.end]
    return any(
        is_saying(verb)
        and verb.tag_ in ("VBD", "VBZ")
        and verb.nbor(-1).text == ","
        and not has_subject(verb)
        for verb in behind
    )


def is_recorded(cue: Token) -> bool:
    """Whether a participle is of whom a recording shows: "footage of Ann [Example] asking, “…”"."""
    name = cue.nbor(-1) if cue.i else cue
    is_of = name.pos_ == "PROPN" and name.dep_ == "pobj" and name.head.lower_ == "of"
    return cue.tag_ == "VBG" and is_of and name.head.head.lemma_.lower() in RECORDINGS


def has_subject(verb: Token) -> bool:
    return child_of(verb, "nsubj") is not None or child_of(verb, "nsubjpass") is not None


def is_told_ahead(cue: Token) -> bool:
    """Whether whoever speaks next was told it, though the tag is of the past: "Told that Example had left, she said …"."""
    is_ahead = cue.dep_ == "advcl" and cue.i < cue.head.i and bool(cue.is_sent_start)
    return is_ahead and cue.tag_ == "VBD" and child_of(cue, "nsubj") is None


def is_issued(noun: Token) -> bool:
    """Whether somebody gave a text out: "the board issued a statement warning that …" is the board's warning."""
    is_text = noun.dep_ == "dobj" and noun.lemma_.lower() in WRITTEN
    return is_text and noun.head.lemma_.lower() in UTTERS


def agent_of(cue: Token) -> Token | None:
    by = child_of(cue, "agent")
    return child_of(by, "pobj") if by is not None else None
