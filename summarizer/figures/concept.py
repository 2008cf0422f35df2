"""What a figure is of, in the article's words, from the parse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.figures.counted import NOUNS, is_tied_to_number
from summarizer.figures.fate import EMPTY_VERBS, done_to, fate, with_particle
from summarizer.figures.lexicon import word_set
from summarizer.figures.modifiers import CHANGE
from summarizer.figures.phrases import MAX_CLIMB, before, behind, cut, forward, phrase, tidy
from summarizer.text import lexicon
from summarizer.text.marks import MARKS

if TYPE_CHECKING:
    from summarizer.parse.words import Doc, Span, Token

_CHANGING = re.compile(CHANGE)
SHARES = frozenset({"percent", "%", "percentage", "cent", "pc"})
MAX_TAIL = 6  # words taken from behind a figure whose subject is a pronoun
_DESCRIBING = frozenset({"compound", "nummod", "amod", "nmod", "npadvmod", "quantmod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_SAYING = word_set(
    "claim say report estimate put announce allege tell state predict warn forecast expect project"
)
_AGO = word_set("ago earlier later before after old since into")
_CONTESTS = word_set("lead beat trail defeat edge outpoll outspend")
_LEADING_ON = word_set("owing according due compared depending")
_THEN = frozenset({"before", "after"})
_PAST = word_set("last past next recent previous first every in coming following these those")
_TALK = frozenset({"mention", "talk"})  # no mention of the 12 percent: the figure is told elsewhere
_PRICING = frozenset({"cost", "pay", "spend"})  # "it cost $5m": the word says nothing without what cost it
_EMPTY_NOUNS = lexicon.words_of("empty_nouns")
_PLACES = frozenset({"from", "off", "into", "across", "below", "above", "away"})
_EXTENTS = frozenset({"long", "wide", "deep", "high", "tall", "thick"})


def concept_of(doc: Doc, tokens: Span, noun: Token | None, dimension: str | None) -> str | None:
    """The words for what the figure in `tokens` counts or measures, or None.

    `noun` is the noun it counts, if it counts one; `dimension` is that of its unit ("money", "time" …).
    """
    skip = frozenset(range(tokens.start, tokens.end))
    if noun is not None and noun.i not in skip:
        if not behind(doc, noun, skip) and (done := done_to(doc, min(skip), noun)) is not None:
            return f"{tidy([*before(doc, noun, skip), noun])} {done}"
        return tidy(_counted(doc, noun, skip))
    return tidy(_measured(doc, tokens, skip, dimension))


def _counted(doc: Doc, noun: Token, skip: frozenset[int]) -> list[Token]:
    """Two "Chinese men captured": the noun, what was done to it, what belongs to it."""
    if (owner := _has_so_many(doc, noun)) is not None:
        return [noun, *before(doc, owner, skip), owner]
    if doc[min(skip) - 1].lower_ == "worth" and (dear := _dear(doc, min(skip) - 1)) is not None:
        return [*before(doc, dear, skip), dear]
    is_told = any(child.dep_ in {"acl", "relcl"} for child in noun.rights)
    together = _together(doc, noun)
    told = [] if is_told else fate(noun)
    return [
        *before(doc, noun, skip),
        noun,
        *together,
        *told,
        *([] if together else behind(doc, noun, skip)),
    ]


def _has_so_many(doc: Doc, noun: Token) -> Token | None:
    """Hospital of "an 80-bed hospital": what has as many of the noun that a hyphen ties to the number."""
    owner = noun.head
    is_tied = is_tied_to_number(noun) and noun.i + 1 < len(doc)
    is_owner = owner.i > noun.i and owner.pos_ in NOUNS and owner.i - noun.i <= MAX_TAIL
    return owner if is_tied and is_owner and noun.dep_ in _DESCRIBING else None


def _dear(doc: Doc, worth: int) -> Token | None:
    """Contract of "a contract worth 26 million marks"."""
    noun = doc[worth].head
    return noun if noun.pos_ in NOUNS and noun.i < worth else None


def _together(doc: Doc, noun: Token) -> list[Token]:
    """And crew of "58 passengers and crew": what is counted with them."""
    both = doc[noun.i + 1 : noun.i + 3]
    is_pair = len(both) == 2 and both[0].lower_ == "and" and both[1].head == noun and both[1].dep_ == "conj"  # noqa: PLR2004
    return list(both) if is_pair and both[1].pos_ in NOUNS else []


def _measured(doc: Doc, tokens: Span, skip: frozenset[int], dimension: str | None) -> list[Token]:
    """A measure's concept: what it is a share of, what it describes, whose change or cost it is."""
    top = _top(tokens)
    if told := _right_behind(doc, tokens, top, skip, dimension):
        return told
    if top.dep_ in _DESCRIBING and top.head.i >= tokens.end and _may_name(top.head, skip):
        return phrase(doc, top.head, skip)
    if top.dep_ in _SUBJECTS and top.head.pos_ in {"VERB", "AUX"} and top.head.i >= tokens.end:
        return cut(doc, tokens.end, top.head.right_edge.i + 1, skip)  # 58% "said they would support tariffs"
    if dimension == "time" and _dates(tokens):
        return []
    return _of_clause(doc, top, skip)


