"""auth.test, api.test, apps.connections.open, team.info, bots.info."""

from __future__ import annotations

from tests.fakes.slack.methods.registry import Call, method
from tests.fakes.slack.model import Json, Refusal
from tests.fakes.slack.state import TEAM_DOMAIN, TEAM_NAME


@method("api.test", caller="any")
def api_test(call: Call) -> Json:
    """Answers what it is asked, with the error that it is told to answer."""
    echoed = dict(call.arguments.values)
    error = echoed.get("error")
    if error:
        raise Refusal(str(error), args=echoed)
    return {"args": echoed}


@method("auth.test", caller="any")
def auth_test(call: Call) -> Json:
    """Who the token is."""
    return {
        "url": f"http://{call.host}/",
        "team": TEAM_NAME,
        "user": "nutgraf",
        "team_id": call.workspace.team,
        "user_id": call.app.bot_user,
        "bot_id": call.app.bot_id,
        "app_id": call.app.app_id,
        "is_enterprise_install": False,
    }


@method("apps.connections.open", caller="app")
def apps_connections_open(call: Call) -> Json:
    """A socket address, good for one connection."""
    ticket = call.tickets.socket()
    return {"url": f"ws://{call.host}/link/?ticket={ticket}&app_id={call.app.app_id}"}


@method("team.info", "team:read", reads_json=False)
def team_info(call: Call) -> Json:
    """The workspace."""
    return {"team": {"id": call.workspace.team, "name": TEAM_NAME, "domain": TEAM_DOMAIN, "email_domain": ""}}


@method("bots.info", "users:read", reads_json=False)
def bots_info(call: Call) -> Json:
    """The bot behind a bot_id."""
    if call.arguments.text("bot", call.app.bot_id) != call.app.bot_id:
        raise Refusal("bot_not_found")
    app = call.app
    return {
        "bot": {
            "id": app.bot_id,
            "deleted": False,
            "name": "Nutgraf",
            "updated": 1_700_000_000,
            "app_id": app.app_id,
            "user_id": app.bot_user,
        }
    }
