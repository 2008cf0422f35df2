"""What is no line without the rest of its sentence: a clause whose object or subject stands elsewhere, what is denied or hangs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.clause import (
    GROUP,
    QUESTION_WORDS,
    RELATIVE,
    SUBJECTS,
    hanging_end,
    is_finite,
    own_subject,
)
from summarizer.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.reading import Reading
    from summarizer.attribution.surroundings import Sentences
    from summarizer.model import Cue, Statement
    from summarizer.parse.words import Token

LONGEST_WITHOUT_OBJECT = 5  # words
TURNED_NO = frozenset(("nor", "neither", "never", "no", "not", "hardly", "scarcely"))
FAR_NO = 4  # words: "at no point in May did he say"
CONDITIONS = frozenset(("if", "unless", "should"))
MOST_WORDS_OF_WHOLE = 40  # of a sentence that is printed for the clause that hangs in it


def is_part(reading: Reading, statement: Statement, sentences: Sentences) -> bool:
    """Whether what is said tells too little, or something else, without the rest of its sentence."""
    content, cue = sorted(statement.content), statement.cue
    if lacks_object(reading, content):
        return True
    if cue is None or content[0].start < cue.span.end:
        return False
    verb = reading.token_at(cue.span.end - 1)
    if is_cut_relative(verb) or lacks_subject(reading, cue, content[0]):
        return True
    sentence = sentences.around((cue.span, *content))
    hangs = (hanging_end(verb) or 0) >= content[-1].end
    is_led = hangs or is_conditional(verb) or leads_on(reading, verb, content[-1], sentence, sentences)
    return is_led and len(sentence.of(reading.text).split()) <= MOST_WORDS_OF_WHOLE


def is_cut_relative(verb: Token) -> bool:
    """Whether the cue stands in a clause about a noun before it that has no "which": something [Ann Bell says the town has lost].

    Of a second verb the "which" stands with the first: a pact which she called bad [and vowed to leave].
    """
    clause = verb
    while clause.dep_ == "conj":
        clause = clause.head
    subject = next((child for child in clause.children if child.dep_ in SUBJECTS), None)
    if clause.dep_ != "relcl" or subject is None or subject.i > clause.i or subject.lower_ in RELATIVE:
        return False
    led = verb.doc[min(clause.head.i + 1, clause.i) : clause.i]
    return clause != verb or not any(
        token.tag_ in QUESTION_WORDS or token.lower_ in RELATIVE for token in led
    )


def lacks_subject(reading: Reading, cue: Cue, content: Span) -> bool:
    """Whether the content goes on at a verb whose subject stands before the cue: a trend Ann Bell said [could last for years]."""
    if reading.text[cue.span.end : content.start].strip():
        return False
    words = [token for token in reading.tokens(content) if not token.is_punct]
    if not words or words[0].pos_ != "AUX" or not (is_finite(words[0]) or words[0].tag_ == "MD"):
        return False
    verb = words[0].head if words[0].dep_ in GROUP else words[0]
    return own_subject(verb, {token.i for token in words}) is None


def leads_on(reading: Reading, verb: Token, content: Span, sentence: Span, sentences: Sentences) -> bool:
    """Whether a participle opens a sentence whose main clause says what of it: [Noting that it was late,] she stayed."""
    is_opening = verb.tag_ == "VBG" and not reading.text[sentence.start : verb.idx].strip()
    is_behind = content.end < sentence.end and verb.head.idx > content.end
    return is_opening and is_behind and not sentences.has_credit(Span(content.end, sentence.end))


def is_conditional(verb: Token) -> bool:
    """Whether the clause of a cue stands behind a condition: [If the vote fails,] Ann Bell said she would resign."""
    clauses = (child for child in verb.children if child.dep_ == "advcl" and child.i < verb.i)
    return any(clause.left_edge.lower_ in CONDITIONS for clause in clauses)


def lacks_object(reading: Reading, content: Sequence[Span]) -> bool:
    """Whether the object of a short content's last verb is a "which" far before it: "which the mayor said he would have vetoed"."""
    tokens = [token for token in reading.tokens(content[-1]) if not token.is_punct]
    verb = tokens[-1] if tokens else None
    if verb is None or verb.tag_ not in ("VB", "VBN") or len(tokens) > LONGEST_WITHOUT_OBJECT:
        return False
    is_active = any(child.dep_ == "aux" for child in verb.children) and not any(
        child.dep_ == "auxpass" for child in verb.children
    )
    before = verb.doc[verb.sent.start : tokens[0].i]
    return is_active and any(token.lower_ in ("which", "what") for token in before)


def is_object(reading: Reading, cue: Cue | None, content: Sequence[Span]) -> bool:
    """Whether the content begins with what the cue's verb has for object: calling [the guard “a man who sleeps”]."""
    if cue is None or content[0].start < cue.span.end:
        return False
    verb = reading.token_at(cue.span.end - 1)
    return any(
        token.head == verb and token.dep_ == "dobj" and token.left_edge.idx == content[0].start
        for token in reading.tokens(content[0])
    )


def is_denied(reading: Reading, cue: Cue | None) -> bool:
    """Whether the verb is turned round behind a "nor", a "never" or for an "if": "nor did he report that …", "had she said so"."""
    if cue is None:
        return False
    verb = reading.token_at(cue.span.end - 1)
    before = [token for token in verb.lefts if token.dep_ in ("aux", "nsubj")]
    if len(before) < 2 or before[0].dep_ != "aux":  # noqa: PLR2004  an auxiliary, and behind it the subject
        return False
    led = verb.doc[max(verb.sent.start, before[0].i - FAR_NO) : before[0].i]
    return before[0].lower_ == "had" or any(token.lower_ in TURNED_NO for token in led)
