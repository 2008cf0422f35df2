"""A sentence without the credit in it: "The bridge, [Ann Bell said,] is old", "The bridge is old[, Ann Bell told us]"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.clause import SUBJECTS
from summarizer.attribution.phrases import VERBS, head_of
from summarizer.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.reading import Reading
    from summarizer.attribution.surroundings import Sentences
    from summarizer.model import Statement

OPENING = "“\"‘'«„"
LONGEST_BETWEEN = 30  # characters between cue and source: said [on Monday] Ann Bell
APART = re.compile(r"[,;:“”\"\n]")
# Behind a credit up to its comma stands whom it was told, and where.
BEHIND_CREDIT = re.compile(r"[^,;:“”\"\n]{0,60}(?=,\s)")
BEFORE_CREDIT = re.compile(r",[”\"’']?\s*$")
THAT_BEHIND = re.compile(r"[^,;:“”\"\n]{0,60},\s(?P<that>that)\s")
COMMA_AND_BLANK = 2  # characters
JOINTS = re.compile(r"(?:and|but|or|though|although|because|if|unless|so|not|nor)\b")
LONGEST_TAIL = 25  # words behind a credit that ends a sentence: who the source is, whom it was told, when
LIMITING = re.compile(r"\b(?:but|though|although|unless|except|however|yet|if)\b|[“”\"]")
DOUBTED = re.compile(r"\b\w+ly\b|\b(?:not|never|without)\b|n[’']t\b")  # falsely claimed
MEANWHILE = re.compile(r",\s\w+ing\b")
LONGEST_FRONT = 12  # words
MOST_WORDS = 60  # of a sentence that is printed without the credit in its midst


def credit_of(text: str, statement: Statement) -> Span | None:
    """Cue and source as one stretch; None where one is missing or they stand apart."""
    if statement.cue is None or statement.source is None:
        return None
    first, last = sorted((statement.cue.span, statement.source.span))
    gap = text[first.end : last.start]
    if len(gap) > LONGEST_BETWEEN or APART.search(gap):
        return None
    return Span(first.start, max(first.end, last.end))


def with_role(reading: Reading, statement: Statement, credit: Span) -> Span:
    """The credit with what is told of the source behind its name: said Ann Bell[, the mayor]."""
    if statement.source is None or statement.source.span.end < credit.end:
        return credit
    told = head_of(reading.tokens(statement.source.span)).right_edge
    return Span(credit.start, max(credit.end, told.idx + len(told)))


def around_credit(reading: Reading, statement: Statement, sentences: Sentences) -> tuple[Span, ...]:
    """Both sides of a sentence into which the credit is put between commas; nothing where it stands otherwise.

    What stands before it is said, be it only "Each winter"; what stands behind it is where it was found to be, or goes on with a
    joint.
    """
    bare = credit_of(reading.text, statement)
    if bare is None:
        return ()
    sentence = sentences.around((bare, *statement.content))
    credit = with_role(reading, statement, bare)
    comma = BEHIND_CREDIT.match(reading.text, credit.end)
    if comma is None or not BEFORE_CREDIT.search(reading.text[sentence.start : credit.start]):
        return ()
    put_in = Span(credit.start, comma.end() + COMMA_AND_BLANK)
    front_end = len(reading.text[: put_in.start].rstrip().removesuffix(","))
    rest_end = end_of_said(reading.text, statement, sentence)
    if front_end <= sentence.start or rest_end <= put_in.end:
        return ()
    front, rest = Span(sentence.start, front_end), Span(put_in.end, rest_end)
    is_long = len(front.of(reading.text).split()) + len(rest.of(reading.text).split()) > MOST_WORDS
    if is_long or any(span.overlaps(put_in) for span in statement.content):
        return ()
    is_said = any(span.start >= put_in.end for span in statement.content) or has_root(reading, rest)
    is_alone = not any(map(sentences.has_credit, (front, rest)))
    return (front, rest) if is_alone and (is_said or JOINTS.match(rest.of(reading.text))) else ()


def end_of_said(text: str, statement: Statement, sentence: Span) -> int:
    """The end of a sentence without its stop, and without what the source did meanwhile: is the wind[, pointing at the pier.]"""
    said = max(span.end for span in statement.content)
    if MEANWHILE.match(text, said) and said < sentence.end:
        return said
    return sentence.start + len(sentence.of(text).rstrip(" ."))


def is_all_but_credit(reading: Reading, statement: Statement, sentences: Sentences) -> bool:
    """Whether the content is a whole sentence to which only the credit is added, though the parse has lost its verb."""
    content = sorted(statement.content)
    bare = credit_of(reading.text, statement)
    if bare is None or len(content) > 1:
        return False
    sentence = sentences.around((bare, *content))
    if content[0].start > bare.end:
        return is_behind_credit(reading, content[0], bare, sentence)
    credit = with_role(reading, statement, bare)
    tail = reading.text[credit.end : sentence.end]
    is_beside = not reading.text[content[0].end : credit.start].strip(" ,’'”\"")
    is_end = len(tail.split()) <= LONGEST_TAIL and not LIMITING.search(tail)
    if re.search(r"\w", tail) and has_root(reading, Span(credit.end, sentence.end)):
        return False  # Each winter, engineers said, the bridge moves
    return is_beside and is_end and is_sentence_start(reading, content[0], sentence)


def is_behind_credit(reading: Reading, content: Span, credit: Span, sentence: Span) -> bool:
    """Whether the credit opens a sentence of which all the rest is said: According to the clerk, nine of them left."""
    text = reading.text
    is_first = credit.start == sentence.start and text[credit.end : content.start].strip() == ","
    is_rest = not text[content.end : sentence.end].strip(" .")
    return is_first and is_rest and any(token.pos_ in VERBS for token in reading.tokens(content))


def without_last_credit(
    reading: Reading, statement: Statement, line: tuple[Span, ...], sentences: Sentences
) -> tuple[Span, ...]:
    """A whole sentence without the plain credit with which it ends: The port hired Ann Bell[, according to the clerk.]"""
    bare = credit_of(reading.text, statement)
    text, whole = reading.text, line[0]
    if bare is None or len(line) > 1 or bare.start <= whole.start or bare.end > whole.end:
        return line
    if whole.start < sentences.around((bare,)).start:
        return line  # with a sentence of the reporter's before it
    is_last = not text[with_role(reading, statement, bare).end : whole.end].strip(" .")
    before = text[whole.start : bare.start].rstrip()
    is_plain = before.endswith(",") or text.startswith("according to", bare.start)
    is_doubted = DOUBTED.search(bare.of(text)) is not None
    if not is_last or not is_plain or is_doubted or not before.strip(" ,"):
        return line
    return (Span(whole.start, whole.start + len(before.removesuffix(","))),)


def has_root(reading: Reading, span: Span) -> bool:
    """Whether the main verb of a sentence stands in `span`."""
    return any(token.dep_ == "ROOT" and token.pos_ in VERBS for token in reading.tokens(span))


def is_sentence_start(reading: Reading, content: Span, sentence: Span) -> bool:
    """Whether the content begins a sentence, or behind its opening the sentence's subject."""
    first = reading.token_at(content.start)
    if not reading.text[sentence.start : content.start].strip(OPENING + " "):
        return first.text[:1].isupper()
    return (
        first.i > 0
        and first.nbor(-1).text == ","
        and any(word.dep_ in SUBJECTS and word.left_edge.i == first.i for word in (first, *first.ancestors))
    )


