"""Statements from layout: transcripts ("MAYOR: We will …", Q. and A.) and posts with their signature line."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.attribution.interviews import asked_person, find_interview
from summarizer.attribution.reading import Candidate, Reading
from summarizer.attribution.words import words
from summarizer.model import Span
from summarizer.text.names import CALLINGS, PERSON_ENDING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

LINE = re.compile(r"[^\n]+")
# NAME: words. Capitals, or up to five words that begin with one, perhaps with a bracket ("ALI (D): ").
LABEL = re.compile(
    r"[ \t]*[“\"]?(?P<name>[QA]|(?:[^\W\d_][\w.'’-]*)(?: [^\W\d_][\w.'’-]*){0,4})(?: \([^)\n]{1,40}\))?(?P<cue>[:.]) +(?=\S)"
)
ANSWERS = "A"  # the label of who is asked
LOWER_IN_NAMES = words(
    """
    of the de la von van der bin al el and
    """
)
# A transcript has at least so many lines with a label, of two people or more, and one of its labels comes back.
FEWEST_LABELLED = 3
# A table ("Clinton: 547.") has labels too, but nobody speaks in it.
WORD = re.compile(r"[^\W\d_]{2,}")
FULL_NAME = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,2}"
REPORTS = re.compile(
    rf"\b({FULL_NAME})(?:,? [^.:;,]{{1,60}},)? (?:reports|reporting|has (?:more|the (?:story|details)|this report))\b"
    rf"|\b(?:[Rr]eport|[Rr]eported|[Rr]eporting) (?:from|by) ({FULL_NAME})|\b(?:reporter|correspondent) ({FULL_NAME})"
)
WORKING = re.compile(r"\b(?:HOST|ANCHOR|PRESENTER|REPORTER|CORRESPONDENT|INTERVIEWER|MODERATOR|BYLINE)\b")
FEWEST_WORDS, FEWEST_WORDS_ASKED = 3, 1
SIGNATURE = re.compile(
    r"[ \t]*[—–-] ?(?P<name>[^\n(/|]{2,60}?)(?: ?[/|][^\n(]{1,80})? \((?P<handle>@\w{1,40})\),? *(?P<date>[^\n]{4,40}?)[ \t]*"
)
# Addresses that a post's text ends in: links to its pictures.
PICTURES = re.compile(r"(?:\s*(?:pic\.twitter\.com|https?://t\.co)/\w+)+\s*$")


@dataclass(frozen=True, slots=True)
class Turn:
    """A labelled line: who, the mark behind the name, what; `who` is the fullest label of that speaker."""

    name: Span
    cue: Span
    words: Span
    who: str


def find_layout(reading: Reading) -> Iterator[Candidate]:
    """Turns of a transcript, and posts."""
    lines = lines_of(reading.text)
    yield from find_posts(reading.text, lines)
    turns = list(find_turns(reading, lines))
    yield from turns or find_interview(reading, lines)


def lines_of(text: str) -> list[Span]:
    return [Span(match.start(), match.end()) for match in LINE.finditer(text) if match.group().strip()]


def find_posts(text: str, lines: list[Span]) -> Iterator[Candidate]:
    for above, line in pairwise(lines):
        signed = SIGNATURE.fullmatch(text, line.start, line.end)
        content = stripped(text, without_pictures(text, above)) if signed else None
        if signed and content:
            post = f"{signed['handle']}, {signed['date']}"
            yield Candidate((content,), None, Span(*signed.span("name")), "post", post=post, verbatim=True)


def without_pictures(text: str, line: Span) -> Span:
    """A post's line without the addresses of its pictures, unless it has nothing else."""
    kept = PICTURES.sub("", line.of(text))
    return Span(line.start, line.start + len(kept)) if kept.strip() else line


def find_turns(reading: Reading, lines: list[Span]) -> Iterator[Candidate]:
    text = reading.text
    turns = list(zip(turns_of(text, lines), lines, strict=True))
    names = [turn.who for turn, _ in turns if turn]
    if len(names) < FEWEST_LABELLED or not 1 < len(set(names)) < len(names):
        return
    speakers = speakers_of(reading, set(names))
    if not speakers:
        return  # fixtures, recipes: "Example Town: Host the Rovers on Friday."
    again = {name for name, times in Counter(names).items() if times > 1}
    asking = asking_of(text, [turn for turn, _ in turns if turn], again)
    speaking = speakers - asking
    first = next(line.start for turn, line in turns if turn)
    first_twice = first_again(turns, again)
    answering = asked_person(reading, first) if ANSWERS in again else None
    for number, (turn, line) in enumerate(turns):
        if turn is None or turn.who not in speaking:
            continue
        if turn.who in again or number > first_twice:
            below = lines_below(text, turns[number + 1 :], line)
            yield said(text, turn, [turn.words, *below], answering)


def asking_of(text: str, turns: list[Turn], again: set[str]) -> set[str]:
    """Who asks in half of the turns or more, who reports, and who hands over to them: no source."""
    asked = Counter(turn.who for turn in turns if turn.words.of(text).rstrip().endswith("?"))
    spoke = Counter(turn.who for turn in turns)
    asking = {name for name in again if 2 * asked[name] >= spoke[name]}
    return asking | at_work(text, turns)


