"""Link to brief in Slack, the acknowledgements meanwhile, and what the bot takes of the machine.

    python -m bench.live

The real bot as a process, against a Slack and a web site on loopback; every link is a page it has not seen.
"""

from __future__ import annotations

import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import spacy

from bench.processes import memory, processor_time
from bench.scene import Scene, scene
from bench.tables import Table, median, milliseconds, percentile
from summarizer.article import article_of_page, read_page
from summarizer.default_model import DEFAULT_MODEL
from summarizer.errors import NutgrafError
from summarizer.parse.pipeline import folder_in_package
from tests.corpus import pages

AT_REST, AT_ONCE = 20, 100  # links
CHANNELS = 10
STILL = 60.0  # seconds over which an idle bot is watched
SETTLED = 5.0  # seconds after the last brief until it is idle
LONGEST = 300.0  # seconds for all that was shared at once
BETWEEN = 0.5  # seconds between two more links while those are read, and two looks
LOOK = 0.005  # seconds between two looks at the thread


@dataclass
class Day:
    """What was measured of one running bot, in seconds and megabytes."""

    connected: float = 0.0
    first_brief: float = 0.0
    at_rest: list[float] = field(default_factory=list)
    at_once: list[float] = field(default_factory=list)
    fetch_and_parse: list[float] = field(default_factory=list)
    acks_of_burst: list[float] = field(default_factory=list)
    acks_meanwhile: list[float] = field(default_factory=list)
    memory: dict[str, float] = field(default_factory=dict)
    idle_share: float = 0.0
    desk_seconds: float = 0.0  # of processor time a link, of the desk without its readers
    bytes: dict[str, float] = field(default_factory=dict)  # a link

    def tables(self) -> Iterator[Table]:
        yield Table(
            "link to brief",
            ("", "median", "95th percentile"),
            (
                in_row(f"link to brief, {AT_REST} links one after the other", self.at_rest),
                in_row("fetch and bare parse of the same pages", self.fetch_and_parse),
                in_row(f"link to brief, {AT_ONCE} links at once", self.at_once),
            ),
        )
        yield Table(
            "the running bot",
            ("", "measured", "asked"),
            (
                ("start to Slack connected", f"{self.connected:.1f} s", ""),
                ("start to the first brief", f"{self.first_brief:.1f} s", ""),
                (f"links a second, of {AT_ONCE} at once", f"{AT_ONCE / max(self.at_once):.1f}", ""),
                (
                    f"acknowledged, {AT_ONCE} in one instant, 99th percentile",
                    milliseconds(percentile(self.acks_of_burst, 99)),
                    "Slack waits 3 s",
                ),
                (
                    "acknowledged while those are read, 99th percentile",
                    milliseconds(percentile(self.acks_meanwhile, 99)),
                    "under 1 s",
                ),
                ("the desk's own processor time a link", milliseconds(self.desk_seconds), ""),
                *((f"{name} a link", f"{size / 1024:.0f} KB", "") for name, size in self.bytes.items()),
                *((f"memory, {when}", f"{megabytes:.0f} MB", "") for when, megabytes in self.memory.items()),
                (
                    f"processor time of an idle bot over {STILL:.0f} s",
                    f"{self.idle_share:.1%} of a core",
                    "1%",
                ),
            ),
        )


def in_row(name: str, seconds: Sequence[float]) -> tuple[str, str, str]:
    return name, milliseconds(median(seconds)), milliseconds(percentile(seconds, 95))


def measure() -> Day:
    """One bot from its start to its end."""
    day = Day()
    with scene() as stage:
        varied = pages_to_brief()
        day.fetch_and_parse = fetched_and_parsed(stage, varied)
        began = time.monotonic()
        bot = stage.start()
        try:
            stage.slack.wait_until_connected(timeout=LONGEST)
            day.connected = time.monotonic() - began
            shared_and_briefed(stage, stage.channel, varied[0])
            day.first_brief = time.monotonic() - began
            channels = [stage.slack.channel(f"desk-{n}", (stage.user,)) for n in range(CHANNELS)]
            at_rest(stage, bot, day, varied, channels)
            at_once(stage, bot, day, varied, channels)
        finally:
            bot.kill()
            bot.wait()
    return day


