"""The cue beside a quotation: "…," she said; said the mayor, "…"; According to the report: "…"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.attribution.credited import source_of
from summarizer.attribution.cues import NEVER_AFTER_QUOTATION
from summarizer.attribution.factual import is_saying, is_uttered, quoted_as
from summarizer.attribution.phrases import NOUNS, VERBS, child_of, mention, subject_of
from summarizer.attribution.reading import Reading, span_of
from summarizer.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.attribution.marks import Quotation
    from summarizer.parse.words import Token

# Words between a quotation and its cue: "…," the minister for social affairs of the southern state said.
FARTHEST_CUE = 25
# Words that may stand between a cue and the clause that is not yet the quotation: "said, in part, “…”".
LONGEST_RUN_UP = 3
MARKS = frozenset("'’”\"") | {"''"}
NEAR = 2  # words from a "not" to its verb, an adverb between
# Commas around an apposition.
ENCLOSING = 2
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
SUBORDINATE = frozenset({"relcl", "acl", "aux", "auxpass"})
ENDS_OPEN = re.compile(r"[,?!…—–-][\s’'\"”]*$")
# "…" — Ann Example, nurse: a dash, a name of two words or more, perhaps what its bearer is, and the line ends.
SIGNED = re.compile(
    r"\s*(?:[—–―-]|--)[ \t]*(?P<name>[^\W\d_a-z][\w.'’-]+(?:[ ][^\W\d_a-z][\w.'’-]+){1,3})(?:,[ ][^\n.!?“”\"]{1,60})?[ \t]*(?=\n|$)"
)


@dataclass(frozen=True, slots=True)
class Credit:
    """Cue and source as they stand beside a quotation."""

    cue: Span | None
    source: Span


def credit_after(reading: Reading, quotation: Quotation) -> Credit | None:
    """The credit that follows: "…," said the mayor."""
    signed = signature(reading, quotation)
    if signed is not None:
        return signed
    window = window_after(reading, quotation)
    first = next((token for token in window if token.text not in MARKS), None)
    if first is None or not is_led_by(reading, quotation, first):
        return None
    if window[0].lower_ == "according":
        return according(window)
    leads = starts_sentence(reading, quotation)
    cue = cue_in(window, may_credit if leads else is_main_saying)
    if cue is not None and window[0].dep_ == "cc" and is_about_something_else(cue):
        return None
    source = speaker(reading, cue, window) if cue is not None else None
    if cue is not None and source:
        return Credit(span_of(cue), source)
    return credit_behind_apposition(window) if leads else None


def is_led_by(reading: Reading, quotation: Quotation, word: Token) -> bool:
    """Whether a quotation leads the sentence that goes on with `word` behind it."""
    if word.text in ("But", "And", "Yet", "Still"):
        return False
    comma = reading.text[quotation.span.end : quotation.span.end + 1] == ","
    return comma or bool(ENDS_OPEN.search(quotation.inner.of(reading.text))) or may_go_on(word)


def cue_in(window: list[Token], is_cue: Callable[[Token], bool]) -> Token | None:
    """The first cue of a window, a verb of saying before another; of whom somebody passes on, that one's."""
    cues = [token for token in window if is_cue(token)]
    if not cues:
        return None
    cue = next((token for token in cues if is_saying(token) and token.tag_ in FINITE), cues[0])
    return told_by(cue) or cue


def is_about_something_else(cue: Token) -> bool:
    """Whether a cue behind a quotation and a "but" has a clause of its own: “Stop!” but a witness said nobody was there."""
    clause = child_of(cue, "ccomp")
    return clause is not None and clause.i > cue.i and child_of(clause, "nsubj") is not None


def may_go_on(word: Token) -> bool:
    """Whether a word goes on with the sentence of a quotation before it: no capital, no bracket that opens."""
    return not word.text[0].isupper() and word.text not in ("[", "(")


