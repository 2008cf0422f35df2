"""Figures in the cells of a table: what a cell counts is told by its column's header and its row's first cell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.figures.amount import Amount
from summarizer.figures.amounts import find_amounts
from summarizer.model import Article, Figure, Span, Table

# A header's own unit: "Revenue ($m)", "Turnout, %", "Length (km)".
MEASURE = re.compile(r"[(,]\s*(?P<sign>US\$|[$€£¥])?\s?(?P<unit>[A-Za-z%]{0,12})\s*\)?$")
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
SIGNS = {"+": "up", "-": "down", "−": "down"}
MULTIPLES = {"m": "m", "mn": "m", "million": " million", "bn": "bn", "billion": " billion", "tn": "tn"}


def figures_in_tables(article: Article) -> tuple[Figure, ...]:
    """The figures of the tables that are printed in the article's text, in its order."""
    return tuple(
        figure
        for table in article.tables
        if table.span
        for figure in _in_table(article.text, table, table.span)
    )


def _in_table(text: str, table: Table, lines: Span) -> Iterator[Figure]:
    at = lines.start
    for row in table.rows:
        for column, cell in enumerate(row):
            found = text.find(cell, at, lines.end) if cell else -1
            if found < 0:
                continue
            at = found + len(cell)
            header = table.header[column] if table.header else ""
            if column and (figure := _in_cell(cell, found, header, row[0])):
                yield figure


def _in_cell(cell: str, start: int, header: str, label: str) -> Figure | None:
    """The figure that a cell consists of; None for words, and for words with a number among them."""
    before, after = _measure(header)
    amounts = find_amounts(f"{before}{cell}{after}")
    if len(amounts) != 1 or YEAR.fullmatch(cell) or _has_more(cell, amounts[0], len(before)):
        return None
    amount = amounts[0]
    modifier = SIGNS.get(cell[0])
    return Figure(
        span=Span(start, start + len(cell)),
        surface=cell,
        value=abs(amount.value) if modifier and amount.value is not None else amount.value,
        low=amount.low,
        high=amount.high,
        modifier=modifier,
        unit=amount.unit,
        concept=", ".join(filter(None, (_plain(header), label))) or None,
    )


def _has_more(cell: str, amount: Amount, offset: int) -> bool:
    """Whether there are letters or digits in the cell beside the amount, which was read `offset` characters later."""
    beside = cell[: max(0, amount.start - offset)] + cell[max(0, amount.end - offset) :]
    return bool(re.search(r"\w", beside))


def _measure(header: str) -> tuple[str, str]:
    """What a header says of all its cells: ("$", "m") of "Revenue ($m)"."""
    found = MEASURE.search(header)
    if not found or not (found["sign"] or found["unit"]):
        return "", ""
    unit = MULTIPLES.get(found["unit"].casefold(), f" {found['unit']}" if found["unit"] != "%" else "%")
    return found["sign"] or "", unit if found["unit"] else ""


def _plain(header: str) -> str:
    """The header without its unit."""
    return MEASURE.sub("", header).strip()
