"""Slash commands."""

from __future__ import annotations

from typing import assert_never

from slack_bolt import Ack

from handlers.commands.brief import BriefLinks, Follow, Help, LookUp, OpenSettings, parse_brief
from handlers.commands.digest import DigestCommand, digest_problem, parse_digest
from handlers.domain.message import Message
from handlers.flows.archive.following import Following
from handlers.flows.archive.looking import LOOK_FLOW, Question
from handlers.flows.channel.channel_settings import OPEN_FLOW, Opening
from handlers.flows.desk import Desk
from handlers.flows.digest.digest_settings import DIGEST_TIME_FLOW, apply_digest_command
from handlers.flows.digest.digests import BY_HAND_FLOW
from handlers.flows.digest.personal_digests import PERSONAL_SETTING_FLOW, PersonalWish
from handlers.flows.digest.previewing import PREVIEW_FLOW
from handlers.flows.digest.typed import Typed
from handlers.flows.links.by_hand import ASK_FLOW, Request
from handlers.flows.links.intake import Payload
from handlers.ports import Engine
from handlers.render.slack import BRIEF_USES, DIGEST_USES, help_message, notice_message

PROMISES = {
    "at": "Setting the digest’s time…",
    "empty": "Setting what comes on empty days…",
    "report": "Setting the weekly report…",
    "status": "Looking…",
}
"""What is said at once to an act that tells when the next digest comes: Slack has to be asked for it."""


class SlashCommands:
    """Reactions to /brief and /digest."""

    def __init__(self, engine: Engine, desk: Desk, following: Following) -> None:
        self.engine = engine
        self.desk = desk
        self.following = following

    def on_brief(self, ack: Ack, command: Payload) -> None:
        """/brief with links, or with a word of `handlers.commands.brief.WORDS`."""
        match parse_brief(command.get("text") or ""):
            case BriefLinks() as wanted:
                self.brief_links(command, wanted)
                acknowledge(ack, left_out(wanted))
            case LookUp() as wanted:
                self.look_up(command, wanted)
                ack()
            case Follow() as wanted:
                answer(ack, self.following.answer(command["team_id"], command["user_id"], wanted))
            case OpenSettings():
                self.open_settings(command)
                ack()
            case Help(problem=problem):
                answer(ack, help_message(BRIEF_USES, problem))
            case never:
                assert_never(never)

    def brief_links(self, command: Payload, wanted: BriefLinks) -> None:
        """Begin to read the links of a command."""
        request = Request(
            team=command["team_id"],
            channel=command["channel_id"],
            user=command["user_id"],
            trigger=command["trigger_id"],
            response_url=command["response_url"],
            links=wanted.links,
            audience=wanted.audience,
        )
        self.engine.begin(ASK_FLOW, request.flow_id, request.to_json())

    def look_up(self, command: Payload, wanted: LookUp) -> None:
        """Begin to look something up."""
        question = Question(
            team=command["team_id"],
            channel=command["channel_id"],
            user=command["user_id"],
            asked=command["trigger_id"],
            kind=wanted.look.kind,
            words=wanted.look.words,
            to="channel" if wanted.here else "asker",
            response_url=command["response_url"],
        )
        self.engine.begin(LOOK_FLOW, question.flow_id, question.to_json())

    def open_settings(self, command: Payload) -> None:
        """Begin to show the form of the channel in which it was typed."""
        opening = Opening.from_command(command)
        self.engine.begin(OPEN_FLOW, opening.flow_id, opening.to_json())

    def on_digest(self, ack: Ack, command: Payload) -> None:
        """/digest with a word of `handlers.commands.digest.WORDS`."""
        wanted = parse_digest(command.get("text") or "")
        if wanted is None:
            answer(ack, help_message(DIGEST_USES, digest_problem(command.get("text") or "")))
        elif wanted.is_mine:
            wish = personal_wish(command, wanted)
            flow_id = f"my-digest-set:{wish.team}:{wish.user}:{command['trigger_id']}"
            self.engine.begin(PERSONAL_SETTING_FLOW, flow_id, wish.to_json())
            ack()
        elif wanted.act == "now":
            self.begin(BY_HAND_FLOW, "digest-now", command)
            answer(ack, notice_message("Compiling this channel’s digest…"))
        elif wanted.act == "preview":
            self.begin(PREVIEW_FLOW, "digest-preview", command)
            answer(ack, notice_message("Compiling what this channel’s next digest would say…"))
        elif wanted.act in PROMISES:
            self.begin(DIGEST_TIME_FLOW, "digest-time", command)
            answer(ack, notice_message(PROMISES[wanted.act]))
        else:
            answer(ack, self.digest_answer(command, wanted))

    def begin(self, flow: str, name: str, command: Payload) -> None:
        """Begin a flow of a command, as of this moment."""
        team, channel = command["team_id"], command["channel_id"]
        text, answers = command.get("text") or "", command["response_url"]
        typed = Typed(team, channel, command["user_id"], text, answers, self.desk.now())
        self.engine.begin(flow, f"{name}:{team}:{channel}:{command['trigger_id']}", typed.to_json())

    def digest_answer(self, command: Payload, wanted: DigestCommand) -> Message:
        """What the one who typed the command reads."""
        team, channel = command["team_id"], command["channel_id"]
        return notice_message(apply_digest_command(self.desk.archive, team, channel, wanted, self.desk.now()))


def personal_wish(command: Payload, wanted: DigestCommand) -> PersonalWish:
    """What somebody wants of their own digest."""
    return PersonalWish(
        team=command["team_id"],
        user=command["user_id"],
        response_url=command["response_url"],
        act=wanted.act,
        at=wanted.at.strftime("%H:%M") if wanted.at else None,
        zone=wanted.zone,
        days=tuple(sorted(wanted.days)) if wanted.days is not None else None,
    )


def left_out(wanted: BriefLinks) -> str:
    """What is said at once: nothing, as the answer says all, but where links were too many."""
    if not wanted.left_out:
        return ""
    were = "more link was" if wanted.left_out == 1 else "more links were"
    return f"{wanted.left_out} {were} left out: at most {len(wanted.links)} in one command."


def acknowledge(ack: Ack, sentence: str) -> None:
    """Acknowledge a command in a sentence, or in silence."""
    if sentence:
        answer(ack, notice_message(sentence))
    else:
        ack()


def answer(ack: Ack, message: Message) -> None:
    """Acknowledge a command with what only its user sees."""
    ack(text=message.text, blocks=list(message.blocks), response_type="ephemeral")
