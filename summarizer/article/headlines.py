"""Whether a line above a story is its headline, though a full stop ends it: told by its words, and by those below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.article.datelines import find_dateline
from summarizer.article.opinions import stems
from summarizer.text.dates import MONTH, WEEKDAY_NAMES
from summarizer.text.lexicon import alternatives
from summarizer.text.sentence_bounds import find_sentences
from summarizer.text.stop_words import STOP_WORDS
from summarizer.text.words import words

# Of 821 headlines of news texts that end in a stop, nine in ten are told by these rules; of the first sentences of 150 articles
# without a headline above them, one in a hundred is taken for one.
MOST_WORDS, MOST_WORDS_OF_TELEGRAM, MOST_WORDS_WITH_ARTICLE = 24, 16, 14
FEWEST_WORDS, FEWEST_LINES = 3, 4
LONG_WORD, FEWEST_LONG_WORDS, MOSTLY_CAPITALS = 4, 3, 0.8
SAID_AGAIN, LINES_BELOW = 0.5, 3  # share of a headline's stems that the lines below it say again
LONGER = 1.3  # the line below tells more
WORD = re.compile(r"[^\W_][\w'’.-]*")
ARTICLE = re.compile(r"(?:an?|the)", re.IGNORECASE)
# What news is told with and no headline: the day, and what has happened.
TELLS_WHEN = re.compile(
    rf"\b(?:{alternatives(WEEKDAY_NAMES)}|{MONTH} \d|today|yesterday|tonight|ago)\b|\b(?:last|this) (?:week|month|year|night|morning)\b"
)
TELLS = re.compile(r"\b(?:was|were|had|said|told|did|announced)\b")
# What leads to the next line, a mark of a typing convention, somebody's words, an entry of a list, a sentence about one before.
NO_LINE = re.compile(r".*[:<>]$|[<“\"(\[a-z]|\d+[.)]|(?:But|And|He|She|They|It|We|I|You)\b")


def stands_above(lines: Sequence[str]) -> bool:
    """Whether the first of some lines is a headline above the others."""
    if len(lines) < FEWEST_LINES:
        return False
    line = lines[0]
    if not FEWEST_WORDS <= len(words(line)) <= MOST_WORDS or NO_LINE.match(line) or find_dateline(line):
        return False
    return is_in_title_case(line) or is_telegram(line, lines[1 : LINES_BELOW + 1])


def stands_below_headline(lines: Sequence[str]) -> bool:
    """Whether the first of some lines is a second headline; with an article it may as well be a short first sentence."""
    return stands_above(lines) and not articles_in(lines[0])


def articles_in(line: str) -> int:
    """How often a line has "a", "an" or "the"."""
    return sum(map(bool, map(ARTICLE.fullmatch, WORD.findall(line))))


def is_in_title_case(line: str) -> bool:
    """Whether nearly all of its long words have capitals, and are too many for one name."""
    found = [word for word in WORD.findall(line)[1:] if len(word) >= LONG_WORD]
    capitals = sum(not word[0].islower() for word in found)
    return len(found) >= FEWEST_LONG_WORDS and capitals >= MOSTLY_CAPITALS * len(found)


def is_telegram(line: str, following: Sequence[str]) -> bool:
    """Whether it tells no day, longer lines follow, and it has no article, or one and is short and told again below."""
    size, articles = len(words(line)), articles_in(line)
    is_topped = any(len(words(one)) >= LONGER * size for one in following)
    if len(find_sentences(line)) > 1 or TELLS_WHEN.search(line) or TELLS.search(line) or not is_topped:
        return False
    if not articles:
        return size <= MOST_WORDS_OF_TELEGRAM
    return articles == 1 and size <= MOST_WORDS_WITH_ARTICLE and share_told(line, following) >= SAID_AGAIN


def share_told(line: str, following: Sequence[str]) -> float:
    """The share of the line's long words that the lines below have, too."""
    own = stems(" ".join(word for word in words(line) if word not in STOP_WORDS))
    return len(own & stems(" ".join(following))) / max(1, len(own))
