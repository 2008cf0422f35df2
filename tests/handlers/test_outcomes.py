"""One line in the log for each link and digest: what became of it, and the ids to follow it by."""

from __future__ import annotations

import json
import logging
from datetime import timedelta

import pytest

from bot.log import JsonLines, TextLines
from bot.schedule import DigestClock
from handlers.domain.channels import ChannelSetting
from handlers.domain.errors import NotFound, SlackRefused
from handlers.flows.digest.digests import BY_HAND_FLOW
from handlers.flows.digest.typed import Typed
from handlers.flows.links.by_hand import ASK_FLOW, Request
from handlers.flows.links.pasting import PASTE_FLOW, Paste
from handlers.flows.links.share import SHARE_FLOW, Share
from handlers.flows.links.wanted import wanted_share
from handlers.links import address_of
from tests.fakes.desk import FakeDesk, brief_of
from tests.fakes.engine import Died

ONE, TWO = "https://courier.example/dam", "https://standard.example/verdict"
QUERY = "?token=8f3a&utm_source=x#part"
VERDICT = "A jury in Sorrel Bay found the harbour master Piet Lund guilty. His lawyer said he would appeal."


@pytest.fixture
def fake(tmp_path):
    made = FakeDesk(tmp_path)
    made.reading.pages[TWO] = brief_of(TWO, VERDICT)
    return made


@pytest.fixture
def lines(caplog):
    """What was logged of links and digests: the words of each, and its facts."""
    caplog.set_level(logging.INFO)
    return lambda: [
        (record.getMessage(), record.fields) for record in caplog.records if record.name == "nutgraf.outcomes"
    ]


def begin(fake, shared):
    fake.engine.begin(SHARE_FLOW, shared.flow_id, shared.to_json())


def share(*links, ts="10.5"):
    return Share("T1", "C1", ts, ts, "U0ANA", links)


def test_a_link_that_is_briefed_is_one_line_with_its_ids_and_without_secrets(fake, lines):
    """The address stands without what follows its path."""
    shared = share(ONE + QUERY)
    begin(fake, shared)
    ids = {"flow": shared.flow_id, "brief": f"{shared.flow_id}/0"}
    assert lines() == [("link briefed", {"url": ONE, **ids, "team": "T1", "channel": "C1", "ts": "10.5"})]


def test_every_link_of_a_message_has_its_own_line(fake, lines):
    """Also one that could not be read, with the kind of error."""
    fake.reading.pages[TWO] = NotFound(TWO)
    begin(fake, share(ONE, TWO))
    assert [(words, facts["url"], facts.get("reason")) for words, facts in lines()] == [
        ("link briefed", ONE, None),
        ("link could not be read", TWO, "NotFound"),
    ]


def test_links_to_one_story_have_a_line_each(fake, lines):
    """With the one brief that they have."""
    other = "https://standard.example/dam"
    begin(fake, share(ONE, other))
    assert [facts["url"] for _, facts in lines()] == [ONE, other]
    assert len({facts["brief"] for _, facts in lines()}) == 1


def test_what_nobody_foresaw_leads_to_its_traceback(fake, lines, caplog):
    """By the reference that the reporter has as well."""
    fake.reading.pages[ONE] = ZeroDivisionError("boom")
    begin(fake, share(ONE))
    ((words, facts),) = lines()
    assert (words, facts["reason"]) == ("link could not be read", "ZeroDivisionError")
    assert f"reading failed, reference {facts['reference']}" in caplog.text


def test_a_link_that_was_briefed_before_leads_to_that_brief(fake, lines):
    """Shared again by another message."""
    begin(fake, share(ONE))
    begin(fake, share(ONE, ts="11.5"))
    first, again = lines()
    assert again[0] == "link already briefed"
    assert again[1]["brief"] == first[1]["brief"]
    assert again[1]["ts"] == "11.5"


def test_a_link_that_slack_refuses_says_its_code(fake, lines):
    """In a channel and to who typed a command."""

    def refuse(*_, **__):
        raise SlackRefused("is_archived", permanent=True)

    fake.chat.post = refuse
    begin(fake, share(ONE))
    request = Request("T1", "C1", "U1", "1.1", "https://hooks.example/1", (TWO + QUERY,), "channel")
    fake.engine.begin(ASK_FLOW, request.flow_id, request.to_json())
    assert [(words, facts["url"], facts["reason"]) for words, facts in lines()] == [
        ("link refused by Slack", ONE, "is_archived"),
        ("link refused by Slack", TWO, "is_archived"),
    ]


