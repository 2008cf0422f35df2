"""Addresses that strangers choose: which ones are opened at all. No connection is made in this file."""

from __future__ import annotations

import socket

import pytest

from bot.fetch.fetcher import Fetcher
from bot.fetch.hosts import host_ports
from bot.fetch.redirects import next_address
from handlers.domain.errors import BadAddress, PageError, PrivateAddress, TooManyRedirects, Unreachable

pytestmark = pytest.mark.slow

PRIVATE = (
    "http://127.0.0.1/",
    "http://127.1.2.3/",
    "http://localhost/",
    "http://LOCALHOST./",
    "http://0.0.0.0/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[64:ff9b::a9fe:a9fe]/",
    "http://[2002:7f00:1::]/",
    "http://[2001:0:7f00:1::]/",
    "http://[fe80::1]/",
    "http://[fc00::1]/",
    "http://[fd12:3456::1]/",
    "http://[ff02::1]/",
    "http://10.0.0.1/",
    "http://172.16.0.1/",
    "http://172.31.255.254/",
    "http://192.168.1.1/",
    "http://100.64.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://198.18.0.1/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
)
ENCODED = (
    "http://2130706433/",
    "http://0177.0.0.1/",
    "http://0x7f.0.0.1/",
    "http://0x7f000001/",
    "http://127.1/",
    "http://127.0.1/",
    "http://127.0.0.1./",
    "http://①②⑦.⓪.⓪.①/",
    "http://１２７.０.０.１/",
    "http://[fe80::1%25eth0]/",
    "http://017700000001/",
)
MALFORMED = (
    "",
    "file:///etc/passwd",
    "ftp://ftp.example.com/a",
    "gopher://example.com/_",
    "data:text/html,hello",
    "javascript:alert(1)",
    "http://user:secret@news.example.com/",
    "http://news.example.com@127.0.0.1/",
    "http://news.example.com:22/",
    "http://news.example.com:25/",
    "http://news.example.com:6379/",
    "http://news.example.com:8080/",
    "http://news.example.com:0/",
    "http://news.example.com:99999/",
    "http://news.example.com\\@127.0.0.1/",
    "http://news.example.com/\r\nHost: 127.0.0.1",
    "http://news.example.com/\x00",
    "http:///nothing",
    "http://" + "a" * 100_000 + "/",
    "http://news.example.com/" + "a" * 100_000,
    "http://..../",
)


def answering(*addresses):
    """A resolver for which every name has these addresses; numeric forms are decoded as the system does."""

    def resolve(host, port, *_rest):
        family = {False: socket.AF_INET, True: socket.AF_INET6}
        return [
            (
                family[":" in address],
                socket.SOCK_STREAM,
                0,
                "",
                (address, port, 0, 0) if ":" in address else (address, port),
            )
            for address in addresses
        ]

    return resolve


def fetcher(*addresses, **settings):
    """A fetcher to which every name has these addresses."""
    return Fetcher(resolver=answering(*addresses), sleep=lambda _: None, deadline=2.0, **settings)


@pytest.mark.parametrize("url", PRIVATE)
def test_private_addresses_are_refused(url):
    """Loopback, private, link-local, metadata, carrier-grade and wrapped addresses are never opened."""
    with pytest.raises(PrivateAddress):
        fetcher("127.0.0.1").fetch(url)


@pytest.mark.parametrize("url", ENCODED)
def test_other_spellings_of_loopback_are_refused(url):
    """Decimal, octal, hexadecimal, short, dotted, circled and wide digits do not get through."""
    with pytest.raises((PrivateAddress, BadAddress)):
        fetcher("127.0.0.1").fetch(url)


@pytest.mark.parametrize("url", MALFORMED, ids=lambda url: url[:40] or "empty")
def test_what_is_no_plain_web_address_is_refused(url):
    """Other schemes, credentials, odd ports, control characters and giants are refused before any connection."""
    with pytest.raises((BadAddress, PrivateAddress)):
        fetcher("93.184.216.34").fetch(url)


@pytest.mark.parametrize(
    "addresses",
    [
        ("10.0.0.5",),
        ("169.254.169.254",),
        ("::1",),
        ("93.184.216.34", "127.0.0.1"),
        ("127.0.0.1", "93.184.216.34"),
    ],
)
def test_a_public_name_with_a_private_address_is_refused(addresses):
    """One private answer among public ones, in either order, refuses the name."""
    with pytest.raises(PrivateAddress):
        fetcher(*addresses).fetch("https://news.example.com/story")


def test_an_unknown_name_is_unreachable():
    """A name without address is no matter of safety."""

    def resolve(*_):
        raise socket.gaierror(-2, "Name or service not known")

    with pytest.raises(Unreachable):
        Fetcher(resolver=resolve, sleep=lambda _: None).fetch("https://nosuch.example.com/")


def test_an_allowed_host_opens_only_its_own_port():
    """NUTGRAF_ALLOWED_HOSTS is exact: neighbouring ports and hosts stay closed."""
    wary = fetcher("10.0.0.5", allowed_hosts=frozenset({"cms.example:8080"}))
    for url in (
        "http://cms.example/",
        "http://cms.example:8081/",
        "http://other.example:8080/",
        "http://10.0.0.5:8080/",
    ):
        with pytest.raises((BadAddress, PrivateAddress)):
            wary.fetch(url)


def test_allowed_entries_are_read_as_written():
    """Host and port, an IPv6 literal, and a bare host with its two usual ports."""
    assert host_ports("CMS.example:8080") == (("cms.example", 8080),)
    assert host_ports("[::1]:8099") == (("::1", 8099),)
    assert host_ports(" cms.example ") == (("cms.example", 80), ("cms.example", 443))


def test_a_redirect_from_https_to_http_is_refused():
    """What was asked for in private is not asked for in the open."""
    with pytest.raises(TooManyRedirects):
        next_address("https://news.example.com/a", "http://news.example.com/a", "https://news.example.com/a")


def test_a_redirect_may_be_relative():
    """Relative places are resolved against the page, and fragments fall away."""
    assert next_address("https://a.example/b/c", "../d?e=1#f", "x") == "https://a.example/d?e=1"


def test_a_resolver_that_stalls_ends_with_the_deadline():
    """A name server that never answers costs the deadline and no more."""
    import threading

    forever = threading.Event()
    slow = Fetcher(resolver=lambda *_: forever.wait(5) or (), deadline=0.2, sleep=lambda _: None)
    with pytest.raises(PageError):
        slow.fetch("https://news.example.com/")
    forever.set()
