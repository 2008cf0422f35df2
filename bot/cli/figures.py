"""`figures`: see bot/cli/looking.py."""

from bot.cli.looking import reader

command = reader(
    "figures",
    "Find key figures by what they are of, or by who gives them.",
    "QUERY",
    "No figure in the archive is about this.",
    lambda lookups, words, most: lookups.figures(None, words, most),
)
