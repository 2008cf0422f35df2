"""HTTP mode: Slack's requests for many workspaces, and the pages by which a workspace installs the app.

Everything that is not signed by Slack, is older than five minutes or comes from a workspace that has not installed
the app is answered 401 before any work is done for it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from slack_bolt import App, BoltRequest, BoltResponse
from slack_bolt.adapter.starlette.handler import to_bolt_request, to_starlette_response
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.oauth import OAuthFlow
from slack_bolt.oauth.oauth_settings import OAuthSettings
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.slack.workspaces import Workspaces
from handlers.domain.errors import ForeignWorkspace
from handlers.listeners import Listeners

LONGEST_BODY = 1024 * 1024  # bytes; Slack's largest payloads (a full modal's state) stay under 300 kB
EVENTS, INSTALL, REDIRECT = "/slack/events", "/slack/install", "/slack/oauth_redirect"
UNKNOWN = Response(status_code=401)


@dataclass(frozen=True, slots=True)
class HttpKeys:
    """What Slack gave the app for HTTP mode; `public_url` is where Slack's people reach this server."""

    signing_secret: str
    client_id: str
    client_secret: str
    public_url: str = ""


def make_app(workspaces: Workspaces, keys: HttpKeys, listeners: Listeners) -> App:
    """The Bolt app: it checks signatures, knows workspaces by their installation, and has the listeners."""
    app = App(
        client=workspaces.client(None),
        signing_secret=keys.signing_secret,
        authorize=authorizing(workspaces),
        process_before_response=True,
        raise_error_for_unhandled_request=True,
    )
    listeners.register(app)
    return app


def authorizing(workspaces: Workspaces) -> Callable[..., AuthorizeResult]:
    """Who we are in a workspace, from what was kept when it installed the app: Slack is not asked each time."""

    def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
        installed = workspaces.find(team_id or "")
        if installed is None:
            raise ForeignWorkspace(team_id)
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            bot_token=installed.bot_token,
            bot_id=installed.bot_id,
            bot_user_id=installed.bot_user_id,
        )

    return authorize


def make_flow(workspaces: Workspaces, keys: HttpKeys, scopes: frozenset[str]) -> OAuthFlow:
    """Installing: Slack's page asks a person, and comes back with a code for the token."""
    settings = OAuthSettings(
        client_id=keys.client_id,
        client_secret=keys.client_secret,
        scopes=sorted(scopes),
        redirect_uri=f"{keys.public_url.rstrip('/')}{REDIRECT}" if keys.public_url else None,
        install_path=INSTALL,
        redirect_uri_path=REDIRECT,
        installation_store=workspaces.installations,
        state_store=workspaces.states,
    )
    return OAuthFlow(client=workspaces.client(None), settings=settings)


def make_site(app: App, flow: OAuthFlow) -> Starlette:
    """The three addresses that Slack and installing people use."""

    async def events(request: Request) -> Response:
        body = await limited_body(request)
        if body is None:
            return Response(status_code=413)
        return await run_in_threadpool(dispatch, app, request, body)

    async def install(request: Request) -> Response:
        return await run_in_threadpool(answered, flow.handle_installation, request)

    async def redirect(request: Request) -> Response:
        return await run_in_threadpool(answered, flow.handle_callback, request)

    return Starlette(
        routes=[
            Route(EVENTS, events, methods=["POST"]),
            Route(INSTALL, install, methods=["GET"]),
            Route(REDIRECT, redirect, methods=["GET"]),
            Route("/", lambda _: PlainTextResponse("Nutgraf"), methods=["GET"]),
        ]
    )


async def limited_body(request: Request) -> bytes | None:
    """The request's body, or None when it is longer than any of Slack's."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_BODY:
            return None
    return bytes(body)


def dispatch(app: App, request: Request, body: bytes) -> Response:
    """Hand a request of Slack's to the app."""
    try:
        return to_starlette_response(app.dispatch(to_bolt_request(request, body)))
    except ValueError:  # a body that is no JSON or no UTF-8: Slack sends none
        return UNKNOWN


def answered(answer: Callable[[BoltRequest], BoltResponse], request: Request) -> Response:
    """A page of the installation."""
    return to_starlette_response(answer(to_bolt_request(request, b"")))
