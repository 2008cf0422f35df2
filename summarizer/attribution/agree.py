"""Rules and tagger brought together.

Where both find the same words, they are right 96 times in 100 (on PolNeAR's dev articles); the rules then
name the source, whose words the parse bounds better, and the tagger the content, save for quotations,
which marks bound best. What the tagger alone finds must be surer; what the rules alone find must be a
quotation or stand where the tagger sees nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from summarizer.attribution.factual import is_cue
from summarizer.attribution.join import is_within, stretches
from summarizer.attribution.learned import Learned, cues_of, find_learned
from summarizer.attribution.nearer import by_subject, nearer_source
from summarizer.attribution.phrases import TRAILING, VERBS
from summarizer.attribution.reading import Candidate, Reading
from summarizer.attribution.secondhand import is_second_hand
from summarizer.attribution.tagged import Tagged, TaggedCue
from summarizer.model import Span

if TYPE_CHECKING:
    pass

# The least mean probability of content that no rule confirms. On PolNeAR's dev articles, speech: 0.77 gives F1 88.4 at precision 93.9,
# 0.78 gives 88.4 at 94.1, 0.80 gives 88.3 at 94.1. Chosen on half of the articles (87.9 at 93.8 there, 88.7 at 94.4 on the other half).
LEAST_SCORE = 0.78
# The least share of speech in its cue, against thought and plan, of what no rule confirms.
LEAST_SAID = 0.3
# With what is to be done, and below this share of speech, these verbs tell of an act: of 5 in PolNeAR's dev articles and the graded texts all did.
ACTS, LEAST_SAID_OF_ACTS = frozenset({"agree"}), 0.05
# From this share of common characters two contents are the same words.
SAME_WORDS = 0.5
# Characters before a quotation from which it is the end of a longer content.
LEAD = 8
# Characters that the tagger leaves out between two fragments of what a rule has as one.
FEW_WORDS = 60
# Finders that need no second opinion: marks, layout, and credits the tagger was never shown.
TRUSTED = frozenset(
    "quoted block post turn reported noun hearsay count declined heard list alone".split()
) | {"passed on"}

Near = dict[int, list[Learned]]


def confirm(reading: Reading, ruled: Sequence[Candidate], tagged: Tagged) -> Iterator[Candidate]:
    """The candidates of rules and tagger as one list, the surest first; some of them overlap."""
    cues = cues_of(tagged)
    learned = tuple(find_learned(reading, cues))
    near = by_stretch(learned)
    yield from (trusted(reading, one, near) for one in ruled if one.finder in TRUSTED)
    matched = [(one, match(reading, one, near)) for one in ruled if one.finder not in TRUSTED]
    matched = [(one, other) for one, other in matched if other is None or not is_act(reading, one, other[0])]
    yield from passed_on([one for one, _ in matched if one.finder == "clause"], reading, near)
    yield from (agreed(reading, one, other) for one, other in matched if other)
    yield from (one for one, other in matched if other)
    sure = [part for other in learned if (part := sure_part(other))]
    yield from (
        by_subject(reading, part)
        for part in sure
        if not is_remnant(reading, part, ruled) and not is_around(reading, part, ruled)
    )
    yield from (one for one, other in matched if other is None and is_credited(one, cues, near))


def is_act(reading: Reading, ruled: Candidate, learned: Learned) -> bool:
    """Whether a verb that is one of saying now and then tells what was done, as the tagger sees it: "agreed to lend the mill a million"."""
    verb = reading.token_at(ruled.cue.end - 1) if ruled.cue and ruled.finder == "frame" else None
    return verb is not None and verb.lemma_.lower() in ACTS and learned.said < LEAST_SAID_OF_ACTS


def sure_part(other: Learned) -> Candidate | None:
    """What of a find of the tagger stands without a rule's: sure, said rather than thought, by somebody."""
    parts = zip(other.candidate.content, other.scores, strict=True)
    content = tuple(span for span, score in parts if score >= LEAST_SCORE)
    if not content or other.said < LEAST_SAID or other.candidate.source is None:
        return None
    return replace(other.candidate, content=content)


