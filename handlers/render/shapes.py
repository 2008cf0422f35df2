"""The JSON shapes that Nutgraf prints and stores, and the way back from them.

`article_from_shape(article_shape(a)) == a`, and the same for a brief, also after a trip through
`json.dumps`. Numbers are JSON numbers, so a value keeps the 15 digits that a float holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from handlers.render.shapes_article import (
    Shape,
    article_from_shape,
    article_shape,
    dropped_from_shape,
    dropped_shape,
    span_from_shape,
    span_shape,
    time_from_shape,
)
from summarizer.model import (
    Brief,
    Bullet,
    Claim,
    ClaimsDiffer,
    Compared,
    Credit,
    Digest,
    DigestStory,
    Evidence,
    Extract,
    Figure,
    KeyFigure,
    Kind,
    Line,
    Opposed,
    Source,
    Statement,
    Timeline,
    Unread,
)

# Cues that only point at the source, whose name a line stands behind.
POINTING = re.compile(r"(?:according|thanks) to|per|in the words of|as per|citing", re.IGNORECASE)


def statement_shape(statement: Statement) -> Shape:
    """One attribution as `extract --jsonl` prints it."""
    return {
        "source": statement.source and _source_shape(statement.source),
        "cue": statement.cue and {"text": statement.cue.text} | span_shape(statement.cue.span),
        "content": [span_shape(span) for span in statement.content],
        "kind": statement.kind,
        "via": statement.via,
        "post": statement.post,
    }


def figure_shape(figure: Figure) -> Shape:
    """One newsroom number: a range has "low" and "high", any other "value"; a vague count has all three, null."""
    return {
        **span_shape(figure.span),
        "surface": figure.surface,
        **_amount_shape(figure),
        "modifier": figure.modifier,
        "unit": figure.unit,
        "concept": figure.told,
        "source": figure.source,
        "hedge": figure.hedge,
        "conversion": figure.conversion,
        "compared": figure.compared and _compared_shape(figure.compared),
        "changed": figure.changed,
        "denied": figure.denied,
        **({} if figure.label is None else {"label": figure.label, "counted": figure.concept}),
        **({} if figure.clearness == 1 else {"clearness": figure.clearness}),
        **({"leans": True} if figure.leans else {}),
    }


def _compared_shape(compared: Compared) -> Shape:
    return span_shape(compared.span) | {"text": compared.text, "value": _number(compared.value)}


def _compared_from_shape(shape: Mapping[str, Any]) -> Compared:
    return Compared(shape["text"], span_from_shape(shape), _decimal(shape.get("value")))


def figure_from_shape(shape: Mapping[str, Any]) -> Figure:
    return Figure(
        span=span_from_shape(shape),
        surface=shape["surface"],
        value=_decimal(shape.get("value")),
        low=_decimal(shape.get("low")),
        high=_decimal(shape.get("high")),
        modifier=shape.get("modifier"),
        unit=shape.get("unit"),
        concept=shape["counted"] if "counted" in shape else shape.get("concept"),
        label=shape.get("label"),
        clearness=shape.get("clearness", 1.0),
        leans=shape.get("leans", False),
        source=shape.get("source"),
        hedge=shape.get("hedge"),
        conversion=shape.get("conversion"),
        compared=(compared := shape.get("compared")) and _compared_from_shape(compared),
        changed=shape.get("changed", False),
        denied=shape.get("denied", False),
    )


def extract_shape(extract: Extract) -> Shape:
    """What `extract --jsonl` prints of a text; "unread" only where a sentence could not be read."""
    shape = {
        "statements": [statement_shape(statement) for statement in extract.statements],
        "figures": [figure_shape(figure) for figure in extract.figures],
    }
    return shape | {"unread": [unread_shape(one) for one in extract.unread]} if extract.unread else shape


def unread_shape(unread: Unread) -> Shape:
    """A sentence that could not be read: its place, and what the log calls it."""
    place = {"url": unread.url, **span_shape(unread.span)}
    return place | {"reference": unread.reference, "fault": unread.fault}


def unread_from_shape(shape: Mapping[str, Any]) -> Unread:
    return Unread(span_from_shape(shape), shape["fault"], shape["url"])


def brief_shape(brief: Brief) -> Shape:
    """The brief as `brief --json` prints it and as the archive keeps it."""
    articles = [article_shape(article) for article in brief.articles]
    return {
        "articles": articles,
        "article": articles[0],
        "lead": [_line_shape(line) for line in brief.lead],
        "bullets": [bullet_shape(bullet) for bullet in brief.bullets],
        "more": [bullet_shape(bullet) for bullet in brief.more],
        "figures": [key_figure_shape(figure) for figure in brief.figures],
        "more_figures": [key_figure_shape(figure) for figure in brief.more_figures],
        "differ": [differ_shape(one) for one in brief.differ],
        "opposed": [_opposed_shape(one) for one in brief.opposed],
        "dropped": dropped_shape(brief.dropped),
        "unread": [unread_shape(one) for one in brief.unread],
    }


def brief_from_shape(shape: Mapping[str, Any]) -> Brief:
    """The brief of a shape; KeyError for one that lacks a part, ValueError for one without evidence."""
    return Brief(
        articles=tuple(article_from_shape(article) for article in shape["articles"]),
        lead=tuple(_line_from_shape(line) for line in shape["lead"]),
        bullets=tuple(_bullet_from_shape(bullet) for bullet in shape["bullets"]),
        figures=tuple(_key_figure_from_shape(figure) for figure in shape["figures"]),
        dropped=dropped_from_shape(shape["dropped"]),
        differ=tuple(differ_from_shape(one) for one in shape.get("differ", ())),
        opposed=tuple(_opposed_from_shape(one) for one in shape.get("opposed", ())),
        unread=tuple(unread_from_shape(one) for one in shape.get("unread", ())),
        more=tuple(_bullet_from_shape(bullet) for bullet in shape.get("more", ())),
        more_figures=tuple(_key_figure_from_shape(figure) for figure in shape.get("more_figures", ())),
    )


def digest_shape(digest: Digest) -> Shape:
    """The digest as `digest --json` prints it; the day is ISO 8601."""
    return {
        "day": digest.day.isoformat(),
        "since": digest.since and digest.since.isoformat(),
        "stories": [_story_shape(story) for story in digest.stories],
        "briefly": [_story_shape(story) for story in digest.briefly],
    }


def _story_shape(story: DigestStory) -> Shape:
    return {
        "headline": story.headline,
        "outlets": [{"outlet": link.outlet, "url": link.url, "title": link.title} for link in story.outlets],
        "lead": story.lead and _line_shape(story.lead),
        "bullets": [bullet_shape(bullet) for bullet in story.bullets],
        "figures": [key_figure_shape(figure) for figure in story.figures],
        "differ": [differ_shape(one) for one in story.differ],
        "opposed": [_opposed_shape(one) for one in story.opposed],
        "voices": [{"agency": voice.agency, "outlets": list(voice.outlets)} for voice in story.voices],
        "timeline": story.timeline and _timeline_shape(story.timeline),
        "earlier": story.earlier,
        "fresh": story.fresh,
        "more": story.more,
    }


def differ_shape(differ: ClaimsDiffer) -> Shape:
    """One quantity with its values, each with source, outlets and time."""
    return {
        "about": differ.about,
        "kind": differ.kind,
        "claims": [_claim_shape(claim) for claim in differ.claims],
    }


def _timeline_shape(timeline: Timeline) -> Shape:
    return {"about": timeline.about, "points": [_claim_shape(point) for point in timeline.points]}


def _claim_shape(claim: Claim) -> Shape:
    return {
        "figure": figure_shape(claim.figure),
        "source": claim.source,
        "outlets": list(claim.outlets),
        "at": claim.at and claim.at.isoformat(),
        "evidence": _evidence_shape(claim.evidence),
    }


def differ_from_shape(shape: Mapping[str, Any]) -> ClaimsDiffer:
    claims = (
        Claim(
            figure_from_shape(claim["figure"]),
            claim["source"],
            tuple(claim["outlets"]),
            time_from_shape(claim["at"]),
            _evidence(claim["evidence"]),
        )
        for claim in shape["claims"]
    )
    return ClaimsDiffer(shape["about"], shape["kind"], tuple(claims))


def _opposed_shape(opposed: Opposed) -> Shape:
    return {"first": bullet_shape(opposed.first), "second": bullet_shape(opposed.second)}


def _opposed_from_shape(shape: Mapping[str, Any]) -> Opposed:
    return Opposed(_bullet_from_shape(shape["first"]), _bullet_from_shape(shape["second"]))


def bullet_shape(bullet: Bullet) -> Shape:
    return {
        "source": bullet.source and {"name": bullet.source.name, "role": bullet.source.role},
        "cue": bullet.cue,
        "kind": bullet.kind,
        "text": bullet.text,
        "line": bullet.line,
        "via": bullet.via,
        "post": bullet.post,
        "evidence": _evidence_shape(bullet.evidence),
        **({"cut_elsewhere": True} if bullet.cut_elsewhere else {}),
        **({"otherwise": list(bullet.otherwise)} if bullet.otherwise else {}),
        **({"is_cut": True} if bullet.is_cut else {}),
        **({"only_here": True} if bullet.only_here else {}),
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
        cut_elsewhere=shape.get("cut_elsewhere", False),
        otherwise=tuple(shape.get("otherwise", ())),
        line=shape["line"] if "line" in shape else line_before(shape["cue"], shape["kind"], shape["text"]),
        is_cut=shape.get("is_cut", False),
        only_here=shape.get("only_here", False),
    )


def line_before(cue: str | None, kind: Kind, text: str) -> str:
    """The line of a statement that was kept before lines were: a quotation alone, else behind its cue.

    A cue that only points at the source, such as "according to", leads to no content; a capital letter behind the cue
    stood at a sentence's beginning, or begins a name.
    """
    if kind == "direct" or not cue or POINTING.fullmatch(cue.strip(" ,:;")):
        return text
    return f"{cue}: {text}" if text[:1].isupper() else f"{cue} {text}"


def _line_shape(line: Line) -> Shape:
    return {"text": line.text, "evidence": _evidence_shape(line.evidence)}


def _line_from_shape(shape: Mapping[str, Any]) -> Line:
    return Line(shape["text"], _evidence(shape["evidence"]))


def key_figure_shape(figure: KeyFigure) -> Shape:
    return figure_shape(figure.figure) | {"evidence": _evidence_shape(figure.evidence)}


def _key_figure_from_shape(shape: Mapping[str, Any]) -> KeyFigure:
    return KeyFigure(figure_from_shape(shape), _evidence(shape["evidence"]))


def _evidence_shape(evidence: Iterable[Evidence]) -> list[Shape]:
    return [{"url": proof.url} | span_shape(proof.span) for proof in evidence]


def _evidence(shapes: Iterable[Mapping[str, Any]]) -> tuple[Evidence, ...]:
    return tuple(Evidence(shape["url"], span_from_shape(shape)) for shape in shapes)


def _source_shape(source: Source) -> Shape:
    return {"name": source.name, "role": source.role, "mention": source.mention} | span_shape(source.span)


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
