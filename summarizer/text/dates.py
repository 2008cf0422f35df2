"""Names of months and weekdays. The one place that knows."""

from __future__ import annotations

from collections.abc import Mapping

from summarizer.text.lexicon import alternatives, numbers_of


def _first_of_each(numbers: Mapping[str, int]) -> tuple[str, ...]:
    names: dict[int, str] = {}
    for name, number in numbers.items():
        names.setdefault(number, name)
    return tuple(names.values())


_MONTHS, _WEEKDAYS = numbers_of("months"), numbers_of("weekdays")

MONTHS = {name.lower(): number for name, number in _MONTHS.items()}  # "jan" and "january" are 1
WEEKDAYS = {name.lower(): number for name, number in _WEEKDAYS.items()}  # "mon" and "monday" are 0
# In full, in their order.
MONTH_NAMES, WEEKDAY_NAMES = _first_of_each(_MONTHS), _first_of_each(_WEEKDAYS)
# As abbreviated before a full stop.
MONTH_ABBREVIATIONS = frozenset(_MONTHS) - frozenset(MONTH_NAMES)
MONTH = rf"(?:{alternatives(_MONTHS)})\b\.?"  # for a pattern