def is_remnant(reading: Reading, found: Candidate, ruled: Iterable[Candidate]) -> bool:
    """Whether a rule has other words for the cue, and these hold no verb: "X has won, the paper reported, [down from 3]"."""
    if found.cue is None or reading.quotations_in(Span(found.content[0].start, found.content[-1].end)):
        return False
    if any(token.pos_ in VERBS for span in found.content for token in reading.tokens(span)):
        return False
    others = [one for one in ruled if one.cue == found.cue]
    return any(not characters(one.content) & characters(found.content) for one in others)


def is_around(reading: Reading, found: Candidate, ruled: Iterable[Candidate]) -> bool:
    """Whether a find without a word of saying is only around what marks give to somebody: "uses footage of [Ann Example asking, “…”]"."""
    cue = reading.tokens(found.cue) if found.cue else []
    if not any(token.pos_ in VERBS for token in cue) or any(map(is_cue, cue)):
        return False
    return any(one.finder == "quoted" and is_within(one, found) for one in ruled)


def by_stretch(learned: Iterable[Learned]) -> Near:
    found: Near = {}
    for other in learned:
        for stretch in stretches(other.candidate.content):
            found.setdefault(stretch, []).append(other)
    return found


def neighbours(ruled: Candidate, near: Near) -> list[Learned]:
    """What the tagger has found about where the content of a rule stands."""
    return list({id(other): other for at in stretches(ruled.content) for other in near.get(at, ())}.values())


def match(reading: Reading, ruled: Candidate, near: Near) -> tuple[Learned, tuple[Span, ...]] | None:
    """What the tagger has found for the same words on the same level, and the part of it that comes nearest.

    Only as far as the sentences of the rule's content go: reported speech ends with its sentence.
    """
    first, last = limits(reading, ruled)
    parts = [
        (other, part)
        for other in neighbours(ruled, near)
        if is_level(ruled, other.candidate) and (kept := clipped(other.candidate.content, first, last))
        for part in (kept, *((span,) for span in kept))
    ]
    best = max(parts, key=lambda pair: likeness(ruled.content, pair[1]), default=None)
    return best if best and likeness(ruled.content, best[1]) >= SAME_WORDS else None


def limits(reading: Reading, ruled: Candidate) -> tuple[int, int]:
    """Where the sentences of a candidate's content begin and end, and the quotations in them."""
    begin, end = ruled.content[0].start, ruled.content[-1].end
    if ruled.finder not in TRUSTED:
        first, last = reading.token_at(begin).sent, reading.token_at(end - 1).sent
        begin, end = min(first.start_char, begin), max(last.end_char, end)
    quotations = [quotation.span for quotation in reading.quotations_in(Span(begin, end))]
    begin, end = min([begin, *(q.start for q in quotations)]), max([end, *(q.end for q in quotations)])
    return begin, begin + len(reading.text[begin:end].rstrip(TRAILING))


def clipped(content: Iterable[Span], first: int, last: int) -> tuple[Span, ...]:
    """What of the content lies between `first` and `last`."""
    cut = ((max(span.start, first), min(span.end, last)) for span in content)
    return tuple(Span(start, end) for start, end in cut if start < end)


def is_level(one: Candidate, other: Candidate) -> bool:
    """Whether neither cue stands in the other's content: of "she says it shows that …", two have a level each."""
    return not (is_in(one.cue, other.content) or is_in(other.cue, one.content))


def is_in(cue: Span | None, content: Iterable[Span]) -> bool:
    return cue is not None and any(span.holds(cue) for span in content)


def agreed(reading: Reading, ruled: Candidate, found: tuple[Learned, tuple[Span, ...]]) -> Candidate:
    """The candidate of a rule with the tagger's content."""
    other, content = found
    source = nearer_source(reading, ruled, other)
    return replace(ruled, content=bridge(content, ruled.content), source=source)


