"""Letters that a keyboard may not have, as they are looked up: "Groß" is found by "Gross", "Paweł" by "Pawel".

SQLite's tokenizer takes the marks off a letter (é, ầ), but these are letters of their own. What is shown stays as written.
A change here needs a migration that makes the full-text indexes anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

LETTERS = {
    "ß": "ss", "ẞ": "ss", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "ø": "o", "Ø": "o", "æ": "ae",
    "Æ": "ae", "œ": "oe", "Œ": "oe", "þ": "th", "Þ": "th", "ħ": "h", "Ħ": "h", "ı": "i", "ŋ": "n", "Ŋ": "n", "ŧ": "t",
    "Ŧ": "t", "ə": "e", "Ə": "e",
}  # fmt: skip
TABLE = str.maketrans(LETTERS)
TOKENIZER = "unicode61 remove_diacritics 2"


def folded(words: str) -> str:
    """The words with the letters that are looked up in the place of those that are written."""
    return words.translate(TABLE)


def folded_in_sql(column: str) -> str:
    """The same as an expression of SQL, for an index that any tool can write to."""
    for letter, plain in LETTERS.items():
        column = f"replace({column}, '{letter}', '{plain}')"
    return column


def index_of_folded(table: str, columns: Sequence[str], *, is_stemmed: bool) -> Iterator[str]:
    """What makes a full-text index of the columns with their letters folded, fills it, and keeps it up to date."""
    index, view, names = f"{table}_fts", f"{table}_folded", ", ".join(columns)
    tokenizer = f"porter {TOKENIZER}" if is_stemmed else TOKENIZER
    listed = ", ".join(f"{folded_in_sql(column)} as {column}" for column in columns)
    yield f"create view {view} as select id, {listed} from {table}"  # noqa: S608  # our own tables
    options = f"content='{view}', content_rowid='id', tokenize='{tokenizer}'"
    yield f"create virtual table {index} using fts5({names}, {options})"
    new, old = (
        ", ".join((f"{row}.id", *(folded_in_sql(f"{row}.{column}") for column in columns)))
        for row in ("new", "old")
    )
    filed = f"insert into {index} (rowid, {names}) values ({new});"  # noqa: S608  # our own tables
    taken = f"insert into {index} ({index}, rowid, {names}) values ('delete', {old});"  # noqa: S608  # our own tables
    for event, does in (("insert", filed), ("delete", taken), ("update", taken + filed)):
        yield f"create trigger {table}_{event}_folded after {event} on {table} begin {does} end"
    yield f"insert into {index} ({index}) values ('rebuild')"  # noqa: S608  # our own tables
