"""Flow: an article's text that somebody pastes into a direct message is briefed in its thread, for them alone."""

from __future__ import annotations

import html
import re
from dataclasses import asdict, dataclass

from handlers.flows.answering import post_answer
from handlers.flows.answers import Problem, RefusedAnswer, kind_of
from handlers.flows.desk import Desk, Done, WantedBrief
from handlers.flows.links.intake import Payload, is_from_a_person
from handlers.flows.links.outcomes import log_links
from handlers.flows.links.readings import READ_FLOW, UnderWay, file_reading, mark_if_slow
from handlers.flows.retry import retry
from handlers.links import LINK
from handlers.ports import Json, Place, Steps

PASTE_FLOW = "paste"
SHORTEST_TEXT = 400  # characters; questions are shorter, even the shortest news is longer

CHECK = re.compile(r"check\s*[“\"]", re.IGNORECASE)  # a long quotation to look up
REFERENCE = re.compile(r"<(?:mailto:|tel:|[@#!])[^<>|]*(?:\|([^<>]*))?>")
MARKED = re.compile(r"(?<!\w)([*_~])(\S(?:[^\n]*?\S)?)\1(?!\w)")
QUOTED = re.compile(r"^(?:&gt;|>)\s?", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Paste:
    """A text in somebody's direct messages. `thread` is where its brief goes."""

    team: str
    channel: str
    ts: str
    thread: str
    user: str
    text: str

    @property
    def flow_id(self) -> str:
        return f"paste:{self.team}:{self.channel}:{self.ts}"

    def to_json(self) -> Json:
        return asdict(self)


def paste_from_message(event: Payload, team: str) -> Paste | None:
    """The article that a direct message is; None for a question, for links, and for what the bot itself wrote."""
    written = event.get("text") or ""
    text = as_pasted(written)
    is_text = len(text) >= SHORTEST_TEXT and not LINK.search(written) and not CHECK.match(text)
    if event.get("channel_type") != "im" or not is_from_a_person(event) or not is_text:
        return None
    ts, thread = event["ts"], event.get("thread_ts") or event["ts"]
    return Paste(team, event["channel"], ts, thread, event.get("user") or "", text)


def as_pasted(written: str) -> str:
    """A message's text without what Slack adds to it: references to people and channels, marks, entities."""
    text = REFERENCE.sub(lambda found: found[1] or "", QUOTED.sub("", written))
    return html.unescape(MARKED.sub(r"\2", text)).strip()


def brief_pasted_text(desk: Desk, steps: Steps, argument: Json) -> Json:
    """Mark the message as being read, answer with its brief or with why there is none, mark it done."""
    paste = Paste(**argument)
    retry(steps, "mark as being read", desk.mark_reading, paste.team, paste.channel, paste.ts)
    reading = UnderWay(f"{paste.flow_id}/read", "")
    steps.begin(READ_FLOW, reading.flow, {"text": paste.text})
    slow = mark_if_slow(steps, desk, paste, [reading])
    wanted = WantedBrief(paste.flow_id, paste.team, paste.channel, paste.user, paste.ts, "private")
    answer = file_reading(steps, desk, reading, wanted)
    place = Place(paste.team, paste.channel, paste.thread)
    told = post_answer(steps, desk, paste.flow_id, place, answer)
    done = Done(failed=isinstance(told, Problem | RefusedAnswer), slow=slow)
    retry(steps, "mark as done", desk.mark_done, paste.team, paste.channel, paste.ts, done)
    log_links(steps, [told], place, paste.ts)
    return {"answers": [kind_of(told)]}
