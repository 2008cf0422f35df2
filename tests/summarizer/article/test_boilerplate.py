"""Lines among the paragraphs that are not the article."""

from __future__ import annotations

import pytest

from summarizer.article import article_from_text, read_html
from tests.summarizer.article.pages import STORY, page

LINES = (
    "READ MORE: Why the old baths were pulled down",
    "Read also: Ten pools worth the drive",
    "Related: A short history of bathing",
    "RELATED STORIES",
    "Also on town.example: The man who tunes the organ",
    "WATCH: The vote in forty seconds",
    "Sign up for our morning newsletter",
    "Subscribe to The Town Crier and never miss a story.",
    "Get the latest headlines delivered to your inbox every morning.",
    "Follow us on Facebook and Instagram",
    "Follow Jan Holt on Twitter @jan_holt",
    "Like this story? Share it with a friend!",
    "Share this article",
    "Advertisement",
    "ADVERTISEMENT",
    "Story continues below advertisement",
    "5 min read",
    "Tags: pool, council",
    "Filed under Town Hall",
    "© 2026 The Town Crier. All rights reserved.",
    "Copyright 2026 The Associated Press. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.",
    "(Reporting by Jan Holt; Editing by Mia Sund)",
    "The Associated Press contributed to this report.",
    "With files from Reuters",
    "— AFP",
    "Photo: Mia Sund / Town Crier",
    "Photograph by Mia Sund",
    "Tell us what you think in the comments",
    "Join the conversation",
    "Download our app for breaking news",
    "Jan Holt can be reached at jan@town.example.",
    "If you know more, the newsroom would like to hear from you.",
    "___",
    "* * *",
    "https://town.example/more",
)
PROSE = (
    "“Watch the roof,” she told them, and left.",
    "“Sign up for our newsletter,” the leaflet said, and 400 people did.",
    "“Follow us on foot if you must,” the mayor told the cameras.",
    "Related companies will pay the same tax, the minister said.",
    "More than 400 people signed a petition against the plan.",
    "Share prices fell 4% after the vote.",
    "Photographs of the damage were shown to the court, and two jurors wept.",
    "Join any queue in this town and you will hear about the pool.",
    "Reporting by the newspaper in 2019 had shown the roof to be unsafe.",
    "Reuters first reported the talks on Friday, and both companies confirmed them.",
    "The contract says the plans “may not be reproduced without permission” of the architect.",
    "Correction: An earlier version of this article gave the wrong year for the opening.",
    "What do you think will happen to the roof?",
    "If you have a fever, call your doctor and stay at home, the ministry said.",
    "Editing by committee had ruined the report, Rowe said.",
)


@pytest.mark.parametrize("line", LINES)
def test_a_line_to_the_reader_is_left_out(line):
    """Pointers, invitations, labels, credits and claims of rights go and are counted."""
    article = article_from_text("\n".join([*STORY, line]), "file:///a.txt")
    assert article.text.split("\n\n") == list(STORY)
    assert article.dropped.boilerplate_lines == 1


@pytest.mark.parametrize("line", PROSE)
def test_prose_that_begins_like_a_line_to_the_reader_stays(line):
    """Speech, sentences and notes of correction are the article's."""
    article = article_from_text("\n".join([STORY[0], line, *STORY[1:]]), "file:///a.txt")
    assert line in article.text.split("\n\n")


@pytest.mark.parametrize(
    "head",
    [
        "You may also like",
        "RELATED STORIES",
        "More from The Town Crier",
        "Most read",
        "Recommended for you:",
        "Trending now",
    ],
)
def test_lists_of_headlines_go_as_plain_text(head):
    """A head line and the headlines under it; the story may go on afterwards."""
    headlines = [
        "Why the herring are late, and who is paying for it",
        "Is this the end of the ferry?",
        "MIA SUND: ‘I was there first’",
    ]
    article = article_from_text("\n".join([*STORY[:2], head, *headlines, *STORY[2:]]), "file:///a.txt")
    assert article.text.split("\n\n") == list(STORY)
    assert article.dropped.boilerplate_lines == 4


def test_a_subhead_that_sounds_like_a_list_stays_with_its_prose():
    """ "The latest" above paragraphs heads a section."""
    article = article_from_text("\n".join([STORY[0], "The latest", *STORY[1:]]), "file:///a.txt")
    assert article.text.split("\n\n")[1] == "The latest"


def test_what_stands_before_the_first_sentence_is_left_out():
    """Kicker, deck, byline and time are not the story; a pasted headline becomes the title."""
    opening = [
        "Pool stays open for a year",
        "Council votes after a long night; roof remains in doubt",
        "By Jan Holt",
        "3 March 2026, 10:15 GMT",
    ]
    article = article_from_text("\n".join([*opening, *STORY]), "file:///a.txt")
    assert article.text.split("\n\n") == list(STORY)
    assert article.title == "Pool stays open for a year"


@pytest.mark.parametrize(
    "markup",
    [
        '<p><a href="/x">Why the old baths were pulled down</a></p>',
        "<figure><img src='x'><figcaption>The pool in winter. Mia Sund</figcaption></figure>",
        '<p class="wp-caption-text">The pool in winter. Mia Sund</p>',
        "<ul><li><a href='/a'>Why the herring are late this year</a></li><li><a href='/b'>Ferry fares to rise again in May</a></li></ul>",
        '<div class="newsletter-signup"><p>One letter a day, at six.</p></div>',
        '<aside class="related"><h3>Related</h3><p><a href="/x">Ten pools worth the drive</a></p></aside>',
        "<script>document.write('The pool is closed.')</script>",
    ],
)
def test_what_stands_between_paragraphs_is_left_out(markup):
    """Link lines, captions, boxes and scripts are not read as prose."""
    assert read_html(page(markup), "https://town.example/pool").text.split("\n\n") == list(STORY)


def test_the_credited_agency_is_remembered():
    """The line goes, the credit stays with the article."""
    assert article_from_text("\n".join([*STORY, "— AFP"]), "file:///a.txt").agency == "AFP"
    assert (
        article_from_text(
            "\n".join(["ALDEN, March 3 (Reuters) - " + STORY[0], *STORY[1:]]), "file:///a.txt"
        ).agency
        == "Reuters"
    )
    assert (
        article_from_text(
            "\n".join([*STORY, "The Associated Press contributed to this report."]), "file:///a.txt"
        ).agency
        == "AP"
    )
    assert article_from_text("\n".join(STORY), "file:///a.txt").agency is None
