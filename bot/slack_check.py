"""Whether Slack will have us: tokens and scopes, each problem in a sentence that says where to mend it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from slack_sdk.errors import SlackApiError, SlackClientError

from bot.chat import web_client
from bot.settings import Settings, SettingsError

MANIFEST = Path(__file__).resolve().parent.parent / "manifest.json"
UNFURL_SCOPES = frozenset({"links:read", "links:write"})
WITH_ADDITION = (
    "manifest.json, with what docs/slack.md adds to it under Previews of links,"  # else the domains were gone
)
WHERE = "see docs/slack.md"
BOT_TOKEN = (
    "SLACK_BOT_TOKEN is missing: copy the Bot User OAuth Token (xoxb-…) from your app's page, "
    f"OAuth & Permissions, into .env ({WHERE})."
)
APP_TOKEN = (
    "SLACK_APP_TOKEN is missing: make an app-level token (xapp-…) with connections:write on your app's page, "
    f"Basic Information, and copy it into .env ({WHERE})."
)


KEY = "{} is missing: copy it from your app's page, Basic Information, App Credentials, into .env (see docs/workspaces.md)."


def slack_problems(settings: Settings) -> Iterator[str]:
    """What keeps the bot from running in Slack; nothing when all is well."""
    missing = list(missing_tokens(settings))
    if missing or settings.nutgraf_http:  # over HTTP each workspace has tokens of its own
        yield from missing
        return
    yield from bot_token_problems(settings)
    yield from app_token_problems(settings)


def missing_tokens(settings: Settings) -> Iterator[str]:
    """What the settings lack: two tokens, or in HTTP mode three keys."""
    if settings.nutgraf_http:
        keys = ("slack_signing_secret", "slack_client_id", "slack_client_secret")
        yield from (KEY.format(key.upper()) for key in keys if not getattr(settings, key))
        return
    if not settings.slack_bot_token:
        yield BOT_TOKEN
    if not settings.slack_app_token:
        yield APP_TOKEN


def require_tokens(settings: Settings) -> None:
    """Raises SettingsError when Slack cannot be spoken to."""
    if not settings.nutgraf_http:
        require_bot_token(settings)


def require_bot_token(settings: Settings) -> str:
    """The bot token. Raises SettingsError when there is none."""
    if not settings.slack_bot_token:
        raise SettingsError((BOT_TOKEN,))
    return settings.slack_bot_token.get_secret_value()


def bot_token_problems(settings: Settings) -> Iterator[str]:
    """Whether Slack knows the bot token."""
    try:
        web_client(require_bot_token(settings), settings.slack_api_url).auth_test()
    except SlackApiError as error:
        yield (
            f"Slack does not accept SLACK_BOT_TOKEN ({code_of(error)}): copy it again from your app's page, "
            f"OAuth & Permissions ({WHERE})."
        )
    except (SlackClientError, OSError) as error:
        kind = type(error).__name__
        yield f"Slack cannot be reached at {settings.slack_api_url} ({kind}): check this machine's network."


def scope_problems(settings: Settings) -> Iterator[str]:
    """What the app may not do; the rest works without. Over HTTP each workspace grants what the app asks for."""
    if settings.nutgraf_http:
        return
    try:
        answer = web_client(require_bot_token(settings), settings.slack_api_url).auth_test()
    except (SlackClientError, OSError):
        return  # told by bot_token_problems
    headers = {str(name).lower(): str(value) for name, value in dict(answer.headers).items()}
    granted = headers.get("x-oauth-scopes")
    lacking = wanted_scopes(settings) - {scope.strip() for scope in (granted or "").split(",")}
    pasted = WITH_ADDITION if settings.nutgraf_unfurls else "manifest.json"
    if granted is not None and lacking:
        yield (
            f"The app lacks the scopes {', '.join(sorted(lacking))}: paste {pasted} into your app's page, "
            f"App Manifest, and install it again ({WHERE})."
        )


def app_token_problems(settings: Settings) -> Iterator[str]:
    """Whether the app-level token opens a socket."""
    token = settings.slack_app_token.get_secret_value() if settings.slack_app_token else ""
    try:
        web_client(None, settings.slack_api_url).apps_connections_open(app_token=token)
    except SlackApiError as error:
        yield (
            f"Slack does not accept SLACK_APP_TOKEN ({code_of(error)}): make a new one with connections:write on "
            f"your app's page, Basic Information ({WHERE})."
        )
    except (SlackClientError, OSError):
        return  # told by bot_token_problems


def wanted_scopes(settings: Settings) -> frozenset[str]:
    """The bot scopes in manifest.json, and those that a setting makes needed."""
    manifest = json.loads(MANIFEST.read_text(encoding="utf-8"))
    scopes = frozenset(manifest["oauth_config"]["scopes"]["bot"])
    return scopes | UNFURL_SCOPES if settings.nutgraf_unfurls else scopes


def code_of(error: SlackApiError) -> str:
    """Slack's error code."""
    return str(error.response.get("error") or error.response.status_code)
