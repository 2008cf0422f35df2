"""Who is quoted, as rows: one person's statements are joined across articles only where it is sure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from bot.sqlite_tables import Database
from summarizer.text.lexicon import words_of
from summarizer.text.names import GIVEN_TO, NOT_PERSONS
from summarizer.text.pronouns import names_nobody

Named = Literal["name and role", "name alone", "body", "description", "nobody"]
OF_PEOPLE: tuple[Named, ...] = ("name and role", "name alone")
DETERMINERS = words_of("determiners") | words_of("some")

FULL_NAME = 2  # words; a surname with an office may be anybody's of that office, and is joined with none


def credit_people(db: Database, brief_id: str) -> None:
    """Say of each statement of a brief how its source is named, and who it is. In one brief a name is one person's.

    Across briefs it is one where the full name and the role agree; else they stay apart until somebody sets `same_as`.
    """
    db.execute("update statements set named = 'nobody' where brief = ? and source is null", [brief_id])
    query = "select source, max(role) as role from statements where brief = ? and source is not null group by source"
    for row in list(db.query(query, [brief_id])):
        name, role = row["source"], row["role"]
        named = how_named(name, role)
        person = (joined(db, name, role) or added(db, name, role)) if named in OF_PEOPLE else None
        where = {"brief": brief_id, "source": name, "named": named, "person": person}
        db.execute(
            "update statements set named = :named, person = :person where brief = :brief and source = :source",
            where,
        )


def how_named(name: str, role: str | None) -> Named:
    """How a source is named. A description is one without a proper name: "another survivor", "an inspection report"."""
    words = name.split()
    is_described = (
        names_nobody(name)
        or words[0].casefold() in DETERMINERS
        or (len(words) > 1 and words[1:] == name.lower().split()[1:])
    )
    if is_described:
        return "description"
    if role is not None:
        return "name and role"
    return "name alone" if is_persons(words) else "body"


def is_persons(words: Sequence[str]) -> bool:
    """Whether a name is a person's: it begins with a given name, and no word of it is a body's."""
    lowered = [word.strip(".,").casefold() for word in words]
    return len(words) >= FULL_NAME and lowered[0] in GIVEN_TO and not NOT_PERSONS & set(lowered)


def joined(db: Database, name: str, role: str | None) -> int | None:
    """The person with this full name and role, if there is one."""
    if role is None or len(name.split()) < FULL_NAME:
        return None
    query = (
        "select id from people where name = ? collate nocase and role = ? collate nocase order by id limit 1"
    )
    return next((row["id"] for row in db.query(query, [name, role])), None)


def added(db: Database, name: str, role: str | None) -> int:
    """A new person."""
    db.execute("insert into people (name, role) values (?, ?)", [name, role])
    return int(db.conn.execute("select last_insert_rowid()").fetchone()[0])


def forget_the_unquoted(db: Database) -> int:
    """Delete the people whom no statement names any more; how many there were. Whom others are set to be stays."""
    gone = """
        delete from people where not exists (select 1 from statements s where s.person = people.id)
        and not exists (
            select 1 from people o join statements s on s.person = o.id where o.same_as = people.id
        )
    """
    db.execute(
        "update people set same_as = null where same_as not in (select person from statements where person is not null)"
    )
    return db.execute(gone).rowcount
