"""The whole core in one place: a language pipeline and a tagger that turn texts into statements, figures and briefs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from summarizer.attribution import find_statements
from summarizer.attribution.tagger import WEIGHTS, Tagger
from summarizer.brief import make_brief
from summarizer.figures import find_figures
from summarizer.language import check_length, load_pipeline
from summarizer.model import Article, Brief, Extract

BATCH = 32  # texts a batch: with 16 the parse takes an eighth longer, with 64 no less; more delay the first result


class Reader:
    """Reads texts. May be used from several threads; its parts are never changed after loading.

    Without a tagger the rules find who said what alone: somewhat less, no less surely.
    """

    def __init__(self, pipeline: Language, tagger: Tagger | None = None) -> None:
        self.pipeline = pipeline
        self.tagger = tagger

    def extract(self, text: str) -> Extract:
        """Statements and figures of one text, offsets into it, nothing merged. Raises TooLong."""
        check_length(text)
        return self.extract_from(self.pipeline(text), text)

    def extract_many(self, texts: Iterable[str]) -> Iterator[Extract]:
        """As `extract`, in order, streaming; none may be too long."""
        pairs = self.pipeline.pipe(((text, text) for text in texts), as_tuples=True, batch_size=BATCH)
        return (self.extract_from(doc, text) for doc, text in pairs)

    def extract_from(self, doc: Doc, text: str) -> Extract:
        """What a parsed text holds."""
        tagged = self.tagger.tag([text])[0] if self.tagger else None
        statements = find_statements(doc, tagged)
        return Extract(statements, find_figures(doc, statements, text))

    def brief(self, articles: Sequence[Article]) -> Brief:
        """The brief of one article, or of several about one story."""
        return make_brief(articles, [self.extract(article.text) for article in articles])

    def brief_each(self, articles: Sequence[Article]) -> Iterator[Brief]:
        """A brief of each article by itself, in order, streaming."""
        extracts = self.extract_many(article.text for article in articles)
        return (make_brief([one], [extract]) for one, extract in zip(articles, extracts, strict=True))


def load_reader(model: str, weights: Path = WEIGHTS) -> Reader:
    """A reader with the language model `model` (a package's name or a path). Raises ModelMissing."""
    return Reader(load_pipeline(model), load_tagger(weights))


def load_tagger(weights: Path = WEIGHTS) -> Tagger | None:
    """The learned tagger, or None on an install without its weights."""
    try:
        return Tagger.from_folder(weights)
    except FileNotFoundError:
        return None
