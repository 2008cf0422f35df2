"""Fetching from a site on loopback that says exactly what a test tells it to say."""

from __future__ import annotations

import gzip
import time
import zlib
from threading import Event

import brotli
import pytest

from bot.fetch.fetcher import Fetcher
from bot.fetch.packing import zstd
from bot.fetch.redirects import MOST_REDIRECTS
from handlers.domain.errors import (
    BadAddress,
    NotFound,
    PageError,
    PrivateAddress,
    Refused,
    ServerTrouble,
    Throttled,
    TookTooLong,
    TooLarge,
    TooManyRedirects,
    Unreachable,
    UnsupportedContent,
)
from summarizer.errors import EmptyPage
from tests.bot.site import Site, response

pytestmark = pytest.mark.slow

PACKERS = {
    "gzip": lambda body: gzip.compress(body, 1),
    "br": lambda body: brotli.compress(body, quality=3),
    "zstd": zstd.compress,
}
HTML = b"<!doctype html><title>A page</title><p>Words.</p>"


@pytest.fixture
def site():
    """A site for one test."""
    site = Site()
    yield site
    site.close()


@pytest.fixture
def fetch(site):
    """Fetches a path of the site, which is allowed as an operator would allow it."""

    def fetch(path, **settings):
        settings = {"deadline": 3.0, "sleep": lambda _: None, **settings}
        with Fetcher(frozenset({site.host}), **settings) as fetcher:
            return fetcher.fetch(site.url(path))

    return fetch


def test_a_page_comes_with_its_headers(site, fetch):
    """Body, type, charset and validators are handed on."""
    site.answers["/a"] = response(
        HTML, kind="text/html; charset=ISO-8859-1", ETag='"1"', Last_Modified="Wed, 01 Jul 2026 07:00:00 GMT"
    )
    page = fetch("/a")
    assert (page.url, page.body, page.content_type, page.charset) == (
        site.url("/a"),
        HTML,
        "text/html",
        "ISO-8859-1",
    )
    assert (page.etag, page.last_modified) == ('"1"', "Wed, 01 Jul 2026 07:00:00 GMT")


def test_nothing_of_ours_is_sent_along(site, fetch, monkeypatch):
    """No cookie, no credentials, no referrer, no proxy from the environment; an honest name."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    site.answers["/a"] = response(b"", status=302, Location="/b", Set_Cookie="spy=1")
    site.answers["/b"] = response(HTML)
    fetch("/a")
    assert len(site.requests) == 2
    for request in site.requests:
        low = request.lower()
        assert "nutgraf" in low
        assert not any(name in low for name in ("cookie:", "authorization:", "referer:"))


def test_redirects_are_followed_to_their_end(site, fetch):
    """The page's address is the one where the chain ends."""
    for number in range(MOST_REDIRECTS):
        site.answers[f"/{number}"] = response(b"", status=301, Location=f"/{number + 1}")
    site.answers[f"/{MOST_REDIRECTS}"] = response(HTML)
    assert fetch("/0").url == site.url(f"/{MOST_REDIRECTS}")


def test_a_redirect_loop_ends(site, fetch):
    """A loop is told as too many redirects after the ninth request."""
    site.answers["/loop"] = response(b"", status=302, Location="/loop")
    with pytest.raises(TooManyRedirects):
        fetch("/loop")
    assert len(site.requests) == MOST_REDIRECTS + 1


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/",
        "http://[::1]/",
        "file:///etc/passwd",
    ]
    + [
        "http://100.64.0.9/",
        "gopher://127.0.0.1/",
        "http://127.0.0.1:22/",
        "//192.168.0.1/",
        "http://user@127.0.0.1/",
    ],
)
def test_a_redirect_into_the_network_is_refused(site, fetch, target):
    """Every hop is checked as the first one is."""
    site.answers["/a"] = response(b"", status=302, Location=target)
    with pytest.raises((PrivateAddress, BadAddress)):
        fetch("/a")


