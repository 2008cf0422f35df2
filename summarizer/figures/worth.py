"""What a figure is worth to a brief."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import NamedTuple

from summarizer.figures.harm import HARM
from summarizer.figures.same import Told, dimension
from summarizer.model import Figure, Span
from summarizer.text.bounds import BOUND
from summarizer.text.leaning import leaning
from summarizer.text.printed import Meant
from summarizer.text.sentence_bounds import sentence_around
from summarizer.weighing import weigh

# What each feature of a figure counts: points set by hand, moved by what editors chose on 26 real pages and in 200 headlines
# (`python -m train.figures`, docs/figures.md).
WEIGHTS = {
    "a share": 0.09,
    "money": 0.06,
    "points": 0.05,
    "a multiple": 0.03,
    "a length": -0.10,
    "a temperature": -0.03,
    "a time": -0.15,
    "a time of news": 0.10,  # by hand: how long a truce is to hold says more than how far away it is
    "a score": 0.03,
    "harm": 0.10,
    "harm near": 0.09,
    "news": 0.04,
    "somebody says it": 0.06,
    "clear": 0.22,
    "no concept": -0.07,
    "no unit": -0.04,
    "of a year long gone": -0.09,
    "what another is compared with": -0.12,
    "modified": 0.03,
    "from somewhere": -0.08,
    "in words": -0.04,
    "given by a court": 0.29,
    "in the first sentence": 0.10,
    "in the lead": 0.14,
    "late": -0.16,
    "vague": -0.12,
    "up to a dozen": -0.14,
    "powers of ten": 0.14,
    "people": -0.04,
    "digits": 0.06,
    "behind other numbers": -0.04,
    "leans": -0.03,
    # By hand, for the pages hold few: what editors call no figure of the story.
    "tied to a noun": -0.18,
    "how many live there": -0.40,
    "the whole of a part": -0.40,
    "asked in a poll": -0.30,
    "how long for a record": -0.40,
    "in a question": -0.40,
}

UP_TO_SMALL = 12
A_MILLION, MOST_POWERS = 6, 12  # powers of ten
MANY_DIGITS = 4

_NEWS = re.compile(
    r"\b(?:propos|plan\b|new\b|record|launch|cease|halt|deal|tariff|tax|budget|deficit|profit|income|loss|revenue|sales|price"
    r"|inflation|unemploy|rate\b|vote|poll|turnout|aid\b|sanction|invest|growth|job|people|worker|employee|resident|student"
    r"|patient|shares?\b|earnings|orders?\b|raise|buyback|fine[ds]?\b|penalt|delay|household|contract)",
    re.IGNORECASE,
)
_PEOPLE = re.compile(r"\b(?:people|person|worker|resident|men|women|child|student|passenger)", re.IGNORECASE)
_TOLL = re.compile(
    r"\b(?:toll|number|crowd|attendance|population|total|index|rate|count|magnitude|missing|dead|alive|injured|wounded|votes?|seats?"
    r"|people|men|women|children|[a-z]{3,}s)\b",
    re.IGNORECASE,
)
_WHOLE_OF = re.compile(
    r"(?:\b(?:one|two|three|four|five|six|seven|eight|nine|ten|most|half)|[0-9])\s(?:out\s)?of\s(?:(?:the|its|their|his|her|all|more than|nearly|about)\s){0,2}$",
    re.IGNORECASE,
)
_LIVE_THERE = re.compile(
    rf"\b(?:(?:country|nation|city|town|village|state|province|region|island|community) of|home to) (?:(?:{BOUND})\s)?$",
    re.IGNORECASE,
)
_POLLED = re.compile(r"\b(?:polls?|surveys?|surveyed|polled|interviewed|respondents)\b", re.IGNORECASE)
_RECORD = re.compile(r"\b(?:[a-z]{3,}est|first|worst|best)\b[^.;]{0,40}\b(?:in|for)\s(?:[a-z]+\s){0,2}$")
_TIED_BEHIND = re.compile(r"-[a-z]")  # a 60-vote margin, of which "60" is the figure
_TIED = re.compile(
    r"[0-9a-z]-(?!(?:third|quarter|fifth|sixth|eighth|tenth|dozen)s?$)[a-z]+$"
)  # six-month; not two-thirds
_TELLING_TIED = frozenset({"money", "money rate", "share", "points"})
_OF_WHOM = re.compile(r"\s(?!majority\b|of (?:it|that|them|this|those)\b)[a-z]")
_NUMBER = re.compile(r"\d[\d.,]*")
MANY_BEFORE = 3
_FROM = re.compile(r"(?:from|off|away|front line)\b")
_LONG_AGO = re.compile(r"\b(?:[Ii]n|[Ss]ince) (?:the )?(?:1[0-9]|20)[0-9]{2}\b[^.;\n]{0,60}$")
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
_REACH = 40  # characters looked at before a figure
_PAST_REACH = 80
_SENTENCE = 300  # characters looked through for a sentence's ends


class Seen(NamedTuple):
    """What a reader has read before the figures: where the lead ends, the stems of its words, and whom "he" and "she" can mean."""

    end: int
    stems: Collection[str] = ()
    told: Collection[Meant] = ()


def worth(told: Told, text: str, seen: Seen, held: Sequence[Span]) -> float:
    """What a figure with all its places in `text` is worth; `held` are the attributed passages."""
    return weigh(figure_features(told, text, seen, held), WEIGHTS)


def figure_features(told: Told, text: str, seen: Seen, held: Sequence[Span]) -> dict[str, float]:
    """What a figure is weighed by, each about 0 to 1, under the names of `WEIGHTS`."""
    figure, places = told.shown, told.places
    start = min(place.span.start for place in places)
    is_said = figure.source is not None or any(span.overlaps(place.span) for span in held for place in places)
    found = {
        **_of_kind(figure),
        **_of_harm(told, text),
        "somebody says it": is_said,
        "of a year long gone": all(
            _LONG_AGO.search(text, max(0, place.span.start - _PAST_REACH), place.span.start)
            for place in places
        ),
        "what another is compared with": all(_is_compared(text, place) for place in places),
        "given by a court": any(_is_sentence(text, place) for place in places),
        **_of_sentence(text, places, dimension(figure)),
        "in the first sentence": start < min(seen.end or _FIRST, _FIRST),
        "in the lead": start < seen.end,
        "leans": bool(figure.label and leaning(figure.label, known=seen.stems, told=seen.told)),
        "late": start / max(1, len(text)),
    }
    return {name: float(found[name]) for name in WEIGHTS}


def _of_kind(figure: Figure) -> dict[str, float]:
    """What the figure is by itself."""
    about = f"{figure.concept or ''} {figure.unit or ''}"
    kind = dimension(figure)
    value = figure.value if figure.value is not None else figure.high
    return {
        "a share": kind == "share",
        "money": kind == "money",
        "points": kind == "points",
        "a multiple": kind == "multiple",
        "a length": kind == "length",
        "a temperature": kind == "temperature",
        "a time": kind == "time",
        "a time of news": _is_time_of_news(figure),
        "a score": kind is None and _SCORE.fullmatch(figure.surface) is not None,
        "news": _NEWS.search(about) is not None,
        "clear": figure.clearness,
        "no concept": figure.concept is None,
        "no unit": _is_bare(figure),
        "modified": figure.modifier is not None,
        "from somewhere": _FROM.match(figure.concept or "") is not None,
        "in words": figure.surface[:1].isalpha(),
        "vague": value is None,
        "powers of ten": _powers(value) if kind in {None, "money"} else 0.0,
        "people": _PEOPLE.search(about) is not None,
        "behind other numbers": _numbers_before(figure) / MANY_BEFORE,
        "digits": sum(char.isdigit() for char in figure.surface) / MANY_DIGITS,
    }


def _is_time_of_news(figure: Figure) -> bool:
    """How long a truce is to hold, and until when something must be done: within 30 days."""
    about = f"{figure.concept or ''} {figure.unit or ''}"
    before = (figure.label or "").partition(figure.surface)[0]
    return dimension(figure) == "time" and (
        _NEWS.search(about) is not None or before.endswith((" within ", "Within "))
    )


def _is_tied(text: str, figure: Figure) -> bool:
    """Whether a number only says which: a 12-nation tour, a three-day conference; not a six-week delay."""
    is_tied = _TIED.search(figure.surface) or _TIED_BEHIND.match(text, figure.span.end)
    is_of_news = dimension(figure) in _TELLING_TIED or _NEWS.match(text, figure.span.end + 1) is not None
    return is_tied is not None and not is_of_news


def _of_sentence(text: str, places: Sequence[Figure], kind: str | None) -> dict[str, float]:
    """What the words around the figure make of it, at each of its places."""

    def stands(before: re.Pattern[str]) -> bool:
        return all(
            before.search(text, max(0, place.span.start - _PAST_REACH), place.span.start) for place in places
        )

    sentences = [sentence_around(text, place.span, _SENTENCE).of(text) for place in places]
    return {
        "tied to a noun": all(_is_tied(text, place) for place in places),
        "how many live there": stands(_LIVE_THERE),
        "the whole of a part": stands(_WHOLE_OF),
        "asked in a poll": kind is None and all(map(_POLLED.search, sentences)),
        "how long for a record": kind == "time" and stands(_RECORD),
        "in a question": all(sentence.rstrip(" ”\"’'").endswith("?") for sentence in sentences),
    }


def _of_harm(told: Told, text: str) -> dict[str, float]:
    """Whether it counts who was harmed, or a clause around it tells of harm; small counts of anything else are no news."""
    figure = told.shown
    is_harm = HARM.search(f"{figure.concept or ''} {figure.unit or ''}") is not None
    is_counted = dimension(figure) is None and not is_part_of_all(figure)
    is_near = not is_harm and is_counted and any(_is_near_harm(text, place) for place in told.places)
    is_small = is_counted and figure.value is not None and abs(figure.value) <= UP_TO_SMALL
    return {
        "harm": is_harm,
        "harm near": is_near,
        "up to a dozen": is_small and not (is_harm or is_near),
    }


def is_part_of_all(figure: Figure) -> bool:
    """Half of the towns, one in five bakers: a share in words is no small count."""
    behind = (figure.label or "").partition(figure.surface)[2]
    return figure.value is not None and 0 < figure.value < 1 and _OF_WHOM.match(behind) is not None


def _numbers_before(figure: Figure) -> int:
    """How many numbers the figure's label tells before it: those who came third and fourth in a poll."""
    before, found, _ = (figure.label or "").partition(figure.surface)
    return min(MANY_BEFORE, len(_NUMBER.findall(before))) if found else 0


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


def _is_near_harm(text: str, figure: Figure) -> bool:
    """Whether the clause around the figure tells of harm."""
    sentence = sentence_around(text, figure.span, _REACH)
    before = text.rfind(";", sentence.start, figure.span.start) + 1 or sentence.start
    after = text.find(";", figure.span.end, sentence.end)
    return HARM.search(text, before, after if after > 0 else sentence.end) is not None


def _is_compared(text: str, figure: Figure) -> bool:
    """Whether the figure only says what another is compared with."""
    start, end = figure.span.start, figure.span.end
    if _COMPARED_AFTER.match(text, end):
        return True
    if _MORE_THAN.search(text, max(0, start - _REACH), start):
        return False
    return _COMPARED_BEFORE.search(text, max(0, start - _REACH), start) is not None
