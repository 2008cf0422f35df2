"""The stretch of the page from a finite cue in its own place to the end of its clause: "said the bridge was safe"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.attribution.clause import RELATIVE, closed_end, hanging_end, verb_of
from summarizer.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.reading import Reading
    from summarizer.attribution.surroundings import Sentences
    from summarizer.model import Statement
    from summarizer.parse.words import Token

# Between cue and content stands whom it was told to, where and when; what is longer is another thought.
LONGEST_GAP = 120
SENTENCE_BREAK = re.compile(r"[.!?]['’”\"]*\s|\n")
LEAST_LEFT = 3  # words of a stretch before "and" and a verb
TURNS_ON = re.compile(r",? but (?P<turn>\w+)")
FEWEST_WORDS_OF_TURN, MOST_WORDS_OF_TURN = 4, 20
OPENING = "“\"‘'«„"


def from_cue(reading: Reading, statement: Statement, sentences: Sentences) -> Span | None:
    """From the finite cue in its own place to the end of its clause; None where cue, source and content stand otherwise."""
    cue, source, content = statement.cue, statement.source, sorted(statement.content)
    if cue is None or not leads_on(reading.text, cue.span, content):
        return None
    verb = verb_of(reading, cue.span)
    if verb is None or (source and not speaks(verb.subject, source.span)):
        return None
    open_stretch = Span(verb.start, content[-1].end)
    limit = hanging_end(reading.token_at(cue.span.end - 1)) or sentences.around([open_stretch]).end
    end = closed_end(reading, open_stretch, limit) if limit > verb.start else None
    if end is None or (source and source.span.overlaps(Span(verb.start, end))):
        return None
    return without_next_cue(reading, with_turn(reading, Span(verb.start, end), sentences))


def with_turn(reading: Reading, span: Span, sentences: Sentences) -> Span:
    """The stretch with what the same subject goes on to turn round or to limit: "said she was careless [but did not accuse her]"."""
    end = sentences.around([span]).end
    rest = reading.text[span.end : end].rstrip(" .")
    turn = TURNS_ON.match(rest)
    if (
        turn is None
        or not FEWEST_WORDS_OF_TURN <= len(rest.split()) <= MOST_WORDS_OF_TURN
        or reading.quotations_in(Span(span.end, end))
    ):
        return span
    verb = reading.token_at(span.end + turn.end("turn") - 1)
    is_shared = verb.pos_ in ("VERB", "AUX", "ADV", "PART") or verb.lower_ == "not"
    return Span(span.start, span.end + len(rest)) if is_shared else span


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
