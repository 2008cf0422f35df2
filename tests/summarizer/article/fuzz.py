"""Damaged pages by the thousand: `python -m tests.summarizer.article.fuzz SECONDS [FOLDER]`. FOLDER holds further pages.

Every page has to become an article or one of our errors, its spans have to hold, and no page may take long for its size.
"""

from __future__ import annotations

import gzip
import random
import sys
import time
from pathlib import Path

from summarizer.article import article_of_page, read_page
from summarizer.errors import NotText, NutgrafError
from tests.bot.honest import HONEST
from tests.corpus import pages

SLOWEST = 5.0  # seconds for a page and for a megabyte of it; ordinary ones take under 2 a megabyte
PIECES = (
    *(b"<div>", b"</div>", b"<p>", b"</p>", b"<table><tr><td>", b"</table>", b"<article>", b"</article>", b"<h1>", b"<time>17:32</time>"),
    *(b"<figure><figcaption>", b"<blockquote class='twitter-tweet'>", b"</blockquote>", b"<script type='application/ld+json'>", b"<!--"),
    *(b"-->", b"<![CDATA[", b"]]>", b"&#x0;", b"&#55296;", b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"<meta charset=utf-16>", b"<noframes>"),
    *(b"<noscript>", b"<frameset>", b"<td colspan=99999 rowspan=99999>", b"%PDF-1.7", b"endstream", b"\xee\x80\x80" + b"0\xee\x80\x80"),
    *(b"Correction: ", b"\xe2\x80\x9c", b"@a (@b) May 1, 2025", b"<svg><p>", b"<select><option>", b"<template>", b"<plaintext>", b"<base href=x>"),
)  # fmt: skip
KINDS = ("text/html", "application/pdf", "text/plain", "")
CHARSETS = (None, None, "utf-8", "utf-16", "shift_jis", "iso-2022-jp", "utf-7", "hex", "nonsense")


def seeds(folder: Path | None) -> list[bytes]:
    """Pages to damage."""
    found = [path.read_bytes() for path in pages().values()] + [odd.body for odd in HONEST.values()]
    given = sorted(folder.iterdir()) if folder else []
    found += [path.read_bytes() for path in given if path.suffix == ".html"]
    found += [gzip.decompress(path.read_bytes()) for path in given if path.suffix == ".gz"]
    return found


def damaged(chance: random.Random, known: list[bytes]) -> bytes:
    """One page, changed in some places: bytes, cuts, doublings, pieces of markup, parts of another page."""
    body = bytearray(chance.choice(known))
    for _ in range(chance.choice((1, 2, 5, 20, 100))):
        at = chance.randrange(len(body) + 1)
        size = chance.choice((1, 10, 200, 5000))
        change = chance.randrange(6)
        if change == 0 and body:
            body[at % len(body)] = chance.randrange(256)
        elif change == 1:
            del body[at : at + size]
        elif change == 2:
            body[at:at] = body[at : at + size] * chance.choice((1, 2, 50))
        elif change == 3:
            other = chance.choice(known)
            begin = chance.randrange(len(other) + 1)
            body[at:at] = other[begin : begin + size]
        else:
            body[at:at] = chance.choice(PIECES) * chance.choice((1, 1, 1, 3, 400))
        del body[2_000_000:]
    return bytes(body)


def problem_with(body: bytes, kind: str, charset: str | None) -> str | None:
    """What is wrong with the reading of one page."""
    url = "https://town.example/2026/pool"
    start = time.process_time()
    try:
        article = read_page(body, url, kind, charset)
        seconds = time.process_time() - start
        try:
            article_of_page(body, url, kind, charset)
        except NutgrafError as error:
            str(error)
    except NotText:  # the damage, or the seed itself, is a packed file
        return None
    except Exception as error:  # noqa: BLE001  # that is what is looked for
        return f"{type(error).__name__}: {error}"
    if seconds > SLOWEST * max(1.0, len(body) / 1e6):
        return f"took {seconds:.1f} s for {len(body)} bytes"
    spans = (
        [post.span for post in article.posts]
        + [entry.span for entry in article.entries]
        + list(article.subheads)
    )
    spans += [note.span for note in article.notes if note.span]
    whole = all(span.end <= len(article.text) for span in spans)
    said = all(post.span.of(article.text) == post.text for post in article.posts)
    clean = not {"\ue000", "\x00"} & set(article.text)
    return None if whole and said and clean else "a span or a mark is wrong"


def main(seconds: float, folder: Path | None) -> int:
    """Damages pages for so long; prints what went wrong and keeps those pages beside it."""
    known = seeds(folder)
    end = time.monotonic() + seconds
    count = wrong = 0
    slowest = 0.0
    while time.monotonic() < end:
        chance = random.Random(count)  # noqa: S311  # no secret; a number finds its page again
        body, start = damaged(chance, known), time.process_time()
        problem = problem_with(body, chance.choice(KINDS), chance.choice(CHARSETS))
        slowest = max(slowest, time.process_time() - start)
        count += 1
        if problem:
            wrong += 1
            sys.stdout.write(f"{count - 1}: {problem[:200]}\n")
            sys.stdout.flush()
    sys.stdout.write(f"{count} pages, {wrong} problems, the slowest took {slowest:.1f} s\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(float(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None))
