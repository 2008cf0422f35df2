"""The archive of briefs, what was posted of them, and each channel's digest."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.database import DatabaseFile
from bot.database_people import credit_people
from bot.database_stories import place_in_story
from bot.sqlite_tables import Database
from bot.store.correction_rows import standing_corrections
from bot.store.lines import addresses_of, article_rows, figure_rows, statement_rows
from handlers.domain.due import EVERY_DAY, DigestSetting
from handlers.ports import FiledBrief, Filing, Place, PostRecord, Version
from handlers.render.shapes import brief_from_shape, brief_shape
from summarizer.model import Brief

OLDEST_UNTOLD = timedelta(days=7)  # a digest that was off for a month does not tell the month

UNNAMED = Version()
AWAKE = """
select c.* from channels c
where not exists (select 1 from resting r where r.team = c.team and r.channel = c.channel)
"""

Row = dict[str, Any]


class Store:
    """The briefs, what was posted, and the digests. Fulfils handlers.ports.Archive over `database`.

    `default_at` and `default_zone` serve channels that set no digest time of their own.
    """

    def __init__(self, database: DatabaseFile, *, default_at: time, default_zone: str) -> None:
        self.reading = database.reading
        self.writing = database.writing
        self.default_at = default_at
        self.default_zone = default_zone

    # --- briefs ---

    def file(self, filing: Filing, brief: Brief, keys: Sequence[str], version: Version = UNNAMED) -> str:
        with self.writing() as db:
            holder = holder_of(db, filing.team, filing.channel, keys[:1])
            is_channels = filing.audience in ("channel", "gathered")
            if holder and is_channels:
                return holder
            db.table("channels").insert({"team": filing.team, "channel": filing.channel}, ignore=True)
            if not db.table("briefs").count_where("id = ?", [filing.brief_id]):
                keep(db, filing, brief, version)
            if is_channels:
                place = {"team": filing.team, "channel": filing.channel, "brief": filing.brief_id}
                db.table("channel_articles").insert_all(({**place, "key": key} for key in keys), ignore=True)
        return filing.brief_id

    def find(self, team: str, channel: str, keys: Sequence[str]) -> FiledBrief | None:
        with self.reading() as db:
            holder = holder_of(db, team, channel, keys)
        return self.load(holder) if holder else None

    def load(self, brief_id: str) -> FiledBrief | None:
        with self.reading() as db:
            rows = list(db.table("briefs").rows_where("id = ?", [brief_id]))
            corrections = tuple(standing_corrections(db, brief_id))
        return replace(filed_brief(rows[0]), corrections=corrections) if rows else None

    def withdraw(self, brief_id: str) -> None:
        with self.writing() as db:
            db.table("channel_articles").delete_where("brief = ?", [brief_id])
            db.table("briefs").update(brief_id, {"audience": "private"})

    # --- what was posted ---

    def begin_post(self, key: str, place: Place, at: datetime) -> PostRecord:
        with self.writing() as db:
            rows = list(db.table("posts").rows_where("key = ?", [key]))
            began = rows[0]["began"] if rows else None
            if began is None:
                row = {"key": key, "channel": place.channel, "thread": place.thread, "began": at.isoformat()}
                db.table("posts").upsert(row | {"refused": None}, pk="key")
        ts = rows[0]["ts"] if rows else None
        return PostRecord(ts, datetime.fromisoformat(began) if began else None)

    def end_post(self, key: str, ts: str | None) -> None:
        with self.writing() as db:
            changed = {"ts": ts} if ts else {"began": None}
            db.table("posts").update(key, changed)

    def refuse_post(self, key: str, code: str) -> None:
        with self.writing() as db:
            db.table("posts").update(key, {"began": None, "refused": code})

    def is_refused(self, key: str) -> bool:
        with self.reading() as db:
            return db.table("posts").count_where("key = ? and refused is not null", [key]) > 0

    def post_again(self, brief_id: str, asked: Filing) -> bool:
        with self.writing() as db:
            rows = list(db.table("posts").rows_where("key = ?", [brief_id], select="refused, again"))
            if not rows or not rows[0]["refused"]:
                return bool(rows) and rows[0]["again"] == asked.brief_id
            db.table("posts").update(brief_id, {"refused": None, "again": asked.brief_id})
            now = {"user": asked.user, "ts": asked.ts, "at": asked.at.isoformat(), "audience": "channel"}
            db.table("briefs").update(brief_id, now)
        return True

    def posted(self, key: str) -> str | None:
        with self.reading() as db:
            rows = list(db.table("posts").rows_where("key = ?", [key], select="ts"))
        return rows[0]["ts"] if rows else None

    def thread_of(self, key: str) -> str | None:
        with self.reading() as db:
            rows = list(db.table("posts").rows_where("key = ?", [key], select="thread"))
        return rows[0]["thread"] if rows else None

    # --- digests ---

    def digest_settings(self) -> tuple[DigestSetting, ...]:
        with self.reading() as db:
            return tuple(self.setting_of(row) for row in db.query(AWAKE))

    def digest_setting(self, team: str, channel: str) -> DigestSetting:
        with self.reading() as db:
            rows = list(db.table("channels").rows_where("team = ? and channel = ?", [team, channel]))
        return self.setting_of(rows[0] if rows else {"team": team, "channel": channel})

    def set_digest(self, setting: DigestSetting) -> None:
        row = {
            "team": setting.team,
            "channel": setting.channel,
            "digest_at": setting.at.strftime("%H:%M"),
            "zone": setting.zone,
            "days": "".join(map(str, sorted(setting.days))),
            "digest_on": int(setting.on),
            "since": setting.since.isoformat() if setting.since else None,
            "says_empty": int(setting.says_empty),
            "weekly": int(setting.weekly),
        }
        with self.writing() as db:
            db.table("channels").upsert(row, pk=("team", "channel"))

    def setting_of(self, row: Row) -> DigestSetting:
        """A channel's setting; what it does not set is the default."""
        at, days, on, since = (row.get(name) for name in ("digest_at", "days", "digest_on", "since"))
        return DigestSetting(
            team=row["team"],
            channel=row["channel"],
            at=time.fromisoformat(at) if at else self.default_at,
            zone=row.get("zone") or self.default_zone,
            days=frozenset(map(int, days)) if days else EVERY_DAY,
            on=on is None or bool(on),
            since=datetime.fromisoformat(since) if since else None,
            says_empty=bool(row.get("says_empty")),
            weekly=bool(row.get("weekly")),
        )

    def undigested(self, team: str, channel: str, until: datetime) -> tuple[FiledBrief, ...]:
        with self.reading() as db:
            return tuple(map(filed_brief, untold(db, team, channel, until)))

    def claim_for_digest(
        self, digest_id: str, team: str, channel: str, until: datetime
    ) -> tuple[FiledBrief, ...]:
        with self.writing() as db:
            claimed = list(db.table("briefs").rows_where("digest = ?", [digest_id], order_by="at, id"))
            if not claimed:
                claimed = untold(db, team, channel, until)
                for row in claimed:
                    db.table("briefs").update(row["id"], {"digest": digest_id})
        return tuple(map(filed_brief, claimed))

    def release_digest(self, digest_id: str) -> None:
        with self.writing() as db:
            db.execute("update briefs set digest = null where digest = ?", [digest_id])

    def refused_digest(self, team: str, channel: str) -> tuple[date, str] | None:
        prefix = f"digest:{team}:{channel}:"
        query = "select key, refused from posts where key glob ? order by key desc limit 1"
        with self.reading() as db:
            last = next(iter(db.query(query, [f"{prefix}????-??-??/0"])), None)
        if last is None or not last["refused"]:
            return None
        return date.fromisoformat(last["key"].removeprefix(prefix).partition("/")[0]), last["refused"]

    def told_since(self, team: str, channel: str, since: datetime) -> tuple[FiledBrief, ...]:
        where = "team = ? and channel = ? and digest is not null and at >= ?"
        with self.reading() as db:
            rows = db.table("briefs").rows_where(where, [team, channel, since.isoformat()], order_by="at, id")
            return tuple(map(filed_brief, rows))

    def last_digest(self, team: str, channel: str) -> date | None:
        prefix = f"digest:{team}:{channel}:"
        query = "select max(digest) as last from briefs where team = ? and channel = ? and digest is not null"
        with self.reading() as db:
            last = next(iter(db.query(query, [team, channel])))["last"]
        return date.fromisoformat(last.removeprefix(prefix)) if last else None

    def digest_before(self, team: str, channel: str, day: date) -> date | None:
        prefix = f"digest:{team}:{channel}:"
        query = "select max(key) as last from posts where key > ? and key < ? and ts is not null"
        with self.reading() as db:
            last = next(iter(db.query(query, [prefix, f"{prefix}{day.isoformat()}"])))["last"]
        return date.fromisoformat(last.removeprefix(prefix).partition("/")[0]) if last else None

    def briefs_of(
        self, since: datetime, until: datetime, channel: str | None = None
    ) -> tuple[FiledBrief, ...]:
        """Briefs filed from `since` to before `until`, in order; private ones left out."""
        where = "audience != 'private' and at >= :since and at < :until and (:channel is null or channel = :channel)"
        bounds = {"since": since.isoformat(), "until": until.isoformat(), "channel": channel}
        with self.reading() as db:
            return tuple(map(filed_brief, db.table("briefs").rows_where(where, bounds, order_by="at, id")))


