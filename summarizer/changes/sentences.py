"""Sentences that a brief told and that read otherwise now."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from summarizer.changes.model import Change, ChangeKind
from summarizer.changes.quoted import quoted_ranges
from summarizer.changes.words import (
    Edit,
    Word,
    edits,
    is_slight,
    is_slip,
    keys,
    likeness,
    numbers_in,
    window,
    words_of,
)
from summarizer.merge.names import name_key
from summarizer.model import Brief, Bullet, Evidence, Span
from summarizer.text.dates import WEEKDAY_NAMES
from summarizer.text.negations import NEGATIONS
from summarizer.text.sentence_bounds import find_sentences

# Two sentences are versions of one when this much of their words is the same, numbers apart. On the pairs of the tests
# versions of one sentence have .62 and more, different sentences of one page up to .47.
ONE_SENTENCE = 0.55
SAME_CONTENT = 0.8  # of a statement's words: who is credited with it may be compared
DAYS = frozenset(map(str.lower, WEEKDAY_NAMES))


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a page with its words."""

    span: Span
    words: tuple[Word, ...]


class Page:
    """One reading of the page."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self.text = brief.article.text
        spans = find_sentences(self.text)
        self.sentences = tuple(Sentence(span, words_of(self.text, span.start, span.end)) for span in spans)
        self.known = {keys(sentence.words) for sentence in self.sentences}
        self.quoted = quoted_ranges(self.text)

    def quotation_at(self, start: int, end: int) -> tuple[int, int] | None:
        """The quotation that these characters stand in."""
        return next((found for found in self.quoted if found[0] < end and start < found[1]), None)

    def bullets_in(self, span: Span) -> Iterator[Bullet]:
        """The bullets proved by this stretch of the page."""
        for bullet in self.brief.statements:
            if any(
                proof.url == self.brief.article.url and proof.span.overlaps(span) for proof in bullet.evidence
            ):
                yield bullet


class Pages:
    """Both readings, and which sentences of the first the brief told."""

    def __init__(self, before: Brief, after: Brief) -> None:
        self.before, self.after = Page(before), Page(after)
        self.fresh = [one for one in self.after.sentences if keys(one.words) not in self.before.known]

    def told(self) -> Iterator[Sentence]:
        """The sentences behind the brief's lines that no longer stand on the page word for word."""
        spans = list(told_spans(self.before.brief))
        for sentence in self.before.sentences:
            is_told = any(span.overlaps(sentence.span) for span in spans)
            if is_told and keys(sentence.words) not in self.after.known:
                yield sentence

    def version_of(self, sentence: Sentence) -> Sentence | None:
        """The sentence that stands in its place now."""
        best = max(self.fresh, key=lambda one: likeness(sentence.words, one.words), default=None)
        return best if best and likeness(sentence.words, best.words) >= ONE_SENTENCE else None


def told_spans(brief: Brief) -> Iterator[Span]:
    proofs = [line.evidence for line in brief.statements] + [line.evidence for line in brief.figures]
    for proof in chain(*proofs, *(line.evidence for line in brief.lead)):
        if proof.url == brief.article.url:
            yield proof.span


def changed_sentences(pages: Pages) -> Iterator[Change]:
    """Figures first, then quotations, sources and statements."""
    pairs = [(one, pages.version_of(one)) for one in pages.told()]
    compared = [Compared(pages, one, two) for one, two in pairs if two]
    for kind in (Compared.figures, Compared.quotations, Compared.sources, Compared.statements):
        for pair in compared:
            yield from kind(pair)


