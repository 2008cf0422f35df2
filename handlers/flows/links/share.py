"""Flow: links shared in a channel become briefs in the message's thread."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Literal

from handlers.domain.edits import Edits
from handlers.domain.errors import SlackRefused
from handlers.domain.no_story import NO_STORY
from handlers.flows.answering import post_answer, tell_refusal
from handlers.flows.answers import (
    Answer,
    Briefed,
    Ending,
    Nothing,
    Pointer,
    Problem,
    RefusedAnswer,
    TakenAnswer,
    answer_from,
    kind_of,
)
from handlers.flows.desk import Desk, Done, WantedBrief
from handlers.flows.links.news import with_news
from handlers.flows.links.outcomes import log_links
from handlers.flows.links.readings import (
    READ_FLOW,
    Begun,
    UnderWay,
    begin_readings,
    begin_watch,
    file_reading,
    mark_if_slow,
)
from handlers.flows.reading_results import Result, result_from
from handlers.flows.retry import retry
from handlers.links import key_of, keys_in, name_of_links
from handlers.ports import Archive, Json, Place, Read, Steps
from handlers.render.shapes_article import article_shape

SHARE_FLOW = "share"
Asks = Literal["nobody", "aloud", "aside"]
"""Whether `user` asked for the briefs, so that all is answered: in the thread, or what could not be briefed to them alone.

Where nobody asked, what is no story is left alone, and only the sharer is told of an article that could not be briefed.
"""
LATE = timedelta(seconds=10)  # after so long what Slack told of edits may have been told while we were down


@dataclass(frozen=True, slots=True)
class Share:
    """Links that one message brought into a channel. `thread` is where answers go."""

    team: str
    channel: str
    ts: str
    thread: str
    user: str
    links: tuple[str, ...]
    again: str = ""  # what brought them back when they had been left unanswered: an edit, or a person's wish
    asks: Asks = "nobody"

    @property
    def flow_id(self) -> str:
        """The same for every delivery of the same links in the same message."""
        flow_id = f"share:{self.team}:{self.channel}:{self.ts}:{name_of_links(self.links)}"
        return f"{flow_id}:{self.again}" if self.again else flow_id

    @property
    def place(self) -> Place:
        """Where answers go."""
        return Place(self.team, self.channel, self.thread)

    def wanted(self, number: int) -> WantedBrief:
        """How the brief of the link of this number is filed."""
        brief_id = f"{self.flow_id}/{number}"
        return WantedBrief(brief_id, self.team, self.channel, self.user, self.ts, "channel")

    def to_json(self) -> Json:
        return asdict(self)

    @classmethod
    def from_json(cls, argument: Json) -> Share:
        return cls(**{**argument, "links": tuple(argument["links"])})


def wished_again(archive: Archive, share: Share, wish: str) -> Share:
    """`share` as one that was not tried before, where one of its links has no brief that was posted; `wish` names by whom."""
    found = (archive.find(share.team, share.channel, [key_of(url)]) for url in share.links)
    is_left = any(one is None or archive.is_refused(one.filing.brief_id) for one in found)
    return replace(share, again=wish) if is_left else share


class Sharing:
    """The single acts that shares alone need, beside those of `desk`."""

    def __init__(self, desk: Desk, edits: Edits) -> None:
        self.desk = desk
        self.edits = edits

    def taken(self, argument: Json, began: str | None) -> Json:
        """The numbers of a share's links that its message no longer holds, by the edits that Slack told of.

        Of a message that was read for long (we may have been down) Slack is asked as well. Raises DeliveryError.
        """
        share = Share.from_json(argument)
        taken = self.edits.taken(share.team, share.channel, share.ts)
        is_late = began is not None and self.desk.now() - datetime.fromisoformat(began) > LATE
        here = self.links_now(share) if is_late else None
        gone = [key in taken or (here is not None and key not in here) for key in map(key_of, share.links)]
        return {"taken": [number for number, is_gone in enumerate(gone) if is_gone]}

    def links_now(self, share: Share) -> frozenset[str] | None:
        """The look-up keys of the message's links as Slack has it; None where we may not look."""
        try:
            message = self.desk.chats.of(share.team).message(share.channel, share.ts)
        except SlackRefused as error:
            if not error.permanent:
                raise
            return None
        return keys_in((message or {}).get("text") or "")

    def post(self, share: Share, group: Sequence[int], key: str, place: Place, answer: Answer) -> Json:
        """Post an answer to the links of these numbers, unless the message holds none of them any more."""
        taken = self.edits.taken(share.team, share.channel, share.ts)
        if taken.issuperset(key_of(share.links[number]) for number in group):
            return {"taken": True}
        return self.desk.outbox.post(key, place, self.desk.message_for(answer))


def brief_shared_links(sharing: Sharing, steps: Steps, argument: Json) -> Json:
    """Mark the message as being read, answer every link in its order, mark it done.

    Links to one story are answered together, where the first of them stands; what is edited away is not answered.
    """
    desk, share = sharing.desk, Share.from_json(argument)
    marked = retry(steps, "mark as being read", desk.mark_reading, share.team, share.channel, share.ts)
    readings = begin_readings(steps, desk, share)
    slow = mark_if_slow(steps, desk, share, readings)
    results = {
        number: result_from(steps.result(one.flow))
        for number, one in enumerate(readings)
        if isinstance(one, UnderWay)
    }
    found = retry(steps, "look for the links", sharing.taken, argument, marked.get("at"))
    taken = found.get("taken", ())
    sitting = ShareUnderWay(steps, sharing, share, readings, results)
    left = [number for number in range(len(readings)) if number not in taken]
    endings: list[Ending] = []
    for group, answer in answers(sitting, left):
        endings.append(say(sitting, group, answer))
    endings += [TakenAnswer(Problem(share.links[number])) for number in taken]
    return end_share(steps, desk, share, endings, slow=slow)


