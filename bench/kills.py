"""Kills the running bot again and again and counts what is lost or doubled: `python -m bench.kills --kills 200`.

The real bot as a process, against a Slack and a web site on loopback. Links are shared and commands typed all the
time, each minute two channels' daily digests come due, some of Slack's answers are lost, and the bot is killed
(SIGKILL) at random moments, also while it starts.

What is posted in a channel must be there exactly once: links, digests, answers to commands with `here`. A message
that the bot acknowledged must be answered; of one that Slack gave up telling it of, after four attempts that each met a
dead bot, it may know nothing. A command that the bot acknowledged must be answered; of one that it did not, Slack told
the asker that it failed, and it may be answered or not. An answer to the asker's eyes alone goes to a response_url, where Slack lets nobody look for what came
before: when Slack's answer is lost, or the bot dies before it notes it, the same words are said again. Nothing could be
said instead but, now and then, nothing; such repeats are counted in a column of their own.
"""

from __future__ import annotations

import argparse
import random
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from bench.commands import Commands
from bench.dailies import Dailies, dailies
from bench.scene import Scene, scene
from tests.fakes.slack.faults import RESPONSE_URL

LONGEST_LIFE = 9.0  # seconds; a start takes about three, so that most kills meet work
STARTS_A_LIFE = 3.0  # on a machine where it takes longer
LAST_CHANCE = 240.0  # seconds in which the last start asks nothing of Slack: what is left then is lost
LOOK_SECONDS = 0.05
MOST_LINKS = 2
MOST_COMMANDS = 3
LOST_ANSWERS = 0.3  # share of rounds in which Slack does as it is asked and its answer is lost
LOSE_ANSWERS = ("chat.postMessage", "chat.postMessage", "reactions.add", "reactions.remove", RESPONSE_URL)
TO_THE_DEAD = 0.2  # share of commands typed whether anybody is connected or not
TO_DAILIES = 0.3  # share of messages in channels that have a digest during the run


@dataclass(frozen=True, slots=True)
class Newsroom:
    """People who share and type, whatever happens to the bot."""

    scene: Scene
    commands: Commands
    dailies: Dailies
    chance: random.Random

    def share(self) -> None:
        """A message with links, often where a digest is still to come."""
        waiting = [channel for channel in self.dailies.with_links if not self.dailies.told(channel)]
        to_daily = waiting and self.chance.random() < TO_DAILIES
        channel = self.chance.choice(waiting) if to_daily else self.scene.channel
        self.scene.share(self.chance.randint(1, MOST_LINKS), channel)

    def live(self, seconds: float) -> None:
        """Type commands as soon as somebody listens, or at once."""
        deadline = time.monotonic() + seconds
        if self.chance.random() >= TO_THE_DEAD:
            sleep_until(lambda: self.scene.slack.connections > 0, deadline)
        if time.monotonic() < deadline:
            for _ in range(self.chance.randint(1, MOST_COMMANDS)):
                self.commands.type()
        sleep_until(lambda: False, deadline)

    def is_done(self) -> bool:
        scene = self.scene
        links_are_done = all(scene.is_done(ts) or scene.is_given_up(ts) for ts in scene.shared)
        return links_are_done and self.commands.are_done() and self.dailies.are_done()


def sleep_until(is_so: Callable[[], bool], deadline: float) -> None:
    """Until it is so, or the deadline."""
    while not is_so() and (left := deadline - time.monotonic()) > 0:
        time.sleep(min(left, LOOK_SECONDS))


def seconds_of_a_start(scene: Scene) -> float:
    """How long the bot takes here until it is connected."""
    began, bot = time.monotonic(), scene.start()
    scene.slack.wait_until_connected(timeout=120)
    took = time.monotonic() - began
    bot.send_signal(signal.SIGKILL)
    bot.wait()
    return took


def rounds(newsroom: Newsroom, kills: int) -> None:
    """Share, type, wait a little, kill; then start once more and let it finish."""
    scene, chance = newsroom.scene, newsroom.chance
    longest = max(LONGEST_LIFE, STARTS_A_LIFE * seconds_of_a_start(scene))
    for number in range(kills):
        bot = scene.start()
        if chance.random() < LOST_ANSWERS:
            scene.slack.drop_answer_of_next(chance.choice(LOSE_ANSWERS))
        newsroom.share()
        newsroom.live(chance.uniform(0, longest))
        bot.send_signal(signal.SIGKILL)
        bot.wait()
        print(f"\rkill {number + 1} of {kills}", end="", file=sys.stderr)
    bot = scene.start()
    finish(newsroom)
    time.sleep(2)  # a doubled post would come now
    bot.send_signal(signal.SIGTERM)
    bot.wait(30)


