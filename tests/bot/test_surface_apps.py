"""What a desk posts beside articles, and what other apps post, through the whole bot."""

from __future__ import annotations

import pytest

from handlers.domain.channels import MOST_POSTS_AN_HOUR, ChannelSetting
from handlers.render.slack_notices import TRY_AGAIN
from tests.bot.newsroom import COPY, FERRY, FRONT, SECONDS

pytestmark = pytest.mark.slow

NO_ARTICLE = "link to no article"
FAILED = "article that cannot be read"
APPS = {mode: f"another app's link: {mode}" for mode in ("ignore", "brief", "gather")}
FORWARDED, ATTACHED = "forwarded message", "link in an attachment"
LOCKED = "/locked-story"

PICTURE, FILM, SHEET, DECK, PACK, DATES = (
    f"/{name}" for name in ("quay.png", "quay.mp4", "budget.xlsx", "talk.pptx", "photos.zip", "rota.ics")
)
SHELL, DATA, INSIDE = "/desk-app", "/feed-of-data", "http://10.11.12.13/wiki"
TYPES = {
    PICTURE: "image/png",
    FILM: "video/mp4",
    SHEET: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    DECK: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    PACK: "application/zip",
    DATES: "text/calendar",
    DATA: "application/json",
}
KINDS = (PICTURE, FILM, SHEET, DECK, PACK, DATES, SHELL, DATA, FRONT, INSIDE)


@pytest.fixture
def room(newsroom):
    """A newsroom whose site has more than articles."""
    newsroom.site.types |= TYPES
    newsroom.site.pages |= dict.fromkeys(TYPES, b"\x89PK\x03 not a page")
    newsroom.site.pages[SHELL] = (
        b"<html><head><title>Desk</title></head><body><div id=app></div></body></html>"
    )
    yield newsroom
    newsroom.site.pages.pop(LOCKED, None)


def modes_of_apps(room):
    """What is done with each app's posts in the room's channel."""
    return [app.mode for app in room.bot.works.channels.apps_in(room.slack.workspace.team, room.channel)]


def address(room, path):
    return path if path.startswith("http") else room.site.url(path)


def nothing_said(room, ts):
    """No message, no note to anybody and no mark, once all is quiet."""
    room.slack.wait_until_quiet(0.5)
    silent = room.of_bot(ts) == [] and room.slack.ephemerals(room.channel) == ()
    return silent and room.slack.reactions(room.channel, ts) == ()


@pytest.mark.surface(NO_ARTICLE, "happy")
def test_ten_kinds_of_links_that_are_no_articles_are_left_alone(room):
    """A picture, a film, a sheet, slides, an archive, dates, an app's page, data, a front page, an address inside."""
    shared = [room.slack.post_as_user(room.channel, address(room, path), room.ana) for path in KINDS]
    for ts in shared[KINDS.index(SHELL) :]:
        room.ended(ts)
    assert all(nothing_said(room, ts) for ts in shared)
    assert not {PICTURE, FILM, SHEET} & set(room.site.hits)


@pytest.mark.surface(NO_ARTICLE, "bad input")
@pytest.mark.parametrize("path", KINDS)
def test_whoever_asks_for_what_is_no_article_is_told_why_it_has_no_brief(room, path):
    """By name, in the thread."""
    ts = room.slack.mention(room.channel, address(room, path), room.ana)
    (said,) = room.answers(ts)
    assert said.text


@pytest.mark.surface(NO_ARTICLE, "no permission")
def test_a_newspaper_asks_for_what_was_left_alone(room):
    """The reason comes on request, in the thread."""
    ts = room.share(FRONT)
    room.ended(ts)
    assert nothing_said(room, ts)
    room.slack.react_as_user(room.channel, ts, "newspaper", room.ana)
    assert "not a single article" in room.answers(ts)[0].text


@pytest.mark.surface(NO_ARTICLE, "Slack error")
def test_a_slack_that_is_down_changes_nothing_for_what_is_left_alone(room):
    """The marks of reading are taken away when it is back."""
    room.slack.fail_next("reactions.add", retry_after=1)
    ts = room.share(FRONT)
    room.ended(ts)
    assert nothing_said(room, ts)


