"""Whether Slack will have us: tokens and scopes, each problem in a sentence that says where to mend it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from slack_sdk.errors import SlackApiError, SlackClientError

from bot.settings import Settings, SettingsError
from bot.slack.chat import web_client
from bot.slack.tokens import APP_PLACE, BOT_PLACE, WHERE, bot_token_problems, characters, token_problems

MANIFEST = Path(__file__).parents[1] / "manifest.json"  # in a checkout a link to the one of the root folder
UNFURL_SCOPES = frozenset({"links:read", "links:write"})
WITH_ADDITION = (
    "manifest.json, with what docs/slack.md adds to it under Previews of links,"  # else the domains were gone
)


def slack_problems(settings: Settings) -> Iterator[str]:
    """What keeps the bot from running in Slack; nothing when all is well."""
    wrong = list(token_problems(settings))
    if wrong or settings.nutgraf_http:  # over HTTP each workspace has tokens of its own
        yield from wrong
        return
    yield from refused_bot_token(settings)
    yield from refused_app_token(settings)


def require_tokens(settings: Settings) -> None:
    """Raises SettingsError when Slack cannot be spoken to."""
    problems = () if settings.nutgraf_http else tuple(bot_token_problems(settings))
    if problems:
        raise SettingsError(problems)


def refused_bot_token(settings: Settings) -> Iterator[str]:
    """Whether Slack knows the bot token."""
    try:
        web_client(characters(settings.slack_bot_token), settings.slack_api_url).auth_test()
    except SlackApiError as error:
        yield f"Slack does not accept SLACK_BOT_TOKEN ({code_of(error)}): copy it again from {BOT_PLACE} {WHERE}."
    except (SlackClientError, OSError) as error:
        kind = type(error).__name__
        yield f"Slack cannot be reached at {settings.slack_api_url} ({kind}): check this machine's network."


def refused_app_token(settings: Settings) -> Iterator[str]:
    """Whether the app-level token opens a socket."""
    token = characters(settings.slack_app_token)
    try:
        web_client(None, settings.slack_api_url).apps_connections_open(app_token=token)
    except SlackApiError as error:
        yield (
            f"Slack does not accept SLACK_APP_TOKEN ({code_of(error)}): make a new one with connections:write on "
            f"{APP_PLACE} {WHERE}."
        )
    except (SlackClientError, OSError):
        return  # told by refused_bot_token


def scope_problems(settings: Settings) -> Iterator[str]:
    """What the app may not do, as far as Slack says what it may; the rest works without."""
    granted = granted_scopes(settings)
    lacking = wanted_scopes(settings) - granted if granted is not None else ()
    pasted = WITH_ADDITION if settings.nutgraf_unfurls else "manifest.json"
    if lacking:
        yield (
            f"The app lacks the scopes {', '.join(sorted(lacking))}: paste {pasted} into your app's page, "
            f"App Manifest, and install it again {WHERE}."
        )


def granted_scopes(settings: Settings) -> frozenset[str] | None:
    """What the app may do, by Slack's word; None where there is no token to ask with, or no answer.

    Over HTTP each workspace grants what the app asks for, or does not install it.
    """
    if settings.nutgraf_http or list(bot_token_problems(settings)):
        return None
    try:
        answer = web_client(characters(settings.slack_bot_token), settings.slack_api_url).auth_test()
    except (SlackClientError, OSError):
        return None  # told by refused_bot_token
    headers = {str(name).lower(): str(value) for name, value in dict(answer.headers).items()}
    granted = headers.get("x-oauth-scopes")
    return None if granted is None else frozenset(scope.strip() for scope in granted.split(","))


def wanted_scopes(settings: Settings) -> frozenset[str]:
    """The bot scopes in manifest.json, and those that a setting makes needed."""
    manifest = json.loads(MANIFEST.read_text(encoding="utf-8"))
    scopes = frozenset(manifest["oauth_config"]["scopes"]["bot"])
    return scopes | UNFURL_SCOPES if settings.nutgraf_unfurls else scopes


def code_of(error: SlackApiError) -> str:
    """Slack's error code."""
    return str(error.response.get("error") or error.response.status_code)
