"""Flow: somebody asks for the links of a message that is there already, by 📰 on it or by "brief" below it."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass

from handlers.domain.channels import Channels
from handlers.flows.desk import Desk
from handlers.flows.links.intake import Payload, is_from_a_person, share_from_message
from handlers.flows.links.share import SHARE_FLOW, wished_again
from handlers.flows.links.wanted import wanted_share
from handlers.flows.retry import retry
from handlers.ports import Json, Steps

WISH_FLOW = "wish"
NEWSPAPER = "newspaper"
WORD = re.compile(r"\W*brief(?:\W+(?:this|it|these|them|please))*\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wish:
    """The message at `ts`, wanted by one act of one person, which Slack knows as `act`."""

    team: str
    channel: str
    ts: str
    act: str

    @property
    def flow_id(self) -> str:
        return f"wish:{self.team}:{self.channel}:{self.ts}:{self.act}"

    def to_json(self) -> Json:
        return asdict(self)


def wish_from_reaction(event: Payload, team: str, event_id: str) -> Wish | None:
    """What a reaction asks for; another emoji, or one on a file, asks for nothing."""
    on = event.get("item") or {}
    if event.get("reaction") != NEWSPAPER or on.get("type") != "message":
        return None
    return Wish(team, on["channel"], on["ts"], event_id)


def wish_from_message(event: Payload, team: str) -> Wish | None:
    """What a reply that says "brief" asks for: the links of the message that its thread hangs on."""
    thread = event.get("thread_ts")
    is_reply = is_from_a_person(event) and thread and thread != event["ts"]
    if not is_reply or not WORD.fullmatch(event.get("text") or ""):
        return None
    return Wish(team, event["channel"], str(thread), event["ts"])


class Wishes:
    """What is done to fulfil a wish, one act a method."""

    def __init__(self, channels: Channels, desk: Desk) -> None:
        self.channels = channels
        self.desk = desk

    def find(self, wish: Wish) -> Json:
        """The share that the message makes now that it is asked for: {"share": …, "flow": its id}, or {}."""
        message = self.desk.chats.of(wish.team).message(wish.channel, wish.ts)
        share = share_from_message({**message, "channel": wish.channel}, wish.team) if message else None
        share = wanted_share(self.channels, share, asked=True)
        share = wished_again(self.desk.archive, share, wish.act) if share else None
        return {"share": share.to_json(), "flow": share.flow_id} if share else {}


def fulfil_wish(wishes: Wishes, steps: Steps, argument: Json) -> Json:
    """Brief the message's links as if they were shared now; silence where there are none, or the channel is off."""
    found = retry(steps, "find", wishes.find, Wish(**argument))
    if "share" in found:
        steps.begin(SHARE_FLOW, found["flow"], found["share"])
    return {"asked": "share" in found}
