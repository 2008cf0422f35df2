"""Dates as pages write them, to datetimes with the zone that the page gives. No clock: a date must be whole."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from summarizer.text.dates import MONTHS
from summarizer.text.lexicon import factors_of

EARLIEST_YEAR, LATEST_YEAR = 1900, 2049  # outside lie epoch mistakes and template leftovers
MONTH_OF = {number: name for name, number in MONTHS.items()}
ZONES = {zone: float(hours) for zone, hours in factors_of("zones").items()}
# Letters of a zone in summer and winter alike: the day says how far it is from UTC.
YEAR_ROUND = {
    "et": "America/New_York",
    "ct": "America/Chicago",
    "mt": "America/Denver",
    "pt": "America/Los_Angeles",
}
DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\.?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})\b")
MONTH_FIRST = re.compile(r"\b([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
CLOCK = re.compile(r"\b(\d{1,2})[:.](\d{2})(?::(\d{2}))?\s*([ap]\.?m\b\.?)?", re.IGNORECASE)
ZONE = re.compile(r"\b([A-Z]{2,4})\b(?:\s*([+-]\d{1,2}(?::?\d{2})?))?|([+-]\d{2}:?\d{2})\b")
LONGEST = 200  # characters; a date stands in a short line
REGION = re.compile(r"\[[A-Za-z_]+(?:/[A-Za-z_]+)*\]$")  # "…Z[Europe/London]"
# "13.4.2025": with points the day comes first; with strokes either may.
DOTTED = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b")
FIRST_PUBLISHED = re.compile(r"\b(?:first|originally) (?:published|posted)\b", re.IGNORECASE)
EPOCH = re.compile(r"\d{10}(?:\d{3})?")


def parse_date(text: str | None) -> datetime | None:
    """The moment that `text` names; None when it names none, or only part of one."""
    text = (text or "").strip()
    if not text or len(text) > LONGEST:
        return None
    for read in (iso, epoch, mail, written):
        try:
            moment = read(text)
        except (ValueError, OverflowError, IndexError, TypeError):
            continue
        if moment is not None and EARLIEST_YEAR <= moment.year <= LATEST_YEAR:
            return moment
    return None


def iso(text: str) -> datetime | None:
    """ISO 8601, also with a blank before the zone or a zone's letters."""
    text = REGION.sub("", text)
    named = re.fullmatch(r"(.*\d)\s*([A-Za-z]{1,4})", text)
    if named and named.group(2).lower() in ZONES:
        return datetime.fromisoformat(named.group(1).strip()).replace(tzinfo=named_zone(named.group(2)))
    return datetime.fromisoformat(re.sub(r"\s+([+-]\d{2}:?\d{2})$", r"\1", text))


def epoch(text: str) -> datetime | None:
    """Seconds or milliseconds since 1970."""
    if not EPOCH.fullmatch(text):
        return None
    return datetime.fromtimestamp(int(text[:10]), UTC)


def mail(text: str) -> datetime | None:
    """As in mail headers and feeds: "Wed, 20 Nov 2019 08:00:00 +0100"."""
    return parsedate_to_datetime(text) if re.search(r"\d:\d\d:\d\d", text) else None


def written(text: str) -> datetime | None:
    """As read: "20 November 2019, 8:15 am GMT", "Nov. 20, 2019", "13.4.2025 18:30".

    "Updated November 20, 2019 at 9:30, first published at 8:15": the day is given once, the time is the first one's.
    """
    first = FIRST_PUBLISHED.search(text)
    if first and (moment := with_time(written(text[: first.start()]), text[first.end() :])):
        return written(text[first.end() :]) or moment
    if dotted := DOTTED.search(text):
        text = f"{dotted[1]} {MONTH_OF.get(int(dotted[2]), '')} {dotted[3]} {text[dotted.end() :]}"
    day_first, month_first = DAY_FIRST.search(text), MONTH_FIRST.search(text)
    if day_first and day_first.group(2).lower() in MONTHS:
        day, month, year = day_first.groups()
        rest = text[: day_first.start()] + " " + text[day_first.end() :]
    elif month_first and month_first.group(1).lower() in MONTHS:
        month, day, year = month_first.groups()
        rest = text[: month_first.start()] + " " + text[month_first.end() :]
    else:
        return None
    hour, minute, second, after = clock(rest)
    zone = zone_in(after)
    return datetime(int(year), MONTHS[month.lower()], int(day), hour, minute, second, tzinfo=zone)


def with_time(day: datetime | None, text: str) -> datetime | None:
    """`day` with the time in `text`; its zone if it gives one."""
    if day is None or not CLOCK.search(text):
        return None
    hour, minute, second, after = clock(text)
    return day.replace(hour=hour, minute=minute, second=second, tzinfo=zone_in(after) or day.tzinfo)


def clock(text: str) -> tuple[int, int, int, str]:
    """Hour, minute, second, and what follows them; midnight when no time is given."""
    found = CLOCK.search(text)
    if not found:
        return 0, 0, 0, ""
    hour, half = int(found.group(1)), (found.group(4) or "").lower()[:1]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour, int(found.group(2)), int(found.group(3) or 0), text[found.end() :]


def zone_in(text: str) -> tzinfo | None:
    """The zone written after a time."""
    found = ZONE.search(text)
    if not found:
        return None
    shift = found.group(3) or found.group(2)
    if shift:
        return offset_zone(shift)
    return named_zone(found.group(1))


def offset_zone(shift: str) -> timezone:
    """ "+0530", "-05:00", "+2" """
    digits = shift[1:].replace(":", "")
    hours, minutes = int(digits[:2]), int(digits[2:] or 0)
    return timezone((1 if shift[0] == "+" else -1) * timedelta(hours=hours, minutes=minutes))


def named_zone(name: str) -> tzinfo | None:
    """A zone by its letters; None for letters that mean no zone we know."""
    if place := YEAR_ROUND.get(name.lower()):
        return ZoneInfo(place)
    hours = ZONES.get(name.lower())
    return None if hours is None else UTC if hours == 0 else timezone(timedelta(hours=hours))
