"""What a figure is of, in the article's words, from the parse."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from summarizer.figures.counted import NOUNS, is_tied_to_number
from summarizer.figures.lexicon import word_set

MAX_WORDS = 12  # a concept is read at a glance; longer ones are cut
MAX_TAIL = 6  # words taken from behind a figure whose subject is a pronoun
MAX_CLIMB = 6  # heads looked through for the clause a figure belongs to
_BREAKS = frozenset('.,;:—–()[]"“”…|•')
_LOOSE_ENDS = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PART", "AUX", "PUNCT", "PRON"})
_LOOSE_WORDS = frozenset({"-", "%", "$", "more", "less", "least", "about", "nearly", "almost", "up"})
_LEFT = frozenset(
    {"amod", "compound", "nmod", "nummod", "conj", "cc", "punct", "poss", "case", "npadvmod", "quantmod"}
)
_DESCRIBING = frozenset({"compound", "nummod", "amod", "nmod", "npadvmod", "quantmod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_EMPTY_VERBS = word_set("be have include say do get make see give take become remain total reach hit stand")
_STATE_VERBS = word_set("be remain stay lie stand go feel become")
_EMPTY_NOUNS = word_set(
    "average total amount sum figure number maximum minimum most least record high low peak"
)
_SHARES = frozenset({"percent", "%", "percentage", "cent", "pc"})
_PLACES = frozenset(
    {"from", "off", "into", "across", "below", "above", "away", "long", "wide", "deep", "high", "tall"}
)
_ABOUT_THE_NUMBER = word_set(
    "or so more than least fewer less about only just nearly almost around at over some up"
)


def concept_of(doc: Doc, tokens: Span, noun: Token | None, dimension: str | None) -> str | None:
    """The words for what the figure in `tokens` counts or measures, or None.

    `noun` is the noun it counts, if it counts one; `dimension` is that of its unit ("money", "time" …).
    """
    skip = frozenset(range(tokens.start, tokens.end))
    if noun is not None and noun.i not in skip:
        return _tidy(_counted(doc, noun, skip))
    return _tidy(_measured(doc, tokens, skip, dimension))


def _counted(doc: Doc, noun: Token, skip: frozenset[int]) -> list[Token]:
    """Two "Chinese men captured": the noun, what was done to it, what belongs to it."""
    is_told = any(child.dep_ in {"acl", "relcl"} for child in noun.rights)
    fate = [] if is_told else _fate(noun)
    return [*_before(doc, noun, skip), noun, *fate, *_behind(doc, noun, skip)]


def _measured(doc: Doc, tokens: Span, skip: frozenset[int], dimension: str | None) -> list[Token]:
    """A measure's concept: what it is a share of, what it describes, whose change or cost it is."""
    after = doc[tokens.end] if tokens.end < len(doc) else None
    if after is not None and after.lower_ == "of":
        return _forward(doc, tokens.end + 1)
    top = _top(tokens)
    if top.dep_ in _DESCRIBING and top.head.pos_ in NOUNS and top.head.i >= tokens.end:
        return _phrase(doc, top.head, skip)
    if after is not None and after.lower_ in _PLACES and dimension == "length":
        return [after, *_forward(doc, tokens.end + 1, keep_det=True)]
    if top.dep_ in _SUBJECTS and top.head.pos_ in {"VERB", "AUX"} and top.head.i >= tokens.end:
        return _cut(doc, tokens.end, top.head.right_edge.i + 1, skip)  # 58% "said they would support tariffs"
    return [] if dimension == "time" else _of_clause(doc, top, skip)


def _top(tokens: Span) -> Token:
    """The topmost word of the figure itself."""
    token = tokens.root
    while token.dep_ in {"quantmod", "nummod"} and tokens.start <= token.head.i < tokens.end:
        token = token.head
    return token


def _of_clause(doc: Doc, top: Token, skip: frozenset[int]) -> list[Token]:
    """Fine of "a fine of $5m", shares of "shares rose 5%", Clinton raised of "Clinton raised $5m"."""
    verb: Token | None = None
    for token in _heads(top):
        if token.pos_ in NOUNS and token.i not in skip and token.dep_ != "npadvmod":
            if token.lower_ in _EMPTY_NOUNS:
                continue
            return _phrase(doc, token, skip)
        if token.pos_ not in {"VERB", "AUX"}:
            continue
        verb = verb or token
        subject = _subject(token)
        if subject is not None and subject.i not in skip:
            return _of_subject(doc, subject, skip) or [*_phrase(doc, subject, skip), *_deed(verb, top)]
        if token.dep_ not in {"conj", "xcomp", "advcl", "acl"}:
            break
    deed = _deed(verb, top) if verb else []
    return [*deed, *_cut(doc, max(skip) + 1, deed[-1].right_edge.i + 1, skip)[:MAX_TAIL]] if deed else []


def _of_subject(doc: Doc, subject: Token, skip: frozenset[int]) -> list[Token]:
    """Donors of "24% of donors gave $200": a share is no subject of its own."""
    is_share = subject.lower_ in _SHARES and subject.nbor().lower_ == "of"
    return _forward(doc, subject.i + 2) if is_share and subject.i not in skip else []


def _heads(token: Token) -> Iterator[Token]:
    for _ in range(MAX_CLIMB):
        if token.head is token:
            return
        token = token.head
        yield token


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.lefts if child.dep_ in _SUBJECTS and child.pos_ in NOUNS), None)


def _deed(verb: Token, top: Token) -> list[Token]:
    """The verb of "Clinton raised $5m": without it the subject would seem to be what is counted."""
    if top.dep_ != "dobj" or top.head != verb or verb.lemma_ in _EMPTY_VERBS or verb.tag_ == "VBG":
        return []
    return [*(child for child in verb.lefts if child.dep_ in {"aux", "neg"}), verb]


