"""What the handlers need of the world, as Protocols that the edge fulfils.

Arguments and results of steps are JSON values (`Json`), since the engine keeps them between runs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal, Protocol

from handlers.domain.corrected import Correction, bullet_of, is_cut_from
from handlers.domain.due import DigestSetting
from handlers.domain.message import Block, Message, Picture, View
from summarizer.model import Article, Brief, Bullet

Json = dict[str, Any]

Audience = Literal["channel", "asker", "gathered", "private"]
"""Who was shown a brief: the channel; the person who asked, as part of the channel's day; nobody before the channel's
digest; the person who asked alone.
"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is said: a channel of a workspace, or a thread in it."""

    team: str
    channel: str
    thread: str | None = None


class Engine(Protocol):
    """Durable work: a flow begun under an id happens once, through any number of restarts."""

    def begin(self, flow: str, flow_id: str, argument: Json) -> None:
        """Begin `flow` unless one with this id was ever begun. Returns when it is recorded."""
        ...


class Steps(Protocol):
    """The inside of one running flow. What a step returned is kept; a finished step never runs again."""

    @property
    def flow_id(self) -> str: ...
    @property
    def is_new(self) -> bool:
        """Whether the last step ran now; false when its kept result was given again, and before the first."""
        ...

    def run(self, name: str, act: Callable[..., Json], *arguments: Any) -> Json:  # noqa: ANN401  # JSON
        """The result of `act(*arguments)`, which may run more than once when the process dies in it."""
        ...

    def sleep(self, seconds: float) -> None:
        """Wait; a restart does not start the wait from the beginning."""
        ...

    def begin(self, flow: str, flow_id: str, argument: Json) -> None:
        """As `Engine.begin`, from inside a flow."""
        ...

    def result(self, flow_id: str) -> Json:
        """Wait for a flow that this one began and give its result."""
        ...

    def unfinished(self, flow_ids: Sequence[str], within: float) -> Sequence[str]:
        """Those of the flows that this one began which do not end within so many seconds; waits no longer than it must."""
        ...


class Chats(Protocol):
    """Slack, workspace by workspace."""

    def of(self, team: str) -> Chat:
        """The workspace `team`, as our bot in it. Raises SlackRefused when we are not, or no longer, in it."""
        ...

    def forget(self, team: str) -> None:
        """Throw a workspace's tokens away; one that is unknown is fine."""
        ...

    def respond(self, response_url: str, message: Message, *, replace: bool = False) -> None:
        """Answer a command or a press so that only its user sees it, `replace` in the place of what was pressed.

        Raises DeliveryError.
        """
        ...


class Chat(Protocol):
    """The Web API of one workspace, as far as it is used. Every method raises DeliveryError."""

    def react(self, channel: str, ts: str, name: str) -> None:
        """Add a reaction; one that stands already is fine."""
        ...

    def unreact(self, channel: str, ts: str, name: str) -> None:
        """Take our reaction away; one that is gone already is fine."""
        ...

    def post(self, channel: str, message: Message, *, key: str, thread: str | None = None) -> str:
        """Post, marked with `key` so that it can be found again; returns the message's ts."""
        ...

    def post_to_one(self, channel: str, user: str, message: Message, *, thread: str | None = None) -> None:
        """Show a message in a channel, or in a thread of it, to one person there, until they next load it."""
        ...

    def find_own(self, channel: str, *, key: str, thread: str | None, since: datetime) -> str | None:
        """The ts of our message marked with `key`, posted at or after `since`; None also where we may not look."""
        ...

    def upload(self, picture: Picture, name: str) -> str:
        """Give Slack a picture under a file name; returns the file's id. Nobody sees it before it is shown."""
        ...

    def show_file(self, place: Place, file: str, words: str) -> str:
        """Show an uploaded file in a thread below `words` (mrkdwn); returns the file's id."""
        ...

    def find_file(self, place: Place, file: str) -> str | None:
        """The file's id when a message of the thread shows it; None also where we may not look."""
        ...

    def update(self, channel: str, ts: str, message: Message) -> None:
        """Put `message` in the place of ours at `ts`; its mark stays."""
        ...

    def open_direct(self, user: str) -> str:
        """The channel of a person's direct messages with us."""
        ...

    def delete(self, channel: str, ts: str) -> None:
        """Take our message away; one that is gone already is fine."""
        ...

    def open_view(self, trigger: str, view: View) -> str:
        """Open a modal for whoever pressed something less than three seconds ago; returns the modal's id."""
        ...

    def push_view(self, trigger: str, view: View) -> str:
        """Open a modal on top of the one in which was pressed; returns the new one's id."""
        ...

    def update_view(self, view_id: str, view: View) -> None:
        """Give an open modal other content; one that was closed is fine."""
        ...

    def message(self, channel: str, ts: str) -> Json | None:
        """The message or reply at `ts` as Slack has it; None when it is gone."""
        ...

    def publish_home(self, user: str, blocks: Sequence[Block]) -> None:
        """Put `blocks` on a person's Home tab."""
        ...

    def unfurl(self, channel: str, ts: str, previews: Mapping[str, Sequence[Block]]) -> None:
        """Put previews below links, by address, of somebody's message at `ts`."""
        ...

    def permalink(self, channel: str, ts: str) -> str:
        """An address that opens the message, or the channel when the message is gone."""
        ...


