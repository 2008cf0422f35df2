"""How the figure of a running story went, drawn as a PNG: who gave which value when.

Who gave a value is told in words at each point, by the shape of its mark and by a colour that colour-blind readers tell
apart; nothing is told by colour alone. matplotlib is loaded when something is drawn: it takes half a second.
"""

from __future__ import annotations

import io
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from handlers.domain.message import Picture
from handlers.render.differ_words import claim_words, value_words
from handlers.render.escape import plain
from handlers.render.slack_limits import cut
from handlers.render.wording import counted, day_words, joined
from summarizer.model import Claim, Timeline

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.offsetbox import AnnotationBbox
    from matplotlib.transforms import Bbox

# Okabe and Ito's colours, the dark ones first.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#000000", "#E69F00", "#56B4E9")
MARKS = ("o", "s", "^", "D", "v", "P", "X", "*")
INK, PALE, RULE = "#1a1a1a", "#595959", "#e3e3e3"  # PALE on white: 7 to 1
INCHES, DOTS_AN_INCH = (9.0, 5.0), 160
MOST_POINTS = 8  # the latest; more cannot be labelled side by side
LONGEST_GIVER, LINE_OF_GIVER = 60, 24  # characters
LONGEST_TITLE = 70
LONGEST_ALT = 1000  # characters; Slack takes no more
ROOM, ROOM_BELOW_ZERO = 0.35, 0.2  # above and below the values, of their spread
TICKS = ["%Y", "%b %Y", "%-d %b", "%H:%M", "%H:%M", "%H:%M"]  # years, months, days, hours, minutes, seconds
TICKS_AT_ZERO = ["", "%Y", "%-d %b", "%-d %b", "%H:%M", "%H:%M"]
MARK = 14  # dots from the middle of a mark to its edge
FAR = 20  # points from which on a line leads from a label to its point
# Where a label may stand beside its point, the best place first: offset in points, and which part of it lies there.
PLACES = (
    (0, 10, 0.5, 0.0),
    (0, -10, 0.5, 1.0),
    (11, 0, 0.0, 0.5),
    (-11, 0, 1.0, 0.5),
    (8, 8, 0.0, 0.0),
    (8, -8, 0.0, 1.0),
    (-8, 8, 1.0, 0.0),
    (-8, -8, 1.0, 1.0),
    (0, 42, 0.5, 0.0),
    (0, -42, 0.5, 1.0),
    (40, 30, 0.0, 0.0),
    (40, -30, 0.0, 1.0),
    (-40, 30, 1.0, 0.0),
    (-40, -30, 1.0, 1.0),
)


def timeline_picture(timeline: Timeline) -> Picture:
    """The timeline drawn; the same timeline always gives the same bytes."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415  half a second, for pictures only
    from matplotlib.figure import Figure  # noqa: PLC0415

    points = timeline.points[-MOST_POINTS:]
    figure = Figure(figsize=INCHES, dpi=DOTS_AN_INCH, facecolor="white")
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_axes((left := left_edge(points), 0.12, 0.96 - left, 0.68))
    write_title(figure, timeline, points)
    draw_axes(axes, points)
    draw_points(axes, points)
    label_points(canvas, axes, points)
    file = io.BytesIO()
    canvas.print_png(file, metadata={"Software": None, "Description": alt_words(timeline)})
    return Picture(file.getvalue(), alt_words(timeline))


def alt_words(timeline: Timeline) -> str:
    """The picture in words: every value with source, outlets and time, as many as an alternative text holds."""
    head = f"Timeline of {plain(timeline.about)}: "
    told = [f"{value_words(point)} ({claim_words(point)})" for point in timeline.points]
    shown = len(told)
    while shown and len(spelled(head, told, shown)) > LONGEST_ALT:
        shown -= 1
    return cut(spelled(head, told, shown), LONGEST_ALT)


def spelled(head: str, told: Sequence[str], shown: int) -> str:
    """The first values, and how many more there are."""
    rest = len(told) - shown
    return head + "; ".join([*told[:shown], *([counted(rest, "more value")] if rest else [])]) + "."


def giver_of(point: Claim) -> str:
    """Who gives a value: its source, or the outlets on their own account."""
    if point.source:
        return plain(point.source)
    first, *more = [plain(outlet) for outlet in point.outlets]
    return joined([first, counted(len(more), "more outlet")]) if more else first


def moment_of(point: Claim) -> datetime:
    """When the point was published; a page without a zone is taken as UTC."""
    if point.at is None:
        raise ValueError("a point of a timeline has its time")
    return point.at if point.at.tzinfo else point.at.replace(tzinfo=UTC)


def value_of(point: Claim) -> float:
    return float(point.figure.value or 0)


def left_edge(points: Sequence[Claim]) -> float:
    """The part of the picture's width that the longest number beside the axis needs."""
    return 0.045 + 0.0095 * max(len(f"{value_of(point):,.0f}") for point in points)


