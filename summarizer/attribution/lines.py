"""The line that is printed behind a statement's source: words of the page in their own order, fit to be read alone.

A line has one of four forms, tried in this order: the quotation alone; the stretch from a finite cue to the end of its
clause; the content alone, where it is a whole clause; the whole sentence. Each is a tuple of spans of the text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.attribution.clause import SUBJECTS, is_torn, is_whole
from summarizer.attribution.credits import (
    OPENING,
    around_credit,
    is_all_but_credit,
    is_mere_credit,
    with_front,
    with_object,
    without,
    without_last_credit,
)
from summarizer.attribution.marks import whole_sentences
from summarizer.attribution.open_pronouns import leaves_open
from summarizer.attribution.parts import is_denied, is_object, is_part
from summarizer.attribution.reading import Reading
from summarizer.attribution.rest import with_rest
from summarizer.attribution.stretch import SENTENCE_BREAK, behind_source, from_cue
from summarizer.attribution.surroundings import Sentences, credits_of
from summarizer.model import Span, Statement
from summarizer.text.leaning import opens_leaning
from summarizer.text.meant import meant_by
from summarizer.text.pronouns import HE_SHE, PRONOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.text.printed import Meant

# A quotation of fewer words without a verb of its own is a fragment of the sentence around it.
FEWEST_WORDS_ALONE = 7
# With the sentence before it a line may have so many words.
MOST_WORDS_WITH_BEFORE = 45
# A whole sentence of so many words may stand for a shorter line that leans.
MOST_WORDS_OF_MENDED = 30
DISPUTED = re.compile(
    r"\b(?:falsely|wrongly|incorrectly|erroneously|misleadingly|baselessly|without (?:evidence|proof))\b",
    re.IGNORECASE,
)
# The rest of a sentence whose credit was put in: …, which is an outcome, he said, “we have long seen.”
FAR_CREDIT = 60  # characters
LONG_WORD = re.compile(r"\w{4}")
LONGEST_TITLE = 4  # words
BEFORE_TITLE = re.compile(r"\b(?:told|on|in|of|at|to|the|’s|'s)\s+$")
ASKED = re.compile(r"(?:^|[.!?”\"]\s|\n)(?:When )?[Aa]sked\b[^.!?“”\"\n]*$")
PUT_IN = re.compile(r",\s[\w.’' ]{1,40},\s*$")
INITIALS = re.compile(r"(?:\b[A-Z]\.)+[A-Z]\.$")
SENTENCE_END = re.compile(r"[.!?…]['’”\"]*$")


def with_lines(reading: Reading, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, each with the spans of its line."""
    if not statements:
        return ()
    sentences = Sentences(whole_sentences(reading.text, reading.quotations), credits_of(statements))
    found = (
        without_last_credit(reading, one, find_line(reading, one, sentences), sentences) for one in statements
    )
    return tuple(
        replace(one, line=with_last_stop(reading, line)) for one, line in zip(statements, found, strict=True)
    )


def with_last_stop(reading: Reading, line: tuple[Span, ...]) -> tuple[Span, ...]:
    """The line with the stop of an abbreviation at its end: from the U.S[.]"""
    last = line[-1]
    is_open = INITIALS.search(reading.text, last.start, last.end + 1) is not None
    is_cut = is_open and reading.text[last.end : last.end + 1] == "."
    return (*line[:-1], Span(last.start, last.end + 1)) if is_cut else line


def find_line(reading: Reading, statement: Statement, sentences: Sentences) -> tuple[Span, ...]:
    """The spans of the line of one statement, in order: of a form that leans, the whole sentence where that says what is meant."""
    line = in_form(reading, statement, sentences)
    meant = meant_of(statement, line)
    if statement.post or is_layout(reading, statement) or not opens_leaning(printed(reading, line), meant):
        return line
    whole = whole_sentence(reading, statement, sentences)
    # Who says it is not what is meant: the "it" of “It leaks,” Ann said.
    beside = without(whole, statement.source.span) if statement.source else whole
    is_short = len(printed(reading, whole).split()) <= MOST_WORDS_OF_MENDED
    if is_mere_credit(reading, statement, whole):
        return line  # "He added, “So …”" says no more than “So …”
    if not is_short or opens_leaning(printed(reading, beside), meant):
        return line
    told = behind_source(reading, statement, whole[0])
    return (told,) if told and not opens_leaning(told.of(reading.text), meant) else whole


