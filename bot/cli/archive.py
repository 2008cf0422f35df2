"""An archive that a person names on the command line: JSON lines, or a folder of pages and texts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from bot.cli.jsonl import Lines, open_lines, string
from bot.cli.sources import STDIN, STDIN_URL
from bot.readers.many import ArchiveText

SUFFIXES = frozenset({".html", ".htm", ".txt", ".pdf", ".eml"})
BLOCK = 1 << 20  # bytes read at once when lines are counted


@dataclass
class LineArchive:
    """JSON lines in a file or on standard input."""

    source: str
    skipped: int = 0  # lines that were passed over

    @property
    def size(self) -> int | None:
        """How many texts there are, None where only reading would tell."""
        return None if self.source == STDIN else count_lines(Path(self.source))

    def entries(self) -> Iterator[ArchiveText]:
        """In the order of the lines, read as they are asked for."""
        with open_lines(self.source) as stream:
            lines = Lines(stream, ("id",))  # one without a text has its error in its own line
            for line in lines:
                yield ArchiveText(line["id"], string(line, "url") or STDIN_URL, text=string(line, "text"))
            self.skipped = lines.skipped


@dataclass
class Folder:
    """Every page and text in a folder and below it, in the order of their names, which are their ids."""

    root: Path
    skipped: int = 0

    @property
    def size(self) -> int:
        return sum(1 for _ in self.paths())

    def paths(self) -> Iterator[Path]:
        """Folder by folder, so that a large one need not be listed as a whole."""
        for folder, folders, names in os.walk(self.root):
            folders.sort()
            yield from (Path(folder, name) for name in sorted(names) if Path(name).suffix.lower() in SUFFIXES)

    def entries(self) -> Iterator[ArchiveText]:
        for path in self.paths():
            yield ArchiveText(str(path.relative_to(self.root)), path.resolve().as_uri(), path=path)


def open_archive(source: str) -> LineArchive | Folder:
    """What `source` names: `-` for standard input, a file, or a folder. Raises click.ClickException."""
    path = Path(source)
    if source != STDIN and path.is_dir():
        return Folder(path)
    if source != STDIN and not path.is_file():
        message = f"{source}: no such file or folder."
        raise click.ClickException(message)
    return LineArchive(source)


def count_lines(path: Path) -> int:
    """Lines of a file, without holding it."""
    with path.open("rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(BLOCK), b""))
