"""What the listeners' failures become."""

from __future__ import annotations

import logging
import re
import secrets

from slack_bolt import BoltResponse
from slack_bolt.error import BoltUnhandledRequestError

from handlers.domain.errors import ArchiveTrouble, ForeignWorkspace
from handlers.domain.sentences import NOT_TAKEN_DOWN
from handlers.flows.links.intake import Payload

NAME = re.compile(r"[a-z_/]{1,60}")  # as Slack writes kinds of payloads, events and commands

log = logging.getLogger("nutgraf.slack")


def on_error(error: Exception, body: Payload) -> BoltResponse:
    """The unforeseen: logged with a reference. Slack is not told that we have it, so it tells us again.

    A workspace that has not installed the app is told no more than that it is unknown here.
    """
    if isinstance(error, ForeignWorkspace):
        return BoltResponse(status=401)
    if isinstance(error, BoltUnhandledRequestError):
        log.warning("nothing here reacts to what Slack sent: %s", kind_of(body))
        return BoltResponse(status=404)
    if isinstance(error, ArchiveTrouble):  # said in the log by the file that it is about
        return not_taken(body, NOT_TAKEN_DOWN)
    reference = secrets.token_hex(4)
    log.error("a listener failed, reference %s", reference, exc_info=error)
    return not_taken(body, f"Something went wrong on my side (reference {reference}).")


def not_taken(body: Payload, sentence: str) -> BoltResponse:
    """An event is told again when it is not acknowledged; somebody who typed or pressed is told why nothing comes."""
    if "response_url" in body:
        return BoltResponse(status=200, body=sentence)
    return BoltResponse(status=500)


def kind_of(body: Payload) -> str:
    """Which kind of payload it is, in Slack's own names and nothing else of it."""
    event = body.get("event")
    inside = event if isinstance(event, dict) else {}
    names = (body.get("type"), body.get("command"), inside.get("type"), inside.get("subtype"))
    known = [name for name in names if isinstance(name, str) and NAME.fullmatch(name)]
    return " ".join(known) or "a payload of no known kind"
