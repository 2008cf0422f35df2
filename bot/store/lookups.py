"""The archive as people read it: full-text search over statements, figures and articles, for whoever may see them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from itertools import combinations
from typing import Any, TypeVar

from bot.database import DatabaseFile
from bot.folding import folded, folded_in_sql
from bot.sqlite_tables import Database
from handlers.domain.lookups import Fewer, FoundFigure, FoundQuotation, FoundStatement, Origin
from handlers.domain.quotations import check, likeness, parts_of, tokens
from handlers.domain.viewers import Viewer
from handlers.render.shapes import brief_from_shape, line_before
from summarizer.model import Brief, Bullet, Credit, Evidence, Figure, KeyFigure, Span

Row = dict[str, Any]
T = TypeVar("T")

OVERFETCH = 4  # the same article is often briefed in several channels; each of its lines is told once
PHRASE = re.compile(r"[“\"]([^“”\"]+)[”\"]|(\S+)")
ABOUT = " about "
CANDIDATES = 40  # articles that are held against a quotation
LEAST_SAID = 0.8  # of a passage's words must stand in the statement of whoever is credited with it
MOST_FEWER, MOST_LEFT_OUT = 3, 6  # shorter searches that are told; words of which some are left out
RAREST = 5  # of its words; the archive is asked for any three of them

# Who may see a brief: see handlers/domain/viewers.py. Bound once a query, so that the same plan serves everybody.
VISIBLE = """
(:operator and b.audience != 'private'
 or b.team = :team
    and (b.channel in (select value from json_each(:channels)) or b.channel like 'D%' and b.user = :user)
    and (b.audience != 'private' or b.user = :user))
