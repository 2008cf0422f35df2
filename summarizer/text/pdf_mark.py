"""How a PDF begins: for whoever fetches it and for whoever reads it."""

from __future__ import annotations

PDF_MARK = b"%PDF-"
PDF_WITHIN = 64  # bytes; readers accept rubbish before the mark, servers put a line break there


def is_pdf(body: bytes) -> bool:
    """Whether the bytes begin as a PDF does."""
    return PDF_MARK in body[:PDF_WITHIN]
