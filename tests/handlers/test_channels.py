"""Which links a channel wants briefed."""

from datetime import UTC, datetime, timedelta

import pytest

from handlers.domain.channels import ChannelSetting, links_wanted, reason_to_skip
from tests.fakes.desk import FakeDesk

DAM, MILL = "https://www.courier.example/dam", "https://live.news.standard.example/mill"
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def wanted(setting, everywhere, links, *, asked):
    """The links that such a channel wants."""
    return tuple(url for url in links if not reason_to_skip(setting, everywhere, url, asked=asked))


@pytest.mark.parametrize(
    ("mode", "shared", "asked"),
    [("every", (DAM, MILL), (DAM, MILL)), ("request", (), (DAM, MILL)), ("off", (), ())],
)
def test_a_channel_has_one_of_three_modes(mode, shared, asked):
    """Every link, only what is asked for, nothing."""
    setting = ChannelSetting("T1", "C1", mode)
    assert wanted(setting, (), (DAM, MILL), asked=False) == shared
    assert wanted(setting, (), (DAM, MILL), asked=True) == asked


def test_muted_outlets_are_left_out_with_all_their_hosts():
    """The channel's, and the workspace's; a domain that only ends alike is another outlet."""
    setting = ChannelSetting("T1", "C1", muted=("courier.example",))
    other = "https://notcourier.example/dam"
    assert wanted(setting, (), (DAM, MILL, other), asked=False) == (MILL, other)
    assert wanted(setting, ("standard.example",), (DAM, MILL), asked=True) == ()


def test_a_channel_that_set_nothing_wants_every_link_and_direct_messages_always_do(tmp_path):
    """Also where the workspace has muted an outlet: who writes to the bot asks."""
    channels = FakeDesk(tmp_path).channels
    channels.mute_everywhere("T1", ["courier.example"])
    assert links_wanted(channels, "T1", "C1", (DAM, MILL), asked=False) == (MILL,)
    assert links_wanted(channels, "T1", "D1", (DAM, MILL), asked=False) == (DAM, MILL)
    assert links_wanted(channels, "T2", "C1", (DAM,), asked=False) == (DAM,)


def test_what_was_set_is_kept_and_replaced_whole(tmp_path):
    """Channel by channel, workspace by workspace."""
    channels = FakeDesk(tmp_path).channels
    first = ChannelSetting("T1", "C1", "request", ("courier.example", "standard.example"))
    channels.set_channel(first)
    assert channels.channel_setting("T1", "C1") == first
    channels.set_channel(ChannelSetting("T1", "C1", "off", ("ledger.example",)))
    assert channels.channel_setting("T1", "C1").muted == ("ledger.example",)
    assert channels.channel_setting("T2", "C1") == ChannelSetting("T2", "C1")
    assert channels.muted_everywhere("T1") == ()


def test_a_welcome_is_said_once_within_a_day(tmp_path):
    """The same one may be tried again after a crash."""
    claim = FakeDesk(tmp_path).channels.claim_welcome
    assert claim("T1", "C1", "a", NOON)
    assert claim("T1", "C1", "a", NOON)
    assert not claim("T1", "C1", "b", NOON + timedelta(hours=23))
    assert claim("T1", "C1", "c", NOON + timedelta(days=1))
    assert claim("T1", "C2", "d", NOON)
