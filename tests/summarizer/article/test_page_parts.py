"""Parts of a page that look like something else: text in boxes with misleading names, tables, lists, cards of other stories."""

from __future__ import annotations

import pytest

from summarizer.article import read_html
from summarizer.article.belonging import stand_between
from tests.summarizer.article.pages import STORY, page

URL = "https://town.example/2026/pool"
MORE = tuple(
    f"Report {number} on the roof says that {number * 7} beams are rotten and must be replaced."
    for number in range(1, 7)
)
TERMS = tuple(
    f"Term {number} of this house says that whoever prints our work names the writer of it and asks the desk first."
    for number in range(1, 5)
)


def read(body):
    """The paragraphs of the article on a page."""
    return read_html(body, URL).text.split("\n\n")


def test_a_box_that_holds_most_of_the_text_is_the_story_whatever_its_name_says_and_a_window_beside_it_is_none():
    """A layout with a side bar names all of its boxes after it; what opens in a window keeps its name's meaning."""
    told = "".join(f"<p>{line}</p>" for line in (*STORY, *MORE))
    window = "".join(f"<p>{line}</p>" for line in TERMS)
    body = (
        "<html><title>Pool stays open</title><body><div class='wrap'><section><p class='title'>Pool stays open</p></section>"
        f"<div class='sidebar-layout'><div class='sidebar-content'>{told}</div></div>"
        f"<div class='widget'><div id='republish-modal'>{window}</div></div></div>"
    )
    assert read(body.encode()) == [*STORY, *MORE]


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("menu-ideas-for-the-new-kitchen", "Menu ideas for the new kitchen"),
        ("what_the_author_found_below_the_floor", "What the author found below the floor"),
    ],
)
def test_an_id_that_spells_the_heading_says_nothing_about_the_part(name, heading):
    """Contents lead to it: words such as "menu" in it are the story's own."""
    part = f"<div id='{name}'><div><h2>{heading}</h2><p>{MORE[0]}</p><p>{MORE[1]}</p></div></div>"
    assert read(page(after=part)) == [*STORY, heading, *MORE[:2]]


def test_an_id_of_a_part_for_something_else_keeps_its_meaning():
    """A name of a word or two is the part's, though the heading says it as well."""
    part = f"<div id='reader-comments'><h2>Reader comments</h2><p>{MORE[0]}</p><p>{MORE[1]}</p></div>"
    assert read(page(after=part)) == list(STORY)


def test_the_cells_of_a_table_may_be_written_as_paragraphs():
    """Some editors' programs wrap each cell; rows of several cells are a table all the same."""
    rows = (("Pool", "Visitors"), ("Harbour", "1,200"), ("Mill", "830"), ("Station", "455"))
    markup = "".join(f"<tr>{''.join(f'<td><p>{cell}</p></td>' for cell in row)}</tr>" for row in rows)
    article = read_html(page(after=f"<table><tbody>{markup}</tbody></table>"), URL)
    assert article.text.endswith("Pool | Visitors\nHarbour | 1,200\nMill | 830\nStation | 455")
    assert len(article.tables) == 1


def test_a_table_of_links_to_other_stories_is_none():
    """Teasers may be laid out in rows of two."""
    cell = "<td><p><a href='/other-{0}'>The ferry sails again on line {0}</a></p></td>"
    rows = "".join(f"<tr>{cell.format(number)}{cell.format(number + 10)}</tr>" for number in range(4))
    assert read(page(after=f"<table>{rows}</table>")) == list(STORY)


def test_the_sheet_of_a_month_is_no_table_of_the_story():
    """Blogs show one, with links to the months before and after."""
    days = [str(day) for day in range(1, 31)] + [""] * 5
    weeks = "".join(
        f"<tr>{''.join(f'<td>{day}</td>' for day in days[at : at + 7])}</tr>" for at in range(0, 35, 7)
    )
    head = "".join(f"<th>{day}</th>" for day in "MTWTFSS")
    article = read_html(
        page(after=f"<table><tr>{head}</tr>{weeks}<tr><td colspan='3'>« Oct</td></tr></table>"), URL
    )
    assert (article.text.split("\n\n"), article.tables) == (list(STORY), ())


def test_links_in_a_row_are_a_list_of_pointers_however_many_there_are():
    """As between bars, below a report."""
    links = " | ".join(f"<a href='/r{n}'>What the roof of pool {n} costs by the year</a>" for n in range(5))
    assert read(page(after=f"<p>{links}</p>")) == list(STORY)


def test_what_has_a_row_of_a_table_to_itself_is_said_once():
    """A label over all columns heads the rows below."""
    markup = (
        "<tr><th>Pool</th><th>Lanes</th><th>Depth</th></tr><tr><td colspan='3'>Outside</td></tr>"
        "<tr><td>Harbour</td><td>6</td><td>2 m</td></tr><tr><td>Mill</td><td>4</td><td>3 m</td></tr>"
    )
    text = read_html(page(after=f"<table>{markup}</table>"), URL).text
    assert text.endswith("Pool | Lanes | Depth\nOutside\nHarbour | 6 | 2 m\nMill | 4 | 3 m")


