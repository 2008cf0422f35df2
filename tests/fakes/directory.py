"""A workspace's people and conversations in memory."""

from __future__ import annotations

from dataclasses import dataclass, field

from handlers.domain.viewers import Member


@dataclass
class FakeDirectory:
    """Everybody is a full member of the workspace they are asked for in, unless `people` says otherwise."""

    people: dict[str, Member] = field(default_factory=dict)
    members: dict[str, set[str]] = field(default_factory=dict)  # by channel
    public: set[str] = field(default_factory=lambda: {"C1", "C2"})

    def person(self, team: str, user: str) -> Member:
        return self.people.get(user, Member(team, "Europe/London"))

    def conversations_of(self, team: str, user: str) -> frozenset[str]:
        return frozenset(channel for channel, users in self.members.items() if user in users)

    def public_channels(self, team: str) -> frozenset[str]:
        return frozenset(self.public)

    def our_conversations(self, team: str) -> frozenset[str]:
        return frozenset({*self.public, *self.members})
