"""Which quantity a figure gives: what is counted, in one form for all articles, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.merge.words import STOP, key_of, tokenise
from summarizer.model import Article, Figure, Span
from summarizer.text.bounds import sign_of
from summarizer.text.sentence_bounds import find_sentences
from summarizer.text.synonyms import FATE_OF
from summarizer.text.words import words as words_in

# Words beside a fate that leave everybody meant; any other names a part: children, soldiers, others.
PEOPLE = frozenset({None, "people", "person", "missing"})
EVERYBODY = frozenset("people person persons number toll total figure count still".split())
FEWEST_WORDS = 2  # of a concept that is no fate: "vessel" stands for its length and for the depth it lies in
# What a figure moved by: "up 5 percent" and "up 7 percent" are rivals, "up 5" and "down 7" are two claims.
MOVES = frozenset(("up", "down"))
# Another time, another event, a part, a forecast, an old value: no rival of what is counted here and now.
BEFORE = re.compile(
    r"(?:\b(?:not|from|another|further|additional|other|previous(?:ly)?|initial(?:ly)?|instead of|than the|first|each|"
    r"every|per|among|including|limit of|capacity of)\s+(?:\w+\s+)?)$",
    re.IGNORECASE,
)
BEHIND = re.compile(
    r"\s*(?:more|others?|of (?:them|the|those|its|his|her|their)|each|per|a day|a week|a year)\b",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:in the past|since|worst|deadliest|decades?|centur(?:y|ies)|years? (?:ago|earlier|before)|average|annual(?:ly)?|"
    r"every year|previously)\b",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(
    r"\b(?:worldwide|nationwide|earlier|initially|at first|originally|revised|corrected|could|may|might|if|expect\w*|"
    r"forecast\w*|fear\w*|believed|risk|capacity|limit|licensed|planned|target|goal|compared|unlike|deny|denied|denies|"
    r"false(?:ly)?)\b",
    re.IGNORECASE,
)
LAST = re.compile(r"\blast (?:year|month|week|quarter|decade|winter|summer|spring|autumn)\b", re.IGNORECASE)
FORECAST = re.compile(
    r"\b(?:will|would)\b", re.IGNORECASE
)  # what is to come differs from what is to come, not from what is
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
PLACE = re.compile(r"\b(?:in|at|near|around|across|outside|throughout)\s+(?:the\s+)?((?:[A-Z][\w’'-]+\s?)+)")
LONGEST_SENTENCE = 400  # characters to either side of a figure
NAME_REACH = 80  # characters behind a figure in which a place limits it
REACH = 70  # characters around a figure in which a word puts it elsewhere; "the worst for decades" may stand further off


@dataclass(frozen=True, slots=True)
class Quantity:
    """What two figures must have in common to be rivals."""

    unit: str | None
    words: frozenset[str]
    fate: str | None


def quantity_of(figure: Figure) -> Quantity | None:
    """The quantity a figure gives; None when its words leave open what is counted."""
    concept = figure.concept or ""
    words = set(words_in(concept)) - STOP
    fates = {FATE_OF[word] for word in words if word in FATE_OF}
    if len(fates) == 1 and not concept[:1].isdigit():
        who = frozenset(word for word in words if word not in FATE_OF and word not in EVERYBODY)
        keys = frozenset(map(key_of, who))
        is_counted = figure.unit in PEOPLE or bool(
            {key_of(word) for word in (figure.unit or "").split()} & keys
        )
        return Quantity(None, keys, next(iter(fates))) if is_counted else None
    keys = keys_of(PLACE.sub("", concept))
    if len(keys) < FEWEST_WORDS:
        keys = keys_of(concept)
    if fates or len(keys) < FEWEST_WORDS:
        return None
    moves = {figure.modifier} & MOVES if figure.modifier else set()
    return Quantity(figure.unit, keys | moves, None)


def keys_of(words: str) -> frozenset[str]:
    return frozenset(token.key for token in tokenise(words) if token.low not in STOP)


def is_rival(article: Article, figure: Figure, span: Span) -> bool:
    """Whether the passage gives one value of something that is counted here and now."""
    return figure.value is not None and has_plain_bound(figure) and is_here_and_now(article, span)


def is_here_and_now(article: Article, span: Span) -> bool:
    """Whether the passage counts neither a part nor something feared, limited, of another year or event."""
    text = article.text
    sentence = sentence_around(text, span)
    near = text[max(sentence.start, span.start - REACH) : min(sentence.end, span.end + REACH)]
    if BEFORE.search(text[sentence.start : span.start]) or BEHIND.match(text[span.end : sentence.end]):
        return False
    return not ELSEWHERE.search(near) and not is_of_the_past(article, span)


def is_of_the_past(article: Article, span: Span) -> bool:
    """Whether the passage recalls another year or event."""
    sentence = sentence_around(article.text, span)
    near = article.text[max(sentence.start, span.start - REACH) : min(sentence.end, span.end + REACH)]
    return bool(PAST.search(near)) or other_year(article, sentence.of(article.text))


def has_plain_bound(figure: Figure) -> bool:
    """Whether its bound can be compared; "lower than", "a record" and the like make another claim."""
    return not figure.modifier or figure.modifier.casefold() in MOVES or bool(sign_of(figure.modifier))


def tense_of(article: Article, span: Span) -> frozenset[str]:
    """What the passage says of the time of its figure: that it is to come, or of last year."""
    sentence = sentence_around(article.text, span)
    start, end = max(sentence.start, span.start - REACH), min(sentence.end, span.end + REACH)
    past = {found.casefold() for found in LAST.findall(article.text[start:end])}
    return frozenset(past | {"to come" for _ in FORECAST.finditer(article.text[start : span.end])})


def other_year(article: Article, words: str) -> bool:
    """Whether the sentence names a year that is not the article's own."""
    own = {str(article.published.year)} if article.published else set()
    return bool(set(YEAR.findall(words)) - own)


def sentence_around(text: str, span: Span) -> Span:
    """The sentence that holds the span, found near it: a long paragraph is not read whole for each of its figures."""
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - LONGEST_SENTENCE)
    end = text.find("\n", span.end, span.end + LONGEST_SENTENCE)
    paragraph = text[start : end if end >= 0 else span.end + LONGEST_SENTENCE]
    for found in find_sentences(paragraph):
        if found.start + start <= span.start < found.end + start:
            return Span(found.start + start, found.end + start)
    return span


def places_of(article: Article, span: Span) -> frozenset[str]:
    """The places that the words behind the figure confine it to."""
    end = sentence_around(article.text, span).end
    behind = article.text[span.end : min(end, span.end + NAME_REACH)]
    return places_in(behind)


def places_in(words: str) -> frozenset[str]:
    """The places that stand behind "in", "at", "near" …"""
    return frozenset(name.strip().casefold() for name in PLACE.findall(words))
