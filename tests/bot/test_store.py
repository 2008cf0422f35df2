"""The archive in SQLite."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest

from bot.database import DatabaseFile
from bot.store.archive import Store
from handlers.domain.due import EVERY_DAY
from handlers.ports import Filing, Place
from summarizer.model import Brief, Dropped, Evidence, Figure, KeyFigure, Span
from tests.fakes.archive import fresh_archive
from tests.fakes.desk import brief_of

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
URL = "https://courier.example/dam"
PLACE = Place("T1", "C1")


@pytest.fixture
def database(tmp_path):
    return fresh_archive(tmp_path / "nutgraf.db")


@pytest.fixture
def store(database):
    return Store(database, default_at=time(8), default_zone="Europe/London")


def filing(brief_id="b1", audience="channel", channel="C1", at=AT):
    return Filing(brief_id, "T1", channel, "U1", "1.5", audience, at)


def test_a_brief_comes_back_as_it_was_filed(store):
    """Every word, figure and proof."""
    brief = brief_of(URL)
    figure = Figure(Span(0, 3), "1.5", value=Decimal("1.5"), unit="percentage")
    brief = Brief(
        brief.articles, (), brief.bullets, (KeyFigure(figure, (Evidence(URL, Span(0, 3)),)),), Dropped(2, 3)
    )
    assert store.file(filing(), brief, [URL]) == "b1"
    found = store.load("b1")
    assert (found.brief, found.filing) == (brief, filing())


def test_what_is_kept_leaves_the_tables_as_they_are(store, database):
    """Or SQLite reads its whole schema again before the next statement, in every process."""
    before = schema_version(database)
    store.file(filing(), brief_of(URL), [URL])
    store.begin_post("b1", PLACE, AT)
    store.set_digest(store.digest_setting("T1", "C1"))
    assert schema_version(database) == before


def schema_version(database):
    with database.reading() as db:
        return db.execute("pragma schema_version").fetchone()


def test_every_statement_is_kept_with_its_line_and_whether_it_is_shown(store, database):
    """A quotation that is shown cut is kept once, whole, as shown."""
    brief = brief_of(URL, "The dam will hold, the engineer said. Nobody needs to leave.")
    whole = replace(
        brief.bullets[0],
        kind="direct",
        text="“The dam will hold. Leave.”",
        line="“The dam will hold. Leave.”",
    )
    cut = replace(whole, text="“The dam will hold.”", line="“The dam will hold.”", is_cut=True)
    shown = replace(
        whole, text="that it holds", line="said that it holds", evidence=(Evidence(URL, Span(1, 9)),)
    )
    other = replace(
        whole, text="to leave", line="told them to leave", evidence=(Evidence(URL, Span(20, 30)),)
    )
    brief = replace(brief, bullets=(cut, shown), more=(whole, other))
    store.file(filing(), brief, [URL])
    assert store.load("b1").brief == brief
    with database.reading() as db:
        rows = [
            (row["text"], row["line"], row["shown"])
            for row in db.query("select * from statements order by id")
        ]
    assert rows == [
        ("that it holds", "said that it holds", 1),
        ("“The dam will hold. Leave.”", "“The dam will hold. Leave.”", 1),
        ("to leave", "told them to leave", 0),
    ]


def test_the_first_brief_of_an_article_holds_it(store):
    """A second one is not kept; filing the first again changes nothing."""
    store.file(filing(), brief_of(URL), [URL])
    assert store.file(filing("b2"), brief_of(URL), [URL]) == "b1"
    assert store.file(filing(), brief_of(URL), [URL]) == "b1"
    assert store.load("b2") is None


def test_any_of_its_addresses_finds_it(store):
    """The one shared and the one it led to."""
    store.file(filing(), brief_of(URL), [URL, "https://short.example/x"])
    assert store.find("T1", "C1", ["https://short.example/x"]).filing.brief_id == "b1"
    assert store.find("T1", "C2", [URL]) is None
    assert store.find("T2", "C1", [URL]) is None


def test_what_one_person_asked_for_is_not_found_for_the_channel(store):
    """A pointer must not reveal it."""
    store.file(filing(audience="asker"), brief_of(URL), [URL])
    assert store.find("T1", "C1", [URL]) is None


def test_a_post_is_claimed_recorded_and_released(store):
    """What an attempt leaves behind tells the next one what to do."""
    assert store.begin_post("k", PLACE, AT).began is None
    assert store.begin_post("k", PLACE, AT + timedelta(minutes=1)).began == AT
    store.end_post("k", None)
    assert store.begin_post("k", PLACE, AT).began is None
    store.end_post("k", "7.0")
    assert store.begin_post("k", PLACE, AT).ts == "7.0"
    assert store.posted("k") == "7.0"


def test_a_channel_that_set_nothing_has_the_default_digest(store):
    """From the settings."""
    setting = store.digest_setting("T1", "C9")
    assert (setting.at, setting.zone, setting.days, setting.on) == (time(8), "Europe/London", EVERY_DAY, True)


def test_a_digest_takes_its_briefs_once(store):
    """The next one has what came later."""
    store.file(filing(), brief_of(URL), [URL])
    first = store.claim_for_digest("digest:T1:C1:2026-03-03", "T1", "C1", AT)
    again = store.claim_for_digest("digest:T1:C1:2026-03-03", "T1", "C1", AT)
    assert [one.filing.brief_id for one in first] == [one.filing.brief_id for one in again] == ["b1"]
    assert store.undigested("T1", "C1", AT) == ()
    assert store.last_digest("T1", "C1").isoformat() == "2026-03-03"


def test_the_digest_before_is_the_last_one_that_was_posted(store):
    """Not one that Slack never took, not another channel's, not a later one."""
    for channel, day, ts in (("C1", 3, "1.0"), ("C1", 5, None), ("C2", 6, "2.0"), ("C1", 9, "3.0")):
        key = f"digest:T1:{channel}:2026-03-{day:02}/0"
        store.begin_post(key, Place("T1", channel), AT)
        store.end_post(key, ts)
    assert store.digest_before("T1", "C1", date(2026, 3, 9)) == date(2026, 3, 3)
    assert store.digest_before("T1", "C1", date(2026, 3, 3)) is None


def test_what_a_channel_wants_on_empty_days_is_kept(store):
    """Nothing, as long as it does not say so."""
    setting = store.digest_setting("T1", "C1")
    assert not setting.says_empty
    store.set_digest(replace(setting, says_empty=True))
    assert store.digest_setting("T1", "C1").says_empty


def test_a_unit_of_work_that_fails_leaves_nothing(store):
    """All or none."""

    def broken() -> None:
        with store.writing() as db:
            db.table("channels").insert({"team": "T1", "channel": "C5"})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken()
    assert [setting.channel for setting in store.digest_settings()] == []


def test_the_database_is_readable_by_its_owner_alone(tmp_path):
    """It holds what a newsroom reads; its folders are made with it."""
    database = DatabaseFile(tmp_path / "deep" / "nutgraf.db", synced=False)
    database.migrate()
    assert database.path.stat().st_mode & 0o077 == 0


def test_migrating_twice_changes_nothing(store, database):
    """Every start migrates."""
    store.file(filing(), brief_of(URL), [URL])
    database.migrate()
    with store.reading() as db:
        assert json.loads(next(iter(db.table("briefs").rows))["brief"])["article"]["url"] == URL
