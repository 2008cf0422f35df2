"""Flow: the bot has come to a channel and says, once, what it will do there."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace

from handlers.flows.answering import tell_refusal
from handlers.flows.channel.channel_settings import ChannelDesk
from handlers.flows.links.intake import Payload
from handlers.flows.retry import retry
from handlers.ports import Json, Place, Steps
from handlers.render.slack_settings import welcome_message

WELCOME_FLOW = "welcome"


@dataclass(frozen=True, slots=True)
class Arrival:
    """The bot joined a channel; `inviter` is empty where nobody invited it (a default channel, a workflow)."""

    team: str
    channel: str
    inviter: str
    event: str

    @property
    def flow_id(self) -> str:
        return f"welcome:{self.team}:{self.channel}:{self.event}"

    def to_json(self) -> Json:
        return asdict(self)


def arrival(event: Payload, team: str, event_id: str, bot: str) -> Arrival | None:
    """The bot's arrival; that somebody else joins is no business of ours."""
    if not bot or event.get("user") != bot:
        return None
    return Arrival(team, event["channel"], event.get("inviter") or "", event_id)


class WelcomeDesk:
    """The single acts of arriving."""

    def __init__(self, rooms: ChannelDesk) -> None:
        self.rooms = rooms

    def settle(self, welcome_id: str, arrival: Arrival) -> Json:
        """Whether to say it, and how the bot behaves here: on request where nobody wanted it, unless that was set."""
        channels, (team, channel) = self.rooms.channels, (arrival.team, arrival.channel)
        says = channels.claim_welcome(team, channel, welcome_id, self.rooms.desk.now())
        setting = channels.channel_setting(team, channel)
        if not arrival.inviter and not channels.has_mode(team, channel):
            channels.set_channel(replace(setting, mode="request"))
        return {"says": says}

    def say(self, key: str, arrival: Arrival) -> Json:
        """One short message."""
        form = self.rooms.form(arrival.team, arrival.channel)
        message = welcome_message(form, arrival.inviter, key=key)
        return self.rooms.desk.outbox.post(key, Place(arrival.team, arrival.channel), message)


def welcome(desk: WelcomeDesk, steps: Steps, argument: Json) -> Json:
    """Say hello unless that was done within a day."""
    came = Arrival(**argument)
    settled = steps.run("settle", desk.settle, steps.flow_id, came)
    said = retry(steps, "say", desk.say, steps.flow_id, came) if settled["says"] else {}
    if "refused" in said:
        tell_refusal(steps, desk.rooms.desk, Place(came.team, came.channel), came.inviter, said["refused"])
    return said