def test_a_page_that_only_refreshes_is_a_redirect(site, fetch):
    """A meta refresh at once is followed, and checked, too."""
    site.answers["/a"] = response(b'<meta http-equiv="refresh" content="0; url=/b&amp;c">')
    site.answers["/b&c"] = response(HTML)
    assert fetch("/a").url == site.url("/b&c")
    site.answers["/d"] = response(b'<meta http-equiv="refresh" content="0;url=http://169.254.169.254/">')
    with pytest.raises(PrivateAddress):
        fetch("/d")


def test_a_page_that_reloads_itself_later_is_a_page(site, fetch):
    """Live pages refresh every few minutes and are there to be read."""
    body = HTML + b'<meta http-equiv="refresh" content="300; url=/b">'
    site.answers["/a"] = response(body)
    assert fetch("/a").body == body


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (404, NotFound),
        (410, NotFound),
        (401, Refused),
        (402, Refused),
        (403, Refused),
        (451, Refused),
        (500, ServerTrouble),
    ]
    + [
        (501, ServerTrouble),
        (503, ServerTrouble),
        (204, EmptyPage),
        (206, ServerTrouble),
        (304, ServerTrouble),
        (302, ServerTrouble),
    ],
)
def test_each_status_has_its_reason(site, fetch, status, error):
    """What the site answers is told as what it means."""
    site.answers["/a"] = response(b"", status=status)
    with pytest.raises(error):
        fetch("/a")


def test_passing_trouble_is_tried_again(site, fetch):
    """A 503 and a dropped connection are asked again; the page that then comes counts."""
    pauses = []
    site.answers["/a"] = [response(b"", status=503), b"", response(HTML)]
    assert fetch("/a", sleep=pauses.append).body == HTML
    assert pauses == [0.5, 1.0]


def test_a_refusal_is_not_tried_again(site, fetch):
    """403 and 404 will not get better by asking."""
    site.answers["/a"] = response(b"", status=403)
    with pytest.raises(Refused):
        fetch("/a")
    assert len(site.requests) == 1


def test_a_short_retry_after_is_waited_for(site, fetch):
    """A 429 that asks for two seconds gets them."""
    pauses = []
    site.answers["/a"] = [response(b"", status=429, Retry_After="2"), response(HTML)]
    assert fetch("/a", sleep=pauses.append).body == HTML
    assert pauses == [2.0]


@pytest.mark.parametrize(("header", "told"), [("99999999999999", 86400.0), ("3600", 3600.0), ("soon", None)])
def test_a_long_retry_after_is_told(site, fetch, header, told):
    """Nobody waits an hour for a page; who asks learns how long it would be."""
    site.answers["/a"] = response(b"", status=429, Retry_After=header)
    with pytest.raises(Throttled) as caught:
        fetch("/a")
    assert caught.value.retry_after == told


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("image/png", HTML),
        ("application/zip", b"PK"),
        ("video/mp4", b"x"),
        ("application/json", b"{}"),
        ("text/css", b"p{}"),
    ]
    + [
        ("application/octet-stream", b"%PDF-1.7 x"),
        ("application/pdf", b"no PDF at all"),
        ("text/html", b"\x89PNG\r\n"),
        ("text/plain", b"PK\x03\x04"),
        ("", b"\x00\x01binary"),
        ("text/html", b"\x1f\x8b\x08"),
    ],
)
def test_what_is_no_page_is_refused(site, fetch, kind, body):
    """By the header before the body is read, and by the first bytes when the header lies."""
    site.answers["/a"] = response(body, kind=kind)
    with pytest.raises(UnsupportedContent):
        fetch("/a")


def test_markup_without_a_type_is_a_page(site, fetch):
    """Small sites forget the header, or call their pages plain text."""
    site.answers["/a"] = response(HTML, kind="")
    site.answers["/b"] = response(HTML, kind="text/plain")
    assert fetch("/a").content_type == fetch("/b").content_type == "text/html"


def test_a_pdf_is_known_by_its_bytes(site, fetch):
    """Served as itself, as a page, and as a file of unknown type at an address that says PDF; and the reverse."""
    for path, kind in (
        ("/a", "application/pdf"),
        ("/b", "text/html"),
        ("/c.PDF", "application/octet-stream"),
    ):
        site.answers[path] = response(b"%PDF-1.7 and more", kind=kind)
        assert fetch(path).content_type == "application/pdf"
    site.answers["/d.pdf"] = response(HTML, kind="application/pdf")
    assert fetch("/d.pdf").content_type == "text/html"


