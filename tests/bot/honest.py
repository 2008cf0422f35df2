"""Odd pages that are honest: each holds the same story and must be read. Served as their sites serve them."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass, field

from tests.summarizer.article.pages import STORY, page
from tests.summarizer.article.pdfs import column, pdf

PARAGRAPHS = "".join(f"<p>{line}</p>" for line in STORY)
TEXT = "\n\n".join(STORY)
SCRIPT = (
    "<script>var state = " + json.dumps({"items": [f"<p>item {n}</p>" for n in range(6000)]}) + ";</script>"
)
JAPANESE = "<p>町議会は月曜日、プールの存続を決めた。</p>"


@dataclass(frozen=True, slots=True)
class Odd:
    """One page as it is served, and what has to be so about its article."""

    body: bytes
    kind: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    title: str | None = "Pool stays open"
    text: str = TEXT


def html(body: str, head: str = "<title>Pool stays open</title>") -> bytes:
    """A page without any structure but `body`."""
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


def ld(value: object) -> str:
    """JSON-LD in a page."""
    return f'<script type="application/ld+json">{value if isinstance(value, str) else json.dumps(value)}</script>'


def wrapped(lines: tuple[str, ...], width: int = 78) -> list[str]:
    """The story set in lines, a gap after each paragraph."""
    printed: list[str] = []
    for line in lines:
        at = ""
        for word in line.split():
            if len(at) + len(word) >= width:
                printed.append(at)
                at = word
            else:
                at = f"{at} {word}".strip()
        printed += [at, ""]
    return printed


ARTICLE = {"@type": "NewsArticle", "headline": "Pool stays open"}
ENTRY = "<div class='update'><time datetime='2026-03-11T{n}:30:00Z'>{n}.30</time><p>{line}</p></div>"
MARKED = page().decode()

HONEST: dict[str, Odd] = {
    "UTF-16 with its mark": Odd(MARKED.replace("utf-8", "utf-16").encode("utf-16"), "text/html"),
    "UTF-16 without a mark, named by the header": Odd(MARKED.encode("utf-16-le"), "text/html; charset=utf-16le"),
    "English and a Japanese line in Shift-JIS": Odd(
        MARKED.replace("utf-8", "Shift_JIS").replace("—", "-").replace("</h1>", f"</h1>{JAPANESE}").encode("shift_jis", "xmlcharrefreplace"),
        "text/html",
        text="町議会は月曜日、プールの存続を決めた。\n\n" + TEXT,
    ),
    "Windows-1252 that calls itself Latin-1": Odd(MARKED.encode("cp1252"), "text/html; charset=iso-8859-1"),
    "UTF-8 under a header that says Latin-1": Odd(page(), "text/html; charset=iso-8859-1"),
    "Windows-1252 by header, UTF-8 by meta": Odd(MARKED.encode("cp1252"), "text/html; charset=windows-1252"),
    "a charset that does not exist": Odd(page(), "text/html; charset=utf-8mb4-no"),
    "100 KB of inline script first": Odd(page(head=SCRIPT)),
    "no p elements, divisions instead": Odd(
        html("<h1>Pool stays open</h1><div class='story'>" + "".join(f"<div>{line}</div>" for line in STORY) + "</div>")
    ),
    "paragraphs parted by br": Odd(html("<h1>Pool stays open</h1><div>" + "<br><br>".join(STORY) + "</div>")),
    "the whole page in layout tables": Odd(
        html(
            "<table><tr><td><a href='/'>Home</a></td><td><table><tr><td><font size=4><b>Pool stays open</b></font>"
            f"{PARAGRAPHS}</td></tr></table></td></tr></table>"
        )
    ),
    "AMP": Odd(
        html(
            f"<article><h1>Pool stays open</h1><amp-img src=x></amp-img>{PARAGRAPHS}<amp-ad></amp-ad></article>"
        ).replace(b"<html>", "<html ⚡ lang=en>".encode())
    ),
    "JSON-LD as an array": Odd(page(head=ld([{"@type": "WebSite", "name": "Town"}, ARTICLE]))),
    "JSON-LD as a graph": Odd(page(head=ld({"@graph": [{"@type": "Organization"}, ARTICLE]}))),
    "broken JSON-LD": Odd(page(head=ld('{"@type": "NewsArticle", "headline": "Pool'))),
    "a base element": Odd(page(head="<base href='https://cdn.example/x/'><link rel=canonical href='y'>")),
    "a wall below the first paragraphs": Odd(
        page(head=ld({**ARTICLE, "isAccessibleForFree": False}), after="<div class='paywall'>Subscribe to continue reading</div>")
    ),
    "a live blog": Odd(
        html(
            "<main><h1>Pool stays open</h1><div class='updates'>"
            + "".join(ENTRY.format(n=17 - n, line=line) for n, line in enumerate(STORY))
            + "</div></main>",
            "<title>Pool stays open</title>" + ld({"@type": "LiveBlogPosting", "headline": "Pool stays open"}),
        )
    ),
    "a printer's version": Odd(
        html(f"<h1>Pool stays open</h1><p>Printed from town.example</p>{PARAGRAPHS}<script>window.print()</script>"),
        text=TEXT,
    ),
    "an article that is a list": Odd(
        html(
            "<article><h1>Pool stays open</h1><ol>" + "".join(f"<li><p>{line}</p></li>" for line in STORY) + "</ol></article>"
        )
    ),
    "no title at all": Odd(f"<html><body><article>{PARAGRAPHS}</article></body></html>".encode(), title=None),
    "a single line of 400 KB": Odd(page(head=f"<style>{'a{b:c}' * 60_000}</style>").replace(b"\n", b" ")),
    "a very short item": Odd(
        html(f"<article><h1>Pool stays open</h1><p>{STORY[0]}</p><p>{STORY[1]}</p></article>"), text="\n\n".join(STORY[:2])
    ),
    "XHTML with its prolog": Odd(
        b"<?xml version='1.0' encoding='UTF-8'?>\n<html xmlns='http://www.w3.org/1999/xhtml'>" + page().split(b"<html lang='en'>")[1],
        "application/xhtml+xml",
    ),
    "the story in noscript, for want of frames": Odd(
        f"<html><head><title>Pool stays open</title></head><frameset cols='20%,*'><frame src=a><frame src=b><noframes><body><h1>Pool stays open</h1>{PARAGRAPHS}</body></noframes></frameset></html>".encode()
    ),
    "a page without a type": Odd(page(), ""),
    "a page called plain text": Odd(page(), "text/plain"),
    "plain text called a page": Odd(TEXT.encode(), "text/html", title=None),
    "plain text in wrapped lines": Odd("\n".join(wrapped(STORY, 70)).encode(), "text/plain", title=None),
    "a PDF": Odd(pdf([(72, 60, 20, "Pool stays open"), *column(wrapped(STORY), top=100)]), "application/pdf"),
    "a PDF called a page": Odd(pdf([(72, 60, 20, "Pool stays open"), *column(wrapped(STORY), top=100)]), "text/html"),
    "packed, as nearly all are": Odd(gzip.compress(page()), headers={"Content_Encoding": "gzip"}),
    "comments longer than the story": Odd(
        page().replace(
            b"<footer>",
            b"<section id='comments'>" + b"<div class='comment'><p>I have swum there since I was a child, and so have mine, and it was cold.</p></div>" * 60 + b"</section><footer>",
        )
    ),
    "a consent bar and a newsletter box": Odd(
        page(
            "<div class='newsletter-signup'><p>Sign up for our newsletter and never miss a story.</p></div>",
            after="<div id='onetrust-consent'><p>We and our partners store cookies. Accept all</p></div>",
        )
    ),
    "unclosed elements": Odd(html("<h1>Pool stays open</h1><div><p>" + "<p>".join(STORY))),
    "upper-case tags of 1998": Odd(
        f"<HTML><HEAD><TITLE>Pool stays open</TITLE></HEAD><BODY BGCOLOR=WHITE><CENTER><H1>Pool stays open</H1></CENTER>{PARAGRAPHS.replace('p>', 'P>')}</BODY></HTML>".encode()
    ),
}  # fmt: skip
