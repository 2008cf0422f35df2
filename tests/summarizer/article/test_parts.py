"""What an article keeps beside its text, and what is marked in it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from summarizer.article import article_from_text, read_html
from summarizer.article.datelines import find_dateline
from summarizer.article.notes import note_kind
from summarizer.article.paragraphs import Paragraph
from tests.summarizer.article.pages import STORY, page

URL = "https://town.example/pool"


def read(body="", head="", **parts):
    """The article of a page with the story and what a test adds."""
    return read_html(page(body, head, **parts), URL)


def test_a_list_right_below_a_picture_is_its_captions():
    """Its items end without a stop; a list of sentences there is text."""
    picture = "<figure><img></figure><ul><li><p>{}</p></li></ul>"
    captions = "Rowe at the old pool, the place where she learned to swim"
    article = read_html(page(picture.format(captions)), URL)
    assert (article.text.split("\n\n"), article.captions) == (list(STORY), (captions,))
    told = "Rowe has swum there since 1980."
    assert told in read_html(page(picture.format(told)), URL).text


def test_captions_are_kept_apart():
    """In figures and by class, each once, the gallery's numbered copy and bare credits left out."""
    article = read(
        "<figure><img><figcaption>The pool on a Sunday in May. <span>Photo: A. Berg</span></figcaption></figure>"
        "<div class='wp-caption'><p class='wp-caption-text'>Rowe opens the new changing rooms.</p></div>"
        "<div class='caption-full'>Image 2 of 3 Rowe opens the new changing rooms.</div>"
        "<figure><figcaption>Getty Images</figcaption></figure>",
        after="</article><aside><figure><figcaption>A ferry that has nothing to do with it.</figcaption></figure></aside><article>",
    )
    assert article.captions == (
        "The pool on a Sunday in May. Photo: A. Berg",
        "Rowe opens the new changing rooms.",
    )
    assert article.text.split("\n\n") == list(STORY)


def test_a_table_is_kept_as_rows_with_its_header():
    """Spanned cells are repeated, rows are filled up; layout tables and single boxes are no tables."""
    article = read(
        "<table><caption>Costs by year</caption><tr><th>Year</th><th colspan='2'>Crowns</th></tr>"
        "<tr><td rowspan='2'>2025</td><td>Roof</td><td>700,000</td></tr><tr><td>Staff</td><td>300,000</td></tr>"
        "<tr><td>2026</td><td>Roof</td></tr></table><table><tr><td>One box</td></tr></table>"
    )
    (table,) = article.tables
    assert (table.caption, table.header) == ("Costs by year", ("Year", "Crowns", "Crowns"))
    assert table.rows == (
        ("2025", "Roof", "700,000"),
        ("2025", "Staff", "300,000"),
        ("2026", "Roof", ""),
    )
    *story, lines = article.text.split("\n\n")
    assert story == list(STORY)
    assert lines.splitlines()[-1] == "2026 | Roof"


def test_hostile_spans_make_no_giant_table():
    """A cell that wants to reach over millions of rows and columns reaches as far as any table may."""
    cell = "<td colspan='99999999' rowspan='65534'>x</td><td rowspan='-1' colspan='²'>y</td>"
    (table,) = read(f"<table>{f'<tr>{cell}</tr>' * 20}</table>").tables
    assert sum(map(len, table.rows)) <= 20 * 40


def test_subheads_are_marked():
    """Each is a paragraph of the text."""
    article = read("<h2>Who will pay for it</h2>")
    assert [span.of(article.text) for span in article.subheads] == ["Who will pay for it"]


def test_entries_of_a_live_blog_have_their_times():
    """Time as written and as a moment, the line above, and the paragraphs they belong to."""
    entry = (
        "<div class='entry'><time datetime='2026-03-11T{0}:00Z'>{0}</time><h3>At {0}</h3>"
        "<p>At {0} the council heard from a speaker who said that the pool was needed.</p>"
        "<p>The speaker at {0} was told to be short by the mayor, who looked tired.</p></div>"
    )
    body = "".join(entry.format(clock) for clock in ("17:32", "16:48", "13:10", "12:15"))
    article = read_html(
        f"<html><body><main><h1>Pool live</h1><p class='updated'><time>17:40</time></p><div class='blog'>{body}</div></main></body></html>".encode(),
        URL,
    )
    assert [entry.time for entry in article.entries] == ["17:32", "16:48", "13:10", "12:15"]
    assert article.entries[1].at == datetime(2026, 3, 11, 16, 48, tzinfo=UTC)
    assert all(entry.time in entry.span.of(article.text) for entry in article.entries)
    assert [entry.title for entry in article.entries][:2] == ["At 17:32", "At 16:48"]
    assert article.entries[0].span.of(article.text).count("\n\n") == 1
    assert article.entries[0].span.end + 2 == article.entries[1].span.start


