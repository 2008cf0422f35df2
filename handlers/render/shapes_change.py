"""A change of a page as a flow keeps it."""

from __future__ import annotations

from typing import Any

from summarizer.changes import Change
from summarizer.model import Evidence, Span


def change_shape(change: Change) -> dict[str, Any]:
    """The change as JSON."""
    proof = change.evidence
    return {
        "kind": change.kind,
        "before": change.before,
        "after": change.after,
        "about": change.about,
        "evidence": [proof.url, proof.span.start, proof.span.end] if proof else None,
    }


def change_from_shape(shape: dict[str, Any]) -> Change:
    """The change that `change_shape` wrote."""
    proof = shape["evidence"]
    evidence = Evidence(proof[0], Span(proof[1], proof[2])) if proof else None
    return Change(shape["kind"], shape["before"], shape["after"], shape["about"], evidence)