def told_alone(room):
    """What the sharer alone is shown, once it is there."""
    room.slack.wait_for(lambda: room.slack.ephemerals(room.channel, room.ana), SECONDS)
    return room.slack.ephemerals(room.channel, room.ana)


@pytest.mark.surface(FAILED, "happy")
def test_an_article_that_is_gone_is_one_line_to_its_sharer_and_can_be_tried_again(room):
    """The channel sees a mark; when the page is there, ↻ briefs it."""
    ts = room.share(LOCKED)
    (told,) = told_alone(room)
    assert "no page at that link" in told.text
    assert room.of_bot(ts) == []
    room.site.pages[LOCKED] = room.site.pages[FERRY]
    room.slack.press(room.channel, told.ts, TRY_AGAIN, room.ana)
    (brief,) = room.answers(ts)
    assert room.slack.reactions(room.channel, ts) == ("white_check_mark",)
    assert "Trying again" in told_alone(room)[0].text
    assert brief.thread_ts == ts


@pytest.mark.surface(FAILED, "bad input")
def test_trying_again_in_vain_is_told_to_the_same_person(room):
    """And to nobody else."""
    ts = room.share(LOCKED)
    (told,) = told_alone(room)
    room.slack.press(room.channel, told.ts, TRY_AGAIN, room.ana)
    room.slack.wait_for(lambda: len(room.slack.ephemerals(room.channel, room.ana)) == 2, SECONDS)
    assert room.of_bot(ts) == []


@pytest.mark.surface(FAILED, "no permission")
def test_nobody_else_sees_that_an_article_failed(room):
    """Not even who is in the channel."""
    bo = room.slack.user("bo")
    room.slack.join(room.channel, bo)
    room.share(LOCKED)
    told_alone(room)
    assert room.slack.ephemerals(room.channel, bo) == ()


@pytest.mark.surface(FAILED, "Slack error")
def test_a_line_that_slack_asks_to_wait_with_comes_later(room):
    """Once."""
    room.slack.fail_next("chat.postEphemeral", retry_after=1)
    room.share(LOCKED)
    assert len(told_alone(room)) == 1


def app_in(room, mode, **parts):
    """An app that this channel treats so; it is seen, then it posts."""
    room.slack.post_as_app(room.channel, f"New: {room.site.url(COPY)}")
    channels, team = room.bot.works.channels, room.slack.workspace.team
    room.slack.wait_for(lambda: channels.apps_in(team, room.channel), SECONDS)
    (app,) = channels.apps_in(team, room.channel)
    channels.set_app(team, room.channel, app.bot, mode)
    text = parts.pop("text", f"New: {room.site.url(FERRY)}")
    return room.slack.post_as_app(room.channel, text, **parts)


@pytest.mark.surface(APPS["ignore"], "happy")
def test_another_apps_link_is_left_alone_until_the_channel_chooses(room):
    """It is listed in the channel's form."""
    assert nothing_said(room, app_in(room, "ignore"))


@pytest.mark.surface(APPS["brief"], "happy")
def test_an_app_whose_links_are_briefed_gets_them_in_its_thread(room):
    """Once, also when it posts the link again."""
    ts = app_in(room, "brief")
    (brief,) = room.answers(ts)
    assert room.site.url(FERRY) in str(brief.blocks)
    again = room.slack.post_as_app(room.channel, f"Again: {room.site.url(FERRY)}")
    room.slack.wait_for(lambda: "white_check_mark" in room.slack.reactions(room.channel, again), SECONDS)
    assert room.of_bot(again) == []


@pytest.mark.surface(APPS["gather"], "happy")
def test_an_app_whose_links_are_gathered_has_them_in_the_digest_alone(room):
    """No thread and no mark; a line in the digest."""
    ts = app_in(room, "gather")
    archive, team = room.bot.works.desk.archive, room.slack.workspace.team
    room.slack.wait_for(lambda: archive.undigested(team, room.channel, room.clock()), SECONDS)
    assert nothing_said(room, ts)
    room.slack.command("/digest", "now", room.channel, room.ana)
    room.slack.wait_for(room.parents, SECONDS)
    room.slack.wait_until_quiet()
    (digest,) = room.slack.bot_messages(room.channel)
    assert str(digest.blocks).count(room.site.url(FERRY)) == 1


