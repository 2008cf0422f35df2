"""Phrases of the parse as spans of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.words import words
from summarizer.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summarizer.parse.words import Doc, Token
    from summarizer.parse.words import Span as Tokens

VERBS = frozenset({"VERB", "AUX"})
PREDICATES = VERBS | {"ADJ"}
NOUNS = frozenset({"PROPN", "NOUN", "PRON"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
# Relations over which a verb without a subject takes that of the verb it hangs on.
SHARED_SUBJECT = frozenset({"conj", "xcomp", "advcl", "dep", "prep", "pcomp", "ccomp"})
OUTSIDE_MENTION = words(
    """
    relcl acl advcl appos cc conj punct parataxis ccomp dep advmod
    """
)
# Begin a clause about the noun phrase before them, wherever the parse has hung it.
WHO = frozenset({"who", "whose", "whom", "which"})
HYPHENS = ("-", "–")
NEXT_PART = 2  # tokens from one part of a word with a hyphen to the next
TRAILING = ",;:—–-.…/ "
INDEFINITE = frozenset({"a", "an"})
THE_NOUN = 2  # words


def mention(head: Token) -> Span:
    """The noun phrase of `head`: what stands before it and its prepositions, but no clause or apposition."""
    head = last_part(head)
    run = around(head, {token.i for token in mention_tokens(head)})
    return Span(from_hyphen(run[0]).idx, run[-1].idx + len(run[-1]))


def from_hyphen(first: Token) -> Token:
    """Where a phrase begins whose first word the parse has torn at its hyphen: the "Example" of "Example co-founder"."""
    while first.i >= NEXT_PART and first.nbor(-1).text in HYPHENS:
        part = first.nbor(-NEXT_PART)
        if part.whitespace_ or first.nbor(-1).whitespace_ or part.pos_ not in NOUNS:
            return first
        first = part.left_edge
    return first


def mention_tokens(head: Token) -> Iterator[Token]:
    yield head
    yield from torn_off(head)
    marks = closing_marks(head)
    for child in head.children:
        if child.i in marks or is_between_joined(child):
            yield child
        elif child.dep_ == "conj" and child.pos_ in NOUNS:
            yield from mention_tokens(child)
        elif child.dep_ == "cc" or (child.dep_ == "punct" and child.i < head.i):
            yield child
        elif child.dep_ not in OUTSIDE_MENTION or (child.dep_ == "advmod" and child.i < head.i):
            yield from child.subtree


def last_part(word: Token) -> Token:
    """The last part of a word that the parse has torn at its hyphen: the "presidents" of "vice-presidents"."""
    while (part := behind_hyphen(word)) is not None and is_like(word, part):
        word = part
    return word


def torn_off(word: Token) -> Iterator[Token]:
    """The parts of a word with hyphens that the parse has hung beside its last one, not below it."""
    at = word.i - NEXT_PART
    while at >= 0 and (part := behind_hyphen(word.doc[at])) is not None and is_like(word.doc[at], part):
        yield from (*word.doc[at].subtree, word.doc[at + 1])
        at -= NEXT_PART


def behind_hyphen(word: Token) -> Token | None:
    """The part that a hyphen without blanks ties to `word`."""
    if word.i + NEXT_PART >= len(word.doc):
        return None
    hyphen, part = word.nbor(1), word.nbor(NEXT_PART)
    is_tied = hyphen.text in HYPHENS and not word.whitespace_ and not hyphen.whitespace_
    return part if is_tied and part.pos_ in NOUNS else None


def is_like(one: Token, other: Token) -> bool:
    return one.dep_ == other.dep_ and one.head.i == other.head.i


def closing_marks(head: Token) -> set[int]:
    """The quotation marks behind `head` that close those before it: the new “heat map” of forecasts."""
    opened = any(child.is_quote and child.i < head.i for child in head.children)
    return {child.i for child in head.children if opened and child.is_quote and child.i > head.i}


def is_between_joined(comma: Token) -> bool:
    """Whether a comma stands between two nouns of a list: "weavers, dyers and tailors"."""
    if comma.text != "," or comma.i + 1 == len(comma.doc):
        return False
    return any(
        child.dep_ == "conj" and child.pos_ in NOUNS and child.left_edge.i == comma.i + 1
        for child in comma.head.children
    )


def is_closing(run: Sequence[Token]) -> bool:
    """Whether a run ends in the mark that closes one inside it."""
    return run[-1].is_quote and any(token.is_quote for token in run[:-1])


def around(head: Token, indexes: set[int]) -> list[Token]:
    """The run of neighbouring tokens that holds `head`, without marks at its edges."""
    first = last = head.i
    while first - 1 in indexes:
        first -= 1
    while last + 1 in indexes:
        last += 1
    run = list(head.doc[first : last + 1])
    who = next((at for at, token in enumerate(run) if token.i > head.i and token.lower_ in WHO), len(run))
    run = run[:who]
    while run[0].i < head.i and (run[0].is_punct or run[0].is_space):
        run = run[1:]
    while (
        run[-1].i > head.i
        and not is_closing(run)
        and (run[-1].is_punct or run[-1].is_space or run[-1].dep_ == "cc")
    ):
        run = run[:-1]
    return run


def is_the_noun(tokens: Sequence[Token]) -> bool:
    """Whether words are "the" and a noun alone: "the letter"."""
    return len(tokens) == THE_NOUN and tokens[0].lower_ == "the"


def sentences_before(word: Token, most: int) -> Iterator[Tokens]:
    """The sentences before that of `word`, the nearest first, at most so many."""
    sentence = word.sent
    for _ in range(most):
        if not sentence.start:
            return
        sentence = sentence[0].nbor(-1).sent
        yield sentence


def head_of(tokens: Sequence[Token]) -> Token:
    """The token of a mention on which the others hang."""
    inside = {token.i for token in tokens}
    return next(
        (token for token in tokens if token.head.i not in inside or token.head.i == token.i), tokens[-1]
    )


def subject_of(verb: Token) -> Token | None:
    """Who does what `verb` says: its own subject, or that of the verb it hangs on."""
    own = [child for child in verb.children if child.dep_ == "nsubj" or child.dep_ in PASSIVE_SUBJECTS]
    own = [child for child in own if not is_before_hyphen(child, own[-1])]
    if own:
        subject = own[1] if is_torn(own, verb) else own[0]
        return last_part(subject) if subject.dep_ == "nsubj" else None
    if verb.dep_ == "acl":
        return verb.head
    if verb.dep_ in SHARED_SUBJECT and verb.head.pos_ in PREDICATES and verb.head.i != verb.i:
        return subject_of(verb.head)
    return None


def is_before_hyphen(word: Token, last: Token) -> bool:
    """Whether a hyphen ties a word to the rest of the subject: the "co" of "its co-founder Ann Example"."""
    if word.text in HYPHENS:
        return word.i < last.i
    return (
        word.i < last.i
        and word.nbor(1).text in HYPHENS
        and not word.whitespace_
        and behind_hyphen(word) is not None
    )


def is_torn(subjects: Sequence[Token], verb: Token) -> bool:
    """Whether the parse has made two subjects of one name: "The opposition | Civic Union said"."""
    if len(subjects) < 2:  # noqa: PLR2004  # two
        return False
    one, other = subjects[:2]
    helping = [
        child.i for child in verb.children if child.dep_ in ("aux", "auxpass", "neg") and child.i < verb.i
    ]
    is_next = one.right_edge.i + 1 == other.left_edge.i and other.right_edge.i + 1 == min([verb.i, *helping])
    return is_next and other.pos_ == "PROPN"


def has_child(token: Token, *relations: str) -> bool:
    return any(child.dep_ in relations for child in token.children)


def entity_of(token: Token) -> Tokens | None:
    """The name that the model takes `token` for a part of; found from the token, for a text's list of names is made anew each time."""
    if not token.ent_type_:
        return None
    doc, start, end = token.doc, token.i, token.i + 1
    while start and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return doc[start:end]


