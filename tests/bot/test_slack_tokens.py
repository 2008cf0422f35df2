"""What is no token is told before it goes over the network, in one sentence that shows none of its characters."""

from __future__ import annotations

import pytest

from bot.settings import Settings
from bot.slack.check import slack_problems
from bot.slack.tokens import token_problems
from tests.bot.terminal import terminal_in

SECRET = "7hq9xs"  # noqa: S105  # what must not be shown
BOT, APP = f"xoxb-{SECRET}", f"xapp-{SECRET}"
NOWHERE = "http://127.0.0.1:1/"  # where asking would show


def told(bot, app):
    settings = Settings(slack_bot_token=bot, slack_app_token=app, slack_api_url=NOWHERE, _env_file=None)
    return list(slack_problems(settings))


@pytest.mark.parametrize(
    ("bot", "app", "said"),
    [
        (None, APP, "SLACK_BOT_TOKEN is missing"),
        (BOT, None, "SLACK_APP_TOKEN is missing"),
        ("xoxb-…", APP, "SLACK_BOT_TOKEN is not a whole token"),
        (f"xoxb-{SECRET}…", APP, "SLACK_BOT_TOKEN is not a whole token"),
        (f" xoxb-{SECRET}", APP, "SLACK_BOT_TOKEN is not a whole token"),
        (f"xoxb-{SECRET}\n", APP, "SLACK_BOT_TOKEN is not a whole token"),
        (BOT, "xapp-…", "SLACK_APP_TOKEN is not a whole token"),
        (APP, APP, "SLACK_BOT_TOKEN holds an app-level token (xapp-…)"),
        (BOT, BOT, "SLACK_APP_TOKEN holds a bot token (xoxb-…)"),
        (APP, BOT, "SLACK_BOT_TOKEN and SLACK_APP_TOKEN are swapped"),
        (f"xoxp-{SECRET}", APP, "SLACK_BOT_TOKEN is no bot token, which begins with xoxb-"),
        (BOT, SECRET, "SLACK_APP_TOKEN is no app-level token, which begins with xapp-"),
        (f"xoxe.xoxb-{SECRET}", APP, "SLACK_BOT_TOKEN is a token that ends after twelve hours"),
    ],
)
def test_what_is_no_token_is_told_without_asking_slack(bot, app, said):
    """One sentence; with the sound other token nothing else is said."""
    (problem,) = told(bot, app)
    assert problem.startswith(said)
    assert SECRET not in problem


def test_tokens_that_could_be_such_are_asked_about():
    """Of Slack, which is not reached here."""
    (problem,) = told(BOT, APP)
    assert problem.startswith("Slack cannot be reached")


def test_run_with_the_token_of_the_docs_ends_in_one_sentence(tmp_path, monkeypatch, capsys):
    """No traceback, and no folder for data."""
    said = terminal_in(tmp_path, monkeypatch, capsys)("run", SLACK_BOT_TOKEN=BOT + "…", SLACK_APP_TOKEN=APP)
    assert (said.status, said.err.count("\n")) == (1, 1)
    assert said.err.startswith("SLACK_BOT_TOKEN is not a whole token")
    assert list(tmp_path.iterdir()) == []


def test_http_mode_has_three_keys_to_look_at():
    """Those that are missing, and one that was copied with its ellipsis."""
    keys = {"slack_signing_secret": "…", "slack_client_id": "1.2"}
    settings = Settings(nutgraf_http="127.0.0.1:0", **keys, _env_file=None)
    signing, secret = token_problems(settings)
    assert signing.startswith("SLACK_SIGNING_SECRET is not a whole token")
    assert secret.startswith("SLACK_CLIENT_SECRET is missing")
