"""Tables as rows with headers."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from summarizer.article.tree import elements, text_of
from summarizer.model import Table

# More is a data set, which no article is about in whole.
MOST_ROWS, MOST_COLUMNS = 500, 40
FEWEST_CELLS = 2  # in a row, and rows: less is a box
LONGEST_CELL = 300  # characters
# A month's sheet: its days, and under them the names of the months before and after.
DAYS_OF_WEEK, SHORTEST_MONTH, NOTES_OF_MONTH = 7, 28, 2


def read_table(table: HtmlElement) -> Table | None:
    """The rows of a table, spanned cells repeated; None for a box that only looks like one."""
    rows = [row for row in elements(table, "tr") if next(row.iterancestors("table"), None) is table][
        :MOST_ROWS
    ]
    grid = filled([list(cells_of(row)) for row in rows])
    width = max(map(len, grid), default=0)
    even = [tuple(row + [""] * (width - len(row))) for row in grid]
    heads = [number for number, row in enumerate(rows[:1]) if is_header(row)]
    header = even[0] if heads else ()
    body = tuple(row for row in (even[1:] if heads else even) if any(row))
    if width < FEWEST_CELLS or len(body) + len(heads) < FEWEST_CELLS or not body or is_calendar(even):
        return None
    return Table(body, header, text_of(next(elements(table, "caption"), None)) or None)


def is_calendar(rows: list[tuple[str, ...]]) -> bool:
    """Whether a table is a month's sheet, as beside a blog: weeks of days that are numbers."""
    days = [cell for row in rows[1:] for cell in row if cell]
    weeks = len(rows[0]) == DAYS_OF_WEEK and not any(map(str.isdigit, rows[0]))
    return weeks and len(days) >= SHORTEST_MONTH and sum(map(str.isdigit, days)) >= len(days) - NOTES_OF_MONTH


def is_header(row: HtmlElement) -> bool:
    """Whether a row names the columns: in the table's head, or all its cells header cells."""
    cells = [cell for cell in row if cell.tag in {"td", "th"}]
    in_head = next(row.iterancestors("thead"), None) is not None
    return in_head or (bool(cells) and all(cell.tag == "th" for cell in cells))


def cells_of(row: HtmlElement) -> Iterator[tuple[str, int, int]]:
    """Words, columns and rows of each cell."""
    for cell in row:
        if cell.tag in {"td", "th"}:
            words = text_of(cell)[:LONGEST_CELL]
            yield words, spans(cell, "colspan", MOST_COLUMNS), spans(cell, "rowspan", MOST_ROWS)


def spans(cell: HtmlElement, name: str, most: int) -> int:
    """How far a cell reaches."""
    given = (cell.get(name) or "").strip()[:4]
    return min(max(int(given), 1), most) if given.isascii() and given.isdigit() else 1


def filled(rows: list[list[tuple[str, int, int]]]) -> list[list[str]]:
    """The cells' words in every place that they reach over."""
    grid: list[list[str]] = []
    reaching: dict[
        int, tuple[str, int]
    ] = {}  # column -> words from a row above, and rows that they still fill
    for cells in rows:
        row, reaching = filled_row(cells, reaching)
        grid.append(row)
    return grid


def filled_row(
    cells: list[tuple[str, int, int]], reaching: dict[int, tuple[str, int]]
) -> tuple[list[str], dict[int, tuple[str, int]]]:
    """One row, and what reaches into the next. What has a row to itself labels the rows below and is said once."""
    if len(cells) == 1 and not reaching:
        return [cells[0][0]], {}
    row: list[str] = []
    further: dict[int, tuple[str, int]] = {}
    waiting = list(reversed(cells))
    while len(row) < MOST_COLUMNS and (waiting or len(row) in reaching):
        at = len(row)
        if at in reaching:
            (words, down), across = reaching[at], 1
        else:
            words, across, down = waiting.pop()
        for column in range(at, min(at + across, MOST_COLUMNS)):
            row.append(words)
            if down > 1:
                further[column] = (words, down - 1)
    return row, further
