"""Flow: somebody looks something up, and is answered: alone, in a channel, or in a thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from handlers.domain.lookups import PAGE, Fewer, Found, Kind, Look, Lookups, origin_of
from handlers.domain.message import Message
from handlers.domain.sentences import refusal_sentence
from handlers.domain.viewers import DIRECT, Directory, Viewer, viewer
from handlers.flows.answering import tell_refusal
from handlers.flows.desk import Desk, tolerate
from handlers.flows.retry import retry
from handlers.links import key_of
from handlers.ports import Archive, Json, Place, Steps
from handlers.render.slack_found import found_message
from summarizer.stories import StoryBook

LOOK_FLOW = "look"
NO_HIT_MARK = "mag"

To = Literal["asker", "channel"]


@dataclass(frozen=True, slots=True)
class Question:
    """Who looks up what, and where the answer goes: to the asker's eyes through `response_url`, or to a channel.

    `asked` names this one question among all: Slack's trigger, or the message's ts.
    """

    team: str
    channel: str
    user: str
    asked: str
    kind: Kind
    words: str
    to: To
    page: int = 0
    response_url: str = ""
    thread: str | None = None
    may_be_talk: bool = False  # words alone, in a channel: where nothing is found they get a reaction

    @property
    def flow_id(self) -> str:
        return f"look:{self.team}:{self.channel}:{self.asked}"

    @property
    def place(self) -> Place:
        """Where an answer for others goes."""
        return Place(self.team, self.channel, self.thread)

    @property
    def look(self) -> Look:
        return Look(self.kind, self.words, self.page)

    def to_json(self) -> Json:
        return asdict(self)

    @classmethod
    def from_json(cls, argument: Json) -> Question:
        return cls(**argument)


class Looking:
    """The single acts of a look-up."""

    def __init__(self, desk: Desk, lookups: Lookups, directory: Directory) -> None:
        self.desk = desk
        self.lookups = lookups
        self.directory = directory

    def answer(self, question: Question) -> Message:
        """What is found, for those who will read it. Raises DeliveryError when Slack does not say who they are."""
        of_channel = question.to == "channel" and not question.channel.startswith(DIRECT)
        found, fewer = self.found(question)
        is_alone = question.to == "asker"
        stories = stories_of(self.desk.archive, question.team, found)
        return found_message(
            question.look, found, of_channel=of_channel, may_turn=is_alone, fewer=fewer, stories=stories
        )

    def found(self, question: Question) -> tuple[Sequence[Found], Sequence[Fewer]]:
        """What is found; where nothing is, what fewer words find."""
        return find_or_fewer(self.lookups, self.readers_of(question), question.look)

    def readers_of(self, question: Question) -> Viewer:
        """The asker; or everybody in a channel, guests and people of other workspaces among them.

        What all of these may see is what the channel itself was shown, and no more.
        """
        if question.to == "asker" or question.channel.startswith(DIRECT):
            return viewer(self.directory, question.team, question.user)
        return Viewer(question.team, "", frozenset({question.channel}))

    def respond(self, question: Question) -> Json:
        """Tell the asker alone; a further page takes the place of the one before."""
        self.desk.chats.respond(question.response_url, self.answer(question), replace=question.page > 0)
        return {}

    def post(self, key: str, question: Question) -> Json:
        """Tell the channel, once; words that may be talk and find nothing get a reaction."""
        if question.may_be_talk and not self.found(question)[0]:
            chat = self.desk.chats.of(question.team)
            return tolerate(lambda: chat.react(question.channel, question.asked, NO_HIT_MARK))
        return self.desk.outbox.post(key, question.place, self.answer(question))


def look_up(looking: Looking, steps: Steps, argument: Json) -> Json:
    """Find and answer."""
    question = Question.from_json(argument)
    if question.to == "asker":
        return retry(steps, "respond", looking.respond, question)
    return told_or_why_not(steps, looking, question, looking.post)


def told_or_why_not(
    steps: Steps, looking: Looking, question: Question, say: Callable[[str, Question], Json]
) -> Json:
    """Tell the channel; where Slack refuses that for good, tell who asked why it is silent."""
    posted = retry(steps, "post", say, steps.flow_id, question)
    if "refused" in posted and question.response_url:
        sentence = refusal_sentence(posted["refused"])
        retry(steps, "respond", looking.desk.say_to, question.response_url, sentence)
    elif "refused" in posted:
        channel = Place(question.team, question.channel)
        tell_refusal(steps, looking.desk, channel, question.user, posted["refused"])
    return posted


def stories_of(archive: Archive, team: str, found: Sequence[Found]) -> Mapping[str, str]:
    """Which story each found article (by address) belongs to, as far as its channel has a brief of it."""
    origins = {one.url: one for one in map(origin_of, found)}
    filed = {url: archive.find(team, one.channel, [key_of(url)]) for url, one in origins.items()}
    articles = {url: one.brief.article for url, one in filed.items() if one}
    book = StoryBook()
    for url, article in articles.items():
        book.add(url, article.text, article.title, article.published)
    return {url: book.story_of(url) if url in articles else url for url in origins}


def find_or_fewer(lookups: Lookups, who: Viewer, look: Look) -> tuple[Sequence[Found], Sequence[Fewer]]:
    """What is found; where a search finds nothing, what fewer words find."""
    found = find(lookups, who, look)
    is_bare = not found and look.kind == "search"
    return found, lookups.fewer(who, look.words) if is_bare else ()


def find(lookups: Lookups, who: Viewer, look: Look) -> tuple[Any, ...]:
    """A page of what is found and one line more, which says that there is another page."""
    most, skip = PAGE + 1, look.page * PAGE
    if look.kind == "check":
        return lookups.check(who, look.words, PAGE)
    if look.kind == "latest":
        return lookups.latest(who, most, skip)
    ask = {"search": lookups.search, "who": lookups.who, "figures": lookups.figures}[look.kind]
    return ask(who, look.words, most, skip)
