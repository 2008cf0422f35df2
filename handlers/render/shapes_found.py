"""What was found in the archive, as JSON."""

from __future__ import annotations

from typing import Any

from handlers.domain.lookups import FoundFigure, FoundQuotation, FoundStatement, Origin
from handlers.render.shapes import bullet_shape, key_figure_shape

Shape = dict[str, Any]


def found_shape(found: FoundStatement | FoundFigure | FoundQuotation) -> Shape:
    """A statement or figure as in a brief, or a checked quotation; with its origin."""
    if isinstance(found, FoundStatement):
        return bullet_shape(found.bullet) | origin_shape(found.origin)
    if isinstance(found, FoundFigure):
        return key_figure_shape(found.figure) | origin_shape(found.origin)
    return quotation_shape(found) | origin_shape(found.origin)


def quotation_shape(found: FoundQuotation) -> Shape:
    """`verdict` is exact or altered; `pieces` are the page's words, with what is missing from and added to them."""
    checked, credit = found.checked, found.credit
    return {
        "verdict": checked.verdict,
        "likeness": round(checked.likeness, 3),
        "in_quotation_marks": checked.is_quoted,
        "source": {"name": credit.name, "role": credit.role} if credit else None,
        "pieces": [{"kind": piece.kind, "words": piece.words} for piece in checked.pieces],
        "evidence": [{"url": found.origin.url, "start": checked.start, "end": checked.end}],
    }


def origin_shape(origin: Origin) -> Shape:
    return {
        "url": origin.url,
        "title": origin.title,
        "outlet": origin.outlet,
        "published": origin.published.isoformat() if origin.published else None,
        "channel": origin.channel,
        "at": origin.at.isoformat(),
    }