def _phrase(doc: Doc, noun: Token, skip: frozenset[int]) -> list[Token]:
    """`noun` with the words that belong to it, without its article and without the figure itself."""
    return [*_before(doc, noun, skip), noun, *_behind(doc, noun, skip)]


def _before(doc: Doc, noun: Token, skip: frozenset[int]) -> list[Token]:
    return [token for token in doc[noun.left_edge.i : noun.i] if _belongs(token, noun, skip)]


def _belongs(token: Token, noun: Token, skip: frozenset[int]) -> bool:
    """Whether a word before the noun is the noun's: not an article, not "more than", not another number."""
    if token.i in skip or token.pos_ == "DET" or token.lower_ in _ABOUT_THE_NUMBER:
        return False
    if token.text in _BREAKS or token.text == "strong" or is_tied_to_number(token):
        return False
    if token.tag_ == "CD" and not (token.text.isdigit() and token.i and token.nbor(-1).pos_ == "PROPN"):
        return False
    if token.text == "-":
        return token.i - 1 not in skip and not token.nbor(-1).like_num
    steps = 0
    while token is not noun and token != noun:
        if token.dep_ not in _LEFT or token.i in skip or steps > MAX_CLIMB:
            return False
        token, steps = token.head, steps + 1
    return True


def _behind(doc: Doc, noun: Token, skip: frozenset[int]) -> list[Token]:
    """The words behind the noun that belong to it: "of …", "fighting as …", up to the next mark."""
    if noun.i + 1 >= len(doc):
        return []
    first = doc[noun.i + 1]
    is_own = first.i <= noun.right_edge.i and first.pos_ not in {"PUNCT", "CCONJ"}
    is_stray = (
        first.lower_ in {"of", "to"} and first.dep_ == "prep"
    )  # the parse often hangs these on the verb
    if is_own or is_stray:
        return _cut(doc, first.i, max(noun.right_edge.i if is_own else 0, first.right_edge.i) + 1, skip)
    return []


def _forward(doc: Doc, start: int, *, keep_det: bool = False) -> list[Token]:
    """The noun phrase that begins at `start`, with what belongs to it."""
    for token in doc[start : start + MAX_WORDS]:
        if token.text in _BREAKS or token.pos_ == "PRON":
            break
        if token.pos_ in NOUNS:
            while token.dep_ in {"compound", "nmod", "poss"} and token.head.i > token.i:
                token = token.head  # noqa: PLW2901 - the walk up is what the loop looks for
            words = _cut(doc, start, token.right_edge.i + 1, frozenset())
            return words if keep_det else [word for n, word in enumerate(words) if n or word.pos_ != "DET"]
    return []


def _cut(doc: Doc, start: int, end: int, skip: frozenset[int]) -> list[Token]:
    words: list[Token] = []
    for token in doc[start : min(end, start + MAX_WORDS, len(doc))]:
        if token.text in _BREAKS or token.is_space or token.i in skip or (token.is_sent_start and words):
            break
        words.append(token)
    return words


def _fate(subject: Token) -> list[Token]:
    """What is told of those counted: captured, launched, died, "still missing"."""
    return _participle(subject) or _state(subject) or _act(subject)


def _state(subject: Token) -> list[Token]:
    """Missing of "fourteen people were missing"."""
    verb = subject.head
    if subject.dep_ != "nsubj" or verb.lemma_ not in _STATE_VERBS:
        return []
    state = next(
        (child for child in verb.rights if child.dep_ in {"acomp", "advmod"} and child.pos_ == "ADJ"), None
    )
    return [*(child for child in state.lefts if child.dep_ == "advmod"), state] if state else []


def _act(subject: Token) -> list[Token]:
    """Drowned of "nine people drowned": a verb that says it all, without object or clause."""
    verb = subject.head
    if subject.dep_ != "nsubj" or verb.tag_ not in {"VBD", "VBN", "VBG"} or verb.lemma_ in _EMPTY_VERBS:
        return []
    is_more = any(
        child.dep_ in {"dobj", "ccomp", "xcomp", "neg", "attr", "dative"} for child in verb.children
    )
    return [] if is_more or verb.pos_ != "VERB" else [verb]


def _participle(noun: Token) -> list[Token]:
    """Captured of "two men had been captured", launched of "Russia launched 55 drones": what happened to them."""
    verb = noun.head
    if verb.pos_ != "VERB" or verb.lemma_ in _EMPTY_VERBS or verb.tag_ not in {"VBN", "VBD"}:
        return []
    is_same_form = verb.tag_ == "VBN" or verb.lower_.endswith("ed")
    is_undergoing = noun.dep_ == "nsubjpass" or (noun.dep_ == "dobj" and is_same_form)
    is_undone = any(child.dep_ == "neg" for child in verb.children)
    return [verb] if is_undergoing and not is_undone else []


def _tidy(words: list[Token]) -> str | None:
    """The words as text: cut at MAX_WORDS, without a loose preposition at either end."""
    words = words[:MAX_WORDS]
    while words and (words[-1].pos_ in _LOOSE_ENDS or words[-1].lower_ in _LOOSE_WORDS):
        words.pop()
    while words and words[0].pos_ in {"DET", "PUNCT", "CCONJ"}:
        words.pop(0)
    text = ""
    for before, token in zip([None, *words], words, strict=False):
        touches = before is not None and before.i + 1 == token.i and not before.whitespace_
        text += ("" if before is None or touches else " ") + token.text
    return text or None
