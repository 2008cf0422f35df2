"""Flow: below a link, what its channel was told of the article. Nothing is read for it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from handlers.domain.channels import Channels, links_wanted
from handlers.domain.message import Block
from handlers.flows.desk import Desk
from handlers.flows.links.intake import Payload
from handlers.flows.retry import retry
from handlers.links import key_of, name_of_links, unescaped
from handlers.ports import Json, Steps
from handlers.render.slack_unfurl import preview_blocks

UNFURL_FLOW = "unfurl"
REAL_TS = re.compile(r"\d+\.\d+")


@dataclass(frozen=True, slots=True)
class SharedLinks:
    """The links of one message that Slack lets us put previews below, spelled as Slack spells them."""

    team: str
    channel: str
    ts: str
    links: tuple[str, ...]

    @property
    def flow_id(self) -> str:
        """The same for every delivery."""
        return f"unfurl:{self.team}:{self.channel}:{self.ts}:{name_of_links(self.links)}"

    def to_json(self) -> Json:
        return asdict(self)

    @classmethod
    def from_json(cls, argument: Json) -> SharedLinks:
        return cls(**{**argument, "links": tuple(argument["links"])})


def links_from_event(event: Payload, team: str) -> SharedLinks | None:
    """What was shared where we are; None for anything else, of which nothing must be kept."""
    if not (event.get("is_bot_user_member") and is_sent(event)):
        return None  # Slack tells of such links in every conversation, also in two people's own
    links = tuple(link["url"] for link in event["links"])
    return SharedLinks(team, event["channel"], event["message_ts"], links)


def is_sent(event: Payload) -> bool:
    """Whether the message was sent: while it is being written its ts is none, and Slack tells again."""
    return event.get("source") != "composer" and bool(REAL_TS.fullmatch(event["message_ts"]))


class UnfurlDesk:
    """The single act."""

    def __init__(self, desk: Desk, channels: Channels) -> None:
        self.desk = desk
        self.channels = channels

    def show(self, argument: Json) -> Json:
        """Put a preview below each link whose article the channel has. Raises DeliveryError."""
        shared = SharedLinks.from_json(argument)
        previews = self.previews_of(shared)
        if previews:
            self.desk.chats.of(shared.team).unfurl(shared.channel, shared.ts, previews)
        return {"shown": len(previews)}

    def previews_of(self, shared: SharedLinks) -> Mapping[str, Sequence[Block]]:
        """The channel's own briefs at a glance, by link; those of other channels and of one person alone stay theirs."""
        team, channel = shared.team, shared.channel
        links = links_wanted(self.channels, team, channel, shared.links, asked=True)
        found = {url: self.desk.archive.find(team, channel, [key_of(unescaped(url))]) for url in links}
        return {url: preview_blocks(filed.brief) for url, filed in found.items() if filed}


def unfurl_links(desk: UnfurlDesk, steps: Steps, argument: Json) -> Json:
    """Show previews once; where Slack refuses them, nothing else is lost."""
    return retry(steps, "unfurl", desk.show, argument)