def bridge(content: tuple[Span, ...], whole: tuple[Span, ...]) -> tuple[Span, ...]:
    """Fragments with a few words between them, joined where the rule has them as one."""
    joined: list[Span] = []
    for span in content:
        last = joined[-1] if joined else None
        if (
            last
            and span.start - last.end <= FEW_WORDS
            and any(w.holds(Span(last.end, span.start)) for w in whole)
        ):
            joined[-1] = Span(last.start, span.end)
        else:
            joined.append(span)
    return tuple(joined)


def trusted(reading: Reading, ruled: Candidate, near: Near) -> Candidate:
    """A candidate that needs no second opinion, with the tagger's source where that stands nearer."""
    whole = clause_around(reading, ruled, near)
    if whole is not None:
        return whole
    found = match(reading, ruled, near)
    return replace(ruled, source=nearer_source(reading, ruled, found[0])) if found else ruled


def clause_around(reading: Reading, ruled: Candidate, near: Near) -> Candidate | None:
    """The longer words that end in a quotation: asked the crowd to welcome “my new best friend.”"""
    if ruled.finder != "quoted" or len(ruled.content) > 1:
        return None
    quotation = ruled.content[0]
    for other in neighbours(ruled, near):
        sure = sure_part(other)
        whole = sure.content[0] if sure and len(sure.content) == 1 else None
        if sure and whole and whole.start + LEAD < quotation.start and whole.holds(quotation):
            if is_reporters(reading, Span(whole.start, quotation.start), ruled.cue):
                return None
            if is_in(ruled.cue, sure.content) and passes_on(reading, sure):
                return None
            return replace(sure, finder="clause")
    return None


def passes_on(reading: Reading, found: Candidate) -> bool:
    """Whether a find of the tagger only passes on what somebody says: an outlet's report, footage of Ann Example asking, “…”."""
    cue = reading.tokens(found.cue) if found.cue else []
    return is_second_hand(reading, found) or not any(map(is_cue, cue))


def is_reporters(reading: Reading, lead: Span, cue: Span | None) -> bool:
    """Whether a clause with a comma or colon leads to a quotation that is credited behind it: When asked, “…,” she said."""
    return cue is not None and cue.start > lead.end and lead.of(reading.text).rstrip().endswith((",", ":"))


def passed_on(clauses: Iterable[Candidate], reading: Reading, near: Near) -> Iterator[Candidate]:
    """The clauses whose cue stands in what the tagger takes for an outlet's report, as far as that goes.

    "Ann Example said that …, the Ledger reported": the words are hers.
    """
    for one in clauses:
        for other in neighbours(one, near):
            outer, report = other.candidate.content, other.candidate
            whole = Span(outer[0].start, outer[-1].end)
            if one.cue is not None and whole.holds(one.cue) and is_second_hand(reading, report):
                content = clipped(one.content, whole.start, whole.end)
                yield from [replace(one, content=content)] if content and one.cue != report.cue else []


def is_credited(ruled: Candidate, cues: Iterable[TaggedCue], near: Near) -> bool:
    """Whether the tagger sees the same cue and source ahead of a sentence but gives its words to a cue within it.

    "According to the indictment, Brandt told investors …": the tagger knows one level only.
    """
    cue, source = ruled.cue, ruled.source
    if cue is None or source is None or cue.start > ruled.content[0].start:
        return False
    is_seen = any(
        not other.contents
        and other.source is not None
        and cue.overlaps(Span(other.start, other.end))
        and source.overlaps(Span(other.source.start, other.source.end))
        for other in cues
    )
    return is_seen and any(is_within(other.candidate, ruled) for other in neighbours(ruled, near))


def likeness(one: Iterable[Span], other: Iterable[Span]) -> float:
    """The share of characters that two contents have in common, of those that either has."""
    ours, theirs = characters(one), characters(other)
    return len(ours & theirs) / len(ours | theirs)


def characters(content: Iterable[Span]) -> set[int]:
    return set(chain.from_iterable(range(span.start, span.end) for span in content))
