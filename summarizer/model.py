"""The words of a newsroom as data: article, statement, figure, bullet, brief.

All positions are half-open character offsets into `Article.text` (or into the text given to the
extractor), so `text[start:end]` is always the proof.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal
from zlib import crc32

Kind = Literal["direct", "mixed", "indirect"]
NoteKind = Literal["correction", "clarification", "update", "editor"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of characters."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """The characters of `text` this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Post:
    """A social media post embedded in an article; its words are part of the article's text."""

    platform: str  # "X", "Truth Social", "Bluesky" …
    name: str | None  # the account owner's name as written
    handle: str | None  # with its @
    date: str | None  # as written
    text: str
    span: Span  # of the post's own words in Article.text


@dataclass(frozen=True, slots=True)
class Note:
    """What the newsroom says about its own article: that it was corrected, changed, added to."""

    kind: NoteKind
    text: str
    span: Span | None = None  # of its paragraph in Article.text; None: it stands beside the text


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the story. Every row has as many cells as the widest; empty ones are ""."""

    rows: tuple[tuple[str, ...], ...]
    header: tuple[str, ...] = ()  # empty: the page marks none
    caption: str | None = None
    span: Span | None = None  # of its lines, which end Article.text; None: it is too long to be part of it


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a live blog."""

    span: Span  # of its paragraphs in Article.text
    time: str  # as written: "17:32", "2 hours ago"
    at: datetime | None = None  # when the page gives the moment
    title: str | None = None  # the line above it; no part of the text


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a report was filed: "KYIV, Ukraine (AP) —"."""

    place: str
    span: Span  # from the text's start to where the report begins


@dataclass(frozen=True, slots=True)
class Dropped:
    """What cleaning left out, counted so that nothing goes in silence."""

    duplicate_sentences: int = 0
    boilerplate_lines: int = 0


@dataclass(frozen=True, slots=True)
class Article:
    """One published page, cleaned: paragraphs joined by a blank line, each said once."""

    url: str
    text: str
    canonical_url: str = ""
    title: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    published: datetime | None = None  # with zone when the page gives one
    modified: datetime | None = None
    language: str | None = None  # ISO 639-1
    agency: str | None = None  # the credited wire agency: "AP", "Reuters" …
    posts: tuple[Post, ...] = ()
    paywalled: bool = False
    dropped: Dropped = field(default_factory=Dropped)
    section: str | None = None  # of the outlet: "Politics"
    standfirst: str | None = None  # under the headline; no part of the text
    dateline: Dateline | None = None
    subheads: tuple[Span, ...] = ()
    entries: tuple[Entry, ...] = ()  # of a live blog, in the page's order
    notes: tuple[Note, ...] = ()
    captions: tuple[str, ...] = ()  # of pictures; no part of the text
    tables: tuple[Table, ...] = ()  # the short ones are printed at the end of the text


@dataclass(frozen=True, slots=True)
class Source:
    """Who is credited. `mention` is what the page says there ("she"), `name` whom it means ("Jane Doe")."""

    name: str
    mention: str
    span: Span  # of the mention
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that signal an attribution: "said", "according to"."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution: source + cue + content. No source: the page credits nobody that can be named."""

    content: tuple[Span, ...]
    kind: Kind
    source: Source | None = None
    cue: Cue | None = None
    via: str | None = None  # outlet or document the article itself credits: "reported by AP"
    post: str | None = None  # "@handle, date" when it is an embedded post
    line: tuple[Span, ...] = ()  # what is printed behind the source; empty: the content

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("a statement needs content")


@dataclass(frozen=True, slots=True)
class Compared:
    """What a figure is compared with, in the article's words: "up from 40 on Monday"."""

    text: str
    span: Span  # of those words
    value: Decimal | None = None  # of the figure compared with: 40; None for a range or a vague count


