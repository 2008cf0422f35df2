"""Slash commands."""

from __future__ import annotations

from slack_bolt import Ack

from handlers.by_hand import ASK_FLOW, Request
from handlers.commands import BriefCommand, DigestCommand, parse_brief, parse_digest
from handlers.desk import Desk
from handlers.digest_settings import apply_digest_command
from handlers.digests import BY_HAND_FLOW, DigestDesk
from handlers.intake import Payload
from handlers.ports import Engine
from handlers.render.message import Message
from handlers.render.slack import BRIEF_USES, DIGEST_USES, help_message, notice_message


class Commands:
    """Reactions to /brief and /digest."""

    def __init__(self, engine: Engine, desk: Desk, digests: DigestDesk) -> None:
        self.engine = engine
        self.desk = desk
        self.digests = digests

    def on_brief(self, ack: Ack, command: Payload) -> None:
        """/brief URL…"""
        wanted = parse_brief(command.get("text") or "")
        if wanted is None:
            answer(ack, help_message(BRIEF_USES))
            return
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
        answer(ack, notice_message(receipt(wanted)))

    def on_digest(self, ack: Ack, command: Payload) -> None:
        """/digest now, preview, at, off, empty, status"""
        wanted = parse_digest(command.get("text") or "")
        if wanted is None:
            answer(ack, help_message(DIGEST_USES))
        elif wanted.act == "now":
            self.begin_digest(command)
            answer(ack, notice_message("Compiling this channel’s digest…"))
        else:
            answer(ack, self.digest_answer(command, wanted))

    def begin_digest(self, command: Payload) -> None:
        """Begin a digest by hand, closed at this moment."""
        team, channel = command["team_id"], command["channel_id"]
        argument = {
            "team": team,
            "channel": channel,
            "response_url": command["response_url"],
            "moment": self.desk.now().isoformat(),
        }
        self.engine.begin(BY_HAND_FLOW, f"digest-now:{team}:{channel}:{command['trigger_id']}", argument)

    def digest_answer(self, command: Payload, wanted: DigestCommand) -> Message:
        """What the one who typed the command reads."""
        team, channel = command["team_id"], command["channel_id"]
        if wanted.act == "preview":
            messages = self.digests.preview(team, channel)
            return messages[0] if messages else notice_message("Nothing for the next digest so far.")
        return notice_message(apply_digest_command(self.desk.archive, team, channel, wanted, self.desk.now()))


def receipt(wanted: BriefCommand) -> str:
    """What is said at once."""
    count = len(wanted.links)
    text = f"Reading {count} link{'s' if count > 1 else ''}…"
    if wanted.left_out:
        text += f" {wanted.left_out} more were left out: at most {count} in one command."
    return text


def answer(ack: Ack, message: Message) -> None:
    """Acknowledge a command with what only its user sees."""
    ack(text=message.text, blocks=list(message.blocks), response_type="ephemeral")
