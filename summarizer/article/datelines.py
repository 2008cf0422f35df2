"""Where a report was filed: the place line that opens its first paragraph."""

from __future__ import annotations

import re

from summarizer.article.paragraphs import tidy
from summarizer.article.phrases import AGENCY
from summarizer.model import Dateline, Span
from summarizer.text.dates import MONTH
from summarizer.text.lexicon import words_of

LONGEST_PLACE = 60  # characters
DATE = rf"(?:,?\s+(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH}))?(?:,?\s+\d{{4}})?"
CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?:[ /][A-ZÀ-Þ.’'-]+){0,4}"
PROPER = r"[A-ZÀ-Þ][\w.’'-]+(?:[ /-][A-ZÀ-Þ][\w.’'-]+){0,3}"
REGION = rf"(?:,\s+{PROPER}){{0,2}}"
NAMED = rf"\s*\((?:{AGENCY}|[A-Z][\w. ]{{1,30}})\)"
DASH = r"\s*(?:[—–]|-{1,2}(?=\s)|:)\s*"
# "KYIV, Ukraine (AP) —", "LONDON, March 3 (Reuters) -", "BRUSSELS —", "Geneva (AFP) –". A place in usual case counts
# with an agency only: "Good news – the pool stays open" begins as a place would.
IN_CAPITALS = re.compile(rf"(?P<place>{CAPITALS}{REGION}){DATE}(?:{NAMED})?(?P<dash>{DASH})")
WITH_AGENCY = re.compile(rf"(?P<place>{PROPER}{REGION}){DATE}\s*\((?i:{AGENCY})\)(?P<dash>{DASH})")
NO_PLACE = words_of("no_places")


def find_dateline(text: str) -> Dateline | None:
    """The dateline of an article's text; None when it opens with none."""
    found = IN_CAPITALS.match(text) or WITH_AGENCY.match(text)
    if not found or len(found["place"]) > LONGEST_PLACE:
        return None
    place = tidy(found["place"])
    # A colon parts a label from its line: "ZURICH: …" may be a speaker, "ZURICH (AFP): …" is a place.
    is_label = found["dash"].strip() == ":" and "(" not in found.group()
    if is_label or NO_PLACE.intersection(re.findall(r"[A-Z;]+", place)):
        return None
    return Dateline(place, Span(0, found.end()))
