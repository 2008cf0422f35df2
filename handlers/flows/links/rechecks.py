"""Flow: a page that was briefed is looked at again; a change of substance is told in the brief's thread, once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Literal, Protocol

from handlers.domain.corrected import with_corrections
from handlers.domain.errors import NotFound
from handlers.flows.desk import Desk
from handlers.flows.links.readings import READ_FLOW
from handlers.flows.reading_results import Result, Unchanged, Unreadable, result_from
from handlers.flows.retry import retry
from handlers.links import key_of
from handlers.ports import FiledBrief, Json, Place, Read, Steps, Version
from handlers.render.shapes_change import change_from_shape, change_shape
from handlers.render.slack_changes import changes_message, gone_message
from summarizer.changes import Change, changes
from summarizer.model import Brief

RECHECK_FLOW = "recheck"
FRESH = timedelta(minutes=10)  # a page read so lately is not asked for again because somebody shares it again


@dataclass(frozen=True, slots=True)
class DueRecheck:
    """The `number`th look (from 1) at the page of a brief."""

    brief_id: str
    number: int

    @property
    def flow_id(self) -> str:
        return f"recheck:{self.brief_id}:{self.number}"

    def to_json(self) -> Json:
        return {"brief_id": self.brief_id, "number": self.number}


Kind = Literal["same", "renamed", "changed", "gone"]
"""Of a page that was read again. Renamed: it reads as before, and the site names the version otherwise."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a new reading means, settled once: the moments of both readings, and the changes that are to be told."""

    kind: Kind
    before: datetime
    now: datetime
    changes: tuple[Change, ...] = ()

    def to_json(self) -> Json:
        told = [change_shape(change) for change in self.changes]
        moments = {"before": self.before.isoformat(), "now": self.now.isoformat()}
        return {"kind": self.kind, **moments, "changes": told}

    @classmethod
    def from_json(cls, shape: Json) -> Comparison:
        before, now = (datetime.fromisoformat(shape[name]) for name in ("before", "now"))
        return cls(shape["kind"], before, now, tuple(map(change_from_shape, shape["changes"])))


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of a new reading: how many changes, whether a message shows it, Slack's code where it refused that."""

    kind: Kind
    changes: int = 0
    is_posted: bool = True
    refused: str = ""


class Versions(Protocol):
    """The pages' versions in the archive. Each method is one unit of work; each may be done again."""

    def due(self, now: datetime, hours: Sequence[float], most: int) -> tuple[DueRecheck, ...]:
        """Briefs shown to a channel whose page is to be looked at again: so many hours after filing, at most `most`."""
        ...

    def begin_check(self, brief_id: str, number: int) -> None:
        """The look of this number is no longer due."""
        ...

    def earlier(self, brief_id: str) -> tuple[Brief, ...]:
        """What the page's earlier versions told, the oldest first."""
        ...

    def version_of(self, brief_id: str) -> Version: ...

    def read_at(self, brief_id: str) -> datetime | None:
        """When the page was last read as the brief tells it."""
        ...

    def replace(self, brief_id: str, reading_id: str, brief: Brief, version: Version, at: datetime) -> None:
        """Put `brief` in the place of what was read before, which is kept; `reading_id` makes that once."""
        ...

    def name_version(self, brief_id: str, version: Version) -> None:
        """The page reads as before under a new name of the site's."""
        ...

    def mark_gone(self, brief_id: str, reading_id: str) -> bool:
        """Note that the page is gone; whether this reading is the one that found it so."""
        ...


def recheck_page(desk: RecheckDesk, steps: Steps, argument: Json) -> Json:
    """Read the page again, keep the new reading, renew the brief's message, tell what changed."""
    brief_id = argument["brief_id"]
    steps.run("begin", desk.begin, brief_id, argument["number"])
    return asdict(take_reading(steps, desk, brief_id, read_anew(steps, desk, brief_id)))


def news_of_page(desk: RecheckDesk, steps: Steps, argument: Json) -> Json:
    """Flow: a briefed page is shared again. It is looked at, unless it just was; gives what changed since its brief."""
    brief_id = argument["brief_id"]
    if steps.run("is stale", desk.is_stale, brief_id)["stale"]:
        take_reading(steps, desk, brief_id, read_anew(steps, desk, brief_id))
    return steps.run("news", desk.news, brief_id)


def read_anew(steps: Steps, desk: RecheckDesk, brief_id: str) -> Result:
    """What reading a brief's page again gives."""
    page = steps.run("page", desk.page, brief_id)
    if not page:
        return Unchanged()
    flow = f"{steps.flow_id}/read"
    steps.begin(READ_FLOW, flow, page)
    return result_from(steps.result(flow))


