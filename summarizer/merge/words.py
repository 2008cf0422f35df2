"""Words of a statement made comparable: tokens, stems, words that mean the same in a newsroom."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.text.sentence_bounds import may_open_a_sentence
from summarizer.text.stop_words import WEIGHTLESS

TOKEN = re.compile(
    r"(?<=\d)\s*(?P<half_day>[APap])\.?[Mm]\b\.?|[$€£¥]|%|\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:[A-Z]\.){2,}"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"
)
ALIASES = {
    "US": "USA", "america": "USA", "american": "USA", "americans": "USA", "britain": "UK", "british": "UK",
    "percent": "%", "pct": "%",
    "dollars": "$", "dollar": "$", "euros": "€", "euro": "€", "pounds": "£", "yen": "¥",
}  # fmt: skip
# Words that change nothing a reader would notice.
STOP = WEIGHTLESS | frozenset("mr mrs ms dr sir per cent".split())
# Each line: words that editors swap freely; the first stands for all. Stems are compared, so one form is enough.
SYNONYMS = """
begin start launch commence
finish complete conclude
close shut
open reopen
big large huge
kill dead die death
hurt injure wound
buy purchase acquire
show demonstrate
help assist aid
need require
rise increase grow climb
fall drop decrease
child kid
police officer
quick rapid swift fast
get receive obtain
choose pick select
build construct
fix repair
hold detain arrest
try attempt
give provide
people person
home house
firm company business
job post
lawyer attorney
doctor physician
car vehicle
road street
ceasefire truce
city town
money fund
pay paid
talk negotiation discussion
soldier troop
war conflict
attack strike
probe investigation inquiry investigate
vote ballot
plan scheme
law legislation
deal agreement accord
wrong mistaken
important significant
make made
send sent
build built
leave left depart
find found
lose lost
win won
meet met
come came
go went gone
take took taken
know knew known
grow grew grown
spend spent
keep kept
steal stole stolen
run ran
break broke broken
rise rose risen
fall fell fallen
begin began begun
give gave given
hold held
buy bought
bring brought
think thought
see saw seen
write wrote written
drive drove driven
speak spoke spoken
lead led
sell sold
hit struck
child children
man men
woman women
"""


@dataclass(frozen=True, slots=True)
class Token:
    """One word: as written, as compared, whether its capital only says that a sentence begins there, and its place."""

    text: str
    low: str  # lower case; an acronym keeps its capitals, so that the WHO is not "who"
    key: str
    opens: bool
    start: int
    end: int


def stem(word: str) -> str:
    """A word without its inflection, good enough to compare: "captured" and "capturing" give "captur"."""
    word = word.removesuffix("'s")
    for ending, left in (
        ("ies", 5),
        ("ing", 6),
        ("ied", 5),
        ("ed", 5),
        ("es", 5),
        ("s", 4),
        ("ly", 6),
        ("e", 4),
    ):
        if len(word) >= left and word.endswith(ending) and not word.endswith("ss"):
            body = word[: -len(ending)]
            return body + "y" if ending in ("ies", "ied") else undouble(body)
    return word


SHORTEST_DOUBLED = 4  # letters: "stopp", but not "add"


def undouble(body: str) -> str:
    """ "stopp" -> "stop", so that "stopped" meets "stop"; "call" and "miss" keep theirs."""
    doubled = len(body) >= SHORTEST_DOUBLED and body[-1] == body[-2] and body[-1] not in "lsz"
    return body[:-1] if doubled else body


def _classes() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in SYNONYMS.strip().splitlines():
        first, *others = line.split()
        head = found.get(stem(first), stem(first))
        for word in (first, *others):
            found.setdefault(stem(word), head)
    return found


CLASS_OF = _classes()


def tokenise(text: str) -> tuple[Token, ...]:
    """The words, numbers and signs of `text` in order; "8 p.m." is one more word than "8"."""
    tokens, end = [], 0
    for match in TOKEN.finditer(text):
        opens = end == 0 or may_open_a_sentence(text[end : match.start()])
        word = f"{match['half_day']}mclock" if match["half_day"] else match.group()
        low = lower(word)
        tokens.append(Token(word, low, key_of(low), opens, *match.span()))
        end = match.end()
    return tuple(tokens)


def lower(word: str) -> str:
    plain = word.replace("’", "'")
    if len(plain) > 1 and plain.isupper():
        return plain.replace(".", "")
    return plain.casefold()


def key_of(low: str) -> str:
    """What a word is compared by."""
    if low in ALIASES:
        return ALIASES[low]
    if low in STOP or not low[0].isalpha() or low.isupper():
        return low.replace(",", "")
    root = stem(low)
    return CLASS_OF.get(root, root)
