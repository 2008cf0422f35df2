"""Previews below links of the domains that the operator named, through the whole bot."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.slack.check import MANIFEST, scope_problems
from tests.bot.newsroom import FERRY, SECONDS, Newsroom
from tests.fakes.slack import FakeSlack

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
UNFURLS = "unfurls"
DOMAIN = "127.0.0.1"


def addition():
    """What docs/slack.md tells an operator to add to the manifest."""
    guide = (ROOT / "docs" / "slack.md").read_text(encoding="utf-8")
    section = guide.partition("\n## Previews of links\n")[2]
    return json.loads(section.partition("```json")[2].partition("```")[0])


def manifest_with_unfurls():
    """manifest.json with the addition, for this site's domain."""
    manifest, added = json.loads(MANIFEST.read_text(encoding="utf-8")), addition()
    events = added["settings"]["event_subscriptions"]["bot_events"]
    manifest["features"]["unfurl_domains"] = [DOMAIN]
    manifest["oauth_config"]["scopes"]["bot"] += added["oauth_config"]["scopes"]["bot"]
    manifest["settings"]["event_subscriptions"]["bot_events"] += events
    return manifest


@pytest.fixture(scope="module")
def opened(site, reading, tmp_path_factory):
    """A newsroom whose operator turned previews on, and where one channel has one brief."""
    with FakeSlack(manifest=manifest_with_unfurls()) as slack:
        room = Newsroom(slack, site, reading, tmp_path_factory.mktemp("bot"))
        room.settings = room.settings.model_copy(update={"nutgraf_unfurls": True})
        room.start()
        room.channel = slack.channel("unfurl-desk", (room.ana,), private=True)
        room.answers(room.share(FERRY))
        yield room
        room.stop()


@pytest.fixture
def room(opened):
    """That newsroom with a healthy Slack, and nothing shown yet."""
    opened.slack.heal()
    opened.slack.wait_until_quiet()
    opened.slack.workspace.unfurled.clear()
    return opened


def shown(room, count=1):
    """The previews, once there are so many."""
    unfurled = room.slack.workspace.unfurled
    room.slack.wait_for(lambda: len(unfurled) >= count, SECONDS)
    return unfurled


@pytest.mark.surface(UNFURLS, "happy")
def test_a_link_that_the_channel_knows_shows_its_brief(room):
    """Below the message; the pointer in its thread comes as ever."""
    ts = room.share(FERRY)
    (preview,) = shown(room)
    assert preview["ts"] == ts
    assert "Ansell" in str(preview["unfurls"][room.site.url(FERRY)]["blocks"])
    assert "Already briefed" in room.answers(ts)[0].text


@pytest.mark.surface(UNFURLS, "bad input")
def test_a_link_to_nothing_shows_nothing(room):
    """Its sharer alone is told."""
    room.ended(room.share("/nowhere"))
    room.slack.wait_until_quiet(0.4)
    assert room.slack.workspace.unfurled == []


@pytest.mark.surface(UNFURLS, "no permission")
def test_a_link_that_another_channel_knows_shows_nothing(room):
    """What is briefed in a private channel is that channel's."""
    other = room.slack.channel("unfurl-elsewhere", (room.ana,))
    home, room.channel = room.channel, other
    try:
        room.answers(room.share(FERRY))
        room.slack.wait_until_quiet(0.4)
        assert room.slack.workspace.unfurled == []
    finally:
        room.channel = home


@pytest.mark.surface(UNFURLS, "no permission")
def test_a_channel_that_the_bot_was_thrown_out_of_shows_nothing(room):
    """Slack tells of its links all the same; it is asked for nothing in return."""
    room.slack.remove_bot(room.channel)
    try:
        room.slack.wait_until_quiet()
        before = len(room.slack.calls())
        room.share(FERRY)
        room.slack.wait_until_quiet(0.4)
        assert room.slack.workspace.unfurled == []
        assert len(room.slack.calls()) == before
    finally:
        room.slack.invite_bot(room.channel, room.ana)


def test_the_doctor_finds_nothing_lacking_and_the_docs_name_at_most_five_domains(room):
    """What docs/slack.md adds is all that previews need."""
    assert list(scope_problems(room.settings)) == []
    assert 1 <= len(addition()["features"]["unfurl_domains"]) <= 5


@pytest.mark.surface(UNFURLS, "Slack error")
def test_slack_asking_to_wait_gets_it_later_and_a_refusal_costs_nothing_else(room):
    """The pointer stands in any case."""
    room.slack.fail_next("chat.unfurl", retry_after=1)
    room.answers(room.share(FERRY))
    assert len(shown(room)) == 1
    room.slack.fail_next("chat.unfurl", "cannot_unfurl_url")
    (pointer,) = room.answers(room.share(FERRY))
    assert "Already briefed" in pointer.text
