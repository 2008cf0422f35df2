"""What a person types, as Slack sends it: links in angle brackets, and a rich_text block beside the text."""

from __future__ import annotations

import html
import re

from tests.fakes.slack.model import Json

_TOKEN = re.compile(r"<(?P<angle>[^<>\n]+)>|`(?P<code>[^`\n]+)`")
_BARE_URL = re.compile(r"(?<![<|])\bhttps?://[^\s<>|`]+[^\s<>|`.,;:!?)\]'\"]")
_BARE_AMPERSAND = re.compile(r"&(?!amp;|lt;|gt;)")
_FENCE = re.compile(r"```(.*?)```", re.DOTALL)
_QUOTE = "&gt;"


def slack_text(typed: str) -> str:
    """The text as Slack stores it: bare addresses bracketed, ampersands escaped; Slack's own form stays."""
    pieces = re.split(r"(<[^<>\n]+>)", _BARE_AMPERSAND.sub("&amp;", typed))
    return "".join(p if p.startswith("<") else _BARE_URL.sub(r"<\g<0>>", p) for p in pieces)


def rich_text_block(text: str, block_id: str) -> Json:
    """The block that Slack puts beside a person's message; `text` is in Slack's form."""
    elements: list[Json] = []
    for index, piece in enumerate(_FENCE.split(text)):
        if index % 2:
            elements.append(
                {"type": "rich_text_preformatted", "elements": _inline(piece.strip("\n")), "border": 0}
            )
        elif piece:
            elements.extend(_paragraphs(piece))
    return {"type": "rich_text", "block_id": block_id, "elements": elements}


def _paragraphs(piece: str) -> list[Json]:
    """Runs of quoted and plain lines, each run one element."""
    runs: list[tuple[bool, list[str]]] = []
    for line in piece.split("\n"):
        quoted = line.startswith(_QUOTE)
        if not runs or runs[-1][0] != quoted:
            runs.append((quoted, []))
        runs[-1][1].append(line[len(_QUOTE) :].lstrip() if quoted else line)
    return [
        {"type": "rich_text_quote" if quoted else "rich_text_section", "elements": _inline("\n".join(lines))}
        for quoted, lines in runs
    ]


def _inline(text: str) -> list[Json]:
    elements: list[Json] = []
    position = 0
    for match in _TOKEN.finditer(text):
        elements += _plain(text[position : match.start()])
        elements += _angle(match["angle"]) if match["angle"] else _code(match["code"])
        position = match.end()
    return elements + _plain(text[position:])


def _plain(text: str) -> list[Json]:
    return [{"type": "text", "text": html.unescape(text)}] if text else []


def _code(text: str) -> list[Json]:
    return [element | {"style": {"code": True}} for element in _inline(text)]


def _angle(inner: str) -> list[Json]:
    target, _, label = inner.partition("|")
    if target.startswith("@"):
        return [{"type": "user", "user_id": target[1:]}]
    if target.startswith("#"):
        return [{"type": "channel", "channel_id": target[1:]}]
    if target.startswith("!"):
        return [{"type": "broadcast", "range": target[1:]}]
    link: Json = {"type": "link", "url": html.unescape(target)}
    return [link | {"text": html.unescape(label)}] if label else [link]
