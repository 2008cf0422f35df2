"""The finders on parses made by hand."""

from __future__ import annotations

from summarizer.attribution import find_statements
from summarizer.attribution.bounds import subject_behind
from summarizer.attribution.join import join
from summarizer.attribution.reading import Candidate, read
from summarizer.model import Span, Statement
from tests.summarizer.attribution.docs import parsed

CLAUSE = """
Ann      NNP 1 compound
Lindqvist NNP 2 nsubj
said     VBD 2 ROOT say
that     IN  6 mark
the      DT  5 det
bridge   NN  6 nsubj
opened_  VBD 2 ccomp open
.        .   2 punct
"""


def contents(text: str, statement: Statement) -> list[str]:
    return [span.of(text) for span in statement.content]


def test_clause_of_a_saying_verb_is_content():
    """Subject, cue verb and clause become source, cue and content; "that" belongs to the content."""
    doc = parsed(CLAUSE, ((0, 1, "PERSON"),))
    (statement,) = find_statements(doc)
    assert statement.source is not None
    assert statement.source.name == "Ann Lindqvist"
    assert statement.cue is not None
    assert statement.cue.text == "said"
    assert contents(doc.text, statement) == ["that the bridge opened"]
    assert statement.kind == "indirect"


def test_negated_saying_is_no_statement():
    """What somebody did not say is nobody's statement."""
    rows = CLAUSE.replace("said     VBD 2 ROOT say", "said     VBD 2 ROOT say\nnever    RB  2 neg")
    shifted = "\n".join(shift(line, 3) for line in rows.strip().splitlines())
    assert find_statements(parsed(shifted)) == ()


def shift(line: str, inserted: int) -> str:
    """Heads behind an inserted word move on by one."""
    word, tag, head, *rest = line.split()
    return " ".join([word, tag, str(int(head) + (int(head) >= inserted)), *rest])


def test_inanimate_subjects_suggest_without_saying():
    """An effect that suggests something has uttered nothing."""
    doc = parsed("""
        The      DT 1 det
        effect   NN 2 nsubj
        suggests VBZ 2 ROOT suggest
        that     IN 5 mark
        prices   NNS 5 nsubj
        fell_    VBD 2 ccomp fall
        .        . 2 punct
    """)
    assert find_statements(doc) == ()


def test_quotation_is_credited_to_the_subject_of_the_verb_behind_it():
    """ "…," she laughed: an uncommon verb right behind a quotation is its cue."""
    doc = parsed(
        """
        “_       `` 6 punct
        We       PRP 2 nsubj
        won_     VBD 6 ccomp win
        ,_       , 6 punct
        ”        '' 6 punct
        Lindqvist NNP 6 nsubj
        beamed_  VBD 6 ROOT beam
        .        . 6 punct
    """,
        ((5, 5, "PERSON"),),
    )
    (statement,) = find_statements(doc)
    assert contents(doc.text, statement) == ["“We won,”"]
    assert statement.cue is not None
    assert statement.cue.text == "beamed"
    assert statement.kind == "direct"


def test_empty_text_has_no_statements():
    """Nothing in, nothing out."""
    assert find_statements(parsed("Hello UH 0 ROOT".replace("UH", "NN"))) == ()


def candidate(start: int, end: int, cue: tuple[int, int], finder: str = "a") -> Candidate:
    return Candidate((Span(start, end),), Span(*cue), None, finder)


def test_first_finder_wins_over_one_that_overlaps_it():
    """Finders are joined in their order; a later one may not give the same words again."""
    sure, late = candidate(10, 50, (0, 4)), candidate(20, 60, (61, 65), "b")
    assert join([[sure], [late]]) == (sure,)


def test_embedded_attribution_keeps_both_levels():
    """A statement whose cue and content lie in another's content is kept beside it."""
    outer, inner = candidate(10, 50, (0, 4)), candidate(20, 50, (12, 16))
    assert join([[outer], [inner]]) == (outer, inner)


def test_a_participle_before_a_clause_that_hangs_on_no_cue_ends_the_search():
    """The way up from the participle ends at the root, also where the cue stands behind it."""
    doc = parsed("""
        Dashing  VBG 4 advcl dash
        hopes_   NNS 0 dobj
        ,        ,   4 punct
        owners   NNS 4 nsubj
        left_    VBD 4 ROOT leave
        ,        ,   4 punct
        lawyers  NNS 7 nsubj
        said_    VBD 4 parataxis say
        .        .   4 punct
    """)
    reading = read(doc)
    cue = Span(doc[7].idx, doc[7].idx + len(doc[7]))
    assert subject_behind(reading, doc[0], cue) == doc[3].idx
