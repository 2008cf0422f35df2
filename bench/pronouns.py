"""How often "he", "she" and "who" are given the right name.

    python -m bench.pronouns polnear.tar.gz

The labels beside this file say, for pronoun sources found in PolNeAR's dev articles, where the pronoun
stands and where a full mention of whom it means stands; they hold no text of the articles. A pronoun is
right, left open (the pronoun itself is the name) or wrong; those that are no longer found are counted apart.
"""

from __future__ import annotations

import argparse
import json
import tarfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from summarizer.default_model import DEFAULT_MODEL
from summarizer.model import Source, Span, Statement
from summarizer.reader import Reader, load_reader

LABELS = Path(__file__).with_name("pronouns.json")
TEXTS = "dev/text"

Verdict = Literal["right", "open", "wrong", "not found"]


@dataclass(frozen=True, slots=True)
class Label:
    """`head`: a full mention of whom the pronoun means."""

    article: str
    mention: Span
    head: Span


def read_labels(path: Path = LABELS) -> tuple[Label, ...]:
    rows = json.loads(path.read_text(encoding="utf-8"))
    return tuple(Label(row["article"], Span(*row["mention"]), Span(*row["head"])) for row in rows)


def read_texts(archive: Path, articles: Iterable[str]) -> dict[str, str]:
    """The articles of these ids. Raises KeyError when the archive lacks one."""
    with tarfile.open(archive) as opened:
        return {
            article: opened.extractfile(f"{TEXTS}/{article}.txt").read().decode("utf-8")  # type: ignore[union-attr]
            for article in sorted(set(articles))
        }


def judge(
    labels: Iterable[Label], texts: dict[str, str], reader: Reader
) -> Iterator[tuple[Label, Verdict, str]]:
    """Each label with its verdict and the name it was given."""
    found = {article: sources(reader.extract(text).statements) for article, text in texts.items()}
    for label in labels:
        source = found[label.article].get(label.mention)
        yield label, verdict(source, label.head.of(texts[label.article])), source.name if source else ""


def sources(statements: Iterable[Statement]) -> dict[Span, Source]:
    return {statement.source.span: statement.source for statement in statements if statement.source}


def verdict(source: Source | None, head: str) -> Verdict:
    if source is None:
        return "not found"
    if source.name.casefold() == source.mention.casefold():
        return "open"
    return "right" if is_same(source.name, head) else "wrong"


def is_same(one: str, other: str) -> bool:
    """Whether one name is a form of the other: all words of the shorter stand in the longer."""
    ours, theirs = (
        set(name.casefold().replace(".", "").split()) - {"mr", "mrs", "ms"} for name in (one, other)
    )
    return ours <= theirs or theirs <= ours


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("archive", type=Path, help="PolNeAR's articles")
    parser.add_argument("--model", default=DEFAULT_MODEL)
    parser.add_argument("--wrong", action="store_true", help="list the wrong ones by their offsets")
    options = parser.parse_args()
    labels = read_labels()
    texts = read_texts(options.archive, (label.article for label in labels))
    judged = list(judge(labels, texts, load_reader(options.model)))
    counts = Counter(how for _, how, _ in judged)
    seen = len(judged) - counts["not found"]
    for how, count in counts.most_common():
        print(f"{how:10s} {count:4d}" + (f" {count / seen:6.1%}" if how != "not found" else ""))
    for label, how, name in judged:
        if options.wrong and how == "wrong":
            print(label.article, label.mention.start, name)


if __name__ == "__main__":
    main()
