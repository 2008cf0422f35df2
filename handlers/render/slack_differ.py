"""Differences as lines of a Slack message."""

from __future__ import annotations

from handlers.render.differ_words import (
    DENIED,
    claim_words,
    differ_heading,
    differ_sign,
    value_words,
)
from handlers.render.escape import bold, enclosed, mrkdwn
from handlers.render.printed import sentence_of
from handlers.render.proof import Pages
from handlers.render.slack_limits import LONGEST_SECTION, fitted, most_that, units
from handlers.render.slack_parts import LONGEST_CONCEPT, LONGEST_NAME, with_proofs
from handlers.render.wording import counted
from summarizer.model import Brief, Claim, ClaimsDiffer, DigestStory, Opposed

LONGEST_TOGETHER = 5000  # units: all differences of one story
LONGEST_CLAIM = 300  # units: source, outlets and time of one value
LONGEST_SIDE = 500  # units: one of two statements that oppose each other


def differences(told: Brief | DigestStory, pages: Pages) -> list[str]:
    """A line for each quantity and each denial with its proofs, as many as leave room for the rest of a message."""
    lines = [
        *(claims_line(one, pages) for one in told.differ),
        *(opposed_line(one, pages) for one in told.opposed),
    ]
    shown = most_that(lambda count: sum(map(units, lines[:count])) <= LONGEST_TOGETHER, len(lines))
    rest = len(lines) - shown
    return [*lines[:shown], *([f"_{counted(rest, 'more difference')} in the archive_"] if rest else [])]


def claims_line(differ: ClaimsDiffer, pages: Pages) -> str:
    """The values, as many as one section holds; the others are counted."""
    heading = bold(f"{fitted(differ_heading(differ), LONGEST_CONCEPT, enclosed)}:")
    values = [_claim(claim, pages) for claim in differ.claims]

    def line(shown: int) -> str:
        rest = len(values) - shown
        told = [*values[:shown], *([counted(rest, "more value")] if rest else [])]
        return f"{heading} {differ_sign(differ).join(told)}"

    return line(most_that(lambda count: units(line(count)) <= LONGEST_SECTION, len(values)))


def _claim(claim: Claim, pages: Pages) -> str:
    words = f"{bold(fitted(value_words(claim), LONGEST_NAME, enclosed))} ({fitted(claim_words(claim), LONGEST_CLAIM)})"
    return with_proofs(words, claim.evidence[:1], pages, claim.figure.surface)


def opposed_line(opposed: Opposed, pages: Pages) -> str:
    """What was said, and who denies it."""
    first, second = (
        with_proofs(fitted(sentence_of(one), LONGEST_SIDE, mrkdwn), one.evidence[:1], pages, one.text)
        for one in (opposed.first, opposed.second)
    )
    return f"{bold(f'{DENIED}:')} {first} \N{EM DASH} {second}"
