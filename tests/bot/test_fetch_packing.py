"""Packed bodies in pieces of any size, and what a bomb may cost."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib

import brotli
import pytest

from bot.fetch.body import read_capped
from bot.fetch.packing import PIECE, unpacked, zstd
from handlers.domain.errors import TooLarge, UnsupportedContent

pytestmark = pytest.mark.slow

URL = "https://news.example/a"
BODY = b"".join(
    b"<p>Line %d of the minutes says %d.</p>" % (number, number * 7919) for number in range(20_000)
)
PACKED = {
    "gzip": gzip.compress(BODY),
    "deflate": zlib.compress(BODY),
    "br": brotli.compress(BODY, quality=5),
    "zstd": zstd.compress(BODY),
}


def cut(packed, size):
    """The stream in pieces."""
    return [packed[at : at + size] for at in range(0, len(packed), size)]


@pytest.mark.parametrize("size", [1, 61, 4096, 10_000_000])
@pytest.mark.parametrize("encoding", PACKED)
def test_a_body_comes_out_whole_however_it_is_cut(encoding, size):
    """A byte at a time, in network pieces, at once."""
    assert read_capped(URL, encoding, cut(PACKED[encoding], size), 8_000_000) == BODY


@pytest.mark.parametrize("encoding", PACKED)
def test_no_piece_is_much_longer_than_asked(encoding):
    """The cap is looked at after each piece, so that pieces have to be small."""
    assert max(map(len, unpacked(URL, encoding, [PACKED[encoding]]))) <= 2 * PIECE


@pytest.mark.parametrize("encoding", PACKED)
def test_what_follows_the_stream_is_left_alone(encoding):
    """A second stream, or rubbish, behind the first."""
    assert read_capped(URL, encoding, [PACKED[encoding], b"rubbish" * 9], 8_000_000) == BODY


@pytest.mark.parametrize("encoding", ["gzip", "br", "zstd"])
def test_a_bomb_costs_no_more_memory_than_the_cap(encoding):
    """120 MB of nothing, with a cap of one megabyte."""
    makers = {
        "gzip": zlib.compressobj(wbits=31),
        "br": brotli.Compressor(quality=1),
        "zstd": zstd.ZstdCompressor(),
    }
    maker, block = makers[encoding], b"\0" * 10_000_000
    grow = maker.process if encoding == "br" else maker.compress
    bomb = b"".join(grow(block) for _ in range(12)) + (maker.finish() if encoding == "br" else maker.flush())
    tracemalloc.start()
    with pytest.raises(TooLarge):
        read_capped(URL, encoding, [bomb], 1_000_000)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5_000_000


def test_a_giant_window_is_refused():
    """Zstandard lets a stream ask for gigabytes of memory before its first byte."""
    options = {zstd.CompressionParameter.window_log: 27}
    with pytest.raises(UnsupportedContent):
        read_capped(URL, "zstd", [zstd.compress(BODY * 15, options=options)], 80_000_000)


@pytest.mark.parametrize("encoding", ["gzip, br", "br,br", "zstd , gzip", "lzma", "x" * 5000])
def test_nested_and_unknown_packings_are_refused(encoding):
    """Whatever they hold; the reason is short."""
    with pytest.raises(UnsupportedContent) as caught:
        read_capped(URL, encoding, [b"x"], 1000)
    assert len(caught.value.content_type) < 60
