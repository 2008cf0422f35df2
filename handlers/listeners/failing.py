"""What the listeners' failures become."""

from __future__ import annotations

import logging
import secrets

from slack_bolt import BoltResponse

from handlers.errors import ArchiveTrouble, ForeignWorkspace
from handlers.intake import Payload
from handlers.sentences import NOT_TAKEN_DOWN

log = logging.getLogger("nutgraf.slack")


def on_error(error: Exception, body: Payload) -> BoltResponse:
    """The unforeseen: logged with a reference. Slack is not told that we have it, so it tells us again.

    A workspace that has not installed the app is told no more than that it is unknown here.
    """
    if isinstance(error, ForeignWorkspace):
        return BoltResponse(status=401)
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
