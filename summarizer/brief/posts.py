"""Embedded posts as statements by the owners of their accounts."""

from __future__ import annotations

import re

from summarizer.brief.bounds import paired
from summarizer.brief.shown import ELLIPSIS, tidy
from summarizer.model import Article, Bullet, Credit, Evidence, Post
from summarizer.text.marks import has_double_marks
from summarizer.text.sentence_bounds import find_sentences

LINKS = re.compile(r"\s*(?:https?://\S+|(?:pic\.twitter\.com|t\.co|bit\.ly)/\S+)")
NOT_LATIN = re.compile(r"[^\W\d_]")


def post_bullet(article: Article, post: Post) -> Bullet | None:
    """The post as a bullet; None when it holds no words or belongs to nobody."""
    owner = clean_name(post.name) or post.handle
    words = post_text(post.span.of(article.text))
    if not owner or not words:
        return None
    label = ", ".join(part for part in (post.handle or owner, post.date) if part)
    evidence = (Evidence(article.url, post.span),)
    return Bullet(Credit(owner), None, "direct", words, evidence, post=label)


def clean_name(name: str | None) -> str | None:
    """An account's display name without signs, handle and the same name in another script."""
    if not name:
        return None
    parts = [re.sub(r"\(?@\w+\)?", "", part) for part in re.split(r"\s*[/|•·]\s*", name)]
    parts = [re.sub(r"[^\w\s.'’&-]", "", part).strip(" -") for part in parts]
    parts = [part for part in parts if re.search(r"\w", part)]
    return next((part for part in parts if is_latin(part)), parts[0] if parts else None)


def is_latin(part: str) -> bool:
    return all(char < "\u0250" for char in NOT_LATIN.findall(part))


def post_text(words: str) -> str:
    """The post's words without links; what the platform cut off in mid-sentence is left out and marked."""
    plain = paired(tidy(LINKS.sub("", words)))
    sentences = [span.of(plain) for span in find_sentences(plain)]
    if len(sentences) > 1 and plain.endswith("…"):
        plain = " ".join(sentences[:-1]) + ELLIPSIS
    return quoted(plain)


def quoted(words: str) -> str:
    """The words in quotation marks, unless they hold some of their own; the sign of a cut stays outside."""
    if not words or has_double_marks(words):
        return words
    body = words.removesuffix(ELLIPSIS)
    return f"“{body}”" + words[len(body) :]
