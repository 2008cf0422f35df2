"""Short forms of the names of bodies: their initials, the last words of a newspaper's name."""

from __future__ import annotations

import re

from summarizer.attribution.names import plain

NAME = r"[A-Z][\w’'-]*"
SMALL = r"(?:of|for|and|the|on|in|de|to)"
FEWEST_INITIALS = 3  # of a name that the text nowhere gives them behind: two letters are those of many
INTRODUCED = re.compile(rf"\b({NAME}(?: (?:{SMALL} )*(?:{NAME}|&))+) \(([A-Z]{{2,8}})\)")


def initials_of(text: str) -> dict[str, str]:
    """The full names of the bodies that `text` introduces with their initials: "Grain Trade Board (GTB)".

    Initials that two bodies share stand for themselves.
    """
    found: dict[str, set[str]] = {}
    for introduced in INTRODUCED.finditer(text):
        words, short = introduced[1].split(), introduced[2]
        name = next(
            (" ".join(words[at:]) for at in range(len(words)) if are_initials(short, words[at:])), None
        )
        if name is not None:
            found.setdefault(short, set()).add(plain(name))
    return {short: names.pop() if len(names) == 1 else short for short, names in found.items()}


def are_initials(short: str, words: list[str]) -> bool:
    """Whether `short` is made of the first letters of the words with a capital, or of all of them."""
    capitals = "".join(word[0] for word in words if word[0].isupper())
    every = "".join(word[0].upper() for word in words)
    return words[0][0].isupper() and short in (capitals, every)


def is_short_for(short: str, name: str) -> bool:
    """Whether `short` can be nothing but the initials of a name of several words."""
    words = name.split()
    is_long = len(words) >= FEWEST_INITIALS and len(short) >= FEWEST_INITIALS
    return is_long and short.isupper() and are_initials(short, words)
