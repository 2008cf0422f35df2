"""What came of a fetch: apart from the fetcher, for the reading processes, which fetch nothing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """What was at an address."""

    url: str  # where the redirects ended
    body: bytes
    content_type: str  # without parameters
    charset: str | None = None  # as the header names it
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class NotModified:
    """The page at `url` is still the one whose validators were given."""

    url: str
