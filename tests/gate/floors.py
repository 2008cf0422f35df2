"""The floors: what each measure must reach, kept in floors.json."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.gate.measure import Measure

FILE = Path(__file__).with_name("floors.json")
STEP = 0.5  # floors lie on halves, rounded down: a floor says "not below", not "exactly this"
# Another processor rounds the tagger's numbers otherwise, and an item or two of a family come out differently. What
# no network decides (pages, stories) and what is promised (honesty) has no margin.
ROUNDED = frozenset({"attribution", "stability", "brief", "figures"})
MARGIN_ITEMS, MARGIN_PERCENT = 2, 0.5

Floors = Mapping[str, float]


def load_floors(path: Path = FILE) -> Floors:
    """Floor in percent by measure."""
    loaded: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def floor_of(percent: float) -> float:
    """The highest floor that `percent` stands on. A reached 90 is not made 89.5 by a rounding error."""
    return math.floor(round(percent, 6) / STEP) * STEP


def moved(floors: Floors, reached: Iterable[Measure], *, may_lower: bool) -> dict[str, float]:
    """Floors under what is reached now; a higher one stays unless lowering is accepted."""
    new = {measure.key: floor_of(measure.percent) for measure in reached}
    return {key: floor if may_lower else max(floor, floors.get(key, 0.0)) for key, floor in new.items()}


def write_floors(floors: Floors, path: Path = FILE) -> None:
    path.write_text(json.dumps(floors, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def is_below(measure: Measure, floors: Floors) -> bool:
    """Whether a measure has sunk under its floor; one without a floor has, too, until it is written."""
    if measure.key not in floors:
        return True
    short = round(floors[measure.key] - measure.percent, 6)
    return short >= margin(measure) if measure.family in ROUNDED else short > 0


def margin(measure: Measure) -> float:
    """How far below its floor, in percent, a measure of what the tagger reads falls short."""
    return max(round(100 * MARGIN_ITEMS / measure.judged, 6), MARGIN_PERCENT)
