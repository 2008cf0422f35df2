"""Lines that stand among an article's paragraphs and are not the article."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.article.machinery import ABOUT_THE_TEXT, TO_THE_READER, TOOL_LINE
from summarizer.article.names import AGENCY_OF
from summarizer.article.notes import note_kind
from summarizer.article.paragraphs import Draft, Paragraph, tidy, without_boilerplate
from summarizer.article.phrases import (
    ANY_AGENCY,
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
from summarizer.article.structure import LINKED
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
LONGEST_HEADLINE = 25  # words
BETWEEN_LINKS = " | "

# Lines before the first sentence; with more of them the text is no prose, and they are the text.
MOST_OPENING_LINES = 8
OPENING_WORDS = 18
OPENING_LETTERS = 140
FIRST_SENTENCE_WORDS = 8

CREDIT_LETTERS = 500  # at each end of a paragraph, where an agency is looked for
LONGEST_SUMMARY = 45  # words
MOST_SENTENCES = 2  # in a headline: "Rates rise. What now?"


def without_headline_lists(draft: Draft) -> Draft:
    """`draft` without the lists of other stories' headlines: a head line, then lines that are no sentences."""
    return without_boilerplate(draft, outside_lists(draft.paragraphs))


def outside_lists(paragraphs: tuple[Paragraph, ...]) -> Iterator[Paragraph]:
    """The paragraphs that stand in no list of headlines."""
    listing = False
    for number, paragraph in enumerate(paragraphs):
        if is_list_head(paragraph) and leads_a_list(paragraphs, number):
            listing = True
        elif not (listing and (is_headline(paragraph) or is_summary(paragraphs, number))):
            listing = False
            yield paragraph


def is_list_head(paragraph: Paragraph) -> bool:
    """Whether a line says that other stories follow; one with a stop is a sentence of the story."""
    is_line = paragraph.kind not in {"post", "row"} and not paragraph.text.endswith(".")
    return is_line and LIST_HEAD.match(paragraph.text) is not None


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


def is_summary(paragraphs: tuple[Paragraph, ...], number: int) -> bool:
    """Whether a line sums up the headline above it, which is set as one, in a list that goes on or ends with it."""
    behind = paragraphs[number + 1 : number + 2]
    is_last_or_not_alone = not behind or is_headline(behind[0])
    is_short = len(words(paragraphs[number].text)) <= LONGEST_SUMMARY
    return is_short and paragraphs[number - 1].kind == "subhead" and is_last_or_not_alone


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


def is_bare_link(paragraph: Paragraph, length: int) -> bool:
    """A line that is a link and no sentence."""
    longest = LONGEST_LINE if paragraph.text.count(BETWEEN_LINKS) > 1 else LONGEST_HEADLINE
    return paragraph.link_share >= LINKED and length <= longest and not ends_a_sentence(paragraph.text)


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
