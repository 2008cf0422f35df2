"""What a brief promises: quoted words are on the page, proof is in range, nothing is said twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from summarizer.model import Brief, Bullet, Evidence
from tests.gate.measure import Measure, share
from tests.gate.readings import Reading
from tests.gate.wording import PRONOUNS, WORD, key_words, plain

FAMILY = "honesty"
# Inside double marks; inside single ones where these cannot be apostrophes.
QUOTED = (re.compile(r"[“\"]([^“”\"]+)[”\"]"), re.compile(r"(?<!\w)[‘']([^“”\"]+?)[’'](?!\w)"))
# The mark with which each paragraph of a long quotation opens anew: shown as one line, it has none of them.
REOPENED = re.compile(r"(?<=\S)\s*\n\s*[“\"]")
EDGES = " .,;:!?…"  # a brief may put a comma between the parts of a split quotation


def honesty_measures(readings: Iterable[Reading]) -> Iterator[Measure]:
    """Of every bullet, line and figure of every brief."""
    briefs = [one.brief for one in readings]
    yield share(
        FAMILY, "quoted words are in their evidence", (ok for brief in briefs for ok in quotations(brief))
    )
    yield share(
        FAMILY,
        "words of a line are in its evidence, in order",
        (ok for brief in briefs for ok in lines(brief)),
    )
    yield share(
        FAMILY, "lines of the lead are in their evidence", (ok for brief in briefs for ok in leads(brief))
    )
    yield share(FAMILY, "figures are in their evidence", (ok for brief in briefs for ok in figures(brief)))
    yield share(
        FAMILY, "evidence in range", (is_in_range(brief, one) for brief in briefs for one in evidence(brief))
    )
    yield share(
        FAMILY, "bullets say something", (says_something(bullet) for one in briefs for bullet in one.bullets)
    )
    yield share(FAMILY, "bullets said once", (ok for brief in briefs for ok in unrepeated(brief)))


def quotations(brief: Brief) -> Iterator[bool]:
    """For each quoted string of each bullet, whether one of its proofs holds it literally."""
    for bullet in dict.fromkeys((*brief.bullets, *brief.more)):
        proofs = [form for one in bullet.evidence for form in proof_forms(brief, one)]
        for quoted in dict.fromkeys((*quoted_strings(bullet.text), *quoted_strings(bullet.line))):
            yield any(quoted in proof for proof in proofs)


def lines(brief: Brief) -> Iterator[bool]:
    """For each line, shown or not, whether its words stand in its proof in their order."""
    for bullet in dict.fromkeys((*brief.bullets, *brief.more)):
        pages: dict[str, str] = {}
        for one in bullet.evidence:
            pages[one.url] = f"{pages.get(one.url, '')} {proof_text(brief, one)}"
        line = WORD.findall(plain(bullet.line))
        yield any(stand_in_order(line, WORD.findall(plain(page))) for page in pages.values())


def stand_in_order(words: Sequence[str], page: Sequence[str]) -> bool:
    left = iter(page)
    return all(word in left for word in words)


def proof_forms(brief: Brief, evidence: Evidence) -> tuple[str, str]:
    """The proof as it stands on the page, and as one paragraph."""
    text = proof_text(brief, evidence)
    return text, REOPENED.sub(" ", text)


def quoted_strings(text: str) -> list[str]:
    """What stands between quotation marks, without the punctuation at its ends."""
    found = (match.group(1).strip(EDGES) for pattern in QUOTED for match in pattern.finditer(text))
    return [quoted for quoted in found if quoted]


def leads(brief: Brief) -> Iterator[bool]:
    """For each line of the lead, whether its proof holds it; a dateline before it may be left out."""
    for line in brief.lead:
        yield any(line.text in proof_text(brief, one) for one in line.evidence)


def figures(brief: Brief) -> Iterator[bool]:
    for key in brief.figures:
        yield any(key.figure.surface in proof_text(brief, one) for one in key.evidence)


def evidence(brief: Brief) -> Iterator[Evidence]:
    for line in brief.lead:
        yield from line.evidence
    for bullet in brief.statements:
        yield from bullet.evidence
    for key in brief.figures:
        yield from key.evidence


def is_in_range(brief: Brief, one: Evidence) -> bool:
    return any(one.url == article.url and one.span.end <= len(article.text) for article in brief.articles)


def unrepeated(brief: Brief) -> Iterator[bool]:
    """For each two bullets, whether neither holds all that the other says, word for word."""
    said = [
        f" {' '.join(WORD.findall(plain(bullet.text)))} "
        for bullet in brief.bullets
        if says_something(bullet)
    ]
    for one, other in combinations(said, 2):
        yield one not in other and other not in one


def says_something(bullet: Bullet) -> bool:
    """Whether a bullet has a word beside pronouns and articles."""
    return bool(key_words(bullet.text) - PRONOUNS)


def proof_text(brief: Brief, one: Evidence) -> str:
    article = next(article for article in brief.articles if article.url == one.url)
    return one.span.of(article.text)
