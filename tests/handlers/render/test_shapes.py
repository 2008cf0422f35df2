from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.render.shapes import (
    brief_from_shape,
    brief_shape,
    digest_shape,
    extract_shape,
    figure_from_shape,
    figure_shape,
    statement_shape,
    unread_from_shape,
    unread_shape,
)
from handlers.render.shapes_article import article_from_shape, article_shape, span_from_shape
from summarizer.model import Article, Brief, Cue, Extract, Figure, Source, Span, Statement, Unread
from tests.examples import examples
from tests.handlers.render import generated
from tests.handlers.render.briefs import DIGEST, HARBOUR_BRIEF


def through_json(shape: object) -> dict[str, object]:
    stored: dict[str, object] = json.loads(json.dumps(shape))
    return stored


@settings(max_examples=examples(0.4), deadline=None)
@given(generated.articles)
def test_a_stored_article_comes_back_equal(article: Article) -> None:
    """Nothing of an article is lost or changed on its way through JSON."""
    assert article_from_shape(through_json(article_shape(article))) == article


@pytest.mark.slow
@generated.whole
@given(generated.briefs())
def test_a_stored_brief_comes_back_equal(brief: Brief) -> None:
    """Nothing of a brief is lost or changed on its way through JSON."""
    assert brief_from_shape(through_json(brief_shape(brief))) == brief


@settings(max_examples=examples(0.4), deadline=None)
@given(st.lists(generated.statements, max_size=3), st.lists(generated.figures, max_size=3))
def test_an_extract_tells_all_of_its_statements_and_figures(
    statements: list[Statement], figures: list[Figure]
) -> None:
    """Nothing of what was found is lost or changed on its way through JSON."""
    shape = through_json(extract_shape(Extract(tuple(statements), tuple(figures))))
    assert [statement_told(one) for one in shape["statements"]] == statements
    assert [figure_from_shape(one) for one in shape["figures"]] == figures


def statement_told(shape: dict[str, Any]) -> Statement:
    """The statement of a line of `extract --jsonl`."""
    source, cue = shape["source"], shape["cue"]
    return Statement(
        content=tuple(span_from_shape(span) for span in shape["content"]),
        kind=shape["kind"],
        source=source
        and Source(source["name"], source["mention"], span_from_shape(source), source.get("role")),
        cue=cue and Cue(cue["text"], span_from_shape(cue)),
        via=shape.get("via"),
        post=shape.get("post"),
    )


def test_a_whole_number_is_a_json_integer() -> None:
    """1,200 is 1200 in JSON, not 1200.0, and a fraction keeps its digits."""
    whole, part = Figure(Span(0, 5), "1,200", Decimal("1200.00")), Figure(Span(0, 3), "0.1", Decimal("0.1"))
    assert json.dumps([figure_shape(whole)["value"], figure_shape(part)["value"]]) == "[1200, 0.1]"


def test_a_range_has_bounds_and_no_value() -> None:
    """A reader of the JSON tells a range by "low" and "high"; any other figure has "value"."""
    shape = figure_shape(Figure(Span(0, 8), "20 to 30", low=Decimal(20), high=Decimal(30)))
    assert (shape["low"], shape["high"], "value" in shape) == (20, 30, False)
    assert figure_shape(Figure(Span(0, 6), "dozens"))["value"] is None


def test_an_article_has_the_keys_of_the_contract() -> None:
    """What `page --json` promises is there, times with their zone."""
    shape = article_shape(HARBOUR_BRIEF.article)
    promised = {
        "url",
        "canonical_url",
        "title",
        "outlet",
        "byline",
        "published",
        "modified",
        "language",
        "agency",
    }
    promised |= {"text", "posts", "paywalled", "section", "dateline", "subheads"}
    assert promised | {"entries", "notes", "captions", "tables"} <= shape.keys()
    assert datetime.fromisoformat(shape["published"]) == datetime(2026, 3, 9, 14, 5, tzinfo=UTC)
    assert shape["byline"] == ["Mara Lind", "Tom Osei"]


