"""What happens to links after they were shared: an edit takes them away or brings them back, a message is deleted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class LinkEdit:
    """What one edit did to the message at `ts`; `taken` and `added` are look-up keys, `moment` is Slack's ts of the edit."""

    team: str
    channel: str
    ts: str
    moment: str
    taken: frozenset[str] = frozenset()
    added: frozenset[str] = frozenset()


class Edits(Protocol):
    """The edits that Slack told of. Each method is one unit of work."""

    def note(self, edit: LinkEdit) -> bool:
        """Keep it; of several edits the last counts, in whatever order they come.

        Whether it brings a link back that was taken before. Noting again gives the same.
        """
        ...

    def taken(self, team: str, channel: str, ts: str) -> frozenset[str]:
        """The look-up keys of the links that the message no longer holds."""
        ...
