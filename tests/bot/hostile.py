"""What wants to break the door: for each attack the outcomes that hold. `python -m tests.bot.hostile` prints the table.

Names and their addresses are faked by a resolver; what a site says comes from one on loopback that is allowed as an
operator would allow it.
"""

from __future__ import annotations

import gzip
import socket
import sys
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from itertools import cycle
from typing import Any

import brotli

from bot.fetch.fetcher import Fetcher
from bot.fetch.packing import zstd
from bot.readers.reading import article_of
from handlers.domain import errors as page
from handlers.domain.sentences import sentence_for
from summarizer import errors as text
from tests.bot.honest import html
from tests.bot.site import Site, response
from tests.summarizer.article.pages import page as story_page

PUBLIC = "93.184.216.34"
CAP = 8_000_000
REFUSED = (page.PrivateAddress, page.BadAddress)
READ = None  # the outcome of a page that is read after all

ADDRESSES: dict[str, str] = {
    **{f"loopback as {host}": f"http://{host}/" for host in (
        "127.0.0.1", "127.1.2.3", "2130706433", "0x7f000001", "0x7f.0.0.1", "017700000001", "0177.0.0.1", "127.1", "127.0.1",
        "127.0.0.1.", "①②⑦.⓪.⓪.①", "１２７.０.０.１", "localhost", "LOCALHOST.", "[::1]", "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[2001:0:7f00:1::]", "[::]", "0.0.0.0",  # noqa: S104
    )},
    **{f"inside the network: {host}": f"http://{host}/" for host in (
        "10.0.0.1", "172.16.0.1", "172.31.255.254", "192.168.1.1", "100.64.0.1", "169.254.169.254", "198.18.0.1", "224.0.0.1",
        "255.255.255.255", "[fe80::1]", "[fe80::1%25eth0]", "[fc00::1]", "[fd12:3456::1]", "[ff02::1]", "[64:ff9b::a9fe:a9fe]",
    )},
    **{f"no web address: {url[:40]}": url for url in (
        "file:///etc/passwd", "ftp://ftp.example.com/a", "gopher://example.com/_", "data:text/html,hello", "javascript:alert(1)",
        "http://user:secret@news.example.com/", "http://news.example.com@127.0.0.1/", "http://news.example.com\\@127.0.0.1/",
        "http://news.example.com/\r\nHost: 127.0.0.1", "http://news.example.com/\x00", "http:///nothing", "http://..../",
        "http://news.example.com:22/", "http://news.example.com:25/", "http://news.example.com:6379/",
        "http://news.example.com:8080/", "http://news.example.com:0/", "http://news.example.com:99999/",
    )},
    "a host of 100 KB": "http://" + "a" * 100_000 + "/",
    "a path of 100 KB": "http://news.example.com/" + "a" * 100_000,
}  # fmt: skip

# Answers of the resolver, one look-up after the other.
NAMES: dict[str, tuple[tuple[str, ...], ...]] = {
    "a name with a private address": (("10.0.0.5",),),
    "a name with the metadata address": (("169.254.169.254",),),
    "a name with ::1": (("::1",),),
    "mixed answers, private last": ((PUBLIC, "127.0.0.1"),),
    "mixed answers, private first": (("127.0.0.1", PUBLIC),),
    "rebinding: private at the first look-up": (("127.0.0.1",), (PUBLIC,)),
}


def drip(head: bytes) -> Any:
    """A byte now and then, for ever."""

    def answer(out: Any) -> None:
        out.write(head)
        while True:
            out.write(b"x")
            time.sleep(0.02)

    return answer


def pouring(head: bytes, piece: bytes, times: int) -> Any:
    """Pieces as fast as they are taken."""

    def answer(out: Any) -> None:
        out.write(head)
        for _ in range(times):
            out.write(piece)

    return answer


def made_when_asked(make: Callable[..., bytes], *given: str) -> Any:
    """An answer that takes a while to make, which is not to be done wherever the tests are only counted."""

    def answer(out: Any) -> None:
        out.write(make(*given))

    return answer


def bomb(name: str) -> bytes:
    """An answer that is 100 MB of nothing, packed."""
    nothing = b"\0" * 100_000_000
    packed = {
        "gzip": lambda: gzip.compress(nothing, 1),
        "br": lambda: brotli.compress(nothing, quality=3),
        "zstd": lambda: zstd.compress(nothing),
    }
    return response(packed[name](), Content_Encoding=name)


def bomb_in_a_bomb() -> bytes:
    return response(gzip.compress(gzip.compress(b"\0" * 10_000_000)), Content_Encoding="gzip, gzip")


def unsaid_bomb() -> bytes:
    """Packed, and not said to be."""
    return response(zlib.compress(b"\0" * 10_000_000, 9))


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
MEGABYTE = b"<p>" + b"more " * 209_715
CHUNK = b"%x\r\n%s\r\n" % (len(MEGABYTE), MEGABYTE)
PAGE = story_page()


