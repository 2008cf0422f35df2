"""Flows and single acts of the digest: daily at the channel's time, and by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from threading import Lock
from typing import Protocol
from zoneinfo import ZoneInfo

from handlers.domain.due import DueDigest
from handlers.domain.message import Message
from handlers.domain.sentences import refusal_sentence
from handlers.domain.told import KeptDigest, ToldDigest
from handlers.flows.desk import Desk
from handlers.flows.digest.compiling import (
    briefs_of,
    compiled,
    goes_on_since,
    ids_of,
    pages_of,
    since_day,
    texts_of,
    timelines_of,
)
from handlers.flows.digest.typed import Typed
from handlers.flows.digest.weekly import WeeklyDesk, post_weekly_report
from handlers.flows.links.outcomes import log_digest
from handlers.flows.retry import retry
from handlers.ports import FiledBrief, Json, Place, Steps
from handlers.render.slack import digest_messages, notice_message, picture_words
from handlers.render.timeline_picture import timeline_picture
from summarizer.digest import page_key
from summarizer.model import Digest
from summarizer.stories import Ruling, rulings_on

DAILY_FLOW = "daily digest"
BY_HAND_FLOW = "digest by hand"
WORD_STANDS = timedelta(days=30)  # what was decided about stories before is about none of these days
TOLD_ABOVE = "These stories were joined with others; see the messages above."
DIGESTS_KEPT = 8  # compiled ones, while they are posted; at eight o'clock many channels have theirs
NOTHING_YET = "There is nothing to post: no links were briefed in this channel since its last daily digest."


@dataclass(frozen=True, slots=True)
class DailyDue:
    """A channel's digest of one day; `moment` closes it."""

    team: str
    channel: str
    day: date
    moment: datetime


def daily_argument(due: DueDigest) -> Json:
    """What the daily flow is begun with."""
    day, moment = due.day.isoformat(), due.moment.isoformat()
    return {"team": due.setting.team, "channel": due.setting.channel, "day": day, "moment": moment}


def due_from(argument: Json) -> DailyDue:
    """The digest that `daily_argument` wrote."""
    day, moment = date.fromisoformat(argument["day"]), datetime.fromisoformat(argument["moment"])
    return DailyDue(argument["team"], argument["channel"], day, moment)


@dataclass(frozen=True, slots=True)
class Daily:
    """What a daily digest is made of, and what comes behind it once a week."""

    digests: DigestDesk
    weekly: WeeklyDesk


def post_daily_digest(daily: Daily, steps: Steps, argument: Json) -> Json:
    """Tell the channel its day, once, and once a week who was quoted. No links: no post."""
    due, desk = due_from(argument), daily.digests
    place = Place(due.team, due.channel)
    told = ToldDigest.from_json(steps.run("claim", desk.claim, steps.flow_id, due))
    outcome = post_all(steps, desk, place, told)
    if "refused" in outcome and not outcome["posted"]:
        steps.run("release", desk.release, steps.flow_id, outcome["refused"])
    else:
        post_weekly_report(daily.weekly, steps, place, due.day)
    return outcome


def post_digest_by_hand(desk: DigestDesk, steps: Steps, argument: Json) -> Json:
    """Tell the channel what no daily digest has told yet, or tell who asked why not."""
    typed = Typed.from_json(argument)
    told = ToldDigest.from_json(steps.run("look", desk.look, typed.team, typed.channel, typed.moment))
    outcome = post_all(steps, desk, Place(typed.team, typed.channel), told)
    if "refused" in outcome:
        sentence = refusal_sentence(outcome["refused"])
        retry(steps, "respond", desk.desk.say_to, typed.response_url, sentence)
    elif not outcome["posted"]:
        retry(steps, "respond", desk.desk.say_to, typed.response_url, NOTHING_YET)
    return outcome


def post_all(steps: Steps, desk: DigestDesk, place: Place, told: ToldDigest) -> Json:
    """Post what was settled and log what came of it, as `post_messages`."""
    outcome = post_messages(steps, desk, place, told)
    log_digest(steps, place, told, outcome)
    return outcome


