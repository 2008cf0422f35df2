"""People merge and split the stories of a digest; their word stands, here and in later digests.

The digest keeps the briefs that it was settled to tell; its messages are made anew from them and updated. Whoever may
see the digest may decide; who did so stands in its thread, with the way back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from handlers.domain.decisions import Decision, Decisions
from handlers.domain.message import View
from handlers.domain.sentences import DIGEST_GONE, NO_OTHER_STORY, ONE_ARTICLE, modal_sentence
from handlers.domain.viewers import Directory, viewer
from handlers.flows.answering import tell_refusal
from handlers.flows.digest.digests import DigestDesk
from handlers.flows.retry import retry
from handlers.ports import Json, Place, Steps
from handlers.render.slack_notices import notice_message
from handlers.render.slack_steering import (
    MERGE,
    SPLIT,
    Choice,
    article_choice,
    decision_message,
    form_about,
    merge_view,
    short_id,
    split_view,
)
from handlers.render.slack_views import loading_view, notice_view
from handlers.render.wording import title_of
from summarizer.digest import articles_by_story, page_key
from summarizer.model import Article, newest_first
from summarizer.stories import Ruling

FORM_FLOW = "story form"
STEER_FLOW = "steer story"
UNDO_FLOW = "undo decision"


@dataclass(frozen=True, slots=True)
class Steer:
    """What somebody wants done with a story. `story` and `chosen` are short ids of articles.

    `trigger` is the right to open a form, `form` its id, `response_url` where its opener is answered.
    """

    team: str
    user: str
    digest: str
    act: str
    story: str
    trigger: str = ""
    response_url: str = ""
    form: str = ""
    chosen: tuple[str, ...] = ()

    def to_json(self) -> Json:
        return asdict(self)

    @classmethod
    def from_json(cls, argument: Json) -> Steer:
        return cls(**{**argument, "chosen": tuple(argument["chosen"])})


@dataclass(frozen=True, slots=True)
class Undo:
    """A decision that somebody takes back."""

    team: str
    user: str
    decision: str

    def to_json(self) -> Json:
        return asdict(self)


def show_story_form(desk: Steering, steps: Steps, argument: Json) -> Json:
    """Open a form, then fill it."""
    steer = Steer.from_json(argument)
    opened = retry(steps, "open", desk.open, steer.team, steer.trigger)
    if "refused" in opened:
        return retry(steps, "tell", desk.tell, steer, modal_sentence(opened["refused"]))
    return retry(steps, "fill", desk.fill, steer, opened["view"])


def steer_story(desk: Steering, steps: Steps, argument: Json) -> Json:
    """Keep the decision, compile the digest again, say in its thread who decided what."""
    steer = Steer.from_json(argument)
    decided = retry(steps, "decide", desk.decide, steps.flow_id, steer)
    if decided.get("done"):
        retell(steps, desk, steer.digest)
        said = retry(steps, "confirm", desk.confirm, steps.flow_id)
        tell_if_refused(steps, desk, steer.user, steer.digest, said)
    return decided


def undo_decision(desk: Steering, steps: Steps, argument: Json) -> Json:
    """Take a decision back, compile the digest again, say so where it was confirmed."""
    undo = Undo(**argument)
    undone = retry(steps, "undo", desk.undo, undo)
    if undone.get("done"):
        retell(steps, desk, undone["digest"])
        said = retry(steps, "confirm", desk.confirm_undone, undo.decision)
        tell_if_refused(steps, desk, undo.user, undone["digest"], said)
    return undone


def tell_if_refused(steps: Steps, desk: Steering, user: str, digest_id: str, said: Json) -> None:
    """Where the digest's thread could not be told, tell who decided."""
    if "refused" in said:
        place = Place(**steps.run("place", desk.where, digest_id))
        tell_refusal(steps, desk.desk, place, user, said["refused"])


def retell(steps: Steps, desk: Steering, digest_id: str) -> None:
    """Update the digest's messages, post those that it needs now, empty those that it no longer needs."""
    told = steps.run("settle anew", desk.settle_anew, digest_id)
    for number in range(max(told["messages"], told["were"])):
        retry(steps, "renew", desk.renew, digest_id, number)


