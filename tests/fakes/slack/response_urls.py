"""What an app sends to a response_url, or with the acknowledgement of a command, and what becomes of it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from tests.fakes.slack.changes import Changes
from tests.fakes.slack.limits import check_blocks
from tests.fakes.slack.model import Json, Refusal
from tests.fakes.slack.state import Workspace
from tests.fakes.slack.tickets import ResponseUrl, Tickets


class ResponseUrls:
    """Takes answers to response addresses; the first to come and the last count alike."""

    def __init__(self, workspace: Workspace, tickets: Tickets, changed: Changes) -> None:
        self.workspace = workspace
        self.tickets = tickets
        self.changed = changed

    def answer(self, path: str, body: bytes) -> tuple[int, Json]:
        """One POST to a response address: its status and answer."""
        with self.changed:
            try:
                issued = self.tickets.use_response(path.rpartition("/")[2])
                self.say(issued, _decoded(body))
            except Refusal as refusal:
                status = 404 if refusal.error in {"used_url", "expired_url", "invalid_url"} else 400
                return status, {"ok": False, "error": refusal.error} | refusal.extra
            finally:
                self.changed.notify_all()
        return 200, {"ok": True}

    def say(self, issued: ResponseUrl, answer: Json) -> None:
        """Carry an answer out: a message for one or for all, in place of the old one, or its end."""
        if answer.get("delete_original"):
            self._delete(issued)
        else:
            self._write(issued, answer)
        issued.posts.append(answer)

    def acknowledge(self, issued: ResponseUrl, answer: Json) -> None:
        """An acknowledgement that carries words says them; it uses up no turn of the address."""
        if answer.get("text") or answer.get("blocks"):
            self._write(issued, answer)

    def _write(self, issued: ResponseUrl, answer: Json) -> None:
        checked = check_blocks(answer.get("blocks") or [], "message")
        blocks = tuple({"block_id": self.workspace.ids.new("b")} | block for block in checked)
        text = str(answer.get("text") or "")
        if not (text.strip() or blocks or answer.get("attachments")):
            raise Refusal("no_text")
        fields: dict[str, Any] = {"blocks": blocks, "thread_ts": answer.get("thread_ts") or issued.thread_ts}
        target = issued.message_ts or issued.own_ts
        if answer.get("replace_original") and target:
            self._replace(issued, target, text, blocks)
        elif answer.get("response_type") == "in_channel":
            issued.own_ts = self._post(issued, text, fields)
        else:
            issued.own_ts = self.workspace.post_ephemeral(issued.channel, issued.user, text, **fields).ts

    def _post(self, issued: ResponseUrl, text: str, fields: dict[str, Any]) -> str:
        app = self.workspace.app
        message = self.workspace.post(
            issued.channel, app.bot_user, text, bot_id=app.bot_id, app_id=app.app_id, **fields
        )
        return message.ts

    def _replace(self, issued: ResponseUrl, ts: str, text: str, blocks: tuple[Json, ...]) -> None:
        if ts in self.workspace.messages[issued.channel]:
            self.workspace.update(issued.channel, ts, text=text, blocks=blocks, quietly=True)
            return
        self.workspace.ephemerals = [
            replace(each, text=text, blocks=blocks) if each.ts == ts else each
            for each in self.workspace.ephemerals
        ]

    def _delete(self, issued: ResponseUrl) -> None:
        target = issued.message_ts or issued.own_ts or ""
        if target in self.workspace.messages[issued.channel]:
            self.workspace.delete(issued.channel, target)
        self.workspace.ephemerals = [each for each in self.workspace.ephemerals if each.ts != target]

    def receive_file(self, file_id: str, content: bytes) -> bool:
        """The bytes of an upload; false when no such upload was begun."""
        with self.changed:
            file = self.workspace.files.get(file_id)
            if file is None:
                return False
            self.workspace.files[file_id] = replace(file, content=content)
            self.changed.notify_all()
        return True


def _decoded(body: bytes) -> Json:
    try:
        answer = json.loads(body)
    except ValueError:
        raise Refusal("invalid_payload") from None
    if not isinstance(answer, dict):
        raise Refusal("invalid_payload")
    return answer
