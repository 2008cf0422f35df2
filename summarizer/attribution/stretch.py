"""The stretch of the page from a finite cue in its own place to the end of its clause: "said the bridge was safe"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.attribution.clause import RELATIVE, SUBJECTS, closed_end, hanging_end, is_finite, verb_of
from summarizer.attribution.phrases import VERBS
from summarizer.attribution.rest import with_rest
from summarizer.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.reading import Reading
    from summarizer.attribution.surroundings import Sentences
    from summarizer.model import Source, Statement
    from summarizer.parse.words import Token

# Between cue and content stands whom it was told to, where and when; what is longer is another thought.
LONGEST_GAP = 120
SENTENCE_BREAK = re.compile(r"[.!?]['’”\"]*\s|\n")
LEAST_LEFT = 3  # words of a stretch before "and" and a verb
OPENING = "“\"‘'«„"
BEFORE_VERB = frozenset(("aux", "auxpass", "neg", "advmod"))
PAST = frozenset(("VBD", "VBN", "VBZ", "VBP"))
CONTRACTED = "'’"  # opens a verb that is tied to its subject: "She's suggesting"
ASIDE = re.compile(r"\s*(?:,\s.*,[”\"]?|(?:--|[–—])\s.*(?:--|[–—]))?\s*(?:\w+ly\s)?")


def from_cue(reading: Reading, statement: Statement, sentences: Sentences) -> Span | None:
    """From the finite cue in its own place to the end of its clause; None where cue, source and content stand otherwise."""
    cue, source, content = statement.cue, statement.source, sorted(statement.content)
    if cue is None or not leads_on(reading.text, cue.span, content):
        return None
    verb = verb_of(reading, cue.span)
    if verb is None or (source and not speaks(verb.subject, source.span)):
        return None
    if reading.text[verb.start] in CONTRACTED or lacks_subject(reading, source, cue.span, content[0]):
        return None
    open_stretch = Span(verb.start, content[-1].end)
    limit = hanging_end(reading.token_at(cue.span.end - 1)) or sentences.around([open_stretch]).end
    end = closed_end(reading, open_stretch, limit) if limit > verb.start else None
    if end is None or (source and source.span.overlaps(Span(verb.start, end))):
        return None
    stretch = without_next_cue(reading, Span(verb.start, end))
    return with_rest(reading, stretch, statement, sentences)


def without_next_cue(reading: Reading, span: Span) -> Span:
    """The stretch without a verb at its end whose own clause is left out: says it is secret [and reports] that …"""
    tokens = reading.tokens(span)
    behind = reading.words[min(tokens[-1].i + 1, len(reading.words) - 1)]
    if tokens[-1].lower_ == "that":
        behind = tokens.pop()
    if len(tokens) <= LEAST_LEFT or tokens[-2].lower_ not in ("and", "but") or behind.lower_ != "that":
        return span
    last = tokens[-LEAST_LEFT]
    return Span(span.start, last.idx + len(last))


def leads_on(text: str, cue: Span, content: Sequence[Span]) -> bool:
    """Whether the cue runs on into the content: near it, in one sentence, and not put in between commas."""
    gap = text[cue.end : content[0].start] if content[0].start >= cue.end else None
    if gap is None or len(gap) > LONGEST_GAP or gap.strip() == ", that":
        return False  # because of the impact, Ann said, that he has had
    if gap.rstrip().endswith(",") and is_fragment(content[0].of(text)):
        return False  # each year, officials said, it uses …
    return not any(SENTENCE_BREAK.search(text[one.end : two.start]) for one, two in pairwise((cue, *content)))


def lacks_subject(reading: Reading, source: Source | None, cue: Span, content: Span) -> bool:
    """Whether the subject of what is said stands before who says it: its police, whom [residents say make threats]."""
    first = reading.token_at(content.start)
    if source is None or first.pos_ not in VERBS or reading.token_at(cue.end - 1).i + 1 != first.i:
        return False
    at = reading.index_at(source.span.start)
    return at > 0 and reading.words[at - 1].lower_ in RELATIVE


def is_fragment(said: str) -> bool:
    """Whether what stands behind a comma has its beginning before the cue: no "that", no quotation that begins a sentence."""
    if said[0] not in OPENING:
        return not said.startswith("that ")
    return said.lstrip(OPENING)[:1].islower()


def speaks(subject: Token | None, source: Span) -> bool:
    """Whether the verb's subject is the source, stands for it, or is left out as in a second verb of one subject."""
    if subject is None or subject.lower_ in RELATIVE:
        return True
    reach = subject.doc[subject.left_edge.i : subject.right_edge.i + 1]
    return reach.start_char < source.end and source.start < reach.end_char


def behind_source(reading: Reading, statement: Statement, sentence: Span) -> Span | None:
    """What a sentence says of the source with which it begins: Ann Bell[, the mayor,] [later withdrew it, calling it “rash”]."""
    return behind_subject(reading, statement, sentence) or behind_aside(reading, statement, sentence)


def behind_subject(reading: Reading, statement: Statement, sentence: Span) -> Span | None:
    """What follows on the subject of the sentence where that is the source."""
    tokens = [token for token in reading.tokens(sentence) if not token.is_space]
    source = statement.source
    if source is None or not tokens or tokens[0].sent != tokens[-1].sent:
        return None
    verb = tokens[0].sent.root
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if subject is None or subject.left_edge != tokens[0] or not is_finite(verb):
        return None
    is_source = source.span.start < subject.idx + len(subject) and subject.idx < source.span.end
    first = first_of(verb, subject)
    if first.text[0] in CONTRACTED:
        return None
    between = tokens[0].doc[subject.right_edge.i + 1 : first.i]
    if (
        is_source
        and len(between)
        and all(verb in token.ancestors for token in between)
        and not between[0].is_punct
    ):
        return Span(between[0].idx, sentence.end)  # on Tuesday released a paper
    is_put_in = not len(between) or (between[0].is_punct and between[-1].is_punct)
    return Span(first.idx, sentence.end) if is_source and is_put_in else None


def first_of(verb: Token, subject: Token) -> Token:
    """The first word of a verb's group behind its subject."""
    group = [verb, *(child for child in verb.children if child.dep_ in BEFORE_VERB)]
    return min((token for token in group if token.i > subject.i), key=lambda token: token.i)


def behind_aside(reading: Reading, statement: Statement, sentence: Span) -> Span | None:
    """From the cue behind a source and an aside, however the parse ties them: The mayor, who had left, [called on them to wait]."""
    source, cue = statement.source, statement.cue
    if source is None or cue is None or cue.span.start < source.span.end:
        return None
    is_first = not re.search(r"\w{4}", reading.text[sentence.start : source.span.start])
    is_beside = ASIDE.fullmatch(reading.text[source.span.end : cue.span.start]) is not None
    verb = reading.token_at(cue.span.start)
    is_verb = verb.tag_ in PAST and verb.text.islower()
    return Span(cue.span.start, sentence.end) if is_first and is_beside and is_verb else None
