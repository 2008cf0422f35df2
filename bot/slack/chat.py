"""Slack's Web API as the desk uses it, with every failure translated."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from http.client import HTTPException
from typing import Any

import httpx
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web import SlackResponse
from slack_sdk.webhook import WebhookClient

from bot.slack.post_turns import PostTurns
from handlers.domain.errors import DeliveryError, RateLimited, SlackRefused, SlackUnreachable
from handlers.domain.message import Block, Message, Picture, View
from handlers.ports import Json, Place

MESSAGE_TYPE = "nutgraf_message"
TIMEOUT_SECONDS = 30
LATE = 2.0  # times the timeout: for so long may Slack still take what it did not answer in time
CLOCK_DIFFERENCE = timedelta(minutes=10)  # how far Slack's clock and ours may be apart when we look back
PAGE = 200
TOO_MANY = 429
SERVER_ERROR = 500
PASSING = frozenset(
    {"ratelimited", "internal_error", "fatal_error", "service_unavailable", "request_timeout"}
)
TOKEN_TROUBLE = frozenset(
    {"token_revoked", "token_expired", "invalid_auth", "not_authed", "account_inactive"}
)
BLOCK_TROUBLE = frozenset({"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long"})
DEFAULT_RETRY_AFTER = 5.0
JSON_METHODS = (
    "chat.post",
    "chat.update",
    "chat.delete",
    "chat.unfurl",
    "files.complete",
    "reactions.",
    "views.",
)
TITLE_OF_PICTURE = "Timeline"

log = logging.getLogger("nutgraf.slack")


def web_client(token: str | None, api_url: str) -> WebClient:
    """A client that asks once: what is asked again, and when, the flows decide."""
    return WebClient(token=token, base_url=api_url, timeout=TIMEOUT_SECONDS, retry_handlers=[])


class OneWorkspace:
    """Fulfils handlers.ports.Chats for a bot that is in one workspace: its token serves every request."""

    def __init__(self, client: WebClient) -> None:
        self.chat = SlackChat(client)

    def of(self, team: str) -> SlackChat:  # noqa: ARG002  # there is one
        return self.chat

    def respond(self, response_url: str, message: Message, *, replace: bool = False) -> None:
        respond(response_url, message, replace=replace)

    def forget(self, team: str) -> None:
        """Nothing to do: the one token is in the settings, and Slack no longer takes it."""


class SlackChat:
    """Fulfils handlers.ports.Chat."""

    def __init__(self, client: WebClient, turns: PostTurns | None = None) -> None:
        self.client = client
        self.turns = turns or PostTurns()

    def react(self, channel: str, ts: str, name: str) -> None:
        self.call(
            "reactions.add", {"channel": channel, "timestamp": ts, "name": name}, fine="already_reacted"
        )

    def unreact(self, channel: str, ts: str, name: str) -> None:
        self.call("reactions.remove", {"channel": channel, "timestamp": ts, "name": name}, fine="no_reaction")

    def post(self, channel: str, message: Message, *, key: str, thread: str | None = None) -> str:
        self.take_turn(channel, key)
        posting: dict[str, Any] = {
            "channel": channel,
            "text": message.text,
            "blocks": list(message.blocks),
            "metadata": {"event_type": MESSAGE_TYPE, "event_payload": {"id": key}},
            "unfurl_links": False,
            "unfurl_media": False,
        }
        if thread:
            posting["thread_ts"] = thread
        return str(self.with_blocks_or_plain("chat.postMessage", posting)["ts"])

    def post_to_one(self, channel: str, user: str, message: Message, *, thread: str | None = None) -> None:
        shown = {"channel": channel, "user": user, "text": message.text, "blocks": list(message.blocks)}
        shown |= {"thread_ts": thread} if thread else {}
        self.with_blocks_or_plain("chat.postEphemeral", shown)

    def take_turn(self, channel: str, key: str) -> None:
        """Raises RateLimited while it is other messages' turn, as Slack would."""
        wait = self.turns.wait(channel, key)
        if wait:
            raise RateLimited(wait)

    def with_blocks_or_plain(self, method: str, posting: dict[str, Any]) -> SlackResponse:
        """Post or update; should Slack not like the blocks, with the text alone, so that the reader has it."""
        try:
            return self.call(method, posting)
        except SlackRefused as error:
            if error.code not in BLOCK_TROUBLE:
                raise
            log.error("Slack does not take the blocks (%s)", error.code)  # noqa: TRY400  # the code says it all
            return self.call(method, {k: v for k, v in posting.items() if k != "blocks"})

    def update(self, channel: str, ts: str, message: Message) -> None:
        changed = {"channel": channel, "ts": ts, "text": message.text, "blocks": list(message.blocks)}
        self.with_blocks_or_plain("chat.update", changed)

    def open_direct(self, user: str) -> str:
        return str(self.call("conversations.open", {"users": user})["channel"]["id"])

    def delete(self, channel: str, ts: str) -> None:
        self.call("chat.delete", {"channel": channel, "ts": ts}, fine="message_not_found")

    def open_view(self, trigger: str, view: View) -> str:
        return str(self.call("views.open", {"trigger_id": trigger, "view": view.to_json()})["view"]["id"])

    def push_view(self, trigger: str, view: View) -> str:
        return str(self.call("views.push", {"trigger_id": trigger, "view": view.to_json()})["view"]["id"])

    def update_view(self, view_id: str, view: View) -> None:
        self.call("views.update", {"view_id": view_id, "view": view.to_json()}, fine="not_found")

    def find_own(self, channel: str, *, key: str, thread: str | None, since: datetime) -> str | None:
        where: dict[str, Any] = {"channel": channel, "include_all_metadata": True, "limit": PAGE}
        method = "conversations.history"
        if thread:
            method, where["ts"] = "conversations.replies", thread
        else:
            where["oldest"] = f"{(since - CLOCK_DIFFERENCE).timestamp():.6f}"
        found = self.first(method, where, lambda message: is_ours(message, key))
        return str(found["ts"]) if found else None

    def first(
        self, method: str, where: dict[str, Any], is_it: Callable[[dict[str, Any]], bool]
    ) -> dict[str, Any] | None:
        """The first message of a thread or channel that is what we look for; None also where we may not look."""
        try:
            return next(filter(is_it, self.messages(method, where)), None)
        except SlackRefused as error:
            log.warning("cannot look for what we posted (%s); it may be posted twice", error.code)
            return None

    def messages(self, method: str, where: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """Every message of a thread or channel, page by page."""
        cursor = ""
        while True:
            page = self.call(method, {**where, "cursor": cursor} if cursor else where)
            yield from page.get("messages") or []
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return

    def upload(self, picture: Picture, name: str) -> str:
        wanted = {"filename": name, "length": len(picture.png), "alt_txt": picture.alt}
        given = self.call("files.getUploadURLExternal", wanted)
        send_bytes(str(given["upload_url"]), picture.png)
        return str(given["file_id"])

    def show_file(self, place: Place, file: str, words: str) -> str:
        shown = {
            "files": [{"id": file, "title": TITLE_OF_PICTURE}],
            "channel_id": place.channel,
            "initial_comment": words,
            "thread_ts": place.thread,
        }
        self.call("files.completeUploadExternal", shown)
        return file

    def find_file(self, place: Place, file: str) -> str | None:
        where = {"channel": place.channel, "ts": place.thread, "limit": PAGE}
        found = self.first("conversations.replies", where, lambda message: shows(message, file))
        return file if found else None

    def publish_home(self, user: str, blocks: Sequence[Block]) -> None:
        self.call("views.publish", {"user_id": user, "view": {"type": "home", "blocks": list(blocks)}})

    def message(self, channel: str, ts: str) -> Json | None:
        where = {"channel": channel, "ts": ts, "latest": ts, "inclusive": True, "limit": 1}
        try:
            found = self.call("conversations.replies", where)["messages"]
        except SlackRefused as error:
            if error.code != "thread_not_found":
                raise
            return None
        return next((dict(one) for one in found if one["ts"] == ts), None)

    def unfurl(self, channel: str, ts: str, previews: Mapping[str, Sequence[Block]]) -> None:
        shown = {url: {"blocks": list(blocks)} for url, blocks in previews.items()}
        self.call("chat.unfurl", {"channel": channel, "ts": ts, "unfurls": shown})

    def permalink(self, channel: str, ts: str) -> str:
        try:
            return str(self.call("chat.getPermalink", {"channel": channel, "message_ts": ts})["permalink"])
        except SlackRefused:  # a message that was deleted has none; the channel still opens at its place
            return f"https://slack.com/app_redirect?channel={channel}&message_ts={ts}"

    def call(self, method: str, arguments: dict[str, Any], fine: str = "") -> SlackResponse:
        """One call of the Web API; the error code `fine` counts as success. Raises DeliveryError."""
        try:
            if needs_json(method):
                return self.client.api_call(method, json=arguments)
            return self.client.api_call(method, params=flags(arguments))
        except SlackApiError as error:
            response: SlackResponse = error.response
            if response.get("error") == fine != "":
                return response
            raise translated(error) from error
        except TimeoutError as error:
            raise SlackUnreachable("timed out", LATE * self.client.timeout) from error
        except (SlackClientError, OSError, HTTPException) as error:
            raise SlackUnreachable(type(error).__name__) from error


def send_bytes(upload_url: str, content: bytes) -> None:
    """Send a file to the address that Slack gave for it. Raises DeliveryError."""
    try:
        answer = httpx.post(upload_url, content=content, timeout=TIMEOUT_SECONDS)
    except httpx.HTTPError as error:
        raise SlackUnreachable(type(error).__name__) from error
    if answer.status_code == TOO_MANY:
        raise RateLimited(retry_after(answer.headers))
    if answer.status_code != 200:  # noqa: PLR2004  # HTTP's own word for done; the next attempt asks for a new address
        raise SlackUnreachable(f"the upload was answered {answer.status_code}")


def respond(response_url: str, message: Message, *, replace: bool = False) -> None:
    """Answer through a command's or a press's own address, to its user alone. Raises DeliveryError."""
    webhook = WebhookClient(response_url, timeout=TIMEOUT_SECONDS, retry_handlers=[])
    try:
        answer = webhook.send(
            text=message.text,
            blocks=list(message.blocks),
            response_type="ephemeral",
            replace_original=replace,
        )
    except (OSError, HTTPException) as error:
        raise SlackUnreachable(str(error)) from error
    if answer.status_code == TOO_MANY:
        raise RateLimited(retry_after(answer.headers))
    if answer.status_code >= SERVER_ERROR:
        raise SlackUnreachable(f"response_url answered {answer.status_code}")
    if answer.status_code != 200:  # noqa: PLR2004  # HTTP's own word for done
        raise SlackRefused(f"response_url_{answer.status_code}", permanent=True)


def needs_json(method: str) -> bool:
    """Whether the method takes a JSON body; those that read take form parameters alone."""
    return method.startswith(JSON_METHODS)


def flags(arguments: dict[str, Any]) -> dict[str, Any]:
    """Booleans as Slack's forms want them."""
    return {name: int(value) if isinstance(value, bool) else value for name, value in arguments.items()}


def is_ours(message: dict[str, Any], key: str) -> bool:
    """Whether a message carries our mark `key`: in its metadata, or as its first block's id."""
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") == MESSAGE_TYPE:
        return bool((metadata.get("event_payload") or {}).get("id") == key)
    blocks = message.get("blocks") or [{}]
    return bool(message.get("bot_id")) and bool(blocks[0].get("block_id") == key)


def shows(message: dict[str, Any], file: str) -> bool:
    """Whether a message shows the file of this id."""
    return any(shown.get("id") == file for shown in message.get("files") or ())


def translated(error: SlackApiError) -> DeliveryError:
    """What Slack's refusal means for us."""
    response = error.response
    code = str(response.get("error") or "") if isinstance(response.data, dict) else ""
    if response.status_code == TOO_MANY or code == "ratelimited":
        return RateLimited(retry_after(response.headers))
    if response.status_code >= SERVER_ERROR or code in PASSING or not code:
        return SlackUnreachable(code or f"status {response.status_code}")
    # A token can be put right by the operator, and until then what is to be said must not be lost.
    return SlackRefused(code, permanent=code not in TOKEN_TROUBLE)


def retry_after(headers: Any) -> float:  # noqa: ANN401  # slack_sdk gives several kinds of mapping
    """Seconds that Slack asks us to wait."""
    found = {str(name).lower(): value for name, value in dict(headers).items()}.get("retry-after")
    first = found[0] if isinstance(found, list) else found
    try:
        return max(0.0, float(first or ""))
    except (TypeError, ValueError):
        return DEFAULT_RETRY_AFTER
