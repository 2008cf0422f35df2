"""The real bot as a process, against a Slack and a web site on loopback."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.corpus import pages
from tests.fakes.pages import FakeSite
from tests.fakes.slack import FakeSlack
from tests.fakes.slack.hub import Delivery

DONE = "white_check_mark"
PAGE = "council-pinewater-dispatch"
OTHER_PAGE = "court-bellhaven-observer"  # the second link of a message: of one story they would be one brief


@dataclass
class Scene:
    """Slack, the site and the bot's settings. `shared`: how many links each message had."""

    slack: FakeSlack
    site: FakeSite
    channel: str
    user: str
    folder: Path
    page: bytes
    other: bytes
    readers: int = 1
    more: dict[str, str] = field(default_factory=dict)  # settings
    shared: dict[str, int] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)  # the channel of each message

    def environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "SLACK_BOT_TOKEN": self.slack.bot_token,
            "SLACK_APP_TOKEN": self.slack.app_token,
            "SLACK_API_URL": self.slack.url,
            "NUTGRAF_DATA_DIR": str(self.folder),
            "NUTGRAF_ALLOWED_HOSTS": self.site.host,
            "NUTGRAF_READERS": str(self.readers),
            "NUTGRAF_METRICS": "off",  # several bots may run at once
            **self.more,
        }

    def start(self, command: str = "run") -> subprocess.Popen[bytes]:
        log = (self.folder / "bot.log").open("ab")
        return subprocess.Popen(  # noqa: S603  # ourselves
            [sys.executable, "-m", "bot", command], env=self.environment(), stdout=log, stderr=log
        )

    @property
    def links(self) -> int:
        return sum(self.shared.values())

    def share(self, count: int = 1, channel: str | None = None, page: bytes | None = None) -> str:
        """One message with links that nobody shared before; its ts."""
        paths = [f"/story-{self.links + n}" for n in range(count)]
        both = (page or self.page, self.other)
        self.site.pages.update({path: both[n % len(both)] for n, path in enumerate(paths)})
        text = " ".join(map(self.site.url, paths))
        ts = self.slack.post_as_user(channel or self.channel, text, self.user)
        self.shared[ts] = count
        self.places[ts] = channel or self.channel
        return ts

    def answers(self, ts: str, channel: str | None = None) -> int:
        thread = self.slack.thread(channel or self.places[ts], ts)
        return sum(bool(message.bot_id) for message in thread)

    def is_marked(self, ts: str) -> bool:
        """Whether ✅ and nothing else is left on the message."""
        return self.slack.reactions(self.places[ts], ts) == (DONE,)

    def is_done(self, ts: str) -> bool:
        return self.answers(ts) >= self.shared[ts] and self.is_marked(ts)

    def told_of(self, ts: str) -> list[Delivery]:
        """What Slack told the bot of a message's coming, which ended with an acknowledgement, or was given up."""
        return [one for one in self.slack.deliveries("message") if one.payload["event"].get("ts") == ts]

    def is_taken(self, ts: str) -> bool:
        """Whether the bot acknowledged the message."""
        return any(one.ack_at is not None for one in self.told_of(ts))

    def is_given_up(self, ts: str) -> bool:
        """Whether Slack gave up telling the bot of the message: nobody was there each of the four times."""
        return all(one.failed for one in self.told_of(ts))

    def end_of_log(self, characters: int = 4000) -> str:
        return (self.folder / "bot.log").read_text()[-characters:]

    def lines_of_log(self, words: str, most: int = 40) -> str:
        """The last lines of the bot's log with these words."""
        lines = (self.folder / "bot.log").read_text().splitlines()
        return "\n".join([line for line in lines if words in line][-most:])


@contextmanager
def scene(readers: int = 1) -> Iterator[Scene]:
    """A Slack with one channel, a site, an empty data folder."""
    page, other = (pages()[name].read_bytes() for name in (PAGE, OTHER_PAGE))
    with FakeSlack() as slack, FakeSite() as site, tempfile.TemporaryDirectory() as folder:
        slack.retry_after_seconds(1.0, 3.0, 9.0)
        user = slack.user("ana")
        channel = slack.channel("desk", (user,))
        yield Scene(slack, site, channel, user, Path(folder), page, other, readers)
