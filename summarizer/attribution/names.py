"""Reading a mention: which of its words are the name, and which the role before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.attribution.phrases import HYPHENS, NEXT_PART
from summarizer.attribution.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

HONORIFICS = words(
    """
    mr mrs ms miss mx dr prof sir lord lady dame rev reverend hon mister madam honour honor
    """
)
# Titles that stand before a name in capitals and belong to the role, not to the name.
TITLES = HONORIFICS | words(
    """
    president vice prime minister secretary senator sen representative rep governor gov mayor congressman
    congresswoman chancellor king queen prince princess pope cardinal archbishop bishop pastor imam rabbi
    judge justice chief general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral
    adm commander officer detective sheriff director chairman chairwoman chairperson chair ceo cfo coo
    spokesman spokeswoman spokesperson ambassador attorney professor speaker leader premier commissioner
    councillor councilman councilwoman deputy former ex acting interim state-elect foreign defense defence
    interior finance health education energy transport economy home press coach manager editor reporter
    correspondent analyst economist author host democrat republican candidate nominee inspector
    superintendent constable marshal brigadier emir sultan sheikh crown emeritus treasurer comptroller
    lawmaker del delegate cmdr cdr supt insp det cpl pvt spc pfc brig pres atty dist asst dep msgr fr const cst
    ald cllr alderman amb ofc secy treas corporal private pc dci vp svp evp cio cto cmo executive envoy
    """
)
# Nouns for one person. Nobody knows their name here, but the pronoun may mean them.
SOMEBODY = TITLES | words(
    """
    man woman boy girl father mother brother sister husband wife son daughter doctor nurse teacher student
    voter worker farmer resident neighbor neighbour lawyer victim suspect witness driver pilot soldier
    veteran expert scientist researcher official aide adviser advisor activist protester critic rival
    businessman billionaire actor actress singer writer owner founder executive person politician lawmaker
    republican democrat incumbent supporter friend colleague questioner caller guest moderator defendant
    survivor passenger eyewitness bystander neighbour shopkeeper fisherman engineer architect historian
    mathematician physician librarian musician politician technician midwife campaigner organiser organizer
    lecturer trader broker skipper climber hiker cyclist striker midfielder defender winger goalkeeper
    footballer swimmer sprinter golfer boxer
    """
)
NICKNAME = 3  # words: “Dutch” and its marks
FULL_NAME = 2  # words: "Farmer Paul Brown" is a farmer, "Paul Farmer" and "Farmer Brown" may be named so
JUNIOR = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
POSSESSIVE = re.compile(r"(?:[’']s|[’'])$")
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
    words = [token for token in tokens if not token.is_space]
    if len(words) > 1 and words[-1].lower_ in ("'s", "’s", "'", "’"):
        words = words[:-1]
    if words[0].text in HYPHENS and words[0].i:
        words = [words[0].nbor(-1), *words]  # the parse has torn "co-op manager Ann Example"
    if (
        not head.text[:1].isupper()
        or head.pos_ not in ("PROPN", "NOUN", "ADJ")
        or is_title(head)
        or (head.pos_ != "PROPN" and len(words) > 1)
    ):
        return Reference(plain(text_of(words)), None, proper=False)
    start = end = words.index(head) if head in words else len(words) - 1
    while start > 0 and (length := part_before(words, start)):
        start -= length
    start = max((at + 1 for at in range(start, end + 1 - FULL_NAME) if is_calling(words[at])), default=start)
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


def part_before(words: Sequence[Token], start: int) -> int:
    """How many words before `start` belong to the name that begins there: one, a nickname in its marks, or none."""
    nickname = words[max(0, start - NICKNAME) : start]
    if len(nickname) == NICKNAME and nickname[0].is_quote and nickname[2].is_quote and start > NICKNAME:
        return NICKNAME if belongs_to_name(words[start - NICKNAME - 1]) else 0
    return int(belongs_to_name(words[start - 1]) and not is_behind_of(words, start - 1))


def is_part(word: Token, behind: Token) -> bool:
    """Whether a hyphen ties two parts of a name: "N’Dour-O’Brien"."""
    return behind.pos_ == "PROPN" and not word.whitespace_ and not word.nbor(1).whitespace_


def is_calling(token: Token) -> bool:
    """Whether a word says what somebody is or does, capitals or not: the "Survivor" of "Survivor Ann Example"."""
    return says_calling(token.lower_)


def says_calling(word: str) -> bool:
    """As `is_calling`, of a word without its place in a text, in small letters."""
    return word in SOMEBODY or word.endswith("ist")


def belongs_to_name(token: Token) -> bool:
    if (
        token.pos_ == "PROPN"
        or (token.ent_type_ == "PERSON" and token.text[0].isupper())
        or PARTICLE.fullmatch(token.text)
    ):
        return not is_title(token)
    return token.text in HYPHENS and bool(token.nbor(-1).pos_ == "PROPN") if token.i else False


def is_behind_of(words: Sequence[Token], at: int) -> bool:
    """The "State" of "Secretary of State Ann Example"."""
    return at > 1 and words[at - 1].lower_ == "of" and is_title(words[at - 2])


PARTICLE = re.compile(r"(?:de|del|della|di|da|dos|van|von|der|den|bin|ibn|al|el|la|le|du|ter|ten)")


def is_title(token: Token) -> bool:
    return token.lower_.strip(".") in TITLES


def role_before(words: Sequence[Token]) -> str | None:
    """The role that stands before a name: the words up to it, if the last of them is a title or a common noun."""
    kept = [token for token in words if token.lower_.strip(".") not in HONORIFICS]
    while kept and (kept[-1].is_punct or kept[-1].text in ("'s", "’s")):
        kept = kept[:-1]
    if not kept or not (is_title(kept[-1]) or is_calling(kept[-1]) or kept[-1].pos_ == "NOUN"):
        return None
    return plain_role(text_of(kept))


def plain_role(role: str) -> str | None:
    role = re.sub(
        r"^(?:the|a|an|another|one|some|then|both|neither|like|his|her|its|their|our|my|your|what|which|this|that|these|those)\b(?! of\b)[- ]*",
        "",
        re.sub(r"\s+", " ", role),
        flags=re.IGNORECASE,
    ).strip(" ,")
    role = NOT_OF_OFFICE.sub("", role)
    role = role.split(",")[0].strip()
    return role if role and role.split()[-1].lower() not in NO_ROLE else None


# Before a title these say that no other bearer is meant, nothing of the office: "the real Prince Ann".
NOT_OF_OFFICE = re.compile(r"^(?:(?:real|same|very|actual|own|so-called)\s+)+", re.IGNORECASE)
# Nouns beside a name that say no office: "her rival, Ann Example".
NO_ROLE = words(
    """
    former then rival rivals opponent opponents people friend person man woman one others guest like is
    """
)


def text_of(words: Sequence[Token]) -> str:
    return "".join(token.text_with_ws for token in words).strip()


def plain(name: str) -> str:
    """A name without possessive ending and line breaks, without its article too if it has a capital elsewhere."""
    name = POSSESSIVE.sub("", re.sub(r"\s+", " ", name).strip())
    bare = LEADING_ARTICLE.sub("", name)
    if bare == name or any(character.isupper() for character in bare):
        return bare
    return f"the {bare}"
