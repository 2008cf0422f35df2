"""One web site, one reading process and one running bot for all tests that need the whole of it."""

from __future__ import annotations

import json

import pytest

from bot.fetch.from_settings import make_fetcher
from bot.readers.pool import PoolReading
from bot.settings import Settings
from bot.slack.check import MANIFEST
from summarizer.default_model import DEFAULT_MODEL
from tests.bot.newsroom import COPY, FERRY, FOREIGN, FRONT, Newsroom
from tests.bot.reading_once import read_once
from tests.corpus import pages
from tests.fakes.pages import FakeSite
from tests.fakes.slack import FakeSlack


@pytest.fixture(scope="session")
def site():
    """Four pages of the corpus, under short addresses."""
    corpus = {
        FERRY: "ferry-aldermouth-courier",
        COPY: "ferry-plains-examiner",
        FRONT: "front-page-capital-standard",
        FOREIGN: "bridge-nordhafener-rundschau",
    }
    with FakeSite({path: pages()[slug].read_bytes() for path, slug in corpus.items()}) as running:
        yield running


@pytest.fixture(scope="session")
def reading(site):
    """One reading process for all tests, as loading the model takes a while; it reads each page once."""
    fetcher = make_fetcher(Settings(nutgraf_allowed_hosts=site.host, _env_file=None))
    running = PoolReading(fetcher, DEFAULT_MODEL, 1, act=read_once)
    yield running
    running.close()


@pytest.fixture(scope="module")
def running(site, reading, tmp_path_factory):
    """A newsroom with the bot running, in a Slack that tells and allows what our manifest asks for."""
    with FakeSlack(manifest=json.loads(MANIFEST.read_text(encoding="utf-8"))) as slack:
        room = Newsroom(slack, site, reading, tmp_path_factory.mktemp("bot"))
        room.start()
        yield room
        room.stop()


@pytest.fixture
def newsroom(running):
    """The running newsroom, with a channel of this test's own and a healthy Slack."""
    running.slack.heal()
    running.open_channel()
    return running
