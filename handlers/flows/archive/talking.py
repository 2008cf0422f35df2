"""Flows that answer messages to us which look nothing up: a greeting, thanks, help, what somebody follows from now on.

In a channel nobody has to read what asks nothing: it gets a reaction at most.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

from handlers.commands.brief import Follow
from handlers.domain.channels import is_direct
from handlers.domain.message import Message
from handlers.flows.archive.following import Following
from handlers.flows.desk import tolerate
from handlers.flows.retry import retry
from handlers.ports import Json, Place, Steps
from handlers.render.slack_notices import QUESTION_USES, greeting_message, help_message, notice_message

HELP_FLOW, TALK_FLOW, FOLLOW_FLOW, GREET_FLOW = "help", "talk", "follow by message", "greet"
MARKS = {"hello": "wave", "thanks": "+1"}
WELCOME = "You’re welcome."


@dataclass(frozen=True, slots=True)
class Said:
    """One message to us, in the thread `thread` if in any."""

    team: str
    channel: str
    ts: str
    user: str
    thread: str = ""

    @property
    def flow_id(self) -> str:
        """The same for every delivery, and whatever it asks."""
        return f"look:{self.team}:{self.channel}:{self.ts}"

    @property
    def place(self) -> Place:
        """Where it is answered."""
        return Place(self.team, self.channel, self.thread or self.ts)

    def to_json(self) -> Json:
        return asdict(self)


class Talking:
    """The single acts."""

    def __init__(self, following: Following) -> None:
        self.following = following
        self.desk = following.desk

    def post(self, key: str, said: Said, message: Message) -> Json:
        """Answer in the message's thread, once."""
        return self.desk.outbox.post(key, said.place, message)

    def mark(self, said: Said, name: str) -> Json:
        """Answer by a reaction."""
        return tolerate(lambda: self.desk.chats.of(said.team).react(said.channel, said.ts, name))

    def follow(self, key: str, said: Said, wanted: Follow) -> Json:
        """Follow, or no longer, or list it; told to the person alone."""
        message = self.following.answer(said.team, said.user, wanted)
        if is_direct(said.channel):
            return self.post(key, said, message)
        chat = self.desk.chats.of(said.team)
        chat.post_to_one(said.channel, said.user, message, thread=said.thread or None)
        return {}

    def greet(self, key: str, team: str, channel: str) -> Json:
        """Say once what can be tried."""
        return self.desk.outbox.post(key, Place(team, channel), greeting_message())


def show_help(talking: Talking, steps: Steps, argument: Json) -> Json:
    """What can be asked, in the thread."""
    said = Said(**argument["said"])
    return retry(steps, "post", talking.post, steps.flow_id, said, help_message(QUESTION_USES))


def talk(talking: Talking, steps: Steps, argument: Json) -> Json:
    """Answer what asks nothing: in words where somebody talks to us alone, else by a reaction, or not at all."""
    said, kind = Said(**argument["said"]), argument["kind"]
    if not is_direct(said.channel):
        return retry(steps, "mark", talking.mark, said, MARKS[kind]) if kind in MARKS else {}
    answers = {"hello": greeting_message(), "thanks": notice_message(WELCOME)}
    message = answers.get(kind) or help_message(QUESTION_USES)
    return retry(steps, "post", talking.post, steps.flow_id, said, message)


def follow_by_message(talking: Talking, steps: Steps, argument: Json) -> Json:
    """Do what somebody wrote: follow, unfollow or following."""
    wanted = Follow(argument["act"], argument["words"])
    return retry(steps, "follow", talking.follow, steps.flow_id, Said(**argument["said"]), wanted)


def greet(talking: Talking, steps: Steps, argument: Json) -> Json:
    """Greet who opens our messages for the first time."""
    return retry(steps, "greet", talking.greet, steps.flow_id, argument["team"], argument["channel"])
