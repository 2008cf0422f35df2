"""The Web API: each method a function of (call) -> answer, entered in one table by name."""

from __future__ import annotations

from tests.fakes.slack.methods import apps, chat, conversations, files, people, reactions, views
from tests.fakes.slack.methods.registry import METHODS, Call, Method

__all__ = ["METHODS", "Call", "Method"]

_REGISTERED = (apps, chat, conversations, files, people, reactions, views)
