"""Pictures of what Nutgraf shows in Slack: `python docs/pictures` (needs chromium).

Slack's own Block Kit Builder needs an account; this draws the same blocks in Slack's proportions, so that a
change of the blocks can be looked at.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))

from docs.pictures.blockkit import message_page  # noqa: E402  # the checkout is not on the path before
from docs.pictures.shooting import shoot  # noqa: E402
from handlers.render.slack import brief_message, digest_messages  # noqa: E402
from handlers.render.timeline_picture import timeline_picture  # noqa: E402
from summarizer.article import article_from_html  # noqa: E402
from summarizer.default_model import DEFAULT_MODEL  # noqa: E402
from summarizer.digest import compile_digest  # noqa: E402
from summarizer.model import Brief  # noqa: E402
from summarizer.reader import load_reader  # noqa: E402
from tests.corpus.day import day_briefs  # noqa: E402

PAGES = ROOT / "bot" / "demo_pages"


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
    digest = digest_messages(compile_digest(made, date(2026, 3, 12)), key="picture")
    shoot(message_page(brief_message(made[0], key="picture").blocks), HERE / "brief.png")
    shoot(message_page(digest[0].blocks), HERE / "digest.png")
    flood = next(story for story in compile_digest(day_briefs(5), date(2026, 5, 6)).stories if story.timeline)
    (HERE / "timeline.png").write_bytes(timeline_picture(flood.timeline).png)


if __name__ == "__main__":
    main()
