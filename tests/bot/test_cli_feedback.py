"""`feedback` gives the reasons of "Not useful" to whoever runs the bot."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner

from bot.cli.feedback import command
from bot.compose.archive import make_store, open_database
from bot.settings import Settings
from bot.store.feedback import FeedbackStore
from handlers.ports import Filing
from tests.fakes.desk import brief_of

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
URL = "https://courier.example/dam"


@pytest.fixture
def feedback(tmp_path):
    """The command over an archive with one brief; beside it, what people press."""
    settings = Settings(nutgraf_data_dir=tmp_path, _env_file=None)
    database = open_database(settings)
    filing = Filing("share:1/0", "T1", "C1", "U1", "1.0", "channel", AT)
    make_store(settings, database).file(filing, brief_of(URL), [URL])

    def run(*words: str) -> str:
        shown = CliRunner().invoke(command, [*words], env={"NUTGRAF_DATA_DIR": str(tmp_path)})
        assert shown.exit_code == 0, shown.output
        return shown.stdout

    return run, FeedbackStore(database)


def test_each_press_is_listed_with_its_brief_its_reason_and_its_person(feedback):
    """The newest first; a press without a reason says so."""
    run, kept = feedback
    kept.keep("share:1/0", "U7", AT)
    kept.explain("share:1/0", "U8", "The lead is\nyesterday's news.", AT + timedelta(hours=1))
    assert run().splitlines() == [
        "2026-03-02 10:00  The lead is yesterday's news.",
        f"    Story at {URL} (share:1/0), in C1 by U8",
        "2026-03-02 09:00  no reason given",
        f"    Story at {URL} (share:1/0), in C1 by U7",
    ]


def test_json_has_the_same_for_scripts(feedback):
    """One array; at most so many as were asked for."""
    run, kept = feedback
    assert json.loads(run("--json")) == []
    kept.explain("share:1/0", "U8", "Too long.", AT)
    kept.keep("share:1/0", "U9", AT + timedelta(hours=1))
    both = json.loads(run("--json"))
    assert [(one["user"], one["reason"]) for one in both] == [("U9", None), ("U8", "Too long.")]
    assert json.loads(run("--json", "--limit", "1")) == [
        {
            "brief_id": "share:1/0",
            "title": f"Story at {URL}",
            "url": URL,
            "channel": "C1",
            "user": "U9",
            "at": (AT + timedelta(hours=1)).isoformat(),
            "reason": None,
        }
    ]


def test_nothing_pressed_is_said_in_a_sentence(feedback):
    """No empty screen."""
    run, _ = feedback
    assert run() == "Nobody has found a brief not useful.\n"
