"""A disk that is full, a file that may not be written, is locked or damaged: said once, and nothing is lost."""

from __future__ import annotations

import logging
import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from bot.database import DatabaseFile
from handlers.domain.errors import ArchiveTrouble, Damaged, DiskFull, Locked, ReadOnly, Unusable
from handlers.domain.sentences import is_known

NOBODY = 65534


@pytest.fixture
def database(tmp_path):
    made = DatabaseFile(tmp_path / "nutgraf.db", synced=False, busy_ms=50)
    made.migrate()
    return made


def write(database, count=1):
    with database.writing() as db:
        rows = [{"key": f"k{n}", "channel": "C1" * 500, "began": None, "ts": None} for n in range(count)]
        db.table("posts").upsert_all(rows, pk="key")


def test_a_full_disk_is_said_once_and_so_is_that_it_has_room_again(database, caplog):
    """What was written before is there, and the next write works."""
    write(database)
    with caplog.at_level(logging.WARNING), pytest.raises(DiskFull):
        write_too_much(database)
    with pytest.raises(DiskFull), database.reading():
        raise full()
    write(database)
    said = [record.message for record in caplog.records]
    assert len(said) == 2
    assert "archive's disk is full" in said[0]
    assert "can be used again" in said[1]


def test_what_can_still_be_read_is_not_said_to_be_well(database, caplog):
    """A full disk lets itself be read: only a write shows that it has room again."""
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            with pytest.raises(DiskFull):
                write_too_much(database)
            read_all(database)
    assert len(caplog.records) == 1
    assert database.is_writable()
    assert len(caplog.records) == len(("full", "well again"))


def write_too_much(database):
    with database.writing() as db:
        db.execute("pragma max_page_count = 1")  # as small as the file is now
        rows = [{"key": f"more{n}", "channel": "C" * 5000} for n in range(1000)]
        db.table("posts").insert_all(rows)


def full() -> sqlite3.Error:
    """SQLite's own error for a full disk."""
    with closing(sqlite3.connect(":memory:")) as small:
        small.execute("pragma max_page_count = 2")
        small.execute("create table t (x)")
        try:
            small.execute("insert into t values (zeroblob(1000000))")
        except sqlite3.Error as error:
            return error
    raise AssertionError


def test_a_lock_that_another_program_holds_is_told_and_goes(database):
    """Nothing of the refused write is left."""
    with closing(sqlite3.connect(database.path)) as other:
        other.execute("begin immediate")
        with pytest.raises(Locked):
            write(database)
        other.rollback()
    write(database)


@pytest.mark.parametrize("where", [0, 4096])
def test_a_damaged_file_is_told(database, where):
    """Garbage in the head of the file, or in its pages."""
    write(database, 100)
    with database.reading() as db:
        db.execute("pragma wal_checkpoint(truncate)")
    with database.path.open("r+b") as file:
        file.seek(where)
        file.write(os.urandom(20 * 4096))
    with pytest.raises(Damaged):
        read_all(database)


def read_all(database):
    with database.reading() as db:
        for table in db.table_names():
            list(db.table(table).rows)


def test_a_folder_that_is_no_folder_is_told(tmp_path):
    """At the start."""
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Unusable):
        DatabaseFile(tmp_path / "file" / "nutgraf.db").migrate()


def test_a_file_that_we_may_not_write_is_told():
    """As a user who does not own it."""
    with tempfile.TemporaryDirectory() as folder:
        database = DatabaseFile(Path(folder) / "nutgraf.db", synced=False)
        database.migrate()
        with closing(sqlite3.connect(database.path)) as plain:
            plain.execute("pragma journal_mode = delete")
        database.path.chmod(0o444)
        Path(folder).chmod(0o755)
        assert as_somebody_else(lambda: write(database)) == "ReadOnly"


def as_somebody_else(act) -> str:
    """The name of the error that `act` raises in a process without root's rights."""
    read, wrote = os.pipe()
    child = os.fork()
    if child == 0:
        if os.geteuid() == 0:
            os.setuid(NOBODY)
        name = "nothing"
        try:
            act()
        except ArchiveTrouble as error:
            name = type(error).__name__
        os.write(wrote, name.encode())
        os._exit(0)
    os.close(wrote)
    os.waitpid(child, 0)
    with os.fdopen(read) as result:
        return result.read()


@pytest.mark.parametrize("kind", [DiskFull, ReadOnly, Locked, Damaged, Unusable])
def test_every_trouble_has_its_sentence(kind):
    """For log and doctor."""
    assert issubclass(kind, ArchiveTrouble)
    assert is_known(kind())
