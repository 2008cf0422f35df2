"""`check`: see bot/cli/looking.py."""

from bot.cli.looking import reader

command = reader(
    "check",
    "Say whether QUOTATION is in the archive: word for word, altered (and how), or not at all.",
    "QUOTATION",
    "Not found, neither word for word nor altered.",
    lambda lookups, words, most: lookups.check(None, words, most),
)
