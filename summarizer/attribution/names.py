"""Reading a mention: which of its words are the name, and which the role before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.attribution.datelines import behind_dateline
from summarizer.attribution.outlets import is_outlet
from summarizer.attribution.phrases import HYPHENS, NEXT_PART
from summarizer.text.lexicon import alternatives, kinds_of, words_of
from summarizer.text.names import (
    BEARERS,
    GIVEN_TO,
    HONORIFICS,
    JUNIOR,
    PARTICLES,
    PERSON_TITLES,
    TITLES,
    is_calling,
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
    """The "State" of "Secretary of State Ann Example"."""
    return at > 1 and words[at - 1].lower_ == "of" and is_title(words[at - 2])


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
    is_noun = bool(kept) and kept[-1].pos_ == "NOUN" and kept[-1].tag_ != "NNS"  # "Mayor rips Ann Example"
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


DETERMINERS = rf"^(?:{alternatives(words_of('determiners'))})\b(?! of\b)[- ]*"


def plain_role(role: str) -> str | None:
    """A role without what is no part of it; None where the words are no role."""
    if DATELINE.fullmatch(role):
        return None
    role = LOOSE_MARK.sub("", SAID_BEFORE.sub("", re.sub(r"\s+", " ", role)))
    role = re.sub(DETERMINERS, "", role, flags=re.IGNORECASE).strip(" ,–—-")
    role = BEHIND_OFFICE.split(NOT_OF_OFFICE.sub("", role), maxsplit=1)[0]
    role = written_out(in_whole_marks(BEHIND_COMMA.split(role)[0].strip(), role))
    if not role or NO_OFFICE.match(role):
        return None
    last = role.split()[-1].lower()
    if last in NO_ROLE or role.lower().strip(".") in HONORIFICS:
        return None
    return role


def in_whole_marks(cut: str, role: str) -> str:
    """The part `cut` of a `role` with the mark that stands behind its comma ("star of “Rain and Roses,”"), or up to one left open."""
    opened = next((mark for mark in CLOSING if cut.rfind(mark) > cut.rfind(CLOSING[mark])), None)
    if opened is None:
        return cut
    closing = CLOSING[opened]
    is_all = cut == role or role[len(cut) :].startswith(f",{closing}")  # the parse leaves the last mark out
    return f"{cut}{closing}" if is_all else cut[: cut.rfind(opened)].strip()


def written_out(role: str) -> str:
    """A role without abbreviated titles: "Iowa Gov." is an Iowa governor; behind another office the title says no more."""
    words = role.split()
    titles = [is_abbreviated(word) for word in words]
    first = next((at for at, word in enumerate(words) if titles[at] or is_title_in_full(word)), len(words))
    is_second = (
        0 < first < len(words)
        and all(titles[at] or is_title_in_full(words[at]) for at in range(first, len(words)))
        and is_other_office(words[first - 1], words[first])
    )
    if is_second:
        return " ".join(words[:first])
    return " ".join(
        WRITTEN_OUT[word.strip(".")] if is_title else word
        for word, is_title in zip(words, titles, strict=True)
    )


def is_abbreviated(word: str) -> bool:
    """Whether a word is a title cut short, with its full stop or, as British papers print it, without."""
    return word.strip(".") in WRITTEN_OUT


def is_title_in_full(word: str) -> bool:
    """Whether a word is a person's title with a capital: the "Judge" of "legal analyst Judge Ann Example"."""
    return word.istitle() and (word.lower() in PERSON_TITLES or word in BENCH)


def is_other_office(word: str, title: str) -> bool:
    """Whether a word before a title is an office of its own: the "candidate" of "candidate Sen.", no "Lieutenant" of "Gov."."""
    is_apart = word.islower() or title.strip(".") in OF_MEMBERS
    return is_apart and is_calling(word.lower()) and word.lower() not in WITH_OFFICE | PARTY_MEMBERS


# A comma behind which no list goes on: "head of the environment, food and farming committee".
# Nor is "the Norburg, Mo., branch" cut.
BEHIND_COMMA = re.compile(r",(?! [a-z]\w+(?: [a-z]\w+)? and [a-z])(?! [A-Z][\w.]{1,14},? [a-z])(?<!\.,)")
# When somebody was it, and where the words stood: "chief of staff during the flood", "welder in Norburg, Mo., on the club's page".
BEHIND_OFFICE = re.compile(r" during | since |, (?:on|in|at|who|which|whose)\b")
# "39 percent", "In an email dated Feb. 12": beside a name, and no office.
NO_OFFICE = re.compile(
    r"(?:\d[\d.,]*\s?(?:%|percent|per cent)|(?:in|on|at|by|from|for|after|before|since|during|with)\s)",
    re.IGNORECASE,
)
# A mark before a role that is closed before it or behind its name: "(Senator [Ann Example])", "…” [club spokeswoman]".
SAID_BEFORE = re.compile(r"^.*[,.!?][”\"]\s+(?=\w)")  # "“It rained,” [clerk Ann Example]"
LOOSE_MARK = re.compile(r"^\s*[(\[\"”’,;:]+\s*")
DATELINE = re.compile(r"\s*[A-Z][A-Z .,’'()/-]{3,}\s*[-–—]+\s*")
CLOSING = {"“": "”", "‘": "’"}
WITH_OFFICE = frozenset({"deputy", "assistant", "associate", "chief"})  # "assistant Prof." is one office
PARTY_MEMBERS = frozenset({"republican", "democrat", "socialist"})  # "Republican Sen." is one office
BENCH = frozenset({"Judge", "Justice"})
OF_ONE = frozenset(
    {"Gov", "Rep", "Sen", "Mayor", "Sheriff"}
)  # titles of which nobody holds two: "Example and Ohio Gov."
OF_MEMBERS = frozenset({"Rep", "Sen"})  # titles that no other title is a part of
WRITTEN_OUT = kinds_of("titles_written_out")
# Before a title these say what a writer thinks of its bearer, or that no other is meant: "the real Prince Ann", "fellow guard".
# A "fellow of the institute" is one.
NOT_OF_OFFICE = re.compile(
    rf"^(?:(?:{alternatives(words_of('no_part_of_roles'))})\s+(?!(?:at|of|in|with|for)\b))+", re.IGNORECASE
)
# Nouns beside a name that say no office: "her rival, Ann Example".
NO_ROLE = words_of("no_roles")


def text_of(words: Sequence[Token]) -> str:
    return "".join(token.text_with_ws for token in words).strip()


def plain(name: str) -> str:
    """A name without possessive ending, line breaks and letters of honour, without its article too if it has a capital elsewhere."""
    name = HONOURS.sub("", POSSESSIVE.sub("", re.sub(r"\s+", " ", name).strip()))
    name = in_closed_marks(LAST_STOP.sub("", LEADING_ADVERB.sub("", name)))
    bare = LEADING_ARTICLE.sub("", name)
    if bare == name or any(character.isupper() for character in bare):
        return bare
    return f"the {bare}"


def in_closed_marks(name: str) -> str:
    """The name with the mark that the parse has left out behind it: a group called “The Harbour[”]."""
    opened = next((mark for mark in CLOSING if name.count(mark) > name.count(CLOSING[mark])), None)
    return f"{name}{CLOSING[opened]}" if opened == "“" else name
