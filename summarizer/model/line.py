"""What is shown with its evidence: nothing without."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.model.figure import Figure
from summarizer.model.statement import Kind
from summarizer.text.span import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the proof stands: characters of the text of the article at `url`."""

    url: str
    span: Span


@dataclass(frozen=True, slots=True)
class Credit:
    """A source as a bullet shows it."""

    name: str
    role: str | None = None


def require_evidence(evidence: tuple[Evidence, ...]) -> None:
    """Raise ValueError when a line that wants to be shown has no proof."""
    if not evidence:
        raise ValueError("nothing is shown without evidence")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of the article's own report."""

    text: str
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        require_evidence(self.evidence)


@dataclass(frozen=True, slots=True)
class Bullet:
    """One statement of a brief: who, the cue as the article has it, what; and the line that is printed.

    `text` is the content. `line` stands behind the source: words of the page in their order, fit to be read alone.
    """

    source: Credit | None
    cue: str | None
    kind: Kind
    text: str
    evidence: tuple[Evidence, ...]
    via: str | None = None
    post: str | None = None
    cut_elsewhere: bool = False  # another article prints less of what is quoted here
    line: str = ""  # left out: the content
    is_cut: bool = (
        False  # some of its sentences, or without what hangs on it; the whole stands among what is not shown
    )
    otherwise: tuple[str, ...] = ()  # addresses of the articles that have other words in the marks
    only_here: bool = False  # of several articles told together no other one says it, in whatever words

    def __post_init__(self) -> None:
        require_evidence(self.evidence)
        if not self.line:
            object.__setattr__(self, "line", self.text)


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure chosen for the brief, with every place that gives it."""

    figure: Figure
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        require_evidence(self.evidence)
