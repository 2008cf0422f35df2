"""The whole story, whatever its paragraphs are made of, and whoever else has a text on the page."""

from __future__ import annotations

import json

import pytest

from summarizer.article import read_html
from tests.summarizer.article.pages import STORY, page

URL = "https://town.example/pool"
MORE = tuple(
    f"Report {number} on the roof says that {number * 7} beams are rotten and have to be replaced before the winter."
    for number in range(1, 9)
)
RULES = (
    "Be polite to each other and keep to the subject, since we take out what is rude, what is false and what was said before.",
    "Whoever writes here gives the Town Press the right to print the words in all of its papers without asking or paying.",
)


def paragraphs(body):
    """The paragraphs of the article on a page."""
    return read_html(body, URL).text.split("\n\n")


@pytest.mark.parametrize(
    "markup",
    [
        "<div>{}</div>",
        "<div class='zb-paragraph'>{}</div>",
        "<div><span>{}</span></div>",
        "<section>{}</section>",
        "<center>{}</center>",
        "<b>{}</b>",
        "<h4>{}</h4>",
        "<text-block>{}</text-block>",
        "{}",
        "<div class='intro'><strong>{}</strong></div>",
        "<p class='paywall'>{}</p>",
        "<div class='body paywall'><p>{}</p></div>",
    ],
)
@pytest.mark.parametrize("place", [0, 3])
def test_a_paragraph_of_any_make_is_read_where_it_stands(markup, place):
    """The first paragraph or one in the middle in a div, in bare text, in an element of the page's own, in what is for sale."""
    lines = [f"<p>{line}</p>" for line in STORY + MORE]
    lines[place] = markup.format((STORY + MORE)[place])
    body = f"<html><title>Pool stays open</title><body><article><h1>Pool stays open</h1>{''.join(lines)}</article>"
    assert paragraphs(body.encode()) == [*STORY, *MORE]


def test_paragraphs_that_line_breaks_part_are_all_read_beside_a_quotation_of_their_own():
    """Two breaks in a row part paragraphs; a block quotation among them does not stand for the story."""
    body = (
        "<html><title>Pool stays open</title><body><h1>Pool stays open</h1><font>"
        f"{STORY[0]}<br><br>{STORY[1]}<br> <br><blockquote>{MORE[0]}</blockquote>{STORY[2]}<br><br>{STORY[3]}</font>"
    )
    assert paragraphs(body.encode()) == [*STORY[:2], MORE[0], *STORY[2:]]


def test_a_word_in_an_element_that_html_does_not_know_parts_no_line():
    """A page marks places and prices with elements of its own; the sentence stays one."""
    body = page(
        "<p>The roof cost <price-tag>400,000</price-tag> crowns in <x-year>1998</x-year>, the mayor said.</p>"
    )
    assert "The roof cost 400,000 crowns in 1998, the mayor said." in paragraphs(body)


def test_a_list_right_beneath_the_body_is_part_of_the_story():
    """Statements in a list stand between paragraphs without any element for the story around them."""
    items = "".join(f"<li>{line}</li>" for line in MORE[:3])
    body = f"<html><title>Pool stays open</title><body><h1>Pool stays open</h1><p>{STORY[0]}</p><ul>{items}</ul><p>{STORY[1]}</p>"
    assert paragraphs(body.encode()) == [STORY[0], *MORE[:3], STORY[1]]


@pytest.mark.parametrize("element", ["button", "header", "form", "aside"])
def test_an_element_that_was_left_open_does_not_swallow_the_story(element):
    """A page forgets to close a button of its menu; everything behind it stands within."""
    body = page().replace(b"<nav>", f"<{element} class='menu share-bar'><nav>".encode())
    assert paragraphs(body) == list(STORY)


def test_a_story_that_its_element_closes_too_early_is_read_to_its_end():
    """An end tag too many throws the second half out of the article; it is made as the first half is."""
    first, rest = (
        "".join(f"<div class='text-part'><p>{line}</p></div>" for line in lines) for lines in (STORY, MORE)
    )
    body = (
        "<html><title>Pool stays open</title><body><div class='page'><div class='story'><h1>Pool stays open</h1>"
        f"{first}</div></div></div><div>{rest}</div><div class='footer'><p>{RULES[0]}</p></div>"
    )
    assert paragraphs(body.encode()) == [*STORY, *MORE]


def test_text_that_shares_no_word_with_the_title_is_not_the_story():
    """House rules in a plain box are longer than the news, whose box is named for the machinery of the page."""
    news = (
        "The Marigold, the mail boat of the island, sank off the head on Wednesday with all of its parcels aboard.",
        "Nine people were rowed ashore, harbour master Edda Dahl said, and the skipper went back for his dog.",
        "Dahl said that the boat lay in 26 metres of water, upright, and that her lamp had still been burning when the divers came.",
        "The owner said that letters would be flown in on Friday and that parcels would have to wait for a week or even for two.",
        "The island has had a mail boat since 1911, and no other one has gone down, the keeper of its museum said on Thursday.",
    )
    rules = "".join(f"<p>{line}</p>" for line in RULES)
    body = (
        "<html><title>Mail boat Marigold sinks off the island</title><body><h1>Mail boat Marigold sinks off the island</h1>"
        f"<div class='ui-widget-content'>{''.join(f'<p>{line}</p>' for line in news)}</div><div id='house-comments'>{rules}</div>"
    )
    assert paragraphs(body.encode()) == list(news)