@pytest.mark.parametrize(
    ("setting", "reason"),
    [
        (ChannelSetting("T1", "C1", "off"), "channel is off"),
        (ChannelSetting("T1", "C1", "request"), "not asked for"),
        (ChannelSetting("T1", "C1", muted=("courier.example",)), "muted"),
    ],
)
def test_a_link_that_the_channel_does_not_want_is_a_line_with_the_reason(fake, lines, setting, reason):
    """Nothing else is left of it."""
    fake.channels.set_channel(setting)
    assert wanted_share(fake.channels, share(ONE + QUERY), asked=False) is None
    facts = {"reason": reason, "url": ONE, "team": "T1", "channel": "C1", "ts": "10.5"}
    assert lines() == [("link skipped", facts)]


def test_a_pasted_text_is_a_line_without_a_word_of_it(fake, lines):
    """There is no address to name."""
    paste = Paste("T1", "D1", "10.5", "10.5", "U1", VERDICT * 5)
    fake.engine.begin(PASTE_FLOW, paste.flow_id, paste.to_json())
    ((words, facts),) = lines()
    assert words == "link briefed"
    assert "url" not in facts
    assert "Lund" not in str(facts)


@pytest.mark.parametrize("number", range(12))
def test_a_flow_that_died_and_was_taken_up_again_has_one_line(fake, lines, number):
    """At whichever of its steps it died."""
    fake.engine.die_after = number
    try:
        begin(fake, share(ONE))
    except Died:
        fake.engine.die_after = -1
        fake.engine.resume()
    assert [words for words, _ in lines()] == ["link briefed"]


def test_a_digest_is_one_line_with_its_day_and_stories(fake, lines):
    """By the clock, and by hand where nothing is left to tell."""
    begin(fake, share(ONE))
    fake.now = fake.now.replace(hour=8) + timedelta(days=1)
    DigestClock(fake.store, fake.engine, lambda: fake.now, timedelta(hours=12)).tick()
    where = {"team": "T1", "channel": "C1"}
    typed = Typed("T1", "C1", "U1", "now", "https://hooks.example/1", fake.now)
    fake.engine.begin(BY_HAND_FLOW, "digest:by hand", typed.to_json())
    daily, by_hand = [line for line in lines() if "digest" in line[0]]
    assert daily[0] == "digest posted"
    assert daily[1] == {"day": "2026-03-03", "stories": 1, "flow": daily[1]["flow"], **where}
    assert by_hand == (
        "digest had nothing to tell",
        {"day": "2026-03-03", "stories": 0, "flow": "digest:by hand", **where},
    )


def test_a_digest_that_slack_refuses_says_its_code(fake, lines):
    """And how many stories it would have told."""

    def refuse(*_, **__):
        raise SlackRefused("is_archived", permanent=True)

    begin(fake, share(ONE))
    fake.chat.post = refuse
    fake.now = fake.now.replace(hour=8) + timedelta(days=1)
    DigestClock(fake.store, fake.engine, lambda: fake.now, timedelta(hours=12)).tick()
    words, facts = lines()[-1]
    assert (words, facts["reason"], facts["stories"]) == ("digest refused by Slack", "is_archived", 1)


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://ana:pass@courier.example:8080/dam?key=1#x", "https://courier.example:8080/dam"),
        ("https://courier.example", "https://courier.example"),
        ("https://courier.example/\x1b[2Jdam", "https://courier.example/[2Jdam"),
        ("https://[::1/dam", ""),
        ("", ""),
    ],
)
def test_an_address_in_the_log_has_no_secret_and_nothing_that_a_terminal_obeys(url, address):
    """Scheme, host, port and path."""
    assert address_of(url) == address


def test_facts_are_words_in_a_text_line_and_fields_in_a_json_line():
    """For people, and for machines."""
    record = logging.LogRecord("nutgraf.outcomes", logging.INFO, "", 1, "link skipped", None, None)
    record.fields = {"reason": "not asked for", "url": ONE}
    said = TextLines("%(levelname)s %(message)s").format(record)
    assert said == f'INFO link skipped reason="not asked for" url={ONE}'
    line = json.loads(JsonLines().format(record))
    assert (line["message"], line["reason"], line["url"]) == ("link skipped", "not asked for", ONE)
