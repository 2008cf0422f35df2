"""Second-hand reports: "told Reuters", "as reported by the Times", "reported AP", "according to the Post"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.attribution.join import ByPlace
from summarizer.attribution.outlets import is_outlet, outlet_from
from summarizer.attribution.phrases import trimmed
from summarizer.attribution.reading import Candidate, Reading
from summarizer.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.parse.words import Token

# "… on Monday in Beijing": what an outlet's report may hold beside the statement it passes on.
FEW_WORDS = 5
BY = re.compile(r"^(?:the )", re.IGNORECASE)


def find_reported(reading: Reading) -> Iterator[Candidate]:
    """ ", reported AP." and "as reported by AP" at the end of a sentence: its content and the outlet as source."""
    for token in reading.words:
        if (
            token.lower_ not in ("reported", "reports")
            or reading.is_quoted(token)
            or token.i == token.sent.start
        ):
            continue
        outlet = outlet_behind(reading, token)
        if outlet is None:
            continue
        first = clause_start(token)
        content = trimmed(reading.doc, token.sent.start, first)
        if content:
            yield Candidate((content,), Span(token.idx, token.idx + len(token)), outlet, "reported")


def outlet_behind(reading: Reading, token: Token) -> Span | None:
    """The outlet after "reported (by)" when a comma or "as" leads and nothing but it follows in the clause."""
    before = reading.doc[clause_start(token) - 1] if clause_start(token) > token.sent.start else None
    after = token.i + 1
    if after < len(reading.doc) and reading.doc[after].lower_ == "by":
        after += 1
    elif before is None or before.text not in (",", "—", "–", "”", '"'):
        return None
    outlet = outlet_from(reading, after)
    if outlet is None:
        return None
    last = reading.index_at(outlet.end)
    following = reading.doc[last] if last < len(reading.doc) else None
    return (
        outlet
        if following is None
        or following.is_punct
        or following.is_space
        or following.ent_type_ == "DATE"
        or following.lower_ == "on"
        else None
    )


def clause_start(token: Token) -> int:
    """The first word of "as first reported"."""
    index = token.i
    while index > token.sent.start and token.doc[index - 1].lower_ in ("as", "first", "also", "was", "were"):
        index -= 1
    return index


def with_outlets(reading: Reading, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Credit the outlet that stands beside somebody else's statement as its `via`, not as a second statement."""
    placed, reports = ByPlace(candidates), [c for c in candidates if is_second_hand(reading, c)]
    no_more = {
        id(report)
        for report in reports
        if any(covers(reading, report, other) for other in placed.near(report) if other is not report)
    }
    reported = ByPlace(reports)
    return tuple(
        replace(c, via=via_of(reading, c, reported.near(c))) for c in candidates if id(c) not in no_more
    )


def is_second_hand(reading: Reading, candidate: Candidate) -> bool:
    """Whether a candidate may do no more than pass on somebody's words: an outlet's, or "according to" a document."""
    return candidate.finder == "according" or (
        candidate.finder in ("reported", "clause", "learned")
        and (is_by_outlet(reading, candidate) or is_reported(reading, candidate))
    )


def is_reported(reading: Reading, candidate: Candidate) -> bool:
    """Whether a body with a name reports it, as outlets do whose name nobody here knows."""
    cue, source = candidate.cue, candidate.source
    if cue is None or source is None or reading.token_at(cue.end - 1).lemma_.lower() != "report":
        return False
    return reading.token_at(source.end - 1).pos_ == "PROPN"


def is_by_outlet(reading: Reading, candidate: Candidate) -> bool:
    return candidate.source is not None and is_outlet(BY.sub("", candidate.source.of(reading.text)))


def covers(reading: Reading, report: Candidate, other: Candidate) -> bool:
    """Whether the outlet reports nothing but somebody's statement: little is left when its words are taken out."""
    if other.source is None or other.source == report.source:
        return False
    if report.finder == "according" and not is_by_outlet(reading, report) and other.finder != "quoted":
        return False
    theirs = [*other.content, other.source, *((other.cue,) if other.cue else ())]
    if other.cue is not None and other.source.end <= other.cue.start < other.content[0].start:
        theirs.append(Span(other.source.start, other.content[0].start))  # "said [in a memo to staff] that …"
    if not any(whole.overlaps(part) for whole in report.content for part in other.content) and not (
        is_credit_of(report, other)
    ):
        return False
    words = [token for span in report.content for token in reading.tokens(span) if token.is_alpha]
    return sum(not any(part.start <= word.idx < part.end for part in theirs) for word in words) <= FEW_WORDS


def is_credit_of(report: Candidate, other: Candidate) -> bool:
    """Whether a report holds the credit alone of a quotation before it: “Is it?” [Example said at a meeting], according to the Ledger."""
    credit = (other.source, other.cue)
    return all(part is not None and any(whole.holds(part) for whole in report.content) for part in credit)


def via_of(reading: Reading, candidate: Candidate, reports: Sequence[Candidate]) -> str | None:
    for report in reports:
        if report is not candidate and report.source and covers(reading, report, candidate):
            return BY.sub("", report.source.of(reading.text))
    outlet = told_outlet(reading, candidate)
    return outlet.of(reading.text) if outlet else None


def told_outlet(reading: Reading, candidate: Candidate) -> Span | None:
    """The outlet that was told, or that is credited at the end of the cue's sentence."""
    if candidate.cue is None:
        return None
    cue = reading.token_at(candidate.cue.start)
    for token in reading.doc[cue.i : cue.sent.end]:
        if not reading.is_quoted(token) and leads_to_outlet(cue, token):
            outlet = outlet_from(reading, token.i + 1)
            if outlet and outlet != candidate.source:
                return outlet
    return None


def leads_to_outlet(cue: Token, token: Token) -> bool:
    if token.i == cue.i:
        return token.lemma_ == "tell"
    before = token.nbor(-1).lower_ if token.i else ""
    return (
        (token.lower_ == "by" and before == "reported")
        or (token.lower_ == "with" and before == "interview")
        or (token.lower_ == "to" and before == "according")
    )
