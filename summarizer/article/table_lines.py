"""The story's short tables as lines at the end of its text, so that a figure in a cell has its proof there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.article.paragraphs import BREAK, tidy
from summarizer.model import Article, Span, Table

MOST_ROWS, MOST_COLUMNS = 120, 12  # more is looked up, not told
BETWEEN = " | "


def with_tables(article: Article, tables: Sequence[Table]) -> Article:
    """`article` with its tables; the short ones behind its last paragraph, a line a row."""
    text, placed = article.text, []
    for table in tables:
        if not text or is_long(table) or is_printed(table, text):
            placed.append(table)
            continue
        start = len(text) + len(BREAK)
        text += BREAK + "\n".join(lines_of(table))
        placed.append(replace(table, span=Span(start, len(text))))
    return replace(article, text=text, tables=tuple(placed))


def is_long(table: Table) -> bool:
    return len(table.rows) > MOST_ROWS or len(table.rows[0]) > MOST_COLUMNS


def is_printed(table: Table, text: str) -> bool:
    """Whether the text has the rows already: of a page that is hardly more than a table they are the text."""
    return all(BETWEEN.join(filter(None, map(tidy, row))) in text for row in table.rows)


def lines_of(table: Table) -> list[str]:
    """The caption, the header and each row on a line of its own."""
    rows = [row for row in (table.header, *table.rows) if any(row)]
    return [
        *([table.caption] if table.caption else []),
        *(BETWEEN.join(map(tidy, row)).rstrip(BETWEEN) for row in rows),
    ]
