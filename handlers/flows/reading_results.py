"""What reading a page gave: kept as JSON by the step that read, taken from it by the flow that waits."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass

from handlers.domain.sentences import sentence_for
from handlers.ports import Json, Read, Version
from handlers.render.shapes import brief_from_shape, brief_shape
from summarizer.errors import NutgrafError

log = logging.getLogger("nutgraf.desk")


@dataclass(frozen=True, slots=True)
class Unreadable:
    """It could not be read: `sentence` is for who asked, the error's type and reference are for the log."""

    sentence: str
    error: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The page is still the one that was read, or was not looked at."""


Result = Read | Unreadable | Unchanged


def result_of(reading: Callable[[], Read | None]) -> Json:
    """What reading gave, as a step keeps it; {} when there was nothing new to read."""
    try:
        read = reading()
    except NutgrafError as error:
        return {"problem": sentence_for(error), "error": type(error).__name__}
    except Exception as error:  # the edge of a reading, which another page's must not suffer from: an apology
        reference = secrets.token_hex(4)
        log.exception("reading failed, reference %s", reference)
        sentence = sentence_for(error, reference)
        return {"problem": sentence, "error": type(error).__name__, "reference": reference}
    return {"brief": brief_shape(read.brief), "version": asdict(read.version)} if read else {}


def result_from(shape: Json) -> Result:
    """The result that a step kept."""
    if "problem" in shape:
        return Unreadable(shape["problem"], shape.get("error", ""), shape.get("reference", ""))
    if "brief" not in shape:
        return Unchanged()
    return Read(brief_from_shape(shape["brief"]), Version(**shape.get("version", {})))