"""
ORIGIN = "b.url, b.title, b.outlet, b.published, b.channel, b.at"
NEWEST = f"match :match and {VISIBLE} order by f.rowid desc limit :most"
STATEMENTS = (
    f"select s.*, {ORIGIN} from statements_fts f cross join statements s on s.id = f.rowid"  # noqa: S608  # ours
    f" cross join briefs b on b.id = s.brief where statements_fts {NEWEST}"
)
FIGURES = (
    f"select g.*, {ORIGIN} from figures_fts f cross join figures g on g.id = f.rowid"  # noqa: S608  # ours
    f" cross join briefs b on b.id = g.brief where figures_fts {NEWEST}"
)
ARTICLES = (
    f"select b.brief as shape, t.url as page, t.text, {ORIGIN}"  # noqa: S608  # ours
    f" from articles_fts f cross join articles t on t.id = f.rowid cross join briefs b on b.id = t.brief where articles_fts {NEWEST}"
)
STATEMENTS_OF = f"{STATEMENTS.partition(' match :match')[0]} match :match and {VISIBLE}"
IN_STATEMENT = (
    "select s.brief from statements_fts f join statements s on s.id = f.rowid where statements_fts match"
)
IN_FIGURE = "select g.brief from figures_fts f join figures g on g.id = f.rowid where figures_fts match"
HAS = (
    f"(b.id in ({IN_STATEMENT} :word{{number}} union {IN_FIGURE} :word{{number}})"
    f" or ' ' || {folded_in_sql('b.title')} like :title{{number}})"
)
LATEST = f"select {ORIGIN} from briefs b where {VISIBLE} order by b.at desc, b.id limit :most"  # noqa: S608  # ours


class StoredLookups:
    """Fulfils handlers.domain.lookups.Lookups over nutgraf.db."""

    def __init__(self, database: DatabaseFile) -> None:
        self.database = database

    def search(
        self, viewer: Viewer | None, words: str, most: int, skip: int = 0
    ) -> tuple[FoundStatement, ...]:
        found = self.statements(viewer, match_all(words), most + skip, 0)
        if len(found) < most + skip:
            found += self.anywhere(viewer, parts_to_match(words), most + skip)
        return once(found, line_of, most, skip)

    def anywhere(self, viewer: Viewer | None, parts: Sequence[str], most: int) -> tuple[FoundStatement, ...]:
        """Statements with one of the words, of the briefs that have all of them anywhere."""
        if len(parts) < 2:  # noqa: PLR2004  # one word stands in a statement, or nowhere
            return ()
        query = f"{STATEMENTS_OF} and {has_all(len(parts))} order by f.rowid desc limit :most"
        found = self.rows(query, viewer, " OR ".join(parts), most, 0, parts)
        return once(map(statement_of, found), line_of, most, 0)

    def fewer(self, viewer: Viewer | None, words: str) -> tuple[Fewer, ...]:
        parts = parts_to_match(words)[:MOST_LEFT_OUT]
        for size in range(len(parts) - 1, 0, -1):
            found = [self.articles_with(viewer, some) for some in combinations(parts, size)]
            if any(one.articles for one in found):
                return tuple(sorted((one for one in found if one.articles), key=lambda one: -one.articles))[
                    :MOST_FEWER
                ]
        return ()

    def articles_with(self, viewer: Viewer | None, parts: Sequence[str]) -> Fewer:
        """In how many articles' briefs all of these stand."""
        query = f"select count(distinct b.url) as articles from briefs b where {VISIBLE} and {has_all(len(parts))}"  # noqa: S608  # ours
        (row,) = self.rows(query, viewer, " AND ".join(parts), 1, 0, parts)
        return Fewer(" ".join(part.strip('"') for part in parts), row["articles"])

    def who(self, viewer: Viewer | None, name: str, most: int, skip: int = 0) -> tuple[FoundStatement, ...]:
        person, _, topic = name.partition(ABOUT)
        match = f"{{source role}} : ({match_all(person)})" if match_all(person) else ""
        about = match_all(topic)
        return self.statements(
            viewer, f"{match} AND text : ({about})" if match and about else match, most, skip
        )

    def statements(
        self, viewer: Viewer | None, match: str, most: int, skip: int
    ) -> tuple[FoundStatement, ...]:
        found = self.rows(STATEMENTS, viewer, match, most, skip)
        return once(map(statement_of, found), line_of, most, skip)

    def figures(self, viewer: Viewer | None, words: str, most: int, skip: int = 0) -> tuple[FoundFigure, ...]:
        found = self.rows(FIGURES, viewer, match_all(words), most, skip)
        return once(map(figure_of, found), place_of, most, skip)

    def latest(self, viewer: Viewer | None, most: int, skip: int = 0) -> tuple[Origin, ...]:
        with self.database.reading() as db:
            found = list(db.query(LATEST, bounds(viewer) | reach(most, skip)))
        return once(map(origin_of, found), lambda one: one.url, most, skip)

    def rows(  # noqa: PLR0913, PLR0917  # a query with its bounds
        self, query: str, viewer: Viewer | None, match: str, most: int, skip: int, parts: Sequence[str] = ()
    ) -> list[Row]:
        """What a full-text query finds; nothing for one without a word. `parts` are the words of `has_all`."""
        if not match:
            return []
        words = {f"word{number}": part for number, part in enumerate(parts)}
        titles = {f"title{number}": f"% {part.strip(chr(34))}%" for number, part in enumerate(parts)}
        limits = bounds(viewer) | reach(most, skip) | {"match": match}
        with self.database.reading() as db:
            return list(db.query(query, limits | words | titles))

    def check(self, viewer: Viewer | None, quotation: str, most: int) -> tuple[FoundQuotation, ...]:
        with self.database.reading() as db:
            rows = list(candidates(db, bounds(viewer), quotation))
        found = [one for row in rows if (one := quotation_of(row, quotation))]
        found.sort(key=lambda one: (-one.checked.likeness, not one.checked.is_quoted))
        return once(found, lambda one: one.origin.url, most, 0)


def bounds(viewer: Viewer | None) -> Row:
    """The parameters of VISIBLE."""
    if viewer is None:
        return {"operator": 1, "team": "", "user": "", "channels": "[]"}
    channels = json.dumps(sorted(viewer.channels))
    return {"operator": 0, "team": viewer.team, "user": viewer.user, "channels": channels}


def reach(most: int, skip: int) -> Row:
    """Rows enough to give `most` different lines behind the first `skip`."""
    return {"most": (most + skip) * OVERFETCH}


def once(found: Iterable[T], key: Callable[[T], object], most: int, skip: int) -> tuple[T, ...]:
    """The first of each `key`, `most` of them behind the first `skip`."""
    kept: dict[object, T] = {}
    for one in found:
        kept.setdefault(key(one), one)
    return tuple(kept.values())[skip : skip + most]


def match_all(words: str) -> str:
    """An FTS5 query for all of `words`. Empty for no word."""
    return " AND ".join(parts_to_match(words))