def finish(newsroom: Newsroom) -> None:
    """Wait until all is done, or the bot has asked nothing of Slack for long: a busy machine may take its time."""
    asked, since = 0, time.monotonic()
    while not newsroom.is_done() and time.monotonic() - since < LAST_CHANCE:
        now = len(newsroom.scene.slack.calls())
        asked, since = (now, time.monotonic()) if now != asked else (asked, since)
        time.sleep(LOOK_SECONDS * 10)


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one kind; `again` is no fault."""

    kind: str
    asked: int
    taken: int
    lost: int
    doubled: int
    again: int = 0

    def __str__(self) -> str:
        counts = (self.asked, self.taken, self.lost, self.doubled, self.again)
        return f"| {self.kind} | {' | '.join(map(str, counts))} |"


def link_row(scene: Scene) -> Row:
    missing = {ts: links - scene.answers(ts) for ts, links in scene.shared.items()}
    taken = {ts: links for ts, links in scene.shared.items() if scene.is_taken(ts)}
    doubled = sum(max(0, -one) for one in missing.values())
    return Row("links", scene.links, sum(taken.values()), sum(max(0, missing[ts]) for ts in taken), doubled)


def is_orphan(scene: Scene, ts: str) -> bool:
    """Whether a message is left with another mark than ✅, or with none though the bot has it."""
    marks = scene.slack.reactions(scene.places[ts], ts)
    return not scene.is_marked(ts) and (bool(marks) or scene.is_taken(ts))


def story_of(scene: Scene, ts: str) -> str:
    """What became of a message: its answers and marks, what Slack told the bot of it, and the bot's own lines."""
    told = [(len(one.attempts), one.ack_at is not None, one.failed) for one in scene.told_of(ts)]
    seen = f"{scene.answers(ts)} of {scene.shared[ts]} answers, {scene.slack.reactions(scene.places[ts], ts)}"
    return f"message {ts}: {seen}; (attempts, acknowledged, given up): {told}\n{scene.lines_of_log(ts)}"


def rows(newsroom: Newsroom) -> tuple[Row, ...]:
    """Links, commands, digests."""
    commands, digests = newsroom.commands, newsroom.dailies
    taken, due = len(commands.taken()), len(digests.channels)
    return (
        link_row(newsroom.scene),
        Row(
            "commands", len(commands.typed), taken, commands.lost(), commands.doubled(), commands.said_again()
        ),
        Row("daily digests", due, due, digests.lost(), digests.doubled()),
    )


def damaged(scene: Scene) -> int:
    """Databases that do not pass their check."""
    found = 0
    for name in ("nutgraf.db", "engine.db"):
        with sqlite3.connect(scene.folder / name) as database:
            found += database.execute("pragma integrity_check").fetchone()[0] != "ok"
    return found


def tell(newsroom: Newsroom, kills: int) -> bool:
    """Print the table; whether all is well."""
    scene, found = newsroom.scene, rows(newsroom)
    orphans = sum(is_orphan(scene, ts) for ts in scene.shared)
    broken = damaged(scene)
    dropped = sum(call.error == "dropped_answer" for call in scene.slack.calls())
    print(
        "\n| | asked | acknowledged | lost | doubled | said again to the asker |\n|---|---|---|---|---|---|"
    )
    print(*found, sep="\n")
    print(f"\n{kills} kills; {len(scene.shared)} messages, orphan reactions {orphans};", end=" ")
    print(f"{dropped} answers of the Web API lost; damaged databases {broken}.")
    return not (orphans or broken or any(row.lost or row.doubled for row in found))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    minutes = max(1, round(options.kills * LONGEST_LIFE / 2 / 60))
    with scene() as stage:
        stage.more["NUTGRAF_METRICS"] = "off"
        digests = dailies(stage, datetime.now(UTC), minutes)
        chance = random.Random(options.seed)  # noqa: S311
        newsroom = Newsroom(stage, Commands(stage), digests, chance)
        rounds(newsroom, options.kills)
        is_well = tell(newsroom, options.kills)
        if not is_well:
            for ts in (one for one in stage.shared if not stage.is_done(one)):
                print(story_of(stage, ts), file=sys.stderr)
    sys.exit(0 if is_well else 1)


if __name__ == "__main__":
    main()
