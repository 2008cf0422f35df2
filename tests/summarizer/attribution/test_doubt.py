"""Statements whose source is in doubt: marked by what tells of it, and told as the page tells them."""

from __future__ import annotations

import pytest

from summarizer.attribution import find_statements
from summarizer.attribution.doubt import DOUBTFUL, WEIGHTS, chance_of_doubt, features
from summarizer.attribution.reading import Candidate, read
from summarizer.attribution.tagged import TaggedContent, TaggedCue
from summarizer.brief.points import find_points
from summarizer.model import Article, Cue, Evidence, Source, Span, Statement
from tests.summarizer.attribution.docs import parsed

DOC = parsed("""
    Lind     NNP 1 nsubj
    said     VBD 1 ROOT say
    the      DT  3 det
    mill     NN  5 nsubj
    would    MD  5 aux
    close    VB  1 ccomp
    .        .   1 punct
""")
TEXT = DOC.text
CONTENT = Span(TEXT.index("the mill"), TEXT.index("close") + 5)
CUE = Span(TEXT.index("said"), TEXT.index("said") + 4)
PLAIN = Candidate((CONTENT,), CUE, Span(0, 4), "clause")
STATEMENT = Statement((CONTENT,), "indirect", Source("Otto Lind", "Lind", Span(0, 4)), Cue("said", CUE))


def test_a_plain_credit_is_in_no_doubt():
    """ "Lind said" with its clause is far from the chance at which no name stands above a line."""
    found = features(read(DOC), PLAIN, STATEMENT, ())
    assert found.keys() == WEIGHTS.keys()
    assert found["says"] == 1
    assert chance_of_doubt(found) < DOUBTFUL / 5


def test_the_less_sure_the_tagger_is_the_more_doubt_there_is():
    """The least sure content that the tagger gives to the same cue counts."""
    parts = (TaggedContent(CONTENT.start, CONTENT.end, 0.8, 1.0), TaggedContent(0, 3, 0.6, 1.0))
    cue = TaggedCue(CUE.start, CUE.end, 1.0, 1.0, None, 1.0, parts)
    assert features(read(DOC), PLAIN, STATEMENT, (cue,))["tagger unsure"] == pytest.approx(0.4)


def test_every_feature_lies_between_nothing_and_one():
    """A weight means the same for all."""
    far = Candidate((CONTENT,), CUE, Span(0, 4), "learned")
    whole = Statement((CONTENT,), "indirect", STATEMENT.source, STATEMENT.cue, line=(Span(0, len(TEXT)),))
    assert all(0 <= value <= 1 for value in features(read(DOC), far, whole, ()).values())


PASSING = (
    "Anna Brandt won the vote in Norburg on Monday. After a week of rows - among them Otto Lind's assertion that the harbour belongs "
    "to nobody, and his plan for a new bridge - the council met behind closed doors and passed the budget without him."
)


@pytest.mark.model
def test_what_is_told_in_passing_is_told_as_the_page_tells_it(nlp, tagger):
    """A brief puts no name above it: the page's own sentence says whose words they are."""
    found = find_statements(nlp(PASSING), tagger.tag([PASSING])[0])
    passing = [one for one in found if "belongs to nobody" in one.content[0].of(PASSING)]
    assert [one.is_doubtful for one in passing] == [True]
    assert passing[0].source is not None
    assert passing[0].source.name == "Otto Lind"
    bullet = next(
        one
        for one in find_points(Article("https://courier.example/1", PASSING), found)
        if "nobody" in one.line
    )
    assert bullet.source is None
    assert bullet.line.startswith("After a week of rows")
    assert bullet.line.endswith("without him.")


def in_doubt(content: Span, line: Span) -> Statement:
    return Statement((content,), "indirect", STATEMENT.source, STATEMENT.cue, line=(line,), is_doubtful=True)


def test_a_sentence_with_two_statements_in_doubt_is_told_once():
    """Both would be the same line."""
    whole = Span(0, len(TEXT))
    statements = (in_doubt(CONTENT, whole), in_doubt(Span(CONTENT.start, CONTENT.end - 6), whole))
    bullets = find_points(Article("https://courier.example/1", TEXT), statements)
    assert [(one.source, one.line) for one in bullets] == [(None, TEXT.strip())]


def test_what_another_line_has_is_not_told_again_in_doubt():
    """The words stand under a name that is in no doubt."""
    sure = Statement((CONTENT,), "indirect", STATEMENT.source, STATEMENT.cue)
    bullets = find_points(
        Article("https://courier.example/1", TEXT), (sure, in_doubt(CONTENT, Span(0, len(TEXT))))
    )
    assert [one.source.name for one in bullets if one.source] == ["Otto Lind"]
    assert len(bullets) == 1
    assert bullets[0].evidence == (Evidence("https://courier.example/1", Span(0, CONTENT.end)),)