def end_share(steps: Steps, desk: Desk, share: Share, endings: Sequence[Ending], *, slow: bool) -> Json:
    """Mark the message as done, or with a warning where nothing could be briefed or Slack refused an answer.

    What nobody asked for and is no story leaves no mark.
    """
    left = [one for one in endings if not isinstance(one, TakenAnswer)]
    told = [one for one in left if not is_left_alone(share, one)]
    problems = [one for one in told if isinstance(one, Problem)]
    refused = next((one.code for one in told if isinstance(one, RefusedAnswer)), None)
    failed = bool(refused) or (bool(told) and len(problems) == len(told))
    done = Done(failed=failed, slow=slow, has_answer=bool(told), again=bool(share.again))
    retry(steps, "mark as done", desk.mark_done, share.team, share.channel, share.ts, done)
    log_links(steps, endings, share.place, share.ts)
    if refused:
        tell_refusal(steps, desk, share.place, share.user, refused)
    if problems and share.asks != "aloud" and share.user:
        retry(steps, "tell problems", desk.tell_problems, share.place, share.user, share.ts, problems)
    for one in left:
        begin_watch(steps, one)
    return {"answers": [kind_of(one) for one in left], "refused": refused}


def is_left_alone(share: Share, ending: Ending) -> bool:
    """Whether nothing is said of a link: nobody asked, and it is no story."""
    is_quiet = isinstance(ending, Problem) and share.asks == "nobody" and ending.error in NO_STORY
    return is_quiet or (isinstance(ending, Nothing) and ending.is_empty)


@dataclass(frozen=True, slots=True)
class ShareUnderWay:
    """One share under way: what its links are read by, and by number what reading gave."""

    steps: Steps
    sharing: Sharing
    share: Share
    readings: Sequence[Begun]
    results: Mapping[int, Result]


def answers(sitting: ShareUnderWay, left: Sequence[int]) -> Iterator[tuple[Sequence[int], Answer]]:
    """The answers to the links of these numbers, each when the one before was said: one brief of several links that
    are one story; else each link's own.
    """
    for group in group_readings(sitting, left):
        together = answer_together(sitting, group) if len(group) > 1 else None
        if isinstance(together, Briefed):
            yield group, together
        else:
            yield from (((number,), answer_link(sitting, number)) for number in group)


def group_readings(sitting: ShareUnderWay, left: Sequence[int]) -> Sequence[Sequence[int]]:
    """The numbers of the links that are answered together, in the order of their first; most stand alone.

    `left` are those that are to be answered. What is one story shows when all of a message's links are read.
    """
    steps, desk, share = sitting.steps, sitting.sharing.desk, sitting.share
    read = {number: sitting.results[number] for number in left if number in sitting.results}
    groups: list[list[int]] = []
    if len(read) > 1:
        groups = steps.run("group", desk.group, share.team, share.channel, read)["groups"]
    grouped = {number for group in groups for number in group}
    return sorted([*groups, *([number] for number in left if number not in grouped)])


def answer_together(sitting: ShareUnderWay, group: Sequence[int]) -> Answer:
    """Read the articles as one story and file their brief; anything else says that this cannot be."""
    steps, share = sitting.steps, sitting.share
    results = [sitting.results[number] for number in group]
    shapes = [article_shape(result.brief.article) for result in results if isinstance(result, Read)]
    flow = f"{share.flow_id}/together/{group[0]}"
    steps.begin(READ_FLOW, flow, {"articles": shapes})
    result, urls = result_from(steps.result(flow)), [share.links[number] for number in group]
    filed = sitting.sharing.desk.file_together
    return answer_from(steps.run("file together", filed, share.wanted(group[0]), urls, result))


def answer_link(sitting: ShareUnderWay, number: int) -> Answer:
    """What became of one link: its brief, a pointer to an earlier one, or why there is none."""
    steps, desk = sitting.steps, sitting.sharing.desk
    wanted = sitting.share.wanted(number)
    answer = file_reading(steps, desk, sitting.readings[number], wanted)
    quiet = sitting.share.asks == "nobody"
    answer = answer_from(steps.run("settle", desk.settle, answer, wanted, quiet))
    return with_news(steps, answer, f"{wanted.brief_id}/news")


def say(sitting: ShareUnderWay, group: Sequence[int], answer: Answer) -> Ending:
    """Say it in the thread, once; what is edited away meanwhile is neither said nor kept for the channel."""
    steps, sharing, share = sitting.steps, sitting.sharing, sitting.share
    if isinstance(answer, Pointer) and not share.user:  # an app's: nobody has to be told that it is known
        return Nothing(answer.brief_id, answer.url)
    if isinstance(answer, Nothing) or (isinstance(answer, Problem) and share.asks != "aloud"):
        return answer
    post = partial(sharing.post, share, group)
    key = share.wanted(group[0]).brief_id
    said = post_answer(steps, sharing.desk, key, share.place, answer, post=post)
    if isinstance(said, TakenAnswer) and isinstance(answer, Briefed):
        steps.run("withdraw", sharing.desk.withdraw, answer.brief_id)
    return said
