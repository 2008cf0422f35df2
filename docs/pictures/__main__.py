"""Pictures of what Nutgraf shows in Slack: `python docs/pictures` (needs chromium).

Slack's own Block Kit Builder needs an account; this draws the same blocks in Slack's proportions, so that a
change of the blocks can be looked at.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))

from docs.pictures.blockkit import message_page, view_page  # noqa: E402  # the checkout is not on the path before
from docs.pictures.shooting import shoot  # noqa: E402
from handlers.commands.channel_form import ChannelForm  # noqa: E402
from handlers.domain.channels import ChannelApp, ChannelSetting  # noqa: E402
from handlers.domain.corrected import marks_of  # noqa: E402
from handlers.domain.due import WEEKDAYS, DigestSetting  # noqa: E402
from handlers.domain.lookups import FoundQuotation, FoundStatement, Look, Origin  # noqa: E402
from handlers.domain.message import Message, View  # noqa: E402
from handlers.domain.quotations import check  # noqa: E402
from handlers.render.slack import brief_message, digest_messages, problems_message  # noqa: E402
from handlers.render.slack_briefing import link_view  # noqa: E402
from handlers.render.slack_evidence import evidence_view  # noqa: E402
from handlers.render.slack_feedback import reason_view  # noqa: E402
from handlers.render.slack_found import found_message  # noqa: E402
from handlers.render.slack_home import Home, home_blocks  # noqa: E402
from handlers.render.slack_notices import greeting_message  # noqa: E402
from handlers.render.slack_settings import settings_view, welcome_message  # noqa: E402
from handlers.render.slack_sources import form_view  # noqa: E402
from handlers.render.slack_steering import article_choice, split_view  # noqa: E402
from handlers.render.slack_views import statements_view  # noqa: E402
from summarizer.article import article_from_html  # noqa: E402
from summarizer.default_model import DEFAULT_MODEL  # noqa: E402
from summarizer.digest import compile_digest  # noqa: E402
from summarizer.model import Brief  # noqa: E402
from summarizer.reader import load_reader  # noqa: E402

PAGES = ROOT / "bot" / "demo_pages"
NOW = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
FORM = ChannelForm(
    ChannelSetting("T1", "C0WORLD", "every", ("tips.example",)),
    DigestSetting("T1", "C0WORLD", time(8, 30), "Europe/London", WEEKDAYS),
    apps=(ChannelApp("B0ALERTS", "Page alerts", "gather"), ChannelApp("B0FEED", "Wire feed")),
)
MISQUOTED = "We are treating this as a recovery, not a rescue"


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


def origin_of(brief: Brief) -> Origin:
    """Where a brief's lines are from."""
    article = brief.article
    return Origin(article.url, article.title, article.outlet, article.published, "C0WORLD", NOW)


def messages(made: list[Brief]) -> Iterator[tuple[str, Message]]:
    """What is posted, by the picture's name."""
    first = made[0]
    yield "brief", brief_message(first, key="picture")
    yield "digest", digest_messages(compile_digest(made, date(2026, 3, 12)), key="picture", is_posted=True)[0]
    yield "first-contact", greeting_message()
    gone = (
        "https://demo.example/news/weir",
        "The site says there is no page at that link; check whether it was moved or taken down.",
    )
    yield "failed", problems_message([gone], "1.5")
    yield "welcome", welcome_message(FORM, "U0ANA", key="picture")
    said = [FoundStatement(bullet, origin_of(first)) for bullet in first.bullets[:4]]
    yield "search", found_message(Look("who", "Marrack"), said)
    checked = check(MISQUOTED, first.article.text)
    if checked:
        found = FoundQuotation(checked, first.bullets[0].source, origin_of(first))
        yield "check", found_message(Look("check", MISQUOTED), [found])


def views(made: list[Brief]) -> Iterator[tuple[str, View | None]]:
    """Every modal, by the picture's name."""
    first = made[0]
    yield "statements", statements_view(first, 0, "", {})
    yield "evidence", evidence_view(first, 0, "")
    yield "fix-a-source", form_view(first, marks_of(first)[0], "")
    yield "not-useful", reason_view("")
    yield "brief-a-link", link_view()
    yield "channel-settings", settings_view(FORM, NOW, "")
    choices = [article_choice(brief.article.url, brief.article, is_earlier=False) for brief in made[:3]]
    yield "not-one-story", split_view(choices, "")


def main() -> None:
    """Draw every picture."""
    made = list(briefs())
    for name, message in messages(made):
        shoot(message_page(message.blocks), HERE / f"{name}.png")
    for name, view in views(made):
        if view:
            shoot(view_page(view.to_json()), HERE / f"{name}.png")
    home = Home(
        today=compile_digest(made, date(2026, 3, 12)),
        channels=(FORM,),
        follows=("Ilse Marrack", "ferry inquiry"),
        latest=tuple(map(origin_of, made)),
        now=NOW,
    )
    shoot(view_page({"type": "home", "blocks": home_blocks(home)}), HERE / "home.png")


if __name__ == "__main__":
    main()
