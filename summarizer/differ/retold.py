"""Older tellings of what the newest page opens with: the same news with a number that no longer holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summarizer.merge.said import Said, take_apart
from summarizer.model import Article, Bullet, Evidence, Line, published_at

# Share of the words of an older line that the lead holds, times of day aside. Where less is shared it tells more than
# the lead, and a reader would miss it.
SHARED_WITH_LEAD, FEWEST_SHARED = 0.75, 3


def older_tellings(
    lines: Iterable[Bullet], lead: Sequence[Line], articles: Sequence[Article]
) -> tuple[Evidence, ...]:
    """Where pages older than the lead's say the lead with another number."""
    at = {article.url: published_at(article) for article in articles}
    told = [take_apart(line.text) for line in lead]
    newest = next((at.get(proof.url) for line in lead for proof in line.evidence), None)
    return tuple(
        proof
        for line in lines
        if newest is not None
        and all(is_before(at.get(proof.url), newest) for proof in line.evidence)
        and any(is_older_telling(take_apart(line.text), one) for one in told)
        for proof in line.evidence
    )


def is_before(one: float | None, two: float) -> bool:
    return one is not None and one < two


def is_older_telling(line: Said, lead: Said) -> bool:
    """Whether the lead says the line, but for the number and the time of day."""
    if not line.numbers or not lead.numbers or set(line.numbers) & set(lead.numbers):
        return False
    words = set(line.words) - line.times
    shared = words & set(lead.words)
    is_said = len(shared) >= max(FEWEST_SHARED, SHARED_WITH_LEAD * len(words))
    return is_said and line.names <= set(lead.words) and line.negations == lead.negations
