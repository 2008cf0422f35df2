"""From briefs as the archive holds them to a digest. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from handlers.ports import FiledBrief
from handlers.render.wording import is_day_only
from summarizer.digest import compile_digest, page_key
from summarizer.model import Brief, Claim, Digest, DigestStory, Timeline
from summarizer.stories import Ruling

COVERED = timedelta(days=7)  # what is older is told by no digest
DAYS_BEFORE = timedelta(days=3)  # for which a story that was told goes on

Page = tuple[str, Brief, bool]
"""A brief with the id of who shared it, and whether nobody did: an app's link, gathered."""


def pages_of(filed: Sequence[FiledBrief]) -> tuple[Page, ...]:
    """What a digest is compiled of."""
    return tuple((one.filing.user, one.brief, one.filing.audience == "gathered") for one in filed)


def briefs_of(filed: Sequence[FiledBrief]) -> tuple[Brief, ...]:
    return tuple(one.brief for one in filed)


def ids_of(filed: Sequence[FiledBrief]) -> tuple[str, ...]:
    return tuple(one.filing.brief_id for one in filed)


def texts_of(*filed: Sequence[FiledBrief]) -> dict[str, str]:
    """The articles' texts by address, for exact proofs."""
    return {article.url: article.text for some in filed for one in some for article in one.brief.articles}


def timelines_of(digest: Digest) -> tuple[tuple[DigestStory, Timeline], ...]:
    """The stories of which there is a picture."""
    return tuple((story, story.timeline) for story in digest.stories if story.timeline)


def digest_of(
    filed: Sequence[FiledBrief], day: date, before: Sequence[FiledBrief] = (), zone: str = ""
) -> Digest:
    """The digest of briefs as the archive holds them."""
    return compiled(pages_of(filed), day, briefs_of(before), zone=zone)


def compiled(  # noqa: PLR0913  # what a digest is made of
    pages: tuple[Page, ...],
    day: date,
    before: tuple[Brief, ...],
    since: date | None = None,
    rulings: tuple[Ruling, ...] = (),
    *,
    zone: str = "",
) -> Digest:
    """The digest of `pages`, where `before` are briefs of the days before; its times are those of `zone`, if there is one."""
    sharers = {
        page_key(one): user for user, brief, gathered in pages if not gathered for one in brief.articles
    }
    gathered = {page_key(one) for _, brief, _ in pages for one in brief.articles} - sharers.keys()
    briefs = [brief for _, brief, _ in pages]
    digest = compile_digest(
        briefs, day, before, since=since, sharers=sharers, rulings=rulings, gathered=gathered
    )
    return in_zone(digest, ZoneInfo(zone)) if zone else digest


def in_zone(digest: Digest, zone: ZoneInfo) -> Digest:
    """The digest with the times of its claims in one zone: each page gives them in its own."""
    return replace(
        digest,
        stories=tuple(story_in_zone(story, zone) for story in digest.stories),
        briefly=tuple(story_in_zone(story, zone) for story in digest.briefly),
    )


def story_in_zone(story: DigestStory, zone: ZoneInfo) -> DigestStory:
    timeline = story.timeline
    return replace(
        story,
        differ=tuple(replace(one, claims=claims_in_zone(one.claims, zone)) for one in story.differ),
        timeline=timeline and replace(timeline, points=claims_in_zone(timeline.points, zone)),
    )


def claims_in_zone(claims: Sequence[Claim], zone: ZoneInfo) -> tuple[Claim, ...]:
    """A time without a zone, and one that stands for a day, stay as the page gives them."""
    return tuple(
        claim if claim.at is None or claim.at.tzinfo is None or is_day_only(claim.at) else moved(claim, zone)
        for claim in claims
    )


def moved(claim: Claim, zone: ZoneInfo) -> Claim:
    return replace(claim, at=claim.at and claim.at.astimezone(zone))


def since_day(day: date, last: date | None, first: date) -> date | None:
    """The day since which a digest covers, None when that is yesterday.

    That is the day of the `last` digest; where there was none for a week, of the `first` brief.
    """
    since = last if last and day - last <= COVERED else first
    return since if day - since > timedelta(days=1) else None


def goes_on_since(moment: datetime, day: date, last: date | None) -> datetime:
    """From when on the briefs were filed whose stories the digest of `day`, closed at `moment`, takes as told.

    The `last` digest covered about as many days as this one, a weekend or a week: all that it told, and what was told
    three days before.
    """
    gap = min(COVERED, day - last) if last else timedelta(days=1)
    return moment - 2 * gap - DAYS_BEFORE
