"""A Slack in memory, for the desk's tests. The whole bot is tested against tests/fakes/slack instead."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from handlers.errors import DeliveryError, SlackUnreachable
from handlers.ports import Place
from handlers.render.message import Message
from handlers.render.timeline_picture import Picture


@dataclass(frozen=True)
class Posted:
    """One message that Slack holds."""

    channel: str
    thread: str | None
    key: str
    message: Message
    ts: str


@dataclass
class FakeChat:
    """Keeps what is posted. `failures` are raised by the next posts, in order; `lose_answers` of posts are lost."""

    posts: list[Posted] = field(default_factory=list)
    marks: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    responses: list[Message] = field(default_factory=list)
    failures: list[DeliveryError] = field(default_factory=list)
    forgotten: list[str] = field(default_factory=list)
    files: dict[str, Picture] = field(default_factory=dict)
    shown: list[tuple[Place, str, str]] = field(default_factory=list)
    lose_answers: int = 0
    lookups: int = 0

    def of(self, team: str) -> FakeChat:
        return self

    def forget(self, team: str) -> None:
        self.forgotten.append(team)

    def react(self, channel: str, ts: str, name: str) -> None:
        self.marks.setdefault((channel, ts), set()).add(name)

    def unreact(self, channel: str, ts: str, name: str) -> None:
        self.marks.setdefault((channel, ts), set()).discard(name)

    def post(self, channel: str, message: Message, *, key: str, thread: str | None = None) -> str:
        if self.failures:
            raise self.failures.pop(0)
        ts = f"{len(self.posts) + 1}.0"
        self.posts.append(Posted(channel, thread, key, message, ts))
        if self.lose_answers:
            self.lose_answers -= 1
            raise SlackUnreachable
        return ts

    def find_own(self, channel: str, *, key: str, thread: str | None, since: datetime) -> str | None:
        self.lookups += 1
        found = (one.ts for one in self.posts if (one.channel, one.thread, one.key) == (channel, thread, key))
        return next(found, None)

    def upload(self, picture: Picture, name: str) -> str:
        if self.failures:
            raise self.failures.pop(0)
        file = f"F{len(self.files) + 1}"
        self.files[file] = picture
        return file

    def show_file(self, place: Place, file: str, words: str) -> str:
        if self.failures:
            raise self.failures.pop(0)
        self.shown.append((place, file, words))
        if self.lose_answers:
            self.lose_answers -= 1
            raise SlackUnreachable
        return file

    def find_file(self, place: Place, file: str) -> str | None:
        return next((one for where, one, _ in self.shown if (where, one) == (place, file)), None)

    def respond(self, response_url: str, message: Message) -> None:
        self.responses.append(message)

    def permalink(self, channel: str, ts: str) -> str:
        return f"https://slack.example/archives/{channel}/p{ts}"