def holder_of(db: Database, team: str, channel: str, keys: Sequence[str]) -> str | None:
    """The id of the brief that holds an article in a channel."""
    marks = ", ".join("?" * len(keys))
    where = f"team = ? and channel = ? and key in ({marks})"
    rows = list(db.table("channel_articles").rows_where(where, [team, channel, *keys], select="brief"))
    return str(rows[0]["brief"]) if rows else None


def keep(db: Database, filing: Filing, brief: Brief, version: Version) -> None:
    """Write a brief with its lines."""
    write_brief(db, filing, brief, version)
    keep_lines(db, filing.brief_id, brief)


def write_brief(db: Database, filing: Filing, brief: Brief, version: Version) -> None:
    """The brief alone."""
    row = {
        "id": filing.brief_id,
        "team": filing.team,
        "channel": filing.channel,
        "user": filing.user,
        "ts": filing.ts,
        "audience": filing.audience,
        "at": filing.at.isoformat(),
    }
    db.table("briefs").insert(row | told_row(brief, version))


def told_row(brief: Brief, version: Version) -> Row:
    """The columns of a brief that go with one reading of its page."""
    article = brief.article
    return {
        "url": article.url,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else None,
        "brief": json.dumps(brief_shape(brief), ensure_ascii=False),
        "etag": version.etag,
        "last_modified": version.last_modified,
    }


