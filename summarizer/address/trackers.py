"""Query parameters that say how a reader came, not what is read. Explicit: a guess would merge two articles."""

from __future__ import annotations

from summarizer.text.lexicon import words_of

# Families of parameters that one system owns.
PREFIXES = tuple(
    "utm_ at_ ns_ pk_ piwik_ mtm_ matomo_ soc_ guce_ hsa_ oly_ vero_ _branch_ wt. stm_ itm_".split()
)
# Advertising and mail systems.
MAILED = words_of("tracking_mail")
# Publishers' own: campaigns, newsletters, sharing, AMP.
PUBLISHED = words_of("tracking_publishers")
# Names that some sites use for content: a tracker only with a value that names a way of coming.
DOUBTFUL = frozenset("ref src source from via share s medium channel origin cid r".split())
WAYS = words_of("ways_of_coming")


def is_tracker(name: str, value: str = "") -> bool:
    """Whether a parameter only tracks the reader."""
    low = name.lower()
    if low in MAILED or low in PUBLISHED or low.startswith(PREFIXES):
        return True
    return low in DOUBTFUL and value.lower() in WAYS
