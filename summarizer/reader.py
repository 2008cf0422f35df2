"""The whole core in one place: a language pipeline that turns texts into statements, figures and briefs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from summarizer.attribution import find_statements
from summarizer.brief import make_brief
from summarizer.figures import find_figures
from summarizer.language import load_pipeline
from summarizer.model import Article, Brief, Extract

BATCH = 16  # texts a batch; larger ones gain nothing measurable and delay the first result


class Reader:
    """Reads texts. One pipeline may be used from several threads; it is never changed after loading."""

    def __init__(self, pipeline: Language) -> None:
        self.pipeline = pipeline

    def extract(self, text: str) -> Extract:
        """Statements and figures of one text, offsets into it, nothing merged."""
        return extract_from(self.pipeline(text))

    def extract_many(self, texts: Iterable[str]) -> Iterator[Extract]:
        """As `extract`, in order, streaming."""
        return map(extract_from, self.pipeline.pipe(texts, batch_size=BATCH))

    def brief(self, articles: Sequence[Article]) -> Brief:
        """The brief of one article, or of several about one story."""
        return make_brief(articles, [self.extract(article.text) for article in articles])


def extract_from(doc: Doc) -> Extract:
    """What a parsed text holds."""
    statements = find_statements(doc)
    return Extract(statements, find_figures(doc, statements))


def load_reader(model: str) -> Reader:
    """A reader with the language model `model` (a package's name or a path). Raises ModelMissing."""
    return Reader(load_pipeline(model))