def test_the_text_that_a_page_gives_in_its_claims_is_read_where_it_shows_none():
    """A page that only scripts fill has its whole text in JSON-LD; a teaser there is no text."""
    claims = {"@type": "NewsArticle", "headline": "Pool stays open", "articleBody": "\n\n".join(STORY + MORE)}
    shell = "<html><title>Pool stays open</title><script type='application/ld+json'>{}</script><body><div id=app></div>"
    assert paragraphs(shell.format(json.dumps(claims)).encode()) == [*STORY, *MORE]
    assert paragraphs(shell.format(json.dumps(claims | {"articleBody": STORY[0]})).encode()) == [""]
    assert paragraphs(shell.format(json.dumps(claims | {"wordCount": 900})).encode()) == [""]


def test_a_copy_of_the_text_in_one_piece_does_not_cost_the_paragraphs():
    """A page holds its text once more for those who want to print it elsewhere, as markup or run together."""
    copy = "".join(f"&lt;p&gt;{line}&lt;/p&gt;" for line in STORY)
    assert paragraphs(page(after=f"<div>{copy}</div>")) == list(STORY)
    assert paragraphs(page(after=f"<textarea>{copy}</textarea>")) == list(STORY)
    assert paragraphs(page(after=f"<div>{' '.join(STORY)}</div>")) == list(STORY)


@pytest.mark.parametrize(
    "heading",
    [
        "<h2 id='roof'><a href='#roof'>What the roof costs</a></h2>",
        "<h3 id='roof'><a href='https://town.example/pool#roof'>What the roof costs</a></h3>",
        "<h2 id='roof' class='head toc'>What the roof costs</h2>",
    ],
)
def test_a_heading_that_can_be_linked_to_is_a_heading(heading):
    """It links to itself, or its class says that it stands in the contents."""
    assert "What the roof costs" in paragraphs(page(f"{heading}<p>{MORE[0]}</p>"))


def test_a_heading_that_leads_elsewhere_is_a_pointer():
    """To another page, or to another part of this one."""
    for address in ("/roof", "#rest"):
        heading = f"<h2 id='x'><a href='{address}'>What the roof costs</a></h2>"
        assert "What the roof costs" not in paragraphs(page(f"{heading}<p>{MORE[0]}</p>"))


@pytest.mark.parametrize("first", ["<div>{}</div>", "<h4>{}</h4>"])
def test_the_first_paragraph_outside_of_the_box_of_the_others_is_read(first):
    """An editor put the opening beside the box that holds the rest; the headline stands apart from both."""
    rest = "".join(f"<div>{line}</div>" for line in (*STORY[1:], *MORE))
    body = (
        "<html><title>Pool stays open</title><body><div><h1>Pool stays open</h1></div><div class='body'>"
        f"{first.format(STORY[0])}<p></p><div><div>{rest}</div></div></div>"
    )
    assert paragraphs(body.encode()) == [*STORY, *MORE]


def test_a_part_that_the_contents_lead_to_is_text_and_the_contents_are_none():
    """Both have the same word in their class or id; the contents are made of links."""
    contents = "<div class='toc'><p>What is in it</p><ul><li><a href='#toc_roof'>What the roof would cost the town</a></li></ul></div>"
    part = (
        f"<div id='toc_roof'><h2>What the roof would cost the town</h2><p>{MORE[0]}</p><p>{MORE[1]}</p></div>"
    )
    read = paragraphs(page(contents, after=part))
    assert read == [*STORY, "What the roof would cost the town", *MORE[:2]]


@pytest.mark.parametrize(
    "question", ["<p><strong>{}</strong></p>", "<h3>{}</h3>", "<div class='asked'>{}</div>", "<em>{}</em>"]
)
def test_the_questions_of_an_interview_are_read_without_names_before_them(question):
    """Each stands above its answer, whatever it is made of."""
    asked = ("Why did you leave the harbour?", "And the boats, what of them?", "Would you do it again?")
    answers = MORE[: len(asked)]
    talk = "".join(
        question.format(one) + f"<p>{other}</p>" for one, other in zip(asked, answers, strict=True)
    )
    spoken = [line for pair in zip(asked, answers, strict=True) for line in pair]
    assert paragraphs(page(after=talk)) == [*STORY, *spoken]


def test_an_opening_below_a_heading_of_its_own_is_read():
    """The headline, the title of a film, the opening, and the box of the text."""
    rest = "".join(f"<p class='part'>{line}</p>" for line in (*STORY[1:], *MORE))
    body = (
        "<html><title>Pool stays open</title><body><main><div class='head'><h1>Pool stays open</h1></div><div class='film'>"
        f"<h2>Film: the pool in winter</h2></div><p class='opening'>{STORY[0]}</p><div class='body'>{rest}</div></main>"
    )
    assert STORY[0] in paragraphs(body.encode())
