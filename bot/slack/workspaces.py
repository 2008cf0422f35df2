"""Several workspaces: whose bot tokens we hold, kept by slack_sdk in a file of its own, and renewed before they end.

The tokens stand apart from nutgraf.db, which people open with other tools.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Lock

from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError, SlackTokenRotationError
from slack_sdk.oauth.installation_store import Bot as Installed
from slack_sdk.oauth.installation_store.sqlite3 import SQLite3InstallationStore
from slack_sdk.oauth.state_store.sqlite3 import SQLite3OAuthStateStore
from slack_sdk.oauth.token_rotation import TokenRotator

from bot.slack.chat import SlackChat, respond, web_client
from bot.sqlite_file import make_own_file
from handlers.domain.errors import SlackRefused, SlackUnreachable
from handlers.domain.message import Message

RENEW_MINUTES = 120  # before a token ends; Slack's rotated tokens live twelve hours
STATE_SECONDS = 600  # for a person to say yes on Slack's page
NOT_INSTALLED = "account_inactive"  # Slack's own word for a workspace that threw the app out


class Workspaces:
    """Fulfils handlers.ports.Chats for every workspace that installed the app. May be used from several threads."""

    def __init__(self, file: Path, client_id: str, client_secret: str, api_url: str) -> None:
        """`file` holds the tokens; it is made readable by its owner alone."""
        self.api_url = api_url
        self.file = file
        file.parent.mkdir(parents=True, exist_ok=True)
        make_own_file(file)
        self.installations = SQLite3InstallationStore(database=str(file), client_id=client_id)
        self.states = SQLite3OAuthStateStore(database=str(file), expiration_seconds=STATE_SECONDS)
        self.installations.init()  # type: ignore[no-untyped-call]
        self.states.init()  # type: ignore[no-untyped-call]
        self.rotator = TokenRotator(
            client_id=client_id, client_secret=client_secret, client=web_client(None, api_url)
        )
        self.chats: dict[str, SlackChat] = {}  # by token
        self.lock = Lock()

    def find(self, team: str) -> Installed | None:
        """Our bot in a workspace, with a token that is good for two hours. Raises SlackUnreachable."""
        with self.lock:  # or two threads would each spend the one refresh token
            found = self.installations.find_bot(enterprise_id=None, team_id=team)
            return self.renewed(found) if found else None

    def renewed(self, installed: Installed) -> Installed:
        """The same with a new token where the old one ends soon."""
        try:
            fresh = self.rotator.perform_bot_token_rotation(
                bot=installed, minutes_before_expiration=RENEW_MINUTES
            )
        except (SlackTokenRotationError, SlackClientError, OSError) as error:
            raise SlackUnreachable("token rotation") from error
        if fresh is None:
            return installed
        self.installations.save_bot(fresh)
        return fresh

    def of(self, team: str) -> SlackChat:
        installed = self.find(team)
        if installed is None:
            raise SlackRefused(NOT_INSTALLED, permanent=True)
        return self.chat_with(installed.bot_token)

    def chat_with(self, token: str) -> SlackChat:
        """A client for each token in use."""
        if token not in self.chats:
            self.chats[token] = SlackChat(self.client(token))
        return self.chats[token]

    def client(self, token: str | None) -> WebClient:
        return web_client(token, self.api_url)

    def respond(self, response_url: str, message: Message, *, replace: bool = False) -> None:
        respond(response_url, message, replace=replace)

    def forget(self, team: str) -> None:
        """Throw a workspace's tokens away: they are no good any more."""
        with self.lock:
            installed = self.installations.find_bot(enterprise_id=None, team_id=team)
            self.installations.delete_all(enterprise_id=None, team_id=team)
        if installed:
            self.chats.pop(installed.bot_token, None)

    def teams(self) -> Iterator[str]:
        """The workspaces that have installed the app."""
        with closing(sqlite3.connect(self.file)) as connection:
            yield from (row[0] for row in connection.execute("select distinct team_id from slack_bots"))
