"""What the Slack app reacts to, over the desk."""

from __future__ import annotations

from bot.compose.desk import Works
from handlers.listeners import Listeners
from handlers.listeners.asking import Asking
from handlers.listeners.channels import ChannelRooms
from handlers.listeners.commands import SlashCommands
from handlers.listeners.forms import Forms
from handlers.listeners.home import HomeTab
from handlers.listeners.lifecycle import Lifecycle
from handlers.listeners.messages import Messages
from handlers.listeners.presses import Presses
from handlers.listeners.shortcuts import Shortcuts
from handlers.listeners.steering import StoryMenus
from handlers.listeners.unfurls import Unfurls


def make_listeners(works: Works, *, unfurls: bool) -> Listeners:
    """The app's reactions over the desk."""
    asking = Asking(works.engine, works.channels)
    return Listeners(
        messages=Messages(works.engine, works.channels, asking, works.edits),
        asking=asking,
        commands=SlashCommands(works.engine, works.desk, works.following),
        lifecycle=Lifecycle(works.engine),
        presses=Presses(works.engine),
        forms=Forms(works.engine),
        shortcuts=Shortcuts(works.engine),
        stories=StoryMenus(works.engine),
        channels=ChannelRooms(works.engine, works.channels),
        home=HomeTab(works.engine),
        unfurls=Unfurls(works.engine) if unfurls else None,
    )
