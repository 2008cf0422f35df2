"""users.info, users.list, users.conversations."""

from __future__ import annotations

from tests.fakes.slack.methods.conversations import listing
from tests.fakes.slack.methods.registry import Call, method, page
from tests.fakes.slack.model import Json
from tests.fakes.slack.wire import user_json


@method("users.info", "users:read", reads_json=False)
def users_info(call: Call) -> Json:
    """One person."""
    return {"user": user_json(call.workspace.user(call.arguments.need("user", "user_not_found")))}


@method("users.list", "users:read", reads_json=False)
def users_list(call: Call) -> Json:
    """Everyone."""
    arguments = call.arguments
    people = [user_json(user) for user in call.workspace.users.values()]
    members, cursor = page(people, arguments.text("cursor"), arguments.number("limit", 1000))
    return {"members": members, "response_metadata": {"next_cursor": cursor}}


@method("users.conversations", "channels:read", "groups:read", "im:read", "mpim:read", reads_json=False)
def users_conversations(call: Call) -> Json:
    """The conversations that a person (by default the bot) is in, as far as the bot may know of them."""
    user = call.arguments.text("user", call.app.bot_user)
    call.workspace.user(user)
    return listing(call, member=user)
