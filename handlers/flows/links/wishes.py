"""Flow: somebody asks for the links of a message that is there already: 📰 on it, "brief" below it, or ↻ to try again."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, replace

from handlers.domain.channels import Channels
from handlers.domain.message_links import all_links
from handlers.domain.sentences import NOTHING_TO_TRY, TRYING_AGAIN
from handlers.flows.desk import Desk
from handlers.flows.links.intake import Payload, is_from_a_person, share_of, team_of_press
from handlers.flows.links.share import SHARE_FLOW, Asks, wished_again
from handlers.flows.links.wanted import wanted_share
from handlers.flows.retry import retry
from handlers.ports import Json, Steps
from handlers.render.slack_notices import notice_message

WISH_FLOW = "wish"
NEWSPAPER = "newspaper"
WORD = re.compile(r"\W*brief(?:\W+(?:this|it|these|them|please))*\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wish:
    """The message at `ts`, wanted by one act of one person, which Slack knows as `act`.

    `ours` is our own user there, whose messages nobody wants briefed. Who pressed ↻ (`user`) reads at `response_url`.
    """

    team: str
    channel: str
    ts: str
    act: str
    ours: str = ""
    user: str = ""
    response_url: str = ""

    @property
    def flow_id(self) -> str:
        return f"wish:{self.team}:{self.channel}:{self.ts}:{self.act}"

    def to_json(self) -> Json:
        return asdict(self)


def wish_from_reaction(event: Payload, team: str, event_id: str, ours: str = "") -> Wish | None:
    """What a reaction asks for; another emoji, or one on a file, asks for nothing."""
    on = event.get("item") or {}
    if event.get("reaction") != NEWSPAPER or on.get("type") != "message":
        return None
    return Wish(team, on["channel"], on["ts"], event_id, ours)


def wish_from_press(body: Payload) -> Wish:
    """What ↻ asks for: the links of the message that the button names."""
    return Wish(
        team=team_of_press(body),
        channel=body["channel"]["id"],
        ts=body["actions"][0]["value"],
        act=body["trigger_id"],
        user=body["user"]["id"],
        response_url=body["response_url"],
    )


def wish_from_message(event: Payload, team: str, ours: str = "") -> Wish | None:
    """What a reply that says "brief" asks for: the links of the message that its thread hangs on."""
    thread = event.get("thread_ts")
    is_reply = is_from_a_person(event) and thread and thread != event["ts"]
    if not is_reply or not WORD.fullmatch(event.get("text") or ""):
        return None
    return Wish(team, event["channel"], str(thread), event["ts"], ours)


class Wishes:
    """What is done to fulfil a wish, one act a method."""

    def __init__(self, channels: Channels, desk: Desk) -> None:
        self.channels = channels
        self.desk = desk

    def find(self, wish: Wish) -> Json:
        """The share that the message makes now that it is asked for: {"share": …, "flow": its id}, or {}."""
        message = self.desk.chats.of(wish.team).message(wish.channel, wish.ts)
        is_ours = not message or (wish.ours != "" and message.get("user") == wish.ours)
        links = () if is_ours or message is None else all_links(message)
        share = share_of(message, wish.channel, wish.team, links) if message else None
        asks: Asks = "aside" if wish.response_url else "aloud"
        share = wanted_share(self.channels, share, asked=True, asks=asks)
        if share is None:
            return {}
        share = wished_again(self.desk.archive, replace(share, user=wish.user or share.user), wish.act)
        return {"share": share.to_json(), "flow": share.flow_id}

    def say(self, response_url: str, sentence: str) -> Json:
        """Put a sentence in the place of what was pressed."""
        self.desk.chats.respond(response_url, notice_message(sentence), replace=True)
        return {}


def fulfil_wish(wishes: Wishes, steps: Steps, argument: Json) -> Json:
    """Brief the message's links as if they were shared now; silence where there are none, or the channel is off."""
    wish = Wish(**argument)
    found = retry(steps, "find", wishes.find, wish)
    if wish.response_url:
        sentence = TRYING_AGAIN if "share" in found else NOTHING_TO_TRY
        retry(steps, "say", wishes.say, wish.response_url, sentence)
    if "share" in found:
        steps.begin(SHARE_FLOW, found["flow"], found["share"])
    return {"asked": "share" in found}
