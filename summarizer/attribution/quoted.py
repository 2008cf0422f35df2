"""Statements from quotation marks: each quotation that is a sentence of its own, with its credit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import TYPE_CHECKING

from summarizer.attribution.beside import (
    Credit,
    credit_after,
    credit_before,
    credit_before_colon,
    names_somebody,
    starts_sentence,
)
from summarizer.attribution.factual import is_saying, is_uttered
from summarizer.attribution.nested import by_inner_speaker
from summarizer.attribution.phrases import VERBS, child_of, mention, subject_of
from summarizer.attribution.reading import Candidate, Reading, span_of
from summarizer.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.attribution.marks import Quotation
    from summarizer.parse.words import Token

STARTS = frozenset(',:;.!?\n—–-”")…’]*•>')
ENDS = re.compile(r"[.,!?…—–\-][\s’'\"”)\]]*$")


# Kinds of entity that are no people; for a building or a product the model takes many a rare name.
KNOWN_WELL = frozenset({"GPE", "ORG", "NORP", "LOC", "DATE", "EVENT", "LAW"})
# Clauses below another: "she said, hours after the board [declared] her the winner".
BELOW = frozenset({"advcl", "relcl", "acl"})
GIVES_OUT = frozenset({"give", "issue", "make", "post", "publish", "release", "send"})
# Words of the longest name in marks that is taken for a title.
LONGEST_TITLE = 8
# Words that titles leave small: "of", "the", "with".
LONGEST_SMALL_WORD = 4


@dataclass(slots=True)
class Open:
    """The last credited quotations, which a following one may carry on."""

    credit: Credit
    content: list[Span]


def find_quoted(reading: Reading) -> Iterator[Candidate]:
    """One candidate for each credit, with all quotations that it covers."""
    return (by_inner_speaker(reading.text, found) for found in find_credited(reading))


def find_credited(reading: Reading) -> Iterator[Candidate]:
    """One candidate for each credit beside a quotation."""
    running: Open | None = None
    for number, quotation in enumerate(reading.quotations):
        if not is_free(reading, quotation) or is_put_to_somebody(reading, quotation):
            continue
        credit = (
            credit_beside(reading, quotation)
            or credit_behind_run(reading, number)
            or credit_between(reading, running, quotation)
        )
        if running is not None and (
            credit == running.credit or (credit is None and carries_on(reading, running, quotation))
        ):
            running.content.append(quotation.span)
            continue
        credit = credit or inherited(reading, running, quotation)
        if credit is None:
            continue
        if running is not None:
            yield candidate(running)
        running = Open(credit, [quotation.span])
    if running is not None:
        yield candidate(running)


def credit_beside(reading: Reading, quotation: Quotation) -> Credit | None:
    """The credit behind a quotation, or before it; that before it first where it leads right up to it."""
    if is_led_by_cue(reading, quotation):
        if is_relayed(reading, quotation):
            return credit_after(reading, quotation)
        return credit_before(reading, quotation) or credit_after(reading, quotation)
    return credit_after(reading, quotation) or credit_before(reading, quotation)


def is_relayed(reading: Reading, quotation: Quotation) -> bool:
    """Whether an outlet leads to a quotation that somebody behind it spoke: The Ledger reports: “…” and more, said Ann Example."""
    before, after = credit_before(reading, quotation), credit_after(reading, quotation)
    if before is None or after is None or before.cue is None or after.cue is None:
        return False
    reports = reading.token_at(before.cue.start).lemma_.lower() == "report"
    said = reading.token_at(after.cue.start)
    return (
        reports
        and is_saying(said)
        and reading.token_at(after.source.start).pos_ == "PROPN"
        and not before.source.overlaps(after.source)
    )


def credit_behind_run(reading: Reading, number: int) -> Credit | None:
    """The credit behind the last paragraph of a quotation that runs over several, beginning with this one."""
    run = list(takewhile(lambda part: part.continues, reading.quotations[number + 1 :]))
    is_first = not reading.quotations[number].continues
    return credit_after(reading, run[-1]) if run and is_first else None


def candidate(running: Open) -> Candidate:
    return Candidate(tuple(running.content), running.credit.cue, running.credit.source, "quoted")


def is_free(reading: Reading, quotation: Quotation) -> bool:
    """Whether the quotation stands as somebody's sentence, not as words inside the reporter's."""
    text = reading.text
    before = text[: quotation.span.start].rstrip(" \t")[-1:]
    inner = quotation.inner.of(text)
    led = not before or before in STARTS or is_led_by_cue(reading, quotation)
    ends = (
        bool(ENDS.search(inner))
        or text[quotation.span.end : quotation.span.end + 1] == ","
        or not quotation.closed
        or quotation.continues
    )
    return led and ends and not is_title(reading, quotation)


def is_title(reading: Reading, quotation: Quotation) -> bool:
    """Whether the marks hold a name: of a book, a song, a course ("Mercy Street,")."""
    if starts_sentence(reading, quotation) or is_led_by_cue(reading, quotation):
        return False
    words = [token for token in reading.tokens(quotation.inner) if token.is_alpha]
    capitals = sum(token.text[0].isupper() for token in words)
    small = all(token.text[0].isupper() or len(token) <= LONGEST_SMALL_WORD for token in words)
    return len(words) <= LONGEST_TITLE and small and capitals * 2 > len(words)


def is_led_by_cue(reading: Reading, quotation: Quotation) -> bool:
    """Whether a cue stands right before the quotation, a comma or colon aside."""
    index = reading.index_at(quotation.span.start) - 1
    if index > 0 and reading.doc[index].text in (",", ":"):
        index -= 1
    return index >= 0 and is_saying(reading.doc[index])


def is_put_to_somebody(reading: Reading, quotation: Quotation) -> bool:
    """Whether a quotation is what somebody was asked, by nobody that is named: Asked point-blank, “Was it you?” Example replied."""
    last = reading.index_at(quotation.span.start) - 1
    first = reading.index_at(
        max(
            reading.paragraph_start(quotation.span.start),
            reading.text.rfind(".", 0, quotation.span.start) + 1,
        )
    )
    words = [token for token in reading.words[first : last + 1] if not token.is_space]
    verbs = [token for token in words if token.pos_ in VERBS and token.tag_ in ("VBN", "VBD")]
    opens = [token.lower_ for token in words[:2]]
    is_asked = opens[:1] == ["asked"] or opens == ["when", "asked"]
    return is_asked and len(verbs) == 1 and quotation.inner.of(reading.text).rstrip().endswith("?")


def carries_on(reading: Reading, running: Open, quotation: Quotation) -> bool:
    """Whether a quotation without a credit of its own goes on with the one before."""
    between = reading.text[running.content[-1].end : quotation.span.start]
    if quotation.continues:
        return not between.strip()
    return "\n" not in between and starts_sentence(reading, quotation)


def credit_between(reading: Reading, running: Open | None, quotation: Quotation) -> Credit | None:
    """The subject of a sentence that stands right before the quotation: Smith shook his head. "No." """
    start = reading.paragraph_start(quotation.span.start)
    if running is not None:
        start = max(start, running.content[-1].end)
    index = reading.index_at(quotation.span.start) - 1
    if index < 0 or quotation.continues or not starts_sentence(reading, quotation):
        return None
    sentence = reading.doc[index].sent
    if sentence.start_char < start or any(reading.is_quoted(token) for token in sentence):
        return credit_since(reading, start, reading.doc[index])
    subject = subject_of(sentence.root)
    if subject is None or not names_somebody(subject):
        return None
    return Credit(span_of(sentence.root) if is_saying(sentence.root) else None, mention(subject))


def credit_since(reading: Reading, start: int, last: Token) -> Credit | None:
    """The last cue with a subject of its own in the sentence of `last` from `start` on: … “too little,” he added. "…" """
    for token in reversed(list(last.sent)):
        is_cue = start <= token.idx and is_saying(token) and token.dep_ not in BELOW
        subject = child_of(token, "nsubj") if is_cue else None
        if subject is not None and not reading.is_quoted(token) and not reading.is_quoted(subject):
            return Credit(span_of(token), mention(subject))
    return None


def inherited(reading: Reading, running: Open | None, quotation: Quotation) -> Credit | None:
    """The credit for a paragraph that is nothing but a quotation: of the line before that ends in a colon."""
    start = reading.paragraph_start(quotation.span.start)
    if reading.text[start : quotation.span.start].strip():
        return None
    before = reading.text[:start].rstrip()
    if before.endswith(":"):
        return credit_of_line(reading, len(before))
    if (
        running is not None
        and running.content[-1].end >= reading.paragraph_start(len(before))
        and is_whole_paragraph(reading, quotation)
    ):
        return None if tells_of(reading, quotation, running.credit.source) else running.credit
    return credit_of_line(reading, len(before), said=True) if is_whole_paragraph(reading, quotation) else None


def tells_of(reading: Reading, quotation: Quotation, source: Span) -> bool:
    """Whether a quotation speaks of its source by name, as others do."""
    names = {token.text for token in reading.tokens(source) if token.pos_ == "PROPN"}
    return any(token.text in names for token in reading.tokens(quotation.inner) if token.pos_ == "PROPN")


def is_whole_paragraph(reading: Reading, quotation: Quotation) -> bool:
    end = reading.text.find("\n", quotation.span.end)
    return not reading.text[quotation.span.end : end if end >= 0 else None].strip()


def credit_of_line(reading: Reading, end: int, *, said: bool = False) -> Credit | None:
    """The credit in the last sentence before `end`; with `said`, only of a clause that somebody uttered or of a statement given out.

    A line without a verb names whoever it is about: "And from its chairman, Ann Example:".
    """
    last, start = reading.token_at(end - 1), reading.paragraph_start(end)
    sentence = [token for token in last.sent if start <= token.idx < end and not reading.is_quoted(token)]
    for token in reversed(sentence):
        if gives_statement(token) or (is_saying(token) and (not said or has_uttered_clause(token))):
            subject = subject_of(token)
            if subject is not None:
                return Credit(span_of(token), mention(subject))
    if not sentence or said:
        return None
    if not any(token.pos_ in VERBS for token in sentence):
        return credit_in_heading(sentence)
    return credit_before_colon(reading, sentence)


def gives_statement(verb: Token) -> bool:
    """Whether somebody gives out a statement: "her office later released a statement"."""
    given = child_of(verb, "dobj")
    return verb.lemma_ in GIVES_OUT and given is not None and given.lower_ == "statement" and is_uttered(verb)


def credit_in_heading(line: list[Token]) -> Credit | None:
    """The one person whom a line without a verb names."""
    names = [list(name) for is_name, name in groupby(line, lambda token: token.pos_ == "PROPN") if is_name]
    if len(names) != 1 or not may_be_person(names[0]):
        return None
    return Credit(None, Span(names[0][0].idx, names[0][-1].idx + len(names[0][-1])))


def may_be_person(name: list[Token]) -> bool:
    """Whether the model takes a name for a person, or one of two words or more for nothing that it knows well."""
    kind = name[-1].ent_type_
    return kind == "PERSON" or (len(name) > 1 and kind not in KNOWN_WELL)


def has_uttered_clause(cue: Token) -> bool:
    return cue.dep_ in ("ROOT", "conj") and child_of(cue, "ccomp") is not None and is_uttered(cue)
