"""What the tagger proposes, on a parse made by hand."""

from __future__ import annotations

from summarizer.attribution.learned import cues_of, find_learned
from summarizer.attribution.reading import read
from summarizer.attribution.tagged import Tagged, TaggedContent, TaggedCue, TaggedSpan
from summarizer.model import Span
from tests.summarizer.attribution.docs import parsed

DOC = parsed("""
    The     DT   1 det
    owner   NN   4 nsubjpass
    had     VBD  4 aux have
    been    VBN  4 auxpass be
    told    VBN 10 ccomp tell
    of      IN   4 prep
    a       DT   7 det
    leak_   NN   5 pobj
    ,       ,   10 punct
    crews   NNS 10 nsubj
    said_   VBD 10 ROOT say
    .       .   10 punct
""")
TEXT = DOC.text


def contents(*parts: str) -> list[str]:
    """What is proposed when the tagger has these words as content of "crews said"."""
    said, crews = TEXT.index("said"), TEXT.index("crews")
    spans = tuple(TaggedContent(TEXT.index(part), TEXT.index(part) + len(part), 0.9, 1.0) for part in parts)
    cue = TaggedCue(said, said + 4, 1.0, 1.0, TaggedSpan(crews, crews + 5, 1.0), 1.0, spans)
    (found,) = find_learned(read(DOC), cues_of(Tagged((cue,))))
    return [span.of(TEXT) for span in found.candidate.content]


def test_a_subject_is_not_torn_from_its_verb():
    """The tagger takes "had been told" for a cue of speech and leaves it out."""
    assert contents("The owner", "of a leak") == ["The owner had been told of a leak"]


def test_parts_that_are_widened_to_one_quotation_are_one():
    """Marks bound both; no two parts of a content have a word in common."""
    text = "“ Go now ” Lindqvist said"
    doc = parsed("""
        “         `` 1 punct
        Go        VB 5 ccomp
        now       RB 1 advmod
        ”         '' 1 punct
        Lindqvist NNP 5 nsubj
        said_     VBD 5 ROOT say
    """)
    parts = tuple(TaggedContent(start, start + 1, score, 1.0) for start, score in ((0, 0.9), (2, 0.8)))
    cue = TaggedCue(21, 25, 1.0, 1.0, TaggedSpan(11, 20, 1.0), 1.0, parts)
    (found,) = find_learned(read(doc), cues_of(Tagged((cue,))))
    assert [span.of(text) for span in found.candidate.content] == ["“ Go now ”"]
    assert found.scores == (0.8,)


def test_what_has_no_characters_is_nothing():
    """The tagger reads the end of a line as a piece without a character, and may take it for a part of speech."""
    said, crews = TEXT.index("said"), TEXT.index("crews")
    owner, nothing = TaggedContent(0, 9, 0.9, 1.0), TaggedContent(4, 4, 0.9, 1.0)
    source, nobody = TaggedSpan(crews, crews + 5, 1.0), TaggedSpan(4, 4, 1.0)
    cues = (
        TaggedCue(said, said, 1.0, 1.0, source, 1.0, (owner,)),
        TaggedCue(said, said + 4, 1.0, 1.0, source, 1.0, (nothing,)),
        TaggedCue(said, said + 4, 1.0, 1.0, nobody, 1.0, (owner, nothing)),
    )
    (found,) = find_learned(read(DOC), cues_of(Tagged(cues)))
    assert found.candidate.source is None
    assert found.candidate.content == (Span(0, 9),)


def test_parts_that_hold_their_verbs_stay_apart():
    """What stands between them is nobody's words."""
    assert contents("The owner had been told", "a leak") == ["The owner had been told", "a leak"]
