"""Flows: the channel settings form is opened, and what was sent is kept and told."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime

from handlers.commands.channel_form import ChannelForm, difference, read_form
from handlers.domain.channels import Channels
from handlers.domain.sentences import NOT_INVITED, NOT_YOUR_CHANNEL, SETTINGS_KEPT, modal_sentence
from handlers.domain.viewers import Directory
from handlers.flows.desk import Desk
from handlers.flows.links.intake import Payload, team_of_press
from handlers.flows.retry import retry
from handlers.ports import Json, Place, Steps
from handlers.render.slack_notices import notice_message
from handlers.render.slack_settings import changed_message, settings_view
from handlers.render.slack_views import loading_view, notice_view

OPEN_FLOW = "open channel settings"
SAVE_FLOW = "save channel settings"


@dataclass(frozen=True, slots=True)
class Opening:
    """Somebody wants to see a channel's settings. `response_url` is where they are told that Slack opens nothing."""

    team: str
    user: str
    channel: str
    trigger: str
    response_url: str = ""

    @property
    def flow_id(self) -> str:
        return f"settings:{self.team}:{self.trigger}"

    def to_json(self) -> Json:
        return asdict(self)

    @classmethod
    def from_press(cls, body: Payload) -> Opening:
        """A button that carries the channel, or stands in it."""
        here = (body.get("channel") or {}).get("id") or ""
        return cls(
            team=team_of_press(body),
            user=body["user"]["id"],
            channel=body["actions"][0].get("value") or here,
            trigger=body["trigger_id"],
            response_url=body.get("response_url") or "",
        )

    @classmethod
    def from_command(cls, command: Payload) -> Opening:
        """Typed in the channel."""
        return cls(
            team=command["team_id"],
            user=command["user_id"],
            channel=command["channel_id"],
            trigger=command["trigger_id"],
            response_url=command["response_url"],
        )


class ChannelDesk:
    """What is done around a channel's settings, one act a method."""

    def __init__(self, desk: Desk, channels: Channels, directory: Directory) -> None:
        self.desk = desk
        self.channels = channels
        self.directory = directory

    def open(self, team: str, trigger: str) -> Json:
        """A modal that says it loads."""
        return {"view": self.desk.chats.of(team).open_view(trigger, loading_view())}

    def say(self, response_url: str, sentence: str) -> Json:
        """Tell who pressed."""
        self.desk.chats.respond(response_url, notice_message(sentence))
        return {}

    def show(self, argument: Json, view_id: str) -> Json:
        """The form in place of what loads, for whoever may change it."""
        team, channel, user = argument["team"], argument["channel"], argument["user"]
        form = self.form_for(team, channel, user)
        about = json.dumps({"channel": channel})
        view = notice_view(form) if isinstance(form, str) else settings_view(form, self.desk.now(), about)
        self.desk.chats.of(team).update_view(view_id, view)
        return {}

    def form_for(self, team: str, channel: str, user: str) -> ChannelForm | str:
        """The settings as `user` may change them, or a sentence why not. Raises DeliveryError."""
        if channel not in self.directory.conversations_of(team, user):
            return NOT_YOUR_CHANNEL
        if channel not in self.directory.our_conversations(team):
            return NOT_INVITED
        person = self.directory.person(team, user)
        is_admin = person.is_admin and person.team == team
        return self.form(team, channel, with_workspace=is_admin)

    def form(self, team: str, channel: str, *, with_workspace: bool = False) -> ChannelForm:
        """The settings as they stand."""
        everywhere = self.channels.muted_everywhere(team) if with_workspace else None
        digest = self.desk.archive.digest_setting(team, channel)
        return ChannelForm(self.channels.channel_setting(team, channel), digest, everywhere)

    def compare(self, argument: Json) -> Json:
        """What the submission changes, in words: settled before it does. {"sentence": why} for who may not."""
        form = self.form_for(argument["team"], argument["channel"], argument["user"])
        if isinstance(form, str):
            return {"sentence": form}
        now = self.desk.now()
        after = read_form(argument["values"]).applied_to(form, now)
        may_mute = form.everywhere is not None
        return {"told": list(difference(form, after)), "now": now.isoformat(), "everywhere": may_mute}

    def keep(self, argument: Json, found: Json) -> Json:
        """Write what was sent; doing it again changes nothing."""
        form = self.form(argument["team"], argument["channel"], with_workspace=found["everywhere"])
        after = read_form(argument["values"]).applied_to(form, datetime.fromisoformat(found["now"]))
        self.channels.set_channel(after.setting)
        self.desk.archive.set_digest(after.digest)
        if after.everywhere is not None:
            self.channels.mute_everywhere(argument["team"], after.everywhere)
        return {}

    def tell(self, key: str, argument: Json, told: list[str]) -> Json:
        """One line in the channel."""
        place = Place(argument["team"], argument["channel"])
        return self.desk.outbox.post(key, place, changed_message(argument["user"], told, key=key))

    def answer(self, team: str, view_id: str, sentence: str) -> Json:
        """What became of it, in the modal."""
        self.desk.chats.of(team).update_view(view_id, notice_view(sentence))
        return {}


def open_settings(desk: ChannelDesk, steps: Steps, argument: Json) -> Json:
    """Open a modal, then fill it once Slack has said who is in the channel."""
    opened = retry(steps, "open", desk.open, argument["team"], argument["trigger"])
    if "refused" not in opened:
        return retry(steps, "show", desk.show, argument, opened["view"])
    if argument["response_url"]:
        retry(steps, "say", desk.say, argument["response_url"], modal_sentence(opened["refused"]))
    return {}


def save_settings(desk: ChannelDesk, steps: Steps, argument: Json) -> Json:
    """Keep what was sent and tell the channel.

    The channel is told, in one line, and not its changer alone: a bot that falls silent, or speaks more, without
    anybody knowing why looks broken, and its colleagues know then whom to ask. Where nothing changed, nothing is said.
    """
    found = retry(steps, "compare", desk.compare, argument)
    team, view_id = argument["team"], argument["view"]
    if "told" not in found:
        sentence = found.get("sentence", NOT_YOUR_CHANNEL)
        return retry(steps, "answer", desk.answer, team, view_id, sentence)
    steps.run("keep", desk.keep, argument, found)
    retry(steps, "answer", desk.answer, team, view_id, SETTINGS_KEPT)
    if found["told"]:
        retry(steps, "tell", desk.tell, steps.flow_id, argument, found["told"])
    return {"changed": len(found["told"])}