def keep_lines(db: Database, brief_id: str, brief: Brief) -> None:
    """Write a brief's articles and lines, in the place of earlier ones, with the people and the story they belong to."""
    write_lines(db, brief_id, brief)
    credit_people(db, brief_id)
    place_in_story(db, brief_id)


def write_lines(db: Database, brief_id: str, brief: Brief) -> None:
    """The articles and lines alone."""
    for lines in ("statements", "figures", "articles"):
        db.table(lines).delete_where("brief = ?", [brief_id])
    db.table("articles").insert_all(article_rows(brief_id, brief))
    stored = list(db.query("select id, outlet from articles where brief = ? order by id", [brief_id]))
    places = {
        address: row
        for article, row in zip(brief.articles, stored, strict=True)
        for address in addresses_of(article)
    }
    db.table("statements").insert_all(statement_rows(brief_id, brief, places))
    db.table("figures").insert_all(figure_rows(brief_id, brief, places))


def untold(db: Database, team: str, channel: str, until: datetime) -> list[Row]:
    """Rows of the briefs that no daily digest has told yet."""
    where = "team = ? and channel = ? and digest is null and audience != 'private' and at <= ? and at > ?"
    bounds = [team, channel, until.isoformat(), (until - OLDEST_UNTOLD).isoformat()]
    return list(db.table("briefs").rows_where(where, bounds, order_by="at, id"))


def filed_brief(row: Row) -> FiledBrief:
    """A row of briefs as the desk knows it."""
    filing = Filing(
        brief_id=row["id"],
        team=row["team"],
        channel=row["channel"],
        user=row["user"],
        ts=row["ts"],
        audience=row["audience"],
        at=datetime.fromisoformat(row["at"]),
    )
    return FiledBrief(filing, brief_from_shape(json.loads(row["brief"])))
