"""Flows: somebody who sees a brief says who really said a statement; the brief says so to everybody. Anybody may undo it."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from handlers.domain.corrected import Correction, bullet_of
from handlers.domain.message import View
from handlers.domain.sentences import BRIEF_GONE, FIXED_FOR_ALL, LINE_GONE, renewal_sentence, who_is_unknown
from handlers.flows.brief.actions import Press
from handlers.flows.brief.modals import SOURCES, Modals
from handlers.flows.retry import retry
from handlers.ports import FiledBrief, Json, Steps
from handlers.render.slack_sources import WantedSource, done_view, form_view
from handlers.render.slack_views import notice_view

CHOOSE_FLOW, FIX_FLOW, UNFIX_FLOW = "choose_source", "fix_source", "undo_source"


class Corrections(Protocol):
    """What people corrected. Each method is one unit of work and may be done again."""

    def correct(self, correction: Correction) -> bool:
        """Let the brief and the search say so; False when the brief no longer has the statement.

        `was` is found by the archive: what the reading said, through however many corrections.
        """
        ...

    def undo(self, correction_id: str, user: str, at: datetime) -> None:
        """Let them say again what the reading said."""
        ...


class Fixing:
    """The single acts."""

    def __init__(self, modals: Modals, corrections: Corrections) -> None:
        self.modals = modals
        self.desk = modals.desk
        self.corrections = corrections

    def form(self, argument: Json) -> Json:
        """Show the form for the statement that was pressed."""
        press = Press.from_json(argument)
        filed = self.modals.seen(press)
        view = form_view(filed.brief, press.value, press.about_line(press.value)) if filed else None
        self.show(press, view or notice_view(LINE_GONE if filed else BRIEF_GONE))
        return {}

    def correct(self, key: str, argument: Json, wanted: Json) -> Json:
        """Keep the correction under `key`: {}, or why it could not be kept."""
        press = Press.from_json(argument)
        filed = self.modals.seen(press)
        if filed is None:
            return {"sentence": BRIEF_GONE}
        source = WantedSource(**wanted).source_in(filed.brief)
        bullet = bullet_of(filed.brief, press.line)
        if source is None or bullet is None:
            return {"sentence": LINE_GONE}
        correction = Correction(
            key, press.brief_id, press.line, source, bullet.source, press.user, self.desk.now()
        )
        return {} if self.corrections.correct(correction) else {"sentence": LINE_GONE}

    def undo(self, argument: Json) -> Json:
        """Take a correction of this brief back."""
        press = Press.from_json(argument)
        filed = self.modals.seen(press)
        if filed and press.value in [correction.id for correction in filed.corrections]:
            self.corrections.undo(press.value, press.user, self.desk.now())
        return {}

    def renew(self, brief_id: str) -> Json:
        """Let the brief's message say so."""
        self.desk.renew(brief_id)
        return {}

    def tell(self, key: str, argument: Json, sentence: str) -> Json:
        """In the modal: what was corrected and what became of the message, or why nothing was."""
        press = Press.from_json(argument)
        filed = self.modals.seen(press)
        mine = correction_of(filed, key) if filed else None
        self.show(press, done_view(mine, sentence, press.about) if mine else notice_view(sentence))
        return {}

    def show(self, press: Press, view: View) -> None:
        self.modals.chats.of(press.team).update_view(press.view_id, view)


def correction_of(filed: FiledBrief, key: str) -> Correction | None:
    return next((correction for correction in filed.corrections if correction.id == key), None)


def choose_source(fixing: Fixing, steps: Steps, argument: Json) -> Json:
    """The statement was chosen: show its form."""
    return retry(steps, "form", fixing.form, argument)


def fix_source(fixing: Fixing, steps: Steps, argument: Json) -> Json:
    """Keep the correction, renew the message for everybody, say so."""
    press = argument["press"]
    kept = retry(steps, "correct", fixing.correct, steps.flow_id, press, argument["wanted"])
    sentence = kept.get("sentence") or (who_is_unknown(kept["refused"]) if "refused" in kept else "")
    if not sentence:
        renewed = retry(steps, "renew", fixing.renew, press["brief_id"])
        sentence = renewal_sentence(renewed["refused"]) if "refused" in renewed else FIXED_FOR_ALL
    retry(steps, "tell", fixing.tell, steps.flow_id, press, sentence)
    return {"sentence": sentence}


def unfix_source(fixing: Fixing, steps: Steps, argument: Json) -> Json:
    """Take it back, renew the message, show the list again."""
    retry(steps, "undo", fixing.undo, argument)
    retry(steps, "renew", fixing.renew, argument["brief_id"])
    shown = {**argument, "part": SOURCES, "value": ""}
    return retry(steps, "fill", fixing.modals.fill, shown, argument["view_id"])
