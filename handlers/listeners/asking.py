"""Questions: to the bot by name, in direct messages, and for more of an answer."""

from __future__ import annotations

from slack_bolt import Ack, BoltContext

from handlers.commands.brief import BriefLinks, Follow, LookUp
from handlers.commands.questions import MENTION, Words, asked
from handlers.commands.talk import Talk
from handlers.domain.channels import Channels, is_direct
from handlers.flows.archive.looking import LOOK_FLOW, Question
from handlers.flows.archive.talking import FOLLOW_FLOW, HELP_FLOW, TALK_FLOW, Said
from handlers.flows.links.intake import (
    Payload,
    is_from_a_person,
    share_from_message,
    share_of,
    team_of,
    team_of_press,
)
from handlers.flows.links.share import SHARE_FLOW
from handlers.flows.links.wanted import wanted_share
from handlers.flows.links.wishes import WISH_FLOW, wish_from_message
from handlers.ports import Engine
from handlers.render.slack_found import look_of


class Asking:
    """Reactions to questions."""

    def __init__(self, engine: Engine, channels: Channels) -> None:
        self.engine = engine
        self.channels = channels

    def on_mention(self, event: Payload, body: Payload, context: BoltContext) -> None:
        """@nutgraf with links, with "brief" in a thread, or with a question.

        The same message also comes as a message: links are briefed under one flow id, whichever comes first.
        """
        team = team_of(body)
        shared = share_from_message(event, team)
        share = wanted_share(self.channels, shared, asked=True)
        unnamed = {**event, "text": MENTION.sub("", event.get("text") or "")}
        wish = wish_from_message(unnamed, team, context.bot_user_id or "")
        if share:
            self.engine.begin(SHARE_FLOW, share.flow_id, share.to_json())
        elif wish:
            self.engine.begin(WISH_FLOW, wish.flow_id, wish.to_json())
        elif not shared:  # links that nobody here wants briefed are no question
            self.answer(event, team)

    def answer(self, event: Payload, team: str) -> None:
        """Answer what a message asks, in its thread. What asks nothing is answered in direct messages alone."""
        if not is_from_a_person(event) or not (event.get("text") or "").strip():
            return
        wanted = asked(event["text"])
        said = Said(
            team, event["channel"], event["ts"], event.get("user") or "", event.get("thread_ts") or ""
        )
        if isinstance(wanted, BriefLinks):  # typed, and not marked as links by Slack
            share = wanted_share(self.channels, share_of(event, said.channel, team, wanted.links), asked=True)
            if share:
                self.engine.begin(SHARE_FLOW, share.flow_id, share.to_json())
        elif isinstance(wanted, LookUp):
            self.look_up(said, wanted)
        elif isinstance(wanted, Follow):
            self.begin(FOLLOW_FLOW, said, act=wanted.act, words=wanted.words)
        elif isinstance(wanted, Talk):
            self.begin(TALK_FLOW, said, kind=wanted.kind)
        else:
            self.begin(HELP_FLOW, said)

    def look_up(self, said: Said, wanted: LookUp) -> None:
        """Begin to look something up for a message."""
        question = Question(
            team=said.team,
            channel=said.channel,
            user=said.user,
            asked=said.ts,
            kind=wanted.look.kind,
            words=wanted.look.words,
            to="channel",
            thread=said.thread or said.ts,
            may_be_talk=isinstance(wanted, Words) and not is_direct(said.channel),
        )
        self.engine.begin(LOOK_FLOW, question.flow_id, question.to_json())

    def begin(self, flow: str, said: Said, **more: str) -> None:
        """Begin the flow that answers a message."""
        self.engine.begin(flow, said.flow_id, {"said": said.to_json(), **more})

    def on_more(self, ack: Ack, body: Payload) -> None:
        """The next page of an answer, in its place."""
        look = look_of(body["actions"][0]["value"])
        question = Question(
            team=team_of_press(body),
            channel=body["channel"]["id"],
            user=body["user"]["id"],
            asked=body["trigger_id"],
            kind=look.kind,
            words=look.words,
            to="asker",
            page=look.page,
            response_url=body["response_url"],
        )
        self.engine.begin(LOOK_FLOW, question.flow_id, question.to_json())
        ack()
