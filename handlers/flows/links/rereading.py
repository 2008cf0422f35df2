"""Flow: somebody who sees a brief asks for its page to be read again, now."""

from __future__ import annotations

from handlers.domain.sentences import (
    BRIEF_GONE,
    PAGE_AS_BEFORE,
    READING_AGAIN,
    RENEWED,
    SEVERAL_PAGES,
    renewal_sentence,
    who_is_unknown,
)
from handlers.flows.answers import Briefed
from handlers.flows.brief.actions import Press
from handlers.flows.brief.modals import Modals
from handlers.flows.links.readings import READ_FLOW
from handlers.flows.links.rechecks import RecheckDesk, take_reading
from handlers.flows.reading_results import Result, Unreadable, result_from
from handlers.flows.retry import retry
from handlers.ports import Json, Steps

REREAD_FLOW = "reread"


class Rereading:
    """The single acts beside those of looking again by ourselves."""

    def __init__(self, modals: Modals, rechecks: RecheckDesk) -> None:
        self.modals = modals
        self.rechecks = rechecks

    def look(self, argument: Json) -> Json:
        """The page to read again, or why none is."""
        filed = self.modals.seen(Press.from_json(argument))
        if filed is None:
            return {"sentence": BRIEF_GONE}
        if len(filed.brief.articles) > 1:
            return {"sentence": SEVERAL_PAGES}
        return {"url": filed.brief.article.url}

    def show(self, press: Press) -> Json:
        """A brief that only its asker was shown, as it reads now."""
        message = self.rechecks.desk.message_for(Briefed(press.brief_id, ""))
        self.modals.chats.respond(press.response_url, message, replace=True)
        return {}


def reread_page(rereading: Rereading, steps: Steps, argument: Json) -> Json:
    """Say that it is being read; read, renew the brief, tell what changed; say what came of it."""
    press = Press.from_json(argument)
    found = retry(steps, "look", rereading.look, argument)
    url = found.get("url")
    sentence = found.get("sentence") or (who_is_unknown(found["refused"]) if "refused" in found else "")
    if url:
        flow = f"{steps.flow_id}/read"
        steps.begin(READ_FLOW, flow, {"url": url})
        retry(steps, "say", rereading.modals.desk.say_to, press.response_url, READING_AGAIN)
        sentence = renewed(steps, rereading, press, result_from(steps.result(flow)))
    retry(steps, "tell", rereading.modals.desk.say_to, press.response_url, sentence)
    return {"sentence": sentence}


def renewed(steps: Steps, rereading: Rereading, press: Press, result: Result) -> str:
    """Take the reading in; what to say of it."""
    taken = take_reading(steps, rereading.rechecks, press.brief_id, result)
    if isinstance(result, Unreadable):
        return result.sentence
    if taken.kind != "changed":
        return PAGE_AS_BEFORE
    if taken.refused:
        return renewal_sentence(taken.refused)
    if not taken.is_posted:
        retry(steps, "show", rereading.show, press)
    return RENEWED
