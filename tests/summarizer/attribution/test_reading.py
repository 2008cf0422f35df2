"""The words of a span, whatever the parse took for a word."""

from __future__ import annotations

from spacy.lang.en import English

from summarizer.attribution import find_statements
from summarizer.attribution.agree import limits
from summarizer.attribution.reading import Candidate, read, widened_to_marks
from summarizer.attribution.secondhand import told_outlet
from summarizer.attribution.tagged import Tagged, TaggedContent, TaggedCue, TaggedSpan
from summarizer.model import Span
from tests.summarizer.attribution.docs import parsed

# "(58)said" and "dry.”" are words of this parse, as a page without blanks may have them.
GLUED = parsed("""
    Lindqvist NNP 1 nsubj
    (58)said  NN  1 ROOT
    the       DT  3 det
    well      NN  4 nsubj
    was       VBD 1 ccomp be
    dry.”_    JJ  4 acomp
""")
SAID, CONTENT = Span(14, 18), Span(19, 35)


def words(span: Span) -> list[str]:
    return [token.text for token in read(GLUED).tokens(span)]


def test_a_span_inside_a_word_has_that_word():
    """The words of a span are those that it touches, and be it by a part."""
    assert words(SAID) == ["(58)said"]
    assert words(Span(14, 22)) == ["(58)said", "the"]
    assert words(Span(0, 9)) == ["Lindqvist"]
    assert words(Span(0, 10)) == ["Lindqvist"]
    assert words(Span(9, 11)) == ["(58)said"]


def test_a_lone_blank_has_no_word_and_belongs_to_the_one_before_it():
    """Only a blank between two words has none; every place of the text has one at hand."""
    assert words(Span(9, 10)) == []
    assert [read(GLUED).token_at(place).text for place in (0, 9, 14, len(GLUED.text) - 1)] == [
        "Lindqvist",
        "Lindqvist",
        "(58)said",
        "dry.”",
    ]


def test_a_cue_inside_a_word_costs_no_statement():
    """What the tagger has found inside words of the parse becomes a statement with its source."""
    content = TaggedContent(CONTENT.start, CONTENT.end, 1.0, 1.0)
    cue = TaggedCue(SAID.start, SAID.end, 1.0, 1.0, TaggedSpan(0, 9, 1.0), 1.0, (content,))
    (found,) = find_statements(GLUED, Tagged((cue,)))
    assert found.cue is not None
    assert (found.cue.text, found.source and found.source.name) == ("said", "Lindqvist")


def test_a_content_inside_a_word_has_the_limits_of_its_sentence():
    """A rule's content that ends inside a word reaches as far as the sentence of that word."""
    inside = Candidate((Span(32, 34),), SAID, Span(0, 9), "clause")
    assert limits(read(GLUED), inside) == (0, len(GLUED.text))


def test_a_cue_inside_the_last_word_has_told_no_outlet():
    """The words behind a cue may be none."""
    last = Candidate((CONTENT,), Span(33, 35), None, "clause")
    assert told_outlet(read(GLUED), last) is None


def test_a_span_behind_a_bracket_begins_at_its_quotation():
    """A writer's bracket is part of the quotation: “[I]f it rains, …”."""
    doc = English()("Bell wrote: “[I]f it rains, the mill floods.”")
    reading = read(doc)
    (quotation,) = reading.quotations
    inside = doc.text.index("I]f")
    assert widened_to_marks(reading, Span(inside, quotation.inner.end)).start == quotation.span.start
