"""The report of who was quoted, over nutgraf.db."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from bot.database import DatabaseFile
from bot.sqlite_tables import Database
from handlers.domain.report import QuotedReport, Voice

Row = dict[str, Any]

DAYS = 7
# A statement's day is that of its article, else the day on which it was filed; the operator sees all but private briefs.
LINES = """
with lines as (
    select s.*, coalesce(o.id, p.id) as who, coalesce(o.name, p.name, s.source) as name, coalesce(o.role, p.role) as title,
        a.outlet as carrier, a.canonical_url as page, date(coalesce(a.published, b.at)) as day
    from statements s
    join briefs b on b.id = s.brief
    left join articles a on a.id = s.article
    left join people p on p.id = s.person
    left join people o on o.id = p.same_as
    where b.audience != 'private' and (:channel is null or b.channel = :channel) and (:team is null or b.team = :team)
)
"""
VOICES = f"""{LINES}
select name, title, count(distinct text) as statements, group_concat(distinct carrier) as outlets,
    coalesce(who, name) in (select coalesce(who, name) from lines where day < :first) as known
from lines where day between :first and :last and named in ('name and role', 'name alone', 'body')
group by coalesce(who, name) order by statements desc, name
"""  # noqa: S608  # our own words
NAMED = f"""{LINES}
select named, count(distinct coalesce(source, '') || text) as statements from lines
where day between :first and :last and named is not null group by named
"""  # noqa: S608  # our own words
ARTICLES = f"{LINES} select count(distinct page) as articles from lines where day between :first and :last"  # noqa: S608  # ours
BEFORE = f"{LINES} select exists (select 1 from lines where day < :first) as there"  # noqa: S608  # our own words


class QuotedWeeks:
    """Fulfils handlers.domain.report.QuotedWeeks over `database`."""

    def __init__(self, database: DatabaseFile) -> None:
        self.database = database

    def quoted(self, team: str, channel: str, last: date) -> QuotedReport:
        return quoted_in_week(self.database, last, channel, team)


def quoted_in_week(
    database: DatabaseFile, last: date, channel: str | None = None, team: str | None = None
) -> QuotedReport:
    """Who was quoted in the seven days that end with `last`."""
    first = last - timedelta(days=DAYS - 1)
    bounds = {"first": first.isoformat(), "last": last.isoformat(), "channel": channel, "team": team}
    with database.reading() as db:
        rows = list(db.query(VOICES, bounds))
        return QuotedReport(
            first=first,
            last=last,
            articles=one(db, ARTICLES, bounds)["articles"],
            voices=tuple(map(voice_of, rows)),
            named={row["named"]: row["statements"] for row in db.query(NAMED, bounds)},
            fresh=tuple(voice_of(row) for row in rows if not row["known"])
            if one(db, BEFORE, bounds)["there"]
            else None,
        )


def one(db: Database, query: str, bounds: Row) -> Row:
    """The only row."""
    return next(iter(db.query(query, bounds)))


def voice_of(row: Row) -> Voice:
    outlets = tuple(sorted((row["outlets"] or "").split(","))) if row["outlets"] else ()
    return Voice(row["name"], row["title"], row["statements"], outlets)
