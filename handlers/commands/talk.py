"""What people say to us without asking for anything that is in the archive: greetings, thanks, a call for help. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from handlers.commands.brief import Help

COMMAND = re.compile(r"^/?brief\b\s*(?=\w|$)", re.IGNORECASE)  # a command that came as a message
TO_US = (
    r"(?:\W+(?:there|all|everyone|everybody|nutgraf|again|a\s+lot|so\s+much|very\s+much|both|man|team))*\W*"
)
HELLO = re.compile(
    r"\W*(?:hi+|hello|hey+|hiya|howdy|yo|greetings|good\s+(?:morning|afternoon|evening|day)|morning)" + TO_US,
    re.IGNORECASE,
)
THANKS = re.compile(
    r"\W*(?:(?:(?:many|ok|okay|great|perfect|nice)\W+)?thanks?|thank\s+you|thx|ty|cheers|ta|great|nice|perfect|ok|okay|cool|got\s+it|good\s+(?:bot|job))"
    + TO_US,
    re.IGNORECASE,
)
HELP = re.compile(
    r"\W*(?:help(?:\s+(?:me|please))*|\?|commands?|usage|(?:what|how)\s+(?:can|do|does)\s+(?:you|it|i|this|nutgraf)"
    r"(?:\s+(?:do|work|use|help|you|this))*|how\s+to\s+use(?:\s+(?:you|this|it))?|who\s+are\s+you|what\s+are\s+you|/digest\b.*|/?brief)\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Talk:
    """Words that ask nothing: a greeting, thanks, or anything else that people say."""

    kind: Literal["hello", "thanks", "other"]


def talk_in(text: str) -> Talk | Help | None:
    """What kind of talk `text` is as a whole; None where it may ask for something. A wave of the hand is a greeting."""
    if HELP.fullmatch(COMMAND.sub("", text) or text):
        return Help()
    if HELLO.fullmatch(text) or not any(map(str.isalnum, text)):
        return Talk("hello")
    return Talk("thanks") if THANKS.fullmatch(text) else None
