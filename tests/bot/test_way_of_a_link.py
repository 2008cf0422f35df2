"""The way from a shared link to Slack is short enough to be read at once."""

from __future__ import annotations

import traceback
from datetime import UTC, datetime
from pathlib import Path

import pytest
from slack_sdk import WebClient

from bot.compose.archive import open_database
from bot.compose.desk import make_works
from bot.settings import Settings
from bot.slack.chat import OneWorkspace
from handlers.flows.links.share import SHARE_FLOW, Share
from tests.fakes.desk import FakeReading
from tests.fakes.directory import FakeDirectory
from tests.fakes.slack import FakeSlack

pytestmark = pytest.mark.slow  # an engine and a server

ROOT = Path(__file__).parents[2]
OURS = tuple(f"{ROOT / package}/" for package in ("bot", "handlers"))
MOST_FRAMES = 13


class WatchedClient(WebClient):
    """A client of Slack that remembers which of our functions stood above each posted message."""

    def __init__(self, **settings) -> None:
        super().__init__(**settings)
        self.stacks: list[list[str]] = []

    def api_call(self, api_method, **given):
        if api_method == "chat.postMessage":
            frames = traceback.extract_stack()
            self.stacks.append([frame.name for frame in frames if frame.filename.startswith(OURS)])
        return super().api_call(api_method, **given)


def test_few_of_our_functions_stand_above_a_posted_brief(tmp_path):
    """From the flow that the engine runs to the request."""
    with FakeSlack() as slack:
        ana = slack.user("ana")
        channel = slack.channel("desk", (ana,))
        settings = Settings(nutgraf_data_dir=tmp_path, _env_file=None)
        client = WatchedClient(token=slack.bot_token, base_url=slack.url, retry_handlers=[])
        works = make_works(
            settings,
            open_database(settings),
            OneWorkspace(client),
            FakeReading(),
            lambda: datetime.now(UTC),
            directory=FakeDirectory(),
        )
        works.engine.launch()
        ts = slack.post_as_user(channel, "a link", ana)
        share = Share("T1", channel, ts, ts, ana, ("https://news.example/dam",))
        works.engine.begin(SHARE_FLOW, share.flow_id, share.to_json())
        assert works.engine.result(share.flow_id)["answers"] == ["brief"]
        works.engine.close()
    (stack,) = client.stacks
    assert len(stack) <= MOST_FRAMES, "\n".join(stack)
