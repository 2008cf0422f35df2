"""Graded texts, from which the choice and the chance that a line leans are learned."""

from __future__ import annotations

import json

import numpy as np
import pytest

from summarizer.model import Bullet, Credit, Evidence, Span
from train.choice import grade_of, worth_of
from train.graded import Grade, read_graded
from train.logistic import chance_of, fit_chance, with_bias

URL = "https://a.example/1"
WHOLE = Bullet(
    Credit("Ann Bell"),
    "said",
    "direct",
    "“We stay. We pay.”",
    (Evidence(URL, Span(0, 18)),),
    line="“We stay. We pay.”",
)
CUT = Bullet(
    Credit("Ann Bell"),
    "said",
    "direct",
    "“We stay.”",
    (Evidence(URL, Span(0, 18)),),
    line="“We stay.”",
    is_cut=True,
)


def test_a_graded_text_is_read_with_its_lead_and_grades(tmp_path):
    """Each statement with its proof; "-" is no fault."""
    row = {"source": "Ann Bell", "role": None, "cue": "said", "kind": "direct", "text": WHOLE.text, "line": WHOLE.line, "spans": [[0, 18]],
           "is_cut": False, "shown": True, "rank": 3, "faults": "-"}  # fmt: skip
    text = {"url": URL, "title": "Mill", "text": "“We stay. We pay.” It rained.", "lead": [{"text": "It rained.", "start": 19, "end": 29}],
            "statements": [row, {**row, "source": None, "faults": "LF", "rank": 1}]}  # fmt: skip
    (tmp_path / "one.json").write_text(json.dumps(text), encoding="utf-8")
    (read,) = read_graded(tmp_path)
    assert read.lead[0].evidence[0].span.of(read.article.text) == "It rained."
    assert read.grades[0] == Grade(WHOLE, 3, frozenset(), shown=True)
    assert read.grades[1].faults == {"L", "F"}


def test_a_cut_line_repeats_the_whole_one_without_fault():
    """It is ranked as that, with its own faults."""
    grades = [Grade(WHOLE, 3, frozenset("L"), shown=False), Grade(CUT, 1, frozenset("FS"), shown=True)]
    assert grade_of(CUT, grades) == Grade(CUT, 3, frozenset("S"), shown=True)
    assert grade_of(WHOLE, grades) == grades[0]


def test_what_reads_badly_or_repeats_is_worth_less():
    """A repeat next to nothing; what nobody graded nothing."""
    plain, bad, repeat = (
        worth_of(Grade(WHOLE, 3, frozenset(faults), shown=True)) for faults in ("", "S", "F")
    )
    assert plain > bad > repeat > worth_of(None)


def test_a_chance_is_fitted_to_what_is_so():
    """Three of four rows with the feature are so, and one of four without."""
    rows = np.array([[1.0]] * 4 + [[0.0]] * 4)
    weights = fit_chance(rows, np.array([1.0, 1, 1, 0, 1, 0, 0, 0]), ridge=1e-6)
    assert chance_of(with_bias(rows), weights)[[0, -1]] == pytest.approx([0.75, 0.25], abs=1e-3)
