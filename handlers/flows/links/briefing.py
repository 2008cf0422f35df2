"""Flow: what somebody wants briefed by a shortcut, answered in a modal that shows how far it is.

Where the bot is in the message's channel, the brief goes into the message's thread as well, as if somebody had asked
for it there; elsewhere it is that person's own. A form may name a channel to post to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from handlers.domain.channels import Channels
from handlers.domain.message import View
from handlers.domain.message_links import all_links
from handlers.domain.sentences import (
    CANNOT_POST,
    CHANNEL_QUIET,
    IN_THREAD,
    NO_LINKS,
    NOT_IN_CHANNEL,
    THREAD_SAYS_WHY,
    no_place,
    refusal_sentence,
)
from handlers.domain.viewers import viewer
from handlers.flows.answering import post_answer
from handlers.flows.answers import (
    Answer,
    Briefed,
    Ending,
    Pointer,
    Problem,
    RefusedAnswer,
    answer_from,
    answer_in,
    kind_of,
)
from handlers.flows.brief.actions import Press, press_from
from handlers.flows.brief.modals import STATEMENTS, Modals, opened
from handlers.flows.desk import WantedBrief
from handlers.flows.links.intake import Payload, share_of
from handlers.flows.links.outcomes import log_links
from handlers.flows.links.readings import READ_FLOW, SLOW_SECONDS, begin_watch
from handlers.flows.links.share import SHARE_FLOW, Share, wished_again
from handlers.flows.links.wanted import wanted_share
from handlers.flows.reading_results import Result, result_from
from handlers.flows.retry import retry
from handlers.ports import Audience, Json, Place, Steps
from handlers.render.slack_briefing import MOST_LINKS, Outcome, link_view, outcomes_view, progress_words
from handlers.render.slack_views import loading_view, notice_view

BRIEF_FLOW, LINK_FORM_FLOW = "brief_in_modal", "link_form"
MOST_LOOKS = 40  # beyond the longest fetch and reading


@dataclass(frozen=True, slots=True)
class Briefing:
    """What is to be briefed: `links`, and `text` that was pasted. `press` says by whom and in which modal, if in one.

    `share` is the message that the links stand in, `post_to` a channel that its person chose; either may be missing.
    """

    press: Press
    links: tuple[str, ...]
    text: str = ""
    share: Share | None = None
    post_to: str = ""

    @property
    def flow_id(self) -> str:
        return f"brief:{self.press.team}:{self.press.trigger}"

    def to_json(self) -> Json:
        return asdict(self)

    @classmethod
    def from_json(cls, argument: Json) -> Briefing:
        return cls(
            press=Press.from_json(argument["press"]),
            links=tuple(argument["links"]),
            text=argument["text"],
            share=Share.from_json(argument["share"]) if argument["share"] else None,
            post_to=argument["post_to"],
        )

    @property
    def things(self) -> tuple[Json, ...]:
        """What the readings are begun with."""
        return (*({"url": url} for url in self.links), *([{"text": self.text}] if self.text else []))


@dataclass(frozen=True, slots=True)
class Where:
    """Where the briefs go: into the thread of `share`, to a `channel`, or to the `own` direct messages of who asked."""

    note: str = ""
    channel: str = ""
    own: str = ""
    share: Share | None = None

    @classmethod
    def from_json(cls, kept: Json) -> Where:
        shared = Share.from_json(kept["share"]) if kept.get("share") else None
        return cls(kept["note"], kept.get("channel", ""), kept.get("own", ""), shared)


def briefing_of_message(body: Payload) -> Briefing:
    """What "Brief this" asks for; no links where the message has none. A person asks, so other apps' posts count too."""
    press, message = press_from(body), body["message"]
    share = share_of(message, press.channel, press.team, all_links(message))
    if share is None:
        return Briefing(press, ())
    share = replace(share, links=share.links[:MOST_LINKS], user=share.user or press.user)
    return Briefing(press, share.links, share=share)


class BriefingDesk:
    """The single acts."""

    def __init__(self, modals: Modals, channels: Channels) -> None:
        self.modals = modals
        self.desk = modals.desk
        self.channels = channels

    def place(self, argument: Json) -> Json:
        """Where the briefs go, settled once."""
        wanted = Briefing.from_json(argument)
        found = self.shown_place(wanted)
        if not (found.share or found.channel):
            own = self.modals.chats.of(wanted.press.team).open_direct(wanted.press.user)
            found = replace(found, own=own)
        return asdict(found)

    def shown_place(self, wanted: Briefing) -> Where:
        """Where others see them, or a note why they do not."""
        press, directory = wanted.press, self.modals.directory
        if wanted.post_to:
            is_ours = wanted.post_to in directory.our_conversations(press.team)
            may_post = is_ours and viewer(directory, press.team, press.user).may_see(wanted.post_to)
            return Where(channel=wanted.post_to) if may_post else Where(CANNOT_POST)
        if wanted.share is None:
            return Where()
        if wanted.share.channel not in directory.our_conversations(press.team):
            return Where(NOT_IN_CHANNEL)
        share = wanted_share(self.channels, wanted.share, asked=True)
        if share is None:
            return Where(CHANNEL_QUIET)
        return Where(IN_THREAD, share=wished_again(self.desk.archive, share, press.trigger))

    def say(self, wanted: Briefing, view_id: str, number: int) -> Json:
        """Show in the modal how far it is: at the thing of this number (from 0)."""
        url = wanted.things[number].get("url", "")
        words = progress_words(url, self.desk.reading.phase(url), number + 1, len(wanted.things))
        return self.show(wanted.press, view_id, loading_view(words))

    def show(self, press: Press, view_id: str, view: View) -> Json:
        self.modals.chats.of(press.team).update_view(view_id, view)
        return {}

    def show_outcomes(self, press: Press, view_id: str, endings: Sequence[Ending], note: str) -> Json:
        """Show what became of everything."""
        outcomes = [self.outcome(answer_in(ending)) for ending in endings]
        return self.show(press, view_id, outcomes_view(outcomes, note, about_of(press, outcomes)))

    def outcome(self, answer: Answer) -> Outcome:
        """A brief that was filed, or why there is none."""
        if isinstance(answer, Problem):
            return Outcome(answer.url, problem=answer.sentence or THREAD_SAYS_WHY)
        filed = self.desk.archive.load(answer.brief_id)
        if filed is None:
            return Outcome(answer.url, problem=THREAD_SAYS_WHY)
        return Outcome(answer.url, filed.brief, filed.filing.brief_id, filed.correctors)


