"""Flow: a workspace throws the app out, or takes its token back."""

from __future__ import annotations

from handlers.ports import Chats, Json, Steps

LEAVE_FLOW = "leave"


class Leaving:
    """What is done when a workspace leaves."""

    def __init__(self, chats: Chats) -> None:
        self.chats = chats

    def forget(self, team: str) -> Json:
        """Its tokens are no good any more."""
        self.chats.forget(team)
        return {}


def leave_workspace(steps: Steps, leaving: Leaving, argument: Json) -> Json:
    """Forget the tokens. What was briefed stays."""
    return steps.run("forget", leaving.forget, argument["team"])
