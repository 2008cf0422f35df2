"""What people thought of briefs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.database import DatabaseFile

NEWEST = (
    "select f.*, b.channel, b.title, b.url from feedback f join briefs b on b.id = f.brief"
    " order by f.at desc, f.brief, f.user limit ?"
)


@dataclass(frozen=True, slots=True)
class NotUseful:
    """Somebody who found a brief not useful, with the reason that they gave, if any."""

    brief_id: str
    title: str | None
    url: str
    channel: str
    user: str
    at: datetime
    reason: str | None


class FeedbackStore:
    """Fulfils handlers.flows.brief.feedback.Feedback over `database`."""

    def __init__(self, database: DatabaseFile) -> None:
        self.reading = database.reading
        self.writing = database.writing

    def newest(self, most: int) -> Sequence[NotUseful]:
        """What people said, the newest first."""
        with self.reading() as db:
            rows = list(db.query(NEWEST, [most]))
        return [
            NotUseful(
                brief_id=row["brief"],
                title=row["title"],
                url=row["url"],
                channel=row["channel"],
                user=row["user"],
                at=datetime.fromisoformat(row["at"]),
                reason=row["reason"],
            )
            for row in rows
        ]

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
