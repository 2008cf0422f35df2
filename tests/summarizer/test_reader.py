"""A sentence that cannot be read costs itself, never its article."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

import pytest
from spacy.language import Language

from summarizer.attribution.tagged import Tagged
from summarizer.model import Article, Extract, Figure, Span, Statement
from summarizer.parse.pipeline import load_pipeline
from summarizer.reader import Reader, brief_of

BAD = "The reeve, Ole Brandt, said the quagmire had cost 12 sheep."
PARTS = (
    "The bridge at Norburg will open in May, Mayor Ann Lindqvist said on Monday.",
    "“We waited for 9 years,” said Peter Halloran, a farmer.",
    BAD,
    "He said the rest was safe.",
    "Marta Kovacs of the water board said the well was dry.",
)
TEXT, REST = "\n\n".join(PARTS), "\n\n".join(part for part in PARTS if part != BAD)
PLACE = Span(TEXT.index(BAD), TEXT.index(BAD) + len(BAD))
URL = "https://courier.example/bridge"


class Stumbling:
    """A tagger that finds nothing, and fails with texts that hold one of `words`."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def tag(self, texts: Iterable[str]) -> tuple[Tagged, ...]:
        for text in texts:
            for word in self.words:
                if word in text:
                    raise IndexError(text)
        return (Tagged(),)


@Language.component("stumbling_part")
def stumbling_part(doc):
    """A part of the parse that fails with one word."""
    if "quagmire" in doc.text:
        raise ValueError(doc.text)
    return doc


@pytest.fixture
def pipeline(nlp):
    """The default pipeline."""
    return nlp


@pytest.fixture(scope="module")
def stumbling():
    """A pipeline whose parse fails with one word."""
    nlp = load_pipeline()
    nlp.add_pipe("stumbling_part", first=True)
    return nlp


def names(extract: Extract) -> list[str | None]:
    return [one.source and one.source.name for one in extract.statements]


@pytest.mark.model
def test_the_parse_may_fail_with_one_sentence(pipeline, stumbling):
    """By itself or in a batch, the others are read as without it, in their places, and it is told of."""
    plain, broken = Reader(pipeline), Reader(stumbling)
    alone = broken.extract(TEXT)
    first, batched, last = broken.extract_many([REST, TEXT, REST])
    assert alone == batched
    assert (first, last) == (plain.extract(REST), plain.extract(REST))
    assert names(alone) == ["Ann Lindqvist", "Peter Halloran", "He", "Marta Kovacs"]
    assert [one.source.span.of(TEXT) for one in alone.statements if one.source][-1].startswith("Marta Kovacs")
    assert [figure.surface for figure in alone.figures] == ["9 years"]
    (unread,) = alone.unread
    assert unread.span == PLACE
    assert unread.fault.startswith("ValueError at ")
    assert "quagmire" not in unread.fault


@pytest.mark.model
def test_the_tagger_may_fail_with_one_sentence(pipeline):
    """A brief is made of the others; it names the place and keeps the article whole."""
    article = Article(URL, TEXT)
    brief = Reader(pipeline, Stumbling("quagmire")).brief([article])
    assert brief.articles == (article,)
    assert [(one.url, one.span) for one in brief.unread] == [(URL, PLACE)]
    assert list(Reader(pipeline, Stumbling("quagmire")).brief_each([article])) == [brief]
    assert not any(proof.span.overlaps(PLACE) for line in brief.bullets for proof in line.evidence)


@pytest.mark.model
def test_a_pronoun_behind_the_gap_names_nobody(pipeline, stumbling):
    """ "He" may be whom the unread sentence names: nobody before it is credited with his words."""
    assert names(Reader(pipeline).extract(REST)).count("Peter Halloran") > 1
    assert names(Reader(stumbling).extract(TEXT)).count("Peter Halloran") == 1


@pytest.mark.model
def test_two_sentences_that_fail_are_two(pipeline):
    """Each of them costs itself alone."""
    read = Reader(pipeline, Stumbling("quagmire", "water board")).extract(TEXT)
    assert [one.span.of(TEXT) for one in read.unread] == [BAD, PARTS[-1]]
    assert len({one.reference for one in read.unread}) == len(read.unread)


@pytest.mark.model
def test_what_fails_with_every_sentence_raises(pipeline):
    """An install that is broken says so; it makes no empty briefs."""
    with pytest.raises(IndexError):
        Reader(pipeline, Stumbling("")).extract(TEXT)


@pytest.mark.model
def test_half_a_character_is_read_over(pipeline):
    """JSON may hold a half of a surrogate pair, which no UTF-8 can; every place stays."""
    said = "The mayor, Ann Lindqvist, said the \ud83d bridge cost \ud800 $5 million."
    (statement,), (figure,) = (read := Reader(pipeline).extract(said)).statements, read.figures
    assert (statement.content[0].end, figure.span.of(said)) == (len(said) - 1, "$5 million")
    assert read.unread == ()


def test_a_brief_is_made_without_what_it_cannot_be_made_with():
    """A statement that only the later stages fail with costs its own sentence."""

    class Odd(Statement):
        """A statement whose kind nobody can ask for."""

        __slots__ = ()

        @property
        def kind(self):  # type: ignore[override]
            raise LookupError("quagmire")

    bad = object.__new__(Odd)
    for name, value in (
        ("content", (PLACE,)),
        ("source", None),
        ("cue", None),
        ("via", "AP"),
        ("post", None),
        ("line", ()),
    ):
        object.__setattr__(bad, name, value)
    good = Statement((Span(0, len(PARTS[0]) - 1),), "indirect", via="AP")
    figure = Figure(Span(TEXT.index("12 sheep"), TEXT.index("12 sheep") + 2), "12")
    article = Article(URL, TEXT)
    brief = brief_of([article], [Extract((good, bad), (figure,))])
    assert [(one.url, one.span) for one in brief.unread] == [(URL, PLACE)]
    assert "LookupError" in brief.unread[0].fault
    assert brief.articles == (article,)
    assert [bullet.text for bullet in (*brief.bullets, *brief.more) if bullet.via] == [PARTS[0][:-1]]
    assert brief.figures == ()


def test_of_several_pages_the_one_that_was_published_last_leads(pipeline):
    """Headline and lead are its own, in whichever order the links were shared; a page without a time comes last."""
    texts = [
        f"A fire on the moor at Brandt had burned {size} hectares, the warden said." for size in (40, 90, 60)
    ]
    hours = (8, 16, None)
    pages = [
        Article(f"{URL}-{at}", text, published=hour and datetime(2026, 3, 2, hour, tzinfo=UTC))
        for at, (text, hour) in enumerate(zip(texts, hours, strict=True))
    ]
    brief = Reader(pipeline).brief(pages)
    assert [article.url for article in brief.articles] == [f"{URL}-1", f"{URL}-0", f"{URL}-2"]
    assert "90 hectares" in brief.lead[0].text