def post_messages(steps: Steps, desk: DigestDesk, place: Place, told: ToldDigest) -> Json:
    """The digest's parent message, then its thread. Returns {"posted": n}, with "refused": code where Slack took no more."""
    for number in range(told.messages):
        key = f"{steps.flow_id}/{number}"
        done = retry(steps, "post", desk.post, key, place, told, number)
        if "refused" in done:
            return {"posted": number, "refused": done["refused"]}
        place = replace(place, thread=place.thread or done["ts"])
    show_pictures(steps, desk, place, told)
    return {"posted": told.messages}


def show_pictures(steps: Steps, desk: DigestDesk, place: Place, told: ToldDigest) -> None:
    """All pictures of a digest whose messages stand in `place`: each uploaded, then shown there, once.

    One that Slack refuses is left out and logged.

    An upload that is made again after a crash leaves a file behind that was never shown, which Slack drops.
    """
    for number in range(told.pictures):
        uploaded = retry(steps, "upload", desk.upload, place, told, number)
        if "refused" not in uploaded:
            key = f"{steps.flow_id}/picture/{number}"
            retry(steps, "show", desk.show, key, place, told, number, uploaded["file"])


class KeptDigests(Protocol):
    """What digests were settled to tell, and what people decided about their stories."""

    def standing(self, team: str, since: datetime) -> tuple[Ruling, ...]:
        """What was decided since then and not undone, in that order."""
        ...

    def begin_digest(self, digest_id: str, team: str, channel: str, told: ToldDigest) -> None:
        """Keep what a digest tells, unless it is kept already."""
        ...

    def keep_digest(self, digest_id: str, team: str, channel: str, told: ToldDigest) -> None:
        """Keep what a digest tells from now on."""
        ...

    def digest(self, digest_id: str) -> KeptDigest | None:
        """A digest that was posted."""
        ...


