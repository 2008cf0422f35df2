"""How Slack reaches the bot: through a socket that we open, or over HTTP."""

from __future__ import annotations

from typing import Protocol


class Front(Protocol):
    """The door that Slack's requests come through."""

    def open(self) -> None:
        """Let requests in. Returns when they can come."""
        ...

    def close(self) -> None:
        """Let no more in, and wait for those that are inside to be recorded."""
        ...

    def is_open(self) -> bool:
        """Whether Slack can reach us now."""
        ...
