"""A newsroom for tests of the whole bot: real HTTP and a real WebSocket, a Slack and a web site on loopback."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.compose.processes import Bot
from bot.settings import Settings

FERRY, COPY = "/ferry", "/ferry-elsewhere"
FRONT, FOREIGN = "/front", "/foreign"
SECONDS = 60  # after which nothing comes any more; a busy machine takes its time


class Clock:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.at = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


class Newsroom:
    """A fake Slack with one channel, and the bot in it, which can be restarted."""

    def __init__(self, slack, site, reading, folder) -> None:
        self.slack, self.site, self.reading, self.clock = slack, site, reading, Clock()
        self.settings = Settings(
            slack_bot_token=slack.bot_token,
            slack_app_token=slack.app_token,
            slack_api_url=slack.url,
            nutgraf_data_dir=folder,
            nutgraf_allowed_hosts=site.host,
            _env_file=None,
        )
        self.ana = slack.user("ana")
        self.channel = ""
        self.bot = None

    def open_channel(self) -> None:
        """Every test has a channel of its own."""
        self.channel = self.slack.channel(f"desk-{len(self.slack.workspace.channels)}", (self.ana,))

    def start(self) -> None:
        self.bot = Bot(self.settings, self.reading, self.clock)
        self.keep_pace(0)
        self.bot.start()
        self.slack.wait_until_connected()

    def keep_pace(self, seconds: float) -> None:
        """Leave so many seconds between two posts in a channel. Only few tests wait for Slack's second: this Slack takes them as they come."""
        self.bot.works.desk.chats.chat.turns.seconds = seconds

    def stop(self) -> None:
        if self.bot:
            self.bot.close()
        self.bot = None

    def share(self, *paths: str, **more) -> str:
        return self.slack.post_as_user(self.channel, " ".join(map(self.site.url, paths)), self.ana, **more)

    def answers(self, ts: str, count: int = 1):
        """The bot's messages in a thread, once there are `count` and the message is marked as done."""
        marks = {"white_check_mark", "warning"}
        self.slack.wait_for(lambda: self.done(ts, count, marks), SECONDS)
        return self.of_bot(ts)

    def done(self, ts: str, count: int, marks: set[str]) -> bool:
        reactions = set(self.slack.reactions(self.channel, ts))
        return len(self.of_bot(ts)) >= count and bool(reactions & marks) and "eyes" not in reactions

    def ended(self, ts: str) -> None:
        """Wait until a message is no longer being read."""
        self.slack.wait_for(lambda: ts in self.unmarked(), SECONDS)

    def unmarked(self) -> set[str]:
        """The messages from which a mark was taken."""
        return {call.arguments["timestamp"] for call in self.slack.calls("reactions.remove")}

    def parents(self):
        """The bot's messages that stand in no thread."""
        return [
            message
            for message in self.slack.bot_messages(self.channel)
            if message.thread_ts in (None, message.ts)
        ]

    def of_bot(self, ts: str):
        ours = self.slack.app.bot_id
        return [message for message in self.slack.thread(self.channel, ts) if message.bot_id == ours]