def parts_to_match(words: str) -> list[str]:
    """The words of a search as FTS5 wants them; what stands in quotation marks stays together."""
    parts = (found[1] or found[2] for found in PHRASE.finditer(words))
    cleaned = (" ".join(folded(token.key) for token in tokens(part)) for part in parts)
    return [f'"{part}"' for part in dict.fromkeys(cleaned) if part]


def has_all(count: int) -> str:
    """A condition: the brief b has each of so many words in a statement, a figure or its headline."""
    return " and ".join(HAS.format(number=number) for number in range(count))


def candidates(db: Database, limits: Row, quotation: str) -> Iterator[Row]:
    """Articles that may hold a quotation: those with its longest words, all of them first, then any three."""
    keys = {folded(token.key) for part in parts_of(quotation) for token in tokens(part)}
    longest = sorted(keys, key=lambda key: (-len(key), key))[:RAREST]
    seen = set()
    for match in matches_of(longest):
        for row in db.query(ARTICLES, limits | {"match": match, "most": CANDIDATES}):
            if (row["page"], row["channel"]) not in seen:
                seen.add((row["page"], row["channel"]))
                yield row
        if len(seen) >= CANDIDATES:
            return


def matches_of(words: Sequence[str]) -> Iterator[str]:
    """All of the words; then all but one or two of them, should the quotation have them wrong."""
    quoted = [f'"{word}"' for word in words]
    if quoted:
        yield " AND ".join(quoted)
    for left_out in range(len(quoted)):
        rest = quoted[:left_out] + quoted[left_out + 1 :]
        if len(rest) > 1:
            yield " AND ".join(rest[:3])


def origin_of(row: Row) -> Origin:
    published = row["published"]
    return Origin(
        url=row["url"],
        title=row["title"],
        outlet=row["outlet"],
        published=datetime.fromisoformat(published) if published else None,
        channel=row["channel"],
        at=datetime.fromisoformat(row["at"]),
    )


def statement_of(row: Row) -> FoundStatement:
    credit = Credit(row["source"], row["role"]) if row["source"] else None
    line = row["line"] or line_before(row["cue"], row["kind"], row["text"])
    proof = evidence_of(row)
    bullet = Bullet(credit, row["cue"], row["kind"], row["text"], proof, row["via"], row["post"], line=line)
    return FoundStatement(bullet, origin_of(row))


def figure_of(row: Row) -> FoundFigure:
    """A figure as far as its row tells: the brief keeps the rest."""
    figure = Figure(
        span=Span(row["start"], row["end"]),
        surface=row["surface"],
        value=as_decimal(row["value"]),
        low=as_decimal(row["low"]),
        high=as_decimal(row["high"]),
        modifier=row["modifier"],
        unit=row["unit"],
        concept=row["concept"],
        source=row["source"],
    )
    return FoundFigure(KeyFigure(figure, evidence_of(row)), origin_of(row))


def evidence_of(row: Row) -> tuple[Evidence, ...]:
    """The first proof of a line."""
    return (Evidence(row["url"], Span(row["start"], row["end"])),)


def line_of(found: FoundStatement) -> object:
    """What makes two found statements one line."""
    source = found.bullet.source
    return source.name if source else None, found.bullet.text, found.origin.url


def place_of(found: FoundFigure) -> object:
    """What makes two found figures one."""
    return found.figure.figure.span, found.origin.url


def as_decimal(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(repr(value))


def quotation_of(row: Row, quotation: str) -> FoundQuotation | None:
    """The nearest passage of one article, with whom its brief credits there."""
    checked = check(quotation, row["text"])
    if checked is None:
        return None
    brief = brief_from_shape(json.loads(row["shape"]))
    span = Span(checked.start, checked.end)
    credit = credited(brief, row["page"], span.of(row["text"]), span)
    return FoundQuotation(checked, credit, origin_of(row | {"url": row["page"]}))


def credited(brief: Brief, url: str, passage: str, span: Span) -> Credit | None:
    """Whom the brief credits with a passage: the source of the bullet that says these words from this place.

    A place alone is not enough: a proof holds words around the statement, and these may be another's.
    """
    words = [token.key for token in tokens(passage)]
    for bullet in brief.statements:
        is_there = any(proof.url == url and proof.span.overlaps(span) for proof in bullet.evidence)
        said = [token.key for token in tokens(bullet.text)]
        if bullet.source and is_there and likeness(words, said) >= LEAST_SAID:
            return bullet.source
    return None
