"""Block Kit as HTML in Slack's proportions: messages, modals and App Home."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

Json = Mapping[str, Any]

STYLE = """
* { box-sizing: border-box; }
body { margin: 0; padding: 18px 22px; background: #fff; color: #1d1c1d; width: 700px;
       font: 15px/1.466 Lato, "Noto Sans", "DejaVu Sans", "Noto Color Emoji", sans-serif; }
body.dim { background: #8d8d8f; padding: 26px; width: 572px; }
a { color: #1264a3; text-decoration: none; }
code { color: #c01343; background: #f6f6f6; border: 1px solid #ddd; border-radius: 3px; padding: 1px 3px; font-size: 12px; }
pre { background: #f8f8f8; border: 1px solid #ddd; border-radius: 4px; padding: 8px; font-size: 12px; white-space: pre-wrap; }
hr { border: 0; border-top: 1px solid #ddd; margin: 12px 0; }
blockquote { border-left: 4px solid #ddd; margin: 0; padding-left: 12px; }
.message { display: flex; gap: 10px; } .message > .body { flex: 1; min-width: 0; }
.face { width: 36px; height: 36px; border-radius: 6px; background: #1d3557; color: #fff; font: 700 20px/36px Georgia, serif;
        text-align: center; }
.who { font-weight: 900; } .app { background: #ddd; color: #616061; border-radius: 2px; font-size: 10px;
       font-weight: 700; padding: 1px 3px; margin: 0 6px; } .at { color: #616061; font-size: 12px; }
.section { margin: 8px 0; display: flex; gap: 16px; align-items: flex-start; } .section > .text { flex: 1; white-space: pre-wrap; }
.fields { display: grid; grid-template-columns: 1fr 1fr; gap: 8px 16px; white-space: pre-wrap; flex: 1; }
.context { color: #616061; font-size: 13px; margin: 6px 0; } .header { font-size: 18px; font-weight: 900; margin: 10px 0 6px; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; margin: 10px 0; }
.button { border: 1px solid #bbb; border-radius: 4px; padding: 4px 12px; font-weight: 700; font-size: 13px; background: #fff; }
.primary { background: #007a5a; border-color: #007a5a; color: #fff; } .danger { border-color: #e01e5a; color: #e01e5a; }
.select { border: 1px solid #bbb; border-radius: 4px; padding: 4px 10px; font-size: 14px; min-width: 180px; color: #1d1c1d; }
.select::after { content: "▾"; float: right; color: #616061; margin-left: 10px; } .empty { color: #868686; }
.input { margin: 14px 0; } .label { font-weight: 700; margin-bottom: 4px; } .hint { color: #616061; font-size: 13px; margin-top: 4px; }
.field { border: 1px solid #868686; border-radius: 4px; padding: 6px 12px; min-height: 34px; width: 100%; white-space: pre-wrap; }
.tall { min-height: 90px; } .option { margin: 4px 0; } .mark { color: #616061; margin-right: 6px; }
.image img { max-width: 100%; border-radius: 8px; }
.modal { background: #fff; border-radius: 10px; box-shadow: 0 6px 24px #0006; width: 520px; }
.bar { display: flex; align-items: center; padding: 16px 22px; border-bottom: 1px solid #ddd; font-weight: 900; font-size: 20px; }
.bar .x { margin-left: auto; color: #616061; font-weight: 400; } .modal > .body { padding: 6px 22px 12px; }
.foot { display: flex; justify-content: flex-end; gap: 10px; padding: 14px 22px; border-top: 1px solid #ddd; }
"""
MARKUP = re.compile(
    r"<!date\^\d+\^[^|]*\|(?P<date>[^>]*)>|<(?P<url>https?:[^|>]+)(?:\|(?P<label>[^>]*))?>|<@(?P<user>\w+)>"
    r"|<#(?P<channel>\w+)(?:\|[^>]*)?>|```(?P<pre>.+?)```|`(?P<code>[^`\n]+)`|(?<!\w)\*(?P<bold>[^*\n]+)\*(?!\w)"
    r"|(?<!\w)_(?P<italic>[^_\n]+)_(?!\w)|(?<!\w)~(?P<strike>[^~\n]+)~(?!\w)|:(?P<emoji>[a-z_]+):",
    re.DOTALL,
)
TAGS = {"bold": "b", "italic": "i", "strike": "s", "code": "code", "pre": "pre", "date": "span"}
EMOJI = {"newspaper": "📰", "eyes": "👀", "white_check_mark": "✅", "warning": "⚠️", "mag": "🔍", "gear": "⚙️"}


def message_page(blocks: Sequence[Json], at: str = "8:00 AM") -> str:
    """A message of the bot's."""
    head = f'<span class="who">Nutgraf</span><span class="app">APP</span><span class="at">{at}</span>'
    return page(
        f'<div class="message"><div class="face">N</div><div class="body">{head}{drawn(blocks)}</div></div>'
    )


def view_page(view: Json) -> str:
    """A modal over the dimmed window, or App Home."""
    if view["type"] == "home":
        return page(drawn(view["blocks"]))
    bar = f'<div class="bar">{text(view["title"])}<span class="x">✕</span></div>'
    closing = f'<span class="button">{text(view.get("close") or {"text": "Cancel"})}</span>'
    sending = f'<span class="button primary">{text(view["submit"])}</span>' if view.get("submit") else ""
    foot = f'<div class="foot">{closing}{sending}</div>'
    return page(f'<div class="modal">{bar}<div class="body">{drawn(view["blocks"])}</div>{foot}</div>', "dim")


def page(body: str, kind: str = "") -> str:
    return f'<!doctype html><meta charset="utf-8"><style>{STYLE}</style><body class="{kind}">{body}'


def drawn(blocks: Sequence[Json]) -> str:
    """Blocks in their order."""
    return "\n".join(BLOCKS[block["type"]](block) for block in blocks)


def text(composed: Json) -> str:
    """A text object: plain, or in Slack's markup, which comes with its entities."""
    if composed.get("type") == "mrkdwn":
        return marked(composed["text"])
    return html.escape(composed["text"])


def marked(mrkdwn: str) -> str:
    """Slack's markup as HTML."""
    return MARKUP.sub(piece, mrkdwn)


def piece(found: re.Match[str]) -> str:
    """One piece of markup."""
    if found["url"]:
        return f'<a href="{html.escape(found["url"])}">{marked(found["label"] or found["url"])}</a>'
    if found["user"] or found["channel"]:
        return f"<a>{'@Ana' if found['user'] else '#world-desk'}</a>"
    if found["emoji"]:
        return EMOJI.get(found["emoji"], found[0])
    kind = found.lastgroup or "date"
    words = found[kind]
    return f"<{TAGS[kind]}>{words if kind in ('code', 'pre') else marked(words)}</{TAGS[kind]}>"


def section(block: Json) -> str:
    shown = f'<div class="text">{text(block["text"])}</div>' if block.get("text") else ""
    fields = "".join(f"<div>{text(field)}</div>" for field in block.get("fields", ()))
    beside = element(block["accessory"]) if block.get("accessory") else ""
    return (
        f'<div class="section">{shown}{f"<div class=fields>{fields}</div>" if fields else ""}{beside}</div>'
    )


def context(block: Json) -> str:
    return (
        f'<div class="context">{" ".join(text(part) for part in block["elements"] if "text" in part)}</div>'
    )


def actions(block: Json) -> str:
    return f'<div class="actions">{"".join(map(element, block["elements"]))}</div>'


def entry(block: Json) -> str:
    """An input with its label."""
    optional = ' <span class="empty">(optional)</span>' if block.get("optional") else ""
    hint = f'<div class="hint">{text(block["hint"])}</div>' if block.get("hint") else ""
    return f'<div class="input"><div class="label">{text(block["label"])}{optional}</div>{element(block["element"])}{hint}</div>'


def image(block: Json) -> str:
    return f'<div class="image"><img src="{html.escape(block.get("image_url", ""))}" alt="{html.escape(block["alt_text"])}"></div>'


def rich(block: Json) -> str:
    """Formatted text: each part's runs of words, preformatted ones as such."""
    parts = []
    for part in block["elements"]:
        words = "".join(
            html.escape(run.get("text") or run.get("url", "")) for run in part.get("elements", ())
        )
        tag = "pre" if part["type"] == "rich_text_preformatted" else "div"
        parts.append(f"<{tag}>{words}</{tag}>")
    return f'<div class="section"><div class="text">{"".join(parts)}</div></div>'


BLOCKS: dict[str, Callable[[Json], str]] = {
    "section": section,
    "context": context,
    "actions": actions,
    "input": entry,
    "image": image,
    "rich_text": rich,
    "header": lambda block: f'<div class="header">{text(block["text"])}</div>',
    "divider": lambda _: "<hr>",
}


def element(one: Json) -> str:
    """A button, menu or field."""
    return ELEMENTS.get(one["type"], select)(one)


def button(one: Json) -> str:
    return f'<span class="button {one.get("style", "")}">{text(one["text"])}</span>'


def select(one: Json) -> str:
    """A menu, with what is chosen or its invitation to choose."""
    chosen = one.get("initial_option") or {}
    shown = text(chosen["text"]) if chosen else ""
    shown = shown or html.escape(str(one.get("initial_time") or one.get("initial_date") or ""))
    inviting = text(one["placeholder"]) if one.get("placeholder") else "Choose…"
    return f'<div class="select">{shown or f"<span class=empty>{inviting}</span>"}</div>'


def field(one: Json) -> str:
    """A text field."""
    written = html.escape(one.get("initial_value") or "")
    inviting = text(one["placeholder"]) if one.get("placeholder") else ""
    tall = " tall" if one.get("multiline") else ""
    return f'<div class="field{tall}">{written or f"<span class=empty>{inviting}</span>"}</div>'


def options(one: Json) -> str:
    """Check boxes or radio buttons."""
    marks = ("◉", "○") if one["type"] == "radio_buttons" else ("☑", "☐")
    chosen = [one["initial_option"]] if one.get("initial_option") else list(one.get("initial_options", ()))
    lines = []
    for option in one["options"]:
        below = f'<div class="hint">{text(option["description"])}</div>' if option.get("description") else ""
        mark = marks[0] if option in chosen else marks[1]
        lines.append(
            f'<div class="option"><span class="mark">{mark}</span>{text(option["text"])}{below}</div>'
        )
    return "".join(lines)


ELEMENTS: dict[str, Callable[[Json], str]] = {
    "button": button,
    "overflow": lambda _: '<span class="button">⋯</span>',
    "plain_text_input": field,
    "url_text_input": field,
    "number_input": field,
    "checkboxes": options,
    "radio_buttons": options,
}
