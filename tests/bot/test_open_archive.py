"""The archive as other tools find it: whose each line is, who is quoted, which articles are one story; and whose it is."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from bot.database import DatabaseFile
from bot.store.by_hand import TerminalStore
from bot.store.removal import Removal, Target
from handlers.domain.errors import NewerArchive
from summarizer.model import Article, Brief, Bullet, Credit, Dropped, Evidence, Figure, KeyFigure, Span
from tests.bot.terminal import terminal_in
from tests.fakes.archive import fresh_archive

AT = datetime(2026, 3, 11, 12, 0, tzinfo=UTC)
FERRY = (
    "Divers searched the hull of the ferry Lady Ansell off Skerrin Point on Wednesday, the coast guard said."
)
GAS = "Velmora accused Kestria of drawing off gas from the pipeline that the two countries share."


@pytest.fixture
def archive(tmp_path):
    return fresh_archive(tmp_path / "nutgraf.db")


def article(name: str, text: str = FERRY, outlet: str = "The Courier") -> Article:
    url = f"https://courier.example/{name}"
    at = datetime(2026, 3, 11, 11, 20, tzinfo=timezone(timedelta(hours=1)))
    return Article(
        url, text, canonical_url=url, title=text[:40], outlet=outlet, byline=("Nell Farraday",), published=at
    )


def keep(archive: DatabaseFile, one: Article, *sources: Credit | None, figures=()) -> None:
    """File a brief of an article with a statement of each source."""
    evidence = (Evidence(one.url, Span(0, 10)),)
    bullets = [Bullet(source, "said", "indirect", one.text[:10], evidence) for source in sources]
    brief = Brief((one,), (), tuple(bullets[:1]), figures, Dropped(), more=tuple(bullets[1:]))
    TerminalStore(archive).keep(brief, AT)


def rows(archive: DatabaseFile, query: str) -> list[tuple]:
    with archive.reading() as db:
        return list(db.execute(query))


def test_articles_hold_articles(archive):
    """With their time in UTC and as the page gives it; a brief that is kept again leaves one row."""
    for _ in range(2):
        keep(archive, article("a"), Credit("Mary Rook", "engineer"))
    query = "select url, outlet, byline, published, published_as_written, text from articles"
    assert rows(archive, query) == [
        (
            "https://courier.example/a",
            "The Courier",
            "Nell Farraday",
            "2026-03-11T10:20:00Z",
            "2026-03-11T11:20:00+01:00",
            FERRY,
        )
    ]


def test_every_line_leads_to_its_article_and_says_whether_it_is_shown(archive):
    """Figures too, with what they are of and whether they are denied."""
    span = Span(0, 6)
    figure = Figure(span, "six", value=Decimal(6), concept="bodies", denied=True)
    keep(
        archive,
        article("a"),
        Credit("Mary Rook", "engineer"),
        None,
        figures=(KeyFigure(figure, (Evidence(article("a").url, span),)),),
    )
    joined = "select a.url, l.outlet, l.shown from {} l join articles a on a.id = l.article"
    assert rows(archive, joined.format("statements")) == [
        (article("a").url, "The Courier", 1),
        (article("a").url, "The Courier", 0),
    ]
    assert rows(archive, joined.format("figures")) == [(article("a").url, "The Courier", 1)]
    assert rows(archive, "select label, polarity from figures") == [("bodies", "denied")]


def test_a_person_is_joined_where_full_name_and_role_agree(archive):
    """Else they stay apart; bodies are no people."""
    keep(archive, article("a"), Credit("Mary Rook", "engineer"), Credit("Caldrian Coast Guard", None), None)
    keep(archive, article("b", GAS), Credit("Mary ROOK", "Engineer"))
    keep(archive, article("c", GAS), Credit("Mary Rook", "minister"))
    keep(archive, article("d", GAS), Credit("Mary Rook", None))
    keep(archive, article("e", GAS), Credit("Rook", "engineer"))
    people = rows(
        archive,
        "select p.name, p.role, count(*) from people p join statements s on s.person = p.id group by p.id",
    )
    assert people == [
        ("Mary Rook", "engineer", 2),
        ("Mary Rook", "minister", 1),
        ("Mary Rook", None, 1),
        ("Rook", "engineer", 1),
    ]


def test_somebody_may_say_that_two_people_are_one(archive):
    """By hand, in SQL; a later reading of the page keeps it, and nulling it takes it back."""
    keep(archive, article("a"), Credit("Mary Rook", "engineer"))
    keep(archive, article("b", GAS), Credit("Mary Rook", "chief engineer"))
    with archive.writing() as db:
        db.execute("update people set same_as = 1 where id = 2")
    keep(archive, article("b", GAS), Credit("Mary Rook", "chief engineer"))
    joined = "select coalesce(p.same_as, p.id), count(*) from statements s join people p on p.id = s.person group by 1"
    assert rows(archive, joined) == [(1, 2)]


def test_articles_of_one_event_are_one_story(archive):
    """Named by the newest; another event is another story."""
    keep(archive, article("a"), Credit("Mary Rook", "engineer"))
    keep(archive, article("b", GAS, "Meridian Post"))
    keep(archive, article("c", f"{FERRY} Fourteen people are missing.", "The Standard"))
    assert rows(archive, "select story from articles order by id") == [(1,), (2,), (1,)]
    assert rows(archive, "select headline, articles, first from stories order by id") == [
        (FERRY[:40], 2, "2026-03-11T10:20:00Z"),
        (GAS[:40], 1, "2026-03-11T10:20:00Z"),
    ]


def test_foreign_keys_hold(archive):
    """Each lies in the table that it names."""
    keep(archive, article("a"), Credit("Mary Rook", "engineer"))
    assert rows(archive, "pragma foreign_key_check") == []
    named = {
        (row[2], row[3])
        for table in ("articles", "statements", "figures", "people")
        for row in rows(archive, f"pragma foreign_key_list({table})")
    }
    assert {
        ("articles", "article"),
        ("people", "person"),
        ("stories", "story"),
        ("people", "same_as"),
    } <= named


def test_whom_nobody_quotes_any_more_is_forgotten(archive):
    """With the stories of what was purged."""
    keep(archive, article("a"), Credit("Mary Rook", "engineer"))
    Removal(archive).purge(Target("workspace", "terminal"))
    for table in ("articles", "people", "stories", "statements"):
        with archive.reading() as db:
            assert db.table(table).count == 0


@pytest.fixture
def newer(tmp_path):
    """A folder with an archive of next year's release."""
    (tmp_path / "data").mkdir()
    archive = fresh_archive(tmp_path / "data" / "nutgraf.db")
    with archive.writing() as db:
        row = {"migration_set": "nutgraf", "name": "of_next_year", "applied_at": "2027-01-01"}
        db.table("_sqlite_migrations").insert(row)
    return archive


