"""What people thought of briefs."""

from __future__ import annotations

from datetime import datetime

from bot.database import DatabaseFile


class Feedback:
    """Fulfils handlers.flows.brief.feedback.Feedback over `database`."""

    def __init__(self, database: DatabaseFile) -> None:
        self.writing = database.writing

    def keep(self, brief_id: str, user: str, at: datetime) -> bool:
        with self.writing() as db:
            known = db.table("feedback").count_where("brief = ? and user = ?", [brief_id, user])
            if not known:
                db.table("feedback").insert({"brief": brief_id, "user": user, "at": at.isoformat()})
        return not known

    def explain(self, brief_id: str, user: str, reason: str, at: datetime) -> None:
        row = {"brief": brief_id, "user": user, "at": at.isoformat(), "reason": reason}
        with self.writing() as db:
            db.table("feedback").upsert(row, pk=("brief", "user"))

    def take_back(self, brief_id: str, user: str) -> None:
        with self.writing() as db:
            db.table("feedback").delete_where("brief = ? and user = ?", [brief_id, user])