@pytest.mark.surface(APPS["brief"], "bad input")
def test_what_an_app_answers_us_with_is_never_answered(room):
    """Neither in a thread of ours, nor when it repeats what we said."""
    ts = app_in(room, "brief")
    room.answers(ts)
    reply = room.slack.post_as_app(room.channel, f"See also {room.site.url(COPY)}", thread_ts=ts)
    room.slack.wait_until_quiet(0.5)
    assert len(room.of_bot(ts)) == 1
    assert room.slack.reactions(room.channel, reply) == ()


@pytest.mark.surface(APPS["gather"], "bad input")
def test_an_app_that_posts_no_article_is_left_alone(room):
    """Where its links are gathered too."""
    assert nothing_said(room, app_in(room, "gather", text=room.site.url(FRONT)))


@pytest.mark.surface(APPS["ignore"], "bad input")
def test_an_app_that_posts_without_end_is_stopped_and_the_channel_told(room):
    """One line with a button to the form, though several posts go too far at once."""
    app_in(room, "gather")
    archive, team = room.bot.works.desk.archive, room.slack.workspace.team
    room.slack.wait_for(lambda: archive.undigested(team, room.channel, room.clock()), SECONDS)
    for _ in range(MOST_POSTS_AN_HOUR + 3):
        room.slack.post_as_app(room.channel, room.site.url(FERRY))
    room.slack.wait_for(lambda: any("I ignore it" in one.text for one in room.parents()), 4 * SECONDS)
    assert modes_of_apps(room) == ["ignore"]
    room.slack.wait_until_quiet(timeout=SECONDS)
    assert sum("I ignore it" in one.text for one in room.parents()) == 1


@pytest.mark.surface(APPS["ignore"], "Slack error")
def test_an_ignored_apps_link_asks_nothing_of_a_slack_that_is_down(room):
    """So nothing is late when it is back."""
    room.slack.http_500(times=5)
    ts = app_in(room, "ignore")
    room.slack.wait_until_quiet(0.5)
    asked = [call.method for call in room.slack.calls() if ts in str(call.arguments)]
    room.slack.heal()
    assert asked == []
    assert nothing_said(room, ts)


@pytest.mark.surface(APPS["ignore"], "no permission")
@pytest.mark.parametrize("asks", ["newspaper", "brief"])
def test_a_person_may_ask_for_an_ignored_apps_link(room, asks):
    """By 📰 or by "brief", as on any message but our own."""
    ts = app_in(room, "ignore")
    if asks == "newspaper":
        room.slack.react_as_user(room.channel, ts, "newspaper", room.ana)
    else:
        room.slack.post_as_user(room.channel, "brief", room.ana, thread_ts=ts)
    (brief,) = room.answers(ts)
    assert room.site.url(FERRY) in str(brief.blocks)


def test_our_own_messages_are_never_briefed(room):
    """Not by 📰 either; Slack tells us of each of them."""
    (brief,) = room.answers(room.share(FERRY))
    before = len(room.slack.bot_messages(room.channel))
    room.slack.react_as_user(room.channel, brief.ts, "newspaper", room.ana)
    room.slack.wait_until_quiet(0.5)
    assert len(room.slack.bot_messages(room.channel)) == before


@pytest.mark.surface(APPS["brief"], "Slack error")
def test_an_apps_brief_whose_answer_is_lost_stands_once(room):
    """It is looked for first."""
    room.slack.drop_answer_of_next("chat.postMessage")
    assert len(room.answers(app_in(room, "brief"))) == 1


@pytest.mark.surface(FORWARDED, "happy")
def test_a_forwarded_messages_link_is_briefed_in_the_thread_of_who_forwards_it(room):
    """The message itself has no words."""
    ts = room.slack.forward_as_user(room.channel, f"seen {room.site.url(FERRY)}", room.ana)
    assert room.site.url(FERRY) in str(room.answers(ts)[0].blocks)


