"""The payloads of commands and interactions, as Slack writes them."""

from __future__ import annotations

from typing import Any

from tests.fakes.slack.hub import Delivery
from tests.fakes.slack.interaction import Interaction
from tests.fakes.slack.looking import Looking
from tests.fakes.slack.model import Json, Message, View
from tests.fakes.slack.state import TEAM_DOMAIN
from tests.fakes.slack.tickets import ResponseUrl
from tests.fakes.slack.wire import message_json, view_json


class Payloads(Looking):
    """Builds what the app is sent, and sends it; for Interactions."""

    def _common(self, user: str, view_id: str | None = None) -> Json:
        """What every payload says."""
        return {
            "token": "verification-token",
            "team_id": self.workspace.team,
            "api_app_id": self.app.app_id,
            "is_enterprise_install": False,
            "trigger_id": self.tickets.trigger(user, view_id),
        }

    def _who(self, user: str, view_id: str | None = None) -> Json:
        """What every interaction says: the person, the team, the app, a trigger.

        In a view the team is the person's home; whose app it is says the view.
        """
        person = self.workspace.users[user]
        team = person.team if view_id else self.workspace.team
        return self._common(user, view_id) | {
            "team": {"id": team, "domain": TEAM_DOMAIN},
            "user": {"id": user, "username": person.name, "name": person.name, "team_id": person.team},
            "enterprise": None,
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
                channel,
                ts,
                app.bot_user,
                seen.text,
                blocks=seen.blocks,
                thread_ts=seen.thread_ts,
                bot_id=app.bot_id,
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


def _elements(block: Json) -> list[Json]:
    found = list(block.get("elements", [])) if block.get("type") in {"actions", "context_actions"} else []
    found += [block[name] for name in ("accessory", "element") if isinstance(block.get(name), dict)]
    return found


def _chosen(element: Json, option: str | None) -> Json:
    if element["type"] == "button":
        return {name: element[name] for name in ("text", "value") if name in element}
    if element["type"] == "plain_text_input":
        return {"value": option}  # an input that dispatches: what was written into it
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
    block: Json = next((block for block in view.content["blocks"] if block.get("block_id") == block_id), {})
    return {"type": block.get("element", {}).get("type", "plain_text_input"), "value": value}
