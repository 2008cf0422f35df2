"""What people type after /brief."""

import pytest

from handlers.commands.brief import BriefLinks, Follow, Help, LookUp, OpenSettings, parse_brief
from handlers.domain.lookups import Look

URL = "https://a.example/1"


def test_a_brief_goes_to_the_one_who_asks_unless_said_otherwise():
    """here posts, private keeps it out of the digest."""
    assert parse_brief(URL) == BriefLinks((URL,), "asker")
    assert parse_brief(f"{URL} here") == BriefLinks((URL,), "channel")
    assert parse_brief(f"private {URL}") == BriefLinks((URL,), "private")


def test_more_links_than_one_command_can_answer_are_counted():
    """Slack takes five answers to a command."""
    command = parse_brief(" ".join(f"https://a.example/{number}" for number in range(7)))
    assert (len(command.links), command.left_out) == (4, 3)


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("search ferry inquiry", LookUp(Look("search", "ferry inquiry"))),
        ("Search ferry here", LookUp(Look("search", "ferry"), here=True)),
        ("search here", LookUp(Look("search", "here"))),
        ("who Ilse Marrack", LookUp(Look("who", "Ilse Marrack"))),
        ("figures passengers HERE", LookUp(Look("figures", "passengers"), here=True)),
        ("check “no one is stopping”", LookUp(Look("check", "“no one is stopping”"))),
        ("latest", LookUp(Look("latest"))),
        ("latest here", LookUp(Look("latest"), here=True)),
        ("follow Ilse Marrack", Follow("follow", "Ilse Marrack")),
        ("unfollow ferry", Follow("unfollow", "ferry")),
        ("following", Follow("following")),
        ("Settings", OpenSettings()),
    ],
)
def test_words_that_look_into_the_archive(text, command):
    """In any case; a last "here" answers the channel, unless it is all there is to look for."""
    assert parse_brief(text) == command


@pytest.mark.parametrize("text", ["", "help", "  HELP "])
def test_nothing_and_help_get_help(text):
    """Without a word of blame."""
    assert parse_brief(text) == Help()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("serach ferry", "/brief search"),
        ("folow Marrack", "/brief follow"),
        ("setings", "/brief settings"),
        ("whatever", "I do not know “whatever”"),
        ("search", "/brief search ferry inquiry"),
        ("follow", "/brief follow Ilse Marrack"),
    ],
)
def test_what_is_not_understood_gets_help_with_an_example(text, told):
    """A slip of the finger is named."""
    assert told in parse_brief(text).problem
