from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.render.proof import NO_PAGES, Pages, encode, proof_url, text_fragment, with_fragment
from summarizer.model import Evidence, Span
from tests.examples import examples

URL = "https://outlet.example/story"


def marked_by_a_browser(text: str, directive: str) -> Span | None:
    """What a browser marks in `text`: first place of the first words, nearest last words after it."""
    start, _, end = directive.partition(",")
    first = place(text, unquote(start), 0)
    if first is None or not end:
        return first
    last = place(text, unquote(end), first.end)
    return last and Span(first.start, last.end)


def place(text: str, words: str, after: int) -> Span | None:
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found = re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE).search(text, after)
    return found and Span(*found.span())


def span_of(text: str, passage: str, nth: int = 0) -> Span:
    start = [found.start() for found in re.finditer(re.escape(passage), text)][nth]
    return Span(start, start + len(passage))


def test_a_short_passage_is_named_whole() -> None:
    """Few words go into the address as they stand, without the marks around them."""
    text = "The mayor said “we will rebuild the bridge” on Monday."
    assert (
        text_fragment(text, span_of(text, "“we will rebuild the bridge”"))
        == "we%20will%20rebuild%20the%20bridge"
    )


def test_a_long_passage_is_named_by_its_ends() -> None:
    """First and last words are enough for a browser to mark all between them."""
    text = "It began. " + " ".join(f"word{number}" for number in range(60)) + ". It ended."
    passage = span_of(text, text[10:-11])
    directive = text_fragment(text, passage)
    assert directive == "word0%20word1%20word2,word57%20word58%20word59"


def test_the_characters_that_mean_something_in_a_directive_are_encoded() -> None:
    """Comma, ampersand and hyphen stand for themselves only when percent-encoded."""
    assert encode("R&D, twenty-one\n50%") == "R%26D%2C%20twenty%2Done%2050%25"


def test_words_that_stand_on_the_page_before_are_told_apart() -> None:
    """The proof of the second “two” is not the first one: words around it are added."""
    text = "The two ships left. Later two cranes broke."
    directive = text_fragment(text, span_of(text, "two", nth=1))
    assert marked_by_a_browser(text, directive) == span_of(text, "two cranes")


def test_an_ambiguous_beginning_grows_until_it_is_not() -> None:
    """Two sentences that begin alike are told apart by more of their first words."""
    again = "The port will close on Monday because of the wind, the harbour master said on the radio."
    text = f"{again.replace('Monday', 'Sunday')}\n\n{again}"
    passage = span_of(text, again[:-1])
    assert marked_by_a_browser(text, text_fragment(text, passage)) == passage


def test_first_words_do_not_cross_a_paragraph() -> None:
    """A browser looks for the first words inside one block; the passage may still span several."""
    text = "Before.\n\n“We stay.\n\n“We do not leave this harbour before the spring,” she said."
    passage = span_of(text, "“We stay.\n\n“We do not leave this harbour before the spring,”")
    assert text_fragment(text, passage) == "We%20stay,before%20the%20spring"


def test_an_address_keeps_its_own_fragment() -> None:
    """The directive goes behind a fragment that the address has, and replaces an earlier directive."""
    assert with_fragment(f"{URL}#part-2", "a") == f"{URL}#part-2:~:text=a"
    assert with_fragment(f"{URL}#:~:text=old", "a") == f"{URL}#:~:text=a"
    assert with_fragment(URL, "") == URL


@pytest.mark.parametrize("address", ["file:///tmp/story.txt", "", "-"])
def test_only_web_addresses_get_a_fragment(address: str) -> None:
    """A file opens as it is."""
    assert proof_url(Evidence(address, Span(0, 4)), Pages({address: "Some text"}, {})) == address


def test_a_page_whose_text_is_not_at_hand_is_searched_for_the_words_shown() -> None:
    """A digest knows the words but not the page; too few words would find the wrong place."""
    evidence = Evidence(URL, Span(0, 9))
    assert proof_url(evidence, NO_PAGES, "we will rebuild") == f"{URL}#:~:text=we%20will%20rebuild"
    assert proof_url(evidence, NO_PAGES, "two") == URL


def test_a_passage_without_words_opens_the_page() -> None:
    """Marks alone are no words to look for."""
    assert text_fragment("a … b", Span(2, 3)) == ""


SENTENCES = st.lists(
    st.lists(
        st.sampled_from(
            ("the", "port", "will", "close", "two-day", "“strike”", "R&D", "3,000", "she", "said")
        ),
        min_size=1,
        max_size=14,
    ),
    min_size=1,
    max_size=6,
).map(lambda sentences: "\n\n".join(" ".join(sentence) for sentence in sentences))


@settings(max_examples=examples(1.5), deadline=None)
@given(SENTENCES, st.data())
def test_a_browser_finds_the_words_of_every_proof(text: str, data: st.DataObject) -> None:
    """Whatever the passage, its first words are on the page and inside one block."""
    places = [found.start() for found in re.finditer(r"\S+", text)]
    start = data.draw(st.sampled_from(places))
    end = data.draw(
        st.sampled_from([found.end() for found in re.finditer(r"\S+", text) if found.end() > start])
    )
    directive = text_fragment(text, Span(start, end))
    assert marked_by_a_browser(text, directive) is not None
    assert not set(directive) & set("&- \n")
    assert "\n" not in unquote(directive)
