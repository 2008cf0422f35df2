"""Bylines to names, titles without their outlet, agencies."""

from __future__ import annotations

import re

from summarizer.article.paragraphs import tidy
from summarizer.text.lexicon import signs_of
from summarizer.text.words import words

BY = re.compile(
    r"^(?:(?:written|words|reporting|story|text|posted|report|analysis|interview)\s+)?by:?\s+", re.IGNORECASE
)
PARTS = re.compile(r"\s*(?:,|;|\||·|•|/|\n|\s&\s|\sand\s|\swith\s)\s*", re.IGNORECASE)
# What stands after the name in a byline: "Jane Doe in Kyiv", "Jane Doe for the Courier", "Jane Doe - Staff writer".
TRAIL = re.compile(
    r"\s+(?:in|for|at|from|of|on|is|updated|published|posted)\s+.*$|\s+[-–—(].*$", re.IGNORECASE
)
NO_NAME = re.compile(
    r"^by$|@|https?:|www\.|\d|\b(?:staff|reporters?|correspondents?|editors?|editorial|writers?|desk|newsroom|team|admin|contributors?"
    r"|bureau|agency|agencies|news|press|wire|reuters|associated|author|journalist|columnist|chief|photographs?|photos?"
    r"|minutes?|read|updated|published|posted|guest|service|producer|analyst|specialist|digital|online|web|media)\b",
    re.IGNORECASE,
)
NAME = re.compile(r"[^\W\d_][\w.'’ʼ-]*(?:\s+[\w.'’ʼ-]+){0,5}")
LONGEST_NAME = 60
SEPARATOR = r"\s+(?:[|»·•:~/]|[-–—]{1,2}|::)\s+"
AGENCY_OF = signs_of("agencies")


def byline_names(text: str | None, outlet: str | None = None) -> tuple[str, ...]:
    """The people in a byline, in order, each once."""
    line = BY.sub("", tidy(text or ""))
    found: list[str] = []
    for part in PARTS.split(line):
        name = TRAIL.sub("", BY.sub("", part.strip())).strip(" .-–—")
        if is_name(name) and not is_of_outlet(name, outlet) and cased(name) not in found:
            found.append(cased(name))
    return tuple(found)


def is_of_outlet(name: str, outlet: str | None) -> bool:
    """Whether a "name" is only the outlet's, as where a desk signs: "CBSDetroit" of "CBS Detroit"."""
    own = "".join(words(name))
    return own in "".join(words(outlet or "")) if outlet else False


def is_name(text: str) -> bool:
    """Whether `text` looks like a person's name: letters, no department, no address."""
    if not text or len(text) > LONGEST_NAME or NO_NAME.search(text) or text.lower() in AGENCY_OF:
        return False
    if not NAME.fullmatch(text):
        return False
    # One lower-case word is a log-in name.
    return text[0].isupper() or not text.isascii() or " " in text


def cased(name: str) -> str:
    """A name set in capitals, in usual case."""
    return name.title() if name.isupper() and " " in name else name


def without_outlet(title: str, outlets: tuple[str, ...]) -> str:
    """A title without "| Outlet", "- Outlet" or "Outlet: " around it."""
    for outlet in outlets:
        if not outlet:
            continue
        name = re.escape(outlet)
        for pattern in (
            rf"{SEPARATOR}(?:the\s+)?{name}(?:{SEPARATOR}.*)?$",
            rf"^(?:the\s+)?{name}\s*(?:[|:»-–—])\s+",
        ):
            shorter = re.sub(pattern, "", title, flags=re.IGNORECASE).strip()
            if shorter and shorter != title:
                title = shorter
    return title


def agency_named(text: str | None) -> str | None:
    """The wire agency that `text` is the name of."""
    return AGENCY_OF.get(tidy(text or "").lower().strip(" .()-–—"))
