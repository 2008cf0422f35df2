"""From the network's numbers to runs and links."""

from __future__ import annotations

import numpy as np
import pytest

from summarizer.attribution.tagger_decode import (
    CONTENT,
    CUE,
    LABELS,
    SOURCE,
    Floats,
    Numbers,
    Run,
    find_runs,
    link,
)


def probabilities(*names: str, sure: float = 0.9) -> Floats:
    """One row a piece, `sure` on the named label, the rest shared evenly."""
    rows = np.full((len(names), len(LABELS)), (1 - sure) / (len(LABELS) - 1), dtype=np.float32)
    for row, name in zip(rows, names, strict=True):
        row[LABELS.index(name)] = sure
    return rows


def kinds_and_pieces(runs: tuple[Run, ...]) -> list[tuple[int, int, int]]:
    return [(run.kind, run.first, run.end) for run in runs]


def test_labels_become_runs_with_first_piece_and_end() -> None:
    """Each begin with its insides is one run."""
    labels = probabilities(
        "begin-source",
        "inside-source",
        "begin-cue",
        "begin-content",
        "inside-content",
        "inside-content",
        "none",
    )
    assert kinds_and_pieces(find_runs(labels)) == [(SOURCE, 0, 2), (CUE, 2, 3), (CONTENT, 3, 6)]


def test_a_run_never_starts_inside() -> None:
    """An inside label without a beginning is mended to a legal path."""
    labels = probabilities("none", "inside-content", "inside-content", sure=0.8)
    runs = find_runs(labels)
    assert kinds_and_pieces(runs) in ([(CONTENT, 1, 3)], [(CONTENT, 0, 3)])


def test_one_doubtful_piece_does_not_split_a_content() -> None:
    """A weak beginning in the middle of a content is read as its inside."""
    labels = probabilities("begin-content", "inside-content", "inside-content", "inside-content")
    labels[2, LABELS.index("begin-content")] = 0.5
    labels[2, LABELS.index("inside-content")] = 0.4
    assert kinds_and_pieces(find_runs(labels)) == [(CONTENT, 0, 4)]


def test_speech_and_thought_are_one_kind_told_apart_by_a_share() -> None:
    """A cue is found whichever of the two labels it gets, and says how far it is speech."""
    said, hoped = find_runs(probabilities("begin-cue", "none", "begin-cue-other"))
    assert (said.kind, hoped.kind) == (CUE, CUE)
    assert said.said == pytest.approx(0.95, abs=0.05)
    assert hoped.said == pytest.approx(0.05, abs=0.05)


def test_nothing_found_is_no_runs() -> None:
    """A text without attributions has none."""
    assert find_runs(probabilities("none", "none")) == ()


def numbers(
    seeks: list[list[float]],
    offers: list[list[float]],
    nothing: float = 0.0,
    paragraphs: list[int] | None = None,
) -> Numbers:
    count = len(seeks)
    return Numbers(
        probabilities(*["none"] * count),
        np.array(seeks, dtype=np.float32),
        np.array(offers, dtype=np.float32),
        np.full(count, nothing, dtype=np.float32),
        np.array(paragraphs or [0] * count),
        np.zeros((count, 2), dtype=np.float32),
    )


NEAR, FAR = Run(SOURCE, 1, 2, 1.0, 1.0), Run(SOURCE, 2, 3, 1.0, 1.0)
CUE_RUN = Run(CUE, 0, 1, 1.0, 1.0)
CONTENT_RUN = Run(CONTENT, 0, 1, 1.0, 1.0)
SEEKS_FIRST = [[8.0, 0.0], [0.0, 0.0], [0.0, 0.0]]
FAR_OFFERS_FIRST = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0]]


def test_a_run_links_to_the_one_that_offers_what_it_seeks() -> None:
    """What the network learned outweighs a little distance."""
    found = link(CUE_RUN, (NEAR, FAR), numbers(SEEKS_FIRST, FAR_OFFERS_FIRST))
    assert found.to is FAR
    assert found.score > 0.9


def test_of_two_equal_answers_the_nearer_is_taken() -> None:
    """Distance decides when the network cannot."""
    found = link(CUE_RUN, (FAR, NEAR), numbers([[0.0]] * 3, [[0.0]] * 3))
    assert found.to is NEAR


def test_the_same_paragraph_is_preferred() -> None:
    """Across a paragraph a link is a tenth as likely."""
    beyond, before = Run(SOURCE, 3, 4, 1.0, 1.0), Run(SOURCE, 0, 1, 1.0, 1.0)
    cue = Run(CUE, 2, 3, 1.0, 1.0)
    found = link(cue, (beyond, before), numbers([[0.0]] * 4, [[0.0]] * 4, paragraphs=[0, 0, 0, 1]))
    assert found.to is before


def test_a_cue_that_seeks_nothing_has_no_source() -> None:
    """A passive without an agent gets no source rather than the nearest name."""
    found = link(CUE_RUN, (NEAR, FAR), numbers(SEEKS_FIRST, FAR_OFFERS_FIRST, nothing=20.0))
    assert found.to is None
    assert found.score > 0.9


def test_content_takes_the_cue_of_its_paragraph_though_it_seeks_nothing_in_particular() -> None:
    """Unlike a cue, content hardly ever stands alone."""
    cue = Run(CUE, 1, 2, 1.0, 1.0)
    undecided = numbers([[0.0]] * 3, [[0.0]] * 3, nothing=1.0)
    assert link(CONTENT_RUN, (cue,), undecided).to is cue
    assert link(CONTENT_RUN, (), undecided).to is None


def test_without_attention_a_link_does_not_leave_the_paragraph() -> None:
    """Content of an answer is nobody's rather than the last name's of the question."""
    cue = Run(CUE, 2, 3, 1.0, 1.0)
    elsewhere = numbers([[0.0]] * 20, [[0.0]] * 20, paragraphs=[0, 1] + [1] * 18)
    assert link(CONTENT_RUN, (cue,), elsewhere).to is None


def test_with_attention_a_link_leaves_the_paragraph() -> None:
    """A quotation goes on in a new paragraph."""
    sought = numbers(SEEKS_FIRST, FAR_OFFERS_FIRST, paragraphs=[0, 1, 1])
    cue = Run(CUE, 2, 3, 1.0, 1.0)
    assert link(CONTENT_RUN, (cue,), sought).to is cue
