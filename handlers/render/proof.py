"""Links that open an article at the proof: URL text fragments.

`https://outlet.example/story#:~:text=first%20words,last%20words` makes a browser scroll to the passage
and mark it (WICG Scroll To Text Fragment). A browser takes the first place where the first words stand
and the nearest last words after it, matches whole words, and wants the first words inside one block.
A browser that knows no text fragments opens the article at its top.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from handlers.render.wording import outlet_of
from summarizer.model import Article, Digest, Evidence, Span

WHOLE = 6  # words; a shorter passage is named whole
ENDS = 3  # words at each end of a longer one, more while they are ambiguous
MOST_WORDS = 12  # at each end: a passage that is still ambiguous is left to the browser's first match
MOST_AROUND = 6  # words after a short passage, and half as many before it
LONGEST_FRAGMENT = 300  # characters, percent-encoded

WORD = re.compile(r"\w(?:[^\s]*\w)?")
PARAGRAPH_BREAK = re.compile(r"\n\s*\n|\n")


@dataclass(frozen=True, slots=True)
class Pages:
    """What is known of the pages that evidence points into, by address: their texts and outlets."""

    texts: Mapping[str, str]
    outlets: Mapping[str, str]


NO_PAGES = Pages({}, {})


def pages_of(articles: Iterable[Article]) -> Pages:
    """`articles` by each address that evidence may give."""
    by_address = {
        address: article for article in articles for address in (article.canonical_url, article.url)
    }
    return Pages(
        {address: article.text for address, article in by_address.items()},
        {address: outlet_of(article) for address, article in by_address.items()},
    )


def pages_of_digest(digest: Digest, texts: Mapping[str, str]) -> Pages:
    """The pages of a digest, which knows its outlets; `texts` comes from whoever keeps the articles."""
    stories = (*digest.stories, *digest.briefly)
    return Pages(texts, {link.url: link.outlet for story in stories for link in story.outlets})


def proof_url(evidence: Evidence, pages: Pages, words: str = "") -> str:
    """The address of `evidence`, at its passage.

    Where the text is not at hand, `words` (what the line itself says) are looked for. Only web
    addresses get a fragment.
    """
    if not evidence.url.lower().startswith(("http://", "https://")):
        return evidence.url
    text = pages.texts.get(evidence.url)
    if text is not None:
        return with_fragment(evidence.url, text_fragment(text, evidence.span))
    if len(words.split()) < ENDS:  # too few to mean one place
        return with_fragment(evidence.url, "")
    return with_fragment(evidence.url, text_fragment(words, Span(0, len(words))))


def with_fragment(url: str, directive: str) -> str:
    """`url` with the fragment directive behind whatever fragment it has."""
    url = url.partition(":~:")[0]
    if not directive:
        return url.removesuffix("#")
    return f"{url}{'' if '#' in url else '#'}:~:text={directive}"


def text_fragment(text: str, span: Span) -> str:
    """textStart[,textEnd] for `text[span]`, percent-encoded; "" when it holds no words or too long ones.

    A passage of few words that stands on the page before is named with the words around it.
    """
    words = [
        Span(span.start + found.start(), span.start + found.end()) for found in WORD.finditer(span.of(text))
    ]
    if not words:
        return ""
    whole = Span(words[0].start, words[-1].end)
    is_short = len(words) <= WHOLE and not PARAGRAPH_BREAK.search(whole.of(text))
    directive = encode(_widened(text, whole).of(text)) if is_short else _ends(text, words)
    return directive if len(directive) <= LONGEST_FRAGMENT else ""


def _widened(text: str, passage: Span) -> Span:
    """`passage`, with words after and before it in its block until it is the first of its kind."""
    start, end = _block_around(text, passage)
    after = [passage.end + found.end() for found in WORD.finditer(text[passage.end : end])]
    before = [start + found.start() for found in WORD.finditer(text[start : passage.start])]
    for step in range(MOST_AROUND + 1):
        right = after[min(step, len(after)) - 1] if step and after else passage.end
        left = before[-min(step // 2, len(before))] if step > 1 and before else passage.start
        if is_first(text, Span(left, right)):
            return Span(left, right)
    return passage


def _block_around(text: str, passage: Span) -> tuple[int, int]:
    """Where the block that holds `passage` begins and ends."""
    end = text.find("\n", passage.end)
    return text.rfind("\n", 0, passage.start) + 1, len(text) if end < 0 else end


def _ends(text: str, words: list[Span]) -> str:
    """First and last words, as many as it takes to mean this passage."""
    first = _grown(words, text, lambda span: is_first(text, span))
    tail = [word for word in words if word.start >= first.end]
    if not tail:
        return encode(first.of(text))
    last = _grown(tail, text, lambda span: is_first(text, span, after=first.end), last=True)
    return f"{encode(first.of(text))},{encode(last.of(text))}"


def _grown(words: list[Span], text: str, is_meant: Callable[[Span], bool], *, last: bool = False) -> Span:
    """The first (or last) few of `words`, grown inside their block until `is_meant`."""
    words = _one_block(words, text, last=last)
    most = min(MOST_WORDS, len(words))
    for count in range(min(ENDS, most), most + 1):
        span = _reach(words, count, last=last)
        if is_meant(span):
            return span
    return _reach(words, min(ENDS, most), last=last)


def _reach(words: list[Span], count: int, *, last: bool) -> Span:
    part = words[-count:] if last else words[:count]
    return Span(part[0].start, part[-1].end)


def _one_block(words: list[Span], text: str, *, last: bool) -> list[Span]:
    """The words that stand in the same block as the first (or last) one."""
    if last:
        return [word for word in words if not PARAGRAPH_BREAK.search(text[word.end : words[-1].start])]
    return [word for word in words if not PARAGRAPH_BREAK.search(text[words[0].end : word.start])]


def is_first(text: str, span: Span, *, after: int = 0) -> bool:
    """Whether a browser that looks for the words of `span` finds them there first (from `after` on)."""
    pattern = re.compile(rf"(?<!\w){re.escape(span.of(text))}(?!\w)", re.IGNORECASE)
    found = pattern.search(text, after)
    return found is not None and found.start() == span.start


def encode(passage: str) -> str:
    """Percent-encoded for a text directive, in which , & and - have a meaning."""
    return quote(" ".join(passage.split()), safe="", errors="replace").replace("-", "%2D")
