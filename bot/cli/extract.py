"""`extract`: raw statements and figures of many texts."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import tee
from multiprocessing import get_context

import click

from bot.cli.jsonl import Lines, emit, finish
from bot.settings import load_settings
from handlers.render.shapes import extract_shape
from summarizer.model import Extract
from summarizer.reader import Reader, load_reader

AHEAD = 4  # texts under way per process: enough to keep it busy, few enough to bound memory

_reader: list[Reader] = []  # one a process, filled when the process starts


@click.command()
@click.option("--jsonl", is_flag=True, required=True, help="JSON lines in, JSON lines out.")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes.")
def command(jsonl: bool, jobs: int) -> None:  # noqa: ARG001, FBT001  # click's signature
    """Read {"id", "text"} lines from standard input and write {"id", "statements", "figures"} lines.

    In the order given, as soon as they are ready; raw, before any merging.
    """
    model = load_settings().nutgraf_model
    lines = Lines(sys.stdin, ("id", "text"))
    kept, texts = tee(lines)
    strings = (str(line["text"]) for line in texts)
    extracts = in_processes(strings, model, jobs) if jobs > 1 else load_reader(model).extract_many(strings)
    for line, extract in zip(kept, extracts, strict=True):
        emit({"id": line["id"], **extract_shape(extract)})
    finish(lines)


def in_processes(texts: Iterable[str], model: str, jobs: int) -> Iterator[Extract]:
    """Extracts in order, by `jobs` processes, with a bounded number of texts under way."""
    under_way: deque[Future[Extract]] = deque()
    with ProcessPoolExecutor(jobs, get_context("spawn"), initializer=load_model, initargs=(model,)) as pool:
        for text in texts:
            under_way.append(pool.submit(extract_one, text))
            if len(under_way) >= jobs * AHEAD:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()


def load_model(name: str) -> None:
    """Prepare a process."""
    _reader.append(load_reader(name))


def extract_one(text: str) -> Extract:
    """In a process: one text."""
    return _reader[0].extract(text)
