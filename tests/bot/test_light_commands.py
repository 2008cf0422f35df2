"""Commands that read no text start without what reads texts."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.compose.archive import make_store, open_database
from bot.database import DatabaseFile
from bot.settings import Settings
from handlers.ports import Filing
from tests.corpus.day import day_briefs

pytestmark = pytest.mark.slow  # processes of their own

READING = {"spacy", "onnxruntime", "tokenizers", "trafilatura", "matplotlib"}
RUNNING = {"numpy", "dbos", "sqlalchemy", "slack_bolt", "slack_sdk", "httpx", "babel"}
OF_THE_BOT = {  # what these commands are for: each has a process of its own
    "purge": {"dbos", "sqlalchemy"},
    "doctor": {"sqlalchemy", "slack_sdk", "httpx"},
}
COMMANDS = {
    "search": ["ferry"],
    "who": ["Marlow"],
    "figures": ["people"],
    "check": ["nobody was hurt"],
    "report": ["--week"],
    "feedback": [],
    "backup": ["copy.db"],
    "restore": ["earlier.db"],
    "purge": ["channel", "T1", "C1"],
    "doctor": [],
    "digest": ["--day", "2026-05-05"],
}
ROOT = Path(__file__).parents[2]
RUN = """
import json, sys
sys.path.insert(0, {root!r})
from bot.__main__ import main
ended = {{}}
for words in {commands!r}:
    try:
        main(words)
    except SystemExit as end:
        ended[words[0]] = end.code or 0, sorted(sys.modules)
print(json.dumps(ended), file=sys.stderr)
"""


def file_a_day(folder: Path) -> None:
    """An archive with the briefs of one self-written day."""
    settings = Settings(nutgraf_data_dir=folder, _env_file=None)
    store = make_store(settings, open_database(settings))
    for number, brief in enumerate(day_briefs(5)):
        at = datetime(2026, 5, 5, 20, number, tzinfo=UTC)
        filing = Filing(f"5.{number}", "T1", "C1", "U1", "1.0", "channel", at)
        store.file(filing, brief, [brief.article.url])


@pytest.fixture(scope="module")
def a_day(tmp_path_factory):
    """The file of that archive."""
    folder = tmp_path_factory.mktemp("day")
    file_a_day(folder)
    copy = folder / "copy.db"
    DatabaseFile(folder / "nutgraf.db").copy_to(copy)
    return copy


@pytest.mark.parametrize("names", [[*(COMMANDS.keys() - OF_THE_BOT)], *([name] for name in OF_THE_BOT)])
def test_a_command_that_reads_no_text_loads_no_library_that_it_does_not_use(names, a_day, tmp_path):
    """Seen from what a fresh process has loaded when the command is done, after whatever came before it."""
    (tmp_path / "data").mkdir()
    for name in ("data/nutgraf.db", "earlier.db"):
        shutil.copy(a_day, tmp_path / name)
    code = RUN.format(root=str(ROOT), commands=[[name, *COMMANDS[name]] for name in sorted(names)])
    python = [sys.executable, "-c", code]
    done = subprocess.run(python, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)  # noqa: S603  # our own words
    assert done.returncode == 0, done.stderr
    ended = json.loads(done.stderr.splitlines()[-1])
    assert ended.keys() == set(names)
    for name, (status, loaded) in ended.items():
        assert (name, status) == (name, 1 if name == "doctor" else 0), done.stderr  # the doctor misses tokens
        unwanted = READING | RUNNING - OF_THE_BOT.get(name, set())
        assert (name, unwanted & set(loaded)) == (name, set())
