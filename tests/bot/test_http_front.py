"""HTTP mode: several workspaces install the app, and Slack's requests come as signed posts."""

from __future__ import annotations

import contextlib
import json
import time

import pytest
from slack_sdk.oauth.installation_store import Bot as Installed

from bot.compose.processes import Bot
from bot.settings import Settings
from bot.slack.workspaces import Workspaces
from handlers.domain.errors import SlackRefused, SlackUnreachable
from tests.bot.newsroom import FERRY, SECONDS, Clock
from tests.fakes.slack.grid import CLIENT_ID, CLIENT_SECRET, SIGNING_SECRET, Grid, ask, signed

pytestmark = pytest.mark.slow

UNHEARD = {"type": "event_callback", "event": {"type": "message"}, "event_id": "Ev1"}


class Server:
    """The bot in HTTP mode, with two workspaces that have installed it and one that has not."""

    def __init__(self, grid, site, reading, folder):
        settings = Settings(
            slack_signing_secret=SIGNING_SECRET,
            slack_client_id=CLIENT_ID,
            slack_client_secret=CLIENT_SECRET,
            slack_api_url=grid.url,
            nutgraf_http="127.0.0.1:0",
            nutgraf_data_dir=folder,
            nutgraf_allowed_hosts=site.host,
            _env_file=None,
        )
        self.grid, self.site, self.folder = grid, site, folder
        self.bot = Bot(settings, reading, Clock())
        self.bot.start()
        self.address = "{}:{}".format(*self.bot.front.address)

    def share(self, name):
        """A person of the workspace shares a link; the channel and the message."""
        slack = self.grid[name]
        channel = slack.channel(f"desk-{time.monotonic_ns()}")
        return channel, slack.post_as_user(channel, self.site.url(FERRY))

    def brief(self, name, channel, ts):
        slack = self.grid[name]
        return slack.wait_for(lambda: [m for m in slack.thread(channel, ts) if m.bot_id], SECONDS)[0]


@pytest.fixture(scope="module")
def server(site, reading, tmp_path_factory):
    with Grid("north", "south", "foreign") as grid:
        running = Server(grid, site, reading, tmp_path_factory.mktemp("http"))
        for name in ("north", "south"):
            grid.install(name, running.address)
        with grid.calling(running.address):
            yield running
        running.bot.close()


def test_a_workspace_installs_the_app_and_is_answered_with_its_own_token(server):
    """Each link is briefed in the workspace that shared it."""
    shared = {name: server.share(name) for name in ("north", "south")}
    for name, (channel, ts) in shared.items():
        assert "Lady Ansell" in server.brief(name, channel, ts).text
        assert server.grid[name].calls("chat.postMessage")[-1].token == server.grid[name].bot_token


def test_a_workspace_that_has_not_installed_it_gets_401_and_no_work(server):
    """Even with Slack's signature."""
    foreign = server.grid["foreign"]
    body = json.dumps({**UNHEARD, "team_id": foreign.workspace.team})
    heard = ask(
        server.address, "POST", "/slack/events", {**signed(body), "Content-Type": "application/json"}, body
    )
    assert heard.status == 401
    assert foreign.calls() == ()


@pytest.mark.parametrize(
    "headers",
    [{}, signed("another body"), {**signed("{}"), "X-Slack-Signature": "v0=0"}],
    ids=["unsigned", "another body's signature", "a wrong signature"],
)
def test_what_slack_has_not_signed_gets_401(server, headers):
    """Nobody else may speak for Slack."""
    body = json.dumps({**UNHEARD, "team_id": server.grid["north"].workspace.team})
    assert ask(server.address, "POST", "/slack/events", headers, body).status == 401


def test_a_signature_older_than_five_minutes_gets_401(server):
    """What was overheard once cannot be said again later."""
    body = json.dumps({**UNHEARD, "team_id": server.grid["north"].workspace.team})
    headers = signed(body, at=time.time() - 301)
    assert ask(server.address, "POST", "/slack/events", headers, body).status == 401


@pytest.mark.parametrize("body", ["{", "payload=%7B", b"\xff\xfe", ""])
def test_garbage_gets_401(server, body):
    """Whatever it is, it is not Slack's."""
    assert (
        ask(server.address, "POST", "/slack/events", {"Content-Type": "application/json"}, body).status == 401
    )


