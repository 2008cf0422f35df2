"""How the bot behaves in a channel: which links it briefs, and of which outlets it briefs none."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from handlers.domain.no_story import is_plainly_no_story
from summarizer.address.links import domain_of

Mode = Literal["every", "request", "off"]
"""Every link that is shared; only what somebody asks for; nothing."""


@dataclass(frozen=True, slots=True)
class ChannelSetting:
    """One channel's wish. `muted` are registrable domains, in order."""

    team: str
    channel: str
    mode: Mode = "every"
    muted: tuple[str, ...] = ()


AppMode = Literal["ignore", "brief", "gather"]
"""What becomes of an app's links: nothing; a brief in the thread; a line in the channel's digest, and no thread."""

MOST_POSTS_AN_HOUR = 60  # of one app in a channel; a feed's busiest hour has half of that, two apps that answer each other more


@dataclass(frozen=True, slots=True)
class ChannelApp:
    """Another app that posts links in a channel, known by its `bot` id."""

    bot: str
    name: str
    mode: AppMode = "ignore"


@dataclass(frozen=True, slots=True)
class AppPost:
    """One message of another app, with its links. `ts` is Slack's, seconds since 1970."""

    team: str
    channel: str
    ts: str
    bot: str
    name: str
    links: tuple[str, ...]


class Channels(Protocol):
    """The channels' wishes, kept. Each method is one unit of work."""

    def channel_setting(self, team: str, channel: str) -> ChannelSetting:
        """What was set, or every link."""
        ...

    def has_mode(self, team: str, channel: str) -> bool:
        """Whether the channel's mode was ever set."""
        ...

    def set_channel(self, setting: ChannelSetting) -> None: ...

    def muted_everywhere(self, team: str) -> tuple[str, ...]:
        """The domains that no channel of the workspace wants."""
        ...

    def mute_everywhere(self, team: str, domains: Collection[str]) -> None:
        """Put `domains` in the place of those muted before."""
        ...

    def see_app(self, post: AppPost) -> AppMode:
        """Know the app of `post` in its channel from now on; what becomes of its links there."""
        ...

    def apps_in(self, team: str, channel: str) -> tuple[ChannelApp, ...]:
        """The apps seen in the channel, by name."""
        ...

    def set_app(self, team: str, channel: str, bot: str, mode: AppMode) -> None: ...

    def claim_stop(self, post: AppPost, stop_id: str) -> bool:
        """Ignore the app of `post` from now on; whether the stop of this id did it. Claiming again gives the same."""
        ...

    def count_post(self, post: AppPost) -> int:
        """How many messages with links the app posted in the channel within the last hour, this one among them."""
        ...

    def rest(self, team: str, channel: str, why: str) -> None:
        """Let all that comes by itself in the channel rest: its digest, looks at its pages, its place on Home."""
        ...

    def wake(self, team: str, channel: str) -> None:
        """Go on where it rested; its settings are as they were."""
        ...

    def resting(self, team: str) -> frozenset[str]:
        """The channels that rest."""
        ...

    def claim_welcome(self, team: str, channel: str, welcome_id: str, at: datetime) -> bool:
        """Whether the welcome of this id may be said: none was within a day. Claiming again gives the same."""
        ...


def links_wanted(
    channels: Channels, team: str, channel: str, links: Collection[str], *, asked: bool
) -> tuple[str, ...]:
    """Those of `links` that a channel wants briefed, where somebody `asked` for them or only shared them."""
    reasons = reasons_to_skip(channels, team, channel, links, asked=asked)
    return tuple(url for url, reason in reasons.items() if not reason)


def reasons_to_skip(
    channels: Channels, team: str, channel: str, links: Collection[str], *, asked: bool
) -> Mapping[str, str]:
    """Why the channel does not want each of `links`; nothing where it does."""
    if is_direct(channel):
        return dict.fromkeys(links, "")
    setting = channels.channel_setting(team, channel)
    everywhere = channels.muted_everywhere(team)
    return {url: reason_to_skip(setting, everywhere, url, asked=asked) for url in links}


def reason_to_skip(setting: ChannelSetting, everywhere: Collection[str], url: str, *, asked: bool) -> str:
    """Nothing, or why not: by the channel's mode, as an outlet that it, or the workspace, has muted, or as no story."""
    if setting.mode == "off":
        return "channel is off"
    if setting.mode == "request" and not asked:
        return "not asked for"
    if domain_of(url) in {*setting.muted, *everywhere}:
        return "muted"
    return "no story by its address" if not asked and is_plainly_no_story(url) else ""


def is_direct(channel: str) -> bool:
    """Whether it is somebody's direct messages with the bot: whoever writes there asks."""
    return channel.startswith("D")
