"""What the learned tagger proposes, as candidates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from summarizer.attribution.credited import is_put_to, is_told_ahead
from summarizer.attribution.credited import source_of as credited_by
from summarizer.attribution.factual import is_cue, is_uttered, quoted_as
from summarizer.attribution.misread import AUXILIARY, is_misread, is_of_later_paragraph
from summarizer.attribution.phrases import VERBS, mention
from summarizer.attribution.pronouns import SUBJECT
from summarizer.attribution.reading import Candidate, Reading, span_of, widened_to_marks
from summarizer.attribution.tagged import Tagged, TaggedContent, TaggedCue
from summarizer.model import Span

if TYPE_CHECKING:
    from summarizer.parse.words import Token

JOINTS = frozenset({"and", "but", "or"})
RELATIVE = frozenset({"that", "which", "who"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
# Characters that the tagger leaves out in the midst of a content.
FEW_WORDS = 60
# "Declined to say that …": nothing was said.
REFUSALS = frozenset({"decline", "refuse"})
# "Had him confirm that …", and how the model tags the bare verb behind them.
MAKING = frozenset({"have", "make", "let"})
BARE = frozenset({"VB", "VBP", "NN", "NNP"})


@dataclass(frozen=True, slots=True)
class Learned:
    """A candidate of the tagger, and how sure it is of each content, of the source, and that it was said."""

    candidate: Candidate
    scores: tuple[float, ...]
    source_link: float
    said: float


def find_learned(reading: Reading, cues: Iterable[TaggedCue]) -> Iterator[Learned]:
    """A candidate for each cue that the tagger has given content, unless it says that nothing was uttered."""
    for cue in cues:
        place = Span(cue.start, cue.end)
        if cue.contents and is_told(reading, place):
            parts = apart(
                (bounded(reading, Span(part.start, part.end)), part.score) for part in whole(reading, cue)
            )
            content, scores = zip(*parts, strict=True)
            source = who_says(reading, cue, place, content)
            if is_misread(reading, place, source, content):
                continue
            candidate = Candidate(content, place, source, "learned")
            yield Learned(candidate, scores, cue.source_link, cue.said)


def who_says(reading: Reading, cue: TaggedCue, place: Span, content: Sequence[Span]) -> Span | None:
    """The tagger's source of a cue; the subject of its verb where that is torn, or stands where it cannot be."""
    source = source_of(cue)
    source = without_stub(reading, source) if source else None
    source = made_to_say(reading, place, source) or source
    if source is not None and is_misplaced(reading, place, source, content):
        return subject_in(reading, place, content) or source
    if source is not None and is_clause(reading, source):
        return subject_in(reading, place, content)
    return source


def cues_of(tagged: Tagged) -> tuple[TaggedCue, ...]:
    """The cues that have characters, with those of their parts that have."""
    return tuple(in_characters(cue) for cue in tagged.cues if cue.start < cue.end)


def in_characters(cue: TaggedCue) -> TaggedCue:
    """The cue with those parts that have characters: the tagger also labels the ends of lines, which have none."""
    contents = tuple(part for part in cue.contents if part.start < part.end)
    source = cue.source if cue.source and cue.source.start < cue.source.end else None
    return replace(cue, contents=contents, source=source)


def apart(parts: Iterable[tuple[Span, float]]) -> list[tuple[Span, float]]:
    """Contents with their scores, those made one that touch once they are widened to their marks."""
    found: list[tuple[Span, float]] = []
    for span, score in sorted(parts):
        last, least = found[-1] if found else (None, score)
        if last is not None and span.start <= last.end:
            found[-1] = Span(last.start, max(last.end, span.end)), min(least, score)
        else:
            found.append((span, score))
    return found


def whole(reading: Reading, cue: TaggedCue) -> Iterator[TaggedContent]:
    """The contents of a cue; a subject is not torn from its verb.

    The tagger leaves out a verb that is a cue of speech itself: "The operator [had been told by its crew] about a
    leak, two people said". Without it the sentence says nothing, or something else.
    """
    last, *others = cue.contents
    for part in others:
        if is_verb_left_out(reading, cue, last, part):
            last = TaggedContent(last.start, part.end, min(last.score, part.score), min(last.link, part.link))
        else:
            yield last
            last = part
    yield last


def is_verb_left_out(reading: Reading, cue: TaggedCue, one: TaggedContent, other: TaggedContent) -> bool:
    """Whether a few words between two parts, none of the cue or source, hold the verb of a subject in the first."""
    if not one.end < other.start <= one.end + FEW_WORDS or reading.quotations_in(Span(one.start, other.end)):
        return False
    gap = Span(one.end, other.start)
    interrupts = [Span(cue.start, cue.end), *([source] if (source := source_of(cue)) else [])]
    if any(gap.overlaps(each) for each in interrupts):
        return False
    verbs = {token.i for token in reading.tokens(gap) if token.pos_ in VERBS}
    return any(
        token.dep_ in SUBJECT and token.head.i in verbs for token in reading.tokens(Span(one.start, one.end))
    )


def bounded(reading: Reading, span: Span) -> Span:
    """A content with the marks that belong to it, without the "and" that leads on to another cue."""
    tokens = reading.tokens(span)
    while len(tokens) > 1 and (tokens[-1].lower_ in JOINTS or tokens[-1].text == ","):
        tokens.pop()
    return widened_to_marks(reading, Span(span.start, span_of(tokens[-1]).end if tokens else span.end))


