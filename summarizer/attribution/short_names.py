"""Short forms of the names of bodies: initials in brackets, the last words of a newspaper's name."""

from __future__ import annotations

import re

from summarizer.attribution.names import plain

NAME = r"[A-Z][\w’'-]*"
SMALL = r"(?:of|for|and|the|on|in|de|to)"
INTRODUCED = re.compile(rf"\b({NAME}(?: (?:{SMALL} )*(?:{NAME}|&))+) \(([A-Z]{{2,8}})\)")


def initials_of(text: str) -> dict[str, str]:
    """The full names of the bodies that `text` introduces with their initials: "Grain Trade Board (GTB)"."""
    found: dict[str, set[str]] = {}
    for introduced in INTRODUCED.finditer(text):
        words, short = introduced[1].split(), introduced[2]
        name = next(
            (" ".join(words[at:]) for at in range(len(words)) if are_initials(short, words[at:])), None
        )
        if name is not None:
            found.setdefault(short, set()).add(plain(name))
    return {short: names.pop() for short, names in found.items() if len(names) == 1}


def are_initials(short: str, words: list[str]) -> bool:
    """Whether `short` is made of the first letters of the words with a capital, or of all of them."""
    capitals = "".join(word[0] for word in words if word[0].isupper())
    every = "".join(word[0].upper() for word in words)
    return words[0][0].isupper() and short in (capitals, every)