def _right_behind(
    doc: Doc, tokens: Span, top: Token, skip: frozenset[int], dimension: str | None
) -> list[Token]:
    """What the words right behind the measure say that it is of."""
    after = doc[tokens.end] if tokens.end < len(doc) else None
    if after is None or after.lower_ == "of":
        return _of_what(doc, tokens, top) if after is not None else []
    if dimension == "money" and (what := _paid_in(doc, tokens.end)):
        return what
    if own := _own_clause(doc, top, tokens.end, skip):
        return own
    if after.tag_ in {"JJR", "RBR"} and dimension in {"multiple", "share"}:
        last = after.head if after.head.i == after.i + 1 else after
        return cut(doc, after.i, last.right_edge.i + 1, skip)  # two times "faster than those in use"
    if dimension == "time" and after.lower_ in _THEN and (event := forward(doc, after.i + 1, keep_det=True)):
        return [after, *event]  # six minutes "after the launch"
    is_placed = dimension == "length" and after.lower_ in _PLACES | _EXTENTS
    return _placed_or_extended(doc, after, skip) if is_placed else []


def _of_what(doc: Doc, tokens: Span, top: Token) -> list[Token]:
    """People believed … of "68 per cent of people believed …": what the share is of, and what it did."""
    words = forward(doc, tokens.end + 1)
    verb = top.head
    if (
        not words
        or top.dep_ not in _SUBJECTS
        or verb.i != words[-1].i + 1
        or verb.pos_ not in {"VERB", "AUX"}
    ):
        return words
    return [*words, *cut(doc, verb.i, verb.right_edge.i + 1, frozenset())]


def _own_clause(doc: Doc, top: Token, end: int, skip: frozenset[int]) -> list[Token]:
    """Set aside for pipes of "$2 million set aside for pipes": what is told of the number itself right behind it."""
    behind = [child for child in (*top.rights, *doc[end - 1].rights) if child.dep_ == "relcl"]
    if (
        named := next((what for clause in behind if (what := _which_is(clause)) is not None), None)
    ) is not None:
        return phrase(doc, named, skip)
    own = next((child for child in top.rights if child.i >= end and child.i - end <= 1), None)
    if (
        own is None
        or own.lower_ in _LEADING_ON
        or own.dep_ not in {"acl", "amod", "relcl"}
        or own.pos_ not in {"VERB", "ADJ"}
    ):
        return []
    start = end + 1 if doc[end].tag_ in {"WDT", "WP"} else end
    return cut(doc, start, own.right_edge.i + 1, skip)


def _which_is(clause: Token) -> Token | None:
    """Minimum wage of "$10.50 an hour, which is the minimum wage"."""
    what = next((child for child in clause.rights if child.dep_ == "attr" and child.pos_ in NOUNS), None)
    is_which = any(child.lower_ == "which" for child in clause.lefts)
    return what if clause.lemma_ == "be" and is_which else None


def _dates(tokens: Span) -> bool:
    """Whether a time says when, not how long: three years ago, in the past five days, a month later."""
    doc = tokens.doc
    after = doc[tokens.end].lower_ if tokens.end < len(doc) else ""
    before = doc[tokens.start - 1].lower_ if tokens.start else ""
    return after in _AGO or before in _PAST


def _placed_or_extended(doc: Doc, after: Token, skip: frozenset[int]) -> list[Token]:
    """From the shore of "600 metres from the shore", ship of "the ship is 366 metres long"."""
    if after.lower_ in _PLACES:
        return [after, *forward(doc, after.i + 1, keep_det=True)]
    return _extended(doc, after, skip) or [after]


