"""Words from an article made safe to stand in a Slack message or on a terminal.

Slack escapes only & < >. It has no escape for its formatting characters, and a zero-width character
beside one leaves it to each client whether it still formats. So the few that could format are
replaced by a character that looks the same; inside a word (`@some_name`) they are harmless and stay.
"""

from __future__ import annotations

import re
from urllib.parse import quote

LOOK_ALIKES = str.maketrans(
    {
        "*": "\N{ASTERISK OPERATOR}",
        "_": "\N{MODIFIER LETTER LOW MACRON}",
        "~": "\N{TILDE OPERATOR}",
        "`": "\N{MODIFIER LETTER GRAVE ACCENT}",
    }
)

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
# Invisible characters, among them those that turn the writing direction of all that follows.
INVISIBLE = re.compile(r"[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
HALF_CHARACTER = re.compile(r"[\ud800-\udfff]")

# A marker formats when it opens: nothing of a word before it, something other than space after it.
OPENING = re.compile(r"(?<!\w)[*_~`]+(?=\S)|(?<=_)[*~`]+(?=\S)|`")
EMOJI = re.compile(r":(?=(?!\d\d:)[\w+'-]+:)")  # but not in 10:30:45
QUOTE_MARK = re.compile(r"^>")

URL_SAFE = "%/:?#[]@!$&'(),;=~-._+"
LONGEST_URL = 700  # characters; three of them still fit into one section beside their words


def plain(text: str) -> str:
    """One line without control characters, direction marks and runs of space."""
    if not text.isprintable():  # nothing printable is looked for, and most words are
        text = HALF_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", INVISIBLE.sub("", text))
        text = CONTROL.sub(" ", text)
    return " ".join(text.split())


def mrkdwn(text: str) -> str:
    """Words for running mrkdwn: they cannot ping, link, format, quote or become an emoji."""
    text = OPENING.sub(lambda found: found[0].translate(LOOK_ALIKES), plain(text))
    return entities(
        EMOJI.sub("\N{RATIO}", QUOTE_MARK.sub("\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}", text))
    )


def enclosed(text: str) -> str:
    """Words that stand between our own marks, where any formatting character could close them."""
    return mrkdwn(plain(text).translate(LOOK_ALIKES))


def entities(text: str) -> str:
    """Only the three characters that Slack wants escaped: for sentences of our own."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def bold(escaped: str) -> str:
    """`escaped` (from `enclosed` or `link`) in bold; nothing stays nothing."""
    return f"*{escaped}*" if escaped else ""


def link(url: str, label: str) -> str:
    """`label` (from `enclosed`) linked to `url`, or alone where Slack could not link it."""
    address = link_address(url)
    return f"<{address}|{label or address}>" if address else label


def link_address(url: str) -> str:
    """`url` as it may stand in a Slack link; "" for one that is no web address or is too long."""
    if not url.lower().startswith(("http://", "https://")):
        return ""
    address = entities(quote(url.strip(), safe=URL_SAFE, errors="replace"))
    return address if len(address) <= LONGEST_URL else ""
