"""What people decided about stories, and what each digest was settled to tell."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.database import DatabaseFile
from handlers.domain.decisions import Decision
from handlers.domain.told import KeptDigest, ToldDigest
from summarizer.stories import Ruling

Row = dict[str, Any]

STANDING = """
select r.one, r.two, r.together from story_rulings r join story_decisions d on d.id = r.decision
where d.team = :team and d.at >= :since and d.undone_at is null
order by d.at, d.id, r.number
"""


class DecisionStore:
    """Fulfils handlers.domain.decisions.Decisions and handlers.flows.digest.digests.KeptDigests over `database`."""

    def __init__(self, database: DatabaseFile) -> None:
        self.reading = database.reading
        self.writing = database.writing

    def decide(self, decision: Decision, rulings: Sequence[Ruling]) -> None:
        with self.writing() as db:
            if db.table("story_decisions").count_where("id = ?", [decision.id]):
                return
            db.table("story_decisions").insert(row_of(decision))
            db.table("story_rulings").insert_all(
                {
                    "decision": decision.id,
                    "number": number,
                    "one": ruling.one,
                    "two": ruling.two,
                    "together": int(ruling.together),
                }
                for number, ruling in enumerate(rulings)
            )

    def decision(self, decision_id: str) -> Decision | None:
        with self.reading() as db:
            rows = list(db.table("story_decisions").rows_where("id = ?", [decision_id]))
        return decision_of(rows[0]) if rows else None

    def undo(self, decision_id: str, user: str, at: datetime) -> None:
        with self.writing() as db:
            if db.table("story_decisions").get(decision_id)["undone_at"] is None:
                db.table("story_decisions").update(
                    decision_id, {"undone_by": user, "undone_at": at.isoformat()}
                )

    def standing(self, team: str, since: datetime) -> tuple[Ruling, ...]:
        with self.reading() as db:
            rows = list(db.query(STANDING, {"team": team, "since": since.isoformat()}))
        return tuple(Ruling(row["one"], row["two"], bool(row["together"])) for row in rows)

    def begin_digest(self, digest_id: str, team: str, channel: str, told: ToldDigest) -> None:
        row = {"id": digest_id, "team": team, "channel": channel, "told": json.dumps(told.to_json())}
        with self.writing() as db:
            db.table("digests").insert(row, pk="id", ignore=True)

    def keep_digest(self, digest_id: str, team: str, channel: str, told: ToldDigest) -> None:
        row = {"id": digest_id, "team": team, "channel": channel, "told": json.dumps(told.to_json())}
        with self.writing() as db:
            db.table("digests").upsert(row, pk="id")

    def digest(self, digest_id: str) -> KeptDigest | None:
        with self.reading() as db:
            rows = list(db.table("digests").rows_where("id = ?", [digest_id]))
        if not rows:
            return None
        team, channel, told = (rows[0][name] for name in ("team", "channel", "told"))
        return KeptDigest(team, channel, ToldDigest.from_json(json.loads(told)))


def row_of(decision: Decision) -> Row:
    """A decision as its row, not undone."""
    return {
        "id": decision.id,
        "team": decision.team,
        "digest": decision.digest,
        "user": decision.user,
        "at": decision.at.isoformat(),
        "act": decision.act,
        "one": decision.one,
        "other": decision.other,
    }


def decision_of(row: Row) -> Decision:
    """The decision of a row."""
    return Decision(
        id=row["id"],
        team=row["team"],
        digest=row["digest"],
        user=row["user"],
        at=datetime.fromisoformat(row["at"]),
        act=row["act"],
        one=row["one"],
        other=row["other"],
        undone_by=row["undone_by"],
    )
