"""Whether Slack's tokens and keys look like such, before one goes over the network. No sentence shows one's characters."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import SecretStr

from bot.settings import Settings

BOT, APP, ROTATED = "xoxb-", "xapp-", "xoxe.xoxb-"
WHERE = "(see docs/slack.md)"
BOT_PLACE = "your app's page, OAuth & Permissions"
APP_PLACE = "your app's page, Basic Information"
NO_BOT = (
    f"SLACK_BOT_TOKEN is missing: copy the Bot User OAuth Token ({BOT}…) from {BOT_PLACE}, into .env {WHERE}."
)
NO_APP = (
    f"SLACK_APP_TOKEN is missing: make an app-level token ({APP}…) with connections:write on {APP_PLACE}, "
    f"and copy it into .env {WHERE}."
)
SWAPPED = "SLACK_BOT_TOKEN and SLACK_APP_TOKEN are swapped: exchange their values."
ENDS = (
    f"SLACK_BOT_TOKEN is a token that ends after twelve hours ({ROTATED}…), and only HTTP mode renews such tokens "
    "(docs/workspaces.md): use an app without token rotation."
)
NO_KEY = "{} is missing: copy it from your app's page, Basic Information, App Credentials, into .env (see docs/workspaces.md)."
KEYS = ("slack_signing_secret", "slack_client_id", "slack_client_secret")


def token_problems(settings: Settings) -> Iterator[str]:
    """What is wrong with two tokens, or in HTTP mode with three keys; nothing is asked of Slack."""
    if settings.nutgraf_http:
        for key in KEYS:
            yield from key_problems(key.upper(), characters(getattr(settings, key)))
        return
    if characters(settings.slack_bot_token).startswith(APP) and characters(
        settings.slack_app_token
    ).startswith(BOT):
        yield SWAPPED
        return
    yield from bot_token_problems(settings)
    yield from app_token_problems(settings)


def key_problems(name: str, key: str) -> Iterator[str]:
    """Of one of HTTP mode's keys."""
    if not key:
        yield NO_KEY.format(name)
    elif not is_plain(key):
        yield cut_short(name, "your app's page, Basic Information, App Credentials")


def bot_token_problems(settings: Settings) -> Iterator[str]:
    """Of SLACK_BOT_TOKEN."""
    token = characters(settings.slack_bot_token)
    if not token:
        yield NO_BOT
    elif not is_plain(token):
        yield cut_short("SLACK_BOT_TOKEN", f"{BOT_PLACE} {WHERE}")
    elif token.startswith(APP):
        yield f"SLACK_BOT_TOKEN holds an app-level token ({APP}…), which belongs into SLACK_APP_TOKEN {WHERE}."
    elif token.startswith(ROTATED):
        yield ENDS
    elif not token.startswith(BOT):
        yield f"SLACK_BOT_TOKEN is no bot token, which begins with {BOT}: copy the Bot User OAuth Token from {BOT_PLACE} {WHERE}."


def app_token_problems(settings: Settings) -> Iterator[str]:
    """Of SLACK_APP_TOKEN."""
    token = characters(settings.slack_app_token)
    if not token:
        yield NO_APP
    elif not is_plain(token):
        yield cut_short("SLACK_APP_TOKEN", f"{APP_PLACE} {WHERE}")
    elif token.startswith((BOT, ROTATED)):
        yield f"SLACK_APP_TOKEN holds a bot token ({BOT}…), which belongs into SLACK_BOT_TOKEN {WHERE}."
    elif not token.startswith(APP):
        yield f"SLACK_APP_TOKEN is no app-level token, which begins with {APP}: make one on {APP_PLACE} {WHERE}."


def cut_short(name: str, place: str) -> str:
    """Of a token with a character that no token has."""
    return f"{name} is not a whole token, for it holds a blank or another character that none has (such as “…”): copy all of it from {place}."


def is_plain(token: str) -> bool:
    """Whether a token is of visible ASCII characters alone, which is all that a header can carry."""
    return token.isascii() and token.isprintable() and " " not in token


def characters(token: SecretStr | str | None) -> str:
    """A token's characters, none where there is none."""
    return token.get_secret_value() if isinstance(token, SecretStr) else token or ""