class Steering:
    """The single acts."""

    def __init__(self, digests: DigestDesk, decisions: Decisions, directory: Directory) -> None:
        self.digests = digests
        self.desk = digests.desk
        self.decisions = decisions
        self.directory = directory

    # --- the form ---

    def open(self, team: str, trigger: str) -> Json:
        """A modal that says it loads."""
        return {"view": self.desk.chats.of(team).open_view(trigger, loading_view())}

    def tell(self, steer: Steer, sentence: str) -> Json:
        """A sentence that only who pressed sees."""
        self.desk.chats.respond(steer.response_url, notice_message(sentence))
        return {}

    def fill(self, steer: Steer, view_id: str) -> Json:
        """Show what can be chosen, or why nothing can."""
        self.desk.chats.of(steer.team).update_view(view_id, self.form(steer))
        return {}

    def form(self, steer: Steer) -> View:
        """The articles of the story, or the other stories."""
        stories = self.stories(steer)
        story = next((one for one in stories if holds(one, steer.story)), None)
        if story is None:
            return notice_view(DIGEST_GONE)
        about = form_about(steer.digest, steer.story)
        if steer.act == SPLIT:
            earlier = self.earlier_keys(steer.digest)
            articles = [
                article_choice(page_key(page), page, is_earlier=page_key(page) in earlier) for page in story
            ]
            return split_view(articles, about) if len(articles) > 1 else notice_view(ONE_ARTICLE)
        others = [
            Choice(short_id(page_key(one[0])), title_of(newest_first(one)[0]))
            for one in stories
            if one is not story
        ]
        return merge_view(others, about) if others else notice_view(NO_OTHER_STORY)

    def stories(self, steer: Steer) -> tuple[tuple[Article, ...], ...]:
        """The digest's stories and those of the days before, today's first; none for whom it is not for."""
        kept = self.digests.kept.digest(steer.digest)
        if kept is None or kept.team != steer.team or not self.may_see(steer, kept.channel):
            return ()
        filed, before = (self.digests.load_all(ids) for ids in (kept.told.briefs, kept.told.earlier))
        rulings = self.digests.rulings_on(steer.team, (*filed, *before))
        stories = articles_by_story([one.brief for one in filed], [one.brief for one in before], rulings)
        today = {page_key(page) for one in filed for page in one.brief.articles}
        return tuple(sorted(stories, key=lambda story: not any(page_key(page) in today for page in story)))

    def may_see(self, steer: Steer, channel: str) -> bool:
        """Whether the digest of a channel is for this person; one in a direct message is for whom it was sent to."""
        return channel.startswith("D") or viewer(self.directory, steer.team, steer.user).may_see(channel)

    def earlier_keys(self, digest_id: str) -> frozenset[str]:
        """The articles that the digest does not tell, since an earlier one did."""
        kept = self.digests.kept.digest(digest_id)
        before = self.digests.load_all(kept.told.earlier) if kept else ()
        return frozenset(page_key(page) for one in before for page in one.brief.articles)

    # --- the decision ---

    def decide(self, decision_id: str, steer: Steer) -> Json:
        """Keep what was decided: {"done": True}, or {} where there is nothing to decide on."""
        if self.decisions.decision(decision_id):
            return {"done": True}
        stories = self.stories(steer)
        story = next((one for one in stories if holds(one, steer.story)), ())
        parts = parted(story, steer.chosen) if steer.act == SPLIT else joined(stories, story, steer.chosen)
        if not all(parts):
            return {}
        one, other = (title_of(part[0]) for part in parts)
        decision = Decision(
            decision_id, steer.team, steer.digest, steer.user, self.desk.now(), steer.act, one, other
        )
        self.decisions.decide(decision, rulings_for(steer.act, *parts))
        return {"done": True}

    def undo(self, undo: Undo) -> Json:
        """Take a decision back, for whoever sees the digest it was made in."""
        decision = self.decisions.decision(undo.decision)
        if decision is None or decision.team != undo.team:
            return {}
        steer = Steer(decision.team, undo.user, decision.digest, decision.act, "")
        if not self.stories(steer):
            return {}
        self.decisions.undo(decision.id, undo.user, self.desk.now())
        return {"done": True, "digest": decision.digest}

    # --- the digest ---

    def settle_anew(self, digest_id: str) -> Json:
        """Keep what the digest tells under the word that stands now: the number of its messages, and what it was."""
        kept = self.digests.kept.digest(digest_id)
        if kept is None:
            return {"messages": 0, "were": 0}
        told = kept.told
        filed, before = (self.digests.load_all(ids) for ids in (told.briefs, told.earlier))
        rulings = self.digests.rulings_on(kept.team, (*filed, *before))
        anew = self.digests.told_by(filed, told.day, before, told.since, rulings, zone=told.zone)
        were = max(told.messages, told.were)  # also after a crash between keeping and noting
        self.digests.kept.keep_digest(digest_id, kept.team, kept.channel, replace(anew, were=were))
        return {"messages": anew.messages, "were": were}

    def renew(self, digest_id: str, number: int) -> Json:
        """Message `number` as it is to be now: updated where it stands, posted where it does not."""
        kept = self.digests.kept.digest(digest_id)
        if kept is None:
            return {}
        key, told = f"{digest_id}/{number}", kept.told
        ts = self.desk.archive.posted(key)
        if ts is None:
            return self.digests.post(key, self.place(digest_id), told, number)
        message = self.digests.message(told, digest_id, number)
        self.desk.chats.of(kept.team).update(kept.channel, ts, message)
        return {}

    def where(self, digest_id: str) -> Json:
        """`place`, as a step keeps it."""
        return asdict(self.place(digest_id))

    def place(self, digest_id: str) -> Place:
        """The digest's thread."""
        kept = self.digests.kept.digest(digest_id)
        if kept is None:
            raise LookupError(digest_id)
        return Place(kept.team, kept.channel, self.desk.archive.posted(f"{digest_id}/0"))

    def confirm(self, decision_id: str) -> Json:
        """Say in the digest's thread who decided what, once."""
        decision = self.decided(decision_id)
        return self.desk.outbox.post(decision_id, self.place(decision.digest), decision_message(decision))

    def confirm_undone(self, decision_id: str) -> Json:
        """Say where the decision was told that it no longer stands; what has not been told yet is told now."""
        decision, ts = self.decided(decision_id), self.confirm(decision_id)["ts"]
        place = self.place(decision.digest)
        self.desk.chats.of(place.team).update(place.channel, ts, decision_message(decision))
        return {}

    def decided(self, decision_id: str) -> Decision:
        found = self.decisions.decision(decision_id)
        if found is None:
            raise LookupError(decision_id)
        return found


def holds(story: Sequence[Article], article: str) -> bool:
    """Whether the article of this short id is in the story."""
    return any(short_id(page_key(page)) == article for page in story)


def parted(story: Sequence[Article], chosen: Sequence[str]) -> tuple[list[Article], list[Article]]:
    """The chosen articles and the others."""
    off = [page for page in story if short_id(page_key(page)) in chosen]
    return off, [page for page in story if page not in off]


def joined(
    stories: Sequence[Sequence[Article]], story: Sequence[Article], chosen: Sequence[str]
) -> tuple[Sequence[Article], Sequence[Article]]:
    """The story and the chosen one; nothing for it where they are one already."""
    other = next((one for one in stories if chosen and holds(one, chosen[0])), ())
    return story, () if other is story else other


def rulings_for(act: str, one: Sequence[Article], other: Sequence[Article]) -> list[Ruling]:
    """A decision as rulings on pairs: each part is one story, and both together are one, or are not."""
    within = [
        Ruling(page_key(part[0]), page_key(page), together=True) for part in (one, other) for page in part[1:]
    ]
    return [*within, Ruling(page_key(one[0]), page_key(other[0]), together=act == MERGE)]
