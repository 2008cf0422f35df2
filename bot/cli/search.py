"""`search`: see bot/cli/looking.py."""

from bot.cli.looking import reader

command = reader(
    "search",
    "Find statements that hold all words of QUERY, in what was said or who said it. Words in quotation marks stay together.",
    "QUERY",
    "No statement in the archive has all of these words.",
    lambda lookups, words, most: lookups.search(None, words, most),
)
