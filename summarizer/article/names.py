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
# Degrees behind a comma, or behind a blank where they are common: the name ends before them. "Jr." is a part of it.
DEGREE = re.compile(
    r"(?:,\s*(?:[A-Z][A-Za-z]?\.?\s?){1,3}[A-Z]\.?|\s+(?:M\.?D|Ph\.?\s?D|R\.?N)\.?)(?=\s*(?:[,;|&.]|and\b|$))"
)
# Who looked the story over is named behind the author, and is none.
REVIEWED = re.compile(
    r"[\s.,;|]*\b(?:medically |legally )?(?:reviewed|edited|fact[- ]?checked|checked|updated|approved) by\b.*$",
    re.IGNORECASE,
)
JUNIOR = re.compile(r",\s*((?:Jr|Sr)\.?|I{2,3}|IV)(?=\s*(?:[,;|&]|and\b|$))")
# What tools and menus beside a byline say.
TOOLS = (
    r"(?:e-?mail|share|tweet|print|follow|twitter|facebook|linkedin|instagram|threads|bluesky|whatsapp|comments?|subscribe|save|bio"
    r"|contact|profile|menu|home|close|search|more|about|archive|view|see all)"
)
TOOL_BEHIND = re.compile(rf"(?:\s+{TOOLS})+$", re.IGNORECASE)
TOOL = re.compile(TOOLS, re.IGNORECASE)
# "county reporter Jane Doe": the role stands before the name, in usual case.
ROLE_BEFORE = re.compile(
    r"^(?:and\s+)?(?:[a-z][\w-]*\s+){0,4}(?:reporter|correspondent|editor|writer|columnist|critic|contributor)s?\s+(?=[A-Z])"
)
AND = re.compile(r"^(?:and|with)\s+", re.IGNORECASE)
# A desk that signs in the place of a person.
DESK = re.compile(
    r"(?:[A-Z][\w.’'&-]*\s+){1,3}(?:Staff|Desk|Newsroom|Reporters|Team|View|Editorial Board)(?:\s+Reporters)?"
)
NO_NAME = re.compile(
    r"^(?:\w+ )?by$|@|https?:|www\.|\d|\b(?:staff|reporters?|correspondents?|editors?|editorial|writers?|desk|newsroom|team|admin|contributors?"
    r"|bureau|agency|agencies|news|press|wire|reuters|associated|author|journalist|columnist|chief|photographs?|photos?"
    r"|minutes?|read|updated|published|posted|guest|service|producer|analyst|specialist|digital|online|web|media)\b",
    re.IGNORECASE,
)
NAME = re.compile(r"[^\W\d_][\w.'’ʼ-]*(?:\s+[\w.'’ʼ-]+){0,5}")
LONGEST_NAME = 60
SEPARATOR = r"\s+(?:[|»·•:~/]|[-–—]{1,2}|::)\s+"
AGENCY_OF = signs_of("agencies")
FEWEST_NAME_WORDS = 2  # of an outlet's name, by which it is known
SHORTEST_LABEL = 4  # letters of a domain's name that say whose it is
NOT_SPELT = re.compile(r"[\W_]")  # apostrophes and the like, which no address has
SPELT_IN_LABEL = 0.6  # of the letters of a site's name


def byline_names(text: str | None, outlet: str | None = None) -> tuple[str, ...]:
    """The people in a byline, in order, each once."""
    line = without_degrees(REVIEWED.sub("", BY.sub("", tidy(text or ""))))
    found: list[str] = []
    for part in PARTS.split(line):
        name = name_in(part)
        if outlet and name.lower().endswith(f" {outlet.lower()}"):
            name = name[: -len(outlet)].strip()
        if is_name(name) and not is_of_outlet(name, outlet) and cased(name) not in found:
            found.append(cased(name))
    return tuple(found)


def without_degrees(line: str) -> str:
    """A line without the degrees in it."""
    line = JUNIOR.sub(r" \1", line)
    while (shorter := DEGREE.sub("", line, count=1)) != line:
        line = shorter
    return line


def name_in(part: str) -> str:
    """The words of a part of a byline that may be a name."""
    bare = ROLE_BEFORE.sub("", AND.sub("", BY.sub("", part.strip())))
    name = TOOL_BEHIND.sub("", TRAIL.sub("", bare)).strip(" -–—")
    return name if name.endswith(("Jr.", "Sr.")) else name.strip(" .")


def desk_named(text: str | None) -> str | None:
    """The desk that `text` is the name of: "Our Foreign Staff"."""
    line = BY.sub("", tidy(text or ""))
    return line if DESK.fullmatch(line) else None


def is_of_outlet(name: str, outlet: str | None) -> bool:
    """Whether a "name" is only the outlet's, as where a desk signs: "CBSDetroit" of "CBS Detroit"."""
    own = "".join(words(name))
    return own in "".join(words(outlet or "")) if outlet else False


def is_name(text: str) -> bool:
    """Whether `text` looks like a person's name: letters, no department, no address."""
    if TOOL.fullmatch(text) or not any(len(word.strip(".")) > 1 for word in text.split()):
        return False
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
    return without_short_name(title, outlets)


def without_short_name(title: str, outlets: tuple[str, ...]) -> str:
    """A title without the first words of an outlet's name at its end: "| Harbour Weekly" of "Harbour Weekly Magazine"."""
    *before, last = re.split(rf"(?={SEPARATOR})", title)
    own = words(re.sub(rf"^{SEPARATOR}", "", last))
    is_name = len(own) >= FEWEST_NAME_WORDS and any(words(outlet)[: len(own)] == own for outlet in outlets)
    return "".join(before).strip() if before and is_name else title


def site_in_title(title: str, domain: str) -> str | None:
    """The name of a page's site at the end of a title, as the address spells it: "Harbour Post" of harbourpost.com.

    `domain` is registrable: "harbourpost.com".
    """
    _, *rest = re.split(SEPARATOR, title)
    return rest[-1] if rest and is_spelt(rest[-1], domain) else None


def is_spelt(name: str, domain: str) -> bool:
    """Whether a registrable domain spells the name of a site."""
    label, _, ending = domain.partition(".")
    label = NOT_SPELT.sub("", label)
    if len(label) < SHORTEST_LABEL:
        return False
    own = [NOT_SPELT.sub("", word) for word in words(name.removesuffix(f".{ending}")) if word != "the"]
    letters, spelt = "".join(own), "".join(word for word in own if word in label)
    starts = len(letters) >= SHORTEST_LABEL and own[0] in label
    return label in letters or (starts and len(spelt) >= SPELT_IN_LABEL * len(letters))


def agency_named(text: str | None) -> str | None:
    """The wire agency that `text` is the name of."""
    return AGENCY_OF.get(tidy(text or "").lower().strip(" .()-–—"))
