from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given

from handlers.render.slack import digest_messages
from handlers.render.slack_digest_lines import shown_length
from summarizer.model import Bullet, Credit, Digest, DigestStory, Evidence, OutletLink, Span
from tests.handlers.render import generated
from tests.handlers.render.briefs import DIGEST, HARBOUR_ARTICLE, LOWMOUTH_ARTICLE
from tests.handlers.render.conftest import Compare
from tests.handlers.render.slack_rules import assert_slack_takes, shown_lines

DAY = date(2026, 3, 10)


def story_of(number: int, bullets: int = 6, *, more: int = 0) -> DigestStory:
    url = f"https://outlet.example/story-{number}"
    said = tuple(
        Bullet(
            Credit(f"Source {n}"),
            "said",
            "indirect",
            f"what was said number {n} of story {number} " * 4,
            (Evidence(url, Span(0, 9)),),
        )
        for n in range(bullets)
    )
    return DigestStory(
        f"Headline {number}", (OutletLink("Outlet", url, f"Headline {number}"),), None, said, (), more
    )


def all_lines(digest: Digest) -> list[str]:
    return [line for message in digest_messages(digest, key="d") for line in shown_lines(message)]


def test_a_digest_looks_as_reviewed(golden: Compare) -> None:
    """The blocks of a digest that fits into one message."""
    texts = {article.url: article.text for article in (HARBOUR_ARTICLE, LOWMOUTH_ARTICLE)}
    (message,) = digest_messages(DIGEST, key="d", texts=texts)
    golden("digest.json", json.dumps([message.text, *message.blocks], ensure_ascii=False, indent=1) + "\n")


@pytest.mark.slow
@generated.whole
@given(generated.digests())
def test_slack_takes_any_digest_and_every_story_is_told(digest: Digest) -> None:
    """Whatever the day held: every message inside the limits, every statement shown or counted."""
    messages = digest_messages(digest, key="k" * 300)
    for message in messages:
        assert_slack_takes(message)
    in_full = messages[1:] if len(messages) > 1 else messages
    lines = [line for message in in_full for line in shown_lines(message)]
    shown = sum(1 for line in lines if re.match(r"• \*", line))
    counted = sum(
        int(found[1].replace(",", ""))
        for line in lines
        if (found := re.match(r"_([\d,]+) more statements?", line))
    )
    assert shown + counted == sum(len(story.bullets) + story.more for story in digest.stories)


def test_a_digest_that_fits_is_one_message() -> None:
    """No thread where none is needed."""
    assert len(digest_messages(DIGEST, key="d")) == 1


@pytest.mark.parametrize(("is_posted", "where"), [(True, "in the thread"), (False, "below")])
def test_a_long_digest_is_a_line_a_story_and_each_story_in_full_below(where: str, *, is_posted: bool) -> None:
    """All stories are named in the channel before any is told; the weightiest with a sentence."""
    digest = Digest(DAY, tuple(story_of(number) for number in range(20)), (story_of(99, 0),))
    parent, *replies = digest_messages(digest, key="d", is_posted=is_posted)
    above = "\n".join(shown_lines(parent))
    below = "\n".join(line for reply in replies for line in shown_lines(reply))
    assert re.findall(r"\|Headline (\d+)>", above) == [*map(str, range(20)), "99"]
    assert re.findall(r"^\*<[^|]*\|Headline (\d+)>\*", below, re.MULTILINE) == [*map(str, range(20))]
    assert "• *<https://outlet.example/story-0|Headline 0>* (Outlet): Source 0" in above
    assert "• <https://outlet.example/story-19|Headline 19> (Outlet)" in above
    assert f"Each story in full: {where}." in above


@pytest.mark.parametrize("count", [5, 20, 60, pytest.param(300, marks=pytest.mark.slow)])
def test_the_message_that_a_channel_sees_has_two_thousand_characters_at_most(count: int) -> None:
    """As they are read; what is not named there is counted, and told below."""
    stories = tuple(
        replace(story_of(number), headline=f"Story {number} about what happened there " * 5)
        for number in range(count)
    )
    parent, *replies = digest_messages(Digest(DAY, stories[:12], stories[12:]), key="d", is_posted=True)
    assert shown_length(parent.blocks) <= 2000
    lines = [line for message in (parent, *replies) for line in shown_lines(message)]
    assert all(any(f"Story {number} " in line for line in lines) for number in range(count))


def test_each_message_carries_its_own_key() -> None:
    """So that each can be found again after a crash."""
    digest = Digest(DAY, tuple(story_of(number) for number in range(40)))
    messages = digest_messages(digest, key="digest:T1:C1")
    assert [message.blocks[0]["block_id"] for message in messages] == [
        f"digest:T1:C1/{n}" for n in range(len(messages))
    ]


def test_a_story_too_long_for_a_message_counts_its_rest() -> None:
    """Its first statements are told, the others counted with those of the archive."""
    lines = all_lines(Digest(DAY, (story_of(0, bullets=300, more=7),)))
    shown = sum(1 for line in lines if line.startswith("• *Source"))
    assert 20 < shown < 300
    assert f"_{300 - shown + 7} more statements in the archive_" in lines


def test_stories_and_articles_are_counted_and_the_span_of_time_is_told() -> None:
    """A reader knows what the digest covers."""
    (message,) = digest_messages(DIGEST, key="d")
    assert shown_lines(message)[1] == "3 stories from 4 articles"
    (message,) = digest_messages(replace(DIGEST, since=DAY - timedelta(days=4)), key="d")
    assert shown_lines(message)[1] == "3 stories from 4 articles since Friday"
    (message,) = digest_messages(replace(DIGEST, since=DAY - timedelta(days=7)), key="d")
    assert shown_lines(message)[1] == "3 stories from 4 articles since 3 March 2026"


def test_a_story_names_every_outlet_that_carries_it() -> None:
    """Each linked to its own article; of many, the later ones are counted."""
    outlets = tuple(OutletLink(f"Outlet {n}", f"https://o{n}.example/a", "Same") for n in range(9))
    line = all_lines(Digest(DAY, (replace(story_of(0), outlets=outlets),)))[3]
    assert re.findall(r"\|([^>]*)>", line) == [f"Outlet {n}" for n in range(6)]
    assert line.endswith("and 3 more outlets")


def test_short_stories_are_told_by_their_headlines() -> None:
    """One line each, below the others."""
    lines = all_lines(DIGEST)
    assert lines[-2:] == [
        "*Also*",
        "• <https://lowmouth-post.example/ships|Lowmouth ready for diverted ships> (Lowmouth Post)",
    ]


def test_an_empty_day_says_so() -> None:
    """In one line, for channels that want it."""
    (message,) = digest_messages(Digest(DAY, ()), key="d")
    assert_slack_takes(message)
    assert shown_lines(message) == ["*Digest for Tuesday, 10 March 2026*: no links were shared."]