def told_by(cue: Token) -> Token | None:
    """The verb of whom a quotation is, where its cue tells who passed it on: “…,” aides said Ann Example [told] her staff."""
    clause = next((child for child in cue.rights if child.dep_ == "ccomp"), None)
    if clause is None or not is_saying(clause) or child_of(clause, "ccomp") is not None:
        return None
    subject = child_of(clause, "nsubj")
    is_next = subject is not None and cue.i + 1 == subject.left_edge.i
    return clause if is_next and is_uttered(clause) and child_of(cue, "nsubj") is not None else None


def signature(reading: Reading, quotation: Quotation) -> Credit | None:
    """The name behind a dash, with which a quotation that is a paragraph ends or that is the next line."""
    if quotation.span.start != reading.paragraph_start(quotation.span.start):
        return None
    signed = SIGNED.match(reading.text, quotation.span.end)
    return Credit(None, Span(*signed.span("name"))) if signed else None


def credit_behind_apposition(window: list[Token]) -> Credit | None:
    """ "…," Ann Example, head of the union, wrote: where the parse has lost the verb, the commas still tell."""
    if window[0].pos_ != "PROPN":
        return None
    cue = next((b for a, b in pairwise(window) if a.text == "," and is_saying(b) and b.tag_ in FINITE), None)
    commas = [token for token in window if token.text == "," and cue is not None and token.i < cue.i]
    if cue is None or len(commas) < ENCLOSING:
        return None
    name = [token for token in window if token.i < commas[0].i]
    return Credit(span_of(cue), Span(name[0].idx, name[-1].idx + len(name[-1])))


def may_credit(token: Token) -> bool:
    """Whether a verb behind a quotation that leads its sentence can be its cue: nearly any main verb."""
    if token.pos_ not in VERBS or token.dep_ in SUBORDINATE or is_denied(token):
        return False
    is_passive = child_of(token, "auxpass") is not None
    return is_saying(token) or (
        not is_passive and token.lemma_.lower() not in NEVER_AFTER_QUOTATION and token.tag_ in ("VBD", "VBZ")
    )


def is_denied(verb: Token) -> bool:
    """Whether a "not" stands right before a verb: "did not respond"; that of “Surely not,” Ann Example said stands further off."""
    return any(child.dep_ == "neg" and 0 < verb.i - child.i <= NEAR for child in verb.children)


def is_main_saying(token: Token) -> bool:
    return is_saying(token) and token.dep_ not in SUBORDINATE


def speaker(reading: Reading, cue: Token, window: list[Token]) -> Span | None:
    passed_on = quoted_as(cue)
    own = [child for child in cue.children if child.dep_ == "nsubj"] or subject_ahead(reading, cue)
    subjects: list[Token | None] = [*own] or [
        child_of(passed_on, "nsubjpass") if passed_on else subject_of(cue)
    ]
    for subject in subjects:
        if (
            subject is not None
            and not reading.is_quoted(subject)
            and window[0].i <= subject.i <= window[-1].i
        ):
            return mention(subject)
    if window[0].pos_ in NOUNS and window[0].i + 1 == cue.i:
        return mention(window[0])  # "…," Example told troops: the parse may take neither for the subject
    behind = [token for token in window if token.i > cue.i]
    if behind and cue.i - window[0].i <= 1:
        noun = next((token for token in behind[:6] if token.pos_ in NOUNS or is_counted(token)), None)
        if noun is not None:
            return mention(head_within(noun, behind))
    before = [token for token in window if token.i < cue.i and token.pos_ in NOUNS]
    return mention(before[-1]) if before else None


def subject_ahead(reading: Reading, cue: Token) -> list[Token]:
    """The subject that the parse gives to a participle between it and its verb: “…,” [the letter] addressed to the board reads."""
    ahead = (child for child in cue.lefts if child.dep_ == "ccomp" and not reading.is_quoted(child))
    return [child for clause in ahead for child in clause.lefts if child.dep_ == "nsubj"]


def is_counted(token: Token) -> bool:
    """Whether a number stands for what it counts: read one, said two of them."""
    return token.pos_ == "NUM" and token.dep_ not in ("nummod", "compound", "quantmod")


