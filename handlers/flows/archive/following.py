"""Following somebody or some words: a direct message when a new brief quotes them, or a statement of it holds the words.

A flow of each brief notes whom it concerns. A clock looks for who is to be told: what came in BUNDLE since the first
is one message. Who may see what is asked when it is sent.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from handlers.commands.brief import Follow
from handlers.commands.questions import content
from handlers.domain.message import Message
from handlers.domain.viewers import DIRECT, Directory, may_see, viewer
from handlers.flows.brief.actions import Press
from handlers.flows.desk import Desk
from handlers.flows.retry import retry
from handlers.links import key_of
from handlers.ports import FiledBrief, Json, Place, Steps
from handlers.render.slack_following import (
    FollowedArticle,
    followed_message,
    following_message,
    follows_message,
)
from handlers.render.slack_notices import notice_message
from summarizer.model import Brief, Bullet

NOTICE_FLOW = "following notice"
UNFOLLOW_FLOW = "unfollow"

BUNDLE = timedelta(minutes=5)  # after the first article, further ones come in the same message
MOST_FOLLOWS = 50
FEWEST_LETTERS = 3
LONGEST_FOLLOWED = 100


@dataclass(frozen=True, slots=True)
class Followed:
    """What one person follows."""

    words: str
    since: datetime

    @property
    def id(self) -> str:
        """What it is known by: the same for the same words in any case."""
        return id_of(self.words)


@dataclass(frozen=True, slots=True)
class DueNotice:
    """Somebody who is to be told; `first` is when the first of what they are told was noted."""

    team: str
    user: str
    first: datetime

    @property
    def flow_id(self) -> str:
        return f"notice:{self.team}:{self.user}:{self.first.isoformat()}"

    def to_json(self) -> Json:
        return {"team": self.team, "user": self.user}


class Follows(Protocol):
    """Who follows what, and of which briefs they are to be told. Words match as in a search of the archive."""

    def follow(self, team: str, user: str, followed: Followed) -> bool:
        """Keep it; False when it is followed already."""
        ...

    def unfollow(self, team: str, user: str, followed_id: str) -> Followed | None:
        """Follow it no longer; None when it was not followed."""
        ...

    def of(self, team: str, user: str) -> tuple[Followed, ...]:
        """What somebody follows, oldest first."""
        ...

    def note(self, filed: FiledBrief, article: str, at: datetime) -> int:
        """Note a brief for all whom it concerns, but who asked for it; how many. Noting again changes nothing."""
        ...

    def due(self, before: datetime) -> tuple[DueNotice, ...]:
        """Whoever waits since before then to be told."""
        ...

    def claim(self, notice: str, team: str, user: str) -> tuple[str, ...]:
        """Take the briefs that somebody waits to be told of for one notice; taking again gives the same."""
        ...

    def choose(self, notice: str, briefs: Sequence[str]) -> tuple[str, ...]:
        """Those of a notice's `briefs` to tell: one an article, none of an article that was told. Again gives the same."""
        ...

    def holding(self, brief: Brief, followed: Collection[str]) -> Mapping[str, tuple[Bullet, ...]]:
        """For each of `followed` the statements with all of its words in them, in their source or in its role."""
        ...


