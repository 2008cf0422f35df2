"""Commands, buttons, modals and shortcuts: what goes to the app at a person's word, and what comes of it."""

from __future__ import annotations

from typing import Any

from tests.fakes.slack.hub import Delivery
from tests.fakes.slack.looking import Looking
from tests.fakes.slack.methods.views import open_view, replace_view
from tests.fakes.slack.model import Json, Message, Refusal, View
from tests.fakes.slack.state import TEAM_DOMAIN
from tests.fakes.slack.tickets import ResponseUrl
from tests.fakes.slack.wire import message_json, view_json


class Interaction:
    """One command, press, submission or shortcut as the person sees it; it changes as answers come."""

    def __init__(self, slack: Looking, delivery: Delivery, issued: ResponseUrl | None) -> None:
        self._slack = slack
        self._delivery = delivery
        self._issued = issued

    @property
    def payload(self) -> Json:
        """What the app was sent."""
        return self._delivery.payload

    @property
    def trigger_id(self) -> str:
        """The trigger that the app was given."""
        return str(self.payload["trigger_id"])

    @property
    def acked(self) -> bool:
        """Whether the app acknowledged it in time; if not, the person saw an error."""
        return self._delivery.ack_at is not None

    @property
    def failed(self) -> bool:
        """Whether it was given up: no connection, or no acknowledgement within three seconds."""
        return self._delivery.failed

    @property
    def ack(self) -> Json:
        """What the acknowledgement carried."""
        return self._delivery.ack or {}

    @property
    def latency(self) -> float:
        """Seconds until the acknowledgement; infinite without one."""
        return float("inf") if self._delivery.latency is None else self._delivery.latency

    @property
    def responses(self) -> tuple[Json, ...]:
        """What the app sent to the response_url so far."""
        return tuple(self._issued.posts) if self._issued else ()

    def wait_ack(self, timeout: float = 5.0) -> Interaction:
        """Wait until it is acknowledged or given up."""
        self._slack.wait_for(lambda: self._delivery.is_over, timeout)
        return self

    def wait_responses(self, count: int = 1, timeout: float = 5.0) -> tuple[Json, ...]:
        """Wait until the app has sent so much to the response_url."""
        self._slack.wait_for(lambda: len(self.responses) >= count, timeout)
        return self.responses


