"""The desk's single acts: each is one step of a flow, safe to run again after a crash."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from handlers.domain.errors import SlackRefused
from handlers.domain.message import Message
from handlers.domain.sentences import refusal_sentence
from handlers.flows.answers import Answer, Briefed, Nothing, Pointer, Problem, kept
from handlers.flows.outbox import Outbox
from handlers.flows.reading_results import Result, Unchanged, Unreadable
from handlers.links import key_of
from handlers.ports import Archive, Audience, Chats, FiledBrief, Filing, Json, LinkReader, Place, Read
from handlers.render.slack import (
    brief_message,
    notice_message,
    pointer_message,
    problem_message,
    problems_message,
    refused_message,
)
from handlers.render.slack_briefing import progress_words
from handlers.render.slack_changes import change_lines
from summarizer.model import Article, Brief
from summarizer.stories import StoryBook

READING_MARK = "eyes"
SLOW_MARK = "hourglass_flowing_sand"
DONE_MARK = "white_check_mark"
# In the place of Slack's code: a brief without a line that nobody asked for, and one that waits for the digest.
EMPTY, GATHERED = "nothing_to_say", "gathered"
FAILED_MARK = "warning"
NOT_OURS = frozenset(
    {"not_in_channel", "channel_not_found", "is_archived"}
)  # said where the answer is refused
HARMLESS = NOT_OURS | {"message_not_found", "missing_scope", "no_item_specified", "too_many_reactions"}

log = logging.getLogger("nutgraf.desk")


@dataclass(frozen=True, slots=True)
class WantedBrief:
    """A brief that somebody asks for: its `Filing`, as far as that is known before it is filed."""

    brief_id: str
    team: str
    channel: str
    user: str
    ts: str
    audience: Audience

    def filed(self, at: datetime) -> Filing:
        """How it is filed at this moment."""
        return Filing(self.brief_id, self.team, self.channel, self.user, self.ts, self.audience, at)


@dataclass(frozen=True, slots=True)
class Done:
    """How the reading of a message ended, for the marks on it.

    `slow` says that it was marked so, `again` that it may bear the mark of an attempt that failed.
    """

    failed: bool
    slow: bool
    has_answer: bool = True
    again: bool = False


class Desk:
    """What the desk can do, one act a method. `now` is the clock (aware, UTC)."""

    def __init__(
        self, archive: Archive, chats: Chats, reading: LinkReader, now: Callable[[], datetime]
    ) -> None:
        self.archive = archive
        self.chats = chats
        self.reading = reading
        self.now = now
        self.outbox = Outbox(archive, chats, now)

    # --- the archive ---

    def look_up(self, team: str, channel: str, url: str) -> Json:
        """A pointer when the channel has a brief of the article at `url`, else {}."""
        found = self.archive.find(team, channel, [key_of(url)])
        return kept(Pointer(found.filing.brief_id, url)) if found else {}

    def file(self, wanted: WantedBrief, url: str, result: Result) -> Json:
        """Keep what reading gave. Says what to answer: brief, pointer or problem."""
        if not isinstance(result, Read):
            return kept(problem_of(url, result))
        keys = keys_of(result.brief.article, url)
        holder = self.archive.file(wanted.filed(self.now()), result.brief, keys, result.version)
        return kept(Briefed(holder, url) if holder == wanted.brief_id else Pointer(holder, url))

    def group(self, team: str, channel: str, results: Mapping[int, Result]) -> Json:
        """Which of a message's readings (by number) are one story: {"groups": lists of two numbers or more}.

        Left out is what could not be read, what the channel has a brief of, and a second address of one article:
        each of these is answered by itself.
        """
        book, seen = StoryBook(), set[str]()
        numbers: list[int] = []
        for number, result in results.items():
            if not isinstance(result, Read):
                continue
            article = result.brief.article
            keys = keys_of(article, article.url)
            if keys[0] not in seen and not self.archive.find(team, channel, keys):
                seen.add(keys[0])
                numbers.append(number)
                book.add(str(number), article.text, article.title, article.published)
        stories: dict[str, list[int]] = {}
        for number in numbers:
            stories.setdefault(book.story_of(str(number)), []).append(number)
        return {"groups": [story for story in stories.values() if len(story) > 1]}

    def file_together(self, wanted: WantedBrief, urls: Sequence[str], result: Result) -> Json:
        """Keep the one brief of several links: each article's addresses lead to it.

        Anything but a brief says that it could not be: what was read is then answered link by link.
        """
        if not isinstance(result, Read):
            return kept(problem_of(urls[0], result))
        keys = [key for article in result.brief.articles for key in keys_of(article, article.url)]
        keys += map(key_of, urls)
        holder = self.archive.file(wanted.filed(self.now()), result.brief, list(dict.fromkeys(keys)))
        if holder != wanted.brief_id:
            return kept(Pointer(holder, urls[0]))
        return kept(Briefed(holder, urls[0], tuple(urls)))

    def settle(self, answer: Answer, wanted: WantedBrief, quiet: bool = False) -> Json:  # noqa: FBT001, FBT002  # a step's
        """`answer`, but the brief itself where it would point to one that was not posted: it is posted as `wanted`.

        Nothing where it would point from a message to that same message; nor, if `quiet`, of a brief without any line,
        which is kept as not posted.
        """
        filed = None if isinstance(answer, Problem) else self.archive.load(answer.brief_id)
        if isinstance(answer, Pointer):
            answer = self.settled_pointer(answer, filed, wanted)
        if quiet and isinstance(answer, Briefed) and filed and is_empty(filed.brief):
            self.outbox.leave(answer.brief_id, Place(wanted.team, wanted.channel), EMPTY)
            return kept(Nothing(answer.brief_id, answer.url, is_empty=True))
        return kept(answer)

    def settled_pointer(self, answer: Pointer, filed: FiledBrief | None, wanted: WantedBrief) -> Answer:
        """What a pointer to `filed` becomes."""
        if filed and self.archive.post_again(answer.brief_id, wanted.filed(self.now())):
            return Briefed(answer.brief_id, answer.url)
        is_same = filed is not None and filed.filing.ts == wanted.ts != ""
        return Nothing(answer.brief_id, answer.url) if filed is None or is_same else answer

    def leave_gathered(self, brief_id: str, place: Place) -> Json:
        """Keep that a brief waits for the digest: whoever shares its link gets it posted."""
        filed = self.archive.load(brief_id)
        if filed and filed.filing.audience == "gathered":
            self.outbox.leave(brief_id, place, GATHERED)
        return {}

    def withdraw(self, brief_id: str) -> Json:
        """Leave a brief to its sharer alone."""
        self.archive.withdraw(brief_id)
        return {}

    # --- Slack ---

    def mark_reading(self, team: str, channel: str, ts: str) -> Json:
        """Show that the message is being read; "at" which moment this began."""
        tolerate(lambda: self.chats.of(team).react(channel, ts, READING_MARK))
        return {"at": self.now().isoformat()}

    def mark_slow(self, team: str, channel: str, ts: str) -> Json:
        """Show that reading takes longer than usual."""
        return tolerate(lambda: self.chats.of(team).react(channel, ts, SLOW_MARK))

    def mark_done(self, team: str, channel: str, ts: str, done: Done) -> Json:
        """Show that the message was read, or that it could not be; nothing where there is nothing to say."""
        chat = self.chats.of(team)
        if done.has_answer:
            tolerate(lambda: chat.react(channel, ts, FAILED_MARK if done.failed else DONE_MARK))
        if done.again and not done.failed:
            tolerate(lambda: chat.unreact(channel, ts, FAILED_MARK))
        if done.slow:
            tolerate(lambda: chat.unreact(channel, ts, SLOW_MARK))
        return tolerate(lambda: chat.unreact(channel, ts, READING_MARK))

    def post_answer(self, key: str, place: Place, answer: Answer) -> Json:
        """Post a brief, pointer or problem at `place`, once."""
        return self.outbox.post(key, place, self.message_for(answer))

    def tell_refusal(self, key: str, place: Place, user: str, code: str) -> Json:
        """Tell `user` why they got no answer: in the channel, or where Slack refuses that too, by direct message."""
        chat, message = self.chats.of(place.team), refused_message(place.channel, refusal_sentence(code))
        try:
            chat.post_to_one(place.channel, user, message)
        except SlackRefused as error:
            if not error.permanent:
                raise
            direct = Place(place.team, chat.open_direct(user))
            return self.outbox.post(f"{key}/refused", direct, message)
        return {}

    def tell_problems(self, place: Place, user: str, ts: str, problems: Sequence[Problem]) -> Json:
        """Tell `user` alone why links of the message at `ts` have no brief, with a button to try again."""
        told = [(one.url, one.sentence) for one in problems]
        thread = None if place.thread == ts else place.thread
        self.chats.of(place.team).post_to_one(place.channel, user, problems_message(told, ts), thread=thread)
        return {}

    def respond(self, response_url: str, answer: Answer, replace: bool = False) -> Json:  # noqa: FBT001, FBT002  # a step's
        """Tell the person who typed a command what became of a link, `replace` in the place of how far it was."""
        self.chats.respond(response_url, self.message_for(answer), replace=replace)
        return {}

    def say_to(self, response_url: str, sentence: str) -> Json:
        """Tell the person who typed a command, or pressed a button, one sentence of our own."""
        self.chats.respond(response_url, notice_message(sentence))
        return {}

    def say_progress(self, response_url: str, url: str, number: int, of: int) -> Json:
        """Tell who asked how far a link is, the one of this number (from 1)."""
        return self.say_to(response_url, progress_words(url, self.reading.phase(url), number, of))

    def message_for(self, answer: Answer) -> Message:
        """The message that tells `answer`."""
        if isinstance(answer, Problem):
            return problem_message(answer.url, answer.sentence)
        filed = self.archive.load(answer.brief_id)
        if filed is None:
            raise LookupError(answer.brief_id)
        if isinstance(answer, Pointer):
            return self.pointer_to(filed, answer)
        return brief_message(filed.brief, key=answer.brief_id, correctors=filed.correctors)

    def renew(self, brief_id: str) -> bool:
        """Let a brief's own message tell what the archive holds now; whether there is such a message."""
        filed, ts = self.archive.load(brief_id), self.archive.posted(brief_id)
        if filed is None or ts is None:
            return False
        message = self.message_for(Briefed(brief_id, filed.brief.article.url))
        self.chats.of(filed.filing.team).update(filed.filing.channel, ts, message)
        return True

    def pointer_to(self, filed: FiledBrief, answer: Pointer) -> Message:
        """One line that leads to the first brief of an article, and what changed on its page since."""
        filing, brief = filed.filing, filed.brief
        posted = self.archive.posted(filing.brief_id) or filing.ts
        permalink = self.chats.of(filing.team).permalink(filing.channel, posted)
        title = brief.article.title or brief.article.url
        news = change_lines(answer.changes, brief)
        return pointer_message(title, answer.url, filing.at, permalink, news=news)


def problem_of(url: str, result: Unreadable | Unchanged) -> Problem:
    """Why there is no brief of a link."""
    if isinstance(result, Unreadable):
        return Problem(url, result.sentence, result.error, result.reference)
    raise LookupError(url)  # a page that is read for the first time is never unchanged


def is_empty(brief: Brief) -> bool:
    """Whether a brief has nothing but its headline: no statement, no figure."""
    return not (brief.statements or brief.figures or brief.more_figures)


def keys_of(article: Article, url: str) -> list[str]:
    """What an article that `url` led to is looked up by, its own address first."""
    addresses = (article.canonical_url or article.url, article.url, url)
    return [key for key in dict.fromkeys(map(key_of, addresses)) if key]  # a pasted text has none


def tolerate(act: Callable[[], None]) -> Json:
    """Run `act`; that Slack refuses a mark on a message must not keep the brief from being posted."""
    try:
        act()
    except SlackRefused as error:
        if not error.permanent:
            raise
        if error.code not in HARMLESS:
            log.warning("Slack refuses a reaction: %s", error.code)
    return {}


def utc_now() -> datetime:
    """The clock of the real desk."""
    return datetime.now(UTC)
