"""What the workspace holds: people, channels, messages, views; all immutable, replaced when they change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Json = dict[str, Any]
ChannelKind = Literal["channel", "group", "im", "mpim"]


class Refusal(Exception):
    """Slack says no: `error` is its code, `extra` what else the answer carries."""

    def __init__(self, error: str, **extra: Any) -> None:
        super().__init__(error)
        self.error = error
        self.extra: Json = extra


@dataclass(frozen=True, slots=True)
class User:
    """One person or bot; `tz` is an IANA zone, `team` the home workspace (another's in a shared channel)."""

    id: str
    name: str
    real_name: str
    team: str
    tz: str = "Europe/London"
    is_admin: bool = False
    is_owner: bool = False
    is_guest: bool = False
    is_bot: bool = False
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Channel:
    """One conversation; `members` are user ids in the order they joined."""

    id: str
    name: str
    kind: ChannelKind
    created: int
    creator: str
    members: tuple[str, ...] = ()
    is_archived: bool = False
    is_shared: bool = False


@dataclass(frozen=True, slots=True)
class Reaction:
    """One emoji on a message and who chose it, first come first."""

    name: str
    users: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """One message as it stands now; `ts` is its identity within the channel."""

    channel: str
    ts: str
    user: str
    text: str
    team: str = ""  # its author's home, another workspace's in a shared channel
    blocks: tuple[Json, ...] = ()
    attachments: tuple[Json, ...] = ()
    thread_ts: str | None = None
    bot_id: str | None = None
    app_id: str | None = None
    bot_name: str = ""  # of another app
    subtype: str | None = None
    metadata: Json | None = None
    edited_ts: str | None = None
    client_msg_id: str | None = None
    files: tuple[str, ...] = ()  # ids of the files it shows
    reactions: tuple[Reaction, ...] = ()
    unfurl_links: bool = True
    unfurl_media: bool = True

    @property
    def is_reply(self) -> bool:
        """Whether it stands in a thread under another message."""
        return self.thread_ts is not None and self.thread_ts != self.ts


@dataclass(frozen=True, slots=True)
class Ephemeral:
    """A message that only `user` sees; it leaves no trace in the channel's history."""

    channel: str
    user: str
    ts: str
    text: str
    blocks: tuple[Json, ...] = ()
    thread_ts: str | None = None


@dataclass(frozen=True, slots=True)
class View:
    """A modal or an App Home as it stands; `content` is the view as the app sent it."""

    id: str
    user: str
    content: Json
    hash: str
    root_id: str
    previous_id: str | None = None
    external_id: str = ""


@dataclass(frozen=True, slots=True)
class File:
    """An upload: `content` once its bytes have come, `channel` once it was shared."""

    id: str
    name: str
    length: int
    content: bytes | None = None
    channel: str | None = None
    title: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class App:
    """Our own app: ids, tokens, what it was granted and what it listens to.

    `events`, `commands` of None mean that everything is subscribed and declared.
    """

    app_id: str
    bot_id: str
    bot_user: str
    bot_token: str
    app_token: str
    scopes: frozenset[str]
    events: frozenset[str] | None = None
    commands: frozenset[str] | None = None
    shortcuts: frozenset[str] | None = None
    unfurl_domains: tuple[str, ...] = ()
    home_tab: bool = True
