"""Archives of older releases are brought up to date with all that they hold."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import time
from pathlib import Path

from bot.database import DatabaseFile
from bot.database_schema import migrations
from bot.store.archive import Store
from bot.store.lookups import StoredLookups
from tests.fakes.desk import brief_of

OLD_SCHEMA = Path(__file__).parent / "schema_3.sql"
URL = "https://courier.example/dam/b1"


def test_an_archive_of_schema_3_keeps_its_brief_lines_post_and_channel(tmp_path):
    """From a dump with one of each; its texts can be searched afterwards, and its tables are those of a new one."""
    old = tmp_path / "nutgraf.db"
    with closing(sqlite3.connect(old)) as connection:
        connection.executescript(OLD_SCHEMA.read_text())
    database = DatabaseFile(old, synced=False)
    database.migrate()
    store = Store(database, default_at=time(8), default_zone="UTC")
    filed = store.load("b1")
    brief = brief_of(URL)
    bullet = replace(
        brief.bullets[0], line="said: The dam will hold"
    )  # a brief of that time has no line of its own
    kept = replace(brief, bullets=(bullet,))
    assert (filed.filing.team, filed.filing.channel, filed.brief) == ("T1", "C1", kept)
    assert store.posted("b1") == "1.6"
    assert store.digest_setting("T1", "C1").at == time(7, 30)
    with database.reading() as db:
        assert next(iter(db.query("select count(*) as texts from articles_fts")))["texts"] == 1
        (article,), (story,), (person,) = (
            list(db.table(name).rows) for name in ("articles", "stories", "people")
        )
        assert (article["url"], article["outlet"], article["story"]) == (URL, "The Courier", story["id"])
        assert (story["headline"], story["articles"]) == (article["title"], 1)
        assert (person["name"], person["role"]) == ("Ada Rook", "engineer")
        (row,) = db.table("statements").rows
        assert (row["line"], row["shown"]) == (None, 1)
        assert (row["article"], row["outlet"], row["person"]) == (article["id"], "The Courier", person["id"])
    fresh = DatabaseFile(tmp_path / "fresh.db", synced=False)
    fresh.migrate()
    assert schema(old) == schema(fresh.path)


def test_what_was_filed_before_is_found_by_plain_letters_as_well(tmp_path):
    """The indexes are made anew from the rows."""
    old = tmp_path / "nutgraf.db"
    with closing(sqlite3.connect(old)) as connection:
        connection.executescript(OLD_SCHEMA.read_text())
        connection.execute("update statements set source = 'Paweł Weiß'")
        connection.commit()
    database = DatabaseFile(old, synced=False)
    database.migrate()
    (found,) = StoredLookups(database).who(None, "pawel weiss", 9)
    assert found.bullet.source.name == "Paweł Weiß"


def schema(file: Path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute("select name, sql from sqlite_master where name not like 'sqlite_%'")
        return {(name, "".join((sql or "").split()).replace('"', "")) for name, sql in rows}


def test_lines_of_a_brief_of_several_articles_find_their_own(tmp_path):
    """By the proof that the brief keeps; figures have what a new archive says of them, and the articles are one story."""
    database = DatabaseFile(tmp_path / "nutgraf.db", synced=False)
    database.path.touch()
    urls = ["https://courier.example/a", "https://standard.example/b"]
    articles = [
        {"url": url, "text": "The dam held.", "outlet": url[8:15], "byline": ["Ann Lee", "Bo Roe"]}
        for url in urls
    ]
    articles[1]["published"] = "2026-03-02T09:00:00+01:00"
    proof = [{"url": urls[1], "start": 4, "end": 7}]
    told = {
        "articles": articles,
        "bullets": [{"evidence": proof}],
        "figures": [],
        "more_figures": [{"denied": True, "evidence": proof}],
    }
    with database.reading() as db:
        migrations.apply(db, stop_before="open_archive")
        brief = {
            "id": "b",
            "team": "T1",
            "channel": "C1",
            "audience": "channel",
            "at": "2026-03-02T09:00:00+00:00",
            "url": urls[0],
        }
        db.table("briefs").insert(brief | {"brief": json.dumps(told)})
        place = {"brief": "b", "start": 4, "end": 7}
        db.table("statements").insert(place | {"source": "The mayor", "text": "dam"})
        db.table("figures").insert(place | {"surface": "dam", "concept": "dams"})
    database.migrate()
    with database.reading() as db:
        query = "select a.url, s.outlet, s.named from statements s join articles a on a.id = s.article"
        assert list(db.execute(query)) == [(urls[1], "standar", "description")]
        assert list(db.execute("select label, polarity, shown from figures")) == [("dams", "denied", 0)]
        query = "select byline, published, published_as_written, story from articles order by id"
        assert list(db.execute(query)) == [
            ("Ann Lee, Bo Roe", None, None, 1),
            ("Ann Lee, Bo Roe", "2026-03-02T08:00:00Z", "2026-03-02T09:00:00+01:00", 1),
        ]