@pytest.mark.parametrize(
    "entry",
    [
        "<li><time datetime='2026-03-11T{0}:00Z'>{0}</time><h3>Roof {0}</h3><p>{1}</p></li>",
        "<section><p class='timestamp'>{0}</p><h3>Roof {0}</h3><p>{1}</p></section>",
        "<article><a href='#x{0}'><span class='post-time'>{0}</span></a><h2>Roof {0}</h2><div><p>{1}</p></div></article>",
    ],
)
def test_the_newest_entry_comes_first_and_times_are_no_paragraphs(entry):
    """Whatever the entries are made of; what a time stands in is not the story's text."""
    told = {
        "17:32": "Engineers took the roof off at half past five, harbour master Edda Dahl said.",
        "16:48": "The council met in the old school and heard nine speakers, the clerk said.",
        "13:10": "Nobody was hurt, the police said in a first report on the accident.",
        "12:15": "A crane fell into the pool at noon, the police said on Monday.",
    }
    body = "".join(entry.format(*one) for one in told.items())
    markup = (
        f"<html><title>Pool live</title><body><main><h1>Pool live</h1><div>{body}</div></main></body></html>"
    )
    article = read_html(markup.encode(), URL)
    assert article.text.split("\n\n") == list(told.values())
    assert [(entry.time, entry.title) for entry in article.entries] == [
        (clock, f"Roof {clock}") for clock in told
    ]


def test_an_article_with_a_date_is_no_live_blog():
    """Nor one with comments, each with its time."""
    comments = "".join(
        f"<li><time>1{n}:00</time><p>I think that the roof should go first, comment {n}.</p></li>"
        for n in range(9)
    )
    article = read(
        "<p><time datetime='2026-03-11'>11 March</time></p>", after=f"<ol class='comments'>{comments}</ol>"
    )
    assert article.entries == ()


NOTES = (
    ("Correction: An earlier version of this article gave the cost as 2 million crowns.", "correction"),
    ("CORRECTION, Nov. 15, 2026: The pool was built in 1965, not in 1956, as we wrote.", "correction"),
    ("An earlier version of this article misstated the age of the pool.", "correction"),
    ("This story has been corrected to show that the pool is 60 years old.", "correction"),
    ("Clarification: The vote was on the indoor pool alone, not on both pools.", "clarification"),
    ("This article was updated to clarify the council’s role in the vote.", "clarification"),
    ("UPDATE (3 p.m.): The mayor has now agreed to pay for the roof herself.", "update"),
    ("This article has been updated with a comment from the mayor’s office.", "update"),
    ("Editor’s note: The writer is married to a member of the town council.", "editor"),
)
NO_NOTES = (
    "“Correction: you said that you would pay for the roof,” Rowe told the council.",
    "Corrections officers found the man in his cell, the ministry said on Monday.",
    "The report has been the subject of a dispute since it was published in May.",
    "The story was familiar to everybody who had lived in the town for long.",
    "Update your phone before you travel, the ministry said, or the app will not work.",
    "The post was wrong about the pool, and Rowe said so to everybody in the room.",
    "Updated",
)


@pytest.mark.parametrize(("line", "kind"), NOTES)
def test_notes_on_the_article_are_kept_and_marked(line, kind):
    """In a page and in pasted text; they stay where they stand."""
    for article in (read(f"<p>{line}</p>"), article_from_text("\n\n".join([*STORY, line]), URL)):
        (note,) = article.notes
        assert (note.kind, note.text) == (kind, line)
        assert note.span
        assert note.span.of(article.text) == line


@pytest.mark.parametrize("line", NO_NOTES)
def test_what_only_sounds_like_a_note_is_none(line):
    """Speech, prisons, and prose about reports."""
    assert note_kind(Paragraph(line)) is None


def test_a_note_outside_the_text_is_kept_beside_it():
    """In a box of its own; it has no place in the text."""
    line = "This article was amended on 3 May. An earlier version gave the wrong year."
    article = read(after=f"<div class='promo correction-box'>{line}</div>")
    assert [(note.kind, note.text) for note in article.notes] == [("update", line)]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("KYIV, Ukraine (AP) — The council voted.", "KYIV, Ukraine"),
        ("LONDON, March 3 (Reuters) - The council voted.", "LONDON"),
        ("BRUSSELS — The council voted.", "BRUSSELS"),
        ("Geneva (AFP) – The council voted.", "Geneva"),
        ("ST. JOSEPH, Mich. (AP) _ The council voted.", None),
        ("UPDATE – The council voted.", None),
        ("WATCH: The council voted.", None),
        ("ROWE: I do not know that.", None),
        ("Good news – the pool stays open.", None),
        ("The council — all of it — voted.", None),
    ],
)
def test_a_dateline_is_where_the_report_was_filed(line, place):
    """Its span ends where the report begins."""
    found = find_dateline(line)
    assert (found.place if found else None) == place
    if found:
        assert line[found.span.end :] == "The council voted."


def test_the_standfirst_is_kept_beside_the_text():
    """Unless the text says it anyway."""
    line = "Council votes for another year, and nobody knows yet who will pay."
    body = page().replace(b"</h1>", f"</h1><p class='standfirst'>{line}</p>".encode())
    article = read_html(body, URL)
    assert (article.standfirst, article.text.split("\n\n")) == (line, list(STORY))
    body = page().replace(b"</h1>", f"</h1><p class='article-summary'>{STORY[0]}</p>".encode())
    assert read_html(body, URL).standfirst is None


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='article:section' content='Politics'>",
        '<script type="application/ld+json">{"@type": "NewsArticle", "articleSection": ["Politics", "Town"]}</script>',
    ],
)
def test_the_section_is_the_outlets(head):
    """From JSON-LD, then from meta elements."""
    assert read(head=head).section == "Politics"
