"""An archive that a person names on the command line: JSON lines, or a folder of pages and texts."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click

from bot.cli.jsonl import Lines, open_lines, string
from bot.cli.sources import STDIN, STDIN_URL, named_refusals
from bot.readers.many import ArchiveText
from handlers.render.wording import counted, joined
from summarizer.article import kind_of_text
from summarizer.article.kinds import BodyKind

SUFFIXES = frozenset({".html", ".htm", ".txt", ".pdf", ".eml"})
BLOCK = 1 << 20  # bytes read at once when lines are counted
KINDS: dict[BodyKind, str] = {"html": "a page", "pdf": "a PDF", "mail": "a mail"}
AN_OBJECT = re.compile(rb'\{\s*["}]')  # JSON; RTF begins with a brace too
MOST_NAMED = 3


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
    """Every page and text in a folder and below it, in the order of their names, which are their ids.

    Files of other kinds are passed over, which is said at the end; hidden ones without a word.
    """

    root: Path
    skipped: int = 0
    others: list[str] = field(default_factory=list)

    @property
    def size(self) -> int:
        return sum(1 for _ in self.paths())

    def paths(self) -> Iterator[Path]:
        """The pages and texts."""
        return filter(is_text, self.files())

    def files(self) -> Iterator[Path]:
        """Folder by folder, so that a large one need not be listed as a whole."""
        for folder, folders, names in os.walk(self.root):
            folders.sort()
            yield from (Path(folder, name) for name in sorted(names))

    def entries(self) -> Iterator[ArchiveText]:
        for path in self.files():
            name = str(path.relative_to(self.root))
            if is_text(path):
                yield ArchiveText(name, path.resolve().as_uri(), path=path)
            elif not path.name.startswith("."):
                self.others.append(name)
        self.tell_others()

    def tell_others(self) -> None:
        """Say on stderr what was passed over."""
        if self.others:
            left = len(self.others) - MOST_NAMED
            names = [*self.others[:MOST_NAMED], *([f"{left} more"] if left > 0 else [])]
            files = counted(len(self.others), "file")
            click.echo(f"passed over {files} of other kinds: {joined(names)}", err=True)


def is_text(path: Path) -> bool:
    """Whether a file of an archive is read, by its name."""
    return path.suffix.lower() in SUFFIXES


def open_archive(source: str) -> LineArchive | Folder:
    """What `source` names: `-` for standard input, a file, or a folder. Raises click.ClickException."""
    path = Path(source)
    if source == STDIN:
        return LineArchive(source)
    if path.is_dir():
        return with_texts(Folder(path))
    if not path.is_file():
        message = f"{source}: no such file or folder."
        raise click.ClickException(message)
    refuse_other_kinds(source)
    return LineArchive(source)


def with_texts(folder: Folder) -> Folder:
    """The folder. Raises click.ClickException where there is nothing to read in it."""
    if next(folder.paths(), None) is None:
        message = f"{folder.root}: there is no {joined(sorted(SUFFIXES), 'or')} file in it."
        raise click.ClickException(message)
    return folder


def refuse_other_kinds(source: str) -> None:
    """Raises click.ClickException for a file that plainly holds no JSON lines."""
    with named_refusals(source), Path(source).open("rb") as file:
        start = file.read(BLOCK).lstrip(b"\xef\xbb\xbf \t\r\n")
        kind = "text" if AN_OBJECT.match(start) else kind_of_text(start, source, "", None)
    if kind in KINDS:
        message = f"{source}: it is {KINDS[kind]} and no file of JSON lines; give `nutgraf brief {source}`, or the folder that it is in."
        raise click.ClickException(message)


def count_lines(path: Path) -> int:
    """Lines of a file, without holding it."""
    with path.open("rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(BLOCK), b""))
