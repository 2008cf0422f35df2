"""Flows and single acts of the digest: daily at the channel's time, and by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from handlers.desk import Desk
from handlers.due import DueDigest
from handlers.insist import insist
from handlers.ports import FiledBrief, Json, Steps
from handlers.render.message import Message
from handlers.render.slack import digest_messages, notice_message
from handlers.sentences import refusal_sentence
from summarizer.digest import compile_digest

DAILY_FLOW = "daily digest"
BY_HAND_FLOW = "digest by hand"
NOTHING_YET = "Nothing to digest: no links were briefed in this channel since its last daily digest."


def daily_argument(due: DueDigest) -> Json:
    """What the daily flow is begun with."""
    return {
        "team": due.setting.team,
        "channel": due.setting.channel,
        "day": due.day.isoformat(),
        "moment": due.moment.isoformat(),
    }


def post_daily_digest(steps: Steps, desk: DigestDesk, argument: Json) -> Json:
    """Tell the channel its day, once. No links: no post."""
    told = steps.run("claim", desk.claim, steps.flow_id, argument)
    return post_all(steps, desk, argument["channel"], told)


def post_digest_by_hand(steps: Steps, desk: DigestDesk, argument: Json) -> Json:
    """Tell the channel what no daily digest has told yet, or tell who asked why not."""
    told = steps.run("look", desk.look, argument)
    outcome = post_all(steps, desk, argument["channel"], told)
    if "refused" in outcome:
        insist(steps, "respond", desk.say_to, argument["response_url"], refusal_sentence(outcome["refused"]))
    elif not outcome["posted"]:
        insist(steps, "respond", desk.say_to, argument["response_url"], NOTHING_YET)
    return outcome


def post_all(steps: Steps, desk: DigestDesk, channel: str, told: Json) -> Json:
    """The digest's parent message, then its thread. Returns {"posted": n} or {"refused": code}."""
    thread: str | None = None
    for number in range(told["messages"]):
        key = f"{steps.flow_id}/{number}"
        done = insist(steps, "post", desk.post, key, channel, thread, told, number)
        if "refused" in done:
            return done
        thread = thread or done["ts"]
    return {"posted": told["messages"]}


class DigestDesk:
    """The single acts of a digest. Which briefs it tells is settled once, by `claim` or `look`."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def claim(self, digest_id: str, argument: Json) -> Json:
        """Take the channel's untold briefs for this daily digest; claiming again gives the same."""
        moment = datetime.fromisoformat(argument["moment"])
        filed = self.desk.archive.claim_for_digest(digest_id, argument["team"], argument["channel"], moment)
        return told_by(filed, date.fromisoformat(argument["day"]))

    def look(self, argument: Json) -> Json:
        """What a daily digest would tell at this moment, taking nothing."""
        team, channel = argument["team"], argument["channel"]
        moment = datetime.fromisoformat(argument["moment"])
        zone = ZoneInfo(self.desk.archive.digest_setting(team, channel).zone)
        return told_by(self.desk.archive.undigested(team, channel, moment), moment.astimezone(zone).date())

    def post(self, key: str, channel: str, thread: str | None, told: Json, number: int) -> Json:
        """Post message `number` of the digest, once."""
        digest_id = key.rpartition("/")[0]
        return self.desk.post_once(key, channel, thread, lambda: self.messages(told, digest_id)[number])

    def messages(self, told: Json, digest_id: str) -> tuple[Message, ...]:
        """The digest's messages, from the briefs it was settled to tell."""
        filed = [self.desk.archive.load(brief_id) for brief_id in told["briefs"]]
        return messages_of([one for one in filed if one], date.fromisoformat(told["day"]), digest_id)

    def preview(self, team: str, channel: str) -> tuple[Message, ...]:
        """What the next daily digest would say so far."""
        told = self.look({"team": team, "channel": channel, "moment": self.desk.now().isoformat()})
        return self.messages(told, f"preview:{team}:{channel}")

    def say_to(self, response_url: str, text: str) -> Json:
        """Tell one person one sentence."""
        self.desk.chat.respond(response_url, notice_message(text))
        return {}


def told_by(filed: Sequence[FiledBrief], day: date) -> Json:
    """What a digest of `filed` tells: the briefs' ids and in how many messages."""
    briefs = [one.filing.brief_id for one in filed]
    return {"day": day.isoformat(), "briefs": briefs, "messages": len(messages_of(filed, day, ""))}


def messages_of(filed: Sequence[FiledBrief], day: date, digest_id: str) -> tuple[Message, ...]:
    """The messages that tell `filed`, marked with `digest_id` and their number; none when there is nothing."""
    if not filed:
        return ()
    briefs = [one.brief for one in filed]
    texts = {article.url: article.text for brief in briefs for article in brief.articles}
    return digest_messages(compile_digest(briefs, day), key=digest_id, texts=texts)
