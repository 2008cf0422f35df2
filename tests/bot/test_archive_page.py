"""The five saved queries of metadata.yaml, run over the demo's articles; docs/archive.md shows what they give."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from bot.cli.demo import MORNING, PAGES
from bot.store.by_hand import TerminalStore
from summarizer.article import article_of_page
from summarizer.errors import NutgrafError
from tests.fakes.archive import fresh_archive

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "archive.md"
METADATA = yaml.safe_load((ROOT / "bot" / "metadata.yaml").read_text(encoding="utf-8"))["databases"][
    "nutgraf"
]
GIVEN = {
    "most_quoted_this_week": {"until": "2026-03-12"},
    "figures_on_a_subject": {"subject": "missing"},
    "one_number_over_time": {"subject": "missing"},
}
WRITTEN = re.compile(r"(<!-- queries: .*? -->\n).*(<!-- end of queries -->)", re.DOTALL)


@pytest.fixture(scope="module")
def archive(tmp_path_factory, reader):
    """The demo's articles that can be briefed, each filed once."""
    made = fresh_archive(tmp_path_factory.mktemp("archive") / "nutgraf.db")
    for slug in dict.fromkeys(MORNING):
        try:
            article = article_of_page((PAGES / f"{slug}.html").read_bytes(), f"https://demo.example/{slug}")
        except NutgrafError:
            continue
        TerminalStore(made).keep(reader.brief([article]), datetime(2026, 3, 12, 12, 0, tzinfo=UTC))
    return made


@pytest.mark.model
def test_the_page_shows_the_queries_and_what_they_give(archive, request):
    """`--rewrite-golden` writes it."""
    told = "\n".join(section(archive, name, query) for name, query in METADATA["queries"].items())
    page = PAGE.read_text(encoding="utf-8")
    written = WRITTEN.sub(lambda found: f"{found[1]}{told}{found[2]}", page)
    if request.config.getoption("--rewrite-golden"):
        PAGE.write_text(written, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == written


def section(archive, name, query):
    """A query with its result as a table."""
    with archive.reading() as db:
        rows = list(db.query(query["sql"], GIVEN.get(name, {})))
    assert rows, name
    given = "".join(f" With `{key}` = `{value}`:" for key, value in GIVEN.get(name, {}).items())
    lines = [
        list(rows[0]),
        ["---"] * len(rows[0]),
        *([shown(value) for value in row.values()] for row in rows),
    ]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return (
        f"### {query['title']}\n\n{query['description']}{given}\n\n```sql\n{query['sql']}\n```\n\n{table}\n"
    )


def shown(value):
    """A cell."""
    return (
        "" if value is None else f"{value:g}" if isinstance(value, float) else str(value).replace("|", "\\|")
    )


def test_every_table_and_column_is_described_and_nothing_that_is_not_there(tmp_path):
    """But those in which full-text search keeps its index; a table is sorted and labelled by columns that it has."""
    made = fresh_archive(tmp_path / "nutgraf.db")
    with made.reading() as db:
        tables = [name for name in db.table_names() if "_fts" not in name]
        columns = {name: set(db.table(name).columns_dict) for name in tables}
    described = METADATA["tables"]
    assert {name: set(about["columns"]) for name, about in described.items()} == columns
    for table, about in described.items():
        assert about["description"], table
        assert all(about["columns"].values()), table
        assert {about[key] for key in ("label_column", "sort_desc") if key in about} <= columns[table]
