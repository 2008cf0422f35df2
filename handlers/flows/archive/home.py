"""Flows: somebody looks at the Home tab, or searches there. All of it is what they may see, read when they look."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from handlers.commands.brief import LookUp
from handlers.commands.channel_form import ChannelForm
from handlers.commands.digest import zone_name
from handlers.commands.questions import asked
from handlers.domain.lookups import Look, Lookups
from handlers.domain.viewers import Viewer, viewer
from handlers.flows.archive.following import Follows
from handlers.flows.archive.looking import find_or_fewer, stories_of
from handlers.flows.channel.channel_settings import ChannelDesk
from handlers.flows.digest.compiling import digest_of
from handlers.flows.retry import retry
from handlers.links import key_of
from handlers.ports import FiledBrief, Json, Steps
from handlers.render.slack_home import ALL_LATEST, Home, found_view, home_blocks, part_view
from summarizer.model import Digest

HOME_FLOW = "home"
HOME_SEARCH_FLOW = "home search"
HOME_MORE_FLOW = "home more"
MOST_TODAY = 60  # briefs put together into stories; of a busier day the newest


class Seen(Protocol):
    """The archive as the Home tab reads it."""

    def seen_since(self, viewer: Viewer, since: datetime, most: int) -> tuple[str, ...]:
        """The ids of the newest briefs filed from `since` on that `viewer` may see, in order of filing."""
        ...


class HomeDesk:
    """The single acts of the Home tab."""

    def __init__(self, rooms: ChannelDesk, seen: Seen, lookups: Lookups, follows: Follows) -> None:
        self.rooms = rooms
        self.seen = seen
        self.lookups = lookups
        self.follows = follows

    def publish(self, team: str, user: str) -> Json:
        """Show a person their Home tab as things stand. Raises DeliveryError."""
        home = self.home_of(team, user)
        self.rooms.desk.chats.of(team).publish_home(user, home_blocks(home))
        return {}

    def home_of(self, team: str, user: str) -> Home:
        """What a person sees."""
        who, zone = viewer(self.rooms.directory, team, user), self.zone_of(team, user)
        now = self.rooms.desk.now()
        midnight = now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
        ids = self.seen.seen_since(who, midnight.astimezone(now.tzinfo), MOST_TODAY)
        briefs = tuple(filter(None, map(self.rooms.desk.archive.load, ids)))
        return Home(
            today=day_of(briefs, midnight.date()),
            channels=self.channels_of(team, user),
            follows=tuple(one.words for one in self.follows.of(team, user)),
            latest=self.lookups.latest(who, ALL_LATEST),
            now=now,
        )

    def zone_of(self, team: str, user: str) -> ZoneInfo:
        """The zone a person lives in, as they told Slack."""
        return ZoneInfo(zone_name(self.rooms.directory.person(team, user).zone) or "UTC")

    def channels_of(self, team: str, user: str) -> tuple[ChannelForm, ...]:
        """The settings of the channels that the person and the bot are in."""
        directory = self.rooms.directory
        both = directory.conversations_of(team, user) & directory.our_conversations(team)
        awake = both - self.rooms.channels.resting(team)
        return tuple(self.rooms.form(team, channel) for channel in sorted(awake))

    def open(self, team: str, trigger: str) -> Json:
        """A modal that says it loads."""
        return self.rooms.open(team, trigger)

    def show_found(self, argument: Json, view_id: str) -> Json:
        """What a search finds, for who searches."""
        team, look = argument["team"], look_for(argument["words"])
        who = viewer(self.rooms.directory, team, argument["user"])
        found, fewer = find_or_fewer(self.lookups, who, look)
        view = found_view(look, found, fewer, stories_of(self.rooms.desk.archive, team, found))
        self.rooms.desk.chats.of(team).update_view(view_id, view)
        return {}

    def show_part(self, argument: Json, view_id: str) -> Json:
        """The whole of one part of the tab, for who looks at it."""
        team = argument["team"]
        view = part_view(self.home_of(team, argument["user"]), argument["part"])
        self.rooms.desk.chats.of(team).update_view(view_id, view)
        return {}


def show_home(desk: HomeDesk, steps: Steps, argument: Json) -> Json:
    """Publish the tab for who looks at it."""
    return retry(steps, "publish", desk.publish, argument["team"], argument["user"])


def search_from_home(desk: HomeDesk, steps: Steps, argument: Json) -> Json:
    """What was found, in a modal over the tab."""
    opened = retry(steps, "open", desk.open, argument["team"], argument["trigger"])
    return opened if "refused" in opened else retry(steps, "show", desk.show_found, argument, opened["view"])


def more_of_home(desk: HomeDesk, steps: Steps, argument: Json) -> Json:
    """All of one part of the tab, in a modal over it."""
    opened = retry(steps, "open", desk.open, argument["team"], argument["trigger"])
    return opened if "refused" in opened else retry(steps, "show", desk.show_part, argument, opened["view"])


def look_for(words: str) -> Look:
    """What is typed into the search box: a question as in a message to the bot, or words to search for."""
    wanted = asked(words)
    return wanted.look if isinstance(wanted, LookUp) else Look("search", words)


def day_of(filed: Sequence[FiledBrief], day: date) -> Digest:
    """The stories of `filed`, an article that was briefed in two channels once."""
    once = {key_of(one.brief.article.canonical_url or one.brief.article.url): one for one in reversed(filed)}
    return digest_of(list(reversed(once.values())), day)
