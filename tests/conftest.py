"""Flags and profiles of the whole suite, since pytest knows those of a folder's own conftest too late; and the one load of the model."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from summarizer.default_model import DEFAULT_MODEL

if TYPE_CHECKING:
    from spacy.language import Language

    from summarizer.reader import Reader

# As `python -m bot` has it, before numpy is loaded: its threads wait for each other spinning, and a sentence that is parsed by itself
# took twelve times the processor time. `make rounding` sets another number.
os.environ.setdefault("OMP_NUM_THREADS", "1")

# 1,000 whole briefs and digests: pytest tests/handlers/render -k "slack_takes" --hypothesis-profile=thorough
settings.register_profile("thorough", max_examples=8_000, deadline=None)
settings.register_profile("quick", max_examples=15, deadline=None)  # the fast suite's
settings.register_profile("whole", max_examples=50, deadline=None)  # a busy machine fails no test
settings.load_profile("whole")

# Files that wait for much: half a minute each and more.
LONGEST = {
    f"test_{name}.py"
    for name in (
        "workers",
        "cli",
        "cli_output",
        "wheel",
        "sick_slack",
        "whole_bot",
        "stopping",
        "log",
        "edited_links",
    )
}

gc.disable()  # until all tests are collected: what that makes stays, and to look through it again and again took a fifth of the time


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="write golden files instead of comparing")
    parser.addoption(
        "--write-floors", action="store_true", help="raise the quality gate's floors to what is reached"
    )
    parser.addoption(
        "--accept-lower-floors",
        action="store_true",
        help="write the floors, lower ones too: say why in the commit",
    )
    parser.addoption(
        "--saturating",
        action="store_true",
        help="read as onnxruntime does by itself on AVX2 (docs/tagger.md)",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--saturating"):
        from summarizer.parse import network  # loads onnxruntime

        network.WITHOUT_SATURATION = ("session.x64quantprecision", "0")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest, so that at the end no process is left alone with one."""
    items.sort(key=lambda item: item.path.name not in LONGEST)


def pytest_collection_finish() -> None:
    gc.freeze()  # nor is it looked through while they run
    gc.enable()


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The language model and the tagger, loaded once for all tests of a process. Nobody changes them."""
    from summarizer.reader import load_reader

    return load_reader(DEFAULT_MODEL)


@pytest.fixture(scope="session")
def nlp(reader: Reader) -> Language:
    """The default pipeline alone."""
    return reader.pipeline
