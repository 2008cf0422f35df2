"""What a body of bytes is, by its first bytes rather than by what its server says."""

from __future__ import annotations

import re
from typing import Literal

from summarizer.article.charset import BYTE_ORDER_MARKS, decode, utf16_without_mark
from summarizer.text.pdf_mark import is_pdf

BodyKind = Literal["html", "text", "pdf", "mail"]

LOOKED_AT = 2048  # bytes
# Control bytes that no text has, but for the escapes of old Japanese charsets; packed files have one in nine.
CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\f\r\x1b")
MOST_CONTROLS = 0.02
# Files that people keep articles in and that we do not read, by where they begin.
PACKED = b"PK\x03\x04"
FORMATS: tuple[tuple[bytes, str], ...] = (
    (rb"{\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a Word, Excel or Outlook file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture, sound or video"),
    (b"ID3", "a sound file"),
    (b"\x1f\x8b", "a packed file"),
)
INSIDE_A_PACK: tuple[tuple[bytes, str], ...] = (
    (b"application/epub+zip", "an EPUB book"),
    (b"word/", "a Word document"),
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument text"),
    (b"xl/", "an Excel file"),
    (b"ppt/", "a PowerPoint file"),
)
MAIL_HEAD = re.compile(rb"[A-Za-z][A-Za-z0-9-]*:|[ \t]+\S")
MAIL_NAMES = frozenset(
    {b"from", b"to", b"subject", b"date", b"sent", b"received", b"message-id", b"mime-version"}
)
FEWEST_MAIL_NAMES = 3
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
    if is_mail(body):
        return "mail"
    start = decode(body[:LOOKED_AT], charset)
    if MARKUP.match(start):
        return "html"
    tag = CLOSED_BLOCK if content_type in {"text/plain", "application/pdf", ""} else ANY_TAG
    return "html" if tag.search(decode(body, charset)) else "text"


def is_mail(body: bytes) -> bool:
    """Whether the bytes are a saved or pasted mail: a block of heads, the sender's among them, above an empty line."""
    head = re.split(rb"\r?\n\r?\n", body.lstrip(b"\xef\xbb\xbf\r\n"), maxsplit=1)[0]
    lines = head.splitlines()
    names = {line.partition(b":")[0].strip().lower() for line in lines} & MAIL_NAMES
    return b"from" in names and len(names) >= FEWEST_MAIL_NAMES and all(map(MAIL_HEAD.match, lines))


def foreign_format(body: bytes) -> str | None:
    """What a file is that is neither page, text, mail nor PDF, in a reader's words; None for those."""
    if body.startswith(PACKED):
        return next((name for mark, name in INSIDE_A_PACK if mark in body), "a packed file")
    return next((name for mark, name in FORMATS if body.startswith(mark)), None)


def is_binary(body: bytes) -> bool:
    """Whether the bytes are no text in any charset."""
    start = body[:LOOKED_AT]
    if start.startswith(tuple(mark for mark, _ in BYTE_ORDER_MARKS)) or utf16_without_mark(start):
        return False
    return len(start) - len(start.translate(None, CONTROLS)) > MOST_CONTROLS * len(start)
