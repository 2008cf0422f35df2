"""Which cues count as speech."""

from __future__ import annotations

import re

_SPEECH = frozenset(
    (
        "accord", "accuse", "acknowledge", "add", "admit", "advise", "allege", "announce", "answer",
        "argue", "ask", "assert", "assure", "blast", "boast", "brag", "call", "caution", "charge", "cite",
        "claim", "comment", "complain", "concede", "conclude", "condemn", "confirm", "contend", "continue",
        "counter", "criticize", "declare", "demand", "denounce", "deny", "describe", "disclose", "dismiss",
        "emphasize", "exclaim", "explain", "express", "indicate", "insist", "joke", "lament", "maintain",
        "mention", "note", "observe", "pledge", "point", "post", "praise", "predict", "proclaim", "promise",
        "quip", "quote", "read", "recall", "reiterate", "remark", "repeat", "reply", "report", "respond",
        "retort", "reveal", "say", "shoot", "slam", "speak", "state", "stress", "suggest", "talk", "tell",
        "testify", "tweet", "urge", "voice", "vow", "warn", "write"
    )
)  # fmt: skip
_IRREGULAR = {
    "said": "say", "saying": "say", "shot": "shoot", "spoke": "speak", "spoken": "speak",
    "told": "tell", "written": "write", "wrote": "write",
}  # fmt: skip
_ENDINGS = (
    ("ies", "y"), ("es", ""), ("es", "e"), ("s", ""),
    ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"),
)  # fmt: skip


def is_speech(cue: str) -> bool:
    """Does the cue say that something was said or written, rather than thought, planned or hoped?

    A cue without a word does: the colon of a transcript, the dash before a name.
    """
    words = re.findall(r"[A-Za-z]+", cue)
    return not words or any(_lemmas(word.lower()) & _SPEECH for word in words)


def _lemmas(word: str) -> set[str]:
    if word in _IRREGULAR:
        return {_IRREGULAR[word]}
    lemmas = {word}
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            base = word.removesuffix(ending) + instead
            lemmas.add(base)
            if base[-1:] == base[-2:-1]:  # "quipped"
                lemmas.add(base[:-1])
    return lemmas
