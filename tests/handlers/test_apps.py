"""Links that other apps post: ignored, briefed or gathered, as the channel wants; never in answer to us; loops end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handlers.commands.channel_form import APP, ChannelForm, difference, read_form
from handlers.domain.channels import MOST_POSTS_AN_HOUR, AppPost, ChannelSetting
from handlers.domain.message_links import all_links
from handlers.flows.digest.digests import BY_HAND_FLOW
from handlers.flows.digest.typed import Typed
from handlers.flows.links.apps import GATHER_FLOW, STOP_FLOW, app_post_from_message, take_post
from handlers.flows.links.share import SHARE_FLOW, Share
from handlers.render.slack_settings import settings_view
from tests.fakes.desk import FakeDesk, brief_of
from tests.fakes.engine import Died
from tests.handlers.sent_form import sent

LINK, OTHER = "https://courier.example/dam", "https://standard.example/weir"
EVENT = {
    "channel": "C1",
    "ts": "1000.5",
    "bot_id": "B1FEED",
    "app_id": "A1FEED",
    "bot_profile": {"name": "Wire feed", "app_id": "A1FEED"},
    "user": "U1FEED",
    "text": f"<{LINK}|The dam holds>",
}
VERDICT = "A jury in Sorrel Bay found the former harbour master Piet Lund guilty of taking bribes. The judge said so."


@pytest.fixture
def fake(tmp_path):
    """A desk in memory."""
    made = FakeDesk(tmp_path)
    verdict = brief_of(OTHER, VERDICT)
    (article,) = verdict.articles
    named = replace(article, title="Jury finds harbour master guilty", outlet="The Standard")
    made.reading.pages[OTHER] = replace(verdict, articles=(named,))
    return made


def post_of(**changed):
    return app_post_from_message({**EVENT, **changed}, "T1", "A0OURS", "U0OURS")


def come(fake, mode, **changed):
    """An app's post comes to a channel that wants this of the app."""
    post = post_of(**changed)
    fake.channels.see_app(post)
    fake.channels.set_app("T1", "C1", post.bot, mode)
    taken = take_post(fake.channels, post, SHARE_FLOW)
    if taken:
        fake.engine.begin(taken.flow, taken.flow_id, taken.argument)
    return taken


def test_an_apps_post_is_known_by_its_bot_and_name():
    """With its links in order."""
    assert post_of() == AppPost("T1", "C1", "1000.5", "B1FEED", "Wire feed", (LINK,))


@pytest.mark.parametrize(
    "changed",
    [
        {"bot_id": None},
        {"user": "U0OURS"},
        {"app_id": "A0OURS"},
        {"thread_ts": "900.5"},
        {"subtype": "message_changed"},
        {"text": "no link"},
    ],
)
def test_people_our_own_messages_answers_and_edits_are_no_apps_post(changed):
    """A person, our user, our app, a reply in a thread, an edit, a message without a link."""
    assert post_of(**changed) is None


@pytest.mark.parametrize(
    "parts",
    [
        {"attachments": [{"title": "The dam", "title_link": LINK}]},
        {"attachments": [{"fallback": "x", "from_url": LINK}]},
        {"attachments": [{"pretext": f"New: <{LINK}>"}]},
        {
            "attachments": [
                {"blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": f"<{LINK}|x>"}}]}
            ]
        },
        {"blocks": [{"type": "section", "fields": [{"type": "mrkdwn", "text": f"<{LINK}>"}]}]},
        {
            "blocks": [
                {
                    "type": "rich_text",
                    "elements": [{"type": "rich_text_section", "elements": [{"type": "link", "url": LINK}]}],
                }
            ]
        },
        {"blocks": [{"type": "context", "elements": [{"type": "mrkdwn", "text": f"<{LINK}>"}]}]},
    ],
)
def test_links_are_found_wherever_an_app_puts_them(parts):
    """Titles, previews, texts, sections, fields, rich text."""
    assert all_links({"text": "An alert", **parts}) == (LINK,)