@dataclass(frozen=True, slots=True)
class Version:
    """How a site names the version of a page that was read, so that it can be asked for a newer one."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """What reading a link gave."""

    brief: Brief
    version: Version = Version()


class LinkReader(Protocol):
    """From a link to its brief."""

    def read(self, url: str) -> Read:
        """Fetch and read. Raises NutgrafError: PageError on the way, the text's own errors after."""
        ...

    def read_text(self, text: str) -> Read:
        """Read an article that somebody pasted. Raises NutgrafError."""
        ...

    def phase(self, url: str) -> str:
        """What this process does with a page now: fetching, reading, or nothing that it knows of."""
        ...

    def read_together(self, articles: Sequence[Article]) -> Brief:
        """The one brief of several articles of a story. Raises NutgrafError."""
        ...

    def read_again(self, url: str, version: Version) -> Read | None:
        """As `read`, of our own accord: a site may forbid it (Disallowed). None when `version` is still the newest."""
        ...


@dataclass(frozen=True, slots=True)
class Filing:
    """Where and by whom a brief was asked for."""

    brief_id: str
    team: str
    channel: str
    user: str
    ts: str  # of the message that shared the link; "" for a slash command
    audience: Audience
    at: datetime


@dataclass(frozen=True, slots=True)
class FiledBrief:
    """A brief as the archive holds it."""

    filing: Filing
    brief: Brief
    corrections: tuple[Correction, ...] = ()  # those that stand; given where one brief is loaded

    @property
    def correctors(self) -> dict[Bullet, str]:
        """Who corrected which bullet's source, as user ids; a bullet cut from a corrected quotation has it too."""
        found = ((bullet_of(self.brief, one.line), one.user) for one in self.corrections)
        return {
            bullet: person
            for whole, person in found
            if whole
            for bullet in (whole, *self.brief.bullets)
            if bullet is whole or is_cut_from(bullet, whole)
        }


@dataclass(frozen=True, slots=True)
class PostRecord:
    """What we know of one message of ours: `ts` once Slack is known to have it."""

    ts: str | None
    began: datetime | None  # when an attempt began whose outcome is unknown


class Archive(Protocol):
    """The briefs and what was said of them. Each method is one unit of work."""

    def file(self, filing: Filing, brief: Brief, keys: Sequence[str], version: Version = ...) -> str:
        """Keep `brief`, read from `version` of its page; one for the channel becomes the channel's brief of the article at `keys`.

        Returns the id of the brief that holds the article: `filing.brief_id`, or that of an earlier
        one shown to the channel, in which case nothing is kept. Filing again changes nothing.
        """
        ...

    def find(self, team: str, channel: str, keys: Sequence[str]) -> FiledBrief | None:
        """The brief of the article at one of `keys` that was shown to the channel."""
        ...

    def load(self, brief_id: str) -> FiledBrief | None: ...

    def withdraw(self, brief_id: str) -> None:
        """Leave a brief to the one who asked for it: out of the channel, its digest and its pointers."""
        ...

    def begin_post(self, key: str, place: Place, at: datetime) -> PostRecord:
        """Claim the right to post `key`: what earlier attempts left behind."""
        ...

    def end_post(self, key: str, ts: str | None) -> None:
        """Record the message's ts, or with None that Slack is known not to have taken it."""
        ...

    def refuse_post(self, key: str, code: str) -> None:
        """Record that Slack refused the message for good, by its `code`: whatever tells of it has to know."""
        ...

    def is_refused(self, key: str) -> bool:
        """Whether Slack refused the message of this key, and nobody has tried again since."""
        ...

    def post_again(self, brief_id: str, asked: Filing) -> bool:
        """Claim for `asked` a brief whose post was refused: it is theirs then. Claiming again gives the same."""
        ...

    def posted(self, key: str) -> str | None:
        """The ts of the message posted under `key`."""
        ...

    def thread_of(self, key: str) -> str | None:
        """The thread that the message posted under `key` stands in, None when it stands in none."""
        ...

    def digest_settings(self) -> tuple[DigestSetting, ...]:
        """Of every channel in which something was filed or set, but those that rest."""
        ...

    def digest_setting(self, team: str, channel: str) -> DigestSetting: ...

    def set_digest(self, setting: DigestSetting) -> None: ...

    def undigested(self, team: str, channel: str, until: datetime) -> tuple[FiledBrief, ...]:
        """Briefs of the channel that no daily digest has told yet, in order of filing; private ones left out."""
        ...

    def claim_for_digest(
        self, digest_id: str, team: str, channel: str, until: datetime
    ) -> tuple[FiledBrief, ...]:
        """Take `undigested` for `digest_id`; taking again gives the same briefs."""
        ...

    def release_digest(self, digest_id: str) -> None:
        """Leave what a digest took for the next one: nobody was told it."""
        ...

    def refused_digest(self, team: str, channel: str) -> tuple[date, str] | None:
        """The day of the channel's last daily digest and Slack's code, where Slack refused it for good."""
        ...

    def told_since(self, team: str, channel: str, since: datetime) -> tuple[FiledBrief, ...]:
        """Briefs filed from `since` on that a daily digest has told, in order of filing."""
        ...

    def last_digest(self, team: str, channel: str) -> date | None:
        """The day of the channel's last daily digest that had something to tell."""
        ...

    def digest_before(self, team: str, channel: str, day: date) -> date | None:
        """The day of the last daily digest that was posted for a day before `day`."""
        ...
