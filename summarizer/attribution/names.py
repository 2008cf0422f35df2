"""Reading a mention: which of its words are the name, and which the role before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.attribution.datelines import behind_dateline
from summarizer.attribution.outlets import is_outlet
from summarizer.attribution.phrases import HYPHENS, NEXT_PART
from summarizer.attribution.plain_roles import CLOSING, plain_role
from summarizer.text.names import (
    BEARERS,
    GIVEN_TO,
    HONORIFICS,
    JUNIOR,
    PARTICLES,
    TITLES,
    is_calling,
    is_for_person,
    title_of_each,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.parse.words import Token

# Verbs of saying that a parse takes for a name's first word, behind a quotation that ends in a full stop: "[Stated] Berg".
AHEAD = frozenset(
    "said stated continued added replied asked wrote noted explained concluded recalled".split()
)
OF_BODIES = frozenset({"ORG", "PRODUCT", "WORK_OF_ART", "FAC"})  # what models take a body for
NICKNAME = 3  # words: “Dutch” and its marks
FULL_NAME = 2  # words: "Farmer Paul Brown" is a farmer, "Paul Farmer" and "Farmer Brown" may be named so
POSSESSIVE = re.compile(r"(?:[’']s|[’'])$")
# Letters behind a name; "MP" and "MD" stand there as well as for an office.
HONOURS = re.compile(r"(?<=[a-z]),? (?:QC|KC|MP|MEP|MSP|TD|MD|PhD|Ph\.D\.?|OBE|CBE|MBE|KBE|DBE)$")
LAST_STOP = re.compile(r"(?<=[a-z]{4})\.$")  # of a sentence; abbreviations that end a name are shorter
LEADING_ADVERB = re.compile(r"^(?:even|also)\s+(?=\w)", re.IGNORECASE)
LEADING_ARTICLE = re.compile(r"^(?:the)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention taken apart: `name` words of a person or thing, `role` before it, honorific aside."""

    name: str
    role: str | None
    honorific: str | None = None
    proper: bool = True


def refer(tokens: Sequence[Token], head: Token) -> Reference:
    """Take a mention with the given `head` apart: "US President Ann Example" is a role and a name."""
    words = without_verb(behind_dateline([token for token in tokens if not token.is_space]))
    if not words:
        return Reference(plain(text_of(tokens)), None, proper=False)
    if len(words) > 1 and words[-1].lower_ in ("'s", "’s", "'", "’"):
        words = words[:-1]
    head = first_part(head)
    if words[0].text in HYPHENS and words[0].i:
        words = [words[0].nbor(-1), *words]  # the parse has torn "co-op manager Ann Example"
    if (
        not head.text[:1].isupper()
        or head.pos_ not in ("PROPN", "NOUN", "ADJ")
        or (head.lower_.strip(".") in BEARERS and not is_surname(head))
        or (head.pos_ != "PROPN" and len(words) > 1)
    ):
        return Reference(plain(text_of(words)), None, proper=False)
    start = end = words.index(head) if head in words else len(words) - 1
    while start > 0 and (length := part_before(words, start)):
        start -= length
    start = max(
        (at + 1 for at in range(start, end + 1 - FULL_NAME) if is_calling(words[at].lower_)), default=start
    )
    while (
        len(words) > end + NEXT_PART
        and words[end + 1].text in HYPHENS
        and is_part(words[end], words[end + NEXT_PART])
    ):
        end += NEXT_PART
    while (
        end + 1 < len(words)
        and (words[end + 1].pos_ == "PROPN" or words[end + 1].lower_ in JUNIOR)
        and words[end + 1].dep_ in ("flat", "compound", "npadvmod", "appos", head.dep_)
    ):
        end += 1
    before = words[:start]
    honorific = (
        before[-1].lower_.strip(".") if before and before[-1].lower_.strip(".") in HONORIFICS else None
    )
    return Reference(plain(text_of(words[start : end + 1])), role_before(before), honorific)


def without_verb(words: list[Token]) -> list[Token]:
    """A name without the verb of saying that the parse has taken for its first word."""
    is_led = len(words) > 1 and words[0].lower_ in AHEAD and words[0].text.istitle()
    return words[1:] if is_led else words


def is_surname(word: Token) -> bool:
    """Whether a word for an office is somebody's name here: "Wayne King", "said King"."""
    if (
        word.ent_type_ != "PERSON"
        or not word.text.istitle()
        or (word.i + 1 < len(word.doc) and word.nbor(1).ent_iob_ == "I")
    ):
        return False
    before = word.nbor(-1) if word.i else word
    if before.ent_type_ == "PERSON" and word.ent_iob_ == "I":
        return before.lower_ in GIVEN_TO or (before.pos_ == "PROPN" and not is_title(before))
    return not any(child.dep_ in ("det", "poss", "amod", "compound") for child in word.children)


def first_part(head: Token) -> Token:
    """The "Jae" of "Lee Jae-myung", whose small last part the parse takes for the head."""
    if not head.text[:1].islower() or head.i < NEXT_PART or head.nbor(-1).text not in HYPHENS:
        return head
    part = head.nbor(-NEXT_PART)
    is_name = part.pos_ == "PROPN" and part.text[:1].isupper() and part.head == head
    return part if is_name and head.ent_type_ == part.ent_type_ == "PERSON" else head


