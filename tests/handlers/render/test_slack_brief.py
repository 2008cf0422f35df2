from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given

from handlers.domain.message import Message
from handlers.render.figures_shown import figures_beside
from handlers.render.slack import brief_message
from handlers.render.slack_buttons import brief_of_row
from handlers.render.slack_parts import moment
from summarizer.model import Article, Brief, Bullet, Credit, Dropped, Evidence, Figure, KeyFigure, Span
from tests.handlers.render import generated
from tests.handlers.render.briefs import (
    HARBOUR_ARTICLE,
    HARBOUR_BRIEF,
    TWO_OUTLETS_BRIEF,
    hostile_brief,
)
from tests.handlers.render.conftest import Compare
from tests.handlers.render.slack_rules import assert_slack_takes, mrkdwn_texts, shown_lines

WHERE = (Evidence("https://outlet.example/story", Span(0, 5)),)


def words_of(brief: Brief) -> str:
    return "\n".join(shown_lines(brief_message(brief, key="k")))


def long_brief(count: int) -> Brief:
    bullets = tuple(
        Bullet(Credit(f"Source {n % 30}"), "said", "indirect", f"statement {n}", WHERE) for n in range(count)
    )
    return Brief((Article("https://outlet.example/story", "Words"),), (), bullets, (), Dropped())


def told_count(message: Message, thing: str) -> int:
    """How many of `thing` the message says it does not show."""
    found = re.search(rf"([\d,]+) more {thing}", labels(message)[0])
    return int(found[1].replace(",", "")) if found else 0


def labels(message: Message) -> list[str]:
    """What the buttons beneath a brief say."""
    return [one["text"]["text"] for one in message.blocks[-1]["elements"] if "text" in one]


def test_a_brief_looks_as_reviewed(golden: Compare) -> None:
    """The blocks of a brief of one article."""
    message = brief_message(HARBOUR_BRIEF, key="share:T1:C1:1.0/0")
    golden("brief.json", json.dumps([message.text, *message.blocks], ensure_ascii=False, indent=1) + "\n")


def test_a_brief_of_several_outlets_looks_as_reviewed(golden: Compare) -> None:
    """The blocks of one brief of several articles."""
    message = brief_message(TWO_OUTLETS_BRIEF, key="k")
    golden(
        "brief_two_outlets.json",
        json.dumps([message.text, *message.blocks], ensure_ascii=False, indent=1) + "\n",
    )


def test_nothing_in_an_article_can_ping_link_or_format() -> None:
    """A page full of Slack's own marks comes out as words."""
    message = brief_message(hostile_brief(), key="k")
    assert_slack_takes(message)
    everything = "\n".join([message.text, *mrkdwn_texts(message.blocks)])
    assert "<!" not in everything
    assert "<@" not in everything
    assert "<https://evil.example|" not in everything
    assert not re.search(r"(?<!\w)[_~`](?=\S)|:bomb:", re.sub(r"<http[^|>]*\|", "", everything))


@pytest.mark.slow
@generated.whole
@given(generated.briefs())
def test_slack_takes_any_brief_and_every_bullet_is_shown_or_counted(brief: Brief) -> None:
    """Whatever an article holds: inside the limits, escaped, and nothing goes in silence."""
    message = brief_message(brief, key="k" * 300)
    assert_slack_takes(message)
    shown = sum(1 for line in shown_lines(message) if line.startswith("• "))
    counted = told_count(message, "statements?") + told_count(message, "figures?")
    assert shown + counted == len(brief.bullets) + len(brief.more) + len(figures_beside(brief))


def test_what_does_not_fit_is_counted_and_the_weightiest_stay() -> None:
    """A brief of 500 statements shows the first of them, says how many are missing and where they are."""
    message = brief_message(long_brief(500), key="k")
    assert_slack_takes(message)
    shown = [
        int(number) for line in shown_lines(message) for number in re.findall(r"statement (\d+)\s<", line)
    ]
    assert sorted(shown) == list(range(len(shown)))
    assert len(shown) > 40
    assert labels(message)[0] == f"{500 - len(shown)} more statements"


