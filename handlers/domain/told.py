"""What a digest was settled to tell, as it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from summarizer.stories import Ruling


@dataclass(frozen=True, slots=True)
class ToldDigest:
    """The ids of the briefs that a digest of `day` tells and of `earlier` ones whose stories go on; what comes of them.

    `since` is the day from which it covers, when that is not yesterday; `were` how many messages it had before people
    decided about its stories.
    """

    day: date
    since: date | None = None
    briefs: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    messages: int = 0
    pictures: int = 0
    stories: int = 0
    rulings: tuple[Ruling, ...] = ()
    were: int = 0
    zone: str = ""  # of the channel or person it is for; "" in a digest of an earlier release

    def to_json(self) -> dict[str, Any]:
        """As steps and the archive keep it."""
        return {
            "day": self.day.isoformat(),
            "since": self.since.isoformat() if self.since else None,
            "briefs": list(self.briefs),
            "earlier": list(self.earlier),
            "messages": self.messages,
            "pictures": self.pictures,
            "stories": self.stories,
            "rulings": [[one.one, one.two, one.together] for one in self.rulings],
            "were": self.were,
            "zone": self.zone,
        }

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> ToldDigest:
        """What `to_json` wrote, here or in an earlier release."""
        return cls(
            day=date.fromisoformat(kept["day"]),
            since=date.fromisoformat(kept["since"]) if kept.get("since") else None,
            briefs=tuple(kept.get("briefs", ())),
            earlier=tuple(kept.get("earlier", ())),
            messages=kept.get("messages", 0),
            pictures=kept.get("pictures", 0),
            stories=kept.get("stories", 0),
            rulings=tuple(Ruling(*ruling) for ruling in kept.get("rulings", ())),
            were=kept.get("were", 0),
            zone=kept.get("zone", ""),
        )


@dataclass(frozen=True, slots=True)
class KeptDigest:
    """A digest that was posted: where, and what it tells."""

    team: str
    channel: str
    told: ToldDigest