def _extended(doc: Doc, adjective: Token, skip: frozenset[int]) -> list[Token]:
    """Bridge of "the bridge, 2,160 feet long", ship of "the ship is 366 metres long"."""
    head = adjective.head
    subject = subject_of(head) if head.pos_ in {"VERB", "AUX"} else head
    is_named = subject is not None and subject.i < min(skip) and subject.pos_ in NOUNS
    return [*before(doc, subject, skip), subject] if subject is not None and is_named else []


def _paid_in(doc: Doc, place: int) -> list[Token]:
    """Bribes of "$1.7 million in bribes"; not a place or a time."""
    if doc[place].lower_ != "in":
        return []
    start = place + 2 if place + 1 < len(doc) and doc[place + 1].text in MARKS else place + 1
    words = forward(doc, start)
    return words if words and words[-1].pos_ == "NOUN" and not any(word.ent_type_ for word in words) else []


def _top(tokens: Span) -> Token:
    """The topmost word of the figure itself."""
    token = tokens.root
    while token.dep_ in {"quantmod", "nummod"} and tokens.start <= token.head.i < tokens.end:
        token = token.head
    return token


def _of_clause(doc: Doc, top: Token, skip: frozenset[int]) -> list[Token]:
    """Fine of "a fine of $5m", shares of "shares rose 5%", Clinton raised of "Clinton raised $5m"."""
    verb: Token | None = None
    for token in heads(top):
        if token.lower_ in _TALK:
            return []
        if _may_name(token, skip):
            return _named(doc, token, top, skip)
        if token.pos_ not in {"VERB", "AUX"}:
            continue
        verb = verb or token
        if (told := _of_verb(doc, token, verb, top, skip)) is not None:
            return told
        if token.dep_ not in {"conj", "xcomp", "advcl", "acl", "pcomp"}:
            break
    deed = _deed(verb, top) if verb else []
    is_bare = verb is not None and verb.lemma_ in _PRICING and len(deed) == 1
    return [] if is_bare else _with_tail(doc, deed, skip)


def _named(doc: Doc, noun: Token, top: Token, skip: frozenset[int]) -> list[Token]:
    """Fine of "a fine of $5m"; suing Lemm of "is suing Lemm for $5m"."""
    is_price = noun.dep_ == "dobj" and top.dep_ == "pobj" and top.head.lower_ == "for"
    return [*(_deed_words(noun.head) if is_price else []), *phrase(doc, noun, skip)]


def _with_tail(doc: Doc, deed: list[Token], skip: frozenset[int]) -> list[Token]:
    """A deed with what stands right behind the figure and belongs to it: paid "to settle charges"; no date."""
    if not deed:
        return []
    end = max(token.right_edge.i for token in deed) + 1
    after = cut(doc, max(skip) + 1, end, skip)[:MAX_TAIL]
    is_when = any(word.ent_type_ in {"DATE", "TIME"} for word in after[1:])
    is_own = bool(after) and after[0].pos_ in {"ADP", "PART"} and not is_when
    return [*deed, *after] if is_own else deed


def _may_name(token: Token, skip: frozenset[int]) -> bool:
    """Whether a head of the figure is the noun it is of."""
    is_noun = token.pos_ in NOUNS and token.i not in skip and token.dep_ != "npadvmod"
    return is_noun and token.lower_ not in _EMPTY_NOUNS | SHARES


def _of_verb(doc: Doc, token: Token, verb: Token, top: Token, skip: frozenset[int]) -> list[Token] | None:
    """What the clause of the verb `token` says the figure is of; None when it does not, [] when nothing is."""
    if (moved := _moved(token, top)) is not None and moved.i not in skip:
        return phrase(doc, moved, skip)
    if _is_own_deed(token, top):
        return _with_tail(doc, [token], skip)
    if token is verb and (bought := _bought(token, top)) is not None and bought.i not in skip:
        return [*_deed_words(token), *phrase(doc, bought, skip)]
    subject = subject_of(token)
    if subject is None or subject.i in skip:
        chased = _antecedent(token)
        deed = _with_tail(doc, _deed(token, top), skip)
        return [*before(doc, chased, skip), chased, *deed] if chased is not None else None
    if token.lemma_ in _SAYING and top.dep_ in {"dobj", "pobj"} and subject.dep_ != "nsubjpass":
        return []  # officials of "officials claimed only 40" are not what is counted
    whole = _of_subject(doc, subject, skip)
    return whole or [*phrase(doc, subject, skip), *_with_tail(doc, _deed(verb, top), skip)]


