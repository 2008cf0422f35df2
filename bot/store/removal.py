"""Taking things out of nutgraf.db for good: what grew too old, and what somebody wants purged.

Tables are found by their columns and references, so that a table that comes later is covered the day it comes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.database import DatabaseFile
from bot.database_people import forget_the_unquoted
from bot.database_stories import tell_stories
from bot.sqlite_tables import Database

Row = dict[str, str]
PRIVATE = "(audience = 'private' or channel like 'D%')"  # briefs that one person alone has seen
OWN_TABLES = ("_sqlite_migrations", "sqlite_sequence")


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be purged: a workspace, one of its channels, or one of its people."""

    kind: Literal["workspace", "channel", "person"]
    team: str
    name: str = ""  # the channel's or the person's id

    @property
    def needle(self) -> str:
        """The id that must be nowhere afterwards."""
        return self.name or self.team


class Removal:
    """Counts and deletes. Every method is one transaction; deleted pages are overwritten."""

    def __init__(self, database: DatabaseFile) -> None:
        self.database = database

    def count(self, target: Target) -> Counter[str]:
        """How many rows of each table would be deleted or changed."""
        with self.database.reading() as db:
            db.execute("begin immediate")
            try:
                return remove(db, target)
            finally:
                db.conn.rollback()

    def purge(self, target: Target) -> Counter[str]:
        """Delete it, and leave no trace of it in the file."""
        with self.database.writing() as db:
            db.execute("pragma secure_delete = on")
            counted = remove(db, target)
        self.database.squeeze()
        return counted

    def purge_workspace(self, team: str) -> None:
        """Fulfils handlers.flows.channel.leaving.Purging."""
        self.purge(Target("workspace", team))

    def forget_before(self, moment: datetime) -> int:
        """Delete the briefs filed before `moment`, with all that hangs on them; how many there were."""
        with self.database.writing() as db:
            forgotten = delete(db, "briefs", "at < :before", {"before": moment.isoformat()})["briefs"]
            forget_the_unheld(db)
        return forgotten


def forget_the_unheld(db: Database) -> Counter[str]:
    """Delete people whom no statement names any more, and stories without articles; the others are told by what is left."""
    counted = Counter(people=forget_the_unquoted(db))
    tell_stories(db)
    return +counted


def remove(db: Database, target: Target) -> Counter[str]:
    """Delete what belongs to a target, and what nothing that is left refers to."""
    return removed(db, target) + forget_the_unheld(db)


def removed(db: Database, target: Target) -> Counter[str]:
    """Delete what belongs to a target."""
    if target.kind == "person":
        return remove_person(db, target)
    where, bounds = "team = :team", {"team": target.team}
    if target.kind == "channel":
        where, bounds = f"{where} and channel = :channel", bounds | {"channel": target.name}
    counted = posts_of(db, where, bounds)
    for table in tables_with(db, *("team", "channel") if target.kind == "channel" else ("team",)):
        counted += delete(db, table, where, bounds)
    return counted


def posts_of(db: Database, where: str, bounds: Row) -> Counter[str]:
    """What was posted is kept by channel, without its workspace: ids of channels are Slack's, one for all."""
    channels = f"select channel from briefs where {where} union select channel from channels where {where}"  # noqa: S608  # ours
    return delete(db, "posts", f"channel in ({channels})", bounds)


def remove_person(db: Database, target: Target) -> Counter[str]:
    """Briefs that the person alone has seen go; in what others have seen, the name of who shared it goes."""
    bounds = {"team": target.team, "user": target.name}
    counted = delete(db, "briefs", f"team = :team and user = :user and {PRIVATE}", bounds)
    for table in tables_with(db):
        columns = db.table(table).columns_dict
        keys = set(db.table(table).pks)
        for column in [name for name in ("user", "undone_by") if name in columns]:
            if column in keys:
                counted += delete(db, table, f"{column} = :user", bounds)
            else:
                changed = db.execute(f"update [{table}] set [{column}] = '' where [{column}] = :user", bounds)  # noqa: S608  # ours
                counted[table] += changed.rowcount
    return +counted


def delete(db: Database, table: str, where: str, bounds: Row) -> Counter[str]:
    """Delete rows and, before them, all that refers to them."""
    counted: Counter[str] = Counter()
    for child, column, key in references_to(db, table):
        rows = f"[{column}] in (select [{key}] from [{table}] where {where})"  # noqa: S608  # names of our own tables
        counted += delete(db, child, rows, bounds)
    counted[table] += db.execute(f"delete from [{table}] where {where}", bounds).rowcount  # noqa: S608  # ours
    return counted


def references_to(db: Database, table: str) -> Iterator[tuple[str, str, str]]:
    """Each table with a column that refers to `table`, and what of it."""
    for child in tables_with(db):
        for key in db.table(child).foreign_keys:
            if key.other_table == table and key.column and key.other_column:
                yield child, key.column, key.other_column


def tables_with(db: Database, *columns: str) -> tuple[str, ...]:
    """Our own tables that have these columns; full-text indexes follow them by themselves."""
    found = (name for name in db.table_names() if "_fts" not in name and name not in OWN_TABLES)
    return tuple(name for name in found if set(columns) <= set(db.table(name).columns_dict))
