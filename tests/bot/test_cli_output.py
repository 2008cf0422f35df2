"""Where output goes that cannot go there: one sentence or none, and exit status 1; and output that any terminal takes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path
from subprocess import PIPE

import pytest

from tests.bot.terminal import terminal_in

pytestmark = [pytest.mark.slow, pytest.mark.model]

ROOT = Path(__file__).resolve().parents[2]
SAID = "“We will not close the Skerrin school,” Mayor Ada Rook said on Monday. The council spent €4 million on it."
LINE = json.dumps({"id": "1", "text": SAID, "url": "https://courier.example/1", "path": "story.txt"}) + "\n"
COMMANDS = {
    "brief": ("brief", "story.txt"),
    "brief --json": ("brief", "story.txt", "--json"),
    "brief --markdown": ("brief", "story.txt", "--markdown"),
    "brief --jsonl": ("brief", "--jsonl", "-"),
    "extract --jsonl": ("extract", "--jsonl"),
    "stories --jsonl": ("stories", "--jsonl"),
    "page": ("page", "story.txt"),
    "page --json": ("page", "story.txt", "--json"),
    "page --jsonl": ("page", "--jsonl"),
}
IN_ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}

A_WAY = (
    "brief",
    "stories --jsonl",
    "page --json",
)  # a process for each way to write: a brief, lines as they come, all at once
LIGHT = ("page --json", "stories --jsonl")  # that load no model, half a second a process


def each(names):
    return pytest.mark.parametrize("words", [COMMANDS[name] for name in names], ids=names)


@pytest.fixture
def nutgraf(tmp_path):
    """Run a command in a folder with a story, its output where it is told to go."""
    (tmp_path / "story.txt").write_text(SAID, encoding="utf-8")

    def run(*words, out=PIPE, command=(sys.executable, "-m", "bot"), **settings):
        return subprocess.run(  # noqa: S603  # our own program
            [*command, *words],
            input=LINE.encode(),
            stdout=out,
            stderr=PIPE,
            check=False,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), **settings},
        )

    return run


@pytest.fixture
def here(nutgraf, tmp_path, monkeypatch, capsys):
    """Run a command in the folder with the story (`nutgraf` lays it out), in this process."""
    return terminal_in(tmp_path, monkeypatch, capsys)


@each(LIGHT)
def test_a_full_disk_is_one_sentence(nutgraf, words):
    """No traceback, also not at the end of the process."""
    with Path("/dev/full").open("wb") as full:
        done = nutgraf(*words, out=full)
    assert done.returncode == 1
    assert done.stderr.decode() == "The output could not be written: No space left on device.\n"


@each([name for name in COMMANDS if name not in LIGHT])
def test_a_full_disk_is_one_sentence_of_whoever_reads(here, words):
    """The same, as this process hears it."""
    with Path("/dev/full").open("w", encoding="utf-8") as full, redirect_stdout(full):
        said = here(*words, stdin=LINE)
    assert (said.status, said.err) == (1, "The output could not be written: No space left on device.\n")


@each(["brief --jsonl", "stories --jsonl", "page --json"])
def test_output_that_nobody_reads_ends_the_command_in_silence(nutgraf, words):
    """As with `| head`."""
    write = pipe_without_reader()
    done = nutgraf(*words, out=write)
    os.close(write)
    assert (done.returncode, done.stderr) == (1, b"")


def test_output_that_nobody_reads_ends_a_brief_in_silence(here):
    """The same, as this process hears it."""
    with os.fdopen(pipe_without_reader(), "w", encoding="utf-8") as unread, redirect_stdout(unread):
        said = here(*COMMANDS["brief"])
    assert (said.status, said.err) == (1, "")


def pipe_without_reader():
    """Where to write when whoever read has gone."""
    read, write = os.pipe()
    os.close(read)
    return write


def test_without_any_output_a_command_ends_as_it_would(nutgraf):
    """As under a service manager that closes it."""
    closed = ["sh", "-c", 'exec "$@" >&-', "sh", sys.executable, "-m", "bot", "page", "story.txt"]
    done = nutgraf(command=closed)
    assert (done.returncode, done.stderr) == (0, b"")


@each(A_WAY)
def test_a_locale_that_knows_ascii_alone_loses_no_character(nutgraf, here, words):
    """Output is UTF-8 there; input always is. It is what this process prints, which knows every character."""
    done = nutgraf(*words, **IN_ASCII)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == here(*words, stdin=LINE).out


def test_a_locale_that_lacks_a_character_has_its_code_instead(nutgraf):
    """Latin-1 has no curly marks."""
    shown = nutgraf("page", "story.txt", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="latin-1")
    assert (shown.returncode, shown.stderr) == (0, b"")
    assert b"\\u201cWe will not" in shown.stdout
