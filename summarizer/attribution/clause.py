"""Where a clause begins and ends, by the parse: whether a stretch of the text can be read alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.model import Span
from summarizer.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from summarizer.attribution.reading import Reading
    from summarizer.parse.words import Token

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))
GROUP = frozenset(("aux", "auxpass", "neg"))
RELATIVE = frozenset(("who", "which", "that", "whom", "whose", "what"))
# What belongs to the words before it even behind a comma, a dash or a bracket; the other kinds are a thought of their own.
TIGHT = frozenset(
    """acomp amod attr aux auxpass case compound csubj det dobj nmod nsubj nsubjpass nummod oprd pcomp pobj poss
    preconj predet prt quantmod xcomp""".split()
)
# What a clause can end before without any mark.
LOOSE = frozenset(("punct", "parataxis"))
# What may depend on words behind the stretch: a clause on the cue behind it.
GOVERNED_BEHIND = frozenset(("punct", "ccomp", "mark", "parataxis", "cc", "dep", "intj"))
MARKS = frozenset((",", ";", ":", ".", "!", "?", "–", "—", "--", "-", ")", "(", "…", "...", "”", "“", '"'))
CLOSING = frozenset(("”", '"'))
HALF_A_WORD = re.compile(r"[^\W\d_]-[^\W\d_]")
MOST_WORDS_ADDED = 30
ADDS_ON = frozenset(("only", "just", "merely", "simply"))  # behind a "not" that denies nothing
LIMITS = words_of("limiting_adverbs")
SUBORDINATE = frozenset(
    "while although though when as after before since if because once whereas even".split()
)
QUESTION_WORDS = frozenset(("WRB", "WP", "WDT"))
CLAUSE_ROOTS = frozenset(("ROOT", "ccomp", "conj", "parataxis", "dep", "appos", "advcl"))


@dataclass(frozen=True, slots=True)
class Verb:
    """A finite verb: where its group begins, and its subject, if it has one of its own."""

    start: int
    subject: Token | None


def verb_of(reading: Reading, cue: Span) -> Verb | None:
    """The finite verb of a cue; of "say" in "refused to say" the first of the chain. None: it has none."""
    tokens = [token for token in reading.tokens(cue) if token.pos_ in ("VERB", "AUX")]
    if not tokens:
        return None
    verb = next((token for token in tokens if token.head not in tokens), tokens[0])
    while not is_finite(verb) and verb.dep_ in ("xcomp", "pcomp", "prep") and verb.head.i < verb.i:
        verb = verb.head
    if verb.pos_ not in ("VERB", "AUX") or not is_finite(verb):
        return None
    group = [verb, *(child for child in verb.children if child.dep_ in GROUP and child.i < verb.i)]
    first = min(group, key=lambda token: token.i)
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if subject and subject.i > first.i:
        return None  # “…,” said Ann Bell
    if (verb.dep_ == "relcl" and subject and subject.lower_ not in RELATIVE) or has_object_before(verb):
        return None  # its object stands before it: the plan, which they call “mad”
    if first.dep_ == "neg" and first.nbor().lower_ in ADDS_ON:
        first = verb
    start = start_with_negation(with_limits(first), cue)
    return None if start is None else Verb(start, subject)


def with_limits(first: Token) -> Token:
    """The first word of a verb's group with what doubts it or dates it before it: "[falsely] claimed", "[initially] said"."""
    while first.i and first.nbor(-1).lower_ in LIMITS:
        first = first.nbor(-1)
    return first


def start_with_negation(first: Token, cue: Span) -> int | None:
    """Where the verb's group begins, with the "neither" of a whole cue; None: half a negation would be left behind."""
    before = first.nbor(-1) if first.i else first
    if before.lower_ not in ("neither", "nor"):
        return first.idx
    return before.idx if before.idx >= cue.start else None


def has_object_before(verb: Token) -> bool:
    """Whether "what" or "which" before the verb is what it says: "in what she described as a mistake"."""
    first = max(verb.left_edge.i - 1, verb.sent.start)
    if any(token.lower_ == "what" for token in verb.doc[first : verb.i]):
        return True
    parts = [
        *verb.children,
        *(part for child in verb.children if child.dep_ == "prep" for part in child.children),
    ]
    return any(part.lower_ in RELATIVE and part.dep_ not in SUBJECTS and part.i < verb.i for part in parts)


def is_finite(verb: Token) -> bool:
    group = [verb, *(child for child in verb.children if child.dep_ in ("aux", "auxpass"))]
    return any("Fin" in token.morph.get("VerbForm", []) for token in group) or is_misread(verb)


def is_misread(verb: Token) -> bool:
    """Whether a past tense behind "and" or "who" is taken for a participle: "but insisted progress had been made"."""
    if verb.tag_ != "VBN" or verb.i == 0 or any(child.dep_ in ("aux", "auxpass") for child in verb.children):
        return False
    return verb.nbor(-1).lower_ in ("and", "but", "who", "then")


