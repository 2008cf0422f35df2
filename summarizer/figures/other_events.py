"""Figures of what happened at another time or place than the story."""

from __future__ import annotations

import re

from summarizer.figures.harm import HARM
from summarizer.model import Figure, Span
from summarizer.text.sentence_bounds import sentence_around

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
# "In the third incident, …": the article tells of others beside its own.
_OTHER_ONE = re.compile(
    rf"\s*[“\"]?In (?:another|(?:the|an?) (?:second|third|fourth|earlier|previous|separate|similar|unrelated|past|other)) (?:[a-z-]+ )?(?:incident|case|{_EVENT})\b"
)
_FLIGHT = re.compile(r"\b[Ff]light ([A-Z]{1,3}[0-9]{1,4})\b")
_OPENED = re.compile(rf"\s*In (?:[A-Z][a-z]+ )?(?P<year>{_YEAR}),")
_OTHER_EVENT_AFTER = re.compile(
    rf"[^.;,\n]{{0,50}}\b(?:(?:the|a|its|their) {_YEAR} (?:[a-z-]+ ){{0,2}}{_EVENT}|{_EVENT} (?:of|in) {_YEAR}|worldwide last year)\b"
)
_SENTENCE = 300  # characters looked through for a sentence's ends


def is_of_another_event(text: str, figure: Figure) -> bool:
    """Whether the sentence tells the figure of what happened in another year."""
    sentence = sentence_around(text, figure.span, _SENTENCE)
    is_before = _OTHER_EVENT.search(text, sentence.start, figure.span.start) is not None
    is_harm = HARM.search(f"{figure.concept} {figure.unit}") is not None
    if is_harm and (opened := _OPENED.match(text, sentence.start)) and _is_past(text, opened["year"]):
        return True
    is_another = _OTHER_ONE.match(text, sentence.start) is not None or _is_of_another_flight(text, sentence)
    return (
        is_before or is_another or _OTHER_EVENT_AFTER.match(text, figure.span.end, sentence.end) is not None
    )


def _is_of_another_flight(text: str, sentence: Span) -> bool:
    """Whether the sentence names flights, and not the one that the text names first."""
    named = _FLIGHT.findall(sentence.of(text))
    first = _FLIGHT.search(text) if named else None
    return first is not None and first[1] not in named


def _is_past(text: str, year: str) -> bool:
    """Whether the text speaks of a later year."""
    return any(int(later[0]) > int(year) for later in re.finditer(rf"\b{_YEAR}\b", text))
