"""What others wrote on the page of a story: readers, the next story, the desk about its author and its newsletters."""

from __future__ import annotations

import pytest

from summarizer.article import read_html
from summarizer.article.endings import without_last_headings
from summarizer.article.paragraphs import Draft, Paragraph
from tests.summarizer.article.pages import STORY, page

URL = "https://town.example/pool"
READER = "<p>“What a swindle,” said Rita Mudge, who has never set foot in the pool.</p>"
NEXT = (
    "<p>Fire chief Rolf Hane said two people had died in the library at Kelby on Monday night.</p>"
    "<p>“We could not get in,” he told reporters at dawn, in front of what was left of the stairs.</p>"
)


def paragraphs(body):
    """The paragraphs of the article on a page."""
    return read_html(body, URL).text.split("\n\n")


@pytest.mark.parametrize(
    "markup",
    [
        f"<div class='rx-list'><h2>Have your say (2)</h2><div class='rx'>{READER}</div></div>",
        f"<div class='discussion-thread'><h3>Read on</h3><div class='post'>{READER}</div></div>",
        f"<h3>14 comments</h3>{READER}",
        f"<p>Join the conversation</p>{READER}",
    ],
)
def test_what_readers_write_below_is_no_part_of_the_story(markup):
    """A class or a heading says that readers have the word from here on."""
    assert paragraphs(page(after=markup)) == list(STORY)


def test_a_link_to_the_comments_above_the_story_ends_nothing():
    """Above the story their number only leads down to them."""
    assert paragraphs(page().replace(b"</h1>", b"</h1><p>14 comments</p>")) == list(STORY)


def test_the_next_story_with_a_main_heading_of_its_own_is_left_out():
    """It was scrolled in beneath the first one, in a box like it."""
    first = "".join(f"<p>{line}</p>" for line in STORY)
    body = (
        f"<html><title>Pool stays open</title><body><main><div class=story><h1>Pool stays open</h1>{first}</div>"
        f"<div class=story><h1>Two die in Kelby library fire</h1>{NEXT}</div></main>"
    )
    assert paragraphs(body.encode()) == list(STORY)


def test_main_headings_within_a_story_part_nothing_off():
    """Some systems set every heading as a main one, also in boxes of their own."""
    parts = "".join(
        f"<div class='part'><h1 class='part-head'>Part {number}</h1><p>{line}</p></div>"
        for number, line in enumerate(STORY, start=1)
    )
    body = f"<html><title>Pool stays open</title><body><article><h1>Pool stays open</h1>{parts}</article>"
    assert [line for line in paragraphs(body.encode()) if not line.startswith("Part")] == list(STORY)


@pytest.mark.parametrize(
    "line",
    [
        "[All you need to start the day: Get Town Briefing in your inbox.]",
        "Arne Bakken may be reached at abakken@town.example. Follow him on Chatter @abakken.",
        "Arne Bakken: 555-652-6593 or abakken@town.example.",
        "Loading Photo Gallery",
        "Never miss the latest news by signing up to our newsletter today!",
        "You can rest assured that your data will not be shared with anybody.",
        "You must confirm your public display name before commenting",
        "Table of Contents",
        "READ: Ten pools that are worth the drive",
        "Read our full Marlin 3 swimming watch review",
        "Source: Coast Statistics Office",
        "Source: www.pools.example",
        "Image used under license from Picstock",
        "Clockwise from top: the roof; the small basin; the door that nobody may use.",
        "[video-player id=”hra2” upload-date=”2019-02-27”]",
        "[CTA_MODULE]",
        "[player id=”x” name=”" + "a very long name " * 12 + "”]",
        "SHARE YOUR STORY",
        "If you liked this blog post, you will like the others.",
        "By Jan Holt, Town Crier March 3, 2026",
        "As an associate of two shops, we may earn a small commission when you buy.",
        "We test every pool ourselves. Buying through our links supports the Courier.",
        "Thank you for being here. Read our Comment Policy before posting.",
        "To see this content please enable targeting cookies.",
        "Thanks for reading the Monday letter.",
        "Fill out the form below with your story ideas.",
        "Do you have an issue with a pool? If so, the Courier wants to hear from you, so send us a note.",
        "(Additional reporting by " + ", ".join(f"Ada Holt{number}" for number in range(40)) + ")",
        "Left: the roof in 1958. Right: the roof today, from the mill.",
        "Embed:",
        "Is this email not displaying correctly? View it in your browser.",
        "View this newsletter in your browser",
        "Scroll through all of the page before you print it.",
        "No comments yet",
        "Watch the video here",
        "Share the story on:",
        "Supporting local journalism",
        "We rely on donations from our readers to send a reporter to each council meeting.",
        "The information included here is designed for informational purposes only. It is not legal advice.",
        "This article does not constitute and should not be taken as financial advice of any kind.",
        "This story about swimming lessons was produced by The Kelby Report, a newsroom that covers schools.",
        "Nell Garrick is the Courier’s county correspondent. She said in 2021 that she would ride every bus in the county.",
    ],
)
def test_lines_of_the_desk_are_no_text(line):
    """Offers, ways to reach the reporter, leftovers of players, who the author is."""
    assert paragraphs(page(after=f"<p>{line}</p>")) == list(STORY)