def test_an_apps_buttons_lead_to_the_app_and_are_no_links():
    """Nor is code."""
    button = {"type": "button", "text": {"type": "plain_text", "text": "Open"}, "url": LINK}
    code = {"type": "rich_text_preformatted", "elements": [{"type": "link", "url": LINK}]}
    blocks = [{"type": "actions", "elements": [button]}, {"type": "rich_text", "elements": [code]}]
    assert all_links({"text": "An alert", "blocks": blocks}) == ()


def test_an_app_is_ignored_until_the_channel_chooses(fake):
    """But it is listed from then on."""
    assert take_post(fake.channels, post_of(), SHARE_FLOW) is None
    assert [(app.name, app.mode) for app in fake.channels.apps_in("T1", "C1")] == [("Wire feed", "ignore")]


def test_a_briefed_apps_link_is_briefed_in_the_thread(fake):
    """A second post of it is not answered."""
    come(fake, "brief")
    come(fake, "brief", ts="1001.5")
    (posted,) = fake.chat.posts
    assert (posted.thread, LINK in str(posted.message.blocks)) == ("1000.5", True)


def test_a_gathered_link_is_read_and_said_nowhere(fake):
    """No message and no mark; the app's next post of it is not read again."""
    assert come(fake, "gather").flow == GATHER_FLOW
    come(fake, "gather", ts="1001.5")
    assert (fake.chat.posts, fake.chat.mark_history, fake.reading.reads) == ([], [], [LINK])


def test_a_gathered_story_is_one_line_of_the_digest_and_has_no_thread(fake):
    """A story that somebody shared is told in full."""
    come(fake, "gather")
    shared = Share("T1", "C1", "2000.5", "2000.5", "U0ANA", (OTHER,))
    fake.engine.begin(SHARE_FLOW, shared.flow_id, shared.to_json())
    told = fake.digests.untold("T1", "C1", fake.now)
    digest = fake.digests.digest(told)
    assert [one.outlets[0].url for one in digest.stories] == [OTHER]
    assert [one.outlets[0].url for one in digest.briefly] == [LINK]
    typed = Typed("T1", "C1", "U0ANA", "now", "https://hooks.example/1", fake.now)
    fake.engine.begin(BY_HAND_FLOW, "digest-now:1", typed.to_json())
    assert str(fake.chat.posts[-1].message.blocks).count(LINK) >= 1


def test_whoever_shares_a_gathered_link_gets_its_brief(fake):
    """In their thread, without a second reading; then it is the channel's as any other."""
    come(fake, "gather")
    shared = Share("T1", "C1", "2000.5", "2000.5", "U0ANA", (LINK,))
    fake.engine.begin(SHARE_FLOW, shared.flow_id, shared.to_json())
    assert [one.thread for one in fake.chat.posts] == ["2000.5"]
    assert fake.reading.reads == [LINK]
    (filed,) = fake.store.undigested("T1", "C1", fake.now)
    assert (filed.filing.audience, filed.filing.user) == ("channel", "U0ANA")


def test_a_channel_that_is_off_or_mutes_an_outlet_holds_for_apps_too(fake):
    """And what is plainly no story is left alone."""
    fake.channels.set_channel(ChannelSetting("T1", "C1", "off"))
    assert come(fake, "brief") is None
    fake.channels.set_channel(ChannelSetting("T1", "C1", "request", ("courier.example",)))
    assert come(fake, "brief") is None
    assert come(fake, "brief", text="<https://zoom.us/j/1>") is None
    assert come(fake, "brief", text=f"<{OTHER}>").flow == SHARE_FLOW


@pytest.fixture(scope="module")
def flooded(tmp_path_factory):
    """By what the channel wants of the app: a desk that has had as many of its posts as may come in an hour."""
    desks = {mode: FakeDesk(tmp_path_factory.mktemp(mode)) for mode in ("brief", "gather")}
    for mode, desk in desks.items():
        for number in range(MOST_POSTS_AN_HOUR):
            come(desk, mode, ts=f"{1000 + number}.5", text=f"<{LINK}?n={number // 2}>")
    return desks


