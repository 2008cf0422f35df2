"""What becomes of a link that somebody wants briefed.

An answer is settled by steps, which keep it as JSON (`kept`, `answer_from`) under the same words in every release; what
came of telling it is known to the flow alone.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

from handlers.ports import Json
from summarizer.changes import Change


@dataclass(frozen=True, slots=True)
class Briefed:
    """A brief tells it: of one link, or of several to one story (`urls`)."""

    brief_id: str
    url: str
    urls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pointer:
    """The channel has a brief of it already; `changes` are those of the page since."""

    brief_id: str
    url: str
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """It could not be read: `sentence` is for who asked, the error's type and reference are for the log."""

    url: str
    sentence: str = ""
    error: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Nothing:
    """There is nothing to say: one would point from a message to that same message, or the brief `is_empty` and nobody asked."""

    brief_id: str
    url: str
    is_empty: bool = False


Answer = Briefed | Pointer | Problem | Nothing


@dataclass(frozen=True, slots=True)
class RefusedAnswer:
    """Slack refused the answer for good, by its `code`."""

    answer: Answer
    code: str


@dataclass(frozen=True, slots=True)
class TakenAnswer:
    """The link was taken from its message before it was answered."""

    answer: Answer


Ending = Answer | RefusedAnswer | TakenAnswer

KINDS: dict[type[Answer], str] = {
    Briefed: "brief",
    Pointer: "pointer",
    Problem: "problem",
    Nothing: "nothing",
}


def answer_in(ending: Ending) -> Answer:
    """What was to be told."""
    return ending.answer if isinstance(ending, RefusedAnswer | TakenAnswer) else ending


def kind_of(ending: Ending) -> str:
    """The answer's kind in one word."""
    return KINDS[type(answer_in(ending))]


def urls_of(answer: Answer) -> tuple[str, ...]:
    """The links that it answers."""
    return (answer.urls if isinstance(answer, Briefed) else ()) or (answer.url,)


def kept(answer: Answer) -> Json:
    """The answer as a step keeps it. Changes are found after that, so a pointer has none yet."""
    return {"kind": kind_of(answer), **{name: value for name, value in asdict(answer).items() if value}}


def answer_from(shape: Json) -> Answer:
    """The answer that `kept` wrote."""
    url, brief_id = shape.get("url", ""), shape.get("brief_id", "")
    match shape["kind"]:
        case "brief":
            return Briefed(brief_id, url, tuple(shape.get("urls", ())))
        case "pointer":
            return Pointer(brief_id, url)
        case "nothing":
            return Nothing(brief_id, url, is_empty=shape.get("is_empty", False))
    return Problem(url, *(shape.get(name, "") for name in ("sentence", "error", "reference")))
