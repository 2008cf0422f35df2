"""Who may see what. A brief is seen by those who can be in the conversation that it was made in.

Public channels that the bot is in are open to every full member of the workspace; private channels and group
messages to their members; guests and people of other workspaces see the conversations they are in. A direct
message with the bot is seen by its person alone, and so is a brief that was asked for in private.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from handlers.ports import Filing

DIRECT = "D"  # what the ids of direct messages begin with


@dataclass(frozen=True, slots=True)
class Member:
    """One person as Slack knows them; `team` is their home, another workspace's in a shared channel."""

    team: str
    zone: str
    is_guest: bool = False
    is_admin: bool = False


class Directory(Protocol):
    """People and conversations, asked of Slack and kept for a minute. Every method raises DeliveryError."""

    def person(self, team: str, user: str) -> Member: ...

    def conversations_of(self, team: str, user: str) -> frozenset[str]:
        """The channels and group messages that this person and our bot are in, and public ones of theirs."""
        ...

    def public_channels(self, team: str) -> frozenset[str]:
        """The public channels that our bot is in."""
        ...

    def our_conversations(self, team: str) -> frozenset[str]:
        """The channels and group messages that our bot is in, as of now: it may have been invited a moment ago."""
        ...


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody who looks into the archive, with the conversations whose briefs they may see."""

    team: str
    user: str
    channels: frozenset[str]

    def may_see(self, channel: str) -> bool:
        """Whether a brief shown to `channel` may be shown to this person."""
        return channel in self.channels


def viewer(directory: Directory, team: str, user: str) -> Viewer:
    """What `user` may see in the workspace `team`. Raises DeliveryError when Slack does not say."""
    person = directory.person(team, user)
    own = directory.conversations_of(team, user)
    is_full_member = person.team == team and not person.is_guest
    return Viewer(team, user, own | directory.public_channels(team) if is_full_member else own)


def may_see(who: Viewer, filing: Filing) -> bool:
    """Whether a brief may be shown to `who`."""
    is_own = filing.user == who.user
    is_near = who.may_see(filing.channel) or (is_own and filing.channel.startswith(DIRECT))
    return filing.team == who.team and is_near and (filing.audience != "private" or is_own)