def test_the_first_button_counts_what_was_found_and_is_not_shown() -> None:
    """It leads to all of it, and says how much there is."""
    brief = replace(HARBOUR_BRIEF, bullets=HARBOUR_BRIEF.bullets[:2], more=HARBOUR_BRIEF.bullets[2:])
    assert labels(brief_message(brief, key="k"))[0] == "4 more statements"
    one_less = replace(brief, more=brief.more[:1])
    assert labels(brief_message(one_less, key="k"))[0] == "1 more statement"


def test_no_button_leads_to_what_is_shown_already() -> None:
    """A brief that shows all it holds has no button for more."""
    assert labels(brief_message(HARBOUR_BRIEF, key="k")) == ["Evidence", "Fix a source", "Not useful"]


def test_what_is_found_and_not_shown_is_not_called_nothing() -> None:
    """A brief whose statements all stand behind the button does not say that none was found."""
    brief = replace(HARBOUR_BRIEF, bullets=(), figures=(), more=HARBOUR_BRIEF.bullets)
    message = brief_message(brief, key="k")
    assert not any("No statement" in line for line in shown_lines(message))
    assert labels(message)[0] == "6 more statements"


def test_the_buttons_say_which_brief_they_are_of() -> None:
    """By the id of their row, which comes back with every press."""
    row = brief_message(HARBOUR_BRIEF, key="share:1/0").blocks[-1]
    assert row["type"] == "actions"
    assert brief_of_row(row["block_id"]) == "share:1/0"


def test_a_source_of_several_lines_has_a_heading_and_one_of_a_single_line_leads_it() -> None:
    """Each source is named once, with its role, in the brief's order; sources of one line each stand together."""
    lines = words_of(HARBOUR_BRIEF).split("\n")
    named = [line for line in lines if line.startswith(("*", "• *")) and "http" not in line.split("*")[0]]
    sources = [
        line for line in named if any(name in line for name in ("Okafor*", "union*", "Sons*", "records*"))
    ]
    assert [line.split("*")[0] for line in sources] == ["", "", "• ", "• "]
    assert sources[0] == "*Ines Okafor* (harbour master)"
    assert sources[1] == "*The dockworkers’ union*"
    assert sources[2].startswith("• *Brandt &amp; Sons* (Crane maker)")
    at = lines.index(sources[0])
    assert [line.split("\N{NO-BREAK SPACE}<")[0] for line in lines[at + 1 : at + 3]] == [
        "• “Nobody will work under those cranes until we know why they cracked,”",
        "• added that the inspection would take “at least nine days”",
    ]


def test_every_bullet_opens_its_own_proof() -> None:
    """The link beside a bullet leads to the bullet's own words."""
    lines = [line for line in words_of(HARBOUR_BRIEF).split("\n") if "premature" in line]
    assert lines[0].endswith("page=1#:~:text=the%20findings%20as%20%E2%80%9Cpremature|⇗>")
    assert " · " not in lines[0]


def test_second_hand_words_and_posts_are_marked() -> None:
    """A reader sees what the article has from another outlet, and what is a post."""
    seen = words_of(HARBOUR_BRIEF)
    assert "(as reported by the Coastal Herald)" in seen
    assert "(post by @alder_docks, March 9, 2026)" in seen


def test_a_line_proved_by_several_outlets_names_them() -> None:
    """Each outlet's own passage is one press away."""
    line = next(
        line for line in words_of(TWO_OUTLETS_BRIEF).split("\n") if line.startswith("Port Alder closed")
    )
    assert re.findall(r"\|([^>]*)>", line) == ["The Alder Gazette", "Lowmouth Post"]