def test_packed_pages_are_unpacked(site, fetch):
    """gzip, zlib, bare deflate, brotli and zstd all give the page."""
    bare = zlib.compressobj(wbits=-15)
    for path, packed, name in (
        ("/gzip", gzip.compress(HTML), "gzip"),
        ("/zlib", zlib.compress(HTML), "deflate"),
        ("/bare", bare.compress(HTML) + bare.flush(), "deflate"),
        ("/br", brotli.compress(HTML), "br"),
        ("/zstd", zstd.compress(HTML), "zstd"),
    ):
        site.answers[path] = response(packed, Content_Encoding=name)
        assert fetch(path).body == HTML


@pytest.mark.parametrize("encoding", PACKERS)
def test_a_bomb_is_stopped_at_the_cap(site, fetch, encoding):
    """100 MB in as little as 90 bytes: refused after the cap, without unpacking the rest."""
    site.answers["/a"] = response(PACKERS[encoding](b"\0" * 100_000_000), Content_Encoding=encoding)
    start = time.process_time()
    with pytest.raises(TooLarge):
        fetch("/a")
    assert time.process_time() - start < 1.0


@pytest.mark.parametrize("encoding", ["gzip, gzip", "br, gzip", "zstd,br", "compress", "nonsense"])
def test_packings_that_were_not_asked_for_are_refused(site, fetch, encoding):
    """Nested packings are bombs, and what cannot be unpacked with a cap is not unpacked."""
    site.answers["/a"] = response(gzip.compress(HTML), Content_Encoding=encoding)
    with pytest.raises(UnsupportedContent):
        fetch("/a")


@pytest.mark.parametrize("encoding", PACKERS)
def test_a_broken_packing_is_told(site, fetch, encoding):
    """Bytes that are not what they claim make no crash."""
    site.answers["/a"] = response(b"\x1f\x8b\x08\x00 broken, broken, broken", Content_Encoding=encoding)
    with pytest.raises(PageError):
        fetch("/a")


def test_an_endless_body_is_cut_at_the_cap(site, fetch):
    """A body without length or end costs the cap and no more."""
    sent = []

    def endless(out):
        out.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while True:
            out.write(b"<p>more</p>" * 10_000)
            sent.append(110_000)

    site.answers["/a"] = endless
    with pytest.raises(TooLarge):
        fetch("/a", max_bytes=1_000_000)
    assert sum(sent) < 20_000_000


@pytest.mark.slow
@pytest.mark.parametrize(
    "head", [b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"HTTP/1.1 200 OK\r\n", b""]
)
def test_a_slow_drip_ends_with_the_deadline(site, fetch, head):
    """A byte now and then, in the body, the headers or the status line, keeps nobody beyond the deadline."""

    over = Event()

    def drip(out):
        out.write(head)
        out.flush()
        while not over.wait(0.05):
            out.write(b"x")
            out.flush()

    site.answers["/a"] = drip
    with pytest.raises(TookTooLong):
        fetch("/a", deadline=0.6)
    over.set()


def test_endless_headers_end(site, fetch):
    """Headers without end are broken off."""

    def endless(out):
        out.write(b"HTTP/1.1 200 OK\r\n")
        while True:
            out.write(b"X-More: " + b"y" * 1000 + b"\r\n")

    site.answers["/a"] = endless
    with pytest.raises(Unreachable):
        fetch("/a")


def test_a_body_shorter_than_promised_is_no_page(site, fetch):
    """A connection that breaks off is not taken for the whole article."""
    site.answers["/a"] = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n" + HTML
    with pytest.raises(Unreachable):
        fetch("/a")


def test_an_empty_body_is_an_empty_page(site, fetch):
    """Nothing but blanks is nothing."""
    site.answers["/a"] = response(b"  \n ")
    with pytest.raises(EmptyPage):
        fetch("/a")


def test_nonsense_instead_of_http_is_told(site, fetch):
    """A port that speaks something else makes no crash."""
    site.answers["/a"] = b"220 mail.example ESMTP ready\r\n"
    with pytest.raises(Unreachable):
        fetch("/a")
