"""The meta elements of a page."""

from __future__ import annotations

from lxml.html import HtmlElement

from summarizer.article.paragraphs import tidy
from summarizer.article.tree import elements

Metas = dict[str, list[str]]


def metas_of(tree: HtmlElement) -> Metas:
    """Contents of the meta elements under each of their names, in order."""
    metas: Metas = {}
    for element in elements(tree, "meta"):
        content = tidy(element.get("content") or element.get("value") or "")
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(key) or "").strip().lower()
            if name and content:
                metas.setdefault(name, []).append(content)
    return metas


def values(metas: Metas, names: tuple[str, ...]) -> list[str]:
    """All contents of the metas so named, best name first."""
    return [content for name in names for content in metas.get(name, [])]
