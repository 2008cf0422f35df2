"""What we say in Slack, each message once, whatever dies: the one place that posts.

An attempt whose outcome is unknown (we died, or Slack's answer was lost) leaves its beginning in the archive; the next
one looks in Slack for what bears our mark before it posts. Who tries again, and how often, is `retry`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from handlers.domain.errors import RateLimited, SlackRefused
from handlers.domain.message import Message
from handlers.ports import Archive, Chat, Chats, Json, Place

Find = Callable[[Chat, datetime], str | None]
"""Looks in Slack for what an attempt left there that began at this moment."""


class Outbox:
    """The single acts of posting, by key and place. `now` is the clock (aware, UTC). Each raises DeliveryError."""

    def __init__(self, archive: Archive, chats: Chats, now: Callable[[], datetime]) -> None:
        self.archive = archive
        self.chats = chats
        self.now = now

    def post(self, key: str, place: Place, message: Message) -> Json:
        """Post `message` under `key` unless Slack has it: {"ts": …}."""
        ts = self.begun(
            key,
            place,
            lambda chat, since: chat.find_own(place.channel, key=key, thread=place.thread, since=since),
        )
        if ts is None:
            with self.releasing(key):
                ts = self.chats.of(place.team).post(place.channel, message, key=key, thread=place.thread)
        self.archive.end_post(key, ts)
        return {"ts": ts}

    def show(self, key: str, place: Place, file: str, words: str) -> Json:
        """Show an uploaded file under `key`, below `words`, unless the thread shows it: {"ts": the file's id}."""
        shown = self.begun(key, place, lambda chat, _: chat.find_file(place, file))
        if shown is None:
            with self.releasing(key):
                shown = self.chats.of(place.team).show_file(place, file, words)
        self.archive.end_post(key, shown)
        return {"ts": shown}

    def refuse(self, key: str, code: str) -> Json:
        """Keep that Slack refused what was to be posted under `key`, so that nobody is told it was."""
        self.archive.refuse_post(key, code)
        return {}

    def leave(self, key: str, place: Place, why: str) -> Json:
        """Keep that what would be posted under `key` was left unsaid, so that it is said when somebody asks."""
        self.archive.begin_post(key, place, self.now())
        return self.refuse(key, why)

    def begun(self, key: str, place: Place, find: Find) -> str | None:
        """Note that an attempt begins; what an earlier one left in Slack."""
        record = self.archive.begin_post(key, place, self.now())
        if record.ts is None and record.began is not None:
            return find(self.chats.of(place.team), record.began)
        return record.ts

    @contextmanager
    def releasing(self, key: str) -> Iterator[None]:
        """An attempt. When Slack says that it did not take it, the archive is told so."""
        try:
            yield
        except (RateLimited, SlackRefused):
            self.archive.end_post(key, None)
            raise