def test_figures_read_at_a_glance() -> None:
    """Bold number with its modifier, what it counts, who gives it."""
    seen = words_of(replace(HARBOUR_BRIEF, lead=(), bullets=()))
    assert (
        "• *nearly 80%*: the week’s cargo sent to Lowmouth (up from 12% a week earlier) — the dockworkers’ union\N{NO-BREAK SPACE}<"
        in seen
    )
    assert "• *two* cracked cranes\N{NO-BREAK SPACE}<" in seen


def test_a_figure_from_the_article_itself_names_no_source() -> None:
    """No dash without somebody behind it."""
    given_by_nobody = KeyFigure(Figure(Span(0, 2), "40", Decimal(40), concept="ships"), WHERE)
    seen = words_of(replace(HARBOUR_BRIEF, bullets=(), figures=(given_by_nobody,)))
    assert "• *40* ships\N{NO-BREAK SPACE}<" in seen


def test_a_time_is_shown_in_the_readers_zone_and_a_day_as_a_day() -> None:
    """Slack's date formatting for a moment; a page that gives only a day must not shift to another."""
    moment = brief_message(HARBOUR_BRIEF, key="k").blocks[1]["elements"][0]["text"]
    assert "<!date^1773065100^{date_short_pretty}, {time}|9 March 2026, 14:05 UTC>" in moment
    day = replace(HARBOUR_ARTICLE, published=datetime(2026, 3, 9, tzinfo=UTC), modified=None)
    assert "· 9 March 2026 ·" in words_of(replace(HARBOUR_BRIEF, articles=(day,)))


def test_a_moment_before_slack_s_own_time_is_given_in_words() -> None:
    """It counts seconds from 1970 in UTC; an archive's pages are older."""
    eve = datetime(1970, 1, 1, 1, 0, tzinfo=timezone(timedelta(hours=5)))
    assert moment(eve) == "1 January 1970, 01:00 UTC+05:00"


def test_a_page_touched_within_minutes_is_not_called_updated() -> None:
    """Only a later change is worth a reader's eye."""
    published = datetime(2026, 3, 9, 14, 5, tzinfo=UTC)
    touched = replace(HARBOUR_ARTICLE, published=published, modified=published + timedelta(minutes=9))
    assert "updated" not in words_of(replace(HARBOUR_BRIEF, articles=(touched,)))
    assert "updated" in words_of(HARBOUR_BRIEF)


def test_the_first_block_carries_the_key() -> None:
    """So that our own message can be found again."""
    assert brief_message(HARBOUR_BRIEF, key="share:1/0").blocks[0]["block_id"] == "share:1/0"


def test_an_article_without_statements_says_so() -> None:
    """A brief with nothing in it is not an empty post."""
    empty = Brief((Article("", "Words"),), (), (), (), Dropped())
    assert_slack_takes(brief_message(empty, key="k"))
    assert "No statement that names its source, and no figure, was found" in words_of(empty)


def test_pasted_text_has_no_links() -> None:
    """What has no address is told without one."""
    pasted = Article("", "Jane Doe said it rains.", title="Rain")
    said = Bullet(
        Credit("Jane Doe"),
        "said",
        "indirect",
        "it rains",
        (Evidence("", Span(14, 22)),),
        line="said it rains",
    )
    seen = words_of(Brief((pasted,), (), (said,), (), Dropped()))
    assert "*Rain*\n• *Jane Doe* said it rains" in seen


def test_the_fallback_reads_without_blocks() -> None:
    """A notification tells headline, outlet and report; refused blocks still leave the statements."""
    lines = brief_message(HARBOUR_BRIEF, key="k").text.split("\n")
    assert (
        lines[0]
        == "Port Alder shuts terminal over cracked cranes &amp; “put off” repairs (The Alder Gazette)"
    )
    assert lines[1].startswith("Port Alder closed its container terminal")
    assert "• Ines Okafor added that the inspection would take “at least nine days”" in lines
