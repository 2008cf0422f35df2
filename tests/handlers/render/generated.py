"""Generated articles and briefs: any Unicode, any number of bullets, names of any length."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from summarizer.model import (
    Article,
    Brief,
    Bullet,
    Compared,
    Credit,
    Cue,
    Dateline,
    Digest,
    DigestStory,
    Dropped,
    Entry,
    Evidence,
    Figure,
    KeyFigure,
    Line,
    Note,
    OutletLink,
    Post,
    Source,
    Span,
    Statement,
    Table,
    Unread,
)
from tests.examples import examples

LONGEST_IN_ALL = (
    600_000  # characters of a brief's statements: they are places of one text, and a book has no more
)

# A whole brief takes as long as many small texts, and minutes to shrink: fewer of them, reported as found.
whole = settings(
    max_examples=examples(1 / 8),
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=list(HealthCheck),
)

# What Slack, Markdown and terminals give a meaning, mixed into any other text.
TRICKS = (
    "<!channel>", "<!here|x>", "<@U123456>", "<#C1>", "<https://evil.example|ok>", "*", "_", "~", "`", "```", "&amp;",
    "&", "<", ">", "|", ":bomb:", "\n", "\n> ", "\x1b[31m", "\u202e", "\u200b", "\x00", "“", "”", '"', "😀", " ",
)  # fmt: skip

words = st.lists(st.one_of(st.text(max_size=12), st.sampled_from(TRICKS)), max_size=8).map("".join)
long_words = st.builds(lambda piece, times: piece * times, words, st.sampled_from((1, 1, 1, 7, 120, 10_000)))
texts = long_words.map(lambda text: text[:10_000])
maybe_texts = st.none() | texts
urls = st.one_of(
    st.just("https://outlet.example/story?a=1&b=2"),
    st.builds("https://outlet.example/{}".format, words),
    st.builds(lambda path: f"http://outlet.example/{path * 2000}"[:4000], words),
    st.just("file:///tmp/story.txt"),
    words,
)
spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 400), st.integers(1, 200))
evidence = st.lists(st.builds(Evidence, urls, spans), min_size=1, max_size=5).map(tuple)
kinds = st.sampled_from(("direct", "mixed", "indirect"))
FIRST, LAST = datetime.fromisoformat("1900-01-01"), datetime.fromisoformat("2200-01-01")
zones = st.sampled_from((None, UTC, timezone(timedelta(hours=5, minutes=30)), timezone(-timedelta(hours=8))))
moments = st.none() | st.datetimes(FIRST, LAST, timezones=zones)  # type: ignore[arg-type]  # it takes None for "no zone"
dropped = st.builds(Dropped, st.integers(0, 10**6), st.integers(0, 10**6))
# As many digits as a JSON number keeps.
decimals = st.builds(
    lambda digits, places: Decimal(digits).scaleb(-places), st.integers(-(10**14), 10**14), st.integers(0, 6)
)

cells = st.lists(words, max_size=3).map(tuple)
rows = st.lists(cells, max_size=3).map(tuple)

articles = st.builds(
    Article,
    url=urls,
    text=texts,
    canonical_url=urls,
    title=maybe_texts,
    outlet=maybe_texts,
    byline=st.lists(words, max_size=3).map(tuple),
    published=moments,
    modified=moments,
    language=st.none() | st.just("en"),
    agency=maybe_texts,
    posts=st.lists(
        st.builds(Post, words, maybe_texts, maybe_texts, maybe_texts, words, spans), max_size=2
    ).map(tuple),
    paywalled=st.booleans(),
    incomplete=st.booleans(),
    dropped=dropped,
    section=maybe_texts,
    standfirst=maybe_texts,
    dateline=st.none() | st.builds(Dateline, words, spans),
    subheads=st.lists(spans, max_size=2).map(tuple),
    entries=st.lists(st.builds(Entry, spans, words, moments, maybe_texts), max_size=2).map(tuple),
    notes=st.lists(
        st.builds(Note, st.sampled_from(("correction", "update")), words, st.none() | spans), max_size=2
    ).map(tuple),
    captions=st.lists(words, max_size=2).map(tuple),
    tables=st.lists(st.builds(Table, rows, cells, maybe_texts), max_size=2).map(tuple),
)

bullets = st.builds(
    Bullet,
    source=st.none() | st.builds(Credit, texts, maybe_texts),
    cue=maybe_texts,
    kind=kinds,
    text=texts,
    evidence=evidence,
    via=maybe_texts,
    post=maybe_texts,
    cut_elsewhere=st.booleans(),
    otherwise=st.lists(texts, max_size=2).map(tuple),
    only_here=st.booleans(),
    line=texts,
)


def amounts() -> st.SearchStrategy[dict[str, Any]]:
    """A value, or a range, or neither."""
    bounds = st.tuples(decimals, decimals).map(lambda pair: {"low": min(pair), "high": max(pair)})
    return st.one_of(st.just({}), decimals.map(lambda value: {"value": value}), bounds)


figures = st.builds(
    lambda amount, **known: Figure(**known, **amount),
    amounts(),
    span=spans,
    surface=texts,
    modifier=maybe_texts,
    unit=st.sampled_from((None, "percentage", "dollar", "people", "kilometre")) | maybe_texts,
    concept=maybe_texts,
    source=maybe_texts,
    hedge=maybe_texts,
    conversion=maybe_texts,
    compared=st.none() | st.builds(Compared, texts, spans, st.none() | decimals),
    denied=st.booleans(),
    changed=st.booleans(),
)
key_figures = st.builds(KeyFigure, figures, evidence)
unread = st.builds(Unread, spans, words, words)

lines = st.builds(Line, texts, evidence)

statements = st.builds(
    Statement,
    content=st.lists(spans, min_size=1, max_size=3).map(tuple),
    kind=kinds,
    source=st.none() | st.builds(Source, words, words, spans, st.none() | words),
    cue=st.none() | st.builds(Cue, words, spans),
    via=st.none() | words,
    post=st.none() | words,
)


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    """A brief of 0 to 500 bullets and as many statements that it does not show, told under numbered sources."""
    pages = draw(st.lists(articles, min_size=1, max_size=3))
    made = draw(st.lists(bullets, max_size=6))
    count = draw(st.sampled_from((0, 1, 3, 20, 60, 500))) if made else 0
    unshown = draw(st.sampled_from((0, 0, 1, 3, 60, 500))) if made else 0
    most = LONGEST_IN_ALL // max(1, count + unshown)
    whole = [numbered(made[number % len(made)], number, most) for number in range(count + unshown)]
    cut = [replace(one, text=one.text[:9], is_cut=True) for one in whole[:1] if draw(st.booleans())]
    return Brief(
        tuple(pages),
        tuple(draw(st.lists(lines, max_size=4))),
        (*cut, *whole[len(cut) : count]) if count else (),
        tuple(draw(st.lists(key_figures, max_size=5))),
        draw(dropped),
        unread=tuple(draw(st.lists(unread, max_size=3))),
        more=(*whole[: len(cut) if count else 0], *whole[count:]),
        more_figures=tuple(draw(st.lists(key_figures, max_size=3))),
    )


def numbered(bullet: Bullet, number: int, most: int) -> Bullet:
    """`bullet`, said by one of several sources and told apart by its number; of its words so many characters."""
    source = Credit(f"{bullet.source.name}{number % 70}", bullet.source.role) if bullet.source else None
    text, line = f"{number}. {bullet.text[:most]}", f"{number}. {bullet.line[:most]}"
    return replace(bullet, source=source, text=text, line=line, cut_elsewhere=False, otherwise=())


@st.composite
def digests(draw: st.DrawFn) -> Digest:
    """A digest of 0 to 14 stories."""
    made = draw(st.lists(stories(), max_size=4))
    count = draw(st.sampled_from((0, 1, 3, 14))) if made else 0
    told = tuple(made[number % len(made)] for number in range(count))
    split = draw(st.integers(0, count))
    return Digest(draw(st.dates(date(2000, 1, 1), date(2100, 1, 1))), told[:split], told[split:])


def stories() -> st.SearchStrategy[DigestStory]:
    outlets = st.lists(st.builds(OutletLink, texts, urls, texts), min_size=1, max_size=9).map(tuple)
    return st.builds(
        DigestStory,
        headline=texts,
        outlets=outlets,
        lead=st.none() | lines,
        bullets=st.lists(bullets, max_size=6).map(tuple),
        figures=st.lists(key_figures, max_size=4).map(tuple),
        more=st.integers(0, 300),
    )
