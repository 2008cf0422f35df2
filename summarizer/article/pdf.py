"""A PDF to paragraphs: running heads and page numbers off, words and sentences joined across lines and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from summarizer.article.paragraphs import Kind, Paragraph, tidy
from summarizer.article.pdf_lines import PrintedLine, PrintedText
from summarizer.text.sentence_bounds import ends_a_sentence
from summarizer.text.words import words

# Lines at the top and at the foot of a page among which a running head is looked for.
EDGE_LINES = 3
# Pages that a running head stands on: two of a few; more of many, since chapters have heads of their own.
FEWEST_PAGES, FEW_PAGES, FEWEST_OF_MANY = 2, 6, 3
PAGE_NUMBER = re.compile(
    r"\W*(?:page\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE
)
# Against the size that most letters have: subheads are larger, footnotes smaller. Emphasis differs by less.
LARGER, SMALLER = 1.12, 0.88
MOST_SMALL = 0.3  # of the letters; with more in small print it is no footnote
# A gap between lines that parts paragraphs, against the usual one.
WIDER = 1.35
INDENT = 0.8  # of the letters' size
SHORT_LINE = 0.7  # of the usual length: ends its paragraph when it ends a sentence
TITLE_WORDS = (2, 40)
# What word processors leave in the properties.
NO_TITLE = re.compile(
    r"^(?:untitled|microsoft|powerpoint|document\d*|slide \d|layout \d)|\.(?:docx?|pdf|indd|pptx?|xlsx?|odt|qxd|rtf|tex)$",
    re.IGNORECASE,
)
HYPHENS = "-\u2010\u00ad"
BULLET = re.compile(r"^[•▪■●◦‣–-]\s+")


@dataclass(frozen=True, slots=True)
class Setting:
    """How a document is set: what most of its lines have."""

    size: float
    leading: float  # from one line down to the next
    length: float  # characters in a line


@dataclass(frozen=True, slots=True)
class PdfText:
    """A PDF as paragraphs."""

    paragraphs: tuple[Paragraph, ...]
    title: str | None
    dropped_lines: int


def paragraphs_of_pdf(printed: PrintedText) -> PdfText:
    """The paragraphs of a PDF, its headline, and how many lines at the edges of pages were left out."""
    running = running_lines(printed.lines)
    inner = [line for line in printed.lines if line not in running]
    if not inner:
        return PdfText((), None, 0)
    setting = setting_of(inner)
    kept = without_small_print(inner, setting)
    blocks = tuple(blocks_of(kept, setting))
    known = Counter(word for line in kept for word in re.findall(r"[\w-]+", line.text.lower()))
    title = headline_of(blocks, setting) or likely_title(printed.title)
    paragraphs = tuple(paragraph_of(block, setting, known) for block in blocks)
    return PdfText(paragraphs, title, len(printed.lines) - len(kept))


def running_lines(lines: Sequence[PrintedLine]) -> frozenset[PrintedLine]:
    """Heads and feet that come back from page to page, and page numbers."""
    edges = [line for _, page in groupby(lines, key=lambda line: line.page) for line in edge_lines(page)]
    pages = len({line.page for line in lines})
    counts = Counter(key for key, _ in {(running_key(line), line.page) for line in edges})
    fewest = FEWEST_PAGES if pages <= FEW_PAGES else FEWEST_OF_MANY
    return frozenset(
        line
        for line in edges
        if counts[running_key(line)] >= fewest or (pages > 1 and PAGE_NUMBER.fullmatch(line.text))
    )


def edge_lines(page: Iterable[PrintedLine]) -> set[PrintedLine]:
    """The highest and the lowest lines of a page."""
    by_height = sorted(page, key=lambda line: line.y)
    return {*by_height[:EDGE_LINES], *by_height[-EDGE_LINES:]}


def running_key(line: PrintedLine) -> str:
    """A line without its numbers: "Annual report 7" and "8 Annual report" are one running head."""
    return " ".join(word for word in words(line.text) if not word.isdigit()) or line.text


def setting_of(lines: Sequence[PrintedLine]) -> Setting:
    """Size, leading and length of most lines."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size, 1)] += len(line.text)
    size = letters.most_common(1)[0][0]
    body = [line for line in lines if round(line.size, 1) == size]
    gaps = [gap for one, other in pairwise(body) if 0 < (gap := one.y - other.y) < 3 * size]
    # The commonest gap: with short paragraphs half of the gaps may be wide ones, but none of those is commoner.
    usual = Counter(round(gap, 1) for gap in gaps).most_common(1)
    return Setting(size, usual[0][0] if usual else 1.2 * size, median(len(line.text) for line in body))