def write_title(figure: Figure, timeline: Timeline, points: Sequence[Claim]) -> None:
    """What is counted, and how to read the picture."""
    about = plain(timeline.about) or "the figure"
    title = cut(f"{about[:1].upper()}{about[1:]}", LONGEST_TITLE)
    left = len(timeline.points) - len(points)
    told = "Who gave which value, and when" + (f"; {counted(left, 'earlier value')} left out" if left else "")
    figure.text(0.04, 0.93, title, fontsize=17, fontweight="bold", color=INK, va="center", parse_math=False)
    figure.text(0.04, 0.865, told, fontsize=10.5, color=PALE, va="center")


def draw_axes(axes: Axes, points: Sequence[Claim]) -> None:
    """Time to the right, values upwards, with room for the labels; no line that carries nothing."""
    axes.tick_params(length=0, colors=PALE, labelsize=9.5)
    axes.grid(axis="y", color=RULE, linewidth=0.8)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(PALE)
    scale_time(axes, [moment_of(point) for point in points])
    scale_values(axes, [value_of(point) for point in points])


def scale_time(axes: Axes, moments: Sequence[datetime]) -> None:
    """All in the zone of the first point; the days are named below."""
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter  # noqa: PLC0415

    zone = moments[0].tzinfo
    room = max(moments[-1] - moments[0], timedelta(hours=1)) * 0.14
    axes.set_xlim(moments[0] - room, moments[-1] + room)  # type: ignore[arg-type]  # dates are taken
    locator = AutoDateLocator(tz=zone, minticks=3, maxticks=7)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(
        ConciseDateFormatter(locator, tz=zone, formats=TICKS, zero_formats=TICKS_AT_ZERO, show_offset=False)
    )
    days = dict.fromkeys(day_words(moment.astimezone(zone).date()) for moment in (moments[0], moments[-1]))
    told = f"{' to '.join(days)}, times in {moments[0].tzname() or 'UTC'}"
    axes.text(0, -0.105, told, transform=axes.transAxes, fontsize=9, color=PALE, va="top")


def scale_values(axes: Axes, values: Sequence[float]) -> None:
    """Whole numbers for what is counted in them; nothing below zero for what is not."""
    from matplotlib.ticker import MaxNLocator  # noqa: PLC0415

    low, high = min(values), max(values)
    spread = (high - low) or abs(high) or 1.0
    bottom = low - ROOM * spread
    axes.set_ylim(max(bottom, -ROOM_BELOW_ZERO * spread) if low >= 0 else bottom, high + ROOM * spread)
    axes.yaxis.set_major_locator(MaxNLocator(nbins=5, integer=all(value.is_integer() for value in values)))
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:,.10g}")


def draw_points(axes: Axes, points: Sequence[Claim]) -> None:
    """A mark for each value; those of one source share shape and colour and are joined."""
    givers = list(dict.fromkeys(map(giver_of, points)))
    for number, giver in enumerate(givers):
        own = [point for point in points if giver_of(point) == giver]
        axes.plot(
            [moment_of(point) for point in own],  # type: ignore[arg-type]  # dates are taken
            [value_of(point) for point in own],
            marker=MARKS[number % len(MARKS)],
            color=COLOURS[number % len(COLOURS)],
            markersize=10,
            markeredgecolor="white",
            linewidth=1.6,
            linestyle=(0, (4, 3)),
            zorder=3,
        )


