"""Everyone's own digest: who wants one when, and which briefs they were told."""

from __future__ import annotations

import json
from datetime import date, datetime, time
from typing import Any

from bot.database import DatabaseFile
from bot.store.archive import OLDEST_UNTOLD, filed_brief
from handlers.domain.due import DigestSetting
from handlers.domain.viewers import Viewer
from handlers.ports import FiledBrief

Row = dict[str, Any]

SEEN = """
team = :team and audience != 'private'
and (channel in (select value from json_each(:channels)) or (user = :user and channel like 'D%'))
"""
TOLD = "id in (select brief from personal_told where team = :team and user = :user)"
UNTOLD = f"{SEEN} and at <= :until and at > :since and not {TOLD}"
TOLD_SINCE = f"{SEEN} and at >= :since and {TOLD}"
CLAIMED = """
select b.* from briefs b join personal_told t on t.brief = b.id
where t.digest = :digest and b.audience != 'private' order by b.at, b.id
"""


class PersonalStore:
    """Fulfils handlers.flows.digest.personal_digests.PersonalDigests over `database`."""

    def __init__(self, database: DatabaseFile) -> None:
        self.reading = database.reading
        self.writing = database.writing

    def settings(self) -> tuple[DigestSetting, ...]:
        with self.reading() as db:
            return tuple(map(setting_of, db.table("personal_digests").rows_where("digest_on = 1")))

    def setting(self, team: str, user: str) -> DigestSetting | None:
        with self.reading() as db:
            rows = list(db.table("personal_digests").rows_where("team = ? and user = ?", [team, user]))
        return setting_of(rows[0]) if rows else None

    def set(self, setting: DigestSetting) -> None:
        row = {
            "team": setting.team,
            "user": setting.channel,
            "digest_at": setting.at.strftime("%H:%M"),
            "zone": setting.zone,
            "days": "".join(map(str, sorted(setting.days))),
            "digest_on": int(setting.on),
            "since": setting.since.isoformat() if setting.since else None,
        }
        with self.writing() as db:
            db.table("personal_digests").upsert(row, pk=("team", "user"))

    def claim(self, digest_id: str, who: Viewer, until: datetime, since: datetime) -> tuple[FiledBrief, ...]:
        oldest = max(since, until - OLDEST_UNTOLD)
        bounds = seen_by(who) | {"until": until.isoformat(), "since": oldest.isoformat()}
        with self.writing() as db:
            claimed = list(db.query(CLAIMED, {"digest": digest_id}))
            if not claimed:
                claimed = list(db.table("briefs").rows_where(UNTOLD, bounds, order_by="at, id"))
                told = {"team": who.team, "user": who.user, "digest": digest_id}
                db.table("personal_told").insert_all({**told, "brief": row["id"]} for row in claimed)
        return tuple(map(filed_brief, claimed))

    def told_since(self, who: Viewer, since: datetime) -> tuple[FiledBrief, ...]:
        with self.reading() as db:
            bounds = seen_by(who) | {"since": since.isoformat()}
            return tuple(
                map(filed_brief, db.table("briefs").rows_where(TOLD_SINCE, bounds, order_by="at, id"))
            )

    def last_digest(self, team: str, user: str, before: date) -> date | None:
        prefix = f"my-digest:{team}:{user}:"
        query = "select max(digest) as last from personal_told where team = ? and user = ? and digest < ?"
        with self.reading() as db:
            last = next(iter(db.query(query, [team, user, f"{prefix}{before.isoformat()}"])))["last"]
        return date.fromisoformat(last.removeprefix(prefix)) if last else None


def seen_by(who: Viewer) -> Row:
    """What SEEN asks for."""
    return {"team": who.team, "user": who.user, "channels": json.dumps(sorted(who.channels))}


def setting_of(row: Row) -> DigestSetting:
    """A person's setting; `channel` is the person."""
    return DigestSetting(
        team=row["team"],
        channel=row["user"],
        at=time.fromisoformat(row["digest_at"]),
        zone=row["zone"],
        days=frozenset(map(int, row["days"])),
        on=bool(row["digest_on"]),
        since=datetime.fromisoformat(row["since"]) if row["since"] else None,
    )
