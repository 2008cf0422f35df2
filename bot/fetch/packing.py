"""Bodies that come packed, unpacked piece by piece so that a bomb costs no more than the cap."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

import brotli  # type: ignore[import-untyped]

from handlers.domain.errors import UnsupportedContent

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

ACCEPT_ENCODING = "gzip, deflate, br, zstd"
PIECE = 65_536  # bytes that one step may unpack
HEADED, BARE = zlib.MAX_WBITS | 32, -zlib.MAX_WBITS  # zlib's codes for "gzip or zlib" and "no head"
HEAD_BYTES = 2  # tell zlib's head from none
# 8 MB: what RFC 9659 lets a web server ask a browser for. Zstandard itself allows 2 GB.
ZSTD_WINDOW_LOG = 23


class Unpacker(Protocol):
    """One stream's unpacking."""

    def unpack(self, packed: bytes) -> Iterator[bytes]:
        """What `packed` adds to the body, in pieces of about PIECE. Raises the library's own errors."""
        ...


class Inflate:
    """gzip, zlib or bare deflate, which servers all call "deflate"."""

    def __init__(self) -> None:
        self.stream: zlib._Decompress | None = None
        self.start = b""

    def unpack(self, packed: bytes) -> Iterator[bytes]:
        if self.stream is None:
            packed = self.start = self.start + packed
            if len(packed) < HEAD_BYTES:
                return
            self.stream = zlib.decompressobj(window_bits(packed))
        while packed and not self.stream.eof:
            yield self.stream.decompress(packed, PIECE)
            packed = self.stream.unconsumed_tail


class Brotli:
    """RFC 7932; its window is 16 MB at most by the format."""

    def __init__(self) -> None:
        self.stream = brotli.Decompressor()

    def unpack(self, packed: bytes) -> Iterator[bytes]:
        if self.stream.is_finished():
            return
        piece = self.stream.process(packed, output_buffer_limit=PIECE)
        while piece:
            yield piece
            # Asked again until nothing comes: it keeps what passed the limit and does not say so.
            piece = b"" if self.stream.is_finished() else self.stream.process(b"", output_buffer_limit=PIECE)


class Zstd:
    """RFC 8878, with the window that browsers allow; a second frame is left alone, as browsers do."""

    def __init__(self) -> None:
        limit = {int(zstd.DecompressionParameter.window_log_max): ZSTD_WINDOW_LOG}
        self.stream = zstd.ZstdDecompressor(options=limit)

    def unpack(self, packed: bytes) -> Iterator[bytes]:
        if self.stream.eof:
            return
        yield self.stream.decompress(packed, PIECE)
        while not (self.stream.needs_input or self.stream.eof):
            yield self.stream.decompress(b"", PIECE)


UNPACKERS: dict[str, Callable[[], Unpacker]] = {
    "gzip": Inflate,
    "x-gzip": Inflate,
    "deflate": Inflate,
    "br": Brotli,
    "zstd": Zstd,
}
BROKEN = (zlib.error, brotli.error, zstd.ZstdError)


def unpacked(url: str, encoding: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Pieces of the body, none much longer than PIECE; one packing at most, since nested ones are bombs.

    Raises UnsupportedContent for packings that are nested, unknown or broken.
    """
    encoding = encoding.strip().lower()
    if encoding in {"", "identity"}:
        yield from pieces
        return
    if encoding not in UNPACKERS:
        raise UnsupportedContent(url, f"packed as {encoding[:40]}")
    unpacker = UNPACKERS[encoding]()
    for packed in pieces:
        try:
            yield from unpacker.unpack(packed)
        except BROKEN as error:
            raise UnsupportedContent(url, "broken packing") from error


def window_bits(start: bytes) -> int:
    """zlib's setting for what a stream begins with: a gzip or zlib head, or none."""
    is_zlib = start[0] & 15 == zlib.DEFLATED and int.from_bytes(start[:2], "big") % 31 == 0
    return HEADED if start[:1] == b"\x1f" or is_zlib else BARE
