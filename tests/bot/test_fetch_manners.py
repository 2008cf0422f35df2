"""Manners: turns at a host, Retry-After, an honest name, robots.txt, asking only for what is new."""

from __future__ import annotations

import threading
import time

import httpcore
import pytest

from bot.fetch.deadline import Deadline
from bot.fetch.fetched import FetchedPage, NotModified
from bot.fetch.fetcher import Fetcher, user_agent
from bot.fetch.redirects import next_address
from bot.fetch.robots import Robots
from bot.fetch.turns import HostTurns
from handlers.domain.errors import Disallowed, ServerTrouble, Throttled
from tests.bot.site import Site, response

pytestmark = pytest.mark.slow

HTML = b"<!doctype html><title>A page</title><p>Words.</p>"


@pytest.fixture
def site():
    """A site for one test."""
    site = Site()
    yield site
    site.close()


def fetcher(site, **settings):
    """A fetcher that may read the site."""
    return Fetcher(frozenset({site.host}), **{"deadline": 3.0, "sleep": lambda _: None, **settings})


class Time:
    """A clock that only sleeping moves."""

    def __init__(self):
        self.now = 100.0
        self.pauses = []

    def clock(self):
        return self.now

    def sleep(self, seconds):
        self.pauses.append(seconds)
        self.now += seconds


def test_fetches_at_one_host_keep_a_gap():
    """The second and third wait, another host's does not, nor does a redirect."""
    time = Time()
    turns = HostTurns(time.clock, time.sleep, gap=0.5)
    deadline = Deadline(time.now + 60, time.clock)
    for host in ("a.example", "a.example", "b.example", "a.example"):
        with turns.turn(host, deadline):
            pass
    with turns.turn("a.example", deadline, spaced=False):
        pass
    assert time.pauses == [0.5, 0.5]


def test_waiting_for_a_turn_ends_with_the_deadline():
    """A queue that is too long is told as time, and its place is free again."""
    time = Time()
    turns = HostTurns(time.clock, time.sleep, gap=50.0)
    with turns.turn("a.example", Deadline(time.now + 60, time.clock)):
        pass
    with (
        pytest.raises(httpcore.ReadTimeout),
        turns.turn("a.example", Deadline(time.now + 20, time.clock)),
    ):
        pass
    assert not turns.running


