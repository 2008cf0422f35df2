"""Who follows what, and of which briefs they wait to be told."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import datetime
from typing import Any

from bot.database import DatabaseFile
from bot.folding import TOKENIZER, folded
from bot.sqlite_tables import Database
from bot.store.lines import statement_rows
from bot.store.lookups import match_all
from handlers.flows.archive.following import DueNotice, Followed
from handlers.ports import FiledBrief
from summarizer.model import Brief, Bullet

Row = dict[str, Any]

DUE = """
select team, user, min(at) as first from follow_notices
where notice is null group by team, user having min(at) <= ? order by first, user
"""
TOLD_BEFORE = """
select 1 from follow_notices told join follow_notices one
on told.team = one.team and told.user = one.user and told.article = one.article
where one.notice = ? and one.brief = ? and told.told = 1
"""
LINES = f"create virtual table lines using fts5(source, role, text, tokenize = 'porter {TOKENIZER}')"  # as in the archive
HELD = "select rowid from lines where lines match ? order by rowid"


class FollowStore:
    """Fulfils handlers.flows.archive.following.Follows over nutgraf.db."""

    def __init__(self, database: DatabaseFile) -> None:
        self.reading = database.reading
        self.writing = database.writing

    def follow(self, team: str, user: str, followed: Followed) -> bool:
        row = {"team": team, "user": user, "id": followed.id, "words": followed.words}
        with self.writing() as db:
            table = db.table("follows")
            before = table.count
            table.insert({**row, "at": followed.since.isoformat()}, ignore=True)
            return bool(table.count > before)

    def unfollow(self, team: str, user: str, followed_id: str) -> Followed | None:
        mine = "team = ? and user = ? and id = ?"
        with self.writing() as db:
            rows = list(db.table("follows").rows_where(mine, [team, user, followed_id]))
            db.table("follows").delete_where(mine, [team, user, followed_id])
        return followed_of(rows[0]) if rows else None

    def of(self, team: str, user: str) -> tuple[Followed, ...]:
        with self.reading() as db:
            rows = db.table("follows").rows_where("team = ? and user = ?", [team, user], order_by="at, words")
            return tuple(map(followed_of, rows))

    def note(self, filed: FiledBrief, article: str, at: datetime) -> int:
        filing = filed.filing
        others = "team = ? and user != ? and at <= ?"
        with self.reading() as db:
            rows = list(
                db.table("follows").rows_where(others, [filing.team, filing.user, filing.at.isoformat()])
            )
        held = self.holding(filed.brief, {row["words"] for row in rows})
        users = sorted({row["user"] for row in rows if held[row["words"]]})
        noted = {"team": filing.team, "brief": filing.brief_id, "article": article, "at": at.isoformat()}
        with self.writing() as db:
            db.table("follow_notices").insert_all(({**noted, "user": user} for user in users), ignore=True)
        return len(users)

    def due(self, before: datetime) -> tuple[DueNotice, ...]:
        with self.reading() as db:
            return tuple(
                DueNotice(row["team"], row["user"], datetime.fromisoformat(row["first"]))
                for row in db.query(DUE, [before.isoformat()])
            )

    def claim(self, notice: str, team: str, user: str) -> tuple[str, ...]:
        with self.writing() as db:
            notices = db.table("follow_notices")
            if not notices.count_where("notice = ?", [notice]):
                db.execute(
                    "update follow_notices set notice = ? where team = ? and user = ? and notice is null",
                    [notice, team, user],
                )
            rows = notices.rows_where("notice = ?", [notice], order_by="at, brief")
            return tuple(row["brief"] for row in rows)

    def choose(self, notice: str, briefs: Sequence[str]) -> tuple[str, ...]:
        with self.writing() as db:
            chosen = [
                row["brief"]
                for row in db.table("follow_notices").rows_where(
                    "notice = ? and told = 1", [notice], order_by="at, brief"
                )
            ]
            return tuple(chosen or choose_new(db, notice, briefs))

    def holding(self, brief: Brief, followed: Collection[str]) -> Mapping[str, tuple[Bullet, ...]]:
        if not followed:
            return {}
        with closing(sqlite3.connect(":memory:")) as lines:
            lines.execute(LINES)
            rows = (
                [folded(row[name] or "") for name in ("source", "role", "text")]
                for row in statement_rows("", brief, {})
            )
            lines.executemany("insert into lines (source, role, text) values (?, ?, ?)", rows)
            return {words: held_by(lines, brief, words) for words in followed}


def held_by(lines: sqlite3.Connection, brief: Brief, words: str) -> tuple[Bullet, ...]:
    """The statements of a brief with all of `words` in them; `lines` has them in their order."""
    match = match_all(words)
    found = lines.execute(HELD, [match]).fetchall() if match else []
    return tuple(brief.statements[number - 1] for (number,) in found)


def choose_new(db: Database, notice: str, briefs: Sequence[str]) -> Iterator[str]:
    """One brief an article; each is marked as told before the next one is looked at."""
    for brief in briefs:
        if not list(db.query(TOLD_BEFORE, [notice, brief])):
            db.execute("update follow_notices set told = 1 where notice = ? and brief = ?", [notice, brief])
            yield brief


def followed_of(row: Row) -> Followed:
    return Followed(row["words"], datetime.fromisoformat(row["at"]))
