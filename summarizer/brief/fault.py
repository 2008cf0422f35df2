"""How likely it is that an editor finds fault with a line: it leans on what is not shown, is torn, stops before its point, tells nothing."""

from __future__ import annotations

from summarizer.brief.leaning import Known, leaning_of, names_alone, names_in
from summarizer.brief.traits import traits
from summarizer.brief.words import stems
from summarizer.model import Bullet, Impression
from summarizer.text.lexicon import words_of
from summarizer.text.pointing import points_to_thing
from summarizer.text.printed import Printed, Word, words_in
from summarizer.text.pronouns import HE_SHE
from summarizer.weighing import chance

# Learned from 13,075 statements of 1,004 real texts, each judged by an editor who had read headline, lead and heading
# (`python -m train.fault`, docs/quality.md).
WEIGHTS = {
    "quotation": -0.34,
    "partly quoted": -0.18,
    "name in capitals": -0.09,
    "short": 0.26,
    "length": -3.53,
    "asks": 0.27,
    "names": 0.18,
    "no cue": -0.54,
    "words beside the content": 0.72,
    "heading said again": 3.00,
    "goes on": 0.16,
    "you": 0.22,
    "ends on a word that points": 0.19,
    "a word points": 0.84,
    "a thing told before": 0.15,
    "these, those": 0.29,
    "another": 0.19,
    "he, they, it": 0.21,
    "a surname alone": 0.13,
    "a name that is known": -0.27,
    "no word that is known": 0.44,
    "was": -0.04,
    "we": -0.09,
    "near the top": -0.58,
    "nobody's": 0.21,
    "the heading points": 0.21,
    "as the network reads it": 0.46,
}
BIAS = 1.24
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


def features(bullet: Bullet, known: Known, impression: Impression) -> dict[str, float]:
    """What tells how well a line reads, most 0 to 1, under the names of `WEIGHTS`."""
    heading = f"{bullet.source.name} {bullet.source.role or ''}" if bullet.source else ""
    read = known.stems | stems(heading)
    words = tuple(words_in(bullet.line))
    lows = {word.low for word in words}
    line = Printed(bullet.line, words, read)
    return {
        **traits(bullet),
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
        "near the top": float(min(proof.span.start for proof in bullet.evidence) < EARLY),
        "nobody's": float(bullet.source is None),
        "the heading points": float(points_as_heading(bullet.source.name if bullet.source else "")),
        "as the network reads it": impression.faulty,
    }


def is_known(word: Word, known: Known) -> bool:
    return word.is_capital and not word.is_first and bool(names_in(word.text) & known.names)


def points_as_heading(name: str) -> bool:
    """Whether a source's name points, too: "those firms", "her office", "all three candidates"."""
    first, *others = name.casefold().split() or [""]
    return first in POINTING_HEADINGS or (first == "the" and bool(others) and others[0] in COUNTING_HEADINGS)


def chance_of_fault(bullet: Bullet, known: Known, impression: Impression) -> float:
    """How likely it is, 0 to 1, that an editor who has read headline, lead and heading finds fault with the line."""
    return chance(features(bullet, known, impression), WEIGHTS, BIAS)
