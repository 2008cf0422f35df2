"""People who press buttons and look into modals."""

from __future__ import annotations

from tests.bot.newsroom import SECONDS


def close_all(newsroom, user):
    """Close the lowest modal, with those on top of it, until none is open."""
    while newsroom.slack.modals(user):
        newsroom.slack.close_view(newsroom.slack.modals(user)[0].id)


def modal(newsroom, user, word=""):
    """The modal on top, once it is there, has loaded and shows `word`."""

    def ready():
        shown = [str(view.content) for view in newsroom.slack.modals(user)]
        return shown and "Loading…" not in shown[-1] and word in shown[-1]

    newsroom.slack.wait_for(ready, SECONDS)
    return newsroom.slack.modals(user)[-1]


def forged(newsroom, brief, action, user, choice=None):
    """The same press from somebody in another conversation, with the brief's id copied."""
    elsewhere = newsroom.slack.channel(f"away-{len(newsroom.slack.workspace.channels)}", (user,))
    ts = newsroom.slack.post_as_user(elsewhere, "look", user, blocks=brief.blocks, bot_id=brief.bot_id)
    return newsroom.slack.press(elsewhere, ts, action, user, option=choice)
