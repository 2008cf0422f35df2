"""The corpus keeps its own word: what it expects of a page is literally on that page."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

import pytest

from tests import corpus

SLUGS = tuple(corpus.pages())
TEXTS = {slug: corpus.visible_text(path) for slug, path in corpus.pages().items()}
GOLD = {article["slug"]: article for article in corpus.gold()}
KINDS = {"direct", "mixed", "indirect"}
FEWEST_PAGES = 16
FEWEST_OUTLETS = 8
FEWEST_GOLD = 8


def test_the_corpus_is_broad_enough_to_stand_for_a_newsroom() -> None:
    """Sixteen pages of eight outlets and eight annotated articles are the least it must hold."""
    outlets = {corpus.expected(slug)["outlet"] for slug in SLUGS}
    assert len(SLUGS) >= FEWEST_PAGES
    assert len(outlets) >= FEWEST_OUTLETS
    assert len(GOLD) >= FEWEST_GOLD


def test_every_expectation_and_every_gold_has_its_page() -> None:
    """No file is left over from a page that was renamed or dropped."""
    written = {path.stem for path in (corpus.HERE / "expected").glob("*.json")}
    assert written == {*SLUGS, "sample"}
    assert set(GOLD) <= set(SLUGS)


def test_no_page_is_kept_in_both_folders() -> None:
    """A page of the demo has no second copy among the pages of the tests."""
    demo = {path.stem for path in corpus.DEMO_PAGES.glob("*.html")}
    own = {path.stem for path in (corpus.HERE / "pages").glob("*.html")}
    assert not demo & own


@pytest.mark.parametrize("slug", SLUGS)
def test_expected_metadata_is_complete_and_dated_with_a_zone(slug: str) -> None:
    """Title, outlet, bylines, time with zone, language and the two flags are given for each article."""
    want = corpus.expected(slug)
    assert want["outlet"]
    assert want["language"]
    assert isinstance(want["byline"], list)
    assert isinstance(want["paywalled"], bool)
    if want["is_article"]:
        assert datetime.fromisoformat(want["published"]).tzinfo is not None
        assert corpus.fold(want["title"]) in TEXTS[slug]


@pytest.mark.parametrize("slug", SLUGS)
def test_expected_words_are_literally_on_the_page(slug: str) -> None:
    """Every `has`, surface, role, cue and `never` string can be read on the page."""
    want = corpus.expected(slug)
    missing = [words for words in _literals(want) if corpus.fold(words).lower() not in TEXTS[slug].lower()]
    assert missing == []


@pytest.mark.parametrize("slug", SLUGS)
def test_no_statement_that_is_wanted_holds_a_string_that_is_forbidden(slug: str) -> None:
    """`has` and `never` of one page do not contradict each other."""
    want = corpus.expected(slug)
    wanted = [words for statement in want["statements"] for words in statement["has"]]
    assert not [(no, words) for no in want["never"] for words in wanted if no in words]


@pytest.mark.parametrize("slug", SLUGS)
def test_expected_figures_have_a_value_or_a_range(slug: str) -> None:
    """A figure gives one value, or its low and high end, never both and never none."""
    for figure in corpus.expected(slug)["figures"]:
        assert ("value" in figure) != ({"low", "high"} <= set(figure)), figure
        assert figure.get("low", 0) <= figure.get("high", 0)


@pytest.mark.parametrize("slug", GOLD)
def test_gold_text_is_the_text_of_its_page(slug: str) -> None:
    """Each paragraph of the gold's text stands on the page word for word."""
    paragraphs = GOLD[slug]["text"].split("\n\n")
    assert [part for part in paragraphs if corpus.fold(part) not in TEXTS[slug]] == []


@pytest.mark.parametrize("slug", GOLD)
def test_gold_units_can_be_found_again_in_their_text(slug: str) -> None:
    """Content occurs exactly once; source and cue, where given, are the text's own words."""
    text = GOLD[slug]["text"]
    for unit in GOLD[slug]["units"]:
        assert text.count(unit["content"]) == 1, unit
        assert unit["source"] in text, unit
        assert unit["cue"] in text, unit
        assert unit["kind"] in KINDS


@pytest.mark.parametrize("slug", GOLD)
def test_gold_units_stand_in_one_paragraph_and_end_on_whole_words(slug: str) -> None:
    """A unit never runs over a paragraph break and never cuts a word in two."""
    text = GOLD[slug]["text"]
    for content in (unit["content"] for unit in GOLD[slug]["units"]):
        assert "\n" not in content
        assert re.search(rf"(?<!\w){re.escape(content)}(?!\w)", text), content


@pytest.mark.parametrize("slug", GOLD)
def test_every_statement_an_editor_must_have_is_in_the_gold(slug: str) -> None:
    """Expectations and gold of one article were cut from the same reading of it."""
    units = [unit["content"] for unit in GOLD[slug]["units"]]
    wanted = [s for s in corpus.expected(slug)["statements"] if s["must"] and not s.get("post")]
    assert [s for s in wanted if not all(any(h in unit for unit in units) for h in s["has"])] == []


def _literals(want: dict[str, Any]) -> list[str]:
    found = [*want["never"], *want["byline"]]
    for statement in want["statements"]:
        found += [*statement["has"], *(statement[key] for key in ("role", "cue", "via") if statement[key])]
    for figure in want["figures"]:
        found += [figure["surface"], *([figure["modifier"]] if figure["modifier"] else [])]
    return found
