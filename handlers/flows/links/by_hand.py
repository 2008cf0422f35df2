"""Flow: /brief. Links that one person asks about, answered to that person or to the channel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from handlers.domain.sentences import refusal_sentence
from handlers.flows.answering import post_answer
from handlers.flows.answers import (
    Answer,
    Briefed,
    Ending,
    Nothing,
    Pointer,
    RefusedAnswer,
    answer_from,
    kind_of,
)
from handlers.flows.desk import Desk, WantedBrief
from handlers.flows.links.news import with_news
from handlers.flows.links.outcomes import log_links
from handlers.flows.links.readings import Begun, begin_readings, begin_watch, file_reading, slow_ones
from handlers.flows.retry import retry
from handlers.ports import Audience, Json, Place, Steps

ASK_FLOW = "ask"


@dataclass(frozen=True, slots=True)
class Request:
    """One slash command's links. `trigger` is Slack's id of the command, `response_url` where its user reads."""

    team: str
    channel: str
    user: str
    trigger: str
    response_url: str
    links: tuple[str, ...]
    audience: Audience

    @property
    def flow_id(self) -> str:
        return f"ask:{self.team}:{self.channel}:{self.trigger}"

    def to_json(self) -> Json:
        return asdict(self)

    @classmethod
    def from_json(cls, argument: Json) -> Request:
        return cls(**{**argument, "links": tuple(argument["links"])})


def brief_links_by_hand(desk: Desk, steps: Steps, argument: Json) -> Json:
    """Read every link of the command and answer each in its order."""
    request = Request.from_json(argument)
    readings = begin_readings(steps, desk, request)
    slow = say_if_slow(steps, desk, request, readings)
    sitting = ByHand(steps, desk, request, says_slow=slow)
    answers = [answer_link(sitting, number, reading) for number, reading in enumerate(readings)]
    log_links(steps, answers, Place(request.team, request.channel))
    for answer in answers:
        begin_watch(steps, answer)
    return {"answers": ["refused" if isinstance(one, RefusedAnswer) else kind_of(one) for one in answers]}


def say_if_slow(steps: Steps, desk: Desk, request: Request, readings: Sequence[Begun]) -> bool:
    """Tell the asker once where it is; whether they were told. Slack takes five answers, so that each link keeps its own."""
    slow = slow_ones(steps, readings)[:1]
    for number in slow:
        url, of = request.links[number], len(request.links)
        retry(steps, "say progress", desk.say_progress, request.response_url, url, number + 1, of)
    return bool(slow)


@dataclass(frozen=True, slots=True)
class ByHand:
    """One command under way; `says_slow` that its asker was told how far it is, which the first answer replaces."""

    steps: Steps
    desk: Desk
    request: Request
    says_slow: bool

    def respond(self, number: int, answer: Answer) -> None:
        """Tell the asker what became of the link of this number."""
        is_next = self.says_slow and number == 0
        retry(self.steps, "respond", self.desk.respond, self.request.response_url, answer, is_next)


def answer_link(sitting: ByHand, number: int, reading: Begun) -> Ending:
    """File and tell what became of one link."""
    steps, desk, request = sitting.steps, sitting.desk, sitting.request
    brief_id, for_all = f"{request.flow_id}/{number}", request.audience == "channel"
    wanted = WantedBrief(brief_id, request.team, request.channel, request.user, "", request.audience)
    answer = file_reading(steps, desk, reading, wanted)
    if for_all:
        answer = answer_from(steps.run("settle", desk.settle, answer, wanted))
    answer = with_news(steps, answer, f"{brief_id}/news")
    if isinstance(answer, Pointer) and not for_all:
        answer = Briefed(answer.brief_id, answer.url)  # who asks is shown again what the channel has
    if isinstance(answer, Briefed) and for_all:
        told = post_answer(steps, desk, brief_id, Place(request.team, request.channel), answer)
        if isinstance(told, RefusedAnswer):
            sentence = refusal_sentence(told.code)
            retry(steps, "respond", desk.say_to, request.response_url, sentence)
        return told
    if not isinstance(answer, Nothing):
        sitting.respond(number, answer)
    return answer
