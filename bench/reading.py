"""Text to brief, all in, beside bare `nlp.pipe` and what else reads articles, on one core in one run.

    python -m bench.reading [--archive texts.jsonl] [--peers build/peers/bin/python]

Bare is the default model as spaCy loads it, on the same texts. Each step is timed `ROUNDS` times in turns and its
quickest round counts, for a machine that others use only ever takes longer.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import spacy

from bench.tables import Table
from bench.texts import COPIES, articles
from summarizer.article import read_page
from summarizer.attribution import find_statements
from summarizer.attribution.tagged import Tagged
from summarizer.brief import make_brief
from summarizer.default_model import DEFAULT_MODEL
from summarizer.figures import find_figures
from summarizer.model import Article, Extract
from summarizer.parse.pipeline import folder_in_package
from summarizer.reader import BATCH, Reader, load_reader
from tests.corpus import pages

ROUNDS = 2
WARM = 16  # texts read before the clock runs: the first fill caches
BARE, WHOLE = "bare `nlp.pipe`", "text to brief, all in"
PEERS = {"quotations": "textacy's direct quotations, parse included", "lexrank": "sumy's LexRank"}

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Readings:
    """Seconds of each step over the same texts."""

    seconds: dict[str, float]
    articles: int
    words: int
    peers: dict[str, dict[str, float]]

    def table(self) -> Table:
        bare = self.seconds[BARE]
        rows = [(name, f"{s:.2f} s", f"{s / bare:.2f}") for name, s in self.seconds.items()]
        return Table("text to brief", ("on one core", "time", "beside bare"), tuple(rows))

    def peer_table(self) -> Table:
        ours = {WHOLE: self.seconds[WHOLE], BARE: self.seconds[BARE]}
        refused = dict.fromkeys(ours, 0)
        for name, found in self.peers.items():
            ours[PEERS[name]], refused[PEERS[name]] = found["seconds"], int(found["refused"])
        rows = [
            (name, f"{self.articles / s:.1f}", f"{self.words / s:,.0f}", str(refused[name]))
            for name, s in ours.items()
        ]
        return Table("peers", ("on one core", "articles a second", "words a second", "refused"), tuple(rows))


def measure(archive: Path | None = None, peers: Path | None = None) -> Readings:
    """Everything, on the first core that this process may use."""
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, [min(allowed)])
    try:
        texts = articles(archive)
        found = measure_peers(peers, [article.text for article in texts]) if peers else {}
        return Readings(measure_steps(texts), len(texts), sum(len(one.text.split()) for one in texts), found)
    finally:
        os.sched_setaffinity(0, allowed)


def measure_steps(texts: Sequence[Article]) -> dict[str, float]:
    """The quickest round of every step."""
    reader, bare = load_reader(DEFAULT_MODEL), spacy.load(folder_in_package(DEFAULT_MODEL) or DEFAULT_MODEL)
    list(bare.pipe(one.text for one in texts[:WARM]))
    list(reader.brief_each(texts[:WARM]))
    quickest: dict[str, float] = {}
    for _ in range(ROUNDS):
        for name, seconds in one_round(reader, bare, texts).items():
            quickest[name] = min(seconds, quickest.get(name, seconds))
    return quickest


def one_round(reader: Reader, bare: spacy.Language, texts: Sequence[Article]) -> dict[str, float]:
    spent: dict[str, float] = {}
    words = [article.text for article in texts]
    timed(spent, BARE, lambda: [None for _ in bare.pipe(words)])
    timed(spent, WHOLE, lambda: [None for _ in reader.brief_each(texts)])
    docs = timed(spent, "of it: parse", lambda: list(reader.pipeline.pipe(words, batch_size=BATCH)))
    tagger = reader.tagger
    tagged = timed(spent, "tagger", lambda: tagger.tag(words) if tagger else (Tagged(),) * len(words))
    said = timed(spent, "rules, joining, names", lambda: list(map(find_statements, docs, tagged)))
    figures = timed(spent, "figures", lambda: list(map(find_figures, docs, said, words)))
    extracts = map(Extract, said, figures)
    timed(
        spent,
        "merging, ranking, lead",
        lambda: [make_brief([a], [e]) for a, e in zip(texts, extracts, strict=True)],
    )
    timed(spent, "before all this: page to article", lambda: [read_page(*page) for page in bodies()])
    return spent


def bodies() -> Sequence[tuple[bytes, str]]:
    """The pages that the corpus' articles come from, as often as these are read."""
    return [(path.read_bytes(), path.as_uri()) for path in pages().values()] * COPIES


def measure_peers(python: Path, texts: Sequence[str]) -> dict[str, dict[str, float]]:
    """The same texts read by others, in the environment of `python`."""
    command = [str(python), str(Path(__file__).with_name("peers.py")), DEFAULT_MODEL]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True)  # noqa: S603
    found: dict[str, dict[str, float]] = json.loads(done.stdout)
    return found


def timed(spent: dict[str, float], name: str, step: Callable[[], Result]) -> Result:
    began = time.process_time()
    result = step()
    spent[name] = time.process_time() - began
    return result


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--archive", type=Path, help='{"id", "text"} lines instead of the corpus')
    parser.add_argument("--peers", type=Path, help="a Python that has textacy and sumy")
    options = parser.parse_args()
    readings = measure(options.archive, options.peers)
    readings.table().show()
    readings.peer_table().show()


if __name__ == "__main__":
    main()
