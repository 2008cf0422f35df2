"""robots.txt (RFC 9309): what a site asks of robots. Asked when we come by ourselves, not when a person shared the link."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.fetch.deadline import Clock, Deadline
from handlers.domain.errors import Disallowed

AGENT = "nutgraf"  # the name under which a site can address us
LARGEST = 512_000  # bytes; the RFC asks for 500 KiB at least
MOST_RULES = 5000
KEPT_FOR = 86_400.0  # seconds; the RFC asks for a day at most
MOST_SITES = 500  # whose rules are kept
LONGEST_PATH = 4096  # characters of an address that are matched


@dataclass(frozen=True, slots=True)
class Rule:
    """Whether paths that match may be read."""

    pattern: str
    allows: bool

    def matches(self, path: str) -> bool:
        """From the path's start, * standing for anything and a closing $ for the end. In linear time."""
        ends = self.pattern.endswith("$")
        first, *rest = self.pattern.removesuffix("$").split("*")
        if not path.startswith(first):
            return False
        at = len(first)
        for piece in rest[:-1] if ends else rest:
            found = path.find(piece, at)
            if found < 0:
                return False
            at = found + len(piece)
        if not ends:
            return True
        return path.endswith(rest[-1]) and len(path) - len(rest[-1]) >= at if rest else at == len(path)


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one site for us."""

    rules: tuple[Rule, ...] = ()

    def allow(self, path: str) -> bool:
        """Whether `path` (with its query) may be read: the longest rule decides, an allowing one in a tie."""
        fitting = [rule for rule in self.rules if rule.matches(path[:LONGEST_PATH])]
        return max(fitting, key=lambda rule: (len(rule.pattern), rule.allows)).allows if fitting else True


ALL_ALLOWED = Robots()
NONE_ALLOWED = Robots((Rule("/", allows=False),))


def parse_robots(text: str) -> Robots:
    """The rules in a robots.txt that are meant for us, else those for everybody."""
    groups: dict[str, list[Rule]] = {}
    agents: list[str] = []
    naming = False
    for number, (name, value) in enumerate(fields(text)):
        if number >= MOST_RULES:
            break
        if name == "user-agent":
            agents = [*agents, value.lower()] if naming else [value.lower()]
            groups.setdefault(value.lower(), [])
        elif name in {"allow", "disallow"} and value:
            for agent in agents:
                groups[agent].append(Rule(value, name == "allow"))
        naming = name == "user-agent"
    return Robots(tuple(groups.get(AGENT, groups.get("*", []))))


def fields(text: str) -> Iterator[tuple[str, str]]:
    """Name and value of each line."""
    for line in text.removeprefix("\ufeff").splitlines():
        found = re.match(r"\s*([A-Za-z-]+)\s*:\s*([^#]*)", line)
        if found:
            yield found[1].lower(), found[2].strip()


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
