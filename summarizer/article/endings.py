"""What stands below a story's last paragraph: offers to its readers, portraits of its author, headings of nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from summarizer.article.paragraphs import Draft, Paragraph, without_boilerplate
from summarizer.article.phrases import AUTHOR_NOTE, CLOSING, CLOSING_QUESTION, PORTRAIT, WALL
from summarizer.text.marks import has_double_marks
from summarizer.text.words import words

LONGEST_LINE = 60  # words of an offer or a note; a longer paragraph is the story's own
MOST_LAST_HEADINGS = 2
LAST_PARAGRAPHS = 3  # of a story, among which the note on its author stands
# Behind an author's name in such a note: present tense, or a second name for the same person.
WHO_IT_IS = r"(?:,\s+(?:an?|the|who)\b|\s+(?:is|has|covers|writes|reports|holds|works|lives|teaches|leads|serves|studies|edits|hosts|runs)\b)"
LONGEST_WALL = 120  # words of an offer to subscribe; more behind such a line is the story
MOST_OFFERS = 4  # lines
OF_THE_HOUSE = re.compile(r"\b(?:we|us|our|ours|my)\b", re.IGNORECASE)
FEWEST_BEFORE = 4  # paragraphs of a story above a portrait
SAYS = re.compile(r"\b(?:said|says|told|tells|added)\b")
PRONOUN = re.compile(r"\b(?:He|She|They|His|Her|Their)\b")
FIRST_WORDS = 4  # of a paragraph, among which it names whom it is about: "When she is not writing, …"


def without_author_notes(draft: Draft) -> Draft:
    """`draft` without what its last paragraphs say about an author whom the story does not name."""
    kept = list(draft.paragraphs)
    for paragraph in draft.paragraphs[: -LAST_PARAGRAPHS - 1 : -1]:
        others = [one for one in kept if one is not paragraph]
        if is_author_note(paragraph, others):
            kept = others
    return without_boilerplate(draft, without_portrait(kept))


def without_portrait(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs without those of the last ones that say who somebody is today whom nothing before them names."""
    end = max(0, len(paragraphs) - LAST_PARAGRAPHS)
    before, last = paragraphs[:end], list(paragraphs[end:])
    names = {
        found["name"] for one in last if (found := PORTRAIT.match(one.text)) and not SAYS.search(one.text)
    }
    if len(before) < FEWEST_BEFORE or len(names) != 1 or any(PORTRAIT.match(one.text) for one in before):
        return [*before, *last]
    name = names.pop().rstrip(",.*")
    about = [one for one in last if one.text.lstrip("* ").startswith(name)]
    known = any(name.split()[-1] in one.text for one in before)
    goes_on = any(PRONOUN.search(one.text) for one in about)
    return [*before, *(one for one in last if known or not goes_on or one not in about)]


def without_wall(draft: Draft) -> Draft:
    """`draft` without what stands behind the line that asks to pay or to sign in, when that is a few words: the offer."""
    total = sum(len(words(paragraph.text)) for paragraph in draft.paragraphs)
    before = 0
    for number, paragraph in enumerate(draft.paragraphs):
        if number and WALL.match(paragraph.text) and total - before <= LONGEST_WALL:
            return without_boilerplate(draft, draft.paragraphs[:number])
        before += len(words(paragraph.text))
    return draft


def without_closing_offers(draft: Draft) -> Draft:
    """`draft` without what its last lines offer the reader."""
    kept = list(draft.paragraphs)
    while kept and len(draft.paragraphs) - len(kept) < MOST_OFFERS and is_closing(kept, draft):
        kept.pop()
    return without_boilerplate(draft, kept)


def is_closing(kept: Sequence[Paragraph], draft: Draft) -> bool:
    """Whether the last of what is kept is an offer, or a question that leads to one. One with a quotation reports on it."""
    last = kept[-1]
    if last.post or last.kind == "row" or len(words(last.text)) > LONGEST_LINE or has_double_marks(last.text):
        return False
    asks = CLOSING_QUESTION.match(last.text)
    rest = last.text[asks.end() :].strip() if asks else ""
    leads = asks is not None and (OF_THE_HOUSE.search(rest) if rest else len(kept) < len(draft.paragraphs))
    return bool(leads or CLOSING.match(last.text) or CLOSING.match(rest))


def without_last_headings(draft: Draft) -> Draft:
    """`draft` without a heading or two at its end, which head nothing that was read; more of them are its text."""
    last = list(takewhile(lambda paragraph: paragraph.kind == "subhead", reversed(draft.paragraphs)))
    end = len(draft.paragraphs) - (len(last) if len(last) <= MOST_LAST_HEADINGS else 0)
    return without_boilerplate(draft, draft.paragraphs[:end])


def without_biography(draft: Draft, byline: Sequence[str]) -> Draft:
    """`draft` without what its first or last paragraphs say about those who signed it, from a name of theirs on.

    A story that tells of its author elsewhere keeps it all.
    """
    draft = without_signature(draft, byline)
    paragraphs = draft.paragraphs
    last = range(max(1, len(paragraphs) - LAST_PARAGRAPHS), len(paragraphs))
    for start, end in ((0, 1), *((number, len(paragraphs)) for number in last)):
        name = next((name for name in byline if introduces(paragraphs[start:end], name)), None)
        others = paragraphs[:start] + paragraphs[end:]
        if name and others and not any(name.split()[-1] in paragraph.text for paragraph in others):
            return without_boilerplate(draft, others)
    return draft


def without_signature(draft: Draft, byline: Sequence[str]) -> Draft:
    """`draft` without a last line that is only the name of somebody who signed it."""
    names = {words(name) for name in byline}
    paragraphs = draft.paragraphs
    is_signed = len(paragraphs) > 1 and paragraphs[-1].post is None and words(paragraphs[-1].text) in names
    return without_boilerplate(draft, paragraphs[:-1]) if is_signed else draft


def introduces(paragraphs: Sequence[Paragraph], name: str) -> bool:
    """Whether the first paragraph begins to say who somebody is, and the others go on: by a name or a pronoun of theirs."""
    if not paragraphs or not re.match(
        rf"\W*(?:about )?{re.escape(name)}{WHO_IT_IS}", paragraphs[0].text, re.IGNORECASE
    ):
        return False
    own = {*words(name), *"he she they his her their".split()}
    first = (words(paragraph.text)[:FIRST_WORDS] for paragraph in paragraphs)
    return all(any(word.partition("'")[0] in own for word in opening) for opening in first)


def is_author_note(paragraph: Paragraph, others: Sequence[Paragraph]) -> bool:
    """Whether a paragraph says what somebody does for the outlet who stands nowhere else."""
    found = AUTHOR_NOTE.match(paragraph.text) if paragraph.kind == "prose" else None
    if found is None or len(words(paragraph.text)) > LONGEST_LINE:
        return False
    surname = found["name"].split()[-1]
    return bool(others) and not any(surname in one.text for one in others)
