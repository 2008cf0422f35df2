"""The command line in this process: its exit status, and what it says where."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper

import pytest

from bot.__main__ import main
from bot.log import OURS
from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Said:
    """What a command left on the terminal."""

    status: int
    out: str
    err: str


Terminal = Callable[..., Said]
"""Words of a command, what it reads from standard input, and settings by name."""


@contextmanager
def log_as_before() -> Iterator[None]:
    """Nothing is logged to the terminal of a command that has ended, which is closed with its test: other threads go on."""
    root, ours = logging.getLogger(), logging.getLogger(OURS)
    handlers, levels = root.handlers[:], (root.level, ours.level)
    try:
        yield
    finally:
        root.handlers[:] = handlers
        for logger, level in zip((root, ours), levels, strict=True):
            logger.setLevel(level)


def terminal_in(folder, monkeypatch, capsys) -> Terminal:
    """A terminal in `folder`, without settings of this machine."""
    monkeypatch.chdir(folder)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)

    def run(*words: str, stdin: str = "", **settings: str) -> Said:
        with monkeypatch.context() as inside, log_as_before():
            inside.setattr("sys.stdin", TextIOWrapper(BytesIO(stdin.encode()), encoding="utf-8"))
            for name, value in settings.items():
                inside.setenv(name, value)
            with pytest.raises(SystemExit) as ended:
                main(words)
        told = capsys.readouterr()
        code = ended.value.code
        if isinstance(code, str):  # as the interpreter does at the end of the process
            return Said(1, told.out, f"{told.err}{code}\n")
        return Said(code or 0, told.out, told.err)

    return run