class Compared:
    """A sentence and its later version."""

    def __init__(self, pages: Pages, one: Sentence, two: Sentence) -> None:
        self.pages, self.one, self.two = pages, one, two
        self.edits = [
            edit
            for edit in edits(one.words, two.words)
            if not is_slight(keys(one.words)[slice(*edit.ones)], keys(two.words)[slice(*edit.twos)])
        ]

    def figures(self) -> Iterator[Change]:
        """Values in whose place other values stand."""
        gone, come = self.unmatched()
        for edit in self.edits:
            old, new = self.piece(edit, around=1)  # "12" of "12 percent", "2.3" of "2.3 million"
            if numbers_in(old) & gone and numbers_in(new) & come and not self.is_quoted(edit):
                yield self.change("figure", edit, self.giver())

    def unmatched(self) -> tuple[frozenset[str], frozenset[str]]:
        """The values that no sentence in its place gives any more, and those that none gave before."""
        fresh = frozenset[str]().union(*(numbers_in(self.new_text(one)) for one in self.pages.fresh))
        old, new = numbers_in(self.old_text()), numbers_in(self.new_text(self.two))
        lone = {"1"}  # "one" counts as a number only where it stands alone in an edit
        return (old | lone) - fresh - new, (new | lone) - old

    def quotations(self) -> Iterator[Change]:
        """Words in quotation marks that are others now. A quotation that was shortened or goes on longer is the same."""
        for edit in self.edits:
            if self.is_quoted(edit):
                yield self.change("quotation", edit, self.giver())

    def is_quoted(self, edit: Edit) -> bool:
        """Whether the edit is in the midst of a quotation, then and now."""
        before = enclosing(self.pages.before, self.one.words, edit.ones)
        after = enclosing(self.pages.after, self.two.words, edit.twos)
        return before and after

    def touches_quotation(self, edit: Edit) -> bool:
        """Whether words of the edit stand in quotation marks, then or now."""
        sides = ((self.pages.before, self.one, edit.ones), (self.pages.after, self.two, edit.twos))
        return any(
            page.quotation_at(word.start, word.end)
            for page, sentence, places in sides
            for word in sentence.words[slice(*places)]
        )

    def sources(self) -> Iterator[Change]:
        """What somebody else is credited with now, where the page's words say so."""
        for old in self.pages.before.bullets_in(self.one.span):
            for new in self.pages.after.bullets_in(self.two.span):
                if old.source and new.source and is_other_source(old, new, self.new_text(self.two)):
                    yield Change("source", old.source.name, new.source.name, new.text, self.evidence())

    def statements(self) -> Iterator[Change]:
        """A statement that was turned round, or given another day."""
        for edit in self.edits:
            old, new = (frozenset(words_in(part)) for part in self.piece(edit))
            is_turned = bool(old & NEGATIONS) != bool(new & NEGATIONS)
            is_moved = bool(old & DAYS) and bool(new & DAYS) and old & DAYS != new & DAYS
            if (is_turned or is_moved) and not self.touches_quotation(edit):
                yield self.change("statement", edit, self.giver())

    def piece(self, edit: Edit, around: int = 0) -> tuple[str, str]:
        """The words taken out and the words put in, with so many words around."""
        return (
            stretch(self.pages.before.text, self.one.words, edit.ones, around),
            stretch(self.pages.after.text, self.two.words, edit.twos, around),
        )

    def change(self, kind: ChangeKind, edit: Edit, about: str | None) -> Change:
        old = window(self.pages.before.text, self.one.words, *edit.ones)
        new = window(self.pages.after.text, self.two.words, *edit.twos)
        return Change(kind, old, new, about, self.evidence())

    def giver(self) -> str | None:
        """Who is credited with the sentence, then as now."""
        names = [bullet.source.name for bullet in self.pages.after.bullets_in(self.two.span) if bullet.source]
        return names[0] if names else None

    def evidence(self) -> Evidence:
        return Evidence(self.pages.after.brief.article.url, self.two.span)

    def old_text(self) -> str:
        return self.one.span.of(self.pages.before.text)

    def new_text(self, sentence: Sentence) -> str:
        return sentence.span.of(self.pages.after.text)


def stretch(text: str, words: tuple[Word, ...], places: tuple[int, int], around: int) -> str:
    first, last = max(0, places[0] - around), min(len(words), places[1] + around)
    return text[words[first].start : words[last - 1].end] if first < last else ""


def words_in(text: str) -> Iterable[str]:
    return keys(words_of(text))


def enclosing(page: Page, words: tuple[Word, ...], places: tuple[int, int]) -> bool:
    """Whether the words at `places`, or the gap there, lie inside one quotation with a word of it on either side."""
    first, last = places
    if first == last and (first == 0 or last == len(words)):
        return False
    left, right = (words[first - 1], words[last]) if first == last else (words[first], words[last - 1])
    one = page.quotation_at(left.start, left.end)
    return one is not None and one == page.quotation_at(right.start, right.end)


def is_other_source(old: Bullet, new: Bullet, sentence: str) -> bool:
    """Whether the new sentence itself credits the same content to another name."""
    if old.source is None or new.source is None:
        return False
    stands = set(words_in(sentence))
    is_named = all(word in stands for word in words_in(new.source.name))
    was_named = all(word in stands for word in words_in(old.source.name))
    is_same_content = likeness(words_of(old.text), words_of(new.text)) >= SAME_CONTENT
    return is_same_content and is_named and not was_named and is_other_name(old.source.name, new.source.name)


def is_other_name(one: str, two: str) -> bool:
    """Whether neither is a fuller form of the other, nor the other with a typing error; of a proper name a letter counts."""
    before, after = set(name_key(one)), set(name_key(two))
    if before <= after or after <= before:
        return False
    gone = [word for word in re.findall(r"\w+", one) if word.casefold() not in words_in(two)]
    come = [word for word in re.findall(r"\w+", two) if word.casefold() not in words_in(one)]
    if not all(any(is_slip(old.casefold(), new.casefold()) for new in come) for old in gone):
        return True
    return all(word[0].isupper() for word in (*gone, *come))
