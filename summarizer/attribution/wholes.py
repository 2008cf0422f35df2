"""The words of a source made whole: its clause to the end, its lost subject, whom it was told to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.attribution.clause import GROUP, RELATIVE, SUBJECTS, closed_end, is_finite, own_subject
from summarizer.attribution.words import words
from summarizer.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.reading import Candidate, Reading
    from summarizer.parse.words import Token

# Verbs whose object is whom they address; behind it stands what they are to do.
ADDRESSING = words("tell ask urge order advise instruct warn remind implore beg call encourage invite")
# "Expressed concern about how …": the noun and its preposition belong to the cue.
NOUN_PREPOSITIONS = frozenset(("about", "over", "at", "that", "for", "of"))


def made_whole(reading: Reading, candidate: Candidate) -> Candidate:
    """The candidate with its content to the end of the clause and with its subject, and its cue up to the content."""
    if candidate.verbatim or candidate.cue is None:
        return candidate
    content = with_end(reading, candidate)
    content = with_antecedent(reading, content, candidate.cue)
    cue = without_infinitive(reading, candidate.cue, content)
    if cue != candidate.cue:
        content = (Span(reading.token_at(candidate.cue.end - 1).idx, content[0].end), *content[1:])
    return replace(candidate, content=content, cue=with_addressee(reading, cue, content))


def without_infinitive(reading: Reading, cue: Span, content: Sequence[Span]) -> Span:
    """The cue without a "to" at its end whose verb begins the content: replied by asking [to] wait."""
    tokens = reading.tokens(cue)
    last = tokens[-1]
    is_torn = last.lower_ == "to" and last.dep_ == "aux" and last.head.idx == content[0].start
    return Span(cue.start, tokens[-2].idx + len(tokens[-2])) if is_torn and len(tokens) > 1 else cue


def with_end(reading: Reading, candidate: Candidate) -> tuple[Span, ...]:
    """The content to the end of its clause; quotations end with their marks."""
    content, cue = candidate.content, candidate.cue
    last = content[-1]
    if cue is None or last.end <= cue.start or is_closed(reading, last):
        return content
    sentence = reading.token_at(last.end - 1).sent
    others = [part for part in (candidate.source, cue) if part and part.start >= last.end]
    limit = min([sentence.end_char, *(part.start for part in others)])
    limit = len(reading.text[:limit].rstrip(" .\n"))
    end = closed_end(reading, last, limit) if limit > last.end else None
    if end is None or end <= last.end:
        return content
    return (*content[:-1], Span(last.start, end))


def is_closed(reading: Reading, span: Span) -> bool:
    """Whether the span ends with a quotation or a sentence."""
    is_last = span.end >= reading.token_at(span.end - 1).sent.end_char - 1
    return is_last or any(quotation.span.end == span.end for quotation in reading.quotations_in(span))


def with_antecedent(reading: Reading, content: tuple[Span, ...], cue: Span) -> tuple[Span, ...]:
    """What a relative clause tells of before the clause: [The lake], which the board says [has lost its fish]."""
    if len(content) > 1 and content[0].of(reading.text).lower() in RELATIVE:
        content = content[1:]
    clause = content[0]
    words = [token for token in reading.tokens(clause) if not token.is_punct]
    verb = next((token for token in words if token.dep_ not in GROUP and is_finite(token)), None)
    saying = reading.token_at(cue.end - 1)
    noun = next((token.head for token in [saying, *saying.ancestors] if token.dep_ == "relcl"), None)
    if (
        clause.start < cue.end
        or verb is None
        or noun is None
        or own_subject(verb, {token.i for token in words})
    ):
        return content
    between = reading.words[noun.i + 1 : saying.i]
    pronoun = next((token for token in between if token.lower_ in RELATIVE), None)
    if pronoun is None or any(token.dep_ in SUBJECTS for token in words if token.i < verb.i):
        return content
    before = reading.text[noun.left_edge.idx : pronoun.idx].rstrip(" ,")
    start = noun.left_edge.idx
    whole = Span(verb_start(verb).idx, clause_end(reading, verb, clause))
    return (Span(start, start + len(before)), whole, *content[1:])


def verb_start(verb: Token) -> Token:
    return min(
        [verb, *(child for child in verb.children if child.dep_ in ("aux", "auxpass"))], key=lambda t: t.i
    )


def clause_end(reading: Reading, verb: Token, span: Span) -> int:
    """Where a relative clause ends: at the comma behind it."""
    comma = reading.text.find(",", verb.idx, span.end)
    return comma if comma > 0 else span.end


def with_addressee(reading: Reading, cue: Span, content: tuple[Span, ...]) -> Span:
    """The cue with whom it addresses ("telling members") or the noun it takes ("expressed concern about")."""
    gap = (
        [token for token in reading.tokens(Span(cue.end, content[0].start)) if not token.is_space]
        if content[0].start - cue.end > 0
        else []
    )
    verb = reading.token_at(cue.end - 1)
    if not gap or verb.pos_ != "VERB" or any(token.is_punct for token in gap):
        return cue
    noun = next(
        (token for token in gap if token.head.i == verb.i and token.dep_ in ("dobj", "nsubj", "dative")), None
    )
    subject = noun or next(
        (token for token in gap if token.dep_ == "nsubj" and token.head.head.i == verb.i), None
    )
    if subject is None:
        return cue
    rest = (
        [token for token in gap if token.i > subject.right_edge.i]
        if subject.i == subject.right_edge.i
        else gap[gap.index(subject) + 1 :]
    )
    addressed = verb.lemma_.lower() in ADDRESSING and not rest and begins_order(reading, content[0])
    expressed = (
        len(rest) == 1
        and rest[0].lower_ in NOUN_PREPOSITIONS
        and subject.pos_ == "NOUN"
        and verb.lemma_.lower() not in ADDRESSING
    )
    return Span(cue.start, gap[-1].idx + len(gap[-1])) if addressed or expressed else cue


def begins_order(reading: Reading, content: Span) -> bool:
    """Whether the content is what somebody is to do: "to wait", "not to back the bill"."""
    first = [token.lower_ for token in reading.tokens(content) if not token.is_punct][:2]
    return first[:1] == ["to"] or first == ["not", "to"]