def at_work(text: str, turns: list[Turn]) -> set[str]:
    """The labels of reporters, by what the turns or the labels say of them, and of those who hand over to them."""
    labels = {turn.who for turn in turns}
    named = [(turn.who, name) for turn in turns for name in reporters_in(turn.words.of(text))]
    reporters = {label for label in labels if any(is_form(label, name) for _, name in named)}
    handing = {label for label, name in named if any(is_form(other, name) for other in reporters)}
    return reporters | handing | {label for label in labels if WORKING.search(label)}


def reporters_in(words: str) -> set[str]:
    """Who reports, by what an anchor says: "Ann Example reports.", "that report from Ann Example"."""
    return {next(filter(None, found.groups())) for found in REPORTS.finditer(words)}


def is_form(label: str, name: str) -> bool:
    """Whether a label is somebody's name, or ends it."""
    return f" {name.casefold()}".endswith(f" {label.casefold()}")


def is_asked(reading: Reading, candidate: Candidate, asking: set[str]) -> bool:
    """Whether a candidate is what somebody who asks says behind a label."""
    source = candidate.source
    return (
        source is not None
        and any(is_form(source.of(reading.text), name) for name in asking)
        and reading.text[source.end : source.end + 1] == ":"
    )


def interviewers(reading: Reading) -> set[str]:
    """The labels of those who ask in a transcript."""
    turns = [turn for turn in turns_of(reading.text, lines_of(reading.text)) if turn]
    names = [turn.who for turn in turns]
    return asking_of(reading.text, turns, {name for name, times in Counter(names).items() if times > 1})


def speakers_of(reading: Reading, labels: Collection[str]) -> set[str]:
    """The labels that are a person's."""
    named = [(f" {entity.text}", entity.label_) for entity in reading.doc.ents]
    return {
        label
        for label in labels
        if is_speaker(reading.text, label, {kind for name, kind in named if name.endswith(f" {label}")})
    }


def is_speaker(text: str, label: str, kinds: Collection[str]) -> bool:
    """Whether a label is a person: in capitals, by a noun for one ("Host"), or by a name that the model takes for one's.

    `kinds` is what the model takes the names for that the label is or ends.
    """
    is_named = f"the {label}" in text  # a team, a paper
    if label.isupper() or (not is_named and names_office(label.rsplit(maxsplit=1)[-1].lower())):
        return True
    if is_named:
        return False
    is_told_of = re.search(rf"\b[A-Z][\w’'-]+ {re.escape(label)}, (?:the|an?|who)\b", text)
    return "PERSON" in kinds or (is_told_of is not None and not {"ORG", "GPE", "NORP"} & set(kinds))


def names_office(word: str) -> bool:
    return word in CALLINGS or bool(PERSON_ENDING.search(word))


def first_again(turns: list[tuple[Turn | None, Span]], again: set[str]) -> int:
    return next(number for number, (turn, _) in enumerate(turns) if turn and turn.who in again)


def lines_below(text: str, below: list[tuple[Turn | None, Span]], line: Span) -> list[Span]:
    """The lines without a label that go on with a turn: they stand directly below, and a further turn follows."""
    found: list[Span] = []
    for turn, following in below:
        if turn is not None:
            return found
        if not runs_on(text, line, following):
            break
        found.append(following)
        line = following
    return []


def runs_on(text: str, before: Span, line: Span) -> bool:
    """A line without a label goes on with the turn while it stands directly below."""
    return text.count("\n", before.end, line.start) == 1


def said(text: str, turn: Turn, content: list[Span], answering: Span | None) -> Candidate:
    """A turn as its speaker's words; an "A:" is `answering`, who may be unknown."""
    spans = tuple(span for span in (stripped(text, part) for part in content) if span)
    unnamed = {"Q": None, ANSWERS: answering}
    source = unnamed.get(turn.name.of(text), turn.name)
    return Candidate(spans, turn.cue, source, "turn", verbatim=True)


def turns_of(text: str, lines: list[Span]) -> list[Turn | None]:
    """The turn of each line, if it is one; "LIND:" is Ada Lind where "ADA LIND:" is the only other label that ends so."""
    turns = [turn_of(text, line) for line in lines]
    labels = {turn.who for turn in turns if turn}
    fuller = {label: [other for other in labels if other.endswith(f" {label}")] for label in labels}
    return [
        replace(turn, who=fuller[turn.who][0]) if turn and len(fuller[turn.who]) == 1 else turn
        for turn in turns
    ]


def turn_of(text: str, line: Span) -> Turn | None:
    match = LABEL.match(text, line.start, line.end)
    if not match:
        return None
    name = match["name"]
    if match["cue"] == "." and name not in ("Q", "A"):
        return None
    if any(word[0].islower() and word not in LOWER_IN_NAMES for word in name.split()):
        return None
    is_question = text[match.end() : line.end].rstrip().endswith("?")
    if len(WORD.findall(text, match.end(), line.end)) < (FEWEST_WORDS_ASKED if is_question else FEWEST_WORDS):
        return None
    return Turn(Span(*match.span("name")), Span(*match.span("cue")), Span(match.end(), line.end), name)


def stripped(text: str, span: Span) -> Span | None:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    end = span.end - len(words) + len(words.rstrip())
    return Span(start, end) if start < end else None
