"""The whole core in one place: a language pipeline and a tagger that turn texts into statements, figures and briefs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from summarizer.attribution import find_statements
from summarizer.attribution.tagged import Tagged
from summarizer.attribution.tagger import WEIGHTS, Tagger
from summarizer.brief import make_brief
from summarizer.figures import find_figures
from summarizer.leaving_out import (
    article_without,
    blanked,
    extract_without,
    sentences_of,
    with_open_pronouns,
)
from summarizer.model import NO_APPRAISAL, Article, Brief, Extract, Span, Unread, newest_first
from summarizer.parse.pipeline import check_length, load_pipeline
from summarizer.parts import LONGEST_PART, joined, parts_of
from summarizer.sparing import Failed, attempt, spare

if TYPE_CHECKING:
    from summarizer.parse.words import Doc, Language

BATCH = 32  # texts a batch: with 16 the parse takes an eighth longer, with 64 no less; more delay the first result
HALF_CHARACTER = re.compile("[\ud800-\udfff]")  # of a pair, alone: no UTF-8 can hold it


class Tagging(Protocol):
    """What marks sources, cues and contents in texts."""

    def tag(self, texts: Iterable[str]) -> tuple[Tagged, ...]: ...


class Reader:
    """Reads texts. May be used from several threads; its parts are never changed after loading.

    Without a tagger the rules find who said what alone: somewhat less, no less surely. A sentence whose reading
    fails is left out and told of in `unread`; only what fails without any sentence raises.
    """

    def __init__(
        self, pipeline: Language, tagger: Tagging | None = None, longest_part: int = LONGEST_PART
    ) -> None:
        """A text of more than `longest_part` characters is read in parts."""
        self.pipeline = pipeline
        self.tagger = tagger
        self.longest_part = longest_part

    def extract(self, text: str) -> Extract:
        """Statements and figures of one text, offsets into it, nothing merged. Raises TooLong."""
        check_length(text)
        return self._spared(encodable(text))

    def extract_many(self, texts: Iterable[str]) -> Iterator[Extract]:
        """As `extract`, in order, streaming; none may be too long."""
        remaining = map(encodable, texts)
        while batch := list(islice(remaining, BATCH)):
            yield from map(self._spared, batch, self._parsed(batch))

    def brief(self, articles: Sequence[Article]) -> Brief:
        """The brief of one article, or of several about one story: the one that was published last comes first."""
        articles = newest_first(articles)
        return brief_of(articles, [self.extract(article.text) for article in articles])

    def brief_each(self, articles: Sequence[Article]) -> Iterator[Brief]:
        """A brief of each article by itself, in order, streaming."""
        extracts = self.extract_many(article.text for article in articles)
        return (brief_of([one], [extract]) for one, extract in zip(articles, extracts, strict=True))

    def extract_without(self, spans: Sequence[Span], text: str, doc: Doc | None = None) -> Extract:
        """What a text holds outside `spans`, whatever that raises; `doc` is its parse if it has one already."""
        kept = blanked(text, spans)
        parsed = self.pipeline(kept) if doc is None or spans else doc
        tagged = self.tagger.tag([kept])[0] if self.tagger else None
        statements = with_open_pronouns(find_statements(parsed, tagged), kept, spans)
        figures = find_figures(parsed, statements, kept)
        return Extract(statements, figures, appraisal=tagged.appraisal if tagged else NO_APPRAISAL)

    def _parsed(self, batch: Sequence[str]) -> Sequence[Doc | None]:
        """The texts of a batch parsed at once; none of them where one makes the parse fail, or is read in parts."""
        if any(len(text) > self.longest_part for text in batch):
            return [None] * len(batch)
        docs = attempt(lambda: list(self.pipeline.pipe(batch, batch_size=BATCH)))
        return [None] * len(batch) if isinstance(docs, Failed) else docs

    def _spared(self, text: str, doc: Doc | None = None) -> Extract:
        """What a text holds, without the sentences that cannot be read. A very long one is read in parts."""
        if len(text) > self.longest_part:
            return joined((part, self._spared(part.of(text))) for part in parts_of(text, self.longest_part))
        extract, faulty = spare(
            lambda left_out: self.extract_without(left_out, text, doc), lambda: sentences_of(text)
        )
        return replace(extract, unread=tuple(Unread(one.place, one.fault) for one in faulty))


def brief_of(articles: Sequence[Article], extracts: Sequence[Extract]) -> Brief:
    """The brief of what was found in each article, without the sentences that it cannot be made with."""
    brief, faulty = spare(
        lambda left_out: brief_without(left_out, articles, extracts),
        lambda: [(at, span) for at, article in enumerate(articles) for span in sentences_of(article.text)],
    )
    unread = [
        replace(one, url=article.url)
        for article, extract in zip(articles, extracts, strict=True)
        for one in extract.unread
    ]
    unread += [Unread(span, one.fault, articles[at].url) for one in faulty for at, span in [one.place]]
    return replace(brief, articles=tuple(articles), unread=tuple(unread))


def brief_without(
    left_out: Sequence[tuple[int, Span]], articles: Sequence[Article], extracts: Sequence[Extract]
) -> Brief:
    """The brief of what stands outside some spans, each with the number of its article."""
    spans = [[span for at, span in left_out if at == number] for number in range(len(articles))]
    if not left_out:
        return make_brief(articles, extracts)
    return make_brief(
        list(map(article_without, articles, spans)), list(map(extract_without, extracts, spans))
    )


def encodable(text: str) -> str:
    """The text with a replacement character for each half of a character, so that every offset stays."""
    return HALF_CHARACTER.sub("\ufffd", text)


def load_reader(model: str, weights: Path = WEIGHTS) -> Reader:
    """A reader with the language model `model` (a package's name or a path). Raises ModelMissing."""
    return Reader(load_pipeline(model), load_tagger(weights))


def load_tagger(weights: Path = WEIGHTS) -> Tagger | None:
    """The learned tagger, or None on an install without its weights."""
    try:
        return Tagger.from_folder(weights)
    except FileNotFoundError:
        return None
