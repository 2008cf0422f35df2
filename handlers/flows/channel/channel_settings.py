"""Flows: the channel settings form is opened, and what was sent is kept and told."""

from __future__ import annotations

import json
from collections.abc import Sequence
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


@dataclass(frozen=True, slots=True)
class Submission:
    """A sent settings form: its `values` as Slack has them, and the modal `view` in which its user is answered."""

    team: str
    user: str
    channel: str
    view: str
    values: Json

    def to_json(self) -> Json:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Found:
    """What a submission changes, in words, and under which conditions; or in a `sentence` why its user may not."""

    told: tuple[str, ...] = ()
    now: str = ""  # the moment, in ISO form
    everywhere: bool = False
    sentence: str = ""

    def to_json(self) -> Json:
        return {"sentence": self.sentence} if self.sentence else asdict(self)

    @classmethod
    def from_json(cls, kept: Json) -> Found:
        """What `to_json` wrote; where Slack refused to say who is in the channel, nobody may."""
        if "told" not in kept:
            return cls(sentence=kept.get("sentence", NOT_YOUR_CHANNEL))
        return cls(tuple(kept["told"]), kept["now"], kept["everywhere"])


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

    def show(self, opening: Opening, view_id: str) -> Json:
        """The form in place of what loads, for whoever may change it."""
        team, channel, user = opening.team, opening.channel, opening.user
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
        setting, apps = self.channels.channel_setting(team, channel), self.channels.apps_in(team, channel)
        return ChannelForm(setting, digest, everywhere, apps)

    def compare(self, sent: Submission) -> Json:
        """What the submission changes, settled before it does."""
        form = self.form_for(sent.team, sent.channel, sent.user)
        if isinstance(form, str):
            return Found(sentence=form).to_json()
        now = self.desk.now()
        told = tuple(difference(form, read_form(sent.values).applied_to(form, now)))
        return Found(told, now.isoformat(), form.everywhere is not None).to_json()

    def keep(self, sent: Submission, found: Found) -> Json:
        """Write what was sent; doing it again changes nothing."""
        form = self.form(sent.team, sent.channel, with_workspace=found.everywhere)
        after = read_form(sent.values).applied_to(form, datetime.fromisoformat(found.now))
        self.channels.set_channel(after.setting)
        self.desk.archive.set_digest(after.digest)
        for app in after.apps:
            self.channels.set_app(sent.team, sent.channel, app.bot, app.mode)
        if after.everywhere is not None:
            self.channels.mute_everywhere(sent.team, after.everywhere)
        return {}

    def tell(self, key: str, sent: Submission, told: Sequence[str]) -> Json:
        """One line in the channel."""
        place = Place(sent.team, sent.channel)
        return self.desk.outbox.post(key, place, changed_message(sent.user, told, key=key))

    def answer(self, team: str, view_id: str, sentence: str) -> Json:
        """What became of it, in the modal."""
        self.desk.chats.of(team).update_view(view_id, notice_view(sentence))
        return {}


def open_settings(desk: ChannelDesk, steps: Steps, argument: Json) -> Json:
    """Open a modal, then fill it once Slack has said who is in the channel."""
    opening = Opening(**argument)
    opened = retry(steps, "open", desk.open, opening.team, opening.trigger)
    if "refused" not in opened:
        return retry(steps, "show", desk.show, opening, opened["view"])
    if opening.response_url:
        retry(steps, "say", desk.say, opening.response_url, modal_sentence(opened["refused"]))
    return {}


def save_settings(desk: ChannelDesk, steps: Steps, argument: Json) -> Json:
    """Keep what was sent and tell the channel.

    The channel is told, in one line, and not its changer alone: a bot that falls silent, or speaks more, without
    anybody knowing why looks broken, and its colleagues know then whom to ask. Where nothing changed, nothing is said.
    """
    sent = Submission(**argument)
    found = Found.from_json(retry(steps, "compare", desk.compare, sent))
    if found.sentence:
        return retry(steps, "answer", desk.answer, sent.team, sent.view, found.sentence)
    steps.run("keep", desk.keep, sent, found)
    retry(steps, "answer", desk.answer, sent.team, sent.view, SETTINGS_KEPT)
    if found.told:
        retry(steps, "tell", desk.tell, steps.flow_id, sent, found.told)
    return {"changed": len(found.told)}