def is_whole(reading: Reading, span: Span) -> bool:
    """Whether `span` begins a clause with a subject and a finite verb of its own."""
    words = [token for token in reading.tokens(span) if not token.is_punct and not token.is_space]
    if words and words[0].lower_ == "that" and words[0].dep_ == "mark":
        words = words[1:]
    inside = {token.i for token in words}
    verb = next((word for word in words if is_main(word, inside) and own_subject(word, inside)), None)
    if verb is None:
        return False
    first, subject = words[0], own_subject(verb, inside)
    if is_verbal(first) and is_finite(first):
        return False  # All we hear, the host said, [is “we need a tent”]
    asks = first.head == verb and (first.dep_ == "mark" or first.tag_ in QUESTION_WORDS)
    goes_on = first.dep_ == "cc" and first.text.islower()
    return not asks and not goes_on and subject is not None and subject.left_edge.i >= first.i


def is_main(word: Token, inside: Container[int]) -> bool:
    """Whether the word is a finite verb that no other one of the stretch governs."""
    if not is_verbal(word) or word.dep_ not in CLAUSE_ROOTS or not is_finite(word):
        return False
    head = word.head
    return head == word or head.i not in inside or (head.dep_ == "ROOT" and not is_finite(head))


def own_subject(verb: Token, inside: Container[int]) -> Token | None:
    """The verb's subject within the stretch, unless it only points back to what stands before it."""
    subjects = (child for child in verb.children if child.dep_ in SUBJECTS and child.i in inside)
    return next((child for child in subjects if child.lower_ not in RELATIVE or child.tag_ == "DT"), None)


def hanging_end(verb: Token) -> int | None:
    """Where the clause of `verb` ends that hangs on a main clause behind it: "[While the firm says it is sound], …"; else None."""
    clause = next((each for each in (verb, *verb.ancestors) if each.dep_ == "advcl"), None)
    if clause is None or clause.head.i < clause.right_edge.i or clause.left_edge.lower_ not in SUBORDINATE:
        return None
    last = clause.right_edge
    return last.idx + len(last) if clause.left_edge.i < verb.i else None


def closed_end(reading: Reading, span: Span, limit: int) -> int | None:
    """Where the clause that `span` opens ends: at its end, or as far behind it as its words belong to it."""
    end, added = span.end, 0
    while is_torn(reading, Span(span.start, end), end):
        at = reading.index_at(end)
        if at >= len(reading.words) or reading.words[at].idx >= limit:
            return min(end, limit)
        token = reading.words[at]
        end = token.idx + len(token)
        added += not token.is_punct
        if added > MOST_WORDS_ADDED:
            return None
    return min(end, limit)


def is_torn(reading: Reading, span: Span, end: int) -> bool:
    """Whether words behind `end` belong to the words of `span` so closely that it cannot end there."""
    tokens = reading.tokens(span)
    following = reading.index_at(end)
    if not tokens or following >= len(reading.words):
        return False
    behind = reading.words[following]
    if "\n" in behind.text:
        return False
    last = next((token for token in reversed(tokens) if not token.is_space), tokens[-1])
    if HALF_A_WORD.match(reading.text, last.idx - 1):
        return True  # and counter-[accused]
    inside = range(tokens[0].i, last.i + 1)
    marked = behind.text in MARKS or is_bound(last)
    return any(
        is_tight(token, inside, marked=marked)
        for token in links(reading, last.i + 1, behind.sent.end, inside)
    )


def is_bound(last: Token) -> bool:
    """Whether a mark ends the stretch: of a closing quotation mark the comma or stop within it does, not the mark itself."""
    is_closing = last.text in CLOSING and last.i > 0
    return last.text in MARKS and (not is_closing or last.nbor(-1).text in MARKS)


def links(reading: Reading, start: int, end: int, inside: range) -> Iterator[Token]:
    """Tokens behind the stretch that depend on one in it, and those in it that depend on one behind."""
    for at in range(start, min(end, len(reading.words))):
        token = reading.words[at]
        if token.head.i in inside:
            yield token
    for at in inside:
        token = reading.words[at]
        if start <= token.head.i < end:
            yield token


def is_tight(token: Token, inside: range, *, marked: bool) -> bool:
    if token.i in inside:  # a subject without its verb, an adjective without its noun, "even though …" alone
        return token.dep_ not in GOVERNED_BEHIND
    if token.dep_ in ("conj", "cc"):
        return not is_verbal(token.head) if marked else not is_clause_joint(token)
    if marked:
        return token.dep_ in TIGHT
    return token.dep_ not in LOOSE


def is_verbal(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX")


def is_clause_joint(token: Token) -> bool:
    """Whether "and" joins a second verb, which may begin a line of its own."""
    verb = (
        token
        if token.dep_ == "conj"
        else next(
            (child for child in token.head.children if child.dep_ == "conj" and child.i > token.i), None
        )
    )
    return verb is not None and is_verbal(verb) and is_verbal(token.head)
