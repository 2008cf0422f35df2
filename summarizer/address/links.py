"""One article, one address: trackers off, wrappers unwrapped, query sorted.

`canonical_url` is an address that still opens; `lookup_key` is only for comparing and folds what
may differ between two addresses of one article (scheme, www, mobile, AMP, a closing slash).
"""

from __future__ import annotations

import re

from tld import get_fld
from yarl import URL

from summarizer.address.trackers import is_tracker
from summarizer.address.wrappers import archived, unwrapped
from summarizer.errors import MalformedUrl

LONGEST = 8192  # characters; where common web servers stop reading a request line
MOST_WRAPPERS = 5  # a wrapped link in a wrapped link happens (a safelink of a google link); more is a trick
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
BARE_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:[/?#:]|$)", re.IGNORECASE)
FORBIDDEN = re.compile(r"[\x00-\x20\x7f\\]")
DOMAIN_LABELS = 2  # fewest that make a registrable domain
FOLDED_LABELS = frozenset({"www", "m", "mobile", "amp", "wap"})
AMP_END = re.compile(r"(?:/amp|\.amp|/amp\.html)$")


def canonical_url(url: str) -> str:
    """The address without wrappers, trackers, fragment, credentials or default port. Idempotent.

    Raises MalformedUrl for what is not a web address.
    """
    try:
        return str(plain(unwrap(url)))
    except ValueError as error:  # a host inside a wrapper that no address can have
        raise MalformedUrl(url[:200]) from error


def lookup_key(url: str) -> str:
    """What two addresses of one article have in common; not an address. Archived copies count as the original."""
    canonical = URL(canonical_url(url), encoded=True)
    original = archived(canonical)
    if original is not None:
        canonical = URL(canonical_url(original), encoded=True)
    port = (
        ""
        if canonical.is_default_port() or canonical.explicit_port is None
        else f":{canonical.explicit_port}"
    )
    path = AMP_END.sub("", canonical.raw_path.rstrip("/")).removeprefix("/amp/").rstrip("/")
    query = f"?{canonical.raw_query_string}" if canonical.raw_query_string else ""
    return f"{folded_host(canonical.raw_host or '')}{port}/{path.lstrip('/')}{query}"


def unwrap(url: str) -> URL:
    """The address that redirectors, mail guards and AMP caches around it hold; raises MalformedUrl."""
    parsed = parse_url(url)
    for _ in range(MOST_WRAPPERS):
        inner = unwrapped(parsed)
        if inner is None:
            break
        parsed = parse_url(inner)
    return parsed


def same_site(one: str, other: str) -> bool:
    """Whether two addresses belong to one registrable domain."""
    try:
        domains = {registrable(parse_url(address)) for address in (one, other)}
    except MalformedUrl:
        return False
    return len(domains) == 1


def domain_of(url: str) -> str | None:
    """The registrable domain of a web address; None for other addresses."""
    try:
        return registrable(parse_url(url))
    except MalformedUrl:
        return None


def domain_is_known(url: str) -> bool:
    """Whether the host of a web address ends in a domain that exists, such as ".org" or ".co.uk"."""
    return get_fld(url, fail_silently=True) is not None


def is_home_page(url: str) -> bool:
    """Whether the address is a site's front door."""
    try:
        parsed = parse_url(url)
    except MalformedUrl:
        return False
    return (
        re.fullmatch(r"/(?:(?:index|home|default)(?:\.\w{2,5})?/?)?", parsed.path) is not None
        and not parsed.query
    )


def parse_url(url: str) -> URL:
    """A web address; raises MalformedUrl."""
    text = url.strip()
    if not text or len(text) > LONGEST or FORBIDDEN.search(text):
        raise MalformedUrl(text[:200])
    if not SCHEME.match(text) and BARE_HOST.match(text):
        text = f"https://{text}"
    try:
        parsed = URL(text)
    except ValueError as error:
        raise MalformedUrl(text[:200]) from error
    if parsed.scheme not in {"http", "https"} or not (parsed.raw_host or "").strip("."):
        raise MalformedUrl(text[:200])
    return parsed


def plain(url: URL) -> URL:
    """`url` with only what tells one article from another."""
    kept = sorted((name, value) for name, value in url.query.items() if not is_tracker(name, value))
    port = None if url.is_default_port() else url.explicit_port
    bare = URL.build(scheme=url.scheme, host=(url.host or "").rstrip("."), port=port, path=url.path or "/")
    return bare.with_query(kept) if kept else bare


def registrable(url: URL) -> str:
    """The part of the host that one owner registered; the last two labels where no list knows it."""
    host = (url.raw_host or "").rstrip(".")
    known = get_fld(host, fix_protocol=True, fail_silently=True, search_private=True)
    return known or ".".join(host.split(".")[-DOMAIN_LABELS:])


def folded_host(host: str) -> str:
    """The host without the labels of mobile and AMP editions, as long as a domain remains."""
    labels = host.split(".")
    while len(labels) > DOMAIN_LABELS and labels[0] in FOLDED_LABELS:
        labels = labels[1:]
    return ".".join(labels)
