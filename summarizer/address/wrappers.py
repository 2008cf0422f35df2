"""Addresses that hold another address: redirectors, mail guards, AMP caches, archives."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from urllib.parse import unquote

from yarl import URL

# Host (a leading dot: any host below it), path, the parameters that may hold the address.
BY_PARAMETER: tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...] = (
    (r"(www\.)?google\.[a-z.]{2,6}", re.compile(r"/url"), ("q", "url")),
    (r"(www\.)?google\.[a-z.]{2,6}", re.compile(r"/imgres"), ("imgrefurl",)),
    (r"lm?\.(facebook|messenger)\.com", re.compile(r"/l\.php"), ("u",)),
    (r"l\.(instagram\.com|threads\.(net|com))", re.compile(r"/.*"), ("u",)),
    (r"[\w.-]+\.safelinks\.protection\.(outlook|office365)\.(com|us|de)", re.compile(r"/.*"), ("url",)),
    (r"statics\.teams\.cdn\.office\.net", re.compile(r"/evergreen-assets/safelinks/.*"), ("url",)),
    (r"slack-redir\.net", re.compile(r"/link"), ("url",)),
    (r"out\.reddit\.com", re.compile(r"/.*"), ("url",)),
    (r"(www\.)?youtube\.com", re.compile(r"/redirect"), ("q",)),
    (r"t\.umblr\.com", re.compile(r"/redirect"), ("z",)),
    (r"(m\.)?vk\.com", re.compile(r"/away\.php"), ("to",)),
    (r"(www\.)?linkedin\.com", re.compile(r"/(redir/redirect|safety/go)/?"), ("url",)),
    (r"(html\.)?duckduckgo\.com", re.compile(r"/l/?"), ("uddg",)),
    (r"(www\.)?bing\.com", re.compile(r"/news/apiclick\.aspx"), ("url",)),
    (r"click\.redditmail\.com", re.compile(r"/.*"), ("url",)),
    (r"(www\.)?flipboard\.com", re.compile(r"/redirect"), ("url",)),
    (r"getpocket\.com", re.compile(r"/redirect"), ("url",)),
)
AMP_VIEWER = re.compile(r"/amp/(?:(s)/)?([^/]+\..+)")
AMP_CACHE = re.compile(r"/(?:[a-z]+/)?(?:(s)/)?([^/]+\..+)")
PROOFPOINT_3 = re.compile(r"/v3/__(.+?)__;")
ARCHIVES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (r"web\.archive\.org", re.compile(r"/web/\d{4,14}(?:[a-z]{2}_)?/(.+)")),
    (r"archive\.(ph|today|is|li|fo|md|vn)", re.compile(r"/(?:o/\w+|\d{8,14}|newest)/(.+)")),
)
GOOGLE_NEWS = re.compile(r"/(?:rss/)?(?:articles|read)/([\w-]+)")
ADDRESS_IN_BYTES = re.compile(rb"https?://[\x21-\x7e]+")


def unwrapped(url: URL) -> str | None:
    """The address inside, when `url` only wraps one."""
    for rule in RULES:
        inner = rule(url)
        if inner is not None:
            return inner
    return None


def archived(url: URL) -> str | None:
    """The original of an archive's copy. The copy itself stays what it is: only the key is the original's."""
    for host, path in ARCHIVES:
        found = path.fullmatch(url.path) if re.fullmatch(host, url.host or "") else None
        if found:
            query = f"?{url.raw_query_string}" if url.raw_query_string else ""
            return web_address(slashed(found.group(1)) + query)
    return None


def from_parameter(url: URL) -> str | None:
    """Redirectors that carry the address in the query."""
    for host, path, names in BY_PARAMETER:
        if re.fullmatch(host, url.host or "") and path.fullmatch(url.path):
            return next((inner for name in names if (inner := web_address(url.query.get(name, "")))), None)
    return None


def from_amp(url: URL) -> str | None:
    """Google's AMP viewer and the AMP caches, which carry the address in the path."""
    host = url.host or ""
    viewer = re.fullmatch(r"(www\.)?google\.[a-z.]{2,6}", host)
    cache = host.endswith((".cdn.ampproject.org", ".bing-amp.com"))
    pattern = AMP_VIEWER if viewer else AMP_CACHE if cache else None
    found = pattern.fullmatch(url.path) if pattern else None
    if not found:
        return None
    query = f"?{url.raw_query_string}" if url.raw_query_string else ""
    return web_address(f"{'https' if found.group(1) else 'http'}://{found.group(2)}{query}")


def from_proofpoint(url: URL) -> str | None:
    """The mail guard's second and third forms; the third's replaced letters are rare and left alone."""
    if url.host == "urldefense.proofpoint.com" and url.path.startswith("/v2/"):
        return web_address(unquote(url.query.get("u", "").replace("-", "%").replace("_", "/")))
    if url.host == "urldefense.com":
        whole = url.path + (f"?{url.query_string}" if url.query_string else "")
        found = PROOFPOINT_3.match(whole)
        return web_address(slashed(found.group(1))) if found and "*" not in found.group(1) else None
    return None


def from_google_news(url: URL) -> str | None:
    """The older form of Google News links, which holds the address in base64; the newer one only Google can read."""
    found = GOOGLE_NEWS.match(url.path) if url.host == "news.google.com" else None
    if not found:
        return None
    code = found.group(1)
    try:
        inside = ADDRESS_IN_BYTES.search(base64.urlsafe_b64decode(code + "=" * (-len(code) % 4)))
    except (binascii.Error, ValueError):
        return None
    return web_address(inside.group().decode("ascii")) if inside else None


def slashed(address: str) -> str:
    """Paths lose the second slash of "https://" on their way."""
    return re.sub(r"^(https?):/+", r"\1://", address)


def web_address(text: str) -> str | None:
    """`text` when it is an absolute web address."""
    text = text.strip()
    return text if re.match(r"https?://[^\s/?#]+\.[^\s/?#]+", text) else None


RULES: tuple[Callable[[URL], str | None], ...] = (from_parameter, from_amp, from_proofpoint, from_google_news)