class Following:
    """The single acts."""

    def __init__(self, desk: Desk, follows: Follows, directory: Directory) -> None:
        self.desk = desk
        self.follows = follows
        self.directory = directory

    # --- what somebody types or presses ---

    def answer(self, team: str, user: str, wanted: Follow) -> Message:
        """Do what was typed after /brief, and say what holds now."""
        if wanted.act == "following":
            return follows_message(self.listed(team, user))
        words = " ".join(wanted.words.replace("`", " ").split())
        if wanted.act == "unfollow":
            return self.unfollow(team, user, words)
        return self.follow(team, user, words)

    def follow(self, team: str, user: str, words: str) -> Message:
        """Follow, or why not."""
        problem = unfit(words) or self.too_many(team, user)
        if problem:
            return notice_message(problem)
        followed = Followed(words, self.desk.now())
        if not self.follows.follow(team, user, followed):
            return notice_message(
                f"You follow “{words}” already. `/brief following` lists all that you follow."
            )
        return followed_message(words, followed.id)

    def unfollow(self, team: str, user: str, words: str) -> Message:
        """Follow no longer; what is followed where these words are not."""
        ended = self.follows.unfollow(team, user, id_of(words))
        said = f"You no longer follow “{ended.words}”." if ended else f"You do not follow “{words}”."
        return follows_message(self.listed(team, user), said)

    def press(self, team: str, user: str, followed_id: str, response_url: str) -> Json:
        """Undo or Unfollow: the list takes the place of the message that was pressed."""
        ended = self.follows.unfollow(team, user, followed_id)
        said = f"You no longer follow “{ended.words}”." if ended else "You did not follow that any more."
        self.desk.chats.respond(response_url, follows_message(self.listed(team, user), said), replace=True)
        return {}

    def listed(self, team: str, user: str) -> list[tuple[str, str]]:
        return [(one.words, one.id) for one in self.follows.of(team, user)]

    def too_many(self, team: str, user: str) -> str | None:
        if len(self.follows.of(team, user)) < MOST_FOLLOWS:
            return None
        return f"You follow {MOST_FOLLOWS} already, which is the most: `/brief unfollow` one of them first."

    # --- what is told ---

    def watch(self, brief_id: str) -> Json:
        """Note a filed brief for its followers."""
        filed = self.desk.archive.load(brief_id)
        if filed is None or filed.filing.audience == "private" or filed.filing.channel.startswith(DIRECT):
            return {"noted": 0}  # nobody else may see it
        article = filed.brief.article
        key = key_of(article.canonical_url or article.url) or brief_id  # a pasted text has no address
        return {"noted": self.follows.note(filed, key, self.desk.now())}

    def claim(self, notice: str, team: str, user: str) -> Json:
        """What this notice is about."""
        return {"briefs": list(self.follows.claim(notice, team, user))}

    def tell(self, notice: str, team: str, user: str, briefs: Sequence[str]) -> Json:
        """One message about those of `briefs` that the person may see now and still follows; none: no message."""
        told = self.visible(team, user, briefs)
        chosen = self.follows.choose(notice, list(told))
        articles = [told[brief_id] for brief_id in chosen if brief_id in told]
        if not articles:
            return {"told": 0}
        place = Place(team, self.desk.chats.of(team).open_direct(user))
        self.desk.outbox.post(notice, place, following_message(articles))
        return {"told": len(articles)}

    def visible(self, team: str, user: str, briefs: Sequence[str]) -> dict[str, FollowedArticle]:
        """What is to tell of each brief that the person may see."""
        who, followed = viewer(self.directory, team, user), self.follows.of(team, user)
        filed = [one for brief_id in briefs if (one := self.desk.archive.load(brief_id))]
        told = {
            one.filing.brief_id: self.matching(one, followed) for one in filed if may_see(who, one.filing)
        }
        return {brief_id: one for brief_id, one in told.items() if one.bullets}

    def matching(self, filed: FiledBrief, followed: Sequence[Followed]) -> FollowedArticle:
        """The statements of a brief that somebody follows, in the brief's order, with the words they follow."""
        found = self.follows.holding(filed.brief, [one.words for one in followed])
        held = {bullet for bullets in found.values() for bullet in bullets}
        bullets = tuple(bullet for bullet in filed.brief.statements if bullet in held)
        words = tuple(words for words, bullets in found.items() if bullets)
        return FollowedArticle(filed.brief.article, filed.filing.channel, bullets, words)


def id_of(words: str) -> str:
    """What followed words are known by."""
    return hashlib.sha256(words.casefold().encode()).hexdigest()[:16]


def unfit(words: str) -> str | None:
    """Why these words cannot be followed."""
    if len(words) > LONGEST_FOLLOWED:
        return f"That is too long to follow: name somebody, or a few words (at most {LONGEST_FOLLOWED} characters)."
    if not any(sum(map(str.isalnum, word)) >= FEWEST_LETTERS for word in content(words).split()):
        return (
            f"Name somebody, or words that mean something: at least one of {FEWEST_LETTERS} letters or more, "
            "as in `/brief follow Ilse Marrack` or `/brief follow ferry inquiry`."
        )
    return None


def watch_brief(following: Following, steps: Steps, argument: Json) -> Json:
    """Flow: a brief was filed; whom does it concern?"""
    return steps.run("watch", following.watch, argument["brief_id"])


def post_notice(following: Following, steps: Steps, argument: Json) -> Json:
    """Flow: tell one person what came up, once. Somebody whom Slack no longer lets us write to is told nothing."""
    team, user = argument["team"], argument["user"]
    claimed = steps.run("claim", following.claim, steps.flow_id, team, user)
    return retry(steps, "tell", following.tell, steps.flow_id, team, user, claimed["briefs"])


def unfollow_by_press(following: Following, steps: Steps, argument: Json) -> Json:
    """Flow: Undo or Unfollow was pressed."""
    press = Press.from_json(argument)
    return retry(steps, "unfollow", following.press, press.team, press.user, press.value, press.response_url)