def head_within(noun: Token, window: list[Token]) -> Token:
    """The head of the noun phrase of `noun`, as far as it stands in `window`."""
    while noun.dep_ in ("compound", "poss", "amod", "nmod", "nummod") and noun.head.i in {
        t.i for t in window
    }:
        noun = noun.head
    return noun


def according(window: list[Token]) -> Credit | None:
    if [token.lower_ for token in window[:2]] != ["according", "to"]:
        return None
    source = child_of(window[1], "pobj") or next((token for token in window if token.pos_ in NOUNS), None)
    return Credit(Span(window[0].idx, window[1].idx + 2), mention(source)) if source is not None else None


def credit_before(reading: Reading, quotation: Quotation) -> Credit | None:
    """The credit that leads: The mayor said, "…"."""
    window = window_before(reading, quotation)
    if not window:
        return None
    colon = window[0].text.endswith(":")
    for token in window:
        if is_saying(token) and is_uttered(token) and not is_taken(token, quotation):
            subject = source_of(token)
            if subject is not None and not reading.is_quoted(subject):
                return Credit(span_of(token), mention(subject))
            if token is window[-1] and len(window) > 1 and window[-2].pos_ in NOUNS:
                return Credit(
                    span_of(token), mention(head_within(window[-2], window))
                )  # Continued Stone: "…"
    return credit_before_colon(reading, window) if colon else None


def starts_sentence(reading: Reading, quotation: Quotation) -> bool:
    before = reading.text[: quotation.span.start].rstrip(" \t")[-1:]
    return not before or before in '.!?\n”"…'


def is_taken(cue: Token, quotation: Quotation) -> bool:
    """Whether the cue has a clause of its own before the quotation, which then is a part of that clause."""
    clause = child_of(cue, "ccomp")
    if clause is None or clause.i < cue.i:
        return False
    between = [t for t in clause.subtree if cue.i < t.i and t.idx < quotation.span.start and t.is_alpha]
    return len(between) > LONGEST_RUN_UP


def credit_before_colon(reading: Reading, window: list[Token]) -> Credit | None:
    """The subject of the sentence that ends in a colon: Smith was blunt: "…"; or the person that is all of it: Smith, who sued: "…"."""
    root = window[0].sent.root
    if root.idx < reading.paragraph_start(window[0].idx):
        return None
    subject = root if is_told_of(root) else subject_of(root) if root.pos_ in VERBS else None
    if subject is None or reading.is_quoted(subject) or not (names_somebody(subject) or is_told_of(subject)):
        return None
    is_cue = is_saying(root) and not reading.is_quoted(root)
    if is_cue and not is_uttered(root):
        return None
    return Credit(span_of(root) if is_cue else None, mention(subject))


def is_told_of(name: Token) -> bool:
    """Whether a sentence is only somebody's name and who that is: "Ann Example, who leads the council"."""
    clause = child_of(name, "relcl")
    is_who = clause is not None and any(child.lower_ == "who" for child in clause.children)
    return is_who and name.pos_ == "PROPN" and name.left_edge == name.sent[0]


def names_somebody(subject: Token) -> bool:
    return subject.ent_type_ in ("PERSON", "ORG") or subject.lower_ in ("he", "she", "they")


def window_after(reading: Reading, quotation: Quotation) -> list[Token]:
    """The words from the quotation to the end of its sentence or the next quotation, nearest first."""
    return window(reading, reading.index_at(quotation.span.end), 1)


def window_before(reading: Reading, quotation: Quotation) -> list[Token]:
    """The words from the quotation back to the start of its sentence, nearest first."""
    return window(reading, reading.index_at(quotation.span.start) - 1, -1)


def window(reading: Reading, index: int, step: int) -> list[Token]:
    found: list[Token] = []
    while 0 <= index < len(reading.doc) and len(found) < FARTHEST_CUE:
        token = reading.doc[index]
        if reading.is_quoted(token) or "\n" in token.text or token.text in (".", "!", "?"):
            break
        if not token.is_space and not (token.text in (",", "—", "–", "-") and not found):
            found.append(token)
        index += step
    return found
