"""Slack as the bot meets it: how it is spoken to, and what it brings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.settings import Settings
from bot.slack.chat import OneWorkspace, web_client
from bot.slack.check import wanted_scopes
from bot.slack.front import Front
from bot.slack.http_mode import HttpKeys, make_app, make_flow, make_site
from bot.slack.socket_mode import SocketFront
from bot.slack.tokens import characters
from bot.slack.workspaces import Workspaces
from bot.web_server import WebServer
from handlers.listeners import Listeners


@dataclass(frozen=True, slots=True)
class Slack:
    """Slack as the bot meets it: how it is spoken to, and the door that its requests come through."""

    chats: OneWorkspace | Workspaces
    front: Callable[[Listeners], Front]


def make_slack(settings: Settings) -> Slack:
    """One workspace by its tokens through a socket, or all that installed the app over HTTP."""
    return over_http(settings) if settings.nutgraf_http else over_socket(settings)


def over_socket(settings: Settings) -> Slack:
    """Socket Mode."""
    client = web_client(characters(settings.slack_bot_token), settings.slack_api_url)
    app_token = characters(settings.slack_app_token)
    return Slack(OneWorkspace(client), lambda listeners: SocketFront(client, app_token, listeners))


def over_http(settings: Settings) -> Slack:
    """HTTP mode."""
    keys = HttpKeys(
        signing_secret=characters(settings.slack_signing_secret),
        client_id=settings.slack_client_id or "",
        client_secret=characters(settings.slack_client_secret),
        public_url=settings.nutgraf_public_url,
    )
    workspaces = Workspaces(
        settings.installations, keys.client_id, keys.client_secret, settings.slack_api_url
    )

    def front(listeners: Listeners) -> WebServer:
        app = make_app(workspaces, keys, listeners)
        site = make_site(app, make_flow(workspaces, keys, wanted_scopes(settings)))
        return WebServer(site, *settings.http_address)

    return Slack(workspaces, front)
