"""Abbreviations behind whose full stop a sentence goes on, as newsrooms write them."""

from __future__ import annotations

from summarizer.text.names import TITLE_ABBREVIATIONS

OTHERS = tuple("Jr Sr vs No Inc Corp Co Ltd Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split())
EITHER = "|".join((*sorted(TITLE_ABBREVIATIONS), *OTHERS))  # for a pattern
