"""The project's own articles with what an editor expects of each; see README.md beside this file."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
DEMO_PAGES = HERE.parents[1] / "bot" / "demo_pages"
SAMPLE = HERE / "sample.txt"


def pages() -> dict[str, Path]:
    """Every page of the corpus by its slug: those of the demo and those kept for tests alone."""
    found = (*DEMO_PAGES.glob("*.html"), *(HERE / "pages").glob("*.html"))
    return {path.stem: path for path in sorted(found, key=lambda path: path.stem)}


def expected(slug: str) -> dict[str, Any]:
    """What an editor expects of the page `slug` ("sample" for sample.txt)."""
    return _load(HERE / "expected" / f"{slug}.json")


def gold() -> list[dict[str, Any]]:
    """Attribution gold, {"slug", "text", "units"}, one for each annotated article."""
    return [{"slug": path.stem, **_load(path)} for path in sorted((HERE / "gold").glob("*.json"))]


def visible_text(path: Path) -> str:
    """The words of a page without its markup, blanks folded: what a literal string is looked up in."""
    reader = _Words()
    reader.feed(decoded(path))
    return fold("".join(reader.parts))


def decoded(path: Path) -> str:
    """The page as text, read in the character set that it declares."""
    raw = path.read_bytes()
    declared = re.search(rb'charset="?([\w-]+)', raw)
    return raw.decode(declared.group(1).decode() if declared else "utf-8")


def fold(text: str) -> str:
    """`text` with every run of blanks, no-break ones too, as one space."""
    return re.sub(r"\s+", " ", text).strip()


def _load(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


class _Words(HTMLParser):
    """Collects text outside scripts and styles; inline tags leave no blank behind."""

    HIDDEN = ("script", "style")
    INLINE = (
        "a",
        "b",
        "em",
        "i",
        "span",
        "strong",
        "sup",
        "sub",
        "small",
        "abbr",
        "cite",
        "q",
        "mark",
        "time",
    )

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden = tag in self.HIDDEN
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        self._hidden = False
        self._part(tag)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)

    def _part(self, tag: str) -> None:
        if tag not in self.INLINE:
            self.parts.append(" ")
