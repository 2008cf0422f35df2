"""What a page says twice is kept once: bodies printed twice, teasers, pull quotes.

Only statements count as said. Labels, questions of an interview and lines of a list may stand several
times in an article for good reason; they go only inside a passage that is printed again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from summarizer.article.paragraphs import Draft, Paragraph
from summarizer.text.sentence_bounds import ends_a_sentence, ends_in_a_stop, find_sentences
from summarizer.text.words import words

Key = tuple[str, ...]

# A sentence of fewer words may well stand in an article twice ("He declined to comment.").
FEWEST_WORDS = 8
# A pull quote is at most this long; a longer paragraph that another contains is a repeat of another kind.
PULL_QUOTE_WORDS = 60
OPENING = 4  # words by which the place of a pull quote in the text is looked up; shorter ones are left
MOST_PLACES = 20  # places looked at for each: keeps hostile text linear
CREDITED = re.compile(r"^[\"“‘'«](?P<words>.+)[\"”’'»]\s*[—–-]?\s*(?P<credit>[^\"“”]{0,80})$")
QUOTED = re.compile(r"^[\"“‘'«]")
CREDIT_WORDS = 10
CUT_SHORT = re.compile(r"\s*(?:\[?(?:…|\.\.\.)\]?)\s*(?:read more|continue reading)?\s*$", re.IGNORECASE)


NOWHERE: frozenset[int] = frozenset()


def without_repeats(draft: Draft) -> Draft:
    """`draft` with every statement said once; what went is counted in sentences."""
    # Bare quotations first: the copy that says whose words they are has to stay, wherever it stands.
    fresh = unsaid_parts(without_pull_quotes(draft.paragraphs, bare=True))
    kept = without_pull_quotes(
        tuple(replace(paragraph, text=" ".join(parts)) for paragraph, parts in fresh if parts)
    )
    gone = count_sentences(draft.paragraphs) - count_sentences(kept)
    total = draft.dropped.duplicate_sentences + gone
    return Draft(kept, replace(draft.dropped, duplicate_sentences=total))


def count_sentences(paragraphs: tuple[Paragraph, ...]) -> int:
    """How many sentences there are."""
    return sum(len(find_sentences(paragraph.text)) for paragraph in paragraphs)


def unsaid_parts(paragraphs: tuple[Paragraph, ...]) -> Iterator[tuple[Paragraph, tuple[str, ...]]]:
    """Each paragraph with those of its sentences that are new; all of it when all is."""
    repeated = printed_again(paragraphs)
    said: set[Key] = set()
    for number, paragraph in enumerate(paragraphs):
        if number in repeated:
            yield paragraph, ()
        elif paragraph.post is not None or paragraph.kind != "prose":
            yield paragraph, (paragraph.text,)
        else:
            parts = tuple(span.of(paragraph.text) for span in find_sentences(paragraph.text))
            fresh = tuple(part for part in parts if is_new(part, said))
            yield paragraph, (paragraph.text,) if len(fresh) == len(parts) else fresh


def is_new(sentence: str, said: set[Key]) -> bool:
    """Whether a sentence has not been stated before; notes it."""
    key = words(sentence)
    if not states(sentence, key):
        return True
    if key in said:
        return False
    said.add(key)
    return True


def printed_again(paragraphs: tuple[Paragraph, ...]) -> frozenset[int]:
    """Numbers of the paragraphs that stand earlier, too: statements anywhere, other lines beside such."""
    earlier = earlier_places(paragraphs)
    again = {number: places for number, places in earlier.items() if is_statement(paragraphs[number])}
    for numbers, neighbour in ((range(len(paragraphs)), -1), (range(len(paragraphs) - 1, -1, -1), 1)):
        for number in numbers:
            if number in again:
                continue
            beside = again.get(number + neighbour, NOWHERE)
            aligned = frozenset(
                place for place in earlier.get(number, NOWHERE) if place + neighbour in beside
            )
            if aligned:
                again[number] = aligned
    return frozenset(again)


def earlier_places(paragraphs: tuple[Paragraph, ...]) -> dict[int, frozenset[int]]:
    """For each paragraph that stands earlier with the same words, where."""
    seen: dict[Key, list[int]] = {}
    earlier: dict[int, frozenset[int]] = {}
    for number, paragraph in enumerate(paragraphs):
        places = seen.setdefault(words(paragraph.text), [])
        if places:
            earlier[number] = frozenset(places)
        if len(places) < MOST_PLACES:
            places.append(number)
    return earlier


def is_statement(paragraph: Paragraph) -> bool:
    """Whether saying a paragraph again adds nothing."""
    return paragraph.post is not None or states(paragraph.text, words(paragraph.text))


def states(text: str, key: Key) -> bool:
    """Whether `text` with the words `key` says something: enough words, numbers aside, and a sentence's end."""
    return ends_in_a_stop(text) and sum(word.isalpha() for word in key) >= FEWEST_WORDS


def without_pull_quotes(paragraphs: tuple[Paragraph, ...], *, bare: bool = False) -> tuple[Paragraph, ...]:
    """The paragraphs without the short ones whose words all stand, in order, in another; if `bare`, without such quotations alone."""
    wanted = {
        number: key
        for number, paragraph in enumerate(paragraphs)
        if (key := pulled_words(paragraph)) and (is_bare(paragraph) or not bare)
    }
    texts = [words(paragraph.text) for paragraph in paragraphs]
    places = find_places(texts, {key[:OPENING] for key in wanted.values()})
    pulled = {number for number, key in wanted.items() if stands_elsewhere(number, key, texts, places)}
    return tuple(paragraph for number, paragraph in enumerate(paragraphs) if number not in pulled)


def is_bare(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a quotation and at most a name behind it."""
    credited = CREDITED.match(paragraph.text)
    return credited is not None and is_credit(credited["credit"])


def pulled_words(paragraph: Paragraph) -> Key | None:
    """The words of a paragraph that could be a pull quote or teaser; a credit after the quotation is left out."""
    if paragraph.kind != "prose" or not (ends_in_a_stop(paragraph.text) or QUOTED.search(paragraph.text)):
        return None
    if is_bare(paragraph) and (credited := CREDITED.match(paragraph.text)):
        key = words(credited["words"])
    else:
        key = words(CUT_SHORT.sub("", paragraph.text))
    return key if OPENING <= len(key) <= PULL_QUOTE_WORDS else None


def is_credit(text: str) -> bool:
    """Whether what stands behind a quotation only names somebody: a sentence tells more."""
    return len(words(text)) <= CREDIT_WORDS and not ends_a_sentence(text)


def find_places(texts: list[Key], openings: set[Key]) -> dict[Key, list[tuple[int, int]]]:
    """Where the wanted openings stand: number of the paragraph and of the word."""
    places: dict[Key, list[tuple[int, int]]] = {opening: [] for opening in openings}
    for number, text in enumerate(texts):
        for at in range(len(text) - OPENING + 1):
            known = places.get(text[at : at + OPENING])
            if known is not None and len(known) < MOST_PLACES:
                known.append((number, at))
    return places


def stands_elsewhere(
    number: int, key: Key, texts: list[Key], places: dict[Key, list[tuple[int, int]]]
) -> bool:
    """Whether `key` stands in a longer paragraph than the one it comes from."""
    return any(
        other != number and len(texts[other]) > len(texts[number]) and texts[other][at : at + len(key)] == key
        for other, at in places[key[:OPENING]]
    )
