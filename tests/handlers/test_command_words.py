"""What each word of /brief and /digest owes: a handler, its place in the texts that list the words, and a test in Slack."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest

from handlers.commands.brief import WORDS as BRIEF_WORDS
from handlers.commands.brief import Help, parse_brief
from handlers.commands.digest import WORDS as DIGEST_WORDS
from handlers.commands.digest import parse_digest
from handlers.listeners.commands import SlashCommands
from handlers.render.slack import BRIEF_USES, DIGEST_USES
from tests.fakes.desk import FakeDesk

ROOT = Path(__file__).resolve().parents[2]
WORDS = [("/brief", word) for word in BRIEF_WORDS] + [("/digest", word) for word in DIGEST_WORDS]
EACH = pytest.mark.parametrize(
    ("command", "word"), WORDS, ids=[f"{command[1:]}-{word.word}" for command, word in WORDS]
)


@cache
def text_of(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def words_listed(path: str, command: str) -> set[str]:
    """The first word of each `code` in the first column of a page's rows that begin with `command`."""
    rows = (row for row in text_of(path).splitlines() if row.startswith(f"| `{command} "))
    cells = (row.split("|")[1] for row in rows)
    codes = (code.removeprefix(f"{command} ") for cell in cells for code in re.findall("`([^`]+)`", cell))
    return {code.split()[0] for code in codes}


@EACH
@pytest.mark.parametrize("page", ["docs/using.md", "docs/slack.md"])
def test_a_word_is_in_the_pages_that_list_them(command, word, page):
    """In a row that begins with its command."""
    assert word.word in words_listed(page, command)


@EACH
def test_a_word_is_in_the_hint_that_slack_shows(command, word):
    """Whoever types the command sees it."""
    commands = json.loads(text_of("manifest.json"))["features"]["slash_commands"]
    (hint,) = (one["usage_hint"] for one in commands if one["command"] == command)
    assert re.search(rf"(?:^|\| ){word.word}(?: |$)", hint)


@EACH
def test_a_word_is_in_the_help_with_an_example(command, word):
    """And with what it does."""
    uses = {"/brief": BRIEF_USES, "/digest": DIGEST_USES}[command]
    assert [use.does for use in uses if use.typed == word.typed(command)] == [word.does]


@EACH
def test_a_words_example_is_understood(command, word):
    """The help shows nothing that is answered with help."""
    text = word.typed(command).removeprefix(command)
    understood = parse_brief(text) if command == "/brief" else parse_digest(text)
    assert word.word == "help" or not (understood is None or isinstance(understood, Help))


@EACH
def test_a_word_has_a_handler(tmp_path, command, word):
    """Slack gets one answer, at once."""
    fake = FakeDesk(tmp_path)
    listener = SlashCommands(fake.engine, fake.desk, fake.following)
    typed = {
        "team_id": "T1",
        "channel_id": "C1",
        "user_id": "U2",
        "trigger_id": "1.1",
        "response_url": "https://r.example",
        "text": word.typed(command).removeprefix(command),
    }
    answers = []
    react = {"/brief": listener.on_brief, "/digest": listener.on_digest}[command]
    react(lambda **answer: answers.append(answer), typed)
    assert len(answers) == 1


@EACH
def test_a_word_is_driven_through_the_whole_bot(command, word):
    """A test in tests/bot/test_surface_*.py is marked with it: `surface("/brief search", "happy")`."""
    surfaces = "".join(path.read_text(encoding="utf-8") for path in ROOT.glob("tests/bot/test_surface_*.py"))
    assert f'"{command} {word.word}"' in surfaces


def test_no_page_lists_a_word_that_is_none():
    """What a reader types from the page is understood."""
    for command, words in (("/brief", BRIEF_WORDS), ("/digest", DIGEST_WORDS)):
        known = {word.word for word in words}
        for page in ("docs/using.md", "docs/slack.md"):
            assert words_listed(page, command) - known <= {"URL…"}