@pytest.mark.parametrize(
    "line",
    [
        "“They land in your inbox before you have had your coffee,” Rowe said of the letters.",
        "Ada Rowe is a former editor of the Courier. She said that she had asked for nothing.",
        "The ministry said that names, numbers and addresses would not be shared with anybody.",
        "The shop paid commissions to people who linked to it, and the council bought a roof through its links.",
        "Left without a roof, the pool could not open before June, the council said.",
        "The information was for planning purposes only, Rowe said, and it does not bind the council.",
        "The story about the roof was produced by a clerk at the request of the mayor.",
        "We rely on the sea for everything, the harbour master said.",
        "Source of the leak was a pipe that nobody had looked at for years.",
        "“Thanks for reading it out,” the mayor said to the clerk.",
        "By Tuesday, March 3, 2026 was the wettest year so far, the weather office said.",
    ],
)
def test_text_about_such_things_stays(line):
    """A quotation about a newsletter, somebody whom the story tells of, a report on what is shared."""
    assert paragraphs(page(after=f"<p>{line}</p>")) == [*STORY, line]


LONG = (
    *STORY,
    *(
        f"Report {n} on the roof says that {n * 7} beams are rotten and must be replaced."
        for n in range(1, 4)
    ),
)


@pytest.mark.parametrize(
    "offer",
    [
        ("Ready to find your pool? Explore all of Stormlea’s pools today!",),
        ("Get matched with a teacher who swims at your pace", "Explore more letters on water and winter"),
        ("Looking for a teacher?", "Book a free lesson with a swimmer of the county team."),
        ("Order my book of cold rivers for a winter by the fire.", "Check out my films and swim along!"),
        ("If you want to swim with others, contact us and we find your lane.",),
        ("Call 555-0134 today for advice from people who know the water.",),
        ("Other ways to stay in touch with Nell: the river letter",),
        ("We’d love to hear how your lessons went. Contact us on Mondays.",),
    ],
)
def test_what_the_last_lines_offer_a_reader_is_no_text(offer):
    """Lessons, books and talks that the house sells, with the question that leads to them."""
    after = "".join(f"<p>{line}</p>" for line in offer)
    assert paragraphs(page(story=LONG, after=after)) == list(LONG)


@pytest.mark.parametrize(
    "line",
    [
        "“Call us when the water is warm,” Rowe said.",
        "Ready for winter? The pool is not, and neither is the town.",
        "Call it what you like: the vote was a mistake, and the next council will pay for it.",
        "Visit the pool on a Monday and nobody is there.",
    ],
)
def test_a_story_keeps_a_last_line_that_only_sounds_like_an_offer(line):
    """A quotation, a question that is answered, an opinion, an image."""
    assert paragraphs(page(story=LONG, after=f"<p>{line}</p>"))[-1] == line


PORTRAIT = (
    "<p>*Vera Tolm, MD, is a Kelby Medical Group doctor.</p><p>Vera Tolm, MD*</p>"
    "<p>Vera Tolm, MD is a board member of the county’s sports clinic. Her work is about hearts.</p>"
)


def test_a_portrait_of_somebody_whom_the_story_does_not_name_is_no_text():
    """It stands in the last lines, in the present tense, with degrees and an asterisk."""
    assert paragraphs(page(story=LONG, after=PORTRAIT)) == list(LONG)


@pytest.mark.parametrize(
    "after",
    [
        "<p>Vera Tolm is a nurse. She said the roof had leaked on her for years.</p>",
        "<p>Vera Tolm was a nurse for thirty years. She died in the pool on Monday.</p>",
        "<p>Vera Tolm is a nurse. She is one of two who may sit in Rowe’s chair.</p><p>Jan Holt is a baker. He is the other.</p>",
        "<p>Lake Tolm is the deepest in the county.</p>",
    ],
)
def test_people_whom_a_story_names_last_stay(after):
    """Somebody who says something, a victim, two candidates, a lake."""
    assert "Tolm" in read_html(page(story=LONG, after=after), URL).text


