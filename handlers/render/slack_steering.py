"""What steers a digest's stories in Slack: the menu beside a story, its two forms, the confirmation."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.domain.decisions import Decision
from handlers.domain.message import Block, Message, View, plain_object
from handlers.render.escape import bold, enclosed, plain
from handlers.render.slack_buttons import button
from handlers.render.slack_limits import fitted
from handlers.render.slack_parts import section, user
from handlers.render.wording import outlet_of, title_of
from summarizer.model import Article, DigestStory

MENU, SPLIT, MERGE, UNDO = "story_menu", "story_split", "story_merge", "story_undo"
STORY_STATEMENTS = "story_statements"
FORM, CHOSEN = "stories", "chosen"  # the form's one input
LONGEST_OPTION = 75
MOST_BOXES = 10  # of a group of checkboxes; more articles are chosen from a menu
MOST_OPTIONS = 100
LONGEST_HEADLINE = 200
SPLIT_WORDS = (
    "Choose the articles about something else. They become a separate story, here and in later digests."
)
MERGE_WORDS = "Choose the story about the same event. Both become one, here and in later digests."
STANDS = "This digest is updated, and later ones will follow it."


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be chosen in a form: an article or a story."""

    value: str
    words: str


def short_id(key: str) -> str:
    """An article's key as short as an option's value must be."""
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def story_menu(story: DigestStory) -> Block:
    """Beside a story: that it is not one, or the same as another."""
    first = short_id(story.outlets[0].url)
    options = [option(f"{SPLIT}:{first}", "Not one story…"), option(f"{MERGE}:{first}", "Same story as…")]
    return {"type": "overflow", "action_id": MENU, "options": options}


def story_button(story: DigestStory, words: str) -> Block:
    """Below a story: how many statements are not told, and the way to all of them."""
    row = button(STORY_STATEMENTS, words, short_id(story.outlets[0].url))
    return {"type": "actions", "elements": [row]}


def option(value: str, words: str) -> Block:
    return {"text": plain_object(fitted(words, LONGEST_OPTION, plain) or value), "value": value}


def article_choice(key: str, article: Article, *, is_earlier: bool) -> Choice:
    """An article in the form that splits."""
    when = " (earlier)" if is_earlier else ""
    return Choice(short_id(key), f"{outlet_of(article)}{when}: {title_of(article)}")


def split_view(choices: Sequence[Choice], about: str) -> View:
    """The articles of a story, of which some tell of something else."""
    kind = "checkboxes" if len(choices) <= MOST_BOXES else "multi_static_select"
    blocks = (section(SPLIT_WORDS), chosen_block("Articles", kind, choices))
    return View("Not one story?", blocks, SPLIT, about, "Split off", "Cancel")


def merge_view(choices: Sequence[Choice], about: str) -> View:
    """The stories that may be the same."""
    blocks = (section(MERGE_WORDS), chosen_block("Story", "static_select", choices))
    return View("Same story as…", blocks, MERGE, about, "Make one", "Cancel")


def chosen_block(label: str, kind: str, choices: Sequence[Choice]) -> Block:
    """A form's one input."""
    options = [option(choice.value, choice.words) for choice in choices[:MOST_OPTIONS]]
    element = {"type": kind, "action_id": CHOSEN, "options": options}
    return {"type": "input", "block_id": FORM, "label": plain_object(label), "element": element}


def form_about(digest_id: str, story: str) -> str:
    """What a form carries: which story of which digest."""
    return json.dumps({"digest": digest_id, "story": story})


def decision_message(decision: Decision) -> Message:
    """Who decided what, with the way back; or that it was undone. Its mark is the decision's id."""
    one, other = (bold(fitted(words, LONGEST_HEADLINE, enclosed)) for words in (decision.one, decision.other))
    done = f"split {one} off from {other}" if decision.act == SPLIT else f"made {one} and {other} one story"
    said = f"{user(decision.user)} {done}."
    if decision.undone_by:
        words = f"{said} Undone by {user(decision.undone_by)}."
        return Message("Undone.", (section(words, block_id=decision.id),))
    row = {"type": "actions", "elements": [button(UNDO, "Undo", decision.id)]}
    return Message("A story was changed.", (section(f"{said} {STANDS}", block_id=decision.id), row))
