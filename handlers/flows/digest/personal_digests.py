"""Everyone's own digest, by direct message: what was filed in the conversations that the person may see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from handlers.domain.due import EVERY_DAY, DigestSetting, DueDigest
from handlers.domain.told import ToldDigest
from handlers.domain.viewers import Directory, Viewer, viewer
from handlers.flows.digest.compiling import goes_on_since, since_day
from handlers.flows.digest.digest_settings import times_words
from handlers.flows.digest.digests import DigestDesk, post_all
from handlers.flows.retry import retry
from handlers.ports import FiledBrief, Json, Place, Steps

PERSONAL_FLOW = "personal digest"
PERSONAL_SETTING_FLOW = "personal digest setting"
FIRST_COVERS = timedelta(days=1)  # before it was set: nobody wants last week first
OFF = "You get no digest of your own. `/digest me at 08:00` sends you one each day by direct message."


class PersonalDigests(Protocol):
    """Who wants a digest of their own and what they were told. A setting's `channel` is the person's id."""

    def settings(self) -> tuple[DigestSetting, ...]: ...

    def setting(self, team: str, user: str) -> DigestSetting | None: ...

    def set(self, setting: DigestSetting) -> None: ...

    def claim(self, digest_id: str, who: Viewer, until: datetime, since: datetime) -> tuple[FiledBrief, ...]:
        """Take for `digest_id` what this person was not told yet; taking again gives the same."""
        ...

    def told_since(self, who: Viewer, since: datetime) -> tuple[FiledBrief, ...]:
        """What the person was told of the briefs filed from `since` on, and may still see."""
        ...

    def last_digest(self, team: str, user: str, before: date) -> date | None:
        """The day of the person's last digest with something to tell."""
        ...


@dataclass(frozen=True, slots=True)
class PersonalWish:
    """What somebody typed after /digest me. `at` is a time of day, `days` are weekdays (Monday is 0)."""

    team: str
    user: str
    response_url: str
    act: str
    at: str | None = None
    zone: str | None = None
    days: tuple[int, ...] | None = None

    def to_json(self) -> Json:
        return asdict(self)


def personal_flow_id(due: DueDigest) -> str:
    """One a person and day."""
    return f"my-{due.flow_id}"


def personal_argument(due: DueDigest) -> Json:
    """What the flow is begun with."""
    return {
        "team": due.setting.team,
        "user": due.setting.channel,
        "day": due.day.isoformat(),
        "moment": due.moment.isoformat(),
    }


@dataclass(frozen=True, slots=True)
class PersonalDue:
    """One person's digest of one day; `moment` closes it."""

    team: str
    user: str
    day: date
    moment: datetime

    @classmethod
    def from_json(cls, argument: Json) -> PersonalDue:
        """What `personal_argument` wrote."""
        day, moment = date.fromisoformat(argument["day"]), datetime.fromisoformat(argument["moment"])
        return cls(argument["team"], argument["user"], day, moment)


def post_personal_digest(desk: PersonalDesk, steps: Steps, argument: Json) -> Json:
    """Tell one person their day, once. Nothing new: no message."""
    due = PersonalDue.from_json(argument)
    claimed = retry(steps, "claim", desk.claim, steps.flow_id, due)
    if not claimed.get("messages"):
        return claimed
    opened = retry(steps, "open", desk.open, due.team, due.user)
    if "refused" in opened:
        return opened
    return post_all(steps, desk.digests, Place(due.team, opened["channel"]), ToldDigest.from_json(claimed))


def set_personal_digest(desk: PersonalDesk, steps: Steps, argument: Json) -> Json:
    """Do what the person typed, and tell them what holds now."""
    said = retry(steps, "set", desk.set, argument)
    sentence = (
        said.get("sentence")
        or "Slack did not tell me your time zone: name one, as in `/digest me at 08:00 Europe/London`."
    )
    retry(steps, "respond", desk.desk.say_to, argument["response_url"], sentence)
    return said


class PersonalDesk:
    """The single acts."""

    def __init__(self, digests: DigestDesk, personal: PersonalDigests, directory: Directory) -> None:
        self.digests = digests
        self.desk = digests.desk
        self.personal = personal
        self.directory = directory

    def claim(self, digest_id: str, due: PersonalDue) -> Json:
        """What this person is told: all that they may see at this moment and were not told before."""
        team, user, day, moment = due.team, due.user, due.day, due.moment
        setting, who = self.personal.setting(team, user), viewer(self.directory, team, user)
        if setting is None or not setting.on:
            return {"messages": 0}
        last = self.personal.last_digest(team, user, day)
        before = self.personal.told_since(who, goes_on_since(moment, day, last))
        since = (setting.since or moment) - FIRST_COVERS
        filed = self.personal.claim(digest_id, who, moment, since)
        if not filed:
            return {"messages": 0}
        first = filed[0].filing.at.astimezone(ZoneInfo(setting.zone)).date()
        rulings = self.digests.rulings_on(team, (*filed, *before))
        earlier = without(before, filed)
        covers = since_day(day, last, first)
        return self.digests.told_by(filed, day, earlier, covers, rulings, zone=setting.zone).to_json()

    def open(self, team: str, user: str) -> Json:
        """The person's direct messages with us."""
        return {"channel": self.desk.chats.of(team).open_direct(user)}

    def set(self, argument: Json) -> Json:
        """Keep what the person wants; their own zone where they named none."""
        wish = PersonalWish(**argument)
        setting, now = self.personal.setting(wish.team, wish.user), self.desk.now()
        if wish.act == "off" and setting:
            setting = replace(setting, on=False, since=now)
            self.personal.set(setting)
        elif wish.act == "at":
            setting = self.wished(wish, setting, now)
            self.personal.set(setting)
        if setting is None or not setting.on:
            return {"sentence": OFF}
        return {"sentence": f"Your own digest comes by direct message {times_words(setting, now)}."}

    def wished(self, wish: PersonalWish, setting: DigestSetting | None, now: datetime) -> DigestSetting:
        """The setting that the person wants."""
        zone = wish.zone or (setting.zone if setting else self.directory.person(wish.team, wish.user).zone)
        kept = setting.days if setting else EVERY_DAY
        at = datetime.strptime(wish.at or "08:00", "%H:%M").time()  # noqa: DTZ007  # a time of day has no zone
        days = frozenset(wish.days) if wish.days is not None else kept
        return DigestSetting(wish.team, wish.user, at, zone, days, on=True, since=now)


def without(before: Sequence[FiledBrief], filed: Sequence[FiledBrief]) -> list[FiledBrief]:
    """What was told before, less what is told now."""
    now = {one.filing.brief_id for one in filed}
    return [one for one in before if one.filing.brief_id not in now]
