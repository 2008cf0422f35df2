"""Whether a quotation stands in a text: word for word, altered, or not at all. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from summarizer.text.marks import DOUBLE
from summarizer.text.sentence_bounds import ends_between

Verdict = Literal["exact", "altered"]

WORD = re.compile(r"\w+(?:['’.,]\w+)*%?")
ELLIPSIS = re.compile(r"\s*(?:…|\.\s?\.\s?\.|\[…\]|\[\.\.\.\])\s*")
FOLDED = str.maketrans({"’": "'", "‘": "'", "`": "'"})
# The share of a quotation's words that must stand in their order in a passage for it to be that quotation, altered.
# Two statements about one thing share a half; a cut or changed quotation keeps more.
LEAST_ALIKE = 0.7
FEWEST_WORDS = 3  # fewer stand in any text
LONGEST = 120  # words; a longer quotation is checked by its beginning
ROOM = 1.5  # a passage may be longer than the quotation by a half


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the page, or of the quotation: "same" in both, "missing" from the page, "added" on the page."""

    kind: Literal["same", "missing", "added"]
    words: str


@dataclass(frozen=True, slots=True)
class Checked:
    """One passage of a text held against a quotation. `start` and `end` are characters of the text.

    `is_quoted`: the page itself has it between quotation marks.
    """

    verdict: Verdict
    start: int
    end: int
    pieces: tuple[Piece, ...]
    likeness: float
    is_quoted: bool


@dataclass(frozen=True, slots=True)
class QuotedToken:
    """A word with its place; `key` is what makes two words the same."""

    key: str
    start: int
    end: int


def tokens(text: str) -> list[QuotedToken]:
    """The words of a text. Case, kinds of apostrophes and all marks between words make no difference."""
    return [
        QuotedToken(found[0].translate(FOLDED).casefold(), found.start(), found.end())
        for found in WORD.finditer(text)
    ]


def parts_of(quotation: str) -> tuple[str, ...]:
    """What stands between the ellipses of a quotation, without its marks."""
    return tuple(filter(None, (DOUBLE.sub("", part).strip() for part in ELLIPSIS.split(quotation))))


def check(quotation: str, text: str) -> Checked | None:
    """The passage of `text` that comes nearest to `quotation`, when it is that quotation at all."""
    parts = [[token.key for token in tokens(part)] for part in parts_of(quotation)]
    wanted = [key for part in parts for key in part][:LONGEST]
    page = tokens(text)
    if len(wanted) < FEWEST_WORDS or not page:
        return None
    whole = exact(parts, page)
    if whole is not None:
        first, last = whole
        span = page[first].start, page[last - 1].end
        return Checked(
            "exact", *span, (Piece("same", text[span[0] : span[1]]),), 1.0, is_quoted(text, span[0])
        )
    return altered(wanted, page, text)


def exact(parts: Sequence[Sequence[str]], page: Sequence[QuotedToken]) -> tuple[int, int] | None:
    """The tokens from the first part's beginning to the last part's end, the parts standing whole and in order."""
    keys = [token.key for token in page]
    first, at = None, 0
    for part in filter(None, parts):
        found = next(
            (n for n in range(at, len(keys) - len(part) + 1) if keys[n : n + len(part)] == list(part)), None
        )
        if found is None:
            return None
        first = found if first is None else first
        at = found + len(part)
    return None if first is None else (first, at)


def altered(wanted: Sequence[str], page: Sequence[QuotedToken], text: str) -> Checked | None:
    """The window of the page that shares the most of the words in their order, when it shares enough."""
    best: tuple[float, int, int] | None = None
    for start, end in windows(wanted, page):
        share = likeness(wanted, [token.key for token in page[start:end]])
        if best is None or share > best[0]:
            best = share, start, end
    if best is None or best[0] < LEAST_ALIKE:
        return None
    share, start, end = best
    matcher = SequenceMatcher(None, wanted, [token.key for token in page[start:end]], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    # Words changed at an end of the quotation have others in their place on the page, as many at most.
    first = start + max(0, blocks[0].b - blocks[0].a)
    changed = len(wanted) - blocks[-1].a - blocks[-1].size
    last = min(end, start + blocks[-1].b + blocks[-1].size + changed)
    passage = within_sentence(page[first:last], text)
    span = passage[0].start, passage[-1].end
    return Checked("altered", *span, tuple(pieces(wanted, passage, text)), share, is_quoted(text, span[0]))


def within_sentence(passage: Sequence[QuotedToken], text: str) -> Sequence[QuotedToken]:
    """The passage up to where its last sentence ends, should the words behind it belong to the next one."""
    for number in range(len(passage) - 1, 0, -1):
        if number > len(passage) * LEAST_ALIKE and ends_between(
            text, passage[number - 1].end, passage[number].start
        ):
            return passage[:number]
    return passage


def windows(wanted: Sequence[str], page: Sequence[QuotedToken]) -> Iterator[tuple[int, int]]:
    """Where to look closely: around the places of the quotation's rarest words on the page."""
    places: dict[str, list[int]] = {}
    for number, token in enumerate(page):
        places.setdefault(token.key, []).append(number)
    anchors = sorted({key for key in wanted if key in places}, key=lambda key: (len(places[key]), -len(key)))[
        :3
    ]
    room = int(len(wanted) * ROOM) + 2
    seen = set()
    for key in anchors:
        for place in places[key][:20]:
            offset = wanted.index(key)
            start = max(0, place - offset - room // 3)
            if start not in seen:
                seen.add(start)
                yield start, min(len(page), start + room + room // 3)


def likeness(wanted: Sequence[str], found: Sequence[str]) -> float:
    """The share of the quotation's words that stand in the passage in their order."""
    matcher = SequenceMatcher(None, wanted, found, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / len(wanted)


def pieces(wanted: Sequence[str], passage: Sequence[QuotedToken], text: str) -> Iterator[Piece]:
    """The passage with what the quotation has and it has not, and the other way round."""
    matcher = SequenceMatcher(None, wanted, [token.key for token in passage], autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind in ("delete", "replace"):
            yield Piece("missing", " ".join(wanted[first:last]))
        if kind != "delete":
            words = text[passage[start].start : passage[end - 1].end]
            yield Piece("same" if kind == "equal" else "added", words)


def is_quoted(text: str, start: int) -> bool:
    """Whether the passage that begins at `start` stands between quotation marks in its paragraph."""
    paragraph = text.rfind("\n", 0, start) + 1
    before = text[paragraph:start]
    opened = before.count("“") - before.count("”")
    straight = before.count('"') % 2
    single = bool(re.search(r"(?:^|[\s(])[‘'][^’']{0,300}$", before))
    return opened > 0 or straight == 1 or single
