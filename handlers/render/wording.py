"""The words that every rendering shares: counts, dates, cues, figures, what was left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from urllib.parse import urlsplit

from handlers.render.escape import plain
from summarizer.model import Article, Brief, Bullet, Digest, Dropped, Figure, NoteKind, Unread
from summarizer.text.dates import MONTH_NAMES, WEEKDAY_NAMES
from summarizer.text.numbers import is_bare, write_number
from summarizer.text.pronouns import names_nobody

MOST_REFERENCES = 3  # in one line; the log has all

NOTE_KINDS: dict[NoteKind, str] = {
    "correction": "Correction",
    "clarification": "Clarification",
    "update": "Update",
    "editor": "Editor’s note",
}
LONGEST_LABEL = 40  # characters before a note's colon; more is a sentence

# Adults' silent reading of non-fiction in English, the mean of 190 studies (Brysbaert 2019).
WORDS_A_MINUTE = 238

PASTED = "Pasted text"  # an article without title and address
NOTHING = "No links were shared"
OWN_REPORT = "The report itself"
NOT_NAMED = "Source unclear"

# Units whose plural is not "+ s", whose name is no English, or that a newsroom writes as a sign.
SIGNS = {"percentage": "%", "dollar": "$", "euro": "€", "pound sterling": "£"}
PLURALS = {
    "people": "people",
    "person": "people",
    "child": "children",
    "foot": "feet",
    "inch": "inches",
    "celsius": "°C",
    "fahrenheit": "°F",
    "count": "times",
    "missing": "missing",
    "parts-per-million": "parts per million",
    "parts-per-billion": "parts per billion",
    "revolutions per minute": "revolutions per minute",
    "pound-mass": "pounds",
    "foot pound-force": "foot-pounds",
    "mega british thermal unit": "million British thermal units",
}
NAME_OF_NUMBER = re.compile(r"(?:number|total|toll|death toll|count|tally)\b", re.IGNORECASE)


def titled(title: str | None, url: str) -> str:
    """What an article is called: by its title, else by its address, else as what it is."""
    return title or address_words(url) or PASTED


def counted(count: int, thing: str) -> str:
    """1 statement, 2 statements, 1,200 stories."""
    return f"{count:,} {thing if count == 1 else plural(thing)}"


def plural(thing: str) -> str:
    """The plural of an English noun phrase, by its last word, or by the one before "per" or "of"."""
    if thing in PLURALS:
        return PLURALS[thing]
    for joint_word in (" per ", " of "):
        if joint_word in thing:
            head, _, rest = thing.partition(joint_word)
            return f"{plural(head)}{joint_word}{rest}"
    if thing.endswith(("man", "woman")) and not thing.endswith(("human", "German", "Roman", "Norman")):
        return thing[:-2] + "en"
    if re.search(r"[^aeiou]y$", thing):
        return thing[:-1] + "ies"
    return thing + ("es" if thing.endswith(("s", "x", "ch", "sh")) else "s")


def joined(parts: Iterable[str], last: str = "and") -> str:
    """a; a and b; a, b and c."""
    *head, tail = [part for part in parts if part] or [""]
    return f"{', '.join(head)} {last} {tail}" if head else tail


def day_words(day: date) -> str:
    """9 April 2025."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def weekday_words(day: date) -> str:
    """Wednesday, 9 April 2025."""
    return f"{WEEKDAY_NAMES[day.weekday()]}, {day_words(day)}"


def since_words(digest: Digest) -> str:
    """Since Friday, when the digest covers more than a day; nothing when it does not."""
    if digest.since is None:
        return ""
    days = (digest.day - digest.since).days
    return f"since {WEEKDAY_NAMES[digest.since.weekday()] if days < len(WEEKDAY_NAMES) else day_words(digest.since)}"


def told_words(digest: Digest) -> str:
    """8 stories from 26 articles since Friday; nothing when there are none."""
    stories = (*digest.stories, *digest.briefly)
    articles = sum(len(story.outlets) for story in stories)
    told = (
        f"{counted(len(stories), 'story')} from {counted(articles, 'article')} {since_words(digest)}".rstrip()
    )
    return told if stories else ""


def moment_words(moment: datetime) -> str:
    """9 April 2025, 14:05 UTC; the day alone where the page gives no time."""
    if is_day_only(moment):
        return day_words(moment)
    return " ".join(f"{day_words(moment)}, {moment:%H:%M} {moment.tzname() or ''}".split())


