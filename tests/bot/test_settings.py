"""Settings, .env.example and the manifest say the same as the code."""

import json
import re
from pathlib import Path

import pytest
from slack_bolt import App
from slack_sdk import WebClient

from bot.cli import COMMANDS, commands
from bot.setting_names import unknown_names
from bot.settings import Settings, SettingsError, hide_tokens, load_settings
from bot.slack.check import MANIFEST, UNFURL_SCOPES, scope_problems, wanted_scopes
from handlers.listeners import Listeners
from handlers.listeners.asking import Asking
from handlers.listeners.channels import ChannelRooms
from handlers.listeners.commands import SlashCommands
from handlers.listeners.forms import Forms
from handlers.listeners.home import HomeTab
from handlers.listeners.lifecycle import Lifecycle
from handlers.listeners.messages import Messages
from handlers.listeners.presses import Presses
from handlers.listeners.shortcuts import Shortcuts
from handlers.listeners.steering import StoryMenus
from tests.fakes.slack import FakeSlack

ROOT = Path(__file__).resolve().parents[2]
ENV_LINE = re.compile(r"^([A-Z_]+)=(.*)$", re.MULTILINE)


@pytest.fixture
def nowhere(tmp_path, monkeypatch):
    """A folder without .env, and no settings in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def test_env_example_names_every_setting_and_no_other():
    """What an installer can set is all there."""
    named = [name.lower() for name, _ in ENV_LINE.findall((ROOT / ".env.example").read_text())]
    assert sorted(named) == sorted(Settings.model_fields)


def test_env_example_shows_the_defaults(nowhere):
    """A copy of it changes nothing."""
    Path(".env").write_text((ROOT / ".env.example").read_text())
    copied = load_settings()
    Path(".env").unlink()
    assert copied == load_settings()


def test_every_wrong_setting_is_told_at_once(nowhere, monkeypatch):
    """Not one a start."""
    monkeypatch.setenv("NUTGRAF_TIMEZONE", "Mars/Olympus")
    monkeypatch.setenv("NUTGRAF_READERS", "0")
    monkeypatch.setenv("NUTGRAF_DIGEST_TIME", "late")
    with pytest.raises(SettingsError) as raised:
        load_settings()
    assert len(raised.value.problems) == 3
    assert "Mars/Olympus" in str(raised.value)


def test_a_file_of_settings_that_is_no_text_is_told(nowhere):
    """In one sentence, which names it."""
    Path(".env").write_bytes("NUTGRAF_CONTACT=Zoë\n".encode("latin-1"))
    with pytest.raises(SettingsError, match=r"\.env is not a text in UTF-8") as raised:
        load_settings()
    assert len(raised.value.problems) == 1
    assert unknown_names({}, Path(".env")) == ()


def test_tokens_do_not_show(nowhere, monkeypatch):
    """In no repr, in no error."""
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-very-secret")
    assert "very-secret" not in repr(load_settings())


def test_the_manifest_subscribes_to_what_the_listeners_react_to():
    """The table in handlers/listeners and manifest.json are one."""
    manifest = json.loads((ROOT / "manifest.json").read_text())
    seen: dict[str, list[str]] = {"event": [], "command": [], "action": [], "message": [], "global": []}

    class Recorder(App):
        def event(self, event, *args, **more):
            seen["event"].append(event)
            return super().event(event, *args, **more)

        def command(self, command, *args, **more):
            seen["command"].append(command)
            return super().command(command, *args, **more)

        def message_shortcut(self, callback_id, *args, **more):
            seen["message"].append(callback_id)
            return super().message_shortcut(callback_id, *args, **more)

        def global_shortcut(self, callback_id, *args, **more):
            seen["global"].append(callback_id)
            return super().global_shortcut(callback_id, *args, **more)

        def action(self, action, *args, **more):
            seen["action"].append(action)
            return super().action(action, *args, **more)

    Listeners(
        Messages(None, None, None, None),
        Asking(None, None),
        SlashCommands(None, None, None),
        Lifecycle(None),
        Presses(None),
        Forms(None),
        Shortcuts(None),
        StoryMenus(None),
        ChannelRooms(None, None),
        HomeTab(None),
    ).register(Recorder(client=WebClient(), authorize=lambda: None))
    slash = [command["command"] for command in manifest["features"]["slash_commands"]]
    events = {event.partition(".")[0] for event in manifest["settings"]["event_subscriptions"]["bot_events"]}
    shortcuts = [(one["type"], one["callback_id"]) for one in manifest["features"]["shortcuts"]]
    assert shortcuts == [(kind, one) for kind in ("message", "global") for one in seen[kind]]
    assert slash == seen["command"]
    assert events == set(seen["event"])
    assert manifest["features"]["app_home"]["home_tab_enabled"] == ("app_home_opened" in seen["event"])
    assert manifest["settings"]["interactivity"]["is_enabled"] == bool(seen["action"])


SCOPES_OF_CALLS = {  # Web API methods and events, as they are named in the code
    "app_mention": "app_mentions:read",
    "chat.postMessage": "chat:write",
    "chat.unfurl": "links:write",
    "conversations.info": "channels:read groups:read im:read mpim:read",
    "conversations.members": "channels:read groups:read im:read mpim:read",
    "conversations.open": "im:write",
    "files.getUploadURLExternal": "files:write",
    "link_shared": "links:read",
    "reaction_added": "reactions:read",
    "reactions.add": "reactions:write",
    "users.conversations": "channels:read groups:read mpim:read",
    "users.info": "users:read",
}


def test_the_manifest_asks_for_the_scopes_in_use():
    """Each scope has its call, each call its scope."""
    code = "".join(
        path.read_text() for folder in ("bot", "handlers") for path in (ROOT / folder).rglob("*.py")
    )
    needed = {"commands", *(f"{kind}:history" for kind in ("channels", "groups", "im", "mpim"))}
    for call, scopes in SCOPES_OF_CALLS.items():
        needed |= set(scopes.split()) if f'"{call}"' in code else set()
    assert wanted_scopes(Settings(_env_file=None, nutgraf_unfurls=True)) == needed
    assert wanted_scopes(Settings(_env_file=None)) == needed - UNFURL_SCOPES


def test_previews_without_their_scopes_are_told_with_what_to_add():
    """manifest.json alone would not bring them, and would take the domains away."""
    with FakeSlack(manifest=json.loads(MANIFEST.read_text())) as slack:
        settings = Settings(slack_bot_token=slack.bot_token, slack_api_url=slack.url, _env_file=None)
        assert list(scope_problems(settings)) == []
        (problem,) = scope_problems(settings.model_copy(update={"nutgraf_unfurls": True}))
    assert problem.startswith("The app lacks the scopes links:read, links:write: ")
    assert "Previews of links" in problem


@pytest.mark.model
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name):
    """--help works for each, and each is in the page that lists them."""
    command = commands.get_command(None, name)
    assert command.help
    assert f"`{name}" in (ROOT / "docs" / "using.md").read_text(encoding="utf-8")


def test_slacks_secrets_are_taken_out_of_the_environment_once_read():
    """In whatever case they are written; everything else stays."""
    environment = {"SLACK_BOT_TOKEN": "xoxb-1", "slack_client_secret": "s", "NUTGRAF_LOG": "json"}
    hide_tokens(environment)
    assert environment == {"NUTGRAF_LOG": "json"}
