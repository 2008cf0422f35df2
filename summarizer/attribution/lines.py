"""The line that is printed behind a statement's source: words of the page in their own order, fit to be read alone.

A line has one of four forms, tried in this order: the quotation alone; the stretch from a finite cue to the end of its
clause; the content alone, where it is a whole clause; the whole sentence. Each is a tuple of spans of the text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.attribution.clause import (
    SUBJECTS,
    is_finite,
    is_torn,
    is_whole,
)
from summarizer.attribution.marks import whole_sentences
from summarizer.attribution.phrases import head_of
from summarizer.attribution.reading import Reading
from summarizer.attribution.stretch import SENTENCE_BREAK, from_cue
from summarizer.attribution.surroundings import Sentences
from summarizer.model import Cue, Source, Span, Statement
from summarizer.text.leaning import opens_leaning
from summarizer.text.meant import meant_by
from summarizer.text.names import GIVEN_TO, is_calling
from summarizer.text.pronouns import HE_SHE, PRONOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.parse.words import Token
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
LONGEST_WITHOUT_OBJECT = 5  # words
# The rest of a sentence whose credit was put in: …, which is an outcome, he said, “we have long seen.”
FAR_CREDIT = 60  # characters
PUT_IN = re.compile(r",\s[\w.’' ]{1,40},\s*$")
TURNED_NO = frozenset(("nor", "neither", "never", "no", "not", "hardly", "scarcely"))
FAR_NO = 4  # words: "at no point in May did he say"
OPEN = frozenset(("he", "she", "i"))
BEFORE_VERB = frozenset(("aux", "auxpass", "neg", "advmod"))
OPENING = "“\"‘'«„"
SENTENCE_END = re.compile(r"[.!?…]['’”\"]*$")


def with_lines(reading: Reading, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, each with the spans of its line."""
    if not statements:
        return ()
    sentences = Sentences(whole_sentences(reading.text, reading.quotations))
    return tuple(replace(one, line=find_line(reading, one, sentences)) for one in statements)


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
    return whole if is_short and not opens_leaning(printed(reading, beside), meant) else line


def is_mere_credit(reading: Reading, statement: Statement, whole: Sequence[Span]) -> bool:
    """Whether a sentence around a quotation says who said it, and nothing else."""
    rest = tuple(whole)
    for part in (*statement.content, *(one.span for one in (statement.cue, statement.source) if one)):
        rest = without(rest, part)
    return statement.kind == "direct" and not re.search(r"\w", printed(reading, rest))


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


def without(line: Sequence[Span], part: Span) -> tuple[Span, ...]:
    """The stretches of `line` outside `part`."""
    pieces = (
        piece
        for span in line
        for piece in ((span.start, min(span.end, part.start)), (max(span.start, part.end), span.end))
        if piece[0] < piece[1]
    )
    return tuple(Span(start, end) for start, end in sorted(set(pieces)))


def in_form(reading: Reading, statement: Statement, sentences: Sentences) -> tuple[Span, ...]:
    """The first of the four forms that serves."""
    content = tuple(sorted(statement.content))
    if statement.source and statement.source.name.casefold() in PRONOUNS:
        return whole_sentence(reading, statement, sentences)
    if statement.post or (statement.kind == "direct" and stands_as_quotation(reading, content)):
        return content
    is_open = leaves_open(reading, statement)
    if is_open or is_denied(reading, statement.cue) or lacks_object(reading, content):
        return whole_sentence(reading, statement, sentences, is_open=is_open)
    stretch = from_cue(reading, statement, sentences)
    if stretch:
        return (stretch,)
    leans = opens_leaning(printed(reading, content), meant_of(statement, content))
    is_told = is_all_but_credit(reading, statement, sentences) or (
        is_clause(reading, content) and not is_object(reading, statement.cue, content)
    )
    if not leans and is_told and not is_disputed(reading, content, sentences):
        return content
    whole = whole_sentence(reading, statement, sentences)
    told = behind_source(reading, statement, whole[0])
    return (told,) if told else whole


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


def is_all_but_credit(reading: Reading, statement: Statement, sentences: Sentences) -> bool:
    """Whether the content is a whole sentence to which only the credit is added, though the parse has lost its verb."""
    content, cue, source = sorted(statement.content), statement.cue, statement.source
    sentence = sentences.around(content)
    if (
        cue is None
        or source is None
        or len(content) > 1
        or not is_sentence_start(reading, content[0], sentence)
    ):
        return False
    first = min(cue.span.start, source.span.start)
    between = reading.text[content[0].end : first]
    is_behind = content[0].end <= first < sentence.end and not between.strip(" ,’'”\"")
    told = head_of(reading.tokens(source.span)).right_edge
    behind = reading.text[max(cue.span.end, source.span.end, told.idx + len(told)) : sentence.end]
    return is_behind and not behind.strip(" .’'”\"")


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


def behind_source(reading: Reading, statement: Statement, sentence: Span) -> Span | None:
    """What a sentence says of the source with which it begins: Ann Bell[, the mayor,] [later withdrew it, calling it “rash”]."""
    tokens = [token for token in reading.tokens(sentence) if not token.is_space]
    source = statement.source
    if source is None or not tokens or tokens[0].sent != tokens[-1].sent:
        return None
    verb = tokens[0].sent.root
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if subject is None or subject.left_edge != tokens[0] or not is_finite(verb):
        return None
    is_source = source.span.start < subject.idx + len(subject) and subject.idx < source.span.end
    group = [verb, *(child for child in verb.children if child.dep_ in BEFORE_VERB)]
    first = min((token for token in group if token.i > subject.i), key=lambda token: token.i)
    between = tokens[0].doc[subject.right_edge.i + 1 : first.i]
    is_aside = not len(between) or (between[0].is_punct and between[-1].is_punct)
    return Span(first.idx, sentence.end) if is_source and is_aside else None


def leaves_open(reading: Reading, statement: Statement) -> bool:
    """Whether "he", "she" or "I" in what is said can be nobody that the line names: a letter says what "he" did."""
    source = statement.source
    if source is None or statement.kind == "direct":
        return False
    for token in (token for span in statement.content for token in reading.tokens(span)):
        if token.ent_type_ == "PERSON" or is_calling(token.lower_):
            return False  # the line names somebody whom it may mean
        if token.lower_ in OPEN and not reading.is_quoted(token) and token.dep_ in SUBJECTS:
            return not may_be_source(reading, token, source, statement.cue)
    return False


def may_be_source(reading: Reading, pronoun: Token, source: Source, cue: Cue | None) -> bool:
    """Whether the pronoun means the source itself: a person of that gender, who says it in the main clause."""
    head = head_of(reading.tokens(source.span))
    gender = HE_SHE.get(pronoun.lower_)
    is_person = (
        head.ent_type_ == "PERSON"
        or is_calling(head.lower_)
        or head.lower_ in HE_SHE
        or source.role is not None
    )
    if not is_person or (gender and GIVEN_TO.get(source.name.split()[0].lower(), gender) != gender):
        return False
    verb = reading.token_at(cue.span.end - 1) if cue else pronoun.head
    return verb.dep_ not in ("advcl", "relcl", "acl")


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


def is_clause(reading: Reading, content: Sequence[Span]) -> bool:
    """Whether the content alone is a whole clause: one stretch, or stretches of sentences of their own."""
    if any(
        not SENTENCE_BREAK.search(reading.text[one.end - 2 : two.start]) for one, two in pairwise(content)
    ):
        return False
    if not begins_after_cut(reading, content[0]) or not is_whole(reading, content[0]):
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
