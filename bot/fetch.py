"""Address to page. The addresses come from strangers and the bot stands inside a newsroom's network, so
every hop is checked, every wait ends, every byte is counted, and nothing of ours is sent along."""

from __future__ import annotations

import re
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape
from ipaddress import ip_network
from types import TracebackType
from typing import Self
from urllib.parse import urljoin

import httpcore
import httpx
from ssrfguard import BlockedAddressError, BlockedURLError, Policy

from bot.fetch_body import (
    ACCEPT,
    MARKUP_TYPES,
    media_type,
    read_capped,
    require_page_bytes,
    require_page_type,
)
from bot.fetch_deadline import Clock, Deadline, DeadlineTransport, Resolver, client_for, system_resolver
from bot.fetch_packing import ACCEPT_ENCODING
from bot.fetch_status import require_success, retry_wait
from handlers.errors import BadAddress, PageError, PrivateAddress, TookTooLong, TooManyRedirects, Unreachable
from summarizer.article.links import unwrap
from summarizer.errors import EmptyPage, MalformedUrl

USER_AGENT = "Nutgraf/1.0 (newsroom brief bot; reads links that people share)"
MOST_REDIRECTS = 8
MOST_TRIES = 3
FIRST_PAUSE = 0.5  # seconds before the second try; doubled before each further one
REDIRECTS = frozenset({301, 302, 303, 307, 308})
WEB_PORTS = frozenset({80, 443})
ANYWHERE = (ip_network("0.0.0.0/0"), ip_network("::/0"))  # for hosts that the operator has allowed by name
# A page that only sends the browser on: shorteners and consent steps do.
META_REFRESH = re.compile(
    rb"<meta[^>]+http-equiv\s*=\s*[\"']?refresh[\"']?[^>]*content\s*=\s*[\"']\s*([\d.]+)\s*[;,]\s*url\s*=\s*['\"]?([^\"'>]+)",
    re.IGNORECASE,
)
REFRESH_WITHIN = 5  # seconds; later ones reload a page that is there to be read
REFRESH_PAGE = 20_000  # bytes; a page with more has something on it


@dataclass(frozen=True, slots=True)
class Page:
    """What was at an address."""

    url: str  # where the redirects ended
    body: bytes
    content_type: str  # without parameters
    charset: str | None = None  # as the header names it
    etag: str | None = None
    last_modified: str | None = None


