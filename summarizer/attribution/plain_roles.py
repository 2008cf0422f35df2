"""A role as a heading prints it: without what is no part of it, abbreviated titles written out."""

from __future__ import annotations

import re

from summarizer.text.lexicon import alternatives, kinds_of, words_of
from summarizer.text.names import HONORIFICS, PERSON_TITLES, is_calling

DETERMINERS = rf"^(?:(?:{alternatives(words_of('determiners'))})\b(?! of\b)[- ]*)+"
# A comma behind which no list goes on: "head of the environment, food and farming committee".
# Nor is "the Norburg, Mo., branch" cut.
BEHIND_COMMA = re.compile(
    r",(?! [a-z]\w+(?: [a-z]\w+)?,? and [a-z])(?! and (?!co\b)[a-z]{3,}$)(?! [A-Z][\w.]{1,14},? [a-z])(?<!\.,)"
)
# Whose office it is where that says no more than that there is a body: "the [group's] chief executive", but "the club's chair".
OWNED = re.compile(r"^(?:company|firm|business|group|organi[sz]ation|body|agency)[’']s? (?=\w)")
OWNER_ALONE = re.compile(r"(?:^|\s)[a-z][\w-]*(?:[’']s|s[’'])$")  # "the president’s", without what is theirs
PARTY = re.compile(r"\s*\((?:R|D|I|Ind)\b[^)]*\)?$")  # "House Speaker Ann Example (R-Ohio"
# When somebody was it, and where the words stood: "chief of staff during the flood", "welder in Norburg, Mo., on the club's page".
BEHIND_OFFICE = re.compile(r" during | since |, (?:on|in|at|who|which|whose)\b")
# "39 percent", "In an email dated Feb. 12": beside a name, and no office.
ONE_OF_ANY = re.compile(
    r"one of (?:the |these |those |his |her )?(?:men|women|people|boys|girls|two|three)$", re.IGNORECASE
)
NO_OFFICE = re.compile(
    r"(?:\d[\d.,]*\s?(?:%|percent|per cent)|(?:in|on|at|by|from|for|after|before|since|during|with)\s)",
    re.IGNORECASE,
)
# A mark before a role that is closed before it or behind its name: "(Senator [Ann Example])", "…” [club spokeswoman]".
SAID_BEFORE = re.compile(r"^.*[,.!?][”\"]\s+(?=\w)")  # "“It rained,” [clerk Ann Example]"
LOOSE_MARK = re.compile(r"^\s*[(\[\"”’,;:]+\s*")
DATELINE = re.compile(r"\s*[A-Z][A-Z .,’'()/-]{3,}\s*[-–—]+\s*")
CLOSING = {"“": "”", "‘": "’"}
# "Assistant Prof." is one office, and a guard before a title is a body: "coast guard Cmdr."
WITH_OFFICE = frozenset({"deputy", "assistant", "associate", "chief", "guard"})
AGAINST = frozenset({"rival", "opponent", "foe"})  # "Liberal opponent Sen. Ann Example"
PARTY_MEMBERS = frozenset({"republican", "democrat", "socialist"})  # "Republican Sen." is one office
BENCH = frozenset({"Judge", "Justice"})
OF_MEMBERS = frozenset({"Rep", "Sen"})  # titles that no other title is a part of
WRITTEN_OUT = kinds_of("titles_written_out")
# Before a title these say what a writer thinks of its bearer, or that no other is meant: "the real Prince Ann", "fellow guard".
# A "fellow of the institute" is one.
NOT_OF_OFFICE = re.compile(
    rf"^(?:(?:{alternatives(words_of('no_part_of_roles'))}),?\s+(?!(?:at|of|in|with|for|estate)\b))+",
    re.IGNORECASE,
)
FOR_WHAT = re.compile(r"(?<!^one)(?<!^One)(?<=\w) (?:of|for|at|in|from|to|on|with)\b")
# Nouns beside a name that say no office: "her rival, Ann Example".
NO_ROLE = words_of("no_roles")


def plain_role(role: str) -> str | None:
    """A role without what is no part of it; None where the words are no role."""
    if DATELINE.fullmatch(role):
        return None
    role = LOOSE_MARK.sub("", SAID_BEFORE.sub("", re.sub(r"\s+", " ", role)))
    role = OWNED.sub("", re.sub(DETERMINERS, "", role, flags=re.IGNORECASE).strip(" ,–—-"))
    role = PARTY.sub("", BEHIND_OFFICE.split(NOT_OF_OFFICE.sub("", role), maxsplit=1)[0])
    role = written_out(in_whole_marks(BEHIND_COMMA.split(role)[0].strip(), role))
    if not role or NO_OFFICE.match(role) or ONE_OF_ANY.match(role) or OWNER_ALONE.search(role):
        return None
    noun = FOR_WHAT.split(role, maxsplit=1)[0].split()[-1].lower()
    if {noun, role.split()[-1].lower()} & NO_ROLE or role.lower().strip(".") in HONORIFICS:
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
    if 0 < first < len(words) and words[first - 1].lower() in AGAINST:
        words, titles = [*words[: first - 1], *words[first:]], [*titles[: first - 1], *titles[first:]]
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