@pytest.mark.surface(FORWARDED, "bad input")
def test_a_forwarded_message_without_links_is_left_alone(room):
    """Words alone."""
    assert nothing_said(room, room.slack.forward_as_user(room.channel, "seen this?", room.ana))


@pytest.mark.surface(ATTACHED, "happy")
def test_a_link_in_an_apps_attachment_is_briefed_where_the_channel_wants_it(room):
    """A title that leads to the article, as alerts have it."""
    attachment = {"title": "Ferry", "title_link": room.site.url(FERRY), "fallback": "Ferry"}
    ts = app_in(room, "brief", text="A page changed", attachments=(attachment,))
    assert room.site.url(FERRY) in str(room.answers(ts)[0].blocks)


@pytest.mark.surface(ATTACHED, "bad input")
def test_a_preview_that_slack_hangs_below_a_link_is_not_briefed_again(room):
    """Slack tells of it as of an edit."""
    ts = room.share(FERRY)
    room.answers(ts)
    room.slack.unfurl_as_slack(room.channel, ts, room.site.url(FERRY))
    room.slack.wait_until_quiet(0.4)
    assert len(room.of_bot(ts)) == 1


def off(room):
    """The channel wants nothing briefed."""
    team = room.slack.workspace.team
    room.bot.works.channels.set_channel(ChannelSetting(team, room.channel, "off"))


@pytest.mark.parametrize(
    "mode",
    [
        pytest.param(mode, marks=pytest.mark.surface(APPS[mode], "no permission"))
        for mode in ("brief", "gather")
    ],
)
def test_in_a_channel_that_is_off_apps_are_left_alone_too(room, mode):
    """Whatever was chosen for them."""
    off(room)
    ts = app_in(room, mode)
    assert nothing_said(room, ts)
    archive, team = room.bot.works.desk.archive, room.slack.workspace.team
    assert archive.undigested(team, room.channel, room.clock()) == ()


@pytest.mark.surface(FORWARDED, "no permission")
def test_a_forwarded_link_is_left_alone_in_a_channel_that_is_off(room):
    """As any other."""
    off(room)
    assert nothing_said(room, room.slack.forward_as_user(room.channel, room.site.url(FERRY), room.ana))


@pytest.mark.surface(FORWARDED, "Slack error")
def test_a_forwarded_links_brief_whose_answer_is_lost_stands_once(room):
    """It is looked for first."""
    room.slack.drop_answer_of_next("chat.postMessage")
    ts = room.slack.forward_as_user(room.channel, room.site.url(FERRY), room.ana)
    assert len(room.answers(ts)) == 1


@pytest.mark.surface(ATTACHED, "Slack error")
def test_an_attached_links_brief_whose_answer_is_lost_stands_once(room):
    """It is looked for first."""
    attachment = {"title": "Ferry", "title_link": room.site.url(FERRY), "fallback": "Ferry"}
    room.slack.drop_answer_of_next("chat.postMessage")
    assert len(room.answers(app_in(room, "brief", text="A page changed", attachments=(attachment,)))) == 1


@pytest.mark.surface(ATTACHED, "no permission")
def test_a_link_in_an_ignored_apps_attachment_is_left_alone(room):
    """Until somebody asks."""
    attachment = {"title": "Ferry", "title_link": room.site.url(FERRY), "fallback": "Ferry"}
    ts = app_in(room, "ignore", text="A page changed", attachments=(attachment,))
    assert nothing_said(room, ts)
    room.slack.react_as_user(room.channel, ts, "newspaper", room.ana)
    assert room.site.url(FERRY) in str(room.answers(ts)[0].blocks)


@pytest.mark.surface(APPS["gather"], "Slack error")
def test_gathering_needs_nothing_of_a_slack_that_is_down(room):
    """The story is there when it is back."""
    room.slack.http_500("chat.postMessage", times=5)
    app_in(room, "gather")
    archive, team = room.bot.works.desk.archive, room.slack.workspace.team
    room.slack.wait_for(lambda: archive.undigested(team, room.channel, room.clock()), SECONDS)
