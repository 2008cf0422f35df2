"""The JSON shape of an Article, and the way back from it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from summarizer.model import Article, Dateline, Dropped, Entry, Note, Post, Span, Table

Shape = dict[str, Any]


def article_shape(article: Article) -> Shape:
    """The page as `page --json` prints it; times are ISO 8601 with their zone."""
    return {
        "url": article.url,
        "canonical_url": article.canonical_url,
        "title": article.title,
        "outlet": article.outlet,
        "byline": list(article.byline),
        "published": article.published and article.published.isoformat(),
        "modified": article.modified and article.modified.isoformat(),
        "language": article.language,
        "agency": article.agency,
        "text": article.text,
        "posts": [_post_shape(post) for post in article.posts],
        "paywalled": article.paywalled,
        "incomplete": article.incomplete,
        "dropped": dropped_shape(article.dropped),
        "section": article.section,
        "standfirst": article.standfirst,
        "dateline": article.dateline
        and {"place": article.dateline.place} | span_shape(article.dateline.span),
        "subheads": [span_shape(span) for span in article.subheads],
        "entries": [_entry_shape(entry) for entry in article.entries],
        "notes": [_note_shape(note) for note in article.notes],
        "captions": list(article.captions),
        "tables": [_table_shape(table) for table in article.tables],
    }


def article_from_shape(shape: Mapping[str, Any]) -> Article:
    """The article of a shape; KeyError without "url" or "text", ValueError for a time that is none."""
    return Article(
        url=shape["url"],
        text=shape["text"],
        canonical_url=shape.get("canonical_url", ""),
        title=shape.get("title"),
        outlet=shape.get("outlet"),
        byline=tuple(shape.get("byline", ())),
        published=time_from_shape(shape.get("published")),
        modified=time_from_shape(shape.get("modified")),
        language=shape.get("language"),
        agency=shape.get("agency"),
        posts=tuple(_post_from_shape(post) for post in shape.get("posts", ())),
        paywalled=shape.get("paywalled", False),
        incomplete=shape.get("incomplete", False),
        dropped=dropped_from_shape(shape.get("dropped", {})),
        section=shape.get("section"),
        standfirst=shape.get("standfirst"),
        dateline=_dateline_from_shape(shape.get("dateline")),
        subheads=tuple(span_from_shape(span) for span in shape.get("subheads", ())),
        entries=tuple(_entry_from_shape(entry) for entry in shape.get("entries", ())),
        notes=tuple(_note_from_shape(note) for note in shape.get("notes", ())),
        captions=tuple(shape.get("captions", ())),
        tables=tuple(_table_from_shape(table) for table in shape.get("tables", ())),
    )


def _post_shape(post: Post) -> Shape:
    return {
        "platform": post.platform,
        "name": post.name,
        "handle": post.handle,
        "date": post.date,
        "text": post.text,
        **span_shape(post.span),
    }


def _post_from_shape(shape: Mapping[str, Any]) -> Post:
    return Post(
        platform=shape["platform"],
        name=shape["name"],
        handle=shape["handle"],
        date=shape["date"],
        text=shape["text"],
        span=span_from_shape(shape),
    )


def _dateline_from_shape(shape: Mapping[str, Any] | None) -> Dateline | None:
    return None if shape is None else Dateline(shape["place"], span_from_shape(shape))


def _entry_shape(entry: Entry) -> Shape:
    moment = entry.at and entry.at.isoformat()
    return {"time": entry.time, "at": moment, "title": entry.title} | span_shape(entry.span)


def _entry_from_shape(shape: Mapping[str, Any]) -> Entry:
    return Entry(span_from_shape(shape), shape["time"], time_from_shape(shape.get("at")), shape.get("title"))


def _note_shape(note: Note) -> Shape:
    """A note beside the text has no place in it: start and end are null."""
    return {"kind": note.kind, "text": note.text, **_place_shape(note.span)}


def _note_from_shape(shape: Mapping[str, Any]) -> Note:
    return Note(shape["kind"], shape["text"], _place_from_shape(shape))


def _table_shape(table: Table) -> Shape:
    """A table that is not printed in the text has no place in it: start and end are null."""
    cells = {"header": list(table.header), "rows": [list(row) for row in table.rows]}
    return {"caption": table.caption, **cells, **_place_shape(table.span)}


def _table_from_shape(shape: Mapping[str, Any]) -> Table:
    rows, header = tuple(map(tuple, shape["rows"])), tuple(shape["header"])
    return Table(rows, header, shape.get("caption"), _place_from_shape(shape))


def _place_shape(span: Span | None) -> Shape:
    return span_shape(span) if span else {"start": None, "end": None}


def _place_from_shape(shape: Mapping[str, Any]) -> Span | None:
    return None if shape.get("start") is None else span_from_shape(shape)


def dropped_shape(dropped: Dropped) -> Shape:
    return {
        "duplicate_sentences": dropped.duplicate_sentences,
        "boilerplate_lines": dropped.boilerplate_lines,
    }


def dropped_from_shape(shape: Mapping[str, Any]) -> Dropped:
    return Dropped(shape.get("duplicate_sentences", 0), shape.get("boilerplate_lines", 0))


def span_shape(span: Span) -> Shape:
    return {"start": span.start, "end": span.end}


def span_from_shape(shape: Mapping[str, Any]) -> Span:
    return Span(shape["start"], shape["end"])


def time_from_shape(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
