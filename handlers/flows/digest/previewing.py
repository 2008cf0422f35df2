"""Flow: what the next daily digest would say so far, whole, to the one who asks."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.domain.message import Message
from handlers.flows.digest.digests import DigestDesk
from handlers.flows.digest.typed import Typed
from handlers.flows.retry import retry
from handlers.ports import Json, Steps
from handlers.render.slack import notice_message
from handlers.render.wording import counted

PREVIEW_FLOW = "digest preview"
NOTHING_SO_FAR = "Nothing for the next digest so far."
MOST_ANSWERS = 5  # as many as Slack takes at one response address


def preview_digest(desk: DigestDesk, steps: Steps, argument: Json) -> Json:
    """Answer with every message of the digest, one after another."""
    typed = Typed.from_json(argument)
    count = retry(steps, "answer", answer, desk, typed, 0)["messages"]
    for number in range(1, count):
        retry(steps, "answer", answer, desk, typed, number)
    return {"messages": count}


def answer(desk: DigestDesk, typed: Typed, number: int) -> Json:
    """Give the asker message `number`. Says how many there are. Raises DeliveryError."""
    messages = answers(desk.preview(typed.team, typed.channel, typed.moment))
    if number < len(messages):
        desk.desk.chats.respond(typed.response_url, messages[number])
    return {"messages": len(messages)}


def answers(messages: Sequence[Message]) -> tuple[Message, ...]:
    """The digest's messages as answers; where they are too many, the last one says so."""
    if not messages:
        return (notice_message(NOTHING_SO_FAR),)
    left = len(messages) - MOST_ANSWERS
    if left <= 0:
        return tuple(messages)
    said = f"{counted(left + 1, 'more message')} of this digest can be read only when it is posted."
    return (*messages[: MOST_ANSWERS - 1], notice_message(said))
