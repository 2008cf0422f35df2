"""Whose words they are where rules and tagger name two: the source that belongs to the cue."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.attribution.credited import source_of
from summarizer.attribution.cues import SAYING
from summarizer.attribution.factual import antecedent_of, can_speak, is_cue, is_in_passing, quoted_as
from summarizer.attribution.phrases import mention
from summarizer.attribution.reading import head_in

if TYPE_CHECKING:
    from summarizer.attribution.learned import Learned
    from summarizer.attribution.reading import Candidate, Reading
    from summarizer.model import Span

# From this link on, a source of the tagger that stands nearer to the cue replaces a rule's: the parse has taken
# a dateline, a heading or an object before the subject for the subject.
SURE_LINK = 0.8
ACCORDING = ("according to ", "according to the ")


def by_subject(reading: Reading, found: Candidate) -> Candidate:
    """A find of the tagger, credited to the subject of its cue, if that is none of what is said, where the tagger has a word beside it."""
    verbs = [token for token in reading.tokens(found.cue) if is_cue(token)] if found.cue else []
    subject = source_of(verbs[-1]) if verbs else None
    if subject is None or found.source is None or found.cue is None:
        return found
    ours = mention(subject)
    theirs = head_in(reading, found.source)
    if theirs.dep_ == "nsubj" and theirs.i < verbs[-1].i and is_cue(theirs.head):
        return found  # of whom another verb of saying tells
    if any(ours.overlaps(span) for span in (found.source, *found.content)) or not is_beside_subject(
        reading, ours, found.cue, found.source
    ):
        return found
    return replace(found, source=ours)


def nearer_source(reading: Reading, ruled: Candidate, learned: Learned) -> Span | None:
    """The rule's source, unless the tagger surely has one that stands nearer to the same cue."""
    ours, theirs = ruled.source, learned.candidate.source
    if ours is None or theirs is None or learned.source_link < SURE_LINK:
        return ours
    if ours.overlaps(theirs):
        is_cut = theirs.holds(ours) and reading.text[ours.end : ours.end + 1] == "-"
        return theirs if is_cut else ours  # "the 43-year" of "the 43-year-old"
    cue = learned.candidate.cue
    if ruled.cue is None or cue is None or not ruled.cue.overlaps(cue):
        return ours
    if quoted_as(reading.token_at(ruled.cue.start)) is not None:
        return ours  # theirs is who passes it on
    return theirs if is_nearer(reading, theirs, ours, cue, ruled.cue) else ours


def is_nearer(reading: Reading, theirs: Span, ours: Span, cue: Span, ruled: Span) -> bool:
    """Whether the tagger's source belongs to its `cue` rather than the rule's to its own, `ruled`."""
    # set into somebody's sentence: "the mayor, who had received a gift, according to records, said"
    is_aside = reading.text[: theirs.start].endswith(ACCORDING)
    head, other = head_in(reading, ours), head_in(reading, theirs)
    is_passing = other.dep_ == "nsubj" and is_in_passing(other.head) and head.head == other.head.head
    if is_aside or is_passing or is_beside_subject(reading, ours, cue, theirs):
        return False
    is_thing = not can_speak(antecedent_of(head)) and can_speak(other)
    is_text = head.dep_ == "dobj"  # "The paper obtained [a letter] asking him to go"
    return (
        (is_thing and theirs.start < cue.start)
        or gap(theirs, cue) < gap(ours, ruled)
        or (not is_text and is_outer_subject(reading, theirs, cue))
        or bool(reading.quotations_in(ours))
    )


def is_outer_subject(reading: Reading, source: Span, cue: Span) -> bool:
    """Whether `source` is the subject of a clause around a participle: "[The mayor] denied that the board was split, saying …"."""
    verb, head = head_in(reading, cue), head_in(reading, source)
    return verb.tag_ == "VBG" and head.dep_ == "nsubj" and head.head in verb.ancestors


def is_beside_subject(reading: Reading, subject: Span, cue: Span, other: Span) -> bool:
    """Whether `other` is no subject though it stands nearer to the cue than one that leads it.

    It is whom the words are for ("the letter warns Mr Example: …"), or a part of what is told of the subject:
    in its relative clause ("the letter, of which the paper has a copy"), in a participle's ("the letter, sent by the union, says")
    or in its predicate ("is a critic of …").
    """
    if subject.end > min(cue.start, other.start) or is_set_in(reading, subject, cue, other):
        return False
    head, verb = head_in(reading, subject), head_in(reading, cue)
    if other.start >= cue.end:
        theirs = head_in(reading, other)
        is_of_other = theirs.dep_ == "nsubj" and theirs.head.i != verb.i and theirs.i > verb.i
        return is_of_other or (head.dep_ == "nsubj" and head.head.i == verb.i)
    path = [head_in(reading, other), *head_in(reading, other).ancestors]
    return any(
        (token.dep_ in ("relcl", "acl") and token.head.i == head.i)
        or (token.dep_ == "attr" and token.head.i == head.head.i)
        for token in path
    )


def is_set_in(reading: Reading, subject: Span, cue: Span, other: Span) -> bool:
    """Whether a credit, its name behind its verb, stands between commas in what is said: "The ban, said [Example], is wrong"."""
    text = reading.text
    is_apart = text[subject.end : cue.start].strip() == "," and text[cue.end : other.start].isspace()
    return (
        is_apart and head_in(reading, cue).lemma_.lower() in SAYING and text[other.end :].lstrip()[:1] == ","
    )


def gap(one: Span, other: Span) -> int:
    """Characters between two spans."""
    return max(one.start - other.end, other.start - one.end, 0)