@pytest.fixture
def brief_feed(flooded, tmp_path):
    """A desk of this test's own, whose app has no post left; its links are briefed."""
    return FakeDesk(tmp_path, flooded["brief"])


@pytest.fixture
def gathered_feed(flooded, tmp_path):
    """The same, its links gathered."""
    return FakeDesk(tmp_path, flooded["gather"])


def too_far(fake, posts=1):
    """What becomes of the posts with which the app goes too far, as they come all at once."""
    return [take_post(fake.channels, post_of(ts=f"{2000 + number}.5"), SHARE_FLOW) for number in range(posts)]


def begin(fake, taken):
    fake.engine.begin(taken.flow, taken.flow_id, taken.argument)


def stops_told(fake):
    return [one for one in fake.chat.posts if "I ignore it from now on" in one.message.text]


def modes(fake):
    return [app.mode for app in fake.channels.apps_in("T1", "C1")]


def test_an_app_that_posts_without_end_is_stopped_and_the_channel_told_once(brief_feed):
    """An hour later it may post again."""
    (stop,) = too_far(brief_feed)
    begin(brief_feed, stop)
    assert (stop.flow, modes(brief_feed), len(stops_told(brief_feed))) == (STOP_FLOW, ["ignore"], 1)
    assert come(brief_feed, "brief", ts="9000.5").flow == SHARE_FLOW


def test_posts_that_go_too_far_at_once_are_told_of_once(gathered_feed):
    """Each was taken before the app was ignored."""
    for stop in too_far(gathered_feed, posts=3):
        begin(gathered_feed, stop)
    assert (modes(gathered_feed), len(stops_told(gathered_feed))) == (["ignore"], 1)


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("when", ["die_before", "die_after"])
def test_wherever_we_die_an_app_is_ignored_and_the_channel_told_once(gathered_feed, when, number):
    """The app is ignored before the channel is told so."""
    first, second = too_far(gathered_feed, posts=2)
    setattr(gathered_feed.engine, when, gathered_feed.engine.acts + number)
    with pytest.raises(Died):
        begin(gathered_feed, first)
    assert not stops_told(gathered_feed) or modes(gathered_feed) == ["ignore"]
    begin(gathered_feed, second)
    gathered_feed.engine.resume()
    assert (modes(gathered_feed), len(stops_told(gathered_feed))) == (["ignore"], 1)


def test_an_app_that_takes_another_name_while_it_is_stopped_stays_stopped(brief_feed):
    """It is known by its id."""
    (stop,) = too_far(brief_feed)
    begin(brief_feed, stop)
    assert take_post(brief_feed.channels, post_of(bot_profile={"name": "New feed"}), SHARE_FLOW) is None
    assert modes(brief_feed) == ["ignore"]


def test_the_form_lists_the_apps_and_keeps_what_is_chosen(fake):
    """With what the channel is told of it."""
    fake.channels.see_app(post_of())
    form = ChannelForm(
        fake.channels.channel_setting("T1", "C1"),
        fake.store.digest_setting("T1", "C1"),
        None,
        fake.channels.apps_in("T1", "C1"),
    )
    shown = str(settings_view(form, fake.now, "{}").blocks)
    assert "Links that Wire feed posts" in shown
    picked = {
        f"{APP}B1FEED": {f"{APP}B1FEED": {"type": "static_select", "selected_option": {"value": "gather"}}}
    }
    after = read_form(sent() | picked).applied_to(form, fake.now)
    assert after.apps[0].mode == "gather"
    assert "links of Wire feed: ignored → gathered for the digest" in difference(form, after)


def test_a_channel_without_apps_is_told_how_they_come_to_the_form(fake):
    """One grey line."""
    form = ChannelForm(fake.channels.channel_setting("T1", "C1"), fake.store.digest_setting("T1", "C1"))
    assert "once one has posted" in str(settings_view(form, fake.now, "{}").blocks)
