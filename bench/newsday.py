"""What a channel sees of a day: 100 posted links, of which 40 are articles in 20 stories, and the digest behind them.

    python -m bench.newsday

The real bot as a process, against a Slack and a web site on loopback. Counts messages and the characters that are read.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator

from bench.scene import Scene, scene
from bench.tables import Table
from handlers.domain.message import Block
from handlers.render.slack_digest_lines import shown_length

STORIES, OTHERS_A_KIND = 20, 6
QUIET = 8.0  # seconds without a call of Slack's: the bot is done
LONGEST = 900.0  # seconds
LOOK = 0.5  # seconds between two looks
OUTLETS = ("The Sarn Courier", "Evening Meridian")
PLACES = (
    "Ashcombe Brindle Corvane Dunmore Eastry Fellgate Garrow Hallwick Inverbeck Jarrow Kestle Lowmouth Marle Nettlesham "
    "Ostby Pinewater Quarley Rosscombe Selby Tarnholt"
).split()
THINGS = (
    "bridge school reservoir ferry hospital library stadium prison railway market theatre orchard airport museum mill "
    "lighthouse quarry brewery tramway dockyard"
).split()
NAMES = (
    "Arden Bellamy Carrow Denholm Everly Farrant Goswick Harland Ibbot Jessop Kendrew Larkin Mossley Norwood Ormond "
    "Penrose Quill Radley Stroud Tanner"
).split()
TYPES = {
    "png": "image/png",
    "mp4": "video/mp4",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "zip": "application/zip",
    "json": "application/json",
}
SHELL = "<html><head><title>Desk board</title></head><body><div id=root></div></body></html>"
FRONT = "<html><head><title>Home</title></head><body>{}</body></html>".format(
    "".join(f"<h2><a href=/s{number}>{place} today</a></h2>" for number, place in enumerate(PLACES))
)
LOCKED = (
    "<html><head><title>Sign in</title></head><body><form><input type=password><button>Sign in</button></form>"
    "<p>Sign in to continue.</p></body></html>"
)
PAGES = {"board": SHELL, "front": FRONT, "locked": LOCKED}


def article(number: int, outlet: int) -> str:
    """One outlet's article of a story, under invented names."""
    place, thing, name = PLACES[number], THINGS[number], NAMES[number]
    other, count = NAMES[(number + 7) % STORIES], 120 + 13 * number
    title = (f"{place} {thing} to close for repairs", f"Repairs shut {place}'s {thing}")[outlet]
    paragraphs = (
        f"The {thing} at {place} will close for {number + 2} months, the town council said on Monday.",
        f"“We found cracks in the {thing} that nobody had seen before,” {name}, the council's chief engineer, told reporters.",
        f"About {count} people work there, according to a report by the county of {place}.",
        f"Councillor {other} said the town had been told too late. “The {thing} is all that {place} has,” {other} said.",
        f"The work on the {thing} will cost ${number + 3} million, {name} said.",
        (
            "The council meets again on Thursday.",
            f"Neighbours of the {thing} said they had heard of it on the radio.",
        )[outlet],
    )
    head = f'<title>{title}</title><meta property="og:site_name" content="{OUTLETS[outlet]}">'
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<html lang=en><head>{head}</head><body><article><h1>{title}</h1>{body}</article></body></html>"


def links(made: Scene) -> Iterator[str]:
    """The addresses of the day, their pages put on the site: articles and others by turns."""
    others = [f"/{kind}-{number}" for kind in PAGES for number in range(OTHERS_A_KIND)]
    others += [f"/file-{number}.{ending}" for ending in TYPES for number in range(OTHERS_A_KIND)]
    made.site.pages |= {path: PAGES.get(path[1:].partition("-")[0], "no page").encode() for path in others}
    made.site.types = {path: TYPES[path.rpartition(".")[2]] for path in others if "." in path}
    urls = [made.site.url(path) for path in others] + [
        f"http://10.0.0.{number}/wiki" for number in range(1, 7)
    ]
    for number in range(STORIES):
        for outlet in range(len(OUTLETS)):
            path = f"/news/{number}-{outlet}"
            made.site.pages[path] = article(number, outlet).encode()
            yield made.site.url(path)
        yield from urls[3 * number : 3 * number + 3]


def until_quiet(made: Scene) -> None:
    """Wait until the bot has asked nothing of Slack for a while."""
    deadline, calls, since = time.monotonic() + LONGEST, -1, time.monotonic()
    while time.monotonic() < deadline and time.monotonic() - since < QUIET:
        now = len(made.slack.calls())
        calls, since = (now, time.monotonic()) if now != calls else (calls, since)
        time.sleep(LOOK)


def read(blocks: tuple[Block, ...], text: str) -> int:
    """The characters of one message as they are read."""
    return shown_length(blocks) if blocks else len(text)


def measure() -> Table:
    """Post the day's links, then ask for the digest, and count."""
    with scene() as made:
        bot = made.start()
        made.slack.wait_until_connected(timeout=60)
        for url in links(made):
            made.slack.post_as_user(made.channel, url, made.user)
        until_quiet(made)
        before = {message.ts for message in made.slack.bot_messages(made.channel)}
        made.slack.command("/digest", "now", made.channel, made.user)
        until_quiet(made)
        bot.terminate()
        bot.wait()
        return Table("a day in a channel", ("", "messages", "characters"), tuple(rows(made, before)))


def rows(made: Scene, before: set[str]) -> Iterator[tuple[str, str, str]]:
    """What stands in the channel and in threads, what the sharer alone was shown, and marks."""
    sizes: dict[str, list[int]] = {}
    for message in made.slack.bot_messages(made.channel):
        where = "in threads of links" if message.ts in before else "of the digest, in its thread"
        where = where if message.is_reply else "of the digest, in the channel"
        sizes.setdefault(where, []).append(read(message.blocks, message.text))
    alone = made.slack.ephemerals(made.channel)
    sizes["to the sharer alone"] = [read(one.blocks, one.text) for one in alone]
    for where, lengths in sizes.items():
        yield where, str(len(lengths)), f"{sum(lengths):,}"
    marks = Counter(
        name
        for message in made.slack.messages(made.channel)
        for name in made.slack.reactions(made.channel, message.ts)
    )
    yield "marks left on messages", ", ".join(f"{count} {name}" for name, count in sorted(marks.items())), ""


def main() -> None:
    measure().show()
    sys.stdout.flush()


if __name__ == "__main__":
    main()
