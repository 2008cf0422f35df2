"""Key figures: every newsroom number of an article, and the few that belong in a brief."""

from summarizer.figures.find import find_figures

__all__ = ["find_figures"]
