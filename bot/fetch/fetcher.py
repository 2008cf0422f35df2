"""Address to page. The addresses come from strangers and the bot stands inside a newsroom's network, so
every hop is checked, every wait ends, every byte is counted, and nothing of ours is sent along."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Self
from urllib.parse import urljoin

import httpcore
import httpx
from ssrfguard import BlockedAddressError, BlockedURLError

from bot.fetch.body import (
    ACCEPT,
    MARKUP_TYPES,
    media_type,
    read_capped,
    require_page_bytes,
    require_page_type,
)
from bot.fetch.deadline import Clock, Deadline, DeadlineTransport, Resolver, client_for, system_resolver
from bot.fetch.fetched import FetchedPage, NotModified
from bot.fetch.hosts import allowed_entries, host_of, is_allowed, policy_for
from bot.fetch.packing import ACCEPT_ENCODING
from bot.fetch.redirects import MOST_REDIRECTS, REDIRECTS, next_address, refresh_address
from bot.fetch.robots import ALL_ALLOWED, LARGEST, NONE_ALLOWED, Robots, RobotsBook
from bot.fetch.status import NOT_MODIFIED, refuses_for_good, require_success, retry_wait
from bot.fetch.turns import HostTurns
from handlers.domain.errors import (
    BadAddress,
    PageError,
    PrivateAddress,
    ServerTrouble,
    TookTooLong,
    TooManyRedirects,
    Unreachable,
)
from summarizer.address.links import unwrap
from summarizer.errors import EmptyPage, MalformedUrl

PURPOSE = "newsroom brief bot; reads links that people share"
MOST_TRIES = 3
FIRST_PAUSE = 0.5  # seconds before the second try; doubled before each further one
MOST_ROBOTS_REDIRECTS = 5  # as RFC 9309 has it
LONGEST_CONTACT = 200  # characters


@dataclass(frozen=True, slots=True)
class Onward:
    """Where the answer sends us."""

    location: str


class Fetcher:
    """Fetches pages. Safe to share between threads; remembers only when it asked which host, and robots.txt.

    `allowed_hosts` are the hosts inside the network that may be read, as "cms.example:8080"; without a
    port its usual two. `max_bytes` is of the unpacked body, `deadline` in seconds over everything.
    `contact`, an address for complaints, stands in the User-Agent. `allow_downgrade` follows redirects
    from https to http. `obey_robots` is about `recheck` alone.
    """

    def __init__(  # noqa: PLR0913  # settings, and the world for tests
        self,
        allowed_hosts: frozenset[str] = frozenset(),
        max_bytes: int = 8_000_000,
        deadline: float = 20.0,
        *,
        contact: str = "",
        allow_downgrade: bool = False,
        obey_robots: bool = True,
        resolver: Resolver = system_resolver,
        clock: Clock = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.allowed = allowed_entries(allowed_hosts)
        self.max_bytes = max_bytes
        self.seconds = deadline
        self.headers = {
            "User-Agent": user_agent(contact),
            "Accept": ACCEPT,
            "Accept-Encoding": ACCEPT_ENCODING,
            "Accept-Language": "en",
        }
        self.allow_downgrade = allow_downgrade
        self.obey_robots = obey_robots
        self.resolver = resolver
        self.clock = clock
        self.sleep = sleep
        self.turns = HostTurns(clock, sleep)
        self.robots = RobotsBook(clock, self.read_robots)
        self.context: ssl.SSLContext | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Nothing stays open between fetches; the form lets a later Fetcher keep connections."""

    def fetch(self, url: str) -> FetchedPage:
        """The page at `url`, which a person shared. Raises a PageError, or EmptyPage when there is nothing at all."""
        found = self.follow(url, {}, crawling=False)
        if isinstance(found, NotModified):  # unasked
            raise ServerTrouble(url, NOT_MODIFIED)
        return found

    def recheck(
        self, url: str, etag: str | None = None, last_modified: str | None = None
    ) -> FetchedPage | NotModified:
        """The page at `url` again, of our own accord, with what `fetch` gave as its validators.

        Raises as `fetch`, and Disallowed where robots.txt asks us not to come.
        """
        validators = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        sent = {name: value for name, value in validators.items() if value}
        return self.follow(url, sent, crawling=self.obey_robots)

    def follow(self, url: str, validators: dict[str, str], *, crawling: bool) -> FetchedPage | NotModified:
        """From hop to hop to the page. Validators belong to the first address alone."""
        deadline = Deadline(self.clock() + self.seconds, self.clock)
        try:
            address = str(unwrap(url).with_fragment(None))
        except MalformedUrl as error:
            raise BadAddress(url[:200], "malformed") from error
        for hop in range(MOST_REDIRECTS + 1):
            if crawling:
                self.robots.require(address, deadline)
            found = self.visit(address, deadline, validators, is_first=hop == 0)
            if not isinstance(found, Onward):
                return found
            address = next_address(address, found.location, url, allow_downgrade=self.allow_downgrade)
            validators = {}
        raise TooManyRedirects(url, f"more than {MOST_REDIRECTS}")

    def visit(
        self, address: str, deadline: Deadline, validators: dict[str, str], *, is_first: bool
    ) -> FetchedPage | NotModified | Onward:
        """One hop when it is its turn, tried again after transient failures while there is time."""
        spaced = is_first and not is_allowed(address, self.allowed)  # our own hosts need no sparing
        try:
            with self.turns.turn(host_of(address), deadline, spaced=spaced):
                return self.fetch_patiently(address, deadline, validators)
        except httpcore.ReadTimeout as error:
            raise TookTooLong(address, "waiting for a turn") from error

    def fetch_patiently(
        self, address: str, deadline: Deadline, validators: dict[str, str]
    ) -> FetchedPage | NotModified | Onward:
        """One hop, tried again after transient failures while there is time."""
        for attempt in range(1, MOST_TRIES + 1):
            try:
                return self.fetch_once(address, deadline, validators)
            except PageError as error:
                pause = retry_wait(error, FIRST_PAUSE * 2 ** (attempt - 1))
                if attempt == MOST_TRIES or pause is None or deadline.at - self.clock() <= pause:
                    raise
            self.sleep(pause)
        raise AssertionError("the last try returns or raises")

    def fetch_once(
        self, address: str, deadline: Deadline, validators: dict[str, str]
    ) -> FetchedPage | NotModified | Onward:
        """The answer; everything that libraries raise becomes a PageError."""
        try:
            return self.send(address, deadline, validators)
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

    def send(
        self, address: str, deadline: Deadline, validators: dict[str, str]
    ) -> FetchedPage | NotModified | Onward:
        """One request on a connection of its own."""
        deadline.left()
        policy = policy_for(address, self.allowed)
        policy.check_url(address)  # before httpx, which would put some odd spellings right
        transport = DeadlineTransport(policy, self.resolver, deadline, self.tls_for(address))
        headers = self.headers | validators
        with client_for(transport, headers) as client, client.stream("GET", address) as response:
            location = response.headers.get("location")
            if response.status_code in REDIRECTS and location:
                return Onward(str(location))
            if response.status_code == NOT_MODIFIED and validators:
                return NotModified(address)
            require_success(address, response.status_code, response.headers.get("retry-after"))
            return self.page_of(address, response)

    def page_of(self, address: str, response: httpx.Response) -> FetchedPage | Onward:
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
            return Onward(onward)
        return FetchedPage(address, body, kind, charset, headers.get("etag"), headers.get("last-modified"))

    def tls_for(self, address: str) -> ssl.SSLContext:
        """The authorities that are trusted; read once, when first needed, since that takes 14 ms."""
        if not address.startswith("https:"):
            return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        if self.context is None:
            self.context = httpx.create_ssl_context(trust_env=False)
        return self.context

    def read_robots(self, address: str, deadline: Deadline) -> Robots:
        """A site's rules. None where it has no such file; where it cannot be had now, nothing is allowed."""
        try:
            found = self.visit(address, deadline, {}, is_first=False)
            for _ in range(MOST_ROBOTS_REDIRECTS):
                if not isinstance(found, Onward):
                    break
                address = next_address(address, found.location, address, allow_downgrade=self.allow_downgrade)
                found = self.visit(address, deadline, {}, is_first=False)
        except (BadAddress, PrivateAddress):
            raise
        except (PageError, EmptyPage) as error:
            return ALL_ALLOWED if refuses_for_good(error) else NONE_ALLOWED
        if not isinstance(found, FetchedPage):
            return ALL_ALLOWED
        return Robots(found.body[:LARGEST].decode("utf-8", "replace"))


def user_agent(contact: str = "") -> str:
    """An honest name: what we are, and whom to write to. Only what a header may hold is kept of `contact`."""
    kept = "".join(
        letter for letter in contact if letter.isascii() and letter.isprintable() and letter not in "()"
    )
    contact = f"; {kept.strip()[:LONGEST_CONTACT]}" if kept.strip() else ""
    return f"Nutgraf/1.0 ({PURPOSE}{contact})"
