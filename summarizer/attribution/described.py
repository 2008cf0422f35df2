"""The name inside a description of somebody: in an apposition, behind "called" or "like", at the end of an office."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution import phrases
from summarizer.attribution.names import is_title
from summarizer.attribution.phrases import child_of
from summarizer.attribution.role_phrases import is_plural
from summarizer.attribution.roles import one_of, role_in_commas
from summarizer.text.names import GIVEN_TO, is_calling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model import Span
    from summarizer.parse.words import Token

# Behind these no person's name ends a description of that person: "a spokesman for Ann Example".
NO_OFFICE = frozenset("of for to by with from at like and & or in on about against under".split())
PREPOSITION = re.compile(r" (?:for|of|in|at|with|from|to) ")
SEEKING = frozenset({"candidate", "nominee"})
LONGEST_PLAIN_NAME = 3  # words
NAMED = frozenset({"PERSON", "ORG", "GPE"})


def is_theirs(office: str) -> bool:
    """Whether what stands before a name is that person's: of what ends in a comma only "a spokesman for the company,".

    Of "a lawyer for the suspect, Ann Example" she may be the suspect.
    """
    if not office.endswith(","):
        return True
    parts = PREPOSITION.split(office.rstrip(","), maxsplit=1)
    if parts[0].split()[-1].lower() in SEEKING:
        return True  # "the candidate for mayor," is no mayor
    is_somebody = is_calling(parts[0].split()[-1].lower()) and len(parts) > 1
    return is_somebody and (any(map(str.isupper, parts[1])) or not is_calling(parts[1].split()[-1].lower()))


def given_and_family(name: str) -> str | None:
    """The last two words of a name where the first of them is a common given name: "Brian Manning"."""
    words = name.split()
    is_full = len(words) > LONGEST_PLAIN_NAME and words[-2].lower() in GIVEN_TO and words[-1][0].isupper()
    return " ".join(words[-2:]) if is_full and words[-2][0].isupper() else None


def name_behind(noun: Token) -> Token | None:
    """The name in the apposition of a common noun: "its chairman, Ann Example,", "one of the pilots, Ann Example"."""
    several = (
        [child_of(each, "pobj") for each in noun.children if each.lower_ == "of"] if one_of(noun) else []
    )
    places = [noun, *(each for each in several if each is not None)]
    name = next((found for each in places if (found := child_of(each, "appos")) is not None), None)
    is_office = noun.tag_ == "NN" or (noun.tag_ == "NNP" and is_title(noun) and noun.ent_type_ != "PERSON")
    if not (is_office or one_of(noun)) or is_plural(noun) or name is None or name.i < noun.i:
        return None
    is_full = name.ent_type_ == "" and name.i and name.nbor(-1).pos_ == "PROPN" and name.nbor(-1).head == name
    return name if name.pos_ == "PROPN" and (name.ent_type_ in NAMED or is_full) else None


def one_in_two_offices(tokens: Sequence[Token]) -> Token | None:
    """The name behind two offices of one person: "Club President and Board Secretary Ann Example"; "the president and …" are two."""
    behind = next(
        (child for token in tokens for child in token.children if child.left_edge.i == tokens[-1].i + 1), None
    )
    if (
        behind is not None
        and behind.ent_type_ == "PERSON"
        and behind.dep_ == "appos"
        and is_of_offices(tokens)
    ):
        return behind
    name = next((token for token in tokens if token.dep_ == "conj" and token.ent_type_ == "PERSON"), None)
    if name is None or name.i != tokens[-1].i or tokens[0].pos_ != "PROPN":
        return None
    names = [token for token in tokens if token.ent_type_ == "PERSON"]
    is_one = all(token in (name, *name.lefts) for token in names)
    behind_and = next((token for token in tokens if token.i == name.head.i + 1), name)
    is_office = is_calling(name.head.lower_) and names[0].i and is_calling(names[0].nbor(-1).lower_)
    return name if is_one and is_office and behind_and.lower_ == "and" else None


def one_before_role(tokens: Sequence[Token]) -> Token | None:
    """The name before an office that the parse has joined to it: "Ann Example, Trade for Norland's executive director"."""
    comma = next((at for at, token in enumerate(tokens) if token.text == ","), 0)
    name = tokens[comma - 1] if comma else tokens[0]
    return name if name.ent_type_ == "PERSON" and role_in_commas(name) is not None else None


def is_of_offices(tokens: Sequence[Token]) -> bool:
    """Whether words are offices in capitals alone: "Club President and Board Secretary"."""
    is_one = tokens[0].pos_ == "PROPN" and not any(
        token.ent_type_ == "PERSON" or token.text == "," for token in tokens
    )
    return is_one and is_calling(tokens[-1].lower_) and tokens[-1].text.istitle()


def name_called(noun: Token) -> Span | None:
    """The name in "a group called the Harbour League"."""
    called = child_of(noun, "acl")
    name = child_of(called, "oprd") if called is not None and called.lower_ in ("called", "named") else None
    return phrases.mention(name) if name is not None and name.pos_ == "PROPN" else None


def behind_topic(tokens: list[Token]) -> list[Token]:
    """A source without of whom it speaks, which the parse has joined to it: "[Of Lind, ]Ann Example, who left, said"."""
    commas = [at for at, token in enumerate(tokens) if token.text == ","]
    is_topic = tokens[0].lower_ == "of" and tokens[0].dep_ in ("nsubj", "prep") and len(commas) == 1
    return tokens[commas[0] + 1 :] if is_topic and commas[0] + 1 < len(tokens) else tokens


def without_date(tokens: list[Token]) -> list[Token]:
    """A source without the day that the parse has hung on it: "the Norburg Register [on July 20, 2006,] described", "Berg [over the weekend]"."""
    at = next(
        (
            place
            for place, token in enumerate(tokens)
            if place
            and (tokens[place - 1].pos_ == "PROPN" or tokens[place - 1].text.istitle())
            and token.lower_ in ("on", "in", "over", "during")
            and any(word.ent_type_ == "DATE" for word in tokens[place + 1 : place + 3])
        ),
        None,
    )
    return tokens if at is None else tokens[:at]


def name_like(noun: Token) -> Token | None:
    """The one who speaks in "former greats like Ann Example says": the verb is for one."""
    like = child_of(noun, "prep")
    if noun.tag_ != "NNS" or noun.head.tag_ != "VBZ" or like is None or like.lower_ != "like":
        return None
    name = child_of(like, "pobj")
    return name if name is not None and name.ent_type_ == "PERSON" else None


def one_of_them(noun: Token) -> str:
    """What each of several is: "former rowing great" of "former rowing greats"."""
    before = [word.text for word in noun.lefts if word.dep_ in ("amod", "compound")]
    return " ".join([*before, noun.lemma_])


def name_behind_whose(noun: Token, tokens: Sequence[Token]) -> Token | None:
    """The name in "a lawyer for Mr. Example, Ann Other,", which the parse hangs on the other one.

    Only where somebody or something with a name stands before it: of "a lawyer for the suspect, Ann Other," she may be the suspect.
    """
    if not is_calling(noun.lower_) or noun.tag_ != "NN":
        return None
    named = next((token for token in tokens if token.i > noun.i and token.ent_type_ in NAMED), None)
    commas = [token for token in tokens if token.text == "," and named is not None and token.i > named.i]
    if len(commas) != 1 or commas[0].i + 1 >= len(noun.doc):
        return None
    name = phrases.entity_of(noun.doc[commas[0].i + 1])
    is_full = name is not None and name.label_ == "PERSON" and len(name) > 1 and name.root.dep_ == "appos"
    return name.root if name is not None and is_full else None
