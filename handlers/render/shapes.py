"""The JSON shapes that Nutgraf prints and stores, and the way back from them.

`article_from_shape(article_shape(a)) == a`, and the same for a brief, also after a trip through
`json.dumps`. Numbers are JSON numbers, so a value keeps the 15 digits that a float holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from summarizer.model import (
    Article,
    Brief,
    Bullet,
    Claim,
    ClaimsDiffer,
    Compared,
    Credit,
    Cue,
    Dateline,
    Digest,
    DigestStory,
    Dropped,
    Entry,
    Evidence,
    Extract,
    Figure,
    KeyFigure,
    Line,
    Note,
    Opposed,
    Post,
    Source,
    Span,
    Statement,
    Table,
)

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
        "dropped": _dropped_shape(article.dropped),
        "section": article.section,
        "standfirst": article.standfirst,
        "dateline": article.dateline
        and {"place": article.dateline.place} | _span_shape(article.dateline.span),
        "subheads": [_span_shape(span) for span in article.subheads],
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
        published=_time(shape.get("published")),
        modified=_time(shape.get("modified")),
        language=shape.get("language"),
        agency=shape.get("agency"),
        posts=tuple(_post_from_shape(post) for post in shape.get("posts", ())),
        paywalled=shape.get("paywalled", False),
        dropped=_dropped_from_shape(shape.get("dropped", {})),
        section=shape.get("section"),
        standfirst=shape.get("standfirst"),
        dateline=_dateline_from_shape(shape.get("dateline")),
        subheads=tuple(_span(span) for span in shape.get("subheads", ())),
        entries=tuple(_entry_from_shape(entry) for entry in shape.get("entries", ())),
        notes=tuple(_note_from_shape(note) for note in shape.get("notes", ())),
        captions=tuple(shape.get("captions", ())),
        tables=tuple(_table_from_shape(table) for table in shape.get("tables", ())),
    )


def statement_shape(statement: Statement) -> Shape:
    """One attribution as `extract --jsonl` prints it."""
    return {
        "source": statement.source and _source_shape(statement.source),
        "cue": statement.cue and {"text": statement.cue.text} | _span_shape(statement.cue.span),
        "content": [_span_shape(span) for span in statement.content],
        "kind": statement.kind,
        "via": statement.via,
        "post": statement.post,
    }


def statement_from_shape(shape: Mapping[str, Any]) -> Statement:
    source, cue = shape["source"], shape["cue"]
    return Statement(
        content=tuple(_span(span) for span in shape["content"]),
        kind=shape["kind"],
        source=source and Source(source["name"], source["mention"], _span(source), source.get("role")),
        cue=cue and Cue(cue["text"], _span(cue)),
        via=shape.get("via"),
        post=shape.get("post"),
    )


def figure_shape(figure: Figure) -> Shape:
    """One newsroom number: a range has "low" and "high", any other "value"; a vague count has all three, null."""
    return {
        **_span_shape(figure.span),
        "surface": figure.surface,
        **_amount_shape(figure),
        "modifier": figure.modifier,
        "unit": figure.unit,
        "concept": figure.concept,
        "source": figure.source,
        "hedge": figure.hedge,
        "conversion": figure.conversion,
        "compared": figure.compared and _compared_shape(figure.compared),
        "changed": figure.changed,
    }


def _compared_shape(compared: Compared) -> Shape:
    return _span_shape(compared.span) | {"text": compared.text, "value": _number(compared.value)}


def _compared_from_shape(shape: Mapping[str, Any]) -> Compared:
    return Compared(shape["text"], _span(shape), _decimal(shape.get("value")))


def figure_from_shape(shape: Mapping[str, Any]) -> Figure:
    return Figure(
        span=_span(shape),
        surface=shape["surface"],
        value=_decimal(shape.get("value")),
        low=_decimal(shape.get("low")),
        high=_decimal(shape.get("high")),
        modifier=shape.get("modifier"),
        unit=shape.get("unit"),
        concept=shape.get("concept"),
        source=shape.get("source"),
        hedge=shape.get("hedge"),
        conversion=shape.get("conversion"),
        compared=(compared := shape.get("compared")) and _compared_from_shape(compared),
        changed=shape.get("changed", False),
    )


def extract_shape(extract: Extract) -> Shape:
    return {
        "statements": [statement_shape(statement) for statement in extract.statements],
        "figures": [figure_shape(figure) for figure in extract.figures],
    }


def extract_from_shape(shape: Mapping[str, Any]) -> Extract:
    return Extract(
        tuple(statement_from_shape(statement) for statement in shape["statements"]),
        tuple(figure_from_shape(figure) for figure in shape["figures"]),
    )


def brief_shape(brief: Brief) -> Shape:
    """The brief as `brief --json` prints it and as the archive keeps it."""
    articles = [article_shape(article) for article in brief.articles]
    return {
        "articles": articles,
        "article": articles[0],
        "lead": [_line_shape(line) for line in brief.lead],
        "bullets": [_bullet_shape(bullet) for bullet in brief.bullets],
        "figures": [_key_figure_shape(figure) for figure in brief.figures],
        "differ": [differ_shape(one) for one in brief.differ],
        "opposed": [_opposed_shape(one) for one in brief.opposed],
        "dropped": _dropped_shape(brief.dropped),
    }


def brief_from_shape(shape: Mapping[str, Any]) -> Brief:
    """The brief of a shape; KeyError for one that lacks a part, ValueError for one without evidence."""
    return Brief(
        articles=tuple(article_from_shape(article) for article in shape["articles"]),
        lead=tuple(_line_from_shape(line) for line in shape["lead"]),
        bullets=tuple(_bullet_from_shape(bullet) for bullet in shape["bullets"]),
        figures=tuple(_key_figure_from_shape(figure) for figure in shape["figures"]),
        dropped=_dropped_from_shape(shape["dropped"]),
        differ=tuple(differ_from_shape(one) for one in shape.get("differ", ())),
        opposed=tuple(_opposed_from_shape(one) for one in shape.get("opposed", ())),
    )


def digest_shape(digest: Digest) -> Shape:
    """The digest as `digest --json` prints it; the day is ISO 8601."""
    return {
        "day": digest.day.isoformat(),
        "stories": [_story_shape(story) for story in digest.stories],
        "briefly": [_story_shape(story) for story in digest.briefly],
    }


def _story_shape(story: DigestStory) -> Shape:
    return {
        "headline": story.headline,
        "outlets": [{"outlet": link.outlet, "url": link.url, "title": link.title} for link in story.outlets],
        "lead": story.lead and _line_shape(story.lead),
        "bullets": [_bullet_shape(bullet) for bullet in story.bullets],
        "figures": [_key_figure_shape(figure) for figure in story.figures],
        "differ": [differ_shape(one) for one in story.differ],
        "opposed": [_opposed_shape(one) for one in story.opposed],
        "voices": [{"agency": voice.agency, "outlets": list(voice.outlets)} for voice in story.voices],
        "earlier": story.earlier,
        "more": story.more,
    }


def differ_shape(differ: ClaimsDiffer) -> Shape:
    """One quantity with its values, each with source, outlets and time."""
    return {
        "about": differ.about,
        "kind": differ.kind,
        "claims": [
            {
                "figure": figure_shape(claim.figure),
                "source": claim.source,
                "outlets": list(claim.outlets),
                "at": claim.at and claim.at.isoformat(),
                "evidence": _evidence_shape(claim.evidence),
            }
            for claim in differ.claims
        ],
    }


def differ_from_shape(shape: Mapping[str, Any]) -> ClaimsDiffer:
    claims = (
        Claim(
            figure_from_shape(claim["figure"]),
            claim["source"],
            tuple(claim["outlets"]),
            _time(claim["at"]),
            _evidence(claim["evidence"]),
        )
        for claim in shape["claims"]
    )
    return ClaimsDiffer(shape["about"], shape["kind"], tuple(claims))


def _opposed_shape(opposed: Opposed) -> Shape:
    return {"first": _bullet_shape(opposed.first), "second": _bullet_shape(opposed.second)}


def _opposed_from_shape(shape: Mapping[str, Any]) -> Opposed:
    return Opposed(_bullet_from_shape(shape["first"]), _bullet_from_shape(shape["second"]))


def _bullet_shape(bullet: Bullet) -> Shape:
    return {
        "source": bullet.source and {"name": bullet.source.name, "role": bullet.source.role},
        "cue": bullet.cue,
        "kind": bullet.kind,
        "text": bullet.text,
        "via": bullet.via,
        "post": bullet.post,
        "evidence": _evidence_shape(bullet.evidence),
    }


def _bullet_from_shape(shape: Mapping[str, Any]) -> Bullet:
    source = shape["source"]
    return Bullet(
        source=source and Credit(source["name"], source.get("role")),
        cue=shape["cue"],
        kind=shape["kind"],
        text=shape["text"],
        evidence=_evidence(shape["evidence"]),
        via=shape.get("via"),
        post=shape.get("post"),
    )


def _line_shape(line: Line) -> Shape:
    return {"text": line.text, "evidence": _evidence_shape(line.evidence)}


def _line_from_shape(shape: Mapping[str, Any]) -> Line:
    return Line(shape["text"], _evidence(shape["evidence"]))


def _key_figure_shape(figure: KeyFigure) -> Shape:
    return figure_shape(figure.figure) | {"evidence": _evidence_shape(figure.evidence)}


def _key_figure_from_shape(shape: Mapping[str, Any]) -> KeyFigure:
    return KeyFigure(figure_from_shape(shape), _evidence(shape["evidence"]))


def _evidence_shape(evidence: Iterable[Evidence]) -> list[Shape]:
    return [{"url": proof.url} | _span_shape(proof.span) for proof in evidence]


def _evidence(shapes: Iterable[Mapping[str, Any]]) -> tuple[Evidence, ...]:
    return tuple(Evidence(shape["url"], _span(shape)) for shape in shapes)


def _source_shape(source: Source) -> Shape:
    return {"name": source.name, "role": source.role, "mention": source.mention} | _span_shape(source.span)


def _post_shape(post: Post) -> Shape:
    return {
        "platform": post.platform,
        "name": post.name,
        "handle": post.handle,
        "date": post.date,
        "text": post.text,
        **_span_shape(post.span),
    }


def _post_from_shape(shape: Mapping[str, Any]) -> Post:
    return Post(
        platform=shape["platform"],
        name=shape["name"],
        handle=shape["handle"],
        date=shape["date"],
        text=shape["text"],
        span=_span(shape),
    )


def _dateline_from_shape(shape: Mapping[str, Any] | None) -> Dateline | None:
    return None if shape is None else Dateline(shape["place"], _span(shape))


def _entry_shape(entry: Entry) -> Shape:
    moment = entry.at and entry.at.isoformat()
    return {"time": entry.time, "at": moment, "title": entry.title} | _span_shape(entry.span)


def _entry_from_shape(shape: Mapping[str, Any]) -> Entry:
    return Entry(_span(shape), shape["time"], _time(shape.get("at")), shape.get("title"))


def _note_shape(note: Note) -> Shape:
    """A note beside the text has no place in it: start and end are null."""
    place = _span_shape(note.span) if note.span else {"start": None, "end": None}
    return {"kind": note.kind, "text": note.text} | place


def _note_from_shape(shape: Mapping[str, Any]) -> Note:
    return Note(shape["kind"], shape["text"], None if shape["start"] is None else _span(shape))


def _table_shape(table: Table) -> Shape:
    return {
        "caption": table.caption,
        "header": list(table.header),
        "rows": [list(row) for row in table.rows],
    }


def _table_from_shape(shape: Mapping[str, Any]) -> Table:
    return Table(tuple(map(tuple, shape["rows"])), tuple(shape["header"]), shape.get("caption"))


def _dropped_shape(dropped: Dropped) -> Shape:
    return {
        "duplicate_sentences": dropped.duplicate_sentences,
        "boilerplate_lines": dropped.boilerplate_lines,
    }


def _dropped_from_shape(shape: Mapping[str, Any]) -> Dropped:
    return Dropped(shape.get("duplicate_sentences", 0), shape.get("boilerplate_lines", 0))


def _span_shape(span: Span) -> Shape:
    return {"start": span.start, "end": span.end}


def _span(shape: Mapping[str, Any]) -> Span:
    return Span(shape["start"], shape["end"])


def _amount_shape(figure: Figure) -> Shape:
    if figure.low is not None or figure.high is not None:
        return {"low": _number(figure.low), "high": _number(figure.high)}
    if figure.value is None:
        return {"value": None, "low": None, "high": None}
    return {"value": _number(figure.value)}


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _decimal(number: float | None) -> Decimal | None:
    # By way of its digits: Decimal(0.1) is 0.1000000000000000055…
    return None if number is None else Decimal(str(number))


def _time(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