def test_a_list_of_other_stories_may_sum_them_up():
    """A heading says what it is; each headline is set as one, with a line or two and a day below."""
    cards = "".join(
        f"<div><h3>{head}</h3><p>{line}</p><p>Updated March {day}, 2026</p></div>"
        for day, (head, line) in enumerate(
            (
                (
                    "Ferry sails again",
                    "The line has found two captains, and the first boat leaves on Monday.",
                ),
                ("Mill to be sold", "The owner wants nine million for it, and a bidder has come forward."),
            ),
            3,
        )
    )
    after = f"<h2>Related articles that may interest you</h2>{cards}"
    assert paragraphs(page(story=LONG, after=after)) == list(LONG)


def test_a_sentence_that_promises_more_heads_no_list():
    """ "More on that tomorrow." is the story's own, whatever follows it."""
    after = "<p>More on that in next week’s paper.</p><h3>What the roof needs</h3><p>New beams.</p><ul><li>Slates from Kelby</li></ul>"
    assert paragraphs(page(story=LONG, after=after))[-1] == "Slates from Kelby"


def test_a_part_of_a_story_with_headings_of_its_own_stays():
    """Its heading does not say that it lists other stories."""
    after = f"<h2>More to be done</h2><h3>Roads</h3><p>{LONG[-1]}</p><h3>Schools</h3><p>The roof of the school leaks, too.</p>"
    assert paragraphs(page(story=LONG[:-1], after=after))[-1] == "The roof of the school leaks, too."


def test_teasers_above_the_headline_are_no_part_of_the_story():
    """A front page opens the story in a window of its own, below teasers that are as long as the story."""
    teasers = "".join(
        f"<li><p>A teaser of story {number}, long enough to read as a paragraph of news, was written on Monday.</p></li>"
        for number in range(3)
    )
    story = "".join(f"<p>{line}</p>" for line in STORY)
    window = f"<div class='modal'><h1>Pool stays open</h1><div class='text'>{story}</div></div>"
    body = f"<html><title>Pool stays open</title><body><div><ul>{teasers}</ul></div>{window}"
    assert paragraphs(body.encode()) == list(STORY)


SIGNED = "<meta name='author' content='Nell Garrick'>"
BIOGRAPHY = (
    "<p>Nell Garrick, a retired swimming teacher, lives in Kelby.</p>"
    "<p>When she’s not in the water, Nell grows leeks.</p>"
)


def test_who_signed_is_introduced_below_and_that_is_no_part_of_the_story():
    """The last paragraphs say who the author is, whatever the calling."""
    assert paragraphs(page(head=SIGNED, after=BIOGRAPHY)) == list(STORY)


@pytest.mark.parametrize("name", ["Nell Garrick", "— Nell Garrick"])
def test_the_name_of_who_signed_is_no_last_line(name):
    """Some sign below their text; the byline has the name."""
    assert paragraphs(page(head=SIGNED, after=f"<p>{name}</p>")) == list(STORY)
    assert paragraphs(page(head=SIGNED, after="<p>Ada Rowe</p>"))[-1] == "Ada Rowe"


@pytest.mark.parametrize(
    "after",
    [
        "<p>Nell Garrick, a councillor, voted against it.</p><p>The roof is 80 years old.</p>",
        f"<p>Garrick learned to swim there in 1958.</p>{BIOGRAPHY}",
    ],
)
def test_an_author_whom_the_story_tells_of_stays(after):
    """The text goes on about something else, or has named its author before."""
    assert "Nell Garrick" in paragraphs(page(head=SIGNED, after=after))[-2]


def test_what_stands_under_about_the_author_is_left_out():
    """A heading says of whom the rest tells."""
    about = "<h3>About the author</h3><p>Nell Garrick has swum in every river of the county.</p>"
    assert paragraphs(page(after=about)) == list(STORY)


def test_who_signed_is_no_first_paragraph_either():
    """Some pages open with a portrait of the author."""
    portrait = "<p>Nell Garrick covers pools for the Courier.</p>"
    body = page(head=SIGNED).replace(b"</h1>", f"</h1>{portrait}".encode())
    assert paragraphs(body) == list(STORY)


@pytest.mark.parametrize("markup", ["<h3>Questions</h3>", "<h2>Trending in Kelby</h2><h3>Banking</h3>"])
def test_a_heading_at_the_end_heads_nothing(markup):
    """What it headed was no part of the story."""
    assert paragraphs(page(after=f"{markup}<ul><li><a href='/x'>Ferry fares</a></li></ul>")) == list(STORY)


def test_a_list_that_is_set_as_headings_stays_at_the_end():
    """Some editors set every item as one."""
    items = (Paragraph("The five pools:"), *(Paragraph(f"Pool {number}", "subhead") for number in range(5)))
    assert without_last_headings(Draft(items)).paragraphs == items