def at_rest(
    stage: Scene, bot: subprocess.Popen[bytes], day: Day, varied: Sequence[bytes], channels: Sequence[str]
) -> None:
    """An idle bot, then links one after the other, each in the next channel: one takes one message a second."""
    time.sleep(SETTLED)
    day.memory["idle"] = memory(bot.pid)
    used = processor_time(bot.pid)
    time.sleep(STILL)
    day.idle_share = (processor_time(bot.pid) - used) / STILL
    for number in range(AT_REST):
        channel, page = channels[number % CHANNELS], varied[number % len(varied)]
        day.at_rest.append(shared_and_briefed(stage, channel, page))


def at_once(
    stage: Scene, bot: subprocess.Popen[bytes], day: Day, varied: Sequence[bytes], channels: Sequence[str]
) -> None:
    """A hundred links in ten channels, and how long Slack waits for its acknowledgements meanwhile."""
    waiting: dict[tuple[str, str], float] = {}
    links, used, sizes = stage.links, processor_time(bot.pid, alone=True), file_sizes(stage)
    for number in range(AT_ONCE):
        channel = channels[number % CHANNELS]
        ts = stage.share(channel=channel, page=varied[number % len(varied)])
        waiting[channel, ts] = time.monotonic()
    burst = {ts for _, ts in waiting}
    meanwhile = set()
    peak = 0.0
    until = time.monotonic() + LONGEST
    while waiting and time.monotonic() < until:
        peak = max(peak, memory(bot.pid))
        for place in [place for place in waiting if stage.answers(place[1], place[0])]:
            day.at_once.append(time.monotonic() - waiting.pop(place))
        if len(latencies(stage, burst)) == AT_ONCE:
            meanwhile.add(stage.share(page=varied[0]))
        time.sleep(BETWEEN)
    if waiting:
        raise TimeoutError(f"{len(waiting)} links without a brief\n{stage.end_of_log()}")
    stage.slack.wait_until_quiet(timeout=LONGEST)
    links = stage.links - links
    day.memory["busy"] = peak
    day.desk_seconds = (processor_time(bot.pid, alone=True) - used) / links
    day.bytes = {name: (size - sizes[name]) / links for name, size in file_sizes(stage).items()}
    day.acks_of_burst, day.acks_meanwhile = latencies(stage, burst), latencies(stage, meanwhile)


def file_sizes(stage: Scene) -> dict[str, int]:
    """Bytes of both databases, with what is not yet written into their files."""
    names = ("nutgraf.db", "engine.db")
    return {name: sum(path.stat().st_size for path in stage.folder.glob(f"{name}*")) for name in names}


def latencies(stage: Scene, messages: set[str]) -> list[float]:
    """Seconds until the bot had acknowledged each of these messages."""
    found = (
        delivery.latency
        for delivery in stage.slack.hub.deliveries
        if delivery.payload.get("event", {}).get("ts") in messages
    )
    return [seconds for seconds in found if seconds is not None]


def shared_and_briefed(stage: Scene, channel: str, page: bytes) -> float:
    """Seconds from a message with a link to the brief in its thread."""
    ts = stage.share(channel=channel, page=page)
    return seconds_until(lambda: stage.answers(ts, channel) > 0, stage)


def seconds_until(is_there: Callable[[], bool], stage: Scene) -> float:
    began = time.monotonic()
    while not is_there():
        if time.monotonic() > began + LONGEST:
            raise TimeoutError(stage.end_of_log())
        time.sleep(LOOK)
    return time.monotonic() - began


def pages_to_brief() -> Sequence[bytes]:
    """The corpus' pages that become a brief."""
    return [body for path in pages().values() if can_be_briefed(body := path.read_bytes())]


def can_be_briefed(page: bytes) -> bool:
    try:
        article_of_page(page, "https://site.example/")
    except NutgrafError:
        return False
    return True


def fetched_and_parsed(stage: Scene, varied: Sequence[bytes]) -> list[float]:
    """Seconds for a plain fetch and the bare parse of each page's article: what no bot could do without."""
    bare = spacy.load(folder_in_package(DEFAULT_MODEL) or DEFAULT_MODEL)
    stage.site.pages.update({f"/bare-{n}": page for n, page in enumerate(varied)})
    spent = []
    for number, page in enumerate(varied):
        text = read_page(page, stage.site.url("/")).text
        bare(text)  # the first time fills caches
        began = time.monotonic()
        with urllib.request.urlopen(stage.site.url(f"/bare-{number}")) as answer:  # noqa: S310  # loopback
            answer.read()
        bare(text)
        spent.append(time.monotonic() - began)
    return spent


def main() -> None:
    for table in measure().tables():
        table.show()


if __name__ == "__main__":
    main()
