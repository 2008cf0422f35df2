"""The desk's single acts: each is one step of a flow, safe to run again after a crash."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime

from handlers.domain.errors import RateLimited, SlackRefused
from handlers.domain.links import key_of
from handlers.domain.message import Message
from handlers.domain.sentences import refusal_sentence, sentence_for
from handlers.ports import Archive, Chat, Chats, FiledBrief, Filing, Json, Place, Read, Reading, Version
from handlers.render.shapes import brief_from_shape, brief_shape
from handlers.render.shapes_change import change_from_shape
from handlers.render.slack import (
    brief_message,
    notice_message,
    pointer_message,
    problem_message,
    refused_message,
)
from handlers.render.slack_briefing import progress_words
from handlers.render.slack_changes import change_lines
from summarizer.errors import NutgrafError
from summarizer.model import Article
from summarizer.stories import StoryBook

READING_MARK = "eyes"
SLOW_MARK = "hourglass_flowing_sand"
DONE_MARK = "white_check_mark"
FAILED_MARK = "warning"
NOT_OURS = frozenset(
    {"not_in_channel", "channel_not_found", "is_archived"}
)  # said where the answer is refused
HARMLESS = NOT_OURS | {"message_not_found", "missing_scope", "no_item_specified", "too_many_reactions"}

log = logging.getLogger("nutgraf.desk")


class Desk:
    """What the desk can do, one act a method. `now` is the clock (aware, UTC)."""

    def __init__(self, archive: Archive, chats: Chats, reading: Reading, now: Callable[[], datetime]) -> None:
        self.archive = archive
        self.chats = chats
        self.reading = reading
        self.now = now

    # --- the archive ---

    def look_up(self, team: str, channel: str, url: str) -> Json:
        """A pointer when the channel has a brief of the article at `url`, else {}."""
        found = self.archive.find(team, channel, [key_of(url)])
        return {"kind": "pointer", "brief_id": found.filing.brief_id} if found else {}

    def file(self, filing: Json, url: str, outcome: Json) -> Json:
        """Keep what reading gave. Says what to answer: brief, pointer or problem."""
        if "problem" in outcome:
            problem = {"kind": "problem", "url": url, "sentence": outcome["problem"]}
            return problem | {name: outcome[name] for name in ("error", "reference") if name in outcome}
        brief = brief_from_shape(outcome["brief"])
        keys = keys_of(brief.article, url)
        version = Version(**outcome.get("version", {}))
        holder = self.archive.file(Filing(**filing, at=self.now()), brief, keys, version)
        kind = "brief" if holder == filing["brief_id"] else "pointer"
        return {"kind": kind, "brief_id": holder, "url": url}

    def group(self, team: str, channel: str, outcomes: Mapping[str, Json]) -> Json:
        """Which of a message's readings (by number) are one story: {"groups": lists of two numbers or more}.

        Left out is what could not be read, what the channel has a brief of, and a second address of one article:
        each of these is answered by itself.
        """
        book, seen = StoryBook(), set[str]()
        numbers: list[str] = []
        for number, outcome in outcomes.items():
            if "brief" not in outcome:
                continue
            article = brief_from_shape(outcome["brief"]).article
            keys = keys_of(article, article.url)
            if keys[0] not in seen and not self.archive.find(team, channel, keys):
                seen.add(keys[0])
                numbers.append(number)
                book.add(number, article.text, article.title, article.published)
        stories: dict[str, list[int]] = {}
        for number in numbers:
            stories.setdefault(book.story_of(number), []).append(int(number))
        return {"groups": [story for story in stories.values() if len(story) > 1]}

    def file_together(self, filing: Json, urls: Sequence[str], outcome: Json) -> Json:
        """Keep the one brief of several links: each article's addresses lead to it.

        Anything but a brief says that it could not be: what was read is then answered link by link.
        """
        if "problem" in outcome:
            return {"kind": "problem"}
        brief = brief_from_shape(outcome["brief"])
        keys = [
            key for article, url in zip(brief.articles, urls, strict=True) for key in keys_of(article, url)
        ]
        holder = self.archive.file(Filing(**filing, at=self.now()), brief, list(dict.fromkeys(keys)))
        kind = "brief" if holder == filing["brief_id"] else "pointer"
        return {"kind": kind, "brief_id": holder, "url": urls[0], "urls": list(urls)}

    def settle(self, answer: Json, filing: Json) -> Json:
        """`answer`, but the brief itself where it would point to one that Slack refused: it is posted for `filing`.

        Nothing where it would point from a message to that same message.
        """
        if answer["kind"] != "pointer":
            return answer
        filed = self.archive.load(answer["brief_id"])
        if filed and self.archive.post_again(answer["brief_id"], Filing(**filing, at=self.now())):
            return {**answer, "kind": "brief"}
        is_same = filed is not None and filed.filing.ts == filing["ts"] != ""
        return {**answer, "kind": "nothing"} if filed is None or is_same else answer

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

    def mark_done(self, team: str, channel: str, ts: str, ending: Json) -> Json:
        """Show that the message was read, or with "failed" that there is no answer; nothing where its links "left" it.

        "slow" says that this was marked, "again" that it may bear the mark of an attempt that failed.
        """
        chat = self.chats.of(team)
        if not ending.get("left"):
            tolerate(lambda: chat.react(channel, ts, FAILED_MARK if ending["failed"] else DONE_MARK))
        if ending.get("again") and not ending["failed"]:
            tolerate(lambda: chat.unreact(channel, ts, FAILED_MARK))
        if ending["slow"]:
            tolerate(lambda: chat.unreact(channel, ts, SLOW_MARK))
        return tolerate(lambda: chat.unreact(channel, ts, READING_MARK))

    def post_answer(self, key: str, place: Place, answer: Json) -> Json:
        """Post a brief, pointer or problem at `place`, once."""
        return self.post_once(key, place, lambda: self.message_for(answer))

    def note_refusal(self, key: str, code: str) -> Json:
        """Keep that Slack refused what was to be posted under `key`, so that nobody is told it was."""
        self.archive.refuse_post(key, code)
        return {}

    def tell_refusal(self, key: str, place: Place, user: str, code: str) -> Json:
        """Tell `user` why they got no answer: in the channel, or where Slack refuses that too, by direct message."""
        chat, message = self.chats.of(place.team), refused_message(place.channel, refusal_sentence(code))
        try:
            chat.post_to_one(place.channel, user, message)
        except SlackRefused as error:
            if not error.permanent:
                raise
            direct = Place(place.team, chat.open_direct(user))
            return self.post_once(f"{key}/refused", direct, lambda: message)
        return {}

    def respond(self, response_url: str, answer: Json) -> Json:
        """Tell the person who typed a command what became of a link."""
        self.chats.respond(response_url, self.message_for(answer))
        return {}

    def say_to(self, response_url: str, sentence: str) -> Json:
        """Tell the person who typed a command, or pressed a button, one sentence of our own."""
        self.chats.respond(response_url, notice_message(sentence))
        return {}

    def say_progress(self, response_url: str, url: str, number: int, of: int) -> Json:
        """Tell who asked how far a link is, the one of this number (from 1)."""
        return self.say_to(response_url, progress_words(url, self.reading.phase(url), number, of))

    def message_for(self, answer: Json) -> Message:
        """The message that tells `answer`."""
        if answer["kind"] == "problem":
            return problem_message(answer["url"], answer["sentence"])
        if answer["kind"] == "refused":
            return notice_message(refusal_sentence(answer["code"]))
        filed = self.archive.load(answer["brief_id"])
        if filed is None:
            raise LookupError(answer["brief_id"])
        if answer["kind"] == "pointer":
            return self.pointer_to(filed, answer)
        return brief_message(filed.brief, key=answer["brief_id"], correctors=filed.correctors)

    def renew(self, brief_id: str) -> bool:
        """Let a brief's own message tell what the archive holds now; whether there is such a message."""
        filed, ts = self.archive.load(brief_id), self.archive.posted(brief_id)
        if filed is None or ts is None:
            return False
        message = self.message_for({"kind": "brief", "brief_id": brief_id})
        self.chats.of(filed.filing.team).update(filed.filing.channel, ts, message)
        return True

    def pointer_to(self, filed: FiledBrief, answer: Json) -> Message:
        """One line that leads to the first brief of an article, and what changed on its page since."""
        filing, brief = filed.filing, filed.brief
        posted = self.archive.posted(filing.brief_id) or filing.ts
        permalink = self.chats.of(filing.team).permalink(filing.channel, posted)
        title = brief.article.title or brief.article.url
        changes = [change_from_shape(shape) for shape in answer.get("changes", ())]
        news = change_lines(changes, brief)
        return pointer_message(title, answer["url"], filing.user, filing.at, permalink, news=news)

    def post_once(self, key: str, place: Place, render: Callable[[], Message]) -> Json:
        """Post the message `key` unless Slack has it: {"ts": …}.

        An attempt whose outcome is unknown (we died, or the answer was lost) leaves its beginning in
        the archive; the next one looks for the message in the channel before it posts.
        """
        return self.do_once(
            key,
            place,
            lambda chat, since: chat.find_own(place.channel, key=key, thread=place.thread, since=since),
            lambda chat: chat.post(place.channel, render(), key=key, thread=place.thread),
        )

    def do_once(
        self,
        key: str,
        place: Place,
        find: Callable[[Chat, datetime], str | None],
        act: Callable[[Chat], str],
    ) -> Json:
        """`act` unless it was done before under `key`, which `find` can see in Slack since an attempt began."""
        record = self.archive.begin_post(key, place, self.now())
        done = record.ts
        if done is None and record.began is not None:
            done = find(self.chats.of(place.team), record.began)
        if done is None:
            done = self.act_or_release(key, place, act)
        self.archive.end_post(key, done)
        return {"ts": done}

    def act_or_release(self, key: str, place: Place, act: Callable[[Chat], str]) -> str:
        """Act; when Slack says it did not take it, say so to the archive."""
        try:
            return act(self.chats.of(place.team))
        except (RateLimited, SlackRefused):
            self.archive.end_post(key, None)
            raise


def keys_of(article: Article, url: str) -> list[str]:
    """What an article that `url` led to is looked up by, its own address first."""
    addresses = (article.canonical_url or article.url, article.url, url)
    return [key for key in dict.fromkeys(map(key_of, addresses)) if key]  # a pasted text has none


def outcome_of(reading: Callable[[], Read | None]) -> Json:
    """What reading gave, as a step keeps it; {} when there was nothing new to read."""
    try:
        read = reading()
    except NutgrafError as error:
        return {"problem": sentence_for(error), "error": type(error).__name__}
    except Exception as error:  # the one place where the unforeseen becomes an apology
        reference = secrets.token_hex(4)
        log.exception("reading failed, reference %s", reference)
        sentence = sentence_for(error, reference)
        return {"problem": sentence, "error": type(error).__name__, "reference": reference}
    return {"brief": brief_shape(read.brief), "version": asdict(read.version)} if read else {}


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
