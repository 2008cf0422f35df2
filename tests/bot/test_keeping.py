"""What the engine remembers of ended flows, in a real engine, and the copies of the archive."""

from __future__ import annotations

import sqlite3
import sys
from datetime import UTC, datetime, timedelta
from subprocess import run

import pytest

from bot.database import DatabaseFile
from bot.engine.durable import DbosEngine
from bot.engine.history import EngineHistory
from bot.keeping import FLOWS_KEPT, LOOKS, Keeping
from bot.store.removal import Removal
from tests.fakes.desk import FakeDesk

pytestmark = pytest.mark.slow


@pytest.fixture
def history(tmp_path):
    """An engine that has run two flows."""
    from bot.compose.desk import role_of_desk
    from bot.settings import Settings

    settings = Settings(nutgraf_data_dir=tmp_path, _env_file=None)
    engine = DbosEngine(
        settings.engine_url, {"say": lambda steps, argument: argument}, role_of_desk(settings)
    )
    engine.launch()
    for flow_id, words in (("share:T1:C1:1", "UANA"), ("share:T2:C3:2", "UBEN")):
        engine.begin("say", flow_id, {"user": words})
        engine.result(flow_id)
    engine.close()
    return EngineHistory(settings.engine_url)


def test_flows_that_ended_are_forgotten_after_a_while(history):
    """Not before."""
    assert history.prune(datetime.now(UTC) - timedelta(hours=1)) == 0
    assert history.prune(datetime.now(UTC) + timedelta(hours=1)) == 2
    assert history.prune(datetime.now(UTC) + timedelta(hours=1)) == 0


def test_flows_that_hold_an_id_are_purged(history):
    """In their names, arguments or results."""
    assert (history.count("T1"), history.count("UBEN"), history.count("T9")) == (1, 1, 0)
    assert history.purge("T1") == 1
    assert (history.count("T1"), history.count("UBEN")) == (0, 1)


def test_keeping_looks_now_and_then(history, tmp_path):
    """Briefs for as long as is set, flows for a fortnight."""
    fake = FakeDesk(tmp_path / "desk")
    clock = [datetime.now(UTC) + FLOWS_KEPT]
    keeping = Keeping(Removal(fake.database), history, lambda: clock[0], None)
    keeping.tick()
    assert history.count("T1") == 1
    clock[0] += LOOKS
    keeping.tick()
    assert history.count("T1") == 0


def nutgraf(folder, *arguments):
    environment = {"NUTGRAF_DATA_DIR": str(folder), "PATH": "/usr/bin:/bin"}
    return run(  # noqa: S603  # our own command line
        [sys.executable, "-m", "bot", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_copy_is_restored_and_what_was_there_is_kept(tmp_path):
    """Damage, strangers' files and a running bot are refused, each in a sentence."""
    fake = FakeDesk(tmp_path)
    copy = tmp_path / "copy.db"
    assert nutgraf(tmp_path, "backup", str(copy)).returncode == 0
    assert copy.stat().st_mode & 0o077 == 0
    assert "exists" in nutgraf(tmp_path, "backup", str(copy)).stderr
    with fake.database.writing() as db:
        db.table("channels").insert({"team": "T1", "channel": "CNEW"})
    told = nutgraf(tmp_path, "restore", str(copy))
    assert "Restored" in told.stdout, told.stderr
    with DatabaseFile(fake.database.path).reading() as db:  # opened anew, as another file stands there
        assert db.table("channels").count == 0
    kept = sqlite3.connect(tmp_path / "nutgraf.before-1.db")
    assert kept.execute("select channel from channels").fetchall() == [("CNEW",)]
    (tmp_path / "noise.db").write_bytes(b"no database" * 100)
    assert "is the archive itself" in nutgraf(tmp_path, "restore", str(tmp_path / "nutgraf.db")).stderr
    assert "no SQLite database" in nutgraf(tmp_path, "restore", str(tmp_path / "noise.db")).stderr
    sqlite3.connect(tmp_path / "other.db").execute("create table briefs (x)").connection.commit()
    assert "no archive" in nutgraf(tmp_path, "restore", str(tmp_path / "other.db")).stderr


def test_purging_counts_first_and_wants_a_yes(tmp_path, history):
    """Then it does it, in both databases."""
    FakeDesk(tmp_path)
    counted = nutgraf(tmp_path, "purge", "workspace", "T1")
    assert "flows of the engine" in counted.stdout, counted.stderr
    assert "--yes" in counted.stdout
    assert history.count("T1") == 1
    assert "Purged" in nutgraf(tmp_path, "purge", "workspace", "T1", "--yes").stdout
    assert "There is nothing to purge" in nutgraf(tmp_path, "purge", "workspace", "T1").stdout
