"""What comes in: gate on the type, caps on the bytes, packed or not."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator

from handlers.errors import TooLarge, UnsupportedContent

ACCEPT = "text/html,application/xhtml+xml;q=0.9,text/plain;q=0.8"
ACCEPT_ENCODING = "gzip, deflate"  # what zlib unpacks piece by piece with a cap on each piece
PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
# Real pages pack 3 to 15 times; a bomb about 1000 times. Small ones may be anything.
HIGHEST_RATIO = 200
RATIO_FROM = 1_000_000  # bytes
PIECE = 65_536
HEADED, BARE = zlib.MAX_WBITS | 32, -zlib.MAX_WBITS  # zlib's codes for "gzip or zlib" and "no head"
# Files that are no text, by their first bytes, whatever their header says.
SIGNATURES = (
    (b"%PDF-", "application/pdf"),
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
    if kind and kind not in PAGE_TYPES:
        raise UnsupportedContent(url, kind)


def require_page_bytes(url: str, kind: str, body: bytes) -> str:
    """The type by what the bytes are; raises UnsupportedContent for files and for what has no type and no markup."""
    for signature, what in SIGNATURES:
        if body.startswith(signature):
            raise UnsupportedContent(url, what)
    if body[4:8] == b"ftyp":
        raise UnsupportedContent(url, "video/mp4")
    if kind in {"", "text/plain"} and LOOKS_LIKE_MARKUP.match(body):
        return "text/html"
    if not kind:
        raise UnsupportedContent(url, "unknown")
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


def unpacked(url: str, encoding: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Pieces of the body, none longer than PIECE; one packing at most, since nested ones are bombs."""
    encoding = encoding.strip().lower()
    if encoding in {"", "identity"}:
        yield from pieces
    elif encoding in {"gzip", "x-gzip", "deflate"}:
        yield from inflated(url, pieces)
    else:
        raise UnsupportedContent(url, f"packed as {encoding[:40]}")


def inflated(url: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """gzip, zlib or bare deflate, which servers all call "deflate"."""
    unpacker = None
    for piece in pieces:
        if unpacker is None:
            unpacker = zlib.decompressobj(window_bits(piece))
        waiting = piece
        while waiting and not unpacker.eof:
            try:
                yield unpacker.decompress(waiting, PIECE)
            except zlib.error as error:
                raise UnsupportedContent(url, "broken packing") from error
            waiting = unpacker.unconsumed_tail


def window_bits(start: bytes) -> int:
    """zlib's setting for what a stream begins with: a gzip or zlib head, or none."""
    is_zlib = len(start) > 1 and start[0] & 15 == zlib.DEFLATED and int.from_bytes(start[:2], "big") % 31 == 0
    return HEADED if start[:1] == b"\x1f" or is_zlib else BARE
