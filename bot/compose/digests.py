"""The digests alone, for a terminal: what is filed is told, nothing is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.compose.archive import make_store
from bot.database import DatabaseFile
from bot.settings import Settings
from bot.store.decisions import DecisionStore
from handlers.flows.desk import Desk
from handlers.flows.digest.digests import DigestDesk
from handlers.ports import Chats, Read, Version
from summarizer.model import Article, Brief


def make_digests(
    settings: Settings, database: DatabaseFile, chats: Chats, now: Callable[[], datetime]
) -> DigestDesk:
    """The digests' acts over the archive and Slack."""
    return DigestDesk(Desk(make_store(settings, database), chats, NoReading(), now), DecisionStore(database))


class NoReading:
    """For acts that read nothing."""

    def read(self, url: str) -> Read:
        raise LookupError(url)

    def read_text(self, text: str) -> Read:
        raise LookupError(text)

    def phase(self, url: str) -> str:  # noqa: ARG002
        return ""

    def read_together(self, articles: Sequence[Article]) -> Brief:
        raise LookupError(articles[0].url)

    def read_again(self, url: str, version: Version) -> Read | None:  # noqa: ARG002
        raise LookupError(url)
