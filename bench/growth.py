"""How the cost grows with the length of an article, and with the articles of a story: processor time, and the exponent.

    python -m bench.growth [--longest 60000] [--most 12]

An exponent of 1 is time that grows as what is read does, 2 one that grows with its square.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeVar

from bench.tables import Table, exponent
from bench.texts import plain
from summarizer.default_model import DEFAULT_MODEL
from summarizer.model import Article
from summarizer.reader import Reader, brief_of, load_reader

LENGTHS = (200, 600, 2_000, 6_000, 20_000, 60_000)  # words
ARTICLES = (1, 2, 4, 8, 12)  # of one story
WORDS_OF_ONE = 600
EACH_LEAVES_OUT = 3  # of so many paragraphs of the story, each article leaves one out
ROUNDS = 2
OPENINGS, MIDDLES, ENDS = (
    ("Bel", "Cor", "Dun", "Fal", "Gos", "Hal", "Mor", "Ter"),
    ("a", "e", "i", "o", "u"),
    ("by", "dell", "mont", "ran", "vik"),
)
FAMILIES = tuple(map("".join, product(OPENINGS, MIDDLES, ENDS)))
GIVEN = ("Ada", "Bram", "Ines", "Nora", "Otto", "Petra", "Tilda", "Viktor")
ROLES = ("baker", "council leader", "engineer", "nurse", "union secretary")
THINGS = (
    "bridge",
    "budget",
    "ferry",
    "harbour",
    "hospital",
    "mine",
    "railway",
    "school",
    "strike",
    "tariff",
    "wage",
)
PARAGRAPHS = (
    "{given} {family}, a {role} in {place}, said on Monday that the {thing} would cost €{number} million more than the {other} of last year.",
    "“We will not close the {thing},” {family} said. “It is the last one we have, and {number} people need it.”",
    "The {thing} at {place} opened in 1931 and serves {number},000 people. The {other} beside it was shut after a flood.",
    "The company did not answer questions about the {thing}, but its lawyer, {given} {family}, accused the council of “hiding the {other}”.",
    "According to the {place} Times, {number} residents fear that the {thing} may move. A spokesman denied it.",
)

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Point:
    """Processor time in seconds at one size: of reading, and of making the brief of what was read."""

    size: int
    words: int
    reading: float
    brief: float


def text_of(words: int, first: int = 0) -> str:
    """An invented text of about so many words: in every paragraph somebody else."""
    paragraphs: list[str] = []
    left, at = words, first
    while left > 0:
        family, given = FAMILIES[at * 7 % len(FAMILIES)], GIVEN[at % len(GIVEN)]
        paragraph = PARAGRAPHS[at % len(PARAGRAPHS)].format(
            given=given,
            family=family,
            role=ROLES[at * 3 % len(ROLES)],
            place=f"{FAMILIES[at * 11 % len(FAMILIES)]}ton",
            thing=THINGS[at * 5 % len(THINGS)],
            other=THINGS[(at * 5 + 4) % len(THINGS)],
            number=2 + at % 97,
        )
        paragraphs.append(paragraph)
        left -= len(paragraph.split())
        at += 1
    return "\n\n".join(paragraphs)


def story_of(articles: int) -> list[Article]:
    """So many articles about one story: most of its paragraphs, and some of their own."""
    shared = text_of(WORDS_OF_ONE).split("\n\n")
    return [
        plain(
            "\n\n".join(
                [
                    paragraph
                    for at, paragraph in enumerate(shared)
                    if at % EACH_LEAVES_OUT != number % EACH_LEAVES_OUT
                ]
                + [text_of(WORDS_OF_ONE // EACH_LEAVES_OUT, 1000 * (number + 1))]
            ),
            str(number),
        )
        for number in range(articles)
    ]


def measure_lengths(reader: Reader, lengths: Sequence[int] = LENGTHS) -> list[Point]:
    """One article of each length."""
    return [point(reader, length, [plain(text_of(length), "growing")]) for length in lengths]


def measure_stories(reader: Reader, most: int = ARTICLES[-1]) -> list[Point]:
    """One story of so many articles."""
    return [point(reader, count, story_of(count)) for count in ARTICLES if count <= most]


def point(reader: Reader, size: int, articles: Sequence[Article]) -> Point:
    reading, extracts = quickest(lambda: [reader.extract(article.text) for article in articles])
    brief, _ = quickest(lambda: brief_of(articles, extracts))
    return Point(size, sum(len(one.text.split()) for one in articles), reading, brief)


def quickest(act: Callable[[], Result]) -> tuple[float, Result]:
    """The processor time of the quickest of `ROUNDS`, and what it gave."""
    rounds = []
    for _ in range(ROUNDS):
        began = time.process_time()
        result = act()
        rounds.append((time.process_time() - began, result))
    return min(rounds, key=lambda one: one[0])


def table(name: str, of: str, points: Sequence[Point]) -> Table:
    """A row a size, and the exponents below."""
    rows = [
        (f"{one.size:,}", f"{one.words:,}", f"{one.reading:.2f} s", f"{one.brief:.3f} s") for one in points
    ]
    slopes = (
        exponent([(one.size, seconds) for one, seconds in zip(points, column, strict=True)])
        for column in ([one.reading for one in points], [one.brief for one in points])
    )
    return Table(
        name,
        (of, "words in all", "reading", "brief"),
        (*rows, ("exponent", "", *(f"{slope:.2f}" for slope in slopes))),
    )


def measure(longest: int = LENGTHS[-1], most: int = ARTICLES[-1]) -> Iterator[Table]:
    """Both tables, each as soon as it is measured. The longest article takes two minutes."""
    reader = load_reader(DEFAULT_MODEL)
    quickest(lambda: reader.extract(text_of(LENGTHS[0])))
    lengths = measure_lengths(reader, [length for length in LENGTHS if length <= longest])
    yield table("growth by length", "words of one article", lengths)
    yield table("growth by articles", "articles of one story", measure_stories(reader, most))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--longest", type=int, default=LENGTHS[-1], help="words of the longest article, 600 or more"
    )
    parser.add_argument(
        "--most", type=int, default=ARTICLES[-1], help="articles of the largest story, 2 or more"
    )
    options = parser.parse_args()
    if options.longest < LENGTHS[1] or options.most < ARTICLES[1]:
        parser.error("an exponent takes two sizes")
    for one in measure(options.longest, options.most):
        one.show()
        print(flush=True)


if __name__ == "__main__":
    main()
