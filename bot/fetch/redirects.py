"""Where a site sends us on, by a header or by the page itself."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urljoin

import httpx

from handlers.domain.errors import BadAddress, TooManyRedirects

MOST_REDIRECTS = 8
REDIRECTS = frozenset({301, 302, 303, 307, 308})
# A page that only sends the browser on: shorteners and consent steps do.
META_REFRESH = re.compile(
    rb"<meta[^>]+http-equiv\s*=\s*[\"']?refresh[\"']?[^>]*content\s*=\s*[\"']\s*([\d.]+)\s*[;,]\s*url\s*=\s*['\"]?([^\"'>]+)",
    re.IGNORECASE,
)
REFRESH_WITHIN = 5  # seconds; later ones reload a page that is there to be read
REFRESH_PAGE = 20_000  # bytes; a page with more has something on it


def next_address(address: str, location: str, url: str, *, allow_downgrade: bool = False) -> str:
    """Where a redirect leads; raises BadAddress for one that makes no address, TooManyRedirects for a step down."""
    try:
        onward = urljoin(address, location.strip())
        target = httpx.URL(onward)
    except (ValueError, httpx.InvalidURL) as error:
        raise BadAddress(url, "redirect to a malformed address") from error
    if address.startswith("https:") and target.scheme == "http" and not allow_downgrade:
        raise TooManyRedirects(url, "redirect from https to http")
    return str(target.copy_with(fragment=None))


def refresh_address(body: bytes) -> str | None:
    """Where a page that holds nothing else sends the browser."""
    found = META_REFRESH.search(body[:5000]) if len(body) <= REFRESH_PAGE else None
    if found is None or float(found.group(1).strip(b".") or 0) > REFRESH_WITHIN:
        return None
    return unescape(found.group(2).decode("utf-8", "replace")).strip()
