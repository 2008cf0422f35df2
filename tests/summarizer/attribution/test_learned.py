"""Rules and tagger brought together."""

from __future__ import annotations

from summarizer.attribution.learned import LEAST_SAID, LEAST_SCORE, confirm
from summarizer.attribution.reading import Candidate, read
from summarizer.attribution.tagger_spans import Tagged, TaggedContent, TaggedCue, TaggedSpan
from summarizer.model import Span
from tests.summarizer.attribution.docs import parsed

DOC = parsed("""
    Lindqvist NNP 1 nsubj
    said      VBD 1 ROOT say
    the       DT  3 det
    bridge    NN  4 nsubj
    opened_   VBD 1 ccomp open
    .         .   1 punct
""")
CLAUSE = Span(15, 32)
RULE = Candidate((Span(19, 32),), Span(10, 14), Span(0, 9), "clause")


def tagged(score: float, said: float = 1.0) -> Tagged:
    content = TaggedContent(CLAUSE.start, CLAUSE.end, score, 1.0)
    return Tagged((TaggedCue(10, 14, 1.0, said, TaggedSpan(0, 9, 1.0), 1.0, (content,)),))


def test_what_both_find_has_the_tagger_s_content_and_the_rule_s_source():
    """A rule that the tagger confirms keeps its source and cue; the tagger bounds the content."""
    found = list(confirm(read(DOC), (RULE,), tagged(LEAST_SCORE - 0.1)))
    assert found == [Candidate((CLAUSE,), RULE.cue, RULE.source, "clause")]


def test_what_the_tagger_finds_alone_must_be_sure():
    """Content that no rule confirms counts from a score upwards."""
    reading = read(DOC)
    assert list(confirm(reading, (), tagged(LEAST_SCORE - 0.1))) == []
    assert [candidate.content for candidate in confirm(reading, (), tagged(LEAST_SCORE))] == [(CLAUSE,)]


def test_thoughts_and_plans_are_left_out():
    """A cue that is no speech gives no statement, however sure the tagger is."""
    assert list(confirm(read(DOC), (), tagged(1.0, LEAST_SAID - 0.1))) == []


def test_rules_that_the_tagger_denies_give_way_save_for_marks():
    """A clause that the tagger does not see is dropped, a quotation between marks is kept."""
    quoted = Candidate((Span(19, 32),), None, Span(0, 9), "quoted")
    assert list(confirm(read(DOC), (RULE, quoted), Tagged())) == [quoted]
