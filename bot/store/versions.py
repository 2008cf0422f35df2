"""Briefs whose pages were read again: which are due, the newest reading, and what the page said before."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.database import DatabaseFile
from bot.store.archive import keep_lines, told_row
from handlers.flows.links.rechecks import DueRecheck
from handlers.ports import Version
from handlers.render.shapes import brief_from_shape
from summarizer.model import Brief

MADE_UP_FOR = timedelta(hours=12)  # a look that was missed by more than this (the bot was down) is left out

DUE = """
select id, ({passed}) as number from briefs
where audience = 'channel' and url != '' and at <= ? and at > ? and number > coalesce(checks, 0) and gone is null
    and not exists (select 1 from resting r where r.team = briefs.team and r.channel = briefs.channel)
order by at, id limit ?
"""


class VersionStore:
    """Fulfils handlers.flows.links.rechecks.Versions over `database`."""

    def __init__(self, database: DatabaseFile) -> None:
        self.reading = database.reading
        self.writing = database.writing

    def due(self, now: datetime, hours: Sequence[float], most: int) -> tuple[DueRecheck, ...]:
        if not hours:
            return ()
        moments = [(now - timedelta(hours=hour)).isoformat() for hour in hours]
        oldest = (now - timedelta(hours=max(hours)) - MADE_UP_FOR).isoformat()
        query = DUE.format(passed=" + ".join("(at <= ?)" for _ in hours))
        with self.reading() as db:
            rows = list(db.query(query, [*moments, max(moments), oldest, most]))
        return tuple(DueRecheck(row["id"], row["number"]) for row in rows)

    def begin_check(self, brief_id: str, number: int) -> None:
        with self.writing() as db:
            db.table("briefs").update(brief_id, {"checks": number})

    def version_of(self, brief_id: str) -> Version:
        with self.reading() as db:
            rows = list(db.table("briefs").rows_where("id = ?", [brief_id], select="etag, last_modified"))
        return Version(**rows[0]) if rows else Version()

    def read_at(self, brief_id: str) -> datetime | None:
        query = (
            "select coalesce((select max(until) from versions where brief = b.id), b.at) as at from briefs b"
        )
        with self.reading() as db:
            rows = list(db.query(f"{query} where b.id = ?", [brief_id]))
        return datetime.fromisoformat(rows[0]["at"]) if rows else None

    def replace(self, brief_id: str, reading_id: str, brief: Brief, version: Version, at: datetime) -> None:
        with self.writing() as db:
            if db.table("versions").count_where("id = ?", [reading_id]):
                return
            old = db.table("briefs").get(brief_id)
            kept = {"id": reading_id, "brief": brief_id, "until": at.isoformat(), "told": old["brief"]}
            db.table("versions").insert(kept)
            db.table("briefs").update(brief_id, told_row(brief, version))
            keep_lines(db, brief_id, brief)

    def name_version(self, brief_id: str, version: Version) -> None:
        with self.writing() as db:
            changed = {"etag": version.etag, "last_modified": version.last_modified}
            db.table("briefs").update(brief_id, changed)

    def earlier(self, brief_id: str) -> tuple[Brief, ...]:
        """What the page's earlier versions told, the oldest first."""
        with self.reading() as db:
            rows = db.table("versions").rows_where("brief = ?", [brief_id], order_by="until, id")
            return tuple(brief_from_shape(json.loads(row["told"])) for row in rows)

    def mark_gone(self, brief_id: str, reading_id: str) -> bool:
        with self.writing() as db:
            found = db.table("briefs").get(brief_id)["gone"]
            if found is None:
                db.table("briefs").update(brief_id, {"gone": reading_id})
        return found in {None, reading_id}
