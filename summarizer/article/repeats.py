"""What a page says twice is kept once: bodies printed twice, teasers, pull quotes."""

from __future__ import annotations

import re
from dataclasses import replace

from summarizer.article.paragraphs import Draft, Paragraph, sentences, words

# A sentence of fewer words may well stand in an article twice ("He declined to comment.").
FEWEST_WORDS = 6
# A pull quote is at most this long; a longer paragraph that another contains is a repeat of another kind.
PULL_QUOTE_WORDS = 60
PULL_QUOTE_FEWEST = 4
OPENING = 4  # words by which the place of a pull quote in the text is looked up
MOST_PLACES = 20  # places looked at for each: keeps hostile text linear
CREDITED = re.compile(r"^[\"“‘'«](?P<words>.+)[\"”’'»]\s*[—–-]?\s*(?P<credit>[^\"“”]{0,80})$")
CREDIT_WORDS = 10
CUT_SHORT = re.compile(r"\s*(?:\[?(?:…|\.\.\.)\]?)\s*(?:read more|continue reading)?\s*$", re.IGNORECASE)


def without_repeats(draft: Draft) -> Draft:
    """`draft` with every paragraph and sentence said once; what went is counted in sentences."""
    said: set[tuple[str, ...]] = set()
    kept: list[Paragraph] = []
    gone = 0
    for paragraph in draft.paragraphs:
        remaining, dropped = unsaid(paragraph, said)
        gone += dropped
        if remaining is not None:
            kept.append(remaining)
    pulled = pull_quotes(kept)
    gone += sum(len(sentences(kept[number].text)) for number in pulled)
    paragraphs = tuple(paragraph for number, paragraph in enumerate(kept) if number not in pulled)
    total = draft.dropped.duplicate_sentences + gone
    return Draft(paragraphs, replace(draft.dropped, duplicate_sentences=total))


def unsaid(paragraph: Paragraph, said: set[tuple[str, ...]]) -> tuple[Paragraph | None, int]:
    """What of a paragraph is new, and how many sentences are not; notes them as said."""
    if paragraph.kind == "row":
        return paragraph, 0
    whole = words(paragraph.text)
    parts = sentences(paragraph.text)
    if whole in said and (len(whole) >= FEWEST_WORDS or paragraph.kind == "subhead" or paragraph.post is not None):
        return None, len(parts)
    said.add(whole)
    if paragraph.post is not None:
        return paragraph, 0
    fresh = [part for part in parts if is_new(part, whole, said)]
    if len(fresh) == len(parts):
        return paragraph, 0
    # Joining by one blank is how the sentences stood: paragraphs are tidied before.
    return (replace(paragraph, text=" ".join(fresh)) if fresh else None), len(parts) - len(fresh)


def is_new(sentence: str, whole: tuple[str, ...], said: set[tuple[str, ...]]) -> bool:
    """Whether a sentence has not been said; notes it."""
    own = words(sentence)
    if len(own) < FEWEST_WORDS or own == whole:
        return True
    if own in said:
        return False
    said.add(own)
    return True


def pull_quotes(paragraphs: list[Paragraph]) -> frozenset[int]:
    """Numbers of the short paragraphs whose words all stand, in order, in another paragraph."""
    wanted = {number: key for number, paragraph in enumerate(paragraphs) if (key := pulled_words(paragraph))}
    openings = {key[:OPENING] for key in wanted.values()}
    texts = [words(paragraph.text) for paragraph in paragraphs]
    places = find_places(texts, openings)
    return frozenset(number for number, key in wanted.items() if stands_elsewhere(number, key, texts, places))


def pulled_words(paragraph: Paragraph) -> tuple[str, ...] | None:
    """The words of a paragraph that could be a pull quote or teaser; a credit after the quotation is left out."""
    if paragraph.kind != "prose":
        return None
    credited = CREDITED.match(paragraph.text)
    if credited and len(words(credited["credit"])) <= CREDIT_WORDS:
        key = words(credited["words"])
    else:
        key = words(CUT_SHORT.sub("", paragraph.text))
    return key if PULL_QUOTE_FEWEST <= len(key) <= PULL_QUOTE_WORDS else None


def find_places(
    texts: list[tuple[str, ...]], openings: set[tuple[str, ...]]
) -> dict[tuple[str, ...], list[tuple[int, int]]]:
    """Where the wanted openings stand: number of the paragraph and of the word."""
    places: dict[tuple[str, ...], list[tuple[int, int]]] = {opening: [] for opening in openings}
    for number, text in enumerate(texts):
        for at in range(len(text) - OPENING + 1):
            known = places.get(text[at : at + OPENING])
            if known is not None and len(known) < MOST_PLACES:
                known.append((number, at))
    return places


def stands_elsewhere(
    number: int,
    key: tuple[str, ...],
    texts: list[tuple[str, ...]],
    places: dict[tuple[str, ...], list[tuple[int, int]]],
) -> bool:
    """Whether `key` stands in a longer paragraph than the one it comes from."""
    return any(
        other != number and len(texts[other]) > len(texts[number]) and texts[other][at : at + len(key)] == key
        for other, at in places[key[:OPENING]]
    )
