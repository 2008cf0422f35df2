"""Flow: a workspace throws the app out, or takes its token back."""

from __future__ import annotations

from typing import Protocol

from handlers.ports import Chats, Json, Steps

LEAVE_FLOW = "leave"


class Purging(Protocol):
    """The archive, as far as it can forget."""

    def purge_workspace(self, team: str) -> None:
        """Delete all of a workspace; one of which nothing is kept is fine."""
        ...


class Leaving:
    """What is done when a workspace leaves. `purging` None keeps what was briefed."""

    def __init__(self, chats: Chats, purging: Purging | None) -> None:
        self.chats = chats
        self.purging = purging

    def forget(self, team: str) -> Json:
        """Its tokens are no good any more."""
        self.chats.forget(team)
        return {}

    def purge(self, team: str) -> Json:
        """What was briefed goes too, where the operator set it so."""
        if self.purging:
            self.purging.purge_workspace(team)
        return {}


def leave_workspace(leaving: Leaving, steps: Steps, argument: Json) -> Json:
    """Forget the tokens, then what was briefed."""
    steps.run("forget", leaving.forget, argument["team"])
    return steps.run("purge", leaving.purge, argument["team"])
