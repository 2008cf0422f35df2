"""What a figure is of as it can be read alone, from the clause that holds it: "accounts suspended by the bank"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from summarizer.figures.counted import NOUNS, PLURALS
from summarizer.figures.fate import EMPTY_VERBS, done_to, participle_of
from summarizer.figures.lexicon import word_set
from summarizer.figures.modifiers import CHANGE
from summarizer.figures.phrases import ABOUT_THE_NUMBER, BREAKS, before, is_loose
from summarizer.figures.units import BY_WORD
from summarizer.text.pronouns import HE_SHE

if TYPE_CHECKING:
    from summarizer.parse.words import Doc, Token

_NAME = re.compile(r"\b[A-Z]")  # who is named in a label may be whom its pronoun means
CHANGING = re.compile(CHANGE)
Meant = Callable[["Token"], str | None]  # the name of whom a pronoun means, if that is sure

MAX_WORDS = 14  # a label is read at a glance
ENOUGH = 4  # words that tell something, from which a phrase says what it is of without its clause
MAX_SUBJECT = 7  # words of who does it
MAX_CLIMB = 4  # verbs looked through for who does it
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_TELLING = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
_LEFT = frozenset({"amod", "compound"})
_PARTS = word_set("most all some any each none both rest majority half one part number total plenty lot lots")
_WHERE = word_set("in at on among across for")
_TOLD_OF = frozenset({"acl", "amod"})
_ANSWERS = frozenset({"yes", "no"})
_QUESTIONED = frozenset({"asked", "questioned"})
SHARES = frozenset({"percent", "%", "percentage", "cent", "pc"})
GROUP_REACH = 120  # tokens
_CLAUSES = frozenset({"advcl", "parataxis"})
_BELOW = frozenset({"xcomp", "conj", "advcl", "pcomp"})  # clauses whose subject stands in the one above
_BEFORE = frozenset(
    {"compound", "amod", "nmod", "nummod", "poss", "det", "case"}
)  # words of a noun behind them


def label_of(doc: Doc, words: Sequence[Token], skip: frozenset[int], meant: Meant) -> str | None:
    """`words`, which say what the figure at `skip` is of, with what its clause tells of them.

    None without words; "" when they cannot be read alone: they have lost who or what they are told of.
    """
    if not words or _root(words).lower_ in BY_WORD:
        return None
    told = _whole(_told(doc, words, skip, meant))
    if told and not isinstance(told[0], str) and told[0].tag_ == "PRP$" and not meant(told[0]):
        told = told[1:]
    if not told or _is_torn(told[0], skip) or _is_out_of(doc, words, skip):
        return ""
    return " ".join(filter(None, (_text(told, meant), _asked(doc, told))))


def _told(doc: Doc, words: Sequence[Token], skip: frozenset[int], meant: Meant) -> list[Token | str]:
    root = _root(words)
    if words[0].pos_ in {"VERB", "AUX"} and not (words[0].tag_ == "VBN" and words[0].dep_ in _TOLD_OF):
        who = _who(doc, words[0], skip, meant) or _group(doc, words[0], min(skip))
        rest = _rest(doc, max(skip) + 1, words[0].right_edge.i + 1, skip) if words[-1].i < min(skip) else []
        return [*who, *words, *rest]
    if words[-1].pos_ == "VERB" and words[-1].i < min(skip):
        return [*words, *_rest(doc, max(skip) + 1, words[-1].right_edge.i + 1, skip)]
    is_told = (
        any(word.pos_ in {"VERB", "AUX"} and word.dep_ not in _LEFT for word in words)
        or root.pos_ not in NOUNS
    )
    is_whole = words[-1].i - root.i > 1 and sum(word.pos_ in _TELLING for word in words) >= ENOUGH
    if is_told or is_whole:
        return list(words)
    return _in_clause(doc, words, root, skip, meant)


def _is_torn(word: Token | str, skip: frozenset[int]) -> bool:
    """Whether a label that begins so has lost its subject: "saying the same"; not what the number itself did."""
    if isinstance(word, str) or word.dep_ in _LEFT:
        return False
    subject = _subject(word)
    is_own = subject is not None and subject.i in skip and subject.lower_ not in SHARES
    return word.pos_ == "ADV" or (word.tag_ in {"VBZ", "VBP", "VBD", "VBG", "MD"} and not is_own)


def _is_out_of(doc: Doc, words: Sequence[Token], skip: frozenset[int]) -> bool:
    """Whether the number is the whole of which another is a part, and counts nothing itself: out of 247."""
    return doc[max(0, min(skip) - 2) : min(skip)].text.lower() == "out of" and words[0].i < min(skip)


def _group(doc: Doc, verb: Token, start: int) -> list[Token]:
    """Voters of "50 percent said so", where "among voters" or "40 percent of voters" stands before."""
    if verb.lower_ == "leading":
        return []
    for token in reversed(doc[max(0, start - GROUP_REACH) : start]):
        if token.tag_ not in PLURALS or token.dep_ != "pobj":
            continue
        is_share = token.head.lower_ == "of" and token.head.head.lower_ in SHARES
        if token.head.lower_ == "among" or is_share:
            return [*before(doc, token, frozenset()), token]
    return []


def _asked(doc: Doc, told: Sequence[Token | str]) -> str:
    """Asked whether it should close: the question of those who "said yes"."""
    last = told[-1]
    if isinstance(last, str) or last.lower_ not in _ANSWERS:
        return ""
    start = last.sent.start
    end = next((token.i for token in doc[start : last.i] if token.text == ","), start)
    return f"({doc[start:end].text.lower()})" if doc[start].lower_ in _QUESTIONED else ""


def _whole(words: Sequence[Token | str]) -> list[Token | str]:
    """The words, at most MAX_WORDS, that neither end in the middle of a phrase nor begin with its article."""
    left = list(words[:MAX_WORDS])
    inside = {word.i for word in left if not isinstance(word, str)}
    while left and not isinstance(last := left[-1], str):
        is_torn = last.dep_ in _BEFORE and last.head.i > last.i and last.head.i not in inside
        if not (is_torn or is_loose(last)) or last.lower_ in HE_SHE:
            break
        inside.discard(last.i)
        left.pop()
    while left and not isinstance(first := left[0], str) and first.pos_ in {"DET", "PUNCT", "CCONJ"}:
        left.pop(0)
    return left


def _text(words: Sequence[Token | str], meant: Meant) -> str | None:
    """The words as text, with whom "he" and "she" mean where the label does not name them itself."""
    text, end = "", None
    for word in words:
        is_glued = not isinstance(word, str) and word.idx == end
        text += ("" if not text or is_glued else " ") + _named(word, text, meant)
        end = None if isinstance(word, str) else word.idx + len(word)
    return text or None


def _named(word: Token | str, before_it: str, meant: Meant) -> str:
    if isinstance(word, str):
        return word
    if word.lower_ not in HE_SHE:
        return word.text.lower() if word.is_sent_start and before_it and word.pos_ != "PROPN" else word.text
    name = None if _NAME.search(before_it) else meant(word)
    if not name:
        return word.text
    return f"{name}’s" if word.tag_ == "PRP$" else name


def _in_clause(
    doc: Doc, words: Sequence[Token], root: Token, skip: frozenset[int], meant: Meant
) -> list[Token | str]:
    """The noun phrase `words` with what its clause says of it."""
    top, end = _top(root, skip), words[-1].i + 1
    verb = top.head
    if verb.dep_ in {"prep", "agent"} and top.dep_ == "pobj":
        return _behind_preposition(doc, words, verb, skip, meant)
    if verb.pos_ not in {"VERB", "AUX"}:
        return [*words, *_rest(doc, end, top.right_edge.i + 1, skip)]
    if top.dep_ in _SUBJECTS:
        return [*words, *_said_of(doc, verb, end, skip)]
    rest = _rest(doc, end, verb.right_edge.i + 1, skip)
    is_doing = bool(rest) and rest[0].tag_ == "VBG"
    return [*words, *([] if is_doing or top.dep_ != "dobj" else _done(doc, top, skip, meant)), *rest]


def _behind_preposition(
    doc: Doc, words: Sequence[Token], preposition: Token, skip: frozenset[int], meant: Meant
) -> list[Token | str]:
    """Deaths of four sailors, a plan signed by 40 towns, shops closed in 40 towns."""
    head, end = preposition.head, words[-1].i + 1
    is_bare = words[-1].pos_ in NOUNS and words[0].i > min(skip)
    verb = next((one for one in (head, *head.ancestors) if one.pos_ in {"VERB", "AUX"}), head)
    rest = _rest(doc, end, max(end, verb.right_edge.i + 1), skip)
    if head.pos_ in NOUNS and preposition.lower_ == "of" and is_bare and head.lower_ not in _PARTS:
        return [*before(doc, head, skip), head, "of", *words, *rest]
    if head.pos_ != "VERB" or not is_bare:
        return [*words, *rest]
    if preposition.dep_ == "agent":
        subject = _subject(head)
        what = _who(doc, head, skip, meant) if subject is not None else []
        return [*words, head, *(what or ([head.head] if head.dep_ == "acl" else []))]
    return _placed(doc, words, preposition, skip, meant) or [*words, *rest]


def _top(root: Token, skip: frozenset[int]) -> Token:
    """The word whose place in the clause is that of `root`: 62 percent of "62 percent of voters", "$5m in taxes"."""
    top = root
    for _ in range(MAX_CLIMB):
        if top.dep_ in {"conj", "appos"} and top.head.pos_ in NOUNS and top.head.i not in skip:
            top = top.head
        elif top.dep_ == "pobj" and top.head.i == max(skip) + 1:
            top = next(token for token in root.doc[min(skip) : max(skip) + 1] if token.head.i not in skip)
        elif top.i in skip and top.head.i in skip:
            top = top.head
    return top


def _said_of(doc: Doc, verb: Token, end: int, skip: frozenset[int]) -> list[Token]:
    """What the verb says of its subject, which ends at `end`; nothing when it says the number itself: is $5m, rose 5%."""
    numbers = [
        child
        for child in verb.rights
        if child.i >= end and (child.i in skip or any(one.i in skip for one in child.children))
    ]
    is_change = CHANGING.fullmatch(verb.lower_) is not None
    if numbers and (verb.lemma_ == "be" or is_change):
        return []
    return _rest(doc, _start(verb, end), verb.right_edge.i + 1, skip)


def _done(doc: Doc, thing: Token, skip: frozenset[int], meant: Meant) -> list[Token | str]:
    """Suspended by the bank of "the bank suspended 40 accounts"; the bank has of "the bank has 40 accounts"."""
    verb = thing.head
    who = _who(doc, verb, skip, meant)
    done = done_to(doc, min(skip), thing)
    if (
        done is None
        and verb.dep_ == "relcl"
        and verb.tag_ in {"VBD", "VBN"}
        and verb.lemma_ not in EMPTY_VERBS
    ):
        done = participle_of(verb.lemma_)
    if done is None:
        return [*who, *_words_of(verb)] if who else []
    is_named = len(who) == 1 and who[0].pos_ == "PRON"
    by = [meant(who[0]) or ""] if is_named else who
    return [done, "by", *by] if by and not done.endswith(")") else [done]


def _placed(
    doc: Doc, words: Sequence[Token], preposition: Token, skip: frozenset[int], meant: Meant
) -> list[Token | str]:
    """In which shops closed of "shops closed in 40 towns"; nothing where that cannot be said."""
    verb = preposition.head
    who = _who(doc, verb, skip, meant)
    rest = [token for token in doc[verb.i + 1 : preposition.i] if token.text not in BREAKS]
    is_clause = verb.dep_ not in {"acl", "relcl"} and verb.tag_ != "VBG"
    if not who or not is_clause or preposition.lower_ not in _WHERE:
        return []
    return [*words, preposition.lower_, "which", *who, *_words_of(verb), *rest]


def _words_of(verb: Token) -> list[Token]:
    """Will be sold: a verb with its auxiliaries, and the verbs above that it completes ("plans to sell")."""
    first = verb
    while first.dep_ == "xcomp" and first.head.pos_ == "VERB" and verb.i - first.head.i <= MAX_CLIMB:
        first = first.head
    start = min([child.i for child in first.lefts if child.dep_ in {"aux", "auxpass", "neg"}] + [first.i])
    last = next((child.i for child in verb.rights if child.dep_ == "prt"), verb.i)
    between = [token for token in verb.doc[start : verb.i + 1] if token.text not in BREAKS]
    return [*between, *(verb.doc[last : last + 1] if last > verb.i else [])]


def _who(doc: Doc, verb: Token, skip: frozenset[int], meant: Meant) -> list[Token]:
    """Who does it: the subject with what belongs to it, also that of a clause above; nobody for an open pronoun."""
    subject = _subject(verb)
    if subject is None or subject.i in skip:
        return []
    if subject.pos_ == "PRON":
        return [subject] if subject.lower_ in HE_SHE and meant(subject) else []
    if subject.pos_ not in NOUNS:
        return []
    words = [*before(doc, subject, skip), subject]
    behind = next((child for child in subject.rights if child.lower_ in {"of", "in", "for"}), None)
    if behind is not None and behind.i == subject.i + 1:
        words += _rest(doc, behind.i, behind.right_edge.i + 1, skip)
    return words if len(words) <= MAX_SUBJECT else [*before(doc, subject, skip), subject]


def _subject(verb: Token) -> Token | None:
    for _ in range(MAX_CLIMB):
        own = next((child for child in verb.lefts if child.dep_ in _SUBJECTS), None)
        if own is not None:
            return verb.head if own.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl" else own
        if verb.dep_ == "acl" and verb.tag_ == "VBG":
            return verb.head
        above = verb.head.head if verb.dep_ == "pcomp" else verb.head
        if verb.dep_ not in _BELOW or above.pos_ not in {"VERB", "AUX"}:
            return None
        verb = above
    return None


def _start(verb: Token, end: int) -> int:
    """Where what the verb says begins, behind its subject."""
    beside = {"aux", "auxpass", "neg", "advmod"}
    first = [child.i for child in verb.lefts if child.dep_ in beside and child.i >= end]
    return min([*first, max(end, verb.i)])


def _rest(doc: Doc, start: int, end: int, skip: frozenset[int]) -> list[Token]:
    """The words from `start` on that the same clause says, without the number; no further clause."""
    words: list[Token] = []
    for token in doc[start:end]:
        is_next = token.dep_ in {"cc", "mark"} and token.head.dep_ in {*_CLAUSES, "ROOT", "conj"}
        is_next = is_next or (token.dep_ == "cc" and token.head.pos_ == "VERB")
        if token.text in BREAKS or token.is_space or is_next or len(words) >= MAX_WORDS:
            break
        if token.i not in skip and not _is_beside_number(token, skip):
            words.append(token)
    return words


def _is_beside_number(token: Token, skip: frozenset[int]) -> bool:
    """More than of "more than 20", by of "by 5%": words that stand or fall with the number."""
    behind = token.i + 1 if token.i + 1 in skip else token.i + 2
    is_bound = token.lower_ in ABOUT_THE_NUMBER and behind in skip
    return is_bound or (token.dep_ == "prep" and any(child.i in skip for child in token.children))


def _root(words: Sequence[Token]) -> Token:
    inside = {word.i for word in words}
    return next((word for word in words if word.head.i not in inside or word.head.i == word.i), words[0])
