"""A Slack that is a terminal: what the demo posts to."""

from __future__ import annotations

import html
import itertools
import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from handlers.domain.message import Block, Message, Picture, View
from handlers.domain.viewers import Member
from handlers.ports import Json, Place

MARKUP = re.compile(
    r"<!date\^\d+\^[^|]*\|(?P<date>[^>]*)>|<(?P<url>[^|>]+)\|(?P<label>[^>]*)>"
    r"|\*(?P<bold>[^*\n]+)\*|(?<!\w)_(?P<italic>[^_\n]+)_(?!\w)"
)
INVISIBLE = "\u2060\u200b"


class TerminalChat:
    """Fulfils handlers.ports.Chats and Chat by printing. Threads are shown by the title of their panel."""

    def __init__(self, console: Console, names: dict[str, str]) -> None:
        """`names` gives what a thread (by ts) is called."""
        self.console = console
        self.names = names
        self.numbers = itertools.count(1)
        self.lock = threading.Lock()

    def of(self, team: str) -> TerminalChat:  # noqa: ARG002  # there is one
        return self

    def forget(self, team: str) -> None:
        """There is nothing to forget."""

    def react(self, channel: str, ts: str, name: str) -> None:
        """Reactions are not shown."""

    def unreact(self, channel: str, ts: str, name: str) -> None:
        """Reactions are not shown."""

    def post(self, channel: str, message: Message, *, key: str, thread: str | None = None) -> str:  # noqa: ARG002
        where = f"in the thread of {self.names.get(thread, thread)}" if thread else f"in {channel}"
        with self.lock:
            body = Text("\n\n").join(map(shown, texts_of(message)))
            self.console.print(Panel(body, title=f"Nutgraf, {where}", title_align="left", padding=(1, 2)))
            return f"{next(self.numbers)}.000000"

    def post_to_one(self, channel: str, user: str, message: Message, *, thread: str | None = None) -> None:  # noqa: ARG002
        self.post("a note that only you can see", message, key="")

    def find_own(self, channel: str, *, key: str, thread: str | None, since: datetime) -> str | None:  # noqa: ARG002
        return None

    def upload(self, picture: Picture, name: str) -> str:
        self.names[name] = picture.alt
        return name

    def show_file(self, place: Place, file: str, words: str) -> str:  # noqa: ARG002
        text = Text("\n\n").join([shown(words), Text(f"[{self.names[file]}]", "italic")])
        self.console.print(Panel(text, title="Nutgraf shows a picture", title_align="left", padding=(1, 2)))
        return file

    def find_file(self, place: Place, file: str) -> str | None:  # noqa: ARG002
        return None

    def update(self, channel: str, ts: str, message: Message) -> None:  # noqa: ARG002
        self.post(channel, message, key="")

    def open_direct(self, user: str) -> str:
        return f"the direct messages of {user}"

    def delete(self, channel: str, ts: str) -> None:
        """What a terminal shows stays."""

    def open_view(self, trigger: str, view: View) -> str:  # noqa: ARG002
        """A terminal has no modals, and nothing to press that opens one."""
        return ""

    push_view = open_view

    def update_view(self, view_id: str, view: View) -> None:
        """None is open."""

    def respond(self, response_url: str, message: Message, *, replace: bool = False) -> None:  # noqa: ARG002
        self.post("a note that only you can see", message, key="")

    def publish_home(self, user: str, blocks: Sequence[Block]) -> None:
        """A terminal has no tabs."""

    def message(self, channel: str, ts: str) -> Json | None:
        """Nobody writes in a terminal's channels."""

    def unfurl(self, channel: str, ts: str, previews: Mapping[str, Sequence[Block]]) -> None:
        """A terminal's links have no previews."""

    def permalink(self, channel: str, ts: str) -> str:
        return f"{channel}/{ts}"


def texts_of(message: Message) -> Iterator[str]:
    """The mrkdwn of a message, part by part."""
    for block in message.blocks:
        yield from texts_in(block)


def texts_in(block: dict[str, Any]) -> Iterator[str]:
    """The mrkdwn of one block."""
    if block["type"] == "actions":  # nothing here can be pressed
        return
    if "text" in block:
        yield block["text"]["text"]
    yield from (
        part["text"] for part in (*block.get("fields", ()), *block.get("elements", ())) if "text" in part
    )


def shown(mrkdwn: str) -> Text:
    """Slack's markup as a terminal shows it."""
    text, at = Text(), 0
    for found in MARKUP.finditer(mrkdwn):
        text.append(words(mrkdwn[at : found.start()]))
        append_marked(text, found)
        at = found.end()
    return text.append(words(mrkdwn[at:]))


def append_marked(text: Text, found: re.Match[str]) -> None:
    """A date, or a link, bold or italic words in their style."""
    if found["date"] is not None:
        text.append(words(found["date"]))
        return
    style = f"link {html.unescape(found['url'])}" if found["url"] else "bold" if found["bold"] else "italic"
    marked = shown(found["label"] or found["bold"] or found["italic"] or "")
    marked.stylize(style)
    text.append_text(marked)


def words(escaped: str) -> str:
    """Slack's entities as characters."""
    return html.unescape(escaped).translate({ord(mark): None for mark in INVISIBLE})


class NoPeople:
    """Fulfils handlers.domain.viewers.Directory where nobody presses anything."""

    def person(self, team: str, user: str) -> Member:  # noqa: ARG002
        return Member(team, "UTC")

    def conversations_of(self, team: str, user: str) -> frozenset[str]:  # noqa: ARG002
        return frozenset()

    def public_channels(self, team: str) -> frozenset[str]:  # noqa: ARG002
        return frozenset()

    def our_conversations(self, team: str) -> frozenset[str]:  # noqa: ARG002
        return frozenset()
