from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.render.escape import plain
from handlers.render.slack_limits import cut, fits, fitted, most_that, packed, units, weight
from tests.handlers.render import generated


def test_a_cut_is_marked_and_its_quotation_closed() -> None:
    """A reader sees that words are missing, and where the quotation ends."""
    assert (
        cut("She said “we will not leave this harbour before spring”", 30) == "She said “we will not leave…”"
    )


def test_what_fits_is_not_cut() -> None:
    """The last character still fits."""
    assert cut("exactly", 7) == "exactly"


@settings(deadline=None)
@given(generated.texts, st.integers(50, 900))
def test_a_fitted_text_never_exceeds_its_limit(text: str, limit: int) -> None:
    """Also when every character grows by being escaped; and short text stays whole."""
    shown = fitted(text, limit)
    assert units(shown) <= limit
    assert "…" in shown or len(plain(text)) <= limit


@given(st.integers(0, 60), st.integers(0, 60))
def test_the_most_that_fits_is_found(count: int, limit: int) -> None:
    """All of them, or as many as the limit lets."""
    assert most_that(lambda number: number <= limit, count) == min(count, limit)


def test_all_may_fit_where_fewer_do_not() -> None:
    """The line that counts the rest takes room that the whole does not need."""
    assert most_that(lambda number: number == 5 or number < 3, 5) == 5


@given(st.lists(st.text(min_size=1, max_size=40, alphabet="ab😀 "), max_size=40))
def test_packing_keeps_every_line_in_order(lines: list[str]) -> None:
    """Nothing is lost between texts, and no text is over its limit."""
    texts = packed(lines, limit=100)
    assert "\n".join(texts) == "\n".join(lines)
    assert all(units(text) <= 100 for text in texts)


@pytest.mark.parametrize(
    ("blocks", "verdict"), [([{"type": "divider"}] * 50, True), ([{"type": "divider"}] * 51, False)]
)
def test_fifty_blocks_fit_and_not_one_more(blocks: list[dict[str, str]], verdict: bool) -> None:  # noqa: FBT001
    """Slack refuses the fifty-first."""
    assert fits(blocks) is verdict


def test_everything_in_a_block_counts() -> None:
    """Slack does not say what it counts, so addresses and keys count as well as words."""
    assert weight([{"text": "😀é"}]) == len('[{"text":"é"}]') + 2
