"""What other apps post: seen, and briefed or gathered where the channel wants it. Two apps that answer each other are stopped."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from handlers.domain.channels import MOST_POSTS_AN_HOUR, AppPost, Channels
from handlers.domain.message_links import all_links
from handlers.domain.no_story import is_plainly_no_story
from handlers.flows.desk import Desk, WantedBrief
from handlers.flows.links.intake import Payload
from handlers.flows.links.outcomes import log_links
from handlers.flows.links.readings import UnderWay, begin_readings, begin_watch, file_reading
from handlers.flows.links.share import Share
from handlers.flows.links.wanted import wanted_share
from handlers.flows.retry import retry
from handlers.ports import Json, Place, Steps
from handlers.render.slack_settings import stopped_message

GATHER_FLOW, STOP_FLOW = "gather", "stop an app"
APPS_SUBTYPES = frozenset({None, "bot_message", "file_share"})
NAMELESS = "An app without a name"
LONGEST_NAME = 60


def app_post_from_message(event: Payload, team: str, app: str, ours: str) -> AppPost | None:
    """The links that another app posts; None for people, for us (by our app, or our user), and for what answers somebody.

    What an app says in a thread is an answer, perhaps to us, and is never answered.
    """
    profile = event.get("bot_profile") or {}
    is_ours = event.get("user") == ours != "" or app in (event.get("app_id"), profile.get("app_id"))
    is_reply = event.get("thread_ts") not in (None, event.get("ts"))
    if not event.get("bot_id") or is_ours or is_reply or event.get("subtype") not in APPS_SUBTYPES:
        return None
    name = str(profile.get("name") or event.get("username") or NAMELESS)[:LONGEST_NAME]
    links = all_links(event)
    return AppPost(team, event["channel"], event["ts"], event["bot_id"], name, links) if links else None


@dataclass(frozen=True, slots=True)
class Taken:
    """What becomes of an app's post: the flow of this name and id is begun."""

    flow: str
    flow_id: str
    argument: Json


def take_post(channels: Channels, post: AppPost, share_flow: str) -> Taken | None:
    """What is to be done with an app's post; `share_flow` briefs."""
    mode = channels.see_app(post)
    links = tuple(url for url in post.links if not is_plainly_no_story(url))
    if mode == "ignore" or not links:
        return None
    share = wanted_share(
        channels, Share(post.team, post.channel, post.ts, post.ts, "", links), asked=True, asks="nobody"
    )
    if share is None:
        return None
    if channels.count_post(post) > MOST_POSTS_AN_HOUR:
        flow_id = f"stop:{post.team}:{post.channel}:{post.bot}:{post.ts}"
        return Taken(STOP_FLOW, flow_id, asdict(post) | {"links": []})
    if mode == "brief":
        return Taken(share_flow, share.flow_id, share.to_json())
    return Taken(GATHER_FLOW, f"gather:{share.flow_id}", share.to_json())


def gather_links(desk: Desk, steps: Steps, argument: Json) -> Json:
    """Flow: read what an app posted for the channel's digest. Nothing is said and nothing marked."""
    share = Share.from_json(argument)
    readings = begin_readings(steps, desk, share)
    answers = []
    for number, reading in enumerate(readings):
        wanted = WantedBrief(f"{steps.flow_id}/{number}", share.team, share.channel, "", share.ts, "gathered")
        if isinstance(reading, UnderWay):
            answers.append(file_reading(steps, desk, reading, wanted))
            steps.run("leave", desk.leave_gathered, wanted.brief_id, share.place)
    log_links(steps, answers, share.place, share.ts)
    for answer in answers:
        begin_watch(steps, answer)
    return {"gathered": len(answers)}


class Stopping:
    """What is done about an app that posts without end."""

    def __init__(self, desk: Desk, channels: Channels) -> None:
        self.desk = desk
        self.channels = channels

    def ignore(self, stop_id: str, post: AppPost) -> Json:
        """Ignore it, before anything is said; of several posts that go too far at once one says so."""
        return {"says": self.channels.claim_stop(post, stop_id)}

    def tell(self, key: str, post: AppPost) -> Json:
        """One line, with a button to the settings."""
        message = stopped_message(post.name, MOST_POSTS_AN_HOUR, key=key)
        return self.desk.outbox.post(key, Place(post.team, post.channel), message)


def stop_app(stopping: Stopping, steps: Steps, argument: Json) -> Json:
    """Flow: ignore an app that posts without end, and tell the channel so."""
    post = AppPost(**argument)
    settled = steps.run("ignore", stopping.ignore, steps.flow_id, post)
    return retry(steps, "tell", stopping.tell, steps.flow_id, post) if settled["says"] else {}
