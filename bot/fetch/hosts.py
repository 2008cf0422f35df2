"""Which hosts may be opened: the world's on the usual ports, and those inside the network that the operator names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from ipaddress import ip_network
from urllib.parse import urlsplit

import httpx
from ssrfguard import Policy

from handlers.domain.errors import BadAddress

WEB_PORTS = frozenset({80, 443})
ANYWHERE = (ip_network("0.0.0.0/0"), ip_network("::/0"))  # for hosts that the operator has allowed by name
HostPort = tuple[str, int]


def allowed_entries(hosts: Iterable[str]) -> frozenset[HostPort]:
    """The allowed hosts with their ports."""
    return frozenset(entry for host in hosts for entry in host_ports(host))


def host_ports(entry: str) -> tuple[HostPort, ...]:
    """Host and ports of an allowed entry: "cms.example:8080", "[::1]:8080", "cms.example"."""
    parsed = httpx.URL(f"http://{entry.strip()}")
    explicit = re.search(r":(\d+)$", entry.strip())
    ports = (int(explicit.group(1)),) if explicit else tuple(sorted(WEB_PORTS))
    return tuple((parsed.host.lower(), port) for port in ports)


def policy_for(address: str, allowed: frozenset[HostPort]) -> Policy:
    """The world's rules, or those of a host that the operator has allowed."""
    host, port = host_port(address)
    if (host.lower(), port) not in allowed:
        return Policy(allowed_ports=WEB_PORTS)
    return Policy(allowed_networks=ANYWHERE, allowed_hosts=frozenset({host}), allowed_ports=frozenset({port}))


def is_allowed(address: str, allowed: frozenset[HostPort]) -> bool:
    """Whether an address leads to a host that the operator has named; raises BadAddress for a malformed one."""
    host, port = host_port(address)
    return (host.lower(), port) in allowed


def host_port(address: str) -> HostPort:
    """Host and port of an address; raises BadAddress for a malformed one."""
    try:
        parsed = httpx.URL(address)
    except httpx.InvalidURL as error:
        raise BadAddress(address[:200], str(error)) from error
    return parsed.host, parsed.port or {"http": 80, "https": 443}.get(parsed.scheme, 0)


def host_of(address: str) -> str:
    """The host of an address, for telling hosts apart; empty for what has none."""
    try:
        return (urlsplit(address).hostname or "").rstrip(".")
    except ValueError:
        return ""
