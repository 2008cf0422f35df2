"""What somebody typed after /digest in a channel, for the flows that do it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.ports import Json


@dataclass(frozen=True, slots=True)
class Typed:
    """A command's `text`, when it came, and where its `user` is answered."""

    team: str
    channel: str
    user: str
    text: str
    response_url: str
    moment: datetime

    def to_json(self) -> Json:
        return {name: getattr(self, name) for name in self.__slots__} | {"moment": self.moment.isoformat()}

    @classmethod
    def from_json(cls, argument: Json) -> Typed:
        return cls(**{**argument, "moment": datetime.fromisoformat(argument["moment"])})
