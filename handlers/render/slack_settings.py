"""The channel settings modal, the line that tells a change, and the welcome, as pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from handlers.commands.channel_form import (
    APP,
    AT,
    DAY_LABELS,
    DAYS,
    DIGEST,
    EVERYWHERE,
    LONGEST_LIST,
    MODE,
    MOST_APPS,
    MUTED,
    POSTED,
    SAYS_EMPTY,
    WEEKLY,
    ZONE,
    ChannelForm,
    digest_words,
)
from handlers.domain.channels import AppMode, ChannelApp, Mode
from handlers.domain.due import next_moment
from handlers.domain.message import Block, Message, View, plain_object
from handlers.render.escape import entities
from handlers.render.slack_buttons import button
from handlers.render.slack_limits import LONGEST_SECTION, cut
from handlers.render.slack_parts import context, moment, section, user

OPEN_SETTINGS = "channel_settings_open"
SETTINGS_FORM = "channel_settings"

DOES: Mapping[Mode, str] = {
    "every": "I brief every article link that is shared here, in its thread: who said what, with key figures.",
    "request": (
        "I brief a link when somebody asks: react with :newspaper: to its message, or reply “brief” to it."
    ),
    "off": "I do not brief links here; `/brief URL` still briefs one for you.",
}
LABELS: Mapping[Mode, str] = {
    "every": "Every link that is shared",
    "request": "On request: 📰 on a message, or “brief” in reply",
    "off": "Off",
}


APP_LABELS: Mapping[AppMode, str] = {
    "ignore": "Ignore them",
    "brief": "Brief them in the thread",
    "gather": "Gather them: a line each in the digest, no thread",
}
NO_APPS = "Other apps that post links here are listed once one has posted. I ignore them until you choose."
DIGEST_LABELS = {
    POSTED: "Post a digest of the day",
    SAYS_EMPTY: "Say so on a day without links",
    WEEKLY: "Once a week, say who was quoted",
}


def welcome_message(form: ChannelForm, inviter: str, *, key: str) -> Message:
    """What the bot will do in a channel that it has come to, with a button to change it."""
    thanks = f"Thanks for the invitation, {person}. " if (person := user(inviter)) else ""
    digest = (
        f"The day’s digest comes at {digest_words(form.digest)}." if form.digest.on else "There is no digest."
    )
    does = f"{DOES[form.setting.mode]} {entities(digest)}"
    row = {"type": "actions", "elements": [button(OPEN_SETTINGS, "Change this")]}
    return Message(f"{DOES[form.setting.mode]} {digest}", (section(f"{thanks}{does}", block_id=key), row))


def stopped_message(app: str, most: int, *, key: str) -> Message:
    """That an app posts too much to be briefed, with a button to change it."""
    words = (
        f"{app} posted links in more than {most} messages here within an hour, so I ignore it from now on."
    )
    row = {"type": "actions", "elements": [button(OPEN_SETTINGS, "Change this")]}
    return Message(words, (section(entities(words), block_id=key), row))


def changed_message(who: str, told: Sequence[str], *, key: str) -> Message:
    """One line that tells a channel how its settings changed."""
    words = cut(entities("; ".join(told)), LONGEST_SECTION // 2)
    line = f"{user(who) or 'Somebody'} changed how I work here. {words}"
    return Message(line, (section(line, block_id=key),))


def settings_view(form: ChannelForm, now: datetime, about: str) -> View:
    """The form, as it stands. `about` comes back with it."""
    setting, digest = form.setting, form.digest
    ticked = [POSTED] * digest.on + [SAYS_EMPTY] * digest.says_empty + [WEEKLY] * digest.weekly
    blocks = (
        section(f"*<#{setting.channel}>*"),
        labelled("Links", MODE, radio(LABELS, setting.mode)),
        labelled(
            "Muted outlets",
            MUTED,
            text(setting.muted),
            "Their domains, such as courier.example. I do not brief links to them.",
            optional=True,
        ),
        *app_inputs(form.apps),
        labelled(
            "Digest",
            DIGEST,
            ticks(DIGEST_LABELS, ticked),
            optional=True,
        ),
        labelled("Time", AT, {"type": "timepicker", "initial_time": f"{digest.at:%H:%M}"}, optional=True),
        labelled(
            "Days",
            DAYS,
            ticks({str(day): label for day, label in enumerate(DAY_LABELS)}, map(str, sorted(digest.days))),
            optional=True,
        ),
        labelled(
            "Time zone",
            ZONE,
            {"type": "plain_text_input", "initial_value": digest.zone},
            "Such as Europe/London.",
        ),
        *next_digest(form, now),
        *everywhere(form.everywhere),
    )
    return View("Channel settings", blocks, SETTINGS_FORM, about, submit="Save", close="Cancel")


def app_inputs(apps: Sequence[ChannelApp]) -> Iterable[Block]:
    """What becomes of the links of each app that was seen in the channel."""
    if not apps:
        return [context([NO_APPS])]
    return [
        labelled(f"Links that {app.name} posts", f"{APP}{app.bot}", select(APP_LABELS, app.mode))
        for app in apps[:MOST_APPS]
    ]


def select(labels: Mapping[Any, str], chosen: str) -> Block:
    """One of several, folded."""
    return radio(labels, chosen) | {"type": "static_select"}


def next_digest(form: ChannelForm, now: datetime) -> Iterable[Block]:
    """When the next digest comes, in the zone of whoever reads this."""
    due = next_moment(form.digest, now)
    return [context([f"With these settings, the next digest comes {moment(due)}, your time."])] if due else []


def everywhere(muted: tuple[str, ...] | None) -> Iterable[Block]:
    """What the workspace mutes, for its admins."""
    if muted is None:
        return []
    hint = "Only admins see this. It holds for every channel."
    return [labelled("Muted in the whole workspace", EVERYWHERE, text(muted), hint, optional=True)]


def labelled(label: str, name: str, element: Block, hint: str = "", *, optional: bool = False) -> Block:
    """One input with its label."""
    block: Block = {
        "type": "input",
        "block_id": name,
        "label": plain_object(label),
        "element": {**element, "action_id": name},
        "optional": optional,
    }
    return block | ({"hint": plain_object(hint)} if hint else {})


def text(domains: Sequence[str]) -> Block:
    """A list of outlets to write in."""
    element: Block = {"type": "plain_text_input", "multiline": True, "max_length": LONGEST_LIST}
    return element | ({"initial_value": "\n".join(domains)} if domains else {})


def radio(labels: Mapping[Any, str], chosen: str) -> Block:
    """One of several."""
    options = {value: option(value, label) for value, label in labels.items()}
    return {"type": "radio_buttons", "options": list(options.values()), "initial_option": options[chosen]}


def ticks(labels: Mapping[str, str], chosen: Iterable[str]) -> Block:
    """Any of several."""
    options = {value: option(value, label) for value, label in labels.items()}
    ticked = [options[value] for value in chosen]
    element: Block = {"type": "checkboxes", "options": list(options.values())}
    return element | ({"initial_options": ticked} if ticked else {})


def option(value: str, label: str) -> Block:
    return {"text": plain_object(label), "value": value}
