"""What Slack refuses in the parts of blocks: text objects, buttons, menus, inputs."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from tests.fakes.slack.model import Json

_SELECTS = {
    f"{many}{kind}_select"
    for many in ("", "multi_")
    for kind in ("static", "external", "users", "conversations", "channels")
}
_CHOICES = {"checkboxes", "radio_buttons", "datepicker", "timepicker", "datetimepicker"}
_INPUTS = {
    "plain_text_input",
    "rich_text_input",
    "email_text_input",
    "url_text_input",
    "number_input",
    "file_input",
}
ELEMENT_KINDS: dict[str, set[str]] = {
    "section": {"button", "image", "overflow", "workflow_button"} | _SELECTS | _CHOICES,
    "actions": {"button", "overflow", "workflow_button"} | _SELECTS | _CHOICES,
    "input": _SELECTS | _CHOICES | _INPUTS,
}
ACTION_ID, BUTTON_TEXT, BUTTON_VALUE, URL, PLACEHOLDER = 255, 75, 2000, 3000, 150
OPTION_TEXT, OPTION_VALUE = 75, 150
_OPTIONS = {
    "overflow": 5,
    "checkboxes": 10,
    "radio_buttons": 10,
    "static_select": 100,
    "multi_static_select": 100,
}
_CONFIRM = {"title": 100, "text": 300, "confirm": 30, "deny": 30}


class Problem(Exception):
    """What is wrong (`why`) and a JSON pointer to it (`where`)."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why}")
        self.where = where
        self.why = why


def check_text(value: Any, where: str, most: int, *, plain: bool = False) -> None:
    """A text object: plain_text or mrkdwn, 1 to `most` characters."""
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        raise Problem(where, "must be a text object")
    kinds = {"plain_text"} if plain else {"plain_text", "mrkdwn"}
    if value.get("type") not in kinds:
        raise Problem(f"{where}/type", f"unsupported type: {value.get('type')}")
    unknown = set(value) - {"type", "text", "emoji" if value["type"] == "plain_text" else "verbatim"}
    if unknown:
        raise Problem(where, f"invalid additional property: {min(unknown)}")
    check_length(value["text"], f"{where}/text", most)


def check_length(text: Any, where: str, most: int, least: int = 1) -> None:
    """A string of `least` to `most` characters."""
    if not isinstance(text, str) or len(text) < least:
        raise Problem(where, f"must be more than {least - 1} characters")
    if len(text) > most:
        raise Problem(where, f"must be less than {most + 1} characters")


def check_unique(ids: Collection[Any], where: str, name: str) -> None:
    """No id twice among those that were given."""
    given = [each for each in ids if each is not None]
    if len(given) != len(set(given)):
        raise Problem(where, f"`{name}` must be unique")


def check_element(element: Any, where: str, kinds: set[str]) -> None:
    """An interactive element or image of one of these kinds, within its limits."""
    if not isinstance(element, dict) or element.get("type") not in kinds:
        raise Problem(where, "unsupported type of element")
    if "action_id" in element:
        check_length(element["action_id"], f"{where}/action_id", ACTION_ID)
    if "placeholder" in element:
        check_text(element["placeholder"], f"{where}/placeholder", PLACEHOLDER, plain=True)
    if "confirm" in element:
        _check_confirm(element["confirm"], f"{where}/confirm")
    if element["type"] == "button":
        _check_button(element, where)
    if element["type"] in _OPTIONS:
        _check_options(element, where)


def _check_button(button: Json, where: str) -> None:
    check_text(button.get("text"), f"{where}/text", BUTTON_TEXT, plain=True)
    if "value" in button:
        check_length(button["value"], f"{where}/value", BUTTON_VALUE, least=0)
    if "url" in button:
        check_length(button["url"], f"{where}/url", URL)
        if not button["url"].startswith(("http://", "https://", "slack://", "mailto:")):
            raise Problem(f"{where}/url", "must be a valid URL")
    if button.get("style", "primary") not in {"primary", "danger"}:
        raise Problem(f"{where}/style", "must be a valid enum value")


def _check_options(element: Json, where: str) -> None:
    if "option_groups" in element:
        options = [option for group in element["option_groups"] for option in group.get("options", [])]
    else:
        options = element.get("options") or []
        if len(options) > _OPTIONS[element["type"]]:
            raise Problem(f"{where}/options", f"no more than {_OPTIONS[element['type']]} items allowed")
    if not options:
        raise Problem(f"{where}/options", "must have at least one item")
    for index, option in enumerate(options):
        place = f"{where}/options/{index}"
        check_text(option.get("text"), f"{place}/text", OPTION_TEXT)
        check_length(option.get("value"), f"{place}/value", OPTION_VALUE)
    chosen = element.get("initial_option")
    if chosen is not None and chosen not in options:
        raise Problem(f"{where}/initial_option", "must be one of the options")


def _check_confirm(confirm: Any, where: str) -> None:
    if not isinstance(confirm, dict):
        raise Problem(where, "must be an object")
    for name, most in _CONFIRM.items():
        if name in confirm or name == "text":
            check_text(confirm.get(name), f"{where}/{name}", most, plain=name != "text")