def test_an_archive_of_a_newer_release_is_refused_with_a_sentence(newer, tmp_path, monkeypatch, capsys):
    """Nothing in it is changed, and a copy of it is not put in the place of what is there."""
    terminal = terminal_in(tmp_path, monkeypatch, capsys)
    for words in (("search", "ferry"), ("digest",), ("figures", "six")):
        said = terminal(*words)
        assert (said.status, said.out) == (1, "")
        assert said.err.startswith("The archive belongs to a newer Nutgraf: install that version")
    newer.copy_to(tmp_path / "newer.db")
    assert "newer Nutgraf" in terminal("restore", "newer.db").err
    with pytest.raises(NewerArchive):
        newer.migrate()


@pytest.mark.slow  # it tries the model as well
def test_the_doctor_names_an_archive_of_a_newer_release(newer, tmp_path, monkeypatch, capsys):
    """Among what it finds."""
    assert "newer Nutgraf" in terminal_in(tmp_path, monkeypatch, capsys)("doctor").out


def test_the_copy_made_before_an_upgrade_brings_an_older_release_back(tmp_path, monkeypatch, capsys):
    """As docs/operations.md says; what the newer release wrote is kept beside it."""
    terminal = terminal_in(tmp_path, monkeypatch, capsys)
    (tmp_path / "data").mkdir()
    archive = fresh_archive(tmp_path / "data" / "nutgraf.db")
    keep(archive, article("a"), Credit("Mary Rook", "engineer"))
    assert terminal("backup", "before.db").status == 0
    with archive.writing() as db:
        row = {"migration_set": "nutgraf", "name": "of_next_year", "applied_at": "2027-01-01"}
        db.table("_sqlite_migrations").insert(row)
    assert terminal("who", "Rook").status == 1
    restored = terminal("restore", "before.db")
    assert (restored.status, "nutgraf.before-1.db" in restored.out) == (0, True)
    assert "Mary Rook" in terminal("who", "Rook").out


def test_a_line_without_a_known_page_still_has_its_brief(archive):
    """As of a brief whose evidence names another spelling of the address."""
    one = article("a")
    keep(archive, replace(one, canonical_url=""), Credit("Mary Rook", "engineer"))
    assert rows(archive, "select count(*) from statements where article is not null") == [(1,)]


@pytest.fixture
def week(tmp_path):
    """Two articles of one week, and one of the week before."""
    (tmp_path / "data").mkdir()
    made = fresh_archive(tmp_path / "data" / "nutgraf.db")
    keep(made, article("a"), Credit("Mary Rook", "engineer"), Credit("The chairman", None), None)
    keep(made, article("b", GAS, "Meridian Post"), Credit("Mary Rook", "engineer"), Credit("Owen Pell", None))
    earlier = replace(article("old"), published=datetime(2026, 3, 1, 9, 0, tzinfo=UTC))
    keep(made, earlier, Credit("Mary Rook", "engineer"))
    return made


def test_a_week_s_report_says_who_was_quoted_by_whom_and_who_is_new(week, tmp_path, monkeypatch, capsys):
    """In the terminal and as JSON; a week without articles says so."""
    terminal = terminal_in(tmp_path, monkeypatch, capsys)
    shown = terminal("report", "--week", "--day", "2026-03-12")
    assert shown.status == 0
    assert shown.out.startswith("Quoted from 6 March 2026 to 12 March 2026\n5 statements in 2 articles\n")
    assert "     2  Mary Rook, engineer — Meridian Post, The Courier\n" in shown.out
    assert "     1  described, without a name (20 %)\n" in shown.out
    assert shown.out.endswith("NEW VOICES\n  Owen Pell — Meridian Post\n")
    told = json.loads(terminal("report", "--week", "--day", "2026-03-12", "--json").out)
    assert told["named"] == {"name and role": 2, "name alone": 1, "body": 0, "description": 1, "nobody": 1}
    assert [one["name"] for one in told["fresh"]] == ["Owen Pell"]
    earlier = terminal("report", "--week", "--day", "2026-03-02").out
    assert "1 statement in 1 article\n" in earlier
    assert "nobody can be called new" in earlier
    assert "No article of these days" in terminal("report", "--week", "--day", "2026-01-02").out
