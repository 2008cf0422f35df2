"""Slash commands typed at a bot that is being killed, and how often each was answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import cycle

from bench.scene import Scene
from tests.fakes.slack import Interaction

TYPED = (  # a command and its words; {link} is one that nobody shared before
    ("/brief", "{link}"),
    ("/brief", "{link} here"),
    ("/brief", "who Aldous"),
    ("/brief", "search Mill Street here"),
    ("/digest", "now"),
    ("/digest", "at 08:00"),
)


@dataclass(frozen=True, slots=True)
class Typed:
    """One command, alone in a channel of its own, so that whatever is posted there is its answer."""

    interaction: Interaction
    channel: str

    def posts(self, scene: Scene) -> int:
        """Answers that everybody in the channel sees."""
        return sum(not message.is_reply for message in scene.slack.bot_messages(self.channel))

    def answers(self, scene: Scene) -> int:
        """Answers to the channel and to the asker's eyes alone."""
        return self.posts(scene) + len(self.interaction.responses)


@dataclass
class Commands:
    """Types one command after the other."""

    scene: Scene
    typed: list[Typed] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.next = cycle(TYPED)

    def type(self) -> None:
        """The next kind of command, in a new channel."""
        name, words = next(self.next)
        number = len(self.typed)
        path = f"/asked-{number}"
        self.scene.site.pages[path] = self.scene.page
        channel = self.scene.slack.channel(f"asking-{number}", (self.scene.user,))
        text = words.format(link=self.scene.site.url(path))
        interaction = self.scene.slack.command(name, text, channel, self.scene.user, wait=False)
        self.typed.append(Typed(interaction, channel))

    def taken(self) -> list[Typed]:
        """Those that the bot acknowledged; of the others Slack told their askers that they failed."""
        return [one for one in self.typed if one.interaction.acked]

    def are_done(self) -> bool:
        return all(one.answers(self.scene) for one in self.taken())

    def lost(self) -> int:
        return sum(not one.answers(self.scene) for one in self.taken())

    def doubled(self) -> int:
        """Of all, also those never acknowledged: what a channel was told more than once."""
        return sum(max(0, one.posts(self.scene) - 1) for one in self.typed)

    def said_again(self) -> int:
        """What an asker alone was told again."""
        return sum(max(0, one.answers(self.scene) - 1) for one in self.typed) - self.doubled()
