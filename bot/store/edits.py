"""Links that edits took from their messages, or brought back."""

from __future__ import annotations

from datetime import timedelta

from bot.database import DatabaseFile
from handlers.domain.edits import LinkEdit

KEPT = timedelta(days=14)  # as long as the engine remembers the flows of their messages

NOTE = """
insert into link_edits (team, channel, ts, key, moment, is_there, was_taken) values (?, ?, ?, ?, ?, ?, ?)
on conflict (team, channel, ts, key) do update set
    is_there = iif(excluded.moment > moment, excluded.is_there, is_there),
    was_taken = max(was_taken, excluded.was_taken),
    moment = max(moment, excluded.moment)
"""
BACK = "select 1 from link_edits where team = ? and channel = ? and ts = ? and key = ? and was_taken"
TAKEN = "select key from link_edits where team = ? and channel = ? and ts = ? and not is_there"


class LinkEdits:
    """Fulfils handlers.domain.edits.Edits over `database`."""

    def __init__(self, database: DatabaseFile) -> None:
        self.reading = database.reading
        self.writing = database.writing

    def note(self, edit: LinkEdit) -> bool:
        place = (edit.team, edit.channel, edit.ts)
        oldest = f"{float(edit.moment) - KEPT.total_seconds():.6f}"
        with self.writing() as db:
            for key in edit.taken:
                db.execute(NOTE, (*place, key, edit.moment, 0, 1))
            for key in edit.added:
                db.execute(NOTE, (*place, key, edit.moment, 1, 0))
            db.execute("delete from link_edits where moment < ?", [oldest])
            return any(db.execute(BACK, (*place, key)).fetchone() for key in edit.added)

    def taken(self, team: str, channel: str, ts: str) -> frozenset[str]:
        with self.reading() as db:
            return frozenset(row["key"] for row in db.query(TAKEN, (team, channel, ts)))
