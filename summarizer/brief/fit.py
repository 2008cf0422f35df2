"""Whether a statement is fit to be shown: somebody is credited, and it tells something that is understood alone."""

from __future__ import annotations

import re

from summarizer.brief.leaning import leaning_of
from summarizer.brief.weights import Setting, source_key
from summarizer.brief.words import is_in_other_order, run_of
from summarizer.differ.opposed import is_denial
from summarizer.merge import is_told_twice
from summarizer.model import Bullet

# A line of fewer words tells nothing: "Finished"; one that asks or leans needs more: "May I go on?", "That was it".
FEWEST_WORDS, FEWEST_WORDS_LEANING = 3, 7
DENIES = re.compile(r"\b(?:not|no|never)\b", re.IGNORECASE)
# What somebody who is accused or asked answers: a brief that has room for the charge has room for it.
ANSWERS = re.compile(
    r"""\b(?:not\ guilty | innocence | (?:am|is|are|was|were)\ innocent | no\ comment
    | (?:declin|refus)\w*\ to\ (?:comment|answer|discuss)
    | (?:not|n[’']t)\ (?:immediately\ )?(?:respond|reply|return|answer)\ (?:to|an?|the|calls?|messages?|requests?|e-?mails?)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
# Of a writer's own long sentence somebody's few words are no line: "focused on “inner peace,” as one keeper told me, and …".
FEWEST_OF_A_SENTENCE, LONG_SENTENCE = 4, 20
# Lines that say only that something was said: "explained why it was chosen", "announces who has won".
ANNOUNCES = re.compile(
    r"(?:explain|announc|reveal|disclos|detail|outlin|discuss|told|tell)\w*$", re.IGNORECASE
)
TOPICAL = re.compile(r"\b(?:ask|talk|spe(?:ak|ok)|chat)\w*(?: \w+)? (?:about|of)$", re.IGNORECASE)
LONGEST_TOPIC = 6  # words
UNTOLD = re.compile(r"(?:who|whom|why|what|which|when|where)\b", re.IGNORECASE)
# Who only asks is no source.
ASKS = re.compile(r"\b(?:reporters?|journalists?|interviewer|presenter|moderator)$", re.IGNORECASE)
ASKING_ROLE = re.compile(
    r"\b(?:reporter|journalist|interviewer|presenter|moderator|host|anchor|correspondent)\b", re.IGNORECASE
)
ASKING = re.compile(r"\b(?:ask|wonder|inquir|enquir)(?:s|ed|es|ing)?\b", re.IGNORECASE)
ASKED = re.compile(r"(?:if|whether|who|whom|whose|why|what|which|when|where|how)\b", re.IGNORECASE)

# Of those asked a share answered; a poll says it.
SHARE = re.compile(r"(?:\w+ )?\d[\d.,]*\s?(?:%|percent|per cent)\b")


def is_fit(bullet: Bullet) -> bool:
    """Whether the line may be shown: somebody is credited, and it tells something that is understood alone."""
    if bullet.source is None and (bullet.cue or bullet.kind != "indirect") and not bullet.via:
        return False
    if bullet.source and (ASKS.search(bullet.source.name) or SHARE.match(bullet.source.name)):
        return False
    size = min(len(bullet.line.split()), len(bullet.text.split()))
    if is_answer(bullet):
        return len(bullet.line.split()) > 1  # "declined to comment", "Not guilty"
    if DENIES.search(bullet.text) and not is_question(bullet):
        return size > 1
    if is_mostly_the_writers(bullet) or tells_nothing(bullet) or is_question(bullet):
        return False
    asks = bullet.line.rstrip("”\"’'").endswith("?")
    leans = asks or any(one.is_first for one in leaning_of(bullet))
    return size >= (FEWEST_WORDS_LEANING if leans else FEWEST_WORDS)


def is_mostly_the_writers(bullet: Bullet) -> bool:
    """Whether somebody's few words stand in a long sentence of whoever wrote the article."""
    is_short = len(bullet.text.split()) < FEWEST_OF_A_SENTENCE
    return bool(bullet.cue) and is_short and len(bullet.line.split()) > LONG_SENTENCE


def is_question(bullet: Bullet) -> bool:
    """Whether the line only asks somebody: an interviewer's question, what somebody wanted to know, a writer's own "How …?"."""
    asks = bullet.line.rstrip("”\"’'").endswith("?")
    is_interviewer = bullet.source is None or ASKING_ROLE.search(bullet.source.role or "") is not None
    is_asking = ASKING.search(bullet.cue or "") is not None and (asks or ASKED.match(bullet.text) is not None)
    return is_asking or (asks and is_interviewer)


def tells_nothing(bullet: Bullet) -> bool:
    """Whether the line says that somebody explained, announced or spoke of something, and not what."""
    if TOPICAL.search(bullet.cue or "") and len(bullet.text.split()) <= LONGEST_TOPIC:
        return True
    if bullet.kind != "indirect" or not ANNOUNCES.search(bullet.cue or "") or bullet.line.endswith("?"):
        return False
    return UNTOLD.match(bullet.text) is not None


def is_answer(bullet: Bullet) -> bool:
    """Whether somebody denies what is held against them, or says that they will not speak of it."""
    said = f"{bullet.cue or ''} {bullet.text}" if bullet.text in bullet.line else bullet.line
    return bullet.source is not None and (is_denial(bullet) or bool(ANSWERS.search(said)))


def is_by_the_writer(bullet: Bullet, setting: Setting) -> bool:
    """Whether it is a turn of who wrote the article: a transcript's reporter is no source."""
    return bullet.cue == ":" and source_key(bullet) in setting.writers


def is_told(bullet: Bullet, setting: Setting) -> bool:
    """Whether a reader of headline and lead has read the line."""
    if any(run_of(said) in setting.told for said in (bullet.text, bullet.line)):
        return True
    if bullet.kind == "indirect" and is_in_other_order(bullet.text, setting.told):
        return True
    is_report = bullet.source is None and bullet.cue is None
    return is_report and any(is_told_twice(bullet.text, line, "related") for line in setting.lead_lines)
