"""What a figure is worth to a brief."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from summarizer.figures.same import Told, dimension
from summarizer.model import Figure, Span
from summarizer.text.lexicon import words_of
from summarizer.text.sentence_bounds import sentence_around

# Learned from the figures that an editor must have on 26 real pages and from the numbers that editors put into 200 headlines
# (`python -m train.figures`): what each feature of a figure counts. Of unseen texts they show 79 of the 90 musts that are found,
# and 153 of 176 such numbers; points set by hand on these very texts showed two and four fewer among as many figures.
WEIGHTS = {
    "a share": 0.05,
    "money": 0.09,
    "points": 0.04,
    "a length": -0.06,
    "a time": -0.10,
    "a time of news": 0.10,  # by hand: how long a truce is to hold, not how far away it is
    "a distance from somewhere": -0.10,  # by hand
    "harm": 0.04,
    "news": 0.03,
    "somebody says it": 0.02,
    "somebody gives it": 0.02,
    "no unit": -0.06,
    "compared with another": 0.03,
    "modified": 0.02,
    "in words": -0.08,
    "given by a court": 0.30,  # by hand: the pages hold two
    "in the first sentence": 0.12,
    "in the lead": 0.09,
    "late": -0.14,
    "vague": -0.05,
    "up to a dozen": -0.02,
    "powers of ten": 0.11,
    "people": -0.05,
    "words of its concept": 0.02,
    "digits": 0.11,
}

UP_TO_SMALL = 12
A_MILLION, MOST_POWERS = 6, 12  # powers of ten
MANY_WORDS, MANY_DIGITS = 8, 4
UP_TO_DULL = 50  # so many reasons, ways and pages are no news
CERTAIN = 100  # per cent sure, behind somebody

_HARM = re.compile(
    r"\b(?:kill|dead\b|death|die[ds]?\b|injur|wound|hurt\b|missing|unaccounted|casualt|captur|detain|arrest|hostage|prisoner"
    r"|intercept|shot\b|attack|missile|drone|bomb|drown|rescu|surviv|evacuat|displac|homeless|refugee|infect|layoff|laid off"
    r"|job cut|fired\b|destroy|damage|flood|troop|soldier|mercenar|fighter|collision|crash|sentenc|convict|bodies)",
    re.IGNORECASE,
)
_NEWS = re.compile(
    r"\b(?:propos|plan\b|new\b|record|launch|cease|halt|deal|tariff|tax|budget|deficit|profit|income|loss|revenue|sales|price"
    r"|inflation|unemploy|rate\b|vote|poll|turnout|aid\b|sanction|invest|growth|job|people|worker|employee|resident|student"
    r"|patient|shares?\b|earnings|orders?\b|raise|buyback|fine[ds]?\b|penalt|delay|household|contract)",
    re.IGNORECASE,
)
_PEOPLE = re.compile(r"\b(?:people|person|worker|resident|men|women|child|student|passenger)", re.IGNORECASE)
_FILLER = words_of("filler")
_PERSON = re.compile(
    r"(?:[a-z]+ )?(?:boy|girl|man|woman|teenager|son|daughter|student|pupil|mother|father)\b", re.IGNORECASE
)
# Who talks, not what they tell: "three people with direct knowledge of the discussions".
_INFORMANTS = re.compile(
    r"\b(?:knowledge of|familiar with|briefed on|close to the|speaking on condition|spoke on condition)\b"
)
_PERSONS = re.compile(r"\w+(?:man|men|woman|women|person|people|ers?|ors?|ists?)")
_SHARES = frozenset({"percent", "per cent", "cent", "%"})
_CERTAINTY = re.compile(r"confidence\b(?! in\b)|margin of error|committed\b|sure\b", re.IGNORECASE)
OLDEST = 115
_TOLL = re.compile(
    r"\b(?:toll|number|crowd|attendance|population|total|index|rate|count|magnitude|missing|dead|alive|injured|wounded|votes?|seats?"
    r"|people|men|women|children|[a-z]{3,}s)\b",
    re.IGNORECASE,
)
_EVENT = (
    r"(?:fires?|attacks?|bombings?|crash(?:es)?|disasters?|floods?|(?:earth)?quakes?|tsunamis?|shootings?|massacres?|wars?|explosions?|storms?"
    r"|hurricanes?|riots?|outbreaks?|collisions?|sinkings?|accidents?|epidemics?|uprisings?|raids?|siege)"
)
_YEAR = r"(?:1[5-9]|20)[0-9]{2}"
# Of another event: "since 1998, when an explosion killed 27", "the bombings of 1998 killed 200", "… in the 2004 fire".
_OTHER_EVENT = re.compile(
    rf"\b(?:[Ii]n|[Ss]ince|[Bb]ack in) (?:[A-Z][a-z]+ )?{_YEAR},? when\b[^.;\n]*$"
    rf"|\b{_EVENT} (?:of|in) (?:[A-Z][a-z]+ )?{_YEAR}\b[^.;\n]*$|\b(?:the|a) {_YEAR} (?:[a-z-]+ ){{0,2}}{_EVENT}\b[^.;\n]*$"
)
_OPENED = re.compile(rf"\s*In (?:[A-Z][a-z]+ )?(?P<year>{_YEAR}),")
_OTHER_EVENT_AFTER = re.compile(
    rf"[^.;,\n]{{0,50}}\b(?:(?:the|a|its|their) {_YEAR} (?:[a-z-]+ ){{0,2}}{_EVENT}|{_EVENT} (?:of|in) {_YEAR}|worldwide last year)\b"
)
_FROM = re.compile(r"(?:from|off|away|front line)\b")
_SENTENCED = re.compile(
    r"\b(?:jail|sentenc|prison|imprison|behind bars|banned for|suspended for)", re.IGNORECASE
)
_FIRST = 200  # characters; the first sentence of most reports
_SENTENCE = 300  # characters looked through for a sentence's ends


def is_filler(figure: Figure) -> bool:
    """One of, two others, three reasons, 100 percent sure, an age: numbers that inform nobody."""
    kind = dimension(figure)
    concept = figure.concept or ""
    if kind == "share":
        return (figure.value == CERTAIN and not concept) or bool(_CERTAINTY.match(concept))
    if _INFORMANTS.search(concept) or _is_age(figure):
        return True
    if kind == "age":
        return True
    if figure.value in {0, 1} and kind in {None, "multiple"}:
        return True
    _, _, counted = (figure.unit or "").rpartition(" ")
    if _HARM.search(concept):
        return False
    return kind is None and counted in _FILLER and (figure.value or 0) <= UP_TO_DULL


def _is_age(figure: Figure) -> bool:
    """Maybe 16 of "a boy, maybe 16": a bare number of one person."""
    is_bare = figure.unit is None and figure.value is not None and 0 < figure.value <= OLDEST
    return is_bare and _PERSON.fullmatch(figure.concept or "") is not None


def is_readable(figure: Figure) -> bool:
    """Whether the figure says by itself what it is of: it has a concept, or a noun that it counts."""
    concept = figure.concept
    if dimension(figure) == "multiple" and concept is not None and _PERSONS.fullmatch(concept):
        return False  # five times who spoke so often, not what is so large
    is_told = concept is not None and concept.casefold() not in _SHARES
    return is_told or (figure.unit is not None and dimension(figure) is None)


def is_of_another_event(text: str, figure: Figure) -> bool:
    """Whether the sentence tells the figure of what happened in another year."""
    sentence = sentence_around(text, figure.span, _SENTENCE)
    is_before = _OTHER_EVENT.search(text, sentence.start, figure.span.start) is not None
    is_harm = _HARM.search(f"{figure.concept} {figure.unit}") is not None
    if is_harm and (opened := _OPENED.match(text, sentence.start)) and _is_past(text, opened["year"]):
        return True
    return is_before or _OTHER_EVENT_AFTER.match(text, figure.span.end, sentence.end) is not None


def _is_past(text: str, year: str) -> bool:
    """Whether the text speaks of a later year."""
    return any(int(later[0]) > int(year) for later in re.finditer(rf"\b{_YEAR}\b", text))


def worth(told: Told, text: str, lead_end: int, held: Sequence[Span]) -> float:
    """What a figure with all its places in `text` is worth; `held` are the attributed passages."""
    return sum(WEIGHTS[name] * value for name, value in figure_features(told, text, lead_end, held).items())


def figure_features(told: Told, text: str, lead_end: int, held: Sequence[Span]) -> dict[str, float]:
    """What a figure is weighed by, each about 0 to 1, under the names of `WEIGHTS`."""
    figure, places = told.shown, told.places
    about = f"{figure.concept or ''} {figure.unit or ''}"
    kind = dimension(figure)
    value = figure.value if figure.value is not None else figure.high
    start = min(place.span.start for place in places)
    return {
        "a share": float(kind == "share"),
        "money": float(kind == "money"),
        "points": float(kind == "points"),
        "a length": float(kind == "length"),
        "a time": float(kind == "time"),
        "a time of news": float(kind == "time" and _NEWS.search(about) is not None),
        "a distance from somewhere": float(
            kind == "length" and _FROM.match(figure.concept or "") is not None
        ),
        "harm": float(bool(_HARM.search(about))),
        "news": float(bool(_NEWS.search(about))),
        "somebody says it": float(
            figure.source is not None or any(span.overlaps(place.span) for span in held for place in places)
        ),
        "somebody gives it": float(figure.source is not None),
        "no unit": float(_is_bare(figure)),
        "compared with another": float(figure.compared is not None),
        "modified": float(figure.modifier is not None),
        "in words": float(figure.surface[:1].isalpha()),
        "given by a court": float(any(_is_sentence(text, place) for place in places)),
        "in the first sentence": float(start < min(lead_end or _FIRST, _FIRST)),
        "in the lead": float(start < lead_end),
        "late": start / max(1, len(text)),
        "vague": float(value is None),
        "up to a dozen": float(kind is None and value is not None and abs(value) <= UP_TO_SMALL),
        "powers of ten": _powers(value) if kind in {None, "money"} else 0.0,
        "people": float(bool(_PEOPLE.search(about))),
        "words of its concept": len((figure.concept or "").split()) / MANY_WORDS,
        "digits": sum(char.isdigit() for char in figure.surface) / MANY_DIGITS,
    }


def _powers(value: Decimal | None) -> float:
    """The powers of ten of a value, a million as 1: two of a dozen millions weigh the same."""
    return max(0, min(MOST_POWERS, value.adjusted())) / A_MILLION if value is not None else 0.0


def _is_sentence(text: str, figure: Figure) -> bool:
    """Whether the time is what a court gave: jailed for five years."""
    is_time = dimension(figure) == "time"
    return is_time and _SENTENCED.search(sentence_around(text, figure.span, _SENTENCE).of(text)) is not None


def _is_bare(figure: Figure) -> bool:
    """Whether the number has no unit, and its concept none that a bare number may be of."""
    is_number = figure.unit is None and figure.value is not None and figure.value > 1
    return is_number and _TOLL.search(figure.concept or "") is None