class Fetcher:
    """Fetches pages. Safe to share between threads; nothing is kept from one fetch to the next.

    `allowed_hosts` are the hosts inside the network that may be read, as "cms.example:8080"; without a
    port its usual two. `max_bytes` is of the unpacked body, `deadline` in seconds over everything.
    """

    def __init__(  # noqa: PLR0913  # settings, and the world for tests
        self,
        allowed_hosts: frozenset[str] = frozenset(),
        max_bytes: int = 8_000_000,
        deadline: float = 20.0,
        user_agent: str = USER_AGENT,
        *,
        resolver: Resolver = system_resolver,
        clock: Clock = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.allowed = frozenset(entry for host in allowed_hosts for entry in host_ports(host))
        self.max_bytes = max_bytes
        self.seconds = deadline
        self.headers = {
            "User-Agent": user_agent,
            "Accept": ACCEPT,
            "Accept-Encoding": ACCEPT_ENCODING,
            "Accept-Language": "en",
        }
        self.resolver = resolver
        self.clock = clock
        self.sleep = sleep
        self.context: ssl.SSLContext | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Nothing stays open between fetches; the form lets a later Fetcher keep connections."""

    def fetch(self, url: str) -> Page:
        """The page at `url`. Raises a PageError, or EmptyPage when there is nothing at all."""
        deadline = Deadline(self.clock() + self.seconds, self.clock)
        try:
            address = str(unwrap(url).with_fragment(None))
        except MalformedUrl as error:
            raise BadAddress(url[:200], "malformed") from error
        for hop in range(MOST_REDIRECTS + 1):
            found = self.fetch_patiently(address, deadline)
            if isinstance(found, Page):
                return found
            address = next_address(address, found, url)
            if hop == MOST_REDIRECTS:
                break
        raise TooManyRedirects(url, f"more than {MOST_REDIRECTS}")

    def fetch_patiently(self, address: str, deadline: Deadline) -> Page | str:
        """One hop, tried again after transient failures while there is time."""
        for attempt in range(1, MOST_TRIES + 1):
            try:
                return self.fetch_once(address, deadline)
            except PageError as error:
                pause = retry_wait(error, FIRST_PAUSE * 2 ** (attempt - 1))
                if attempt == MOST_TRIES or pause is None or deadline.at - self.clock() <= pause:
                    raise
            self.sleep(pause)
        raise AssertionError("the last try returns or raises")

    def fetch_once(self, address: str, deadline: Deadline) -> Page | str:
        """The page, or where it has moved to; everything that libraries raise becomes a PageError."""
        try:
            return self.send(address, deadline)
        except BlockedURLError as error:
            private = isinstance(error.__cause__, BlockedAddressError)
            raise (PrivateAddress if private else BadAddress)(address, error.reason) from error
        except BlockedAddressError as error:
            raise PrivateAddress(address, error.reason) from error
        except (httpx.TimeoutException, httpcore.TimeoutException, TimeoutError) as error:
            raise TookTooLong(address, str(error)) from error
        except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
            raise BadAddress(address, str(error)) from error
        except (httpx.HTTPError, httpcore.ConnectError, httpx.StreamError, OSError, ValueError) as error:
            raise Unreachable(address, f"{type(error).__name__}: {error}"[:300]) from error

    def send(self, address: str, deadline: Deadline) -> Page | str:
        """One request on a connection of its own."""
        deadline.left()
        policy = self.policy_for(address)
        policy.check_url(address)  # before httpx, which would put some odd spellings right
        transport = DeadlineTransport(policy, self.resolver, deadline, self.tls_for(address))
        with client_for(transport, self.headers) as client, client.stream("GET", address) as response:
            location = response.headers.get("location")
            if response.status_code in REDIRECTS and location:
                return str(location)
            require_success(address, response.status_code, response.headers.get("retry-after"))
            return self.page_of(address, response)

    def page_of(self, address: str, response: httpx.Response) -> Page | str:
        """The answer as a page, or where its meta element sends the browser."""
        headers = response.headers
        kind, charset = media_type(headers.get("content-type"))
        require_page_type(address, kind)
        body = read_capped(address, headers.get("content-encoding", ""), response.iter_raw(), self.max_bytes)
        if not body.strip():
            raise EmptyPage(address)
        kind = require_page_bytes(address, kind, body)
        onward = refresh_address(body) if kind in MARKUP_TYPES else None
        if onward is not None and urljoin(address, onward) != address:
            return onward
        return Page(address, body, kind, charset, headers.get("etag"), headers.get("last-modified"))

    def tls_for(self, address: str) -> ssl.SSLContext:
        """The authorities that are trusted; read once, when first needed, since that takes 14 ms."""
        if not address.startswith("https:"):
            return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        if self.context is None:
            self.context = httpx.create_ssl_context(trust_env=False)
        return self.context

    def policy_for(self, address: str) -> Policy:
        """The world's rules, or those of a host that the operator has allowed."""
        try:
            parsed = httpx.URL(address)
        except httpx.InvalidURL as error:
            raise BadAddress(address[:200], str(error)) from error
        port = parsed.port or {"http": 80, "https": 443}.get(parsed.scheme, 0)
        if (parsed.host.lower(), port) not in self.allowed:
            return Policy(allowed_ports=WEB_PORTS)
        return Policy(
            allowed_networks=ANYWHERE, allowed_hosts=frozenset({parsed.host}), allowed_ports=frozenset({port})
        )


def host_ports(entry: str) -> tuple[tuple[str, int], ...]:
    """Host and ports of an allowed entry: "cms.example:8080", "[::1]:8080", "cms.example"."""
    parsed = httpx.URL(f"http://{entry.strip()}")
    explicit = re.search(r":(\d+)$", entry.strip())
    ports = (int(explicit.group(1)),) if explicit else tuple(sorted(WEB_PORTS))
    return tuple((parsed.host.lower(), port) for port in ports)


def next_address(address: str, location: str, url: str) -> str:
    """Where a redirect leads; raises BadAddress for one that makes no address, TooManyRedirects for a step down."""
    try:
        onward = urljoin(address, location.strip())
        target = httpx.URL(onward)
    except (ValueError, httpx.InvalidURL) as error:
        raise BadAddress(url, "redirect to a malformed address") from error
    if address.startswith("https:") and target.scheme == "http":
        raise TooManyRedirects(url, "redirect from https to http")
    return str(target.copy_with(fragment=None))


def refresh_address(body: bytes) -> str | None:
    """Where a page that holds nothing else sends the browser."""
    found = META_REFRESH.search(body[:5000]) if len(body) <= REFRESH_PAGE else None
    if found is None or float(found.group(1).strip(b".") or 0) > REFRESH_WITHIN:
        return None
    return unescape(found.group(2).decode("utf-8", "replace")).strip()