def test_lines_made_as_those_that_were_found_are_read_in_every_box():
    """A box with the class of a film or a map holds the same lists as the others."""
    kinds = ("profile", "profile", "profile", "embed profile")
    boxes = "".join(
        f"<div class='{kind}'><h2>Pool {number}</h2><div class='told'><p>{MORE[number]}</p></div>"
        f"<section class='facts'><ul><li>{number + 3} lanes of 25 metres</li><li>Warm in winter {number}</li></ul></section></div>"
        for number, kind in enumerate(kinds)
    )
    found = read(page(after=boxes))
    assert [line for line in found if "lanes" in line] == [f"{n} lanes of 25 metres" for n in (3, 4, 5, 6)]


@pytest.mark.parametrize(
    "question",
    [
        "<h3><button aria-expanded='false'>{}?</button></h3>",
        "<button><h4>{}?</h4></button>",
        "<div><button><span>{}?</span></button></div>",
    ],
)
def test_a_question_that_is_a_button_stands_above_its_answer(question):
    """Pressed, it shows the answer; other buttons are the site's."""
    asked = ("What does the roof cost", "Who pays for it", "When will the pool close")
    answers = "".join(
        f"{question.format(one)}<div class='folded'><p>{line}</p></div>"
        for one, line in zip(asked, MORE, strict=False)
    )
    found = read(page(after=f"{answers}<button>Tell a friend</button>"))
    pairs = [line for one, answer in zip(asked, MORE, strict=False) for line in (f"{one}?", answer)]
    assert found == [*STORY, *pairs]


def test_text_between_two_blocks_that_were_found_stands_between_them():
    """An answer that a page has folded away, between its question and the next one; two blocks in a row are not sure."""
    assert stand_between([True, False, True, False, False, True, False]) == {1}


def test_headings_that_lead_to_another_site_head_what_the_story_tells_of_it():
    """A shop, a river's own page; a heading that leads to the same site is a pointer."""
    part = "<h3><a href='{}'>{}</a></h3><p>{}</p>"
    parts = (
        ("https://shop.example/goggles", "Marlin goggles", MORE[0]),
        ("https://rivers.example/", "The river Lune", MORE[1]),
        ("/2026/ferry", "Ferry sails again", MORE[2]),
    )
    found = read(page(after="".join(part.format(*one) for one in parts)))
    assert found == [*STORY, "Marlin goggles", MORE[0], "The river Lune", *MORE[1:3]]


@pytest.mark.parametrize(("plain", "kept"), [(2, True), (0, False)])
def test_linked_names_in_a_list_of_things_stay_and_a_list_of_links_goes(plain, kept):
    """What to take along is linked in part; other stories all are."""
    items = ("Goggles", "A towel", "A lamp for the way home")
    linked = "".join(f"<li><a href='/{n}'>{item}</a></li>" for n, item in enumerate(items[plain:]))
    markup = "".join(f"<li>{item}</li>" for item in items[:plain]) + linked
    found = read(page(f"<ul>{markup}</ul>"))
    assert [item for item in items if item in found] == (list(items) if kept else [])


CARD = "<div class='box'><h3><a href='{}'>{}</a></h3><p>{}</p></div>"
TEASERS = (
    (
        "/ferry",
        "Ferry sails again",
        "The line has found two captains, and the first boat leaves at six on Monday.",
    ),
    (
        "/mill",
        "Mill to be sold",
        "The owner wants nine million for it, and a bidder from the coast has come forward.",
    ),
)


@pytest.mark.parametrize("place", ["body", "after"])
def test_cards_of_other_stories_are_no_part_of_this_one(place):
    """A linked heading and a line, one beside the other, whatever their class."""
    cards = f"<div>{''.join(CARD.format(*teaser) for teaser in TEASERS)}</div>"
    long = (*STORY, *MORE)
    assert read(page(story=long, **{place: cards})) == list(long)


@pytest.mark.parametrize(
    ("target", "much"),
    [("https://shop.example/boat", ""), ("/2026/pool?entry=4", ""), ("/ferry", MORE[0] * 8)],
)
def test_parts_whose_headings_are_linked_for_another_reason_stay(target, much):
    """Products lead to a shop, entries of a live blog to the page itself; a part of some length tells its own story."""
    parts = "".join(CARD.format(target, *teaser[1:]).replace("</p>", f" {much}</p>") for teaser in TEASERS)
    found = read(page(story=(*STORY, *MORE), after=f"<div>{parts}</div>"))
    assert all(any(line.startswith(teaser[2]) for line in found) for teaser in TEASERS)


def test_a_day_in_brief_is_made_of_cards_and_read():
    """Where they are most of the text, they are the text."""
    cards = "".join(
        CARD.format(f"/{n}", f"Story {n} of today", line) for n, line in enumerate((*MORE, *TERMS))
    )
    found = read(page(story=STORY[:2], after=f"<div>{cards}</div>"))
    assert [line for line in found if line in MORE] == list(MORE)
