"""The tables of nutgraf.db, as numbered migrations. A released migration never changes again."""

from __future__ import annotations

from bot.database_opening import open_what_was_filed
from bot.database_people import credit_people
from bot.database_stories import place_all
from bot.folding import index_of_folded
from bot.sqlite_tables import Database, Migrations

migrations = Migrations("nutgraf")


@migrations()
def m001_briefs(db: Database) -> None:
    """What was filed, and which article of a channel is whose."""
    db.create_table(
        "briefs",
        {
            "id": str,
            "team": str,
            "channel": str,
            "user": str,
            "ts": str,
            "audience": str,
            "at": str,
            "url": str,
            "title": str,
            "outlet": str,
            "published": str,
            "digest": str,
            "brief": str,
        },
        pk="id",
        not_null={"team", "channel", "audience", "at", "url", "brief"},
    )
    db.table("briefs").create_index(["team", "channel", "digest", "at"])
    db.create_table(
        "articles",
        {"team": str, "channel": str, "key": str, "brief": str},
        pk=("team", "channel", "key"),
        foreign_keys=[("brief", "briefs", "id")],
    )


@migrations()
def m002_lines(db: Database) -> None:
    """Who said what and the figures, line by line, for search."""
    db.create_table(
        "statements",
        {
            "id": int,
            "brief": str,
            "source": str,
            "role": str,
            "cue": str,
            "kind": str,
            "text": str,
            "via": str,
            "post": str,
            "start": int,
            "end": int,
        },
        pk="id",
        foreign_keys=[("brief", "briefs", "id")],
    )
    db.table("statements").create_index(["brief"])
    db.table("statements").enable_fts(["source", "role", "text"], tokenize="porter", create_triggers=True)
    db.create_table(
        "figures",
        {
            "id": int,
            "brief": str,
            "surface": str,
            "value": float,
            "low": float,
            "high": float,
            "modifier": str,
            "unit": str,
            "concept": str,
            "source": str,
            "start": int,
            "end": int,
        },
        pk="id",
        foreign_keys=[("brief", "briefs", "id")],
    )
    db.table("figures").create_index(["brief"])
    db.table("figures").enable_fts(["surface", "concept", "source"], tokenize="porter", create_triggers=True)


@migrations()
def m003_slack(db: Database) -> None:
    """What was posted, and each channel's digest."""
    db.create_table(
        "posts",
        {"key": str, "channel": str, "began": str, "ts": str},
        pk="key",
        not_null={"channel"},
    )
    db.create_table(
        "channels",
        {
            "team": str,
            "channel": str,
            "digest_at": str,
            "zone": str,
            "days": str,
            "digest_on": int,
            "since": str,
        },
        pk=("team", "channel"),
    )


@migrations()
def m004_empty_days(db: Database) -> None:
    """Whether a channel wants a line on a day without links."""
    db.table("channels").add_column("says_empty", int)


@migrations()
def m005_page_versions(db: Database) -> None:
    """How sites name the versions of pages, what pages said before, and how often a page was looked at again."""
    briefs = db.table("briefs")
    for name, kind in (("etag", str), ("last_modified", str), ("checks", int), ("gone", str)):
        briefs.add_column(name, kind)
    briefs.create_index(["audience", "at"])
    db.create_table(
        "versions",
        {"id": str, "brief": str, "until": str, "told": str},
        pk="id",
        not_null={"brief", "until", "told"},
        foreign_keys=[("brief", "briefs", "id")],
    )
    db.table("versions").create_index(["brief", "until"])
    db.table("posts").add_column("thread", str)


@migrations()
def channel_wishes(db: Database) -> None:
    """Which links a channel wants briefed, whose it does not want, and when the bot last said hello there."""
    place = {"team": str, "channel": str}
    db.create_table("channel_modes", {**place, "mode": str}, pk=("team", "channel"), not_null={"mode"})
    db.create_table("muted_outlets", {**place, "domain": str}, pk=("team", "channel", "domain"))
    db.create_table("welcomes", {**place, "id": str, "at": str}, pk=("team", "channel"), not_null={"at"})


