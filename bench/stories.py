"""Speed of stories and digest on generated articles: `python -m bench.stories`.

2,000 articles in 300 stories of made-up words: the digest of all of them, one article more, and how both grow from
250 to 4,000. Times are of one processor core, after reading, so that a busy machine does not count.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from summarizer.digest import compile_digest
from summarizer.model import Article, Brief, Bullet, Credit, Dropped, Evidence, Figure, KeyFigure, Line, Span
from summarizer.stories import StoryBook

ARTICLES, STORIES = 2000, 300
SIZES = (250, 500, 1000, 2000, 4000)
WORDS_AN_ARTICLE, BULLETS, FIGURES = 400, 12, 5
PROBES = 20  # further articles added to measure one
LONGEST_DIGEST, LONGEST_ADD = 10.0, 0.05  # seconds, promised
SYLLABLES = "ba de ki lo mu na pe ri so tu va we zo chi dra fle gre sta tri ple".split()
MORNING = datetime(2026, 3, 2, 6, tzinfo=UTC)
Said = tuple[tuple[str, str], ...]  # source, words


class World:
    """Words with the frequencies of a language: few are common, most are rare."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311  no secret
        self.common = [self.word(2) for _ in range(1500)]
        self.weights = [1 / rank for rank in range(1, 1501)]

    def word(self, syllables: int) -> str:
        return "".join(self.chance.choices(SYLLABLES, k=syllables))

    def name(self) -> str:
        return f"{self.word(3).title()} {self.word(3).title()}"

    def sentence(self, own: list[str], names: list[str]) -> str:
        words = self.chance.choices(self.common, self.weights, k=14) + self.chance.sample(own, 3)
        self.chance.shuffle(words)
        return f"The {' '.join(words)} {self.chance.choice(names)} {self.chance.randint(2, 900)} times."


class Event:
    """What one story is of: its own words, names and statements, which its articles share in part."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.own = [world.word(4) for _ in range(30)]
        self.names = [world.name() for _ in range(8)]
        self.said: Said = tuple(
            (world.chance.choice(self.names), world.sentence(self.own, self.names)) for _ in range(25)
        )

    def brief(self, number: int) -> Brief:
        chance = self.world.chance
        count = chance.randint(WORDS_AN_ARTICLE // 2, WORDS_AN_ARTICLE * 2) // 18
        text = " ".join(self.world.sentence(self.own, self.names) for _ in range(count))
        url = f"https://outlet{number % 97}.example/{number}"
        proof = (Evidence(url, Span(0, 40)),)
        published = MORNING + timedelta(minutes=number)
        article = Article(
            url, text, url, title=text[:60], outlet=f"Outlet {number % 97}", published=published
        )
        bullets = tuple(
            Bullet(Credit(name), "said", "indirect", words, proof)
            for name, words in chance.sample(self.said, BULLETS)
        )
        figures = tuple(KeyFigure(self.figure(chance), proof) for _ in range(FIGURES))
        return Brief((article,), (Line(text[:120], proof),), bullets, figures, Dropped())

    def figure(self, chance: random.Random) -> Figure:
        value = chance.randint(2, 900)
        return Figure(Span(0, 5), str(value), Decimal(value), unit="people", concept=chance.choice(self.own))


def briefs(count: int, stories: int, seed: int = 7) -> Iterator[Brief]:
    """`count` briefs of `stories` events in mixed order."""
    world = World(seed)
    events = [Event(world) for _ in range(stories)]
    return (world.chance.choice(events).brief(number) for number in range(count))


def filled(known: list[Brief]) -> StoryBook:
    book = StoryBook()
    for brief in known:
        add(book, brief)
    return book


def add(book: StoryBook, brief: Brief) -> float:
    """Seconds of processor time that adding one article takes."""
    began = time.process_time()
    page = brief.article
    book.add(page.url, page.text, page.title, page.published)
    return time.process_time() - began


def measure(count: int) -> tuple[int, float, float, float]:
    """Stories, seconds of the digest, mean and longest seconds of one article more."""
    (*known,) = briefs(count + PROBES, max(1, count * STORIES // ARTICLES))
    began = time.process_time()
    compile_digest(known[:count], date(2026, 3, 3))
    digest = time.process_time() - began
    book = filled(known[:count])
    times = [add(book, brief) for brief in known[count:]]
    stories = len({book.story_of(brief.article.url) for brief in known[:count]})
    return stories, digest, sum(times) / len(times), max(times)


def main() -> None:
    """Print the table; exit with 1 when a promise is broken."""
    sys.stdout.write(
        "| articles | stories | digest, s | one more, ms | longest, ms |\n|---|---|---|---|---|\n"
    )
    kept = True
    for count in SIZES:
        stories, digest, mean, longest = measure(count)
        sys.stdout.write(
            f"| {count:,} | {stories:,} | {digest:.1f} | {1000 * mean:.1f} | {1000 * longest:.1f} |\n"
        )
        sys.stdout.flush()
        if count == ARTICLES:
            kept = digest <= LONGEST_DIGEST and longest <= LONGEST_ADD
    if not kept:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
