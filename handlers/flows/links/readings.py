"""What the flows that brief links have in common: reading what is not known yet, and filing what was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from handlers.flows.answers import Answer, Briefed, Ending, Pointer, answer_from
from handlers.flows.desk import Desk, WantedBrief
from handlers.flows.reading_results import result_from, result_of
from handlers.flows.retry import retry
from handlers.ports import Json, LinkReader, Read, Steps, Version
from handlers.render.shapes_article import article_from_shape

SLOW_SECONDS = 5.0  # work that takes longer says so
READ_FLOW = "read"
WATCH_FLOW = "watch"


class Asked(Protocol):
    """Links that somebody wants briefed in a channel."""

    @property
    def flow_id(self) -> str: ...
    @property
    def team(self) -> str: ...
    @property
    def channel(self) -> str: ...
    @property
    def links(self) -> tuple[str, ...]: ...


class MarkedMessage(Protocol):
    """A message of somebody's that is being read."""

    @property
    def team(self) -> str: ...
    @property
    def channel(self) -> str: ...
    @property
    def ts(self) -> str: ...


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A link that the flow of this id reads."""

    flow: str
    url: str


Begun = UnderWay | Pointer
"""What a link begins with: it is being read, or there is a brief of it."""


def begin_readings(steps: Steps, desk: Desk, asked: Asked) -> Sequence[Begun]:
    """Start reading what the channel does not have yet: all links at once, each a flow of its own, in their order."""
    readings: list[Begun] = []
    for number, url in enumerate(asked.links):
        known = steps.run("look up", desk.look_up, asked.team, asked.channel, url)
        if known:
            readings.append(Pointer(known["brief_id"], url))
            continue
        flow = f"{asked.flow_id}/read/{number}"
        steps.begin(READ_FLOW, flow, {"url": url})
        readings.append(UnderWay(flow, url))
    return readings


def slow_ones(steps: Steps, readings: Sequence[Begun]) -> Sequence[int]:
    """The numbers of those that are not read within SLOW_SECONDS."""
    flows = {one.flow: number for number, one in enumerate(readings) if isinstance(one, UnderWay)}
    return [flows[flow] for flow in steps.unfinished(list(flows), SLOW_SECONDS)] if flows else []


def mark_if_slow(steps: Steps, desk: Desk, message: MarkedMessage, readings: Sequence[Begun]) -> bool:
    """Whether the message had to be marked as one that takes long."""
    is_slow = bool(slow_ones(steps, readings))
    if is_slow:
        retry(steps, "mark as slow", desk.mark_slow, message.team, message.channel, message.ts)
    return is_slow


def file_reading(steps: Steps, desk: Desk, reading: Begun, wanted: WantedBrief) -> Answer:
    """Wait for a link that is being read and file what came of it; what is known already is the answer."""
    if isinstance(reading, Pointer):
        return reading
    result = result_from(steps.result(reading.flow))
    return answer_from(steps.run("file", desk.file, wanted, reading.url, result))


def begin_watch(steps: Steps, told: Ending) -> None:
    """Let a brief that was told be noted for those who follow somebody, or some words, in it."""
    if isinstance(told, Briefed):
        steps.begin(WATCH_FLOW, f"watch:{told.brief_id}", {"brief_id": told.brief_id})


class Readings:
    """The single acts of reading. They touch neither Slack nor the archive, so they may be done anywhere."""

    def __init__(self, reading: LinkReader) -> None:
        self.reading = reading

    def read(self, url: str) -> Json:
        """{"brief": shape, "version": …}, or {"problem": sentence, "error": type} for the reporter."""
        return result_of(lambda: self.reading.read(url))

    def read_again(self, url: str, version: Json) -> Json:
        """The same of a page that was read in that version; {} when it still is the newest."""
        return result_of(lambda: self.reading.read_again(url, Version(**version)))

    def read_text(self, text: str) -> Json:
        """The same for a pasted text."""
        return result_of(lambda: self.reading.read_text(text))

    def read_together(self, shapes: Sequence[Json]) -> Json:
        """The same of several articles of one story: their one brief."""
        articles = [article_from_shape(shape) for shape in shapes]
        return result_of(lambda: Read(self.reading.read_together(articles)))


def read_link(readings: Readings, steps: Steps, argument: Json) -> Json:
    """Flow: a link is fetched and read, or looked at again, a pasted text read, or articles of one story read as one."""
    if "text" in argument:
        return steps.run("read text", readings.read_text, argument["text"])
    if "articles" in argument:
        return steps.run("read together", readings.read_together, argument["articles"])
    if "version" in argument:
        return steps.run("read again", readings.read_again, argument["url"], argument["version"])
    return steps.run("read", readings.read, argument["url"])
