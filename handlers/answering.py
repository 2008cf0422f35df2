"""Saying an answer where it was asked for, and what follows when Slack refuses it for good."""

from __future__ import annotations

from handlers.desk import Desk
from handlers.insist import insist
from handlers.ports import Json, Place, Steps
from handlers.viewers import DIRECT


def post_answer(steps: Steps, desk: Desk, key: str, place: Place, answer: Json) -> Json:
    """Post `answer` once, a brief under its own id and anything else under `key`.

    Gives the answer back, with Slack's code as "refused" where it will never stand there.
    """
    own = answer["brief_id"] if answer["kind"] == "brief" else key
    posted = insist(steps, "post", desk.post_answer, own, place, answer)
    if "refused" not in posted:
        return answer
    steps.run("note refusal", desk.note_refusal, own, posted["refused"])
    return {**answer, "refused": posted["refused"]}


def tell_refusal(steps: Steps, desk: Desk, place: Place, user: str, code: str) -> None:
    """Tell who asked that they get no answer at `place`; in their own direct messages there is no other way to."""
    if user and not place.channel.startswith(DIRECT):
        insist(steps, "tell refusal", desk.tell_refusal, steps.flow_id, place, user, code)