def test_a_body_longer_than_any_of_slacks_is_not_read(server):
    """It is cut off, signed or not."""
    body = "x" * (1024 * 1024 + 1)
    assert ask(server.address, "POST", "/slack/events", signed(body), body).status == 413


def test_slack_is_told_that_the_address_is_ours(server):
    """The challenge that Slack sends when the address is entered."""
    body = json.dumps({"type": "url_verification", "challenge": "abc"})
    heard = ask(
        server.address, "POST", "/slack/events", {**signed(body), "Content-Type": "application/json"}, body
    )
    assert (heard.status, json.loads(heard.body)) == (200, {"challenge": "abc"})


def test_a_command_is_answered_over_http(server):
    """At its own address, in one message."""
    north = server.grid["north"]
    typed = north.command("/brief", server.site.url(FERRY), north.channel("ask"), north.user("ana"))
    assert "Lady Ansell" in str(typed.wait_responses(1, SECONDS))


@pytest.mark.parametrize("state", ["", "?code=abc&state=forged", "?error=access_denied&state=forged"])
def test_coming_back_without_our_state_installs_nothing(server, state):
    """A link that somebody else made does not tie their workspace to ours."""
    before = list(server.bot.works.desk.chats.teams())
    ask(server.address, "GET", f"/slack/oauth_redirect{state}")
    assert list(server.bot.works.desk.chats.teams()) == before


def test_tokens_lie_in_a_file_of_their_own_for_its_owner_alone(server):
    """Not in the archive, which people open with other tools."""
    assert (server.folder / "slack.db").stat().st_mode & 0o077 == 0
    for path in server.folder.glob("nutgraf.db*"):
        with contextlib.suppress(FileNotFoundError):  # SQLite removes its log when the last connection closes
            assert b"xoxb-fake-bot-token" not in path.read_bytes()


def test_throwing_the_app_out_throws_its_tokens_away(server):
    """And nothing is posted there any more."""
    slack, chats = server.grid["south"], server.bot.works.desk.chats
    assert slack.workspace.team in chats.teams()
    slack.uninstall()
    slack.wait_for(lambda: slack.workspace.team not in chats.teams(), SECONDS)
    with pytest.raises(SlackRefused):
        chats.of(slack.workspace.team)


def test_a_token_that_ends_soon_is_renewed_once(tmp_path):
    """However many ask at the same moment; a refresh token is good for one use."""
    with Grid("north", rotating=True) as grid:
        workspaces = Workspaces(tmp_path / "slack.db", CLIENT_ID, CLIENT_SECRET, grid.url)
        slack = grid["north"]
        granted = grid.grant("north")
        installed = workspaces.installations
        installed.save_bot(bot_of(slack, granted, ends=int(time.time()) + 60))
        assert workspaces.of(slack.workspace.team).client.token == slack.bot_token
        assert len(grid.refreshes) == 1
        assert workspaces.find(slack.workspace.team).bot_token_expires_at > time.time() + 3600
        assert granted["refresh_token"] not in grid.refreshes


def test_a_renewal_that_slack_refuses_is_tried_again_later(tmp_path):
    """The flow that wanted to post waits."""
    with Grid("north", rotating=True) as grid:
        workspaces = Workspaces(tmp_path / "slack.db", CLIENT_ID, CLIENT_SECRET, grid.url)
        granted = {"refresh_token": "spent"}
        workspaces.installations.save_bot(bot_of(grid["north"], granted, ends=int(time.time()) + 60))
        with pytest.raises(SlackUnreachable):
            workspaces.of(grid["north"].workspace.team)


def bot_of(slack, granted, ends):
    """An installation whose token ends at a time."""
    return Installed(
        app_id=slack.app.app_id,
        team_id=slack.workspace.team,
        bot_token="xoxb-old",  # noqa: S106
        bot_id=slack.app.bot_id,
        bot_user_id=slack.bot_user,
        bot_scopes=["chat:write"],
        bot_refresh_token=granted["refresh_token"],
        bot_token_expires_at=ends,
        installed_at=time.time(),
    )