def about_of(press: Press, outcomes: Sequence[Outcome]) -> str:
    """What the modal carries: the brief that it shows, when it is one."""
    brief_id = outcomes[0].brief_id if len(outcomes) == 1 else ""
    return replace(press, brief_id=brief_id, part=STATEMENTS).about


@dataclass(frozen=True, slots=True)
class BriefingUnderWay:
    """One briefing under way in the modal `view_id`."""

    steps: Steps
    desk: BriefingDesk
    wanted: Briefing
    view_id: str


def brief_in_modal(desk: BriefingDesk, steps: Steps, argument: Json) -> Json:
    """Open the modal, unless a form is open; read; show what came of it."""
    wanted = Briefing.from_json(argument)
    press = wanted.press
    if not wanted.things:
        return {"view": opened(steps, desk.modals, press, notice_view(NO_LINKS))}
    view_id = press.view_id or opened(steps, desk.modals, press, loading_view())
    if not view_id:
        return {}
    found = retry(steps, "place", desk.place, argument)
    if "refused" in found:
        return retry(steps, "show", desk.show, press, view_id, notice_view(no_place(found["refused"])))
    place, sitting = Where.from_json(found), BriefingUnderWay(steps, desk, wanted, view_id)
    endings = in_thread(sitting, place.share) if place.share else one_by_one(sitting, place)
    refused = next((one.code for one in endings if isinstance(one, RefusedAnswer)), None)
    note = refusal_sentence(refused) if refused else place.note
    retry(steps, "show", desk.show_outcomes, press, view_id, endings, note)
    return {"answers": [kind_of(one) for one in endings]}


def in_thread(sitting: BriefingUnderWay, share: Share) -> list[Ending]:
    """Let the message's thread have the briefs, and show them here too."""
    steps, desk = sitting.steps, sitting.desk
    steps.begin(SHARE_FLOW, share.flow_id, share.to_json())
    await_flow(sitting, share.flow_id, 0)
    refused = steps.result(share.flow_id).get("refused")
    endings: dict[str, Ending] = {}  # links of one story have one brief
    for url in share.links:
        known = steps.run("look up", desk.desk.look_up, share.team, share.channel, url)
        answer = Pointer(known["brief_id"], url) if known else Problem(url)
        endings.setdefault(known.get("brief_id", url), RefusedAnswer(answer, refused) if refused else answer)
    return list(endings.values())


def one_by_one(sitting: BriefingUnderWay, place: Where) -> list[Ending]:
    """Read everything at once, and answer in order."""
    steps, things = sitting.steps, sitting.wanted.things
    flows = [f"{steps.flow_id}/read/{number}" for number in range(len(things))]
    for flow, thing in zip(flows, things, strict=True):
        steps.begin(READ_FLOW, flow, thing)
    answers: list[Ending] = []
    for number, flow in enumerate(flows):
        await_flow(sitting, flow, number)
        answers.append(filed(sitting, place, number, result_from(steps.result(flow))))
    log_links(steps, answers, Place(sitting.wanted.press.team, place.channel or place.own))
    return answers


def filed(sitting: BriefingUnderWay, place: Where, number: int, result: Result) -> Ending:
    """File one brief, and post it where its person chose a channel."""
    steps, desk, press = sitting.steps, sitting.desk.desk, sitting.wanted.press
    brief_id, url = f"{steps.flow_id}/{number}", sitting.wanted.things[number].get("url", "")
    audience: Audience = "channel" if place.channel else "private"
    wanted = WantedBrief(brief_id, press.team, place.channel or place.own, press.user, "", audience)
    answer = answer_from(steps.run("file", desk.file, wanted, url, result))
    if not place.channel:
        return answer
    answer = answer_from(steps.run("settle", desk.settle, answer, wanted))
    if not isinstance(answer, Briefed):
        return answer
    told = post_answer(steps, desk, brief_id, Place(press.team, place.channel), answer)
    begin_watch(steps, told)
    return told


def await_flow(sitting: BriefingUnderWay, flow: str, number: int) -> None:
    """Wait for a flow; while it takes long, show every few seconds where it is."""
    steps, desk = sitting.steps, sitting.desk
    for _ in range(MOST_LOOKS):
        retry(steps, "say", desk.say, sitting.wanted, sitting.view_id, number)
        if not steps.unfinished([flow], SLOW_SECONDS):
            return


def open_link_form(modals: Modals, steps: Steps, argument: Json) -> Json:
    """Open the form of "Brief a link"."""
    return {"view": opened(steps, modals, Press.from_json(argument), link_view())}
