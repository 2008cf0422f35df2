"""One message a second in a channel, however many wait."""

from __future__ import annotations

from bot.slack.post_turns import MOST_REMEMBERED, PostTurns


class Time:
    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


def turns():
    time = Time()
    return PostTurns(1.0, time), time


def test_the_first_message_in_a_channel_waits_for_nothing():
    """Nor does the first one after a quiet second."""
    posting, time = turns()
    assert posting.wait("C1", "a") == 0
    time.at += 1
    assert posting.wait("C1", "b") == 0


def test_messages_that_wait_are_given_turns_a_second_apart_and_keep_them():
    """Asking again does not lose a turn, and coming late takes none from the others."""
    posting, time = turns()
    assert [posting.wait("C1", key) for key in "abcd"] == [0, 1, 2, 3]
    assert posting.wait("C1", "c") == 2
    time.at += 2.5
    assert [posting.wait("C1", key) for key in "cb"] == [0, 0]
    assert posting.wait("C1", "e") == 1.5


def test_a_flood_in_one_channel_does_not_delay_another():
    """Each channel has turns of its own."""
    posting, _ = turns()
    for number in range(100):
        posting.wait("C1", str(number))
    assert posting.wait("C2", "a") == 0


def test_quiet_channels_are_forgotten():
    """Memory does not grow with the channels of a year."""
    posting, time = turns()
    for number in range(MOST_REMEMBERED + 1):
        posting.wait(f"C{number}", "a")
    time.at += 2
    posting.wait("C", "a")
    assert set(posting.free) == {"C"}