@migrations()
def feedback(db: Database) -> None:
    """Who found a brief not useful, and why."""
    db.create_table(
        "feedback",
        {"brief": str, "user": str, "at": str, "reason": str},
        pk=("brief", "user"),
        not_null={"at"},
        foreign_keys=[("brief", "briefs", "id")],
    )


@migrations()
def story_decisions(db: Database) -> None:
    """What people decided about stories, and what each posted digest was settled to tell."""
    db.create_table(
        "story_decisions",
        {
            "id": str,
            "team": str,
            "digest": str,
            "user": str,
            "at": str,
            "act": str,
            "one": str,
            "other": str,
            "undone_by": str,
            "undone_at": str,
        },
        pk="id",
        not_null={"team", "digest", "user", "at", "act"},
    )
    db.table("story_decisions").create_index(["team", "at"])
    db.create_table(
        "story_rulings",
        {"decision": str, "number": int, "one": str, "two": str, "together": int},
        pk=("decision", "number"),
        foreign_keys=[("decision", "story_decisions", "id")],
    )
    db.create_table(
        "digests",
        {"id": str, "team": str, "channel": str, "told": str},
        pk="id",
        not_null={"team", "channel", "told"},
    )


@migrations()
def texts(db: Database) -> None:
    """The articles' texts for search, of briefs filed before too."""
    db.create_table(
        "texts",
        {"id": int, "brief": str, "url": str, "text": str},
        pk="id",
        foreign_keys=[("brief", "briefs", "id")],
    )
    db.table("texts").create_index(["brief"])
    db.table("texts").enable_fts(["text"], create_triggers=True)
    db.execute(
        """
        insert into texts (brief, url, text)
        select b.id, json_extract(a.value, '$.url'), json_extract(a.value, '$.text')
        from briefs b, json_each(b.brief, '$.articles') a
        """
    )
    db.table("briefs").create_index(["at"])


@migrations()
def corrections(db: Database) -> None:
    """Whom people say to have said a statement, and what the reading had said."""
    said = {"line": str, "name": str, "role": str, "was": str}
    when = {"user": str, "at": str, "undone_by": str, "undone_at": str}
    db.create_table(
        "corrections",
        {"id": str, "brief": str, **said, **when},
        pk="id",
        not_null={"brief", "line", "name", "user", "at"},
        foreign_keys=[("brief", "briefs", "id")],
    )
    db.table("corrections").create_index(["brief"])


@migrations()
def personal_digests(db: Database) -> None:
    """Who wants a digest of their own when, and which briefs each was told by which."""
    db.create_table(
        "personal_digests",
        {
            "team": str,
            "user": str,
            "digest_at": str,
            "zone": str,
            "days": str,
            "digest_on": int,
            "since": str,
        },
        pk=("team", "user"),
        not_null={"digest_at", "zone", "days", "digest_on"},
    )
    db.create_table(
        "personal_told",
        {"team": str, "user": str, "brief": str, "digest": str},
        pk=("team", "user", "brief"),
        not_null={"digest"},
        foreign_keys=[("brief", "briefs", "id")],
    )
    db.table("personal_told").create_index(["digest"])


@migrations()
def follows(db: Database) -> None:
    """What people follow, and of which briefs they wait to be told, or were told by which message."""
    db.create_table(
        "follows",
        {"team": str, "user": str, "id": str, "words": str, "at": str},
        pk=("team", "user", "id"),
        not_null={"words", "at"},
    )
    db.create_table(
        "follow_notices",
        {"team": str, "user": str, "brief": str, "article": str, "at": str, "notice": str, "told": int},
        pk=("team", "user", "brief"),
        not_null={"article", "at", "told"},
        defaults={"told": 0},
        foreign_keys=[("brief", "briefs", "id")],
    )
    db.table("follow_notices").create_index(["notice"])
    db.table("follow_notices").create_index(["team", "user", "article"])


@migrations()
def refused_posts(db: Database) -> None:
    """Which messages Slack refused for good, by its code, and for whom a brief among them is posted again."""
    for name in ("refused", "again"):
        db.table("posts").add_column(name, str)


