"""A Slack in memory, for the desk's tests. The whole bot is tested against tests/fakes/slack instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from handlers.domain.errors import DeliveryError, SlackRefused, SlackUnreachable
from handlers.domain.message import Block, Message, Picture, View
from handlers.ports import Json, Place


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
    """Keeps what is posted. `failures` are raised by what is next posted, changed or opened, in order; `lose_answers` of posts are lost."""

    posts: list[Posted] = field(default_factory=list)
    marks: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    mark_history: list[str] = field(default_factory=list)
    responses: list[Message] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)  # the texts of responses that gave way to others
    shown_to_one: list[tuple[str, str, Message]] = field(default_factory=list)
    failures: list[DeliveryError] = field(default_factory=list)
    forgotten: list[str] = field(default_factory=list)
    files: dict[str, Picture] = field(default_factory=dict)
    shown: list[tuple[Place, str, str]] = field(default_factory=list)
    homes: dict[str, tuple[Block, ...]] = field(default_factory=dict)
    said: dict[tuple[str, str], Json] = field(default_factory=dict)  # what people wrote, by channel and ts
    unfurled: list[tuple[str, str, dict[str, Sequence[Block]]]] = field(default_factory=list)
    lose_answers: int = 0
    lookups: int = 0
    views: dict[str, View] = field(default_factory=dict)  # by the modal's id, as they stand
    view_history: list[View] = field(default_factory=list)  # everything a modal ever showed, in order

    def of(self, team: str) -> FakeChat:
        return self

    def forget(self, team: str) -> None:
        self.forgotten.append(team)

    def react(self, channel: str, ts: str, name: str) -> None:
        self.marks.setdefault((channel, ts), set()).add(name)
        self.mark_history.append(f"+{name}")

    def unreact(self, channel: str, ts: str, name: str) -> None:
        self.marks.setdefault((channel, ts), set()).discard(name)
        self.mark_history.append(f"-{name}")

    def post(self, channel: str, message: Message, *, key: str, thread: str | None = None) -> str:
        self.fail_if_due()
        ts = f"{len(self.posts) + 1}.0"
        self.posts.append(Posted(channel, thread, key, message, ts))
        if self.lose_answers:
            self.lose_answers -= 1
            raise SlackUnreachable
        return ts

    def post_to_one(self, channel: str, user: str, message: Message, *, thread: str | None = None) -> None:
        self.fail_if_due()
        self.shown_to_one.append((channel, user, message))

    def update(self, channel: str, ts: str, message: Message) -> None:
        self.fail_if_due()
        at = self.place_of(channel, ts)
        self.posts[at] = replace(self.posts[at], message=message)

    def open_direct(self, user: str) -> str:
        self.fail_if_due()
        return f"D{user}"

    def delete(self, channel: str, ts: str) -> None:
        self.fail_if_due()
        self.posts = [one for one in self.posts if (one.channel, one.ts) != (channel, ts)]

    def place_of(self, channel: str, ts: str) -> int:
        for at, posted in enumerate(self.posts):
            if (posted.channel, posted.ts) == (channel, ts):
                return at
        raise SlackRefused("message_not_found", permanent=True)

    def open_view(self, trigger: str, view: View) -> str:
        self.fail_if_due()
        view_id = f"V{len(self.views) + 1}"
        self.update_view(view_id, view)
        return view_id

    push_view = open_view

    def update_view(self, view_id: str, view: View) -> None:
        self.fail_if_due()
        self.views[view_id] = view
        self.view_history.append(view)

    def fail_if_due(self) -> None:
        if self.failures:
            raise self.failures.pop(0)

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

    def respond(self, response_url: str, message: Message, *, replace: bool = False) -> None:
        self.fail_if_due()
        if replace and self.responses:
            self.replaced.append(self.responses.pop().text)
        self.responses.append(message)

    def publish_home(self, user: str, blocks: Sequence[Block]) -> None:
        self.fail_if_due()
        self.homes[user] = tuple(blocks)

    def message(self, channel: str, ts: str) -> Json | None:
        self.fail_if_due()
        return self.said.get((channel, ts))

    def unfurl(self, channel: str, ts: str, previews: Mapping[str, Sequence[Block]]) -> None:
        self.fail_if_due()
        self.unfurled.append((channel, ts, dict(previews)))

    def permalink(self, channel: str, ts: str) -> str:
        return f"https://slack.example/archives/{channel}/p{ts}"
