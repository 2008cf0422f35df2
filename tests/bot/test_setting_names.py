"""Misspelt settings are named, with the right name where one is near; other programs' are left alone."""

from __future__ import annotations

import logging

import pytest

from bot.setting_names import unknown_names, warn_of_unknown_names
from bot.settings import Settings


@pytest.fixture
def env_file(tmp_path):
    return tmp_path / ".env"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("NUTGRAF_TIMEZNE", "NUTGRAF_TIMEZONE"),
        ("SLACK_BOT_TOKN", "SLACK_BOT_TOKEN"),
        ("slack_app_tokens", "SLACK_APP_TOKEN"),
        ("NUTGRF_DATA_DIR", "NUTGRAF_DATA_DIR"),
        ("NUTGRAF_DIGEST", "NUTGRAF_DIGEST_TIME"),
        ("NUTGRAF_KEEP", "NUTGRAF_KEEP_DAYS"),
    ],
)
def test_a_misspelt_name_is_told_with_the_right_one(written, meant, env_file):
    """In the environment and in .env."""
    (said,) = unknown_names({written: "x"}, env_file)
    assert said == f"{written} in the environment is no setting of Nutgraf; did you mean {meant}?"
    env_file.write_text(f"{written}=x\n")
    (said,) = unknown_names({}, env_file)
    assert said == f"{written} in {env_file} is no setting of Nutgraf; did you mean {meant}?"


def test_a_name_of_ours_that_resembles_none_is_told(env_file):
    """Without a guess."""
    (said,) = unknown_names({"NUTGRAF_WEATHER": "x"}, env_file)
    assert said == "NUTGRAF_WEATHER in the environment is no setting of Nutgraf."


def test_other_tools_of_slack_may_have_names_in_the_environment(env_file):
    """In our own file they are told."""
    others = ("SLACK_WEBHOOK_URL", "SLACK_CHANNEL", "SLACK_TOKEN", "SLACK_USER_TOKEN")
    assert unknown_names(dict.fromkeys(others, "x"), env_file) == ()
    env_file.write_text("".join(f"{name}=x\n" for name in others))
    assert len(unknown_names({}, env_file)) == len(others)


def test_a_name_near_ours_is_another_tools_where_ours_is_set(env_file):
    """SLACK_API_TOKEN is widely used, and one letter from ours."""
    assert unknown_names({"SLACK_API_TOKEN": "x", "SLACK_APP_TOKEN": "y"}, env_file) == ()
    env_file.write_text("SLACK_APP_TOKEN=\n")
    (said,) = unknown_names({"SLACK_API_TOKEN": "x"}, env_file)
    assert "did you mean SLACK_APP_TOKEN?" in said


def test_right_names_and_strangers_are_not_told(env_file):
    """In any case of letters, as the settings are read."""
    env_file.write_text("COMPOSE_PROJECT_NAME=desk\nTZ=UTC\n")
    named = {**dict.fromkeys(Settings.model_fields, "x"), "PATH": "x", "LANG": "x"}
    assert unknown_names({**named, **{name.upper(): "x" for name in named}}, env_file) == ()


def test_a_starting_process_warns_in_one_line(tmp_path, monkeypatch, caplog):
    """Of all of them."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("NUTGRAF_TIMEZNE=UTC\nNUTGRAF_READRS=2\n")
    with caplog.at_level(logging.WARNING):
        warn_of_unknown_names()
    (record,) = caplog.records
    assert "NUTGRAF_TIMEZONE?" in record.message
    assert "NUTGRAF_READERS?" in record.message
