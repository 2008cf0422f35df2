"""Channels whose daily digests come due one after the other while the bot is being killed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from bench.scene import Scene
from bot.database import DatabaseFile
from bot.store.archive import Store
from handlers.domain.due import DigestSetting

A_MINUTE = (
    2  # channels of each minute: one that links are shared in, one whose digest says that there were none
)
AT = time(8)
ZONE = "UTC"


@dataclass(frozen=True, slots=True)
class Dailies:
    """The channels, in the order in which they are due."""

    scene: Scene
    channels: tuple[str, ...]

    @property
    def with_links(self) -> tuple[str, ...]:
        return self.channels[::A_MINUTE]

    def told(self, channel: str) -> int:
        """Digests that a channel was told: nothing else is posted outside of threads."""
        return sum(not message.is_reply for message in self.scene.slack.bot_messages(channel))

    def are_done(self) -> bool:
        return all(map(self.told, self.channels))

    def lost(self) -> int:
        return sum(not self.told(channel) for channel in self.channels)

    def doubled(self) -> int:
        return sum(max(0, self.told(channel) - 1) for channel in self.channels)


def dailies(scene: Scene, now: datetime, minutes: int) -> Dailies:
    """New channels with a digest in each of the next `minutes`, written to the archive before the bot first runs."""
    database = DatabaseFile(scene.folder / "nutgraf.db")
    database.migrate()
    store = Store(database, default_at=AT, default_zone=ZONE)
    channels = []
    for number in range(A_MINUTE * minutes):
        channel = scene.slack.channel(f"daily-{number}", (scene.user,))
        moment = now.astimezone(UTC) + timedelta(minutes=1 + number // A_MINUTE)
        at = moment.time().replace(second=0, microsecond=0)
        store.set_digest(
            DigestSetting(scene.slack.workspace.team, channel, at, ZONE, since=now, says_empty=True)
        )
        channels.append(channel)
    return Dailies(scene, tuple(channels))