def _antecedent(verb: Token) -> Token | None:
    """Chase of "a chase that reached 19 mph", groups of "groups that had raised $38m"."""
    is_relative = any(child.dep_ in _SUBJECTS and child.tag_ in {"WDT", "WP"} for child in verb.lefts)
    return verb.head if is_relative and verb.dep_ == "relcl" and verb.head.pos_ in NOUNS else None


def _moved(verb: Token, top: Token) -> Token | None:
    """Toll of "police put the toll at 9", risk of "the drug cut the risk by 21%": the verb's object."""
    if verb.lemma_ in _CONTESTS or top.dep_ != "pobj" or top.head.head != verb:
        return None
    if top.head.lower_ not in {"by", "at", "to", "from"}:
        return None
    things = (
        child for child in verb.rights if child.dep_ == "dobj" and child.pos_ in NOUNS and child.i < top.i
    )
    return next((thing for thing in things if thing.lower_ not in SHARES | {"figure"}), None)


def _bought(verb: Token, top: Token) -> Token | None:
    """Sarn Rail of "Tramco bought Sarn Rail for $9m": what the money is for, which is not who pays."""
    if top.head == verb and top.dep_ in {"dobj", "npadvmod"}:  # fined Hale Foods $3m
        return next((child for child in verb.rights if _is_given(child, top)), None)
    if top.dep_ != "pobj" or top.head.dep_ != "prep":
        return None
    return next(
        (child for child in verb.rights if child.dep_ == "dobj" and child.pos_ in NOUNS and child.i < top.i),
        None,
    )


def _is_given(child: Token, top: Token) -> bool:
    """Whether the word is whom the sum goes to or is taken from."""
    return child.dep_ in {"dative", "dobj"} and child.pos_ in NOUNS and child.i < top.left_edge.i


def _is_own_deed(verb: Token, top: Token) -> bool:
    """Whether "borrowing" of "after borrowing £20,000 from his parents" says what the sum is: somebody's deed, no change."""
    is_clause = verb.tag_ == "VBG" and verb.dep_ in {"pcomp", "advcl", "acl"} and top.dep_ == "dobj"
    is_said = verb.lemma_ not in EMPTY_VERBS | _PRICING and not _CHANGING.fullmatch(verb.lower_)
    return is_clause and top.head == verb and is_said


def _deed_words(verb: Token) -> list[Token]:
    """Took over of "took over the bakery": the verb, with a particle that is its own."""
    return [verb, *(child for child in verb.rights if child.dep_ == "prt")]


def _of_subject(doc: Doc, subject: Token, skip: frozenset[int]) -> list[Token]:
    """Donors of "24% of donors gave $200": a share is no subject of its own."""
    is_share = subject.lower_ in SHARES and subject.nbor().lower_ == "of"
    return forward(doc, subject.i + 2) if is_share and subject.i not in skip else []


def heads(token: Token) -> Iterator[Token]:
    """The words that `token` hangs on, one above the other; a root hangs on itself."""
    for _ in range(MAX_CLIMB):
        token = token.head
        yield token
        if token.head.i == token.i:
            return


def subject_of(verb: Token) -> Token | None:
    own = next((child for child in verb.lefts if child.dep_ in _SUBJECTS and child.pos_ in NOUNS), None)
    if own is not None or verb.dep_ != "xcomp":
        return own
    ordered = (child for child in verb.head.rights if child.dep_ == "dobj" and child.i < verb.i)
    return next((child for child in ordered if child.pos_ in NOUNS), None)  # the bank was ordered to pay


def _deed(verb: Token, top: Token) -> list[Token]:
    """The verb of "Clinton raised $5m": without it the subject would seem to be what is counted."""
    if any(child.dep_ == "nsubjpass" for child in verb.lefts):
        return with_particle(verb)  # the fault had been reported three times, the ship was sold for $5m
    if top.dep_ not in {"dobj", "npadvmod"} or top.head != verb:
        return []
    if (
        verb.lemma_ in EMPTY_VERBS
        or (verb.tag_ == "VBG" and (top.dep_ != "dobj" or _CHANGING.fullmatch(verb.lower_)))
        or (top.dep_ == "npadvmod" and len(with_particle(verb)) == 1)
    ):
        return []
    return [
        *(child for child in verb.lefts if child.dep_ in {"aux", "neg"}),
        *(with_particle(verb) or [verb]),
    ]