def is_told(reading: Reading, cue: Span) -> bool:
    """Whether the verbs of a cue tell of words that were said: not "did not say", "declined to say"."""
    verbs = (token for token in reading.tokens(cue) if token.pos_ in VERBS and token.dep_ not in AUXILIARY)
    return all(
        is_uttered(verb)
        and verb.lemma_.lower() not in REFUSALS
        and not is_asked(verb)
        and not is_passing_on(verb)
        and not is_done_to(verb)
        for verb in verbs
    )


def is_done_to(verb: Token) -> bool:
    """Whether a verb in the passive, none of saying, tells what became of something: "the clauses were added to the law by …"."""
    is_passive = any(child.dep_ == "auxpass" for child in verb.children)
    return is_passive and not is_cue(verb)


def is_passing_on(verb: Token) -> bool:
    """Whether a verb only passes words on: "the ministry was quoted by an agency as saying" is the ministry's saying."""
    links = (child for child in verb.children if child.dep_ == "prep" and child.lower_ == "as")
    return any(quoted_as(word) == verb for link in links for word in link.children)


def made_to_say(reading: Reading, cue: Span, source: Span | None) -> Span | None:
    """Who says it where the source makes somebody say it: "the lawyer had [Example] confirm … and acknowledge that …"."""
    said = reading.token_at(cue.end - 1)
    if source is None or source.end > said.idx or said.text != said.lemma_ or said.tag_ not in BARE:
        return None
    between = reading.words[reading.token_at(source.end - 1).i + 1 : said.i]
    at = next((number for number, word in enumerate(between) if word.lemma_.lower() in MAKING), None)
    name = list(takewhile(lambda word: word.pos_ == "PROPN", between[at + 1 :])) if at is not None else []
    follows = len(between) if at is None else at + 1 + len(name)
    is_bare = follows >= len(between) or between[follows].text == between[follows].lemma_
    return Span(name[0].idx, name[-1].idx + len(name[-1])) if name and is_bare else None


def is_misplaced(reading: Reading, cue: Span, source: Span, content: Sequence[Span]) -> bool:
    """Whether a source stands in another paragraph, or in what it is to have said: "CNN announced that [she] would leave"."""
    is_inside = any(part.holds(source) and not part.holds(cue) for part in content)
    is_earlier = "\n" in reading.text[source.end : cue.start]
    return is_inside or is_earlier or is_of_later_paragraph(reading, cue, source, content)


def is_clause(reading: Reading, source: Span) -> bool:
    """Whether a source is torn out of a clause: "[thousands gathered in the town as the firms]", "[the vote enraged liberals]"."""
    tokens = reading.tokens(source)
    return any(
        token.tag_ in FINITE and token.pos_ == "VERB" and is_torn_clause(token, tokens) for token in tokens
    )


def is_torn_clause(verb: Token, tokens: Sequence[Token]) -> bool:
    """Whether a verb has its subject among the words, and behind it its object or the beginning of another clause."""
    inside = [child for child in verb.children if child in tokens]
    subject = any(
        child.dep_ in SUBJECT and child.i < verb.i and child.lower_ not in RELATIVE for child in inside
    )
    behind = [token for token in tokens if token.i > verb.i]
    return subject and any(
        token.dep_ == "mark" or (token.dep_ == "dobj" and token in inside) for token in behind
    )


def subject_in(reading: Reading, cue: Span, content: Sequence[Span]) -> Span | None:
    """The subject that the parse gives to the verb of a cue, if that is none of what is said."""
    verbs = [token for token in reading.tokens(cue) if token.pos_ in VERBS]
    subject = credited_by(verbs[-1]) if verbs else None
    if subject is None and verbs and verbs[-1].dep_ == "acl" and verbs[-1].head.dep_ == "ROOT":
        subject = verbs[-1].head  # "CNN, which has employed her, announced that …": taken for a participle
    found = mention(subject) if subject is not None else None
    return None if found is None or any(part.overlaps(found) for part in content) else found


def is_asked(verb: Token) -> bool:
    """ "Asked whether she would resign, the mayor said …": a participle whose subject did not speak."""
    if (verb.lower_ == "asked" and verb.is_sent_start) or is_told_ahead(verb) or is_put_to(verb):
        return True
    return verb.tag_ == "VBN" and verb.dep_ == "advcl" and credited_by(verb) is None


def source_of(cue: TaggedCue) -> Span | None:
    return Span(cue.source.start, cue.source.end) if cue.source else None


def without_stub(reading: Reading, source: Span) -> Span:
    """A source without the first word of what the tagger has cut off: "critics [of]", "a poll [released]", "a group [that]"."""
    tokens = reading.tokens(source)
    while len(tokens) > 1 and is_stub(tokens[-1], source):
        tokens.pop()
    return Span(source.start, span_of(tokens[-1]).end) if tokens else source


def is_stub(last: Token, source: Span) -> bool:
    if last.lower_ in RELATIVE:
        return True
    is_open = last.dep_ in ("prep", "acl") and last.right_edge.idx >= source.end
    return is_open and last.head.i < last.i
