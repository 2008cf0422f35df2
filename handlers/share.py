"""Flow: links shared in a channel become briefs in the message's thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from handlers.desk import Desk
from handlers.insist import insist
from handlers.links import name_of_links
from handlers.news import with_news
from handlers.outcomes import log_links
from handlers.ports import Json, Place, Steps
from handlers.readings import READ_FLOW, begin_readings, begin_watch, file_reading, mark_if_slow

SHARE_FLOW = "share"


@dataclass(frozen=True, slots=True)
class Share:
    """Links that one message brought into a channel. `thread` is where answers go."""

    team: str
    channel: str
    ts: str
    thread: str
    user: str
    links: tuple[str, ...]

    @property
    def flow_id(self) -> str:
        """The same for every delivery of the same links in the same message."""
        return f"share:{self.team}:{self.channel}:{self.ts}:{name_of_links(self.links)}"

    @property
    def place(self) -> Place:
        """Where answers go."""
        return Place(self.team, self.channel, self.thread)

    def filing(self, number: int) -> Json:
        """How the brief of the link of this number is filed."""
        filing = {"brief_id": f"{self.flow_id}/{number}", "user": self.user, "ts": self.ts}
        return filing | {"audience": "channel", "team": self.team, "channel": self.channel}

    def to_json(self) -> Json:
        return asdict(self)

    @classmethod
    def from_json(cls, argument: Json) -> Share:
        return cls(**{**argument, "links": tuple(argument["links"])})


def brief_shared_links(steps: Steps, desk: Desk, argument: Json) -> Json:
    """Mark the message as being read, answer every link in its order, mark it done.

    Links to one story are answered together, where the first of them stands.
    """
    share = Share.from_json(argument)
    insist(steps, "mark as being read", desk.mark_reading, share.team, share.channel, share.ts)
    readings = begin_readings(steps, desk, share)
    slow = mark_if_slow(steps, desk, share, readings)
    groups = group_readings(steps, desk, share, readings)
    answers = [answer for group in groups for answer in answer_group(steps, desk, share, group, readings)]
    told = [answer for answer in answers if answer["kind"] != "nothing"]
    ending = {"failed": bool(told) and all(answer["kind"] == "problem" for answer in told), "slow": slow}
    insist(steps, "mark as done", desk.mark_done, share.team, share.channel, share.ts, ending)
    log_links(steps, answers, share.place, share.ts)
    for answer in answers:
        begin_watch(steps, answer)
    return {"answers": [answer["kind"] for answer in answers]}


def group_readings(
    steps: Steps, desk: Desk, share: Share, readings: Sequence[Json]
) -> Sequence[Sequence[int]]:
    """The numbers of the links that are answered together, in the order of their first; most stand alone.

    What is one story shows when all of a message's links are read, so each waits for the slowest.
    """
    flows = {str(number): reading["flow"] for number, reading in enumerate(readings) if "flow" in reading}
    groups: list[list[int]] = []
    if len(flows) > 1:
        outcomes = {number: steps.result(flow) for number, flow in flows.items()}
        groups = steps.run("group", desk.group, share.team, share.channel, outcomes)["groups"]
    grouped = {number for group in groups for number in group}
    alone = [[number] for number in range(len(readings)) if number not in grouped]
    return sorted([*groups, *alone])


def answer_group(
    steps: Steps, desk: Desk, share: Share, group: Sequence[int], readings: Sequence[Json]
) -> list[Json]:
    """One brief of several links that are one story; else each link's own answer."""
    if len(group) > 1:
        answer = answer_together(steps, desk, share, group, readings)
        if answer["kind"] == "brief":
            return [answer]
    return [answer_link(steps, desk, share, number, readings[number]) for number in group]


def answer_together(
    steps: Steps, desk: Desk, share: Share, group: Sequence[int], readings: Sequence[Json]
) -> Json:
    """Read the articles as one story, file their brief and post it; nothing is posted where that cannot be."""
    shapes = [steps.result(readings[number]["flow"])["brief"]["articles"][0] for number in group]
    flow = f"{share.flow_id}/together/{group[0]}"
    steps.begin(READ_FLOW, flow, {"articles": shapes})
    filing, urls = share.filing(group[0]), [readings[number]["url"] for number in group]
    answer = steps.run("file together", desk.file_together, filing, urls, steps.result(flow))
    if answer["kind"] == "brief":
        return post_answer(steps, desk, share, filing["brief_id"], answer)
    return answer


def answer_link(steps: Steps, desk: Desk, share: Share, number: int, reading: Json) -> Json:
    """Post what became of one link: its brief, a pointer to an earlier one, or why there is none."""
    filing = share.filing(number)
    answer = file_reading(steps, desk, reading, filing)
    answer = steps.run("settle", desk.settle, answer, share.ts)
    answer = with_news(steps, answer, f"{filing['brief_id']}/news")
    if answer["kind"] != "nothing":
        return post_answer(steps, desk, share, filing["brief_id"], answer)
    return answer


def post_answer(steps: Steps, desk: Desk, share: Share, key: str, answer: Json) -> Json:
    """Say it in the thread, once; the answer with Slack's code as "refused" where it will never stand there."""
    posted = insist(steps, "post", desk.post_answer, key, share.place, answer)
    return {**answer, "refused": posted["refused"]} if "refused" in posted else answer