@dataclass(frozen=True, slots=True)
class Attack:
    """What a site answers, and the outcomes that are right."""

    answer: Any
    outcomes: tuple[type[BaseException] | None, ...]
    path: str = "/a"


def attacks() -> dict[str, Attack]:
    """By what each of them is called."""
    status = {
        204: text.EmptyPage, 205: text.EmptyPage, 206: page.ServerTrouble, 304: page.ServerTrouble, 401: page.Refused, 403: page.Refused,
        404: page.NotFound, 410: page.NotFound, 451: page.Refused, 500: page.ServerTrouble, 502: page.ServerTrouble, 503: page.ServerTrouble,
    }  # fmt: skip
    targets = ("http://127.0.0.1/", "http://169.254.169.254/latest/", "http://[::1]/", "//192.168.0.1/", "http://100.64.0.9/",
               "file:///etc/passwd", "gopher://127.0.0.1/", "http://127.0.0.1:22/", "http://user@127.0.0.1/", "http://2130706433/")  # fmt: skip
    redirects = {
        f"redirect to {target}": Attack(
            response(b"", status=302, Location=target), (*REFUSED, page.Unreachable)
        )
        for target in targets
    }
    packed = {
        f"a bomb in {name}": Attack(made_when_asked(bomb, name), (page.TooLarge,))
        for name in ("gzip", "br", "zstd")
    }
    return {
        **redirects,
        **packed,
        **{f"status {number}": Attack(response(b"", status=number), (error,)) for number, error in status.items()},
        "a meta refresh into the network": Attack(
            response(b'<meta http-equiv="refresh" content="0;url=http://169.254.169.254/">'), REFUSED
        ),
        "a redirect to itself": Attack(response(b"", status=302, Location="/a"), (page.TooManyRedirects,)),
        "a redirect without a place": Attack(response(b"", status=302), (page.ServerTrouble,)),
        "429 with a Retry-After of 31 years": Attack(response(b"", status=429, Retry_After="999999999"), (page.Throttled,)),
        "429 with a megabyte of digits": Attack(response(b"", status=429, Retry_After="9" * 60_000), (page.Throttled, page.Unreachable)),
        "a bomb in a bomb": Attack(made_when_asked(bomb_in_a_bomb), (page.UnsupportedContent,)),
        "brotli in zstd": Attack(response(b"x", Content_Encoding="br, zstd"), (page.UnsupportedContent,)),
        "a bomb that is not said to be packed": Attack(made_when_asked(unsaid_bomb), (text.EmptyPage, text.NotAnArticle)),
        "300 MB in chunks": Attack(
            pouring(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", CHUNK, 300), (page.TooLarge,)
        ),
        "a body without end": Attack(pouring(HEAD + b"\r\n", MEGABYTE, 300), (page.TooLarge,)),
        "headers without end": Attack(pouring(HEAD, b"X-More: " + b"y" * 1000 + b"\r\n", 100_000), (page.Unreachable,)),
        "a slow drip of the body": Attack(drip(HEAD + b"\r\n"), (page.TookTooLong,)),
        "a slow drip of headers": Attack(drip(HEAD), (page.TookTooLong,)),
        "a slow drip of the first line": Attack(drip(b""), (page.TookTooLong,)),
        "chunks of one byte": Attack(
            pouring(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n" * 1000, 20_000), (page.TooLarge, page.TookTooLong)
        ),
        "a Content-Length that promises more": Attack(HEAD + b"Content-Length: 90000\r\n\r\n" + PAGE, (page.Unreachable,)),
        "a Content-Length that promises less": Attack(HEAD + b"Content-Length: 9\r\n\r\n" + PAGE, (text.EmptyPage, text.NotAnArticle)),
        "a Content-Length that is no number": Attack(HEAD + b"Content-Length: -1\r\n\r\n" + PAGE, (page.Unreachable,)),
        "a chunk of a size that is no number": Attack(
            HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n" + PAGE, (page.Unreachable,)
        ),
        "a connection closed in mid-chunk": Attack(
            HEAD + b"Transfer-Encoding: chunked\r\n\r\nffff\r\n" + PAGE, (page.Unreachable,)
        ),
        "a connection closed before a word": Attack(b"", (page.Unreachable,)),
        "another protocol": Attack(b"220 mail.example ESMTP ready\r\n", (page.Unreachable,)),
        "an empty body": Attack(response(b""), (text.EmptyPage,)),
        "blanks": Attack(response(b" \n\t" * 1000), (text.EmptyPage,)),
        "a soft 404": Attack(
            response(html("<h1>Page not found</h1><p>" + "The page that you want may have been moved or deleted long ago. " * 8 + "</p>")),
            (text.NotAnArticle,),
        ),
        "a page that needs scripts": Attack(
            response(html("<noscript>You need to enable JavaScript.</noscript><div id=app></div>")), (text.EmptyPage,)
        ),
        "a robot check": Attack(
            response(html("<h1>Just a moment...</h1><p>Verify that you are human by completing the action below, please.</p>")), (text.NotAnArticle,)
        ),
        "an image": Attack(response(b"\x89PNG\r\n", kind="image/png"), (page.UnsupportedContent,)),
        "an image called a page": Attack(response(b"\x89PNG\r\n" + PAGE), (page.UnsupportedContent,)),
        "a zip": Attack(response(b"PK\x03\x04", kind="application/zip"), (page.UnsupportedContent,)),
        "a zip called plain text": Attack(response(b"PK\x03\x04" * 99, kind="text/plain"), (page.UnsupportedContent,)),
        "a PDF without words, called a page": Attack(response(b"%PDF-1.7\n" + b"\0" * 9000), (text.EmptyPage,)),
        "a PDF that is HTML": Attack(response(PAGE, kind="application/pdf"), (READ,)),
        "50,000 divisions deep": Attack(response(b"<div>" * 50_000 + PAGE), (READ, text.EmptyPage, text.NotAnArticle)),
        "a line of 20 MB": Attack(response(b"<p>" + b"word " * 4_000_000), (page.TooLarge,)),
        "a line of 1 MB": Attack(response(b"<h1>A</h1><p>" + b"The council said so on Monday. " * 32_000), (READ, text.NotAnArticle, text.EmptyPage)),
        "NULs between all letters": Attack(response(PAGE.replace(b"o", b"o\0").replace(b"e", b"\0e")), (READ,)),
        "bytes that are no letters": Attack(response(PAGE.replace(b"council", b"c\xff\xfe\x81uncil")), (READ,)),
        "200,000 attributes": Attack(response(b"<p " + b"a=b " * 200_000 + b">" + PAGE), (READ,)),
        "JSON-LD 100,000 lists deep": Attack(
            response(PAGE.replace(b"</head>", b'<script type="application/ld+json">' + b"[" * 100_000 + b"</script></head>")), (READ,)
        ),
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it."""

    error: BaseException | None
    taken: int  # bytes that the site got rid of; up to 5 MB of them may still lie in the system's buffers
    seconds: float
    text: str = ""
    worked: float = 0.0  # seconds of the processor, which are the same on a busy machine

    @property
    def name(self) -> str:
        return "read" if self.error is None else type(self.error).__name__

    @property
    def sentence(self) -> str:
        return "" if self.error is None else sentence_for(self.error)


def answering(*lookups: tuple[str, ...]) -> Any:
    """A resolver with these answers for every name, one look-up after the other."""
    rounds = cycle(lookups)

    def resolve(host: str, port: int, *_rest: Any) -> list[Any]:
        return [
            (socket.AF_INET6, socket.SOCK_STREAM, 0, "", (address, port, 0, 0))
            if ":" in address
            else (socket.AF_INET, socket.SOCK_STREAM, 0, "", (address, port))
            for address in next(rounds)
        ]

    return resolve


def tried(fetcher: Fetcher, url: str, site: Site | None = None) -> Outcome:
    """Fetches and reads."""
    before, start, worked = site.sent if site else 0, time.monotonic(), time.thread_time()
    error, words = None, ""
    try:
        words = article_of(fetcher.fetch(url)).text
    except text.NutgrafError as caught:
        error = caught
    taken = (site.sent if site else 0) - before
    return Outcome(error, taken, time.monotonic() - start, words, time.thread_time() - worked)


def try_address(url: str) -> Outcome:
    """An address as a stranger shares it; every name has a loopback address, so that nothing may be opened."""
    return tried(Fetcher(resolver=answering(("127.0.0.1",)), deadline=1.0, sleep=lambda _: None), url)


def try_name(lookups: tuple[tuple[str, ...], ...]) -> Outcome:
    """A public name with these addresses."""
    return tried(
        Fetcher(resolver=answering(*lookups), deadline=1.0, sleep=lambda _: None),
        "https://news.example.com/a",
    )


def try_attack(attack: Attack, site: Site, deadline: float = 1.5) -> Outcome:
    """A site's answer."""
    site.answers[attack.path] = attack.answer
    fetcher = Fetcher(frozenset({site.host}), deadline=deadline, sleep=lambda _: None)
    return tried(fetcher, site.url(attack.path), site)


def main() -> None:
    """The table, for docs/fetching.md."""
    site = Site()
    out = sys.stdout.write
    out("| what | outcome | MB sent | seconds |\n|---|---|---:|---:|\n")
    found = {name: try_address(url) for name, url in ADDRESSES.items()}
    found |= {name: try_name(lookups) for name, lookups in NAMES.items()}
    found |= {name: try_attack(attack, site, 5.0) for name, attack in attacks().items()}
    for name, outcome in found.items():
        shown = name.encode("unicode_escape").decode().replace("|", "\\|")
        out(f"| {shown} | {outcome.name} | {outcome.taken / 1e6:.1f} | {outcome.seconds:.2f} |\n")
    site.close()


if __name__ == "__main__":
    main()