def test_a_statement_has_the_keys_of_the_contract() -> None:
    """Source and cue carry where they stand; a missing one is null."""
    content = (Span(0, 4), Span(9, 12))
    full = Statement(
        content, "mixed", Source("Jane Doe", "she", Span(5, 8), "mayor"), Cue("said", Span(13, 17)), "AP"
    )
    assert statement_shape(full) == {
        "source": {"name": "Jane Doe", "role": "mayor", "mention": "she", "start": 5, "end": 8},
        "cue": {"text": "said", "start": 13, "end": 17},
        "content": [{"start": 0, "end": 4}, {"start": 9, "end": 12}],
        "kind": "mixed",
        "via": "AP",
        "post": None,
    }
    bare = statement_shape(Statement(content, "direct"))
    assert (bare["source"], bare["cue"]) == (None, None)


def test_a_brief_has_the_keys_of_the_contract() -> None:
    """What `brief --json` promises is there, each line with its evidence."""
    shape = brief_shape(HARBOUR_BRIEF)
    assert shape["article"] == shape["articles"][0]
    assert set(shape["bullets"][0]) == {"source", "cue", "kind", "text", "line", "via", "post", "evidence"}
    assert shape["more"] == []
    assert shape["bullets"][0]["source"] == {"name": "Ines Okafor", "role": "harbour master"}
    assert set(shape["figures"][0]) >= {
        "start",
        "end",
        "surface",
        "value",
        "modifier",
        "unit",
        "concept",
        "source",
    }
    assert all(set(proof) == {"url", "start", "end"} for line in shape["lead"] for proof in line["evidence"])
    assert shape["more_figures"] == []
    assert shape["dropped"] == {"duplicate_sentences": 12, "boilerplate_lines": 5}
    assert shape["unread"] == []


def test_what_could_not_be_read_has_its_place_and_its_reference() -> None:
    """Beside "dropped" in a brief; in an extract only where there is any."""
    unread = Unread(Span(3, 40), "IndexError at agree.py:97 limits", "https://courier.example/dam")
    shape = {"url": unread.url, "start": 3, "end": 40, "reference": unread.reference, "fault": unread.fault}
    assert brief_shape(replace(HARBOUR_BRIEF, unread=(unread,)))["unread"] == [shape]
    assert extract_shape(Extract((), (), (unread,))) == {"statements": [], "figures": [], "unread": [shape]}
    assert extract_shape(Extract((), ())) == {"statements": [], "figures": []}
    assert unread_from_shape(through_json(unread_shape(unread))) == unread


def test_a_brief_stored_before_has_read_everything() -> None:
    """The archive holds briefs of earlier versions."""
    shape = brief_shape(HARBOUR_BRIEF)
    del shape["unread"]
    assert brief_from_shape(shape) == HARBOUR_BRIEF


def test_what_is_not_shown_is_stored_beside_what_is() -> None:
    """With the same keys; a quotation that is shown cut says so, and the whole one stands in "more"."""
    whole = HARBOUR_BRIEF.bullets[0]
    cut = replace(whole, text="“Nobody will work …”", line="“Nobody will work …”", is_cut=True)
    brief = replace(HARBOUR_BRIEF, bullets=(cut,), more=HARBOUR_BRIEF.bullets)
    shape = through_json(brief_shape(brief))
    assert [one.get("is_cut") for one in shape["bullets"]] == [True]  # type: ignore[attr-defined]
    assert [one["text"] for one in shape["more"]] == [one.text for one in brief.more]  # type: ignore[attr-defined]
    assert not any("is_cut" in one for one in shape["more"])  # type: ignore[attr-defined]
    assert brief_from_shape(shape) == brief
    assert brief.statements == HARBOUR_BRIEF.bullets


def test_a_brief_stored_before_lines_keeps_its_cues() -> None:
    """It showed all that was found: nothing is in "more"."""
    shape = brief_shape(HARBOUR_BRIEF)
    del shape["more"]
    for bullet in shape["bullets"]:
        del bullet["line"]
    brief = brief_from_shape(shape)
    assert brief.more == ()
    assert [bullet.line for bullet in brief.bullets if bullet.kind != "direct"] == [
        "nearly 80% of the week’s cargo had already been sent to Lowmouth, 120 kilometres down the coast",
        "added that the inspection would take “at least nine days”",
        "dismissed the findings as “premature”",
        "show repairs worth $1.2 million were put off in 2023",
    ]


def test_a_digest_is_json() -> None:
    """`digest --json` prints its day, its stories and the short ones."""
    shape = through_json(digest_shape(DIGEST))
    assert (shape["day"], len(shape["stories"]), len(shape["briefly"])) == ("2026-03-10", 2, 1)  # type: ignore[arg-type]