def label_points(canvas: FigureCanvasAgg, axes: Axes, points: Sequence[Claim]) -> None:
    """Value and giver beside each point, at the first place where they cover nothing."""
    taken = [
        *(mark_box(axes, moment_of(point), value_of(point)) for point in points),
        *line_boxes(axes, points),
    ]
    for point in points:
        tried: list[tuple[float, AnnotationBbox, Bbox]] = []
        while len(tried) < len(PLACES) and not (tried and tried[-1][0] == 0):
            label = make_label(axes, point, PLACES[len(tried)])
            box = label.get_window_extent(canvas.get_renderer())
            tried.append((covered(box, taken, axes), label, box))
        best = min(tried, key=lambda one: one[0])
        taken.append(best[2])
        for one in tried:
            if one is not best:
                one[1].remove()


def make_label(axes: Axes, point: Claim, place: tuple[int, int, float, float]) -> AnnotationBbox:
    """The value in bold, below it who gives it; a thin line leads to a label that stands away from its point."""
    from matplotlib.offsetbox import AnnotationBbox, TextArea, VPacker  # noqa: PLC0415
    from matplotlib.patheffects import withStroke  # noqa: PLC0415

    right, up, across, along = place
    # A dollar sign is a dollar sign; a white rim keeps lines off the words.
    plainly = {
        "parse_math": False,
        "multialignment": "center",
        "path_effects": [withStroke(linewidth=3, foreground="white")],
    }
    value = TextArea(
        cut(value_words(point), LONGEST_GIVER),
        textprops=plainly | {"fontsize": 11, "fontweight": "bold", "color": INK},
    )
    giver = textwrap.fill(cut(giver_of(point), LONGEST_GIVER), LINE_OF_GIVER)
    source = TextArea(giver, textprops=plainly | {"fontsize": 9, "color": PALE})
    label = AnnotationBbox(
        VPacker(children=[value, source], align="center", pad=0, sep=2),
        (moment_of(point), value_of(point)),  # type: ignore[arg-type]  # dates are taken
        (right, up),
        boxcoords="offset points",
        box_alignment=(across, along),
        frameon=False,
        pad=0,
        arrowprops={"arrowstyle": "-", "color": PALE, "linewidth": 0.7} if abs(up) > FAR else None,
    )
    axes.add_artist(label)
    return label


def line_boxes(axes: Axes, points: Sequence[Claim]) -> Iterator[Bbox]:
    """Where the lines between the values of one source lie: a box for each tenth of a line."""
    last: dict[str, Claim] = {}
    for point in points:
        before = last.get(giver_of(point))
        last[giver_of(point)] = point
        if before is not None:
            start, low = moment_of(before), value_of(before)
            for tenth in range(1, 10):
                part = tenth / 10
                moment = start + (moment_of(point) - start) * part
                yield mark_box(axes, moment, low + (value_of(point) - low) * part)


def mark_box(axes: Axes, moment: datetime, value: float) -> Bbox:
    """Where a mark lies, in dots."""
    from matplotlib.dates import date2num  # noqa: PLC0415
    from matplotlib.transforms import Bbox  # noqa: PLC0415

    x, y = axes.transData.transform((float(date2num(moment)), value))
    return Bbox.from_extents(x - MARK, y - MARK, x + MARK, y + MARK)


def covered(box: Bbox, taken: Iterable[Bbox], axes: Axes) -> float:
    """How much of what stands there already, or of what lies beside the picture or its axis, a label would cover."""
    shared = sum(overlap(box, other) for other in taken)
    width = float(min(box.x1, axes.figure.bbox.x1) - max(box.x0, axes.figure.bbox.x0))
    height = float(min(box.y1, axes.bbox.y1) - max(box.y0, axes.bbox.y0))
    return shared + float(box.width * box.height) - max(0.0, width) * max(0.0, height)


def overlap(one: Bbox, two: Bbox) -> float:
    """The area that two boxes share, in dots squared."""
    width = float(min(one.x1, two.x1) - max(one.x0, two.x0))
    height = float(min(one.y1, two.y1) - max(one.y0, two.y0))
    return max(0.0, width) * max(0.0, height)