class Interactions(Looking):
    """Builds the payloads; `wait=False` returns before the acknowledgement."""

    def command(self, name: str, text: str, channel: str, user: str | None = None, *, wait: bool = True) -> Interaction:
        """A person types `/name text` in a channel; Slack does not say which thread."""
        if self.app.commands is not None and name not in self.app.commands:
            raise AssertionError(f"{name} is not declared in the manifest")
        with self.changed:
            person = self._person(channel, user)
            issued = self.tickets.response_url(channel, person)
            payload = self._who(person) | {
                "team_domain": TEAM_DOMAIN,
                "channel_id": channel,
                "channel_name": self.workspace.channels[channel].name or "directmessage",
                "user_id": person,
                "user_name": self.workspace.users[person].name,
                "command": name,
                "text": text,
                "is_enterprise_install": "false",
                "response_url": self._response_address(issued),
            }
            del payload["user"], payload["team"]
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
            container = {"type": "message", "message_ts": ts, "channel_id": channel, "thread_ts": issued.thread_ts}
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
            interaction = self._send("interactive", payload, None, on_ack=lambda ack: self._after(view_id, ack))
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

    # How payloads are made

    def _who(self, user: str, view_id: str | None = None) -> Json:
        """What every payload says: the person, the team, the app, a trigger."""
        person = self.workspace.users[user]
        return {
            "token": "verification-token",
            "team_id": self.workspace.team,
            "api_app_id": self.app.app_id,
            "team": {"id": self.workspace.team, "domain": TEAM_DOMAIN},
            "user": {"id": user, "username": person.name, "name": person.name, "team_id": person.team},
            "enterprise": None,
            "is_enterprise_install": False,
            "trigger_id": self.tickets.trigger(user, view_id),
        }

    def _shortcut(self, kind: str, callback_id: str) -> Json:
        if self.app.shortcuts is not None and callback_id not in self.app.shortcuts:
            raise AssertionError(f"the shortcut {callback_id} is not declared in the manifest")
        return {"type": kind, "callback_id": callback_id, "action_ts": self.workspace.clock.ts()}

    def _person(self, channel: str, user: str | None) -> str:
        return user or next(m for m in self.workspace.channels[channel].members if m != self.bot_user)

    def _anyone(self) -> str:
        return next(user.id for user in self.workspace.users.values() if not user.is_bot)

    def _response_address(self, issued: ResponseUrl) -> str:
        return f"http://{self.server.host}/commands/{self.workspace.team}/{issued.id}"

    def _shown(self, channel: str, ts: str) -> Json:
        """A message as an interaction carries it: a posted one, or an ephemeral one."""
        message = self.workspace.messages[channel].get(ts)
        if message is None:
            seen = next(each for each in self.workspace.ephemerals if each.ts == ts)
            app = self.app
            message = Message(
                channel, ts, app.bot_user, seen.text, seen.blocks, thread_ts=seen.thread_ts, bot_id=app.bot_id
            )
        return message_json(message, app=self.app, team=self.workspace.team)

    def _view(self, view_id: str) -> View:
        homes = {view.id: view for view in self.workspace.homes.values()}
        return self.workspace.views.get(view_id) or homes[view_id]

    def _view_json(self, view: View, values: Json | None = None) -> Json:
        state = {
            block_id: {action_id: _state(view, block_id, each) for action_id, each in actions.items()}
            for block_id, actions in (values or {}).items()
        }
        body = view_json(view, app=self.app, team=self.workspace.team)
        return body | {"state": {"values": state}}

    def _action(self, blocks: list[Json], action_id: str, option: str | None, block_id: str | None) -> Json:
        """The pressed element; a LookupError names the elements that are there when it is not."""
        there = [(block, element) for block in blocks for element in _elements(block)]
        for block, element in there:
            if element.get("action_id") == action_id and block_id in {None, block.get("block_id")}:
                chosen = _chosen(element, option)
                action = {"action_id": action_id, "block_id": block.get("block_id"), "type": element["type"]}
                return action | chosen | {"action_ts": self.workspace.clock.ts()}
        known = [element.get("action_id") for _, element in there]
        raise LookupError(f"no {action_id} here; there are {known}")

    def _send(
        self, kind: str, payload: Json, issued: ResponseUrl | None, *, wait: bool = False, on_ack: Any = None
    ) -> Interaction:
        delivery = Delivery(kind, payload)
        if issued is not None and on_ack is None:
            responses = self.server.responses

            def on_ack(ack: Json) -> None:
                responses.acknowledge(issued, ack)

        delivery.on_ack = on_ack
        self.hub.submit(delivery)
        interaction = Interaction(self, delivery, issued)
        return interaction.wait_ack() if wait else interaction

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


def _elements(block: Json) -> list[Json]:
    found = list(block.get("elements", [])) if block.get("type") in {"actions", "context_actions"} else []
    found += [block[name] for name in ("accessory", "element") if isinstance(block.get(name), dict)]
    return found


def _chosen(element: Json, option: str | None) -> Json:
    if element["type"] == "button":
        return {name: element[name] for name in ("text", "value") if name in element}
    options = [*element.get("options", [])]
    options += [each for group in element.get("option_groups", []) for each in group["options"]]
    for each in options:
        if each["value"] == option:
            return {"selected_option": each}
    return {f"selected_{element['type'].removesuffix('_select').removesuffix('picker')}": option}


def _state(view: View, block_id: str, value: Any) -> Json:
    """A state as given, or that of a text input from its string."""
    if isinstance(value, dict):
        return value
    block = next((block for block in view.content["blocks"] if block.get("block_id") == block_id), {})
    return {"type": block.get("element", {}).get("type", "plain_text_input"), "value": value}