def is_day_only(moment: datetime) -> bool:
    """Whether `moment` stands for a day: pages that give only a date come with midnight."""
    return moment.time() == time(0)


def title_of(article: Article) -> str:
    """The headline, or what can be shown of the address."""
    if title := plain(article.title or ""):
        return title
    return address_words(article.url) or "Pasted text"


def outlet_of(article: Article) -> str:
    return plain(article.outlet or "") or host_of(article.url)


def part_words(article: Article) -> str:
    """What a reader is told where the page shows only a part of its story."""
    if not article.incomplete:
        return ""
    return "paywall: only the open part was read" if article.paywalled else "seems incomplete: read the page"


def host_of(url: str) -> str:
    """outlet.example for a web address, else nothing."""
    return plain(_split(url)[0]).removeprefix("www.")


def address_words(url: str) -> str:
    """outlet.example/politics/story for a web address, the file's name for a file."""
    host, path = _split(url)
    if not host:
        return plain(path.rsplit("/", 1)[-1])
    return plain(f"{host}{path}".rstrip("/")).removeprefix("www.")


def _split(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url)
    except ValueError:  # an unclosed bracket in the host
        return "", url
    return parts.hostname or "", parts.path


def mark_words(bullet: Bullet) -> str:
    """Second-hand reports, posts, quotations that others cut or change, what one outlet alone has: "as reported by AP", "only in …"."""
    marks = []
    if via := plain(bullet.via or ""):
        marks.append(f"as reported by {via}")
    if post := plain(bullet.post or ""):
        marks.append(f"post by {post}")
    if bullet.cut_elsewhere:
        marks.append("quoted in full; cut elsewhere")
    if bullet.otherwise:
        outlets = dict.fromkeys(host_of(url) or address_words(url) for url in bullet.otherwise)
        marks.append(f"quoted differently by {joined(outlets)}")
    if bullet.only_here:
        url = bullet.evidence[0].url
        marks.append(f"only in {host_of(url) or address_words(url)}")
    return "; ".join(marks)


def figure_words(figure: Figure) -> str:
    """The figure as the article writes it, with its modifier and unit: "nearly 80%"."""
    surface = plain(figure.surface) or amount_words(figure)
    if figure.low is not None and " and " in surface:
        surface = f"between {surface}"  # the word stands before what the figure covers
    if is_bare(surface) and figure.unit:
        surface = with_unit(surface, figure)
    modifier = plain(figure.modifier or "")
    if not modifier or modifier.casefold() in surface.casefold():
        return surface
    return f"{surface} {modifier}" if modifier.startswith("or ") else f"{modifier} {surface}"


def number_in(told: str, number: str) -> tuple[int, int] | None:
    """Where `number` stands in `told`, as a word of its own."""
    found = re.search(rf"(?<![\w.,]){re.escape(number)}(?!\w|[.,]\d)", told) if number else None
    return found.span() if found else None


def concept_words(figure: Figure) -> str:
    """What is counted, unless the figure's own words say it already, and in brackets what belongs to the figure."""
    concept = plain(figure.told or "")
    told = "" if concept.casefold() in figure_words(figure).casefold() else concept
    return " ".join(part for part in (told, beside_words(figure)) if part)


def giver_words(figure: Figure) -> str:
    """Who gives the figure; nothing when the article does, or when what is told of the figure names them.

    A pronoun that nobody could resolve names nobody.
    """
    name = plain(figure.source or "")
    if name and number_in(plain(figure.told or "").casefold(), name.casefold().split()[-1]):
        return ""
    return NOT_NAMED.lower() if names_nobody(name) else name


def beside_words(figure: Figure) -> str:
    """What an editor must know beside the figure: "(35 miles)", "(up from 40 on Monday)", "(claimed)"."""
    said = plain(figure.told or "")
    parts = [plain(figure.conversion or ""), comparison_words(figure), hedge_words(figure)]
    told = "; ".join(part for part in parts if part and part not in said)
    return f"({told})" if told else ""


def comparison_words(figure: Figure) -> str:
    """Up from 40 on Monday; earlier 9, for a figure that replaces another."""
    compared = figure.compared
    if compared is None or compared.span.overlaps(figure.span):
        return ""
    words = plain(compared.text)
    return f"earlier {words}" if figure.changed and words[:1].isdigit() else words


