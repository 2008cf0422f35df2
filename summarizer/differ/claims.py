"""The same quantity with other values: who gives which, where and when."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from urllib.parse import urlsplit

from summarizer.differ.amounts import are_comparable, exclude, is_least
from summarizer.differ.quantity import Quantity, is_rival, places_in, places_of, quantity_of, tense_of
from summarizer.differ.updates import course_of, is_update
from summarizer.merge.names import name_key
from summarizer.model import Article, Claim, ClaimsDiffer, Evidence, Figure, KeyFigure, published_at

TOP = 400  # characters of an article that say where its event is
MOST_SHOWN = 4  # quantities of one story; a reader bears no more


@dataclass(frozen=True, slots=True)
class Given:
    """One figure in one article."""

    key: KeyFigure
    article: Article
    proof: Evidence
    places: frozenset[str]
    tense: frozenset[str]

    @property
    def source(self) -> tuple[str, ...] | None:
        return name_key(self.key.figure.source) if self.key.figure.source else None


def claims_that_differ(articles: Sequence[Article], figures: Iterable[KeyFigure]) -> tuple[ClaimsDiffer, ...]:
    """The quantities of one story for which its articles give values that exclude each other."""
    found = (differing(about, group) for about, group in rival_groups(articles, figures))
    return tuple(one for one in found if one)[:MOST_SHOWN]


def rival_groups(
    articles: Sequence[Article], figures: Iterable[KeyFigure]
) -> Iterator[tuple[str, Sequence[Given]]]:
    """What is counted, in an article's words, with all values of it that may be held against each other."""
    pages = {article.url: article for article in articles}
    groups: dict[Quantity, list[Given]] = defaultdict(list)
    for key in figures:
        quantity = quantity_of(key.figure)
        if quantity:
            groups[quantity] += given_by(key, pages)
    for group in groups.values():
        rivals = alike(plain(group))
        named = Counter(one.key.figure.concept or "" for one in rivals)
        yield named.most_common(1)[0][0] if named else "", rivals


def given_by(key: KeyFigure, pages: Mapping[str, Article]) -> list[Given]:
    """Every passage of the figure that counts something here and now."""
    return [
        Given(
            key,
            pages[proof.url],
            proof,
            places_of(pages[proof.url], proof.span) | places_in(key.figure.concept or ""),
            tense_of(pages[proof.url], proof.span),
        )
        for proof in key.evidence
        if proof.url in pages and is_rival(pages[proof.url], key.figure, proof.span)
    ]


def plain(group: Sequence[Given]) -> list[Given]:
    """The group without articles that give two values on one authority: they count two things by one name."""
    values: dict[tuple[str, tuple[str, ...] | None], set[object]] = defaultdict(set)
    for one in group:
        values[one.article.url, one.source].add(one.key.figure.value)
    return [one for one in group if len(values[one.article.url, one.source]) == 1]


def alike(group: Sequence[Given]) -> list[Given]:
    """Those that may be held against each of the others, the earliest first."""
    kept: list[Given] = []
    for one in sorted(group, key=lambda one: (moment(one.article), one.proof.span)):
        if all(is_one_quantity(other, one) for other in kept):
            kept.append(one)
    return kept


def moment(article: Article) -> tuple[bool, float]:
    at = published_at(article)
    return (at is None, at or 0.0)


def is_one_quantity(one: Given, two: Given) -> bool:
    """Whether the values may be of one quantity; `two` is not the earlier."""
    if one.tense != two.tense:
        return False
    if not are_comparable(one.key.figure, two.key.figure) and not has_grown(one, two):
        return False
    if one.places and two.places:
        return bool(one.places & two.places)
    return all(is_common(place, one.article, two.article) for place in one.places | two.places)


def has_grown(one: Given, two: Given) -> bool:
    """Whether what both pages open with has become more since: a fire may grow tenfold in a day."""
    first, second = published_at(one.article), published_at(two.article)
    if (
        first is None
        or second is None
        or first >= second
        or max(one.proof.span.start, two.proof.span.start) > TOP
    ):
        return False
    is_of_one = not (one.source and two.source) or one.source == two.source or is_least(one.key.figure)
    return is_of_one and (one.key.figure.value or 0) < (two.key.figure.value or 0)


def is_common(place: str, one: Article, two: Article) -> bool:
    """Whether both articles name the place at their top: then it is where all of it happened."""
    return all(place in f"{article.title or ''} {article.text[:TOP]}".casefold() for article in (one, two))


def differing(about: str, group: Sequence[Given]) -> ClaimsDiffer | None:
    """The group's claims when later ones overtake the earlier, or when two of them exclude each other."""
    claims = gather(group)
    course = course_of(claims)
    if is_update(course):
        return ClaimsDiffer(about, "update", course)
    if not any(exclude(one.key.figure, two.key.figure) for one, two in combinations(group, 2)):
        return None
    return ClaimsDiffer(about, "conflict", claims)


def gather(group: Sequence[Given]) -> tuple[Claim, ...]:
    """One claim for each value and source, with all outlets that carry it; a value that a source comes back to is a new one."""
    claims: list[Claim] = []
    standing: dict[
        object, int
    ] = {}  # where the last claim of each source stands, or of each value that has no source
    for one in group:
        figure, outlet = one.key.figure, outlet_of(one.article)
        giver = one.source or (figure.value, figure.modifier)
        at = standing.get(giver)
        if at is not None and is_value(claims[at].figure, figure):
            outlets = tuple(dict.fromkeys((*claims[at].outlets, outlet)))
            claims[at] = replace(claims[at], outlets=outlets, evidence=(*claims[at].evidence, one.proof))
        else:
            standing[giver] = len(claims)
            claims.append(Claim(figure, figure.source, (outlet,), one.article.published, (one.proof,)))
    return tuple(claims)


def is_value(one: Figure, two: Figure) -> bool:
    return (one.value, one.modifier) == (two.value, two.modifier)


def outlet_of(article: Article) -> str:
    """The outlet as a reader knows it; the host when the page names none."""
    return (article.outlet or urlsplit(article.url).hostname or article.url).removeprefix("www.")
