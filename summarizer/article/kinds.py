"""What a body of bytes is, by its first bytes rather than by what its server says."""

from __future__ import annotations

import re
from typing import Literal

from summarizer.article.charset import BYTE_ORDER_MARKS, decode, utf16_without_mark

BodyKind = Literal["html", "text", "pdf"]

PDF_MARK = b"%PDF-"
PDF_WITHIN = 64  # bytes; readers accept rubbish before the mark, servers put a line break there
LOOKED_AT = 2048  # bytes
# Control bytes that no text has, but for the escapes of old Japanese charsets; packed files have one in nine.
CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\f\r\x1b")
MOST_CONTROLS = 0.02
MARKUP = re.compile(
    r"\s*<(?:!doctype|!--|\?xml|html|head|body|title|meta|article|main|section|div|table|p|h1|center)\b|<!--",
    re.IGNORECASE,
)
# What no plain text has, and what a page has at least.
CLOSED_BLOCK = re.compile(r"</(?:p|div|body|html|article|table)\s*>", re.IGNORECASE)
ANY_TAG = re.compile(
    r"<(?:/?(?:p|br|div|span|a|h[1-6]|body|html|table|td|li|b|i|em|strong)\b|!doctype)", re.IGNORECASE
)


def kind_of(body: bytes, content_type: str = "", charset: str | None = None) -> BodyKind:
    """What `body` is. `content_type` decides only where the bytes leave it open."""
    if is_pdf(body):
        return "pdf"
    start = decode(body[:LOOKED_AT], charset)
    if MARKUP.match(start):
        return "html"
    tag = CLOSED_BLOCK if content_type in {"text/plain", "application/pdf", ""} else ANY_TAG
    return "html" if tag.search(decode(body, charset)) else "text"


def is_pdf(body: bytes) -> bool:
    """Whether the bytes begin as a PDF does."""
    return PDF_MARK in body[:PDF_WITHIN]


def is_binary(body: bytes) -> bool:
    """Whether the bytes are no text in any charset."""
    start = body[:LOOKED_AT]
    if start.startswith(tuple(mark for mark, _ in BYTE_ORDER_MARKS)) or utf16_without_mark(start):
        return False
    return len(start) - len(start.translate(None, CONTROLS)) > MOST_CONTROLS * len(start)
