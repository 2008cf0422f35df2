"""Flow: links shared in a channel become briefs in the message's thread."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass

from handlers.desk import Desk
from handlers.insist import insist
from handlers.links import key_of
from handlers.ports import Json, Place, Steps
from handlers.readings import begin_readings, begin_watch, file_reading

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
        keys = hashlib.sha256(" ".join(map(key_of, self.links)).encode()).hexdigest()[:16]
        return f"share:{self.team}:{self.channel}:{self.ts}:{keys}"

    def to_json(self) -> Json:
        return asdict(self)

    @classmethod
    def from_json(cls, argument: Json) -> Share:
        return cls(**{**argument, "links": tuple(argument["links"])})


def brief_shared_links(steps: Steps, desk: Desk, argument: Json) -> Json:
    """Mark the message as being read, answer every link in its order, mark it done."""
    share = Share.from_json(argument)
    insist(steps, "mark as being read", desk.mark_reading, share.team, share.channel, share.ts)
    readings = begin_readings(steps, desk, share)
    answers = [answer_link(steps, desk, share, number, reading) for number, reading in enumerate(readings)]
    told = [answer for answer in answers if answer["kind"] != "nothing"]
    failed = bool(told) and all(answer["kind"] == "problem" for answer in told)
    insist(steps, "mark as done", desk.mark_done, share.team, share.channel, share.ts, failed)
    for answer in answers:
        begin_watch(steps, answer)
    return {"answers": [answer["kind"] for answer in answers]}


def answer_link(steps: Steps, desk: Desk, share: Share, number: int, reading: Json) -> Json:
    """Post what became of one link: its brief, a pointer to an earlier one, or why there is none."""
    brief_id = f"{share.flow_id}/{number}"
    filing = {"brief_id": brief_id, "user": share.user, "ts": share.ts, "audience": "channel"}
    filing |= {"team": share.team, "channel": share.channel}
    answer = file_reading(steps, desk, reading, filing)
    answer = steps.run("settle", desk.settle, answer, share.ts)
    if answer["kind"] != "nothing":
        place = Place(share.team, share.channel, share.thread)
        insist(steps, "post", desk.post_answer, brief_id, place, answer)
    return answer
