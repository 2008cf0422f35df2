"""Phrases of the parse as spans of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
OUTSIDE_MENTION = frozenset({"relcl", "acl", "advcl", "appos", "cc", "conj", "punct", "parataxis", "ccomp", "dep"})


def mention(head: Token) -> Span:
    """The noun phrase of `head` with what stands before it and its "of" phrases, but no clause or apposition."""
    tokens = sorted(mention_tokens(head), key=lambda token: token.i)
    run = around(head, tokens)
    return Span(run[0].idx, run[-1].idx + len(run[-1]))


def mention_tokens(head: Token) -> Iterator[Token]:
    yield head
    for child in head.children:
        if child.dep_ in ("cc", "conj") and head.pos_ in ("PROPN", "NOUN", "PRON"):
            if child.dep_ == "cc" or child.pos_ in ("PROPN", "NOUN", "PRON"):
                yield from child.subtree if child.dep_ == "cc" else mention_tokens(child)
        elif child.dep_ not in OUTSIDE_MENTION or (child.dep_ == "punct" and child.i < head.i and child.text == "-"):
            yield from child.subtree


def around(head: Token, tokens: list[Token]) -> list[Token]:
    """The run of neighbouring tokens that holds `head`."""
    at = next(position for position, token in enumerate(tokens) if token.i == head.i)
    first = last = at
    while first > 0 and tokens[first - 1].i == tokens[first].i - 1:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].i == tokens[last].i + 1:
        last += 1
    run = tokens[first : last + 1]
    while len(run) > 1 and (run[0].is_punct or run[0].is_space) and run[0].i != head.i:
        run = run[1:]
    while len(run) > 1 and (run[-1].is_punct or run[-1].is_space or run[-1].dep_ == "cc") and run[-1].i != head.i:
        run = run[:-1]
    return run


def subject_of(verb: Token) -> Token | None:
    """Who does what `verb` says: its own subject, or that of the verb it hangs on."""
    for child in verb.children:
        if child.dep_ == "nsubj":
            return child
        if child.dep_ in PASSIVE_SUBJECTS:
            return None
    if verb.dep_ in ("conj", "xcomp", "advcl", "dep", "prep", "pcomp") and verb.head.i != verb.i and verb.head.pos_ in ("VERB", "AUX"):
        return subject_of(verb.head)
    if verb.dep_ == "acl":
        return verb.head
    return None


def runs(doc: Doc, indexes: Iterable[int]) -> Iterator[Span]:
    """The spans of neighbouring tokens, bridging nothing but blanks and marks, trimmed of commas."""
    run: list[int] = []
    for index in sorted(set(indexes)):
        if run and any(not (doc[gap].is_punct or doc[gap].is_space) for gap in range(run[-1] + 1, index)):
            yield from trimmed(doc, run)
            run = []
        run.append(index)
    yield from trimmed(doc, run)


def trimmed(doc: Doc, run: list[int]) -> Iterator[Span]:
    while run and (doc[run[0]].is_space or (doc[run[0]].is_punct and not doc[run[0]].is_quote and not doc[run[0]].is_bracket)):
        run = run[1:]
    while run and (doc[run[-1]].is_space or doc[run[-1]].text in ",;:—–-."):
        run = run[:-1]
    if any(not doc[index].is_punct and not doc[index].is_space for index in run):
        yield Span(doc[run[0]].idx, doc[run[-1]].idx + len(doc[run[-1]]))
