"""robots.txt (RFC 9309): what a site asks of robots. Asked when we come by ourselves, not when a person shared the link."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from protego import Protego

from bot.fetch.deadline import Clock, Deadline
from handlers.domain.errors import Disallowed

AGENT = "nutgraf"  # the name under which a site can address us
LARGEST = 512_000  # bytes; the RFC asks for 500 KiB at least
KEPT_FOR = 86_400.0  # seconds; the RFC asks for a day at most
MOST_SITES = 500  # whose rules are kept
LONGEST_PATH = 4096  # characters of an address that are matched


class Robots:
    """The rules of one site, read by Protego: the longest rule of our own group decides, else of everybody's."""

    def __init__(self, text: str) -> None:
        self.rules = Protego.parse(text.removeprefix("\ufeff"))

    def allow(self, path: str) -> bool:
        """Whether `path` (with its query) may be read by us."""
        return bool(self.rules.can_fetch(path[:LONGEST_PATH], AGENT))


ALL_ALLOWED = Robots("")
NONE_ALLOWED = Robots("User-agent: *\nDisallow: /")


class RobotsBook:
    """The rules of the sites that were asked. `read` gets them, given the address of the file."""

    def __init__(self, clock: Clock, read: Callable[[str, Deadline], Robots]) -> None:
        self.clock = clock
        self.read = read
        self.known: dict[str, tuple[Robots, float]] = {}

    def require(self, address: str, deadline: Deadline) -> None:
        """Raises Disallowed when the site asks us not to read `address`."""
        parts = urlsplit(address)
        path = f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
        if not self.rules_of(f"{parts.scheme}://{parts.netloc}", deadline).allow(path):
            raise Disallowed(address)

    def rules_of(self, site: str, deadline: Deadline) -> Robots:
        """A site's rules, asked for again after a day."""
        rules, until = self.known.get(site, (ALL_ALLOWED, self.clock()))
        if until <= self.clock():
            rules = self.read(f"{site}/robots.txt", deadline)
            if len(self.known) >= MOST_SITES:
                self.known.clear()
            self.known[site] = rules, self.clock() + KEPT_FOR
        return rules