def part_before(words: Sequence[Token], start: int) -> int:
    """How many words before `start` belong to the name that begins there: one, a nickname in its marks, or none."""
    nickname = words[max(0, start - NICKNAME) : start]
    if len(nickname) == NICKNAME and nickname[0].is_quote and nickname[2].is_quote and start > NICKNAME:
        return NICKNAME if belongs_to_name(words[start - NICKNAME - 1]) else 0
    return int(belongs_to_name(words[start - 1]) and not is_behind_of(words, start - 1))


def is_part(word: Token, behind: Token) -> bool:
    """Whether a hyphen ties two parts of a name: "N’Dour-O’Brien"."""
    is_name = behind.pos_ == "PROPN" or (behind.ent_type_ == word.ent_type_ == "PERSON")
    return is_name and not word.whitespace_ and not word.nbor(1).whitespace_


def belongs_to_name(token: Token) -> bool:
    if (
        token.pos_ == "PROPN"
        or (token.ent_type_ == "PERSON" and token.text[0].isupper())
        or token.text in PARTICLES
    ):
        return not is_title(token) and not token.is_punct
    return token.text in HYPHENS and bool(token.nbor(-1).pos_ == "PROPN") if token.i else False


def is_behind_of(words: Sequence[Token], at: int) -> bool:
    """The "State" of "Secretary of State Ann Example", the "Safety" of "Director of Public Safety"."""
    word = words[at]
    while word.i > 1 and word.pos_ == "PROPN" and word.ent_type_ != "PERSON":
        word = word.nbor(-1)
    if word.lower_ == "the" and word.i > 1:
        word = word.nbor(-1)
    return word.lower_ == "of" and word.i > 0 and word.i < words[at].i and is_title(word.nbor(-1))


def is_title(token: Token) -> bool:
    if token.lower_ in PARTICLES:
        return False  # the "Del" of "Jack Del Example" is no delegate
    return token.lower_.strip(".") in TITLES or title_of_each(token.text) is not None


def role_before(words: Sequence[Token]) -> str | None:
    """The role that stands before a name: the words up to it, if the last of them is a title or a common noun."""
    kept = [token for token in words if token.lower_.strip(".") not in HONORIFICS]
    kept = kept[behind_others(kept) :]
    while kept and (kept[-1].is_punct or kept[-1].text in ("'s", "’s")):
        kept = kept[:-1]
    if kept and kept[-1].dep_ == "poss" and (kept[-1].ent_type_ in OF_BODIES or is_outlet(kept[-1].text)):
        return plain_role(text_of(kept))  # "the Tribune's Ann Example"
    if kept and title_of_each(kept[-1].text):
        return plain_role(text_of(kept[:-1]) + f" {title_of_each(with_stop(kept[-1]))}")
    is_noun = (
        bool(kept) and kept[-1].tag_ == "NN" and is_for_person(kept[-1].lower_)
    )  # "Mayor rips Ann Example"
    is_office = kept and (is_title(kept[-1]) or is_calling(kept[-1].lower_) or is_noun)
    if not is_office and not is_office_of(kept):
        return None
    return plain_role(text_of(kept))


def behind_others(words: Sequence[Token]) -> int:
    """Where a role begins behind the name of somebody else: "[Ann Example and] House Speaker", "[Mayor Ann Example praised] clerk"."""
    joint = max((at for at, word in enumerate(words) if word.lower_ == "and"), default=-1)
    is_surname = joint == 1 and words[0].pos_ == "PROPN" and words[-1].text.strip(".") in OF_ONE
    if is_surname or any(word.ent_type_ == "PERSON" for word in words[: max(0, joint)]):
        return joint + 1
    others = (
        at + 1
        for at, (word, behind) in enumerate(pairwise(words))
        if word.ent_type_ == "PERSON" and behind.pos_ == "VERB"
    )
    return max((at + 1 for at in others), default=0)


def is_office_of(words: Sequence[Token]) -> bool:
    """Whether words end in an office and what it is for, in capitals: "Secretary of State", "Minister for the Interior"."""
    at = next((at for at, word in enumerate(words) if at and word.lower_ in ("of", "for")), None)
    if at is None or not is_title(words[at - 1]) or words[at - 1].text.islower():
        return False
    return all(
        word.text[:1].isupper() or word.lower_ in ("the", "and", "&") for word in words[at + 1 :]
    ) and at + 1 < len(words)


def with_stop(title: Token) -> str:
    """A title with its full stop, which the parse has torn off: "Sens."."""
    is_torn = title.i + 1 < len(title.doc) and title.nbor(1).text == "." and not title.whitespace_
    return f"{title.text}." if is_torn else title.text


OF_ONE = frozenset(
    {"Gov", "Rep", "Sen", "Mayor", "Sheriff"}
)  # titles of which nobody holds two: "Example and Ohio Gov."


def text_of(words: Sequence[Token]) -> str:
    return "".join(token.text_with_ws for token in words).strip()


def plain(name: str) -> str:
    """A name without possessive ending, line breaks and letters of honour, without its article too if it has a capital elsewhere."""
    name = HONOURS.sub("", POSSESSIVE.sub("", " ".join(name.split())))
    name = in_closed_marks(LAST_STOP.sub("", LEADING_ADVERB.sub("", name)))
    bare = LEADING_ARTICLE.sub("", name)
    if bare == name or any(character.isupper() for character in bare):
        return bare
    return f"the {bare}"


def in_closed_marks(name: str) -> str:
    """The name with the mark that the parse has left out behind it: a group called “The Harbour[”]."""
    opened = next((mark for mark in CLOSING if name.count(mark) > name.count(CLOSING[mark])), None)
    return f"{name}{CLOSING[opened]}" if opened == "“" else name
