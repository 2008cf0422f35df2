"""Questions: to the bot by name, in direct messages, and for more of an answer."""

from __future__ import annotations

from slack_bolt import Ack

from handlers.commands.brief import LookUp
from handlers.commands.questions import MENTION, asked
from handlers.domain.channels import Channels
from handlers.flows.archive.looking import HELP_FLOW, LOOK_FLOW, Question
from handlers.flows.links.intake import Payload, is_from_a_person, share_from_message, team_of, team_of_press
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

    def on_mention(self, event: Payload, body: Payload) -> None:
        """@nutgraf with links, with "brief" in a thread, or with a question.

        The same message also comes as a message: links are briefed under one flow id, whichever comes first.
        """
        team = team_of(body)
        shared = share_from_message(event, team)
        share = wanted_share(self.channels, shared, asked=True)
        wish = wish_from_message({**event, "text": MENTION.sub("", event.get("text") or "")}, team)
        if share:
            self.engine.begin(SHARE_FLOW, share.flow_id, share.to_json())
        elif wish:
            self.engine.begin(WISH_FLOW, wish.flow_id, wish.to_json())
        elif not shared:  # links that nobody here wants briefed are no question
            self.answer(event, team)

    def answer(self, event: Payload, team: str) -> None:
        """Answer what a message asks, in its thread; what asks nothing we know gets help."""
        if not is_from_a_person(event) or not (event.get("text") or "").strip():
            return
        wanted = asked(event["text"])
        look = wanted.look if isinstance(wanted, LookUp) else None
        question = Question(
            team=team,
            channel=event["channel"],
            user=event.get("user") or "",
            asked=event["ts"],
            kind=look.kind if look else "search",
            words=look.words if look else "",
            to="channel",
            thread=event.get("thread_ts") or event["ts"],
        )
        self.engine.begin(LOOK_FLOW if look else HELP_FLOW, question.flow_id, question.to_json())

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
