"""The modules of the three packages, for tests of how they are written."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("bot", "handlers", "summarizer")


@cache
def trees() -> dict[Path, ast.Module]:
    """Each module's tree, parsed once for all tests."""
    paths = (path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py")))
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in paths}
