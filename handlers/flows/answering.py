"""Saying an answer where it was asked for, and what follows when Slack refuses it for good."""

from __future__ import annotations

from collections.abc import Callable

from handlers.domain.viewers import DIRECT
from handlers.flows.answers import Answer, Briefed, Ending, RefusedAnswer, TakenAnswer
from handlers.flows.desk import Desk
from handlers.flows.retry import retry
from handlers.ports import Json, Place, Steps

Post = Callable[[str, Place, Answer], Json]
"""An act that posts an answer under a key at a place, or says that it is "taken" away."""


def post_answer(  # noqa: PLR0913  # one post, and another way to make it
    steps: Steps, desk: Desk, key: str, place: Place, answer: Answer, *, post: Post | None = None
) -> Ending:
    """Post `answer` once, a brief under its own id and anything else under `key`; `post` in the place of the desk's act.

    Gives the answer back: as refused where it will never stand there, as taken where nobody wants it.
    """
    own = answer.brief_id if isinstance(answer, Briefed) else key
    posted = retry(steps, "post", post or desk.post_answer, own, place, answer)
    if "taken" in posted:
        return TakenAnswer(answer)
    if "refused" not in posted:
        return answer
    steps.run("note refusal", desk.outbox.refuse, own, posted["refused"])
    return RefusedAnswer(answer, posted["refused"])


def tell_refusal(steps: Steps, desk: Desk, place: Place, user: str, code: str) -> None:
    """Tell who asked that they get no answer at `place`; in their own direct messages there is no other way to."""
    if user and not place.channel.startswith(DIRECT):
        retry(steps, "tell refusal", desk.tell_refusal, steps.flow_id, place, user, code)
