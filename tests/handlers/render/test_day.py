"""The self-written day as its digest shows it, read by an editor."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from functools import cache

from rich.console import Console

from handlers.render.html import digest_html
from handlers.render.markdown import digest_markdown
from handlers.render.shapes import digest_shape
from handlers.render.slack import digest_messages
from handlers.render.slack_limits import MOST_BLOCKS
from handlers.render.terminal import print_digest
from summarizer.digest import compile_digest
from summarizer.model import Digest
from summarizer.stories import StoryBook
from tests.corpus.day import day_articles, day_briefs

Compare = Callable[[str, str], None]


@cache
def digests() -> tuple[Digest, Digest]:
    """Both days, compiled once for all tests: nobody can change them."""
    first, second = day_briefs(4), day_briefs(5)
    return compile_digest(first, date(2026, 5, 5)), compile_digest(second, date(2026, 5, 6), first)


def on_paper(digest: Digest) -> str:
    console = Console(file=io.StringIO(), width=88, color_system=None)
    print_digest(digest, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_the_day_falls_into_its_eight_stories() -> None:
    """28 articles, two of them fires on one night, come to the stories that they were written for."""
    book, told = StoryBook(), day_articles()
    for _, page in told:
        book.add(page.url, page.text, page.title, page.published)
    found = defaultdict(set)
    for story, page in told:
        found[book.story_of(page.url)].add(story)
    assert (len(told), len(found)) == (28, 8)
    assert all(len(stories) == 1 for stories in found.values())


def test_the_day_on_the_terminal_is_as_reviewed(golden: Compare) -> None:
    """Both days, the second one going on from the first."""
    golden("day.txt", "\n".join(map(on_paper, digests())))


def test_the_day_in_markdown_is_as_reviewed(golden: Compare) -> None:
    """The same with every proof linked."""
    texts = {page.url: page.text for _, page in day_articles()}
    golden("day.md", "\n".join(digest_markdown(digest, texts) for digest in digests()))


def test_an_agency_text_in_two_outlets_is_one_voice() -> None:
    """Two papers print the agency's text: the story of four outlets has three voices."""
    mine = next(
        story for story in digests()[0].stories if any("Graskell" in one.title for one in story.outlets)
    )
    assert [(voice.agency, len(voice.outlets)) for voice in mine.voices] == [(None, 1), (None, 1), ("CNA", 2)]


def test_an_outlet_that_writes_twice_is_one_voice_with_two_links() -> None:
    """The Courier told of the flood in the morning and in the evening."""
    flood = digests()[1].stories[0]
    courier = ("The Brackwater Courier",)
    assert [voice.outlets for voice in flood.voices].count(courier) == 1
    assert "[The Brackwater Courier (2)](" in digest_markdown(digests()[1])


def test_nothing_is_told_twice_within_a_story() -> None:
    """What stands under "Denied" or "Outlets disagree" is no bullet and no figure as well."""
    for story in (story for digest in digests() for story in digest.stories):
        sides = [bullet for pair in story.opposed for bullet in (pair.first, pair.second)]
        assert not [bullet for bullet in story.bullets if bullet in sides]
        told = {proof for one in story.differ for claim in one.claims for proof in claim.evidence}
        assert not [key for key in story.figures if told & {*key.evidence}]
        amounts = [(key.figure.value, key.figure.unit) for key in story.figures]
        assert len(amounts) == len(set(amounts))


def test_a_figure_that_changes_over_the_day_has_a_timeline() -> None:
    """Four values of three sources; the page carries the picture, Markdown links a file, JSON the points."""
    _, second = digests()
    (flood,) = (story for story in second.stories if story.timeline)
    assert flood.timeline is not None
    assert [str(point.figure.value) for point in flood.timeline.points] == ["1200", "900", "1400", "1550"]
    assert "](<flood.png>)" in digest_markdown(second, pictures={flood.timeline: "flood.png"})
    shape = next(story for story in digest_shape(second)["stories"] if story["timeline"])
    assert [point["figure"]["value"] for point in shape["timeline"]["points"]] == [1200, 900, 1400, 1550]


def test_the_second_day_tells_what_is_new() -> None:
    """A story that goes on says so and repeats no statement of the day before."""
    first, second = digests()
    before = {bullet.text for story in first.stories for bullet in story.bullets}
    (mine,) = (story for story in second.stories if story.earlier)
    assert mine.earlier == 4
    assert not before & {bullet.text for bullet in mine.bullets}


def test_the_day_as_html_is_one_closed_document_without_script() -> None:
    """Every tag that is opened is closed, nothing is loaded, every outlet is linked."""
    page = digest_html(digests()[0])
    for tag in ("article", "ul", "li", "p", "a", "strong", "h2", "span"):
        assert page.count(f"<{tag}>") + page.count(f"<{tag} ") == page.count(f"</{tag}>")
    assert "<script" not in page
    assert "<img" not in page
    assert all(
        f'href="{page_.url}"' in page for _, page_ in day_articles() if "05-04" in str(page_.published)
    )


def test_a_headline_cannot_break_out_of_the_html() -> None:
    """Signs of markup in an article's words are shown as words."""
    digest = digests()[0]
    story = digest.stories[0]
    hostile = Digest(digest.day, (type(story)('"><script>x</script>', story.outlets, None, (), ()),))
    assert "<script>" not in digest_html(hostile)


def test_the_day_fits_slack() -> None:
    """Differences and voices stand in blocks that Slack takes."""
    messages = digest_messages(digests()[0], key="day")
    assert all(len(message.blocks) <= MOST_BLOCKS for message in messages)
    assert "Outlets disagree on" in str(messages)
    assert "CNA, in 2 outlets" in str(messages)
