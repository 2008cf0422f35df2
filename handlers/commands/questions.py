"""What a person asks in plain words, as a look-up. A few rules, no guess beyond them. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handlers.commands.brief import BriefCommand, BriefLinks, Follow, LookUp, parse_brief
from handlers.commands.talk import COMMAND, Talk, talk_in
from handlers.domain.lookups import Look
from summarizer.text.stop_words import STOP_WORDS

MENTION = re.compile(r"<@[UW][A-Z0-9]+(?:\|[^>]*)?>")
MARKED = re.compile(r"[“\"]([^“”\"]{12,})[”\"]")
SAYING = r"(?:say|said|saying|says|tell|told|claim|claimed|announce|announced|think|thinks|mention|mentioned)"
SAID = re.compile(
    rf"\bwhat\s+(?:else\s+)?(?:did|does|do|has|have|had|is|was)\s+(?P<name>.+?)\s+(?:been\s+)?{SAYING}\b"
    r"(?:\s+(?:about|on|of|regarding)\s+(?P<topic>.+))?",
    re.IGNORECASE,
)
WHO_SAID = re.compile(
    rf"\bwho\s+(?:has\s+|have\s+)?{SAYING}\s+(?:anything\s+)?(?:about\s+|that\s+)?(?P<words>.+)",
    re.IGNORECASE,
)
WHO_IS = re.compile(r"\bwho\s+(?:is|was|are)\s+(?P<name>.+)", re.IGNORECASE)
HOW_MANY = re.compile(r"\bhow\s+(?:many|much|high|long|big|large|far)\s+(?P<words>.+)", re.IGNORECASE)
END = re.compile(r"[\s?!.,]+$")
ASKED_MOST = 12  # words; more is talk, not a question
EMPTY = STOP_WORDS | frozenset("please show tell give find anything something know people".split())
NAMES_TOO = frozenset({"May", "US", "IT", "WHO"})  # in capitals they are looked for


@dataclass(frozen=True, slots=True)
class Words(LookUp):
    """Words alone, without a question: they may be looked for, or be talk."""


def asked(text: str) -> BriefCommand | Talk:
    """What a message to us asks for: as after /brief, or as a question; else what kind of talk it is."""
    text = MENTION.sub(" ", text).strip()
    if said := talk_in(text):
        return said
    text = COMMAND.sub("", text)
    is_question = bool(WHO_SAID.match(text) or WHO_IS.match(text))  # and not `who NAME`
    command = parse_brief(text)
    if isinstance(command, (BriefLinks, LookUp, Follow)) and not is_question:
        return command
    look = question(text)
    if look is None:
        return Talk("other")
    is_bare = look.kind == "search" and not (text.endswith("?") or WHO_SAID.search(text))
    return Words(look) if is_bare else LookUp(look)


def question(text: str) -> Look | None:
    """A question about a quotation, about who said what, about a number, or about some words."""
    if marked := MARKED.search(text):
        return Look("check", marked[1])
    if said := SAID.search(text):
        name, topic = bare(said["name"]), content(said["topic"] or "")
        return Look("who", f"{name} about {topic}" if topic else name) if name else None
    if who := WHO_SAID.search(text):
        return search(who["words"])
    if who := WHO_IS.search(text):
        return Look("who", bare(who["name"]))
    if many := HOW_MANY.search(text):
        words = content(many["words"])
        return Look("figures", words) if words else None
    return search(text) if 0 < len(text.split()) <= ASKED_MOST else None


def search(words: str) -> Look | None:
    """The words that mean something; None when none does."""
    kept = content(words)
    return Look("search", kept) if kept else None


def bare(name: str) -> str:
    """A name without its article and without the question's end."""
    return re.sub(r"^(?:the|a|an)\s+", "", END.sub("", name.strip()), flags=re.IGNORECASE)


def content(words: str) -> str:
    """`words` without those that every question has."""
    kept = (END.sub("", word) for word in words.split())
    return " ".join(word for word in kept if word and (word in NAMES_TOO or word.casefold() not in EMPTY))
