"""What the pages for people name is there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
EACH = pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
ROOTS = ("bot", "handlers", "summarizer", "tests", "docs", "bench", "train")


@EACH
def test_a_page_links_to_files_that_are_there(page: Path) -> None:
    """Pages and pictures beside it."""
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@EACH
def test_a_page_names_files_that_are_there(page: Path) -> None:
    """Paths from the root, such as `handlers/render/markdown.py`."""
    named = re.findall(r"`((?:[\w.-]+/)+[\w-]+\.(?:py|json|txt|tsv))`", page.read_text(encoding="utf-8"))
    mine = [path for path in named if path.split("/")[0] in ROOTS]
    assert [path for path in mine if not (ROOT / path).exists()] == []


def test_contributing_explains_every_mark() -> None:
    """And no other."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pytest"]
    marks = {line.partition(":")[0] for line in settings["ini_options"]["markers"]}
    told = (
        (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("| mark |")[2].partition("\n\n")[0]
    )
    assert set(re.findall(r"^\| `([^`]+)`", told, re.MULTILINE)) == marks


OURS = re.compile(
    r"\b(?:anew|tak(?:en?|es|ing) up|insists|steer(?:s|ed|ing)?|a further|rooms)\b", re.IGNORECASE
)


@EACH
def test_a_page_is_in_the_fields_words(page: Path) -> None:
    """Words that readers of earlier versions did not understand stay out of the pages."""
    text = re.sub(r"`[^`]*`", "", page.read_text(encoding="utf-8"))
    assert OURS.findall(text) == []
