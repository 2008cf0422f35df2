"""Corrections as rows."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from bot.sqlite_tables import Database
from handlers.domain.corrected import Correction
from summarizer.model import Credit

Row = dict[str, Any]


def correction_row(correction: Correction, was: Credit | None) -> Row:
    return {
        "id": correction.id,
        "brief": correction.brief_id,
        "line": correction.line,
        "name": correction.source.name,
        "role": correction.source.role,
        "was": json.dumps([was.name, was.role], ensure_ascii=False) if was else None,
        "user": correction.user,
        "at": correction.at.isoformat(),
    }


def credit_in(written: str | None) -> Credit | None:
    """What a reading had said, as it is kept."""
    return Credit(*json.loads(written)) if written else None


def standing_corrections(db: Database, brief_id: str) -> Iterable[Correction]:
    """What people corrected in a brief and nobody took back, the oldest first."""
    where = "brief = ? and undone_at is null"
    for row in list(db.table("corrections").rows_where(where, [brief_id], order_by="at, id")):
        yield Correction(
            id=row["id"],
            brief_id=row["brief"],
            line=row["line"],
            source=Credit(row["name"], row["role"]),
            was=credit_in(row["was"]),
            user=row["user"],
            at=datetime.fromisoformat(row["at"]),
        )