def meant_of(statement: Statement, line: Sequence[Span]) -> tuple[Meant, ...]:
    """The pronouns that can mean the source. What it says without its "said" is of "them" and "it" as of others; its own words say "I"."""
    source = statement.source
    if source is None:
        return ()
    meant = meant_by(source.name, source.role)
    if tuple(line) != tuple(sorted(statement.content)):
        return meant
    return () if statement.kind == "direct" else tuple(one for one in meant if one in HE_SHE.values())


def is_layout(reading: Reading, statement: Statement) -> bool:
    """Whether the words are somebody's by the layout alone: an interview's answer, whose sentence begins with a name."""
    return statement.kind == "direct" and not any(map(reading.quotations_in, statement.content))


def printed(reading: Reading, line: Sequence[Span]) -> str:
    return " ".join(span.of(reading.text) for span in line)


def in_form(reading: Reading, statement: Statement, sentences: Sentences) -> tuple[Span, ...]:
    """The first of the four forms that serves."""
    content = tuple(sorted(statement.content))
    is_nobodys = statement.source is not None and statement.source.name.casefold() in PRONOUNS
    if not is_nobodys and statement.post:
        return content
    if not is_nobodys and statement.kind == "direct" and stands_as_quotation(reading, content):
        return quotation_of(reading, statement, content, sentences)
    if not is_nobodys and leaves_open(reading, statement):
        return open_line(reading, statement, sentences)
    if is_nobodys or is_denied(reading, statement.cue) or is_part(reading, statement, sentences):
        return whole_sentence(reading, statement, sentences)
    return cut_to_said(reading, statement, sentences)


def quotation_of(
    reading: Reading, statement: Statement, content: Sequence[Span], sentences: Sentences
) -> tuple[Span, ...]:
    """Somebody's own words, without a question that they answer, and with what their sentence needs."""
    own = [span for span in content if not is_asked(reading.text, span) and not is_title(reading.text, span)]
    led = with_front(reading, statement, own or content, sentences)
    return with_object(reading, statement, led, sentences)


def is_asked(text: str, quotation: Span) -> bool:
    """Whether somebody else asks it: Asked “Is it safe?” she said that it was."""
    return ASKED.search(text, max(0, quotation.start - FAR_CREDIT), quotation.start) is not None


def is_title(text: str, quotation: Span) -> bool:
    """Whether it is the name of a programme or a book: told “Morning & Evening” that …"""
    words = quotation.of(text).strip(OPENING + "”.,").split()
    is_named = len(words) <= LONGEST_TITLE and all(word[0].isupper() or word == "&" for word in words)
    return (
        is_named
        and BEFORE_TITLE.search(text, max(0, quotation.start - FAR_CREDIT), quotation.start) is not None
    )


def cut_to_said(reading: Reading, statement: Statement, sentences: Sentences) -> tuple[Span, ...]:
    """What is said without its credit, or from its cue on."""
    stretch = from_cue(reading, statement, sentences)
    both_sides = around_credit(reading, statement, sentences)
    return both_sides or ((stretch,) if stretch else beside_cue(reading, statement, sentences))


def beside_cue(reading: Reading, statement: Statement, sentences: Sentences) -> tuple[Span, ...]:
    """The content alone where it is a whole clause, else its sentence, without its subject where that is the source."""
    content = tuple(sorted(statement.content))
    whole = whole_sentence(reading, statement, sentences)
    is_told = is_all_but_credit(reading, statement, sentences) or (
        is_clause(reading, content) and not is_object(reading, statement.cue, content)
    )
    leans = opens_leaning(printed(reading, content), meant_of(statement, content))
    is_alone = not leans or is_mere_credit(reading, statement, whole)
    if is_told and is_alone and not is_disputed(reading, content, sentences):
        return (*content[:-1], with_rest(reading, content[-1], statement, sentences))
    told = behind_source(reading, statement, whole[0])
    return (told,) if told else whole


