"""The form of "Brief a link", how far a briefing is, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from handlers.domain.message import Block, View, plain_object
from handlers.links import typed_links
from handlers.render.escape import enclosed, entities, link
from handlers.render.slack_buttons import EVIDENCE, SOURCES, STATEMENTS, button
from handlers.render.slack_limits import fitted
from handlers.render.slack_parts import LONGEST_TITLE, context, headline, optional, section
from handlers.render.slack_views import statements_view
from handlers.render.wording import address_words, counted, host_of, title_of
from summarizer.model import Brief, Bullet

LINK_FORM = "link_form"
LINKS, TEXT, CHANNEL = "links", "text", "channel"  # the form's blocks, and the inputs in them
SHOW = "briefing_show"
MOST_LINKS = 4
LONGEST_INPUT = 3000  # Slack's own limit
LONGER = "At most 3,000 characters. Paste a longer text into a direct message to me."
NOTHING_GIVEN = "Give a link, or the article’s text."
TOO_MANY = f"At most {MOST_LINKS} links at once."
PHASES = {"fetching": "Fetching", "reading": "Reading"}


def link_view() -> View:
    """Asks for links or a text, and where the brief should go."""
    links = {"type": "plain_text_input", "action_id": LINKS, "multiline": True, "max_length": LONGEST_INPUT}
    text = {"type": "plain_text_input", "action_id": TEXT, "multiline": True, "max_length": LONGEST_INPUT}
    channel = {
        "type": "conversations_select",
        "action_id": CHANNEL,
        "placeholder": plain_object("For me alone"),
        "filter": {"include": ["public", "private"], "exclude_bot_users": True},
    }
    blocks = (
        optional(LINKS, "Links", links),
        optional(TEXT, "Or the article’s text", text) | {"hint": plain_object(LONGER)},
        optional(CHANNEL, "Post to a channel where I am a member", channel),
    )
    return View("Brief a link", blocks, callback_id=LINK_FORM, submit="Brief")


@dataclass(frozen=True, slots=True)
class GivenForm:
    """What the form was sent with."""

    links: tuple[str, ...]
    text: str
    channel: str

    @property
    def problem(self) -> str:
        """What is wrong with it."""
        if len(self.links) > MOST_LINKS:
            return TOO_MANY
        return "" if self.links or self.text else NOTHING_GIVEN


def given_in(values: Mapping[str, Any]) -> GivenForm:
    """What the form's state holds."""
    links, text = ((values.get(each, {}).get(each) or {}).get("value") or "" for each in (LINKS, TEXT))
    chosen = (values.get(CHANNEL, {}).get(CHANNEL) or {}).get("selected_conversation") or ""
    return GivenForm(typed_links(links), text.strip(), chosen)


def progress_words(url: str, phase: str, number: int, of: int) -> str:
    """Fetching outlet.example… (1 of 2)"""
    act = PHASES.get(phase, "Fetching and reading" if url else "Reading")
    words = f"{act} {host_of(url) or 'the text'}…"
    return f"{words} ({number} of {of})" if of > 1 else words


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one link: a brief, or a problem in a sentence of our own."""

    url: str
    brief: Brief | None = None
    brief_id: str = ""
    correctors: Mapping[Bullet, str] = field(default_factory=dict)
    problem: str = ""


def outcomes_view(outcomes: Sequence[Outcome], note: str, about: str) -> View:
    """The brief itself when it is one, else a list of what became of each link; `note` is a sentence of our own."""
    notes = [context([entities(note)])] if note else []
    if len(outcomes) == 1 and outcomes[0].brief:
        view = statements_view(outcomes[0].brief, 0, about, outcomes[0].correctors)
        return replace(view, title="Brief", blocks=(*notes, *view.blocks, ways_on()))
    return View("Briefs", (*notes, *map(outcome_block, outcomes)), about=about)


def ways_on() -> Block:
    """What else can be seen of a brief in a modal."""
    buttons = (
        button(STATEMENTS, "All statements"),
        button(EVIDENCE, "Evidence"),
        button(SOURCES, "Fix a source"),
    )
    return {"type": "actions", "elements": list(buttons)}


def outcome_block(outcome: Outcome) -> Block:
    """A brief's headline with a button that shows it, or why there is none."""
    if outcome.brief is None:
        label = fitted(address_words(outcome.url) or "The text", LONGEST_TITLE, enclosed)
        return section(f"{link(outcome.url, label)}: {entities(outcome.problem)}")
    article = outcome.brief.article
    told = counted(len(outcome.brief.bullets), "statement")
    words = f"{headline(title_of(article), article.url)} · {told}"
    return section(words) | {"accessory": button(SHOW, "Show", outcome.brief_id)}
