"""Which sources come first in a brief, and which bullets stay when there are too many."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from summarizer.merge.names import name_key
from summarizer.model import Article, Bullet

# What a bullet counts: a desk reads top down, wants named people in their own words, and figures.
WEIGHT_EARLY, WEIGHT_DIRECT, WEIGHT_ROLE, WEIGHT_NAMED, WEIGHT_NUMBER, WEIGHT_VOICE = (
    1.0,
    0.4,
    0.2,
    0.3,
    0.3,
    0.5,
)
WEIGHT_OF_SHORT = -0.5
# A 600-word article has room for 20 bullets; a very long one for some more.
WORDS_A_BULLET, FEWEST_BULLETS, BULLETS_OF_PLAIN_ARTICLE = 28, 8, 20
WORDS_A_FURTHER_BULLET, MOST_BULLETS = 150, 30
BULLETS_A_FURTHER_ARTICLE = 4


def ceiling(articles: Sequence[Article]) -> int:
    """How many bullets a reader bears for these articles."""
    words = max(len(article.text.split()) for article in articles)
    plain = min(max(words // WORDS_A_BULLET, FEWEST_BULLETS), BULLETS_OF_PLAIN_ARTICLE)
    further = max(0, words - WORDS_A_BULLET * BULLETS_OF_PLAIN_ARTICLE) // WORDS_A_FURTHER_BULLET
    return min(plain + further, MOST_BULLETS) + BULLETS_A_FURTHER_ARTICLE * (len(articles) - 1)


def bullet_weight(
    bullet: Bullet, lengths: Mapping[str, int], voices: Mapping[str, str] | None = None
) -> float:
    """How much an editor would miss the bullet. `voices` (by address) makes one of articles that print one text."""
    weight = WEIGHT_EARLY * (1 - depth(bullet, lengths))
    weight += WEIGHT_DIRECT * (bullet.kind == "direct") + WEIGHT_DIRECT / 2 * (bullet.kind == "mixed")
    weight += WEIGHT_NUMBER * bool(re.search(r"\d", bullet.text))
    said_in = {(voices or {}).get(proof.url, proof.url) for proof in bullet.evidence}
    weight += WEIGHT_VOICE * math.log2(len(said_in))
    weight += WEIGHT_OF_SHORT * (len(bullet.text.split()) < 3)  # noqa: PLR2004  one or two words
    return weight + standing(bullet)


def standing(bullet: Bullet) -> float:
    """What the source's own standing adds: a name and a role."""
    if bullet.source is None:
        return -WEIGHT_NAMED
    return WEIGHT_ROLE * bool(bullet.source.role) + WEIGHT_NAMED * bullet.source.name[:1].isupper()


def depth(bullet: Bullet, lengths: Mapping[str, int]) -> float:
    """How far down its article a bullet first stands: 0 at the top, 1 at the end."""
    return min(proof.span.start / max(lengths.get(proof.url, 1), 1) for proof in bullet.evidence)


def heaviest(bullets: Sequence[Bullet], most: int, lengths: Mapping[str, int]) -> tuple[Bullet, ...]:
    """The bullets without the lightest ones above `most`, in the order given."""
    by_weight = sorted(range(len(bullets)), key=lambda at: (-bullet_weight(bullets[at], lengths), at))
    return tuple(bullets[at] for at in sorted(by_weight[:most]))


def by_source(bullets: Sequence[Bullet], lengths: Mapping[str, int]) -> tuple[Bullet, ...]:
    """The bullets grouped by source, the weightiest source first; within a source the order given."""
    groups: dict[tuple[str, ...], list[Bullet]] = defaultdict(list)
    for bullet in bullets:
        groups[name_key(bullet.source.name) if bullet.source else ()].append(bullet)
    ranked = sorted(groups.items(), key=lambda pair: (pair[0] == (), -source_weight(pair[1], lengths)))
    return tuple(bullet for _, group in ranked for bullet in group)


def source_weight(group: Sequence[Bullet], lengths: Mapping[str, int]) -> float:
    """Prominence of a source: where it comes in, how often, in its own words, under which name."""
    early = 1 - min(depth(bullet, lengths) for bullet in group)
    direct = max(WEIGHT_DIRECT * (bullet.kind == "direct") for bullet in group)
    voices = {proof.url for bullet in group for proof in bullet.evidence}
    return (
        early
        + math.log2(1 + len(group)) / 2
        + direct
        + standing(group[0])
        + WEIGHT_VOICE * math.log2(len(voices))
    )
