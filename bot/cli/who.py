"""`who`: see bot/cli/looking.py."""

from bot.cli.looking import reader

command = reader(
    "who",
    "What NAME said, the newest first: a person, an institution or a role. `NAME about WORDS` narrows it.",
    "NAME",
    "Nobody with this name is quoted in the archive.",
    lambda lookups, words, most: lookups.who(None, words, most),
)
