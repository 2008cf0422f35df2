"""The brief of one article or story."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.model.article import Article, Dropped
from summarizer.model.differing import ClaimsDiffer, Opposed
from summarizer.model.extract import Unread
from summarizer.model.line import Bullet, KeyFigure, Line


@dataclass(frozen=True, slots=True)
class Brief:
    """What one article, or several articles about one story, say: what is shown, and everything else that was found."""

    articles: tuple[Article, ...]  # the newest first
    lead: tuple[Line, ...]
    bullets: tuple[Bullet, ...]  # shown, grouped by source
    figures: tuple[KeyFigure, ...]
    dropped: Dropped
    differ: tuple[ClaimsDiffer, ...] = ()
    opposed: tuple[Opposed, ...] = ()
    unread: tuple[Unread, ...] = ()  # sentences that failed, each of them left out
    more: tuple[Bullet, ...] = ()  # found and not shown, in the articles' order
    more_figures: tuple[KeyFigure, ...] = ()  # found and not shown, best first

    @property
    def statements(self) -> tuple[Bullet, ...]:
        """Everything that was found, each once and whole: what is shown first."""
        return (*(bullet for bullet in self.bullets if not bullet.is_cut), *self.more)

    @property
    def article(self) -> Article:
        """The first article: the one whose headline the brief carries."""
        return self.articles[0]
