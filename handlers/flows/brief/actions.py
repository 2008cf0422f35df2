"""What somebody pressed beneath a brief or in a modal, from Slack's payload. Pure.

Slack signs what it sends us: that a button was pressed in a channel's message says that its presser sees the channel.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import Any

from handlers.flows.links.intake import Payload, team_of_press
from handlers.ports import Json
from handlers.render.slack_buttons import brief_of_row


@dataclass(frozen=True, slots=True)
class Press:
    """One press. `trigger` is the right to open a modal, for three seconds.

    `channel` is where the pressed message stands, or the one from which a modal was opened. `response_url` is where the
    presser is answered; it is empty in a modal, whose id is `view_id`. `value` is what the button carries: a page,
    what a line is known by; `line` is the line that a form is about.
    """

    team: str
    user: str
    trigger: str
    brief_id: str
    part: str = ""
    value: str = ""
    line: str = ""
    channel: str = ""
    response_url: str = ""
    view_id: str = ""

    @property
    def flow_id(self) -> str:
        return f"press:{self.team}:{self.trigger}"

    def to_json(self) -> Json:
        return asdict(self)

    @classmethod
    def from_json(cls, argument: Json) -> Press:
        return cls(**argument)

    @property
    def about(self) -> str:
        """What a modal must give back for the next press in it."""
        return self.about_line("")

    def about_line(self, line: str) -> str:
        """The same for a modal that is about one line."""
        known = {"brief": self.brief_id, "part": self.part, "channel": self.channel}
        return json.dumps({**known, "line": line} if line else known)

    @property
    def page(self) -> int:
        """The page that the button leads to."""
        return int(self.value) if self.value.isascii() and self.value.isdigit() else 0

    def for_part(self, part: str) -> Press:
        """The same press, where the button itself does not say what it is about."""
        return replace(self, part=part)


def press_from(body: Payload) -> Press:
    """A press of a button, or of a form's own; its `brief_id` is empty where it is about none."""
    action = (body.get("actions") or [{}])[0]
    view = body.get("view") or {}
    about = about_of(view)
    return Press(
        team=team_of_press(body),
        user=body["user"]["id"],
        trigger=body["trigger_id"],
        brief_id=about.get("brief") or brief_of_row(action.get("block_id") or ""),
        part=about.get("part") or "",
        value=action.get("value") or "",
        line=about.get("line") or "",
        channel=(body.get("channel") or {}).get("id") or about.get("channel") or "",
        response_url=body.get("response_url") or "",
        view_id=view.get("id") or "",
    )


def about_of(view: Payload) -> dict[str, Any]:
    """What we gave a modal to carry."""
    written = view.get("private_metadata")
    return dict(json.loads(written)) if written else {}
