"""The composition root: the only place that knows which part fulfils which port."""

from bot.compose.desk import (
    NoReading,
    Works,
    find_database,
    make_reading,
    make_store,
    make_works,
    open_database,
    role_of_desk,
)
from bot.compose.flows import Acts, flows_over
from bot.compose.processes import Bot, Worker
from bot.compose.slack import make_slack

__all__ = [
    "Acts",
    "Bot",
    "NoReading",
    "Worker",
    "Works",
    "find_database",
    "flows_over",
    "make_reading",
    "make_slack",
    "make_store",
    "make_works",
    "open_database",
    "role_of_desk",
]
