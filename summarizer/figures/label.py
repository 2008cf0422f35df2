"""What a figure is of as it can be read alone, from the clause that holds it: "accounts suspended by the bank"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer.attribution.phrases import HYPHENS, NEXT_PART
from summarizer.figures.clause import (
    MAX_CLIMB,
    SHARES,
    SUBJECTS,
    VERBS,
    Meant,
    Place,
    group_before,
    open_subject,
    rest,
    said_of,
    subject_of,
    verb_words,
    who,
)
from summarizer.figures.counted import NOUNS
from summarizer.figures.fate import EMPTY_VERBS, done_to, participle_of
from summarizer.figures.lexicon import word_set
from summarizer.figures.phrases import BREAKS, before, is_loose, trimmed
from summarizer.figures.units import BY_WORD
from summarizer.text.pronouns import HE_SHE

if TYPE_CHECKING:
    from summarizer.parse.words import Token

Words = list["Token | str"]

MAX_WORDS = 14  # a label is read at a glance
ENOUGH = 4  # words that tell something, from which a phrase says what it is of without its clause
_NAME = re.compile(r"\b[A-Z]")  # who is named in a label may be whom its pronoun means
_TELLING = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "VBG", "MD"})
_PAST = frozenset({"VBD", "VBN"})
_LEFT = frozenset({"amod", "compound"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_OWN_CLAUSES = frozenset({"advcl", "conj"})
_SUMS = frozenset({"total", "average", "sum", "amount"})
_TOLD_OF = frozenset({"acl", "amod"})
_BEFORE = frozenset({*_LEFT, "nmod", "nummod", "poss", "det", "case"})  # words of a noun behind them
_PARTS = word_set("most all some any each none both rest majority half one part number total lot")
_WHERE = word_set("in at on among across for")
_RESULTS = frozenset(
    {"leave", "keep"}
)  # what they leave those counted in stands behind: "leaving 14 missing"
_ANSWERS = frozenset({"yes", "no"})
_QUESTIONED = frozenset({"asked", "questioned"})


def label_of(place: Place, words: Sequence[Token], elided: Token | None = None) -> str | None:
    """`words`, which say what the figure at `place` is of, with what its clause tells of them.

    `elided` is the noun of the figure before, for a number that has none: "Hollis has 370 delegates, Brandt 129". None
    without words; "" when they cannot be read alone: they have lost who or what they are told of.
    """
    if not words or _root(words).lower_ in BY_WORD:
        return None
    told = _whole(_with_elided(place, _told(place, trimmed(words) or words), elided))
    if told and not isinstance(told[0], str) and told[0].tag_ == "PRP$" and not place.meant(told[0]):
        told = told[1:]
    if not told or _is_torn(told[0], place.skip) or _is_out_of(place, words):
        return ""
    return " ".join(filter(None, (_text(told, place.meant), _asked(place, told))))


def _told(place: Place, words: Sequence[Token]) -> Words:
    return _of_number_itself(place, words) or _of_words(place, words)


def _of_number_itself(place: Place, words: Sequence[Token]) -> Words:
    """What stands around the number without a noun of its own: "Brandt's 43%", "women (61%)", "killed 130"."""
    if (owner := _owner(place)) is not None:
        return _of_owner(place, owner) or list(words)
    if place.start and place.doc[place.start - 1].text == "(":
        return list(words)
    if place.is_bare and place.top.dep_ == "dobj" and done_to(place.doc, place.start, place.top):
        return [*_done(place, place.top), *rest(place, place.end, place.top.head.right_edge.i + 1)]
    return []


def _of_words(place: Place, words: Sequence[Token]) -> Words:
    """What the clause tells of `words`: who does it, what is done to them, what they do."""
    root, first, last = _root(words), words[0], words[-1]
    if first.pos_ in VERBS and not (first.tag_ == "VBN" and first.dep_ in _TOLD_OF):
        verb = first.head if first.dep_ in _AUXILIARIES else first
        behind = rest(place, place.end, verb.right_edge.i + 1) if last.i < place.start else []
        doing = who(place, verb) or group_before(place, verb) or open_subject(verb)
        return [*doing, *words, *behind]
    if last.pos_ == "VERB" and last.i < place.start:
        return [*words, *rest(place, place.end, last.right_edge.i + 1)]
    is_told = any(word.pos_ in VERBS and word.dep_ not in _LEFT for word in words) or root.pos_ not in NOUNS
    is_whole = last.i - root.i > 1 and sum(word.pos_ in _TELLING for word in words) >= ENOUGH
    is_share = place.end < len(place.doc) and place.doc[place.end].lower_ == "of"
    if is_told or (is_whole and not is_share):
        return list(words)
    return _in_clause(place, words, root)


def _owner(place: Place) -> Token | None:
    """Brandt of "Brandt's 43%"."""
    mark = place.doc[place.start - 1] if place.start else None
    return mark.head if mark is not None and mark.tag_ == "POS" and mark.head.i < mark.i else None


def _of_owner(place: Place, owner: Token) -> Words:
    """Brandt, against Hollis: whose 43% is in "Hollis took 57% of the vote to Brandt's 43%"."""
    start = owner.left_edge.i
    if not start or place.doc[start - 1].lower_ != "to":
        return []
    verb = next((one for one in place.top.ancestors if one.pos_ == "VERB"), None)
    other = who(place, verb) if verb is not None else []
    return [*before(place.doc, owner, place.skip), owner, ", against", *other] if other else []


def _with_elided(place: Place, told: Words, elided: Token | None) -> Words:
    """Delegates Brandt has: the noun of the figure before, where the clause has none for its own."""
    last = told[-1] if told else ""
    is_open = place.top.dep_ == "dobj" and not isinstance(last, str) and last.i == place.top.head.i
    return [elided, *told] if elided is not None and is_open else told


def _in_clause(place: Place, words: Sequence[Token], root: Token) -> Words:
    """The noun phrase `words` with what its clause says of it."""
    top, end = _top(place, root), words[-1].i + 1
    verb = top.head
    if verb.dep_ in {"prep", "agent"} and top.dep_ == "pobj":
        return _behind_preposition(place, words, verb)
    if verb.pos_ not in VERBS:
        return [*words, *rest(place, end, top.right_edge.i + 1)]
    if top.dep_ in SUBJECTS:
        return [*words, *_doing(place, verb, top, end)]
    behind = rest(place, end, verb.right_edge.i + 1)
    is_doing = bool(behind) and behind[0].tag_ == "VBG"
    if top.dep_ == "dative" and (doing := who(place, verb)):
        return [*words, participle_of(verb.lemma_), *behind, "by", *doing]
    return [*words, *([] if is_doing or top.dep_ != "dobj" else _done(place, top)), *behind]


def _doing(place: Place, verb: Token, subject: Token, end: int) -> Words:
    """What the subject does; with the verb of the number where that is another: "Hollis won, taking in $5m"."""
    if subject.i > verb.i:  # at stake are 213 seats
        return list(place.doc[verb.left_edge.i : verb.i]) if verb.lemma_ == "be" else []
    own = next((one for one in place.top.ancestors if one.pos_ in VERBS), verb)
    if own.i in {verb.i, verb.head.i} or own.dep_ not in _OWN_CLAUSES or own.i < end:
        return list(said_of(place, verb, end))
    return [*verb_words(own), *rest(place, place.end, own.right_edge.i + 1)]


def _top(place: Place, root: Token) -> Token:
    """The word whose place in the clause is that of `root`: 62 percent of "62 percent of voters", "$5m in taxes"."""
    top = root
    for _ in range(MAX_CLIMB):
        if top.dep_ in {"conj", "appos"} and top.head.pos_ in NOUNS and top.head.i not in place.skip:
            top = top.head
        elif top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.lower_ in _PARTS:
            top = top.head.head
        elif top.dep_ == "pobj" and top.head.i == place.end:
            top = place.top
        elif top.i in place.skip and top.head.i in place.skip:
            top = top.head
    return top


def _behind_preposition(place: Place, words: Sequence[Token], preposition: Token) -> Words:
    """Deaths of four sailors, a plan signed by 40 towns, shops closed in 40 towns."""
    head, end = preposition.head, words[-1].i + 1
    is_bare = words[-1].pos_ in NOUNS and words[0].i > place.start
    verb = next((one for one in (head, *head.ancestors) if one.pos_ in VERBS), head)
    behind = rest(place, end, max(end, verb.right_edge.i + 1))
    is_part = head.pos_ in NOUNS and head.i not in place.skip and head.lower_ not in _PARTS
    if is_part and preposition.lower_ == "of" and is_bare:
        return [*before(place.doc, head, place.skip), head, "of", *words, *behind]
    if head.pos_ != "VERB" or not is_bare:
        return [*words, *behind]
    if preposition.dep_ == "agent":
        return [*words, head, *(who(place, head) or ([head.head] if head.dep_ == "acl" else []))]
    return _placed(place, words, preposition) or [*words, *behind]


def _placed(place: Place, words: Sequence[Token], preposition: Token) -> Words:
    """In which shops closed of "shops closed in 40 towns"; nothing where that cannot be said."""
    verb = preposition.head
    doing = who(place, verb)
    between = [token for token in place.doc[verb.i + 1 : preposition.i] if token.text not in BREAKS]
    is_clause = verb.dep_ not in {"acl", "relcl"} and verb.tag_ != "VBG"
    if not doing or not is_clause or preposition.lower_ not in _WHERE:
        return []
    return [*words, preposition.lower_, "which", *doing, *verb_words(verb), *between]


def _done(place: Place, thing: Token) -> Words:
    """Suspended by the bank of "the bank suspended 40 accounts"; the bank has of "the bank has 40 accounts"."""
    verb = thing.head
    if verb.lemma_ in _RESULTS:
        return []
    doing = who(place, verb)
    done = done_to(place.doc, place.start, thing)
    is_past = verb.dep_ == "relcl" and verb.tag_ in _PAST
    if done is None and is_past and verb.lemma_ not in EMPTY_VERBS:
        done = participle_of(verb.lemma_)
    if done is None:
        return [*doing, *verb_words(verb)] if doing else []
    is_pronoun = len(doing) == 1 and doing[0].pos_ == "PRON"
    by = [place.meant(doing[0]) or ""] if is_pronoun else doing
    return [done, "by", *by] if by and not done.endswith(")") else [done]


def _is_torn(word: Token | str, skip: frozenset[int]) -> bool:
    """Whether a label that begins so has lost its subject: "saying the same"; not what the number itself did."""
    if isinstance(word, str) or word.dep_ in _LEFT:
        return False
    subject = subject_of(word)
    is_own = subject is not None and subject.i in skip and subject.lower_ not in SHARES
    return (word.pos_ == "ADV" and word.head.tag_ == "VBG") or (word.tag_ in _FINITE and not is_own)


def _is_out_of(place: Place, words: Sequence[Token]) -> bool:
    """Whether the number is the whole of which another is a part, and counts nothing itself: out of 247."""
    ahead = place.doc[max(0, place.start - 2) : place.start].text.lower()
    return ahead == "out of" and words[0].i < place.start


def _asked(place: Place, told: Words) -> str:
    """Asked whether it should close: the question of those who "said yes"."""
    last = told[-1]
    if isinstance(last, str) or last.lower_ not in _ANSWERS:
        return ""
    start = last.sent.start
    end = next((token.i for token in place.doc[start : last.i] if token.text == ","), start)
    return f"({place.doc[start:end].text.lower()})" if place.doc[start].lower_ in _QUESTIONED else ""


def _whole(words: Words) -> Words:
    """The words, at most MAX_WORDS, that neither end in the middle of a phrase nor begin with its article."""
    left = list(words[:MAX_WORDS])
    inside = {word.i for word in left if not isinstance(word, str)}
    while left and not isinstance(last := left[-1], str):
        is_torn = last.dep_ in _BEFORE and last.head.i > last.i and last.head.i not in inside
        is_open = last.tag_ == "VBG" and last.dep_ == "acl"  # emails containing
        is_sum = last.lower_ in _SUMS and last.doc[last.i : last.i + 2].text.endswith(" of")
        is_half = last.i + 1 < len(last.doc) and last.nbor(1).text in HYPHENS and not last.whitespace_
        if not (is_torn or is_open or is_sum or is_half or is_loose(last)) or last.lower_ in HE_SHE:
            break
        inside.discard(last.i)
        left.pop()
    while left and not isinstance(first := left[0], str) and first.pos_ in {"DET", "PUNCT", "CCONJ"}:
        left.pop(0)
    return [*_first_half(left[0]), *left] if left and not isinstance(left[0], str) else left


def _first_half(word: Token) -> Words:
    """The "vice-" of "3 vice-chairmen", which the parse has torn off."""
    if word.i < NEXT_PART or word.nbor(-1).text not in HYPHENS or word.nbor(-1).whitespace_:
        return []
    half = word.nbor(-NEXT_PART)
    return [half, word.nbor(-1)] if half.is_alpha and not half.whitespace_ and half.pos_ != "NUM" else []


def _text(words: Words, meant: Meant) -> str:
    """The words as text, with whom "he" and "she" mean where the label does not name them itself."""
    text, end = "", None
    for word in words:
        is_glued = not isinstance(word, str) and word.idx == end
        is_glued = is_glued or (isinstance(word, str) and word.startswith(","))
        text += ("" if not text or is_glued else " ") + _named(word, text, meant)
        end = None if isinstance(word, str) else word.idx + len(word)
    return text


def _named(word: Token | str, told: str, meant: Meant) -> str:
    if isinstance(word, str):
        return word
    if word.lower_ not in HE_SHE:
        return word.text.lower() if word.is_sent_start and told and word.pos_ != "PROPN" else word.text
    name = None if _NAME.search(told) else meant(word)
    if not name:
        return word.text
    return f"{name}’s" if word.tag_ == "PRP$" else name


def _root(words: Sequence[Token]) -> Token:
    inside = {word.i for word in words}
    return next((word for word in words if word.head.i not in inside or word.head.i == word.i), words[0])
