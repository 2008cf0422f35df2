"""The golden files' flag, and the comparison that it turns into writing."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import settings

# 1,000 whole briefs and digests: pytest tests/handlers/render -k "slack_takes" --hypothesis-profile=thorough
settings.register_profile("thorough", max_examples=8_000)

GOLDEN = Path(__file__).parent / "golden"

Compare = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    with suppress(ValueError):  # another conftest defines it too
        parser.addoption(
            "--rewrite-golden", action="store_true", help="write golden files instead of comparing"
        )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Compare:
    """`golden(name, text)`: the file `name` holds exactly `text`."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--rewrite-golden", default=False):
            path.write_text(text, encoding="utf-8")
        assert path.read_text(encoding="utf-8") == text

    return compare
