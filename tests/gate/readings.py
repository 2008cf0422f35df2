"""The corpus read by the code, each text once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from summarizer.article import article_from_html, article_from_text, read_html
from summarizer.brief import make_brief
from summarizer.default_model import DEFAULT_MODEL
from summarizer.errors import NutgrafError
from summarizer.model import Article, Brief, Extract
from summarizer.reader import Reader, load_reader
from tests import corpus
from tests.gate.wanted import Gold, Wanted, read_gold, read_wanted

SAMPLE = "sample"
SITE = "https://corpus.example/"
LINE = "The weather was mild for the season.\n\n"  # says nothing of anybody


@dataclass(frozen=True, slots=True)
class Reading:
    """One page of the corpus: what the code made of it beside what is expected.

    `annotated` is what was found in the gold's own text, so that attribution is judged apart from the
    cutting of the page; `moved` is the same behind a line more. `refused`: the page was declined as no English article.
    """

    slug: str
    article: Article
    extract: Extract
    brief: Brief
    wanted: Wanted
    refused: bool = False
    gold: Gold | None = None
    annotated: Extract | None = None
    moved: Extract | None = None


class Extracts:
    """Reads each text once; a page cut as its gold is needs no second parse."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._known: dict[str, Extract] = {}

    def of(self, text: str) -> Extract:
        if text not in self._known:
            self._known[text] = self._reader.extract(text)
        return self._known[text]


def read_corpus(reader: Reader | None = None) -> tuple[Reading, ...]:
    """Every page of the corpus and the sample."""
    extracts = Extracts(reader or load_reader(DEFAULT_MODEL))
    annotated = {row["slug"]: read_gold(row) for row in corpus.gold()}
    pages = (read_page(slug, path, annotated.get(slug), extracts) for slug, path in corpus.pages().items())
    return (*pages, read_sample(extracts))


def read_page(slug: str, path: Path, gold: Gold | None, extracts: Extracts) -> Reading:
    body, url = path.read_bytes(), SITE + slug
    article = read_html(body, url)
    extract = extracts.of(article.text)
    return Reading(
        slug,
        article,
        extract,
        make_brief([article], [extract]),
        read_wanted(corpus.expected(slug)),
        refused=is_refused(body, url),
        gold=gold,
        annotated=extracts.of(gold.text) if gold else None,
        moved=extracts.of(LINE + gold.text) if gold else None,
    )


def read_sample(extracts: Extracts) -> Reading:
    article = article_from_text(corpus.SAMPLE.read_text(encoding="utf-8"), corpus.SAMPLE.as_uri())
    extract = extracts.of(article.text)
    return Reading(
        SAMPLE, article, extract, make_brief([article], [extract]), read_wanted(corpus.expected(SAMPLE))
    )


def is_refused(body: bytes, url: str) -> bool:
    """Whether the page is declined when a reporter shares it."""
    try:
        article_from_html(body, url)
    except NutgrafError:
        return True
    return False
