"""Reads the PolNeAR corpus: news articles with source, cue and content spans as brat standoff."""

from __future__ import annotations

import re
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from summarizer.attribution.tagger_spans import JOINED_GAP, trim
from train.speech import is_speech

Span = tuple[int, int]

_TEXT_BOUND = re.compile(r"(T\d+)\t[\w-]+ (\d+ \d+(?:;\d+ \d+)*)\t")
_ATTRIBUTION = re.compile(r"E\d+\tAttribution\S* (.*)")
_ANNOTATOR = re.compile(r"_[0-9a-f]+$")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One annotated attribution; any part may be empty, and content in several fragments."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    is_speech: bool  # rather than thought or plan


@dataclass(frozen=True, slots=True)
class Annotated:
    """One article of the corpus."""

    name: str
    text: str
    attributions: tuple[Attribution, ...]


def read_archive(path: Path, split: str) -> tuple[Annotated, ...]:
    """The articles of a split ("train", "dev"), each as its first annotator read it."""
    with tarfile.open(path) as archive:
        files = dict(_files(archive, split))
    annotations: dict[str, str] = {}
    for name in sorted(files):
        if name.endswith(".ann"):
            annotations.setdefault(_ANNOTATOR.sub("", name.removesuffix(".ann")), files[name])
    return tuple(
        Annotated(name, files[f"{name}.txt"], tuple(_attributions(files[f"{name}.txt"], standoff)))
        for name, standoff in annotations.items()
        if f"{name}.txt" in files
    )


def _files(archive: tarfile.TarFile, split: str) -> Iterator[tuple[str, str]]:
    for member in archive:
        path = PurePosixPath(member.name)
        content = archive.extractfile(member) if split in path.parts else None
        if content is not None:
            yield path.name, content.read().decode("utf-8")


def _attributions(text: str, standoff: str) -> Iterator[Attribution]:
    spans: dict[str, tuple[Span, ...]] = {}
    for name, ranges in _TEXT_BOUND.findall(standoff):
        pairs = (pair.split() for pair in ranges.split(";"))
        spans[name] = tuple((int(start), int(end)) for start, end in pairs)
    for arguments in _ATTRIBUTION.findall(standoff):
        parts: dict[str, list[Span]] = defaultdict(list)
        for argument in arguments.split():
            role, name = argument.split(":")
            parts[role.rstrip("0123456789")].extend(spans.get(name, ()))
        source, cue, content = (join(text, parts[role]) for role in ("Source", "Cue", "Content"))
        said = is_speech(" ".join(text[start:end] for start, end in cue))
        yield Attribution(source, cue, content, said)


def join(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, trimmed, joined where only a little punctuation stands between two."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        gap = text[joined[-1][1] : start] if joined else "word"
        if len(gap) <= JOINED_GAP and "\n\n" not in gap and not re.search(r"\w", gap):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(trim(text, start, end) for start, end in joined)
