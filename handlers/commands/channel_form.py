"""The channel settings form: what a person may set, and what they sent, understood. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Any

from handlers.commands.days import DAY_NAMES
from handlers.commands.digest import describe_days, zone_name
from handlers.domain.channels import AppMode, ChannelApp, ChannelSetting, Mode
from handlers.domain.due import DigestSetting
from summarizer.address.links import domain_of

MODE, MUTED, DIGEST, AT, DAYS, ZONE, EVERYWHERE = (
    "mode",
    "muted",
    "digest",
    "at",
    "days",
    "zone",
    "everywhere",
)
"""The form's blocks, each with an input of the same name."""

APP = "app:"  # before an app's id: the block of what becomes of its links
APP_MODES: Mapping[AppMode, str] = {
    "ignore": "ignored",
    "brief": "briefed",
    "gather": "gathered for the digest",
}
MOST_APPS = 30  # inputs of a form that holds 100 blocks
MODES: Mapping[Mode, str] = {"every": "every link", "request": "on request", "off": "off"}
POSTED, SAYS_EMPTY, WEEKLY = "posted", "says_empty", "weekly"  # what can be ticked of the digest
LONGEST_LIST = 3000  # characters: what Slack's text input takes
MOST_MUTED = 100  # domains; a list that is longer is one of what is wanted, not of what is not

Values = Mapping[str, Mapping[str, Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class ChannelForm:
    """All that the form shows of one channel. `everywhere` is what the workspace mutes; None for who may not set it."""

    setting: ChannelSetting
    digest: DigestSetting
    everywhere: tuple[str, ...] | None = None
    apps: tuple[ChannelApp, ...] = ()


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent, understood; `problems` say beside which block why it was not."""

    mode: Mode
    muted: tuple[str, ...]
    posted: bool
    says_empty: bool
    weekly: bool
    at: time | None
    days: frozenset[int]
    zone: str
    everywhere: tuple[str, ...] | None
    apps: Mapping[str, AppMode]
    problems: Mapping[str, str]

    def applied_to(self, form: ChannelForm, now: datetime) -> ChannelForm:
        """`form` with what was sent; a digest whose time changes does not make up for moments before `now`."""
        before = form.digest
        at = before.at if self.at is None else self.at
        digest = replace(before, at=at, zone=self.zone, days=self.days or before.days, on=self.posted)
        digest = digest if digest == before else replace(digest, since=now)
        digest = replace(digest, says_empty=self.says_empty, weekly=self.weekly)
        setting = replace(form.setting, mode=self.mode, muted=self.muted)
        apps = tuple(replace(app, mode=self.apps.get(app.bot, app.mode)) for app in form.apps)
        everywhere = None if form.everywhere is None else self.everywhere
        return ChannelForm(setting, digest, everywhere, apps)


def read_form(values: Values) -> Sent:
    """The inputs of a submission. What is not there at all counts as left empty."""
    problems: dict[str, str] = {}
    ticked = chosen(values, DIGEST)
    clock, words = field(values, AT).get("selected_time"), field(values, ZONE).get("value") or ""
    days, zone = frozenset(map(int, chosen(values, DAYS))), zone_name(words.strip())
    if zone is None:
        problems[ZONE] = "I know no such time zone; write it like Europe/London or America/New_York."
    if POSTED in ticked and not clock:
        problems[AT] = "Say when the digest comes, or untick it above."
    if POSTED in ticked and not days:
        problems[DAYS] = "Pick at least one day, or untick the digest above."
    muted = outlets(values, MUTED, problems) or ()
    mode = (field(values, MODE).get("selected_option") or {}).get("value")
    return Sent(
        mode=next((known for known in MODES if known == mode), "every"),
        muted=muted,
        posted=POSTED in ticked,
        says_empty=SAYS_EMPTY in ticked,
        weekly=WEEKLY in ticked,
        at=time.fromisoformat(clock) if clock else None,
        days=days,
        zone=zone or "",
        everywhere=outlets(values, EVERYWHERE, problems),
        apps=chosen_for_apps(values),
        problems=problems,
    )


def field(values: Values, name: str) -> Mapping[str, Any]:
    """The state of one input."""
    return values.get(name, {}).get(name, {})


def chosen(values: Values, name: str) -> tuple[str, ...]:
    """What is ticked."""
    return tuple(option["value"] for option in field(values, name).get("selected_options") or ())


def chosen_for_apps(values: Values) -> Mapping[str, AppMode]:
    """What becomes of each app's links, by the app's id."""
    picked = {
        name.removeprefix(APP): (field(values, name).get("selected_option") or {}).get("value")
        for name in values
        if name.startswith(APP)
    }
    return {bot: known for bot, mode in picked.items() for known in APP_MODES if known == mode}


def outlets(values: Values, name: str, problems: dict[str, str]) -> tuple[str, ...] | None:
    """The domains that a person wrote, as addresses or as names of sites; None where the form did not ask."""
    if name not in values:
        return None
    words = re.split(r"[\s,;]+", (field(values, name).get("value") or "").strip())
    found = {word: domain_of(word.strip("<>")) for word in words if word}
    wrong = [word for word, domain in found.items() if domain is None]
    if wrong:
        problems[name] = f"“{wrong[0][:60]}” is no outlet’s address; write it like courier.example."
    domains = tuple(sorted({domain for domain in found.values() if domain}))
    if len(domains) > MOST_MUTED or len("\n".join(domains)) > LONGEST_LIST:
        problems[name] = f"At most {MOST_MUTED} outlets; a channel with more is better set to “on request”."
    return domains


def difference(before: ChannelForm, after: ChannelForm) -> tuple[str, ...]:
    """What a change of settings means, in a few words each; nothing where nothing changed."""
    one, two = before.setting, after.setting
    told = []
    if one.mode != two.mode:
        told.append(f"links: {MODES[one.mode]} → {MODES[two.mode]}")
    told += muted_words(one.muted, two.muted, "")
    told += muted_words(before.everywhere or (), after.everywhere or (), " in the whole workspace")
    told += [
        f"links of {app.name}: {APP_MODES[was.mode]} → {APP_MODES[app.mode]}"
        for was, app in zip(before.apps, after.apps, strict=True)
        if was.mode != app.mode
    ]
    if digest_words(before.digest) != digest_words(after.digest):
        told.append(f"digest: {digest_words(after.digest)}")
    if before.digest.says_empty != after.digest.says_empty:
        told.append(f"days without links: {'one line' if after.digest.says_empty else 'nothing'}")
    if before.digest.weekly != after.digest.weekly:
        told.append(f"weekly report: {'on' if after.digest.weekly else 'off'}")
    return tuple(told)


def muted_words(before: tuple[str, ...], after: tuple[str, ...], where: str) -> list[str]:
    """Which outlets are muted now, and which no more."""
    changed = {"muted": set(after) - set(before), "no longer muted": set(before) - set(after)}
    return [f"{how}{where}: {', '.join(sorted(which))}" for how, which in changed.items() if which]


def digest_words(digest: DigestSetting) -> str:
    """When a channel's digest comes."""
    return f"{digest.at:%H:%M} {digest.zone} {describe_days(digest.days)}" if digest.on else "off"


DAY_LABELS = tuple(name.title() for name in DAY_NAMES)
