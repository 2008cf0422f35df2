"""The timeline of a running story's figure, drawn."""

from __future__ import annotations

import struct
import subprocess
import sys
import zlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from handlers.render.timeline_picture import LONGEST_ALT, alt_words, timeline_picture
from summarizer.model import Claim, Evidence, Figure, Span, Timeline

MORNING = datetime(2026, 5, 5, 7, 15, tzinfo=UTC)
PROOF = (Evidence("https://courier.example/flood", Span(0, 5)),)


def point(
    value: int, hours: int, source: str | None = "civil defence office", outlet: str = "Courier"
) -> Claim:
    figure = Figure(
        Span(0, 5), f"{value:,}", Decimal(value), modifier="about", unit="people", concept="people evacuated"
    )
    return Claim(figure, source, (outlet,), MORNING + timedelta(hours=hours), PROOF)


FLOOD = Timeline("people evacuated", (point(1200, 0, None), point(900, 2), point(1400, 7), point(1550, 12)))


def chunks(png: bytes) -> dict[bytes, bytes]:
    """The parts of a PNG by name; raises when one is broken."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    found, at = {}, 8
    while at < len(png):
        size, name = struct.unpack(">I4s", png[at : at + 8])
        body, at = png[at + 8 : at + 8 + size], at + 12 + size
        assert zlib.crc32(name + body) == struct.unpack(">I", png[at - 4 : at])[0]
        found.setdefault(name, body)
    return found


def test_the_words_of_a_timeline_say_all_that_it_shows():
    """Value, source, outlet and time of each point."""
    assert alt_words(FLOOD) == (
        "Timeline of people evacuated: about 1,200 (Courier, 5 May 2026, 07:15 UTC); "
        "about 900 (civil defence office, in Courier, 5 May 2026, 09:15 UTC); "
        "about 1,400 (civil defence office, in Courier, 5 May 2026, 14:15 UTC); "
        "about 1,550 (civil defence office, in Courier, 5 May 2026, 19:15 UTC)."
    )


def test_words_too_many_for_slack_are_counted():
    """No value is cut in half, none is dropped in silence."""
    long = Timeline("people evacuated", tuple(point(n, n) for n in range(40)))
    assert len(alt_words(long)) <= LONGEST_ALT
    assert alt_words(long).endswith("more values.")


@pytest.mark.slow
def test_a_timeline_is_a_picture_of_a_readable_size():
    """A whole PNG, wide enough for a phone turned sideways, with its words inside."""
    drawn = timeline_picture(FLOOD)
    parts = chunks(drawn.png)
    width, height = struct.unpack(">II", parts[b"IHDR"][:8])
    assert (width, height) == (1440, 800)
    assert b"people evacuated" in parts[b"tEXt"]
    assert drawn.alt == alt_words(FLOOD)


@pytest.mark.slow
def test_the_same_timeline_gives_the_same_bytes():
    """So that a picture that is made again after a crash is the same picture."""
    assert timeline_picture(FLOOD).png == timeline_picture(FLOOD).png


HARD = {
    "one moment": Timeline("x", tuple(replace(point(n, 0, f"source {n}"), at=MORNING) for n in range(1, 4))),
    "no zone": Timeline("x", tuple(replace(point(n, n), at=datetime(2026, 5, 5 + n)) for n in range(1, 4))),
    "mixed zones": Timeline("x", (replace(point(1, 0), at=datetime(2026, 5, 5)), point(2, 2), point(3, 9))),
    "signs": Timeline(
        "$x^{2$ costs \\alpha", (point(0, 0, "$"), point(1, 1, "_{"), point(2, 2, "100 % \n of it"))
    ),
    "huge": Timeline("x", (point(10**15, 0), point(1, 1), point(2 * 10**15, 2))),
    "years": Timeline("x", (point(1, 0), point(5, 24 * 400), point(7, 24 * 4000))),
    "many": Timeline(
        "long " * 60, tuple(point(n * 37 % 11, n % 5, "a very long name " * 9) for n in range(1, 30))
    ),
    "no words": Timeline("", (point(1, 0, ""), point(2, 1, "\u200b", ""), point(3, 2, None, ""))),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HARD)
def test_any_timeline_can_be_drawn(name):
    """Signs of formulas, one moment, no zone, huge numbers, names without end."""
    assert chunks(timeline_picture(HARD[name]).png)


@pytest.mark.slow
def test_what_draws_nothing_does_not_load_what_draws():
    """The plotting library takes half a second, which no other command pays."""
    told = "import sys, bot.cli, bot.cli.digest, handlers.render.html; sys.exit('matplotlib' in sys.modules)"
    subprocess.run([sys.executable, "-c", told], check=True)  # noqa: S603  our own words
