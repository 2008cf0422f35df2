"""A sentence that cannot be read costs itself: the brief comes and says so, and the log has where and why."""

from __future__ import annotations

import logging
from collections.abc import Iterable

import pytest

from bot.fetch.from_settings import make_fetcher
from bot.log import JsonLines
from bot.readers.many import ArchiveText, Readers, Work
from bot.readers.pool import PoolReading
from bot.readers.reading import article_of, the_reader
from bot.settings import Settings
from handlers.render.shapes import unread_shape
from summarizer.attribution.tagged import Tagged
from summarizer.default_model import DEFAULT_MODEL
from summarizer.model import Span, Unread
from summarizer.reader import Reader
from tests.bot.newsroom import FERRY, Newsroom
from tests.bot.poison import be_ready
from tests.fakes.slack import FakeSlack

pytestmark = [pytest.mark.slow, pytest.mark.model]

WORDS = "Six bodies have been recovered"
UNREAD = Unread(Span(3, 40), "IndexError at agree.py:97 limits", "https://courier.example/dam")


class Stumbling:
    """A tagger that fails with one sentence of the ferry's article and hands on the others."""

    def __init__(self, tagger) -> None:
        self.tagger = tagger

    def tag(self, texts: Iterable[str]) -> tuple[Tagged, ...]:
        (text,) = texts
        if WORDS in text:
            raise IndexError(text)
        return self.tagger.tag([text])


def read_stumbling(page):
    """In a reading process: the page, of which one sentence cannot be read."""
    whole = the_reader()
    return Reader(whole.pipeline, Stumbling(whole.tagger)).brief([article_of(page)])


@pytest.fixture
def room(site, tmp_path):
    """A newsroom whose reading process fails with a sentence."""
    fetcher = make_fetcher(Settings(nutgraf_allowed_hosts=site.host, _env_file=None))
    reading = PoolReading(fetcher, DEFAULT_MODEL, 1, act=read_stumbling)
    with FakeSlack() as slack:
        running = Newsroom(slack, site, reading, tmp_path)
        running.start()
        running.open_channel()
        yield running
        running.stop()
    reading.close()


def test_the_brief_of_the_other_sentences_is_posted_and_says_so(room, caplog):
    """In Slack with a reference; the log has it with the place in the code, and no word of the article."""
    with caplog.at_level(logging.ERROR, "nutgraf.reading"):
        (brief,) = room.answers(room.share(FERRY))
    shown = str(brief.blocks)
    assert "1 sentence could not be read (reference " in shown
    reference = shown.split("could not be read (reference ")[1][:8]
    assert "said" in shown
    (record,) = (one for one in caplog.records if one.name == "nutgraf.reading")
    facts = record.fields
    assert (facts["reference"], facts["url"]) == (reference, room.site.url(FERRY))
    assert facts["fault"].startswith("IndexError at test_unread.py")
    assert "bodies" not in JsonLines().format(record)


def read_lines(entries):
    """In a process: lines, each with a sentence that could not be read."""
    return [{"unread": [unread_shape(UNREAD)]} for _ in entries]


def test_an_archive_s_lines_are_logged_too(caplog):
    """By the process that writes them."""
    with caplog.at_level(logging.ERROR, "nutgraf.reading"), Readers(Work(read_lines, be_ready), 1) as readers:
        ((_, line),) = readers.read([ArchiveText("1", UNREAD.url, "text")])
    assert line["unread"][0]["reference"] == UNREAD.reference
    (record,) = (one for one in caplog.records if one.name == "nutgraf.reading")
    assert (record.fields["reference"], record.fields["url"]) == (UNREAD.reference, UNREAD.url)
