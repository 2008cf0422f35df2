"""The versions that are installed: pinned, with their hashes, wherever they come from."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.sources import trees

ROOT = Path(__file__).resolve().parents[1]
OWN = {"bot", "handlers", "summarizer", "compression"}  # the last is Python's own from 3.14 on
PINNED = re.compile(r"^([\w.-]+)==\S+(?: ; .*)? \\$", re.MULTILINE)
BOT, TOOLS = (
    (ROOT / name).read_text(encoding="utf-8") for name in ("requirements.lock", "requirements-dev.lock")
)


@pytest.mark.parametrize("lock", [BOT, TOOLS], ids=["the bot", "with the tools"])
def test_every_requirement_is_pinned_with_its_hash_and_no_index_is_named(lock):
    """Whoever installs from a mirror of their own needs no change."""
    entries = re.split(r"^(?=[\w])", lock, flags=re.MULTILINE)
    assert [one.split("\n")[0] for one in entries if one.strip() and not PINNED.match(one)] == []
    assert [one.split("\n")[0] for one in entries if one.strip() and "--hash=sha256:" not in one] == []
    assert not re.search(r"index-url|trusted-host|find-links|https?://", lock)


def test_every_direct_dependency_is_in_the_lock():
    """Those of the tests in the second, which has all of the first too."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    bot, tools = ({plain(name) for name in PINNED.findall(lock)} for lock in (BOT, TOOLS))
    assert {plain(one) for one in project["dependencies"]} - bot == set()
    assert {plain(one) for one in project["optional-dependencies"]["dev"]} - tools == set()


def test_what_the_bot_needs_is_pinned_alike_in_both_locks_and_the_tools_in_one():
    """With the same versions and hashes; whoever only runs the bot installs neither mypy nor pytest."""
    bot, tools = (
        set(re.findall(r"^(\S.*==.*|    --hash.*?)(?: \\)?$", lock, re.MULTILINE)) for lock in (BOT, TOOLS)
    )
    assert bot - tools == set()
    only = {plain(one) for one in tools - bot if "==" in one}
    assert {"mypy", "pytest", "ruff"} <= only


def test_every_library_that_is_imported_is_a_direct_dependency():
    """None is there only because another needs it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {plain(one) for one in project["dependencies"]}
    imported = (
        {name for tree in trees().values() for name in imports(tree)} - OWN - set(sys.stdlib_module_names)
    )
    homes = packages_distributions()
    others = {name for name in imported if not named & {plain(home) for home in homes.get(name, ())}}
    assert others == set()


def imports(tree):
    """The top-level names that a module imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (one.name.split(".")[0] for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def plain(requirement):
    """A distribution's name, as names are compared."""
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", requirement)[0]).lower()
