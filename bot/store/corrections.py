"""Who corrected which statement's source. The brief and the search hold the corrected name, this the original one."""

from __future__ import annotations

import json
from datetime import datetime

from bot.database import DatabaseFile
from bot.sqlite_tables import Database
from bot.store.archive import keep_lines
from bot.store.correction_rows import Row, correction_row, credit_in, standing_corrections
from handlers.domain.corrected import Correction, bullet_of, with_source
from handlers.render.shapes import brief_from_shape, brief_shape
from summarizer.model import Brief, Credit


class CorrectionStore:
    """Fulfils handlers.flows.brief.fixing.Corrections over `database`."""

    def __init__(self, database: DatabaseFile) -> None:
        self.writing = database.writing

    def correct(self, correction: Correction) -> bool:
        with self.writing() as db:
            if db.table("corrections").count_where("id = ?", [correction.id]):
                return True
            brief = brief_in(db, correction.brief_id)
            bullet = bullet_of(brief, correction.line)
            if bullet is None:
                return False
            was = take_back_standing(db, correction, bullet.source)
            db.table("corrections").insert(correction_row(correction, was))
            rewrite(db, correction.brief_id, with_source(brief, correction.line, correction.source))
        return True

    def undo(self, correction_id: str, user: str, at: datetime) -> None:
        with self.writing() as db:
            where = "id = ? and undone_at is null"
            for row in list(db.table("corrections").rows_where(where, [correction_id])):
                mark_undone(db, row, user, at)
                brief = brief_in(db, row["brief"])
                rewrite(db, row["brief"], with_source(brief, row["line"], credit_in(row["was"])))


def take_back_standing(db: Database, correction: Correction, source: Credit | None) -> Credit | None:
    """End an earlier correction of the same statement; what its reading said is what it was."""
    for standing in standing_corrections(db, correction.brief_id):
        if standing.line == correction.line:
            mark_undone(db, {"id": standing.id}, correction.user, correction.at)
            return standing.was
    return source


def mark_undone(db: Database, row: Row, user: str, at: datetime) -> None:
    db.table("corrections").update(row["id"], {"undone_by": user, "undone_at": at.isoformat()})


def brief_in(db: Database, brief_id: str) -> Brief:
    """The brief as it stands."""
    return brief_from_shape(json.loads(db.table("briefs").get(brief_id)["brief"]))


def rewrite(db: Database, brief_id: str, brief: Brief) -> None:
    """Put other sources into a brief and its lines."""
    db.table("briefs").update(brief_id, {"brief": json.dumps(brief_shape(brief), ensure_ascii=False)})
    keep_lines(db, brief_id, brief)
