"""Commands, buttons, modals and shortcuts: what a person does with the app, and what comes of it."""

from __future__ import annotations

from tests.fakes.slack.interaction import Interaction
from tests.fakes.slack.methods.views import open_view, replace_view
from tests.fakes.slack.model import Json, Refusal
from tests.fakes.slack.payloads import Payloads
from tests.fakes.slack.state import TEAM_DOMAIN


class Interactions(Payloads):
    """Builds the payloads; `wait=False` returns before the acknowledgement."""

    def command(
        self, name: str, text: str, channel: str, user: str | None = None, *, wait: bool = True
    ) -> Interaction:
        """A person types `/name text` in a channel; Slack does not say which thread."""
        if self.app.commands is not None and name not in self.app.commands:
            raise AssertionError(f"{name} is not declared in the manifest")
        with self.changed:
            person = self._person(channel, user)
            issued = self.tickets.response_url(channel, person)
            payload = self._common(person) | {
                "team_domain": TEAM_DOMAIN,
                "channel_id": channel,
                "channel_name": self.workspace.channels[channel].name or "directmessage",
                "user_id": person,
                "user_name": self.workspace.users[person].name,
                "command": name,
                "text": text,
                "is_enterprise_install": "false",  # a string here, a boolean everywhere else
                "response_url": self._response_address(issued),
            }
            return self._send("slash_commands", payload, issued, wait=wait)

    def press(
        self,
        channel: str,
        ts: str,
        action_id: str,
        user: str | None = None,
        *,
        option: str | None = None,
        block_id: str | None = None,
        wait: bool = True,
    ) -> Interaction:
        """A person presses a button of a message, or picks the `option` (its value) of a menu; ephemeral ones too."""
        with self.changed:
            person = self._person(channel, user)
            message = self._shown(channel, ts)
            issued = self.tickets.response_url(channel, person, ts)
            issued.thread_ts = message.get("thread_ts")
            container = {
                "type": "message",
                "message_ts": ts,
                "channel_id": channel,
                "thread_ts": issued.thread_ts,
            }
            ephemeral = ts not in self.workspace.messages[channel]
            payload = self._who(person) | {
                "type": "block_actions",
                "container": container | {"is_ephemeral": ephemeral},
                "channel": {"id": channel, "name": self.workspace.channels[channel].name},
                "message": message,
                "state": {"values": {}},
                "response_url": self._response_address(issued),
                "actions": [self._action(message.get("blocks", []), action_id, option, block_id)],
            }
            return self._send("interactive", payload, issued, wait=wait)

    def press_in_view(
        self,
        view_id: str,
        action_id: str,
        *,
        option: str | None = None,
        block_id: str | None = None,
        values: Json | None = None,
        wait: bool = True,
    ) -> Interaction:
        """A person presses a button in a modal or in their App Home."""
        with self.changed:
            view = self._view(view_id)
            payload = self._who(view.user, view_id) | {
                "type": "block_actions",
                "container": {"type": "view", "view_id": view_id},
                "view": self._view_json(view, values),
                "actions": [self._action(view.content["blocks"], action_id, option, block_id)],
            }
            return self._send("interactive", payload, None, wait=wait)

    def submit_view(self, view_id: str, values: Json | None = None, *, wait: bool = True) -> Interaction:
        """A person submits a modal.

        `values` is {block_id: {action_id: state}}, where a state is a string for a text input or Slack's own object.
        The acknowledgement's response_action is carried out.
        """
        with self.changed:
            view = self._view(view_id)
            payload = self._who(view.user, view_id) | {
                "type": "view_submission",
                "view": self._view_json(view, values),
                "response_urls": [],
            }
            interaction = self._send(
                "interactive", payload, None, on_ack=lambda ack: self._after(view_id, ack)
            )
        return interaction.wait_ack() if wait else interaction

    def close_view(self, view_id: str) -> Interaction | None:
        """A person closes a modal; the app hears of it when it asked to (notify_on_close)."""
        with self.changed:
            view = self._view(view_id)
            payload = self._who(view.user) | {
                "type": "view_closed",
                "view": self._view_json(view),
                "is_cleared": False,
            }
            del payload["trigger_id"]
            self._close(view_id)
            if not view.content.get("notify_on_close"):
                return None
            return self._send("interactive", payload, None, wait=False)

    def global_shortcut(self, callback_id: str, user: str | None = None, *, wait: bool = True) -> Interaction:
        """A person starts a shortcut from the menu."""
        with self.changed:
            payload = self._who(user or self._anyone()) | self._shortcut("shortcut", callback_id)
            return self._send("interactive", payload, None, wait=wait)

    def message_shortcut(
        self, callback_id: str, channel: str, ts: str, user: str | None = None, *, wait: bool = True
    ) -> Interaction:
        """A person starts a shortcut on a message, in any channel that they are in."""
        with self.changed:
            person = self._person(channel, user)
            issued = self.tickets.response_url(channel, person)
            payload = self._who(person) | self._shortcut("message_action", callback_id)
            payload |= {
                "message_ts": ts,
                "channel": {"id": channel, "name": self.workspace.channels[channel].name},
                "message": self._shown(channel, ts),
                "response_url": self._response_address(issued),
            }
            return self._send("interactive", payload, issued, wait=wait)

    # What an acknowledged submission does

    def _after(self, view_id: str, ack: Json) -> None:
        view, action = self.workspace.views[view_id], ack.get("response_action")
        if action == "errors":
            return
        if action == "clear":
            self._close(view.root_id)
        elif action == "update":
            replace_view(self.workspace, view, ack["view"])
        elif action == "push":
            open_view(self.workspace, view.user, ack["view"], view)
        elif action is None:
            self._close(view_id)
        else:
            raise Refusal("invalid_arguments")

    def _close(self, view_id: str) -> None:
        """Close a modal and all on top of it."""
        self.workspace.views.pop(view_id, None)
        for view in [v for v in self.workspace.views.values() if v.previous_id == view_id]:
            self._close(view.id)
