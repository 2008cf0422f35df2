"""From Slack's message events to shares."""

from handlers.flows.links.intake import share_from_message, team_of, team_of_press

LINK = "<https://courier.example/dam>"
MESSAGE = {"type": "message", "channel": "C1", "user": "U1", "ts": "10.5", "text": f"read {LINK}"}


def test_a_message_with_a_link_is_a_share_answered_in_its_thread():
    """The thread hangs on the message itself."""
    share = share_from_message(MESSAGE, "T1")
    assert (share.channel, share.ts, share.thread, share.user) == ("C1", "10.5", "10.5", "U1")
    assert share.links == ("https://courier.example/dam",)


def test_a_link_in_a_thread_is_answered_in_that_thread():
    """Answers do not leave the conversation."""
    assert share_from_message({**MESSAGE, "thread_ts": "9.0"}, "T1").thread == "9.0"


def test_a_message_without_links_is_none_of_our_business():
    """No work, no post."""
    assert share_from_message({**MESSAGE, "text": "good morning"}, "T1") is None


def test_bots_bring_nothing():
    """Neither we nor another bot."""
    assert share_from_message({**MESSAGE, "bot_id": "B1"}, "T1") is None
    assert share_from_message({**MESSAGE, "subtype": "bot_message"}, "T1") is None


def test_joins_topics_and_deletions_bring_nothing():
    """Only what people write."""
    for subtype in ("channel_join", "channel_topic", "message_deleted", "pinned_item"):
        assert share_from_message({**MESSAGE, "subtype": subtype}, "T1") is None


def test_an_edit_brings_only_the_links_it_adds():
    """What stood there before was seen before."""
    new = "<https://courier.example/two>"
    edited = {
        "subtype": "message_changed",
        "channel": "C1",
        "message": {**MESSAGE, "text": f"{LINK} {new}"},
        "previous_message": MESSAGE,
    }
    share = share_from_message(edited, "T1")
    assert share.links == ("https://courier.example/two",)
    assert share.ts == "10.5"


def test_an_edit_of_words_or_a_preview_by_slack_brings_nothing():
    """Slack sends the same event when it adds a preview."""
    edited = {"subtype": "message_changed", "channel": "C1", "message": MESSAGE, "previous_message": MESSAGE}
    assert share_from_message(edited, "T1") is None


def test_the_same_links_in_the_same_message_have_one_id_whatever_their_trackers():
    """A second delivery begins nothing new."""
    tracked = {**MESSAGE, "text": "<https://courier.example/dam?utm_source=x>"}
    assert share_from_message(MESSAGE, "T1").flow_id == share_from_message(tracked, "T1").flow_id
    assert (
        share_from_message(MESSAGE, "T1").flow_id
        != share_from_message({**MESSAGE, "ts": "11.0"}, "T1").flow_id
    )


def test_an_event_of_a_shared_channel_is_for_the_workspace_that_we_are_in():
    """Another workspace's person wrote the message."""
    body = {"team_id": "T2", "authorizations": [{"team_id": "T1"}]}
    assert team_of(body) == "T1"
    assert team_of({"team_id": "T2"}) == "T2"


def test_a_modal_opened_from_a_shared_channel_belongs_to_the_workspace_that_has_the_app():
    """Whoever presses in it may be of another one; a message's button names the workspace itself."""
    pressed = {"team": {"id": "T2"}, "user": {"id": "U4", "team_id": "T2"}}
    assert team_of_press(pressed | {"view": {"id": "V1", "app_installed_team_id": "T1"}}) == "T1"
    assert team_of_press(pressed | {"view": {"id": "V1"}}) == "T2"
    assert team_of_press({"team": {"id": "T1"}}) == "T1"
