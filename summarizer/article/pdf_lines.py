"""The lines of a PDF: words with their place and size, in the order in which the pages draw them."""

from __future__ import annotations

import logging
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any

from summarizer.article.charset import clean
from summarizer.article.paragraphs import tidy

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

# A report of 80 pages has 250,000 characters; a brief is made of the first few thousand.
MOST_PAGES = 80
MOST_LETTERS = 400_000
# A page of text takes some 3,000 drawing operations, a map 200,000; pypdf reads about 300,000 a second.
MOST_OPERATIONS = 1_000_000
# pypdf needs about 30 times a content stream's size in memory.
LARGEST_STREAM = 5_000_000
SAME_LINE = 0.5  # of the letters' size: a superscript stays in its line
LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st"}
)
Matrix = Sequence[float]


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line as it is printed. Places and sizes in points; `y` grows upwards."""

    text: str
    page: int
    x: float
    y: float
    size: float  # that most of its letters have


@dataclass(frozen=True, slots=True)
class PrintedText:
    """What a PDF holds."""

    lines: tuple[PrintedLine, ...] = ()
    title: str | None = None  # as the file claims


@dataclass(slots=True)
class Pen:
    """Gathers the pieces of a page into lines, and stops when the page draws too much."""

    page: int
    lines: list[PrintedLine] = field(default_factory=list)
    pieces: list[tuple[str, float]] = field(default_factory=list)
    x: float = 0.0
    y: float = 0.0
    operations: int = 0

    def draw(self, text: str, current: Matrix, placed: Matrix, _font: Any, size: float) -> None:  # noqa: ANN401
        """pypdf's visitor of text: a piece in one size, with the line break that follows it."""
        x, y, height = place_of(current, placed, size)
        for number, piece in enumerate(text.split("\n")):
            if number:
                self.end_line()
            if piece.strip():
                self.add(piece, x, y, height)

    def add(self, piece: str, x: float, y: float, height: float) -> None:
        """Words on the line at `y`."""
        if self.pieces and abs(y - self.y) > SAME_LINE * max(height, self.pieces[-1][1]):
            self.end_line()
        if not self.pieces:
            self.x, self.y = x, y
        self.pieces.append((piece, height))

    def end_line(self) -> None:
        """What was gathered becomes a line."""
        text = tidy(clean("".join(piece for piece, _ in self.pieces).translate(LIGATURES)))
        if text:
            _, size = max((len(piece), height) for piece, height in self.pieces)
            self.lines.append(PrintedLine(text, self.page, self.x, self.y, size))
        self.pieces = []

    def count(self, *_operation: object) -> None:
        """pypdf's visitor of operations."""
        self.operations += 1
        if self.operations > MOST_OPERATIONS:
            raise OverflowError("a page draws too much")


def place_of(current: Matrix, placed: Matrix, size: float) -> tuple[float, float, float]:
    """Where a piece stands on its page and how high its letters are."""
    x = placed[4] * current[0] + placed[5] * current[2] + current[4]
    y = placed[4] * current[1] + placed[5] * current[3] + current[5]
    height = size * math.hypot(placed[2], placed[3]) * math.hypot(current[2], current[3])
    return x, y, abs(height)


def read_printed(body: bytes) -> PrintedText:
    """The lines of a PDF; none for one that is locked, broken or made of pictures. Never fails."""
    from pypdf import PdfReader  # noqa: PLC0415  # it brings pictures and fonts, 10 MB, and few links are PDFs

    log = logging.getLogger("pypdf")
    if not log.handlers:  # it warns about every flaw; without a handler these would go to the terminal
        log.addHandler(logging.NullHandler())
    try:
        reader = PdfReader(BytesIO(body))
        if reader.is_encrypted and not reader.decrypt(""):
            return PrintedText()
        return PrintedText(tuple(all_lines(reader)), claimed_title(reader))
    except Exception:  # noqa: BLE001  # on broken files pypdf raises whatever its parts raise
        return PrintedText()


def all_lines(reader: PdfReader) -> Iterator[PrintedLine]:
    """The lines of the first pages; a page that cannot be read is passed over."""
    letters = 0
    for number in range(min(len(reader.pages), MOST_PAGES)):
        for line in page_lines(reader, number):
            letters += len(line.text)
            yield line
        if letters > MOST_LETTERS:
            return


def page_lines(reader: PdfReader, number: int) -> tuple[PrintedLine, ...]:
    """The lines of one page."""
    pen = Pen(number)
    try:
        page = reader.pages[number]
        if stream_size(page) <= LARGEST_STREAM:
            page.extract_text(visitor_text=pen.draw, visitor_operand_before=pen.count)
    except Exception:  # noqa: BLE001  # as above: what was drawn so far is read
        pen.end_line()
    pen.end_line()
    return tuple(pen.lines)


def stream_size(page: PageObject) -> int:
    """Bytes of a page's drawing, unpacked."""
    contents = page.get_contents()
    return 0 if contents is None else len(contents.get_data())


def claimed_title(reader: PdfReader) -> str | None:
    """The title in the file's properties."""
    try:
        return tidy(clean(str(reader.metadata.title or ""))) or None if reader.metadata else None
    except Exception:  # noqa: BLE001  # as above
        return None
