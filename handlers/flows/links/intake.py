"""From Slack's payloads to what the desk is asked to do. Pure."""

from __future__ import annotations

from typing import Any

from handlers.domain.edits import LinkEdit
from handlers.domain.message_links import links_written
from handlers.flows.links.share import Share
from handlers.links import key_of, keys_in, shared_links

Payload = dict[str, Any]

PEOPLES_SUBTYPES = frozenset({None, "file_share", "thread_broadcast", "me_message"})
CHANGED, DELETED = "message_changed", "message_deleted"


def team_of(body: Payload) -> str:
    """The workspace of ours that an event is for: in a shared channel it may have happened in another one."""
    authorized = body.get("authorizations") or [{}]
    return str(authorized[0].get("team_id") or body["team_id"])


def team_of_press(body: Payload) -> str:
    """The workspace of ours in which was pressed: who opened a modal from a shared channel may be of another one."""
    installed = (body.get("view") or {}).get("app_installed_team_id")
    return str(installed or body["team"]["id"])


def share_from_message(event: Payload, team: str) -> Share | None:
    """The links that a person's message event brings, or None when it brings nothing for us.

    An edit brings the links that were not in the message before. What apps post is seen by `handlers.flows.links.apps`.
    """
    if event.get("subtype") == CHANGED:
        message, before = event.get("message") or {}, event.get("previous_message") or {}
    else:
        message, before = event, {}
    if not is_from_a_person(message) or not event.get("channel"):
        return None
    links = (
        new_links(message.get("text") or "", before.get("text") or "") if before else links_written(message)
    )
    return share_of(message, event["channel"], team, links)


def share_of(message: Payload, channel: str, team: str, links: tuple[str, ...]) -> Share | None:
    """What `links` of a message are as a share; None when there are none."""
    if not links:
        return None
    is_persons = is_from_a_person(message)
    return Share(
        team=team,
        channel=channel,
        ts=message["ts"],
        thread=message.get("thread_ts") or message["ts"],
        user=(message.get("user") or "") if is_persons else "",
        links=links,
    )


def edit_from_message(event: Payload, team: str) -> LinkEdit | None:
    """What a message event says of links that were there before; None where it changes none.

    Slack tells of an unfurl as of an edit: its text is as it was.
    """
    before = event.get("previous_message") or {}
    if event.get("subtype") not in (CHANGED, DELETED) or not is_from_a_person(before):
        return None
    after = event.get("message") or {}
    old, new = keys_in(before.get("text") or ""), keys_in(after.get("text") or "")
    if old == new:
        return None
    moment = event.get("event_ts") or event["ts"]
    return LinkEdit(team, event["channel"], before["ts"], moment, taken=old - new, added=new - old)


def is_from_a_person(message: Payload) -> bool:
    """Whether a person wrote the message."""
    return not message.get("bot_id") and message.get("subtype") in PEOPLES_SUBTYPES and "ts" in message


def new_links(text: str, before: str) -> tuple[str, ...]:
    """Links in `text` whose articles `before` does not link."""
    old = keys_in(before)
    return tuple(url for url in shared_links(text) if key_of(url) not in old)
