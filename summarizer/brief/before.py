"""A line with what stands before it on the page: its whole sentence, or the sentence before, where a reader needs that to understand it.

Editors found that of 225 lines that lean on what is not shown the sentence before would mend 118, the whole sentence 39.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from summarizer.brief.weights import source_key
from summarizer.brief.words import run_of
from summarizer.model import Article, Bullet, Evidence, Span
from summarizer.text.leaning import opens_leaning
from summarizer.text.sentence_bounds import find_sentences

MOST_WORDS = 45  # of the line with what stands before it
FEWEST_WORDS = 4  # of the sentence before: a stage direction says nothing
# The sentence before tells, and is no heading: not "Asked why?".
TELLS = re.compile(r"[.!…][\"”’']?$")
LEAD_IN = re.compile(r"[\s“\"‘'(]*")  # before a quotation that begins its sentence
GAP = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Page:
    """One article's sentences, and whose statements stand where."""

    text: str
    sentences: Sequence[Span]
    voices: Sequence[tuple[Span, tuple[str, ...]]]

    def at(self, place: int) -> int:
        """The number of the sentence that `place` is in."""
        return max(0, bisect_right(self.sentences, place, key=lambda one: one.start) - 1)

    def speakers(self, span: Span) -> set[tuple[str, ...]]:
        return {voice for other, voice in self.voices if other.overlaps(span)}


def pages_of(bullets: Sequence[Bullet], articles: Sequence[Article]) -> Mapping[str, Page]:
    """The articles by address."""
    return {
        article.url: Page(
            article.text,
            find_sentences(article.text),
            [
                (proof.span, source_key(bullet))
                for bullet in bullets
                for proof in bullet.evidence
                if proof.url == article.url
            ],
        )
        for article in articles
    }


def longer_lines(bullet: Bullet, pages: Mapping[str, Page]) -> Iterator[Bullet]:
    """The bullet with its whole sentence as its line, and with the sentence before, where they are printed safely."""
    page = pages.get(bullet.evidence[0].url)
    if page is None or bullet.source is None or bullet.post or bullet.is_cut:
        return
    spans = [proof.span for proof in bullet.evidence if proof.url == bullet.evidence[0].url]
    first, last = page.at(min(span.start for span in spans)), page.at(max(span.end for span in spans) - 1)
    whole = Span(page.sentences[first].start, page.sentences[last].end)
    is_own = page.speakers(whole) == {source_key(bullet)} and "\n" not in whole.of(page.text)
    if not is_own or not has_all_of(bullet.line, whole.of(page.text)):
        return
    begins = LEAD_IN.fullmatch(page.text, whole.start, min(span.start for span in spans)) is not None
    own = bullet.line if begins and is_quotation(bullet) else whole.of(page.text)
    if own != bullet.line and tells_more(own, bullet):
        yield from printed(bullet, whole, own)
    if first and (lead_in := safe_before(page, first - 1, source_key(bullet))):
        yield from printed(bullet, Span(page.sentences[first - 1].start, whole.end), f"{lead_in} {own}")


def has_all_of(line: str, sentence: str) -> bool:
    """Whether all the words of a line stand in the sentence."""
    return all(run_of(piece) in run_of(sentence) for piece in line.split("…"))


def is_quotation(bullet: Bullet) -> bool:
    return bullet.kind == "direct" and bullet.line == bullet.text


def tells_more(sentence: str, bullet: Bullet) -> bool:
    """Whether the front of the sentence that the line leaves out is more than who says it: "Asked about the fire, she said …"."""
    front = run_of(sentence).partition(run_of(bullet.line))[0].split()
    credit = f"{bullet.source.name} {bullet.source.role or ''} {bullet.cue or ''}" if bullet.source else ""
    named = set(run_of(credit).split())
    return (
        len(front) >= FEWEST_WORDS
        and front[0] not in named
        and sum(word not in named for word in front) >= FEWEST_WORDS
    )


def safe_before(page: Page, number: int, voice: tuple[str, ...]) -> str | None:
    """The sentence before as it is printed ahead of a line of `voice`: None where it is not theirs, leans itself or is torn.

    The report's own sentence never stands there: a writer's verdict would stand under a name.
    """
    span = page.sentences[number]
    sentence = span.of(page.text)
    is_told = TELLS.search(sentence) is not None and not opens_leaning(sentence)
    is_torn = sentence.count("“") != sentence.count("”") or sentence.count('"') % 2 == 1
    if not is_told or is_torn or len(sentence.split()) < FEWEST_WORDS or page.speakers(span) != {voice}:
        return None
    return sentence


def printed(bullet: Bullet, span: Span, line: str) -> Iterator[Bullet]:
    """The bullet with another line, proved by `span`; nothing where it is too long or says no more."""
    one_line = GAP.sub(" ", line).strip()
    if len(one_line.split()) <= MOST_WORDS and run_of(one_line) != run_of(bullet.line):
        url = bullet.evidence[0].url
        elsewhere = [proof for proof in bullet.evidence if proof.url != url]
        yield replace(bullet, line=one_line, evidence=(Evidence(url, span), *elsewhere))
