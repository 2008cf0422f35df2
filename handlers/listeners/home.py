"""The Home tab."""

from __future__ import annotations

from slack_bolt import Ack

from handlers.flows.archive.home import HOME_FLOW, HOME_MORE_FLOW, HOME_SEARCH_FLOW
from handlers.flows.archive.talking import GREET_FLOW
from handlers.flows.links.intake import Payload, team_of, team_of_press
from handlers.ports import Engine

LONGEST_SEARCH = 300  # characters; what is longer is text, not a search


class HomeTab:
    """Reactions to somebody's looking at the tab, and to searching there."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def on_opened(self, event: Payload, body: Payload) -> None:
        """Fill the tab for the person who opens it, and at no other time; greet who opens our messages, once."""
        team, user = team_of(body), event["user"]
        if event.get("tab") == "home":
            who = {"team": team, "user": user}
            self.engine.begin(HOME_FLOW, f"home:{team}:{body['event_id']}", who)
        elif event.get("tab") == "messages":
            where = {"team": team, "channel": event["channel"]}
            self.engine.begin(GREET_FLOW, f"greet:{team}:{user}", where)

    def on_more(self, ack: Ack, body: Payload) -> None:
        """A button that leads to the whole of a part."""
        team, part = team_of_press(body), body["actions"][0]["action_id"].partition(":")[2]
        argument = {"team": team, "user": body["user"]["id"], "trigger": body["trigger_id"], "part": part}
        self.engine.begin(HOME_MORE_FLOW, f"home-more:{team}:{body['trigger_id']}", argument)
        ack()

    def on_search(self, ack: Ack, body: Payload) -> None:
        """The return key in the search box."""
        team, words = team_of_press(body), (body["actions"][0].get("value") or "").strip()
        if words:
            argument = {"team": team, "user": body["user"]["id"], "trigger": body["trigger_id"]}
            argument |= {"words": words[:LONGEST_SEARCH]}
            self.engine.begin(HOME_SEARCH_FLOW, f"home-search:{team}:{body['trigger_id']}", argument)
        ack()
