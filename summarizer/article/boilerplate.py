"""Lines that stand among an article's paragraphs and are not the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from summarizer.article.machinery import ABOUT_THE_TEXT, TO_THE_READER, TOOL_LINE
from summarizer.article.names import AGENCY_OF
from summarizer.article.notes import note_kind
from summarizer.article.paragraphs import Draft, Paragraph, tidy, without_boilerplate
from summarizer.article.phrases import (
    ANY_AGENCY,
    AUTHOR_NOTE,
    CONTACT,
    CREDIT,
    DATELINE_AGENCY,
    INVITATION,
    LABEL,
    LIST_HEAD,
    MORE_ON,
    OFFER,
    PICTURE,
    POINTER,
    READERS_HEAD,
    RIGHTS,
    SHORT_CODE,
    TRAILING_AGENCY,
)
from summarizer.text.marks import has_double_marks
from summarizer.text.sentence_bounds import ends_a_sentence, find_sentences
from summarizer.text.words import words

# A longer paragraph is the article's own, whatever it begins with.
LONGEST_LINE = 60  # words
LABELS = (POINTER, LABEL, PICTURE, MORE_ON, TOOL_LINE)
LINES = (INVITATION, TO_THE_READER, ABOUT_THE_TEXT)
CREDITS = (CREDIT, SHORT_CODE)
LONGEST_CREDIT = 120  # an agency names everybody who had a part
LONGEST_LABEL = 30
# From here on a short paragraph is a link with a label, not prose with a link in it.
LINKED = 0.8
LONGEST_HEADLINE = 25  # words

# Lines before the first sentence; with more of them the text is no prose, and they are the text.
MOST_OPENING_LINES = 8
OPENING_WORDS = 18
OPENING_LETTERS = 140
FIRST_SENTENCE_WORDS = 8

MOST_LAST_HEADINGS = 2
LAST_PARAGRAPHS = 3  # of a story, among which the note on its author stands
# Behind an author's name in such a note: present tense, or a second name for the same person.
WHO_IT_IS = r"(?:,\s+(?:an?|the|who)\b|\s+(?:is|has|covers|writes|reports|holds|works|lives|teaches|leads|serves|studies|edits|hosts|runs)\b)"
FIRST_WORDS = 4  # of a paragraph, among which it names whom it is about: "When she is not writing, …"
CREDIT_LETTERS = 500  # at each end of a paragraph, where an agency is looked for
MOST_SENTENCES = 2  # in a headline: "Rates rise. What now?"


def without_headline_lists(draft: Draft) -> Draft:
    """`draft` without the lists of other stories' headlines: a head line, then lines that are no sentences."""
    return without_boilerplate(draft, outside_lists(draft.paragraphs))


def outside_lists(paragraphs: tuple[Paragraph, ...]) -> Iterator[Paragraph]:
    """The paragraphs that stand in no list of headlines."""
    listing = False
    for number, paragraph in enumerate(paragraphs):
        if (
            paragraph.kind not in {"post", "row"}
            and LIST_HEAD.match(paragraph.text)
            and leads_a_list(paragraphs, number)
        ):
            listing = True
        elif not (listing and is_headline(paragraph)):
            listing = False
            yield paragraph


def leads_a_list(paragraphs: tuple[Paragraph, ...], number: int) -> bool:
    """Whether headlines, or nothing at all, follow the line."""
    return number + 1 == len(paragraphs) or is_headline(paragraphs[number + 1])


def is_headline(paragraph: Paragraph) -> bool:
    """One line that does not end as a statement does."""
    if paragraph.post is not None or len(words(paragraph.text)) > LONGEST_HEADLINE:
        return False
    if paragraph.link_share >= LINKED:
        return True
    text = paragraph.text.rstrip("\"'”’)")
    return not text.endswith((".", ":", ";")) and len(find_sentences(paragraph.text)) <= MOST_SENTENCES


def without_opening_lines(draft: Draft) -> Draft:
    """`draft` without what stands before the first sentence: kicker, deck, byline, date, reading time."""
    paragraphs = draft.paragraphs
    first = next((number for number, paragraph in enumerate(paragraphs) if not is_opening_line(paragraph)), 0)
    if first > MOST_OPENING_LINES or (first and not begins_a_story(paragraphs[first])):
        return draft
    return without_boilerplate(draft, paragraphs[first:])


