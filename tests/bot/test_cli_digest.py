"""`digest` over an archive: the forms it is printed in."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from bot.cli.digest import command
from bot.compose.archive import make_store, open_database
from bot.settings import Settings
from handlers.ports import Filing
from tests.corpus.day import day_briefs

pytestmark = pytest.mark.slow  # pictures are drawn


@pytest.fixture
def digest(tmp_path):
    """Run the command over an archive that holds the self-written days."""
    settings = Settings(nutgraf_data_dir=tmp_path, _env_file=None)
    store = make_store(settings, open_database(settings))
    for day in (4, 5):
        for number, brief in enumerate(day_briefs(day)):
            at = datetime(2026, 5, day, 20, number, tzinfo=UTC)
            filing = Filing(f"{day}.{number}", "T1", "C1", "U1", "1.0", "channel", at)
            store.file(filing, brief, [brief.article.url])

    def run(*words: str) -> str:
        environment = {"NUTGRAF_DATA_DIR": str(tmp_path), "NUTGRAF_TIMEZONE": "UTC"}
        shown = CliRunner().invoke(command, ["--day", "2026-05-05", *words], env=environment)
        assert shown.exit_code == 0, shown.output
        return shown.stdout

    return run


def test_the_day_before_is_known_to_the_digest(digest):
    """The miners' story goes on."""
    assert "goes on from 4 earlier articles" in digest()


def test_markdown_links_the_pictures_that_were_asked_for(digest, tmp_path):
    """Files in the folder, linked with their words; without a folder none are made."""
    folder = tmp_path / "pictures"
    shown = digest("--markdown", "--pictures", str(folder))
    (file,) = folder.iterdir()
    assert file.read_bytes().startswith(b"\x89PNG")
    assert "![Timeline of people evacuated: about 1,200 (Karrow Valley News" in shown
    assert f"](<{file.as_posix()}>)" in shown
    assert "![" not in digest("--markdown")


def test_html_carries_its_picture(digest):
    """One file: nothing is loaded from elsewhere."""
    shown = digest("--html")
    assert 'alt="Timeline of people evacuated' in shown
    assert shown.count("data:image/png;base64,") == shown.count("<img") == 1


def test_json_gives_the_points(digest):
    """For whoever draws them otherwise."""
    (told,) = [story["timeline"] for story in json.loads(digest("--json"))["stories"] if story["timeline"]]
    assert [point["figure"]["value"] for point in told["points"]] == [1200, 900, 1400, 1550]
