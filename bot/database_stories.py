"""Which articles of the archive are about the same event: settled when they are filed, among those of the week before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from bot.folding import folded
from bot.sqlite_tables import Database
from summarizer.stories import StoryBook
from summarizer.text.words import words

Row = dict[str, Any]

NEARBY = timedelta(days=7)  # before which an article is of no story of today
MOST_NEARBY = 12  # articles compared with a new one: 16 ms
MOST_PLACED = 2_000  # articles of an older archive that get a story, ten seconds; those before them have none
MOST_TERMS, OPENING = (
    16,
    600,
)  # what they are found by: the longest words of the headline and of so many characters

ARTICLES = """
select a.id, a.brief, a.story, a.title, a.text, a.canonical_url, coalesce(a.published_as_written, b.at) as at
from articles a join briefs b on b.id = a.brief
"""


def place_in_story(db: Database, brief_id: str) -> None:
    """Give a brief's articles their story: that of the articles nearest to them, or a new one."""
    own = list(db.query(f"{ARTICLES} where a.brief = ? order by a.id", [brief_id]))
    if not own:
        return
    near = list(nearby(db, brief_id, own[0]))
    book = StoryBook()
    for row in (*near, own[0]):
        add(book, row)
    same = Counter(
        row["story"]
        for row in near
        if row["story"] and book.story_of(str(row["id"])) == book.story_of(str(own[0]["id"]))
    )
    story = same.most_common(1)[0][0] if same else new_story(db)
    db.execute("update articles set story = ? where brief = ?", [story, brief_id])
    tell_stories(db, story)


def nearby(db: Database, brief_id: str, row: Row) -> Iterator[Row]:
    """The articles of the same workspace and the week before that share most of the longest words."""
    opening = folded(f"{row['title'] or ''} {row['text'][:OPENING]}")
    terms = sorted(set(words(opening)), key=lambda word: (-len(word), word))[:MOST_TERMS]
    match = " OR ".join(f'"{term}"' for term in terms)
    if not match:
        return iter(())
    bounds = {"brief": brief_id, "match": match, "most": MOST_NEARBY, "days": f"-{NEARBY.days} days"}
    query = f"""
        with this as (select team, at from briefs where id = :brief),
        first as (
            select min(a.id) as id from articles a join briefs b on b.id = a.brief, this
            where b.team = this.team and b.at > strftime('%Y-%m-%dT%H:%M:%S', this.at, :days)
        )
        {ARTICLES} join articles_fts f on f.rowid = a.id, this, first
        where articles_fts match :match and f.rowid >= first.id and b.team = this.team and b.id != :brief
        order by f.rank limit :most
    """  # noqa: S608  # our own tables
    return iter(sorted(db.query(query, bounds), key=lambda one: int(one["id"])))


def new_story(db: Database) -> int:
    """The id of a story without articles yet."""
    db.execute("insert into stories default values")
    return int(db.conn.execute("select last_insert_rowid()").fetchone()[0])


def place_all(db: Database) -> None:
    """Give the newest articles their story, each workspace's by themselves; for an archive that had none."""
    teams = [row["team"] for row in db.query("select distinct team from briefs")]
    for team in teams:
        book = StoryBook()
        newest = f"{ARTICLES} where b.team = ? order by b.at desc, a.id desc limit ?"
        own = list(db.query(newest, [team, MOST_PLACED]))[::-1]
        for row in own:
            add(book, row)
        stories: dict[str, int] = {}  # by the book's name for them
        of_brief: dict[str, str] = {}  # several articles of one brief are one story
        for row in own:
            told = of_brief.setdefault(row["brief"], book.story_of(str(row["id"])))
            if told not in stories:
                stories[told] = new_story(db)
            db.execute("update articles set story = ? where id = ?", [stories[told], row["id"]])
    tell_stories(db)


def add(book: StoryBook, row: Row) -> None:
    """One article."""
    book.add(
        str(row["id"]),
        row["text"],
        title=row["title"],
        published=datetime.fromisoformat(row["at"]),
        url=row["canonical_url"] or None,
    )


def tell_stories(db: Database, story: int | None = None) -> None:
    """Say of a story, or of each, what it is called and from when to when it goes; one without articles goes."""
    bounds = {"story": story}
    db.execute(
        "delete from stories where id not in (select story from articles where story is not null)"
        " and (:story is null or id = :story)",
        bounds,
    )
    newest = "from articles a join briefs b on b.id = a.brief where a.story = stories.id"
    at = "coalesce(a.published, strftime('%Y-%m-%dT%H:%M:%SZ', b.at))"
    db.execute(
        f"""
        update stories set
            headline = (select a.title {newest} order by {at} desc, a.id desc limit 1),
            first = (select min({at}) {newest}),
            last = (select max({at}) {newest}),
            articles = (select count(distinct a.canonical_url) {newest})
        where :story is null or id = :story
        """,  # noqa: S608  # our own tables
        bounds,
    )