def begins_a_story(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a full sentence or more."""
    return ends_a_sentence(paragraph.text) and len(words(paragraph.text)) >= FIRST_SENTENCE_WORDS


def is_opening_line(paragraph: Paragraph) -> bool:
    """Whether a paragraph is too short and open-ended for a story to begin with."""
    if paragraph.kind == "post" or ends_a_sentence(paragraph.text) or paragraph.text.count(":") > 1:
        return False  # with more colons it is a list of facts in one line
    return len(words(paragraph.text)) <= OPENING_WORDS and len(paragraph.text) <= OPENING_LETTERS


def without_boilerplate_lines(draft: Draft) -> Draft:
    """`draft` without pointers, invitations, labels, notes of rights, credits."""
    return without_boilerplate(
        draft, (paragraph for paragraph in draft.paragraphs if not is_boilerplate(paragraph))
    )


def is_boilerplate(paragraph: Paragraph) -> bool:
    """Whether a paragraph is no part of the article."""
    if paragraph.kind in {"post", "row"} or note_kind(paragraph):
        return False
    text, length = paragraph.text, len(words(paragraph.text))
    return length == 0 or is_line_of_kind(text, length) or is_bare_link(paragraph, length)


def is_line_of_kind(text: str, length: int) -> bool:
    """Whether a line points elsewhere, speaks to the reader, or says whose the text is; each kind up to its own length."""
    if length <= LONGEST_LABEL and any(pattern.search(text) for pattern in LABELS):
        return True
    if length <= LONGEST_LINE and (
        any(pattern.search(text) for pattern in LINES) or is_rights(text) or is_offer(text)
    ):
        return True
    return length <= LONGEST_CREDIT and any(pattern.search(text) for pattern in CREDITS)


def is_rights(text: str) -> bool:
    """Whether a line claims rights; one with a quotation in it reports on such a claim."""
    return RIGHTS.search(text) is not None and not has_double_marks(text)


def is_offer(text: str) -> bool:
    """Whether a line offers the reader a newsletter or tells how to reach the newsroom; one with a quotation reports on that."""
    return CONTACT.match(text) is not None or (OFFER.search(text) is not None and not has_double_marks(text))


def without_readers(draft: Draft) -> Draft:
    """`draft` without what readers wrote or the desk says of its author, from its heading on; a link above the story heads nothing."""
    total = sum(len(words(paragraph.text)) for paragraph in draft.paragraphs)
    before = 0
    for number, paragraph in enumerate(draft.paragraphs):
        if READERS_HEAD.match(paragraph.text) and paragraph.post is None and 2 * before >= total:
            return without_boilerplate(draft, draft.paragraphs[:number])
        before += len(words(paragraph.text))
    return draft


def without_author_notes(draft: Draft) -> Draft:
    """`draft` without what its last paragraphs say about an author whom the story does not name."""
    kept = list(draft.paragraphs)
    for paragraph in draft.paragraphs[: -LAST_PARAGRAPHS - 1 : -1]:
        others = [one for one in kept if one is not paragraph]
        if is_author_note(paragraph, others):
            kept = others
    return without_boilerplate(draft, kept)


def without_last_headings(draft: Draft) -> Draft:
    """`draft` without a heading or two at its end, which head nothing that was read; more of them are its text."""
    last = list(takewhile(lambda paragraph: paragraph.kind == "subhead", reversed(draft.paragraphs)))
    end = len(draft.paragraphs) - (len(last) if len(last) <= MOST_LAST_HEADINGS else 0)
    return without_boilerplate(draft, draft.paragraphs[:end])


def without_biography(draft: Draft, byline: Sequence[str]) -> Draft:
    """`draft` without what its first or last paragraphs say about those who signed it, from a name of theirs on.

    A story that tells of its author elsewhere keeps it all.
    """
    paragraphs = draft.paragraphs
    last = range(max(1, len(paragraphs) - LAST_PARAGRAPHS), len(paragraphs))
    for start, end in ((0, 1), *((number, len(paragraphs)) for number in last)):
        name = next((name for name in byline if introduces(paragraphs[start:end], name)), None)
        others = paragraphs[:start] + paragraphs[end:]
        if name and others and not any(name.split()[-1] in paragraph.text for paragraph in others):
            return without_boilerplate(draft, others)
    return draft


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


def is_bare_link(paragraph: Paragraph, length: int) -> bool:
    """A line that is a link and no sentence."""
    return (
        paragraph.link_share >= LINKED and length <= LONGEST_HEADLINE and not ends_a_sentence(paragraph.text)
    )


def credited_agency(paragraphs: tuple[Paragraph, ...]) -> str | None:
    """The wire agency that a credit line or a dateline names."""
    for paragraph in (*paragraphs[:3], *paragraphs[-4:]):
        text = paragraph.text
        ends = (
            text if len(text) <= 2 * CREDIT_LETTERS else f"{text[:CREDIT_LETTERS]} {text[-CREDIT_LETTERS:]}"
        )
        found = DATELINE_AGENCY.match(ends) or TRAILING_AGENCY.search(ends)
        if found is None and (CREDIT.match(ends) or is_rights(ends)):
            found = ANY_AGENCY.search(ends)
        if found:
            return AGENCY_OF[tidy(found.group("agency")).lower()]
    return None
