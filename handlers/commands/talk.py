"""What people say to us without asking for anything that is in the archive: greetings, thanks, a call for help. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from handlers.commands.brief import Help
from summarizer.text.lexicon import signs_of

COMMAND = re.compile(r"^/?brief\b\s*(?=\w|$)", re.IGNORECASE)  # a command that came as a message
OTHER_COMMAND = "/digest"  # one that Slack takes alone
WORD = re.compile(r"[\w’']+|\?")
TO_US = frozenset("there all everyone everybody nutgraf again a lot so very much both team ?".split())


@dataclass(frozen=True, slots=True)
class Talk:
    """Words that ask nothing: a greeting, thanks, or anything else that people say."""

    kind: Literal["hello", "thanks", "other"]


def talk_in(text: str) -> Talk | Help | None:
    """What kind of talk `text` is as a whole; None where it may ask for something. A wave of the hand is a greeting."""
    words = WORD.findall((COMMAND.sub("", text) or text).casefold())
    kinds = signs_of("small_talk")
    while len(words) > 1 and words[-1] in TO_US and " ".join(words) not in kinds:
        words.pop()
    kind = kinds.get(" ".join(words))
    if kind == "help" or text.casefold().startswith(OTHER_COMMAND):
        return Help()
    if kind == "hello" or not words:
        return Talk("hello")
    return Talk("thanks") if kind == "thanks" else None