def test_a_host_gets_two_requests_at_once(site):
    """Eight threads share a fetcher; the site never sees more than two of them together."""
    running, most, lock = [0], [0], threading.Lock()

    def answer(out):
        with lock:
            running[0] += 1
            most[0] = max(most[0], running[0])
        time.sleep(0.02)
        with lock:
            running[0] -= 1
        out.write(response(HTML))

    site.answers["/a"] = answer
    shared = fetcher(site)
    threads = [threading.Thread(target=shared.fetch, args=(site.url("/a"),)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [2]
    assert len(site.requests) == 8


@pytest.mark.parametrize(("status", "error"), [(503, ServerTrouble), (429, Throttled)])
def test_retry_after_is_kept_when_short_and_told_when_long(site, status, error):
    """Of a site that is overloaded as of one that is asked too often."""
    pauses = []
    site.answers["/a"] = [response(b"", status=status, Retry_After="2"), response(HTML)]
    assert fetcher(site, sleep=pauses.append).fetch(site.url("/a")).body == HTML
    assert pauses == [2.0]
    site.answers["/a"] = response(b"", status=status, Retry_After="900")
    with pytest.raises(error) as caught:
        fetcher(site).fetch(site.url("/a"))
    assert caught.value.retry_after == 900.0


def test_the_contact_stands_in_the_name(site):
    """Whom to write to, as the operator sets it; what would break a header is left out."""
    site.answers["/a"] = response(HTML)
    fetcher(site, contact="desk@news.example").fetch(site.url("/a"))
    assert (
        "User-Agent: Nutgraf/1.0 (newsroom brief bot; reads links that people share; desk@news.example)"
        in (site.requests[0].replace("user-agent", "User-Agent"))
    )
    assert user_agent("a\r\nX-Evil: 1 (b) é" + "z" * 900).isascii()
    assert not {"\r", "\n"} & set(user_agent("a\r\nb"))
    assert user_agent("  ") == user_agent()


def test_an_unchanged_page_is_not_sent_again(site):
    """Validators are sent back; 304 is an outcome, a new page is a page."""
    site.answers["/a"] = response(HTML, ETag='"1"', Last_Modified="Wed, 01 Jul 2026 07:00:00 GMT")
    page = fetcher(site).fetch(site.url("/a"))
    site.answers["/a"] = [response(b"", status=304), response(HTML)]
    again = fetcher(site, obey_robots=False)
    assert again.recheck(page.url, page.etag, page.last_modified) == NotModified(page.url)
    asked = site.requests[-1].lower()
    assert 'if-none-match: "1"' in asked
    assert "if-modified-since: wed, 01 jul 2026 07:00:00 gmt" in asked
    assert isinstance(again.recheck(page.url, page.etag), FetchedPage)


def test_a_304_that_nobody_asked_for_is_trouble(site):
    """Without validators there is nothing it could mean."""
    site.answers["/a"] = response(b"", status=304)
    with pytest.raises(ServerTrouble):
        fetcher(site).fetch(site.url("/a"))


def test_robots_txt_counts_when_nobody_shared_the_link(site):
    """Asked for once; a link that a person shares is read whatever it says, and so is all when the operator says so."""
    site.answers["/robots.txt"] = response(b"User-agent: *\nDisallow: /private", kind="text/plain")
    site.answers["/private/a"] = site.answers["/b"] = response(HTML)
    wary = fetcher(site)
    with pytest.raises(Disallowed):
        wary.recheck(site.url("/private/a"))
    assert isinstance(wary.recheck(site.url("/b")), FetchedPage)
    assert wary.fetch(site.url("/private/a")).body == HTML
    assert sum("GET /robots.txt" in request for request in site.requests) == 1
    assert isinstance(fetcher(site, obey_robots=False).recheck(site.url("/private/a")), FetchedPage)


def test_robots_txt_counts_for_where_a_redirect_leads(site):
    """Each hop is asked about."""
    site.answers["/robots.txt"] = response(b"User-agent: nutgraf\nDisallow: /b", kind="text/plain")
    site.answers["/a"] = response(b"", status=302, Location="/b")
    site.answers["/b"] = response(HTML)
    with pytest.raises(Disallowed):
        fetcher(site).recheck(site.url("/a"))


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (500, False), (429, False)])
def test_a_missing_robots_txt_allows_and_a_broken_one_does_not(site, status, allowed):
    """As RFC 9309 has it."""
    site.answers["/robots.txt"] = response(b"", status=status)
    site.answers["/a"] = response(HTML)
    if allowed:
        assert isinstance(fetcher(site).recheck(site.url("/a")), FetchedPage)
    else:
        with pytest.raises(Disallowed):
            fetcher(site).recheck(site.url("/a"))


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/news/1", True),
        ("/", True),
        ("/archive/old", False),
        ("/archive/open/1", True),
        ("/a/b/print", False),
        ("/a/b/print/more", True),
        ("/x?session=1", False),
        ("/search", False),
        ("/searching", False),
    ],
)
def test_the_longest_rule_decides(path, allowed):
    """With * for anything and $ for the end."""
    robots = Robots(
        "User-agent: other\nDisallow: /\n\nUser-agent: *\nDisallow: /archive # old\nAllow: /archive/open\n"
        "Disallow: /*/print$\nDisallow: *session=\nDisallow: /search\nDisallow:\n"
    )
    assert robots.allow(path) is allowed


def test_our_own_group_comes_before_everybodys():
    """Named in one group with others; nothing at all allows everything."""
    robots = Robots("User-agent: *\nDisallow: /\nUser-agent: Foo\nUser-agent: Nutgraf\nDisallow: /no\n")
    assert robots.allow("/yes")
    assert not robots.allow("/no")
    assert Robots("<html>not found</html>").allow("/no")
    assert not Robots("\ufeffUser-agent: *\nDisallow: /no").allow("/no")


def test_hostile_robots_txt_takes_no_time():
    """Thousands of rules full of stars against a long path."""
    robots = Robots("User-agent: *\n" + "Disallow: /" + "*a" * 200 + "b$\n" * 1 + "Allow: /*a*b*c\n" * 20_000)
    start = time.process_time()
    assert robots.allow("/" + "a" * 4000)
    assert time.process_time() - start < 1.0


def test_a_step_down_to_http_is_followed_only_when_set():
    """By default what was asked for in private is not asked for in the open."""
    found = next_address("https://a.example/", "http://a.example/b", "x", allow_downgrade=True)
    assert found == "http://a.example/b"
