"""`python -m bot`, and the console script `nutgraf`."""

from __future__ import annotations

import codecs
import errno
import logging
import os
import secrets
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO

from bot.cli import commands
from bot.settings import SettingsError
from handlers.domain.sentences import is_known, sentence_for

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})


def main(words: Sequence[str] | None = None) -> None:
    """Run the command line with `words`, by default those of the process.

    Exit status: 0, 1 (could not do it: one sentence on stderr), 2 (usage), 130 (interrupted by Ctrl-C).
    """
    # Before numpy is loaded: its threads cost twice the processor time on arrays as small as an article's.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    # A command says by itself that a database cannot be used; `run` and `work` have a log for it.
    logging.getLogger("nutgraf.archive").addHandler(logging.NullHandler())
    if sys.stdout is None:  # closed by whoever started us
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  # for as long as the process lives
    speak_plainly(sys.stdout)
    try:
        run(words)
    except SettingsError as error:
        sys.exit("\n".join(error.problems))
    except BrokenPipeError:
        abandon(sys.stdout)
        sys.exit(1)
    except Exception as error:  # noqa: BLE001  # the one edge that may: said once, traceback in the log
        sys.exit(complaint(error))


def run(words: Sequence[str] | None) -> None:
    """Run a command. What it wrote has left the process when this ends, or an error says that it could not."""
    try:
        commands(words, prog_name="nutgraf", standalone_mode=True)
    finally:
        sys.stdout.flush()


def speak_plainly(stream: TextIO) -> None:
    """Let output hold any character: UTF-8 where the locale knows ASCII alone, an escape where it lacks a character."""
    if isinstance(stream, TextIOWrapper):
        ascii_alone = codecs.lookup(stream.encoding).name == "ascii"
        stream.reconfigure(encoding="utf-8" if ascii_alone else None, errors="backslashreplace")


def abandon(stream: TextIO) -> None:
    """Let go of output that nobody takes, or Python would try once more when it ends, and complain."""
    with suppress(OSError, ValueError):  # a stream without a file
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def complaint(error: Exception) -> str:
    """One sentence for the person at the terminal."""
    if isinstance(error, OSError) and error.errno in NO_ROOM:
        abandon(sys.stdout)
        return f"The output could not be written: {error.strerror}."
    if is_known(error):
        return sentence_for(error)
    reference = secrets.token_hex(4)
    logging.getLogger("nutgraf").error("failed, reference %s", reference, exc_info=error)
    return f"Something went wrong that should not; the traceback above has the reference {reference}."


if __name__ == "__main__":
    main()
