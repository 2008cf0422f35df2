"""Articles of one event grouped into stories as they arrive."""

from __future__ import annotations

from summarizer.stories.book import StoryBook
from summarizer.stories.rulings import Ruling, rulings_on

__all__ = ["Ruling", "StoryBook", "rulings_on"]
