"""Flow: links shared in a channel become briefs in the message's thread."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from handlers.desk import Desk
from handlers.insist import insist
from handlers.links import key_of
from handlers.ports import Json, Steps

SHARE_FLOW = "share"
READ_FLOW = "read"


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
    insist(steps, "mark as being read", desk.mark_reading, share.channel, share.ts)
    readings = begin_readings(steps, desk, share)
    answers = [answer_link(steps, desk, share, number, reading) for number, reading in enumerate(readings)]
    told = [answer for answer in answers if answer["kind"] != "nothing"]
    failed = bool(told) and all(answer["kind"] == "problem" for answer in told)
    insist(steps, "mark as done", desk.mark_done, share.channel, share.ts, failed)
    return {"answers": [answer["kind"] for answer in answers]}


def begin_readings(steps: Steps, desk: Desk, share: Share) -> Sequence[Json]:
    """Start reading what the channel does not have yet: all links at once, each a flow of its own."""
    readings = []
    for number, url in enumerate(share.links):
        known = steps.run("look up", desk.look_up, share.team, share.channel, url)
        if not known:
            known = {"flow": f"{share.flow_id}/read/{number}"}
            steps.begin(READ_FLOW, known["flow"], {"url": url})
        readings.append({**known, "url": url})
    return readings


def answer_link(steps: Steps, desk: Desk, share: Share, number: int, reading: Json) -> Json:
    """Post what became of one link: its brief, a pointer to an earlier one, or why there is none."""
    brief_id = f"{share.flow_id}/{number}"
    answer = reading
    if "flow" in reading:
        outcome = steps.result(reading["flow"])
        filing = {"brief_id": brief_id, "user": share.user, "ts": share.ts, "audience": "channel"}
        filing |= {"team": share.team, "channel": share.channel}
        answer = steps.run("file", desk.file, filing, reading["url"], outcome)
    answer = steps.run("settle", desk.settle, answer, share.ts)
    if answer["kind"] != "nothing":
        insist(steps, "post", desk.post_answer, brief_id, share.channel, share.thread, answer)
    return answer


def read_link(steps: Steps, desk: Desk, argument: Json) -> Json:
    """Flow: one link is fetched and read. Touches neither Slack nor the archive, so it may run anywhere."""
    return steps.run("read", desk.read, argument["url"])
