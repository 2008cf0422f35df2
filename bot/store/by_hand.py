"""Briefs that somebody files from a terminal, so that the archive is of use without Slack."""

from __future__ import annotations

import hashlib
from datetime import datetime

from bot.database import DatabaseFile
from bot.store.archive import UNNAMED, keep, keep_lines, told_row
from handlers.ports import Filing
from summarizer.address.links import lookup_key
from summarizer.errors import MalformedUrl
from summarizer.model import Article, Brief

TERMINAL = "terminal"  # in the place of a workspace and of a channel: no Slack has such ids


class TerminalStore:
    """What is kept by hand in nutgraf.db."""

    def __init__(self, database: DatabaseFile) -> None:
        self.database = database

    def keep(self, brief: Brief, at: datetime) -> bool:
        """File a brief; where its articles were kept before, it takes the place of the earlier one. Whether it is new."""
        brief_id = id_of(brief)
        with self.database.writing() as db:
            if db.table("briefs").count_where("id = ?", [brief_id]):
                db.table("briefs").update(brief_id, told_row(brief, UNNAMED))
                keep_lines(db, brief_id, brief)
                return False
            keep(db, Filing(brief_id, TERMINAL, TERMINAL, "", "", "asker", at), brief, UNNAMED)
        return True


def id_of(brief: Brief) -> str:
    """The same for the same articles."""
    names = "\n".join(sorted(map(name_of, brief.articles)))
    return f"{TERMINAL}:{hashlib.sha256(names.encode('utf-8', 'replace')).hexdigest()[:24]}"


def name_of(article: Article) -> str:
    """What tells an article from another: its address; its text where it came from standard input."""
    if article.url.startswith("file:"):
        return article.url
    try:
        return lookup_key(article.url)
    except MalformedUrl:
        return article.text
