"""Reading processes are copies of one that has loaded the model, and share its memory; the desk loads nothing of the kind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from pathlib import Path

import pytest

from bot.readers.apart import call_apart
from bot.readers.nursery import importing_as_here
from bot.readers.pool import PoolReading
from bot.readers.quiet import begun
from handlers.domain.errors import ReadingFailed
from summarizer.default_model import DEFAULT_MODEL
from tests.bot.test_light_commands import READING, ROOT
from tests.bot.test_reading_limits import page

pytestmark = pytest.mark.slow  # processes of their own

DESK = "import json, sys; import bot.cli.run, bot.cli.running; print(json.dumps(sorted(sys.modules)))"


def test_the_desk_loads_no_language_library():
    """It names what is done in the reading processes, and imports none of it."""
    loaded = subprocess.check_output([sys.executable, "-c", DESK], cwd=ROOT, text=True, timeout=120)  # noqa: S603  # our own words
    assert (READING | {"numpy", "thinc", "pypdf"}) & set(json.loads(loaded)) == set()


@pytest.fixture
def reading():
    """One reading process that is ready."""
    reading = PoolReading(None, DEFAULT_MODEL, 1)
    reading.warm_up()
    yield reading
    reading.close()


def memory_of(pid: int) -> dict[str, int]:
    """What a process takes, in kilobytes by the kernel's names."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]
    return {line.split(":")[0]: int(line.split()[1]) for line in lines}


@pytest.mark.model
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere each process loads by itself")
def test_a_reading_process_has_little_memory_of_its_own_before_it_reads(reading):
    """The model, the libraries and the tagger's weights are those of the process that it was copied from."""
    pid = begun(reading.pool).schedule(os.getpid).result()
    memory = memory_of(pid)
    of_its_own = memory["Private_Dirty"] + memory["Private_Clean"]
    assert of_its_own < memory["Rss"] / 4


@pytest.mark.model
def test_it_is_ready_when_the_model_is_loaded_and_reads(reading):
    """Starting to load waits for nothing; the first page waits for the model."""
    assert reading.read_in_pool(page("ferry")).brief.bullets
    reading.warming.join()
    assert all(has_tagger.result() for has_tagger in reading.warm)
    assert reading.is_ready()


@pytest.mark.model
def test_a_trial_that_ends_its_process_ends_no_other():
    """What is tried next is tried in a process of its own."""
    with pytest.raises(BrokenProcessPool):
        call_apart(DEFAULT_MODEL, "os", "abort")
    assert call_apart(DEFAULT_MODEL, "bot.readers.trial", "has_tagger")


def test_a_process_that_is_begun_looks_for_modules_where_we_do():
    """A folder of the same name where a command runs is not taken for ours; afterwards all is as it was."""
    surroundings = {"PYTHONPATH": "before", "HOME": "/"}
    with importing_as_here(surroundings):
        assert surroundings["PYTHONPATH"].split(os.pathsep) == [
            place or str(Path.cwd()) for place in sys.path
        ]
        assert surroundings["PYTHONSAFEPATH"] == "1"
    assert surroundings == {"PYTHONPATH": "before", "HOME": "/"}


class Ended:
    """A pool whose processes were ended while one of them read."""

    active = True

    def schedule(self, *_, **__):
        broken = Future()
        broken.set_exception(BrokenProcessPool())
        return broken


def test_what_is_read_when_the_bot_stops_is_no_fault_to_log():
    """It is asked for again at the next start. Where nobody ended the processes, nobody foresaw it."""
    reading = PoolReading(None, DEFAULT_MODEL, 1)
    with closing(reading):
        real, reading.pool = reading.pool, Ended()
        with pytest.raises(BrokenProcessPool):
            reading.read_in_pool(page("ferry"))
        reading.pool = real
    reading.pool = Ended()
    with pytest.raises(ReadingFailed, match="stopping"):
        reading.read_in_pool(page("ferry"))
