"""Flags and profiles of the whole suite: pytest knows those of a folder's own conftest too late."""

from __future__ import annotations

import pytest
from hypothesis import settings

# 1,000 whole briefs and digests: pytest tests/handlers/render -k "slack_takes" --hypothesis-profile=thorough
settings.register_profile("thorough", max_examples=8_000, deadline=None)
settings.register_profile("quick", max_examples=25, deadline=None)  # the fast suite's
settings.register_profile("whole", max_examples=100, deadline=None)  # a busy machine fails no test
settings.load_profile("whole")


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
