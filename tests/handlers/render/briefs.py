"""Hand-built briefs of invented articles, their evidence computed from their texts."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

from summarizer.model import (
    Article,
    Brief,
    Bullet,
    Compared,
    Credit,
    Digest,
    DigestStory,
    Dropped,
    Evidence,
    Figure,
    KeyFigure,
    Kind,
    Line,
    OutletLink,
    Post,
    Span,
)

HARBOUR = """Port Alder closed its container terminal on Monday after inspectors found cracks in two cranes.

“Nobody will work under those cranes until we know why they cracked,” harbour master Ines Okafor said. She \
added that the inspection would take “at least nine days”.

According to the dockworkers’ union, nearly 80% of the week’s cargo had already been sent to Lowmouth, 120 \
kilometres down the coast.

Crane maker Brandt & Sons dismissed the findings as “premature”, as reported by the Coastal Herald.

City records show that repairs worth $1.2 million were put off in 2023.

“We asked for new bolts three years in a row,” the union wrote. pic of a bolt"""

LOWMOUTH = """Lowmouth expects up to 40 extra ships this week, its port authority said on Tuesday.

Two cranes at Port Alder were found to be cracked. “We can take them all,” authority spokesman Leo Varga said."""


def span_of(text: str, passage: str) -> Span:
    start = text.index(passage)
    return Span(start, start + len(passage))


def article(text: str, url: str, **known: object) -> Article:
    return Article(url=url, text=text, canonical_url=url, language="en", **known)  # type: ignore[arg-type]


HARBOUR_ARTICLE = article(
    HARBOUR,
    "https://www.alder-gazette.example/news/cranes?id=7&page=1",
    title="Port Alder shuts terminal over cracked cranes & “put off” repairs",
    outlet="The Alder Gazette",
    byline=("Mara Lind", "Tom Osei"),
    published=datetime(2026, 3, 9, 14, 5, tzinfo=UTC),
    modified=datetime(2026, 3, 9, 18, 30, tzinfo=timezone(timedelta(hours=1))),
    agency="AP",
    posts=(
        Post(
            "X",
            "Dockworkers of Alder",
            "@alder_docks",
            "March 9, 2026",
            "“We asked for new bolts three years in a row,”",
            span_of(HARBOUR, "“We asked for new bolts three years in a row,”"),
        ),
    ),
    paywalled=True,
    incomplete=True,
    dropped=Dropped(12, 5),
)

LOWMOUTH_ARTICLE = article(
    LOWMOUTH,
    "https://lowmouth-post.example/ships",
    title="Lowmouth ready for diverted ships",
    outlet="Lowmouth Post",
    published=datetime(2026, 3, 10, tzinfo=UTC),
)


def proof(of: Article, passage: str) -> Evidence:
    return Evidence(of.url, span_of(of.text, passage))


def bullet(  # as many as a bullet has parts
    of: Article,
    passage: str,
    *,
    source: Credit | None = None,
    cue: str | None = None,
    kind: Kind = "indirect",
    via: str | None = None,
    post: str | None = None,
    line: str = "",
) -> Bullet:
    return Bullet(source, cue, kind, passage, (proof(of, passage),), via, post, line=line)


OKAFOR = Credit("Ines Okafor", "harbour master")
UNION = Credit("the dockworkers’ union")

HARBOUR_BULLETS = (
    bullet(
        HARBOUR_ARTICLE,
        "“Nobody will work under those cranes until we know why they cracked,”",
        source=OKAFOR,
        cue="said",
        kind="direct",
    ),
    bullet(
        HARBOUR_ARTICLE,
        "nearly 80% of the week’s cargo had already been sent to Lowmouth, 120 kilometres down the coast",
        source=UNION,
        cue="According to",
        line="Nearly 80% of the week’s cargo had already been sent to Lowmouth, 120 kilometres down the coast",
    ),
    bullet(
        HARBOUR_ARTICLE,
        "that the inspection would take “at least nine days”",
        source=Credit("Ines Okafor"),
        cue="added",
        kind="mixed",
        line="added that the inspection would take “at least nine days”",
    ),
    bullet(
        HARBOUR_ARTICLE,
        "the findings as “premature”",
        source=Credit("Brandt & Sons", "Crane maker"),
        cue="dismissed",
        kind="mixed",
        line="dismissed the findings as “premature”",
        via="the Coastal Herald",
    ),
    bullet(
        HARBOUR_ARTICLE,
        "repairs worth $1.2 million were put off in 2023",
        source=Credit("City records"),
        cue="show",
        line="show that repairs worth $1.2 million were put off in 2023",
    ),
    bullet(
        HARBOUR_ARTICLE,
        "“We asked for new bolts three years in a row,”",
        source=UNION,
        kind="direct",
        post="@alder_docks, March 9, 2026",
    ),
)


def figure(of: Article, surface: str, **known: object) -> KeyFigure:
    where = proof(of, surface)
    return KeyFigure(Figure(where.span, surface, **known), (where,))  # type: ignore[arg-type]


HARBOUR_FIGURES = (
    figure(
        HARBOUR_ARTICLE,
        "nearly 80%",
        value=Decimal(80),
        modifier="nearly",
        unit="percentage",
        concept="the week’s cargo sent to Lowmouth",
        source="the dockworkers’ union",
        compared=Compared("up from 12% a week earlier", Span(0, 26), Decimal(12)),
    ),
    figure(
        HARBOUR_ARTICLE,
        "$1.2 million",
        value=Decimal(1200000),
        unit="dollar",
        concept="repairs put off",
        source="City records",
    ),
    figure(
        HARBOUR_ARTICLE,
        "nine",
        value=Decimal(9),
        modifier="at least",
        unit="day",
        concept="inspection",
        source="Ines Okafor",
    ),
    figure(HARBOUR_ARTICLE, "two", value=Decimal(2), concept="cracked cranes"),
)

HARBOUR_LEAD = Line(
    "Port Alder closed its container terminal on Monday after inspectors found cracks in two cranes.",
    (
        proof(
            HARBOUR_ARTICLE,
            "Port Alder closed its container terminal on Monday after inspectors found cracks in two cranes.",
        ),
    ),
)

HARBOUR_BRIEF = Brief((HARBOUR_ARTICLE,), (HARBOUR_LEAD,), HARBOUR_BULLETS, HARBOUR_FIGURES, Dropped(12, 5))

TWO_OUTLETS_BRIEF = Brief(
    (HARBOUR_ARTICLE, LOWMOUTH_ARTICLE),
    (
        Line(
            HARBOUR_LEAD.text,
            (
                *HARBOUR_LEAD.evidence,
                proof(LOWMOUTH_ARTICLE, "Two cranes at Port Alder were found to be cracked."),
            ),
        ),
    ),
    (
        *HARBOUR_BULLETS[:2],
        bullet(
            LOWMOUTH_ARTICLE,
            "“We can take them all,”",
            source=Credit("Leo Varga", "authority spokesman"),
            cue="said",
            kind="direct",
        ),
        bullet(LOWMOUTH_ARTICLE, "Two cranes at Port Alder were found to be cracked."),
    ),
    (
        HARBOUR_FIGURES[0],
        figure(
            LOWMOUTH_ARTICLE,
            "40",
            value=Decimal(40),
            modifier="up to",
            concept="extra ships",
            source="Lowmouth port authority",
        ),
    ),
    Dropped(1, 0),
)


def hostile_brief() -> Brief:
    """Every trick that an article can play on a Slack message, a terminal or Markdown."""
    text = (
        "<!channel> *boss* <https://evil.example|click> & <@U123456> ~gone~ `rm -rf` :bomb: \x1b[31mred "
        "\u202ereversed _it_ @here #general [a](javascript:x) | # heading > quote"
    )
    page = article(text, "https://evil.example/a|b>c?x=1&y=<2>#top", title=text, outlet=text, agency=text)
    where = (Evidence(page.url, Span(0, len(text))),)
    said = Bullet(Credit(text, text), text, "direct", text, where, text, text)
    unnamed = Bullet(None, "said", "direct", "> a line that would quote", where)
    shown = KeyFigure(
        Figure(Span(0, 5), "*80*", Decimal(80), concept=text, source=text, modifier="<!here>"), where
    )
    return Brief((page,), (Line(text, where),), (said, unnamed), (shown,), Dropped())


def story(brief: Brief, *, more: int = 0) -> DigestStory:
    return DigestStory(
        headline=brief.article.title or "",
        outlets=tuple(OutletLink(one.outlet or "", one.url, one.title or "") for one in brief.articles),
        lead=brief.lead[0] if brief.lead else None,
        bullets=brief.bullets[:3],
        figures=brief.figures[:3],
        more=more,
    )


DIGEST = Digest(
    date(2026, 3, 10),
    (
        story(TWO_OUTLETS_BRIEF, more=4),
        story(Brief((LOWMOUTH_ARTICLE,), (), TWO_OUTLETS_BRIEF.bullets[2:3], (), Dropped())),
    ),
    (story(Brief((LOWMOUTH_ARTICLE,), (), (), (), Dropped())),),
)