@dataclass(frozen=True, slots=True)
class Figure:
    """A newsroom number. Either `value`, or `low` and `high`, or none of them for a vague count."""

    span: Span
    surface: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    modifier: str | None = None  # "more than", "nearly", "up" …
    unit: str | None = None  # singular English name: "percentage", "dollar", "people"
    concept: str | None = None  # what is counted, in the article's words
    source: str | None = None  # resolved name of who gives it; None: the article itself
    hedge: str | None = None  # the word that says nobody vouches for it: "alleged", "claimed", "reportedly"
    conversion: str | None = None  # the same amount in another unit, given beside it: "35 miles"
    compared: Compared | None = None
    changed: bool = False  # it replaces an earlier figure, which `compared` holds


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence whose reading failed, and where in the code: none of its words, so that it may be logged."""

    span: Span  # of Article.text
    fault: str  # "IndexError at agree.py:97 limits < …"
    url: str = ""  # of the article

    @property
    def reference(self) -> str:
        """What the log and the brief call it: eight hexadecimal digits, the same whenever the page is read."""
        return f"{crc32(f'{self.url} {self.span.start} {self.fault}'.encode()):08x}"


@dataclass(frozen=True, slots=True)
class Extract:
    """What one text holds, in order of appearance, before any merging."""

    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    unread: tuple[Unread, ...] = ()


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
    is_cut: bool = False  # a quotation cut to some of its sentences; the whole stands among what is not shown

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


@dataclass(frozen=True, slots=True)
class Claim:
    """One value of a quantity, as one source gives it: "14 missing", coast guard, two outlets, at 11:20."""

    figure: Figure
    source: str | None  # None: the outlets on their own account
    outlets: tuple[str, ...]
    at: datetime | None  # when the first of the outlets published it
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        require_evidence(self.evidence)


@dataclass(frozen=True, slots=True)
class ClaimsDiffer:
    """One quantity with values that cannot all be true, the earliest first."""

    about: str  # what is counted, in an article's words
    kind: Literal["update", "conflict"]  # update: one source, each value later than the one before
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """How one quantity of a running story went: dated values, the earliest first."""

    about: str  # what is counted, in an article's words
    points: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Opposed:
    """Two statements of two sources of which the second plainly denies the first."""

    first: Bullet
    second: Bullet


@dataclass(frozen=True, slots=True)
class Brief:
    """What one article, or several articles about one story, say: what is shown, and everything else that was found."""

    articles: tuple[Article, ...]
    lead: tuple[Line, ...]
    bullets: tuple[Bullet, ...]  # shown, grouped by source
    figures: tuple[KeyFigure, ...]
    dropped: Dropped
    differ: tuple[ClaimsDiffer, ...] = ()
    opposed: tuple[Opposed, ...] = ()
    unread: tuple[Unread, ...] = ()  # sentences that failed, each of them left out
    more: tuple[Bullet, ...] = ()  # found and not shown, in the articles' order

    @property
    def statements(self) -> tuple[Bullet, ...]:
        """Everything that was found, each once and whole: what is shown first."""
        return (*(bullet for bullet in self.bullets if not bullet.is_cut), *self.more)

    @property
    def article(self) -> Article:
        """The first article: the one whose headline the brief carries."""
        return self.articles[0]


def require_evidence(evidence: tuple[Evidence, ...]) -> None:
    """Raise ValueError when a line that wants to be shown has no proof."""
    if not evidence:
        raise ValueError("nothing is shown without evidence")


@dataclass(frozen=True, slots=True)
class OutletLink:
    """One outlet's article of a story."""

    outlet: str
    url: str
    title: str


@dataclass(frozen=True, slots=True)
class Voice:
    """Outlets that print one text; `agency` wrote it when an article credits one."""

    outlets: tuple[str, ...]
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class DigestStory:
    """One story as a digest tells it: once, however many outlets carry it."""

    headline: str
    outlets: tuple[OutletLink, ...]  # in order of arrival; the first is the headline's
    lead: Line | None
    bullets: tuple[Bullet, ...]
    figures: tuple[KeyFigure, ...]
    more: int = 0  # statements that the archive holds beside the ones shown
    voices: tuple[Voice, ...] = ()  # the outlets again: those that print one agency's text are one voice
    differ: tuple[ClaimsDiffer, ...] = ()
    opposed: tuple[Opposed, ...] = ()
    earlier: int = 0  # articles of this story that an earlier digest told
    fresh: int = 0  # statements that none of those made already
    timeline: Timeline | None = None  # where looking beats reading


@dataclass(frozen=True, slots=True)
class Digest:
    """One channel's stories of one day, weightiest first."""

    day: date
    stories: tuple[DigestStory, ...]
    briefly: tuple[DigestStory, ...] = ()
    since: date | None = None  # the day of the digest before, when days were skipped that this one covers
