"""Differences in every rendering: exact words, within Slack's limits, and the same after a trip through JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from handlers.render.html import digest_html
from handlers.render.markdown import digest_markdown
from handlers.render.shapes import brief_from_shape, brief_shape, digest_shape
from handlers.render.slack import brief_message, digest_messages
from handlers.render.slack_limits import fits
from summarizer.model import (
    Bullet,
    Claim,
    ClaimsDiffer,
    Credit,
    Digest,
    DigestStory,
    Evidence,
    Figure,
    Opposed,
    OutletLink,
    Span,
    Voice,
)
from tests.handlers.render.briefs import HARBOUR_BRIEF

PROOF = (Evidence("https://courier.example/ferry", Span(0, 8)),)
NINE, FOUR = datetime(2026, 3, 11, 9, tzinfo=UTC), datetime(2026, 3, 11, 16, tzinfo=UTC)
LINK = OutletLink("Courier", "https://courier.example/ferry", "Ferry sinks")


def claim(value: int, source: str | None, at: datetime, *outlets: str) -> Claim:
    figure = Figure(Span(0, 2), str(value), Decimal(value), unit="people", concept="people missing")
    return Claim(figure, source, outlets, at, PROOF)


MISSING = ClaimsDiffer(
    "people missing",
    "conflict",
    (claim(14, "coast guard", NINE, "Courier", "Star"), claim(11, "port authority", FOUR, "Standard")),
)
SAID = Bullet(
    Credit("Bea Roy"), "said", "indirect", "there had been cracks", PROOF, line="said there had been cracks"
)
OPPOSED = Opposed(
    SAID, replace(SAID, source=Credit("Colm Averly"), cue="denied", line="denied there had been cracks")
)


def digest(
    differ: tuple[ClaimsDiffer, ...] = (MISSING,), opposed: tuple[Opposed, ...] = (OPPOSED,)
) -> Digest:
    story = DigestStory("Ferry sinks", (LINK,), None, (SAID,), (), differ=differ, opposed=opposed)
    return Digest(date(2026, 3, 12), (story,))


def test_each_value_stands_with_source_outlet_and_time() -> None:
    """A reader sees who gives which value, where and when."""
    told = digest_markdown(digest())
    assert (
        "**Outlets disagree on people missing:** **14** (coast guard, in Courier and Star, 11 March 2026, 09:00 UTC)"
        in told
    )
    assert "; **11** (port authority, in Standard, 11 March 2026, 16:00 UTC)" in told


def test_an_update_reads_from_old_to_new() -> None:
    """An arrow and another heading: nobody takes a corrected figure for a quarrel."""
    told = digest_markdown(digest((replace(MISSING, kind="update"),)))
    assert "**Updated, people missing:**" in told
    assert " → **11**" in told
    assert "disagree" not in told


def test_slack_and_html_tell_the_same() -> None:
    """The values and the denial stand in every rendering."""
    for told in (str(digest_messages(digest(), key="d")), digest_html(digest())):
        for words in (
            "Outlets disagree on people missing",
            "people missing",
            "coast guard, in Courier and Star",
            "Denied",
            "Colm Averly denied",
        ):
            assert words in told


def test_a_brief_with_differences_is_the_same_after_json() -> None:
    """The archive keeps what differs; a brief filed before there were differences is read as one without."""
    brief = replace(HARBOUR_BRIEF, differ=(MISSING,), opposed=(OPPOSED,))
    shape = json.loads(json.dumps(brief_shape(brief)))
    assert brief_from_shape(shape) == brief
    del shape["differ"], shape["opposed"]
    assert brief_from_shape(shape) == HARBOUR_BRIEF
    assert "Outlets disagree on people missing" in str(brief_message(brief, key="b").blocks)


def test_a_digest_in_json_carries_differences_and_voices() -> None:
    """What the renderings say stands in the JSON too."""
    (story,) = digest_shape(digest())["stories"]
    assert [one["figure"]["value"] for one in story["differ"][0]["claims"]] == [14, 11]
    assert story["opposed"][0]["second"]["cue"] == "denied"


def test_differences_without_measure_still_fit_slack() -> None:
    """Very long names, many values and many denials: each message stays within the limits, the rest is counted."""
    long = claim(14, "port authority " * 60, NINE, *(f"Outlet {number} " * 9 for number in range(9)))
    many = replace(MISSING, about="people & <things> " * 50, claims=(long,) * 40)
    wordy = Opposed(replace(SAID, line="cracks " * 300), replace(SAID, line="no cracks " * 300))
    messages = digest_messages(digest((many,) * 9, (wordy,) * 9), key="d")
    assert all(fits(message.blocks) for message in messages)
    assert "more difference" in str(messages)


def test_one_text_of_many_outlets_is_told_as_one_voice() -> None:
    """The agency is named with its outlets; where none is credited the outlets share one text."""
    links = tuple(replace(LINK, outlet=name, url=f"https://{name}.example/") for name in ("A", "B", "C", "D"))
    story = DigestStory(
        "Ferry", links, None, (SAID,), (), voices=(Voice(("A", "B"), "CNA"), Voice(("C",)), Voice(("D",)))
    )
    told = digest_markdown(Digest(date(2026, 3, 12), (story,)))
    assert "CNA, in 2 outlets: [A](<https://A.example/>), [B](<https://B.example/>) · [C]" in told
    story = replace(story, voices=(Voice(("A", "B", "C", "D")),))
    assert "one text, in 4 outlets" in digest_markdown(Digest(date(2026, 3, 12), (story,)))
