"""Key figures: every newsroom number of an article, and the few that belong in a brief."""

from summarizer.figures.cells import figures_in_tables
from summarizer.figures.choose import choose_figures
from summarizer.figures.find import find_figures
from summarizer.figures.worth import Seen

__all__ = ["Seen", "choose_figures", "figures_in_tables", "find_figures"]
