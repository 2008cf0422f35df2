"""What became of links and digests: one line each in the log, with the ids by which a person finds them in Slack and the archive.

A line's facts are the record's `fields`, in their order; the log's form says how they are written.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator

from handlers.domain.told import ToldDigest
from handlers.flows.answers import (
    Briefed,
    Ending,
    Nothing,
    Problem,
    RefusedAnswer,
    TakenAnswer,
    answer_in,
    urls_of,
)
from handlers.links import address_of
from handlers.ports import Json, Place, Steps

log = logging.getLogger("nutgraf.outcomes")


def log_links(steps: Steps, endings: Iterable[Ending], place: Place, ts: str = "") -> None:
    """Log each link of a flow that has answered them all; `ts` is the message that they stand in.

    A flow that is taken up behind its last step was logged before.
    """
    if not steps.is_new:
        return
    for ending in endings:
        answer = answer_in(ending)
        brief_id = None if isinstance(answer, Problem) else answer.brief_id
        for url in urls_of(answer):
            facts = {"url": address_of(url), "flow": steps.flow_id, "brief": brief_id}
            facts |= {"team": place.team, "channel": place.channel, "ts": ts}
            say(f"link {outcome_of_link(ending, steps.flow_id)}", why(ending) | facts)


def outcome_of_link(ending: Ending, flow_id: str) -> str:
    """In words; a brief that another flow made was there already."""
    match ending:
        case RefusedAnswer():
            return "refused by Slack"
        case TakenAnswer():
            return "taken from its message"
        case Problem():
            return "could not be read"
        case Briefed() | Nothing() if ending.brief_id.startswith(flow_id):
            return "briefed"
    return "already briefed"


def why(ending: Ending) -> Json:
    """What kind of error it was, and under which reference the log has its traceback."""
    answer = answer_in(ending)
    error, reference = (answer.error, answer.reference) if isinstance(answer, Problem) else ("", "")
    return {"reason": ending.code if isinstance(ending, RefusedAnswer) else error, "reference": reference}


def log_skipped(reasons: Iterable[tuple[str, str]], place: Place, ts: str) -> None:
    """Log links that the channel does not want: each with the reason."""
    for url, reason in reasons:
        facts = {"reason": reason, "url": address_of(url), "team": place.team, "channel": place.channel}
        say("link skipped", facts | {"ts": ts})


def log_digest(steps: Steps, place: Place, told: ToldDigest, outcome: Json) -> None:
    """Log a digest that was posted, refused or had nothing to tell; `told` is what it was settled to tell."""
    if not steps.is_new:
        return
    word = "posted" if outcome.get("posted") else "had nothing to tell"
    if "refused" in outcome:
        word = "refused by Slack"
    facts = {"reason": outcome.get("refused"), "day": told.day.isoformat(), "stories": told.stories}
    facts |= {"flow": steps.flow_id, "team": place.team, "channel": place.channel}
    say(f"digest {word}", facts)


def say(event: str, facts: Json) -> None:
    """One line; facts that are not known are left out."""
    log.info(event, extra={"fields": dict(known(facts))})


def known(facts: Json) -> Iterator[tuple[str, object]]:
    return ((name, fact) for name, fact in facts.items() if fact not in (None, ""))
