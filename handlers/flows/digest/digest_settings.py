"""/digest at, off, empty, status: a channel's own digest. No digest is promised where the bot is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from handlers.commands.digest import DigestCommand, describe_days, parse_digest
from handlers.domain.due import DigestSetting, next_moment
from handlers.domain.sentences import NOT_HERE, digest_unknown, refusal_sentence
from handlers.domain.viewers import DIRECT, Directory
from handlers.flows.desk import Desk
from handlers.flows.digest.typed import Typed
from handlers.flows.retry import retry
from handlers.ports import Archive, Json, Steps

DIGEST_TIME_FLOW = "digest time"


class DigestTimes:
    """The act of a command that tells when the next digest comes: first Slack is asked whether the bot is there."""

    def __init__(self, desk: Desk, directory: Directory) -> None:
        self.desk = desk
        self.directory = directory

    def set(self, typed: Typed) -> Json:
        """Do what the command says; {"told": what holds now}. A time without a zone is in the asker's own.

        Doing it again changes nothing. Raises DeliveryError when Slack does not say where the bot or the asker is.
        """
        team, channel = typed.team, typed.channel
        wanted = parse_digest(typed.text)
        if wanted is None:
            raise LookupError(typed.text)
        if not self.is_ours(team, channel, typed.user):
            return {"told": NOT_HERE}
        needs_zone = wanted.act == "at" and wanted.zone is None
        zone = self.directory.person(team, typed.user).zone if needs_zone else wanted.zone
        wanted = replace(wanted, zone=zone)
        return {"told": apply_digest_command(self.desk.archive, team, channel, wanted, typed.moment)}

    def is_ours(self, team: str, channel: str, user: str) -> bool:
        """Whether the bot is in the conversation in which `user` typed."""
        if channel.startswith(DIRECT):
            return self.desk.chats.of(team).open_direct(user) == channel
        return channel in self.directory.our_conversations(team)


def set_digest_time(times: DigestTimes, steps: Steps, argument: Json) -> Json:
    """Do it, then tell the asker what holds."""
    typed = Typed.from_json(argument)
    outcome = retry(steps, "set", times.set, typed)
    told = outcome.get("told") or digest_unknown(outcome["refused"])
    return retry(steps, "respond", times.desk.say_to, typed.response_url, told)


def apply_digest_command(
    archive: Archive, team: str, channel: str, wanted: DigestCommand, now: datetime
) -> str:
    """Do what the command says and tell what holds now."""
    setting = archive.digest_setting(team, channel)
    if wanted.act == "off":
        archive.set_digest(replace(setting, on=False, since=now))
        return "The daily digest is off in this channel. `/digest at 08:00` turns it on again."
    if wanted.act == "empty":
        setting = replace(setting, says_empty=bool(wanted.says))
        archive.set_digest(setting)
    if wanted.act == "report":
        setting = replace(setting, weekly=bool(wanted.says))
        archive.set_digest(setting)
    if wanted.act == "at":
        setting = changed(setting, wanted, now)
        archive.set_digest(setting)
    return describe(setting, now, told_today(archive, setting, now)) + refused_words(archive, setting)


def refused_words(archive: Archive, setting: DigestSetting) -> str:
    """That Slack refused the last digest, why, and what to do; nothing where it took it."""
    refused = archive.refused_digest(setting.team, setting.channel) if setting.on else None
    if refused is None:
        return ""
    day, code = refused
    return f" Slack did not take the digest of {day:%A %d %B}: the next one will include it. {refusal_sentence(code)}"


def changed(setting: DigestSetting, wanted: DigestCommand, now: datetime) -> DigestSetting:
    """`setting` with what the command names; moments before `now` do not count any more."""
    return replace(
        setting,
        at=wanted.at or setting.at,
        zone=wanted.zone or setting.zone,
        days=wanted.days or setting.days,
        on=True,
        since=now,
    )


def told_today(archive: Archive, setting: DigestSetting, now: datetime) -> bool:
    """Whether today's digest went out already."""
    return archive.last_digest(setting.team, setting.channel) == now.astimezone(ZoneInfo(setting.zone)).date()


def describe(setting: DigestSetting, now: datetime, told: bool) -> str:  # noqa: FBT001  # a fact
    """What the setting means, with the next time."""
    if not setting.on:
        return "The daily digest is off in this channel. `/digest at 08:00` turns it on."
    empty = "one line says so" if setting.says_empty else "nothing is posted"
    weekly = " The week’s first one brings who was quoted in the week before." if setting.weekly else ""
    return f"The digest comes {times_words(setting, now, told=told)}. On a day without links {empty}.{weekly}"


def times_words(setting: DigestSetting, now: datetime, *, told: bool = False) -> str:
    """When it comes: "at 08:30 (Europe/London) on weekdays; the next is due …". `told`: today's has come."""
    zone = ZoneInfo(setting.zone)
    moment = next_moment(setting, now)
    if told and moment and moment.astimezone(zone).date() == now.astimezone(zone).date():
        moment = next_moment(setting, moment + timedelta(seconds=1))
    following = f"; the next is due {moment.astimezone(zone):%A %d %B, %H:%M}" if moment else ""
    return f"at {setting.at:%H:%M} ({setting.zone}) {describe_days(setting.days)}{following}"
