"""What a figure is of, in the article's words, from the parse."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Span, Token

from summarizer.figures.counted import NOUNS

MAX_WORDS = 12  # a concept is read at a glance; longer ones are cut at a phrase
_BREAKS = frozenset(",;:—–()[]\"“”")
_LOOSE_ENDS = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PART", "AUX", "PUNCT", "PRON"})
_JOINING = frozenset({"of", "to", "on", "for", "from", "in", "against", "between", "with", "at", "across", "into"})
_LEFT = frozenset({"amod", "compound", "nmod", "nummod", "conj", "cc", "punct", "advmod", "poss", "case"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_EMPTY_VERBS = frozenset({"be", "have", "include", "say", "do", "get", "make", "see", "give", "take", "become"})


def concept_of(doc: Doc, tokens: Span, noun: Token | None) -> str | None:
    """The words for what the figure in `tokens` counts or measures; `noun` is the noun it counts, if any."""
    skip = set(range(tokens.start, tokens.end))
    if noun is not None and noun.i not in skip:
        return _tidy(_phrase(doc, noun, skip) + _participle(noun))
    return _tidy(_of_measure(doc, tokens, skip))


def _of_measure(doc: Doc, tokens: Span, skip: set[int]) -> list[Token]:
    """A measure's concept: what it is a share of, what it describes, whom it is told of."""
    after = doc[tokens.end] if tokens.end < len(doc) else None
    if after is not None and after.lower_ == "of":
        return _forward(doc, tokens.end + 1)
    top = _top(tokens)
    described = top.head
    if top.dep_ in {"compound", "nummod", "amod", "nmod", "npadvmod", "quantmod"} and described.pos_ in NOUNS and described.i not in skip:
        return _phrase(doc, described, skip)
    if after is not None and after.pos_ == "ADP" and after.lower_ in {"from", "in", "into", "across", "below", "above"} and top.dep_ == "npadvmod":
        return [after, *_forward(doc, tokens.end + 1, keep_det=True)]
    return _of_clause(doc, top, skip)


def _top(tokens: Span) -> Token:
    """The topmost word of the figure itself."""
    inside = set(range(tokens.start, tokens.end))
    token = tokens.root
    while token.dep_ in {"quantmod", "nummod"} and token.head.i in inside:
        token = token.head
    return token


def _of_clause(doc: Doc, top: Token, skip: set[int]) -> list[Token]:
    """The noun before "of 25%", else the subject of the verb that the figure belongs to."""
    seen = 0
    token = top
    while token.head is not token and seen < MAX_WORDS:
        seen += 1
        token = token.head
        if token.pos_ in NOUNS and token.i not in skip and token.dep_ not in {"npadvmod"}:
            return _phrase(doc, token, skip, is_left_only=True)
        if token.pos_ in {"VERB", "AUX"}:
            subject = _subject(token)
            if subject is not None and subject.i not in skip:
                return _phrase(doc, subject, skip)
            if token.dep_ in {"acl", "relcl"}:
                continue
            if token.dep_ not in {"conj", "xcomp", "advcl", "ccomp"}:
                break
    return []


def _subject(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ in _SUBJECTS and child.pos_ in NOUNS:
            return child
    return None


def _phrase(doc: Doc, noun: Token, skip: set[int], *, is_left_only: bool = False) -> list[Token]:
    """`noun` with the words that belong to it, without its article and without the figure itself."""
    left = [t for t in doc[noun.left_edge.i : noun.i] if _belongs_left(t, noun, skip)]
    words = [*left, noun]
    return words if is_left_only and len(words) > 1 else words + _behind(doc, noun)


def _belongs_left(token: Token, noun: Token, skip: set[int]) -> bool:
    if token.i in skip or token.pos_ in {"DET", "PUNCT"} and token.text != "-":
        return False
    return all(step.dep_ in _LEFT and step.i not in skip for step in _path(token, noun)) and not _is_modifier(token, skip)


def _is_modifier(token: Token, skip: set[int]) -> bool:
    """More than, nearly: words that hang on the number, not on the noun."""
    return token.lower_ in {"more", "than", "least", "fewer", "less", "about", "only", "just"} or (
        token.text == "-" and (token.i - 1 in skip or token.i + 1 in skip)
    )


def _path(token: Token, top: Token) -> Iterable[Token]:
    while token is not top and token.head is not token:
        yield token
        token = token.head
        if token == top:
            return


def _behind(doc: Doc, noun: Token) -> list[Token]:
    """The words behind the noun that belong to it: "of …", "fighting as …", up to the next mark."""
    if noun.i + 1 >= len(doc):
        return []
    first = doc[noun.i + 1]
    belongs = first.i <= noun.right_edge.i and first.dep_ in {"prep", "acl", "relcl"} or first.head == noun and first.pos_ == "VERB"
    if belongs or (first.pos_ in {"ADP", "PART"} and first.lower_ in {"of", "to"} and first.dep_ == "prep"):
        return _cut(doc, noun.i + 1, max(noun.right_edge.i, first.right_edge.i) + 1)
    return []


def _forward(doc: Doc, start: int, *, keep_det: bool = False) -> list[Token]:
    """The noun phrase that begins at `start`, with what belongs to it."""
    for token in doc[start : start + MAX_WORDS]:
        if token.pos_ in NOUNS:
            head = token
            while head.dep_ in {"compound", "nmod", "poss"} and head.head.i > head.i:
                head = head.head
            words = _cut(doc, start, head.right_edge.i + 1)
            return words if keep_det else [w for n, w in enumerate(words) if n or w.pos_ != "DET"]
    return []


def _cut(doc: Doc, start: int, end: int) -> list[Token]:
    words = []
    for token in doc[start : min(end, start + MAX_WORDS, len(doc))]:
        if token.text in _BREAKS or token.is_space or token.is_sent_start and words:
            break
        words.append(token)
    return words


def _participle(noun: Token) -> list[Token]:
    """Captured of "two men had been captured", launched of "Russia launched 55 drones": what happened to them."""
    verb = noun.head
    if verb.pos_ != "VERB" or verb.lemma_ in _EMPTY_VERBS or verb.tag_ not in {"VBN", "VBD"}:
        return []
    if noun.dep_ == "nsubjpass" or (noun.dep_ == "dobj" and (verb.tag_ == "VBN" or verb.lower_.endswith("ed"))):
        return [verb]
    return []


def _tidy(words: list[Token]) -> str | None:
    """The words as text: cut at MAX_WORDS, without a loose preposition at the end."""
    words = words[:MAX_WORDS]
    while words and (words[-1].pos_ in _LOOSE_ENDS or words[-1].text in {"-", "%"}):
        words.pop()
    while words and (words[0].pos_ in {"DET", "PUNCT", "CCONJ"}):
        words.pop(0)
    text = ""
    for before, token in zip([None, *words], words, strict=False):
        is_next = before is not None and before.i + 1 == token.i
        text += ("" if before is None or (is_next and not before.whitespace_) else " ") + token.text
    return text or None
