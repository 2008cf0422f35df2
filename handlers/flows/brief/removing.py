"""Flow: whoever shared a link, or an admin, takes its brief out of the channel.

The brief becomes its sharer's own: nothing that somebody once relied on is destroyed by one press, and the link, shared
again, is briefed anew.
"""

from __future__ import annotations

from handlers.domain.sentences import BRIEF_GONE, REMOVAL_REFUSED, REMOVED, deletion_sentence
from handlers.flows.brief.actions import Press
from handlers.flows.brief.modals import Modals
from handlers.flows.retry import retry
from handlers.ports import Json, Steps
from handlers.render.slack_views import notice_view

REMOVE_FLOW = "remove"


class Removing:
    """The single acts of removing."""

    def __init__(self, modals: Modals) -> None:
        self.modals = modals
        self.archive = modals.archive

    def look(self, argument: Json) -> Json:
        """Why it is not removed, as a sentence, or where its message stands."""
        press = Press.from_json(argument)
        filed = self.modals.seen(press)
        if filed is None:
            return {"sentence": BRIEF_GONE}
        if not self.modals.may_remove(filed.filing, press.user):
            return {"sentence": REMOVAL_REFUSED}
        return {"channel": filed.filing.channel, "ts": self.archive.posted(press.brief_id)}

    def delete(self, team: str, channel: str, ts: str) -> Json:
        """Take our message away."""
        self.modals.chats.of(team).delete(channel, ts)
        return {}

    def show(self, team: str, view_id: str, sentence: str) -> Json:
        """Say in the modal what became of it."""
        self.modals.chats.of(team).update_view(view_id, notice_view(sentence))
        return {}


def remove_brief(removing: Removing, steps: Steps, argument: Json) -> Json:
    """Check who asks, delete the message, withdraw the brief, say so."""
    press = Press.from_json(argument)
    found = retry(steps, "look", removing.look, argument)
    sentence = found.get("sentence") or deleted(steps, removing, press, found)
    retry(steps, "show", removing.show, press.team, press.view_id, sentence)
    return {"sentence": sentence}


def deleted(steps: Steps, removing: Removing, press: Press, found: Json) -> str:
    """Delete and withdraw; what to say of it."""
    if "refused" in found:
        return deletion_sentence(found["refused"])
    if found["ts"]:
        outcome = retry(steps, "delete", removing.delete, press.team, found["channel"], found["ts"])
        if "refused" in outcome:
            return deletion_sentence(outcome["refused"])
    steps.run("withdraw", removing.modals.desk.withdraw, press.brief_id)
    return REMOVED
