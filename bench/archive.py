"""The archive at ten thousand, a hundred thousand and a million statements: how long a look-up takes, what a line costs.

    python -m bench.archive [--most 1000000]

Statements are generated from the corpus' own words, as often as they stand there, by people whose names some are
asked for much more than others. Look-ups are the ones that people ask for, through the same code.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from bench.tables import Table, exponent, milliseconds, percentile
from bench.texts import articles
from bot.database import DatabaseFile
from bot.store.archive import write_brief, write_lines
from bot.store.lookups import StoredLookups
from handlers.ports import Filing, Version
from summarizer.model import Article, Brief, Bullet, Credit, Dropped, Evidence, Figure, KeyFigure, Span

SIZES = (10_000, 100_000, 1_000_000)
IN_A_BRIEF = 20  # statements; and figures:
FIGURES = 8
WORDS = 25  # in a statement
PEOPLE = 5_000
AT_ONCE = 500  # briefs in one transaction
ASKED = 100  # look-ups of each kind
MOST = 10  # lines that are shown
SEED = 1
FIRST = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Size:
    """One size of the archive: seconds of every look-up by kind, and bytes of the file."""

    statements: int
    seconds: dict[str, list[float]]
    file: int


@dataclass(frozen=True, slots=True)
class Press:
    """Prints articles about nothing."""

    chance: random.Random
    words: Sequence[str]
    people: Sequence[str]

    def sentence(self) -> str:
        return " ".join(self.chance.choices(self.words, k=WORDS))

    def person(self) -> str:
        """Some are in the news much more than others."""
        return self.people[min(int(self.chance.paretovariate(0.7)) - 1, len(self.people) - 1)]

    def brief(self, number: int) -> Brief:
        url = f"https://paper-{number % 40}.example/{number}"
        sentences = [self.sentence() for _ in range(IN_A_BRIEF)]
        proof = (Evidence(url, Span(0, len(sentences[0]))),)
        article = Article(
            url, "\n\n".join(sentences), title=self.sentence()[:60], outlet=f"Paper {number % 40}"
        )
        bullets = tuple(
            Bullet(Credit(self.person(), None), "said", "indirect", text, proof) for text in sentences
        )
        return Brief((article,), (), bullets, tuple(self.figure(proof) for _ in range(FIGURES)), Dropped())

    def figure(self, proof: tuple[Evidence, ...]) -> KeyFigure:
        value = Decimal(self.chance.randrange(2, 9000))
        concept = " ".join(self.chance.choices(self.words, k=3))
        return KeyFigure(Figure(Span(0, 4), str(value), value, concept=concept, source=self.person()), proof)


def press() -> Press:
    """The same articles each time."""
    chance = random.Random(SEED)  # noqa: S311  # nothing here is secret
    words = [word for article in articles() for word in article.text.split()]
    names = sorted({word for word in words if word.istitle() and word.isalpha()})
    people = [f"{chance.choice(names)} {chance.choice(names)}son{number}" for number in range(PEOPLE)]
    return Press(chance, words, people)


def measure(most: int = SIZES[-1]) -> Iterator[Size]:
    """One archive that grows, asked at every size."""
    printing = press()
    with tempfile.TemporaryDirectory() as folder:
        database = DatabaseFile(Path(folder, "nutgraf.db"), synced=False)
        database.migrate()
        filed = 0
        for statements in (size for size in SIZES if size <= most):
            filed = fill(database, printing, filed, statements // IN_A_BRIEF)
            with database.reading() as db:
                db.execute("pragma wal_checkpoint(truncate)")
            yield Size(statements, asked(StoredLookups(database), printing), database.path.stat().st_size)


def fill(database: DatabaseFile, printing: Press, filed: int, wanted: int) -> int:
    """File briefs until there are `wanted`."""
    for start in range(filed, wanted, AT_ONCE):
        with database.writing() as db:
            for number in range(start, min(start + AT_ONCE, wanted)):
                at = FIRST + timedelta(minutes=number)
                filing = Filing(f"b{number}", "T1", f"C{number % 10}", "U1", str(number), "channel", at)
                brief = printing.brief(number)
                write_brief(db, filing, brief, Version())
                write_lines(db, filing.brief_id, brief)
    return wanted


def asked(lookups: StoredLookups, printing: Press) -> dict[str, list[float]]:
    """Seconds of each look-up; what is looked for is what people say and who they are, the common and the rare."""
    chance = printing.chance
    kinds: dict[str, Callable[[], object]] = {
        "search, one word": lambda: lookups.search(None, chance.choice(printing.words), MOST),
        "search, two words": lambda: lookups.search(
            None, " ".join(chance.choices(printing.words, k=2)), MOST
        ),
        "search, a name": lambda: lookups.search(None, printing.person(), MOST),
        "who": lambda: lookups.who(None, printing.person(), MOST),
        "who … about": lambda: lookups.who(
            None, f"{printing.person()} about {chance.choice(printing.words)}", MOST
        ),
        "figures": lambda: lookups.figures(None, chance.choice(printing.words), MOST),
    }
    for look_up in kinds.values():
        look_up()  # the first one opens the file
    return {kind: [timed(look_up) for _ in range(ASKED)] for kind, look_up in kinds.items()}


def timed(look_up: Callable[[], object]) -> float:
    began = time.perf_counter()
    look_up()
    return time.perf_counter() - began


def table(sizes: Sequence[Size]) -> Table:
    """The 95th percentile of each kind at every size, and how it grows."""
    rows = [row(kind, sizes) for kind in sizes[0].seconds]
    files = (f"{size.file / size.statements:,.0f}" for size in sizes)
    rows.append(("bytes a statement", *files, growth([(size.statements, size.file) for size in sizes])))
    heads = (f"{size.statements:,} statements" for size in sizes)
    return Table("archive", ("95th percentile", *heads, "exponent"), tuple(rows))


def row(kind: str, sizes: Sequence[Size]) -> tuple[str, ...]:
    """One kind of look-up."""
    longest = [percentile(size.seconds[kind], 95) for size in sizes]
    points = [(size.statements, seconds) for size, seconds in zip(sizes, longest, strict=True)]
    return kind, *map(milliseconds, longest), growth(points)


def growth(points: Sequence[tuple[float, float]]) -> str:
    """The exponent; nothing where there is one size."""
    return f"{exponent(points):.2f}" if len(points) > 1 else ""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--most", type=int, default=SIZES[-1])
    table(list(measure(parser.parse_args().most))).show()


if __name__ == "__main__":
    main()