def take_reading(steps: Steps, desk: RecheckDesk, brief_id: str, result: Result) -> TakenIn:
    """Keep a page's new reading, renew the brief's message, tell what changed."""
    found = Comparison.from_json(steps.run("compare", desk.compare, steps.flow_id, brief_id, result))
    if found.kind == "same":
        return TakenIn(found.kind)
    steps.run("replace", desk.replace, steps.flow_id, brief_id, result, found)
    renewed = retry(steps, "renew", desk.renew, brief_id) if found.kind == "changed" else {}
    if found.kind == "gone" or found.changes:
        retry(steps, "tell", desk.tell, steps.flow_id, brief_id, found)
    return TakenIn(found.kind, len(found.changes), renewed.get("is_posted", True), renewed.get("refused", ""))


class RecheckDesk:
    """The single acts of looking again."""

    def __init__(self, desk: Desk, versions: Versions) -> None:
        self.desk = desk
        self.versions = versions

    def begin(self, brief_id: str, number: int) -> Json:
        """Note that this look is under way."""
        self.versions.begin_check(brief_id, number)
        return {}

    def is_stale(self, brief_id: str) -> Json:
        """Whether the page was read long enough ago to look at it again."""
        read_at = self.versions.read_at(brief_id)
        return {"stale": read_at is not None and self.desk.now() - read_at > FRESH}

    def news(self, brief_id: str) -> Json:
        """What changed on the page since it was first briefed."""
        first = next(iter(self.versions.earlier(brief_id)), None)
        found = changes(first, self.filed(brief_id).brief) if first else ()
        return {"changes": [change_shape(change) for change in found]}

    def page(self, brief_id: str) -> Json:
        """The page to look at again, and the version of it that was read; {} when its brief was removed."""
        filed, version = self.filed(brief_id), self.versions.version_of(brief_id)
        if filed.filing.audience != "channel" or len(filed.brief.articles) > 1:
            return {}  # one page of several, read alone, would drive the others out of the brief
        return {"url": filed.brief.article.url, "version": asdict(version)}

    def compare(self, reading_id: str, brief_id: str, result: Result) -> Json:
        """What the new reading means: same, changed (perhaps with changes to tell), gone. Decided once."""
        if isinstance(result, Unreadable) and result.error == NotFound.__name__:
            is_news = self.versions.mark_gone(brief_id, reading_id)
            return self.settled(brief_id, "gone" if is_news else "same")
        if not isinstance(result, Read):
            return self.settled(brief_id, "same")
        before, after = self.filed(brief_id).brief, self.corrected(brief_id, result)
        if not is_one_page(before, after):
            return self.settled(brief_id, "same")
        kind: Kind = "renamed" if is_one_reading(before, after) else "changed"
        return self.settled(brief_id, kind, changes(before, after))

    def corrected(self, brief_id: str, read: Read) -> Brief:
        """The new reading, with what people corrected where the same statements stand."""
        return with_corrections(read.brief, self.filed(brief_id).corrections)

    def settled(self, brief_id: str, kind: Kind, told: Sequence[Change] = ()) -> Json:
        """What was found, with the moments of both readings."""
        now = self.desk.now()
        return Comparison(kind, self.versions.read_at(brief_id) or now, now, tuple(told)).to_json()

    def replace(self, reading_id: str, brief_id: str, result: Result, found: Comparison) -> Json:
        """Keep the new reading; the archive and the next digest tell it from now on."""
        if not isinstance(result, Read):  # the page is gone, which is noted already
            return {}
        if found.kind == "changed":
            brief = self.corrected(brief_id, result)
            self.versions.replace(brief_id, reading_id, brief, result.version, found.now)
        elif found.kind == "renamed":
            self.versions.name_version(brief_id, result.version)
        return {}

    def renew(self, brief_id: str) -> Json:
        """Let the brief's own message tell the newest reading."""
        return {"is_posted": self.desk.renew(brief_id)}

    def tell(self, key: str, brief_id: str, found: Comparison) -> Json:
        """Say in the brief's thread what changed, or that the page is gone."""
        filed = self.filed(brief_id)
        ts = self.desk.archive.posted(brief_id)
        if ts is None:  # one person was shown it, and is told otherwise
            return {}
        thread = self.desk.archive.thread_of(brief_id) or filed.filing.ts or ts
        place = Place(filed.filing.team, filed.filing.channel, thread)
        if found.kind == "gone":
            message = gone_message(filed.brief, found.now, key=key)
        else:
            message = changes_message(found.changes, filed.brief, found.before, found.now, key=key)
        return self.desk.outbox.post(key, place, message)

    def filed(self, brief_id: str) -> FiledBrief:
        found = self.desk.archive.load(brief_id)
        if found is None:
            raise LookupError(brief_id)
        return found


def is_one_page(before: Brief, after: Brief) -> bool:
    """Whether the address still leads to the same article: what is taken down may lead to another page."""
    one, two = (
        {key_of(page.url), key_of(page.canonical_url or page.url)} for page in (before.article, after.article)
    )
    return bool(one & two)


def is_one_reading(before: Brief, after: Brief) -> bool:
    """Whether the article reads as before: a page's other parts, and its dates, change by themselves."""
    one, two = before.article, after.article
    return (one.text, one.title, one.notes) == (two.text, two.title, two.notes)
