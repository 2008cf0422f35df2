"""Word lists: one list a file, a word a line, with its value behind it where it has one. The first line says whence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files

NOTE = "#"


@cache
def words_of(name: str) -> frozenset[str]:
    """The words of the list `name`."""
    return frozenset(_lines(name))


@cache
def groups_of(name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of the list `name`, each a group of words."""
    return tuple(tuple(line.split()) for line in _lines(name))


@cache
def numbers_of(name: str) -> Mapping[str, int]:
    """The words of the list `name` in its order, each with its whole number."""
    return {word: int(value) for word, _, value in map(_parted, _lines(name))}


@cache
def kinds_of(name: str) -> Mapping[str, str]:
    """The words of the list `name` in its order, each with what stands behind it, or ""."""
    return {word: kind for word, _, kind in map(_parted, _lines(name))}


@cache
def signs_of(name: str) -> Mapping[str, str]:
    """The phrases of the list `name` in its order, each with the sign before it."""
    return {phrase: sign for sign, _, phrase in map(_parted, _lines(name))}


@cache
def factors_of(name: str) -> Mapping[str, Decimal]:
    """The words of the list `name` in its order, each with its factor."""
    return {word: Decimal(value) for word, _, value in map(_parted, _lines(name))}


def alternatives(words: Iterable[str]) -> str:
    """`words` as branches of a pattern, the longest first, so that none hides a longer one."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def _parted(line: str) -> tuple[str, str, str]:
    return line.partition(" ")


def _lines(name: str) -> Iterator[str]:
    text = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith(NOTE))
