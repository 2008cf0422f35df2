"""How many generated examples a test tries."""

from hypothesis import settings


def examples(times: float) -> int:
    """So many times the number of the profile that is chosen: 50, 15 in the fast suite, 8,000 when thorough."""
    return max(1, round(settings().max_examples * times))