class DigestDesk:
    """The single acts of a digest. Which briefs it tells is settled once, by `claim` or `look`."""

    def __init__(self, desk: Desk, kept: KeptDigests) -> None:
        self.desk = desk
        self.kept = kept
        self.drawing = Lock()  # what draws is not made for several threads
        # For all messages and pictures of a digest: compiled again only where a brief changed or went meanwhile.
        self.compiled = lru_cache(DIGESTS_KEPT)(compiled)

    def claim(self, digest_id: str, due: DailyDue) -> Json:
        """Take the channel's untold briefs for this daily digest; claiming again gives the same."""
        before = self.told_before(due.team, due.channel, due.moment, due.day)
        filed = self.desk.archive.claim_for_digest(digest_id, due.team, due.channel, due.moment)
        return self.settled(due.team, due.channel, filed, due.day, before).to_json()

    def release(self, digest_id: str, code: str) -> Json:
        """Leave the briefs of a digest that Slack refused to the next one, and keep why."""
        self.desk.outbox.refuse(f"{digest_id}/0", code)
        self.desk.archive.release_digest(digest_id)
        return {}

    def look(self, team: str, channel: str, moment: datetime) -> Json:
        """What a daily digest would tell at this moment, as a step keeps it."""
        return self.untold(team, channel, moment).to_json()

    def untold(self, team: str, channel: str, moment: datetime) -> ToldDigest:
        """What a daily digest would tell at this moment, taking nothing."""
        zone = ZoneInfo(self.desk.archive.digest_setting(team, channel).zone)
        filed = self.desk.archive.undigested(team, channel, moment)
        day = moment.astimezone(zone).date()
        told = self.settled(team, channel, filed, day, self.told_before(team, channel, moment, day))
        return told if filed else replace(told, messages=0)

    def settled(
        self,
        team: str,
        channel: str,
        filed: Sequence[FiledBrief],
        day: date,
        before: Sequence[FiledBrief],
    ) -> ToldDigest:
        """What a digest of `day` tells; on an empty day one line where the channel wants it."""
        setting = self.desk.archive.digest_setting(team, channel)
        if not filed:
            return ToldDigest(day, messages=int(setting.says_empty))
        last = self.desk.archive.digest_before(team, channel, day)
        first = filed[0].filing.at.astimezone(ZoneInfo(setting.zone)).date()
        rulings = self.rulings_on(team, (*filed, *before))
        return self.told_by(filed, day, before, since_day(day, last, first), rulings, zone=setting.zone)

    def rulings_on(self, team: str, filed: Sequence[FiledBrief]) -> tuple[Ruling, ...]:
        """What people decided about the stories of these briefs."""
        keys = {page_key(page) for one in filed for page in one.brief.articles}
        return rulings_on(keys, self.kept.standing(team, self.desk.now() - WORD_STANDS))

    def told_before(self, team: str, channel: str, moment: datetime, day: date) -> tuple[FiledBrief, ...]:
        """What earlier daily digests told of the days before: stories that may go on."""
        last = self.desk.archive.digest_before(team, channel, day)
        return self.desk.archive.told_since(team, channel, goes_on_since(moment, day, last))

    def post(self, key: str, place: Place, told: ToldDigest, number: int) -> Json:
        """Post message `number` of the digest, once."""
        digest_id = key.rpartition("/")[0]
        if told.briefs:
            self.kept.begin_digest(digest_id, place.team, place.channel, told)
        return self.desk.outbox.post(key, place, self.message(told, digest_id, number))

    def message(self, told: ToldDigest, digest_id: str, number: int) -> Message:
        """One of the digest's messages; a page that was read again may have left it without a story."""
        messages = self.messages(told, digest_id)
        return messages[number] if number < len(messages) else notice_message(TOLD_ABOVE)

    def messages(self, told: ToldDigest, digest_id: str, *, is_posted: bool = True) -> tuple[Message, ...]:
        """The digest's messages, from the briefs it was settled to tell; a posted one has menus and a thread."""
        filed, before = (self.load_all(ids) for ids in (told.briefs, told.earlier))
        return digest_messages(
            self.digest(told), key=digest_id, texts=texts_of(before, filed), is_posted=is_posted
        )

    def digest(self, told: ToldDigest) -> Digest:
        """The digest of the briefs that it was settled to tell, as they read now."""
        filed, before = (self.load_all(ids) for ids in (told.briefs, told.earlier))
        return self.compiled(
            pages_of(filed), told.day, briefs_of(before), told.since, told.rulings, zone=told.zone
        )

    def told_by(  # noqa: PLR0913  # what a digest is settled by
        self,
        filed: Sequence[FiledBrief],
        day: date,
        before: Sequence[FiledBrief] = (),
        since: date | None = None,
        rulings: Sequence[Ruling] = (),
        *,
        zone: str = "",
    ) -> ToldDigest:
        """What a digest of `filed` tells, where `before` are briefs of the days before; its times are those of `zone`."""
        earlier = [one for one in before if one not in filed]
        digest = self.compiled(pages_of(filed), day, briefs_of(earlier), since, tuple(rulings), zone=zone)
        messages = digest_messages(digest, key="", texts=texts_of(filed, earlier), is_posted=True)
        return ToldDigest(
            day=day,
            since=since,
            briefs=ids_of(filed),
            earlier=ids_of(earlier),
            messages=len(messages),
            pictures=len(timelines_of(digest)),
            stories=len(digest.stories),
            rulings=tuple(rulings),
            zone=zone,
        )

    def upload(self, place: Place, told: ToldDigest, number: int) -> Json:
        """Draw picture `number` and give it to Slack; nobody sees it yet."""
        _, timeline = timelines_of(self.digest(told))[number]
        with self.drawing:
            picture = timeline_picture(timeline)
        name = f"timeline-{told.day.isoformat()}-{number + 1}.png"
        return {"file": self.desk.chats.of(place.team).upload(picture, name)}

    def show(self, key: str, place: Place, told: ToldDigest, number: int, file: str) -> Json:
        """Show picture `number`, uploaded as `file`, in the digest's thread, once."""
        story, timeline = timelines_of(self.digest(told))[number]
        words = picture_words(story, timeline)
        return self.desk.outbox.show(key, place, file, words)

    def load_all(self, brief_ids: Sequence[str]) -> tuple[FiledBrief, ...]:
        """The briefs of these ids that are still there, and not somebody's own since they were removed."""
        found = filter(None, map(self.desk.archive.load, brief_ids))
        return tuple(one for one in found if one.filing.audience != "private")

    def preview(self, team: str, channel: str, moment: datetime | None = None) -> tuple[Message, ...]:
        """What the next daily digest would say of what was filed up to `moment`: now, if none is given."""
        told = self.untold(team, channel, moment or self.desk.now())
        return self.messages(told, f"preview:{team}:{channel}", is_posted=False) if told.briefs else ()
