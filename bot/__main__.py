"""`python -m bot`, and the console script `nutgraf`."""

from __future__ import annotations

import logging
import os
import secrets
import sys
from collections.abc import Sequence

from bot.cli import commands
from bot.settings import SettingsError
from handlers.sentences import is_known, sentence_for


def main(words: Sequence[str] | None = None) -> None:
    """Run the command line with `words`, by default those of the process.

    Exit status: 0, 1 (could not do it: one sentence on stderr), 2 (usage).
    """
    # Before numpy is loaded: its threads cost twice the processor time on arrays as small as an article's.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    # A command says by itself that a database cannot be used; `run` and `work` have a log for it.
    logging.getLogger("nutgraf.archive").addHandler(logging.NullHandler())
    try:
        commands(words, prog_name="nutgraf", standalone_mode=True)
    except SettingsError as error:
        sys.exit("\n".join(error.problems))
    except BrokenPipeError:
        sys.exit(1)
    except Exception as error:  # noqa: BLE001  # the edge of the process: said once, traceback in the log
        sys.exit(complaint(error))


def complaint(error: Exception) -> str:
    """One sentence for the person at the terminal."""
    if is_known(error):
        return sentence_for(error)
    reference = secrets.token_hex(4)
    logging.getLogger("nutgraf").error("failed, reference %s", reference, exc_info=error)
    return f"Something went wrong that should not; the traceback above has the reference {reference}."


if __name__ == "__main__":
    main()
