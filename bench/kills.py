"""Kills the running bot again and again and counts what is lost or doubled: `python -m bench.kills --kills 200`.

The real bot as a process, against a Slack and a web site on loopback. Links are shared all the time, some of
Slack's answers are lost, and the bot is killed (SIGKILL) at random moments, also while it starts.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.corpus import pages
from tests.fakes.pages import FakeSite
from tests.fakes.slack import FakeSlack

LONGEST_LIFE = 9.0  # seconds; a start takes about three, so that most kills meet work
LAST_CHANCE = 240.0  # seconds for the last start to finish what is left
MOST_LINKS = 2
LOST_ANSWERS = 0.2  # share of rounds in which Slack takes a post and its answer is lost
DONE = "white_check_mark"


@dataclass
class Shared:
    """What was shared, and with how many links."""

    messages: dict[str, int] = field(default_factory=dict)

    @property
    def links(self) -> int:
        return sum(self.messages.values())


@dataclass
class Scene:
    """Slack, the site and the bot's settings."""

    slack: FakeSlack
    site: FakeSite
    channel: str
    user: str
    folder: Path
    chance: random.Random
    page: bytes

    def environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "SLACK_BOT_TOKEN": self.slack.bot_token,
            "SLACK_APP_TOKEN": self.slack.app_token,
            "SLACK_API_URL": self.slack.url,
            "NUTGRAF_DATA_DIR": str(self.folder),
            "NUTGRAF_ALLOWED_HOSTS": self.site.host,
            "NUTGRAF_READERS": "1",
        }

    def start(self) -> subprocess.Popen[bytes]:
        log = (self.folder / "bot.log").open("ab")
        command = [sys.executable, "-m", "bot", "run"]
        return subprocess.Popen(command, env=self.environment(), stdout=log, stderr=log)  # noqa: S603

    def share(self, shared: Shared) -> None:
        """One message with one or two links that nobody shared before."""
        paths = [f"/story-{shared.links + n}" for n in range(self.chance.randint(1, MOST_LINKS))]
        self.site.pages.update(dict.fromkeys(paths, self.page))
        text = " ".join(map(self.site.url, paths))
        shared.messages[self.slack.post_as_user(self.channel, text, self.user)] = len(paths)

    def answers(self, ts: str) -> int:
        return sum(bool(message.bot_id) for message in self.slack.thread(self.channel, ts))

    def is_done(self, ts: str, links: int) -> bool:
        return self.answers(ts) >= links and self.slack.reactions(self.channel, ts) == (DONE,)


def rounds(scene: Scene, kills: int) -> Shared:
    """Share, wait a little, kill; then start once more and let it finish."""
    shared = Shared()
    for number in range(kills):
        bot = scene.start()
        if scene.chance.random() < LOST_ANSWERS:
            scene.slack.drop_answer_of_next("chat.postMessage")
        scene.share(shared)
        time.sleep(scene.chance.uniform(0, LONGEST_LIFE))
        bot.send_signal(signal.SIGKILL)
        bot.wait()
        print(f"\rkill {number + 1} of {kills}", end="", file=sys.stderr)
    bot = scene.start()
    wait_for_all(scene, shared)
    bot.send_signal(signal.SIGTERM)
    bot.wait(30)
    return shared


def wait_for_all(scene: Scene, shared: Shared) -> None:
    """Until every message is done, or the last chance is over."""
    deadline = time.monotonic() + LAST_CHANCE
    while time.monotonic() < deadline:
        if all(scene.is_done(ts, links) for ts, links in shared.messages.items()):
            time.sleep(2)  # a doubled post would come now
            return
        time.sleep(0.5)


def verdict(scene: Scene, shared: Shared) -> Counter[str]:
    """What was lost, doubled or left behind."""
    found: Counter[str] = Counter(lost=0, doubled=0, orphans=0, damaged=0)
    for ts, links in shared.messages.items():
        found["lost"] += max(0, links - scene.answers(ts))
        found["doubled"] += max(0, scene.answers(ts) - links)
        found["orphans"] += scene.slack.reactions(scene.channel, ts) != (DONE,)
    for name in ("nutgraf.db", "engine.db"):
        with sqlite3.connect(scene.folder / name) as database:
            found["damaged"] += database.execute("pragma integrity_check").fetchone()[0] != "ok"
    return found


@contextmanager
def scene(seed: int) -> Iterator[Scene]:
    """A Slack with one channel, a site, an empty data folder."""
    page = pages()["council-pinewater-dispatch"].read_bytes()
    with FakeSlack() as slack, FakeSite() as site, tempfile.TemporaryDirectory() as folder:
        slack.retry_after_seconds(1.0, 3.0, 9.0)
        user = slack.user("ana")
        channel = slack.channel("desk", (user,))
        yield Scene(slack, site, channel, user, Path(folder), random.Random(seed), page)  # noqa: S311


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with scene(options.seed) as stage:
        shared = rounds(stage, options.kills)
        found = verdict(stage, shared)
        if any(found.values()):
            print((stage.folder / "bot.log").read_text()[-4000:], file=sys.stderr)
    print(f"\nkills {options.kills}, messages {len(shared.messages)}, links {shared.links}, {dict(found)}")
    sys.exit(1 if any(found.values()) else 0)


if __name__ == "__main__":
    main()
