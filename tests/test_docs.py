"""What the pages for people name is there."""

from __future__ import annotations

import io
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

if TYPE_CHECKING:
    from summarizer.reader import Reader

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
EACH = pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
ADDRESS = "https://post.example/gas"
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


@pytest.mark.model
def test_the_readme_shows_the_brief_that_the_program_prints(reader: Reader) -> None:
    """Line by line, but for its width, and for what "[…]" leaves out."""
    from handlers.render.terminal import print_brief
    from summarizer.article import article_of_page

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"```\n(.*?)```", readme, re.DOTALL)
    page = (ROOT / "bot" / "demo_pages" / "gas-dispute-meridian-post.html").read_bytes()
    brief = reader.brief([article_of_page(page, ADDRESS)])
    console = Console(file=io.StringIO(), width=88)
    print_brief(brief, console)
    printed = " ".join(console.file.getvalue().replace(ADDRESS, "").split())
    assert shown is not None
    stretches = [" ".join(stretch.split()) for stretch in shown[1].split("[…]")]
    assert [stretch for stretch in stretches if stretch not in printed] == []


OURS = re.compile(
    r"\b(?:anew|tak(?:en?|es|ing) up|insists|steer(?:s|ed|ing)?|a further|rooms)\b", re.IGNORECASE
)


@EACH
def test_a_page_is_in_the_fields_words(page: Path) -> None:
    """Words that readers of earlier versions did not understand stay out of the pages."""
    text = re.sub(r"`[^`]*`", "", page.read_text(encoding="utf-8"))
    assert OURS.findall(text) == []
