"""How likely it is that a reader of headline, lead and heading does not understand a line: a word of it points to what is not shown."""

from __future__ import annotations

import math

from summarizer.brief.leaning import Known, leaning_of, names_alone, names_in
from summarizer.brief.words import stems
from summarizer.model import Bullet
from summarizer.text.lexicon import words_of
from summarizer.text.pointing import points_to_thing
from summarizer.text.printed import Printed, Word, words_in
from summarizer.text.pronouns import HE_SHE
from summarizer.weighing import chance

# Learned from 2,765 statements of 188 real texts, each judged by an editor who had read headline, lead and heading
# (`python -m train.leaning`, docs/quality.md).
WEIGHTS = {
    "a word points": 1.48,
    "a thing told before": 0.54,
    "these, those": 0.59,
    "another": 0.78,
    "he, they, it": 0.28,
    "a surname alone": 0.34,
    "a name that is known": -0.48,
    "no word that is known": 0.51,
    "was": 0.46,
    "we": -0.35,
    "length": -1.57,
    "near the top": -1.51,
    "nobody's": 0.49,
    "the heading points": 0.82,
}
BIAS = -1.06
LOG_OF_LONGEST = math.log(60)
FIRST_WORDS = 6
EARLY = 400  # characters: so near the top what is meant stands in the lead
OTHERS = frozenset(
    (
        "such",
        "similar",
        "another",
        "other",
        "others",
        "same",
        "latter",
        "former",
        "either",
        "neither",
        "both",
        "last",
    )
)
THIRD_PERSONS = frozenset(HE_SHE) | frozenset(("they", "them", "their", "themselves", "it", "its", "itself"))
POINTING_HEADINGS = (words_of("pointing") - {"the"}) | frozenset(
    ("another", "several", "many", "some", "most", "such", "this", "that", "its", "of")
)
COUNTING_HEADINGS = frozenset(("two", "three", "other", "same"))


def features(bullet: Bullet, known: Known) -> dict[str, float]:
    """What tells how well a line is understood, each 0 to 1, under the names of `WEIGHTS`."""
    heading = f"{bullet.source.name} {bullet.source.role or ''}" if bullet.source else ""
    read = known.stems | stems(heading)
    words = tuple(words_in(bullet.line))
    lows = {word.low for word in words}
    line = Printed(bullet.line, words, read)
    return {
        "a word points": float(bool(leaning_of(bullet, known))),
        "a thing told before": float(any(points_to_thing(line, at) for at in range(len(words)))),
        "these, those": float(bool(lows & {"these", "those"})),
        "another": float(any(word.low in OTHERS for word in words[:FIRST_WORDS])),
        "he, they, it": float(bool(lows & THIRD_PERSONS)),
        "a surname alone": float(bool(names_alone(bullet.line, known.strangers) - names_in(heading))),
        "a name that is known": float(any(is_known(word, known) for word in words)),
        "no word that is known": float(not stems(bullet.line) & read),
        "was": float(bool(lows & {"was", "were", "had"})),
        "we": float(bool(lows & {"we", "us", "our"})),
        "length": min(1.0, math.log(max(1, len(words))) / LOG_OF_LONGEST),
        "near the top": float(min(proof.span.start for proof in bullet.evidence) < EARLY),
        "nobody's": float(bullet.source is None),
        "the heading points": float(points_as_heading(bullet.source.name if bullet.source else "")),
    }


def is_known(word: Word, known: Known) -> bool:
    return word.is_capital and not word.is_first and bool(names_in(word.text) & known.names)


def points_as_heading(name: str) -> bool:
    """Whether a source's name points, too: "those firms", "her office", "all three candidates"."""
    first, *others = name.casefold().split() or [""]
    return first in POINTING_HEADINGS or (first == "the" and bool(others) and others[0] in COUNTING_HEADINGS)


def chance_of_leaning(bullet: Bullet, known: Known) -> float:
    """How likely it is, 0 to 1, that a reader asks what a word of the line means."""
    return chance(features(bullet, known), WEIGHTS, BIAS)
