"""Who said what: the statements of an article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.according import find_according
from summarizer.attribution.agree import confirm
from summarizer.attribution.alone import find_alone
from summarizer.attribution.blocks import find_blocks
from summarizer.attribution.bounds import within_bounds
from summarizer.attribution.clauses import find_clauses
from summarizer.attribution.counts import find_counts
from summarizer.attribution.declined import find_declined
from summarizer.attribution.doubt import marked_doubtful
from summarizer.attribution.frames import find_frames
from summarizer.attribution.heard import find_heard
from summarizer.attribution.hearsay import find_hearsay
from summarizer.attribution.join import join
from summarizer.attribution.layout import find_layout, interviewers, is_asked
from summarizer.attribution.lines import with_lines
from summarizer.attribution.listed import find_lists
from summarizer.attribution.no_speech import is_no_speech
from summarizer.attribution.nouns import find_nouns
from summarizer.attribution.quoted import find_quoted
from summarizer.attribution.reading import Candidate, Reading, read
from summarizer.attribution.resolve import name_sources
from summarizer.attribution.secondhand import find_reported, with_outlets
from summarizer.attribution.tagged import Tagged
from summarizer.attribution.wholes import made_whole
from summarizer.model import Cue, Kind, Source, Span, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summarizer.parse.words import Doc

WORD = re.compile(r"[^\W\d_]{2}|\bI\b")
ARTICLE = re.compile(r"(?:an|the)\W*", re.IGNORECASE)

# The surer ones first: of two that give the same words, the first counts.
FINDERS = (
    find_layout,
    find_blocks,
    find_heard,
    find_quoted,
    find_according,
    find_clauses,
    find_frames,
    find_counts,
    find_nouns,
    find_reported,
    find_hearsay,
    find_declined,
    find_lists,
    find_alone,
)
# Share of a content's words between marks from which it is a direct quotation.
DIRECT_SHARE = 0.9
LONGEST_PREPOSITION = 9  # characters, with the blanks around it


def find_statements(doc: Doc, tagged: Tagged | None = None) -> tuple[Statement, ...]:
    """The statements of `doc` in order of appearance, raw: repeated ones are not merged.

    `tagged` is what the learned tagger has found in the same text; without it the rules serve alone.
    """
    reading = read(doc)
    candidates = propose(reading, tagged)
    sources = name_sources(reading, candidates)
    found = [
        statement(reading, candidate, source) for candidate, source in zip(candidates, sources, strict=True)
    ]
    return tuple(marked_doubtful(reading, candidates, with_lines(reading, found), tagged))


def propose(reading: Reading, tagged: Tagged | None = None) -> tuple[Candidate, ...]:
    """What all finders together propose, the surer ones first."""
    candidates = join(named_only(reading, finder(reading)) for finder in FINDERS)
    if tagged is not None:
        candidates = join([named_only(reading, confirm(reading, candidates, tagged))])
    asking = interviewers(reading)
    said = (
        one for one in candidates if not is_no_speech(reading, one) and not is_asked(reading, one, asking)
    )
    bounded = (within_bounds(reading, one) for one in said)
    return with_outlets(reading, [made_whole(reading, candidate) for candidate in bounded])


def named_only(reading: Reading, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Leave out what a broken parse proposes, a source that names nobody, and what says nothing ("it", "this week")."""
    for candidate in candidates:
        source = candidate.source
        if says_something(reading, candidate) and (source is None or is_name(source.of(reading.text))):
            yield candidate


def is_name(mention: str) -> bool:
    """Whether a source's words hold one that can name somebody, more than an article."""
    return WORD.search(mention) is not None and ARTICLE.fullmatch(mention) is None


def says_something(reading: Reading, candidate: Candidate) -> bool:
    words = (token for span in candidate.content for token in reading.tokens(span))
    return candidate.verbatim or any(
        not (w.pos_ == "PRON" or w.is_punct or w.is_space or w.ent_type_ in ("DATE", "TIME")) for w in words
    )


def statement(reading: Reading, candidate: Candidate, source: Source | None) -> Statement:
    leads = leading(reading, candidate)
    cue = Cue(leads.of(reading.text), leads) if leads else None
    kind = "direct" if candidate.verbatim else kind_of(reading, candidate.content)
    return Statement(candidate.content, kind, source, cue, candidate.via, candidate.post)


def leading(reading: Reading, candidate: Candidate) -> Span | None:
    """The cue with the preposition that leads on to the content: to call on somebody is not to call them."""
    cue, content = candidate.cue, candidate.content[0]
    if cue is None or not 0 < content.start - cue.end <= LONGEST_PREPOSITION:
        return cue
    between = [token for token in reading.tokens(Span(cue.end, content.start)) if not token.is_space]
    verb = reading.token_at(cue.end - 1)
    if len(between) != 1 or between[0].dep_ not in ("prep", "prt") or between[0].head.i != verb.i:
        return cue
    return Span(cue.start, between[0].idx + len(between[0]))


def kind_of(reading: Reading, content: tuple[Span, ...]) -> Kind:
    """Direct, mixed or indirect by the share of words between marks."""
    tokens = (token for span in content for token in reading.tokens(span))
    words = [token for token in tokens if not token.is_punct and not token.is_space]
    quoted = sum(reading.is_quoted(word) for word in words)
    if not quoted:
        return "indirect"
    return "direct" if quoted >= DIRECT_SHARE * len(words) else "mixed"
