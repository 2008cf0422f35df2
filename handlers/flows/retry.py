"""Asking Slack again until it takes what we have to say, with durable waits between."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from handlers.domain.errors import GAVE_UP, RateLimited, SlackRefused, SlackUnreachable
from handlers.ports import Json, Steps

FIRST_WAIT = 1.0  # seconds; doubles up to LONGEST_WAIT
LONGEST_WAIT = 60.0
MOST_ATTEMPTS = 1500  # about a day of a Slack that is away

log = logging.getLogger("nutgraf.slack")


def retry(steps: Steps, name: str, act: Callable[..., Json], *arguments: Any) -> Json:  # noqa: ANN401  # JSON
    """Run `act` as a step until Slack takes it or refuses it for good.

    Returns what `act` returned, or {"refused": code}. A refusal is logged, never raised: the rest of
    the flow goes on.
    """
    for attempt in range(MOST_ATTEMPTS):
        outcome = steps.run(name, attempt_once, f"{steps.flow_id}, {name}", act, arguments)
        if "wait" not in outcome:
            return outcome
        if attempt == 0 and "why" in outcome:
            log.warning("%s: %s; asking again until Slack takes it", steps.flow_id, outcome["why"])
        backoff = min(FIRST_WAIT * 2 ** min(attempt, 10), LONGEST_WAIT)
        steps.sleep(outcome["wait"] or backoff)
    return steps.run("give up", give_up, f"{steps.flow_id}, {name}")


def give_up(what: str) -> Json:
    """Slack was away for so long that nobody waits for it any more."""
    log.error("%s: gave up asking Slack", what)
    return {"refused": GAVE_UP}


def attempt_once(what: str, act: Callable[..., Json], arguments: tuple[Any, ...]) -> Json:
    """One attempt at `what`: its result, {"wait": seconds or None} to try again and perhaps "why", or {"refused": code}."""
    try:
        return act(*arguments)
    except RateLimited as error:
        return {"wait": error.retry_after}
    except SlackUnreachable as error:
        return {"wait": error.wait, "why": f"no answer from Slack ({error.reason})"}
    except SlackRefused as error:
        if not error.permanent:
            return {"wait": None, "why": f"Slack refuses our token ({error.code})"}
        log.error("%s: Slack refuses for good (%s)", what, error.code)  # noqa: TRY400  # the code says it all
        return {"refused": error.code}
