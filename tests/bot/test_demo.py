"""The demo, act by act."""

from __future__ import annotations

import io
from datetime import timedelta
from itertools import count

import pytest
from rich.console import Console

from bot.cli.demo import DemoChat, share, show_proof
from bot.compose.archive import make_store, open_database
from bot.compose.desk import make_works
from bot.settings import Settings
from bot.terminal_chat import NoPeople
from handlers.domain.errors import Unreachable
from tests.fakes.desk import MORNING, FakeReading

pytestmark = pytest.mark.slow  # an engine


@pytest.fixture
def demo(tmp_path):
    """A demo on a machine that is so slow that an hour passes between two looks at the clock."""
    settings = Settings(nutgraf_data_dir=tmp_path, _env_file=None)
    console, hours = Console(file=io.StringIO(), width=200), count()
    chat, database, reading = DemoChat(console), open_database(settings), FakeReading()
    works = make_works(
        settings,
        database,
        chat,
        reading,
        lambda: MORNING + next(hours) * timedelta(hours=1),
        directory=NoPeople(),
    )
    works.engine.launch()

    def play():
        share(works, chat, "demo.example", 1)
        show_proof(console, make_store(settings, database))
        return console.file.getvalue()

    yield play, reading
    works.engine.close()


def test_a_slow_machine_shows_the_first_brief_and_its_proof(demo):
    """Its message still holds the link, however long the page was read."""
    play, _ = demo
    shown = play()
    assert "Nutgraf, in the thread of" in shown
    assert "The dam will hold" in shown


def test_a_page_that_cannot_be_read_ends_no_demo(demo):
    """It is said, as in Slack, and there is no proof to show."""
    play, reading = demo
    reading.pages = {"http://demo.example/ferry-aldermouth-courier.html": Unreachable("x")}
    assert "Nutgraf" in play()
