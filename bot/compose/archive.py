"""The archive alone: all that a command needs which reads no text."""

from __future__ import annotations

from bot.database import DatabaseFile
from bot.settings import Settings
from bot.store.archive import Store
from handlers.domain.errors import NoArchive


def open_database(settings: Settings) -> DatabaseFile:
    """nutgraf.db, made where there is none: for what files in it. What only looks calls `find_database`."""
    database = DatabaseFile(settings.database)
    database.migrate()
    return database


def find_database(settings: Settings, *, as_it_is: bool = False) -> DatabaseFile:
    """nutgraf.db, brought up to date unless it is wanted `as_it_is`. Raises NoArchive; nothing is made."""
    database = DatabaseFile(settings.database)
    if not database.is_there():
        raise NoArchive(str(settings.nutgraf_data_dir.absolute()))
    if not as_it_is and not database.is_up_to_date():
        database.bring_up_to_date()
    return database


def make_store(settings: Settings, database: DatabaseFile) -> Store:
    """The archive over an up-to-date nutgraf.db."""
    return Store(
        database,
        default_at=settings.nutgraf_digest_time,
        default_zone=settings.nutgraf_timezone,
    )
