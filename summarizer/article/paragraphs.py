"""What flows through the cleaning: paragraphs, and the article they become."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from summarizer.model import Dropped, Post, Span

Kind = Literal["prose", "subhead", "row", "post"]

BREAK = "\n\n"  # between the paragraphs of an article's text
SPACE = re.compile(r"\s+")
INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")


@dataclass(frozen=True, slots=True)
class PostHead:
    """Whose post a paragraph is."""

    platform: str
    name: str | None
    handle: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of text on its way into an article."""

    text: str
    kind: Kind = "prose"
    post: PostHead | None = None
    link_share: float = 0.0  # share of the letters that are linked
    entry: int | None = None  # number of the live blog's entry that it stands in


@dataclass(frozen=True, slots=True)
class Draft:
    """An article between two steps of cleaning."""

    paragraphs: tuple[Paragraph, ...]
    dropped: Dropped = Dropped()  # noqa: RUF009  # frozen


Step = Callable[[Draft], Draft]


def listed(text: str) -> frozenset[str]:
    """The words of a list that is written as one string."""
    return frozenset(text.split())


def tidy(text: str) -> str:
    """One line without invisible characters or runs of blanks."""
    return SPACE.sub(" ", INVISIBLE.sub("", text)).strip()


def without_boilerplate(draft: Draft, kept: Iterable[Paragraph]) -> Draft:
    """`draft` with only `kept`, the difference counted as boilerplate lines."""
    paragraphs = tuple(kept)
    lines = draft.dropped.boilerplate_lines + len(draft.paragraphs) - len(paragraphs)
    return Draft(paragraphs, replace(draft.dropped, boilerplate_lines=lines))


def placed(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[Paragraph, Span]]:
    """Each paragraph with its place in the article's text. None may be empty."""
    at = 0
    for paragraph in paragraphs:
        yield paragraph, Span(at, at + len(paragraph.text))
        at += len(paragraph.text) + len(BREAK)


def text_of_all(paragraphs: Iterable[Paragraph]) -> str:
    """The article's text."""
    return BREAK.join(paragraph.text for paragraph in paragraphs)


def posts_of(places: Iterable[tuple[Paragraph, Span]]) -> Iterator[Post]:
    """The paragraphs that are posts."""
    for paragraph, span in places:
        head = paragraph.post
        if head is not None:
            yield Post(head.platform, head.name, head.handle, head.date, paragraph.text, span)
