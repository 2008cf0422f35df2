"""What a figure is worth to a brief, in points."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.figures.same import Told, dimension
from summarizer.model import Figure, Span
from summarizer.text.bounds import BOUND
from summarizer.text.lexicon import words_of
from summarizer.text.sentence_bounds import sentence_around

# Points: harm outweighs place and source, place outweighs repetition, and size counts by its powers of ten, so
# that four billions in a row do not crowd out a share. Weights learned from 26 real pages and 200 texts with the
# number that an editor put into the headline (logistic, six folds by page, 33 features) chose no better than these:
# 56 must-have figures among 99 shown, against 59 of 91; so these stand, and only what gained in both sets was added.
LEAD = 2.0
FIRST = 1.5  # in the first sentence of the text: 119 headline numbers shown, without it 115
SOURCE = 2.0
REPEATED = 1.0
HARM = 3.0
HARM_NEAR = 2.0  # harm not in the concept but in the words around: "killing at least seven people"
NEWS = 0.5
COMPARED = -2.5  # what the news is compared with: "from $6.1 billion a year earlier"
LATE = -1.0  # at the very end of the text; before it in proportion
MODIFIED = 0.5  # "more than 60": somebody weighed it
IN_WORDS = -1.0  # "five", "dozens"
IN_LINE = -0.5  # a line of the brief says it already
FROM_PLACE = -1.5  # 1,200 kilometres from the border: where it happened
COURT = 4.0  # jailed for five years
VOTE = 2.5
SCORE = 0.5
SIZE = 0.4  # for each power of ten
SIZE_CAP = 12  # powers
SMALL = -3.5  # a count up to a dozen, unless harm makes it news
VAGUE = -1.5
NO_CONCEPT = -2.0
NO_UNIT = -1.5  # a bare number of something that is no toll, crowd or score: a bus line, a mark
BACKGROUND = -2.5  # what happened in a year long gone: "since 2004, when a fire killed 31 people"
UNIT = {
    "share": 1.5,
    "money": 1.0,
    "points": 0.5,
    "multiple": 0.5,
    "length": -1.0,
    "temperature": -0.5,
    "time": -1.5,
}

UP_TO_SMALL = 12
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
_FILLER = words_of("filler")
_PERSON = re.compile(
    r"(?:[a-z]+ )?(?:boy|girl|man|woman|teenager|son|daughter|student|pupil|mother|father)\b", re.IGNORECASE
)
# Who talks, not what they tell: "three people with direct knowledge of the discussions".
_INFORMANTS = re.compile(
    r"\b(?:knowledge of|familiar with|briefed on|close to the|speaking on condition|spoke on condition)\b"
)
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
_LONG_AGO = re.compile(r"\b(?:[Ii]n|[Ss]ince) (?:1[0-9]|20)[0-9]{2}\b[^.;\n]{0,60}$")
_SCORE = re.compile(r"[0-9]+(?:[-–‑]|\s(?:votes\s)?to\s)[0-9]+")
_COMPARED_BEFORE = re.compile(
    r"\b(?:from|compared (?:with|to)|against|versus|not the|than the|than|forecast of|instead of)\s"
    rf"(?:(?:{BOUND}|just|only|between)\s)?$",
    re.IGNORECASE,
)
_COMPARED_AFTER = re.compile(
    r",?\s(?:a (?:year|month|week|quarter) (?:earlier|ago|before)|previously|before that)\b"
)
_MORE_THAN = re.compile(r"\b(?:more|less|fewer|better|higher|lower|larger|bigger) than\s$", re.IGNORECASE)
_SENTENCED = re.compile(
    r"\b(?:jail|sentenc|prison|imprison|behind bars|banned for|suspended for)", re.IGNORECASE
)
_FIRST = 200  # characters; the first sentence of most reports
_SENTENCE = 300  # characters looked through for a sentence's ends
_REACH = 40  # characters looked at before a figure
_PAST_REACH = 80


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
    return figure.concept is not None or (figure.unit is not None and dimension(figure) is None)


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


def worth(told: Told, text: str, lead_end: int, held: Sequence[Span], lines: Sequence[Span] = ()) -> float:
    """Points of a figure with all its places in `text`; `held` are the attributed passages, `lines` those that the brief shows."""
    figure, places = told.shown, told.places
    about = f"{figure.concept or ''} {figure.unit or ''}"
    is_harm = bool(_HARM.search(about))
    is_near = not is_harm and dimension(figure) is None and any(_is_near_harm(text, f) for f in places)
    is_sourced = figure.source is not None or any(span.overlaps(f.span) for span in held for f in places)
    start = min(f.span.start for f in places)
    return (
        UNIT.get(dimension(figure) or "", 0.0)
        + _size(figure, is_harm=is_harm or is_near)
        + HARM * is_harm
        + HARM_NEAR * is_near
        + NEWS * bool(_NEWS.search(about))
        + SOURCE * is_sourced
        + REPEATED * (len(places) > 1)
        + NO_CONCEPT * (figure.concept is None)
        + NO_UNIT * _is_bare(figure)
        + BACKGROUND
        * all(_LONG_AGO.search(text, max(0, f.span.start - _PAST_REACH), f.span.start) for f in places)
        + COMPARED * all(_is_compared(text, f) for f in places)
        + MODIFIED * (figure.modifier is not None)
        + FROM_PLACE * bool(_FROM.match(figure.concept or ""))
        + IN_WORDS * figure.surface[:1].isalpha()
        + IN_LINE * any(line.overlaps(f.span) for line in lines for f in places)
        + COURT * any(_is_sentence(text, f) for f in places)
        + FIRST * (start < min(lead_end or _FIRST, _FIRST))
        + (LEAD if start < lead_end else LATE * start / max(1, len(text)))
    )


def _size(figure: Figure, *, is_harm: bool) -> float:
    """Points for magnitude; small counts and vague ones lose some."""
    value = figure.value if figure.value is not None else figure.high
    if value is None:
        return VAGUE
    kind = dimension(figure)
    if kind is None and _SCORE.fullmatch(figure.surface):
        return VOTE if figure.unit == "vote" else SCORE
    if kind not in {None, "money"}:
        return 0.0
    powers = max(0, min(SIZE_CAP, value.adjusted()))
    return SIZE * powers + SMALL * (kind is None and abs(value) <= UP_TO_SMALL and not is_harm)


def _is_sentence(text: str, figure: Figure) -> bool:
    """Whether the time is what a court gave: jailed for five years."""
    is_time = dimension(figure) == "time"
    return is_time and _SENTENCED.search(sentence_around(text, figure.span, _SENTENCE).of(text)) is not None


def _is_bare(figure: Figure) -> bool:
    """Whether the number has no unit, and its concept none that a bare number may be of."""
    is_number = figure.unit is None and figure.value is not None and figure.value > 1
    return is_number and _TOLL.search(figure.concept or "") is None


def _is_near_harm(text: str, figure: Figure) -> bool:
    """Whether the clause around the figure tells of harm."""
    sentence = sentence_around(text, figure.span, _REACH)
    before = text.rfind(";", sentence.start, figure.span.start) + 1 or sentence.start
    after = text.find(";", figure.span.end, sentence.end)
    return _HARM.search(text, before, after if after > 0 else sentence.end) is not None


def _is_compared(text: str, figure: Figure) -> bool:
    """Whether the figure only says what another is compared with."""
    start, end = figure.span.start, figure.span.end
    if _COMPARED_AFTER.match(text, end):
        return True
    if _MORE_THAN.search(text, max(0, start - _REACH), start):
        return False
    return _COMPARED_BEFORE.search(text, max(0, start - _REACH), start) is not None
