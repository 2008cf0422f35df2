"""What somebody pressed beside a story or sent with its form, from Slack's payload. Pure."""

from __future__ import annotations

import json
from typing import Any

from handlers.flows.digest.steering import Steer, Undo
from handlers.flows.digest.story_statements import StoryPress
from handlers.flows.links.intake import Payload, team_of_press
from handlers.render.slack_steering import CHOSEN, FORM


def steer_of_menu(body: Payload) -> Steer:
    """The form that is asked for. The digest is told by its message's mark."""
    act, _, story = body["actions"][0]["selected_option"]["value"].partition(":")
    return Steer(
        team=team_of_press(body),
        user=body["user"]["id"],
        digest=digest_of(body["message"]),
        act=act,
        story=story,
        trigger=body["trigger_id"],
        response_url=body.get("response_url") or "",
    )


def story_press(body: Payload) -> StoryPress:
    """A press of the button below a story, or of Next and Back in its modal."""
    action, view = body["actions"][0], body.get("view") or {}
    about = about_story(view)
    return StoryPress(
        team=team_of_press(body),
        user=body["user"]["id"],
        digest=about["digest"] if about else digest_of(body["message"]),
        story=about["story"] if about else action["value"],
        page=int(action["value"]) if about else 0,
        trigger=body["trigger_id"],
        response_url=body.get("response_url") or "",
        view=view.get("id") or "",
    )


def about_story(view: Payload) -> dict[str, str]:
    """Which story of which digest a modal shows; nothing where it shows a brief."""
    about = json.loads(view.get("private_metadata") or "{}")
    return dict(about) if "story" in about else {}


def digest_of(message: Payload) -> str:
    """Our mark on the message, without its number."""
    mark = str(message["blocks"][0].get("block_id") or "")
    return mark.rpartition("/")[0]


def steer_of_form(body: Payload) -> Steer:
    """What was chosen."""
    view = body["view"]
    about = json.loads(view["private_metadata"])
    return Steer(
        team=team_of_press(body),
        user=body["user"]["id"],
        digest=about["digest"],
        act=view["callback_id"],
        story=about["story"],
        form=view["id"],
        chosen=chosen_in(view["state"]["values"][FORM][CHOSEN]),
    )


def chosen_in(state: dict[str, Any]) -> tuple[str, ...]:
    """The values of the chosen option or options."""
    options = state.get("selected_options") or [state.get("selected_option")]
    return tuple(str(option["value"]) for option in options if option)


def choices_in(body: Payload) -> list[Any]:
    """What could be chosen."""
    element = next(block["element"] for block in body["view"]["blocks"] if block.get("block_id") == FORM)
    return list(element["options"])


def undo_of_press(body: Payload) -> Undo:
    """Which decision is to be undone, and who says so."""
    return Undo(team_of_press(body), body["user"]["id"], body["actions"][0]["value"])
