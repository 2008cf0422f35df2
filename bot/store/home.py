"""The briefs that somebody sees on their Home tab."""

from __future__ import annotations

import json
from datetime import datetime

from bot.database import DatabaseFile
from bot.store.lookups import VISIBLE
from handlers.domain.viewers import Viewer

SEEN = f"select b.id from briefs b where {VISIBLE} and b.at >= :since order by b.at desc, b.id limit :most"  # noqa: S608  # ours


class SeenBriefs:
    """Fulfils handlers.flows.archive.home.Seen over nutgraf.db."""

    def __init__(self, database: DatabaseFile) -> None:
        self.database = database

    def seen_since(self, viewer: Viewer, since: datetime, most: int) -> tuple[str, ...]:
        bound = {
            "operator": 0,
            "team": viewer.team,
            "user": viewer.user,
            "channels": json.dumps(sorted(viewer.channels)),
            "since": since.isoformat(),
            "most": most,
        }
        with self.database.reading() as db:
            newest = [row["id"] for row in db.query(SEEN, bound)]
        return tuple(reversed(newest))