def without_small_print(lines: Sequence[PrintedLine], setting: Setting) -> Sequence[PrintedLine]:
    """The lines without footnotes, which would stand in the middle of a sentence."""
    small = {line for line in lines if line.size < SMALLER * setting.size}
    share = sum(len(line.text) for line in small) / sum(len(line.text) for line in lines)
    return lines if share > MOST_SMALL else [line for line in lines if line not in small]


def blocks_of(lines: Sequence[PrintedLine], setting: Setting) -> Iterator[list[PrintedLine]]:
    """The lines of each paragraph."""
    block: list[PrintedLine] = []
    for line in lines:
        if block and parts(block, line, setting):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def parts(block: Sequence[PrintedLine], line: PrintedLine, setting: Setting) -> bool:
    """Whether `line` begins a paragraph after the lines of `block`."""
    before = block[-1]
    if abs(line.size - before.size) > (LARGER - 1) * before.size or BULLET.match(line.text):
        return True
    ended = ends_a_sentence(before.text)
    if line.page != before.page or line.y > before.y:  # the next page or column
        return ended or is_heading(before, setting)
    if before.y - line.y > WIDER * max(setting.leading, line.size * setting.leading / setting.size):
        return True
    indented = line.x > before.x + INDENT * line.size and len(block) > 1
    return ended and (indented or len(before.text) < SHORT_LINE * setting.length)


def is_heading(line: PrintedLine, setting: Setting) -> bool:
    """Whether a line is set larger than the text."""
    return line.size > LARGER * setting.size


def paragraph_of(block: Sequence[PrintedLine], setting: Setting, known: Counter[str]) -> Paragraph:
    """The lines as one paragraph; one in larger letters is a subhead."""
    text = BULLET.sub("", block[0].text)
    for line in block[1:]:
        text = joined(text, line.text, known)
    heading = is_heading(block[0], setting) and not ends_a_sentence(text)
    kind: Kind = "subhead" if heading else "prose"
    return Paragraph(tidy(text), kind)


def joined(text: str, line: str, known: Counter[str]) -> str:
    """Two lines as one; a word cut at the end of the first is mended as the rest of the document writes it."""
    if not text or text[-1] not in HYPHENS or not line[:1].islower():
        return f"{text} {line}"
    head = re.search(r"([\w-]+)[-\u2010\u00ad]$", text)
    tail = re.match(r"[\w-]+", line)
    if head and tail and known[f"{head[1]}-{tail[0]}".lower()] > known[f"{head[1]}{tail[0]}".lower()]:
        return f"{text[:-1]}-{line}"
    return text[:-1] + line


def headline_of(blocks: Sequence[Sequence[PrintedLine]], setting: Setting) -> str | None:
    """What is set largest on the first page, when it is larger than the text."""
    first = [
        block for block in blocks if block[0].page == blocks[0][0].page and is_heading(block[0], setting)
    ]
    fewest, most = TITLE_WORDS
    fitting = [
        (block[0].size, text)
        for block in first
        if fewest <= len(words(text := tidy(" ".join(line.text for line in block)))) <= most
    ]
    return max(fitting, key=lambda found: found[0])[1] if fitting else None


def likely_title(claim: str | None) -> str | None:
    """The title of the file's properties, when it is one."""
    if not claim or NO_TITLE.search(claim) or len(words(claim)) < TITLE_WORDS[0]:
        return None
    return claim