def with_front(
    reading: Reading, statement: Statement, content: Sequence[Span], sentences: Sentences
) -> tuple[Span, ...]:
    """A quotation with the time or place that its sentence begins with: In past years, “we had none,” Ann Bell said."""
    first = content[0]
    credit = credit_of(reading.text, statement)
    sentence = sentences.around(content)
    words = reading.text[sentence.start : first.start].rstrip()
    is_led = bool(words) and credit is not None and credit.start >= first.end and words.endswith(",")
    is_short = 1 < len(words.split()) <= LONGEST_FRONT and not APART.search(words[:-1])
    begins = first.of(reading.text).lstrip(OPENING)[:1]
    if (
        not is_led
        or not is_short
        or not begins.islower()
        or sentences.has_credit(Span(sentence.start, first.start))
    ):
        return tuple(content)
    return (Span(sentence.start, first.end), *content[1:])


def with_object(
    reading: Reading, statement: Statement, content: Sequence[Span], sentences: Sentences
) -> tuple[Span, ...]:
    """A quotation with the "that" clause behind its credit: “We fear,” Ann Bell wrote, that the pier “will fall.”"""
    bare = credit_of(reading.text, statement)
    if bare is None or len(content) > 1 or bare.start < content[0].end:
        return tuple(content)
    sentence = sentences.around((bare, *content))
    that = THAT_BEHIND.match(reading.text, with_role(reading, statement, bare).end)
    end = sentence.start + len(sentence.of(reading.text).rstrip(" ."))
    if that is None or that.end() >= end or sentences.has_credit(Span(that.end(), end)):
        return tuple(content)
    return (*content, Span(that.start("that"), end))


def is_mere_credit(reading: Reading, statement: Statement, whole: Sequence[Span]) -> bool:
    """Whether a sentence around what is said tells who said it, and nothing else."""
    rest = tuple(whole)
    named = [one.span for one in (statement.cue, statement.source) if one]
    for part in (*statement.content, *(with_role(reading, statement, span) for span in named)):
        rest = without(rest, part)
    words = re.findall(r"\w+", " ".join(span.of(reading.text) for span in rest))
    return all(word.lower() in ("the", "a", "an", "that") for word in words)


def without(line: Sequence[Span], part: Span) -> tuple[Span, ...]:
    """The stretches of `line` outside `part`."""
    pieces = (
        piece
        for span in line
        for piece in ((span.start, min(span.end, part.start)), (max(span.start, part.end), span.end))
        if piece[0] < piece[1]
    )
    return tuple(Span(start, end) for start, end in sorted(set(pieces)))