@migrations()
def link_edits(db: Database) -> None:
    """Which links an edit took from their message or brought back: `moment` is Slack's ts of the last edit."""
    place = {"team": str, "channel": str, "ts": str, "key": str}
    db.create_table(
        "link_edits",
        {**place, "moment": str, "is_there": int, "was_taken": int},
        pk=tuple(place),
        not_null={"moment", "is_there", "was_taken"},
    )


@migrations()
def statement_lines(db: Database) -> None:
    """Every statement that was found: the line that is printed, and whether the brief shows it; older ones are all shown."""
    db.table("statements").add_column("line", str)
    db.table("statements").add_column("shown", int)
    db.execute("update statements set shown = 1")


@migrations()
def folded_letters(db: Database) -> None:
    """Search finds "Groß" by "Gross" and "Trần" by "Tran": the indexes are made anew, of letters without marks."""
    stemmed = {"statements": ("source", "role", "text"), "figures": ("surface", "concept", "source")}
    for table, columns in (*stemmed.items(), ("texts", ("text",))):
        db.table(table).disable_fts()
        for statement in index_of_folded(table, columns, is_stemmed=table in stemmed):
            db.execute(statement)


@migrations()
def open_archive(db: Database) -> None:
    """The archive explains itself: articles as articles, whose each line is, people, stories.

    `articles` was which brief holds an address in a channel, and is `channel_articles` now; `texts` becomes `articles`.
    """
    db.execute("alter table articles rename to channel_articles")
    db.create_table(
        "stories", {"id": int, "headline": str, "first": str, "last": str, "articles": int}, pk="id"
    )
    db.create_table(
        "people",
        {"id": int, "name": str, "role": str, "same_as": int},
        pk="id",
        not_null={"name"},
        foreign_keys=[("same_as", "people", "id")],
    )
    db.table("people").create_index(["name", "role"])
    db.create_table(
        "articles",
        {
            "id": int,
            "brief": str,
            "story": int,
            "url": str,
            "canonical_url": str,
            "outlet": str,
            "title": str,
            "byline": str,
            "published": str,
            "published_as_written": str,
            "language": str,
            "agency": str,
            "paywalled": int,
            "text": str,
        },
        pk="id",
        foreign_keys=[("brief", "briefs", "id"), ("story", "stories", "id")],
    )
    for column in ("brief", "story", "published"):
        db.table("articles").create_index([column])
    for table in ("statements", "figures"):
        db.execute(f"alter table {table} add column article integer references articles(id)")
        db.execute(f"alter table {table} add column outlet text")
        db.table(table).create_index(["article"])
    db.execute("alter table statements add column person integer references people(id)")
    db.table("statements").add_column("named", str)
    db.table("statements").create_index(["person"])
    for name, kind in (("label", str), ("polarity", str), ("shown", int)):
        db.table("figures").add_column(name, kind)
    open_what_was_filed(db)
    db.execute("drop table texts_fts")
    db.execute("drop view texts_folded")
    db.execute("drop table texts")
    for statement in index_of_folded("articles", ("text",), is_stemmed=False):
        db.execute(statement)
    for row in list(db.query("select id from briefs order by at, id")):
        credit_people(db, row["id"])
    place_all(db)


@migrations()
def channel_apps(db: Database) -> None:
    """Other apps that post links in a channel, what becomes of these, and when each last posted, so that loops end."""
    app = {"team": str, "channel": str, "bot": str}
    db.create_table("channel_apps", {**app, "name": str, "mode": str}, pk=tuple(app), not_null={"mode"})
    db.create_table("app_posts", {**app, "ts": str, "at": float}, pk=(*app, "ts"), not_null={"at"})


@migrations()
def resting_channels(db: Database) -> None:
    """Channels that the bot is not in any more, or that nobody can write in, and by which of Slack's events."""
    db.create_table(
        "resting", {"team": str, "channel": str, "why": str}, pk=("team", "channel"), not_null={"why"}
    )


@migrations()
def stopped_apps(db: Database) -> None:
    """Which flow stopped an app, so that this one alone tells the channel."""
    db.table("channel_apps").add_column("stopped_by", str)


@migrations()
def weekly_reports(db: Database) -> None:
    """Whether a channel wants to be told once a week who was quoted."""
    db.table("channels").add_column("weekly", int)
