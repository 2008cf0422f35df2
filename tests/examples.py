"""How many generated examples a test tries, and at how many moments it lets a process die."""

from __future__ import annotations

import pytest
from hypothesis import settings


def examples(times: float) -> int:
    """So many times the number of the profile that is chosen: 50, 15 in the fast suite, 8,000 when thorough."""
    return max(1, round(settings().max_examples * times))


def moments(count: int) -> list[object]:
    """The number of each of so many acts; the fast suite takes every third."""
    return [
        number if number % 3 == 0 else pytest.param(number, marks=pytest.mark.slow) for number in range(count)
    ]
