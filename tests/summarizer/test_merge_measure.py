"""The merge pairs as a measure: at least 200, none merged wrongly, most of the true ones merged."""

from __future__ import annotations

from summarizer.merge import merge
from tests.summarizer.merge_pairs import OTHER, OTHER_SOURCE, SAME, SAME_SOURCE
from tests.summarizer.test_merge import bullet

FEWEST_PAIRS, LEAST_MERGED = 200, 0.85


def outcomes() -> tuple[list[bool], list[bool]]:
    """Whether each pair was merged: those that say the same, and those that do not."""
    other_url = "https://b.example/1"
    same = [pair for pairs in SAME.values() for pair in pairs]
    other = [pair for pairs in OTHER.values() for pair in pairs]
    words = "the bridge will close on Monday"
    right = [len(merge([bullet(one), bullet(two, url=other_url)])) == 1 for one, two in same]
    right += [
        len(merge([bullet(words, one), bullet(words, two, url=other_url)])) == 1 for one, two in SAME_SOURCE
    ]
    wrong = [len(merge([bullet(one), bullet(two, url=other_url)])) == 1 for one, two in other]
    wrong += [
        len(merge([bullet(words, one), bullet(words, two, url=other_url)])) == 1 for one, two in OTHER_SOURCE
    ]
    return right, wrong


def test_no_pair_is_merged_wrongly_and_most_true_ones_are() -> None:
    """200 pairs and more: 0 wrong merges, at least 85 % of the true ones."""
    right, wrong = outcomes()
    assert len(right) + len(wrong) >= FEWEST_PAIRS
    assert not any(wrong)
    assert sum(right) >= LEAST_MERGED * len(right)
