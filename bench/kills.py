"""Kills the running bot again and again and counts what is lost or doubled: `python -m bench.kills --kills 200`.

The real bot as a process, against a Slack and a web site on loopback. Links are shared all the time, some of
Slack's answers are lost, and the bot is killed (SIGKILL) at random moments, also while it starts.
"""

from __future__ import annotations

import argparse
import random
import signal
import sqlite3
import sys
import time
from collections import Counter

from bench.scene import DONE, Scene, scene

LONGEST_LIFE = 9.0  # seconds; a start takes about three, so that most kills meet work
LAST_CHANCE = 240.0  # seconds for the last start to finish what is left
MOST_LINKS = 2
LOST_ANSWERS = 0.2  # share of rounds in which Slack takes a post and its answer is lost


def rounds(scene: Scene, chance: random.Random, kills: int) -> None:
    """Share, wait a little, kill; then start once more and let it finish."""
    for number in range(kills):
        bot = scene.start()
        if chance.random() < LOST_ANSWERS:
            scene.slack.drop_answer_of_next("chat.postMessage")
        scene.share(chance.randint(1, MOST_LINKS))
        time.sleep(chance.uniform(0, LONGEST_LIFE))
        bot.send_signal(signal.SIGKILL)
        bot.wait()
        print(f"\rkill {number + 1} of {kills}", end="", file=sys.stderr)
    bot = scene.start()
    wait_for_all(scene)
    bot.send_signal(signal.SIGTERM)
    bot.wait(30)


def wait_for_all(scene: Scene) -> None:
    """Until every message is done, or the last chance is over."""
    deadline = time.monotonic() + LAST_CHANCE
    while time.monotonic() < deadline:
        if all(map(scene.is_done, scene.shared)):
            time.sleep(2)  # a doubled post would come now
            return
        time.sleep(0.5)


def verdict(scene: Scene) -> Counter[str]:
    """What was lost, doubled or left behind."""
    found: Counter[str] = Counter(lost=0, doubled=0, orphans=0, damaged=0)
    for ts, links in scene.shared.items():
        found["lost"] += max(0, links - scene.answers(ts))
        found["doubled"] += max(0, scene.answers(ts) - links)
        found["orphans"] += scene.slack.reactions(scene.channel, ts) != (DONE,)
    for name in ("nutgraf.db", "engine.db"):
        with sqlite3.connect(scene.folder / name) as database:
            found["damaged"] += database.execute("pragma integrity_check").fetchone()[0] != "ok"
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with scene() as stage:
        rounds(stage, random.Random(options.seed), options.kills)  # noqa: S311
        found = verdict(stage)
        if any(found.values()):
            print(stage.end_of_log(), file=sys.stderr)
        print(f"\nkills {options.kills}, messages {len(stage.shared)}, links {stage.links}, {dict(found)}")
    sys.exit(1 if any(found.values()) else 0)


if __name__ == "__main__":
    main()
