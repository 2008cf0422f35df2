"""What comes in: gate on the type, caps on the bytes, packed or not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from bot.fetch.packing import unpacked
from handlers.domain.errors import TooLarge, UnsupportedContent
from summarizer.text.pdf_mark import is_pdf

ACCEPT = "text/html,application/xhtml+xml;q=0.9,text/plain;q=0.8,application/pdf;q=0.7"
PDF = "application/pdf"
PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain", PDF, "application/x-pdf"})
# How servers call a file whose type they do not know; read only where the address says that it is a PDF.
UNKNOWN_FILES = frozenset({"application/octet-stream", "binary/octet-stream", "application/force-download"})
# Real pages pack 3 to 15 times; a bomb about 1000 times. Small ones may be anything.
HIGHEST_RATIO = 200
RATIO_FROM = 1_000_000  # bytes
# Files that are no text, by their first bytes, whatever their header says.
SIGNATURES = (
    (b"PK\x03\x04", "application/zip"),
    (b"\x89PNG", "image/png"),
    (b"GIF8", "image/gif"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"RIFF", "audio or video"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio or video"),
    (b"\x1aE\xdf\xa3", "video"),
    (b"\x1f\x8b", "application/gzip"),
    (b"Rar!", "application/rar"),
    (b"7z\xbc\xaf", "application/x-7z-compressed"),
    (b"\x7fELF", "application/octet-stream"),
    (b"MZ\x90", "application/octet-stream"),
    (b"{\\rtf", "application/rtf"),
)
MARKUP_TYPES = frozenset({"text/html", "application/xhtml+xml"})
LOOKS_LIKE_MARKUP = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|body|!--|\?xml)", re.IGNORECASE
)


def media_type(header: str | None) -> tuple[str, str | None]:
    """Type and charset of a Content-Type header; empty type when there is none."""
    kind, _, rest = (header or "").partition(";")
    charset = re.search(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", rest, re.IGNORECASE)
    return kind.strip().lower(), charset.group(1) if charset else None


def require_page_type(url: str, kind: str) -> None:
    """Raises UnsupportedContent, before any byte of the body is read."""
    if kind in UNKNOWN_FILES and urlsplit(url).path.lower().endswith(".pdf"):
        return
    if kind and kind not in PAGE_TYPES:
        raise UnsupportedContent(url, kind)


def require_page_bytes(url: str, kind: str, body: bytes) -> str:
    """The type by what the bytes are; raises UnsupportedContent for other files and for what has no type and no markup."""
    if is_pdf(body):
        return PDF
    for signature, what in SIGNATURES:
        if body.startswith(signature):
            raise UnsupportedContent(url, what)
    if body[4:8] == b"ftyp":
        raise UnsupportedContent(url, "video/mp4")
    if kind not in MARKUP_TYPES and LOOKS_LIKE_MARKUP.match(body):
        return "text/html"
    if kind not in MARKUP_TYPES | {"text/plain"}:
        raise UnsupportedContent(url, kind or "unknown")
    return kind


def read_capped(url: str, encoding: str, pieces: Iterable[bytes], max_bytes: int) -> bytes:
    """The body unpacked; raises TooLarge as soon as it is more than `max_bytes` or a bomb."""
    raw = RawCount(pieces)
    body = bytearray()
    for piece in unpacked(url, encoding, raw):
        body += piece
        if len(body) > max_bytes:
            raise TooLarge(url, f"more than {max_bytes} bytes")
        if len(body) > RATIO_FROM and len(body) > HIGHEST_RATIO * raw.total:
            raise TooLarge(url, f"packed more than {HIGHEST_RATIO} times")
    return bytes(body)


class RawCount:
    """Passes pieces on and counts their bytes."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self.pieces = pieces
        self.total = 0

    def __iter__(self) -> Iterator[bytes]:
        for piece in self.pieces:
            self.total += len(piece)
            yield piece