def child_of(token: Token, *relations: str) -> Token | None:
    return next((child for child in token.children if child.dep_ in relations), None)


def edges(doc: Doc, head: Token) -> Span | None:
    """The phrase of `head` from its first to its last word, trimmed."""
    return trimmed(doc, head.left_edge.i, head.right_edge.i + 1)


def runs(doc: Doc, indexes: Iterable[int]) -> Iterator[Span]:
    """The spans of neighbouring tokens, bridging nothing but blanks and marks, trimmed."""
    run: list[int] = []
    for index in sorted(set(indexes)):
        if run and any(not (doc[gap].is_punct or doc[gap].is_space) for gap in range(run[-1] + 1, index)):
            span = trimmed(doc, run[0], run[-1] + 1)
            if span:
                yield span
            run = []
        run.append(index)
    span = trimmed(doc, run[0], run[-1] + 1) if run else None
    if span:
        yield span


def trimmed(doc: Doc, first: int, last: int) -> Span | None:
    """Tokens `first` to `last` (exclusive) without blanks, commas and full stops at their edges, or None."""
    while first < last and (doc[first].is_space or doc[first].text in TRAILING or doc[first].text in "--"):
        first += 1
    while last > first and (doc[last - 1].is_space or doc[last - 1].text in TRAILING):
        last -= 1
    if any(not doc[index].is_punct and not doc[index].is_space for index in range(first, last)):
        return Span(doc[first].idx, doc[last - 1].idx + len(doc[last - 1]))
    return None
