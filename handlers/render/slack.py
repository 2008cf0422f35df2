"""Every message that Nutgraf posts to Slack, as pure functions."""

from handlers.domain.message import Message
from handlers.render.slack_brief import brief_message, fallback_text
from handlers.render.slack_digest import digest_messages, picture_words
from handlers.render.slack_notices import (
    BRIEF_USES,
    DIGEST_USES,
    Use,
    help_message,
    notice_message,
    pointer_message,
    problem_message,
    problems_message,
    reading_message,
    refused_message,
)

__all__ = [
    "BRIEF_USES",
    "DIGEST_USES",
    "Message",
    "Use",
    "brief_message",
    "digest_messages",
    "fallback_text",
    "help_message",
    "notice_message",
    "picture_words",
    "pointer_message",
    "problem_message",
    "problems_message",
    "reading_message",
    "refused_message",
]
