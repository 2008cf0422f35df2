"""Flow: every statement of one story of a digest, in a modal: those that the digest tells and those that it counts."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from handlers.domain.message import View
from handlers.domain.sentences import DIGEST_GONE, modal_sentence
from handlers.flows.digest.steering import Steer, Steering, holds
from handlers.flows.retry import retry
from handlers.ports import Json, Steps
from handlers.render.slack_steering import form_about, short_id
from handlers.render.slack_views import notice_view, statements_view
from summarizer.brief.numbers import merge_figures
from summarizer.digest import page_key
from summarizer.merge import merge
from summarizer.model import Brief, Dropped, newest_first
from summarizer.text.names import shared_surnames

STORY_FLOW = "story statements"


@dataclass(frozen=True, slots=True)
class StoryPress:
    """Which story of which digest somebody wants to read, from which page. `story` is the short id of an article.

    `view` is the modal in which was pressed, "" where it was the digest: then `trigger` is the right to open one.
    """

    team: str
    user: str
    digest: str
    story: str
    page: int = 0
    trigger: str = ""
    response_url: str = ""
    view: str = ""

    def to_json(self) -> Json:
        return asdict(self)

    @property
    def steer(self) -> Steer:
        """The same, to find the story by."""
        return Steer(self.team, self.user, self.digest, "", self.story, self.trigger, self.response_url)


def show_story_statements(desk: Steering, steps: Steps, argument: Json) -> Json:
    """Open a modal, unless the press was in one, and fill it."""
    press = StoryPress(**argument)
    view = press.view
    if not view:
        opened = retry(steps, "open", desk.open, press.team, press.trigger)
        if "refused" in opened:
            return retry(steps, "tell", desk.tell, press.steer, modal_sentence(opened["refused"]))
        view = opened["view"]
    return retry(steps, "fill", fill, desk, press, view)


def fill(desk: Steering, press: StoryPress, view: str) -> Json:
    """Show the story, or why it is not shown."""
    desk.desk.chats.of(press.team).update_view(view, story_view(desk, press))
    return {}


def story_view(desk: Steering, press: StoryPress) -> View:
    brief = story_brief(desk, press)
    if brief is None:
        return notice_view(DIGEST_GONE)
    return statements_view(brief, press.page, form_about(press.digest, press.story), {})


def story_brief(desk: Steering, press: StoryPress) -> Brief | None:
    """What the briefs of the story say, each thing once, the newest page first; None for whom the digest is not for."""
    pages = next((one for one in desk.stories(press.steer) if holds(one, press.story)), None)
    kept = desk.digests.kept.digest(press.digest)
    if pages is None or kept is None:
        return None
    keys = {short_id(page_key(page)) for page in pages}
    filed = desk.digests.load_all((*kept.told.briefs, *kept.told.earlier))
    briefs = [one.brief for one in filed if short_id(page_key(one.brief.article)) in keys]
    return Brief(
        tuple(newest_first(pages)),
        (),
        merge(
            [bullet for brief in briefs for bullet in brief.statements],
            shared_surnames(page.text for page in pages),
        ),
        merge_figures(figure for brief in briefs for figure in brief.figures),
        Dropped(),
    )
