"""Articles of one event grouped into stories as they arrive."""

from __future__ import annotations

from summarizer.stories.book import StoryBook

__all__ = ["StoryBook"]