def open_line(reading: Reading, statement: Statement, sentences: Sentences) -> tuple[Span, ...]:
    """The sentence that may say whom "he" means; what follows on the source where it begins with that and says no more."""
    whole = whole_sentence(reading, statement, sentences, is_open=True)
    source = statement.source
    begins = source is not None and not LONG_WORD.search(reading.text, whole[0].start, source.span.start)
    told = from_cue(reading, statement, sentences) or behind_source(reading, statement, whole[0])
    return (told,) if told and begins else whole


def is_disputed(reading: Reading, content: Sequence[Span], sentences: Sentences) -> bool:
    """Whether the page calls it false beside what is said: then the words do not stand without that."""
    around = sentences.around(content)
    beside = reading.text[around.start : content[0].start] + reading.text[content[-1].end : around.end]
    return DISPUTED.search(beside) is not None


def stands_as_quotation(reading: Reading, content: Sequence[Span]) -> bool:
    """Whether somebody's own words are a sentence, or so many that they need none around them."""
    tokens = [token for span in content for token in reading.tokens(span)]
    words = [token for token in tokens if not token.is_punct and not token.is_space]
    if not any(reading.is_quoted(token) for token in words):
        return True  # words that the layout gives to somebody: an interview's answer
    is_rest = PUT_IN.search(reading.text, max(0, content[0].start - FAR_CREDIT), content[0].start) is not None
    if reading.text[content[0].start] not in OPENING or (
        words and words[0].text[:1].islower() and (is_rest or not is_whole(reading, content[0]))
    ):
        return False
    return (
        len(words) >= FEWEST_WORDS_ALONE
        or words[0].tag_ == "VB"  # “Cancel the meeting”
        or any(token.dep_ in SUBJECTS and token.head in tokens for token in words)
        or bool(SENTENCE_END.search(content[-1].of(reading.text).strip()))
    )


def has_second_that(reading: Reading, content: Sequence[Span]) -> bool:
    """Whether a further "that" goes on from the cue: said the bridge is old [and that nobody mends it]."""
    tokens = reading.tokens(content[-1])
    return any(
        one.lower_ in ("and", "or")
        and two.lower_ == "that"
        and two.dep_ == "mark"
        and not reading.is_quoted(two)
        for one, two in pairwise(tokens)
    )


def is_clause(reading: Reading, content: Sequence[Span]) -> bool:
    """Whether the content alone is a whole clause: one stretch, or stretches of sentences of their own."""
    if any(
        not SENTENCE_BREAK.search(reading.text[one.end - 2 : two.start]) for one, two in pairwise(content)
    ):
        return False
    if not begins_after_cut(reading, content[0]) or not is_whole(reading, content[0]):
        return False
    if has_second_that(reading, content):
        return False
    return all(not is_torn(reading, span, span.end) for span in content)


def begins_after_cut(reading: Reading, span: Span) -> bool:
    """Whether nothing before `span` belongs to its first words: a mark, "that", a cue or a sentence's end stands there."""
    at = reading.index_at(span.start)
    before = reading.words[at - 1] if at else None
    first = reading.words[min(at, len(reading.words) - 1)]
    return (
        before is None
        or before.is_punct
        or before.is_space
        or before.lower_ == "that"
        or before.sent != first.sent
        or (
            before.pos_ in ("VERB", "AUX", "NOUN", "PROPN", "PRON") and before.head not in (first.head, first)
        )
    )


def whole_sentence(
    reading: Reading, statement: Statement, sentences: Sentences, *, is_open: bool = False
) -> tuple[Span, ...]:
    """The sentence as the page has it, with the one before where it points back to it."""
    parts = [*statement.content]
    if statement.cue:
        parts.append(statement.cue.span)
    if statement.source and statement.source.span.overlaps(sentences.around(parts)):
        parts.append(statement.source.span)
    sentence = sentences.around(parts)
    before = sentences.before(sentence)
    if (
        before
        and (is_open or opens_leaning(sentence.of(reading.text)))
        and "\n" not in reading.text[before.end : sentence.start]
    ):
        both = Span(before.start, sentence.end)
        if len(both.of(reading.text).split()) <= MOST_WORDS_WITH_BEFORE:
            return (both,)
    return (sentence,)
