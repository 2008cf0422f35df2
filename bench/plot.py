"""docs/pictures/speed.png: what a text costs beside the bare parse, and how look-ups grow with the archive."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from bench import archive, reading
from bench.tables import percentile

PICTURE = Path(__file__).parents[1] / "docs" / "pictures" / "speed.png"
INK, PAPER = "#1d3557", "#a8b8cc"
ASKED_RATIO, ASKED_SECONDS = 2.0, 0.05


def draw(readings: reading.Readings, sizes: Sequence[archive.Size]) -> None:
    figure = Figure(figsize=(10, 3.6), layout="constrained")
    left, right = figure.subplots(1, 2)
    draw_steps(left, readings)
    draw_growth(right, sizes)
    figure.savefig(PICTURE, dpi=110)


def draw_steps(axes: Axes, readings: reading.Readings) -> None:
    """Bars, the bare parse being one."""
    bare = readings.seconds[reading.BARE]
    names = [name.replace("`", "") for name in readings.seconds]
    shares = [seconds / bare for seconds in readings.seconds.values()]
    colours = [INK if name in {reading.BARE, reading.WHOLE} else PAPER for name in readings.seconds]
    axes.barh(names, shares, color=colours)
    axes.invert_yaxis()
    axes.axvline(ASKED_RATIO, color="firebrick", linestyle=":", label="asked: at most")
    axes.set_title("Time beside bare nlp.pipe, one core")
    axes.legend(frameon=False)


def draw_growth(axes: Axes, sizes: Sequence[archive.Size]) -> None:
    """A line a kind of look-up, both axes logarithmic."""
    counts = [size.statements for size in sizes]
    for kind in sizes[0].seconds:
        axes.loglog(
            counts, [1000 * percentile(size.seconds[kind], 95) for size in sizes], marker="o", label=kind
        )
    axes.axhline(1000 * ASKED_SECONDS, color="firebrick", linestyle=":", label="asked: under")
    axes.set_title("Look-up, 95th percentile, ms")
    axes.set_xlabel("statements in the archive")
    axes.legend(frameon=False, fontsize=7)