def hedge_words(figure: Figure) -> str:
    """Claimed, reportedly; nothing when the figure's own words say it."""
    said = f"{figure.surface} {figure.modifier or ''} {figure.told or ''}".casefold()
    return "" if figure.hedge is None or figure.hedge in said else plain(figure.hedge)


def joint(figure: Figure) -> str:
    """What stands between a figure and its concept: "two cranes", but "nearly 80%: cargo sent on"."""
    concept = concept_words(figure)
    if not concept:
        return ""
    is_counted = figure.unit in (None, "people", "person") and not NAME_OF_NUMBER.match(concept)
    return " " if is_counted or concept == beside_words(figure) else ": "


def with_unit(surface: str, figure: Figure) -> str:
    """A bare number with its unit, unless the concept says it."""
    unit = (figure.unit or "").strip()
    if not unit:
        return surface
    sign = SIGNS.get(unit)
    if sign == "%":
        return surface + sign
    if sign:
        return sign + surface if surface[:1].isdigit() else f"{surface} {plural(unit)}"
    name = unit if figure.value == 1 else plural(unit)
    concept = f" {plain(figure.told or '').casefold()} "
    is_told = any(f" {words.casefold().split()[-1]} " in concept for words in (unit, name))
    return surface if is_told else f"{surface} {name}"


def amount_words(figure: Figure) -> str:
    """The value with thousands separated, for a figure that has no words of its own."""
    if figure.value is not None:
        return write_number(figure.value)
    return " to ".join(write_number(bound) for bound in (figure.low, figure.high) if bound is not None)


def saved_words(brief: Brief) -> str:
    """About 4 minutes of reading saved: the articles' words against the brief's; nothing below a minute."""
    told = [
        *(line.text for line in brief.lead),
        *(bullet.line for bullet in brief.bullets),
        *(key.figure.told or key.figure.surface for key in brief.figures),
    ]
    saved = sum(map(words_in, (article.text for article in brief.articles))) - sum(map(words_in, told))
    minutes = saved // WORDS_A_MINUTE
    return f"about {counted(minutes, 'minute')} of reading saved" if minutes > 0 else ""


def words_in(text: str) -> int:
    return len(text.split())


def dropped_words(dropped: Dropped) -> str:
    """Skipped 12 repeated sentences and 5 lines that are not part of the article; nothing when none was."""
    parts = []
    if dropped.duplicate_sentences:
        parts.append(counted(dropped.duplicate_sentences, "repeated sentence"))
    if dropped.boilerplate_lines:
        lines = dropped.boilerplate_lines
        are = "is" if lines == 1 else "are"
        parts.append(f"{counted(lines, 'line')} that {are} not part of the article")
    return f"Skipped {joined(parts)}" if parts else ""


def unread_words(unread: Sequence[Unread]) -> str:
    """1 sentence could not be read (reference 1a2b3c4d); nothing when all were. A log has each reference."""
    if not unread:
        return ""
    sentences = {(one.url, one.span) for one in unread}
    references = list(dict.fromkeys(one.reference for one in unread))[:MOST_REFERENCES]
    named = f"{'reference' if len(references) == 1 else 'references'} {joined(references)}"
    return f"{counted(len(sentences), 'sentence')} could not be read ({named})"


def note_words(articles: Sequence[Article]) -> tuple[tuple[str, str], ...]:
    """What newsrooms say about their own articles, each as its kind and its words: ("Correction", "An earlier …")."""
    notes = (note for article in articles for note in article.notes)
    return tuple((NOTE_KINDS[note.kind], unlabelled(plain(note.text), note.kind)) for note in notes)


def unlabelled(words: str, kind: NoteKind) -> str:
    """A note's words without the "Correction:" that our own label says already."""
    label, colon, rest = words.partition(":")
    return (
        rest.strip()
        if colon and label.strip().casefold().startswith(kind) and len(label) < LONGEST_LABEL
        else words
    )


def unshown_words(brief: Brief) -> str:
    """11 more statements not shown; nothing when the brief shows all that was found."""
    found = folded_words(0, len(brief.more), 0)
    return f"{found} not shown" if found else ""


def folded_words(lines: int, statements: int, figures: int) -> str:
    """6 more statements and 1 more figure; nothing when all is shown."""
    things = (("sentence", lines), ("statement", statements), ("figure", figures))
    return joined(counted(count, thing).replace(" ", " more ", 1) for thing, count in things if count)
