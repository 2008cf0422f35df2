"""A page that shows only a part of its story says so, and a whole one does not."""

from __future__ import annotations

import json

import pytest

from summarizer.article import read_html
from tests.summarizer.article.pages import STORY, page

URL = "https://town.example/2026/pool"
LONG = STORY * 20
PAID = {"isAccessibleForFree": False}


def claims(**given: object) -> str:
    """The head of a page with these claims."""
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **given})}</script>'


@pytest.mark.parametrize(
    "given",
    [
        {"head": claims(wordCount=600)},
        {"head": claims(wordCount="1,200".replace(",", ""))},
        {"head": claims(**PAID)},
        {"after": "<p>Divers who looked at the tiles this week said that the deep end was still …</p>"},
        {"after": "<p>The keys went to the new baths master, to the head of the school and to the</p>"},
        {"after": "<p>The council will meet again on Thursday, and the mayor, who had asked for a vote,</p>"},
        {"after": "<div class='wall'>Subscribe to read this story and all others.</div>"},
        {"after": "<a href='/offers'>Continue reading</a>"},
    ],
)
def test_a_page_with_a_part_of_its_story_is_incomplete(given):
    """By the length that it claims, its wall, an ending within a sentence, or what it offers."""
    assert read_html(page(**given), URL).incomplete


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"head": claims(wordCount=80)},
        {"head": claims(wordCount=90, **PAID)},
        {"head": claims(wordCount=20)},
        {"after": "<p>“Nobody asked the children …”</p>"},
        {"after": "<p>Telephone 0555 0142</p>"},
        {"after": "<p>See also the notes of the council, the plans of the baths and pictures of Rowe</p>"},
    ],
)
def test_a_whole_page_is_complete(given):
    """Short as it may be."""
    assert not read_html(page(**given), URL).incomplete


@pytest.mark.parametrize(
    "given",
    [
        {"head": claims(**PAID)},
        {"after": "<footer>Already a subscriber? Log in to continue reading elsewhere.</footer>"},
        {"after": "<p>All of this was said before, at length, by people who had never once swum there …</p>"},
    ],
)
def test_a_long_text_is_whole_whatever_stands_around_it(given):
    """Pages that claim a paywall often show all."""
    numbered = tuple(f"{line[:-1]}, as clause {at} says." for at, line in enumerate(LONG))
    assert not read_html(page(story=numbered, **given), URL).incomplete
