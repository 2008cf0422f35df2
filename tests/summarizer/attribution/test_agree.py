"""Rules and tagger brought together, on parses made by hand."""

from __future__ import annotations

from dataclasses import replace

from summarizer.attribution.agree import LEAST_SAID, LEAST_SCORE, confirm
from summarizer.attribution.nearer import SURE_LINK
from summarizer.attribution.reading import Candidate, read
from summarizer.attribution.tagged import Tagged, TaggedContent, TaggedCue, TaggedSpan
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
TWO = parsed("""
    Norburg   NNP 2 nsubj
    Lindqvist NNP 2 dep
    said      VBD 2 ROOT say
    it        PRP 4 nsubj
    opened_   VBD 2 ccomp open
    .         .   2 punct
    Nobody    NN  7 nsubj
    came_     VBD 7 ROOT come
    .         .   7 punct
""")
CLAUSE = Span(15, 32)
RULE = Candidate((Span(19, 32),), Span(10, 14), Span(0, 9), "clause")


def tagged(score: float, said: float = 1.0, content: Span = CLAUSE) -> Tagged:
    found = TaggedContent(content.start, content.end, score, 1.0)
    return Tagged((TaggedCue(10, 14, 1.0, said, TaggedSpan(0, 9, 1.0), 1.0, (found,)),))


def first(rules: tuple[Candidate, ...], found: Tagged) -> Candidate:
    return next(iter(confirm(read(DOC), rules, found)))


def test_what_both_find_has_the_tagger_s_content_and_the_rule_s_source():
    """A rule that the tagger confirms keeps its source and cue; the tagger bounds the content."""
    assert first((RULE,), tagged(LEAST_SCORE - 0.1)) == replace(RULE, content=(CLAUSE,))


def test_a_rule_says_whether_it_was_said():
    """A cue of the rules that the tagger takes for thought is confirmed all the same."""
    assert first((RULE,), tagged(1.0, LEAST_SAID - 0.1)).content == (CLAUSE,)


def test_the_rule_s_own_content_is_the_fallback():
    """Behind the joined candidate comes the rule's own, for when another one contradicts the joined one."""
    assert list(confirm(read(DOC), (RULE,), tagged(LEAST_SCORE - 0.1)))[1] == RULE


def test_content_ends_with_the_rule_s_sentence():
    """What the tagger reads over the end of the sentence is cut there."""
    rule = Candidate((Span(23, 32),), Span(18, 22), Span(8, 17), "clause")
    over = TaggedContent(23, 45, 0.9, 1.0)
    found = Tagged((TaggedCue(18, 22, 1.0, 1.0, TaggedSpan(8, 17, 1.0), 1.0, (over,)),))
    assert next(iter(confirm(read(TWO), (rule,), found))).content == (Span(23, 32),)


def test_a_source_that_stands_nearer_replaces_the_rule_s():
    """A dateline that the parse has taken for the subject gives way to the name beside the cue."""
    rule = Candidate((Span(23, 32),), Span(18, 22), Span(0, 7), "clause")
    content = TaggedContent(23, 32, 0.9, 1.0)
    for link, source in ((SURE_LINK, Span(8, 17)), (SURE_LINK - 0.1, Span(0, 7))):
        found = Tagged((TaggedCue(18, 22, 1.0, 1.0, TaggedSpan(8, 17, 1.0), link, (content,)),))
        assert next(iter(confirm(read(TWO), (rule,), found))).source == source


def test_an_inner_cue_makes_no_statement_of_its_own():
    """Of "she says it shows that …" the outer statement holds both; the inner rule alone is right one time in five."""
    inner = Candidate((Span(26, 32),), Span(19, 25), Span(15, 18), "clause")
    found = list(confirm(read(DOC), (inner,), tagged(LEAST_SCORE)))
    assert [candidate.content for candidate in found] == [(CLAUSE,)]


def test_what_the_tagger_finds_alone_must_be_sure():
    """Content that no rule confirms counts from a score upwards."""
    reading = read(DOC)
    assert list(confirm(reading, (), tagged(LEAST_SCORE - 0.1))) == []
    assert [candidate.content for candidate in confirm(reading, (), tagged(LEAST_SCORE))] == [(CLAUSE,)]


def test_thoughts_and_plans_are_left_out():
    """A cue that is no speech gives no statement, however sure the tagger is."""
    assert list(confirm(read(DOC), (), tagged(1.0, LEAST_SAID - 0.1))) == []


def test_a_find_of_the_tagger_without_a_source_is_left_out():
    """The tagger alone makes no statement that credits nobody."""
    content = TaggedContent(CLAUSE.start, CLAUSE.end, 1.0, 1.0)
    assert list(confirm(read(DOC), (), Tagged((TaggedCue(10, 14, 1.0, 1.0, None, 1.0, (content,)),)))) == []


def test_rules_that_the_tagger_denies_give_way_save_for_marks():
    """A clause that the tagger does not see is dropped, a quotation between marks is kept."""
    quoted = Candidate((Span(19, 32),), None, Span(0, 9), "quoted")
    assert list(confirm(read(DOC), (RULE, quoted), Tagged())) == [quoted]
