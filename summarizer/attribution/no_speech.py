"""What looks like an attribution and says nothing: "spoke about the bridge", "concluded its hearing", "rest assured"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.clause import is_finite, is_whole
from summarizer.attribution.heard import is_heard
from summarizer.attribution.words import words
from summarizer.model import Span
from summarizer.text.lexicon import groups_of
from summarizer.text.names import is_calling

if TYPE_CHECKING:
    from summarizer.attribution.reading import Candidate, Reading
    from summarizer.parse.words import Token

# What somebody talked about is a topic and no statement.
TOPICAL = words("talk speak chat")
# Take a clause when something is said; with a thing as object they mean an act.
ACTS = words("conclude open close begin start finish")
ASKING = words("ask press question quiz")
PRESS = words("reporter journalist interviewer moderator correspondent")
PASSES = words("report publish obtain")
# Words that a tagger takes for a source at the head of an imperative or a phrase: "rest assured", "that said".
NO_SOURCES = words("rest that this here there all")


def is_no_speech(reading: Reading, candidate: Candidate) -> bool:
    """Whether nobody says anything there."""
    cue = candidate.cue
    if cue is None or candidate.verbatim:
        return False
    first = reading.token_at(candidate.content[0].start)
    if reading.token_at(cue.end - 1).lemma_.lower() == "hear" and any(map(is_heard, first.ancestors)):
        return True  # what the court heard somebody say is that person's
    if is_passed_on(reading.token_at(cue.end - 1)) or any(map(is_accused, reading.tokens(cue))):
        return True
    if candidate.source and (
        is_no_source(reading, candidate.source) or is_of_the_press(reading, cue, candidate.source)
    ):
        return True
    if reading.quotations_in(Span(candidate.content[0].start, candidate.content[-1].end)):
        return False
    verb = reading.token_at(cue.end - 1)
    tokens = reading.tokens(cue)
    return (
        is_stance(tokens)
        or is_topic(tokens, reading, candidate)
        or is_act(reading, verb, candidate)
        or any(map(is_deed, tokens))
        or is_reason(tokens, candidate)
        or is_remark_behind(reading, candidate)
        or is_of_a_thing(verb, candidate)
    )


def is_stance(cue: list[Token]) -> bool:
    """Whether a cue says what somebody is: "a critic of the deal", "an advocate of reform"."""
    return any(token.pos_ == "NOUN" and is_calling(token.lemma_.lower()) for token in cue)


def is_passed_on(verb: Token) -> bool:
    """Whether an outlet is named for printing it first: "an e-mail first reported by the Ledger"."""
    is_passive = verb.tag_ == "VBN" and any(child.dep_ == "agent" for child in verb.children)
    return is_passive and verb.lemma_.lower() in PASSES and verb.dep_ in ("acl", "relcl")


def is_accused(verb: Token) -> bool:
    """Whether somebody stands accused, by nobody that is named: "with Example standing accused of fraud"."""
    is_passive = verb.lemma_.lower() == "accuse" and verb.tag_ == "VBN"
    return is_passive and not any(child.dep_ in ("agent", "aux", "nsubj") for child in verb.children)


def is_no_source(reading: Reading, source: Span) -> bool:
    first = reading.token_at(source.start)
    before = reading.words[first.i - 1].lower_ if first.i else ""
    is_alone = source.of(reading.text).lower() in NO_SOURCES
    return is_alone and (first.i == first.sent.start or before in ("and", "but", "so"))


def is_of_the_press(reading: Reading, cue: Span, source: Span) -> bool:
    """Whether somebody was asked by those whose work is asking: "reporters continued to ask him …"."""
    asks = any(token.lemma_.lower() in ASKING for token in reading.tokens(cue))
    return asks and any(token.lemma_.lower() in PRESS for token in reading.tokens(source)[-1:])


def is_topic(cue: list[Token], reading: Reading, candidate: Candidate) -> bool:
    """ "Spoke about the bridge", "speaking about how …"; the preposition stands in the cue, in the content or between."""
    first = reading.token_at(candidate.content[0].start)
    before = [reading.words[first.i - 1].lower_] if first.i > cue[-1].i + 1 else []
    led = [token.lower_ for token in cue] + before + [first.lower_]
    return any(token.lemma_.lower() in TOPICAL for token in cue) and any(
        word in ("about", "of", "on") for word in led
    )


def is_act(reading: Reading, verb: Token, candidate: Candidate) -> bool:
    """ "Concluded its third hearing", "signed a petition to keep the school open"."""
    content = candidate.content[0]
    if content.start < verb.idx or any(child.dep_ in ("ccomp", "mark") for child in verb.children):
        return False
    governs = verb.lemma_.lower() in ACTS
    signed = any(token.lemma_.lower() == "sign" for token in [verb, *verb.ancestors][:3])
    return (governs or signed) and not is_whole(reading, content)


def is_deed(verb: Token) -> bool:
    """ "Conceded a penalty", "pointed to the map", "called off the match", "talked them into signing": no words."""
    deeds = next((things for lemma, *things in groups_of("deeds") if lemma == verb.lemma_.lower()), [])
    if not deeds or any(child.dep_ == "ccomp" for child in verb.children):
        return False
    links = [child for child in verb.children if child.dep_ == "prep"]
    to = [verb, *(link for link in links if link.lower_ in ("to", "for"))]
    objects = (child for head in to for child in head.children if child.dep_ in ("dobj", "pobj"))
    particles = [child.lower_ for child in verb.children if child.dep_ == "prt"]
    with_it = {thing.lemma_.lower() for thing in objects} | {
        link.lower_ for link in links if link.lower_ == "into"
    }
    return not with_it.union(particles).isdisjoint(deeds)


def is_of_a_thing(verb: Token, candidate: Candidate) -> bool:
    """ "The system [she vowed to fix] has collapsed": a thing told apart by what somebody said of it; the sentence is the reporter's."""
    owner = verb.head
    is_relative = verb.dep_ == "relcl" and owner.i < verb.i and owner.pos_ in ("NOUN", "PROPN")
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    is_bare = (
        subject is not None and subject.tag_ not in ("WP", "WDT") and verb.left_edge.i == subject.left_edge.i
    )
    has_clause = any(child.dep_ == "ccomp" for child in verb.children)
    return is_relative and is_bare and not has_clause and candidate.source is not None


def is_reason(cue: list[Token], candidate: Candidate) -> bool:
    """ "Citing the cost of coal as a worry, Lemm said …": why it was said."""
    verb = cue[0]
    return (
        verb.lemma_.lower() == "cite"
        and verb.tag_ == "VBG"
        and verb.i == verb.sent.start
        and candidate.content[0].start > verb.idx
    )


def is_remark_behind(reading: Reading, candidate: Candidate) -> bool:
    """ "X stood at 13%, the paper reported, [down from 19%]": what hangs behind a credit that was put in, without a verb of its own."""
    cue, content = candidate.cue, candidate.content
    if cue is None or len(content) > 1 or content[0].start < cue.end:
        return False
    verb = reading.token_at(cue.end - 1)
    if reading.text[cue.end : content[0].start].strip() != "," or verb.sent.start_char >= cue.start - 1:
        return False
    main = [
        token for token in reading.tokens(content[0]) if token.pos_ in ("VERB", "AUX") and is_finite(token)
    ]
    return not is_whole(reading, content[0]) and all(
        token.dep_ in ("advcl", "relcl", "acl") for token in main
    )
