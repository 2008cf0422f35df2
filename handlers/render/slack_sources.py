"""Fix a source: the statements to choose from, and the form for the right name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from handlers.domain.corrected import Correction, bullet_of, mark_of_source, marks_of, sources_of
from handlers.domain.message import Block, View, plain_object
from handlers.render.escape import entities, plain
from handlers.render.proof import pages_of
from handlers.render.slack_buttons import button
from handlers.render.slack_limits import fitted
from handlers.render.slack_pages import ListEntry, paged_view
from handlers.render.slack_parts import LONGEST_NAME, context, full_line, optional, section, user
from handlers.render.slack_views import NOTHING_FOUND, brief_head
from handlers.render.wording import NOT_NAMED
from summarizer.model import Brief, Bullet, Credit

FIX_LINE, UNDO_FIX = "source_fix", "source_undo"
FIX_FORM = "source_form"
LIST = "source_list"
CHOSEN, NAME, ROLE = "chosen", "name", "role"  # the form's blocks, and the inputs in them
MOST_CHOICES = 100
LONGEST_CHOICE = 75
LONGEST_TYPED = 150
LINES_A_PAGE = 12
NEITHER = "Choose a source, or type the right name."
BOTH = "Choose a source or type a name, not both."


def sources_view(brief: Brief, corrections: Sequence[Correction], page: int, about: str) -> View:
    """Every statement with a button to fix its source, or to undo what somebody fixed."""
    pages = pages_of(brief.articles)
    standing = {correction.line: correction for correction in corrections}

    def entry(shown: tuple[Bullet, str]) -> ListEntry:
        bullet, mark = shown
        line = full_line(bullet, pages)
        if mark in standing:
            return ListEntry(
                f"{line}\n{fixed_words(standing[mark])}", beside=button(UNDO_FIX, "Undo", standing[mark].id)
            )
        return ListEntry(line, beside=button(FIX_LINE, "Fix", mark))

    lines = list(zip(brief.statements, marks_of(brief), strict=True))
    head = [brief_head(brief), *([] if lines else [section(NOTHING_FOUND)])]
    return paged_view("Fix a source", lines, entry, page, head=head, about=about, size=LINES_A_PAGE)


def fixed_words(correction: Correction) -> str:
    """Who fixed a source, and what the reading had said."""
    was = fitted(correction.was.name, LONGEST_NAME) if correction.was else NOT_NAMED.lower()
    return f"source corrected by {user(correction.user)}; it was: {was or NOT_NAMED.lower()}"


def form_view(brief: Brief, line: str, about: str) -> View | None:
    """The form for the statement `line`; None when the brief no longer has it."""
    bullet = bullet_of(brief, line)
    if bullet is None:
        return None
    others = [source for source in sources_of(brief) if source != bullet.source and plain(source.name)]
    blocks = (
        section(full_line(bullet, pages_of(brief.articles))),
        *([optional(CHOSEN, "A source of this article", choices(others))] if others else []),
        optional(NAME, "Or the right name", typed(NAME)),
        optional(ROLE, "Role, as it should be shown", typed(ROLE)),
        {"type": "actions", "elements": [button(LIST, "Back to the list")]},
    )
    return View("Fix a source", blocks, callback_id=FIX_FORM, about=about, submit="Correct")


def choices(sources: Sequence[Credit]) -> Block:
    """A menu of sources."""
    options = [
        {
            "text": plain_object(fitted(shown_source(source), LONGEST_CHOICE, entities) or NOT_NAMED),
            "value": mark_of_source(source),
        }
        for source in sources[:MOST_CHOICES]
    ]
    return {"type": "static_select", "action_id": CHOSEN, "options": options}


def shown_source(source: Credit) -> str:
    return f"{source.name} ({source.role})" if source.role else source.name


def typed(action_id: str) -> Block:
    return {"type": "plain_text_input", "action_id": action_id, "max_length": LONGEST_TYPED}


@dataclass(frozen=True, slots=True)
class WantedSource:
    """What a form was sent with: a source that was chosen (its mark), or a name that was typed, and a role."""

    chosen: str = ""
    name: str = ""
    role: str = ""

    @property
    def problem(self) -> str:
        """What is wrong with it."""
        if self.chosen and self.name:
            return BOTH
        return "" if self.chosen or self.name else NEITHER

    def source_in(self, brief: Brief) -> Credit | None:
        """The source that is meant; None when it was chosen and the brief no longer has it."""
        if self.name:
            return Credit(self.name, self.role or None)
        found = next((one for one in sources_of(brief) if mark_of_source(one) == self.chosen), None)
        return Credit(found.name, self.role or found.role) if found else None


def wanted_in(values: Mapping[str, Any]) -> WantedSource:
    """What the form's state holds."""
    chosen = (values.get(CHOSEN, {}).get(CHOSEN) or {}).get("selected_option") or {}
    name, role = (plain((values.get(each, {}).get(each) or {}).get("value") or "") for each in (NAME, ROLE))
    return WantedSource(chosen.get("value", ""), name[:LONGEST_TYPED], role[:LONGEST_TYPED])


def done_view(correction: Correction, sentence: str, about: str) -> View:
    """What was corrected, with a way back."""
    name = fitted(shown_source(correction.source), LONGEST_NAME * 2)
    buttons = [button(UNDO_FIX, "Undo", correction.id), button(LIST, "Back to the list")]
    blocks = (
        section(f"Corrected to {name}."),
        context([entities(sentence)]),
        {"type": "actions", "elements": buttons},
    )
    return View("Fix a source", blocks, about=about)
