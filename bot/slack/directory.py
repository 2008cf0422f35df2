"""People and conversations of each workspace, asked of Slack and kept briefly."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from threading import Lock
from typing import Any, Protocol, TypeVar

from bot.slack.chat import SlackChat
from handlers.domain.viewers import Member

KEPT = timedelta(seconds=60)  # somebody who leaves a private channel sees its briefs no longer than this
MOST_KEPT = 10_000
PAGE = 200
OPEN, HIDDEN = "public_channel", "private_channel,mpim"

T = TypeVar("T")


class Callers(Protocol):
    """The Web API, workspace by workspace."""

    def of(self, team: str) -> SlackChat: ...


class SlackDirectory:
    """Fulfils handlers.domain.viewers.Directory. May be used from several threads."""

    def __init__(self, callers: Callers, now: Callable[[], datetime]) -> None:
        self.callers = callers
        self.now = now
        self.kept: dict[tuple[str, ...], tuple[datetime, Any]] = {}
        self.lock = Lock()

    def person(self, team: str, user: str) -> Member:
        return self.remember(("person", team, user), lambda: self.ask_person(team, user))

    def conversations_of(self, team: str, user: str) -> frozenset[str]:
        types = {"types": f"{OPEN},{HIDDEN}", "user": user}
        return self.remember(("of", team, user), lambda: frozenset(self.conversations(team, types)))

    def public_channels(self, team: str) -> frozenset[str]:
        return self.remember(("public", team), lambda: frozenset(self.conversations(team, {"types": OPEN})))

    def our_conversations(self, team: str) -> frozenset[str]:
        return frozenset(self.conversations(team, {"types": f"{OPEN},{HIDDEN}"}))

    def ask_person(self, team: str, user: str) -> Member:
        found = self.callers.of(team).call("users.info", {"user": user})["user"]
        return Member(
            team=found.get("team_id") or team,
            zone=found.get("tz") or "UTC",
            is_guest=bool(
                found.get("is_restricted") or found.get("is_ultra_restricted") or found.get("is_stranger")
            ),
            is_admin=bool(found.get("is_admin") or found.get("is_owner")),
        )

    def conversations(self, team: str, which: dict[str, Any]) -> Iterator[str]:
        """The ids of the bot's (or a person's) conversations, page by page."""
        cursor = ""
        while True:
            asked = {**which, "limit": PAGE, "exclude_archived": False}
            page = self.callers.of(team).call(
                "users.conversations", {**asked, "cursor": cursor} if cursor else asked
            )
            yield from (channel["id"] for channel in page["channels"])
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return

    def remember(self, key: tuple[str, ...], ask: Callable[[], T]) -> T:
        """What was asked less than a minute ago, or is asked now."""
        with self.lock:
            known = self.kept.get(key)
        if known and self.now() < known[0]:
            remembered: T = known[1]
            return remembered
        answer = ask()
        with self.lock:
            if len(self.kept) >= MOST_KEPT:
                self.kept.clear()
            self.kept[key] = (self.now() + KEPT, answer)
        return answer
