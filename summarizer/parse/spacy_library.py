"""spaCy, loaded without its command line.

It loads that for `spacy.info` alone, and with it typer, requests and 360 modules more: a third of its processor time and 12 MB of every
process that reads. Whoever needs spaCy takes it from here; `spacy.info` and `spacy.cli` still work, and are loaded when they are used.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from types import ModuleType

COMMANDS, INFO = "spacy.cli", "spacy.cli.info"


@contextmanager
def put_off(modules: MutableMapping[str, ModuleType]) -> Iterator[None]:
    """Where spaCy is not loaded yet, its command line is stood in for meanwhile."""
    if "spacy" in modules:
        yield
        return
    commands, about = ModuleType(COMMANDS), ModuleType(INFO)
    about.info = info  # type: ignore[attr-defined]  # what spaCy takes from there
    modules.update({COMMANDS: commands, INFO: about})
    try:
        yield
    finally:
        del modules[COMMANDS], modules[INFO]


def info(*arguments: object, **named: object) -> object:
    """spaCy's own `info`, loaded when it is asked."""
    from spacy.cli.info import info as own  # noqa: PLC0415  # the slow part, as above

    return own(*arguments, **named)  # type: ignore[arg-type]  # whatever it takes


with put_off(sys.modules):
    import spacy
    from spacy.language import Language
    from spacy.pipeline import AttributeRuler
    from spacy.symbols import IDX, IS_SPACE, NORM, ORTH, SENT_START
    from spacy.tokens import Doc, Span

__all__ = [
    "IDX",
    "IS_SPACE",
    "NORM",
    "ORTH",
    "SENT_START",
    "AttributeRuler",
    "Doc",
    "Language",
    "Span",
    "spacy",
]
