"""Pictures of what Nutgraf posts: `python docs/pictures` (needs chromium).

Slack's own Block Kit Builder needs an account; this draws the same blocks in Slack's proportions, so that a
change of the blocks can be looked at.
"""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from handlers.render.message import Message  # noqa: E402  # the checkout is not on the path before
from handlers.render.slack import brief_message, digest_messages  # noqa: E402
from summarizer.article import article_from_html  # noqa: E402
from summarizer.default_model import DEFAULT_MODEL  # noqa: E402
from summarizer.digest import compile_digest  # noqa: E402
from summarizer.model import Brief  # noqa: E402
from summarizer.reader import load_reader  # noqa: E402

PAGES = ROOT / "bot" / "demo_pages"
WIDTH = 760  # pixels: a Slack window with its side bar open
TALLEST = 4000
STYLE = """
body { margin: 0; padding: 18px 22px; background: #fff; color: #1d1c1d; width: 700px;
       font: 15px/1.466 Lato, "Noto Sans", "DejaVu Sans", sans-serif; }
.who { font-weight: 900; } .app { background: #ddd; color: #616061; border-radius: 2px; font-size: 10px;
       font-weight: 700; padding: 1px 3px; margin: 0 6px; } .at { color: #616061; font-size: 12px; }
.section { margin: 8px 0; white-space: pre-wrap; } .context { color: #616061; font-size: 13px; margin: 6px 0; }
a { color: #1264a3; text-decoration: none; } code { color: #c01343; background: #f6f6f6; border: 1px solid #ddd; }
hr { border: 0; border-top: 1px solid #ddd; } .header { font-size: 18px; font-weight: 900; }
"""
MARKUP = re.compile(
    r"<!date\^\d+\^[^|]*\|(?P<date>[^>]*)>|<(?P<url>[^|>]+)\|(?P<label>[^>]*)>|<@(?P<user>\w+)>"
    r"|`(?P<code>[^`\n]+)`|\*(?P<bold>[^*\n]+)\*|(?<!\w)_(?P<italic>[^_\n]+)_(?!\w)"
)


def marked(mrkdwn: str) -> str:
    """Slack's markup as HTML; it comes with its entities."""
    return MARKUP.sub(element, mrkdwn)


def element(found: re.Match[str]) -> str:
    """One piece of markup."""
    kind = found.lastgroup
    if kind == "label":
        return f'<a href="{html.escape(found["url"])}">{marked(found["label"])}</a>'
    tags = {"bold": "b", "italic": "i", "code": "code", "user": "a", "date": "span"}
    words = found[kind or 0]
    return f"<{tags[kind or 'date']}>{words if kind == 'code' else marked(words)}</{tags[kind or 'date']}>"


def section(block: dict[str, Any]) -> str:
    return f'<div class="section">{marked(block["text"]["text"])}</div>'


def context(block: dict[str, Any]) -> str:
    return f'<div class="context">{" ".join(marked(part["text"]) for part in block["elements"])}</div>'


DRAWN: dict[str, Callable[[dict[str, Any]], str]] = {
    "section": section,
    "context": context,
    "header": lambda block: f'<div class="header">{html.escape(block["text"]["text"])}</div>',
    "divider": lambda _: "<hr>",
}


def page(message: Message) -> str:
    """A message as a page."""
    body = "\n".join(DRAWN[block["type"]](block) for block in message.blocks)
    head = '<span class="who">Nutgraf</span><span class="app">APP</span><span class="at">8:00 AM</span>'
    return f'<!doctype html><meta charset="utf-8"><style>{STYLE}</style>{head}{body}'


def draw(message: Message, name: str) -> None:
    """Write one picture, cut to its height."""
    browser = shutil.which("chromium") or sys.exit("chromium is needed to draw the pictures")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "page.html"
        measuring = "<script>document.title = document.documentElement.scrollHeight</script>"
        source.write_text(page(message) + measuring, encoding="utf-8")
        quiet = [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile"]
        dump = [*quiet, f"--window-size={WIDTH},200", "--dump-dom", source.as_uri()]
        dom = subprocess.run(dump, capture_output=True, text=True, check=True).stdout  # noqa: S603  # our own page
        found = re.search(r"<title>(\d+)</title>", dom)
        height = min(int(found[1]) if found else TALLEST, TALLEST)
        target = Path(__file__).parent / f"{name}.png"
        shot = [*quiet, f"--window-size={WIDTH},{height}", f"--screenshot={target}", source.as_uri()]
        subprocess.run(shot, capture_output=True, check=True)  # noqa: S603  # our own page
    print(f"{target.name}: {WIDTH} x {height}")  # noqa: T201  # what was made


def briefs() -> Iterator[Brief]:
    """Briefs of the demo's articles about one event, and another."""
    reader = load_reader(DEFAULT_MODEL)
    for name in (
        "ferry-aldermouth-courier",
        "ferry-capital-standard",
        "ferry-inland-mercury",
        "gas-dispute-meridian-post",
    ):
        path = PAGES / f"{name}.html"
        yield reader.brief([article_from_html(path.read_bytes(), f"https://demo.example/{name}")])


def main() -> None:
    """Draw every picture."""
    made = list(briefs())
    draw(brief_message(made[0], key="picture"), "brief")
    draw(digest_messages(compile_digest(made, date(2026, 3, 12)), key="picture")[0], "digest")


if __name__ == "__main__":
    main()
